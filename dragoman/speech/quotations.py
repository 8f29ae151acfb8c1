"""Takes a text, gives the quotations printed in it: where each opens and closes, how deep it lies, whether it goes on.

No text is an error here. A mark that closes nothing is passed over; a double quotation that is never closed ends with
its paragraph, for so newspapers print speech of several paragraphs: each reopens the marks, only the last closes them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dragoman.records import Span

# mark -> the marks that close it. Straight marks and the typewriter's '' close themselves; German and Swedish print
# their own pairs, and old wires write ``so''.
CLOSERS: Final = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"”',
    "``": "''\"",
    "''": "''",
    "‘": "’'",
    "'": "'’",
    "”": "”",
}
SINGLE: Final = frozenset("‘'")
MARK: Final = re.compile(r"``|''|[“”„«»\"‘’']")
BLANK_LINE: Final = re.compile(r"\n[ \t\r\xa0]*\n")
OPENING: Final = frozenset("([{—–-/“„«‘\"'")
ELIDED: Final = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
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
    for number, span in enumerate(paragraphs(text)):
        here, unclosed = _paragraph(text, span, number)
        first = next((q for q in here if q.outer[0] == span[0]), None)
        if left_open and first is not None:
            here[here.index(first)] = replace(first, carries_on=True)
            found = _mark_last(found, number - 1)
        found += here
        left_open = unclosed
    return tuple(found)


def _paragraph(text: str, span: Span, number: int) -> tuple[list[Quotation], bool]:
    """The quotations of one paragraph, and whether a double quotation was still open at its end."""
    marks = [(m.start(), m.group()) for m in MARK.finditer(text, *span)]
    weak = _closers_ahead(text, marks)
    stack: list[tuple[int, str]] = []
    found: list[Quotation] = []
    for n, (at, mark) in enumerate(marks):
        opens, closes = _sides(text, at, mark, span)
        if (
            closes
            and (k := _partner(stack, mark)) is not None
            and not (weak[n] and _plural(text, at, mark, stack[k][1]))
        ):
            found += _close(text, stack, k, at + len(mark), number)
        elif opens:
            if stack and stack[-1][1] == mark and mark not in SINGLE:  # two in a row: the first was never closed
                found += _close(text, stack, len(stack) - 1, at, number)
            if len(stack) < DEEPEST:
                stack.append((at, mark))
    doubles = [k for k, (_, mark) in enumerate(stack) if mark not in SINGLE]
    unclosed = bool(doubles)
    for k in reversed(doubles):
        found += _close(text, stack, k, span[1], number)
    return _with_depth(found), unclosed


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


def _sides(text: str, at: int, mark: str, span: Span) -> tuple[bool, bool]:
    """Whether a mark may open and whether it may close, by shape and neighbours."""
    before = text[at - 1] if at > span[0] else " "
    end = at + len(mark)
    after = text[end] if end < span[1] else " "
    starts = (before.isspace() or before in OPENING or (before in ".,:;!?" and mark in "“‘„``")) and not after.isspace()
    if mark in "“„«``":
        return (True, mark in "“«" and not starts)
    if mark in "”»":
        return (starts, True)
    if mark == "‘":
        return (starts and not after.isdigit() and not ELIDED.match(text, end), False)
    if mark == "’":
        return (False, not (before.isalnum() and after.isalnum()) and not before.isspace())
    if mark == "'":
        word = before.isalnum() and after.isalnum()
        opens = starts and not after.isdigit() and not word and not ELIDED.match(text, end)
        return (opens, not before.isspace() and not after.isalnum())
    return (starts, not starts or before in "”.,!?")


def _partner(stack: list[tuple[int, str]], mark: str) -> int | None:
    """The index on the stack of the quotation that `mark` closes; single marks only close the innermost."""
    for k in range(len(stack) - 1, -1, -1):
        if mark in CLOSERS[stack[k][1]] or mark == CLOSERS[stack[k][1]]:
            return k
        if mark in "'’" and stack[k][1] not in SINGLE:
            return None
    return None


def _closers_ahead(text: str, marks: list[tuple[int, str]]) -> list[bool]:
    """For each mark: whether a later single mark of the paragraph can close, with no single mark opening before it."""
    ahead, later = [False] * len(marks), False
    for n in range(len(marks) - 1, -1, -1):
        ahead[n] = later
        at, mark = marks[n]
        if mark in "'’":
            opens, closes = _sides(text, at, mark, (0, len(text)))
            later = (closes or later) and not (opens and not closes)
        elif mark == "‘":
            later = False
    return ahead


def _plural(text: str, at: int, mark: str, opener: str) -> bool:
    """Whether a single mark is the apostrophe of a plural ("the rebels' camp") and not the end of a quotation."""
    tail = text[at + 1 : at + 3]
    return (
        mark in "'’" and opener in SINGLE and text[at - 1 : at] in ("s", "z") and tail[:1] == " " and tail[1:].islower()
    )


def _close(text: str, stack: list[tuple[int, str]], k: int, end: int, number: int) -> list[Quotation]:
    """Ends the quotation at `k` on the stack, and with it those opened inside, at offset `end`; empty ones are none."""
    start, mark = stack[k]
    del stack[k:]
    doubled = text[end - 2 : end] == "''" and mark in ("``", "''")
    closed = doubled or (end - 1 >= start + len(mark) and text[end - 1] in CLOSERS[mark])
    inner_end = end - (2 if doubled else 1) if closed else end
    inner = _trim(text, start + len(mark), max(start + len(mark), inner_end))
    return [Quotation((start, end), inner, 0, number)] if inner[0] < inner[1] else []


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
