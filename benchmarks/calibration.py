"""Confidence against outcome: events of the reports that nothing was fitted to, and relations by weights fitted without
them. `python -m benchmarks.calibration OUT.svg` draws the reliability diagram of docs/calibration.md, too.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.judged import judged
from benchmarks.reliability import Point, lines
from benchmarks.reliability_svg import drawing


def main() -> None:
    """Prints size, ECE, Brier score and the reliability table of each set."""
    told(measured())


def told(sets: Mapping[str, list[Point]]) -> None:
    """Prints the figures of each set, and of all events together."""
    every = [point for name, points in sets.items() if name.startswith("events") for point in points]
    for name, points in (*sets.items(), ("events, both", every)):
        print("\n".join(lines(name, points)))


def measured() -> dict[str, list[Point]]:
    """The points of each set by its name."""
    from dragoman.events.calibrated import RELATION
    from training.event_calibration import FITTED, MEASURED, crossed, read, relations

    dev = [(folder, weight) for folder, weight in FITTED if folder.is_dir()]
    if len(dev) < len(FITTED):
        print("../shared is not here: the development events are fewer than in docs/calibration.md")
    cases = [case for folder, weight in dev for report in read(folder) for case in report.cases(weight)]
    return {
        "events, development reports (cross-fitted)": crossed(cases),
        "events, reports never looked at": [point for folder in MEASURED for point in events(folder)],
        "relations, unseen fifth of PLV (cross-fitted)": crossed(relations(RELATION)),
    }


def events(folder: Path) -> list[Point]:
    """The confidences of all events read in the reports of a folder of gold, those that readings leave out, too."""
    from dragoman import read
    from dragoman.evaluate.predict.rows import day
    from dragoman.records.wire import to_dict

    found: list[Point] = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = read(gold["text"], published=day(gold.get("published")), min_confidence=0)
        right = judged(gold, to_dict(reading)["events"])
        found += [(event.confidence, ok) for event, ok in zip(reading.events, right, strict=True) if ok is not None]
    return found


if __name__ == "__main__":
    sets = measured()
    Path(sys.argv[1]).write_text(drawing(sets), encoding="utf-8")
    told(sets)
