"""Phrases in their order to the scene of each: the date last named before it and the year of a story of old days."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dragoman.times.find import Found
from dragoman.times.meaning import Kind, Meaning, Scene, Tense, Vague
from dragoman.times.mending import Quotations
from dragoman.times.named import Dated, FromTold
from dragoman.times.parts import Clock, Edge, Within
from dragoman.times.read_compared import YearBefore
from dragoman.times.relative import Length
from dragoman.times.stretch import Stretch, Unit, shifted

OLD: Final = 300  # days: a full date this far back opens a story of old days, whose bare months share its year


@dataclass(slots=True)
class Story:
    """What has been named so far, by the report or inside one quotation."""

    told: date | None = None
    year: int | None = None
    last: Stretch | None = None
    day: date | None = None

    def goes_on(self, meaning: Meaning, scene: Scene) -> None:
        """Takes in the next phrase."""
        self.year = _year(meaning, self.year, scene.anchor)
        stretch = None if isinstance(meaning, (Length, YearBefore, Vague)) else meaning.settle(scene)
        if stretch is not None and stretch.start is not None and meaning.kind in (Kind.DATE, Kind.TIME):
            self.told, self.last = _named_day(meaning, stretch.start, self.told), stretch
            self.day = stretch.start if stretch.unit is Unit.DAY and stretch.start == stretch.end else self.day


@dataclass(slots=True)
class _Telling:
    """The report's own story, and that of the quotation being read, which the report does not count from."""

    own: Story = field(default_factory=Story)
    quoted: Story = field(default_factory=Story)
    inside: int | None = None

    def at(self, inside: int | None) -> Story:
        if inside is None:
            return self.own
        if inside != self.inside:  # a quotation may count from what was named before it, not the other way round
            self.inside, self.quoted = inside, Story(self.own.told, self.own.year, self.own.last, self.own.day)
        return self.quoted


def scenes_of(phrases: Sequence[Found], tenses: list[Tense], anchor: date | None, quoted: Quotations) -> list[Scene]:
    """The scene of each phrase, in the order of `phrases`, which is that of the text."""
    telling, out = _Telling(), []
    for found, tense in zip(phrases, tenses, strict=True):
        meaning = found.parts[0][0] if found.parts else found.meaning
        story = telling.at(quoted.at(found.start))
        scene = Scene(anchor, tense, story.told, story.year, story.last, story.day)
        out.append(scene)
        story.goes_on(meaning, scene)
    return out


def _year(meaning: Meaning, year: int | None, anchor: date | None) -> int | None:
    """A full date long past sets the year; whatever counts from the report's own day ends the story."""
    while isinstance(meaning, (Edge, Clock, Within, FromTold)) and meaning.of is not None:
        meaning = meaning.of
    if not isinstance(meaning, Dated):
        told = getattr(meaning, "told", False)
        return year if told or isinstance(meaning, Length) else None
    if meaning.year is None:
        return year if meaning.turn is None and meaning.shift is None else None
    if meaning.month and meaning.day and anchor is not None:
        old = date(meaning.year, meaning.month, 1) < shifted(anchor, -OLD)
        return meaning.year if old else None
    return None


def _named_day(meaning: Meaning, start: date, told: date | None) -> date | None:
    """A bare year is no day to count "a day later" from, unless nothing else was named."""
    bare = isinstance(meaning, Dated) and meaning.month is None and meaning.day is None
    return (told or start) if bare else start
