"""A loose name ("Beijing", "the Taliban", CHN/GOV, "Hua Chunying") to the actor that is meant, and why it was taken so.

First the ids and names that the ledger's own reports use, which is a look-up; then the registry of actors, with
capitals, metonyms, demonyms and titles, which takes a third of a second to read the first time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dragoman.errors import AskError
from dragoman.query import who_stored as stored
from dragoman.query.asked import View, state_name
from dragoman.query.who_stored import Known


@dataclass(frozen=True, slots=True)
class Other:
    """Another actor that the same words may mean: to be asked for by its `id`."""

    id: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name in a question was taken for: `why` says so in words.

    `sides` are ids of the sides whose entries are asked for; with `actors`, only entries in which one of these takes
    part itself: a person, a ministry, the armed forces of a state.
    """

    asked: str
    id: str
    name: str
    why: str
    others: tuple[Other, ...] = ()
    sides: tuple[str, ...] = field(default=(), compare=False)
    actors: tuple[str, ...] = field(default=(), compare=False)

    @property
    def whole(self) -> bool:
        """Whether all who act for the side are meant, not one actor alone."""
        return not self.actors


MOST: Final = 5  # other meanings, or close names, to show
GOVERNMENT: Final = "GOV"
SAME_NAME: Final = "of the same name in the ledger"


def who(view: View, name: str, on: date | None = None, *, place: bool = False) -> Meant:
    """The actor that `name` means to the ledger on the day `on`; `place` asks for a place, as control has.

    Raises AskError, with names that are close, when neither the ledger nor the registry knows it.
    """
    asked = " ".join(name.split())
    if not asked:
        raise AskError("no actor is named", "", 'Name one, as in CHN, "the Taliban" or "Hua Chunying".')
    head, slash, sector = asked.rpartition("/")
    if slash and len(sector) == 3 and sector.isupper() and head:
        return _of_sector(view, asked, who(view, head, on), sector)
    in_ledger = stored.known(view, asked)
    there = [one for one in in_ledger if one.id.startswith(stored.PLACE) == place or one.id == asked]
    if there:
        return _meant(view, asked, there, in_ledger)
    return _by_registry(view, asked, on, in_ledger)


def _meant(view: View, asked: str, fitting: Sequence[Known], everybody: Sequence[Known]) -> Meant:
    first = fitting[0]
    others = [one for one in everybody if one.id != first.id]
    name = view.name(first.id)
    why = name if first.id == asked else f"{name} ({first.id}), {'an id' if first.by_id else 'a name'} in the ledger"
    told = tuple(Other(one.id, view.name(one.id), SAME_NAME) for one in others[:MOST])
    return Meant(asked, first.id, name, why, told, first.sides, first.actors)


def _of_sector(view: View, asked: str, side: Meant, sector: str) -> Meant:
    """As in CHN/MIL: those of a side's country that reports place in that sector."""
    if sector == GOVERNMENT:
        return replace(side, asked=asked, why=f"the government of {side.name}, with all who act for it")
    found = stored.of_sector(view, side.id, sector)
    if not found:
        raise AskError(f"the ledger knows nobody of {side.name} in the sector {sector}", asked, f"Ask for {side.id}.")
    ids = tuple(sorted({id for one in found for id in one.actors or one.sides}))
    sides = tuple(sorted({id for one in found for id in one.sides}))
    why = f"{len(found)} actors of {side.name} in the sector {sector}"
    return Meant(asked, f"{side.id}/{sector}", f"{side.name}, {sector}", why, (), sides, ids)


def _by_registry(view: View, asked: str, on: date | None, in_ledger: Sequence[Known]) -> Meant:
    """The meaning that the registry gives; a place of the ledger if it gives none. Raises AskError for neither."""
    if state_name(asked.upper()):
        return _registered(view, asked, asked.upper(), "", "a state's code")
    from dragoman.actors.explain import explain  # reads the whole registry

    found = explain(asked, on)
    wins = [one for one in found.candidates if one.wins]
    if not wins:
        if not in_ledger:
            raise _unknown(view, asked, found.similar)
        return _meant(view, asked, in_ledger, in_ledger)
    first = wins[0]
    others = tuple(Other(one.id, one.name, one.why) for one in found.candidates if one is not first)
    why = f"{first.name} ({first.id}): “{first.text}” is its {first.matched}" if first.text else first.name
    meant = _registered(view, asked, first.id, first.country if first.kind == "person" else "", why)
    return replace(meant, name=first.name if meant.name == meant.id else meant.name, others=others[:MOST])


def _registered(view: View, asked: str, id: str, country: str, why: str) -> Meant:
    """An actor of the registry: as the ledger has it, else with its own side, or a person's country."""
    name = view.name(id)
    kept = stored.of_id(view, id)
    if kept:
        return Meant(asked, id, name, why, (), kept.sides, kept.actors)
    actors = view.ids(id) if id.startswith(stored.PERSON) else ()
    return Meant(
        asked, view.one(id), name, f"{why}; the ledger tells nothing of it", (), view.ids(country or id), actors
    )


def _unknown(view: View, asked: str, similar: Iterable[str]) -> AskError:
    close = [*stored.close_names(view, asked, MOST), *similar]
    told = ", ".join(f"“{name}”" for name in dict.fromkeys(close[:MOST]))
    advice = f"Did you mean {told}?" if told else "See who is known: dragoman actors --ledger."
    by = f" by {view.known_by}" if view.known_by else ""
    return AskError(f"nobody called “{asked}” is known{by}", "", advice)
