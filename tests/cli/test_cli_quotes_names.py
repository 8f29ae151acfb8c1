"""Names to the actors that they mean, as one who speaks and as one who is spoken of."""

import pytest

from dragoman.cli.quotes_names import as_printed, is_acronym, mentioned, speaker
from dragoman.records import Actor

KREMLIN = Actor("RUS", "Russia", "RUS", "GOV")
SPOKESMAN = Actor("person:oleg-sorin", "Oleg Sorin", "RUS", "GOV", acts_for="RUS")
GENERAL = Actor("rus-army", "Russian army", "RUS", "MIL", acts_for="RUS")
DAILY = Actor("rus-daily", "Russian newspaper", "RUS", "MED")
SUDAN = Actor("SDN", "Sudan", "SDN", "GOV")
SOUTH = Actor("SSD", "South Sudan", "SSD", "GOV")
REBELS = Actor("ruf", "Revolutionary United Front", "SLE", "REB")
ENVOY = Actor("person:ana-dias", "Ana Dias", None, "IGO", acts_for="united-nations")
SINGER = Actor("person:ben-okri", "Ben Okri", "NGA", "CVL")
MINISTER = Actor("person:jose-avila", "José Ávila Núñez", "PRY", "GOV", acts_for="PRY")
BENIN = Actor("BEN", "Benin", "BEN", "GOV")
ANYBODY = Actor("said:witness", "Witness")

# name, those who speak under it, those who do not
SPEAKERS = (
    ("RUS", (KREMLIN, SPOKESMAN, GENERAL, DAILY), (SUDAN, ANYBODY)),
    ("rus", (KREMLIN, DAILY), (SUDAN,)),
    ("Russia", (KREMLIN, SPOKESMAN, GENERAL), (DAILY, ANYBODY)),
    ("RUSSIA", (KREMLIN, SPOKESMAN), (DAILY,)),
    ("the Kremlin", (KREMLIN, SPOKESMAN), (DAILY,)),
    ("Moscow", (KREMLIN,), (DAILY,)),
    ("Sudan", (SUDAN,), (SOUTH,)),
    ("South Sudan", (SOUTH,), (SUDAN,)),
    ("sorin", (SPOKESMAN,), (KREMLIN,)),
    ("Oleg", (SPOKESMAN,), (KREMLIN,)),
    ("Ole", (), (SPOKESMAN,)),
    ("russian army", (GENERAL,), (DAILY, KREMLIN)),
    ("RUF", (REBELS,), (SUDAN,)),
    ("united front", (REBELS,), (SUDAN,)),
    ("UN", (ENVOY,), (REBELS,)),
    ("un", (ENVOY,), (REBELS,)),
    ("Ben", (SINGER,), (BENIN,)),
    ("BEN", (BENIN,), ()),
    ("jose avila", (MINISTER,), (BENIN,)),
    ("NUÑEZ", (MINISTER,), (BENIN,)),
    ("witness", (ANYBODY,), (MINISTER,)),
)


@pytest.mark.parametrize(("name", "meant", "others"), SPEAKERS)
def test_who_speaks_under_a_name(name, meant, others):
    named = speaker(name)
    assert [actor.name for actor in meant if not named.fits(actor)] == []
    assert [actor.name for actor in others if named.fits(actor)] == []


def test_a_capital_is_a_place_in_what_is_said():
    assert speaker("Moscow").fits(KREMLIN)
    assert not mentioned("Moscow").fits(KREMLIN)


@pytest.mark.parametrize(
    ("word", "is_one"), [("US", True), ("us", False), ("WHO", True), ("who", False), ("TWN", True)]
)
def test_acronyms_are_known_by_their_capitals(word, is_one):
    assert is_acronym(word) is is_one
    assert bool(mentioned(word).ids) is is_one


def test_printed_names_are_those_of_newspapers():
    taiwan = as_printed(mentioned("Taiwan"))
    assert {("Taipei",), ("Taiwanese",), ("TAIWAN",)} <= taiwan.names
    assert ("people", "s", "republic", "of", "china") in taiwan.others
    assert as_printed(mentioned("gas pipeline")).names == frozenset()
    leader = as_printed(mentioned("nelson mandela"))
    assert leader.surnames == {("Mandela",)}
    assert ("Nelson", "Mandela") in leader.full


def test_other_states_of_the_name_are_blanked():
    printed = as_printed(mentioned("Sudan"))
    assert printed.without_others(("Sudan", "and", "South", "Sudan")) == ("Sudan", "and", "", "")
    china = as_printed(mentioned("CHN"))
    words = ("People", "s", "Republic", "of", "China")
    assert china.without_others(words) == words
    assert china.without_others(words[2:]) == ("", "", "")
