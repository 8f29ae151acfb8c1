"""Whom an actor acts for: the state for its officials, itself for those who speak for themselves."""

from datetime import date

import pytest

from dragoman.ledger.sides import Sides
from dragoman.records import Actor, ActorKind, Form, Reading, Report, Statement

PERSON = ActorKind.PERSON
CHINA = Actor("CHN", "China", "CHN", "GOV", ActorKind.STATE)
MINISTRY = Actor("chn-foreign-ministry", "Chinese foreign ministry", "CHN", "GOV", ActorKind.MINISTRY, "CHN")
REBELS = Actor("north-front", "Northern Front", "TCD", "REB", ActorKind.ARMED_GROUP)
RULERS = Actor("victors", "The Victors", "TCD", "GOV", ActorKind.ARMED_GROUP)

CASES = [
    (CHINA, "CHN"),
    (MINISTRY, "CHN"),
    (Actor("person:liu-wen", "Liu Wen", "CHN", "GOV", PERSON, "chn-foreign-ministry"), "CHN"),
    (Actor("person:a", "A", "CHN", "GOV", PERSON, "foreign-ministry"), "CHN"),  # a ministry that is every state's
    (Actor("person:b", "B", "TCD", "REB", PERSON, "north-front"), "north-front"),
    (Actor("person:c", "C", "TCD", "GOV", PERSON, "victors"), "victors"),  # rulers who are an actor of their own
    (Actor("chn-workers", "Chinese workers", "CHN", "CVL", ActorKind.PEOPLE, "CHN"), "chn-workers"),
    (Actor("chn-daily", "Daily", "CHN", "MED", ActorKind.COMPANY, None), "chn-daily"),
    (Actor("person:d", "D", None, "IGO", PERSON, "united-nations"), "united-nations"),
    (Actor("person:e", "E", "CHN", "GOV", PERSON, "person:e"), "person:e"),  # a ring ends
    (Actor("place:kabul", "Kabul", "AFG", None, ActorKind.PLACE), "place:kabul"),
]


@pytest.mark.parametrize(("actor", "side"), CASES, ids=[actor.id for actor, _ in CASES])
def test_side(actor: Actor, side: str) -> None:
    told = (CHINA, MINISTRY, REBELS, RULERS, actor)
    assert Sides(_reading(told))(actor) == side


def _reading(actors: tuple[Actor, ...]) -> Reading:
    statements = tuple(
        Statement(str(n), actor, ((0, 4),), Form.INDIRECT, ((0, 4),), 1.0, "test") for n, actor in enumerate(actors)
    )
    return Reading(Report("r", "Text.", published=date(2001, 1, 1)), statements, (), (), (), "test")
