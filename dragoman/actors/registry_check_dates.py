"""Dates and dated texts to the faults in them: what ends before it begins, what overlaps."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dragoman.actors.registry_records import Dated


def disordered(start: date | None, end: date | None) -> bool:
    """Whether it ends before or as it begins."""
    return start is not None and end is not None and end <= start


def together(one: Dated, other: Dated) -> bool:
    """Whether both hold on some day."""
    begins = max(one.start or date.min, other.start or date.min)
    return begins < min(one.end or date.max, other.end or date.max)


def spans(owner: str, held: tuple[Dated, ...]) -> Iterator[str]:
    """Each has a text and an order."""
    for item in held:
        if not item.text or disordered(item.start, item.end):
            yield f"{owner}: {item.text!r} is empty or ends before it begins"


def in_turn(owner: str, held: tuple[Dated, ...]) -> Iterator[str]:
    """Names and sectors follow one another without overlap."""
    for one, after in pairwise(held):
        if one.end is None or after.start is None or one.end > after.start:
            yield f"{owner}: {one.text} and {after.text} overlap"
