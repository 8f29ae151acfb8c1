"""The pages docs/standings/TOPIC.md: every value is explained, and what the tables of values say is what is read."""

import re
from functools import cache
from pathlib import Path

import pytest

from dragoman.codebook import codebook
from dragoman.reading import read

FOLDER = Path(__file__).parents[2] / "docs" / "standings"
TOPICS = sorted(codebook().topics)


@cache
def examples(topic):
    """The rows of the page's table of values: value, meaning, example, holder, subject."""
    lines = (FOLDER / f"{topic}.md").read_text(encoding="utf-8").splitlines()
    cells = [[c.strip() for c in line.strip().strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in cells if len(row) == 5 and row[0] in codebook().topics[topic].values]


@pytest.mark.parametrize("topic", TOPICS)
def test_the_page_explains_every_value(topic):
    assert {row[0] for row in examples(topic)} == set(codebook().topics[topic].values)


@pytest.mark.parametrize("topic", TOPICS)
def test_the_page_gives_measured_rates(topic):
    text = (FOLDER / f"{topic}.md").read_text(encoding="utf-8")
    assert "<!-- rates -->" not in text
    assert re.search(r"## Measured\n+\|", text)


def is_called(actor, wanted):
    if wanted in ("", "-"):
        return True
    if actor is None:
        return False
    return (len(wanted) == 3 and wanted.isupper() and actor.country == wanted) or wanted in actor.name


@pytest.mark.parametrize(("topic", "value"), [(t, v) for t in TOPICS for v in codebook().topics[t].values], ids=str)
def test_the_example_of_a_value_is_read_so(topic, value):
    rows = [row for row in examples(topic) if row[0] == value]
    for _, _, text, holder, subject in rows:
        standings = [s for s in read(text.strip('"'), published="2015-06-16").standings if s.topic == topic]
        pairs = [(s.holder, s.subject) for s in standings if s.value == value]
        if codebook().topics[topic].symmetric:
            pairs += [pair[::-1] for pair in pairs]
        assert any(is_called(one, holder) and is_called(other, subject) for one, other in pairs), (text, pairs)
