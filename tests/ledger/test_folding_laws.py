"""Laws of folding, for any lines: order is nothing, later knowledge changes no earlier view, nothing is lost."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebook import codebook
from dragoman.ledger.folding import State, fold
from dragoman.ledger.lines import Line

DAYS = tuple(f"2003-{month:02}-{day:02}" for month in (2, 3) for day in (1, 2, 3, 5, 9, 15, 27, 28))
LAW = settings(max_examples=60, deadline=None)
STATUSES = (
    "happened",
    "happened",
    "happened",
    "ongoing",
    "ongoing",
    "planned",
    "denied",
    "conditional",
    "hypothetical",
)


@st.composite
def line(draw: st.DrawFn, row: int, topic: str) -> Line:
    low, high = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    start, end = draw(st.sampled_from(((None, None), (low, low), (low, low), (low, high), (low, None), (None, high))))
    known = draw(st.sampled_from(DAYS))
    return Line(
        row=row,
        id=draw(st.sampled_from("abcdef")) + str(row),
        report=draw(st.integers(1, 4)),
        family="standing",
        label=topic,
        value=draw(st.sampled_from(sorted(codebook().topics[topic].values))),
        status=draw(st.sampled_from(STATUSES)),
        day=start or end or known,
        known=known,
        start=start,
        end=end,
        precise=start is not None and start == end,
        until=draw(st.sampled_from((None, None, None, *DAYS))),
        source=draw(st.sampled_from(("PER", "ECU"))),
        target=draw(st.sampled_from(("COL", "COL", None))),
        subject="COL",
        according=draw(st.sampled_from((None, None, "PER", "ECU"))),
        kind=draw(st.sampled_from((None, "embassy", "ambassador"))),
        place=draw(st.sampled_from((None, "Cali"))),
        words=draw(st.sampled_from(("", "grain", "gas"))),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[list[Line], list[tuple[int, int]]]:
    topic = draw(st.sampled_from(sorted(codebook().topics)))
    count = draw(st.integers(1, 12))
    lines = [draw(line(row, topic)) for row in range(count)]
    return lines, [(a.row, b.row) for a in lines for b in lines if a.row < b.row and a.words and a.words == b.words]


def values(states: Sequence[State]) -> list[tuple[object, ...]]:
    return [(s.identity, s.value, s.since, s.until, s.certain, s.disputed, s.holders, s.last_reported) for s in states]


@LAW
@given(ledgers(), st.sampled_from(DAYS), st.randoms(use_true_random=False))
def test_order_never_matters(ledger: tuple[list[Line], list[tuple[int, int]]], on: str, random: object) -> None:
    lines, links = ledger
    expected = fold(lines, links, on=on)
    random.shuffle(lines)  # type: ignore[attr-defined]
    random.shuffle(links)  # type: ignore[attr-defined]
    assert fold(lines, [(b, a) for a, b in links], on=on) == expected


@LAW
@given(ledgers(), st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_known_by_is_the_ledger_of_that_day(
    ledger: tuple[list[Line], list[tuple[int, int]]], on: str, known_by: str
) -> None:
    lines, links = ledger
    earlier = [one for one in lines if one.known <= known_by]
    assert fold(lines, links, on=on, known_by=known_by) == fold(earlier, links, on=on)


@LAW
@given(ledgers(), st.sampled_from(DAYS))
def test_every_line_is_in_one_fact(ledger: tuple[list[Line], list[tuple[int, int]]], on: str) -> None:
    lines, links = ledger
    states = fold(lines, links, on=on)
    told = [one.row for state in states for fact in (*state.history, *state.beside) for one in fact.lines]
    assert sorted(told) == sorted(one.row for one in lines)


@LAW
@given(ledgers(), st.sampled_from(DAYS), st.data())
def test_copies_of_a_telling_change_no_value(
    ledger: tuple[list[Line], list[tuple[int, int]]], on: str, data: st.DataObject
) -> None:
    lines, links = ledger
    copied = data.draw(st.sampled_from(lines))
    copy = replace(copied, row=1000, id=copied.id + "z")
    linked = [*links, (copied.row, copy.row)]
    assert values(fold([*lines, copy], linked, on=on)) == values(fold(lines, linked, on=on))


@LAW
@given(ledgers(), st.sampled_from(DAYS))
def test_a_state_is_what_its_facts_say(ledger: tuple[list[Line], list[tuple[int, int]]], on: str) -> None:
    lines, links = ledger
    for state in fold(lines, links, on=on):
        assert [fact.day for fact in state.history] == sorted(fact.day for fact in state.history)
        assert state.disputed == bool(state.sides)
        if state.value is None:
            assert not state.fact
            assert state.since is None
            continue
        assert {one.value for one in state.fact} == {state.value}
        assert state.value not in codebook().topics[state.identity.topic].passing
        assert state.since is not None
        assert state.since <= on
        assert state.until is None or state.until >= on
        assert any(fact.changes and fact.value == state.value for fact in state.history)


@LAW
@given(ledgers())
def test_the_state_stays_up_to_its_until(ledger: tuple[list[Line], list[tuple[int, int]]]) -> None:
    lines, links = ledger
    for state in fold(lines, links, on="2003-03-01"):
        if state.until is not None:
            (same,) = [s for s in fold(lines, links, on=state.until) if s.identity == state.identity]
            assert (same.value, same.since, same.until) == (state.value, state.since, state.until)


@pytest.mark.parametrize("by", ["2003-02-05", "2003-02-05T12:00:00Z", "2003-02"])
def test_known_by_takes_days_times_and_months(by: str) -> None:
    one = Line(1, "a", 1, "standing", "hostilities", "ended", "happened", "2003-02-05", "2003-02-05", source="PER")
    assert fold([one], on="2003-03-01", known_by=by)[0].value == "ended"
