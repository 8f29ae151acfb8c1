"""Who says a quotation that has no cue, and which quotations are nobody's speech; trees from trees_marks.tsv."""

from pathlib import Path

import pytest
from speech_stand_ins import read_trees

from dragoman.speech.attributions import Finder
from dragoman.speech.goes_on import continued
from dragoman.speech.scare import GROUNDS, ground
from dragoman.speech.tree import Tree

DOCS = read_trees(Path(__file__).with_name("trees_marks.tsv"))

# text, and for each attribution by quotation: source, cue, words
CASES = [
    ('"We go," Ana Lima said. "They stay."', [("Ana Lima", "said", ["We go,", "They stay."])]),
    (
        '"We go," Ana Lima said on the show "Morning in Lagos." "They stay there."',
        [("Ana Lima", "said", ["We go,", "They stay there."])],
    ),
    (
        '"We go," Ana Lima said. She pointed at the bridge. "They stay where they are."',
        [("Ana Lima", "said", ["We go,", "They stay where they are."])],
    ),
    (
        '"We go," Ana Lima said, adding, "They stay."',
        [("Ana Lima", "said", ["We go,"]), ("Ana Lima", "adding", ["They stay."])],
    ),
    ('Joao Pombo was blunt.\n\n"We shall not sell the port."', [("Joao Pombo", "", ["We shall not sell the port."])]),
    (
        "The ministry issued a statement on Monday that some envoys had expected.\n\n"
        '"The border is closed to all trucks."',
        [("The ministry", "", ["The border is closed to all trucks."])],
    ),
    (
        '"The border is closed to all trucks."\n\nThat was the message of Ana Lima, the mayor of Beira.',
        [("Ana Lima, the mayor of Beira", "", ["The border is closed to all trucks."])],
    ),
    (
        '"The border is closed to all trucks."\n\n- Ana Lima, mayor of Beira\n\nTrucks turned back.',
        [("Ana Lima", "", ["The border is closed to all trucks."])],
    ),
    (
        'Ana Lima spoke first. "We shall go," she said.\n\nJoao Pombo was less sure. "They may stay for years."',
        [("she", "said", ["We shall go,"]), ("Joao Pombo", "", ["They may stay for years."])],
    ),
    (
        '"Vote no on Sunday," read one banner. The letter began: "We want the road."',
        [("one banner", "read", ["Vote no on Sunday,"]), ("The letter", "began", ["We want the road."])],
    ),
    ('"The army has left the town!"\n\nTrucks turned back.', [("", "", ["The army has left the town!"])]),
    (
        'Ana Lima, nurse "We shall go when they go."\n\nTrucks turned back.',
        [("Ana Lima, nurse", "", ["We shall go when they go."])],
    ),
    (
        '"The border is closed to all trucks." ― Ana Lima\n"We shall go when they go." ― Joao Pombo',
        [
            ("Ana Lima", "", ["The border is closed to all trucks."]),
            ("Joao Pombo", "", ["We shall go when they go."]),
        ],
    ),
    (
        '"We go," Ana Lima said.\n\nTrucks turned back at noon. "They stay where they are!"',
        [("Ana Lima", "said", ["We go,"]), ("", "", ["They stay where they are!"])],
    ),
    (
        'Joao Pombo said that "the road is open. The bridge is not."',
        [("Joao Pombo", "said", ["the road is open. The bridge is not."])],
    ),
]
BY_QUOTATION = frozenset({"quote", "goes_on", "introduced", "named.after", "label", "loose", "colon", "say.that"})


def words(text, spans):
    return " ".join(text[slice(*span)] for span in spans)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speaker_of_a_quotation(text, expected):
    finder = Finder(Tree(DOCS[text]))
    found = [a for a in continued(finder.page, finder.all()) if a.rule in BY_QUOTATION and not a.depth]
    said = [(words(text, a.source), words(text, a.cue), [text[slice(*span)] for span in a.content]) for a in found]
    assert said == expected


def test_paragraph_that_is_all_quotation_is_a_statement_of_its_own_but_one_attribution():
    text = '"We go," Ana Lima said on Monday.\n\n"They stay where they are."\n\nTrucks turned back.'
    finder = Finder(Tree(DOCS[text]))
    apart = continued(finder.page, finder.all())
    assert [words(text, a.content) for a in apart] == ["We go,", "They stay where they are."]
    assert {words(text, a.source) for a in apart} == {"Ana Lima"}
    (one,) = continued(finder.page, finder.all(), across=True)
    assert words(text, one.content) == "We go, They stay where they are."


@pytest.mark.parametrize("row", GROUNDS, ids=[row.id for row in GROUNDS])
def test_quotations_that_are_nobodys_speech(row):
    dropped, kept = Finder(Tree(DOCS[row.drops])), Finder(Tree(DOCS[row.keeps]))
    assert [ground(dropped.tree, q) for q in dropped.page.quotations] == [row.id]
    assert not [a for a in dropped.all() if a.rule in BY_QUOTATION]
    assert [ground(kept.tree, q) for q in kept.page.quotations] == [None]
    assert [a.rule for a in kept.all()]
