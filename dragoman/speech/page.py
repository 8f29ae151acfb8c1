"""Takes a tree and the spans that are no news, gives what is printed where: quotations, turns, paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from dragoman.records import Form, Span, Spans
from dragoman.speech.quotations import Index, Quotation, paragraphs, quotations
from dragoman.speech.transcripts import turns
from dragoman.speech.tree import Tree

WORD: Final = re.compile(r"\w+")
BEFORE: Final = " \t\r\n\xa0,;:–—-•*"
AFTER: Final = " \t\r\n\xa0;:–—-"
MARKS: Final = frozenset('"“”„«»‘`')
DEEP: Final = 3  # quotations inside quotations that are told apart


class Page:
    """The print of one report: `quotations` and `turns` in order, and questions about offsets and spans."""

    def __init__(self, tree: Tree, boiler: Spans = ()) -> None:
        self.text = tree.text
        self.boiler = _merged(boiler)
        self._boiler_starts = [a for a, _ in self.boiler]
        self.paragraphs = paragraphs(tree.text)
        self.starts = [a for a, _ in self.paragraphs]
        self.quotations = quotations(tree.text)
        self.turns = turns(tree.text)
        self._index = [Index(self.quotations, depth) for depth in range(DEEP)]
        self._turns = [t.content[0] for t in self.turns]

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at `offset`."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def fills(self, span: Span) -> bool:
        """Whether a span is all of its paragraph but the marks at its edges."""
        if not self.starts:
            return False
        a, b = self.paragraphs[self.paragraph(span[0])]
        return not (WORD.search(self.text, a, span[0]) or WORD.search(self.text, min(span[1], b), b))

    def around(self, offset: int) -> tuple[Quotation | None, int]:
        """The innermost quotation around `offset`, and how many there are."""
        inner, depth = None, 0
        for index in self._index:
            q = index.at(offset)
            if q is not None:
                inner, depth = q, depth + 1
        return inner, depth

    def overlapping(self, span: Span) -> list[Quotation]:
        """The outermost quotations that share a character with `span`, in order."""
        index = self._index[0]
        k = max(bisect_right(index.starts, span[0]) - 1, 0)
        stop = bisect_left(index.starts, span[1])
        return [q for q in index.found[k:stop] if q.outer[1] > span[0]]

    def in_turn(self, offset: int) -> bool:
        """Whether `offset` stands in somebody's turn of an interview."""
        k = bisect_right(self._turns, offset) - 1
        return k >= 0 and offset < self.turns[k].content[1]

    def in_boiler(self, offset: int) -> bool:
        """Whether `offset` stands in a dateline, a byline or the like."""
        k = bisect_right(self._boiler_starts, offset) - 1
        return k >= 0 and offset < self.boiler[k][1]

    def before(self, offset: int) -> str:
        """The last character before `offset` that is no white space; empty at the beginning."""
        while offset > 0 and self.text[offset - 1].isspace():
            offset -= 1
        return self.text[offset - 1 : offset]

    def clean(self, pieces: Iterable[Span], around: Quotation | None = None) -> Spans:
        """The pieces in order, joined where they touch, within `around`, without boiler and enclosing marks."""
        out: list[Span] = []
        for piece in sorted(pieces):
            a, b = self._bare(*self._to_the_end(*self.without_boiler(_within(piece, around))))
            if a >= b:
                continue
            if out and a <= out[-1][1]:
                out[-1] = (out[-1][0], max(b, out[-1][1]))
            else:
                out.append((a, b))
        return tuple(out)

    def without_boiler(self, span: Span) -> Span:
        """A span that begins after the boiler it began in and ends before the boiler it ran into."""
        a, b = span
        k = bisect_right(self._boiler_starts, a)
        if k and a < self.boiler[k - 1][1]:
            a = min(self.boiler[k - 1][1], b)
        return a, min(b, self.boiler[k][0]) if k < len(self.boiler) else b

    def _to_the_end(self, a: int, b: int) -> Span:
        """A span that begins a quotation and ends inside it goes on to its end: 'said that "A is B. C is D."'."""
        for index in self._index:
            q = index.at(b - 1)
            if q is not None and a <= q.outer[0] and b < q.inner[1] and q.outer[1] > q.inner[1]:
                return a, q.outer[1]
        return a, b

    def _bare(self, a: int, b: int) -> Span:
        """A span without the punctuation at its edges and without marks that enclose all of it."""
        text = self.text
        while a < b and text[a] in BEFORE:
            a += 1
        while b > a and text[b - 1] in AFTER:
            b -= 1
        if a >= b:
            return a, b
        last = self._index[0].at(b - 1)
        if last is not None and a < last.outer[0] and b < last.outer[1] <= b + len('."') + 1:
            return a, last.outer[1]  # a quotation that begins inside keeps its closing mark
        q = next((i.at(a) for i in self._index if i.at(a) is not None), None)
        if q is not None and q.outer[0] == a and b >= q.inner[1] and b - q.outer[1] <= 2:
            return q.inner
        begins = last is not None and a <= last.outer[0]
        if text[b - 1] in MARKS and text.count(text[b - 1], a, b) == 1 and not begins:
            b -= 1
        return a, b

    def form(self, spans: Spans, depth: int) -> Form:
        """Direct, indirect or mixed, by the words of `spans` inside quotations deeper than `depth`, the cue's own."""
        if depth >= DEEP:
            return Form.INDIRECT
        index, inside, words = self._index[depth], 0, 0
        for a, b in spans:
            for m in WORD.finditer(self.text, a, b):
                words += 1
                inside += index.at(m.start()) is not None
        return Form.INDIRECT if not inside else Form.DIRECT if inside == words else Form.MIXED


def _merged(spans: Spans) -> Spans:
    """The spans in order, those that overlap or touch made one."""
    out: list[Span] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return tuple(out)


def _within(piece: Span, around: Quotation | None) -> Span:
    a, b = piece
    if around is None or (a <= around.outer[0] and b >= around.outer[1]):
        return a, b
    return max(a, around.inner[0]), min(b, around.inner[1])
