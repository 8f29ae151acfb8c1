"""The place names of one report, all together -> the place that each means, by what the report says around them.

The method: each name's candidates get a linear score (scores.py) from their own size and kind and from what the other
names mean for now; in a few passes every name takes its best candidate, the surest first pass counting least. One
sense a report, spatial minimality and containment are features (Leidner 2007; Lieberman and Samet 2012; Speriosu and
Baldridge 2013), not rules, so that a strong hint of one kind can outweigh the others.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import cos
from typing import Final

from dragoman.places.choice import candidates
from dragoman.places.publisher import hints
from dragoman.places.schema import Kind
from dragoman.places.scores import (
    FEATURES,
    NEAR,
    TOWNS,
    Around,
    Candidate,
    candidate,
    company,
    cosine,
    features,
    weights,
)
from dragoman.places.units import TOWN, Unit, units
from dragoman.records import Place

PASSES: Final = 4
REACH: Final = 30  # units before and after one that are looked at: reports of thousands of names stay linear
MOST_TOWNS: Final = 100
TIGHT: Final = 3  # towns of the neighbourhood that make a far namesake unlikely
LARGEST: Final = 4.5  # weight of the largest town that may be a mere namesake of a hamlet
LARGEST_NATURE: Final = 5.5  # the same for "Elk River" and "Goose Creek"
ALONE: Final = cos(300.0 / 6371.0)  # of the angle to the next other place
BESIDE: Final = 150  # characters between names that stand side by side


@dataclass(frozen=True, slots=True)
class Name:
    """A place name where it stands in the report: `start:end` are offsets into its text, half open.

    `adjective` is True for "Syrian" and "Parisian"; the ISO alpha-3 `country` may be given with it when it is known.
    `feature` is the word that says what it is, if it is not in `text`: "county", "river", "province", "airport".
    `within` is the number (in the sequence given to `locate`) of the name that holds it, where the reader knows more
    than the words between the two names say ("Paris, Texas" and "X in northern Y" are found without it).
    """

    text: str
    start: int
    end: int
    adjective: bool = False
    country: str | None = None
    feature: str = ""
    within: int | None = None


def locate(
    names: Sequence[Name],
    text: str = "",
    *,
    dateline: Sequence[Place] = (),
    countries: Collection[str] = (),
    publisher: str | None = None,
    url: str | None = None,
) -> tuple[Place | None, ...]:
    """One place or None for each of `names`, in their order, with `mention` set; they are decided together.

    `text` is the report's text, `dateline` the places of its dateline, `countries` the ISO alpha-3 codes of countries
    that the report is about (optional: those that `names` name are counted anyway), `publisher` and `url` its source.
    """
    found = decide(names, text, dateline=dateline, countries=countries, publisher=publisher, url=url)
    return tuple(_place(name, unit) for name, unit in zip(names, found, strict=True))


def _place(name: Name, unit: Unit) -> Place | None:
    """An approximate place has the mention's own name and no GeoNames id."""
    mention = (name.start, name.end)
    if unit.chosen:
        return replace(unit.chosen.entry.place(), mention=mention)
    if unit.approximate:
        entry = unit.approximate.entry
        return Place(name.text, entry.country, entry.lat, entry.lon, mention=mention)
    return None


def decide(
    names: Sequence[Name],
    text: str = "",
    *,
    dateline: Sequence[Place] = (),
    countries: Collection[str] = (),
    publisher: str | None = None,
    url: str | None = None,
) -> list[Unit]:
    """The unit of each of `names`, with its candidates and its choice; the same arguments as `locate`."""
    found, of_name = prepare(names, text, dateline=dateline, publisher=publisher, url=url)
    settle(found, names, countries)
    approximate(found, names)
    return [found[number] for number in of_name]


def prepare(
    names: Sequence[Name],
    text: str,
    *,
    dateline: Sequence[Place] = (),
    publisher: str | None = None,
    url: str | None = None,
) -> tuple[list[Unit], list[int]]:
    """The units, undecided, and the number of each name's; the last unit may be the publisher's own place."""
    hint = hints(url, publisher)
    found, of_name = units(names, text, domain=hint.country)
    spans = [place.mention for place in dateline if place.mention]
    for i, name in enumerate(names):
        if any(name.start < end and start < name.end for start, end in spans):
            found[of_name[i]].dateline = True
            _only_towns(found[of_name[i]])
    if hint.place:
        found.append(_publisher(hint.place, hint.country, found))
    company([unit.found for unit in found])
    return found, of_name


def _only_towns(unit: Unit) -> None:
    """A dateline names a town where there is one, not the state: WASHINGTON, NEW YORK, QUEBEC."""
    if any(one.entry.kind in TOWNS and one.entry.weight > TOWN for one in unit.found):
        unit.found = [one for one in unit.found if one.entry.kind not in (Kind.STATE, Kind.COUNTY, Kind.REGION)]


def _publisher(place: str, country: str | None, found: list[Unit]) -> Unit:
    """The publisher's own place, which takes part as a name that stands nowhere."""
    for unit in found:
        if unit.text.lower() == place and not unit.adjective:
            unit.publisher = True
            return Unit(place, "")
    entries = candidates(place)[:20]
    return Unit(place, "", found=[candidate(entry, "", domain=country) for entry in entries], publisher=True)


