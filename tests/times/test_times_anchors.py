"""Which anchor a time says it used: publication, the day of speaking, the date last named, or its own words alone."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.records import Anchor, Report
from dragoman.times import Calendar, Tense, resolve

MODEL = Path(__file__).parents[2] / "dragoman" / "language" / "model" / "model.onnx"
READ = date(2013, 5, 22)
NAMED = date(1974, 5, 18)
PHRASES = (  # phrase, basis, date last named, anchor, first day
    ("on Monday", Anchor.PUBLISHED, None, Anchor.PUBLISHED, "2013-05-20"),
    ("on Monday", Anchor.PUBLISHED, NAMED, Anchor.PUBLISHED, "2013-05-20"),
    ("yesterday", Anchor.SPOKEN, None, Anchor.SPOKEN, "2013-05-21"),
    ("last month", Anchor.SPOKEN, NAMED, Anchor.SPOKEN, "2013-04-01"),
    ("in March", Anchor.PUBLISHED, None, Anchor.PUBLISHED, "2013-03-01"),
    ("on 14 May 2009", Anchor.PUBLISHED, None, Anchor.STATED, "2009-05-14"),
    ("on 14 May 2009", Anchor.SPOKEN, NAMED, Anchor.STATED, "2009-05-14"),
    ("in 1994", Anchor.PUBLISHED, NAMED, Anchor.STATED, "1994-01-01"),
    ("the end of 2003", Anchor.PUBLISHED, None, Anchor.STATED, "2003-12-01"),
    ("at 9 a.m. on 14 May 2009", Anchor.PUBLISHED, None, Anchor.STATED, "2009-05-14"),
    ("from 2006 to 2010", Anchor.PUBLISHED, None, Anchor.STATED, "2006-01-01"),
    ("two days after 14 May 2009", Anchor.PUBLISHED, None, Anchor.STATED, "2009-05-16"),
    ("the week of 3 May 2004", Anchor.PUBLISHED, None, Anchor.STATED, "2004-05-03"),
    ("Easter 2003", Anchor.PUBLISHED, None, Anchor.STATED, "2003-04-20"),
    ("before 1990", Anchor.PUBLISHED, None, Anchor.STATED, ""),
    ("since 2006", Anchor.PUBLISHED, None, Anchor.PUBLISHED, "2006-01-01"),  # it reaches to the day of the report
    ("since 2006", Anchor.SPOKEN, None, Anchor.SPOKEN, "2006-01-01"),
    ("until 2020", Anchor.PUBLISHED, None, Anchor.PUBLISHED, "2013-05-22"),
    ("the same day", Anchor.PUBLISHED, NAMED, Anchor.NARRATIVE, "1974-05-18"),
    ("the following day", Anchor.PUBLISHED, NAMED, Anchor.NARRATIVE, "1974-05-19"),
    ("two weeks later", Anchor.SPOKEN, NAMED, Anchor.NARRATIVE, "1974-06-01"),
    ("the following Monday", Anchor.PUBLISHED, NAMED, Anchor.NARRATIVE, "1974-05-20"),
    ("the day before", Anchor.PUBLISHED, NAMED, Anchor.NARRATIVE, "1974-05-17"),
    ("the day before", Anchor.PUBLISHED, None, Anchor.PUBLISHED, "2013-05-21"),  # nothing was named: the report's own
    ("two weeks ago", Anchor.PUBLISHED, NAMED, Anchor.PUBLISHED, "2013-05-08"),
)


@pytest.mark.parametrize(
    ("phrase", "basis", "narrative", "anchor", "start"), PHRASES, ids=[f"{p[0]}-{p[1]}-{bool(p[2])}" for p in PHRASES]
)
def test_phrase_says_its_anchor(phrase: str, basis: Anchor, narrative: date | None, anchor: Anchor, start: str) -> None:
    when = resolve(phrase, anchor=READ, basis=basis, tense=Tense.PAST, narrative=narrative)
    assert when is not None
    assert (when.anchor, str(when.start or "")) == (anchor, start)


LEFT_OPEN = (
    "a week before the vote",
    "two days after the coup",
    "the morning after the raid",
    "hours before the talks",
    "the next day",  # and nothing was named
    "a month later",
    "for three weeks",
    "every Monday",
)


@pytest.mark.parametrize("phrase", LEFT_OPEN)
def test_what_the_words_leave_open_is_not_guessed(phrase: str) -> None:
    assert resolve(phrase, anchor=READ, basis=Anchor.PUBLISHED, tense=Tense.PAST) is None


def test_without_a_day_only_stated_times_settle() -> None:
    def anchor_of(phrase: str) -> Anchor | None:
        when = resolve(phrase, anchor=None, basis=Anchor.PUBLISHED, tense=Tense.PAST)
        return when.anchor if when else None

    assert anchor_of("on 14 May 2009") is Anchor.STATED
    assert anchor_of("since 2006") is Anchor.STATED
    assert [anchor_of(p) for p in ("on Monday", "in May", "yesterday", "last year")] == [None] * 4


STORIES = (  # text, (act, first day, anchor) ...; printed on Thursday 16 March 2006
    (
        "On March 3 gunmen seized the port of Lomela. The next day the army shelled it.",
        [("seized", "2006-03-03", Anchor.PUBLISHED), ("shelled", "2006-03-04", Anchor.NARRATIVE)],
    ),
    (
        "Peru closed its border on 14 May 2009. It reopened the border two weeks later.",
        [("closed", "2009-05-14", Anchor.STATED), ("reopened", "2009-05-28", Anchor.NARRATIVE)],
    ),
    (
        "The rebels took the town on June 4, 1983. On June 20 the army retook it.",
        [("took", "1983-06-04", Anchor.STATED), ("retook", "1983-06-20", Anchor.NARRATIVE)],
    ),
    (
        "Oman recalled its envoy on Monday. The following Wednesday Yemen expelled two diplomats.",
        [("recalled", "2006-03-13", Anchor.PUBLISHED), ("expelled", "2006-03-15", Anchor.NARRATIVE)],
    ),
)


@pytest.mark.skipif(not MODEL.exists(), reason="the trained language layer is not in this checkout")
@pytest.mark.parametrize(("text", "acts"), STORIES, ids=[s[0][:30] for s in STORIES])
def test_acts_of_a_story_say_their_anchor(text: str, acts: list[tuple[str, str, Anchor]]) -> None:
    from dragoman.language import parse

    doc = parse(text)
    calendar = Calendar(Report("r", text, published=date(2006, 3, 16)), doc)
    for act, start, anchor in acts:
        when = calendar.of(next(t for t in doc if t.text == act))
        assert when is not None, act
        assert (str(when.start), when.anchor) == (start, anchor)


@pytest.mark.skipif(not MODEL.exists(), reason="the trained language layer is not in this checkout")
def test_today_of_a_dispatch_is_the_day_it_was_sent() -> None:
    from dragoman.language import parse

    text = "Honduras withdrew its envoy today."
    doc = parse(text)
    sent, printed = date(1992, 5, 13), date(1992, 5, 14)
    for dateline, start in ((sent, sent), (date(1992, 4, 1), printed), (None, printed)):
        when = Calendar(Report("r", text, published=printed, dateline=dateline), doc).of(doc[1])
        assert when is not None
        assert when.start == start
