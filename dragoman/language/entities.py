"""BIOES log-probabilities of a sentence to entity spans: the best sequence that the scheme allows."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Found: TypeAlias = list[tuple[int, int, str]]


class Decoder:
    """Reads entities under one list of tags ("O", "B-PERSON", ...)."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        opens = [t[0] in "BI" for t in tags]
        goes_on = [t[0] in "IE" for t in tags]
        self.allowed = np.array(
            [
                [
                    (opens[a] and goes_on[b] and tags[a][2:] == tags[b][2:]) or (not opens[a] and not goes_on[b])
                    for b in range(len(tags))
                ]
                for a in range(len(tags))
            ]
        )
        self.starts = np.array([not g for g in goes_on])
        self.ends = np.array([not o for o in opens])
        self.outside = self.tags.index("O")
        self._step = np.where(self.allowed, 0.0, -1e9).astype(np.float32)

    def __call__(self, scores: NDArray[np.float32]) -> Found:
        """(words, tags) log-probabilities to (start, end, label), in words."""
        best: list[int] = scores.argmax(1).tolist()
        if all(b == self.outside for b in best):
            return []
        if not self._valid(best):
            best = self._viterbi(scores)
        return self._spans(best)

    def _valid(self, best: list[int]) -> bool:
        if not (self.starts[best[0]] and self.ends[best[-1]]):
            return False
        return all(self.allowed[a, b] for a, b in pairwise(best))

    def _viterbi(self, scores: NDArray[np.float32]) -> list[int]:
        total = scores[0] + np.where(self.starts, 0.0, -1e9)
        back = []
        for row in scores[1:]:
            paths = total[:, None] + self._step
            before = paths.argmax(0)
            back.append(before)
            total = paths[before, np.arange(len(before))] + row
        total = total + np.where(self.ends, 0.0, -1e9)
        best = [int(total.argmax())]
        for before in reversed(back):
            best.append(int(before[best[-1]]))
        return best[::-1]

    def _spans(self, best: list[int]) -> Found:
        found, start = [], 0
        for n, index in enumerate(best):
            tag = self.tags[index]
            if tag[0] in "BS":
                start = n
            if tag[0] in "ES":
                found.append((start, n + 1, tag[2:]))
        return found
