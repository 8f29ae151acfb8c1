"""Meanings of entries: small vectors that set acts of one kind beside one another."""

from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman import language
from dragoman.meaning import SIZE, cosine, meanings

TEXTS = (
    "Chile expelled four Peruvian diplomats on Monday.",
    "Lima recalled its ambassador after Chile deported two Peruvian envoys.",
    "Togo donated 40 tonnes of maize to Benin.",
)


def meant(text: str) -> bytes:
    reading = dragoman.read(text, published="1996-05-07")
    doc = language.parse(text, acting=True)
    return meanings(doc, reading.events[:1])[reading.events[0].id]


def test_like_acts_lie_closer_than_unlike_ones() -> None:
    expelled, ordered_out, sent = map(meant, TEXTS)
    assert len(expelled) == SIZE
    assert cosine(expelled, ordered_out) > cosine(expelled, sent) + 0.1
    assert cosine(expelled, expelled) > 0.97


def test_the_same_text_gives_the_same_bytes() -> None:
    assert meant(TEXTS[0]) == meant(TEXTS[0])


def test_a_doc_without_vectors_has_no_meanings() -> None:
    reading = dragoman.read(TEXTS[0], published="1996-05-07")
    assert meanings(language.parse(TEXTS[0]), reading.events) == {}


def test_what_is_missing_is_like_nothing() -> None:
    assert cosine(b"", bytes(SIZE)) == cosine(b"", b"") == 0.0


@given(st.binary(min_size=8, max_size=8), st.binary(min_size=8, max_size=8))
def test_cosine_is_bounded_and_goes_both_ways(a: bytes, b: bytes) -> None:
    assert -1 <= cosine(a, b) == cosine(b, a) <= 1
