"""Traits to the short texts under which an entry is stored and looked up, so that few entries need be compared.

Two entries may be one only where a key of the one is a probe of the other, and that holds both ways. Days stand in
spans of four days, each entry in those that its own days and one day on either side touch.
"""

from collections.abc import Iterable
from typing import Final

from dragoman.ledger.traits import Traits

NARROW: Final = 7  # days; an entry whose time is wider is looked for by spans of four weeks
WIDEST: Final = 120  # days; a wider time tells nothing
LATE: Final = 14  # days that a report without a time may look back
SPAN, MONTH, YEAR = 4, 28, 365
SLACK, YEAR_SLACK = 1, 45  # days on either side
MOST: Final = 3  # parties of one side, longest stems of a content

FRIENDLY: Final = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
CONTENTS: Final = frozenset({"pledge", "demand", "agreement", "sanction", "advisory", "concern"})
PLACED: Final = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})


def keys(t: Traits) -> tuple[str, ...]:
    """What the entry is stored under: sorted, none for an entry that is never linked."""
    narrow, wide = _both(t)
    return tuple(sorted({*narrow, *(("W" if _wide(t) else "N") + key for key in wide)}))


def probes(t: Traits) -> tuple[str, ...]:
    """What is looked up to find the stored entries that may be the same."""
    narrow, wide = _both(t)
    asked = {*narrow, *("W" + key for key in wide)}
    if _wide(t):
        asked.update("N" + key for key in wide)
    return tuple(sorted(asked))


def window(t: Traits) -> tuple[int, int]:
    """First and last day that the entry may be of; the day it was known where it says none."""
    start = t.start if t.start is not None else t.end
    end = t.end if t.end is not None else t.start
    if start is None or end is None:
        return t.known, t.known
    return (start, end) if start <= end else (end, start)


def _wide(t: Traits) -> bool:
    """Whether the entry's day is open: over more than a week, or unsaid, when it may be news of the weeks before."""
    start, end = window(t)
    return end - start >= NARROW or t.start is None is t.end


def _both(t: Traits) -> tuple[set[str], set[str]]:
    """Keys by spans of days, for narrow times alone, and by months, for all events."""
    if t.family == "statement":
        return set(_statement(t)), set()
    if t.family == "standing":
        return set(_content(t)) if t.label in CONTENTS else set(), set()
    start, end = window(t)
    if end - start >= WIDEST:
        return set(), set()
    first = start - LATE if t.start is None is t.end else start
    wide = {f"{what}|{month}" for what in _by_month(t) for month in _spans(first, end, MONTH, 0)}
    if end - start >= NARROW:
        return set(), wide
    return {f"{what}|{span}" for what in _by_day(t) for span in _spans(start, end, SPAN, SLACK)}, wide


def _spans(start: int, end: int, size: int, slack: int) -> range:
    return range((start - slack) // size, (end + slack) // size + 1)


def _pairs(t: Traits) -> list[str]:
    ones, others = sorted(t.lands)[:MOST], sorted(t.other_lands)[:MOST]
    return ["~".join(sorted((a, b))) for a in ones for b in others]


def _by_month(t: Traits) -> Iterable[str]:
    for parties in _pairs(t) or sorted(t.lands | t.other_lands)[:MOST]:
        yield from (f"{parties}|{act}" for act in (*sorted(t.acts), t.label))


def _by_day(t: Traits) -> Iterable[str]:
    mood = "c" if t.label in FRIENDLY else "x"
    yield from (f"e{mood}|{pair}" for pair in _pairs(t))
    for party in sorted(t.lands | t.other_lands)[: 2 * MOST]:
        yield from (f"a|{party}|{act}" for act in (*sorted(t.acts), t.label))
    if t.place and t.label in PLACED:
        yield f"@{mood}|{t.place}"


def _statement(t: Traits) -> Iterable[str]:
    start, end = window(t)
    if end - start >= NARROW:
        start = end = t.known
    for span in _spans(start, end, SPAN, SLACK):
        for side in sorted(t.lands)[:MOST]:
            yield from (f"q|{side}|{word}|{span}" for word in _longest(t.words))
        yield from (f"s|{person}|{span}" for person in t.persons & t.actors)


def _content(t: Traits) -> Iterable[str]:
    _, end = window(t)
    for year in _spans(end, end, YEAR, YEAR_SLACK):
        for pair in _pairs(t) or sorted(t.lands):
            yield from (f"{t.label}|{pair}|{word}|{year}" for word in (*_longest(t.words), *_longest(t.around)))


def _longest(words: frozenset[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))[: 2 * MOST]
