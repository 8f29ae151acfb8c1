"""Spans: half-open offsets in Unicode code points of a report's text as given."""

from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words that `spans` cover, pieces joined by " ... "."""
    return " ... ".join(text[start:end] for start, end in spans)


def overlap(one: Span, other: Span) -> bool:
    """Whether the two share a character."""
    return one[0] < other[1] and other[0] < one[1]


def within(inner: Span, outer: Span) -> bool:
    """Whether `outer` covers all of `inner`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
