"""Any scores give a tree with one root."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.tree import tree


def _depth(heads: list[int], word: int) -> int:
    seen = 0
    while word and seen <= len(heads):
        word, seen = heads[word - 1], seen + 1
    return seen


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_any_scores_give_one_tree(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    heads = tree(scores)
    assert len(heads) == n
    assert heads.count(0) == 1
    assert all(_depth(heads, w) <= n for w in range(1, n + 1))


def test_greedy_heads_are_kept_where_they_make_a_tree() -> None:
    scores = np.full((3, 4), -5.0, dtype=np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5.0
    assert tree(scores) == [2, 0, 2]


def test_a_cycle_is_broken_at_its_cheapest_arc() -> None:
    # words 1 and 2 head each other; word 3 is the root and would rather head word 1
    scores = np.array([[-9, 0, 5, 4], [-9, 6, 0, 1], [3, -9, -9, 0]], dtype=np.float32)
    assert tree(scores) == [3, 1, 0]


def test_the_best_arborescence_against_all_of_them() -> None:
    from itertools import product

    rng = np.random.default_rng(3)
    for _ in range(40):
        scores = rng.normal(size=(4, 5)).astype(np.float32)
        heads = tree(scores)
        root = heads.index(0)
        best = max(
            (h for h in product(range(5), repeat=4) if h.count(0) == 1 and h[root] == 0 and _whole(h)),
            key=lambda h: sum(float(scores[i, j]) for i, j in enumerate(h) if i != root),
            default=None,
        )
        assert best is not None
        ours = sum(float(scores[i, j]) for i, j in enumerate(heads) if i != root)
        theirs = sum(float(scores[i, j]) for i, j in enumerate(best) if i != root)
        assert abs(ours - theirs) < 1e-4


def _whole(heads: tuple[int, ...]) -> bool:
    if 0 not in heads or any(h == i + 1 for i, h in enumerate(heads)):
        return False
    return all(_depth(list(heads), w) <= len(heads) for w in range(1, len(heads) + 1))
