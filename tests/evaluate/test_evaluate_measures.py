"""Small cases of the measures, counted by hand."""

import pytest

from dragoman.evaluate import extraction, ner, quotes, relations, timex
from dragoman.evaluate.labels import binary, penta, root
from dragoman.evaluate.parties import agree
from dragoman.evaluate.quotemarks import quoted, words
from dragoman.evaluate.timex_days import days

SCHEMA = {"datasets": {"d": {"annotated": ["LOC", "PERSON"], "collapse": {"GPE": "LOC"}}}}


def entity(start: int, end: int, label: str) -> dict:
    return {"start": start, "end": end, "label": label}


def test_entities_go_through_the_schema():
    gold = [
        {"id": 1, "dataset": "d", "entities": [entity(0, 4, "LOC"), entity(9, 12, "PERSON")]},
        {"id": 2, "entities": []},
    ]
    found = [{"id": 1, "entities": [entity(0, 4, "GPE"), entity(9, 12, "LOC"), entity(20, 22, "DATE")]}]
    scores = ner.score(gold, found, SCHEMA)
    assert scores["micro"] == {"p": 50.0, "r": 50.0, "f1": 50.0, "gold": 2, "system": 2}
    assert scores["untyped"]["f1"] == 100
    assert scores["records_missing"] == 1


QUOTED = (
    ("He “said so” once", ["said", "so"]),
    ('He "said so" once', ["said", "so"]),
    ("“First part\nsecond part” end", ["First", "part"]),  # a quotation ends with its paragraph
    ("no marks at all", []),
    ("an “open end", ["open", "end"]),
    ("``TeX style'' end", ["TeX", "style"]),
)


@pytest.mark.parametrize(("text", "inside"), QUOTED)
def test_words_inside_quotation_marks(text, inside):
    found = words(text)
    assert [text[slice(*found[i])] for i in sorted(quoted(text, found))] == inside


def test_quotations_are_shared_out():
    text = "“We agree with it fully,” said Ann."
    gold = [{"id": 1, "text": text, "attributions": [{"source": [[31, 34]], "cue": [[26, 30]], "content": [[1, 24]]}]}]
    half = {"id": 1, "attributions": [{"source": [[31, 34]], "cue": [], "content": [[1, 9]]}]}
    scores = quotes.score(gold, [half])
    assert scores["all"]["content.soft"] == pytest.approx({"p": 1.0, "r": 0.4, "f1": 4 / 7})
    assert scores["direct"]["gold"] == 1
    assert scores["all"]["content.exact"]["f1"] == 0
    assert scores["all"]["source.exact"] == 1
    assert scores["all"]["cue.exact"]["r"] == 0


DAYS = (
    ("1998-02-13", "1998-02-13", 1),
    ("1998-02-13T14:00", "1998-02-13", 1),
    ("1998-02", "1998-02-01", 28),
    ("1998", "1998-01-01", 365),
    ("199", "1990-01-01", 3652),
    ("1998-W07", "1998-02-09", 7),
    ("1998-W07-WE", "1998-02-14", 2),
    ("1998-Q4", "1998-10-01", 92),
    ("1998-H2", "1998-07-01", 184),
    ("1998-WI", "1998-12-01", 90),
)


@pytest.mark.parametrize(("value", "first", "length"), DAYS)
def test_values_name_days(value, first, length):
    from datetime import date

    start = date.fromisoformat(first).toordinal()
    assert days(value) == (start, start + length)


@pytest.mark.parametrize("value", ["P3D", "PRESENT_REF", "1998-02-30", "1998-W54", "XXXX-03", "", None])
def test_values_that_name_no_days(value):
    assert days(value) is None


def test_datelines_count_neither_way():
    gold = [{"id": 1, "text": "May 3 - On Friday", "timexes": [{"start": 0, "end": 5, "dct": True}]}]
    found = [{"id": 1, "timexes": [{"start": 0, "end": 5, "value": "1998-05-03", "type": "DATE"}]}]
    scores = timex.score(gold, found)
    assert (scores["gold"], scores["predicted"]) == (0, 0)


def test_labels_of_older_codebooks_are_read():
    assert root("demand") == "REQUEST"
    assert root("RETREAT", merged=True) == "YIELD"
    assert root("") is None
    assert penta({"quad": "verbal_conflict"}) == 3
    assert penta({"plover": "FIGHT"}) == 4
    assert binary({"penta": 2}) == "cooperation"
    assert binary({"penta": 0}) is None


def test_missing_relations_lower_recall_only():
    gold = [{"id": n, "plover": "AID", "penta": 2} for n in range(4)]
    scores = relations.score(gold, [{"id": 0, "plover": "AID"}, {"id": 1, "plover": "ASSAULT"}])
    assert scores["root"]["accuracy"] == 0.25
    assert scores["root"]["per_label"]["AID"]["p"] == 1.0
    assert scores["root"]["missing"] == 2
    assert scores["penta"]["per_label"]["2"]["r"] == 0.25


# gold, predicted, by what, whether they agree
PARTIES = (
    ("the army of Chad", "Chadian army", "text", True),
    ("Chad", {"text": "Niger"}, "text", False),
    (None, {"text": None, "code": "---"}, "text", True),
    (None, "Niger", "text", False),
    ({"text": "x", "code": "TCD", "sector": "GOV"}, {"text": "y", "code": "TCDGOV"}, "code", True),
    ({"text": "x", "code": "TCDGOV"}, {"text": "y", "code": "TCDMIL"}, "country", True),
    ("Séléka", "Seleka", "text", True),
)


@pytest.mark.parametrize(("gold", "predicted", "by", "same"), PARTIES)
def test_parties(gold, predicted, by, same):
    assert agree(gold, predicted, by) is same


def test_events_are_matched_one_to_one():
    event = {"source": "Chad", "target": "Niger", "plover": "AID"}
    gold = [{"id": 1, "events": [event, event]}, {"id": 2, "events": []}]
    scores = extraction.score(gold, [{"id": 1, "events": [event] * 3}, {"id": 2, "events": [event]}])
    assert scores["type"]["tp"] == 2
    assert scores["type"]["pred"] == 4
    assert scores["empty_texts"] == {"n": 1, "kept_empty": 0.0}
    assert "cameo" not in scores
