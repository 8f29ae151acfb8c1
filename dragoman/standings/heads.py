"""A Doc's standing heads to judgements of drafts that rules have made, and to drafts of words that no rule knows.

Rules and heads err differently, as in the events room: a rule knows who stands where, the heads what the sentence is
about. `Heads.weigh` notes how likely the heads think a rule's topic, by which `calibrated` says how sure it is (its
value and parties stay: heads that part from them are wrong more often than right). `Heads.more` adds drafts where the
heads see a topic that no rule has told there. A Doc without vectors (not from `language.parse(..., acting=True)`) is
read by the rules alone.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from dragoman import language
from dragoman.codebook import codebook
from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind, Status
from dragoman.standings.conditions import conditions
from dragoman.standings.drafts import Draft, Seen
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power, may_hold

if TYPE_CHECKING:
    from dragoman.language import Held, Holding

NEAR: Final = 7  # tokens of the sentence on either side of a rule's word where the heads may see its topic
HINTED: Final = 0.4  # of a topic at a word, for a draft that no rule has made
SIDED: Final = 0.5  # of a word being a party
FAINT: Final = 0.15  # where no word is as likely, of the likeliest ones
APART: Final = 9  # tokens between two standings of one topic and sentence
# The status of the heads in the terms of `light.py`.
LIGHTS: Final = {
    "happened": "plain",
    "ongoing": "plain",
    "planned": "promised",
    "conditional": "conditional",
    "hypothetical": "weighed",
    "denied": "negated",
}
# Topics that may be told of one side alone.
ALONE: Final = frozenset({"pledge", "demand", "concern"})


class Heads:
    """The standing heads of one Doc."""

    def __init__(self, tree: Tree, sides: Sides) -> None:
        self.tree, self.sides = tree, sides
        self._holding: Holding | None = language.holding(tree.doc)
        self._known: dict[int, Held] = {}

    def __bool__(self) -> bool:
        return self._holding is not None

    def weigh(self, drafts: Iterable[Draft]) -> None:
        """Notes for drafts of rules how likely the heads think their topic; nothing without heads."""
        if self._holding is None:
            return
        for draft in drafts:
            draft.seen = Seen(self._chance(draft))

    def more(self, drafts: Sequence[Draft], skip: frozenset[int]) -> list[Draft]:
        """Drafts for words at which the heads are sure of a topic, where none of `drafts` tells it."""
        if self._holding is None:
            return []
        found: list[Draft] = []
        for sign in self._holding.signs:
            if sign.chance < HINTED or sign.i in skip:
                continue
            if any(d.topic == sign.topic and self._close(d, sign.i) for d in (*drafts, *found)):
                continue
            found += self._draft(sign.i, sign.topic, sign.chance)
        return found

    def _close(self, draft: Draft, i: int) -> bool:
        here = self.tree.sentence(i)
        return any(here == self.tree.sentence(k) and abs(k - i) <= APART for k in (draft.i, *draft.used))

    def _chance(self, draft: Draft) -> float:
        """How sure the heads are of the draft's topic near its words."""
        assert self._holding is not None
        start, end = self.tree.sentence(draft.i)
        inside = [draft.i, *(k for k in draft.used if start <= k < end)]
        low, high = max(start, min(inside) - NEAR), min(end, max(inside) + NEAR + 1)
        return self._holding.topic(low, high, draft.topic)[1]

    def _sided(self, draft: Draft, at: int) -> float:
        """How likely the heads think the draft's parties to stand on their sides, on average."""
        held = self._of(at)
        found = []
        pairs = [(held.holder, draft.holder), (held.subject, draft.subject)]
        if codebook().topics[draft.topic].symmetric:
            both = np.maximum(held.holder, held.subject)
            pairs = [(both, draft.holder), (both, draft.subject)]
        for likely, side in pairs:
            spans = [a.mention for a in side.actors if a.mention]
            rows = [
                n
                for n, token in enumerate(self.tree.tokens[held.first : held.first + len(likely)])
                if any(token.idx < b and a < token.idx + len(token) for a, b in spans)
            ]
            if rows:
                found.append(max(float(likely[n]) for n in rows))
        return sum(found) / len(found) if found else 0.0

    def _of(self, i: int) -> "Held":
        assert self._holding is not None
        if i not in self._known:
            (self._known[i],) = self._holding.judge(*self.tree.sentence(i), [i])
        return self._known[i]

    def _values(self, i: int, topic: str) -> dict[str, float]:
        """The chances of the topic's values at token `i`, of those alone."""
        found = {v: self._of(i).values.get(f"{topic} {v}", 0.0) for v in codebook().topics[topic].values}
        total = sum(found.values())
        return {v: chance / total for v, chance in found.items()} if total else {}

    def _draft(self, i: int, topic: str, chance: float) -> list[Draft]:
        held = self._of(i)
        values = self._values(i, topic)
        if not values:
            return []
        value = max(values, key=lambda v: values[v])
        status = max(held.statuses, key=lambda s: held.statuses[s])
        holder = self._side(i, held.holder, held.first, topic, NOBODY, place=False)
        holder = Side(tuple(a for a in holder.actors if may_hold(a, topic)), holder.tokens)
        subject = self._side(i, held.subject, held.first, topic, holder, place=topic == "control")
        guessed = False
        if not holder.actors and topic in ALONE:
            holder, guessed = self.sides.side(i, ("speaker",), subject), True
            holder = Side(tuple(a for a in holder.actors if may_hold(a, topic)), holder.tokens)
        if not holder.actors:
            return []
        if not subject.actors and topic != "control":
            subject, guessed = self.sides.side(i, ("?",), holder), True
        if not subject.actors:
            return []
        if topic not in ("control", "concern") and not all(map(is_power, subject.actors)):
            return []
        shade = LIGHTS[status]
        terms = conditions(self.tree, i, coming=shade != "plain" or topic == "pledge")
        drafts = [
            Draft(
                i,
                topic,
                value,
                shade,
                Side((actor,), holder.tokens),
                subject,
                f"heads:{topic}",
                chance,
                terms,
                now=status == "ongoing",
                guessed=guessed,
                status=Status(status),
            )
            for actor in self._distinct(holder.actors)[:3]
        ]
        for draft in drafts:
            draft.seen = Seen(chance, values[value], self._sided(draft, i))
        return drafts

    def _distinct(self, actors: tuple[Actor, ...]) -> list[Actor]:
        found: dict[str, Actor] = {}
        for actor in actors:
            found.setdefault(side_of(self.sides.principal(actor)), actor)
        return list(found.values())

    def _side(self, i: int, likely: NDArray[np.float32], first: int, topic: str, against: Side, *, place: bool) -> Side:
        """The actors of the words that the heads take for a party, the surest words first."""
        ranked = [k for k in np.argsort(-likely, kind="stable").tolist() if likely[k] >= FAINT]
        order = [k for k in ranked if likely[k] >= SIDED] or ranked[:2]
        actors: list[Actor] = []
        tokens: list[int] = []
        own = {side_of(self.sides.principal(a)) for a in against.actors}
        for k in (first + n for n in order):
            found = self.sides.lands.at(k, "landself") if place else self._named(k, topic)
            for actor in found.actors:
                if actor in actors or (not place and side_of(self.sides.principal(actor)) in own):
                    continue
                actors.append(actor)
                tokens += [t for t in found.tokens if t not in tokens]
        return Side(tuple(actors), tuple(tokens))

    def _named(self, k: int, topic: str) -> Side:
        """The actors named at token `k`; where topics are of states, a place stands for its state."""
        found = self.sides.named((k,))
        named = Side(tuple(a for a in found.actors if a.kind is not ActorKind.PLACE), found.tokens)
        if named.actors or topic not in ("mission", "advisory", "recognition"):
            return named
        return self.sides.place(k)
