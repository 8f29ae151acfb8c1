"""What the words tell of bodies nobody knows, of states by where they lie, of two persons of one surname."""

import subprocess
import sys
from datetime import date

import pytest

from dragoman import reports
from dragoman.actors import resolve
from dragoman.actors.state_epithets import KINDS, kind_of
from dragoman.language import parse
from dragoman.records import Actor, ActorKind

RIVALS = "WASHINGTON, May 5, 2003 - President George W. Bush defended the war that his father, former president George "
BROTHERS = RIVALS + "H.W. Bush, never fought. The younger Bush said it was just. The elder Bush was silent."
TRADE = "The insurer Helvara Re and the carmaker Tatsumi Motor both said they would leave Russia."
BORDER = "Thailand closed a crossing with Cambodia on Friday. In Phnom Penh the foreign ministry protested. "
# text, day, head word, which occurrence, then (name, country, sector) of each actor; None for any name
CASES = (
    # a body of two states is of neither
    (
        "TASHKENT, May 9, 2012 (AFP) - Uzbekistan and Nepal talked. A joint commission will meet in June.",
        "2012-05-09",
        "commission",
        0,
        [("Joint commission", None, "GOV")],
    ),
    # a company's country is what the words say, not where the report is from
    (TRADE, "2022-04-20", "Re", 0, [("Helvara Re", None, "BUS")]),
    (TRADE, "2022-04-20", "Motor", 0, [("Tatsumi Motor", None, "BUS")]),
    (
        "LONDON, May 9, 2012 - Norwegian oil company Havstrand said it had found gas off Tanzania.",
        "2012-05-09",
        "Havstrand",
        0,
        [("Havstrand", "NOR", "BUS")],
    ),
    (
        "NAIROBI, March 3, 2004 - Sameer Tyre Works said on Wednesday it would lay off 200 people.",
        "2004-03-03",
        "Works",
        0,
        [("Sameer Tyre Works", "KEN", "BUS")],
    ),
    (
        "Yemeni officers seized a tanker of Eagle, a shipping firm from Athens, off Mocha on Sunday.",
        "2019-06-09",
        "Eagle",
        0,
        [("Eagle", "GRC", "BUS")],
    ),
    (
        "Tashkent-based Silk Road Institute said the poll was flawed.",
        "2015-03-30",
        "Institute",
        0,
        [("Silk Road Institute", "UZB", "EDU")],
    ),
    (
        "KHARTOUM, May 2, 1998 - Hope Bridge said its doctors had been expelled from the south by the Sudanese army.",
        "1998-05-02",
        "Bridge",
        0,
        [("Hope Bridge", None, None)],
    ),
    (
        "GENEVA, May 2, 2017 - Border Lens, a rights group, accused Hungary of beating migrants.",
        "2017-05-02",
        "Lens",
        0,
        [("Border Lens", None, "NGO")],
    ),
    (
        "The National Growth Party won 41 seats in Zambia, election officials said. Zambia last voted in 2001.",
        "2006-10-02",
        "Party",
        0,
        [("National Growth Party", "ZMB", "PTY")],
    ),
    (
        "The mining company Sparrow left Sierra Leone in May. Sparrow had paid rebels for diamonds, a UN panel said.",
        "2001-06-09",
        "Sparrow",
        1,
        [("Sparrow", None, "BUS")],
    ),
    # states by where they lie
    (
        "Estonia moved a Soviet statue and Russia cut its trains. The Baltic nation called on NATO for help.",
        "2007-10-09",
        "nation",
        0,
        [("Estonia", "EST", "GOV")],
    ),
    (
        "Brazil signed the accord in Lima. The South American giant will lend its neighbour 2 billion dollars.",
        "2012-10-09",
        "giant",
        0,
        [("Brazil", "BRA", "GOV")],
    ),
    (
        "DAKAR, May 5, 2012 - France froze aid to Mali after the coup. The former colonial ruler said it would wait.",
        "2012-05-05",
        "ruler",
        0,
        [("France", "FRA", "GOV")],
    ),
    # the two who fight, without "two"
    (
        "India shelled a ridge that Pakistan held. Russia begged the warring neighbours to stop.",
        "1999-06-05",
        "neighbours",
        0,
        [("India", "IND", "GOV"), ("Pakistan", "PAK", "GOV")],
    ),
    # who is spoken of is not who speaks
    (
        "Islamic State took Sinjar on Sunday. Kurdish fighters said the jihadists had seized three tanks.",
        "2014-08-09",
        "jihadists",
        0,
        [("Islamic State", None, "REB")],
    ),
    # the country in play just there
    (BORDER, "2009-11-06", "ministry", 0, [(None, "KHM", "GOV")]),
    (
        "Chad said Sudanese planes had bombed two villages. Sudan denied it, and the defence ministry accused Chad of "
        "helping rebels.",
        "2006-11-06",
        "ministry",
        0,
        [("Sudanese defence ministry", "SDN", "GOV")],
    ),
    (
        "LUSAKA, Nov 6, 1997 - Zambian troops crushed a coup on Tuesday. Neighbouring Zimbabwe put its army on alert. "
        "The government said 15 officers were held.",
        "1997-11-06",
        "government",
        0,
        [("Zambia", "ZMB", "GOV")],
    ),
    # one surname, two persons
    (BROTHERS, "2003-05-05", "Bush", 2, [("George W. Bush", "USA", "GOV")]),
    (BROTHERS, "2003-05-05", "Bush", 3, [("George H.W. Bush", "USA", "CVL")]),
    (
        "LIMA, May 5, 1994 - Hector Salvatierra, the mayor, and his son, Julio Salvatierra, fled on Friday. The "
        "younger Salvatierra had a ticket to Quito.",
        "1994-05-05",
        "Salvatierra",
        2,
        [("Julio Salvatierra", None, None)],
    ),
    # a place where somebody lies is no office
    (
        "BAKU, Oct 16, 2003 - Ilham Aliyev thanked voters. President Heydar Aliyev was in a US hospital.",
        "2003-10-16",
        "Heydar",
        0,
        [("Heydar Aliyev", "AZE", "GOV")],
    ),
)


