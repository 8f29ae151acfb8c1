"""Loose names to the actors that the ledger and the registry know by them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from border import readings
from making import event, group, person, reading, report, state

from dragoman.errors import AskError
from dragoman.query.ledger import Ledger

FORCES = replace(group("per-army", "Peruvian army", "PER", "MIL"), acts_for="PER")


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        told = report("Peruvian army shelled a post of Ecuador on Monday.", "1994-02-01")
        words = "Peruvian army shelled a post of Ecuador"
        made.add(reading(told, event("ASSAULT", FORCES, state("ECU", "Ecuador"), words)))
        yield made


# asked, id, words of the reason
NAMES = [
    ("PER", "PER", "Peru"),
    ("per", "PER", "an id in the ledger"),
    ("Peru", "PER", "a name in the ledger"),
    ("ECUADOR", "ECU", "a name in the ledger"),
    ("Quito", "ECU", "capital"),
    ("PER/GOV", "PER", "the government of Peru"),
    ("PER/MIL", "PER/MIL", "1 actors of Peru"),
    ("River Front", "river-front", "a name in the ledger"),
    ("the river front", "river-front", "a name in the ledger"),
    ("river-front", "river-front", "River Front"),
    ("Marta Vega Lind", "person:marta-vega-lind", "a name in the ledger"),
    ("person:marta-vega-lind", "person:marta-vega-lind", "Marta Vega Lind"),
    ("Puerto Sombra", "place:puerto-sombra", "a name in the ledger"),
    ("Bolivia", "BOL", "the ledger tells nothing of it"),
    ("BOL", "BOL", "a state's code"),
]


@pytest.mark.parametrize(("asked", "id", "why"), NAMES)
def test_a_name_is_taken_for_an_actor_and_says_so(ledger: Ledger, asked: str, id: str, why: str) -> None:
    found = ledger.who(asked, on="1994-02-01")
    assert (found.asked, found.id) == (asked, id)
    assert why in found.why


@pytest.mark.parametrize(("asked", "sides", "actors"), [
    ("Peru", ("PER",), ()),
    ("PER/MIL", ("PER",), ("per-army",)),
    ("Marta Vega Lind", ("ECU",), ("person:marta-vega-lind",)),
])  # fmt: skip
def test_whose_entries_are_asked_for(
    ledger: Ledger, asked: str, sides: tuple[str, ...], actors: tuple[str, ...]
) -> None:
    found = ledger.who(asked)
    assert (found.sides, found.actors, found.whole) == (sides, actors, not actors)


@pytest.mark.parametrize(("asked", "seen", "advice"), [
    ("Ecuadr", "nobody called", "Ecuador"),
    ("marta vega lindt", "nobody called", "Marta Vega Lind"),
    ("qwrtzuvb", "nobody called", "dragoman actors"),
    ("", "no actor is named", "Name one"),
    ("PER/JUD", "sector JUD", "Ask for PER"),
])  # fmt: skip
def test_a_name_that_is_none_says_what_to_do(ledger: Ledger, asked: str, seen: str, advice: str) -> None:
    with pytest.raises(AskError) as raised:
        ledger.who(asked, on=date(1994, 2, 1))
    assert seen in raised.value.seen
    assert advice in raised.value.advice


def test_nobody_is_known_before_a_report_tells_of_them(ledger: Ledger) -> None:
    with pytest.raises(AskError):
        ledger.who("River Front", known_by="1994-02-06")
    assert ledger.who("River Front", known_by="1994-02-07").id == "river-front"


def test_of_several_actors_of_one_name_the_others_are_told(where: str) -> None:
    with Ledger(where) as made:
        for number, home in enumerate((state("PER", "Peru"), state("ECU", "Ecuador"))):
            union = group(f"union-{number}", "Workers' Union", home.country, "LAB")
            told = report(f"Workers' Union denounced {home.name} on Monday.", "1994-02-01")
            made.add(reading(told, event("ACCUSE", union, home, told.text.removesuffix("."))))
        found = made.who("workers' union")
        assert (found.id, [other.id for other in found.others]) == ("union-0", ["union-1"])


def test_a_person_whom_the_registry_calls_otherwise_keeps_the_name_of_the_earliest_report(where: str) -> None:
    early = person("Rosa Quispe")
    late = replace(early, name="Rosa Q. Quispe")
    with Ledger(where) as made:
        for actor, day in ((late, "1994-05-01"), (early, "1994-02-01")):
            told = report(f"{actor.name} scolded Peru.", day)
            made.add(reading(told, event("ACCUSE", actor, state("PER", "Peru"), told.text.removesuffix("."), when=day)))
        assert made.who(early.id).name == "Rosa Quispe"
        assert made.who("Rosa Q. Quispe").name == "Rosa Quispe"
