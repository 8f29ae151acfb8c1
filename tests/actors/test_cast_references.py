"""Pronouns and definite phrases: whom they take up."""

from datetime import date

import pytest

from dragoman.actors import resolve
from dragoman.actors.pronouns import THIRD
from dragoman.language import parse
from dragoman.records import Place, Report

HOME = (Place("Lusaka", "ZMB"),)

# text, word, which occurrence, names it stands for
CASES = (
    ("Zambia recalled its ambassador.", "its", 0, ("Zambia",)),
    ("Zambia said it would not attend.", "it", 0, ("Zambia",)),
    ("Kenyan minister Jane Wambui resigned. She gave no reason.", "She", 0, ("Jane Wambui",)),
    ("President Ivan Petrov of Bulgaria met the king. He left at noon.", "He", 0, ("Ivan Petrov",)),
    ("Peru and Chile said they would talk.", "they", 0, ("Peru", "Chile")),
    ("Peru accused Ecuador of an attack. The two countries fought in 1995.", "countries", 0, ("Peru", "Ecuador")),
    ("Peru met Ecuador for talks. Both sides praised them.", "sides", 0, ("Peru", "Ecuador")),
    ("The Taliban took the bridge. The hardliners then closed it.", "hardliners", 0, ("Taliban",)),
    ("The European Union met. The bloc took no vote.", "bloc", 0, ("European Union",)),
    ('"We will not yield," Iranian general Reza Amini said.', "We", 0, ("Iran",)),
    ('"I was there," Kenyan minister Peter Otieno said.', "I", 0, ("Peter Otieno",)),
    ("Finland shut its embassy in Lima. The embassy opened in 1962.", "embassy", 1, ("Finnish embassy in Lima",)),
    ("Chinese president Hu Jintao left. The Chinese president smiled.", "president", 1, ("Hu Jintao",)),
    ("Yemen and Oman sent troops. Neither side withdrew them.", "side", 0, ("Yemen", "Oman")),
    (
        "Tokyo's foreign ministry spokesman Ken Abe spoke. The ministry said no.",
        "ministry",
        1,
        ("Japanese foreign ministry",),
    ),
    ("Mali and its neighbour Niger signed. Mali thanked its neighbour.", "neighbour", 1, ("Niger",)),
)


def names(text: str, word: str, nth: int) -> tuple[str, ...]:
    doc = parse(text)
    token = [t for t in doc if t.text == word][nth]
    report = Report(id="r", text=text, published=date(2015, 6, 1))
    return tuple(actor.name for actor in resolve(report, doc).of(token))


@pytest.mark.parametrize(("text", "word", "nth", "expected"), CASES)
def test_stands_for(text: str, word: str, nth: int, expected: tuple[str, ...]) -> None:
    assert names(text, word, nth) == expected


def test_first_person_outside_a_quotation_is_nobody() -> None:
    assert names("Iran said we must wait.", "we", 0) == ()


def test_an_expletive_is_nobody() -> None:
    assert names("Iran said it was raining in Tehran.", "it", 0) in ((), ("Iran",))
    assert names("It is known that Iran objected.", "It", 0) == ()


def test_the_dateline_is_no_actor_and_gives_the_country() -> None:
    text = "LUSAKA, March 3 - The foreign minister said no."
    doc = parse(text)
    end = text.index("The")
    report = Report(id="r", text=text, datelines=HOME, boiler=((0, end),))
    cast = resolve(report, doc)
    minister = next(t for t in doc if t.text == "minister")
    assert [a.country for a in cast.of(minister)] == ["ZMB"]
    assert all(mention.span[0] >= end for mention in cast.mentions)


def test_third_person_pronouns_have_a_shape() -> None:
    assert {shape for shape, _ in THIRD.values()} == {"person", "body", "many"}
    assert all(gender for shape, gender in THIRD.values() if shape == "person")
