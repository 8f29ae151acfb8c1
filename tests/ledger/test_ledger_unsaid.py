"""Contents that only point at their matter are no content."""

import pytest

from dragoman.ledger.unsaid import EXAMPLES, said


@pytest.mark.parametrize(("words", "left"), EXAMPLES)
def test_said(words: str, left: str) -> None:
    assert said(words) == left
