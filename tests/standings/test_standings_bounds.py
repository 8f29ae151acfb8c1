from datetime import date

import pytest

from dragoman import events, reports
from dragoman.events.tree import Tree
from dragoman.reading import rooms
from dragoman.standings.attributes.accords import attributes
from dragoman.standings.bounds import until
from dragoman.standings.lexicon import relemmatise
from dragoman.standings.sides import Sides
from dragoman.standings.worded import worded

DAY = date(2015, 6, 16)  # a Tuesday


def drafts(text, topic):
    """The drafts of one topic that wordings of `text` give, with the rooms they were read in."""
    seen = rooms(reports.from_text(text, published=DAY))
    tree = Tree(seen.doc)
    relemmatise(tree)
    coded = events.given(events.code(seen_report(text), seen.doc, seen.cast, seen.calendar, seen.voices), None)
    found = [d for d in worded(tree, Sides(tree, seen.cast, seen.voices, coded), frozenset()) if d.topic == topic]
    for draft in found:
        draft.when = seen.calendar.of(tree.tokens[draft.i])
    return seen, tree, found


def seen_report(text):
    return reports.from_text(text, published=DAY)


def bounds(text, topic):
    seen, tree, found = drafts(text, topic)
    assert found
    return [until(tree, seen.calendar, seen.voices, draft, DAY) for draft in found]


@pytest.mark.parametrize(
    ("text", "topic", "start", "end"),
    [
        (
            "The European Union extended its sanctions on Iran until the end of July.",
            "sanction",
            "2015-07-31",
            "2015-07-31",
        ),
        ("Russia prolonged its embargo on Poland through 2016.", "sanction", "2016-01-01", "2016-12-31"),
        ("Norway suspended aid to Malawi until 15 September 2015.", "sanction", "2015-09-15", "2015-09-15"),
        ("Australia renewed its sanctions on Fiji on Monday for six months.", "sanction", "2015-12-15", "2015-12-15"),
        (
            "Armenia remains bound by a defence pact with Russia that runs until 2044.",
            "agreement",
            "2044-01-01",
            "2044-12-31",
        ),
        ("Chad has a gas treaty with Niger that expires in 2042.", "agreement", "2042-01-01", "2042-12-31"),
        ("The transit treaty between Chad and Niger expires next January.", "agreement", "2016-01-01", "2016-01-31"),
        ("Chad on Monday renewed its lease with Niger for 20 years.", "agreement", "2035-06-15", "2035-06-15"),
    ],
)
def test_a_time_bounds_what_holds(text, topic, start, end):
    found = [when for when in bounds(text, topic) if when is not None]
    assert [(when.start, when.end) for when in found[:1]] == [(date.fromisoformat(start), date.fromisoformat(end))]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The European Union will keep its sanctions on Iran until the last prisoner is free.", "sanction"),
        ("Canada imposed sanctions on Iran in July.", "sanction"),
        ("Chad signed a treaty with Niger on Monday.", "agreement"),
        ("The transit treaty between Chad and Niger expired in March.", "agreement"),
        ("Russia extended its sanctions on Poland after talks that lasted until Sunday.", "sanction"),
    ],
)
def test_conditions_and_dates_of_acts_bound_nothing(text, topic):
    assert bounds(text, topic) == [None] * len(bounds(text, topic))


@pytest.mark.parametrize(
    ("text", "topic", "wanted"),
    [
        ("Chad signed a trade agreement with Niger.", "agreement", {"kind": "trade deal"}),
        ("Angola broke the Lusaka protocol with UNITA.", "agreement", {"kind": "protocol", "name": "Lusaka protocol"}),
        (
            "Russia left the INF Treaty with the United States.",
            "agreement",
            {"kind": "arms treaty", "name": "INF Treaty"},
        ),
        ("Ethiopia signed a memorandum with Somaliland.", "agreement", {"kind": "memorandum"}),
        ("Japan ended its extradition treaty with China.", "agreement", {"kind": "extradition treaty"}),
        ("Each side broke the truce between Chad and Libya.", "agreement", {"kind": "ceasefire"}),
        ("Canada lifted its arms embargo on Haiti.", "sanction", {"measure": "arms embargo"}),
        ("Canada froze the assets of nine Syrian officials.", "sanction", {"measure": "asset freeze"}),
        ("Norway suspended aid to Malawi.", "sanction", {"measure": "aid cut"}),
        ("China slapped tariffs on Australian wine.", "sanction", {"measure": "tariff"}),
        ("The African Union suspended Mali's membership.", "sanction", {"measure": "suspension of membership"}),
        ("Qatar closed its border with Saudi Arabia.", "sanction", {"measure": "border closure"}),
        ("Canada extended its travel ban on Belarus.", "sanction", {"measure": "travel ban"}),
    ],
)
def test_what_is_said_of_the_thing_itself(text, topic, wanted):
    _, tree, found = drafts(text, topic)
    assert attributes(tree, found[0]) == wanted


def test_other_topics_have_none():
    _, tree, found = drafts("Kenya recognised the new government of Niger.", "recognition")
    assert [attributes(tree, draft) for draft in found] == [{}] * len(found)
