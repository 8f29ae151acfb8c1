"""Filters over the statements of a reading: each alone, several values, several filters, days."""

import pickle
from dataclasses import replace
from datetime import date

import pytest

from dragoman.cli.quotes_wanted import wanted
from dragoman.records import Actor, Anchor, Event, Form, Precision, Reading, Report, Statement, Status, When

TEXT = (
    "Peru sanctioned two banks, President Vladimir Putin said. Chile said its neighbour should pay. "
    "“Taiwanese firms told us,” Ana Dias said. Ana Dias said Putin would go to South Sudan."
)
PUBLISHED = date(2009, 5, 10)
PERU, CHILE = Actor("PER", "Peru", "PER", "GOV"), Actor("CHL", "Chile", "CHL", "GOV")
DIAS = Actor("person:ana-dias", "Ana Dias", "PRT", "GOV", acts_for="PRT")
PUTIN = Actor("person:vladimir-putin", "Vladimir Putin", "RUS", "GOV", acts_for="RUS")


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def statement(id: str, speaker: Actor | None, words: str, form: Form, when: When | None = None) -> Statement:
    return Statement(id, speaker, (at(words),), form, (at(words),), 0.9, "hand", date=when)


def days(start: str | None, end: str | None) -> When:
    ends = [date.fromisoformat(day) if day else None for day in (start, end)]
    return When(ends[0], ends[1], Precision.INTERVAL, Anchor.PUBLISHED)


STATEMENTS = (
    statement("bank", PUTIN, "Peru sanctioned two banks", Form.INDIRECT, days("2009-05-01", "2009-05-03")),
    statement("pay", CHILE, "its neighbour should pay", Form.MIXED, days(None, "2009-04-30")),
    statement("firms", DIAS, "Taiwanese firms told us", Form.DIRECT),
    statement("go", None, "Putin would go to South Sudan", Form.INDIRECT, days("2009-05-09", None)),
)
NEIGHBOUR = Event(
    "e", "DEMAND", None, at("pay"), (replace(PERU, mention=at("neighbour")),), (CHILE,), Status.HAPPENED, (at("pay"),),
    0.5, "hand",
)  # fmt: skip
READING = Reading(Report("r", TEXT, published=PUBLISHED), STATEMENTS, (NEIGHBOUR,), (), (), "hand")

# filters, ids of the statements that pass
CASES = (
    ({}, "bank pay firms go"),
    ({"speakers": ("Chile",)}, "pay"),
    ({"speakers": ("CHL", "dias")}, "pay firms"),
    ({"speakers": ("Ecuador",)}, ""),
    ({"forms": ("direct",)}, "firms"),
    ({"forms": ("direct", "mixed")}, "pay firms"),
    ({"forms": ("mixed",), "speakers": ("Dias",)}, ""),
    ({"about": ("sanctions",)}, "bank"),
    ({"about": ("BANK", "firm")}, "bank firms"),
    ({"about": ("two bank",)}, "bank"),
    ({"about": ("bank two",)}, ""),
    ({"about": ("Peru",)}, "bank pay"),  # the event tells which neighbour is meant
    ({"about": ("PER",)}, "bank pay"),
    ({"about": ("Taiwan",)}, "firms"),
    ({"about": ("TWN",)}, "firms"),
    ({"about": ("Sudan",)}, ""),
    ({"about": ("south sudan",)}, "go"),
    ({"about": ("vladimir putin",)}, "go"),  # the report has the full name elsewhere
    ({"about": ("us",)}, "firms"),
    ({"about": ("US",)}, ""),
    ({"about": ("USA",)}, ""),
    ({"about": ("President",)}, ""),  # stands outside the words said
    ({"since": "2009-05-03"}, "bank firms go"),
    ({"since": "2009-05-04"}, "firms go"),
    ({"until": "2009-04-01"}, "pay"),
    ({"until": "2009-05-01"}, "bank pay"),
    ({"since": "2009-05-10", "until": "2009-05-10"}, "firms go"),
    ({"since": "2009-05-11"}, "go"),
)


@pytest.mark.parametrize(("filters", "ids"), CASES)
def test_what_passes(filters, ids):
    filters = {k: date.fromisoformat(v) if isinstance(v, str) else v for k, v in filters.items()}
    assert [statement.id for statement in wanted(**filters).of(READING)] == ids.split()


def test_a_surname_alone_is_not_the_leader():
    elsewhere = replace(READING, report=replace(READING.report, text=TEXT.replace("Vladimir", "Grigorij")))
    assert wanted(about=("Vladimir Putin",)).of(elsewhere) == ()


def test_without_any_date_nothing_is_in_time():
    undated = replace(READING, report=replace(READING.report, published=None))
    assert [s.id for s in wanted(since=date(1990, 1, 1)).of(undated)] == ["bank", "pay", "go"]


def test_filters_go_to_other_processes():
    filters = wanted(speakers=("RUS",), about=("Peru",), forms=("indirect",), since=date(2009, 5, 1))
    assert pickle.loads(pickle.dumps(filters)) == filters
    assert [s.id for s in pickle.loads(pickle.dumps(filters)).of(READING)] == ["bank"]


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"speakers": ("",)}, "--speaker: '' has no word"),
        ({"about": ("?!",)}, "--about: '\\?!' has no word"),
        ({"since": date(2001, 1, 2), "until": date(2001, 1, 1)}, "--until 2001-01-01 is before --since 2001-01-02"),
    ],
)
def test_what_cannot_be_meant_is_said(filters, said):
    with pytest.raises(ValueError, match=said):
        wanted(**filters)
