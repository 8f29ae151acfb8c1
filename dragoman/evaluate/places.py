"""Gold and predicted places -> scores of recognition, resolution and both together, as papers on geoparsing print them.

- recognition: exact spans, and overlapping spans (one to one, exact first);
- resolution, over the recognised gold places that have coordinates: the share within 161 km (100 miles), median and
  mean error, and AUC, the area under the sorted ln(1 + error) curve as a share of its largest (0 is perfect). A place
  without coordinates is an error of half the way round the Earth; `of_resolved` leaves those out;
- end_to_end: a hit overlaps a gold place with coordinates and lies within 161 km of it; gold without coordinates and
  the predictions on it do not count;
- id: the share of recognised gold places with a GeoNames id that got the same.

Measures after Gritta, Pilehvar and Collier (2019), "A pragmatic guide to geoparsing evaluation".
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, TypeAlias

from dragoman.evaluate.measures import Counts, shares
from dragoman.evaluate.places_pairs import FAR, NEAR, Mistakes, count
from dragoman.evaluate.rows import Row, Scores

Errors: TypeAlias = list[float | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts and distances of some documents."""

    counts: Counts
    errors: Errors


WITH_INTERVAL: Final[tuple[tuple[str, Callable[[Scores], Any]], ...]] = (
    ("recognition.exact", lambda scores: scores["recognition.exact"]["f1"]),
    ("end_to_end", lambda scores: scores["end_to_end"]["f1"]),
    ("acc@161km", lambda scores: scores["resolution"]["acc@161km"]),
)


def score(
    gold: Sequence[Row], predicted: Sequence[Row], *, samples: int = 0, mistakes: Mistakes | None = None
) -> Scores:
    """The measures as shares and km; `samples` adds 95% intervals, `mistakes` takes every error."""
    by_id = {row["id"]: row for row in predicted}
    each = [Tally(*count(row, by_id.get(row["id"]), mistakes)) for row in gold]
    out = summarise(each)
    out["documents"] = len(gold)
    out["unknown_ids"] = len(set(by_id) - {row["id"] for row in gold})
    if samples:
        out["ci95"] = _intervals(each, samples)
    return out


def summarise(documents: Sequence[Tally]) -> Scores:
    """The scores of documents together."""
    counts: Counts = Counter()
    errors: Errors = []
    for document in documents:
        counts.update(document.counts)
        errors += document.errors
    return {
        "gold": counts["ng"],
        "predicted": counts["np"],
        "recognition.exact": shares(counts["exact"], counts["np"], counts["ng"]),
        "recognition.overlap": shares(counts["overlap"], counts["np"], counts["ng"]),
        "end_to_end": shares(counts["near"], counts["e2e_np"], counts["e2e_ng"]),
        "resolution": distances([FAR if error is None else error for error in errors]),
        "of_resolved": distances([error for error in errors if error is not None]),
        "id": {"n": counts["id_n"], "accuracy": counts["id_ok"] / counts["id_n"] if counts["id_n"] else 0.0},
    }


def distances(errors: Sequence[float]) -> Scores:
    """How far off places were set: share within 161 km, median, mean and AUC; `errors` in km."""
    if not errors:
        return {"n": 0, "acc@161km": 0.0, "median_km": None, "mean_km": None, "auc": None}
    sorted_ = sorted(errors)
    logs = [math.log1p(min(error, FAR)) for error in sorted_]
    if len(logs) > 1:
        steps = sum((x + y) / 2 for x, y in pairwise(logs))
        auc = steps / (math.log1p(FAR) * (len(logs) - 1))
    else:
        auc = logs[0] / math.log1p(FAR)
    middle = len(sorted_) // 2
    median = sorted_[middle] if len(sorted_) % 2 else (sorted_[middle - 1] + sorted_[middle]) / 2
    return {
        "n": len(sorted_),
        "acc@161km": sum(error <= NEAR for error in sorted_) / len(sorted_),
        "median_km": median,
        "mean_km": sum(sorted_) / len(sorted_),
        "auc": auc,
    }


def _intervals(documents: Sequence[Tally], samples: int) -> dict[str, list[float]]:
    """95% intervals from bootstrap samples over documents (seeded: always the same)."""
    rng = random.Random(0)
    runs = [summarise([rng.choice(documents) for _ in documents]) for _ in range(samples)]
    out = {}
    for name, read in WITH_INTERVAL:
        values = sorted(read(run) for run in runs)
        out[name] = [values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]]
    return out


def lines(scores: Scores) -> list[str]:
    """The scores as the lines that are printed."""
    totals = f"gold {scores['gold']}, predicted {scores['predicted']}, ids not in gold {scores['unknown_ids']}"
    out = [f"documents {scores['documents']}, {totals}"]
    for name, v in scores.items():
        if isinstance(v, dict) and "f1" in v:
            out.append(f"  {name:<20} P {v['p']:.3f}  R {v['r']:.3f}  F1 {v['f1']:.3f}")
        elif isinstance(v, dict) and "auc" in v and v["n"]:
            km = f"median {v['median_km']:.0f} km  mean {v['mean_km']:.0f} km  AUC {v['auc']:.3f}"
            out.append(f"  {name:<20} n {v['n']}  acc@161km {v['acc@161km']:.3f}  {km}")
    out.append(f"  {'id':<20} n {scores['id']['n']}  accuracy {scores['id']['accuracy']:.3f}")
    for name, (low, high) in scores.get("ci95", {}).items():
        out.append(f"95% interval {name:<18} {low:.3f} to {high:.3f}")
    return out
