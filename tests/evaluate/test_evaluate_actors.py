"""Who a span stands for: which mention answers, what counts as right, which questions a reading asks."""

import json
from pathlib import Path

import pytest

from dragoman.errors import GoldError
from dragoman.evaluate.actors import lines, score
from dragoman.evaluate.actors_gold import items
from dragoman.evaluate.run import evaluate
from dragoman.evaluate.tasks import Wishes, task

NONE = frozenset()
KENYA = {"id": "KEN", "name": "Kenya", "country": "KEN", "sector": "GOV"}
OTIENO = {"id": "person:amina-otieno", "name": "Amina Otieno", "country": "KEN", "sector": "GOV"}
UGANDA = {"id": "UGA", "name": "Uganda", "country": "UGA", "sector": "GOV"}
NAIROBI = {"id": "place:nairobi", "name": "Nairobi", "country": "KEN", "sector": None}


def mention(start: int, end: int, *actors: dict, how: str = "name", head: int | None = None) -> dict:
    return {"start": start, "end": end, "head": start if head is None else head, "how": how, "actors": list(actors)}


def asked(expected: object, *, span: tuple[int, int] = (0, 12), kind: str = "title", near: bool = False) -> dict:
    question = {"kind": kind, "span": span, "expected": expected, "shared": NONE, "near": near}
    return {"id": "a", "text": "x" * 60, "published": None, "questions": [question]}


# what is expected, the mentions found, then: identity, country, sector
CASES = (
    ("right", OTIENO, [mention(0, 12, OTIENO)], (1.0, 1.0, 1.0)),
    ("the surname alone is the person", {**OTIENO, "name": "Otieno"}, [mention(0, 12, OTIENO)], (1.0, 1.0, 1.0)),
    ("another one of the country", {**OTIENO, "name": "Peter Mwangi"}, [mention(0, 12, OTIENO)], (0.0, 1.0, 1.0)),
    ("no country is an answer", {**OTIENO, "country": None}, [mention(0, 12, OTIENO)], (1.0, 0.0, 1.0)),
    ("nothing found", OTIENO, [], (0.0, 0.0, 0.0)),
    ("a place is nobody", None, [mention(0, 7, NAIROBI, how="place")], (1.0, None, None)),
    ("an actor where there is none", None, [mention(0, 7, KENYA)], (0.0, None, None)),
    ("the closer span answers", OTIENO, [mention(0, 5, KENYA), mention(0, 11, OTIENO, head=6)], (1.0, 1.0, 1.0)),
    ("a head outside the span", OTIENO, [mention(0, 30, OTIENO, head=20)], (0.0, 0.0, 0.0)),
    ("both sides", [KENYA, UGANDA], [mention(0, 10, UGANDA, KENYA)], (1.0, 1.0, 1.0)),
    ("a list of two mentions", [KENYA, UGANDA], [mention(0, 4, KENYA), mention(6, 10, UGANDA)], (1.0, 1.0, 1.0)),
    ("one of both sides", [KENYA, UGANDA], [mention(0, 10, KENYA)], (0.0, 0.0, 0.0)),
    ("two where one is expected", KENYA, [mention(0, 10, KENYA, UGANDA)], (0.0, 1.0, 1.0)),
)


