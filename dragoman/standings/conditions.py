"""A promise, threat or recognition to the clauses it depends on: "only if ...", "once ...", "provided that ..."."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Span, Spans

OPENERS: Final = frozenset("if unless once provided providing until till lest assuming".split())
# Openers that make a condition only of what is still to come: "will be lifted when the last troops leave".
LATER: Final = frozenset({"when", "after", "as", "before"})
# Nouns whose clause is a condition: "on condition that the map goes".
TERMS: Final = frozenset({"condition", "proviso", "understanding", "case", "event", "exchange", "return"})
# Verbs and prepositions that name what a decision hangs on: "would depend on its conduct", "based on its conduct".
_LONGEST: Final = 40  # tokens
HANGING: Final = frozenset({"depend", "hinge", "base", "rest", "contingent", "conditional", "subject"})


def conditions(tree: Tree, i: int, *, coming: bool) -> Spans:
    """The spans of the conditions on verb or noun `i`; `coming` says that it is still to come or promised."""
    found: list[Span] = []
    for verb in _verbs(tree, i):
        for k in tree.kids(verb):
            span = _condition(tree, k, verb, coming)
            if span is not None and span not in found and not _covers(tree, span, i):
                found.append(span)
    return tuple(sorted(found))


def _covers(tree: Tree, span: Span, i: int) -> bool:
    return span[0] <= tree.tokens[i].idx < span[1]


def _verbs(tree: Tree, i: int) -> list[int]:
    """The word, what it promises or asks, and the verbs it is the complement of, as far as one clause goes."""
    found = [i, *(k for k in tree.kids(i) if tree.deps[k] in ("xcomp", "ccomp", "conj"))]
    up = i
    for _ in range(3):
        if tree.deps[up] not in ("xcomp", "ccomp", "obj", "acl", "advcl", "obl") or tree.heads[up] == up:
            break
        up = tree.heads[up]
        found.append(up)
    found += [c for k in found[1:4] for c in tree.kids(k) if tree.deps[c] == "xcomp"]
    return found


def _condition(tree: Tree, k: int, verb: int, coming: bool) -> Span | None:
    dep = tree.deps[k]
    if dep == "advcl" and (
        tree.lower_mark(k) in OPENERS or (coming and tree.lower_mark(k) == "when") or _inverted(tree, k)
    ):
        return _span(tree, k)
    if dep in ("advcl", "advmod") and tree.lower[k] in ("provided", "providing", "assuming"):
        return _span(tree, k)
    if dep == "advcl" and (_as_long(tree, k) or (coming and _only(tree, k))):
        return _span(tree, k)
    if (
        dep == "advcl"
        and coming
        and tree.lower_mark(k) == ""
        and any(tree.lower[c] == "when" for c in tree.kids_by(k, "advmod"))
    ):
        return _span(tree, k)
    if (
        dep in ("obl", "nmod")
        and tree.lemmas[k] in TERMS - {"exchange", "return"}
        and tree.kids_by(k, "acl", "ccomp", "acl:relcl")
    ):
        return _span(tree, k)
    if coming and _hangs(tree, k, verb):
        return _span(tree, k)
    return None


def _only(tree: Tree, k: int) -> bool:
    """As in "only after the president had returned", "only when he had": what it waits for is a condition."""
    first = tree.tokens[k].left_edge.i
    return tree.lower_mark(k) in LATER and "only" in tree.lower[max(0, first - 1) : first + 1]


def _as_long(tree: Tree, k: int) -> bool:
    marks = [tree.lower[c] for c in tree.kids(k) if c < k]
    return "as" in marks and any(tree.lower[c] == "long" for c in tree.kids(k) if c < k)


def _hangs(tree: Tree, k: int, verb: int) -> bool:
    """As in "decide whether to recognise it based on its conduct"."""
    if tree.deps[k] not in ("obl", "advcl", "acl"):
        return False
    if tree.lemmas[k] in HANGING and tree.deps[k] in ("advcl", "acl"):
        return True
    return any(tree.lower[c] in ("based", "depending", "pending") for c in tree.kids(k))


def _inverted(tree: Tree, k: int) -> bool:
    """As in "Should the shelling resume": an auxiliary before the subject opens the clause."""
    aux = tree.kids_by(k, "aux", "aux:pass", "cop")
    return bool(aux) and tree.tokens[aux[0]].text in ("Should", "Had", "Were") and aux[0] == tree.tokens[k].left_edge.i


def _span(tree: Tree, k: int) -> Span:
    """The clause of `k` with an "only" before it and without marks around it."""
    first, last = tree.tokens[k].left_edge.i, tree.tokens[k].right_edge.i
    if first == last and tree.lower[k] in ("provided", "providing", "assuming"):
        last = min(tree.tokens[k].sent.end - 1, k + _LONGEST)  # the parser has hung the clause elsewhere
    if first and tree.lower[first - 1] in ("only", "even", "but"):
        first -= 1
    while first < k and (tree.tokens[first].is_punct or tree.tokens[first].is_space):
        first += 1
    while last > k and (tree.tokens[last].is_punct or tree.tokens[last].is_space):
        last -= 1
    return (tree.tokens[first].idx, tree.tokens[last].idx + len(tree.tokens[last]))
