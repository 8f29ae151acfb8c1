"""The names of a report -> units: names that mean one place together, with their candidates and what holds them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dragoman.places.choice import candidates
from dragoman.places.containment import HARD, abbreviations, held_by, listed_with, printed_after
from dragoman.places.gazetteer import Entry, gazetteer
from dragoman.places.names import key, variants
from dragoman.places.schema import Kind
from dragoman.places.scores import FEATURES, FITS, Candidate, candidate, weights, within

if TYPE_CHECKING:
    from dragoman.places.locate import Name

MOST: Final = 40  # candidates of one name that are weighed, the largest; those inside what holds it always are
TOWN: Final = 5.0  # the weight of a town that its name is likely to mean whatever else it is
NOT_ALONE: Final = frozenset(
    ("Ala", "Cal", "Ark", "Del", "Man", "Mo", "Miss", "Wash", "Mass", "Mich", "Ill", "Ind", "La", "LA")
)
WATERS: Final = ("river", "sea", "bay", "strait", "gulf", "canal")
OTHER_SENSE: Final = 1  # mentions without a state or country before one with it that make it another place
COUNTY_WORDS: Final = ("county", "counties", "parish", "borough")


@dataclass(slots=True)
class Unit:
    """Names of one text that are taken to mean one place; `hard` and `soft` are the numbers of units that hold it."""

    text: str
    feature: str
    names: list[int] = field(default_factory=list)
    found: list[Candidate] = field(default_factory=list)
    hard: set[int] = field(default_factory=set)
    soft: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)  # units in one list with it: "Idaho, Washington and Utah"
    printed: list[Entry] = field(default_factory=list)  # the state that an abbreviation after it names
    adjective: bool = False
    dateline: bool = False
    publisher: bool = False
    choice: int = -1
    approximate: Candidate | None = None  # a town near by, where there is no candidate
    scores: list[float] = field(default_factory=list)  # of the candidates, in the last pass
    values: list[float] = field(default_factory=list)  # the features of the choice

    @property
    def chosen(self) -> Candidate | None:
        """What it means for now."""
        return self.found[self.choice] if self.choice >= 0 else None

    def reasons(self) -> list[str]:
        """What counted for the choice, the strongest first: "near_160 +2.27"."""
        parts = [(value * weight, name) for name, value, weight in zip(FEATURES, self.values, weights(), strict=True)]
        return [
            f"{name} {part:+.2f}" for part, name in sorted(parts, key=lambda pair: (-abs(pair[0]), pair[1])) if part
        ]


def units(names: Sequence["Name"], text: str, *, domain: str | None = None) -> tuple[list[Unit], list[int]]:
    """The units and the number of each name's; a name with a state printed after it is one with the bare ones."""
    held = held_by(names, text) if text else []
    held += [(i, name.within, HARD) for i, name in enumerate(names) if name.within is not None]
    outer = {inner: out for inner, out, strength in held if strength == HARD}
    printed = [printed_after(text, name.end) if text else None for name in names]
    base = [(key(name.text), name.adjective, name.feature if name.feature in FITS else "") for name in names]
    held_as = [printed[i] or (key(names[outer[i]].text) if i in outer else "") for i in range(len(names))]
    bare: dict[tuple[str, bool, str], int] = {}
    kinds: dict[tuple[str, bool, str], list[str]] = {}
    for i, one in enumerate(base):
        seen = kinds.setdefault(one, [])
        if held_as[i] and held_as[i] not in seen:
            # a name that stood bare and is told apart further on is another place: "the other Boston, in Lincolnshire"
            apart = not seen and bare.get(one, 0) >= OTHER_SENSE
            seen += ["", held_as[i]] if apart else [held_as[i]]
        elif not held_as[i]:
            bare[one] = bare.get(one, 0) + 1
    found: dict[tuple[object, ...], int] = {}
    all_units: list[Unit] = []
    of_name = []
    for i, name in enumerate(names):
        seen = kinds[base[i]]
        # "Paris, Texas" once: every Paris; "Paris, Texas" and "Paris, Tennessee": a bare Paris is the one named first
        identity = (*base[i], (held_as[i] or seen[0]) if len(seen) > 1 else "")
        if identity not in found:
            found[identity] = len(all_units)
            all_units.append(_unit(name, domain))
        unit = all_units[found[identity]]
        unit.names.append(i)
        of_name.append(found[identity])
        if printed[i] and not unit.printed:
            unit.printed = [e for e in gazetteer().named(key(str(printed[i]))) if e.kind is not Kind.TOWN][:1]
    for inner, out, strength in held:
        a, b = of_name[inner], of_name[out]
        if a != b:
            (all_units[a].hard if strength == HARD else all_units[a].soft).add(b)
    for start, end in listed_with(names, text):
        run = set(of_name[start:end])
        for number in run:
            all_units[number].listed |= run - {number}
    for unit in all_units:
        _possible(unit, all_units)
    return all_units, of_name


def _unit(name: "Name", domain: str | None) -> Unit:
    feature = name.feature.lower()
    entries = _entries(name, feature)
    return Unit(
        name.text, feature, found=[candidate(e, feature, domain=domain) for e in entries[:MOST]],
        adjective=name.adjective,
    )  # fmt: skip


def _entries(name: "Name", feature: str) -> tuple[Entry, ...]:
    table = gazetteer()
    plain = " ".join(name.text.split())
    state = abbreviations().get(plain) if plain not in NOT_ALONE else None
    if state and state.removesuffix(" state") != plain:
        return table.named(key(state)) + (candidates(plain) if plain.isupper() and "." not in plain else ())
    if name.adjective:
        found = _peoples(plain) or candidates(plain)
        return tuple(e for e in found if e.country == name.country) or found
    if feature in COUNTY_WORDS:
        for word in ("county", "parish", "borough"):
            if found_counties := table.named(f"{variants(plain)[-1]} {word}"):
                return found_counties
    bare = feature in WATERS and feature not in key(plain).split()
    if bare and (waters := table.named(f"{variants(plain)[-1]} {feature}")):
        return waters
    inner, comma, _ = plain.partition(",")
    found_plain = candidates(plain)
    if not found_plain and comma:
        found_plain = candidates(inner)
    if not found_plain or found_plain[0].weight < TOWN:
        found_plain += _peoples(plain)  # "Canadian" is a town in Texas, too
    return found_plain


def _peoples(name: str) -> tuple[Entry, ...]:
    """The places whose people or adjective the name is."""
    base = key(name)
    return next((found for k in (base, base.removesuffix("s")) if (found := gazetteer().peoples(k))), ())


def _possible(unit: Unit, all_units: list[Unit]) -> None:
    """Drops the holders that hold no candidate: "London, Paris" is a list, "Georgia, Ukraine" two countries."""
    entries = [found.entry for found in unit.found]
    mine = any(entry.kind is Kind.COUNTRY and entry.own for entry in entries)
    for held in (unit.hard, unit.soft):
        for number in sorted(held):
            others = [found.entry for found in all_units[number].found]
            both = mine and any(other.kind is Kind.COUNTRY for other in others)
            if both or not any(within(entry, other) for entry in entries for other in others):
                held.discard(number)
