"""Arc scores of one sentence to a tree: greedy heads where they make one, else Chu-Liu-Edmonds."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Scores: TypeAlias = NDArray[np.float32]


def tree(scores: Scores) -> list[int]:
    """The head of each word, 0 for the root, else 1-based, with one root and no cycle.

    `scores` is (words, 1 + words): row the dependent, column the head, column 0 the root; own heads are ignored.
    Method: Chu and Liu 1965, Edmonds 1967; the root is the best-scored one, then all others are held to have a head.
    """
    n = scores.shape[0]
    own = np.arange(n)
    scores = scores.copy()
    scores[own, own + 1] = -np.inf
    heads: list[int] = scores.argmax(1).tolist()
    if heads.count(0) == 1 and not _cycle(heads):
        return heads
    root = int((scores[:, 0] - np.max(scores[:, 1:], axis=1, initial=-1e9)).argmax())
    scores[:, 0] = -np.inf
    scores[root, :] = -np.inf
    scores[root, 0] = 0.0
    heads = scores.argmax(1).tolist()
    return heads if not _cycle(heads) else _edmonds(scores)


def _cycle(heads: list[int]) -> list[int]:
    """The words (1-based) of one cycle, or none."""
    state = [0] * (len(heads) + 1)
    for word in range(1, len(heads) + 1):
        path, at = [], word
        while at and not state[at]:
            state[at] = word
            path.append(at)
            at = heads[at - 1]
        if at and state[at] == word and at in path:
            return path[path.index(at) :]
        for seen in path:
            state[seen] = -1
    return []


def _edmonds(scores: Scores) -> list[int]:
    """The best arborescence by contracting cycles; `scores` has one possible root."""
    n = scores.shape[0] + 1
    full = np.full((n, n), -np.inf, dtype=np.float64)
    full[1:, :] = scores
    heads = _contract(full)
    return [int(h) for h in heads[1:]]


def _contract(scores: NDArray[np.float64]) -> list[int]:
    n = scores.shape[0]
    heads: list[int] = scores.argmax(1).tolist()
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [v for v in range(n) if v not in inside]
    place = {v: k for k, v in enumerate(outside)}
    new = len(outside)
    best = scores[cycle, [heads[v] for v in cycle]]
    smaller = np.full((new + 1, new + 1), -np.inf)
    smaller[np.ix_(range(new), range(new))] = scores[np.ix_(outside, outside)]
    # an arc into the cycle replaces the cycle's own arc at the word that it enters
    entering = scores[np.ix_(cycle, outside)] - best[:, None]
    enters = entering.argmax(0)
    smaller[new, :new] = entering.max(0)
    leaving = scores[np.ix_(outside, cycle)]
    leaves = leaving.argmax(1)
    smaller[:new, new] = leaving.max(1)
    smaller[0, :] = -np.inf
    found = _contract(smaller)
    for v in outside:
        head = found[place[v]]
        heads[v] = cycle[int(leaves[place[v]])] if head == new else outside[head]
    from_outside = found[new]
    heads[cycle[int(enters[from_outside])]] = outside[from_outside]
    heads[0] = 0
    return heads
