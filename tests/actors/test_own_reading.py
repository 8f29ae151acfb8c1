"""Reports read with own actors: names, acronyms and surnames at the day, the same bytes, the digest in the reading."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.actors import own, own_store
from dragoman.reading import coder
from dragoman.records import Actor

TABLE = """name,kind,country,sector,title,of,start,end,aliases,acronyms
Amina Wanjala,person,KEN,,foreign minister,,2013-04-01,2016-06-30,Amina W. Wanjala,
Amina Wanjala,person,KEN,OPP,leader,Lake Reform Party,2016-07,,,
Lake Reform Party,party,KEN,,,,2001,,Reform Party of the Lake,LRP
Grey Hill Brigade,armed group,UGA,,,,,,Greycoats,
Tano Oil,company,UGA,,,,,,,
Somebody Unknown,person,,,,,,,,
"""
TEXT = (
    "NAIROBI, {day} (Reuters) - Amina Wanjala on Friday accused the Greycoats of shelling a village.\n\n"
    '"We will not wait," Wanjala told reporters. The LRP demanded an apology from Tano Oil.\n'
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    table = tmp_path / "own.csv"
    table.write_text(TABLE, encoding="utf-8")
    with own_store.using(tmp_path / "store.csv"):
        own.add(table)
        yield tmp_path / "store.csv"


def actors(text: str) -> dict[str, Actor]:
    reading = dragoman.read(text)
    found = [s.speaker for s in reading.statements if s.speaker]
    found += [actor for event in reading.events for actor in (*event.actors, *event.recipients)]
    return {actor.id: actor for actor in found}


@pytest.mark.parametrize(("day", "sector", "acts_for"), [
    ("May 9, 2014", "GOV", "KEN"),
    ("May 11, 2018", "OPP", "ken:lake-reform-party"),
])  # fmt: skip
def test_own_actors_have_the_role_of_the_day(store: Path, day: str, sector: str, acts_for: str) -> None:
    found = actors(TEXT.format(day=day))
    person = found["person:amina-wanjala"]
    assert (person.name, person.country, person.sector, person.acts_for) == ("Amina Wanjala", "KEN", sector, acts_for)
    assert (found["ken:lake-reform-party"].name, found["ken:lake-reform-party"].sector) == ("Lake Reform Party", "PTY")
    assert (found["uga:grey-hill-brigade"].name, found["uga:grey-hill-brigade"].sector) == ("Grey Hill Brigade", "REB")
    assert found["uga:tano-oil"].sector == "BUS"


def test_what_is_not_known_of_an_own_actor_is_not_said(store: Path) -> None:
    found = actors("QUITO, May 9, 2014 (Reuters) - Somebody Unknown said on Friday that the bridge was closed.")
    person = found["person:somebody-unknown"]
    assert (person.country, person.sector, person.acts_for) == (None, None, None)


def test_a_reading_names_the_actors_it_was_made_with(store: Path, tmp_path: Path) -> None:
    text = TEXT.format(day="May 9, 2014")
    first = dragoman.read(text)
    assert first.coder == f"{first.coder.rpartition(' / ')[0]} / actors {own.mark()}"
    assert dragoman.read(text).to_json() == first.to_json()
    with own_store.using(tmp_path / "none.csv"):
        without = dragoman.read(text)
        assert "actors" not in without.coder == coder()
        assert without.to_json() != first.to_json()
    with own_store.using(tmp_path / "copy.csv"):  # the same actors from a file of another name
        other = tmp_path / "other.csv"
        other.write_text(TABLE, encoding="utf-8")
        own.add(other)
        assert dragoman.read(text).to_json() == first.to_json()


def test_actors_added_in_the_process_count_at_once(store: Path, tmp_path: Path) -> None:
    text = "LIMA, May 9, 2014 (Reuters) - The HLF accused Peru of lying."
    assert not any(actor.name == "Hill Front" for actor in actors(text).values())
    more = tmp_path / "more.csv"
    more.write_text("name,kind,country,acronyms\nHill Front,armed group,PER,HLF\n", encoding="utf-8")
    before = own.mark()
    own.add(more)
    assert own.mark() != before
    assert actors(text)["per:hill-front"].sector == "REB"
