"""The tree drawn on top of errors.py is the tree of the classes; every error says what, where and what to do."""

import pickle
import re

import pytest

from dragoman import errors
from dragoman.errors import DragomanError

ALL = [found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, DragomanError)]


def test_the_drawing_is_true():
    drawn = {}
    for line in errors.__doc__.splitlines():
        if found := re.search(r"(\w+)\s+(DR\d+)\s", line):
            drawn[found[1]] = (found[2], found.start(1))
    assert {name: code for name, (code, _) in drawn.items()} == {found.__name__: found.code for found in ALL}
    for found in ALL[1:]:
        assert drawn[found.__base__.__name__][1] < drawn[found.__name__][1], "a child stands further in than its parent"


def test_codes_are_unique():
    assert len({found.code for found in ALL}) == len(ALL)


@pytest.mark.parametrize("found", ALL)
def test_an_error_survives_a_process(found):
    error = pickle.loads(pickle.dumps(found("the file is empty", "a.txt", "Name another.")))
    assert type(error) is found
    assert str(error) == f"[{found.code}] a.txt: the file is empty. Name another."
    assert (error.seen, error.where, error.advice) == ("the file is empty", "a.txt", "Name another.")


def test_what_is_not_known_is_left_out():
    assert str(DragomanError("It broke.")) == "[DR000] It broke."
