"""Our scores equal those of ../shared/score to the last printed digit, on dev gold with noise in it as predictions."""

import copy
import gzip
import importlib.util
import io
import json
import random
import sys
import warnings
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from dragoman.evaluate.run import evaluate
from dragoman.evaluate.tasks import TASKS, Wishes

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA = SHARED / "data"
pytestmark = pytest.mark.corpus


def theirs(script: str, *arguments: object) -> str:
    """What a shared scorer prints."""
    path = SHARED / "score" / script
    spec = importlib.util.spec_from_file_location(f"shared_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    printed, before = io.StringIO(), sys.argv
    sys.argv = [script, *map(str, arguments)]
    try:
        with redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # theirs leave files open
            module.main()
    finally:
        sys.argv = before
    return printed.getvalue()


def ours(task: str, gold: Path, predicted: Path, **wishes) -> tuple[str, dict]:
    outcome = evaluate(TASKS[task], [gold], Wishes(**wishes), made=predicted)
    return "\n".join(outcome.lines) + "\n", json.loads(json.dumps(outcome.scores))


def rows_of(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def written(tmp_path: Path, rows: list[dict]) -> Path:
    path = tmp_path / "predicted.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def shaken(rng: random.Random, start: int, end: int, length: int) -> tuple[int, int]:
    """A span that is often the same, sometimes a little off."""
    if rng.random() < 0.7:
        return start, end
    start = max(0, start + rng.randint(-9, 9))
    return start, min(length, max(start + 1, end + rng.randint(-9, 9)))


@pytest.mark.parametrize("name", ["ner-wwn-dev", "ner-wikigold-dev", "ner-gmb-dev"])
def test_ner(tmp_path, name):
    rng, gold = random.Random(1), DATA / "language" / f"{name}.jsonl.gz"
    rows = []
    for row in rows_of(gold)[:-5]:
        entities = []
        for e in row["entities"]:
            start, end = shaken(rng, e["start"], e["end"], len(row["text"]))
            label = rng.choice([e["label"]] * 5 + ["GPE", "FAC", "EVENT", "ORG"])
            entities += [{"start": start, "end": end, "label": label}] * (rng.random() < 0.9)
        rows.append({"id": row["id"], "entities": entities})
    predicted = written(tmp_path, rows)
    text, scores = ours("ner", gold, predicted)
    assert text == theirs("language.py", "ner", gold, predicted)
    assert scores == json.loads(theirs("language.py", "ner", gold, predicted, "--json"))


@pytest.mark.parametrize("name", ["ewt-dev", "gum-dev"])
def test_parse(tmp_path, name):
    rng, gold = random.Random(2), DATA / "language" / f"{name}.conllu.gz"
    predicted = tmp_path / "predicted.conllu"
    with gzip.open(gold, "rt", encoding="utf-8") as lines, predicted.open("w", encoding="utf-8") as out:
        sentence: list[list[str]] = []
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10:
                sentence.append(columns)
                continue
            out.writelines(_noisy(rng, sentence))
            if (sentence and rng.random() < 0.9) or not line.strip():
                out.write("\n")
            sentence = []
    text, scores = ours("parse", gold, predicted, detail=True)
    assert text == theirs("language.py", "parse", gold, predicted, "--by-genre")
    assert scores == json.loads(theirs("language.py", "parse", gold, predicted, "--by-genre", "--json"))
    assert 50 < scores["las"]["f1"] < 99


def _noisy(rng: random.Random, sentence: list[list[str]]):
    """The rows of a sentence with wrong tags, heads and relations, and sometimes without their multiword tokens."""
    words = [c for c in sentence if c[0].isdigit()]
    keep = rng.random() < 0.5
    for c in sentence:
        if not c[0].isdigit() and not keep:
            continue
        row = list(c)
        if c[0].isdigit() and rng.random() < 0.2:
            row[3] = rng.choice(["NOUN", "VERB", "PROPN"])
            row[6] = str(rng.randint(0, len(words)))
            row[7] = rng.choice(["obj", "obl:agent", "punct", c[7].split(":")[0]])
        yield "\t".join(row) + "\n"


def noisy_quotes(rng: random.Random, row: dict) -> list[dict]:
    found = []
    for a in row["attributions"]:
        guess = {k: [shaken(rng, *span, len(row["text"])) for span in a[k]] for k in ("source", "cue", "content")}
        if rng.random() < 0.1:
            guess["source"] = []
        found += [guess] * rng.choice([0, 1, 1, 1, 1, 2])
    return found


def test_quotes(tmp_path):
    rng, gold = random.Random(3), DATA / "speech_time_place" / "quotes_polnear_dev.jsonl"
    rows = [{"id": row["id"], "attributions": noisy_quotes(rng, row)} for row in rows_of(gold)[2:]]
    predicted = written(tmp_path, [*rows, {"id": "unknown", "attributions": []}])
    text, scores = ours("quotes", gold, predicted, samples=15)
    assert text == theirs("quotes.py", gold, predicted, "--ci", 15)
    assert scores == json.loads(theirs("quotes.py", gold, predicted, "--ci", 15, "--json"))


@pytest.mark.parametrize("name", ["time_tempeval3_dev", "time_meantime_dev"])
def test_time(tmp_path, name):
    rng, gold = random.Random(4), DATA / "speech_time_place" / f"{name}.jsonl"
    values = ["1998-W12", "1998-Q2", "PRESENT_REF", "P3D", "1998-02-30", "199", "1997-WI", "1998-W12-WE", "1996-H2"]
    rows = []
    for row in rows_of(gold):
        timexes = []
        for t in row["timexes"]:
            start, end = shaken(rng, t["start"], t["end"], len(row["text"]))
            value = rng.choice([t["value"]] * 9 + values + [(t["value"] or "")[:7] + "T14:00"])
            guess = {"start": start, "end": end, "type": rng.choice([t["type"], t["type"], "DATE"]), "value": value}
            timexes += [guess] * rng.choice([0, 1, 1, 1, 1, 2])
        rows.append({"id": row["id"], "timexes": timexes})
    predicted = written(tmp_path, rows)
    text, scores = ours("time", gold, predicted, samples=10)
    assert text == theirs("time.py", gold, predicted, "--ci", 10)
    assert scores == json.loads(theirs("time.py", gold, predicted, "--ci", 10, "--json"))


@pytest.mark.parametrize("name", ["plv_train", "aw_train_wiki", "cameo_class_train"])
def test_relations(tmp_path, name):
    rng, gold = random.Random(5), DATA / "events" / f"{name}.jsonl"
    types = ["AGREE", "CONCEDE", "RETREAT", "demand", "FIGHT", "SANCTION", None]
    rows = []
    for row in rows_of(gold)[3:]:
        guess = rng.choice([{"plover": row["plover"]}] * 4 + [{"plover": t} for t in types])
        extra = rng.choice([{}, {}, {"penta": rng.randint(0, 4)}, {"penta": "verbal_conflict"}])
        rows.append({"id": row["id"], **guess, **extra})
    predicted = written(tmp_path, rows)
    text, scores = ours("relations", gold, predicted)
    assert text == theirs("events.py", gold, predicted)
    assert scores == json.loads(theirs("events.py", gold, predicted, "--json"))


def test_extraction(tmp_path):
    """No shared gold has events: some are made of the relation rows."""
    rng, rows = random.Random(6), rows_of(DATA / "events" / "plv_train.jsonl")[:300]
    gold_rows, predicted_rows = [], []
    for a, b in zip(rows[::2], rows[1::2], strict=True):
        events = [_event(rng, row) for row in (a, b)[: rng.randint(0, 2)]]
        guesses = [_changed(rng, event) for event in events if rng.random() < 0.8]
        gold_rows.append({"id": a["id"], "text": a["text"], "events": events})
        predicted_rows.append({"id": a["id"], "events": guesses + [_event(rng, b)] * (rng.random() < 0.2)})
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in gold_rows))
    predicted = written(tmp_path, predicted_rows[4:])
    text, scores = ours("events", gold, predicted)
    assert text == theirs("events.py", gold, predicted)
    assert scores == json.loads(theirs("events.py", gold, predicted, "--json"))
    assert len(scores["scores"]) == 10


