"""Confidences with whether each was right -> reliability table, expected calibration error, Brier score."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import comb
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, bool]  # confidence, whether it was right

BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """`count` readings of neighbouring confidence: the mean of what was `said`, and the share that was `right`."""

    count: int
    said: float
    right: float


def bins(points: Sequence[Point], n: int = BINS) -> list[Bin]:
    """`n` bins of equally many readings (within one), from the least confidence to the greatest."""
    ordered = sorted(points)
    cuts = [round(k * len(ordered) / n) for k in range(n + 1)]
    return [_bin(ordered[a:b]) for a, b in pairwise(cuts) if b > a]


def _bin(points: Sequence[Point]) -> Bin:
    n = len(points)
    return Bin(n, sum(p for p, _ in points) / n, sum(right for _, right in points) / n)


def ece(points: Sequence[Point], n: int = BINS) -> float:
    """Expected calibration error (Naeini et al. 2015) over bins of equal mass: the mean gap of said and right."""
    return sum(b.count * abs(b.said - b.right) for b in bins(points, n)) / len(points)


def floor(points: Sequence[Point], n: int = BINS) -> float:
    """The error that `ece` would find, by chance alone, if every confidence were just right: the smaller the sample,
    the more. Each bin is a binomial of its mean confidence.
    """
    return sum(b.count * _gap(b.count, b.said) for b in bins(points, n)) / len(points)


def _gap(n: int, p: float) -> float:
    """The mean distance from `p` of the share of successes in `n` trials of it."""
    return sum(comb(n, k) * p**k * (1 - p) ** (n - k) * abs(k / n - p) for k in range(n + 1))


def brier(points: Sequence[Point]) -> float:
    """Mean squared distance of confidence and outcome: 0 is best; saying the base rate b always gives b (1 - b)."""
    return sum((p - right) ** 2 for p, right in points) / len(points)


def lines(name: str, points: Sequence[Point]) -> list[str]:
    """The figures and the table as they are printed."""
    base = sum(right for _, right in points) / len(points)
    said = sum(p for p, _ in points) / len(points)
    head = (
        f"{name}: {len(points)} readings, {base:.3f} right, mean confidence {said:.3f}; "
        f"ECE {ece(points):.3f} (chance alone {floor(points):.3f}), 5 bins {ece(points, 5):.3f} "
        f"({floor(points, 5):.3f}); Brier {brier(points):.3f} (base rate {base * (1 - base):.3f})"
    )
    return [head, *(f"  {b.count:4}  said {b.said:.3f}  right {b.right:.3f}" for b in bins(points))]
