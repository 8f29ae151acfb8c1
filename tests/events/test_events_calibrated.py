"""Confidence: a probability by the table of weights, rising with the chance of the type; unsure events are left out."""

from dataclasses import replace
from itertools import pairwise
from math import isfinite

import pytest

import dragoman
from dragoman import actors, language, reports, speech, times
from dragoman.events import calibrated, given, relate
from dragoman.events.code import _Coder
from dragoman.records import Event

CHANCES = (0.0, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1.0)
FLAGS = ("one-sided", "not-happened", "head-alone")
TEXT = (
    "DAKAR, March 3 - Senegal expelled two Gambian diplomats on Monday and accused Banjul of arming rebels. "
    "Guinea may recall its ambassador if the dispute goes on, and its farmers protested in Conakry."
)


def coder(*, acting: bool = True) -> _Coder:
    report = reports.from_text(TEXT, published="2009-03-04")
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler], acting=acting)
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    return _Coder(report, doc, cast, calendar, speech.Voices(doc, speech.find(report, doc, cast, calendar)), atlas=None)


@pytest.fixture(scope="module")
def read() -> tuple[_Coder, tuple[Event, ...]]:
    found = coder()
    return found, found.events()


def test_the_table_has_a_base_for_each_kind_and_finite_weights() -> None:
    table = calibrated.weights()
    kinds = (calibrated.EVENT, calibrated.EVENT_BY_RULES, calibrated.RELATION, calibrated.RELATION_BY_RULES)
    assert sorted(table) == sorted((*kinds, calibrated.THRESHOLD))
    assert all(isfinite(weight) for signs in table.values() for weight in signs.values())
    assert all(calibrated.BASE in table[kind] and len(table[kind]) > 1 for kind in kinds)
    assert 0 <= calibrated.abstaining() < 0.5


@pytest.mark.parametrize("acting", [True, False])
def test_the_table_knows_the_signs_of_an_event(acting: bool) -> None:
    found = coder(acting=acting)
    found.events()
    kind = calibrated.EVENT if acting else calibrated.EVENT_BY_RULES
    signs = [found.signs(thought, event) for thought in found.thoughts.values() for event in thought.events]
    assert signs
    assert all(set(calibrated.weights()[kind]) <= set(one) for one in signs)


@pytest.mark.parametrize("flag", FLAGS)
def test_confidence_rises_with_the_chance_of_the_type(flag: str) -> None:
    signs = [{calibrated.BASE: 1.0, flag: 1.0, "chance": calibrated.log_odds(chance)} for chance in CHANCES]
    said = [calibrated.probability(calibrated.EVENT, one) for one in signs]
    assert all(a <= b for a, b in pairwise(said))
    assert said[0] < said[-1]
    assert all(0 < p < 1 for p in said)


def test_confidence_rises_with_what_the_head_says_of_sides_and_fact() -> None:
    table = calibrated.weights()[calibrated.EVENT]
    assert table["sides"] > 0
    assert table["fact"] > 0


def test_relations_rise_with_chance_and_score() -> None:
    assert all(calibrated.relation(a) <= calibrated.relation(b) for a, b in pairwise(CHANCES))
    assert calibrated.relation(0.4) < calibrated.relation(0.9)
    assert calibrated.relation_by_rules(0.1) < calibrated.relation_by_rules(6.0)
    assert all(0 < calibrated.relation_by_rules(score) < 1 for score in (-1e6, 0.0, 1e6))


def test_confidence_is_that_of_the_signs(read: tuple[_Coder, tuple[Event, ...]]) -> None:
    found, events = read
    signs = {e.id: found.signs(thought, e) for thought in found.thoughts.values() for e in thought.events}
    assert len(events) >= 2
    for event in events:
        assert 0 < event.confidence < 1
        assert event.confidence >= calibrated.probability(calibrated.EVENT, signs[event.id])
        assert 0 <= signs[event.id]["sides"] <= 1


def test_parties_that_the_sentence_does_not_name_do_not_count_for_the_sides(
    read: tuple[_Coder, tuple[Event, ...]],
) -> None:
    found, _ = read
    thought = next(t for t in found.thoughts.values() if t.events and t.parties and t.verdict)
    assert thought.parties is not None
    assert thought.verdict is not None
    away = tuple(replace(actor, mention=None) for actor in thought.parties.actors)
    nobody = replace(thought.parties, actors=away, recipients=())
    i, judgement = thought.trigger.i, thought.verdict.judgement
    assert calibrated.sides(found.tree, i, thought.parties, judgement) > 0
    assert calibrated.sides(found.tree, i, nobody, judgement) == 0


def test_the_same_text_has_the_same_confidences(read: tuple[_Coder, tuple[Event, ...]]) -> None:
    assert [e.confidence for e in coder().events()] == [e.confidence for e in read[1]]


def test_events_below_the_threshold_are_left_out(read: tuple[_Coder, tuple[Event, ...]]) -> None:
    event = read[1][0]
    ranked = tuple(replace(event, confidence=p) for p in (0.9, 0.01, calibrated.abstaining(), 0.6))
    assert [e.confidence for e in given(ranked)] == [0.9, calibrated.abstaining(), 0.6]
    assert given(ranked, 0.0) == ranked
    assert [e.confidence for e in given(ranked, 0.6)] == [0.9, 0.6]


def test_a_reading_takes_the_threshold_that_is_asked_for() -> None:
    every = dragoman.read(TEXT, published="2009-03-04", min_confidence=0).events
    half = dragoman.read(TEXT, published="2009-03-04", min_confidence=0.7).events
    assert len(every) > len(half)
    assert half == tuple(event for event in every if event.confidence >= 0.7)
    assert not dragoman.read(TEXT, published="2009-03-04", min_confidence=1).events


def test_relations_are_confident_within_bounds() -> None:
    text = "Poland's foreign minister condemned Belarus for closing the border."
    sure = relate(text, (0, 25), (text.index("Belarus"), text.index("Belarus") + 7))
    none = relate("Nothing here.", None, None)
    assert 0 < none.confidence < sure.confidence < 1


def test_measures_of_calibration() -> None:
    measures = pytest.importorskip("benchmarks.reliability")  # not in the source distribution
    just = [(0.2, k == 0) for k in range(5)] + [(0.8, k != 0) for k in range(5)]
    assert measures.ece(just, 2) == pytest.approx(0)
    assert measures.brier(just) == pytest.approx(0.16)
    wrong = [(0.9, False)] * 4 + [(0.1, True)] * 4
    assert measures.ece(wrong, 2) == pytest.approx(0.9)
    assert [b.count for b in measures.bins(just, 3)] == [3, 4, 3]
    assert measures.floor([(0.5, True)] * 2, 1) == pytest.approx(0.25)  # of two throws of a coin: 0, 1/2 or 1
