"""Words that take up what was said ("Belarus did so too", "Nauru followed suit") to the draft before, of a new holder.

What is taken up is the nearest draft before, of a topic that several holders may share towards one subject.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor
from dragoman.standings.drafts import Draft
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side, is_power

TOPICS: Final = frozenset({"recognition", "relations", "mission", "sanction"})
FARTHEST: Final = 60  # tokens back to the words that are taken up
CONFIDENCE: Final = 0.8  # times that of the draft before
# value, light and conditions of a rule's outcome at a token; value "" where nothing is said
Valued = Callable[[str, int], tuple[str, str, tuple[tuple[int, int], ...]]]


def echoed(tree: Tree, sides: Sides, drafts: Iterable[Draft], valued: Valued) -> Iterator[Draft]:
    """A draft for each word that takes up one of `drafts`, in the order of the text."""
    told = [d for d in drafts if d.topic in TOPICS and d.subject.actors]
    for i in range(len(tree.lemmas)):
        if not _takes_up(tree, i):
            continue
        before = [d for d in told if i - FARTHEST < d.i < i]
        if not before:
            continue
        nearest = max(before, key=lambda d: d.i)
        holder = sides.side(i, ("subj",), nearest.subject)
        powers = tuple(a for a in holder.actors if is_power(a))
        value, shade, terms = valued(nearest.rule, i)
        if not value or not powers or (value == nearest.value and _own(sides, powers, nearest)):
            continue
        for actor in powers[:4]:
            yield replace(
                nearest,
                i=i,
                value=value,
                light=shade,
                holder=Side((actor,), holder.tokens),
                confidence=round(nearest.confidence * CONFIDENCE, 4),
                conditions=terms,
                used=(),
                more=(),
            )


def _takes_up(tree: Tree, i: int) -> bool:
    words = {tree.lower[k] for k in tree.kids(i)}
    if tree.lemmas[i] == "follow":
        return "suit" in words
    return tree.lemmas[i] == "do" and tree.tokens[i].pos_ == "VERB" and bool(words & {"so", "likewise", "same"})


def _own(sides: Sides, actors: tuple[Actor, ...], before: Draft) -> bool:
    """Whether the holder is the one of the draft itself: "recognised it and did so gladly"."""
    own = {side_of(sides.principal(a)) for a in before.holder.actors}
    return any(side_of(sides.principal(a)) in own for a in actors)