def _event(rng: random.Random, row: dict) -> dict:
    parties = {}
    for side in ("source", "target"):
        code = {"code": rng.choice(["USA", "RUS", "---"]), "sector": rng.choice(["GOV", "MIL", None])}
        parties[side] = rng.choice([row[side]["text"], None, {**row[side], **code}, {**row[side], **code}])
    return {**parties, "plover": row["plover"], "cameo": rng.choice(["042", "173", "1712", None])}


def _changed(rng: random.Random, event: dict) -> dict:
    out = dict(event)
    if rng.random() < 0.3:
        out["source"], out["target"] = out["target"], out["source"]
    if rng.random() < 0.3:
        out["plover"], out["cameo"] = "ACCUSE", "041"
    return out


ENTRIES = ("statements", "events", "standings")


def noisy_reading(rng: random.Random, gold: dict) -> dict:
    out = {"id": gold["id"]}
    for kind in ENTRIES:
        found = []
        for entry in gold[kind]:
            guess = copy.deepcopy(entry)
            for key in ("speaker_alt", "holder_alt", "subject_alt", "type_alt", "value_alt", "status_alt", "core"):
                guess.pop(key, None)
            found += [_noisy_entry(rng, guess, len(gold["text"]))] * rng.choice([0, 1, 1, 1, 1, 1, 2, 3])
        out[kind] = found
    return out


