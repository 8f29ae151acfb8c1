from datetime import date

import spacy
from speech_stand_ins import WordCast, trees

from dragoman.records import Report
from dragoman.speech import find
from dragoman.times import Calendar


def days(text, published, doc=None):
    doc = doc if doc is not None else trees()[text]
    report = Report("r", text, published=published)
    return [s.date.start if s.date else None for s in find(report, doc, WordCast(), Calendar(report, doc))]


def test_day_of_the_cue_is_the_day_of_speaking():
    assert days("The army said on Friday it had lost two men.", date(2012, 3, 10)) == [date(2012, 3, 9)]


def test_undated_statement_has_no_date():
    assert days("Peru urged Chile to withdraw its ambassador.", date(2012, 3, 10)) == [None]


def test_day_inside_the_words_said_is_not_the_day_of_speaking():
    text = (
        'The talks, which began in Oslo last week, were "constructive," a Norwegian diplomat said on condition '
        "of anonymity."
    )
    assert days(text, date(2012, 3, 10)) == [None]


def test_day_after_the_cue_dates_an_aside():
    text = "The treaty is dead, Deputy Prime Minister Olga Ivanova told parliament on Thursday."
    assert days(text, date(2012, 3, 10)) == [date(2012, 3, 8)]


def test_interview_is_dated_by_the_words_before_its_first_turn():
    text = "Excerpts from the interview, recorded on Friday:\n\nQ. Will you go?\nA. Not before Monday."
    doc = spacy.blank("en")(text)
    assert days(text, date(2007, 4, 1), doc) == [date(2007, 3, 30)] * 2
