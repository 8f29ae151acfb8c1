from datetime import date

import pytest

from dragoman import events, reports
from dragoman.events.tree import Tree
from dragoman.reading import rooms
from dragoman.records import Anchor, Precision, When
from dragoman.standings.attributes.deadlines import deadline
from dragoman.standings.derived import derived
from dragoman.standings.lexicon import relemmatise
from dragoman.standings.promises import promised
from dragoman.standings.sides import Sides
from dragoman.standings.worded import worded

DAY = date(2015, 6, 16)  # a Tuesday

# A sentence, the topic, the day and the words of its deadline.
CASES = (
    ("Chad promised to free the men by the end of the month.", "pledge", "2015-06-30", "by the end of the month"),
    ("Peru demanded that Chile leave within 72 hours.", "demand", "2015-06-19", "within 72 hours"),
    ("Togo vowed on Monday to pay Ghana before Oct. 20.", "pledge", "2015-10-19", "before Oct. 20"),
    ("Ghana pledged to Togo to open the bridge within a year.", "pledge", "2016-06-16", "within a year"),
    ("Fiji promised Tonga to return the boats by Christmas.", "pledge", "2015-12-25", "by Christmas"),
    ("Iran called on Iraq to clear the road by Friday.", "demand", "2015-06-19", "by Friday"),
    (
        "Japan demanded that Russia return the crew no later than March 2016.",
        "demand",
        "2016-03-31",
        "no later than March 2016",
    ),
    ("Oman pledged to lend Yemen fuel before the end of July.", "pledge", "2015-07-31", "before the end of July"),
    ("Niger demanded on Monday that Mali free the men by Friday.", "demand", "2015-06-19", "by Friday"),
    ("Mali ordered Niger to hand over the men by 2017.", "demand", "2017-12-31", "by 2017"),
)
NONE = (
    ("Chad promised on Friday to free the men.", "pledge"),
    ("Peru demanded on Monday that Chile apologise for a raid by police last week.", "demand"),
    ("Kenya promised in 2013 to build Somalia a school.", "pledge"),
)


def found(text, topic):
    report = reports.from_text(text, published=DAY)
    seen = rooms(report)
    tree = Tree(seen.doc)
    relemmatise(tree)
    coded = events.code(report, seen.doc, seen.cast, seen.calendar, seen.voices, atlas=seen.atlas)
    coded = events.given(coded, None)
    sides = Sides(tree, seen.cast, seen.voices, coded)
    drafts = promised(tree, sides, [*derived(tree, sides, coded), *worded(tree, sides, frozenset())])
    rows = [deadline(tree, seen.calendar, seen.voices, d, published=DAY) for d in drafts if d.topic == topic]
    assert rows
    return rows


@pytest.mark.parametrize(("text", "topic", "day", "words"), CASES, ids=[case[3] for case in CASES])
def test_the_deadline_is_read(text, topic, day, words):
    assert {"deadline": day, "deadline_text": words} in found(text, topic)


@pytest.mark.parametrize(("text", "topic"), NONE, ids=[case[0][:30] for case in NONE])
def test_other_times_are_no_deadlines(text, topic):
    assert all(row == {} for row in found(text, topic))


def test_hours_count_from_the_day_of_the_demand():
    report = reports.from_text("Peru demanded that Chile leave within two days.", published=DAY)
    seen = rooms(report)
    tree = Tree(seen.doc)
    relemmatise(tree)
    coded = events.code(report, seen.doc, seen.cast, seen.calendar, seen.voices, atlas=seen.atlas)
    drafts = list(derived(tree, Sides(tree, seen.cast, seen.voices, coded), coded))
    asked = next(d for d in drafts if d.topic == "demand")
    asked.when = When(date(2015, 6, 1), date(2015, 6, 1), Precision.DAY, Anchor.STATED)
    assert deadline(tree, seen.calendar, seen.voices, asked, published=DAY)["deadline"] == "2015-06-03"
