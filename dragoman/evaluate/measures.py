"""Counts -> precision, recall and F1, and bootstrap intervals over documents."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from dragoman.evaluate.rows import Scores

Counts: TypeAlias = Counter[Any]


def percent(right: int, gold: int, system: int) -> Scores:
    """Precision, recall and F1 in per cent, rounded to two digits, with the two totals."""
    p = right / system if system else 0.0
    r = right / gold if gold else 0.0
    f1 = round(100 * 2 * p * r / (p + r), 2) if p + r else 0.0
    return {"p": round(100 * p, 2), "r": round(100 * r, 2), "f1": f1, "gold": gold, "system": system}


def shares(right: float, predicted: int, gold: int, found: float | None = None) -> dict[str, float]:
    """Precision, recall and F1 as shares; `found` is the recall's count where it differs from the precision's."""
    p = right / predicted if predicted else 0.0
    r = (right if found is None else found) / gold if gold else 0.0
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def intervals(
    documents: Sequence[Counts], summarise: Callable[[Counts], Scores], names: Sequence[str], samples: int
) -> dict[str, list[float]]:
    """95% intervals of the F1 of `names` from `samples` bootstrap samples over documents (seeded: always the same)."""
    rng, runs = random.Random(0), []
    for _ in range(samples):
        total: Counts = Counter()
        for _ in documents:
            total.update(rng.choice(documents))
        runs.append(summarise(total))
    out = {}
    for name in names:
        values = sorted(run[name]["f1"] for run in runs)
        out[name] = [values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]]
    return out
