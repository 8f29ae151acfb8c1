"""Statements for people: every word and a place to check it at any width, plain text through a pipe."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from dragoman.records import Actor, Form
from dragoman.views.lines import lines
from dragoman.views.quotes import plain, quotes, rendered

WIDTHS = (40, 60, 80, 100, 120, 200)


def printed(reading, statements, width: int) -> str:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, color_system="truecolor", width=width)
    console.print(rendered(reading, statements, width))
    return file.getvalue()


def bare(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def told(reading):
    """The statement of the fixture, passed on by a paper, said to somebody at some place."""
    (statement,) = reading.statements
    paper, reporters = Actor("paper", "Nairobi Daily", "KEN", "MED"), Actor("reporters", "Reporters", "KEN", "MED")
    full = replace(statement, according_to=paper, addressee=reporters, venue="a news conference")
    return replace(reading, statements=(full,), report=replace(reading.report, origin="news/march.jsonl:7"))


def test_plain_text_says_it_all(told):
    text = plain(told, told.statements)
    assert text.startswith("Kenya closes <b>consulate</b>\n2014-03-04 | Reuters")
    assert "\nnews/march.jsonl:7\n" in text
    assert "S1  Amina Otieno (KEN GOV) -> Reporters (KEN MED) | told | 2014-03-04" in text
    assert "direct, in a news conference | according to Nairobi Daily (KEN MED)" in text
    assert "\n      “We shall return when the road is safe”\n" in text
    assert told.statements[0].id in text
    assert not re.search("[\x1b\u2500-\u257f]", text)


def test_words_can_be_checked_by_their_offsets(told):
    start, end = map(int, re.search(r"\[(\d+):(\d+)\]", plain(told, told.statements)).groups())
    assert told.report.text[start:end] == "We shall return when the road is safe"
    (line,) = lines(told).statements
    assert f"sentence {line.cited.sentences[0]} [" in plain(told, told.statements)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_terminal_of_any_width_gets_all_the_words(told, width):
    text = printed(told, told.statements, width)
    assert "\x1b[" in text
    rows = bare(text).splitlines()
    assert max(map(len, rows)) <= width
    letters = "".join(re.findall(r"\w+", bare(text)))
    for words in ("AminaOtienoKENGOV", "ReportersKENMED", "Weshallreturn", "NairobiDaily", "newsmarchjsonl7"):
        assert words in letters or width < 60  # below, words of one column may stand between
    start, end = told.statements[0].content[0]
    assert f"[{start}:{end}]" in bare(text)


def test_a_narrow_terminal_gets_the_words_below_the_speaker(told):
    narrow = bare(printed(told, told.statements, 60)).splitlines()
    wide = bare(printed(told, told.statements, 100)).splitlines()
    assert not any("Otieno" in row and "We shall" in row for row in narrow)
    assert any("Otieno" in row and "We shall" in row for row in wide)


def test_a_code_is_not_broken(told):
    said = replace(told.statements[0], addressee=Actor("x", "Kenyan state television reporters", "KEN", "MED"))
    rows = bare(printed(replace(told, statements=(said,)), (said,), 80)).splitlines()
    assert any(row.strip().startswith("(KEN MED)") for row in rows)


def test_long_words_are_never_cut(reading):
    long = " ".join(f"word{n}" for n in range(200))
    report = replace(reading.report, text=long)
    (statement,) = reading.statements
    said = replace(statement, content=((0, len(long)),), evidence=((0, len(long)),), form=Form.INDIRECT, cue=None)
    found = replace(reading, report=report, statements=(said,), sentences=((0, len(long)),))
    assert long in plain(found, (said,))
    assert bare(printed(found, (said,), 80)).count("word") == 200


def test_pieces_of_a_quotation_are_joined(reading):
    (statement,) = reading.statements
    start, end = statement.content[0]
    middle = reading.report.text.index("when", start)
    broken = replace(statement, content=((start, middle), (middle, end + 1)))  # the comma before the closing mark
    (quote,) = quotes(replace(reading, statements=(broken,)), (broken,))
    assert quote.words == "“We shall return ... when the road is safe”"
    assert quote.offsets == f"{start}:{middle} {middle}:{end + 1}"


def test_a_choice_keeps_the_keys_of_the_reading(reading):
    (statement,) = reading.statements
    second = replace(statement, id="second", speaker=None, form=Form.INDIRECT)
    both = replace(reading, statements=(statement, second))
    text = plain(both, (second,))
    assert "  S2  (nobody named) | told" in text
    assert "S1" not in text


def test_control_characters_do_not_reach_the_terminal(reading):
    report = replace(reading.report, text=reading.report.text.replace("road", "r\x1b[2J"), origin="a\x1b[31m.txt")
    said = replace(reading, report=report)
    assert "\x1b" not in plain(said, said.statements)
    assert "\x1b[2J" not in printed(said, said.statements, 80)
    assert "\x1b[31m" not in printed(said, said.statements, 80)


def test_square_brackets_are_no_markup(reading):
    report = replace(reading.report, text=reading.report.text.replace("the road is", "[red]road[/]"))
    said = replace(reading, report=report)
    assert "[red]road[/]" in bare(printed(said, said.statements, 120))
