"""A gold reading -> what the comparisons need of it: its words, and the surnames that two of its people share."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

from dragoman.evaluate.reading.names import is_body, norm
from dragoman.evaluate.rows import Row
from dragoman.records import Span

WORD: Final = re.compile(r"\w+")
FAR: Final = 10**6
Words: TypeAlias = frozenset[Any]


class Gold:
    """One gold report; content is compared by the words of its text, by characters where it has none."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.id = str(row.get("id", ""))
        self.statements: list[Row] = row["statements"]
        self.events: list[Row] = row["events"]
        self.standings: list[Row] = row["standings"]
        text = row.get("text")
        self._words = [match.span() for match in WORD.finditer(text)] if text else None
        self.shared = _shared(self._actors())

    def words(self, spans: Any) -> Words:
        """The words that `spans` touch."""
        pieces = spans_of(spans)
        if self._words:
            return frozenset(word for word in self._words for start, end in pieces if word[0] < end and word[1] > start)
        return frozenset(i for start, end in pieces for i in range(start, end))

    def _actors(self) -> Iterable[Row]:
        for statement in self.statements:
            yield from (statement["speaker"], *statement.get("speaker_alt", []))
        for event in self.events:
            yield from (*event["actors"], *event["recipients"])
        for standing in self.standings:
            yield from (standing["holder"], *([standing["subject"]] if standing["subject"] else []))


def _shared(actors: Iterable[Row]) -> frozenset[str]:
    """The words that the names of two people have: they name nobody when they stand alone."""
    people: dict[str, set[str]] = {}
    for actor in actors:
        name = norm(actor["name"])
        if not is_body(actor["name"]) and len(name.split()) > 1:
            for word in name.split():
                people.setdefault(word, set()).add(name)
    return frozenset(word for word, names in people.items() if len(names) > 1)


def spans_of(spans: Any) -> Sequence[Span]:
    """Spans given as one span, as a list of them, or not at all."""
    if not spans:
        return []
    if isinstance(spans[0], (int, float)):
        return [(int(spans[0]), int(spans[1]))]
    return [(int(start), int(end)) for start, end in spans]


def gap(one: Any, other: Any) -> int:
    """The characters between the first spans of two entries; far where one has none."""
    ours, theirs = spans_of(one), spans_of(other)
    if not ours or not theirs:
        return FAR
    a, b = ours[0], theirs[0]
    return max(0, max(a[0], b[0]) - min(a[1], b[1]))
