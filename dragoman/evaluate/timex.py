"""Gold and predicted time expressions -> scores as in TempEval-3 (UzZaman et al. 2013), and of the days they mean.

- strict: spans with the same start and end; relaxed: spans that overlap, one to one, exact pairs first;
- value: relaxed pairs with equal value strings, TempEval-3's headline figure; type, type+value: likewise;
- calendar: of the expressions that name a piece of the calendar, those that name the same days; near: overlapping days.

A gold timex marked `dct` (a dateline), and every prediction on it, is left out.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, TypeAlias

from dragoman.evaluate.measures import Counts, intervals, shares
from dragoman.evaluate.rows import Row, Scores
from dragoman.evaluate.timex_days import days
from dragoman.records import Span

WITH_INTERVAL: Final = ("strict", "relaxed", "value", "type", "calendar")
Mistakes: TypeAlias = list[tuple[str, ...]]  # document, MISSED, SPURIOUS or VALUE, words, gold value, predicted value


def score(
    gold: Sequence[Row], predicted: Sequence[Row], *, samples: int = 0, mistakes: Mistakes | None = None
) -> Scores:
    """The measures as shares; `samples` adds 95% intervals, `mistakes` takes every error (not on a held-out test)."""
    by_id = {row["id"]: row for row in predicted}
    each = [count(row, by_id.get(row["id"]), mistakes) for row in gold]
    total: Counts = Counter()
    for counts in each:
        total.update(counts)
    out = summarise(total)
    out["documents"] = len(gold)
    out["unknown_ids"] = len(set(by_id) - {row["id"] for row in gold})
    if samples:
        out["ci95"] = intervals(each, summarise, WITH_INTERVAL, samples)
    return out


def count(gold_row: Row, predicted_row: Row | None, mistakes: Mistakes | None = None) -> Counts:
    """The counts of one document."""
    skip = [(t["start"], t["end"]) for t in gold_row["timexes"] if t.get("dct")]
    gold, predicted = _counted(gold_row, skip), _counted(predicted_row, skip)
    gold_days = [days(t.get("value")) for t in gold]
    predicted_days = [days(t.get("value")) for t in predicted]
    counts: Counts = Counter(ng=len(gold), np=len(predicted))
    counts["cal_ng"] = sum(d is not None for d in gold_days)
    counts["cal_np"] = sum(d is not None for d in predicted_days)
    pairs = _paired(gold, predicted)
    for i, j in pairs:
        _count_pair(counts, gold[i], predicted[j])
        ours, theirs = gold_days[i], predicted_days[j]
        if ours and theirs:
            counts["cal"] += ours == theirs
            counts["near"] += ours[0] < theirs[1] and theirs[0] < ours[1]
    if mistakes is not None:
        mistakes += _mistakes(gold_row, gold, predicted, pairs)
    return counts


def _counted(row: Row | None, skip: Sequence[Span]) -> list[Row]:
    """The expressions of a document that count, one a span, in the order of the text."""
    got: dict[Span, Row] = {}
    for t in (row or {}).get("timexes") or ():
        on_dateline = any(t["start"] < end and start < t["end"] for start, end in skip)
        if not t.get("dct") and t["end"] > t["start"] and not on_dateline:
            got.setdefault((t["start"], t["end"]), t)
    return [got[span] for span in sorted(got)]


def _paired(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """One-to-one pairs: same spans first, then overlapping ones, by position."""
    used_gold, used_predicted, out = set(), set(), []
    for exact in (True, False):
        for i, g in enumerate(gold):
            if i in used_gold:
                continue
            free = (j for j in range(len(predicted)) if j not in used_predicted)
            j = next((j for j in free if _meets(g, predicted[j], exact)), None)
            if j is not None:
                out.append((i, j))
                used_gold.add(i)
                used_predicted.add(j)
    return out


def _meets(gold: Row, predicted: Row, exact: bool) -> bool:
    if exact:
        return bool((gold["start"], gold["end"]) == (predicted["start"], predicted["end"]))
    return bool(predicted["start"] < gold["end"] and gold["start"] < predicted["end"])


def _count_pair(counts: Counts, gold: Row, predicted: Row) -> None:
    value, kind = (gold.get(key) == predicted.get(key) for key in ("value", "type"))
    counts["strict"] += _meets(gold, predicted, exact=True)
    counts["relaxed"] += 1
    counts["value"] += value
    counts["type"] += kind
    counts["both"] += kind and value


def _mistakes(row: Row, gold: Sequence[Row], predicted: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> Mistakes:
    def words(t: Row) -> str:
        return str(row["text"][t["start"] : t["end"]])

    met, used = {i for i, _ in pairs}, {j for _, j in pairs}
    wrong = [
        (gold[i], predicted[j].get("value")) for i, j in pairs if gold[i].get("value") != predicted[j].get("value")
    ]
    out: Mistakes = [(row["id"], "VALUE", words(g), str(g.get("value")), str(value)) for g, value in wrong]
    out += [(row["id"], "MISSED", words(g), str(g.get("value")), "None") for i, g in enumerate(gold) if i not in met]
    extra = (p for j, p in enumerate(predicted) if j not in used)
    return out + [(row["id"], "SPURIOUS", words(p), "None", str(p.get("value"))) for p in extra]


def summarise(counts: Counts) -> Scores:
    """Counts as scores."""
    out: Scores = {
        name: shares(counts[name], counts["np"], counts["ng"]) for name in ("strict", "relaxed", "value", "type")
    }
    out["type+value"] = shares(counts["both"], counts["np"], counts["ng"])
    out["calendar"] = shares(counts["cal"], counts["cal_np"], counts["cal_ng"])
    out["near"] = shares(counts["near"], counts["cal_np"], counts["cal_ng"])
    out["gold"], out["predicted"] = counts["ng"], counts["np"]
    return out


def lines(scores: Scores) -> list[str]:
    """The scores as the lines that are printed."""
    totals = f"gold {scores['gold']}, predicted {scores['predicted']}, ids not in gold {scores['unknown_ids']}"
    out = [f"documents {scores['documents']}, {totals}"]
    for name, v in scores.items():
        if isinstance(v, dict) and "f1" in v:
            out.append(f"  {name:<11} P {v['p']:.3f}  R {v['r']:.3f}  F1 {v['f1']:.3f}")
    for name, (low, high) in scores.get("ci95", {}).items():
        out.append(f"95% interval {name:<9} F1 {low:.3f} to {high:.3f}")
    return out
