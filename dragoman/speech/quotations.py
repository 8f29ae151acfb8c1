"""Takes a text, gives the quotations printed in it: where each opens and closes, how deep it lies, whether it goes on.

No text is an error here. A mark that closes nothing is passed over. A quotation that is never closed goes to the end of
its paragraph if the next one reopens it, for so newspapers print speech of several paragraphs; else only as far as it
seems to.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dragoman.records import Span
from dragoman.speech.marks import CLOSERS, MARK, SINGLE, STRAIGHT, apostrophe, plain, sides

BLANK_LINE: Final = re.compile(r"\n[ \t\r\xa0]*\n")
SENTENCE: Final = re.compile(r"[.!?…]+(?=\s|$)")
# The end of a quotation whose closing mark was lost: a single mark after a stop, or a comma before "he said".
LOST: Final = re.compile(
    r"[.,!?…](?P<mark>['’])(?=\s|$)|(?P<said>,)\s(?:(?:he|she|they|it)\s)?(?:said|says|added|told|asked|according\sto)\b"
)
FULL: Final = 600  # characters that a quotation without a closing mark may have if nothing shows where it ends
DEEPEST: Final = 6  # marks opened inside more than this many others are noise


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. `outer` includes the marks, `inner` leaves them and white space at the edges out.

    `depth` is 0 for a quotation in the report's own words, 1 inside another, and so on; `paragraph` counts from 0.
    `goes_on`: never closed, and the next paragraph reopens it; `carries_on`: reopens what the one before left open.
    """

    outer: Span
    inner: Span
    depth: int
    paragraph: int
    goes_on: bool = False
    carries_on: bool = False


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text`, in order: parted by blank lines, or by line ends where it has no blank line."""
    breaks = BLANK_LINE if BLANK_LINE.search(text) else re.compile(r"\n")
    edges = [0, *(m.end() for m in breaks.finditer(text)), len(text)]
    spans = (_trim(text, a, b) for a, b in pairwise(edges))
    return tuple(span for span in spans if span[0] < span[1])


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of `text` in order of opening; outer ones before those inside them. Linear in the length."""
    found: list[Quotation] = []
    left_open = False
    spans = paragraphs(text)
    for number, span in enumerate(spans):
        reopened = _first_mark(text, spans[number + 1]) if number + 1 < len(spans) else ""
        here, unclosed = _Paragraph(text, span, number, reopened).read()
        first = next((k for k, q in enumerate(here) if q.outer[0] == span[0]), None)
        if left_open and first is not None:
            here[first] = replace(here[first], carries_on=True)
            found = _mark_last(found, number - 1)
        found += here
        left_open = unclosed
    return tuple(found)


def _first_mark(text: str, span: Span) -> str:
    """The mark that a paragraph begins with, as one does that goes on with a speech; else empty."""
    m = MARK.match(text, *span)
    mark = plain(m.group()) if m is not None else ""
    return "" if mark in ("’", "»", "」", "』") else mark


class _Paragraph:
    """One reading of the marks of one paragraph; `reopened` is the mark that the next one begins with, if any."""

    def __init__(self, text: str, span: Span, number: int, reopened: str) -> None:
        self.text, self.span, self.number, self.reopened = text, span, number, reopened
        self.marks = [(m.start(), m.end(), plain(m.group())) for m in MARK.finditer(text, *span)]
        self.sides = [sides(text, at, end, mark, span) for at, end, mark in self.marks]
        self.stack: list[tuple[int, int, str]] = []
        self.found: list[Quotation] = []

    def read(self) -> tuple[list[Quotation], bool]:
        """The quotations in order, and whether a double one was still open at the paragraph's end."""
        ahead, single = self._ahead()
        for n, (at, end, mark) in enumerate(self.marks):
            opens, closes = self.sides[n]
            k = self._partner(mark) if closes else None
            if k is not None:
                opener = self.stack[k][2]
                weak = single[n] or self._is_left(k) if opener in SINGLE else ahead[n]
                if not (weak and apostrophe(self.text, at, mark, opener)):
                    self._close(k, at, end)
            elif opens and (not closes or ahead[n] or mark not in STRAIGHT):
                self._open(at, end, mark)
        left = [k for k in range(len(self.stack)) if self._is_left(k)]
        for k in reversed(left):
            self._leave(k, self.span[1])
        return _with_depth(self.found), bool(left)

    def _is_left(self, k: int) -> bool:
        """Whether a mark without a partner opens a quotation: a single one only where the next paragraph reopens it."""
        at, _, mark = self.stack[k]
        return mark not in SINGLE or (at == self.span[0] and mark == self.reopened)

    def _open(self, at: int, end: int, mark: str) -> None:
        if self.stack and self.stack[-1][2] == mark and mark not in SINGLE:  # two in a row: the first was never closed
            self._leave(len(self.stack) - 1, at)
        if len(self.stack) < DEEPEST:
            self.stack.append((at, end, mark))

    def _partner(self, mark: str) -> int | None:
        """The index on the stack of the quotation that `mark` closes; single marks only close the innermost."""
        for k in range(len(self.stack) - 1, -1, -1):
            opener = self.stack[k][2]
            if mark in CLOSERS[opener] or mark == opener == "“":  # “So,“ he said
                return k
            if mark in SINGLE | {"’"} and opener not in SINGLE:
                return None
        return None

    def _ahead(self) -> tuple[list[bool], list[bool]]:
        """For each mark: whether a later double mark can close, and whether a single one can before one opens."""
        double, single = [False] * len(self.marks), [False] * len(self.marks)
        later, one = False, False
        for n in range(len(self.marks) - 1, -1, -1):
            double[n], single[n] = later, one
            (at, _, mark), (opens, closes) = self.marks[n], self.sides[n]
            if mark in "'’":
                one = (closes or one) and not (opens and not closes)
            elif mark in SINGLE:
                one = False
            elif closes and not self.text[at - 1 : at].isdigit():
                later = True
        return double, single

    def _close(self, k: int, at: int, end: int) -> None:
        """Ends the quotation at `k` on the stack with the mark at `at`, and those opened inside with it."""
        start, begin, _ = self.stack[k]
        del self.stack[k:]
        inner = _trim(self.text, begin, max(begin, at))
        if inner[0] < inner[1]:
            self.found.append(Quotation((start, end), inner, 0, self.number))

    def _leave(self, k: int, stop: int) -> None:
        """Ends a quotation that has no closing mark: with its paragraph if the next reopens it, else where it seems."""
        start, begin, mark = self.stack[k]
        del self.stack[k:]
        end = stop
        goes_on = self.reopened and (self.reopened in SINGLE) == (mark in SINGLE) and stop == self.span[1]
        if not goes_on:
            stop, end = unclosed_end(self.text, begin, stop)
        inner = _trim(self.text, begin, stop)
        if inner[0] < inner[1]:
            self.found.append(Quotation((start, end if end > stop else inner[1]), inner, 0, self.number))


def unclosed_end(text: str, begin: int, stop: int) -> Span:
    """Where a quotation without a closing mark ends, and its mark if it has one of the wrong kind.

    At the first single mark after a stop, else before "he said", else after the last sentence within FULL characters.
    """
    found = LOST.search(text, begin, stop)
    if found is not None:
        end = found.end("said") if found.group("said") else found.start("mark")
        return end, max(end, found.end("mark"))
    if stop - begin <= FULL:
        return stop, stop
    ends = [m.end() for m in SENTENCE.finditer(text, begin, begin + FULL)]
    end = ends[-1] if ends else begin + FULL
    return end, end


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    """The quotations in order, each with the number of quotations around it."""
    out: list[Quotation] = []
    around: list[int] = []
    for q in sorted(found, key=lambda q: (q.outer[0], -q.outer[1])):
        while around and around[-1] < q.outer[1]:
            around.pop()
        out.append(replace(q, depth=len(around)))
        around.append(q.outer[1])
    return out


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _mark_last(found: list[Quotation], paragraph: int) -> list[Quotation]:
    """The same quotations, the last outermost one of `paragraph` marked as going on."""
    for k in range(len(found) - 1, -1, -1):
        if found[k].paragraph < paragraph:
            break
        if found[k].depth == 0:
            found[k] = replace(found[k], goes_on=True)
            break
    return found


class Index:
    """Which quotation an offset lies in: `Index(quotations(text)).at(offset)`; O(log n)."""

    def __init__(self, found: tuple[Quotation, ...], depth: int = 0) -> None:
        self.found = [q for q in found if q.depth == depth]
        self.starts = [q.outer[0] for q in self.found]

    def at(self, offset: int) -> Quotation | None:
        """The quotation of this index's depth that covers `offset`, marks included."""
        k = bisect_right(self.starts, offset) - 1
        return self.found[k] if k >= 0 and offset < self.found[k].outer[1] else None
