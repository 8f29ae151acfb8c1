"""The terminal view: whole sentences and citations at any width, plain text through a pipe, no control characters."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from dragoman.views.terminal import plain, rendered


def printed(reading, width: int) -> str:
    file = io.StringIO()
    Console(file=file, force_terminal=True, color_system="truecolor", width=width).print(rendered(reading, width))
    return file.getvalue()


def test_plain_text_has_no_colour_and_no_boxes(reading):
    text = plain(reading)
    assert "\x1b" not in text
    assert not re.search("[\u2500-\u257f]", text)


def test_plain_text_holds_every_sentence_and_citation(reading):
    text = plain(reading)
    for start, end in reading.sentences:
        assert " ".join(reading.report.text[start:end].split()) in text
    for entry in (*reading.statements, *reading.events, *reading.standings):
        assert entry.id in text
        assert " ".join(f"{start}:{end}" for start, end in entry.evidence) in text
    assert "statements: 1\n" in text
    assert "events: 2\n" in text
    assert "according to Amina Otieno (KEN GOV); sentence 1, 2" in text


def test_roles_are_told_with_their_sentence(reading):
    start, end = reading.roles[0].evidence[0]
    said = f"Amina Otieno (KEN GOV) | foreign minister of Kenya | sentence 3 [{start}:{end}]"
    assert f"roles: 1\n  {said}\n" in plain(reading)
    former = replace(reading, roles=(replace(reading.roles[0], former=True),))
    assert "| former foreign minister of Kenya |" in plain(former)
    assert "roles" not in plain(replace(reading, roles=()))
    shown = re.sub(r"\x1b\[[0-9;]*m", "", printed(reading, 100))
    assert "who is who" in shown
    assert "Amina Otieno (KEN GOV) foreign minister of Kenya [3]" in shown


@pytest.mark.parametrize("width", [60, 100, 180])
def test_a_terminal_gets_colour_and_all_the_words(reading, width):
    text = printed(reading, width)
    assert "\x1b[" in text
    bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
    words = re.sub(r"[^\w]+", "", bare)
    assert "Weshallreturnwhentheroadissafe" in words
    assert "\x1b" not in bare, "the escape in the finding must not reach the terminal"


@pytest.mark.parametrize("width", [60, 130])
def test_no_entries_is_said(reading, width):
    bare = replace(reading, statements=(), events=(), standings=())
    assert "statements: 0" in plain(bare)
    assert "no events" in printed(bare, width)
