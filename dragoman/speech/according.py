"""Takes a tree, gives "according to X" phrases: who is named and the clause that is said."""

from dataclasses import dataclass

from dragoman.speech.content import Range
from dragoman.speech.sources import subject
from dragoman.speech.tree import Tree


@dataclass(frozen=True, slots=True)
class According:
    """The tokens of "according to", the head of the name after it, the pieces of the clause."""

    cue: Range
    source: int
    pieces: tuple[Range, ...]


def according(tree: Tree, i: int) -> According | None:
    """The attribution at token `i` if it is the "according" of "according to X"."""
    if i + 2 >= tree.n or tree.low[i] != "according" or tree.low[i + 1] != "to":
        return None
    head = _named(tree, i)
    if head is None:
        return None
    a, b = i, max(tree.last[head], head)
    begin, end = tree.sentence(i)
    end = _trim(tree, begin, end)
    b = min(b, end)
    comma = next(
        (
            j
            for j in range(head + 1, b)
            if tree.low[j] == "," and tree.low[j + 1] in ("and", "but", "while", "although")
        ),
        None,
    )
    if comma is not None and any(tree.dep[j] in ("nsubj", "nsubj:pass") for j in range(comma, b + 1)):
        b = comma - 1  # the parser hung the next clause on the name
    if a > begin and tree.low[a - 1] in ("and", "but"):
        a -= 1
    if not any(tree.pos[j] in ("VERB", "AUX") for j in range(begin, a)):
        pieces = ((b + 1, end),) if b + 1 <= end else ()
        if a - 1 >= begin and any(tree.pos[j] not in ("PUNCT", "SPACE", "CCONJ", "ADV") for j in range(begin, a)):
            pieces = ((begin, a - 2 if tree.low[a - 1] == "," and a - 2 >= begin else a - 1), *pieces)
        return According((i, i + 1), head, pieces) if pieces else None
    rest = _rest(tree, b + 1, end)
    left = _left(tree, begin, a)
    if a > begin and tree.low[a - 1] == ",":
        a -= 1
    return According((i, i + 1), head, tuple(p for p in ((left, a - 1), rest) if p is not None and p[0] <= p[1]))


def _named(tree: Tree, i: int) -> int | None:
    """The head of the name after "according to"."""
    if tree.dep[i] in ("case", "mark") and tree.head[i] > i + 1:
        return tree.head[i]
    below = [
        k for k in (*tree.kids[i], *tree.kids[i + 1]) if k > i + 1 and tree.pos[k] in ("NOUN", "PROPN", "PRON", "NUM")
    ]
    if below:
        return below[0]
    return next((j for j in range(i + 2, min(i + 12, tree.n)) if tree.pos[j] in ("NOUN", "PROPN", "PRON")), None)


def _rest(tree: Tree, a: int, end: int) -> Range | None:
    """What follows "A, according to X," in the sentence: content unless it is a clause with a subject of its own."""
    while a <= end and tree.pos[a] in ("PUNCT", "SPACE"):
        a += 1
    if a > end:
        return None
    clause = tree.low[a] in ("and", "but", "while", "although", "though", "who", "which")
    own = any(
        tree.pos[j] in ("VERB", "AUX") and subject(tree, j, passive=True) in range(a, end + 1)
        for j in range(a, end + 1)
    )
    return None if clause and own else (a, end)


def _left(tree: Tree, begin: int, a: int) -> int:
    """Where the clause before ", according to X" begins: after the last semicolon of the sentence."""
    return max((j + 1 for j in range(begin, a) if tree.low[j] == ";"), default=begin)


def _trim(tree: Tree, begin: int, end: int) -> int:
    end -= 1
    while end > begin and (tree.space[end] or tree.low[end] in (".", "!", "?", "”", '"', "''", "’")):
        end -= 1
    return end
