"""Sentences of our own through the trained parser: ends of contents (cuts.tsv), days of speech (days.tsv)."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman.records import Report
from dragoman.speech.occasions import EXAMPLES, occasion
from dragoman.speech.tree import Tree

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "dragoman" / "language" / "model" / "model.onnx"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the trained language layer is not in this checkout")


def rows(name):
    lines = (HERE / name).read_text("utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def parsed(text):
    from dragoman.language import parse

    return parse(text)


@cache
def read(text, published):
    from dragoman.actors import resolve
    from dragoman.speech import find
    from dragoman.times import Calendar

    doc, report = parsed(text), Report("r", text, published=date.fromisoformat(published))
    return find(report, doc, resolve(report, doc), Calendar(report, doc))


@pytest.mark.parametrize("row", rows("cuts.tsv"), ids=lambda row: f"{row['cue']}: {row['content'][:40]}")
def test_content_ends_before_who_says_it(row):
    text = row["text"]
    found = [s.content for s in read(text, "2002-02-08") if s.cue and text[slice(*s.cue)] == row["cue"]]
    assert ["|".join(text[a:b] for a, b in content) for content in found] == [row["content"]]


@pytest.mark.parametrize("row", rows("days.tsv"), ids=lambda row: f"{row['cue']} {row['day']}: {row['text'][:40]}")
def test_day_of_speaking(row):
    text = row["text"].replace("||", "\n\n")
    found = [s for s in read(text, row["published"]) if s.cue and text[slice(*s.cue)] == row["cue"]]
    assert found
    assert str(found[-1].date.start if found[-1].date else "") == row["day"]


@pytest.mark.parametrize(("told", "new"), EXAMPLES)
def test_occasion_told_before(told, new):
    for text, known in ((told, True), (new, False)):
        tree = Tree(parsed(text))
        assert occasion(tree, tree.low.index("said")) is known


def test_said_gives_the_day_of_the_cue_alone():
    from dragoman.speech import Voices

    text = "Niger denied on Sunday that it had sold the ore."
    voices = Voices(parsed(text), read(text, "1991-03-05"))
    days = {t.text: voices.said(t) for t in parsed(text)}
    assert days["denied"].start == date(1991, 3, 3)
    assert days["sold"] is None


@pytest.mark.parametrize("end", ["stopped short of saying", "left the room without saying"])
def test_what_is_not_said_is_no_statement(end):
    assert read(f"Oman {end} that it would pay.", "1999-05-06") == ()
