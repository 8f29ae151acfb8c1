"""Descriptions that take up what was named: epithets, persons, pairs, bodies of the country in play."""

from datetime import date

import pytest

from dragoman.actors import resolve
from dragoman.actors.epithets import BODIES
from dragoman.actors.registry import registry
from dragoman.language import parse
from dragoman.records import Actor, Report


def at(text: str, phrase: str, day: date | None = None) -> list[Actor]:
    """The actors of the mention whose head is in the last occurrence of `phrase`, the longest."""
    doc = parse(text)
    start = text.rindex(phrase)
    found = [
        m
        for m in resolve(Report(id="r", text=text, published=day), doc).mentions
        if start <= doc[m.head].idx < start + len(phrase) and m.how != "place"
    ]
    return list(max(found, key=lambda m: m.end - m.start).actors) if found else []


# text, phrase, names in the order of the actors
TAKEN_UP = (
    ("Belarus sent blankets. The former Soviet republic borders Poland.", "former Soviet republic", ["Belarus"]),
    ("Paris wrote to Mali. The former French colony thanked France.", "former French colony", ["Mali"]),
    ("Win Htay was freed on Tuesday. The dissident thanked his lawyers.", "dissident", ["Win Htay"]),
    ("Kenyan runner Paul Mutua won in Oslo. The 24-year-old wept.", "24-year-old", ["Paul Mutua"]),
    ("Rebel leader Jo Kamara met General Ali Sesay. The rebel left first.", "The rebel", ["Jo Kamara"]),
    ("Ana Ruiz of Peru met Chile's Luis Paz. The two left early.", "The two", ["Ana Ruiz", "Luis Paz"]),
    ("Peru's minister Ana Ruiz met Chile's Luis Paz. The pair left early.", "The pair", ["Ana Ruiz", "Luis Paz"]),
    ("Samoa and Tonga want a mission to Fiji. Neither country would comment.", "Neither country", ["Samoa", "Tonga"]),
    ("Uganda and Rwanda sent troops to Zaire. The two neighbours denied it.", "two neighbours", ["Uganda", "Rwanda"]),
    ("The talks failed. The Ethiopian side left Khartoum.", "The Ethiopian side", ["Ethiopia"]),
    ("Lusaka rejected the note. A delegation of UNITA said so.", "A delegation", ["UNITA"]),
    ("Serbia's minister Ivo Pavic wrote to his counterpart in Sofia.", "counterpart", ["Bulgarian minister"]),
    ("The former policeman, Rey Cruz, spoke in Manila.", "former policeman", ["Rey Cruz"]),
    ("Police in Lagos fled from thieves but did not shoot them.", "them", ["Nigerian thieves"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "names"), TAKEN_UP)
def test_a_description_takes_up(text: str, phrase: str, names: list[str]) -> None:
    assert [actor.name for actor in at(text, phrase)] == names


# text, phrase, country
IN_PLAY = (
    ("ABIDJAN - Ivory Coast's army rose. France urged calm, and the government said no.", "the government", "CIV"),
    ("Germany expressed concern. The army has dismissed 2,800 men since the coup in Turkey.", "The army", "TUR"),
    ("Ghana's minister met Burkina Faso's soldiers. The army gave no answer.", "The army", "BFA"),
    ("Nepal's king sacked his cabinet. India urged the king to talk. Soldiers sat in lorries.", "Soldiers", "NPL"),
    ("The envoy of Peru met the foreign minister in Hanoi.", "foreign minister", "VNM"),
    ("Uganda shut the border. The army fired.", "The army", "UGA"),
    ("Kenya's opposition accused the government of theft.", "the government", "KEN"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "country"), IN_PLAY)
def test_whose_body_it_is(text: str, phrase: str, country: str) -> None:
    assert [actor.country for actor in at(text, phrase)] == [country]


# text, phrase, name, sector
SECTORS = (
    ("The Kuwaiti government in exile met in Taif.", "government", "Kuwaiti government in exile", "OPP"),
    ("A member of the Malian parliament's committee spoke.", "member", "Malian parliament committee member", "LEG"),
    ("Nepal's Maoist party met.", "party", "Nepalese Maoist party", "PTY"),
    ("Thai loggers were freed.", "loggers", "Thai loggers", "CVL"),
    ("Afghan refugees fled again.", "refugees", "Afghan refugees", "REF"),
)


@pytest.mark.parametrize(("text", "phrase", "name", "sector"), SECTORS)
def test_name_and_sector(text: str, phrase: str, name: str, sector: str) -> None:
    assert [(actor.name, actor.sector) for actor in at(text, phrase)] == [(name, sector)]


def test_a_landmark_is_nobody() -> None:
    assert at("A pipe burst behind the Danish embassy in Lima.", "embassy") == []
    assert [a.country for a in at("A crowd stood outside the Danish embassy in Lima.", "embassy")] == ["DNK"]


@pytest.mark.parametrize("epithet", sorted(BODIES))
def test_epithets_name_bodies_of_the_registry(epithet: str) -> None:
    assert any(registry().lookup(name) for name in BODIES[epithet])
