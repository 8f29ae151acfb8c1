import pytest

from dragoman.speech import marks
from dragoman.speech.quotations import FULL, quotations, unclosed_end

# what the row shows, text, the words of each quotation with its depth
CASES = [
    ("tokenised with blanks", '" It is over , " he said . " We won . "', [("It is over ,", 0), ("We won .", 0)]),
    ("curly with blanks", "“ It is over , ” he said .", [("It is over ,", 0)]),
    ("leftover entity", "He said &quot;We will go&quot; and left.", [("We will go", 0)]),
    ("curly entities", "&ldquo;We will go,&rdquo; he said.", [("We will go,", 0)]),
    ("wide mark", "＂We will go,＂ he said.", [("We will go,", 0)]),
    ("glued to the stop", 'It ended."We won," he said.', [("We won,", 0)]),
    ("glued to both words", 'They said"we go"and left.', [("we go", 0)]),
    ("feet and inches before a quotation", 'The man, 6\'2" tall, said "no" and left.', [("no", 0)]),
    ("inches inside a quotation", '"The 15" gun was old," he said.', [('The 15" gun was old,', 0)]),
    ("inches alone", 'A 12" gun and a 15" gun fired.', []),
    ("feet inside a quotation", "\"It's 5' deep,\" he said.", [("It's 5' deep,", 0)]),
    ("minutes inside single marks", "'He played 90' and scored,' said Lima.", [("He played 90' and scored,", 0)]),
    ("decades", "The '99 deal and the '04 deal.", []),
    ("left-out letters", "Rock 'n' roll, 'til the '60s.", []),
    ("possessives of names", "Jones' car, Jones' house and Jones' dog.", []),
    ("two plurals", "The rebels' and the soldiers' guns.", []),
    ("ayin of a name", "Shaykh ‘Abd al-Rahman said the rebels’ camp fell.", []),
    ("contractions in single marks", "'We can't, and won't, go.' He left.", [("We can't, and won't, go.", 0)]),
    (
        "single marks broken by the cue",
        "'We'll see,' he said, 'what the Smiths' dog does.'",
        [("We'll see,", 0), ("what the Smiths' dog does.", 0)],
    ),
    ("TeX", "`We go,' he said.", [("We go,", 0)]),
    ("German, closed straight", '„Ja", sagte er.', [("Ja", 0)]),
    ("German inward", "»Ja«, sagte er.", [("Ja", 0)]),
    ("Swedish", "”Ja”, sa han.", [("Ja", 0)]),
    ("French single", "‹ Oui ›, dit-il.", [("Oui", 0)]),
    ("corner brackets", "「行く」と言った。", [("行く", 0)]),
    ("curly, closed straight", '“We go," he said, "now.”', [("We go,", 0), ("now.", 0)]),
    ("two single marks, closed by grave", "''We go,'' he said, ``now.''", [("We go,", 0), ("now.", 0)]),
    ("closed by the opening mark", "“We go,“ he said, “now.“ She left.", [("We go,", 0), ("now.", 0)]),
    ("doubled marks", '""We won,"" he said.', [("We won,", 0)]),
    ("double in single", "‘He said “go” and left,’ she said.", [("He said “go” and left,", 0), ("go", 1)]),
    ("three in a row", '"Why?" "Because." "I see."', [("Why?", 0), ("Because.", 0), ("I see.", 0)]),
    ("lost before the cue", 'He was calm: "We won, he said. They lost.', [("We won,", 0)]),
    ("closed by a single mark", "“We won.’ He left.", [("We won.", 0)]),
    ("lost at the end", '"We won," he said. "They lost.', [("We won,", 0), ("They lost.", 0)]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_marks_of_every_style_are_those_of_a_reader(text, expected):
    assert [(text[slice(*q.inner)], q.depth) for q in quotations(text)] == expected


def test_unclosed_quotation_goes_to_its_paragraph_end_only_where_the_next_reopens_it():
    speech = "We shall wait for the rain. " * 40
    (kept, _) = quotations(f'"{speech}\n\n"And then we sow," she said.')
    assert kept.goes_on
    assert len(speech) - 3 < kept.inner[1] - kept.inner[0]
    (cut,) = quotations(f'"{speech}\n\nShe left.')
    assert cut.inner[1] - cut.inner[0] <= FULL


def test_single_marks_are_reopened_too():
    found = quotations("'One.\n\n'Two, and the rebels' camp.\n\n'Three,' he said.\n\n'Four,' she said. 'Twas so.")
    assert [(q.goes_on, q.carries_on) for q in found] == [(True, False), (True, True), (False, True), (False, False)]


def test_unclosed_quotation_in_a_report_of_one_line_ends_before_the_next():
    text = 'He said: "We go. ' + "The army left on Monday. " * 60 + '"They stay," she said.'
    first, second = quotations(text)
    assert first.inner[1] - first.inner[0] <= FULL
    assert text[slice(*second.inner)] == "They stay,"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("We won, said Lima. They lost.", "We won,"),
        ("We won, she told us.", "We won,"),
        ("We won. They lost.", "We won. They lost."),
        ("We won!' They lost.", "We won!"),
    ],
)
def test_end_of_a_quotation_whose_closing_mark_was_lost(text, kept):
    assert text[: unclosed_end(text, 0, len(text))[0]] == kept


def test_every_mark_that_opens_has_a_mark_that_closes_it():
    for mark, closers in marks.CLOSERS.items():
        assert closers
        assert all(marks.MARK.fullmatch(m) for m in (mark, *closers))


def test_entities_stand_for_marks():
    for entity, mark in marks.ENTITIES.items():
        assert marks.MARK.fullmatch(entity)
        assert marks.plain(entity) == mark
