"""A Doc and its day of publication to TIMEX3 rows, for `dragoman evaluate time`."""

from datetime import date
from typing import TYPE_CHECKING

from dragoman.records import Report
from dragoman.times.calendar import Calendar

if TYPE_CHECKING:
    from spacy.tokens import Doc


def annotate(doc: "Doc", published: date | None) -> list[tuple[int, int, str, str]]:
    """(start, end, type, value) of each time phrase; offsets in characters of `doc.text`, TIMEX3 types and values."""
    calendar = Calendar(Report("", doc.text, published=published), doc)
    return [(*phrase.span, str(phrase.kind), phrase.value) for phrase in calendar.phrases]
