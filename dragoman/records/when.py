"""When something held or happened: an interval of days, how exact it is and what it was counted from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.records.spans import Span


class Precision(StrEnum):
    """How exact an interval is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    INTERVAL = "interval"


class Anchor(StrEnum):
    """The day that a relative time was counted from: publication, the day of speaking, the date last named, or none."""

    PUBLISHED = "published"
    SPOKEN = "spoken"
    NARRATIVE = "narrative"
    STATED = "stated"


@dataclass(frozen=True, slots=True)
class When:
    """Days from `start` to `end`, both included; None is an open side. `text` is the phrase that says it."""

    start: date | None
    end: date | None
    precision: Precision
    anchor: Anchor
    text: Span | None = None
