"""Gold and predicted rows of event coding -> scores of the task that the gold rows ask for, and their lines."""

from collections import Counter
from collections.abc import Sequence

from dragoman.errors import GoldError
from dragoman.evaluate import extraction, relations
from dragoman.evaluate.rows import Row, Scores


def score(gold: Sequence[Row], predicted: Sequence[Row]) -> Scores:
    """Scores; rows with an `events` list are scored as extraction, others as relations of marked actors.

    Raises GoldError when predictions repeat an id.
    """
    ids = Counter(row["id"] for row in predicted)
    twice = next((i for i, n in ids.items() if n > 1), None)
    if twice is not None:
        raise GoldError(f"predictions repeat the id {twice!r}", advice="Give each gold row at most one prediction.")
    known = {row["id"] for row in gold}
    extracted = any("events" in row for row in gold)
    return {
        "task": "extraction" if extracted else "relation",
        "gold_rows": len(gold),
        "pred_rows": len(predicted),
        "unknown_ids": sum(i not in known for i in ids),
        "scores": (extraction if extracted else relations).score(gold, predicted),
    }


def lines(scores: Scores) -> list[str]:
    """The scores as the lines that are printed."""
    rows = f"{scores['gold_rows']} gold rows, {scores['pred_rows']} predictions"
    out = [f"{scores['task']}: {rows}, {scores['unknown_ids']} with unknown ids"]
    for name, s in scores["scores"].items():
        if "macro_f1" in s:
            out += _classified(name, s)
        elif "f1" in s:
            out.append(f"{name:14s} {_percents(s)}  tp={s['tp']} gold={s['gold']} pred={s['pred']}")
        else:
            out.append(f"{name:14s} {s}")
    return out


def _classified(name: str, s: Scores) -> list[str]:
    shares = (100 * s["accuracy"], 100 * s["macro_f1"], 100 * s["micro_f1"])
    head = "acc {:5.1f}  macro-F1 {:5.1f}  micro-F1 {:5.1f}".format(*shares)
    out = [f"{name:12s} n={s['n']:5d}  {head}  missing {s['missing']}"]
    return out + [f"    {label:22s} {_percents(v)}  n={v['n']}" for label, v in s["per_label"].items()]


def _percents(s: Scores) -> str:
    return f"P {100 * s['p']:5.1f}  R {100 * s['r']:5.1f}  F1 {100 * s['f1']:5.1f}"
