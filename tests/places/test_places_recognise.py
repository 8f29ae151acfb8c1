"""Place names in sentences: which are found, how they are used, and what is none; tables of the room are read, too."""

import pytest

from dragoman import language
from dragoman.places import recognise_inside, recognise_traps
from dragoman.places.recognise import find
from dragoman.places.recognise_inside import inside
from dragoman.places.recognise_roles import COUNTRY_EXAMPLES, EXAMPLES
from dragoman.places.recognise_tree import lay_out
from dragoman.places.toponyms import Use


def found(text: str, *uses: Use) -> list[str]:
    return [t.text for t in find(language.parse(text)) if not uses or t.use in uses]


# text, the names that are no adjectives
NAMES = (
    ("The minister flew from Lima to La Paz on Monday.", ["Lima", "La Paz"]),
    ("A storm hit Paris, Texas, and moved on to Arkansas.", ["Paris", "Texas", "Arkansas"]),
    ("Shells fell in northern Burundi and around the town of Gitega.", ["Burundi", "Gitega"]),
    ("Kenya's president left Nairobi for talks in Kampala.", ["Kenya", "Nairobi", "Kampala"]),
    ("Fighting went on in Bosnia and Herzegovina for years.", ["Bosnia and Herzegovina"]),
    ("The lawyer works in Washington, D.C., for a bank.", ["Washington, D.C."]),
    ("Boats crossed Lake Victoria to Mwanza at night.", ["Lake Victoria", "Mwanza"]),
    ("A Marion man and a Quito woman were hurt.", ["Marion", "Quito"]),
    ("Judge Ann Reed, D-Murfreesboro, and Tom Gale, R-Tenn., spoke.", ["Murfreesboro", "Tenn."]),
    ("Crews from Segou, Mopti and Kayes came.", ["Segou", "Mopti", "Kayes"]),
    ("The mayor of Jackson, Miss., met Lee Jackson.", ["Jackson", "Miss."]),
    ("U.S.-led forces left.", ["U.S."]),
    ("The Boise, Idaho-based firm left.", ["Boise", "Idaho"]),
    ("Talks with U.S.-backed rebels and the US went on.", ["U.S.", "US"]),
    ("The fine was $US 40.", []),
    ("Nothing happened on Tuesday.", []),
    ("", []),
    ("\n\n \n", []),
)


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text, names):
    assert found(text, Use.LITERAL, Use.METONYM, Use.MODIFIER) == names


# text, name, use
USES = (
    ("Troops marched through Asmara on Friday.", "Asmara", Use.LITERAL),
    ("Hanoi rejected the offer on Friday.", "Hanoi", Use.METONYM),
    ("Relations with Chile have cooled.", "Chile", Use.METONYM),
    ("The Peruvian navy sent two ships.", "Peruvian", Use.ADJECTIVE),
    ("The Arequipa Police Department closed the road.", "Arequipa", Use.EMBEDDED),
)


@pytest.mark.parametrize(("text", "name", "use"), USES)
def test_uses(text, name, use):
    assert {t.text: t.use for t in find(language.parse(text))}.get(name) is use


@pytest.mark.parametrize(("name", "places"), recognise_inside.EXAMPLES)
def test_inside_names(name, places):
    doc = language.parse(name)
    assert tuple(doc[s:e].text for s, e in inside(lay_out(doc), 0, len(doc))) == places


@pytest.mark.parametrize(("id", "why", "trap", "place"), recognise_traps.EXAMPLES)
def test_traps(id, why, trap, place):
    name = place.rstrip(".").split()[-1]
    assert name not in found(trap)
    assert name in found(place)


def test_a_facility_is_looked_up_by_its_town():
    (hospital,) = find(language.parse("He died in Mombasa General Hospital at dawn."))
    assert (hospital.text, hospital.name) == ("Mombasa General Hospital", "Mombasa")


def test_spans_are_those_of_the_text():
    text = "In  Quito,\nthe mayor of São Paulo met envoys from Port-au-Prince."
    for toponym in find(language.parse(text)):
        start, end = toponym.span
        assert text[start:end] == toponym.text


@pytest.mark.parametrize(("id", "name", "actor", "place"), [*EXAMPLES, *COUNTRY_EXAMPLES])
def test_place_or_actor(id, name, actor, place):
    used = {t.text: t.use for t in find(language.parse(actor))}.get(name)
    assert used in (Use.METONYM, Use.MODIFIER)
    assert {t.text: t.use for t in find(language.parse(place))}.get(name) in (Use.LITERAL, Use.MODIFIER)