def _at(text: str, day: str, word: str, which: int) -> tuple[Actor, ...]:
    report = reports.from_text(text, published=date.fromisoformat(day))
    doc = parse(report.text)
    token = [t for t in doc if t.text == word][which]
    mention = resolve(report, doc).at(token.i)
    assert mention is not None
    return mention.actors


@pytest.mark.parametrize(("text", "day", "word", "which", "wanted"), CASES)
def test_what_the_words_tell(
    text: str, day: str, word: str, which: int, wanted: list[tuple[str | None, str | None, str | None]]
) -> None:
    found = sorted(_at(text, day, word, which), key=lambda a: a.name)
    assert [a.country for a in found] == [country for _, country, _ in wanted]
    for actor, (name, _, sector) in zip(found, wanted, strict=True):
        assert name in (None, actor.name)
        assert word == "Salvatierra" or actor.sector == sector


@pytest.mark.parametrize(
    ("text", "day", "word", "kind"),
    (
        (TRADE, "2022-04-20", "Re", ActorKind.COMPANY),
        ("The African National Congress said it would wait.", "2001-04-20", "Congress", ActorKind.PARTY),
        ("The Taliban said it would wait.", "1999-04-20", "Taliban", ActorKind.ARMED_GROUP),
    ),
)
def test_a_kind_is_no_matter_of_the_sector(text: str, day: str, word: str, kind: ActorKind) -> None:
    assert [a.kind for a in _at(text, day, word, 0)] == [kind]


@pytest.mark.parametrize(
    ("before", "noun", "inside", "outside"),
    (
        (["west", "african"], "nation", "GHA", "KEN"),
        (["oil", "-", "rich", "african"], "state", "GAB", "BRA"),
        (["communist"], "giant", "CHN", "CUB"),
        (["tiny", "himalayan"], "kingdom", "BTN", "THA"),
    ),
)
def test_regions_of_states(before: list[str], noun: str, inside: str, outside: str) -> None:
    codes = kind_of(before, noun)
    assert codes is not None
    assert inside in codes
    assert outside not in codes


def test_longer_words_are_asked_first() -> None:
    order = list(KINDS)
    for n, words in enumerate(order):
        assert not any(f" {earlier} " in f" {words} " for earlier in order[:n])


def test_lists_of_actors_need_no_spacy() -> None:
    code = "import sys, dragoman.actors.own; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
