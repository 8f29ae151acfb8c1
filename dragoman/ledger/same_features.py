"""Two events' traits to the numbers that tell whether they are one: 0 where nothing is known, 1 at most or near."""

from itertools import chain
from math import asin, cos, log1p, radians, sin, sqrt
from typing import Final

from dragoman.ledger.same_keys import NARROW, window
from dragoman.ledger.traits import Traits
from dragoman.meaning import cosine

# The sign that the weight of each must have: 1 speaks for one event, -1 against, 0 either way.
SIGNS: Final = {
    "bias": 0, "type_near": -1, "type_far": -1, "mode_same": 1, "mode_clash": -1,
    "act_same": 1, "act_clash": -1, "trigger_same": 1,
    "parties": 1, "clash_actor": -1, "clash_recipient": -1, "clash_guessed": -1, "turned": -1, "person_clash": -1,
    "day_same": 1, "day_next": 0, "gap_said": -1, "gap_unsaid": -1, "unsaid": 0,
    "place_same": 1, "place_clash": -1, "number_same": 1, "number_clash": -1,
    "words": 1, "names": 1, "names_clash": -1, "meaning": 1, "meaning_far": -1,
    "status_clash": -1, "rest": 1, "rest_clash": -1,
}  # fmt: skip
NAMES: Final = tuple(SIGNS)

# Types that news and readers take for one another; each pair both ways.
NEAR: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in """COERCE/SANCTION CONSULT/COOPERATE AGREE/CONSULT AGREE/COOPERATE AGREE/SUPPORT SUPPORT/COOPERATE
    SUPPORT/CONSULT AID/COOPERATE AID/AGREE AID/SUPPORT CONCEDE/RETREAT CONCEDE/AGREE RETREAT/AGREE RETREAT/COOPERATE
    ACCUSE/REJECT ACCUSE/THREATEN ACCUSE/REQUEST REQUEST/THREATEN REJECT/SANCTION REJECT/REQUEST REQUEST/CONSULT
    ASSAULT/COERCE ASSAULT/MOBILIZE MOBILIZE/THREATEN PROTEST/ASSAULT PROTEST/ACCUSE SANCTION/THREATEN SANCTION/REJECT
    COERCE/THREATEN MOBILIZE/COOPERATE COERCE/PROTEST""".split()
)
SYMMETRIC: Final = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT"})
FAR: Final = 150.0  # km: two places farther apart are two
NEARBY: Final = 40.0
SAYING: Final = 2  # stems beside the trigger that say something
FEW: Final = 0.15  # words alike
CLOSE: Final = 0.7  # meanings farther apart than this are a sign of two matters
LASTING: Final = frozenset({"happened", "ongoing"})


def features(a: Traits, b: Traits) -> tuple[float, ...]:
    """The numbers of two events in the order of NAMES; the same for both orders of the two."""
    return tuple(chain.from_iterable(group(a, b) for group in GROUPS))


def _kinds(a: Traits, b: Traits) -> tuple[float, ...]:
    near = a.label != b.label and frozenset((a.label, b.label)) in NEAR
    same_act = not a.acts.isdisjoint(b.acts)
    return (
        1.0,
        float(near),
        float(a.label != b.label and not near),
        float(bool(a.value) and a.value == b.value),
        float(bool(a.value and b.value) and a.value != b.value),
        float(same_act),
        float(bool(a.acts and b.acts) and not same_act),
        float(not a.trigger.isdisjoint(b.trigger)),
    )


def _persons(a: Traits, b: Traits) -> tuple[float]:
    return (float(bool(a.persons and b.persons) and not _namesakes(a, b)),)


def _worded(a: Traits, b: Traits) -> tuple[float]:
    return (_alike(a.words, b.words),)


def _meant(a: Traits, b: Traits) -> tuple[float, float]:
    meaning = cosine(a.meaning, b.meaning)
    return meaning, max(0.0, CLOSE - meaning) if a.meaning and b.meaning else 0.0


def _standing(a: Traits, b: Traits) -> tuple[float]:
    return (float(_lit(a.status) != _lit(b.status)),)


def _rest(a: Traits, b: Traits) -> tuple[float, float]:
    """How alike the words beside the triggers are; whether both say something beside them and share nothing of it."""
    triggers = a.trigger | b.trigger
    one, two = a.words - triggers, b.words - triggers
    alike = _alike(one, two)
    return alike, float(min(len(one), len(two)) >= SAYING and not alike)


def _namesakes(a: Traits, b: Traits) -> bool:
    """Whether a person of the one bears the last name of one of the other: "Oruka" is Daniel Oruka."""
    return not {id.rsplit("-", 1)[-1].rsplit(":", 1)[-1] for id in a.persons}.isdisjoint(
        id.rsplit("-", 1)[-1].rsplit(":", 1)[-1] for id in b.persons
    )


