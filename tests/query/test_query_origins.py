"""Reports that copy one another, or come from one agency or publisher, are one origin."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.query.origins import Origin, together

# publisher and agency of two reports; are they of one hand
HANDS = [
    (("Quito Star", None), ("Quito Star", None), True),
    (("Quito Star", None), ("Lima Gazette", None), False),
    (("Quito Star", "AFP"), ("Lima Gazette", "afp"), True),
    (("Quito Star", "AFP"), ("Quito Star", "Reuters"), False),
    (("Quito Star", "AFP"), ("Quito Star", None), True),
    (("Reuters", None), ("Lima Gazette", "Reuters"), True),
    ((None, None), (None, None), False),
    ((None, "AFP"), ("Quito Star", None), False),
]


@pytest.mark.parametrize(("one", "other", "same"), HANDS)
def test_of_one_hand(one: tuple[str, str | None], other: tuple[str, str | None], same: bool) -> None:
    first, second = Origin(1, "a", one[1], one[0]), Origin(2, "b", other[1], other[0])
    for found in ((first, second), (second, first)):
        assert (len(together(found, ())) == 1) is same


def test_seven_reports_of_two_origins() -> None:
    wire = [Origin(row, f"r{row}", "AFP", f"Paper {row}") for row in range(1, 5)]
    copy = Origin(5, "r5", None, "Blog")  # of the second, without naming the agency
    own = [Origin(6, "r6", None, "Quito Star"), Origin(7, "r7", None, "QUITO  STAR")]
    for found in permutations((*wire[2:], copy, *own)):
        assert {frozenset(g) for g in together((*wire[:2], *found), [(2, 5), (5, 2)])} == {
            frozenset((1, 2, 3, 4, 5)),
            frozenset((6, 7)),
        }


def test_without_reports_there_is_no_origin() -> None:
    assert together((), [(1, 2)]) == ()


ORIGINS = st.lists(st.tuples(st.sampled_from([None, "AFP", "Reuters"]), st.sampled_from([None, "AFP", "Star", "Post"])))


@given(told=ORIGINS, copies=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4))
def test_origins_are_what_pairs_of_reports_make_them(
    told: list[tuple[str | None, str | None]], copies: list[tuple[int, int]]
) -> None:
    found = [Origin(row, f"r{row}", agency, source) for row, (agency, source) in enumerate(told)]
    groups = [{one.row} for one in found]
    for one, other in combinations(found, 2):
        if of_one_hand(one, other) or (one.row, other.row) in copies or (other.row, one.row) in copies:
            joined = [group for group in groups if {one.row, other.row} & group]
            groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    assert {frozenset(group) for group in together(found, copies)} == {frozenset(group) for group in groups}


def of_one_hand(one: Origin, other: Origin) -> bool:
    if one.agency and other.agency:
        return one.agency == other.agency
    return bool({one.agency, one.source} & {other.agency, other.source} - {None})
