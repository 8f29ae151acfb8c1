"""A trigger whose parties the slots of its rule do not find, to parties: the words that the heads take for its sides.

The slots know grammar, the heads have read how reports tell such acts; where both fail on a side, the text around it
is asked.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.events.heads import Heads
from dragoman.events.parties import ALONE, Casting, Parties
from dragoman.events.slots import NOBODY, Side
from dragoman.events.surroundings import POWERS, side_of
from dragoman.events.triggers import Trigger

if TYPE_CHECKING:
    from dragoman.actors.cast import Mention

SURE: Final = 0.85  # how likely a word must name an event for its parties to be sought so


@dataclass(frozen=True, slots=True)
class Sided:
    """Seeks parties where the heads see them."""

    heads: Heads
    casting: Casting

    def parties(self, trigger: Trigger) -> Parties | None:
        """The parties of a trigger that surely names an event; None where the heads see nobody in power either."""
        hint = self.heads.hints.get(trigger.i)
        if hint is None or hint.likely < SURE:
            return None
        acting, target = self.heads.sides(trigger.i)
        actor = self._side(acting, NOBODY)
        recipient = self._side(target, actor)
        if not actor.actors and not recipient.actors:
            return None
        if recipient.actors and actor.actors:
            return self.casting.sound(trigger, actor, recipient, False)
        if actor.actors:
            return self.casting.alone(trigger, actor) or self._single(trigger, actor)
        return self.casting.agentless(trigger, recipient)

    def _single(self, trigger: Trigger, actor: Side) -> Parties | None:
        powers = any(a.sector in POWERS for a in actor.actors)
        if trigger.rule.type not in ALONE or not powers:
            return None
        return self.casting.sound(trigger, actor, NOBODY, False)

    def _side(self, tokens: tuple[int, ...], against: Side) -> Side:
        """The actors named at `tokens`, those of the other side left out; a place stands for its state."""
        own = {side_of(a) for a in against.actors}
        found, at = [], []
        for k in tokens:
            mention: Mention | None = self.casting.cast.at(k)
            if mention is None or not {mention.head, mention.start} & set(tokens):
                continue
            here = self.casting.slots.place(mention.head) if mention.how == "place" else Side(mention.actors)
            kept = [a for a in here.actors if side_of(a) not in own and a not in found]
            found += kept
            at += [k] if kept else []
        return Side(tuple(found), tuple(at))