def other_kind(a: Traits, b: Traits) -> bool:
    """Whether two events of other types share neither the kind of act nor their words: one story's two events."""
    return a.label != b.label and a.acts.isdisjoint(b.acts) and _alike(a.words, b.words) < FEW


def _lit(status: str) -> str:
    return "happened" if status in LASTING else status


def _parties(a: Traits, b: Traits) -> tuple[float, ...]:
    """How the two sides match, and the clashes: of sides that both name in their evidence, and of others."""
    one, other = (a.actors, a.sources, a.lands), (a.recipients, a.targets, a.other_lands)
    two, another = (b.actors, b.sources, b.lands), (b.recipients, b.targets, b.other_lands)
    best, crossed = (_side(one, two), _side(other, another)), (_side(one, another), _side(other, two))
    turned = WORTH[crossed[0]] + WORTH[crossed[1]] > WORTH[best[0]] + WORTH[best[1]]
    told = a.told & b.told
    if turned:
        best, told = crossed, a.told & (b.told >> 1 | b.told << 1)
    clash = best[0] == "clash", best[1] == "clash"
    actor, recipient = clash[0] and bool(told & 1), clash[1] and bool(told & 2)
    return (
        sum(way not in ("clash", "missing") for way in best) / 2,
        float(actor),
        float(recipient),
        float(clash[0] + clash[1] - actor - recipient),
        float(turned and not (a.label in SYMMETRIC and b.label in SYMMETRIC)),
    )


WORTH: Final = {"id": 3, "side": 2, "land": 2, "missing": 0, "clash": -3}
Side = tuple[frozenset[str], frozenset[str], frozenset[str]]  # actors' ids, sides, countries


def _side(one: Side, two: Side) -> str:
    if not one[0] or not two[0]:
        return "missing"
    if not one[0].isdisjoint(two[0]):
        return "id"
    if not one[1].isdisjoint(two[1]):
        return "side"
    return "clash" if one[2].isdisjoint(two[2]) else "land"


def _days(a: Traits, b: Traits) -> tuple[float, float, float, float, float]:
    """Same day told by both, next day, days between (log, 1 for a week) as both say or as one leaves open, unsaid."""
    (a1, a2), (b1, b2) = window(a), window(b)
    gap = max(0, a1 - b2, b1 - a2)
    far = log1p(gap) / 2
    if not a.precision or not b.precision:
        return 0.0, 0.0, 0.0, far, 1.0
    exact = a2 - a1 < NARROW and b2 - b1 < NARROW
    return float(exact and gap == 0), float(exact and gap == 1), far, 0.0, 0.0


def _places(a: Traits, b: Traits) -> tuple[float, float]:
    if not a.place or not b.place:
        return 0.0, 0.0
    if a.place == b.place:
        return 1.0, 0.0
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0, float(bool(a.land and b.land) and a.land != b.land)
    away = distance(a.lat, a.lon, b.lat, b.lon)
    return float(away <= NEARBY), float(away > FAR)


def distance(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points in degrees, on a sphere (haversine)."""
    y, x = radians(lat2 - lat), radians(lon2 - lon)
    h = sin(y / 2) ** 2 + cos(radians(lat)) * cos(radians(lat2)) * sin(x / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h)))


def _figures(a: Traits, b: Traits) -> tuple[float, float]:
    """A figure is told alike by both; a figure is told otherwise, by more than a toll grows in a day."""
    same = clash = False
    for name, one in a.numbers.items():
        two = b.numbers.get(name)
        if two is not None:
            same |= one == two
            clash |= max(one, two) > 1.6 * min(one, two)
    return float(same), float(clash)


def _alike(one: frozenset[str], two: frozenset[str]) -> float:
    """Letters of the stems that both have over the middle of both (Dice), 0 to 1: long words tell more."""
    shared = one & two
    if not shared:
        return 0.0
    return 2 * sum(map(len, shared)) / (sum(map(len, one)) + sum(map(len, two)))


def _named(a: Traits, b: Traits) -> tuple[float, float]:
    if not a.names or not b.names:
        return 0.0, 0.0
    common = len(a.names & b.names)
    return min(common, 2) / 2, float(not common)


GROUPS: Final = (_kinds, _parties, _persons, _days, _places, _figures, _worded, _named, _meant, _standing, _rest)
"""The functions that give the numbers, in the order of NAMES."""

SIZES: Final = (8, 5, 1, 5, 2, 2, 1, 2, 2, 1, 2)
"""How many numbers each of GROUPS gives."""
