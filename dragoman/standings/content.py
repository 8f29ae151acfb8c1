"""A word that promises, asks, fears ... to the words that say what: its complement, else its object."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Spans

TOPICS: Final = frozenset({"pledge", "demand", "agreement", "sanction", "advisory", "concern"})
# Relations of the words that say what, the fullest first.
_WHAT: Final = ("xcomp", "ccomp", "obj", "nsubj:pass", "acl", "obl", "nmod")
_LONGEST: Final = 80  # tokens


def content(tree: Tree, i: int) -> Spans | None:
    """The span of what word `i` promises, asks or fears, or None where the clause does not say it apart."""
    for dep in _WHAT:
        for k in tree.kids_by(i, dep):
            if k > i or dep == "nsubj:pass":
                inner = [c for c in tree.kids_by(k, "acl") if tree.lower_mark(c) == "to"] if dep == "obj" else []
                return _span(tree, inner[0] if inner else k)
    return None


def _span(tree: Tree, k: int) -> Spans:
    first, last = tree.tokens[k].left_edge.i, tree.tokens[k].right_edge.i
    last = min(last, first + _LONGEST)
    while first < k and (tree.tokens[first].is_punct or tree.tokens[first].is_space):
        first += 1
    while last > first and (tree.tokens[last].is_punct or tree.tokens[last].is_space):
        last -= 1
    return ((tree.tokens[first].idx, tree.tokens[last].idx + len(tree.tokens[last])),)
