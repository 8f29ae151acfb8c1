"""Whom an answer or a judgement is aimed at when its clause does not say: by what was told before."""

import pytest

from dragoman.events.history import History
from dragoman.records import Actor, ActorKind

# text, type, country of the one who answers, country of the one who is answered
CASES = [
    ("Malaysia offered to mediate between Chad and Libya. Chad accepted at once.", "AGREE", "TCD", "MYS"),
    ("Norway accused Peru of piracy. Chile watched. Peru rejected the charge.", "REJECT", "PER", "NOR"),
    ("Ghana expelled a Togolese envoy on Monday. Benin welcomed the decision.", "SUPPORT", "BEN", "GHA"),
    ("Ghana closed its border with Togo on Monday. Benin condemned the closure.", "ACCUSE", "BEN", "GHA"),
]


@pytest.mark.parametrize(("text", "type", "actor", "recipient"), CASES)
def test_answered(code, text: str, type: str, actor: str, recipient: str) -> None:  # type: ignore[no-untyped-def]
    sides = [({a.country for a in e.actors}, {a.country for a in e.recipients}) for e in code(text) if e.type == type]
    assert ({actor}, {recipient}) in sides


def test_captives_of_no_named_nation_are_those_of_the_other_side(code) -> None:  # type: ignore[no-untyped-def]
    text = "Eritrea and Yemen exchanged fire on Monday. Eritrea freed ten captives on Tuesday."
    freed = [e for e in code(text) if e.type == "RETREAT" and e.mode == "release"]
    assert [{a.country for a in e.recipients} for e in freed] == [{"YEM"}]


def _state(code: str) -> Actor:
    return Actor(id=code, name=code, country=code, sector="GOV", kind=ActorKind.STATE)


def test_ties_fade_with_distance() -> None:
    history = History()
    history.add(0, "ACCUSE", (_state("PER"),), (_state("CHL"),))
    near, far = history.ties(1, {"PER"}), history.ties(3, {"PER"})
    assert near["CHL"] > far["CHL"] > 0
    assert history.ties(9, {"PER"}) == {}
    assert "PER" in history.ties(1, {"CHL"})
