import pytest

from dragoman import language, reports, speech, times
from dragoman.actors import resolve
from dragoman.events.tree import Tree
from dragoman.standings.attributes.control import attributes
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import relemmatise
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side
from dragoman.standings.worded import worded

CASES = [
    ("The Taliban captured the town of Bagram from the Northern Alliance on Sunday.", "Bagram", "Alliance"),
    ("Chadian troops drove Libyan soldiers from Fada in a single day.", "Fada", "Libya"),
    ("The Syrian army has pushed Islamic State out of Palmyra.", "Palmyra", "Islamic State"),
    ("UNITA wrested the town of Kuito from the Angolan army.", "Kuito", "Angolan army"),
    ("Iraqi troops recaptured Ramadi, held by Islamic State since May.", "Ramadi", "Islamic State"),
    ("Ethiopian troops took control of Kismayo.", "Kismayo", None),
    ("Libyan rebels captured Brega on Friday from the sea.", "Brega", None),
]


def drafts(text):
    report = reports.from_text(text)
    doc = language.parse(text)
    cast = resolve(report, doc)
    voices = speech.Voices(doc, speech.find(report, doc, cast, times.Calendar(report, doc)))
    tree = Tree(doc)
    relemmatise(tree)
    return tree, cast, list(worded(tree, Sides(tree, cast, voices, ()), frozenset()))


@pytest.mark.parametrize(("text", "place", "lost_by"), CASES)
def test_from_whom_a_place_was_seized(text, place, lost_by):
    tree, cast, found = drafts(text)
    seized = [d for d in found if d.value == "seized" and any(place in a.name for a in d.subject.actors)]
    assert seized
    names = [attributes(tree, cast, d).get("taken_from") for d in seized]
    if lost_by is None:
        assert names == [None] * len(names)
    else:
        assert any(name and lost_by in name for name in names)


def test_only_what_is_seized_has_it():
    draft = Draft(0, "control", "held", "plain", Side(), Side(), "wording:x", 0.5)
    tree, cast, _ = drafts("The rebels hold Goma.")
    assert attributes(tree, cast, draft) == {}
