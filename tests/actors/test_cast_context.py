"""Whose they are: countries of bare titles, bodies, fighters and acronyms by what the report is about."""

from datetime import date

import pytest

from dragoman import reports
from dragoman.actors import resolve
from dragoman.actors.mentions_context import GENERIC, generic
from dragoman.language import parse
from dragoman.records import Actor

# text with its dateline, day, head word, which occurrence, name, country, sector
CASES = (
    # a fighter belongs to the armed group of the report, not to the place where others met
    (
        "MAPUTO, May 4, 1991 - The Mozambique National Resistance (RENAMO) attacked a train. "
        "Rebel commander Tomas Chico accused the army of breaking a truce that both sides signed in Rome.",
        "1991-05-04",
        ("Tomas", 0),
        ("Tomas Chico", "MOZ", "REB"),
    ),
    (
        "BOGOTA, May 4, 1999 - FARC guerrillas freed two men. A rebel spokesman in Mexico City said more would go.",
        "1999-05-04",
        ("spokesman", 0),
        ("Colombian rebel spokesman", "COL", "REB"),
    ),
    # generic bodies: those of the dateline
    (
        "COLOMBO, May 4, 2006 - Foreign Office spokesperson Nimal Perera said Britain had been told.",
        "2006-05-04",
        ("Nimal", 0),
        ("Nimal Perera", "LKA", "GOV"),
    ),
    (
        "LONDON, May 4, 2006 - Foreign Office spokeswoman Jane Hart said Britain had been told.",
        "2006-05-04",
        ("Jane", 0),
        ("Jane Hart", "GBR", "GOV"),
    ),
    (
        "MANILA, May 4, 2006 - Congress passed the law on Monday.",
        "2006-05-04",
        ("Congress", 0),
        ("Philippine Congress", "PHL", "LEG"),
    ),
    (
        "ACCRA, May 4, 2006 - The ruling Republican Party said it would boycott the vote.",
        "2006-05-04",
        ("Party", 0),
        ("Republican Party", "GHA", "PTY"),
    ),
    # sources after the words, in their own capital
    (
        "SEOUL, May 4, 2009 - North Korea turned back South Korean lorries on Monday, the transport ministry said.",
        "2009-05-04",
        ("ministry", 0),
        ("South Korean transport ministry", "KOR", "GOV"),
    ),
    # the object of an own opposition
    (
        "GENEVA, May 4, 2006 - In Baku, the opposition Freedom Party accused the government of fraud.",
        "2006-05-04",
        ("government", 0),
        ("Azerbaijan", "AZE", "GOV"),
    ),
    # forces killed where the attacker is not named
    (
        "DELHI, May 4, 2003 - India protested to Nepal after shells from over the border killed two soldiers.",
        "2003-05-04",
        ("soldiers", 0),
        ("Indian soldiers", "IND", "MIL"),
    ),
    # an envoy is called to his hosts' ministry
    (
        "QUITO, May 4, 1995 - The Peruvian ambassador in Quito was called to the foreign ministry.",
        "1995-05-04",
        ("ministry", 0),
        ("Ecuadorean foreign ministry", "ECU", "GOV"),
    ),
    # an ambassador without more is he of the embassy named before
    (
        "TRIPOLI, May 4, 2013 - A bomb went off at the Maltese embassy. The ambassador was not hurt.",
        "2013-05-04",
        ("ambassador", 0),
        ("Maltese ambassador", "MLT", "GOV"),
    ),
    # who is named after an unnamed spokesman speaks for the same side
    (
        "ADDIS ABABA, May 4, 2016 - A spokesman of the Oromo Liberation Front in London denied it. "
        '"It is a lie," Dawit Lemma told the BBC.',
        "2016-05-04",
        ("Dawit", 0),
        ("Dawit Lemma", "ETH", "REB"),
    ),
    # a company and its noun
    (
        "NAIROBI, May 4, 2016 - Dutch flower company Bloemen BV said its farm was safe. The company pays well.",
        "2016-05-04",
        ("company", 1),
        ("Bloemen BV", "NLD", "BUS"),
    ),
    # the vice president is not the president
    (
        "LIMA, May 4, 2016 - President Luis Canto of Peru fell ill. The vice president took over.",
        "2016-05-04",
        ("president", 0),
        ("Peruvian vice president", "PER", "GOV"),
    ),
    # a name of two countries is settled by the others
    (
        "SEOUL, May 4, 2009 - South Korea was calm. The Korean army raised its alert.",
        "2009-05-04",
        ("army", 0),
        ("South Korean army", "KOR", "MIL"),
    ),
    (
        "KAMPALA, May 4, 2001 - Troops left eastern Congo. The Congolese government was glad.",
        "2001-05-04",
        ("government", 0),
        ("Democratic Republic of the Congo", "COD", "GOV"),
    ),
    # a foreign bureau's dateline is not the topic
    (
        "NAIROBI, May 4, 2001 - Burundi shut its border. Interior Minister Jean Nkurikiye gave no reason.",
        "2001-05-04",
        ("Jean", 0),
        ("Jean Nkurikiye", "BDI", "GOV"),
    ),
    # the main clause before the subordinate one
    (
        "NEW DELHI, May 4, 1999 - India shut a border after Pakistan's army rose, and the interior ministry said why.",
        "1999-05-04",
        ("ministry", 0),
        ("Indian interior ministry", "IND", "GOV"),
    ),
    # who is called on by a foreigner
    (
        "Bolivia was tense. Mexico took in ten men. Mexican minister Luis Ebrard called on the military to hold back.",
        "2019-05-04",
        ("military", 0),
        ("Bolivian military", "BOL", "MIL"),
    ),
    # a region owns its body; foreign ones are nobody's
    (
        "KABUL, May 4, 2019 - The Kandahar police arrested a man.",
        "2019-05-04",
        ("police", 0),
        ("Afghan police", "AFG", "COP"),
    ),
    (
        "ADEN, May 4, 2009 - Yemen asked foreign navies to help.",
        "2009-05-04",
        ("navies", 0),
        ("Foreign navies", None, "MIL"),
    ),
    # the opposition is not the ruling party
    (
        "ACCRA, May 4, 2009 - The ruling Harvest Party was calm. A party aide said the opposition had lied in Ghana.",
        "2009-05-04",
        ("opposition", 0),
        ("Ghanaian opposition", "GHA", "OPP"),
    ),
    # an unnamed minister, named in the next paragraph
    (
        "DHAKA, May 4, 2009 - Talks will go on, the water minister said.\n\nAbdur Talukdar told radio it was time.",
        "2009-05-04",
        ("Abdur", 0),
        ("Abdur Talukdar", "BGD", "GOV"),
    ),
    # the office of a counterpart
    (
        "OSLO, May 4, 2001 - Foreign Minister Ola Lund of Norway met his Finnish counterpart.",
        "2001-05-04",
        ("counterpart", 0),
        ("Finnish foreign minister", "FIN", "GOV"),
    ),
)


