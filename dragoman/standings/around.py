"""A report's mentions and events to whom its words are about where they do not say: the other side in play."""

from collections import Counter
from collections.abc import Callable, Iterable
from math import log
from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import OFFICIAL, POWERS, side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind, Event, Status

if TYPE_CHECKING:
    from dragoman.actors import Cast, Mention

# What a mention counts by how many sentences it lies before (or, negative, behind) the words.
NEAR: Final = {0: 3.0, 1: 1.6, 2: 0.8, 3: 0.5, -1: 0.4}
FAR: Final = 0.1
HOME: Final = 1.4  # a government and the rebels of its country are each other's first counterpart
DEALT: Final = 1.2  # for each event between the two, in logarithms
NAMED: Final = 1.0  # for each mention in the report, in logarithms
ARMED: Final = 1.0  # for an armed group, where the words are of fighting, in logarithms
CURRENCIES: Final = frozenset(
    "dollar pound franc mark rouble ruble rupee peso shilling dinar crown krone krona lira".split()
)
HOSTILE: Final = frozenset({"ASSAULT", "MOBILIZE"})


class Around:
    """Who is in play in one report. `principal` gives whom an actor stands for."""

    def __init__(self, tree: Tree, cast: "Cast", events: Iterable[Event], principal: Callable[[Actor], Actor]) -> None:
        self.tree = tree
        self.sentence_of: dict[int, int] = {}
        for n, sentence in enumerate(tree.doc.sents):
            for i in range(sentence.start, sentence.end):
                self.sentence_of[i] = n
        self.named: Counter[str] = Counter()
        self._where: dict[str, list[int]] = {}
        self._actors: dict[str, Actor] = {}
        text = tree.text
        for mention in cast.mentions:
            after = tree.lower[mention.end].rstrip("s") if mention.end < len(tree.lower) else ""
            if mention.how != "place" and after not in CURRENCIES and not _described(text, mention):
                self._note(mention.head, mention.actors, principal)
        self.dealt: Counter[tuple[str, str]] = Counter()
        self.fought: Counter[tuple[str, str]] = Counter()
        for event in events:
            if not event.attributes.get("inferred_party"):
                self._deal(event, principal)

    def _note(self, head: int, actors: tuple[Actor, ...], principal: Callable[[Actor], Actor]) -> None:
        for actor in dict.fromkeys(map(principal, actors)):
            if actor.sector not in POWERS or (actor.sector in OFFICIAL and not actor.country):
                continue
            side = side_of(actor)
            self.named[side] += 1
            self._actors.setdefault(side, actor)
            self._where.setdefault(side, []).append(self.sentence_of.get(head, 0))

    def _deal(self, event: Event, principal: Callable[[Actor], Actor]) -> None:
        ones = {side_of(principal(a)) for a in event.actors}
        others = {side_of(principal(a)) for a in event.recipients}
        for pair in sorted((a, b) for a in ones for b in others if a != b):
            self.dealt[pair] += 1
            self.dealt[pair[::-1]] += 1
            if event.type in HOSTILE and event.status in (Status.HAPPENED, Status.ONGOING):
                self.fought[pair[0], pair[1]] += 1
                self.fought[pair[1], pair[0]] += 1

    def pair(self, *, hostile: bool) -> tuple[Actor, ...]:
        """The two sides that the report is about, empty if it is not about two: those who fight, or who deal most."""
        for counts in (self.fought, self.dealt) if hostile else (self.dealt,):
            known = [pair for pair in counts if pair[0] < pair[1] and set(pair) <= set(self._actors)]
            if known:
                one, other = max(known, key=lambda pair: (self._weight(counts, pair, hostile=hostile), pair))
                return self._actors[one], self._actors[other]
        return tuple(self._actors.values()) if len(self._actors) == 2 else ()

    def _weight(self, counts: Counter[tuple[str, str]], pair: tuple[str, str], *, hostile: bool) -> float:
        armed = hostile and any(self._actors[side].kind is ActorKind.ARMED_GROUP for side in pair)
        return ARMED * armed + 2 * log(1 + counts[pair]) + log(1 + self.named[pair[0]]) + log(1 + self.named[pair[1]])

    def foremost(self, sector: str) -> Actor | None:
        """The actor of a sector that the report names most, None if it names none."""
        sides = [side for side, actor in self._actors.items() if actor.sector == sector]
        return self._actors[max(sides, key=lambda side: (self.named[side], side))] if sides else None

    def fighting(self, least: int) -> list[tuple[Actor, Actor]]:
        """The pairs between whom at least `least` attacks are told."""
        rows = sorted((a, b) for (a, b), n in self.fought.items() if a < b and n >= least)
        return [(self._actors[a], self._actors[b]) for a, b in rows if a in self._actors and b in self._actors]

    def other(self, i: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The likeliest other side for words at token `i` by (or about) `actors`; empty when nobody else is in play."""
        own = {side_of(a) for a in actors}
        countries = {a.country for a in actors if a.country}
        here = self.sentence_of.get(i, 0)
        best = 0.0
        found: tuple[Actor, ...] = ()
        for side, actor in self._actors.items():
            if side in own:
                continue
            near = max(NEAR.get(here - n, FAR) for n in self._where[side])
            score = near + NAMED * log(1 + self.named[side]) + DEALT * sum(log(1 + self.dealt[o, side]) for o in own)
            if actor.country in countries:
                score *= HOME
            if score > best:
                best, found = score, (actor,)
        return found


def _described(text: str, mention: "Mention") -> bool:
    """Whether somebody without a country is only described ("donors", "diplomats"): too vague to be a party."""
    return (
        mention.how == "description"
        and all(a.country is None for a in mention.actors)
        and text[mention.span[0]].islower()
    )
