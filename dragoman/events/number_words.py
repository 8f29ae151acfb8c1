"""Words at an index to the one number they name: figures, number words, words like "dozens" (data/numbers.tsv)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dragoman.events.currencies import before
from dragoman.events.lexicon import table
from dragoman.times.words import numbers_of

DASHES: Final = frozenset({"-", "–", "—", "‑"})
MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of data/numbers.tsv: its words, kind and values."""

    words: tuple[str, ...]
    kind: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Number:
    """A number read at some token, and the index after it; `scaled` if it had a "million" of its own."""

    low: float
    high: float
    end: int
    scaled: bool = False
    currency: str | None = None


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """First word to the phrases that begin with it, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for row in table("numbers.tsv"):
        words = tuple(row["phrase"].split())
        low = float(row["low"] or 0)
        found.setdefault(words[0], []).append(Phrase(words, row["kind"], low, float(row["high"] or low)))
    return {word: tuple(sorted(rows, key=lambda p: -len(p.words))) for word, rows in found.items()}


@cache
def _scales(money: bool) -> dict[str, float]:
    kinds = ("scale", "money_scale") if money else ("scale",)
    return {row["phrase"]: float(row["low"]) for row in table("numbers.tsv") if row["kind"] in kinds}


def number(word: str) -> int | None:
    """The whole number that one word or figure names, None if it names none.

    >>> number("seven"), number("1,200"), number("2.5"), number("ninety-two")
    (7, 1200, None, 92)
    """
    got = _number(word.replace("-", " - ").split(), 0, money=False)
    whole = got is not None and got.end == len(word.replace("-", " - ").split())
    return int(got.low) if got is not None and whole and got.low == got.high and got.low.is_integer() else None


def phrase(words: Sequence[str], i: int, kinds: frozenset[str]) -> Phrase | None:
    """The longest phrase of one of `kinds` that begins at `i`, or None."""
    for phrase in phrases().get(words[i], ()) if i < len(words) else ():
        if phrase.kind in kinds and tuple(words[i : i + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def plain(words: Sequence[str], i: int) -> Number | None:
    """A figure or words for one number, with the sign of its currency before it."""
    if i >= len(words):
        return None
    head, dollar, rest = words[i].partition("$")
    glued = _figure(rest, True) if head and dollar and head + dollar in before() else None
    if glued is not None:  # "hk$20" is one word for some tokenizers
        got = _number([rest, *words[i + 1 : i + 3]], 0, money=True)
        return None if got is None else replace(got, end=i + got.end, currency=before()[head + dollar])
    sign = before().get(words[i])
    if sign is not None:
        got = _number(words, i + 1, money=True)
        return None if got is None else replace(got, currency=sign)
    vague = phrase(words, i, frozenset({"range", "whole"}))
    if vague is not None:
        return _scaled_vague(words, vague, i + len(vague.words))
    return _number(words, i, money=False)


def _scaled_vague(words: Sequence[str], vague: Phrase, i: int) -> Number:
    """As "several hundred", "a few dozen"; an "of" between belongs to the noun."""
    times = 1.0
    while vague.high < 10 and vague.low > 0 and i < len(words) and words[i] in _scales(False):
        times *= _scales(False)[words[i]]
        i += 1
    return Number(vague.low * times, vague.high * times, i, True)


def _number(words: Sequence[str], i: int, *, money: bool) -> Number | None:
    got = _figure(words[i], money) if i < len(words) else None
    if got is None:
        return _spelt(words, i)
    value, scaled = got
    at = i + 1
    while at < len(words) and (times := _scales(money).get(words[at].rstrip("."))) is not None:
        if len(words[at]) > 2 or money:
            value, at, scaled = value * times, at + 1, True
    return Number(value, value, at, scaled)


def _figure(word: str, money: bool) -> tuple[float, bool] | None:
    """The value of "12", "1,200", "2.5", "1.5bn"; whether it had a scale."""
    letters = word.rstrip(".").lstrip("0123456789.,")
    digits = word[: len(word.rstrip(".")) - len(letters)] if letters else word.rstrip(".")
    times = _scales(True).get(letters, 0.0) if letters else 1.0
    plain = digits.replace(",", "")
    head = digits.partition(".")[0]
    grouped = all(len(group) in (2, 3) for group in head.split(",")[1:])
    whole, _, rest = plain.partition(".")
    sound = plain.isascii() and whole.isdigit() and (not rest or rest.isdigit()) and len(plain) <= MOST_DIGITS
    if not sound or not times or not grouped or (len(letters) == 1 and not money):
        return None
    return round(float(plain) * times, 6), bool(letters)


def _spelt(words: Sequence[str], i: int) -> Number | None:
    """A number in words: "two hundred and fifty thousand", "forty-two", "a million", "one and a half million"."""
    ones, tens, scales = numbers_of("ones"), numbers_of("tens"), _scales(False)
    total = current = 0.0
    at, found = i, False
    if i + 1 < len(words) and words[i] in ("a", "an", "one") and words[i + 1] in scales:
        current, at, found = 1.0, i + 1, True
    while at < len(words):
        word = words[at]
        if word in tens and current % 100 == 0:
            current, at, found = current + tens[word], at + 1, True
            if at + 1 < len(words) and words[at] in DASHES and words[at + 1] in ones and ones[words[at + 1]] < 10:
                at += 1
        elif word in ones and current % 10 == 0 and (current % 100 == 0 or ones[word] < 10):
            current, at, found = current + ones[word], at + 1, True
        elif word in scales and found and current:
            step = scales[word]
            if step <= 100:
                current *= step
            else:
                total, current = total + current * step, 0.0
            at += 1
        elif found and words[at : at + 3] == ["and", "a", "half"]:
            current, at = current + 0.5, at + 3
        elif word == "and" and found and (total or current >= 100) and current % 100 == 0 and _goes_on(words, at + 1):
            at += 1
        else:
            break
    if not found:
        return None
    return Number(total + current, total + current, at, total > 0 or current >= 100)


def _goes_on(words: Sequence[str], i: int) -> bool:
    """Whether a number below a hundred follows, and no noun of its own ("two hundred and 30 others" does not)."""
    return i < len(words) and (words[i] in numbers_of("tens") or words[i] in numbers_of("ones"))
