"""Work grows with the length: bytecodes run for a text and for one four times as long, not seconds."""

import sys
from pathlib import Path

import pytest
from spacy.tokens import Doc
from speech_stand_ins import NoCalendar, WordCast, read_trees, trees

from dragoman import actors
from dragoman.records import Report
from dragoman.speech import find
from dragoman.speech.attributions import Finder
from dragoman.speech.goes_on import continued
from dragoman.speech.quotations import quotations
from dragoman.speech.transcripts import turns
from dragoman.speech.tree import Tree

TIMES = 4
SLACK = 1.35  # tables that are read once, paragraphs that look back


def work(call):
    """How many bytecodes `call` runs."""
    count = 0

    def step(frame, event, argument):
        nonlocal count
        frame.f_trace_opcodes = True
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_evenly(make, run, size):
    """Whether `run` over what `make` gives for four times the size takes about four times the work."""
    small, large = make(size), make(TIMES * size)
    run(small)  # tables are read and caches filled
    return work(lambda: run(large)) < TIMES * SLACK * work(lambda: run(small))


PIECES = {
    "quotations": "“We go,” said Ana Lima. \"They stay,\" he said, 'and wait.'\n\n",
    "one paragraph": '"We go," said Ana Lima. ',
    "never closed": "“We go, and they stay. ",
    "never closed, reopened": '"We go.\n\n',
    "never opened": "We go,” he said. ",
    "only marks": '"',
    "nested marks": "“‘",
    "swapped marks": "”We go“ ",
    "apostrophes": "the rebels' camp 'is open ",
    "entities": "&quot;We go&quot; ",
    "questions": "Q. Will you go?\n\nA. No.\n\nWe wait.\n\n",
    "labels": "ANA LIMA: We go.\n\nPAUL: We wait.\n\n",
    "lines": "LIMA: \n(LAUGHTER)\n\n",
    "blanks": " \n \t \n",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_print_takes_work_by_the_length(piece):
    assert grows_evenly(lambda n: piece * n, quotations, 60)
    assert grows_evenly(lambda n: piece * n, turns, 60)


def test_labels_that_all_differ_take_work_by_the_length():
    def make(n):
        return "".join(f"{chr(65 + k % 26)}{chr(65 + k // 26)}LIM: We go.\n" for k in range(n))

    assert grows_evenly(make, turns, 60)


def docs_with(mark):
    return [doc for text, doc in trees().items() if mark in text]


OWN = read_trees(Path(__file__).with_name("trees_marks.tsv"))
DOCS = {
    "quotations without a cue": list(OWN.values()),
    "one of them in one paragraph": [doc for text, doc in OWN.items() if "The army has" in text or "choir" in text][1:],
    "all trees": list(trees().values()),
    "quotations": docs_with('"'),
    "one quotation again and again": docs_with('"')[:1],
    "one clause again and again": [doc for text, doc in trees().items() if '"' not in text and "said" in text][:1],
    "no place is named": docs_with("The minister said troops"),
}


def repeated(docs, size):
    """A Doc of `size` sentences, those of `docs` in turn."""
    return Doc.from_docs([docs[n % len(docs)] for n in range(size)])


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_attributions_take_work_by_the_length(docs):
    def run(doc):
        finder = Finder(Tree(doc), ((0, 3), (5, 9)))
        continued(finder.page, finder.all(), across=True)

    assert grows_evenly(lambda n: repeated(docs, n), run, 70)


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_statements_take_work_by_the_length(docs):
    def run(doc):
        find(Report(id="r", text=doc.text), doc, WordCast(), NoCalendar())

    assert grows_evenly(lambda n: repeated(docs, n), run, 70)


@pytest.mark.parametrize("docs", DOCS.values(), ids=DOCS)
def test_actors_take_work_by_the_length(docs):
    def run(doc):
        actors.resolve(Report(id="r", text=doc.text), doc)

    assert grows_evenly(lambda n: repeated(docs, n), run, 100)
