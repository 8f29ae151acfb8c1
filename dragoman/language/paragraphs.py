"""A text to its paragraphs, as spans: blank lines, and single line ends that are no soft wrap."""

import re
from itertools import pairwise
from typing import Final

from dragoman.records import Span

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
WRAPPED: Final = 100  # no hard-wrapped text has longer lines


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text` in order, without the white space around them.

    A single line end inside a hard-wrapped text is a soft wrap where the next word would not have fitted into the
    line; in a text with longer lines, every line is a paragraph.
    """
    lines = [span for m in _LINE.finditer(text) if (span := _stripped(text, m.span()))]
    if not lines:
        return []
    width = max(end - start for start, end in lines)
    found = [lines[0]]
    for before, line in pairwise(lines):
        if width <= WRAPPED and _wraps(text, before, line, width):
            found[-1] = (found[-1][0], line[1])
        else:
            found.append(line)
    return found


def _stripped(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _wraps(text: str, before: Span, line: Span, width: int) -> bool:
    gap = text[before[1] : line[0]]
    if gap.count("\n") > 1 or gap.count("\r") > 1 + gap.count("\n"):
        return False
    word = text[line[0] : line[1]].split(None, 1)[0]
    return before[1] - before[0] + 1 + len(word) > width
