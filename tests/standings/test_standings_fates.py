"""The table data/demand/fates.tsv: each row fires on its own example and not on its counterexample."""

import pytest

from dragoman import language
from dragoman.codebook import codebook
from dragoman.events.tree import Tree
from dragoman.reading import read
from dragoman.standings.fates import LIT, fate, rows
from dragoman.standings.lexicon import relemmatise


def fate_in(text):
    tree = Tree(language.parse(text))
    relemmatise(tree)
    found = fate(tree, tree.lower.index("demand"))
    return found.value if found else ""


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_the_example_has_its_fate(row):
    assert fate_in(row.yes) == row.fate


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_the_counterexample_has_none(row):
    assert fate_in(row.no) == ""


def test_fates_are_values_of_the_codebook():
    assert {row.fate for row in rows()} <= set(codebook().topics["demand"].values)
    assert {value for lights in LIT.values() for value in lights.values()} <= set(codebook().topics["demand"].values)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Chad asked Libya to free the pilots. Libya refused.", "refused"),
        ("Chad asked Libya to free the pilots. Libya complied within a day.", "met"),
        ("Chad asked Libya to free the pilots. The request was turned down.", "refused"),
        (
            'Chad urged Libya to leave the oasis. "We will not be dictated to," the Libyan foreign minister said.',
            "refused",
        ),
        ("Chad asked Libya to free the pilots. Niger refused.", "made"),
        ("Chad asked Libya to free the pilots. Libya refused to comment.", "made"),
        ("Chad asked Libya to free the pilots. Libya rejected the charge as baseless.", "made"),
        ("Chad asked Libya in vain to free the pilots.", "refused"),
        ("Libya will free the pilots, as Chad has demanded.", "made"),
        ("Libya has freed the pilots, as Chad had demanded.", "met"),
        ("Libya refuses to free the pilots, as Chad has demanded.", "refused"),
        ("Chad no longer demands that Libya free the pilots.", "withdrawn"),
    ],
)
def test_the_last_value_of_a_demand(text, value):
    found = [s for s in read(text, published="1994-03-02").standings if s.topic == "demand"]
    mine = [s for s in found if s.holder.name == "Chad" and s.subject is not None and s.subject.name == "Libya"]
    assert mine
    assert mine[-1].value == value


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Chad must leave the oasis, Libyan Foreign Minister Omar Sassi said.", [("Libya", "Chad")]),
        ("It is time for Chad to leave the oasis, Libyan Foreign Minister Omar Sassi said.", [("Libya", "Chad")]),
        ("Chad must leave the oasis, Chadian Foreign Minister Idriss Abba said.", []),
        ("The Chadian parliament asked the government of Chad to recognise Somaliland.", []),
        ("Libya threatened to close the border unless Chad freed the pilots.", [("Libya", "Chad")]),
    ],
)
def test_who_asks_whom(text, pairs):
    found = [s for s in read(text, published="1994-03-02").standings if s.topic == "demand"]
    assert [(s.holder.name, s.subject.name if s.subject else "") for s in found] == pairs
