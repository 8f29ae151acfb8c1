"""The tasks by name: how each reads its gold, predicts an item, writes predictions and scores them.

gold files -> load -> items -> predict one -> prediction -> save;  gold + predictions -> score -> lines
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from dragoman.errors import GoldError, NotYet, OutputError
from dragoman.evaluate import coding, ner, parse, places_task, quotes, timex, treebank
from dragoman.evaluate.actors_task import Actors
from dragoman.evaluate.predict import coding as predict_coding
from dragoman.evaluate.predict import parse as predict_parse
from dragoman.evaluate.predict import places as predict_places
from dragoman.evaluate.predict import rows as predict_rows
from dragoman.evaluate.reading.score import Scored, lines, per_report
from dragoman.evaluate.rows import Row, Scores, need, read_lines, read_rows, write_rows, write_text

LATER: Final = ("forecast-rank", "forecast-prob")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for beside the scores."""

    gold_tokens: bool = False
    detail: bool = False
    errors: bool = False
    samples: int = 0


class Task(Protocol):
    """One task; `Any` stands for its kind of item (a document, a row) and of prediction (lines, a row)."""

    def items(self, paths: Sequence[Path]) -> list[Any]:
        """The gold items of files. Raises GoldError."""

    def text(self, item: Any) -> str:
        """The text that an item gives to the program."""

    def predict(self, item: Any, wishes: Wishes) -> Any:
        """The prediction for one item."""

    def save(self, predictions: Sequence[Any], path: Path) -> None:
        """Writes predictions. Raises OutputError."""

    def load(self, path: Path) -> list[Any]:
        """Predictions that were written before. Raises GoldError."""

    def answered(self, items: Sequence[Any]) -> bool:
        """Whether the gold holds answers to score against."""

    def score(self, paths: Sequence[Path], items: Sequence[Any], predictions: Sequence[Any], wishes: Wishes) -> Scores:
        """The scores, as `--json` prints them."""

    def lines(self, scores: Scores) -> list[str]:
        """The scores as lines to read."""


class Trees:
    """parse: CoNLL-U."""

    def items(self, paths: Sequence[Path]) -> list[treebank.Document]:
        """The documents of all files."""
        return [document for path in paths for document in treebank.documents(read_lines(path))]

    def text(self, item: treebank.Document) -> str:
        """The document's text."""
        return item.text

    def predict(self, item: treebank.Document, wishes: Wishes) -> list[str]:
        """CoNLL-U lines."""
        return predict_parse.predict(item, gold_tokens=wishes.gold_tokens)

    def save(self, predictions: Sequence[list[str]], path: Path) -> None:
        """Writes one CoNLL-U file."""
        write_text(path, (line for lines in predictions for line in lines))

    def load(self, path: Path) -> list[list[str]]:
        """The lines of one CoNLL-U file."""
        return [list(read_lines(path))]

    def answered(self, items: Sequence[treebank.Document]) -> bool:
        """Whether some word has a head."""
        return any(treebank.answered(document) for document in items)

    def score(
        self, paths: Sequence[Path], items: Sequence[Any], predictions: Sequence[list[str]], wishes: Wishes
    ) -> Scores:
        """Per cent, on all files together."""
        gold = (line for path in paths for line in (*read_lines(path), "\n"))
        system = (line for lines in predictions for line in lines)
        return parse.score(gold, system, by_genre=wishes.detail)

    def lines(self, scores: Scores) -> list[str]:
        """One line a measure."""
        return parse.lines(scores)


Scorer = Callable[[Sequence[Path], Sequence[Row], Sequence[Row], Wishes], Scores]


@dataclass(frozen=True, slots=True)
class Rows:
    """A task on JSON Lines: `answers` are the keys of which a gold row with answers has one."""

    answers: tuple[str, ...]
    predictor: Callable[[Row], Row]
    scorer: Scorer
    printer: Callable[[Scores], list[str]]

    def items(self, paths: Sequence[Path]) -> list[Row]:
        """The rows of all files."""
        rows = read_rows(paths)
        need(rows, ("text",))
        return rows

    def text(self, item: Row) -> str:
        """The row's text."""
        return str(item["text"])

    def predict(self, item: Row, wishes: Wishes) -> Row:
        """A row of predictions; the answers are taken out of what the program sees."""
        return self.predictor({key: value for key, value in item.items() if key not in self.answers})

    def save(self, predictions: Sequence[Row], path: Path) -> None:
        """Writes JSON Lines."""
        write_rows(path, predictions)

    def load(self, path: Path) -> list[Row]:
        """Rows written before."""
        return read_rows([path])

    def answered(self, items: Sequence[Row]) -> bool:
        """Whether some row has an answer."""
        return any(row.get(key) is not None for row in items for key in self.answers)

    def score(self, paths: Sequence[Path], items: Sequence[Row], predictions: Sequence[Row], wishes: Wishes) -> Scores:
        """The scores of the rows together."""
        return self.scorer(paths, items, predictions, wishes)

    def lines(self, scores: Scores) -> list[str]:
        """The scores as lines."""
        return self.printer(scores)


