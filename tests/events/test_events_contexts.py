"""Contexts: the table is sound, and 144 sentences of our own get the contexts they were labelled with.

contexts_cases.tsv: `contexts` must come, `may` can; anything else is wrong. `half` tells when a sentence was written:
"first" and "second" before the table was widened, "third" and "fourth" after it, each to see what unseen words do
(what was measured at that time is in docs/events.md).
"""

import csv
from functools import cache
from pathlib import Path

import pytest

from dragoman import language
from dragoman.codebook import codebook
from dragoman.events.contexts import MOST, NONE, contexts, keywords
from dragoman.events.lexicon import lexicon, table
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger

LINES = (Path(__file__).parent / "contexts_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader(LINES, delimiter="\t", quoting=csv.QUOTE_NONE))
# A rule whose CAMEO code is about nothing, so that the words alone decide.
PLAIN = next(rule for rule in lexicon().rules if rule.id == "clash")


def about(text: str, word: str, title: str | None = None) -> tuple[str, ...]:
    tree = Tree(language.parse(text))
    return contexts(tree, Trigger(tree.lower.index(word), PLAIN, ()), title)


@cache
def results() -> dict[str, tuple[set[str], set[str], set[str]]]:
    """Text -> the contexts found, those that must come, those that may."""
    return {
        row["text"]: (set(about(row["text"], row["trigger"])), set(row["contexts"].split()), set(row["may"].split()))
        for row in CASES
    }


def test_the_table_has_every_context_once() -> None:
    assert sorted(row["context"] for row in table("contexts.tsv")) == sorted(codebook().contexts)


def test_phrases_that_speak_for_none_are_longer_than_a_word() -> None:
    apart = [k for found in keywords().values() for k in found if k.context == NONE]
    assert len(apart) > 50
    assert all(len(k.words) > 1 for k in apart)


@pytest.mark.parametrize("row", table("contexts.tsv"), ids=lambda row: row["context"])
def test_no_word_stands_twice_in_a_row(row: dict[str, str]) -> None:
    words = [*row["strong"].split(", "), *filter(None, row["weak"].split(", "))]
    assert len(words) == len(set(words))
    assert all(word.partition("/")[0] == word.partition("/")[0].strip().lower() for word in words)
    assert all(word.partition("/")[2] in ("", "N", "V", "A") for word in words)


def test_labels_are_contexts_and_all_are_practised() -> None:
    assert len(CASES) >= 80
    for row in CASES:
        assert set(row["contexts"].split()) | set(row["may"].split()) <= set(codebook().contexts), row
    assert {name for row in CASES for name in row["contexts"].split()} == set(codebook().contexts)


def test_precision_and_recall() -> None:
    """Floors: precision of what is given, recall of what must be given."""
    given = sum(len(found) for found, _, _ in results().values())
    right = sum(len(found & (must | may)) for found, must, may in results().values())
    met = sum(len(found & must) for found, must, _ in results().values())
    asked = sum(len(must) for _, must, _ in results().values())
    assert right / given >= 0.95
    assert met / asked >= 0.85


def test_at_most_three() -> None:
    assert all(len(found) <= MOST for found, _, _ in results().values())


@pytest.mark.parametrize(
    ("text", "word", "named", "unnamed"),
    [
        ("Riot police fired tear gas at students.", "fired", "repression", "natural_resources"),
        ("Ghana met Ivory Coast in Accra.", "met", None, "trafficking"),
        ("The flood burst its banks and Peru asked for boats.", "asked", None, "economic"),
        ("Chad accused Sudan of arming rebels, and in Cairo the stock market fell.", "accused", None, "economic"),
        ("The World Bank froze its loans to Guinea.", "froze", "economic", None),
        ("Japan protested when a trawler was seized.", "protested", "natural_resources", None),
        ("Peru praised Chile.", "praised", None, "diplomatic"),
    ],
)
def test_phrases_and_clauses(text: str, word: str, named: str | None, unnamed: str | None) -> None:
    found = about(text, word)
    assert named is None or named in found
    assert unnamed not in found


def test_title_and_lead_only_lift_what_the_sentence_speaks_of() -> None:
    text = "Chad demanded the return of the tankers and of the fuel on board."
    assert "natural_resources" in about(text, "demanded", "Oil row between Chad and Libya grows")
    assert "health" not in about(text, "demanded", "Cholera vaccine row between Chad and Libya grows")


def test_no_key_word_no_context() -> None:
    assert about("Peru praised Chile.", "praised") == ()
    assert keywords()["world"]
