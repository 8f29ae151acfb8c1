"""Entries to the traits that matching weighs, and traits to bytes and back."""

from datetime import date

import pytest

from dragoman.ledger.same_words import stem
from dragoman.ledger.traits import Traits, pack, traits, unpack
from dragoman.records import (
    Actor,
    ActorKind,
    Anchor,
    Event,
    Form,
    Place,
    Precision,
    Span,
    Standing,
    Statement,
    Status,
    When,
)

TEXT = "Chile expelled four Peruvian envoys in Santiago on Monday, a slap that Foreign Minister Rosa Luque resented."
KNOWN = date(1996, 5, 7)
CHILE = Actor("CHL", "Chile", "CHL", "GOV", ActorKind.STATE, mention=(0, 5))
ENVOYS = Actor("per-envoys", "Peruvian envoys", "PER", "GOV", ActorKind.PEOPLE, acts_for="PER", mention=(20, 35))
LUQUE = Actor("person:rosa-luque", "Rosa Luque", "PER", "GOV", ActorKind.PERSON, acts_for="PER", mention=(88, 98))
MONDAY = When(date(1996, 5, 6), date(1996, 5, 6), Precision.DAY, Anchor.PUBLISHED, (48, 57))
WHOLE: Span = (0, len(TEXT))


def side(actor: Actor) -> str:
    return actor.acts_for or actor.id


def event() -> Event:
    return Event(
        id="e1",
        type="SANCTION",
        mode="expel",
        trigger=(6, 14),
        actors=(CHILE,),
        recipients=(ENVOYS,),
        status=Status.HAPPENED,
        evidence=(WHOLE,),
        confidence=0.9,
        made_by="lexicon:expel",
        quad="material_conflict",
        when=MONDAY,
        where=Place("Santiago", "CHL", -33.4, -70.6),
        attributes={"expelled": 4, "inferred_party": True},
    )


def made(meaning: bytes = b"") -> Traits:
    return traits(event(), text=TEXT, known=KNOWN, sides=side, meaning=meaning)


def test_event() -> None:
    t = made()
    assert (t.family, t.label, t.value, t.status, t.quad) == (
        "event",
        "SANCTION",
        "expel",
        "happened",
        "material_conflict",
    )
    assert t.sources == {"CHL"}
    assert t.targets == {"PER"}
    assert t.recipients == {"per-envoys"}
    assert (t.lands, t.other_lands) == ({"CHL"}, {"PER"})
    assert t.start == t.end == date(1996, 5, 6).toordinal()
    assert t.known == KNOWN.toordinal()
    assert (t.precision, t.anchor) == ("day", "published")
    assert (t.place, t.land, t.lat) == ("santiago", "CHL", -33.4)
    assert "expel" in t.acts


def test_numbers_are_figures_alone() -> None:
    assert made().numbers == {"expelled": 4.0}  # inferred_party is no figure


def test_words_leave_out_the_parties_but_keep_other_names() -> None:
    t = made()
    assert not t.words & {"chile", "chil", "peruvian"}
    assert {stem("luque"), "rosa", stem("santiago")} <= t.names <= t.words
    assert "slap" in t.words - t.names


def test_words_of_a_person_who_takes_part_stay() -> None:
    found = traits(
        Statement("s1", LUQUE, (WHOLE,), Form.DIRECT, (WHOLE,), 0.9, "speech:quote", attributes={"class": "say"}),
        text=TEXT,
        known=KNOWN,
        sides=side,
        meaning=b"",
    )
    assert found.persons == {"person:rosa-luque"}
    assert found.sources == {"PER"}
    assert found.label == "say"
    assert stem("luque") in found.words


def test_standing_takes_its_content() -> None:
    standing = Standing(
        "d1", "demand", LUQUE, CHILE, "made", Status.HAPPENED, (WHOLE,), 0.8, "event:demand", content=((59, 65),)
    )
    t = traits(standing, text=TEXT, known=KNOWN, sides=side, meaning=b"")
    assert (t.family, t.label, t.value) == ("standing", "demand", "made")
    assert t.words == {"slap"}
    assert t.start is None


@pytest.mark.parametrize("meaning", [b"", bytes(range(64))])
def test_bytes_and_back(meaning: bytes) -> None:
    t = made(meaning)
    assert unpack(pack(t)) == t
    assert pack(unpack(pack(t))) == pack(t)


def test_bytes_do_not_hang_on_the_order_of_sets() -> None:
    one = Traits("event", "CONSULT", words=frozenset(("talk", "genev", "border", "envoy")))
    two = Traits("event", "CONSULT", words=frozenset(("envoy", "border", "genev", "talk")))
    assert pack(one) == pack(two)
    assert b"border" in pack(one)
    assert pack(one).index(b"border") < pack(one).index(b"envoy") < pack(one).index(b"genev") < pack(one).index(b"talk")
