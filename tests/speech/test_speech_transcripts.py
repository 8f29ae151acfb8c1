import pytest

from dragoman.speech.transcripts import HEADINGS, turns

FULL = (
    "MAYA LOPEZ, HOST: Welcome. What now?\n\nSEN. JOAO LIMA (R-Ohio): We wait.\n\nLOPEZ: Thank you.\n\n"
    "LIMA: A pleasure.\n\nAnd we wait long.\n\nLOPEZ: Goodbye."
)
# what the row shows, text, label and words of each turn
TRANSCRIPTS = [
    ("letters with stops", "Q. Will you go?\n\nA. No.", [("Q", "Will you go?"), ("A", "No.")]),
    ("letters with colons", "Q: Will you go?\nA: No.", [("Q", "Will you go?"), ("A", "No.")]),
    ("numbered questions", "Q1: Will you go?\nA: No.", [("Q", "Will you go?"), ("A", "No.")]),
    (
        "all in one line",
        "The paper asked him. Q: Will you go? A: No. Q: Why? A: Because.",
        [("Q", "Will you go?"), ("A", "No."), ("Q", "Why?"), ("A", "Because.")],
    ),
    ("words", "Question: Will you go?\nAnswer: No.", [("Question", "Will you go?"), ("Answer", "No.")]),
    ("bold", "**Q:** Will you go?\n\n**A:** No.", [("Q", "Will you go?"), ("A", "No.")]),
    (
        "a role and a name",
        "Reporter: Will you run?\nLima: I will not.\nReporter: Sure?\nLima: Yes.",
        [("Reporter", "Will you run?"), ("Lima", "I will not."), ("Reporter", "Sure?"), ("Lima", "Yes.")],
    ),
    (
        "in full once, then by surname; a paragraph goes on",
        FULL,
        [
            ("MAYA LOPEZ", "Welcome. What now?"),
            ("SEN. JOAO LIMA", "We wait."),
            ("MAYA LOPEZ", "Thank you."),
            ("SEN. JOAO LIMA", "A pleasure."),
            ("SEN. JOAO LIMA", "And we wait long."),
            ("MAYA LOPEZ", "Goodbye."),
        ],
    ),
    (
        "capitals with a small letter",
        "McKAY: No.\n\nHOST: Why?\n\nMcKAY: Because.",
        [("McKAY", "No."), ("HOST", "Why?"), ("McKAY", "Because.")],
    ),
    (
        "names of the report",
        "Joao Lima met Ana Pombo on Monday.\n\nLIMA: We go.\n\nPOMBO: We stay.",
        [("LIMA", "We go."), ("POMBO", "We stay.")],
    ),
    (
        "stage directions",
        "HOST: Why?\n\n(LAUGHTER)\n\nLIMA: Because.\n\nHOST: Ah.\n\nLIMA: (CROSSTALK)\n\nLIMA: Yes.",
        [("HOST", "Why?"), ("LIMA", "Because."), ("HOST", "Ah."), ("LIMA", "Yes.")],
    ),
    (
        "below a headline of the same form",
        "Lima: No talks\n\nLIMA: We go.\n\nHOST: Why?\n\nLIMA: Because.\n\nHOST: I see.",
        [("LIMA", "We go."), ("HOST", "Why?"), ("LIMA", "Because."), ("HOST", "I see.")],
    ),
]
NO_TRANSCRIPTS = [
    ("two datelines", "WASHINGTON: The talks ended on Monday.\n\nMOSCOW: The army left the town.\n"),
    ("a note that comes back", "NOTE: The figures are old.\n\nUPDATE: The minister left.\n\nNOTE: New ones follow."),
    ("times of day", "4:40 p.m.: He left.\n5:10 p.m.: She came."),
    ("one name over and over", "LIMA: We go.\n\nLIMA: We stay.\n"),
    ("a headline", "China: no talks\n\nThe envoy said on Monday: we go."),
    ("initials", "A. Lima met Q. Pombo.\n\nThey went to Oslo."),
    ("a message", "From: Ana Lima\nTo: Joao Pombo\nSubject: The road\n\nIt is closed."),
    ("a dateline before an interview", "LIMA: We met her on Monday.\n\nShe was calm.\n\nThe town of Lima was not."),
    ("empty labels", "A:\nQ:\n"),
    ("nothing", ""),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TRANSCRIPTS], ids=[row[0] for row in TRANSCRIPTS])
def test_turns_of_transcripts(text, expected):
    found = turns(text)
    assert [(turn.label, text[slice(*turn.content)]) for turn in found] == expected
    assert all(text[slice(*turn.name)].casefold() in turn.label.casefold() for turn in found)


@pytest.mark.parametrize("text", [row[1] for row in NO_TRANSCRIPTS], ids=[row[0] for row in NO_TRANSCRIPTS])
def test_lines_with_colons_that_are_no_turns(text):
    assert turns(text) == ()


def test_who_asks():
    asked = {turn.label: turn.asks for turn in turns("REPORTER: Why?\n\nLIMA: Because.\n\nREPORTER: Ah.\n\nLIMA: Yes.")}
    assert asked == {"REPORTER": True, "LIMA": False}
    assert not any(turn.asks for turn in turns(FULL))


@pytest.mark.parametrize("heading", sorted(HEADINGS))
def test_headings_are_nobody(heading):
    assert turns(f"{heading.upper()}: We go.\n\n{heading.upper()}: We stay.\n\nLIMA: No.\n\nLIMA: Yes.") == ()
