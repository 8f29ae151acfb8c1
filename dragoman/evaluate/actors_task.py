"""The task `actors`: gold (actors_gold.py) -> the whole cast of each report, written as JSON Lines -> its scores."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.evaluate import actors, actors_gold
from dragoman.evaluate.predict import actors as predict_actors
from dragoman.evaluate.rows import Row, Scores, need, read_rows, write_rows

if TYPE_CHECKING:
    from dragoman.evaluate.tasks import Wishes


class Actors:
    """actors: folders of readings, or JSON Lines of resolution cases."""

    def items(self, paths: Sequence[Path]) -> list[Row]:
        """The reports and cases of all files with their questions."""
        return actors_gold.items(paths)

    def text(self, item: Row) -> str:
        """The report's text."""
        return str(item["text"])

    def predict(self, item: Row, wishes: "Wishes") -> Row:
        """The cast by text and day of publication alone."""
        return predict_actors.cast({key: item.get(key) for key in ("id", "text", "published")})

    def save(self, predictions: Sequence[Row], path: Path) -> None:
        """Writes JSON Lines."""
        write_rows(path, predictions)

    def load(self, path: Path) -> list[Row]:
        """Casts written before."""
        rows = read_rows([path])
        need(rows, ("mentions",))
        return rows

    def answered(self, items: Sequence[Row]) -> bool:
        """Whether some item asks for an actor."""
        return any(item["questions"] for item in items)

    def score(
        self, paths: Sequence[Path], items: Sequence[Row], predictions: Sequence[Row], wishes: "Wishes"
    ) -> Scores:
        """`all` and each kind of question; with errors also their lines."""
        return actors.score(items, predictions, errors=wishes.errors)

    def lines(self, scores: Scores) -> list[str]:
        """The scores as lines."""
        return actors.lines(scores)
