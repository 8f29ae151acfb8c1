"""Titles of databases -> newspaper titles, countries and sectors, by the tables of importers/titles.py."""

import re

import pytest

from dragoman.actors.importers.titles import REWRITES, SECTORS, read, sector
from dragoman.codebook import codebook


@pytest.mark.parametrize(("id", "pattern", "becomes", "fires", "does_not"), REWRITES)
def test_each_rewriting_by_its_examples(id: str, pattern: str, becomes: str, fires: str, does_not: str) -> None:
    assert re.fullmatch(pattern, fires.lower()), id
    assert not re.fullmatch(pattern, does_not.lower()), id


@pytest.mark.parametrize(("id", "words", "code", "fires", "does_not"), SECTORS)
def test_each_sector_by_its_examples(id: str, words: str, code: str, fires: str, does_not: str) -> None:
    assert sector(fires) == code, id
    assert sector(does_not) != code, id
    assert code in codebook().sectors


TITLES = [
    ("Minister of Foreign Affairs of the Russian Federation", "foreign minister", "RUS", "GOV"),
    ("President of the Republic of Kenya", "president", "KEN", "GOV"),
    ("President of the United States", "president", "USA", "GOV"),
    ("United States Secretary of State", "secretary of state", "USA", "GOV"),
    ("Federal Chancellor of Germany", "chancellor", "DEU", "GOV"),
    ("Kenyan Minister of Defence", "defence minister", "KEN", "GOV"),
    ("Minister for Home Affairs (Kenya)", "home affairs minister", "KEN", "GOV"),
    ("Secretary-General of the United Nations", "secretary-General of the United Nations", "", "IGO"),
    ("Member of the European Parliament", "member of the European Parliament", "", "IGO"),
    ("Member of the Lake Assembly", "member of the Lake Assembly", "", "LEG"),
    ("Painter", "painter", "", ""),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("text", "title", "country", "code"), TITLES)
def test_titles(text: str, title: str, country: str, code: str) -> None:
    found = read(text)
    assert (found.title, found.country, found.sector) == (title, country, code)
