"""Reports that copy one another, or come from one agency or publisher, are one origin."""

from itertools import permutations

import pytest

from dragoman.query.origins import Origin, of_one_hand, together

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
    assert of_one_hand(first, second) is same
    assert of_one_hand(second, first) is same


def test_seven_reports_of_two_origins() -> None:
    wire = [Origin(row, f"r{row}", "AFP", f"Paper {row}") for row in range(1, 5)]
    copy = Origin(5, "r5", None, "Blog")  # of the second, without naming the agency
    own = [Origin(6, "r6", None, "Quito Star"), Origin(7, "r7", None, "QUITO  STAR")]
    for found in permutations((*wire[2:], copy, *own)):
        assert {frozenset(g) for g in together((*wire[:2], *found), lambda a, b: {a.row, b.row} == {2, 5})} == {
            frozenset((1, 2, 3, 4, 5)),
            frozenset((6, 7)),
        }


def test_without_reports_there_is_no_origin() -> None:
    assert together((), lambda a, b: True) == ()
