"""A time phrase in words and an anchor day to the days it means; pure, no Doc needed."""

from dataclasses import replace
from datetime import date

from dragoman.records import Anchor, Span, When
from dragoman.times.bounds import Range, bounded, relation_before
from dragoman.times.find import Found, find
from dragoman.times.meaning import Meaning, Scene, Tense
from dragoman.times.relative import SOME, Length
from dragoman.times.stretch import Stretch
from dragoman.times.words import words_of_text


def resolve(
    phrase: str,
    *,
    anchor: date | None,
    basis: Anchor,
    tense: Tense,
    narrative: date | None = None,
    text: Span | None = None,
) -> When | None:
    """The interval that `phrase` means ("since 2006", "next Tuesday"), or None when it settles no day.

    `anchor` is the day of publication or speaking (`basis` says which) and may be None: then only phrases that state
    their year settle. `narrative` is the date last named, for "two days later"; `text` is handed on to the When.
    """
    found = find(words_of_text(phrase))
    if not found:
        return None
    return settle(found[0], Scene(anchor, tense, narrative), basis, text)


def settle(found: Found, scene: Scene, basis: Anchor, text: Span | None = None) -> When | None:
    """The When of a found phrase in a scene; None when the scene is too poor or the phrase names no days."""
    stretch = bounded(found.relation, found.meaning, scene)
    if stretch is None or (stretch.start is None and stretch.end is None):
        return None
    relative = scene.anchor is not None and not _stands_alone(found, stretch)
    anchor = Anchor.NARRATIVE if stretch.told else basis if relative else Anchor.STATED
    return When(stretch.start, stretch.end, stretch.precision, anchor, text)


def _stands_alone(found: Found, stretch: Stretch) -> bool:
    """Whether the phrase says its own year and reaches to no anchor day."""
    return stretch.stated and found.relation in ("in", "from", "between")


def value_of(meaning: Meaning, scene: Scene) -> str:
    """The TIMEX3 value of a meaning in a scene; "XXXX..." forms where the scene cannot settle it."""
    stretch = meaning.settle(scene)
    own = getattr(meaning, "value", None)
    if isinstance(own, str):
        return own
    if stretch is not None:
        return stretch.value
    return _unsettled(meaning, scene)


def _unsettled(meaning: Meaning, scene: Scene) -> str:
    side = getattr(meaning, "side", None) or getattr(meaning, "turn", None) or 0
    if getattr(meaning, "count", None) == SOME or scene.anchor is not None:
        return "FUTURE_REF" if side > 0 else "PAST_REF"
    month, day = getattr(meaning, "month", None), getattr(meaning, "day", None)
    if month:
        return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    number = getattr(meaning, "number", None)
    return f"XXXX-WXX-{number + 1}" if number is not None and hasattr(meaning, "near") else "XXXX"


__all__ = ["Length", "Range", "relation_before", "replace", "resolve", "settle", "value_of"]
