"""Clauses in the many wordings of newswire, with the event each tells, and clauses that tell none."""

import csv
from functools import cache
from pathlib import Path

import pytest

from dragoman.codebook import codebook
from dragoman.records import Actor, Event, Status

HERE = Path(__file__).parent
TABLES = ("first", "second", "third")

# Shares of a table that must be right: parsers get some wrong, each release different ones.
TYPED = 0.88
FULL = 0.82
LOUD = 2

# Types in which the text does not always say who did it to whom.
MUTUAL = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "ASSAULT", "RETREAT"})

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    with (HERE / f"wording_{table}.tsv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def named(side: tuple[Actor, ...], wanted: str) -> bool:
    return not wanted or any(wanted == a.country or wanted.lower() in a.name.lower() for a in side)


def fits(event: Event, row: Row) -> bool:
    ones, others = row["actor"], row["recipient"]
    straight = named(event.actors, ones) and named(event.recipients, others)
    turned = row["type"] in MUTUAL and named(event.actors, others) and named(event.recipients, ones)
    mode = not row["mode"] or event.mode == row["mode"]
    return (straight or turned) and mode and (not row["status"] or event.status == Status(row["status"]))


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sound(table: str) -> None:
    for row in rows(table):
        assert row["type"] == "-" or row["type"] in codebook().types
        assert not row["mode"] or row["mode"] in codebook().types[row["type"]].modes
    assert table != "first" or {r["type"] for r in rows(table)} == set(codebook().types) | {"-"}


@pytest.mark.parametrize("table", TABLES)
def test_most_wordings_are_read(code, table: str) -> None:  # type: ignore[no-untyped-def]
    told = [(row, [e for e in code(row["text"]) if e.type == row["type"]]) for row in rows(table) if row["type"] != "-"]
    missed = [row["text"] for row, found in told if not found]
    wrong = [row["text"] for row, found in told if not any(fits(event, row) for event in found)]
    assert len(missed) <= (1 - TYPED) * len(told), missed
    assert len(wrong) <= (1 - FULL) * len(told), wrong


@pytest.mark.parametrize("table", TABLES)
def test_other_news_is_silent(code, table: str) -> None:  # type: ignore[no-untyped-def]
    loud = [row["text"] for row in rows(table) if row["type"] == "-" and code(row["text"])]
    assert len(loud) <= LOUD, loud


def test_evacuation_of_ones_own_mission_is_from_its_host(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Jordan closed its embassy in Sanaa on Monday after a blast near the building.\n\n"
        "Two guards were hurt, the Jordanian embassy said.\n\nTurkey evacuated its own mission last week."
    )
    (event,) = [e for e in code(text) if e.type == "RETREAT"]
    assert {a.country for a in event.actors} == {"TUR"}
    assert {a.country for a in event.recipients} == {"YEM"}