@pytest.mark.parametrize(("expected", "found", "right"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_answers(expected: object, found: list[dict], right: tuple[float | None, ...]) -> None:
    scores = score([asked(expected)], [{"id": "a", "mentions": found}])
    assert tuple(scores["all"][measure] for measure in ("identity", "country", "sector")) == right
    assert scores["all"]["all_three"] == float(all(share in (1.0, None) for share in right))
    assert scores["title"] == scores["all"]


def test_anyone_in_the_paragraph_answers_for_an_entry() -> None:
    found = [mention(0, 5, UGANDA), mention(20, 30, KENYA), mention(50, 55, OTIENO)]
    near = asked(KENYA, span=(0, 40), near=True)
    assert score([near], [{"id": "a", "mentions": found}])["all"]["all_three"] == 1
    assert score([near], [{"id": "a", "mentions": found[:1]}])["all"]["all_three"] == 0


def test_the_mention_before_the_preposition_answers() -> None:
    junta = {"id": "j", "name": "Chadian junta", "country": "TCD", "sector": "MIL"}
    gold = asked(junta, span=(0, 21))
    gold["text"] = "the junta in N'Djamena" + "x" * 40
    found = [mention(4, 9, junta), mention(13, 22, {**NAIROBI, "name": "N'Djamena"}, how="place")]
    assert score([gold], [{"id": "a", "mentions": found}])["all"]["all_three"] == 1


def test_alternatives_are_right_too() -> None:
    wanted = {**KENYA, "name_alt": ["Uganda"], "country_alt": ["UGA"], "sector_alt": ["MIL"]}
    soldiers = {**UGANDA, "sector": "MIL"}
    assert score([asked(wanted)], [{"id": "a", "mentions": [mention(0, 7, soldiers)]}])["all"]["all_three"] == 1
    assert score([asked(KENYA)], [{"id": "a", "mentions": [mention(0, 7, soldiers)]}])["all"]["all_three"] == 0


def test_kinds_and_errors_are_printed() -> None:
    gold = [asked(OTIENO), {**asked(None, kind="place"), "id": "b"}]
    scores = score(gold, [{"id": "b", "mentions": [mention(0, 4, KENYA)]}], errors=True)
    printed = lines(scores)
    assert [line.split()[0] for line in printed[:4]] == ["questions", "all", "place", "title"]
    assert len(scores["errors"]) == 2
    assert "Amina Otieno KEN/GOV" in scores["errors"][0]


TEXT = (
    "Foreign Minister Amina Otieno met Peter Mwangi. Otieno said Kenya would wait.\n\n"
    "The ministry later denied it, and Foreign Minister Otieno left."
)


def annotated(**more: object) -> dict:
    def statement(speaker: dict, start: int, end: int) -> dict:
        return {"speaker": speaker, "cue": [start, end], "content": [[start, end]], "date": None, "form": "indirect"}

    ministry = {"name": "Kenyan foreign ministry", "country": "KEN", "sector": "GOV"}
    said = [statement({**OTIENO, **more}, 55, 59), statement(KENYA, 55, 59), statement(ministry, 98, 104)]
    return {"id": "r", "text": TEXT, "published": "1999-03-05", "statements": said, "events": [], "standings": []}


def test_a_reading_asks_for_names_surnames_and_entries(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps(annotated()))
    (item,) = items([tmp_path])
    found = [(q["kind"], TEXT[slice(*q["span"])], q["expected"]["name"]) for q in item["questions"]]
    assert found[:2] == [("name", "Amina Otieno", "Amina Otieno"), ("surname", "Otieno", "Amina Otieno")]
    assert [(kind, name) for kind, _, name in found[2:]] == [("entry", "Kenya"), ("entry", "Kenyan foreign ministry")]
    assert found[3][1].strip().startswith("The ministry later")


def test_a_mention_that_is_annotated_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps(annotated(mention=[48, 54])))
    (item,) = items([tmp_path / "r.json"])
    assert (item["questions"][0]["kind"], item["questions"][0]["span"]) == ("mention", (48, 54))


def case(**more: object) -> dict:
    text = "Kenya recalled its envoy from Kampala on Tuesday, Foreign Minister Amina Otieno said."
    row = {
        "id": "c1",
        "text": text,
        "published": "1999-03-05",
        "mention": [67, 79],
        "expected": OTIENO,
        "kind": "title",
    }
    return row | more


def test_cases_are_predicted_written_and_scored_again(tmp_path: Path) -> None:
    gold, out = tmp_path / "cases.jsonl", tmp_path / "casts.jsonl"
    place = case(id="c2", mention=[30, 37], expected=None, kind="place")
    gold.write_text("".join(json.dumps(row) + "\n" for row in (case(), place)))
    outcome = evaluate(task("actors"), [gold], Wishes(), out=out)
    assert outcome.scores is not None
    assert outcome.scores["title"]["all_three"] == 1
    assert outcome.scores["all"]["questions"] == 2
    again = evaluate(task("actors"), [gold], Wishes(), made=out)
    assert again.scores == outcome.scores


def test_cases_without_answers_are_only_predicted(tmp_path: Path) -> None:
    gold = tmp_path / "cases.jsonl"
    row = case()
    del row["expected"]
    gold.write_text(json.dumps(row))
    assert evaluate(task("actors"), [gold], Wishes()).scores is None


@pytest.mark.parametrize("mention_given", [[5, 5], [80, 200], [-1, 4]])
def test_a_mention_outside_the_text_is_said(tmp_path: Path, mention_given: list[int]) -> None:
    gold = tmp_path / "cases.jsonl"
    gold.write_text(json.dumps(case(mention=mention_given)))
    with pytest.raises(GoldError, match="no span of the text"):
        evaluate(task("actors"), [gold], Wishes())