class Readings:
    """reading: folders (or files) of one JSON object a report."""

    def items(self, paths: Sequence[Path]) -> list[Row]:
        """The reports of all files with a text, in the order of their names."""
        return list(_objects(paths).values())

    def text(self, item: Row) -> str:
        """The report's text."""
        return str(item["text"])

    def predict(self, item: Row, wishes: Wishes) -> Row:
        """The reading of text and day of publication alone."""
        return predict_rows.reading({key: item.get(key) for key in ("id", "text", "published")})

    def save(self, predictions: Sequence[Row], path: Path) -> None:
        """Writes <id>.json for each report into the folder `path`."""
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(error.strerror or str(error), str(path), "Name a folder you may write to.") from error
        for row in predictions:
            write_text(path / f"{Path(str(row['id'])).name}.json", [json.dumps(row, ensure_ascii=False) + "\n"])

    def load(self, path: Path) -> list[Row]:
        """The readings in a folder."""
        return [{**row, "id": name} for name, row in _objects([path], texts=False).items()]

    def answered(self, items: Sequence[Row]) -> bool:
        """Whether the reports are annotated."""
        return all(kind in row for row in items for kind in ("statements", "events", "standings"))

    def score(self, paths: Sequence[Path], items: Sequence[Row], predictions: Sequence[Row], wishes: Wishes) -> Scores:
        """`all` and `each` report; with detail or errors also their lines."""
        scored = Scored({str(row["id"]): row for row in items}, {str(row["id"]): row for row in predictions})
        scores = scored.scores()
        if wishes.detail:
            scores["detail"] = scored.by_type() + per_report(scores)
        if wishes.errors:
            scores["errors"] = scored.mistakes
        return scores

    def lines(self, scores: Scores) -> list[str]:
        """The scores as lines."""
        return [*lines(scores), *scores.get("detail", []), *scores.get("errors", [])]


def _objects(paths: Iterable[Path], *, texts: bool = True) -> dict[str, Row]:
    """The JSON objects in files and folders by their id, else by the file's name."""
    found: dict[str, Row] = {}
    for path in paths:
        for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            try:
                row = json.loads("".join(read_lines(file)))
            except ValueError as error:
                raise GoldError(f"this file is no JSON: {error}", str(file)) from error
            if not isinstance(row, dict) or (texts and not isinstance(row.get("text"), str)):
                raise GoldError("this file holds no report with a text", str(file))
            found[str(row.get("id") or file.stem)] = {**row, "id": str(row.get("id") or file.stem)}
    if not found and texts:
        where = ", ".join(map(str, paths))
        raise GoldError("no gold here", where, "Name a folder of JSON files, one a report.")
    return found


def _score_entities(paths: Sequence[Path], gold: Sequence[Row], predicted: Sequence[Row], _: Wishes) -> Scores:
    return ner.score(gold, predicted, ner.schema_beside(paths[0]))


def _score_quotes(_: Sequence[Path], gold: Sequence[Row], predicted: Sequence[Row], wishes: Wishes) -> Scores:
    return quotes.score(gold, predicted, samples=wishes.samples)


def _score_times(_: Sequence[Path], gold: Sequence[Row], predicted: Sequence[Row], wishes: Wishes) -> Scores:
    mistakes: timex.Mistakes | None = [] if wishes.errors else None
    scores = timex.score(gold, predicted, samples=wishes.samples, mistakes=mistakes)
    return scores if mistakes is None else {**scores, "errors": ["\t".join(mistake) for mistake in mistakes]}


def _time_lines(scores: Scores) -> list[str]:
    return [*timex.lines(scores), *scores.get("errors", [])]


def _score_coding(_: Sequence[Path], gold: Sequence[Row], predicted: Sequence[Row], __: Wishes) -> Scores:
    return coding.score(gold, predicted)


PLACE_ANSWERS: Final = ("places", "ignore", "traps")
RELATION_ANSWERS: Final = ("plover", "penta", "quad", "binary")
TASKS: Final[Mapping[str, Task]] = {
    "parse": Trees(),
    "ner": Rows(("entities",), predict_rows.entities, _score_entities, ner.lines),
    "quotes": Rows(("attributions",), predict_rows.attributions, _score_quotes, quotes.lines),
    "time": Rows(("timexes",), predict_rows.timexes, _score_times, _time_lines),
    "places": Rows(PLACE_ANSWERS, predict_places.places, places_task.score, places_task.lines),
    "relations": Rows(RELATION_ANSWERS, predict_coding.relation, _score_coding, coding.lines),
    "events": Rows(("events",), predict_coding.events, _score_coding, coding.lines),
    "reading": Readings(),
    "actors": Actors(),
}


def task(name: str) -> Task:
    """The task of that name. Raises NotYet for those of later versions, GoldError for others."""
    if name in TASKS:
        return TASKS[name]
    if name in LATER:
        raise NotYet(f"the task {name!r} comes in a later version", advice=f"Tasks now: {', '.join(TASKS)}.")
    raise GoldError(f"there is no task {name!r}", advice=f"Tasks: {', '.join((*TASKS, *LATER))}.")
