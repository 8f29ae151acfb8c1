"""Takes what the encoder heard (`language.heard`), gives attributions: tokens as spans, cues as rows of the table.

The encoder finds cues, sources and contents of every wording; the print says where a quotation begins and ends. So a
content that holds most of a quotation holds all of it.
"""

from collections.abc import Iterator
from typing import Final

from dragoman.language import Heard, heard
from dragoman.records import Form, Span, Spans
from dragoman.speech.attribution import Attribution
from dragoman.speech.cues import Cue, forms
from dragoman.speech.introduced import signature
from dragoman.speech.page import Page
from dragoman.speech.tree import Tree

POS: Final = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
MOST: Final = 0.5  # of a quotation's words, from which a content that holds them holds the rest
LEAST: Final = 0.6  # probability of cue and content, from which an attribution may be a statement
NO_CUE: Final = Cue("", "", frozenset(), "other")


def attributions(tree: Tree, page: Page) -> Iterator[Attribution]:
    """One attribution for each that the encoder heard, rule "heard"; those without words of content are left out."""
    for one in heard(tree.doc):
        found = _attribution(tree, page, one)
        if found.content and not (found.form is Form.DIRECT and _signed(tree, page, found)):
            yield found


def _signed(tree: Tree, page: Page, found: Attribution) -> bool:
    """Whether a line after the quotation names who said it: then no cue around it does."""
    return any(signature(tree, q) is not None for q in page.overlapping(found.content[-1]))


def _attribution(tree: Tree, page: Page, one: Heard) -> Attribution:
    verb = main_word(tree, *one.cue)
    cue = row(tree, verb)
    around, depth = page.around(tree.start[verb])
    pieces = [tree.span(a, b - 1) for a, b in one.content]
    first = one.content[0][0]
    lead: Spans = ()
    if tree.low[first] == "that" and tree.dep[first] == "mark" and one.content[0][1] - first > 1:
        lead = (tree.span(first, first),)
        pieces[0] = (tree.start[first + 1], pieces[0][1])
    spans = page.clean(with_quotations(page, pieces), around)
    speaker = head_of(tree, *one.source[0]) if one.source else None
    form = page.form(spans, depth) if spans else Form.INDIRECT
    kind = "say" if cue is NO_CUE and form is Form.DIRECT else cue.kind
    said = form is not Form.INDIRECT or any(tree.pos[i] in ("VERB", "AUX") for a, b in one.content for i in range(a, b))
    return Attribution(
        source=tuple(tree.span(a, b - 1) for a, b in one.source),
        cue=(tree.span(one.cue[0], one.cue[1] - 1),),
        content=spans,
        form=form,
        kind=kind,
        rule="heard",
        speaker=speaker,
        verb=verb,
        lead=lead,
        depth=depth + page.in_turn(tree.start[verb]),
        wide=kind == "other" or not said or one.score * one.content_score < LEAST,
    )


def main_word(tree: Tree, a: int, b: int) -> int:
    """The word of a cue `a:b` that governs: a word of the table, else its last verb, noun or adjective."""
    for parts in (("VERB", "AUX"), ("NOUN", "PROPN", "ADJ")):
        found = [i for i in range(a, b) if tree.pos[i] in parts]
        known = [i for i in found if (tree.low[i], POS[tree.pos[i]]) in forms()]
        if known or found:
            return known[0] if known else found[-1]
    return a


def row(tree: Tree, verb: int) -> Cue:
    """The row of the cue table for a word, by its form and part of speech; NO_CUE for a word it lacks."""
    if tree.low[verb] == "according":
        return Cue("according", "V", frozenset({"to"}), "say")
    found = forms().get((tree.low[verb], POS.get(tree.pos[verb], "V")), ())
    return next((c for c in found if not c.particle or tree.follows(verb, c.particle) is not None), NO_CUE)


def head_of(tree: Tree, a: int, b: int) -> int:
    """The word of the range `a:b` that the others hang on: the first that hangs on none of them."""
    return next((i for i in range(a, b) if not a <= tree.head[i] < b and tree.pos[i] not in ("PUNCT", "ADP")), a)


def with_quotations(page: Page, pieces: list[Span]) -> list[Span]:
    """The pieces with the whole of every quotation that they hold most of."""
    out: list[Span] = []
    for piece in pieces:
        held = [q.outer for q in page.overlapping(piece) if _holds_most(piece, q.inner)]
        out.append((min([piece[0], *(a for a, _ in held)]), max([piece[1], *(b for _, b in held)])))
    return out


def _holds_most(piece: Span, inner: Span) -> bool:
    return min(piece[1], inner[1]) - max(piece[0], inner[0]) > MOST * (inner[1] - inner[0])
