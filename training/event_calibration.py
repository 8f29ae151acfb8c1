"""Annotated reports, and relations with the outcome -> dragoman/events/data/calibration.tsv, the weights of confidence.

    python -m training.event_calibration                # from the gold of this project, as shipped
    python -m training.event_calibration GOLD...        # from folders of your own gold (docs/json.md), for your reports

Logistic regression by iteratively reweighted least squares with a ridge; nothing is drawn at random. Only whether an
event is right with its parties is taken from a report. The relations are outcomes on rows of plv_train that the heads
had not seen (training/data/calibration_relations.tsv); they stay as they are when GOLD is given.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np

from benchmarks.judged import judged
from benchmarks.reliability import Point, lines
from dragoman import reports
from dragoman.evaluate.predict.rows import day
from dragoman.evaluate.reading.events import tally_events
from dragoman.evaluate.reading.gold import Gold
from dragoman.evaluate.reading.matching import Tally, measures
from dragoman.evaluate.rows import Row
from dragoman.events import calibrated
from dragoman.events.code import _Coder
from dragoman.language.parse import VECTORS
from dragoman.reading import rooms
from dragoman.records import Reading
from dragoman.records.wire import to_dict

ROOT: Final = Path(__file__).parent.parent
OUT: Final = ROOT / "dragoman/events/data/calibration.tsv"
RELATIONS: Final = ROOT / "training/data/calibration_relations.tsv"

# Folders that are fitted, with the weight of their events: the rules were made on the shared reports, where they are
# right more often than elsewhere.
FITTED: Final = (
    (ROOT / "tests/gold_speech", 1.0),
    (ROOT / "tests/gold", 1.0),
    (ROOT.parent / "shared/data/reading", 1 / 3),
)
MEASURED: Final = (ROOT / "tests/gold_blind", ROOT / "tests/gold_world")

SEEN: Final = "seen"  # the sign of such reports: takes up that they are read better, and is not written

RIDGE: Final = 1.0  # strength of the pull to zero, in events
RISING: Final = ("chance", "sides", "fact", "score")  # these may count for nothing, never against a reading
LEASTS: Final = tuple(k / 20 for k in range(15))  # thresholds that are tried

Weights: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """One reading: its signs, whether it was right, its report, its weight in the fit."""

    signs: Mapping[str, float]
    right: bool
    report: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its annotation, the rows of the events read in it, and for each row its signs and outcome."""

    name: str
    gold: Row
    rows: list[Row]
    signs: list[Mapping[str, float]]
    right: list[bool | None]

    def cases(self, weight: float = 1.0) -> Iterator[Case]:
        """The events that are right or wrong; those of reports with a small weight have a sign of their own."""
        for signs, right in zip(self.signs, self.right, strict=True):
            if right is not None:
                yield Case({**signs, SEEN: float(weight < 1)}, right, self.name, weight)


def read(folder: Path, *, heads: bool = True) -> Iterator[Report]:
    """The reports of a folder of gold, with the events that are read in them; without `heads` by the rules alone."""
    for path in sorted(folder.glob("*.json")):
        gold: Row = json.loads(path.read_text(encoding="utf-8"))
        report = reports.from_text(gold["text"], published=day(gold.get("published")))
        found = rooms(report)
        if not heads:
            found.doc.user_data.pop(VECTORS, None)
        coder = _Coder(report, found.doc, found.cast, found.calendar, found.voices, atlas=found.atlas)
        coded = coder.events()
        rows: list[Row] = to_dict(Reading(report, (), coded, (), (), "", (), ()))["events"]
        signs = {e.id: coder.signs(thought, e) for thought in coder.thoughts.values() for e in thought.events}
        yield Report(f"{folder.name}/{path.stem}", gold, rows, [signs[e.id] for e in coded], judged(gold, rows))


def relations(kind: str) -> list[Case]:
    """The relations of the held-out fifth of plv_train, by heads and rules or by the rules alone."""
    with RELATIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if kind == calibrated.RELATION:
        return [Case(calibrated.relation_signs(float(r["chance"])), r["right"] == "1", r["id"]) for r in rows]
    return [Case({calibrated.BASE: 1.0, "score": float(r["score"])}, r["vote_right"] == "1", r["id"]) for r in rows]


def fit(cases: Sequence[Case]) -> Weights:
    """The weight of each sign; those of RISING that would count against a reading are left out."""
    names = list(cases[0].signs)
    while True:
        found = dict(zip(names, _newton(cases, names), strict=True))
        against = [name for name in names if name in RISING and found[name] < 0]
        if not against:
            return found
        names.remove(min(against, key=lambda name: found[name]))


