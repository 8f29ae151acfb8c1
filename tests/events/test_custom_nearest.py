"""Nearest examples: who is near, what threshold and margin leave-one-out finds, what a negative changes."""

import numpy as np
import pytest
from numpy.typing import NDArray

from dragoman.events.custom.nearest import UNKNOWN, Negative, Neighbours

Rows = NDArray[np.float32]


def unit(*rows: tuple[float, ...]) -> Rows:
    found = np.array(rows, np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


NONE = np.zeros((0, 3), np.float32)
POINTS = unit((1, 0, 0), (1, 0.2, 0), (0, 1, 0), (0.2, 1, 0))
TYPES = ("A", "A", "B", "B")
ALL = (True,) * 4


def test_the_nearest_example_gives_the_type_and_its_lead():
    own = Neighbours(POINTS, TYPES, ALL, NONE, [])
    near = own.judge(unit((1, 0.1, 0)))[0]
    assert own.types[near.point] == "A"
    assert near.similarity == pytest.approx(0.995, abs=0.01)
    assert near.margin == pytest.approx(near.similarity - 0.292, abs=0.01)
    assert own.accepts(near)
    assert not own.accepts(own.judge(unit((0, 0, 1)))[0])
    assert own.judge(np.zeros((0, 3), np.float32)) == []


def test_leave_one_out_counts_what_the_rest_would_say():
    own = Neighbours(POINTS, TYPES, ALL, NONE, [])
    assert (own.fit.right, own.fit.wrong, own.fit.false) == (4, 0, 0)
    stray = Neighbours(np.concatenate((POINTS, unit((1, 0.1, 0)))), (*TYPES, "B"), (*ALL, True), NONE, [])
    assert stray.fit.wrong <= 1
    assert stray.types[stray.fit.judged[4].point] == "A"


def test_negatives_take_what_is_nearer_to_them():
    away = unit((1, 0, 0.9), (0, 1, 0.9))
    held = Neighbours(POINTS, TYPES, ALL, away, [Negative(None, 0), Negative(None, 1)])
    assert (held.fit.right, held.fit.false) == (4, 0)
    loose = Neighbours(POINTS, TYPES, ALL, NONE, [], threshold=0.5)
    assert loose.accepts(loose.judge(unit((1, 0, 0.8)))[0])
    assert not held.accepts(held.judge(unit((1, 0, 0.8)))[0])
    # what must not be A may still be B
    typed = Neighbours(POINTS, TYPES, ALL, unit((0.3, 1, 0)), [Negative("A", 0)])
    assert typed.accepts(typed.judge(unit((0.25, 1, 0)))[0])


def test_negatives_of_one_sentence_do_not_excuse_one_another():
    twins = unit((1, 0, 0.3), (1, 0, 0.3))
    one = Neighbours(POINTS, TYPES, ALL, twins, [Negative(None, 0), Negative(None, 0)], threshold=0.5, margin=0.0)
    two = Neighbours(POINTS, TYPES, ALL, twins, [Negative(None, 0), Negative(None, 1)], threshold=0.5, margin=0.0)
    assert (one.fit.false, two.fit.false) == (2, 0)


def test_numbers_of_the_user_are_kept():
    own = Neighbours(POINTS, TYPES, ALL, NONE, [], threshold=0.999, margin=0.5)
    assert (own.fit.threshold, own.fit.margin) == (0.999, 0.5)
    assert own.fit.right == 0


def test_single_examples_cannot_be_judged():
    own = Neighbours(unit((1, 0, 0), (0, 1, 0)), ("A", "B"), ALL[:2], NONE, [])
    assert own.fit.judged == (None, None)
    assert own.fit.threshold == UNKNOWN
    assert own.accepts(own.judge(unit((1, 0.1, 0)))[0])
    alone = Neighbours(unit((1, 0, 0)), ("A",), ALL[:1], NONE, [])
    assert alone.judge(unit((1, 0, 0)))[0].similarity == pytest.approx(1.0)


def test_precision_is_never_certain():
    own = Neighbours(POINTS, TYPES, ALL, NONE, [])
    assert own.fit.precision == pytest.approx(5 / 6)
