"""A promise, threat or recognition to the clauses it depends on: "only if ...", "once ...", "subject to ..."."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Span, Spans
from dragoman.standings.openers import SHORT, Opener, opener

# Relations that lead from a clause up to the word that it is a condition of.
_DOWN: Final = frozenset({"xcomp", "ccomp", "acl", "advcl", "obj", "obl", "nmod", "conj", "parataxis"})
_UP: Final = frozenset({"xcomp", "ccomp", "obj", "acl", "advcl", "obl"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_LASTING: Final = frozenset({"until", "till", "pending", "based"})
_SAYING: Final = frozenset("say tell add announce report state note stress warn insist".split())
_FARTHEST: Final = 4
_LONGEST: Final = 45  # tokens


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition: tokens `first` to `last`, the word `over` that it hangs on, and what opens it."""

    first: int
    last: int
    over: int
    opener: Opener


def conditions(tree: Tree, i: int, *, coming: bool) -> Spans:
    """The spans of the conditions on verb or noun `i`; `coming` says that it is still to come or promised."""
    found: list[Clause] = []
    for clause in _clauses(tree, i):
        within = clause.first <= i <= clause.last and not (i == clause.first and clause.opener.kind == "verb")
        if within or not _allowed(tree, clause, coming):
            continue
        if _governs(tree, i, clause) and not any(c.first <= clause.first and clause.last <= c.last for c in found):
            found = [c for c in found if not (clause.first <= c.first and c.last <= clause.last)]
            found.append(clause)
    return tuple(sorted(_span(tree, clause) for clause in found))


def binding(tree: Tree, terms: Spans) -> bool:
    """Whether a promise with these conditions is a conditional one: "until June" says only how long it holds."""
    text = tree.text
    return any(text[start:end].split()[0].lower() not in _LASTING for start, end in terms)


def _allowed(tree: Tree, clause: Clause, coming: bool) -> bool:
    if clause.opener.kind == "later":
        return coming
    if clause.opener.kind == "lacking":
        return _denied(tree, clause.over)
    return True


def _denied(tree: Tree, i: int) -> bool:
    return any(tree.lower[k] in ("not", "n't", "n’t", "never", "no") for k in tree.kids(i))


def _clauses(tree: Tree, i: int) -> Iterator[Clause]:
    """The conditions in the sentence of token `i`, in their order."""
    start, end = tree.sentence(i)
    m = start
    while m < end:
        found = opener(tree, m, end)
        clause = _clause(tree, found, start, end) if found is not None else None
        if clause is not None:
            yield clause
            m = found.after if found is not None else m
        m += 1


def _clause(tree: Tree, found: Opener, start: int, end: int) -> Clause | None:
    """The clause behind an opener: up from its first word to the highest word that lies behind the opener."""
    if found.after >= end:
        return None
    marked = tree.deps[found.mark] == "mark" and found.kind != "noun"
    wall = found.after if marked else _wall(tree, found, end)
    top = tree.heads[found.mark] if marked else _up(tree, found.after, found.after, wall)
    if found.kind == "clause" and not (found.sure or _is_clause(tree, top)):
        return None
    top = _up(tree, top, found.first, wall)
    over = found.first if found.kind == "verb" else tree.heads[top]
    last = min(tree.tokens[top].right_edge.i, found.first + _LONGEST, end - 1)
    if last >= over > top:
        last = over - 1
    while last > found.after and (tree.tokens[last].is_punct or tree.tokens[last].is_space):
        last -= 1
    return Clause(found.first, last, over, found)


def _up(tree: Tree, top: int, first: int, wall: int) -> int:
    """The highest word over `top` that lies in the clause, from `first` to before `wall`."""
    while first <= tree.heads[top] < wall and tree.heads[top] != top:
        top = tree.heads[top]
    return top


def _wall(tree: Tree, found: Opener, end: int) -> int:
    """Where an opening clause ends at the latest: its first comma, when it opens the sentence."""
    start = tree.sentence(found.first)[0]
    if found.first - start > 1:
        return end
    return next((k for k in range(found.after, end) if tree.lower[k] == ","), end)


def _is_clause(tree: Tree, top: int) -> bool:
    """Whether words say what happens: "until the talks end", not "until Friday", "once a year", "if necessary"."""
    if tree.lower[top] in SHORT:
        return False
    token = tree.tokens[top]
    if token.pos_ in ("VERB", "AUX"):
        return True
    return any(tree.deps[k] in ("nsubj", "nsubj:pass", "cop", "aux", "expl") for k in tree.kids(top))


def _governs(tree: Tree, i: int, clause: Clause) -> bool:
    """Whether the clause is about word `i`: it hangs on it, on what it promises, or on what it is part of."""
    over = clause.over
    up = over
    for _ in range(_FARTHEST):  # the clause hangs on the content
        if up == i:
            return True
        if tree.deps[up] not in _DOWN or tree.heads[up] == up or _apart(tree, up):
            break
        up = tree.heads[up]
    if up == i:
        return True
    up = i
    for _ in range(_FARTHEST):  # the word is part of what the clause hangs on
        dep = tree.deps[up]
        below = dep in _UP or (dep == "conj" and not _own_subject(tree, up))
        below = below or (dep in _SUBJECTS and clause.opener.kind == "verb")
        if not below or tree.heads[up] == up:
            return False
        if dep == "advcl" and tree.lower_mark(up) not in ("", "to"):
            return False
        up = tree.heads[up]
        if up == over or over in tree.kids_by(up, "xcomp"):
            return True
    return False


def _apart(tree: Tree, i: int) -> bool:
    """Whether a verb begins something else: "freed two, adding that", "left, and Chad closed the border"."""
    if tree.deps[i] in ("advcl", "conj", "acl") and tree.lemmas[i] in _SAYING:
        return True
    return tree.deps[i] == "conj" and _own_subject(tree, i)


def _own_subject(tree: Tree, i: int) -> bool:
    return any(tree.deps[k] in _SUBJECTS for k in tree.kids(i))


def _span(tree: Tree, clause: Clause) -> Span:
    """The characters of a clause, with an "only" before it."""
    first = clause.first
    if first and tree.lower[first - 1] in ("only", "even", "but") and tree.sentence(first)[0] < first:
        first -= 1
    return (tree.tokens[first].idx, tree.tokens[clause.last].idx + len(tree.tokens[clause.last]))
