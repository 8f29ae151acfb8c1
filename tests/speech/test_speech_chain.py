"""Nested reporting: whose words, after whom, and what `Voices` says of tokens inside them."""

from datetime import date

import pytest
from speech_cases import misses, read

from dragoman.speech import Voices
from dragoman.speech.chain import PATTERNS


def test_the_links_are_those_that_a_reader_names():
    asked, wrong = misses("chains.txt")
    missed = [line for line in wrong if line.startswith("via ")]
    assert len(missed) <= 0.1 * asked["via"], "\n".join(missed)


def full(example):
    """The example of a pattern with a name for its pronoun and a clause for its content."""
    text = example.replace(" him ", " Ivo Tamm ").replace("He ", "Ivo Tamm ").replace(", he ", ", Ivo Tamm ")
    return text.replace("that A", "that troops had left the valley")


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.id)
def test_pattern_has_a_carrier_and_its_other_example_none(pattern):
    _, made = read(full(pattern.fires), "2001-03-07")
    assert any(s.according_to is not None for s in made)
    _, made = read(full(pattern.silent), "2001-03-07")
    assert all(s.according_to is None for s in made)


def chain_at(text, word, published="2001-03-07"):
    """Speakers from the innermost voice at `word` out to the report."""
    doc, made = read(text, published)
    voices = Voices(doc, made)
    token = next(t for t in doc if t.text == word)
    statement = voices.at(token)
    assert statement is not None
    outer = statement.according_to.name if statement.according_to else None
    return voices.speaker(token).name, outer


def test_three_links():
    text = "Interfax reported that the Georgian foreign ministry had said that Abkhaz rebels wanted talks with Tbilisi."
    assert chain_at(text, "ministry") == ("Interfax", None)
    assert chain_at(text, "wanted") == ("Georgian foreign ministry", "Interfax")


def test_the_agency_that_quotes_is_the_link_of_the_words():
    text = "Interfax quoted Russian General Oleg Rybin as saying that the bridge had been mined."
    assert chain_at(text, "mined") == ("Oleg Rybin", "Interfax")


def test_the_agency_that_cites_an_official_passes_on_his_words():
    assert chain_at("Yonhap, citing a South Korean official, said the ferry had sunk.", "sunk") == (
        "South Korean official",
        "Yonhap",
    )


def test_a_state_that_cites_its_reasons_speaks_itself():
    assert chain_at("Peru said, citing the cost, that the dam would not be built.", "dam") == ("Peru", None)


def test_words_of_nobody_in_the_words_of_somebody_are_the_latters():
    text = "Kenyan minister Ann Ruto said it was feared that the boat had been lost."
    doc, made = read(text, "2001-03-07")
    voices = Voices(doc, made)
    assert voices.speaker(next(t for t in doc if t.text == "boat")).name == "Ann Ruto"


def test_speech_in_speech_without_a_day_counts_from_the_words_around_it():
    text = 'Kenyan minister Ann Ruto said on Monday that Uganda had promised that "the gates will open tomorrow".'
    doc, made = read(text, "2001-03-08")
    voices = Voices(doc, made)
    inner = next(t for t in doc if t.text == "gates")
    assert voices.speaker(inner).name == "Uganda"
    assert voices.spoken(inner) == date(2001, 3, 5)


def test_voices_outside_all_words_are_the_reports():
    doc, made = read("Peru said the dam was safe. Troops closed the road.", "2001-03-07")
    voices = Voices(doc, made)
    last = next(t for t in doc if t.text == "Troops")
    assert (voices.at(last), voices.speaker(last), voices.spoken(last)) == (None, None, None)


def test_ids_of_statements_with_the_same_words_are_distinct():
    for text in (
        "El Watan said on Thursday, quoting diplomats, that the summit would be put off.",
        "Ecuador and Peru each said that the other had broken the truce.",
        "Interfax reported that Russia said that the road was shut.",
    ):
        _, made = read(text, "2001-03-08")
        assert len({s.id for s in made}) == len(made)
