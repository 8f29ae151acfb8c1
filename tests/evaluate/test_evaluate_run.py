"""Gold without answers is predicted and not scored, answers are never seen, files come out the same."""

import gzip
import json
from pathlib import Path

import pytest

from dragoman.cli.main import main
from dragoman.errors import DragomanError, GoldError, NotYet, OutputError
from dragoman.evaluate.rows import read_rows, write_rows
from dragoman.evaluate.run import evaluate
from dragoman.evaluate.tasks import TASKS, Rows, Wishes, task

TEXT = "Kenya recalled its envoy from Kampala on Tuesday, Foreign Minister Amina Otieno said."
ROW = {"id": "a", "text": TEXT, "published": "1999-03-05"}
ENTITIES = [{"start": 0, "end": 5, "label": "LOC"}, {"start": 67, "end": 79, "label": "PERSON"}]


def gold_file(folder: Path, *rows: dict) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_scores_speed_and_predictions(tmp_path):
    gold = gold_file(tmp_path, {**ROW, "entities": ENTITIES}, {**ROW, "id": "b", "entities": ENTITIES})
    out = tmp_path / "predicted.jsonl"
    outcome = evaluate(task("ner"), [gold], Wishes(), out=out)
    assert outcome.scores["records"] == 2
    assert outcome.scores["labels"]["PERSON"]["f1"] == 100
    assert (outcome.speed.reports, outcome.speed.words) == (2, 26)
    assert outcome.speed.line().startswith("speed: ")
    assert [row["id"] for row in read_rows([out])] == ["a", "b"]
    again = evaluate(task("ner"), [gold], Wishes(), made=out)
    assert again.scores == outcome.scores
    assert again.speed is None


@pytest.mark.parametrize("name", ["ner", "time", "quotes", "relations", "events"])
def test_gold_without_answers_is_only_predicted(tmp_path, name):
    out = tmp_path / "predicted.jsonl"
    marked = {"source": {"start": 0, "end": 5, "text": "Kenya"}, "target": {"start": None, "end": None, "text": "one"}}
    outcome = evaluate(task(name), [gold_file(tmp_path, {**ROW, **marked})], Wishes(), out=out)
    assert outcome.scores is None
    assert outcome.lines == ["gold without answers: nothing scored"]
    (row,) = read_rows([out])
    assert row["id"] == "a"
    assert len(row) > 1


@pytest.mark.parametrize("name", [name for name, found in TASKS.items() if isinstance(found, Rows)])
def test_the_answers_are_not_seen(name):
    seen = []
    found = TASKS[name]
    spying = Rows(found.answers, lambda row: seen.append(row) or {"id": row["id"]}, found.scorer, found.printer)
    spying.predict({**ROW, **dict.fromkeys(found.answers, "answer")}, Wishes())
    assert seen == [ROW]


def test_a_reading_is_made_of_text_and_date_alone(tmp_path, monkeypatch):
    import dragoman

    class MadeError(Exception):
        pass

    def read(text, **options):
        raise MadeError(text, options)

    monkeypatch.setattr(dragoman, "read", read, raising=False)
    whole = {**ROW, "title": "No title", "statements": [], "events": [], "standings": []}
    (tmp_path / "a.json").write_text(json.dumps(whole))
    with pytest.raises(MadeError) as made:
        evaluate(task("reading"), [tmp_path], Wishes())
    text, options = made.value.args
    assert text == TEXT
    assert str(options["published"]) == "1999-03-05"
    assert set(options) == {"published"}


def test_readings_are_saved_by_their_ids(tmp_path):
    rows = [{"id": "a", "events": []}, {"id": "../b", "events": []}]
    TASKS["reading"].save(rows, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "b.json"]
    assert [row["id"] for row in TASKS["reading"].load(tmp_path / "out")] == ["a", "../b"]


def test_gzipped_files_are_read_and_written_the_same(tmp_path):
    one, two = tmp_path / "one.jsonl.gz", tmp_path / "two.jsonl.gz"
    write_rows(one, [ROW])
    write_rows(two, [ROW])
    assert one.read_bytes() == two.read_bytes()
    assert read_rows([one]) == [ROW]
    assert gzip.decompress(one.read_bytes()).endswith(b"\n")


WRONG = (
    ("not json\n", "this line is no JSON"),
    ('{"text": "no id"}\n', "no object with an id"),
    ('{"id": 1}\n', "has no 'text'"),
    ("[1]\n", "no object with an id"),
)


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_is_no_gold_is_said(tmp_path, words, said):
    path = tmp_path / "gold.jsonl"
    path.write_text(words)
    with pytest.raises(GoldError, match=said):
        evaluate(task("ner"), [path], Wishes())


def test_gold_of_another_task_is_said(tmp_path):
    gold = gold_file(tmp_path, {**ROW, "entities": ["Kenya"]})
    predicted = gold_file(tmp_path, {**ROW, "entities": ["Kenya"]})
    with pytest.raises(GoldError, match="not in the form of this task"):
        evaluate(task("ner"), [gold], Wishes(), made=predicted)


def test_output_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(OutputError):
        write_rows(tmp_path / "no" / "folder.jsonl", [ROW])


@pytest.mark.parametrize(("name", "error"), [("forecast-rank", NotYet), ("poetry", GoldError)])
def test_other_tasks(name, error):
    with pytest.raises(error) as caught:
        task(name)
    assert isinstance(caught.value, DragomanError)
    assert str(caught.value).startswith(f"[{error.code}]")


def test_the_command_prints_one_json_object(tmp_path, capsys):
    gold = gold_file(tmp_path, {**ROW, "entities": ENTITIES})
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", "ner", str(gold), "--json"])
    assert ended.value.code == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"task", "gold", "scores", "speed"}
    assert found["speed"]["words"] == 13
    assert found["scores"]["micro"]["gold"] == 2
