"""Explanations: every meaning of a name on a day, the one that is meant, where it is written, unknown names."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import own, own_store
from dragoman.actors.explain import Explanation, explain

TABLE = """name,kind,country,sector,title,of,start,end,surname,aliases,acronyms
Amina Wanjala,person,KEN,,foreign minister,,2013-04-01,2016-06-30,,Amina W. Wanjala,
Amina Wanjala,person,KEN,OPP,leader,Lake Reform Party,2016-07,,,,
Lake Reform Party,party,KEN,,,,2001,,,,LRP
Likud,party,PER,,,,1990,1999,,,
"""


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> Iterator[Path]:
    table = tmp_path / "own.csv"
    table.write_text(TABLE, encoding="utf-8")
    with own_store.using(tmp_path / "store.csv"):
        own.add(table)
        yield table


def on(name: str, day: str | None = None, text: str = "") -> Explanation:
    return explain(name, date.fromisoformat(day) if day else None, text)


# name, day; who is meant, by which kind of name, country, sector, role, source
MEANT = [
    ("Lavrov", "2010-05-01", "person:sergei-lavrov", "surname", "RUS", "GOV", "foreign minister", "leaders.tsv"),
    (
        "lavrov",
        "2010-05-01",
        "person:sergei-lavrov",
        "surname, other letter case",
        "RUS",
        "GOV",
        "foreign minister",
        "",
    ),
    ("Russian foreign minister", "2010-05-01", "person:sergei-lavrov", "description", "RUS", "GOV", "", "leaders.tsv"),
    ("foreign minister of Russia", "2003-05-01", "person:igor-ivanov", "description", "RUS", "GOV", "", ""),
    ("president of France", "1990-01-01", "person:francois-mitterrand", "description", "FRA", "GOV", "president", ""),
    ("UN chief", "2003-05-01", "person:kofi-annan", "description", "", "IGO", "secretary-general", ""),
    ("US secretary of state", "1998-01-01", "person:madeleine-albright", "description", "USA", "GOV", "", ""),
    ("President Putin", "2005-01-01", "person:vladimir-putin", "surname, title", "RUS", "GOV", "president", ""),
    ("Kremlin", "1985-01-01", "SUN", "metonym", "SUN", "GOV", "", "metonyms.tsv"),
    ("Kremlin", "2005-01-01", "RUS", "metonym", "RUS", "GOV", "", "metonyms.tsv"),
    ("Burmese", "2005-01-01", "MMR", "demonym, people", "MMR", "GOV", "", "states.tsv"),
    ("Taliban", "1998-01-01", "taliban", "name, people", "AFG", "GOV", "", "groups.tsv"),
    ("Taliban", "2010-01-01", "taliban", "name, people", "AFG", "REB", "", "groups.tsv"),
    ("NATO", "2010-01-01", "nato", "name, acronym", "", "IGO", "", "organisations.tsv"),
    ("Wanjala", "2014-05-01", "person:amina-wanjala", "surname", "KEN", "GOV", "foreign minister", "own.csv:2"),
    ("Amina Wanjala", "2018-05-01", "person:amina-wanjala", "name", "KEN", "OPP", "leader", "own.csv:3"),
    ("Kenyan foreign minister", "2014-05-01", "person:amina-wanjala", "description", "KEN", "GOV", "", "own.csv:2"),
    ("LRP", "2014-05-01", "ken:lake-reform-party", "acronym", "KEN", "PTY", "", "own.csv:4"),
    ("Likud", "1995-01-01", "per:likud", "name", "PER", "PTY", "", "own.csv:5"),
    ("Likud", "2005-01-01", "likud", "name", "ISR", "PTY", "", "groups.tsv"),
]


@pytest.mark.parametrize(("name", "day", "id", "matched", "country", "sector", "role", "source"), MEANT)
def test_who_is_meant(
    name: str, day: str, id: str, matched: str, country: str, sector: str, role: str, source: str
) -> None:
    first = on(name, day).candidates[0]
    assert (first.id, first.matched, first.country, first.sector, first.wins) == (id, matched, country, sector, True)
    assert role in first.role
    assert first.source.endswith(source)
    assert first.why


def test_every_meaning_is_shown_with_its_roles() -> None:
    found = on("Bush", "2003-01-01").candidates
    assert [(one.id, one.wins) for one in found[:2]] == [
        ("person:george-w-bush", True),
        ("person:george-h-w-bush", False),
    ]
    assert [(role.title, str(role.start), str(role.end), role.holds) for role in found[0].roles][-1] == (
        "president",
        "2001-01-20",
        "2009-01-19",
        True,
    )
    assert "holds no office on 2003-01-01" in found[1].why


def test_a_surname_out_of_office_means_nobody() -> None:
    found = on("Wanjala", "2010-05-01")
    assert [one.wins for one in found.candidates] == [False]
    assert "Nobody of that surname is known to hold an office on 2010-05-01" in found.verdict


def test_an_office_that_nobody_is_known_to_hold() -> None:
    found = on("Kenyan tourism minister", "1970-01-01")
    assert not found.candidates
    assert "of Kenya is an office (GOV), but nobody is known to hold it" in found.verdict
    assert not found.similar


@pytest.mark.parametrize("name", ["Lavrof", "Amina Wanjalla", "Lake Reform Partie"])
def test_close_spellings_of_unknown_names(name: str) -> None:
    found = on(name)
    assert not found.candidates
    assert "Nobody of that name is known" in found.verdict
    assert "NAME" in found.verdict
    assert found.similar[0] in ("Lavrov", "Amina Wanjala", "Lake Reform Party")


@pytest.mark.parametrize(
    "name", ["", " ", "(", "the", "of", "\x00", "x" * 5000, "president", "President ", "𝔘𝔫", "\udcff"]
)
def test_odd_names_never_raise(name: str) -> None:
    assert not any(one.wins for one in on(name, "2010-01-01").candidates)


def test_a_text_is_read_and_the_reading_told() -> None:
    text = "LIMA, May 9 (Reuters) - Foreign Minister Wanjala said on Friday that Kenya would wait."
    read = on("Wanjala", "2014-05-09", text).read
    assert [(one.words, one.id, one.country, one.sector) for one in read] == [
        ("Wanjala", "person:amina-wanjala", "KEN", "GOV")
    ]
    assert not on("Wanjala", "2014-05-09", "Peru closed its border.").read
