"""Drafts that are given for one another: "in exchange", "in return for", "provided that you do the same"."""

from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.drafts import Draft
from dragoman.standings.sides import Sides

WORDS: Final = frozenset({"exchange", "return", "turn", "quid"})
_NEAR: Final = 90  # tokens between the two promises: within a sentence or two


def exchanged(tree: Tree, sides: Sides, drafts: list[Draft]) -> dict[int, int]:
    """For the number of a pledge in `drafts` the number of the pledge that it is given for."""
    found: dict[int, int] = {}
    pledges = [n for n, draft in enumerate(drafts) if draft.topic == "pledge" and draft.holder.actors]
    for sign in _signs(tree):
        near = sorted((n for n in pledges if abs(drafts[n].i - sign) <= _NEAR), key=lambda n: abs(drafts[n].i - sign))
        for n in near:
            partner = next((m for m in near if m != n and _mutual(sides, drafts[n], drafts[m])), None)
            if partner is not None:
                found.setdefault(n, partner)
                found.setdefault(partner, n)
                break
    return found


def _signs(tree: Tree) -> list[int]:
    """The words "exchange" and "return" behind "in"."""
    return [
        i
        for i, word in enumerate(tree.lower)
        if word in WORDS and i and tree.lower[i - 1] == "in" and not _possessed(tree, i)
    ]


def _possessed(tree: Tree, i: int) -> bool:
    return any(tree.deps[k] in ("nmod:poss", "amod") for k in tree.kids(i))


def _mutual(sides: Sides, one: Draft, other: Draft) -> bool:
    """Whether what one side gives is for what the other gives."""
    if one.i == other.i:
        return False
    return side_of(sides.principal(one.holder.actors[0])) != side_of(sides.principal(other.holder.actors[0]))
