"""Who there is: `registry()` gives all known states, organisations, groups, bodies, leaders and role nouns, cached.

found = registry()
found.lookup("Burmese")                          # entries: the string's meanings, likeliest first
found.government("COD", date(1995, 3, 1))        # Actor(id="COD", name="Zaire", country="COD", sector="GOV")
found.role("spokeswomen")                        # RoleNoun: person, "f", GOV
found.titles["foreign", "minister"]              # RoleNoun of a title of several words
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.actors import registry_load as load
from dragoman.actors.registry_names import names
from dragoman.actors.registry_records import (
    Body,
    Dated,
    Entry,
    Group,
    Leader,
    NameKind,
    Office,
    Organisation,
    People,
    Record,
    RoleNoun,
    State,
)
from dragoman.records import Actor, ActorKind

__all__ = [
    "Body",
    "Dated",
    "Entry",
    "Group",
    "Leader",
    "NameKind",
    "Office",
    "Organisation",
    "People",
    "Record",
    "Registry",
    "RoleNoun",
    "State",
    "registry",
    "shipped",
]


@dataclass(frozen=True, slots=True)
class Registry:
    """All records by id, and the look-ups over them.

    `names` maps a surface string, in the case newspapers print it, to its entries; `folded` the same by
    `str.casefold()`. `nouns` maps nouns and titles in lower case, singular and plural, to their role; `titles` maps
    those of two and more words, as tuples of lower-case words with hyphens as words ("vice", "-", "president").
    """

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    groups: Mapping[str, Group]
    bodies: Mapping[str, Body]
    leaders: Mapping[str, Leader]
    nouns: Mapping[str, RoleNoun]
    titles: Mapping[tuple[str, ...], RoleNoun]
    names: Mapping[str, tuple[Entry, ...]]
    folded: Mapping[str, tuple[Entry, ...]]

    def lookup(self, name: str, on: date | None = None) -> tuple[Entry, ...]:
        """The entries of `name` in its exact case, those in use on the day `on` first; empty if unknown."""
        return _valid_first(self.names.get(name, ()), on)

    def lookup_folded(self, name: str, on: date | None = None) -> tuple[Entry, ...]:
        """The same whatever the case: for datelines and titles in capitals."""
        return _valid_first(self.folded.get(name.casefold(), ()), on)

    def state(self, code: str, on: date | None = None) -> State | None:
        """The state with this code (SUN, RUS); with `on`, None where it did not exist on that day."""
        found = self.states.get(code)
        return found if found is not None and (on is None or found.exists(on)) else None

    def successor(self, code: str, on: date | None = None) -> State | None:
        """The state itself, or if it had ended by the day `on`, the one that took its seat (SUN in 1995 is RUS)."""
        found = self.states.get(code)
        while found and found.end and (on is None or found.end <= on) and found.successor:
            found = self.states[found.successor]
        return found

    def government(self, code: str, on: date | None = None) -> Actor | None:
        """The state as an actor: its plain English name on that day, its ISO code, GOV. None if the code is unknown.

        A state that had ended keeps its own name: "the Soviet Union" in a report of 2021 is SUN.
        """
        found = self.states.get(code)
        if found is None:
            return None
        return Actor(found.code, found.name_on(on), found.iso, "GOV", ActorKind.STATE)

    def role(self, noun: str) -> RoleNoun | None:
        """The role that a noun (lemma or plural, any case) or a title in words gives; None if it gives none."""
        lowered = noun.lower()
        return self.nouns.get(lowered) or self.titles.get(words(lowered))


def _valid_first(entries: tuple[Entry, ...], on: date | None) -> tuple[Entry, ...]:
    if on is None or len(entries) < 2:
        return entries
    return tuple(sorted(entries, key=lambda entry: not entry.on(on)))


@cache
def registry() -> Registry:
    """The registry of the data files with the user's own actors, if there are any (own.py); made once."""
    from dragoman.actors.own_registry import with_own  # it needs the registry itself

    return with_own(shipped())


@cache
def shipped() -> Registry:
    """The registry of the data files alone, read once."""
    states, organisations, groups, bodies = load.states(), load.organisations(), load.groups(), load.bodies()
    leaders = load.leaders(states, organisations, groups)
    by_name = names(states, organisations, groups, bodies, leaders)
    roles = load.roles()
    return Registry(
        states=states,
        organisations=organisations,
        groups=groups,
        bodies=bodies,
        leaders=leaders,
        nouns={**{role.plural: role for role in roles.values()}, **roles},
        titles=_titles(roles.values()),
        names=by_name,
        folded=fold(by_name),
    )


def _titles(roles: Iterable[RoleNoun]) -> dict[tuple[str, ...], RoleNoun]:
    found: dict[tuple[str, ...], RoleNoun] = {}
    for role in roles:
        if " " in role.lemma or "-" in role.lemma:
            for phrase in (role.plural, role.lemma):
                found[words(phrase)] = role
                found[tuple(phrase.replace("-", " ").split())] = role
    return found


def words(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokenizer cuts it: hyphens and the possessive are words of their own."""
    return tuple(phrase.replace("-", " - ").replace("'s", " 's").replace("s' ", "s ' ").split())


def fold(by_name: Mapping[str, tuple[Entry, ...]]) -> dict[str, tuple[Entry, ...]]:
    """The entries by their names in small letters, as `str.casefold` makes them."""
    found: dict[str, tuple[Entry, ...]] = {}
    for text, entries in by_name.items():
        key = text.casefold()
        found[key] = found.get(key, ()) + entries
    return found
