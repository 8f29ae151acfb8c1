"""Time phrases of a report: phrase, anchor day and tense to an interval, and each act to the phrase that dates it."""

from dragoman.times.annotate import annotate
from dragoman.times.calendar import Calendar, TimePhrase
from dragoman.times.meaning import Kind, Tense
from dragoman.times.resolve import resolve
from dragoman.times.tag import Timex, tag

__all__ = ["Calendar", "Kind", "Tense", "TimePhrase", "Timex", "annotate", "resolve", "tag"]