def settle(found: list[Unit], names: Sequence[Name], countries: Collection[str]) -> None:
    """Chooses for all units, in passes, until nothing changes; the first pass looks only at the names before."""
    order = [[names[i] for i in unit.names] for unit in found]
    for turn in range(PASSES):
        changed = False
        for number, unit in enumerate(found):
            if unit.found:
                around = surroundings(number, found, order, countries)
                unit.scores = [score(one, around) for one in unit.found]
                # the first of equals: candidates come by size
                best = max(range(len(unit.found)), key=lambda i: (unit.scores[i], -i))
                unit.values = features(unit.found[best], around)
                changed |= best != unit.choice
                unit.choice = best
        if turn and not changed:
            break


def approximate(found: list[Unit], names: Sequence[Name]) -> None:
    """Gives names that the gazetteer lacks the point of the next town, where the report keeps to one neighbourhood.

    At least half of the report's towns must lie within 160 km of it. A name that only a small town far from all others
    bears, in a report of a tight neighbourhood, is taken for a place that the gazetteer lacks.
    """
    towns = [(unit, unit.chosen) for unit in found if unit.names and unit.chosen and unit.chosen.point][:MOST_TOWNS]
    middle = [
        (unit, one)
        for unit, one in towns
        if 2 * sum(cosine(one.vector, other.vector) > NEAR[1] for _, other in towns) >= len(towns)
    ]
    if len(towns) < 2 or not middle:
        return
    for unit in found:
        if not unit.names or unit.adjective:
            continue
        near = [pair for pair in middle if pair[0] is not unit]
        if near and (not unit.found or _stray(unit, towns, near)):
            at = names[unit.names[0]].start
            unit.approximate = min(near, key=lambda pair: min(abs(names[i].start - at) for i in pair[0].names))[1]
            unit.choice = -1


def _stray(unit: Unit, towns: list[tuple[Unit, Candidate]], near: list[tuple[Unit, Candidate]]) -> bool:
    """Whether a choice is a small place alone far away: its name is that of a place near by which nobody lists."""
    chosen = unit.chosen
    if chosen is None or not chosen.point or len(near) < TIGHT or unit.hard or unit.printed or unit.dateline:
        return False
    entry = chosen.entry
    if entry.ranked or entry.kind is Kind.CAPITAL or entry.weight > (LARGEST_NATURE if unit.feature else LARGEST):
        return False
    if any(unit.values[FEATURES.index(name)] for name in ("hard_in", "soft_in", "state_named", "capital_named")):
        return False
    return not any(cosine(chosen.vector, other.vector) > ALONE for held, other in towns if held is not unit)


def score(found: Candidate, around: Around) -> float:
    """The weighted sum of the candidate's features."""
    return sum(value * weight for value, weight in zip(features(found, around), weights(), strict=True) if value)


def surroundings(number: int, found: list[Unit], order: list[list[Name]], countries: Collection[str]) -> Around:
    """What the other units mean for now, seen from one."""
    unit = found[number]
    around = Around(
        hard=[[c.entry for c in _held(found[n])] for n in sorted(unit.hard)] + ([unit.printed] if unit.printed else []),
        soft=[[c.entry for c in _held(found[n])] for n in sorted(unit.soft)],
        countries=dict.fromkeys(countries, 1.0),
        lying=dict.fromkeys(countries, 1.0),
        told=frozenset(countries),
    )
    low, high = max(0, number - REACH), number + REACH + 1
    numbers = [*range(low, min(high, len(found))), *(range(len(found) - 1, len(found)) if high < len(found) else ())]
    for at in numbers:
        other = found[at]
        chosen = other.chosen
        if chosen is not None and other is not unit and other.text.lower() != unit.text.lower():
            _add(around, chosen, other, _beside(order[number], order[at]))
            if at in unit.listed:
                around.listed.append(chosen)
        if number in other.hard or number in other.soft:
            around.inner.append([c.entry for c in _held(other)])
    for entry in unit.printed:
        around.states[entry.id] = around.states.get(entry.id, 0.0) + 1.0
    return around


def _add(around: Around, chosen: Candidate, other: Unit, beside: bool) -> None:
    entry = chosen.entry
    times = float(max(1, len(other.names)))
    if entry.kind is Kind.COUNTRY and entry.country:
        around.countries[entry.country] = around.countries.get(entry.country, 0.0) + times
    elif entry.country:
        around.lying[entry.country] = around.lying.get(entry.country, 0.0) + 1.0
    if entry.kind is Kind.STATE:
        around.states[entry.id] = around.states.get(entry.id, 0.0) + times
    elif entry.state is not None:
        around.lying_states[entry.state] = around.lying_states.get(entry.state, 0.0) + 1.0
    for printed in other.printed:
        around.states.setdefault(printed.id, 1.0)
    around.chosen.append(chosen)
    if beside:
        around.beside.append(chosen)
    if other.dateline:
        around.dateline.append(chosen)
    if other.publisher:
        around.publisher.append(chosen)


def _held(unit: Unit) -> list[Candidate]:
    """What a name that holds others may mean: its choice, or anything it could mean before it has one."""
    return [unit.chosen] if unit.chosen is not None else unit.found


def _beside(mine: list[Name], theirs: list[Name]) -> bool:
    return any(
        (a.start - b.end if a.start >= b.end else b.start - a.end) < BESIDE for a in mine[:10] for b in theirs[:10]
    )
