"""Sentences of recognition to its basis and to what is recognised: a state or a government."""

import pytest

from dragoman import language
from dragoman.events.tree import Tree
from dragoman.standings.attributes.recognition import attributes
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import relemmatise
from dragoman.standings.slots import NOBODY, Side

# sentence, anchor, a word of the subject, basis, of
CASES = (
    ("Norway recognised South Sudan as an independent state in July 2011.", "recognised", "Sudan", "", "state"),
    (
        "Sudan extended de facto recognition to the council in Benghazi.",
        "recognition",
        "council",
        "de facto",
        "government",
    ),
    ("Britain granted de jure recognition to the Soviet Union.", "recognition", "Union", "de jure", ""),
    ("Kenya has yet to recognise the junta in Niamey.", "recognise", "junta", "", "government"),
    (
        "Russia formally recognised the Taliban as the government of Afghanistan.",
        "recognised",
        "Taliban",
        "de jure",
        "government",
    ),
    ("Chad accepted the independence of Eritrea in 1993.", "accepted", "Eritrea", "", "state"),
    ("Serbia does not recognise Kosovo's independence.", "recognise", "Kosovo", "", "state"),
    ("Ghana recognised the rebels.", "recognised", "rebels", "", ""),
    ("Turkey has in practice recognised the council.", "recognised", "council", "de facto", "government"),
)


def drafted(text, anchor, subject, topic="recognition"):
    tree = Tree(language.parse(text))
    relemmatise(tree)
    words = [token.text for token in tree.tokens]
    side = Side((), (words.index(subject),))
    return tree, Draft(words.index(anchor), topic, "granted", "plain", NOBODY, side, "", 0.5)


@pytest.mark.parametrize(("text", "anchor", "subject", "basis", "of"), CASES, ids=[case[0][:30] for case in CASES])
def test_attributes(text, anchor, subject, basis, of):
    wanted = {"basis": basis, "of": of}
    assert attributes(*drafted(text, anchor, subject)) == {key: value for key, value in wanted.items() if value}


def test_other_topics_have_none():
    assert attributes(*drafted(*CASES[0][:3], topic="relations")) == {}
