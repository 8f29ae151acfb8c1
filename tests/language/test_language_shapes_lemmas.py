"""The tables of examples of word shapes and lemma rules hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import lemmas
from dragoman.language.shapes import EXAMPLES, SHAPES, shape


@pytest.mark.parametrize(("word", "name"), EXAMPLES)
def test_shape(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


@pytest.mark.parametrize(("form", "lemma", "rule"), lemmas.EXAMPLES)
def test_lemma_rule(form: str, lemma: str, rule: str) -> None:
    assert lemmas.rule(form, lemma) == rule
    assert lemmas.apply(rule, form) == lemma


@given(st.text(alphabet="abcXYZ-é", min_size=1), st.text(alphabet="abcxyz-é", min_size=1))
def test_lemma_rules_give_back_small_lemmas(form: str, lemma: str) -> None:
    assert lemmas.apply(lemmas.rule(form, lemma), form) == lemma


def test_a_rule_never_cuts_more_than_the_word() -> None:
    assert lemmas.apply("l|9|", "Goma") == "goma"


@pytest.mark.parametrize(("word", "tag", "lemma"), lemmas.ENDINGS)
def test_endings_against_a_vocabulary(word: str, tag: str, lemma: str) -> None:
    known = {e[2] for e in lemmas.ENDINGS}
    assert lemmas.lemma(word, tag, word[:-1], known) == lemma


@pytest.mark.parametrize(("word", "tag", "lemma"), lemmas.ENDINGS)
def test_endings_without_a_vocabulary(word: str, tag: str, lemma: str) -> None:
    assert lemmas.lemma(word, tag, word[:-1], frozenset()) == lemma


@pytest.mark.parametrize(
    ("word", "proposed", "lemma"),
    (
        ("allies", "allie", "ally"),  # Allie is a name of the vocabulary
        ("rallies", "rallie", "rally"),
        ("movies", "movie", "movie"),
        ("causes", "cause", "cause"),
        ("surpluses", "surpluse", "surplus"),
        ("calories", "calory", "calorie"),
    ),
)
def test_plurals_by_the_words_of_the_vocabulary(word: str, proposed: str, lemma: str) -> None:
    known = {"allie", "ally", "rallie", "rally", "movie", "cause", "surplus"}
    assert lemmas.lemma(word, "NNS", proposed, known) == lemma
