"""What is sure of a state before it is folded holds when it is: its values, its last change, what is planned."""

from hypothesis import given
from hypothesis import strategies as st
from test_folding_laws import DAYS, LAW, ledgers

from dragoman.ledger.folding import fold
from dragoman.ledger.folding.unfolded import unfolded
from dragoman.ledger.lines import Line

Told = tuple[list[Line], list[tuple[int, int]]]


@LAW
@given(ledgers(), st.sampled_from(DAYS))
def test_what_is_sure_before_folding_holds(ledger: Told, on: str) -> None:
    lines, links = ledger
    for one in unfolded(lines, links, on=on):
        state = one.state()
        if state.value is None:
            assert one.bounded or not one.values
        else:
            assert state.value in one.values
            assert (state.since or "") <= one.last <= on
        assert one.planned or not any(fact.status == "planned" for fact in state.beside)


@LAW
@given(ledgers(), st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_unfolded_is_what_fold_folds(ledger: Told, on: str, known_by: str) -> None:
    lines, links = ledger
    found = unfolded(lines, links, on=on, known_by=known_by)
    assert tuple(one.state() for one in found) == fold(lines, links, on=on, known_by=known_by)
    assert all(one.state() is one.state() for one in found)
