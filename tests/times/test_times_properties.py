"""What holds for any phrase: it never raises, its days are in order, and shifting the weekday anchor shifts the day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.records import Anchor
from dragoman.times import Tense, resolve
from dragoman.times.words import lexicon, words_of_text

EXTRA = (
    "the a an of in on since by before until after from between and to - , 's ' last next 2 "
    "14 31 99 1997 2013 0930 : . / "
    "May March Christmas Easter New Year half ago from now old long more than at least p.m. GMT s th every each"
).split()
WORDS = sorted({word for table in lexicon().values() for word in table} | set(EXTRA))
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9), st.none() | DAYS, st.sampled_from(Tense), st.none() | DAYS)
def test_any_words_resolve_or_not(words: list[str], anchor: date | None, tense: Tense, told: date | None) -> None:
    phrase = " ".join(w.title() if w in lexicon()["month"] or w in lexicon()["weekday"] else w for w in words)
    when = resolve(phrase, anchor=anchor, basis=Anchor.PUBLISHED, tense=tense, narrative=told)
    if when is None:
        return
    assert when.start or when.end
    if when.start and when.end:
        assert when.start <= when.end
    assert (when.precision == "day") == (when.start is not None and when.start == when.end)


@settings(deadline=None)
@given(st.text(max_size=60), DAYS)
def test_any_text_resolves_or_not(text: str, anchor: date) -> None:
    resolve(text, anchor=anchor, basis=Anchor.SPOKEN, tense=Tense.PAST)
    words = words_of_text(text)
    assert all(
        text[words.start[i] : words.end[i]].lower() == words.low[i] or words.low[i] == "\n" for i in range(words.size)
    )


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.sampled_from(sorted(lexicon()["weekday"])))
def test_bare_weekday_is_within_a_week(anchor: date, name: str) -> None:
    past = resolve(f"on {name.title()}", anchor=anchor, basis=Anchor.PUBLISHED, tense=Tense.PAST)
    ahead = resolve(f"on {name.title()}", anchor=anchor, basis=Anchor.PUBLISHED, tense=Tense.FUTURE)
    assert past is not None and past.start is not None
    assert ahead is not None and ahead.start is not None
    assert timedelta(0) <= anchor - past.start < timedelta(7)
    assert timedelta(0) <= ahead.start - anchor < timedelta(7)
    assert f"{past.start:%A}" == f"{ahead.start:%A}" == name.title()


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_full_date_ignores_the_anchor(day: date, anchor: date) -> None:
    for printed in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        when = resolve(printed, anchor=anchor, basis=Anchor.PUBLISHED, tense=Tense.PAST)
        assert when is not None
        assert (when.start, when.end, when.anchor) == (day, day, Anchor.STATED)
