"""A text and its day of publication to its time phrases with TIMEX3 types and values; no parser, no clock.

The tense of each phrase is told by the words around it (tense_words.py), the rest is what `Calendar` does with a tree.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.records import Span
from dragoman.times.find import Found, find
from dragoman.times.heading import heading_day
from dragoman.times.meaning import Kind, Meaning, Tense, Then, Vague
from dragoman.times.mending import quotations
from dragoman.times.named import Age
from dragoman.times.read_compared import Latest, YearBefore
from dragoman.times.relative import Every, Length, Today, Turn
from dragoman.times.resolve import values_of
from dragoman.times.story import scenes_of
from dragoman.times.tense_words import tense_by_words
from dragoman.times.words import Words, words_of_text


@dataclass(frozen=True, slots=True)
class Timex:
    """A time phrase: `span` in characters of the text, TIMEX3's type and value."""

    span: Span
    kind: Kind
    value: str


def tag(text: str, *, published: date | None = None) -> tuple[Timex, ...]:
    """Every time phrase of `text` in order and without overlap, read as printed on the day `published`.

    Without that day a date that stands alone on one of the first lines takes its place; without either, phrases that do
    not say their year get values such as "XXXX-WXX-1". Linear in the length of the text; raises nothing.
    Source of types and values: TimeML 1.2.1, TIMEX3 (values after ISO 8601).
    """
    words = words_of_text(text)
    found = find(words)
    anchor = published or heading_day(words)
    tenses = [_tense(words, one) for one in found]
    out: list[Timex] = []
    for one, scene in zip(found, scenes_of(found, tenses, anchor, quotations(words)), strict=True):
        if not one.hidden:
            out.extend(Timex(span, meaning.kind, value) for meaning, span, value in values_of(one, scene))
    return tuple(out)


# Meanings that are the same in every tense.
TENSELESS: Final = (Length, Every, Vague, Then, Age, Today, Turn, YearBefore, Latest)


def _tense(words: Words, found: Found) -> Tense:
    """The tense around a phrase, past where it makes no difference."""
    ends = [meaning for meaning, *_ in found.parts] or [found.meaning]
    if any(_asks(meaning) for meaning in ends):
        return tense_by_words(words, found.first, found.after, found.relation, found.outer)
    return Tense.PAST


def _asks(meaning: Meaning) -> bool:
    """Whether a meaning depends on the tense: a weekday, a date without its year."""
    inner: Meaning | None = getattr(meaning, "of", None)
    while inner is not None:
        meaning, inner = inner, getattr(inner, "of", None)
    return not isinstance(meaning, TENSELESS) and getattr(meaning, "year", None) is None
