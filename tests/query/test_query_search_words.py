"""What users type to search for: words, phrases, -without; nothing of it is the database's own syntax."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AskError
from dragoman.query.search_words import EXAMPLES, MOST, words


@pytest.mark.parametrize(("typed", "query"), EXAMPLES)
def test_examples(typed: str, query: str) -> None:
    assert words(typed).fts == query


@pytest.mark.parametrize("typed", ["", "  ", "-Kabul", '""', "* - ^ :", '-"a phrase"', "\0\ud800"])
def test_there_must_be_a_word_to_look_for(typed: str) -> None:
    with pytest.raises(AskError, match="no word to look for"):
        words(typed)


def test_too_many_words_are_refused() -> None:
    assert len(words(" ".join(f"w{n}" for n in range(MOST))).every) == MOST
    with pytest.raises(AskError, match=f"more than {MOST} words"):
        words(" ".join(f"w{n}" for n in range(MOST + 1)))


def test_title_and_row_queries() -> None:
    found = words('closed "its embassy" -Kabul')
    assert found.in_title == '({title}: ("closed" AND "its embassy")) NOT ("Kabul")'
    assert found.in_a_row == '("closed its embassy") NOT ("Kabul")'
    assert words("embassy").in_a_row is None


@given(st.text(st.one_of(st.sampled_from('"-*^:(){}+ ANDORTNE.'), st.characters()), max_size=40))
def test_whatever_is_typed_is_a_query_that_sqlite_takes(typed: str) -> None:
    try:
        found = words(typed)
    except AskError:
        return
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE w USING fts5(title, text, tokenize='porter unicode61')")
        for query in (found.fts, found.in_title, found.in_a_row):
            if query:
                connection.execute("SELECT * FROM w WHERE w MATCH ?", (query,)).fetchall()
    finally:
        connection.close()
