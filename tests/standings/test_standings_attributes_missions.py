"""What the attributes of missions say: the seat's city, the envoy's name, the number of diplomats."""

import pytest

from dragoman import events, reports
from dragoman.events.tree import Tree
from dragoman.reading import rooms
from dragoman.standings.attributes.missions import attributes
from dragoman.standings.lexicon import relemmatise
from dragoman.standings.sides import Sides
from dragoman.standings.worded import worded

# text, value, attributes
CASES = [
    ("Ghana closed its embassy in Ottawa.", "closed", {"place": "Ottawa"}),
    ("Ghana closed its embassy in Canada.", "closed", {}),
    ("The Polish consulate in Grodno was shut.", "closed", {"place": "Grodno"}),
    ("Chad expelled the Libyan ambassador, Omar Salem.", "expelled", {"envoy": "Omar Salem"}),
    ("Chad expelled the Libyan ambassador.", "expelled", {}),
    ("Malawi appointed Joseph Banda as high commissioner to Zambia.", "appointed", {"envoy": "Joseph Banda"}),
    ("Norway expelled four Syrian diplomats.", "expelled", {"count": 4}),
    ("Estonia sent home 15 Russian diplomats in 2018.", "expelled", {"count": 15}),
    ("Denmark has cut its mission in Kathmandu to three diplomats.", "reduced", {"place": "Kathmandu", "count": 3}),
    ("Peru recalled its ambassador to Chile, Ana Soto.", "recalled", {"envoy": "Ana Soto"}),
]


def drafts(text):
    report = reports.from_text(text, published="2015-06-16")
    seen = rooms(report)
    coded = events.given(events.code(report, seen.doc, seen.cast, seen.calendar, seen.voices, atlas=seen.atlas), None)
    tree = Tree(seen.doc)
    relemmatise(tree)
    sides = Sides(tree, seen.cast, seen.voices, coded)
    return tree, seen.cast, list(worded(tree, sides, frozenset()))


@pytest.mark.parametrize(("text", "value", "wanted"), CASES, ids=[c[0][:40] for c in CASES])
def test_attributes_of_a_mission(text, value, wanted):
    tree, cast, found = drafts(text)
    assert [attributes(tree, cast, d) for d in found if (d.topic, d.value) == ("mission", value)] == [wanted]


def test_other_topics_have_none():
    tree, cast, found = drafts("Finland urged its citizens to leave Chad.")
    assert found
    assert all(attributes(tree, cast, d) == {} for d in found if d.topic != "mission")
