"""A codebook and a space to what codes reports: the words of its rules, its examples in their places, neighbours."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from dragoman.events.custom.examples import Placed, background, fired, placed, scene_of
from dragoman.events.custom.nearest import Floats, Near, Negative, Neighbours, Space
from dragoman.events.custom.scene import Scene
from dragoman.events.custom.schema import Example, OwnCodebook
from dragoman.events.custom.slots import LEARNT_DEFAULT
from dragoman.events.custom.words import Words
from dragoman.events.lexicon import lexicon
from dragoman.events.tree import Tree

# Verbs that name no act of their own.
EMPTY: Final = frozenset("be have do get become seem appear begin start continue use go come make take".split())

# Endings of nouns that name an act: "interception", "seizure", "harassment", "boarding".
ENDINGS: Final = ("tion", "sion", "ment", "ure", "ing", "ance", "ence", "al", "age", "ery", "sis")

# Where an actor must stand for a word to be a candidate.
ARGUMENTS: Final = ("subject", "object", "with", "against", "from", "to", "on", "at")


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """A codebook ready to code. `neighbours` is None where nearest examples are off, or there is no space or example.

    `points` are the examples, those of rules too, in the order of the neighbours' points; `blind` have no trigger.
    """

    book: OwnCodebook
    words: Words
    space: Space | None
    neighbours: Neighbours | None
    points: tuple[Placed, ...]
    blind: tuple[Example, ...]

    def accepts(self, near: Near) -> bool:
        """Whether it is near enough to an example to be coded."""
        return self.neighbours is not None and self.neighbours.accepts(near)

    def slots(self, point: int, side: str) -> tuple[str, ...]:
        """Where the parties of an act stand that is near an example: as in it, then as in others of its type."""
        own = self.points[point]
        alike = [p for p in self.points if p.example.type == own.example.type and p.pos == own.pos]
        seen = Counter(slot for p in alike for slot in (p.actor if side == "actor" else p.recipient))
        first = own.actor if side == "actor" else own.recipient
        others = tuple(slot for slot, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0])))
        default = LEARNT_DEFAULT[side != "actor"]
        return tuple(dict.fromkeys((*first, *others, *(() if others else (default,)))))


@lru_cache(maxsize=8)
def ready(book: OwnCodebook, space: Space | None) -> Ready:
    """Makes a codebook ready, once a process: its examples are parsed, which takes some 15 ms each."""
    words = Words(book)
    found = [(example, placed(example, words)) for type in book.types.values() for example in type.examples]
    ruled = [fired(rule, e, words) for rule in book.rules for e in rule.examples]
    points = tuple(place for place in (*(place for _, place in found), *ruled) if place is not None)
    blind = tuple(example for example, place in found if place is None)
    neighbours = None
    if space is not None and book.nearest and points:
        neighbours = _neighbours(book, words, space, points)
    return Ready(book, words, space, neighbours, points, blind)


def _neighbours(book: OwnCodebook, words: Words, space: Space, points: tuple[Placed, ...]) -> Neighbours:
    named = triggers(points)
    there = np.concatenate([vectors(space, p.scene, [p.i]) for p in points])
    rows: list[Floats] = [np.zeros((0, there.shape[1]), np.float32)]
    negatives: list[Negative] = []
    sentences = [(no.type, scene_of(no.text), True) for no in nots(book)]
    sentences += [(None, scene, False) for scene in background()]
    for number, (type, scene, own) in enumerate(sentences):
        tokens = [i for i in candidates(scene, words, named) if own or scene.tree.lemmas[i] not in named]
        if tokens:
            rows.append(vectors(space, scene, tokens))
            negatives += [Negative(type, number)] * len(tokens)
    return Neighbours(
        there,
        [p.example.type or "" for p in points],
        [p.ruled is None for p in points],
        np.concatenate(rows),
        negatives,
        threshold=book.threshold,
        margin=book.margin,
    )


def nots(book: OwnCodebook) -> tuple[Example, ...]:
    """All sentences that must not be coded: those of the codebook, of its types and of their rules."""
    types = [no for type in book.types.values() for no in (*type.nots, *(n for rule in type.rules for n in rule.nots))]
    return (*book.nots, *types)


def vectors(space: Space, scene: Scene, tokens: list[int]) -> Floats:
    """The vectors of tokens, one or more."""
    return space.vectors(scene.doc, tokens)


def triggers(points: tuple[Placed, ...]) -> frozenset[str]:
    """The lemmas of the examples' triggers."""
    return frozenset(point.scene.tree.lemmas[point.i] for point in points)


def candidates(scene: Scene, words: Words, named: frozenset[str]) -> list[int]:
    """The verbs and event nouns of a scene with an actor beside them; `named` are event nouns besides those known.

    A word that a rule names is none: the rule says what it takes, and "seized heroin" is no seizure of a ship.
    """
    tree = scene.tree
    found = []
    for i, token in enumerate(tree.tokens):
        pos = "V" if tree.verbal(i) and token.pos_ != "AUX" else "N" if _event_noun(tree, i, named) else ""
        if not pos or tree.lemmas[i] in EMPTY or scene.boiler(i):
            continue
        if any(not entry.others for entry in words.at(tree, i)[1]):
            continue
        if scene.sides(i, pos, ARGUMENTS, ()).actors:
            found.append(i)
    return found


def _event_noun(tree: Tree, i: int, named: frozenset[str]) -> bool:
    token = tree.tokens[i]
    if token.pos_ not in ("NOUN", "VERB") or token.is_space or tree.deps[i] in ("compound", "amod"):
        return False
    lemma = tree.lemmas[i]
    return lemma in named or lemma.endswith(ENDINGS) or ("N", lemma) in lexicon().index
