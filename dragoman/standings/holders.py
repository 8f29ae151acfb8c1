"""Who may hold a place or fight for it: the sides of a wording to the same with fighters as such, or to none."""

from dataclasses import replace
from typing import Final

from dragoman.records import Actor, ActorKind
from dragoman.standings.lexicon import Wording, classes
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side

TOPICS: Final = frozenset({"control", "hostilities"})
_FORCES: Final = frozenset({"MIL", "REB", "SEP", "UAF", "PRM", "OPP"})  # who gives up a town by leaving it
_ARMED: Final = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE})
_OFFICIAL: Final = frozenset({"government", "army", "federal", "loyalist", "presidential", "state"})
_PEOPLE: Final = frozenset({"CVL", None})


def fighters(sides: Sides, holder: Side) -> Side:
    """The side with people who are called forces or fighters as rebels: "Bosnian Serb forces", "Kurdish militiamen"."""
    loyal = sides.named(tuple(c for k in holder.tokens for c in _loyal(sides, k)))
    if loyal.actors:
        return Side(tuple(replace(a, sector="REB") if a.sector in _PEOPLE else a for a in loyal.actors), loyal.tokens)
    if not _is_armed(sides, holder):
        return holder
    return Side(tuple(map(_rebel, holder.actors)), holder.tokens)


def _loyal(sides: Sides, k: int) -> tuple[int, ...]:
    """Whom "forces loyal to Khalifa Haftar" obey."""
    tree = sides.tree
    found = [c for c in tree.kids_by(k, "amod", "acl") if tree.lower[c] in ("loyal", "allied", "faithful", "answering")]
    return tuple(o for c in found for o in tree.kids_by(c, "obl", "nmod") if tree.case(o) == "to")


def _rebel(actor: Actor) -> Actor:
    if actor.sector not in _PEOPLE or actor.kind is ActorKind.PERSON:
        return actor
    return replace(actor, sector="MIL" if _OFFICIAL & set(actor.name.lower().split()) else "REB")


def allowed(sides: Sides, holder: Side, subject: Side, row: Wording) -> bool:
    """Whether the sides of a row about control are what its flags ask for.

    `force`: who holds must be a force; `known`: the place must be one that is known as a place; `coup`: it is the
    holder's own country.
    """
    flags = row.rule.flags
    armed = _is_armed(sides, holder)
    if "force" in flags and not (armed or any(a.sector in _FORCES or a.kind in _ARMED for a in holder.actors)):
        return False
    if "coup" in flags and not all(a.country == holder.actors[0].country for a in subject.actors):
        return False
    return "known" not in flags or not sides.lands.is_unknown(subject)


def _is_armed(sides: Sides, holder: Side) -> bool:
    tree = sides.tree
    return any(tree.lemmas[j] in classes()["FIGHTERS"] for k in holder.tokens for j in (k, tree.through(k)))
