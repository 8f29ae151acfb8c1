"""Snippets: the stretch of a text that shows the searched words best."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.query.snippets import CLOSE, LONG, OPEN, Snippet, hits_of, snippet

TEXT = (
    "The embassy stayed open. "
    + "Nothing was said for days. " * 20
    + "Then the embassy was closed, and so was the consulate."
)


def marked(text: str, *hits: str) -> str:
    for hit in hits:
        text = text.replace(hit, f"{OPEN}{hit}{CLOSE}")
    return text


def test_hits_are_read_from_the_marks() -> None:
    found = hits_of("He closed it, then closed it.", marked("He closed it, then closed it.", "closed"), {"close"})
    assert found == ((3, 9), (19, 25))


@pytest.mark.parametrize("other", [None, "He  closed it"])
def test_without_marks_words_that_begin_so_are_hits(other: str | None) -> None:
    assert hits_of("He <b>closed</b> it; Closing", other, {"clos"}) == ((6, 12), (21, 28))
    assert hits_of("a.b ab", other, {"a.b"}) == ((0, 3),)


def test_the_stretch_with_most_different_words_is_shown() -> None:
    found = snippet(TEXT, hits_of(TEXT, marked(TEXT, "embassy", "closed"), ()))
    assert "embassy was **closed**".replace("embassy", "**embassy**") in found.marked()
    assert found.text.startswith("…")
    assert found.text.endswith("consulate.")


def test_no_hits_show_the_beginning() -> None:
    found = snippet(TEXT, ())
    assert found.text.startswith("The embassy stayed open.")
    assert found.text.endswith("…")
    assert found.hits == ()


def test_runs_of_white_space_are_one_blank() -> None:
    assert snippet("one\n\ntwo \tthree", ((5, 8), (10, 15))) == Snippet("one two three", ((4, 7), (8, 13)))


@given(st.lists(st.sampled_from(("war", "peace", "a", "of", "the", ".\n\n", "talks")), max_size=150))
def test_hits_are_the_same_words_as_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    hits = hits_of(text, marked(text, "war", "peace"), ())
    shown = snippet(text, hits)
    assert all(shown.text[a:b] in ("war", "peace") for a, b in shown.hits)
    assert len(shown.hits) == sum(shown.text.count(word) for word in ("war", "peace"))
    assert bool(shown.hits) == bool(hits)
    assert len(shown.text) <= LONG + 4