def cast_of(text: str, day: str, word: str, nth: int) -> tuple[Actor, ...]:
    report = reports.from_text(text, published=date.fromisoformat(day))
    doc = parse(report.text)
    token = [t for t in doc if t.text == word][nth]
    return resolve(report, doc).of(token)


@pytest.mark.parametrize(("text", "day", "word", "expected"), CASES)
def test_whose(text: str, day: str, word: tuple[str, int], expected: tuple[str, str | None, str]) -> None:
    assert [(a.name, a.country, a.sector) for a in cast_of(text, day, *word)] == [expected]


# text, head word, which occurrence, names in any order
SEVERAL = (
    ("Mali and Niger met. U.S. officials urged both sides to go on.", ("sides", 0), {"Mali", "Niger"}),
    (
        'Mali and Niger met. Both sides were glad. "The two countries are friends," a Swiss envoy said.',
        ("countries", 0),
        {"Mali", "Niger"},
    ),
    (
        "VIENNA, May 4, 2004 - Envoys of Armenia and Iran met in the Austrian capital, officials from both sides said.",
        ("sides", 0),
        {"Armenia", "Iran"},
    ),
    (
        "Foreign Minister Ola Lund of Norway met his Finnish counterpart, Aino Salo. The two ministers smiled.",
        ("ministers", 0),
        {"Ola Lund", "Aino Salo"},
    ),
    ("Both Koreas were invited.", ("Koreas", 0), {"North Korea", "South Korea"}),
    ("South Korea protested. The North did not reply.", ("North", 0), {"North Korea"}),
    ("South Korea accused North Korea. The North did not reply.", ("North", 1), {"North Korea"}),
)


@pytest.mark.parametrize(("text", "word", "expected"), SEVERAL)
def test_several(text: str, word: tuple[str, int], expected: set[str]) -> None:
    assert {a.name for a in cast_of(text, "2004-05-04", *word)} == expected


# text, pronoun, which occurrence, names
PRONOUNS = (
    ("Kenya signed the treaty. Kenya said it was tense.", ("it", 0), ()),
    ("Kenya plans a summit. Sweden will fund it.", ("it", 0), ()),
    ("Kenya closed the road. Sweden accused it of haste.", ("it", 0), ("Kenya",)),
    ("Kenya held talks. Sweden said it was ready to help.", ("it", 0), ("Sweden",)),
    ("Egypt evacuated its own mission near the Jordanian embassy.", ("mission", 0), ("Egyptian mission",)),
    (
        "Asked about the row, Kenyan minister Peter Otieno said:\n\nQ: Will it end?\n\nA: I hope so. We want peace.",
        ("I", 0),
        ("Peter Otieno",),
    ),
    (
        "Asked about the row, Kenyan minister Peter Otieno said:\n\nQ: Will it end?\n\nA: I hope so. We want peace.",
        ("We", 0),
        ("Kenya",),
    ),
    (
        'Rebels of the Lake Liberation Front (LLF) fled. "They are beaten," Kenyan general Ben Kamau told reporters.',
        ("They", 0),
        ("Lake Liberation Front",),
    ),
)


@pytest.mark.parametrize(("text", "word", "expected"), PRONOUNS)
def test_pronouns(text: str, word: tuple[str, int], expected: tuple[str, ...]) -> None:
    assert tuple(a.name for a in cast_of(text, "2004-05-04", *word)) == expected


@pytest.mark.parametrize(("rule", "fires", "silent"), [(r[0], r[2], r[3]) for r in GENERIC])
def test_generic_names(rule: str, fires: str, silent: str) -> None:
    assert generic(fires), rule
    assert not generic(silent), rule
