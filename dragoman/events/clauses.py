"""A trigger to its words in the text: the span that names the act, and the smallest clause that says it."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.records import Span, Spans

# Parts of a clause that say something else.
APART: Final = frozenset({"parataxis", "acl:relcl", "conj", "cc", "punct", "ccomp", "discourse", "dislocated"})


def trigger_span(tree: Tree, trigger: Trigger) -> Span:
    """The words that name the act: the trigger with its particle and the noun its rule asks for, when close by."""
    tokens = [trigger.i]
    if tree.verbal(trigger.i):
        tokens += tree.kids_by(trigger.i, "compound:prt")
    near = [k for k in tokens if abs(k - trigger.i) <= 3]
    first, last = tree.tokens[min(near)], tree.tokens[max(near)]
    return (first.idx, last.idx + len(last))


def evidence(tree: Tree, trigger: Trigger, parties: tuple[int, ...]) -> Spans:
    """One span: the trigger's clause without what is only joined to it, wide enough to hold the parties' names."""
    i = trigger.i
    head = _clause(tree, i)
    start, end = tree.sentence(i)
    low = high = i
    for k in [head, *tree.kids(head)]:
        if k == head:
            low, high = min(low, k), max(high, k)
        elif tree.deps[k] not in APART:
            low, high = min(low, tree.tokens[k].left_edge.i), max(high, tree.tokens[k].right_edge.i)
    for k in parties:
        if start <= k < end:
            low, high = min(low, k), max(high, k)
    low, high = max(low, start), min(high, end - 1)
    while low < i and (tree.tokens[low].is_punct or tree.tokens[low].is_space):
        low += 1
    while high > i and (tree.tokens[high].is_punct or tree.tokens[high].is_space):
        high -= 1
    return ((tree.tokens[low].idx, tree.tokens[high].idx + len(tree.tokens[high])),)


def _clause(tree: Tree, i: int) -> int:
    """The verb whose clause the trigger stands in: itself, or the one that its noun hangs on."""
    up = i
    for _ in range(8):
        if tree.verbal(up) or tree.heads[up] == up:
            return up
        up = tree.heads[up]
    return up
