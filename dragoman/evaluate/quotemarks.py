"""A text -> its words, and which of them stand inside double quotation marks; for the measure of quotations."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from dragoman.records import Span

WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
MARK: Final = re.compile(r"[“„«”»\"]|``|''|\n")
OPEN: Final = frozenset(("“", "„", "«", "``"))
CLOSE: Final = frozenset(("”", "»", "''", "\n"))  # an open quotation ends with its paragraph: the next one reopens it


def words(text: str) -> list[Span]:
    """The spans of the words of `text`, inner apostrophes included."""
    return [match.span() for match in WORD.finditer(text)]


def touched(spans: Iterable[Sequence[int]] | None, found: Sequence[Span]) -> frozenset[int]:
    """The indices of the words that `spans` touch."""
    got: set[int] = set()
    for start, end in spans or ():
        for i, (first, last) in enumerate(found):
            if first >= end:
                break
            if last > start:
                got.add(i)
    return frozenset(got)


def quoted(text: str, found: Sequence[Span]) -> frozenset[int]:
    """The indices of the words inside double quotation marks; curly marks go by their shape, a straight one toggles."""
    marks, out, at = _quotations(text), set(), 0
    for i, (start, _) in enumerate(found):
        while at < len(marks) and marks[at][1] <= start:
            at += 1
        if at < len(marks) and marks[at][0] <= start:
            out.add(i)
    return frozenset(out)


def _quotations(text: str) -> list[Span]:
    """The spans between quotation marks, in order."""
    spans, inside, begun = [], False, 0
    for match in MARK.finditer(text):
        mark, was = match.group(), inside
        inside = mark in OPEN or (mark not in CLOSE and not inside)
        if was and not inside:
            spans.append((begun, match.start()))
        if inside and not was:
            begun = match.end()
    if inside:
        spans.append((begun, len(text)))
    return spans
