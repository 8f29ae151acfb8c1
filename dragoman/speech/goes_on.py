"""Takes quotations without a cue and the attributions found so far, gives them the speaker they go on from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.records import Form, Span, Spans
from dragoman.speech import introduced, sources
from dragoman.speech.attribution import Attribution
from dragoman.speech.page import Page
from dragoman.speech.printed import Tied
from dragoman.speech.quotations import Quotation
from dragoman.speech.tree import Tree

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
REACH: Final = 2  # paragraphs back to the cue whose speaker a quotation without one may have
NEXT: Final = 12  # attributions that may begin inside the content of one
NEAR: Final = 400  # characters back to a cue that a pronoun goes on from
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
        if t.cue is not None or covered.holds(q.inner) or page.in_turn(q.outer[0]):
            continue
        found = _at_marks(tree, q) or _colon(page, tree, q) or _label(page, tree, q)
        if found is None and (owner := _chained(outer, n, cued)) is not None:
            found = _owned(owner, q)
        if found is None:
            k = bisect_left(begins, q.outer[0]) - 1
            last = named[k] if k >= 0 and page.paragraph(begins[k]) >= q.paragraph - REACH else None
            found = _introduced(page, tree, last, q)
        if found is not None or _speech(tree, q):
            yield found or Attribution((), (), (q.inner,), Form.DIRECT, "say", "loose")


def _label(page: Page, tree: Tree, q: Quotation) -> Attribution | None:
    """'Ana Lima, nurse "We go."': a paragraph of a name and a quotation."""
    name = introduced.label(tree, q, page.starts[page.paragraph(q.outer[0])])
    return None if name is None else _named(tree, name, q, "label")


def _named(tree: Tree, name: tuple[int, int], q: Quotation, rule: str) -> Attribution:
    source, word = tree.span(*name), introduced.head_of(tree, *name)
    return Attribution((source,), (), (q.inner,), Form.DIRECT, "say", rule, word)


def _speech(tree: Tree, q: Quotation) -> bool:
    """Whether words in marks beside no cue can be speech at all: they have a finite verb or end as a sentence does."""
    first, last = tree.covering(q.inner)
    return tree.text[q.inner[1] - 1] in ".!?…" or any(tree.tag[i] in FINITE for i in range(first, last))


def _introduced(page: Page, tree: Tree, last: Attribution | None, q: Quotation) -> Attribution | None:
    """The speaker that the sentence after `q` names, or the one before it introduces, else that of the last cue."""
    signed = introduced.signature(tree, q)
    if signed is not None:
        return _named(tree, signed, q, "named.after")
    word = introduced.after(tree, q)
    if word is not None:
        return _spoken(tree, word, q, "named.after")
    word = introduced.before(tree, q)
    if word is not None and not _tells(page, tree, last, word, q):
        return _spoken(tree, word, q, "introduced")
    if last is None:
        return None
    near = word is not None or _alone(page, q) or page.paragraph(last.cue[0][0]) == q.paragraph
    return _owned(last, q) if near else None


def _alone(page: Page, q: Quotation) -> bool:
    """Whether a paragraph begins with the quotation: the report's own words before it break the speaker's thread."""
    return q.outer[0] - page.starts[page.paragraph(q.outer[0])] <= len("- ")


def _owned(owner: Attribution, q: Quotation) -> Attribution:
    return replace(owner, cue=(), content=(q.inner,), form=Form.DIRECT, kind="say", rule="goes_on", lead=())


def _at_marks(tree: Tree, q: Quotation) -> Attribution | None:
    """'"Go," read the sign': a verb that cues quotations only."""
    found = introduced.beside(tree, q)
    if found is None:
        return None
    verb, word = found
    return replace(_spoken(tree, word, q, "quote", verb), cue=(tree.span(verb, verb),), verb=verb)


def _tells(page: Page, tree: Tree, owner: Attribution | None, word: int, q: Quotation) -> bool:
    """Whether the nearest cue is that of a quotation or of the main clause in the sentence that ends before `q`."""
    if owner is None or owner.verb is None:
        return False
    near = owner.cue[0][0] > q.outer[0] - NEAR
    if near and (tree.pos[word] == "PRON" or page.paragraph(owner.cue[0][0]) == page.paragraph(tree.start[word])):
        return True  # '"A," Lopes said. He shrugged. "B."'
    begin, end = tree.sentence(word)
    return begin <= owner.verb < end and (owner.rule == "quote" or owner.speaker == word)


def _spoken(tree: Tree, word: int, q: Quotation, rule: str, cue: int | None = None) -> Attribution:
    source = tree.span(*sources.phrase(tree, word, tree.token_at(q.outer[0]) if cue is None else cue))
    return Attribution((source,), (), (q.inner,), Form.DIRECT, "say", rule, word)


def continued(page: Page, found: Sequence[Attribution], *, across: bool = False) -> tuple[Attribution, ...]:
    """The same attributions in order; a quotation that goes on in the paragraph of the last one joins it.

    '"A," Lopes said. He shrugged. "B."' is one attribution with two spans. With `across` they are counted as PolNeAR
    does: a paragraph that is all quotation joins the one before as well (a ledger keeps it as a statement of its own),
    and a quotation that neither has a cue nor joins another nor follows its speaker's name is none.
    """
    out: list[Attribution] = []
    last: dict[Spans, int] = {}  # source -> its latest quotation
    for one in found:
        k = last.get(one.source) if one.rule == "goes_on" and one.source else None
        if k is not None and _near(page, out[k].content[-1], one.content[0], across):
            out[k] = replace(out[k], content=page.clean((*out[k].content, *one.content)))
            continue
        if across and one.rule in ("goes_on", "loose"):
            continue
        out.append(one)
        if one.form is not Form.INDIRECT:
            last[one.source] = len(out) - 1
    return tuple(out)


def _near(page: Page, one: Span, other: Span, across: bool) -> bool:
    before, here = page.paragraph(one[1] - 1), page.paragraph(other[0])
    return before == here or (across and before == here - 1 and page.fills(other))


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
