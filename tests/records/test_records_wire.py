"""Readings to JSON and back: nothing lost, keys as design/measured.md names them."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import (
    Actor,
    ActorKind,
    Anchor,
    Event,
    Finding,
    Form,
    Place,
    Precision,
    Reading,
    Report,
    Standing,
    Statement,
    Status,
    When,
    entry_id,
    overlap,
    within,
    words_of,
)
from dragoman.records.wire import decode, encode

TEXT = "Chad said it would reopen the border with Sudan in May if the shelling stops."
CHAD = Actor("TCD", "Chad", "TCD", "GOV", ActorKind.STATE, None, (0, 4))
SUDAN = Actor("SDN", "Sudan", "SDN", "GOV", ActorKind.STATE, None, (42, 47))
MAY = When(date(2009, 5, 1), date(2009, 5, 31), Precision.MONTH, Anchor.PUBLISHED, (48, 54))
COMMON = {"evidence": ((0, 77),), "confidence": 0.876, "made_by": "rule:test", "according_to": CHAD}

KEYS = {
    "top": "schema id title published source agency datelines language coder statements events standings findings",
    "statements": "id speaker addressee cue content form venue date evidence according_to confidence",
    "events": "id type mode contexts cameo goldstein quad trigger actors recipients when where status according_to "
    "evidence confidence",
    "standings": "id topic holder subject value content when until conditions in_return_for status according_to "
    "evidence confidence",
}


def reading() -> Reading:
    report = Report("r1", TEXT, published=date(2009, 4, 2), datelines=(Place("N'Djamena", "TCD"),), text_digest="d")
    statement = Statement("s", CHAD, ((10, 77),), Form.INDIRECT, cue=(5, 9), date=MAY, **COMMON)
    event = Event(
        "e", "AGREE", None, (19, 25), (CHAD,), (SUDAN,), Status.CONDITIONAL, cameo="030", goldstein=4.0,
        when=MAY, where=Place("Adre", "TCD", 13.47, 22.2, 1), attributes={"deadline": "2009-05-31"}, **COMMON,
    )  # fmt: skip
    pledge = Standing(
        "p", "pledge", CHAD, SUDAN, "conditional", Status.ONGOING, content=((19, 54),), conditions=((55, 76),),
        when=MAY, sources=("e", "s"), **COMMON,
    )  # fmt: skip
    findings = (Finding("note", "seen", "r1"),)
    return Reading(report, (statement,), (event,), (pledge,), findings, "dragoman 0 / model 0", ((0, 77),))


def test_keys_are_those_of_the_schema() -> None:
    row = msgspec.json.decode(encode(reading()))
    assert set(KEYS["top"].split()) <= set(row)
    for kind in ("statements", "events", "standings"):
        assert set(KEYS[kind].split()) | {"from", "attributes", "made_by"} <= set(row[kind][0])
    assert row["schema"] == 1
    assert row["events"][0]["actors"][0] | {"kind": 0, "acts_for": 0} == {
        "id": "TCD", "name": "Chad", "country": "TCD", "sector": "GOV", "mention": [0, 4], "kind": 0, "acts_for": 0,
    }  # fmt: skip
    assert row["events"][0]["when"] == {
        "start": "2009-05-01", "end": "2009-05-31", "precision": "month", "anchor": "published", "text": [48, 54],
    }  # fmt: skip


def test_confidence_is_printed_with_two_digits() -> None:
    assert msgspec.json.decode(encode(reading()))["events"][0]["confidence"] == 0.88


def test_a_reading_comes_back_as_it_went() -> None:
    line = encode(reading())
    back = decode(line)
    assert encode(back) == line
    assert back.standings[0].conditions == ((55, 76),)
    assert back.standings[0].sources == ("e", "s")


def test_a_line_that_is_no_reading_is_refused() -> None:
    with pytest.raises((KeyError, msgspec.ValidationError)):
        decode(b'{"schema": 1}')
    with pytest.raises(msgspec.DecodeError):
        decode(b"{")


spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: (min(p), max(p) + 1))
actors = st.builds(
    Actor, st.text(max_size=5), st.text(max_size=9), st.sampled_from(["CHN", None]), st.sampled_from(["GOV", None])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, max_size=3), st.none() | actors, st.sampled_from(list(Form)), st.text(max_size=8))
def test_any_statement_comes_back(
    content: list[tuple[int, int]], speaker: Actor | None, form: Form, venue: str
) -> None:
    statement = Statement("i", speaker, tuple(content), form, ((0, 1),), 0.5, "rule", venue=venue)
    held = Reading(Report("r", ""), (statement,), (), (), (), "coder")
    assert decode(encode(held)).statements == (statement,)


def test_ids_depend_on_place_and_label_only() -> None:
    one = entry_id("r", "event", (1, 5), "AGREE")
    assert one == entry_id("r", "event", (1, 5), "AGREE")
    others = {
        entry_id("r2", "event", (1, 5), "AGREE"), entry_id("r", "event", (1, 6), "AGREE"),
        entry_id("r", "event", (1, 5), "AID"), entry_id("r", "event", (1, 5), "AGREE", 1),
    }  # fmt: skip
    assert len(others | {one}) == 5
    assert len(one) == 16


def test_spans() -> None:
    assert words_of(TEXT, ((0, 4), (42, 47))) == "Chad ... Sudan"
    assert overlap((0, 4), (3, 5)) and not overlap((0, 4), (4, 5))
    assert within((1, 2), (0, 4)) and not within((0, 5), (0, 4))