def _noisy_entry(rng: random.Random, entry: dict, length: int) -> dict:
    for key in ("content", "evidence", "conditions"):
        if entry.get(key):
            entry[key] = [shaken(rng, *span, length) for span in entry[key]]
            if rng.random() < 0.15:
                entry[key] = entry[key][:1]
    for key in ("date", "when"):
        if entry.get(key) and rng.random() < 0.3:
            entry[key] = rng.choice([None, entry[key]["start"][:7], entry[key]["start"][:4], entry[key]["start"]])
    for key in ("speaker", "holder", "subject"):
        if entry.get(key) and rng.random() < 0.4:
            entry[key] = _noisy_actor(rng, entry[key])
    for key in ("actors", "recipients"):
        if key in entry and rng.random() < 0.4:
            entry[key] = [_noisy_actor(rng, actor) for actor in entry[key]][: rng.randint(0, 2)]
    if rng.random() < 0.15:
        for key, value in (("status", "planned"), ("value", "envoy_recalled"), ("type", "agree"), ("form", "mixed")):
            if key in entry:
                entry[key] = value
    return entry


def _noisy_actor(rng: random.Random, actor: dict) -> dict:
    name = actor["name"].split()
    changed = [name[-1], name[0], actor["name"] + "a", "foreign ministry", "President " + actor["name"], "the UN"]
    out = {**actor, "name": rng.choice(changed)}
    return {**out, rng.choice(["country", "sector"]): rng.choice([None, "RUS", "GOV", "REB"])}


def test_reading(tmp_path):
    gold = DATA / "reading"
    for seed in range(4):
        rng, folder = random.Random(seed), tmp_path / str(seed)
        folder.mkdir()
        for file in sorted(gold.glob("*.json"))[seed:]:
            guess = noisy_reading(rng, json.loads(file.read_text(encoding="utf-8")))
            (folder / file.name).write_text(json.dumps(guess), encoding="utf-8")
        text, scores = ours("reading", gold, folder, detail=True)
        report = tmp_path / "scores.json"
        assert text == theirs("reading.py", gold, folder, "--by-type", "--per-report", "--json", report)
        del scores["detail"]
        assert scores == json.loads(report.read_text())
        assert 0.3 < scores["all"]["reading"] < 0.95
