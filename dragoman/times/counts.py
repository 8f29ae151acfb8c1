"""Number words and figures of time phrases: counts ("two and a half"), ordinals ("14th"), years in words."""

from typing import Final

from dragoman.times.relative import SOME
from dragoman.times.words import Words, lexicon, numbers_of

ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
SCALES: Final = {"hundred": 100, "thousand": 1000}
FRACTIONS: Final = {"half": 0.5, "quarter": 0.25}


def figure(w: Words, i: int) -> int | None:
    """The whole number that word `i` is, when no comma, point, currency or other figure is glued to it."""
    low = w.low[i]
    if not low.isdecimal() or len(low) > 9 or not low.isascii():
        return None
    if w.glued(i) and w.low[i - 1] in "$€£¥#" and w.low[i - 1]:
        return None
    if w.glued(i) and w.low[i - 1] in (",", ".") and w.glued(i - 1) and w.low[i - 2].isdecimal():
        return None
    tail = w.low[i + 1] in (",", ".") and w.glued(i + 1) and w.glued(i + 2) and w.low[i + 2].isdecimal()
    return None if tail else int(low)


def spelt(w: Words, i: int) -> tuple[int, int] | None:
    """A number in words from 1 ("twenty-five", "two thousand", "a hundred") and the index after it."""
    total, at, found = 0, i, False
    ones, tens = numbers_of("ones"), numbers_of("tens")
    while True:
        low = w.low[at]
        if low in tens and total % 100 == 0:
            total, at, found = total + tens[low], at + 1, True
            if w.low[at] == "-" and w.low[at + 1] in ones:
                at += 1
        elif low in ones and total % 10 == 0 and (total % 100 == 0 or ones[low] < 10):
            total, at, found = total + ones[low], at + 1, True
        elif low in SCALES and (found or w.low[at - 1] in ("a", "one")):
            total, at, found = max(total, 1) * SCALES[low], at + 1, True
        else:
            return (total, at) if found and total < 100_000 else None


def count(w: Words, i: int) -> tuple[float, int] | None:
    """How many: a figure, words, "a", "a couple of", "several" (SOME); the index after it."""
    low = w.low[i]
    if low in ("a", "an"):
        return _after_article(w, i + 1)
    if low in lexicon()["some"]:
        return SOME, i + 1
    if low in ("dozens", "scores", "hundreds", "thousands", "tens", "couple") and w.low[i + 1] == "of":
        return (2 if low == "couple" else SOME), i + 2
    if low == "half" and w.low[i + 1] in ("a", "an"):
        return 0.5, i + 2
    whole = figure(w, i)
    got: tuple[float, int] | None = (float(whole), i + 1) if whole is not None else spelt(w, i)
    return _with_fraction(w, *got) if got else None


def _after_article(w: Words, i: int) -> tuple[float, int]:
    low = w.low[i]
    if low == "couple":
        return 2.0, i + 2 if w.low[i + 1] == "of" else i + 1
    if low in ("few", "number"):
        return SOME, i + 2 if w.low[i + 1] == "of" else i + 1
    if low == "dozen":
        return 12.0, i + 1
    if low == "half" and w.low[i + 1] == "-":
        return 0.5, i + 2
    if low in SCALES:
        got = spelt(w, i)
        return (float(got[0]), got[1]) if got else (1.0, i)
    return 1.0, i


def _with_fraction(w: Words, number: float, i: int) -> tuple[float, int]:
    if w.low[i] == "." and w.glued(i) and w.low[i + 1].isdecimal() and w.glued(i + 1):
        return number + float(f"0.{w.low[i + 1][:6]}"), i + 2
    if w.low[i] == "½":
        return number + 0.5, i + 1
    at = i + 1 if w.low[i] == "-" else i
    if w.low[at : at + 3] == ("1", "/", "2"):
        return number + 0.5, at + 3
    if w.low[i] == "and" and w.low[i + 1] == "a" and w.low[i + 2] in FRACTIONS:
        return number + FRACTIONS[w.low[i + 2]], i + 3
    return number, i


def ordinal(w: Words, i: int) -> tuple[int, int] | None:
    """Which one: "14th", "third", "twenty-first", "last" (-1), and the index after it."""
    table = numbers_of("ordinal")
    low = w.low[i]
    if low in table:
        return table[low], i + 1
    whole = figure(w, i)
    if whole is not None and w.low[i + 1] in ENDINGS and w.glued(i + 1):
        return whole, i + 2
    tens = numbers_of("tens")
    if low in tens and w.low[i + 1] == "-" and 0 < table.get(w.low[i + 2], 0) < 10:
        return tens[low] + table[w.low[i + 2]], i + 3
    return None


def year_words(w: Words, i: int) -> tuple[int, int] | None:
    """A year in words, as broadcasters' scripts have it ("nineteen ninety-six"), and the index after it."""
    if w.low[i] in ("nineteen", "eighteen", "twenty"):
        got = spelt(w, i + 1)
        if got and 10 <= got[0] <= 99:
            return {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[w.low[i]] + got[0], got[1]
    if w.low[i] == "two" and w.low[i + 1] == "thousand":
        got = spelt(w, i)
        return got if got and 2000 <= got[0] <= 2099 else None
    return None
