"""places: how the task scores its rows and prints what came of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluate import places
from dragoman.evaluate.places_pairs import Mistakes
from dragoman.evaluate.rows import Row, Scores

if TYPE_CHECKING:
    from dragoman.evaluate.tasks import Wishes


def score(_: Sequence[Path], gold: Sequence[Row], predicted: Sequence[Row], wishes: "Wishes") -> Scores:
    """The scores; with `errors` also every place missed, spurious, unresolved or too far off."""
    mistakes: Mistakes | None = [] if wishes.errors else None
    scores = places.score(gold, predicted, samples=wishes.samples, mistakes=mistakes)
    return scores if mistakes is None else {**scores, "errors": ["\t".join(mistake) for mistake in mistakes]}


def lines(scores: Scores) -> list[str]:
    """The scores as lines, then the errors."""
    return [*places.lines(scores), *scores.get("errors", [])]
