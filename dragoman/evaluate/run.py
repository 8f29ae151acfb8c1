"""A task, its gold and what was asked -> predictions, scores and speed."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import GoldError
from dragoman.evaluate.rows import Scores
from dragoman.evaluate.tasks import Task, Wishes


@dataclass(frozen=True, slots=True)
class Speed:
    """How much was read in how long; loading the model is not in it. Words are runs between white space."""

    reports: int
    words: int
    seconds: float

    def rates(self) -> Scores:
        """Counts and rates, as `--json` prints them."""
        seconds = max(1e-9, self.seconds)
        return {
            "reports": self.reports,
            "words": self.words,
            "seconds": round(self.seconds, 3),
            "reports_per_second": round(self.reports / seconds, 2),
            "words_per_second": round(self.words / seconds, 1),
        }

    def line(self) -> str:
        """One line."""
        r = self.rates()
        size = f"{self.reports} reports, {self.words} words, {self.seconds:.1f} s"
        return f"speed: {r['reports_per_second']:.1f} reports/s, {r['words_per_second']:.0f} words/s ({size})"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an evaluation; no scores where the gold lacks the answers, no speed where nothing was predicted."""

    scores: Scores | None
    lines: list[str]
    speed: Speed | None


def evaluate(
    task: Task,
    gold: Sequence[Path],
    wishes: Wishes,
    *,
    out: Path | None = None,
    made: Path | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Predicts (or takes the predictions `made` before), writes them to `out` and scores them.

    `told` is called with (done, all) after each item. Raises GoldError, OutputError, NotYet.
    """
    items = task.items(gold)
    speed = None
    if made is None:
        predictions, speed = _predicted(task, items, wishes, told)
    else:
        predictions = task.load(made)
    if out is not None:
        task.save(predictions, out)
    if not task.answered(items):
        return Outcome(None, ["gold without answers: nothing scored"], speed)
    try:
        scores = task.score(gold, items, predictions, wishes)
        return Outcome(scores, task.lines(scores), speed)
    except (KeyError, TypeError, AttributeError) as error:
        where = ", ".join(str(path) for path in gold)
        raise GoldError(f"gold or predictions are not in the form of this task: {error!r}", where) from error


def _predicted(
    task: Task, items: Sequence[Any], wishes: Wishes, told: Callable[[int, int], None] | None
) -> tuple[list[Any], Speed]:
    if len(items) > 1:  # loads the model and the tables before the clock starts
        task.predict(min(items, key=lambda item: len(task.text(item))), wishes)
    began = time.perf_counter()
    predictions = []
    for number, item in enumerate(items, 1):
        predictions.append(task.predict(item, wishes))
        if told:
            told(number, len(items))
    seconds = time.perf_counter() - began
    return predictions, Speed(len(items), sum(len(task.text(item).split()) for item in items), seconds)
