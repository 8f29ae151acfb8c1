"""A time phrase in words and an anchor day to the days it means; pure, no Doc needed."""

from datetime import date
from typing import Final

from dragoman.records import Anchor, Precision, Span, When
from dragoman.times.bounds import Range, bounded
from dragoman.times.find import Found, find
from dragoman.times.meaning import Kind, Meaning, Scene, Tense, Then
from dragoman.times.relative import SOME
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
    alone = stretch.stated and (found.relation in ALONE or scene.anchor not in (stretch.start, stretch.end))
    anchor = Anchor.NARRATIVE if stretch.told else Anchor.STATED if alone or scene.anchor is None else basis
    precision = Precision.DAY if stretch.start and stretch.start == stretch.end else stretch.precision
    return When(stretch.start, stretch.end, precision, anchor, text)


# Relations that never reach to the anchor day, as "since 2006" and "until 2025" do.
ALONE: Final = frozenset({"in", "from", "between", "as of"})


def value_of(meaning: Meaning, scene: Scene) -> str:
    """The TIMEX3 value of a meaning in a scene; "XXXX..." forms where the scene cannot settle it."""
    stretch = meaning.settle(scene)
    own = getattr(meaning, "value", None)
    if isinstance(own, str):
        return own
    if stretch is not None:
        return stretch.value
    return _unsettled(meaning, scene)


def values_of(found: Found, scene: Scene) -> list[tuple[Meaning, Span, str]]:
    """Each TIMEX3 of a found phrase with its span and value: the phrase itself, or the two ends of a range."""
    if isinstance(found.meaning, Then) and scene.last is None:  # "until then" after nothing
        return []
    if not found.parts:
        return [(found.meaning, (found.start, found.end), value_of(found.meaning, scene))]
    ends = found.meaning.ends(scene) if isinstance(found.meaning, Range) else (None, None)
    out = []
    for (meaning, start, end), settled in zip(found.parts, ends, strict=True):
        value = settled.value if settled and meaning.kind in (Kind.DATE, Kind.TIME) else value_of(meaning, scene)
        out.append((meaning, (start, end), value))
    return out


def _unsettled(meaning: Meaning, scene: Scene) -> str:
    side = getattr(meaning, "side", None) or getattr(meaning, "turn", None) or 0
    if getattr(meaning, "count", None) == SOME or scene.anchor is not None:
        return "FUTURE_REF" if side > 0 else "PAST_REF"
    month, day = getattr(meaning, "month", None), getattr(meaning, "day", None)
    if month:
        return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    number = getattr(meaning, "number", None)
    return f"XXXX-WXX-{number + 1}" if number is not None and hasattr(meaning, "near") else "XXXX"
