"""Vectors of marked triggers to a judge of new ones: which example is nearest, and whether it is near enough.

A candidate takes the type of the nearest example when their similarity (cosine) reaches a threshold and exceeds, by a
margin, that to the nearest example of every other type and to the nearest trigger that must not be coded so. Both are
chosen so that the examples and those other triggers, each judged by the rest (leave-one-out), come out best by F0.5,
and at least three of four codes right: a wrong code costs more than a lost one. Where no choice does so, only what is
nearer to an example than any slip was is coded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats: TypeAlias = NDArray[np.float32]

MARGINS: Final = (0.005, 0.01, 0.02, 0.04, 0.06, 0.1)
BETA: Final = 0.5
PRECISE: Final = 0.75
# What is asked where the examples cannot tell: no type has two of them.
UNKNOWN: Final = 0.85
FAR: Final = -1.0  # the similarity to an example that is not there


class Space(Protocol):
    """Where triggers lie: near one another when they name like acts. A space is kept by its identity."""

    def __hash__(self) -> int: ...

    def vectors(self, doc: "Doc", tokens: Sequence[int]) -> Floats:
        """(n, d) vectors of unit length for the `tokens` of `doc`."""
        ...


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest example (its place among the points), how similar it is and by how much it beats what it is not."""

    point: int
    similarity: float
    margin: float


@dataclass(frozen=True, slots=True)
class Negative:
    """A trigger of the sentence `sentence` that must not be coded as `type`, None for any type."""

    type: str | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Fit:
    """What leave-one-out found: `judged` are the nearest other examples, None for a type's only example.

    `right` and `wrong` count the examples that were near enough, `false` the triggers that must not be coded and were.
    """

    threshold: float
    margin: float
    judged: tuple[Near | None, ...]
    right: int
    wrong: int
    false: int

    @property
    def precision(self) -> float:
        """The share of codes that were right, counting one right and one wrong more (Laplace) for small numbers."""
        return (self.right + 1) / (self.right + self.wrong + self.false + 2)


class Neighbours:
    """The examples of a codebook as points, with threshold and margin."""

    def __init__(
        self,
        points: Floats,
        types: Sequence[str],
        asked: Sequence[bool],
        away: Floats,
        negatives: Sequence[Negative],
        *,
        threshold: float | None = None,
        margin: float | None = None,
    ) -> None:
        """`points` (n, d) with their `types`, and whether leave-one-out asks for them or only has them as neighbours.

        `away` (m, d) are triggers with what each must not be. A threshold and margin that are given are kept.
        """
        self.points, self.types, self.asked, self.away = points, tuple(types), tuple(asked), away
        names = tuple(dict.fromkeys(self.types))
        self._of = np.array([names.index(t) for t in self.types], dtype=np.int64)
        # (types, m): whether a trigger must not be coded as a type
        self._barred = np.array([[n.type in (None, name) for n in negatives] for name in names], dtype=bool)
        self.fit = self._fit(negatives, threshold, margin)

    def judge(self, vectors: Floats) -> list[Near]:
        """The nearest example of each of `vectors` (n, d)."""
        found = self._nearest(_similar(vectors, self.points), _similar(vectors, self.away))
        return [near for near in found if near is not None]

    def accepts(self, near: Near) -> bool:
        """Whether it is near enough to be coded."""
        return near.similarity >= self.fit.threshold and near.margin >= self.fit.margin

    def _nearest(self, similar: Floats, away: Floats) -> list[Near | None]:
        """By similarities to the points (k, n) and to what must not be coded (k, m)."""
        found: list[Near | None] = []
        for row, off in zip(similar, away, strict=True):
            best = int(row.argmax())
            if row[best] <= FAR:
                found.append(None)
                continue
            rivals = np.concatenate((row[self._of != self._of[best]], off[self._barred[self._of[best]]], [FAR]))
            found.append(Near(best, float(row[best]), float(row[best] - rivals.max())))
        return found

    def _fit(self, negatives: Sequence[Negative], threshold: float | None, margin: float | None) -> Fit:
        similar = _similar(self.points, self.points)
        np.fill_diagonal(similar, FAR)
        near = self._nearest(similar, _similar(self.points, self.away))
        loners = np.bincount(self._of)[self._of] < 2  # a type's only example cannot be judged by another
        near = [None if alone else found for alone, found in zip(loners, near, strict=True)]
        each = zip(near, self.types, self.asked, strict=True)
        judged = [(n, self.types[n.point] == type) for n, type, asked in each if n is not None and asked]
        false = self._false(negatives)
        cuts = _cuts([n.similarity for n, _ in judged] + [n.similarity for n in false]) if judged else [UNKNOWN]
        choices = [
            (threshold if threshold is not None else cut, margin if margin is not None else step)
            for cut in cuts
            for step in MARGINS
        ]
        kept = threshold is not None and margin is not None
        precise = choices if kept else [c for c in choices if _precise(*_count(judged, false, *c))]
        if not precise:
            slips = [n.similarity for n, right in judged if not right] + [n.similarity for n in false]
            beyond = max(slips, default=0.0) + 0.01
            precise = [(beyond if judged else max(beyond, UNKNOWN), MARGINS[0])]
        best = max(precise, key=lambda c: (_score(*_count(judged, false, *c), len(judged)), c[0], -c[1]))
        return Fit(best[0], best[1], tuple(near), *_count(judged, false, *best))

    def _false(self, negatives: Sequence[Negative]) -> list[Near]:
        """What each trigger that must not be coded is nearest to, judged without those of its own sentence."""
        among = _similar(self.away, self.away)
        sentences = np.array([n.sentence for n in negatives], dtype=np.int64)
        among[sentences[:, None] == sentences[None, :]] = FAR
        found = zip(self._nearest(_similar(self.away, self.points), among), negatives, strict=True)
        return [n for n, negative in found if n is not None and negative.type in (None, self.types[n.point])]


def _similar(one: Floats, other: Floats) -> Floats:
    """(n, m) cosines. Not by `@`: for so few rows the threads of the matrix library cost more than they save."""
    found: Floats = np.einsum("nd,md->nm", one, other)
    return found


def _cuts(values: Sequence[float]) -> list[float]:
    """Thresholds between the similarities that were seen."""
    seen = sorted(set(values))
    return [seen[0] - 0.01, *((a + b) / 2 for a, b in pairwise(seen))]


def _count(judged: Sequence[tuple[Near, bool]], false: Sequence[Near], cut: float, step: float) -> tuple[int, int, int]:
    """Examples coded rightly and wrongly, and others coded, at a threshold and margin."""
    taken = [right for n, right in judged if n.similarity >= cut and n.margin >= step]
    return sum(taken), len(taken) - sum(taken), sum(n.similarity >= cut and n.margin >= step for n in false)


def _precise(right: int, wrong: int, false: int) -> bool:
    return right > 0 and right >= PRECISE * (right + wrong + false)


def _score(right: int, wrong: int, false: int, total: int) -> float:
    """F-beta of the codes given."""
    if not right:
        return 0.0
    precision, recall = right / (right + wrong + false), right / total
    return (1 + BETA**2) * precision * recall / (BETA**2 * precision + recall)
