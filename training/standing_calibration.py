"""Annotated reports and our own sentences -> dragoman/standings/data/calibration.tsv, the weights of confidence.

    python -m training.standing_calibration

The fit is that of training/event_calibration.py. Every draft that rules and heads make counts, before drafts that say
the same are folded; it is right when topic, both parties and value agree with some annotated standing. Our own
sentences are those that are kept back from the heads' training.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.reliability import lines
from dragoman import events, reports
from dragoman.evaluate.predict.rows import day
from dragoman.evaluate.reading.gold import Gold
from dragoman.evaluate.reading.standings import Compared, same_value
from dragoman.evaluate.rows import Row
from dragoman.reading import rooms
from dragoman.records import Actor, Standing
from dragoman.standings import calibrated
from dragoman.standings.find import _Finder
from training import standing_scores
from training.event_calibration import FITTED, MEASURED, ROOT, SEEN, Case, crossed, fit, said
from training.standing_sentences import sentences

OUT: Final = ROOT / "dragoman/standings/data/calibration.tsv"
SENTENCE: Final = "sentence"  # the sign of our own sentences: takes up that they are harder, and is not written
UNSEEN: Final = (ROOT / "tests/gold", *MEASURED)  # reports that no rule of this room was held against
WEIGHT: Final = 0.5  # of a draft in one of them


def finder(text: str, published: date | None) -> _Finder:
    """The finder of a text after its work, with all drafts in `made`."""
    report = reports.from_text(text, published=published)
    found = rooms(report)
    doc, cast, calendar, voices = found.doc, found.cast, found.calendar, found.voices
    coded = events.given(events.code(report, doc, cast, calendar, voices, atlas=found.atlas), None)
    made = _Finder(report, doc, cast, calendar, voices, coded)
    made.find()
    return made


def in_reports(folder: Path, weight: float) -> Iterator[tuple[str, Case]]:
    """The drafts of a folder of gold."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        done = finder(gold["text"], day(gold.get("published")))
        compared = Compared(Gold(gold))
        for draft in done.made:
            row = _row(done._standings([draft])[0])
            right = any(compared.key(g, row) and same_value(g, row) for g in gold["standings"])
            told = {**calibrated.signs(draft), SEEN: float(folder not in UNSEEN), SENTENCE: 0.0}
            yield calibrated.kind(draft), Case(told, right, path.stem, weight)


def _row(made: Standing) -> Row:
    """What the comparison with gold asks of a standing."""
    named = lambda a: {"name": a.name, "country": a.country, "sector": a.sector}
    subject: Actor | None = made.subject
    return {
        "topic": made.topic,
        "value": made.value,
        "holder": named(made.holder),
        "subject": named(subject) if subject is not None else None,
    }


def in_sentences() -> Iterator[tuple[str, Case]]:
    """The drafts of our own sentences that no head was trained on."""
    dates = standing_scores.days()
    for one in sentences():
        if one.held:
            done = finder(one.text, dates.get(one.text, standing_scores.DAY))
            key = standing_scores.Compared(one, done.sides.cast, done.tree.doc).key
            for draft in done.made:
                (made,) = done._standings([draft])
                right = any(key(g, made) and g.value == made.value for g in one.standings)
                told = {**calibrated.signs(draft), SEEN: 0.0, SENTENCE: 1.0}
                yield calibrated.kind(draft), Case(told, right, one.id, WEIGHT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--least", type=float, default=0.2, help="the confidence below which a draft of a rule is left out"
    )
    parser.add_argument("--least-alone", type=float, default=0.45, help="... and one of the heads alone")
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    cases = [case for folder, weight in FITTED for case in in_reports(folder, weight)] + list(in_sentences())
    apart = [case for folder in MEASURED for case in in_reports(folder, 1.0)]
    kinds = {}
    for kind in (calibrated.BOTH, calibrated.ALONE):
        own = [case for name, case in cases if name == kind]
        kinds[kind] = fit(own)
        print(kind, len(own), "drafts,", sum(c.right for c in own), "right")
        print("\n".join(lines("each by weights fitted without its report", crossed(own))))
        points = [(said(kinds[kind], case), case.right) for name, case in apart if name == kind]
        print("\n".join(lines("gold_blind and gold_world", points)))
    kept = ("base", "prior", "guessed", SEEN, SENTENCE)
    ruled = [case for name, case in cases if name == calibrated.BOTH]
    ruled = [Case({k: case.signs[k] for k in kept}, case.right, case.report, case.weight) for case in ruled]
    kinds[calibrated.RULES] = fit(ruled)
    kinds[calibrated.THRESHOLD] = {calibrated.BOTH: asked.least, calibrated.ALONE: asked.least_alone}
    known = [(k, sign, w) for k, named in kinds.items() for sign, w in named.items() if sign not in (SEEN, SENTENCE)]
    rows = [f"{kind}\t{sign}\t{weight:g}" for kind, sign, weight in known]
    asked.out.write_text("\n".join(("kind\tsign\tweight", *rows)) + "\n", encoding="utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
