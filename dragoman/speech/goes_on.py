"""Takes quotations without a cue and the attributions found so far, gives them the speaker they go on from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Form, Span, Spans
from dragoman.speech import sources
from dragoman.speech.attribution import Attribution
from dragoman.speech.page import Page
from dragoman.speech.printed import Tied
from dragoman.speech.quotations import Quotation
from dragoman.speech.tree import Tree

REACH: Final = 2  # paragraphs back to the cue whose speaker a quotation without one may have
NEXT: Final = 12  # attributions that may begin inside the content of one
CHAIN: Final = 12  # paragraphs of one speech, reopened at each


class Cover:
    """Spans in order, to ask whether one of them holds a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.ends: list[int] = []
        self.starts: list[int] = []
        for a, b in sorted(spans):
            self.starts.append(a)
            self.ends.append(max(b, self.ends[-1]) if self.ends else b)

    def holds(self, span: Span) -> bool:
        """Whether the spans that start no later reach to the end of `span`."""
        k = bisect_right(self.starts, span[0]) - 1
        return k >= 0 and self.ends[k] >= span[1]


def without_cue(page: Page, tree: Tree, tied: Sequence[Tied], drafts: Sequence[Attribution]) -> Iterator[Attribution]:
    """An attribution for each quotation of whole words that no cue governs: rule "goes_on", or "loose" with no speaker.

    Its speaker is that of the speech whose marks it reopens, else of the nearest cue up to REACH paragraphs back.
    """
    cued = {d.verb: d for d in drafts if d.rule == "quote"}
    covered = Cover(span for d in drafts if not d.wide and not d.depth for span in d.content)
    named = sorted((d for d in drafts if d.source and d.cue and not d.wide and not d.depth), key=lambda d: d.cue[0])
    begins = [d.cue[0][0] for d in named]
    outer = [t for t in tied if not t.quotation.depth]
    for n, t in enumerate(outer):
        q = t.quotation
        if t.cue is not None or covered.holds(q.inner):
            continue
        after_colon = _colon(page, tree, q)
        if after_colon is not None:
            yield after_colon
            continue
        owner = _chained(outer, n, cued)
        if owner is None:
            k = bisect_left(begins, q.outer[0]) - 1
            owner = named[k] if k >= 0 and page.paragraph(begins[k]) >= q.paragraph - REACH else None
        if owner is None:
            yield Attribution((), (), (q.inner,), Form.DIRECT, "say", "loose")
        else:
            yield replace(owner, cue=(), content=(q.inner,), form=Form.DIRECT, kind="say", rule="goes_on", lead=())


def _colon(page: Page, tree: Tree, q: Quotation) -> Attribution | None:
    """'The minister was blunt: "No."': the colon is the cue, the sentence's subject or its only name the speaker."""
    if page.before(q.outer[0]) != ":":
        return None
    colon = tree.token_at(q.outer[0]) - 1
    while colon > 0 and tree.low[colon] != ":":
        colon -= 1
    begin, _ = tree.sentence(colon)
    begin = max((j + 1 for j in range(begin, colon) if tree.low[j] in ("-", "–", "—", "--")), default=begin)
    tops = [j for j in range(begin, colon) if not begin <= tree.head[j] < colon or tree.head[j] == j]
    for top in tops:
        word = sources.of_verb(tree, top) if tree.pos[top] in ("VERB", "AUX") else sources.subject(tree, top)
        if word is None and tree.pos[top] in ("PROPN", "NOUN"):
            word = top
        if word is not None and begin <= word < colon:
            source = tree.span(*sources.phrase(tree, word, colon))
            return Attribution(
                (source,), (tree.span(colon, colon),), (q.inner,), Form.DIRECT, "say", "colon", word, colon
            )
    return None


def _chained(outer: Sequence[Tied], n: int, cued: dict[int | None, Attribution]) -> Attribution | None:
    """The cued quotation that a reopened one goes on from or leads to: all paragraphs of a speech have one speaker."""
    for step in (-1, 1):
        k = n
        while 0 <= k < len(outer) and abs(k - n) <= CHAIN:
            q = outer[k].quotation
            if outer[k].cue is not None:
                return cued.get(outer[k].cue)
            if not (q.carries_on if step < 0 else q.goes_on):
                break
            k += step
    return None


def disjoint(page: Page, drafts: Iterable[Attribution]) -> list[Attribution]:
    """The same attributions; where one's content ran into another's that its cue does not govern, it stops before.

    "Bonn said A; B, Rome said": the parser gives Bonn all of it. Neither cue stands in the other's content.
    """
    out = sorted(drafts, key=lambda d: d.content[0])
    for k, one in enumerate(out):
        for other in out[k + 1 : k + 1 + NEXT]:
            (a, b), start = one.content[-1], other.content[0][0]
            if start >= b:
                break
            parted = not (_holds(one, other) or _holds(other, one)) and bool(one.cue) and bool(other.cue)
            if parted and one.rule == "say.that" and other.rule == "say.aside" and a < start and one.cue[0] < (a, a):
                out[k] = replace(one, content=page.clean((*one.content[:-1], (a, start))))
                break
    return out


def _holds(one: Attribution, other: Attribution) -> bool:
    """Whether the content of the one holds the cue of the other."""
    return any(a <= c < b for a, b in one.content for c, _ in other.cue)


def nested(drafts: Iterable[Attribution]) -> list[Attribution]:
    """The same attributions; those whose cue stands in the content of another are marked `inside`."""
    drafts = sorted(drafts, key=lambda d: d.cue[0] if d.cue else d.content[0])
    ends = sorted(((a, b, d.cue) for d in drafts if not d.wide for a, b in d.content), key=lambda e: (e[0], -e[1]))
    out: list[Attribution] = []
    k = 0
    reach: tuple[int, Spans] = (0, ())
    for d in drafts:
        at = d.cue[0] if d.cue else d.content[0]
        while k < len(ends) and ends[k][0] <= at[0]:
            reach = max(reach, (ends[k][1], ends[k][2]))
            k += 1
        out.append(replace(d, inside=True) if d.cue and reach[0] >= at[1] and reach[1] != d.cue else d)
    return out
