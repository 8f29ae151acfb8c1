"""Takes a tree, gives "in the words of X" and "in X's view": the attribution of the sentence that they stand in."""

from collections.abc import Iterator
from typing import Final

from dragoman.speech.attribution import Attribution
from dragoman.speech.content import Range
from dragoman.speech.page import Page
from dragoman.speech.tree import Tree

VIEWS: Final = frozenset("words view opinion judgment judgement phrase reckoning telling account estimation".split())
PLACED: Final = frozenset({"in", "by"})
NEAR: Final = 6  # words between "in" and "view": "in the Egyptian foreign minister's view"
# (a sentence that it attributes, its source; one that it does not)
EXAMPLES: Final = (
    ("In the words of one diplomat, the pact was dead.", "one diplomat", "The words of one diplomat were harsh."),
    ("The dam, in Cairo's view, breaks the treaty.", "Cairo", "The treaty shaped Cairo's view of the dam."),
)


def attributions(tree: Tree, page: Page, i: int) -> Iterator[Attribution]:
    """The attribution at token `i` if it is the noun of such a phrase, whose sentence is what is said."""
    if tree.low[i] not in VIEWS:
        return
    begin, end = tree.sentence(i)
    found = _of(tree, i, end) or _whose(tree, i, begin)
    if found is None:
        return
    (first, last), source, cue = found
    around, depth = page.around(tree.start[i])
    pieces = [tree.span(a, b) for a, b in _around(tree, begin, end, first, last)]
    spans = page.clean(pieces, around)
    if spans:
        yield Attribution(
            source=(tree.span(*_phrase(tree, source, first, last)),),
            cue=(tree.span(*cue),),
            content=spans,
            form=page.form(spans, depth),
            kind="say",
            rule="according",
            speaker=source,
            verb=i,
            depth=depth,
        )


def _of(tree: Tree, i: int, end: int) -> tuple[Range, int, Range] | None:
    """In the words of X: the phrase, X, the cue."""
    if i < 2 or i + 2 >= end or tree.low[i - 2 : i] != ["in", "the"] or tree.low[i + 1] != "of":
        return None
    below = [k for k in tree.having(i, "nmod") if k > i + 1]
    source = below[0] if below else next((j for j in range(i + 2, end) if tree.pos[j] in ("NOUN", "PROPN")), None)
    if source is None:
        return None
    last = source
    while last + 1 < end and tree.low[last + 1] != "," and tree.below(last + 1, source):
        last += 1
    return (i - 2, last), source, (i - 2, i + 1)


def _whose(tree: Tree, i: int, begin: int) -> tuple[Range, int, Range] | None:
    """In X's view: set off by commas or at the sentence's front; the cue is the noun."""
    owner = next((k for k in tree.kids[i] if tree.dep[k] == "nmod:poss"), None)
    if owner is None or i + 1 >= tree.n or tree.low[i + 1] != ",":
        return None
    first = min(tree.first[owner], owner)
    low = max(begin, first - NEAR)
    if first - 1 < low or tree.low[first - 1] not in PLACED or (first - 1 > begin and tree.low[first - 2] != ","):
        return None
    return (first - 1, i), owner, (i, i)


def _phrase(tree: Tree, source: int, first: int, last: int) -> Range:
    """The tokens that name the source, without the possessive's "'s"."""
    a, b = max(tree.near_first(source), first + 1), source
    while b < last and tree.below(b + 1, source) and tree.pos[b + 1] != "PART":
        b += 1
    while a < source and tree.pos[a] in ("ADP", "PUNCT"):
        a += 1
    return a, b


def _around(tree: Tree, begin: int, end: int, first: int, last: int) -> list[Range]:
    """What the sentence says without the phrase and the commas around it."""
    out = []
    for low, high in ((begin, first - 1), (last + 1, end - 1)):
        a, b = low, high
        while a <= b and (tree.pos[a] in ("PUNCT", "SPACE", "CCONJ") and tree.low[a] not in ('"', "“", "'", "‘")):
            a += 1
        while a <= b and tree.pos[b] in ("PUNCT", "SPACE") and tree.low[b] not in ('"', "”", "'", "’", "''"):
            b -= 1
        if a <= b:
            out.append((a, b))
    return out
