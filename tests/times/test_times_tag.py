"""`tag`: phrases, types and values of running text with no parser; tenses by the words around; any text is survived."""

import time
from datetime import date
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.times import Tense, annotate, tag
from dragoman.times.heading import heading_day
from dragoman.times.read_vague import REFS
from dragoman.times.tense_words import RULES, tense_by_words
from dragoman.times.words import lexicon, words_of_text

THURSDAY = date(2006, 3, 16)
NLP = spacy.blank("en")

TEXTS = (  # text, (phrase, type, value) in order; read on Thursday 16 March 2006
    ("Mali will hold a vote on Sunday.", [("Sunday", "DATE", "2006-03-19")]),
    ("Mali held a vote on Sunday.", [("Sunday", "DATE", "2006-03-12")]),
    ("Envoys are due in Bern on Monday.", [("Monday", "DATE", "2006-03-20")]),
    ("Envoys who left Bern on Monday are due home.", [("Monday", "DATE", "2006-03-13")]),
    ("On Friday, the two sides will sign it.", [("Friday", "DATE", "2006-03-17")]),
    ("On Friday, the two sides signed it.", [("Friday", "DATE", "2006-03-10")]),
    ("They postponed the trial until Tuesday.", [("Tuesday", "DATE", "2006-03-21")]),
    ("The trial lasted until Tuesday.", [("Tuesday", "DATE", "2006-03-14")]),
    ("The minister, he said on Saturday, would go.", [("Saturday", "DATE", "2006-03-11")]),
    ("He may come as early as Saturday.", [("Saturday", "DATE", "2006-03-18")]),
    ("He could not be reached on Saturday.", [("Saturday", "DATE", "2006-03-11")]),
    ("They met to discuss it on Wednesday.", [("Wednesday", "DATE", "2006-03-15")]),
    ("They plan to discuss it on Wednesday.", [("Wednesday", "DATE", "2006-03-22")]),
    ("The court freed a man arrested in December.", [("December", "DATE", "2005-12")]),
    ("The pact will expire in December.", [("December", "DATE", "2006-12")]),
    ("They will study Monday's ruling.", [("Monday", "DATE", "2006-03-13")]),
    ("They will stay away from Monday's election.", [("Monday", "DATE", "2006-03-20")]),
    (
        "Sales rose in the fourth quarter, from 3 million a year ago.",
        [("the fourth quarter", "DATE", "2005-Q4"), ("a year ago", "DATE", "2004-Q4")],
    ),
    ("Exports fell last year; a year ago few saw it.", [("last year", "DATE", "2005"), ("a year ago", "DATE", "2005")]),
    (
        "In February sales doubled from the same month a year earlier.",
        [("February", "DATE", "2006-02"), ("the same month a year earlier", "DATE", "2005-02")],
    ),
    (
        "Net income for the year ended June 30 fell.",
        [("the year", "DURATION", "P1Y"), ("June 30", "DATE", "2005-06-30")],
    ),
    (
        "On March 3 he fled. The next day the capital fell.",
        [("March 3", "DATE", "2006-03-03"), ("The next day", "DATE", "2006-03-04")],
    ),
    (
        "It fell within hours. An hour later it rose.",
        [("hours", "DURATION", "PTXH"), ("An hour later", "DURATION", "PT1H")],
    ),
    (
        "The current government and recent losses hurt.",
        [("current", "DATE", "PRESENT_REF"), ("recent", "DATE", "PAST_REF")],
    ),
    ("Current affairs bored him.", []),
    ("It takes between 60 and 90 days.", [("60", "DURATION", "P60D"), ("90 days", "DURATION", "P90D")]),
    (
        "On Tuesday shares rose, to end the day at 12.",
        [("Tuesday", "DATE", "2006-03-14"), ("the day", "DATE", "2006-03-14")],
    ),
    (
        "On Tuesday sales for May were told; later in the day shares fell.",
        [("Tuesday", "DATE", "2006-03-14"), ("May", "DATE", "2005-05"), ("later in the day", "DATE", "2006-03-14")],
    ),
    (
        "He will one day return; he was out one day.",
        [("one day", "DATE", "FUTURE_REF"), ("one day", "DURATION", "P1D")],
    ),
    ("They work by day and sleep by night.", []),
    ("It will stay until then.", []),
    (
        "The pact ends on April 30. It will stay until then.",
        [("April 30", "DATE", "2006-04-30"), ("then", "DATE", "2006-04-30")],
    ),
    ("He reads the Daily Star daily.", [("daily", "SET", "P1D")]),
    ("She said so on BBC Today, today.", [("today", "DATE", "2006-03-16")]),
    ("They took part in a March for Peace in March.", [("March", "DATE", "2006-03")]),
    ("In his 80s he recalled the 80s.", [("the 80s", "DATE", "198")]),
    ("At 1600 Pennsylvania Avenue nobody slept.", []),
    (
        "A week before the vote he left, two days after the coup.",
        [("A week", "DURATION", "P1W"), ("two days", "DURATION", "P2D")],
    ),
    ("They were asked to leave by March 9.", [("March 9", "DATE", "2006-03-09")]),
    ("They vowed to leave by February 9.", [("February 9", "DATE", "2007-02-09")]),
    ("Mills told buyers of a cut in supplies in April.", [("April", "DATE", "2006-04")]),
    ("Mills told buyers of a cut in supplies in May.", [("May", "DATE", "2005-05")]),
    ("The mandate, renewed in 2001, ends in May.", [("2001", "DATE", "2001"), ("May", "DATE", "2006-05")]),
    ("He named a deputy effective June 1.", [("June 1", "DATE", "2006-06-01")]),
    (
        "In November and December 1995 trains stood still.",
        [("November", "DATE", "1995-11"), ("December 1995", "DATE", "1995-12")],
    ),
    ("It fell in May and June last year.", [("May", "DATE", "2005-05"), ("June last year", "DATE", "2005-06")]),
    ("It fell in March and in June last year.", [("March", "DATE", "2006-03"), ("June last year", "DATE", "2005-06")]),
    (
        "It opened two years later than planned, two years later.",
        [("two years", "DURATION", "P2Y"), ("two years later", "DATE", "FUTURE_REF")],
    ),
    (
        "She sat on a board in 2001 too, after that January's floods.",
        [("2001", "DATE", "2001"), ("that January", "DATE", "2001-01")],
    ),
    (
        "Two ships sank in 2001; that same month a third.",
        [("2001", "DATE", "2001"), ("that same month", "DATE", "PAST_REF")],
    ),
    (
        "Petrol will be rationed on Friday, starting at 6 a.m.",
        [("Friday", "DATE", "2006-03-17"), ("6 a.m.", "TIME", "2006-03-17T06:00")],
    ),
    ("In today's world nobody read today's paper.", [("today", "DATE", "2006-03-16")]),
)


