"""A user's codebook: what a file gives, and what is said, with file, line and advice, of one that is wrong."""

from pathlib import Path

import pytest

from dragoman.errors import DragomanError, OwnCodebookError
from dragoman.events.custom import FaultyCodebook, load, marks
from dragoman.events.custom.load import parsed
from dragoman.events.custom.schema import Level

SMALL = """\
types:
  BOARD:
    definition: People of one side go on board a vessel of another.
    examples:
      - A<Greek police> T<boarded> R<a Maltese tanker>.
"""

FULL = """\
codebook: sea
also: plover
nearest: {threshold: 0.6}
lists:
  VESSEL: [ship, fishing boat]
not: [Peru boarded nothing.]
types:
  BOARD:
    definition: >
      People of one side go on board
      a vessel of another.
    quad: material conflict
    like: COERCE
    cameo: "170"
    modes: {search: They look around.}
    examples:
      - text: A<Greek police> T<boarded> R<a Maltese tanker>.
        mode: search
    not: A German boarded a bus.
    rules:
      - id: b1
        verbs: [board, go aboard]
        nouns: [boarding party]
        object: [VESSEL, ACTOR, dhow]
        unless: {from: ANY}
        actor: [subject, speaker]
        recipient: object.of
        mode: search
        need: both
        example: Peru boarded a ship.
        not: [Peru boarded a bus.]
  TALK:
    definition: They talk.
    class: words
    rules:
      - verbs: [talk]
"""


def of(text: str):
    return parsed(text.encode(), "sea.yaml")


def faults(text: str) -> list[str]:
    with pytest.raises(FaultyCodebook) as raised:
        of(text)
    return [fault.told("sea.yaml") for fault in raised.value.faults if fault.level is Level.ERROR]


def test_a_type_a_definition_and_an_example_are_enough():
    book = of(SMALL)
    assert (book.name, book.also_plover, book.nearest, book.faults) == ("sea", False, True, ())
    example = book.types["BOARD"].examples[0]
    assert example.text == "Greek police boarded a Maltese tanker."
    assert [example.text[a:b] for a, b in (example.trigger, *example.actors, *example.recipients)] == [
        "boarded",
        "Greek police",
        "a Maltese tanker",
    ]
    assert (example.line, example.number, example.type) == (5, 1, "BOARD")


def test_everything_else():
    book = of(FULL)
    assert (book.name, book.also_plover, book.threshold, book.margin) == ("sea", True, 0.6, None)
    assert [no.text for no in book.nots] == ["Peru boarded nothing."]
    board, talk = book.types.values()
    assert board.definition == "People of one side go on board a vessel of another."
    assert (board.quad, board.like, board.cameo, talk.quad) == ("material_conflict", "COERCE", "170", "words")
    assert board.examples[0].mode == "search"
    rule = board.rules[0]
    assert rule.words == (("V", "board", ()), ("V", "go", ("aboard",)), ("N", "party", ("boarding",)))
    assert [(w.slot, w.words, w.kinds, w.negated) for w in rule.wanted] == [
        ("object", ("ship", "fishing boat", "dhow"), {"ACTOR"}, False),
        ("from", (), {"ANY"}, True),
    ]
    assert (rule.actor, rule.recipient, rule.mode, rule.need) == (
        ("subject", "speaker"),
        ("object.of",),
        "search",
        "both",
    )
    assert talk.rules[0].id == "talk-1"
    assert book.digest == of(FULL).digest != of(SMALL).digest


def test_the_same_file_is_loaded_once(tmp_path: Path):
    file = tmp_path / "sea.yaml"
    file.write_text(SMALL)
    assert load(file) is load(str(file))
    file.write_text(FULL)
    assert load(file).also_plover


BASE = SMALL.rstrip("\n") + "\n"


def wrong() -> list[tuple[str, str]]:
    """The files of custom_wrong.txt, and how what is said of each begins."""
    cases = (Path(__file__).parent / "custom_wrong.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return [(text, told) for told, _, text in (case.partition("\n") for case in cases)]


@pytest.mark.parametrize(("text", "told"), wrong(), ids=[told.split("; ")[0][22:70] for _, told in wrong()])
def test_what_is_wrong_is_told_with_its_line_and_what_to_do(text, told):
    said = faults(text)
    assert said[0].startswith(told), said
    assert all("\n" not in one for one in said)


def test_all_errors_are_told_at_once():
    text = BASE.replace("T<", "Q<") + "    like: X\n    colour: red\n"
    assert [one.split(":")[1] for one in faults(text)] == ["5", "6", "7"]


def test_the_error_names_the_first_and_says_how_to_see_the_rest():
    with pytest.raises(OwnCodebookError) as raised:
        of(BASE + "    like: X\n    colour: red\n")
    told = str(raised.value)
    assert told.startswith("[DR800] sea.yaml:6: 'X' is no PLOVER type (and 1 more: `dragoman codebook check sea.yaml`")
    assert isinstance(raised.value, DragomanError)


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path):
    with pytest.raises(OwnCodebookError, match="Check the path"):
        load(tmp_path / "none.yaml")
    assert faults_of(b"types:\n\xff") == ["sea.yaml:2: error: the file is not UTF-8; save it as UTF-8"]
    assert "no valid YAML" in faults_of(b"types:\n  a: \x00")[0]
    assert faults_of(b"[" * 3000)[0].startswith("sea.yaml:1: error: ")


def faults_of(content: bytes) -> list[str]:
    with pytest.raises(FaultyCodebook) as raised:
        parsed(content, "sea.yaml")
    return [fault.told("sea.yaml") for fault in raised.value.faults]


def test_gaps_do_not_stop_a_codebook():
    book = of("types:\n  A:\n    examples: [Oman T<met> Iran., Oman T<met> Iran.]\n")
    assert [fault.told("x") for fault in book.faults] == [
        "x:2: gap: type 'A' has no definition; say in a sentence what counts",
        "x:3: hint: this example stands in line 3 already; take it out: it adds nothing",
    ]


@pytest.mark.parametrize(
    ("sentence", "text", "trigger"),
    [
        ("A< Oman > T<met> Iran.", " Oman  met Iran.", (7, 10)),
        ("No mark at all", "No mark at all", None),
        ("T<met>", "met", (0, 3)),
    ],
)
def test_marks(sentence, text, trigger):
    found = marks.read(sentence)
    assert (found.text, found.trigger) == (text, trigger)
