import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.speech.quotations import Index, paragraphs, quotations

# what the row shows, text, the words of each quotation with its depth
CASES = [
    ("straight", '"Yes," he said. "No."', [("Yes,", 0), ("No.", 0)]),
    ("curly", "“Yes,” he said.", [("Yes,", 0)]),
    ("French", "« Oui », a dit le maire. «Non»", [("Oui", 0), ("Non", 0)]),
    ("German", "„Ja“, sagte er.", [("Ja", 0)]),
    ("typewriter", "``Yes,'' he said.", [("Yes,", 0)]),
    ("two single marks", "''Yes,'' he said.", [("Yes,", 0)]),
    ("single marks", "'We will go,' he said.", [("We will go,", 0)]),
    ("nested", "\"He said, 'Go home,' and left,\" she said.", [("He said, 'Go home,' and left,", 0), ("Go home,", 1)]),
    ("apostrophes", "It's the rebels' camp, isn't it, and the '90s weren't.", []),
    ("plural inside single marks", "'The rebels' camp is ours,' he said.", [("The rebels' camp is ours,", 0)]),
    ("feet and inches", "The man, 6'2\" tall, said nothing.", []),
    ("stray closing mark", "It was over.” He left.", []),
    ("empty", 'He said "" and left.', []),
    ("glued to the stop before", "It ended.“We won,” he said.", [("We won,", 0)]),
    ("unclosed ends with the paragraph", '"We won.\n\nHe left.', [("We won.", 0)]),
    ("straight closes curly", '“We won," he said.', [("We won,", 0)]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quotations_are_those_of_a_reader(text, expected):
    assert [(text[slice(*q.inner)], q.depth) for q in quotations(text)] == expected


def test_speech_of_several_paragraphs_is_marked_as_going_on():
    found = quotations("“One.\n\n“Two.\n\n“Three,” he said.\n\n“Four,” she said.")
    assert [(q.goes_on, q.carries_on) for q in found] == [(True, False), (True, True), (False, True), (False, False)]


def test_unclosed_quotation_that_nobody_reopens_does_not_go_on():
    found = quotations('"One.\n\nHe left. "Two."')
    assert [(q.goes_on, q.carries_on) for q in found] == [(False, False), (False, False)]


def test_paragraphs_are_lines_where_no_line_is_blank():
    assert len(paragraphs("a\nb\nc")) == 3
    assert len(paragraphs("a\nb\n\nc")) == 2


MARKED = st.text(alphabet="ab. ,\n\"“”„«»‘’'`sS90", max_size=80)


@given(MARKED)
def test_any_marks_give_spans_inside_their_paragraphs(text):
    spans = paragraphs(text)
    for q in quotations(text):
        start, end = spans[q.paragraph]
        assert start <= q.outer[0] < q.inner[0] < q.inner[1] <= q.outer[1] <= end
        assert text[slice(*q.inner)] == text[slice(*q.inner)].strip()


@given(MARKED)
def test_quotations_nest_and_the_index_finds_them(text):
    found = quotations(text)
    index = Index(found)
    for q in found:
        assert q.depth == sum(o.outer[0] <= q.outer[0] and q.outer[1] <= o.outer[1] for o in found if o is not q)
        if q.depth == 0:
            assert index.at(q.outer[0]) == q
            assert index.at(q.outer[1] - 1) == q
