"""Gold and predicted relations of marked actors -> accuracy, macro-F1 and micro-F1: root, penta, quad, binary.

A gold row without a prediction counts as wrong. Where gold uses the merged type YIELD (PLV does), CONCEDE and RETREAT
count as YIELD. A level is scored on the gold rows that carry it; quad is penta without the neutral class.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from dragoman.evaluate.labels import binary, penta, root
from dragoman.evaluate.rows import Row, Scores

Label: TypeAlias = str | int | None


def score(gold: Sequence[Row], predicted: Sequence[Row]) -> Scores:
    """The scores of each level that the gold rows carry."""
    by_id = {row["id"]: row for row in predicted}
    merged = any(root(row.get("plover")) == "YIELD" for row in gold)
    out: Scores = {}

    def guess(row: Row) -> Row:
        found: Row = by_id.get(row["id"], {})
        return found

    typed = [row for row in gold if row.get("plover")]
    if typed:
        ours = [root(row["plover"], merged=merged) for row in typed]
        out["root"] = classification(ours, [root(guess(row).get("plover"), merged=merged) for row in typed])
    pairs = [(penta(row), penta(guess(row))) for row in gold if penta(row) is not None]
    if pairs:
        out["penta"] = classification(*_columns(pairs))
        if any(ours == 0 for ours, _ in pairs):
            out["quad"] = classification(*_columns([pair for pair in pairs if pair[0]]))
    sides = [(binary(row), binary(guess(row))) for row in gold if binary(row) is not None]
    if sides:
        out["binary"] = classification(*_columns(sides))
    return out


def _columns(pairs: Sequence[tuple[Label, Label]]) -> tuple[list[Label], list[Label]]:
    return [ours for ours, _ in pairs], [theirs for _, theirs in pairs]


def classification(gold: Sequence[Label], predicted: Sequence[Label]) -> Scores:
    """Scores of parallel label lists.

    Macro-F1 is the plain mean of F1 over the labels present in gold. A missing prediction is None: it lowers recall but
    not precision, so micro-F1 equals accuracy only when nothing is missing.
    """
    labels = sorted(set(gold), key=str)
    right, made, there = Counter[Label](), Counter[Label](), Counter[Label]()
    for ours, theirs in zip(gold, predicted, strict=True):
        there[ours] += 1
        if theirs is not None:
            made[theirs] += 1
        if ours == theirs:
            right[ours] += 1
    each = {str(label): _label(right[label], made[label], there[label]) for label in labels}
    hits, n = sum(right.values()), len(gold)
    precision, recall = _share(hits, sum(made.values())), _share(hits, n)
    return {
        "n": n,
        "accuracy": recall,
        "macro_f1": sum(v["f1"] for v in each.values()) / len(each) if each else 0.0,
        "micro_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "missing": sum(theirs is None for theirs in predicted),
        "per_label": each,
    }


def _label(right: int, made: int, there: int) -> Scores:
    p, r = _share(right, made), _share(right, there)
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "n": there}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
