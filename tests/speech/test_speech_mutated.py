"""Five thousand texts with broken quotation marks: no exception, spans in the text, no statement of all the rest."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speech_mutants import MARKS, NOISE, docs, texts
from speech_stand_ins import NoCalendar, WordCast

from dragoman.records import Report
from dragoman.speech import attributions, find
from dragoman.speech.attributions import Finder
from dragoman.speech.goes_on import continued
from dragoman.speech.page import Page
from dragoman.speech.quotations import FULL, paragraphs, quotations
from dragoman.speech.transcripts import turns
from dragoman.speech.tree import Tree

MODEL = Path(__file__).parents[2] / "dragoman" / "language" / "model" / "model.onnx"
TEXTS, TREES, READ, MADE = 2600, 2000, 200, 400  # of each kind; above 5,000 in all


def ordered(spans, text):
    """Whether spans are inside the text, not empty, in order and apart."""
    edges = [edge for span in spans for edge in span]
    return edges == sorted(edges) and all(0 <= a < b <= len(text) for a, b in spans)


def check_print(text):
    """What quotations and turns of any text must keep."""
    spans = paragraphs(text)
    for q in quotations(text):
        start, end = spans[q.paragraph]
        assert start <= q.outer[0] < q.inner[0] < q.inner[1] <= q.outer[1] <= end
        closed = q.outer[1] > q.inner[1]
        goes_on = q.paragraph + 1 < len(spans) and text[spans[q.paragraph + 1][0]] in "".join(MARKS) + "&"
        assert closed or goes_on or q.inner[1] - q.inner[0] <= FULL
    for turn in turns(text):
        assert ordered([turn.name], text)
        assert ordered([turn.content], text)
        assert "\n" not in text[slice(*turn.content)]


def check_attributions(doc):
    """What attributions of any Doc must keep; returns them with the text."""
    text, page = doc.text, Page(Tree(doc))
    for a in attributions(doc, speech_in_speech=True):
        assert a.content
        assert ordered(a.content, text)
        assert ordered(a.cue, text)
        assert ordered(a.source, text)
        for start, end in a.content:
            around = {page.paragraph(start), page.paragraph(end - 1)}
            assert len(around) == 1, text[start:end]


@pytest.mark.parametrize("part", range(13))
def test_print_of_broken_texts(part):
    for text in texts(TEXTS // 13, seed=part):
        check_print(text)


@pytest.mark.parametrize("part", range(10))
def test_attributions_of_broken_trees(part):
    for doc in docs(TREES // 10, seed=part):
        check_attributions(doc)


@pytest.mark.parametrize("part", range(4))
def test_statements_of_broken_trees(part):
    for doc in docs(40, seed=100 + part):
        report = Report(id="r", text=doc.text)
        for s in find(report, doc, WordCast(), NoCalendar()):
            assert ordered(s.content, doc.text)
            assert ordered(s.evidence, doc.text)
            assert s.cue is None or ordered([s.cue], doc.text)


@settings(max_examples=MADE, deadline=None)
@given(
    st.lists(
        st.sampled_from([*MARKS, *NOISE, " ", "a", "Lima said", ", ", ". ", "we go"]) | st.text(max_size=4), max_size=40
    )
)
def test_print_of_texts_made_of_marks(pieces):
    check_print("".join(pieces))


@pytest.mark.skipif(not MODEL.exists(), reason="the trained language layer is not in this checkout")
def test_whole_reading_of_broken_texts():
    from dragoman import read

    for text in texts(READ, seed=77):
        found = read(text, published="2007-05-02")
        for s in found.statements:
            assert ordered(s.content, found.report.text)
            assert ordered(s.evidence, found.report.text)
            assert all(end - start <= max(FULL, 1200) for start, end in s.content)


def test_unclosed_quotation_never_takes_the_report():
    report = '"We shall not go. ' + "The army left the town on Monday and the talks went on in Lagos. " * 200
    (only,) = quotations(report)
    assert only.inner[1] <= FULL + 1
    assert report[only.inner[1] - 1] == "."


def test_continued_attributions_keep_their_words():
    for doc in docs(122, seed=9):
        finder = Finder(Tree(doc))
        before, after = finder.all(), continued(finder.page, finder.all())
        assert len(after) <= len(before)
        assert spoken(doc, before) == spoken(doc, after)


def spoken(doc, found):
    return {i for a in found for start, end in a.content for i in range(start, end) if doc.text[i].isalnum()}
