"""Sentences that go on with the day of the one before (OPENINGS), and acts whose phrase hangs on another word."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.records import Report
from dragoman.times import Calendar
from dragoman.times.carried import OPENINGS

MODEL = Path(__file__).parents[2] / "dragoman" / "language" / "model" / "model.onnx"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the trained language layer is not in this checkout")
ACTS = {"exchange": ("freed", "free"), "pronoun": ("agreed", "agreed"), "state": ("arrested", "had")}
DAYS = (  # (text, act, first day, last day), read on 22 March 2000
    (
        "Bolivia refused on Monday to free the pilot, dismissing the note.",
        "dismissing",
        date(2000, 3, 20),
        date(2000, 3, 20),
    ),
    (
        "Ghana has demanded payment for two traders shot by Togolese guards in January.",
        "shot",
        date(2000, 1, 1),
        date(2000, 1, 31),
    ),
    ("Ghana has demanded payment for two traders shot by Togolese guards in January.", "demanded", None, None),
    ("The nurses have been held since a raid in May 1999.", "held", date(1999, 5, 1), date(2000, 3, 22)),
    ("The nurses have been held since a raid in May 1999.", "raid", date(1999, 5, 1), date(1999, 5, 31)),
    (
        "In a statement faxed to reporters on Sunday the group rejected the offer.",
        "rejected",
        date(2000, 3, 19),
        date(2000, 3, 19),
    ),
    ("The envoy was summoned on Monday. He told reporters little.", "told", date(2000, 3, 20), date(2000, 3, 20)),
    ("The envoy has been summoned twice since Monday. He told reporters little.", "told", None, None),
    (
        "The mayor told reservists so on Monday. She went on to accuse Quito of theft.",
        "accuse",
        date(2000, 3, 20),
        date(2000, 3, 20),
    ),
    ("The mayor told reservists so on Monday. She wants to accuse Quito of theft.", "accuse", None, None),
    ("Rebels broke the truce by shelling a village on Sunday.", "broke", date(2000, 3, 19), date(2000, 3, 19)),
)


def when(text, act, published=date(2000, 3, 22)):
    from dragoman.language import parse

    doc = parse(text)
    tokens = [t for t in doc if t.text == act]
    found = Calendar(Report("r", text, published=published), doc).of(tokens[-1])
    return (found.start, found.end) if found else (None, None)


@pytest.mark.parametrize("opening", OPENINGS, ids=lambda o: o.id)
def test_opening_carries_the_day_over_or_not(opening):
    yes, no = ACTS[opening.id]
    assert when(opening.goes_on, yes)[0] == date(2000, 3, 20)
    assert when(opening.does_not, no)[0] is None


@pytest.mark.parametrize(("text", "act", "first", "last"), DAYS)
def test_act_whose_phrase_hangs_on_another_word(text, act, first, last):
    assert when(text, act) == (first, last)


def test_a_new_paragraph_carries_nothing_over():
    text = "Police raided a house in Davao on Monday.\n\nThey arrested nine men."
    assert when(text, "arrested") == (None, None)