@pytest.mark.parametrize(("text", "found"), TEXTS, ids=lambda x: x[:40])
def test_text_has_its_times(text: str, found: list[tuple[str, str, str]]) -> None:
    got = [(text[slice(*t.span)], str(t.kind), t.value) for t in tag(text, published=THURSDAY)]
    assert got == found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_tense_rule_fires_and_stays(rule) -> None:
    for sentence, fires in ((rule.fires, True), (rule.stays, False)):
        before, _, rest = sentence.partition("[")
        phrase, _, after = rest.partition("]")
        words = words_of_text(before + phrase + after)
        first = next(i for i in range(words.size) if words.start[i] >= len(before))
        outer = first - 1 if words.low[first - 1] == "on" else first
        tense = tense_by_words(words, first, first + 1, "in", outer)
        assert (tense is rule.tense) == fires, sentence


@pytest.mark.parametrize("row", REFS, ids=lambda row: row[0])
def test_vague_words_are_times_or_not(row: tuple[str, str, str, str]) -> None:
    words, value, fires, stays = row
    assert [(fires[slice(*t.span)], t.value) for t in tag(fires, published=THURSDAY)] == [(words, value)]
    assert value not in [t.value for t in tag(stays, published=THURSDAY)]


HEADINGS = (  # text, the day it stands under
    ("Miners free\nMay 4, 1999\nTwo miners were freed on Monday.", date(1999, 5, 4)),
    ("Miners free\n\nTuesday, 4 May 1999\n\nTwo miners were freed.", date(1999, 5, 4)),
    ("1999-05-04\nTwo miners were freed.", date(1999, 5, 4)),
    ("May 4, 1999 was a day that nobody forgets.\nTwo miners were freed.", None),
    ("Miners free\nMay 1999\nTwo miners were freed.", None),
    ("One\nTwo\nThree\nFour\nMay 4, 1999\nTwo miners were freed.", None),
    ("", None),
)


@pytest.mark.parametrize(("text", "day"), HEADINGS, ids=lambda x: str(x)[:30])
def test_heading_stands_in_for_publication(text: str, day: date | None) -> None:
    assert heading_day(words_of_text(text)) == day
    monday = [t.value for t in tag(text + " They met on Monday.") if t.value.endswith(("-03", "WXX-1"))]
    assert monday[-1] == ("1999-05-03" if day else "XXXX-WXX-1")


def test_publication_goes_before_the_heading() -> None:
    found = tag("Miners free\nMay 4, 1999\nThey met on Monday.", published=date(1999, 5, 12))
    assert found[-1].value == "1999-05-10"


def test_tag_and_a_bare_doc_agree() -> None:
    for text, _ in TEXTS:
        found = [(*t.span, str(t.kind), t.value) for t in tag(text, published=THURSDAY)]
        assert found == annotate(NLP(text), THURSDAY)


EXTRA = "the a of to and - , . ' / 31 2001 in on will met set".split()
WORDS = sorted({word for table in lexicon().values() for word in table} | set(EXTRA))
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.none() | DAYS)
def test_any_words_are_survived(words: list[str], published: date | None) -> None:
    _sound(" ".join(words), published)
    _sound(" ".join(word.title() for word in words), published)


@settings(deadline=None)
@given(st.text(max_size=200), st.none() | DAYS)
def test_any_text_is_survived(text: str, published: date | None) -> None:
    _sound(text, published)


def _sound(text: str, published: date | None) -> None:
    found = tag(text, published=published)
    assert all(0 <= t.span[0] < t.span[1] <= len(text) and t.value for t in found)
    assert all(one.span[1] <= two.span[0] for one, two in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "to ",
        "the last ",
        "On May 3 and 4 - ",
        '"said ',
        "a year ago ",
        "9",
        "May 3 and ",
        "Monday and ",
        "in the first half of ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(copies: int) -> float:
        began = time.perf_counter()
        tag(unit * copies, published=THURSDAY)
        return time.perf_counter() - began

    seconds(100)
    small, large = min(seconds(1_000) for _ in range(3)), min(seconds(8_000) for _ in range(2))
    assert large < 8 * 8 * max(small, 0.002)  # a square would be 64 times and more


def test_tense_is_past_where_nothing_tells() -> None:
    words = words_of_text("Calm in Quito Friday")
    assert tense_by_words(words, 3, 4) is Tense.PAST
