"""Forms of words, numbers, determinism, and texts that are no reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import events, language
from dragoman.codebook import codebook
from dragoman.events.attributes import number
from dragoman.events.forms import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("expel", {"expels", "expelled", "expelling"}),
        ("withdraw", {"withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("cancel", {"canceled", "cancelled", "cancelling"}),
        ("seize", {"seized", "seizing"}),
        ("agree", {"agreed", "agreeing"}),
        ("visit", {"visited", "visiting"}),
        ("ban", {"banned", "banning"}),
    ],
)
def test_verb_forms(verb: str, forms: set[str]) -> None:
    assert forms <= set(verb_forms(verb))


def test_noun_forms() -> None:
    assert noun_forms("embassy") == ("embassy", "embassies")
    assert noun_forms("fisherman") == ("fisherman", "fishermen")


@pytest.mark.parametrize(
    ("word", "value"), [("nine", 9), ("1,200", 1200), ("forty-two", 42), ("some", None), ("²", None)]
)
def test_number(word: str, value: int | None) -> None:
    assert number(word) == value


def test_attributes_count_people(code) -> None:  # type: ignore[no-untyped-def]
    (event,) = [e for e in code("Turkish police arrested 60 Kurdish activists.") if e.type == "COERCE"]
    assert event.attributes["arrested"] == 60


def test_codes_agree_with_the_codebook(code) -> None:  # type: ignore[no-untyped-def]
    text = "Iran expelled two French diplomats. Canada imposed sanctions on Haiti. Peru praised Chile."
    for event in code(text):
        kind = codebook().types[event.type]
        assert event.quad == kind.quad
        assert event.mode is None or event.mode in kind.modes
        assert event.cameo in codebook().cameo
        assert event.goldstein == codebook().cameo[event.cameo].goldstein


def test_same_text_same_events(code) -> None:  # type: ignore[no-untyped-def]
    text = "Iran expelled two French diplomats on Monday and recalled its envoy. Paris condemned the move."
    assert code(text) == code(text)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_coded_without_an_error(text: str) -> None:
    doc = language.parse(text)
    events.relation(doc, (0, 3), (5, 9))
    events.pairs(doc)
