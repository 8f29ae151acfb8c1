"""The tables standings_worded*.tsv (sentence, topic, value, holder, subject or "silent") through the whole pipeline."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from dragoman.codebook import codebook
from dragoman.reading import read

UNORDERED = ("relations", "agreement", "hostilities")
# The share of the rows of a topic that must be found. Rows that are not are kept: they show the limits.
FLOOR = 0.8


@cache
def rows():
    paths = sorted(Path(__file__).parent.glob("standings_worded*.tsv"))
    return [
        row
        for path in paths
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


def is_called(actor, wanted):
    """Whether an actor has the country, or a name with the word; an empty wish is always fulfilled."""
    if not wanted:
        return True
    if actor is None:
        return False
    return (len(wanted) == 3 and wanted.isupper() and actor.country == wanted) or wanted in actor.name


def is_right(row, standing):
    if (standing.topic, standing.value) != (row["topic"], row["value"]):
        return False
    pair = (standing.holder, standing.subject)
    pairs = (pair, pair[::-1]) if standing.topic in UNORDERED else (pair,)
    return any(is_called(one, row["holder"]) and is_called(other, row["subject"]) for one, other in pairs)


@cache
def found():
    """For each topic, whether each of its rows is found."""
    shares = defaultdict(list)
    for row in rows():
        if row["value"] != "silent":
            standings = read(row["text"], published="2010-05-12").standings
            shares[row["topic"]].append(any(is_right(row, s) for s in standings))
    return shares


@pytest.mark.parametrize("topic", sorted(codebook().topics))
def test_most_wordings_of_a_topic_are_found(topic):
    right = found()[topic]
    assert len(right) >= 10
    assert sum(right) >= FLOOR * len(right)


@pytest.mark.parametrize("row", [r for r in rows() if r["value"] == "silent"], ids=lambda row: row["text"][:40])
def test_near_misses_stay_silent(row):
    standings = read(row["text"], published="2010-05-12").standings
    assert [s.made_by for s in standings if row["topic"] in ("any", s.topic)] == []


def test_the_subject_is_the_place_in_the_object_not_another_of_the_report():
    text = "Officials met in Amman on Monday. Hezbollah fighters hold parts of the suburb of Daraya Gharbiya."
    (held,) = [s for s in read(text).standings if s.topic == "control"]
    assert "Daraya" in held.subject.name


def test_evidence_holds_what_is_feared():
    text = "Poland fears that Belarus will close the border."
    (fear,) = [s for s in read(text).standings if s.topic == "concern"]
    assert "close the border" in text[slice(*fear.evidence[0])]
