"""Each entry becomes one line with its names, date, words and the sentences it is cited from."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.reading import read
from dragoman.records import Anchor, Precision, When
from dragoman.views.lines import lines, sentences_of
from dragoman.views.marks import Mark, marked
from dragoman.views.words import day_words, head_words, one_line, shortened, visible

WHENS = (
    ("2021-08-16", "2021-08-16", Precision.DAY, "2021-08-16"),
    ("2021-07-01", "2021-07-31", Precision.MONTH, "2021-07"),
    ("1998-01-01", "1998-12-31", Precision.YEAR, "1998"),
    ("1998-05-01", "1998-06-30", Precision.INTERVAL, "1998-05-01 to 1998-06-30"),
    ("2021-08-15", None, Precision.INTERVAL, "since 2021-08-15"),
    (None, "2021-08-15", Precision.INTERVAL, "until 2021-08-15"),
    (None, None, Precision.INTERVAL, ""),
)


@pytest.mark.parametrize(("start", "end", "precision", "words"), WHENS)
def test_day_words(start, end, precision, words):
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    assert day_words(When(days[0], days[1], precision, Anchor.STATED)) == words


def test_lines_name_parties_and_sentences(reading):
    found = lines(reading)
    (statement,) = found.statements
    assert (statement.who, statement.label, statement.date) == ("Amina Otieno (KEN GOV)", "told", "2014-03-04")
    assert statement.what == "“We shall return when the road is safe”"
    assert statement.cited.sentences == (3,)
    closed, promised = found.events
    assert (closed.label, closed.whom, closed.what) == (
        "SANCTION discontinue",
        "Somalia (SOM GOV)",
        "closed — Kenya closed its consulate in Kismayo on Tuesday, at Kismayo (SOM) [CAMEO 174]",
    )
    assert promised.date == ""
    mission, pledge = found.standings
    assert mission.cited.sentences == (1, 2)
    assert mission.cited.according_to == "Amina Otieno (KEN GOV)"
    assert pledge.what == "guard the building; on condition: in exchange for fuel; in return for T1"
    assert [line.key for line in found] == ["S1", "E1", "E2", "T1", "T2"]


def test_pieces_give_the_sentences_back_whole(reading):
    text = reading.report.text
    for sentence in marked(reading, tuple(lines(reading))):
        assert "".join(piece.text for piece in sentence.pieces) == text[slice(*sentence.span)].strip()


def test_marks_cover_their_words(reading):
    covered = dict.fromkeys(Mark, "")
    for sentence in marked(reading, ()):
        for piece in sentence.pieces:
            for mark in piece.marks:
                covered[mark] += piece.text + "|"
    assert covered[Mark.TRIGGER] == "closed|promised|"
    assert covered[Mark.CUE] == "told|"
    assert covered[Mark.ACTOR] == "Kenya|Amina Otieno|Somalia|"
    assert covered[Mark.CONTENT] == "We shall return when the road is safe|"
    assert covered[Mark.BOILER] == "NAIROBI, March 4 (Reuters) - |"


def test_paragraphs_open_where_the_text_breaks(reading):
    assert [sentence.opens for sentence in marked(reading, ())] == [True, False, True, False]


def test_a_reading_without_sentences_is_shown_by_paragraphs(reading):
    bare = replace(reading, sentences=())
    text = reading.report.text
    assert [text[a:b] for a, b in sentences_of(bare)] == [part for part in text.split("\n") if part]
    assert lines(bare).standings[1].cited.sentences == (2,)


def test_controls_are_shown_and_offsets_stay():
    bad = "a\x1b[2Jb\u202ec\r\x9b\ud800d"
    assert len(visible(bad)) == len(bad)
    assert visible(bad) == "a\ufffd[2Jb\ufffdc\ufffd\ufffd\ufffdd"
    assert one_line(" a\n\n b\t") == "a b"


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [("one two three", 20, "one two three"), ("one two three", 9, "one two…"), ("x" * 30, 10, "x" * 9 + "…")],
)
def test_shortened(text, width, short):
    assert shortened(text, width) == short


def test_a_report_without_title_is_named_by_its_first_news(reading):
    report = replace(reading.report, title=None)
    assert head_words(report)[0] == "Kenya closed its consulate in Kismayo on Tuesday. The ministry said the step…"
    assert head_words(replace(report, text="", boiler=()))[0] == "fixture"
    only_boiler = replace(report, text="NAIROBI -", boiler=((0, 9),))
    assert head_words(only_boiler)[0] == "NAIROBI -"


def test_a_standing_shows_its_deadline_envoy_and_place():
    text = (
        "QUITO, May 9, 1995 - Ecuador recalled its ambassador to Lima, Ana Rojas. "
        "Ecuador demanded that Peru reply by Friday."
    )
    shown = {line.label: line.what for line in lines(read(text)).standings}
    assert "envoy: Ana Rojas" in shown["mission: recalled"]
    assert "at: Lima" in shown["mission: recalled"]
    assert "by: 1995-05-12" in shown["demand: made"]
