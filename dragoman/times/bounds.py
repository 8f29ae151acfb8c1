"""Prepositions of time phrases ("since", "by", "before the end of") to the days they bound, and ranges of two dates."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.records import Precision
from dragoman.times.meaning import Kind, Meaning, Scene, Tense
from dragoman.times.parts import Clock, Edge, Overnight
from dragoman.times.relative import SOME, Length
from dragoman.times.stretch import Stretch, Unit, day, moved, shifted
from dragoman.times.words import Words


@cache
def relations() -> dict[tuple[str, ...], str]:
    """The words of a preposition to its relation, from data/relations.tsv."""
    rows = files("dragoman.times").joinpath("data/relations.tsv").read_text("utf-8").splitlines()[1:]
    return {tuple(row.split("\t")[0].split()): row.split("\t")[1] for row in rows if row}


@cache
def _endings() -> frozenset[str]:
    return frozenset(words[-1] for words in relations())


FILLERS: Final = frozenset({"in", "on", "at", "the"})  # "beginning in June", "since at least 1990"


def relation_before(w: Words, i: int) -> tuple[str, int]:
    """The relation whose preposition ends right before word `i` and the index where it begins; "in" and `i` if none."""
    for filler in (0, 1):
        at = i - filler
        if filler and (at < 1 or w.low[at] not in FILLERS):
            break
        if at < 1 or w.low[at - 1] not in _endings():
            continue
        for size in range(min(3, at), 0, -1):
            found = relations().get(w.low[at - size : at])
            if found and not (filler and found in ("in", "for", "within")):
                return found, at - size
    return "in", i


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another ("3-5 May", "from Monday to Thursday"); each side is a meaning of its own."""

    first: Meaning
    last: Meaning

    @property
    def kind(self) -> Kind:
        """DURATION: TIMEX3 marks the two ends; as one it is a span."""
        return Kind.DURATION

    def settle(self, scene: Scene) -> Stretch | None:
        """Both ends included. When the tense puts them the wrong way round, the first is taken before the last."""
        first, last = self.ends(scene)
        if first is None or last is None or first.start is None or last.end is None or first.start > last.end:
            return None
        value = f"{first.value}/{last.value}"
        return Stretch(
            first.start,
            last.end,
            Precision.INTERVAL,
            value,
            Unit.DAY,
            first.told or last.told,
            first.stated and last.stated,
        )

    def ends(self, scene: Scene) -> tuple[Stretch | None, Stretch | None]:
        """The stretches of its two ends, as `settle` takes them."""
        last = self.last.settle(scene)
        first = self.first.settle(scene)
        if first and last and first.start and last.end and first.start > last.end:
            first = self.first.settle(replace(scene, anchor=last.start, tense=Tense.PAST)) or first
        return first, last


def bounded(relation: str, meaning: Meaning, scene: Scene) -> Stretch | None:
    """The days that a preposition and its phrase allow, or None when they stay open on both sides.

    "since" and "by" reach to and from the anchor day (data/reading/README.md, "Dates").
    """
    if isinstance(meaning, Length):
        return _length(relation, meaning, scene)
    if isinstance(meaning, Edge) and meaning.part == "end" and relation in ("by", "before", "ahead", "until"):
        whole = meaning.of.settle(scene)
        return _by(whole, scene.anchor) if whole else None
    if isinstance(meaning, Edge) and meaning.part == "start" and relation in ("before", "ahead"):
        meaning = meaning.of
    if relation == "since" and scene.tense is not Tense.FUTURE:
        scene = replace(scene, tense=Tense.PAST)
    found = meaning.settle(scene)
    if found is None or isinstance(meaning, (Range, Overnight)):
        return found
    if isinstance(meaning, Clock) and relation in ("before", "after"):  # "before dawn on Monday" is still Monday
        return found
    return BOUNDS.get(relation, _in)(found, scene.anchor)


def _in(s: Stretch, anchor: date | None) -> Stretch:
    return s


def _since(s: Stretch, anchor: date | None) -> Stretch:
    return s.cut(s.start, anchor) if anchor and s.start and s.start <= anchor else s


def _from(s: Stretch, anchor: date | None) -> Stretch:
    return s.cut(s.start, None)


def _by(s: Stretch, anchor: date | None) -> Stretch:
    if anchor is None or s.end is None or s.end < anchor:
        return s
    return s.cut(anchor, s.end)


def _before(s: Stretch, anchor: date | None) -> Stretch:
    if s.start is None:
        return s
    eve = shifted(s.start, -1)
    if anchor is None or eve < anchor:
        return s.cut(None, eve)
    return s.cut(anchor, eve)


def _until(s: Stretch, anchor: date | None) -> Stretch:
    if anchor is None or s.end is None or s.end < anchor:
        return s.cut(None, s.end)
    return s.cut(anchor, s.end)


def _after(s: Stretch, anchor: date | None) -> Stretch:
    if s.end is None:
        return s
    first = shifted(s.end, 1)
    return s.cut(first, anchor if anchor and first <= anchor else None)


def _as_of(s: Stretch, anchor: date | None) -> Stretch:
    return s if anchor and s.end and s.end <= anchor else s.cut(s.start, None)


BOUNDS: Final[dict[str, Callable[[Stretch, date | None], Stretch]]] = {
    "since": _since,
    "from": _from,
    "as of": _as_of,
    "by": _by,
    "before": _before,
    "ahead": _before,
    "until": _until,
    "after": _after,
}


def _length(relation: str, length: Length, scene: Scene) -> Stretch | None:
    """A span under a preposition: "within three days" begins now, "in three days" still to come is a day."""
    anchor = scene.anchor
    if anchor is None or length.side:
        return length.settle(scene)
    if relation == "within" or (relation == "for" and scene.tense is Tense.FUTURE):
        return replace(length, side=1).settle(scene) if scene.tense is not Tense.PAST else None
    if relation == "in" and scene.tense is Tense.FUTURE and length.count != SOME:
        return day(moved(anchor, length.count, length.unit)).valued(length.value)
    if relation == "for" and scene.tense is Tense.PRESENT:
        return replace(length, side=-1).settle(scene)
    return None