def _newton(cases: Sequence[Case], names: Sequence[str]) -> list[float]:
    x = np.array([[case.signs[name] for name in names] for case in cases])
    y = np.array([float(case.right) for case in cases])
    weight = np.array([case.weight for case in cases])
    ridge = np.array([0.0 if name == calibrated.BASE else RIDGE for name in names])
    w = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -20, 20)))
        slope = x.T @ (weight * (y - p)) - ridge * w
        bend = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-9)
        step = np.linalg.solve(bend, slope)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return [round(float(value), 4) for value in w]


def said(weights: Weights, case: Case) -> float:
    """The confidence that these weights give."""
    score = sum(weights.get(name, 0.0) * value for name, value in case.signs.items())
    return float(1 / (1 + np.exp(-np.clip(score, -20, 20))))


def crossed(cases: Sequence[Case], parts: int = 10) -> list[Point]:
    """Each case with the confidence by weights that were fitted without its report, in `parts` parts."""
    reports = {name: n % parts for n, name in enumerate(sorted({case.report for case in cases}))}
    points = []
    for part in range(parts):
        rest = [case for case in cases if reports[case.report] != part]
        weights = fit(rest)
        points += [(said(weights, case), case.right) for case in cases if reports[case.report] == part]
    return points


def scores(weighed: Sequence[tuple[Report, float]], weights: Weights, least: float) -> dict[str, tuple[float, ...]]:
    """Precision, recall and F1 of `events_type` and `events_parties` without the events below `least`."""
    total: dict[str, dict[str, float]] = {"events_type": {}, "events_parties": {}}
    for report, weight in weighed:
        sure = [said(weights, Case(signs, True, "")) >= least for signs in report.signs]
        tally = Tally()
        tally_events(Gold(report.gold), [row for row, kept in zip(report.rows, sure, strict=True) if kept], tally)
        for name, counts in total.items():
            for key, value in tally.get(name).items():
                counts[key] = counts.get(key, 0) + weight * value
    return {name: measures(counts) for name, counts in total.items()}  # type: ignore[arg-type]


def table(name: str, weighed: Sequence[tuple[Report, float]], weights: Weights) -> dict[float, float]:
    """Prints what each threshold would do; returns the F1 of `events_parties` at each."""
    print(f"{name}: least  parties P R F1 | type P R F1")
    found = {}
    for least in LEASTS:
        by = scores(weighed, weights, least)
        parties, types = by["events_parties"], by["events_type"]
        print(f"  {least:.2f}  " + " ".join(f"{x:.3f}" for x in (*parties, *types)))
        found[least] = parties[2]
    return found


def written(kinds: Mapping[str, Weights]) -> str:
    """The table as it is read by `calibrated`."""
    rows = [
        f"{kind}\t{sign}\t{weight:g}"
        for kind, weights in kinds.items()
        for sign, weight in weights.items()
        if sign != SEEN
    ]
    return "\n".join(("kind\tsign\tweight", *rows)) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Fits the confidence of events to annotated reports.")
    parser.add_argument("gold", nargs="*", type=Path, metavar="GOLD", help="folders of your own gold")
    parser.add_argument("--least", type=float, metavar="P", help="threshold; by default half the F1")
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    folders = [(folder, 1.0) for folder in asked.gold] or list(FITTED)
    weighed = [(report, weight) for folder, weight in folders for report in read(folder)]
    alone = [
        case for folder, weight in folders for report in read(folder, heads=False) for case in report.cases(weight)
    ]
    cases = [case for report, weight in weighed for case in report.cases(weight)]
    kinds = {calibrated.EVENT: fit(cases), calibrated.EVENT_BY_RULES: fit(alone)}
    for kind in (calibrated.RELATION, calibrated.RELATION_BY_RULES):
        kinds[kind] = fit(relations(kind))
    weights = kinds[calibrated.EVENT]
    least = round(scores(weighed, weights, 0.0)["events_parties"][2] / 2, 2) if asked.least is None else asked.least
    kinds[calibrated.THRESHOLD] = {calibrated.EVENT: least}
    asked.out.write_text(written(kinds), encoding="utf-8")
    print("\n".join(lines("events, each by weights fitted without its report", crossed(cases))))
    table("fitted", weighed, weights)
    if not asked.gold:
        apart = [(report, 1.0) for folder in MEASURED for report in read(folder)]
        points = [(said(weights, case), case.right) for report, _ in apart for case in report.cases()]
        print("\n".join(lines("events of gold_blind and gold_world", points)))
        table("blind and world", apart, weights)


if __name__ == "__main__":
    main()
