"""An act's parties to how each was found: by which slot of the rule, as the state of an office holder, or inferred."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.events.explained import PartyTold
from dragoman.events.explaining_rules import SLOTS, slot_told
from dragoman.events.parties import OF_THINGS, Casting, Parties
from dragoman.events.slots import NOBODY, Side
from dragoman.records import Actor, ActorKind, Span

if TYPE_CHECKING:
    from dragoman.events.triggers import Trigger

INFERRED: Final = "not named in the clause: taken from the text around, as the side most in play"
ANSWERED: Final = "not named in the clause: who was told before to have said or done what this act answers"


@dataclass(frozen=True, slots=True)
class Finder:
    """Tells how the parties of a trigger were found, by asking its slots again."""

    casting: Casting
    text: str

    def told(self, trigger: "Trigger", parties: Parties) -> tuple[PartyTold, ...]:
        """Each actor, then each recipient."""
        rule = trigger.rule
        acting = Side(parties.actors)
        first = list(self._found(trigger.i, (*rule.actor, *OF_THINGS), NOBODY))
        second = list(self._found(trigger.i, rule.recipient, acting))
        if "sym" in rule.flags:  # one phrase may name both sides
            second += first
        told = [self._party("actor", actor, parties.actors, first, parties) for actor in parties.actors]
        told += [self._party("recipient", actor, parties.recipients, second, parties) for actor in parties.recipients]
        return tuple(told)

    def seen(self, trigger: "Trigger") -> str:
        """Whom the slots of the rule name, where that does not suffice for an event."""
        sides = (("actor", trigger.rule.actor), ("recipient", trigger.rule.recipient))
        told = []
        for side, slots in sides:
            found = dict.fromkeys(actor.name for _, actor in self._found(trigger.i, slots, NOBODY))
            told.append(f"{side} {', '.join(found) or 'nobody'}")
        return "; ".join(told)

    def _found(self, i: int, slots: tuple[str, ...], against: Side) -> Iterator[tuple[str, Actor]]:
        """The slots in their order with the actors that each one names."""
        for slot in slots:
            if slot in ("?", "-"):
                continue
            if slot == "said":
                said = self.casting.speaker(i)
                found = Side() if said is None else Side((said,))
            else:
                found = self.casting.slots.fill(i, slot, against)
                if slot == "subj" and not found.actors:
                    found = self.casting.slots.capital(i)
            yield from ((slot, actor) for actor in found.actors)

    def _party(
        self, side: str, actor: Actor, beside: tuple[Actor, ...], found: list[tuple[str, Actor]], parties: Parties
    ) -> PartyTold:
        slot = next((slot for slot, one in found if one.id == actor.id), None)
        how, inferred = self._how(actor, slot, beside, parties)
        return PartyTold(
            side,
            actor.name,
            actor.country,
            actor.sector,
            self._words(actor.mention),
            actor.mention,
            how,
            inferred,
        )

    def _how(self, actor: Actor, slot: str | None, beside: tuple[Actor, ...], parties: Parties) -> tuple[str, bool]:
        if slot is not None:
            return f"{slot_told(slot)} (slot {slot})" if slot in SLOTS or "." in slot else slot_told(slot), False
        holders = [a for a in beside if a.country == actor.country and a is not actor and a.kind is not ActorKind.STATE]
        if actor.kind is ActorKind.STATE and holders:
            return f"the state of {holders[0].name}", False
        if actor.mention is not None and self._near(actor.mention, parties):
            return "named in the clause, outside the slots of the rule", False
        return (INFERRED if parties.guessed else ANSWERED), True

    def _near(self, mention: Span, parties: Parties) -> bool:
        tokens = self.casting.tree.tokens
        return any(mention[0] <= tokens[k].idx < mention[1] for k in parties.tokens)

    def _words(self, mention: Span | None) -> str:
        return "" if mention is None else " ".join(self.text[mention[0] : mention[1]].split())
