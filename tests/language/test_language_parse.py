"""The Doc of a report: text kept, sentences at paragraphs, trees whole, nothing read beside it changes it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import parse, parse_words, tokens
from dragoman.language.entities import Decoder
from dragoman.language.paragraphs import paragraphs

NEWS = (
    "NAIROBI, March 4 (Reuters) - Kenya said on Tuesday it would reopen its embassy in Mogadishu.\n\n"
    '"We are going back," Foreign Minister Grace Otieno told reporters. "The flat is paid for."\n\n'
    "Somali officials welcomed the decision, which followed two years of talks."
)


def test_tags_trees_and_entities_of_a_plain_sentence() -> None:
    doc = parse("Kenya recalled its ambassador from Somalia on Tuesday.")
    by_word = {t.text: t for t in doc}
    assert by_word["recalled"].dep_ == "ROOT"
    assert by_word["recalled"].tag_ == "VBD"
    assert by_word["recalled"].lemma_ == "recall"
    assert by_word["recalled"].morph.get("Tense") == ["Past"]
    assert by_word["Kenya"].dep_ == "nsubj"
    assert by_word["Kenya"].head.text == "recalled"
    assert by_word["ambassador"].dep_ == "obj"
    assert {(e.text, e.label_) for e in doc.ents} >= {("Kenya", "LOC"), ("Somalia", "LOC")}


def test_the_text_is_kept_and_sentences_end_with_paragraphs() -> None:
    doc = parse(NEWS)
    assert doc.text == NEWS
    for sentence in doc.sents:
        assert "\n\n" not in sentence.text.strip()


def test_a_break_starts_a_sentence() -> None:
    at = NEWS.index("Kenya")
    assert parse(NEWS, breaks=[at]).char_span(at, at + 5)[0].is_sent_start  # type: ignore[index]


def test_a_report_reads_the_same_alone_and_among_others() -> None:
    alone = parse(NEWS).to_bytes()
    for n in range(4):
        parse(f"Report {n}: " + "the river rose again in the night. " * (3 * n + 1))
    assert parse(NEWS).to_bytes() == alone


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_parsed(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    assert all(t.head.sent == t.sent for t in doc)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a" * 5000, "." * 700, "x " * 3000, "\u200b\u0000\ud7ff"])
def test_odd_texts_are_parsed(text: str) -> None:
    assert parse(text).text == text


def test_given_words_keep_their_sentences() -> None:
    sentences = [["Peru", "closed", "the", "border", "."], ["Why", "?"], []]
    docs = parse_words(sentences)
    assert [[t.text for t in d] for d in docs] == sentences
    assert all(sum(t.head == t for t in d) == 1 for d in docs if len(d))


def test_soft_wraps_do_not_end_a_paragraph() -> None:
    wrapped = "The minister said the two countries would open talks on the border\nbefore the end of June.\n\nNo day."
    assert len(paragraphs(wrapped)) == 2
    assert len(paragraphs("Short head\nA story that follows the head in one long line, " + "word " * 30)) == 2


@pytest.mark.parametrize(("text", "words"), tokens.EXAMPLES)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tuple(t.text for t in tokens.english().tokenizer(text)) == words


def test_entity_tags_are_read_by_the_scheme() -> None:
    import numpy as np

    tags = ["O", "B-LOC", "I-LOC", "E-LOC", "S-LOC"]
    scores = np.log(np.array([[0.1, 0.6, 0.1, 0.1, 0.1], [0.5, 0.05, 0.05, 0.3, 0.1]], dtype=np.float32))
    assert Decoder(tags)(scores) == [(0, 2, "LOC")]  # "B O" is no sequence of the scheme: "B E" is the best that is


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The talks failed. Mr. Lopes said he was sad.", 2),
        ("The army left Goma. Gen. Rodin stayed behind with 300 men.", 2),
        ('"It was a long day." Mrs. Chen said no more.', 2),
        ("He met Lt. Gen. Rodin, Sen. Ryan and Dr. Pim in St. Louis.", 1),
    ],
)
def test_a_title_after_a_stop_opens_a_sentence(text: str, count: int) -> None:
    assert len(list(parse(text).sents)) == count
