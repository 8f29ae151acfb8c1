"""Phrases found in running text: where they begin and end, what they are, and words that are none."""

from datetime import date
from itertools import pairwise

import pytest
import spacy

from dragoman.times import annotate
from dragoman.times.find import find
from dragoman.times.words import words_of_text

NLP = spacy.blank("en")
PUBLISHED = date(2008, 10, 15)

SENTENCES = (
    ("Chad reopened the road on Friday night after a 12-day closure.", ["Friday night", "12-day"]),
    ("The talks, due to resume early next month, stalled in late 2006.", ["early next month", "late 2006"]),
    ("Peru recalled its envoy two days after Christmas.", ["two days after Christmas"]),
    ("Troops held the bridge from Monday to Thursday.", ["Monday", "Thursday"]),
    ("It lasted between 3 and 5 May.", ["3", "5 May"]),
    ("The truce of May 3-5 held.", ["May 3", "5"]),
    ("Nauru has had four governments since 2003.", ["2003"]),
    ("He may leave in May, if May comes.", ["May", "May"]),
    ("They march on the capital every March.", ["every March"]),
    ("For a second time in a week the second convoy turned back.", ["a week"]),
    ("A 1998 law bars 2,000 men, flight 1998 and $1999.", ["1998"]),
    ("Some 2000 troops and 1900 people crossed in 2000.", ["2000"]),
    ("The 40-year-old driver and an 8-month-old truce.", ["8-month-old"]),
    ("At 9:30 a.m. EST Tuesday the gates opened; at 0600 GMT they shut.", ["9:30 a.m. EST Tuesday", "0600 GMT"]),
    ("The score was 3-2 in Sunday's match.", ["Sunday"]),
    ("April Novak met June Adeyemi in Augusta.", []),
    ("The rate rose 3.5 percent in the third quarter of last year.", ["the third quarter of last year"]),
    ("Aid fell over the past two years and in recent months.", ["the past two years", "recent months"]),
    ("More than three weeks ago, and at least 72 hours late.", ["More than three weeks ago", "at least 72 hours"]),
    ("It rained on 14 March\n\n1997 was dry.", ["14 March", "1997"]),
    ("Minister, now, said 'the near future' is far.", ["now", "the near future"]),
    ("The order, dated 2008-09-30, took effect Oct. 1.", ["2008-09-30", "Oct. 1"]),
    ("Since then nothing moved.", []),
    ("Hours after the blast the square was empty.", []),
    ("He served in the 1970s, the '80s and the nineties.", ["the 1970s", "the '80s", "the nineties"]),
    ("Delegates met twice a week and again on Mondays.", ["twice a week", "Mondays"]),
    ("At year-end, or the end of 2010, or year's end.", ["year-end", "the end of 2010", "year's end"]),
    ("The night of June 4 was quiet; the evening of Sunday was not.", ["The night of June 4", "the evening of Sunday"]),
    ("Mid-July floods followed an early-spring thaw.", ["Mid-July"]),
)


@pytest.mark.parametrize(("text", "phrases"), SENTENCES, ids=[t[:40] for t, _ in SENTENCES])
def test_finds_the_phrases(text: str, phrases: list[str]) -> None:
    assert [text[start:end] for start, end, _, _ in annotate(NLP(text), PUBLISHED)] == phrases


def test_nothing_is_guessed_without_a_day() -> None:
    found = annotate(NLP("It met on Friday, in May, on 3 June and in 1994."), None)
    assert [value for *_, value in found] == ["XXXX-WXX-5", "XXXX-05", "XXXX-06-03", "1994"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00\ufffd\u202e",
        "the the the last",
        "31 31 31 - - - 2000-2000-2000",
        "9" * 500,
        "May " * 300,
    ],
)
def test_any_text_is_survived(text: str) -> None:
    for start, end, _, _ in annotate(NLP(text), PUBLISHED):
        assert 0 <= start < end <= len(text)


def test_phrases_are_in_order_and_apart() -> None:
    text = "On Monday, 3 May 2004, at 10 a.m., two weeks later and last year, from 1990 to 1994, in the 1980s. " * 50
    spans = [(f.start, f.end) for f in find(words_of_text(text))]
    assert spans == sorted(spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_one_long_line_takes_linear_time() -> None:
    text = "the last of the first and the end of the last a " * 4_000
    assert find(words_of_text(text)) == []


def test_days_at_the_ends_of_the_calendar() -> None:
    text = "99999 years ago, 9000 centuries later, 30 February 2001, next year, last decade, in 3 weeks, the year 9999"
    assert annotate(NLP(text), date(1, 1, 1)) is not None
    assert annotate(NLP(text), date(9999, 12, 31)) is not None
