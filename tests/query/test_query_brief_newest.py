"""A brief folds no more than it shows: what it picks and counts is what folding everything would give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_folding_laws import DAYS, LAW, ledgers

from dragoman.ledger.folding.unfolded import unfolded
from dragoman.ledger.lines import Line
from dragoman.query.brief import _is_open, _newest
from dragoman.query.matters import is_open

Told = tuple[list[Line], list[tuple[int, int]]]


@pytest.mark.parametrize("most", [1, 2, 5])
@LAW
@given(ledger=ledgers(), on=st.sampled_from(DAYS))
def test_the_newest_are_the_first_of_all(most: int, ledger: Told, on: str) -> None:
    lines, links = ledger
    known = [one for one in unfolded(lines, links, on=on) if one.state().value is not None]
    everything = sorted((one.state() for one in known), key=lambda s: (s.since or "", s.identity))
    days = sorted({state.since or "" for state in everything}, reverse=True)
    in_order = [state for day in days for state in everything if state.since == day]
    assert _newest(known, most) == in_order[:most]


@LAW
@given(ledgers(), st.sampled_from(DAYS))
def test_what_is_open_is_known_before_folding(ledger: Told, on: str) -> None:
    lines, links = ledger
    for one, same in zip(unfolded(lines, links, on=on), unfolded(lines, links, on=on), strict=True):
        assert _is_open(one) is is_open(same.state())
