"""What a time phrase means before it is anchored, and the scene (anchor day, tense, date last named) that anchors it.

Every meaning has `kind`, TIMEX3's type, and `settle(scene)`, which gives a Stretch or None when the scene is too poor.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from dragoman.times.stretch import Stretch, day


class Kind(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Tense(StrEnum):
    """When an act is told to take place, by its grammar: past, present or future."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Scene:
    """What a phrase is anchored on: `anchor` the day of publication or speaking, `told` the date last named.

    `year` is the year that a story of old days is in ("on April 2, 1982 ... in mid-April"), None outside one.
    `last` is the stretch last named, however long ("in 2009 ... protested then"), `day` the last that was one day.
    """

    anchor: date | None
    tense: Tense = Tense.PAST
    told: date | None = None
    year: int | None = None
    last: Stretch | None = None
    day: date | None = None

    @property
    def ahead(self) -> bool:
        """Whether a bare weekday or month is one still to come."""
        return self.tense is not Tense.PAST


class Meaning(Protocol):
    """A time phrase read but not anchored."""

    @property
    def kind(self) -> Kind:
        """TIMEX3's type."""

    def settle(self, scene: Scene) -> Stretch | None:
        """The days it means in a scene; None when the scene is too poor."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no calendar holds: PAST_REF, PRESENT_REF, FUTURE_REF. The present settles on the anchor day."""

    value: str
    kind: Kind = Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """The anchor day for the present, else nothing."""
        if self.value != "PRESENT_REF" or scene.anchor is None:
            return None
        return day(scene.anchor).valued(self.value)


@dataclass(frozen=True, slots=True)
class Then:
    """The time last named: "since then", "protested then"."""

    kind: Kind = Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """That stretch."""
        return replace(scene.last, told=True, stated=False) if scene.last else None
