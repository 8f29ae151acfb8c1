"""Words of a sentence to the amounts they name: figures, number words, ranges and sums of money (data/numbers.tsv)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.events.currencies import after, before
from dragoman.events.number_words import DASHES, Number, phrase, phrases, plain
from dragoman.records import Attribute
from dragoman.times.words import numbers_of

BOUNDS: Final = frozenset({"least", "above", "most", "below", "about", "same"})
PERCENT: Final = frozenset({"%", "percent", "pct"})
# What stands before a year and not before a count.
DATED: Final = frozenset(
    """in since until till by from before after during early late mid of january february march april may june july
    august september october november december , summer winter spring autumn""".split()
)


@dataclass(frozen=True, slots=True)
class Amount:
    """The tokens `start:end` name from `low` to `high`, both included; None is an open side.

    `about` marks a rounded figure, which `low` and `high` both give. `currency` is an ISO 4217 code, empty for money of
    a currency that the words leave open, None for what is no money.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    about: bool = False
    currency: str | None = None

    @property
    def exact(self) -> bool:
        """Whether it is one figure, neither bounded nor rounded."""
        return self.low == self.high and not self.about

    def written(self, name: str) -> dict[str, Attribute]:
        """As attributes: {"killed": 12}, {"killed_about": 300}, {"killed_low": 40, "killed_high": 60}."""
        if self.about and self.low is not None:
            return {f"{name}_about": _plain(self.low)}
        if self.low is not None and self.low == self.high:
            return {name: _plain(self.low)}
        ends = {f"{name}_low": self.low, f"{name}_high": self.high}
        return {key: _plain(value) for key, value in ends.items() if value is not None}


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value


def amounts(words: Sequence[str], start: int, end: int) -> list[Amount]:
    """The amounts that the lower-case `words[start:end]` name, in the order of the text; shares in percent are none."""
    found: list[Amount] = []
    i = start
    part = words[:end]
    while i < end:
        got = _amount(part, i) if _may_begin(words[i]) else None
        if got is None:
            i += 1
            continue
        percent = got.end < end and (
            words[got.end] in PERCENT or (words[got.end] == "per" and words[got.end + 1 :][:1] == ["cent"])
        )
        if not percent and not _year(words, got):
            found.append(got)
        i = got.end
    return found


def _year(words: Sequence[str], amount: Amount) -> bool:
    """Whether a bare figure is a year: "since 1988", "March 1991"."""
    plain = amount.exact and amount.end == amount.start + 1 and amount.currency is None and amount.start > 0
    if not plain or len(words[amount.start]) != 4 or not 1800 <= (amount.low or 0) <= 2100:
        return False
    return words[amount.start - 1] in DATED


def _may_begin(word: str) -> bool:
    return (
        word[:1].isdigit()
        or word in phrases()
        or word in numbers_of("ones")
        or word in numbers_of("tens")
        or word in before()
        or ("$" in word and word[-1].isdigit())
        or word in ("between", "from", "a", "an")
    )


def _amount(words: Sequence[str], start: int) -> Amount | None:
    """The amount that begins at `start`: bounds, then a number, a range or a word like "dozens", then "or more"."""
    i = start
    bounds: list[str] = []
    while (bound := phrase(words, i, BOUNDS)) is not None and len(bounds) < 3:
        bounds.append(bound.kind)
        i += len(bound.words)
    spread = _between(words, i) or _span(words, i)
    if spread is None:
        return None
    amount = _named_currency(words, Amount(start, spread.end, spread.low, spread.high, currency=spread.currency))
    for kind in reversed(bounds):
        amount = _bounded(amount, kind)
    return _tailed(words, amount)


def _bounded(amount: Amount, kind: str) -> Amount:
    low, high = amount.low, amount.high
    step = 0.0 if amount.currency is not None else 1.0
    match kind:
        case "least" | "or_more":
            return replace(amount, high=None)
        case "above":
            return replace(amount, low=None if low is None else low + step, high=None)
        case "most" | "or_fewer":
            return replace(amount, low=None)
        case "below":
            return replace(amount, low=None, high=None if high is None else high - step)
        case "about" | "or_so":
            return replace(amount, about=low == high)
    return amount


def _tailed(words: Sequence[str], amount: Amount) -> Amount:
    i = amount.end
    tail = phrase(words, i, frozenset({"or_more", "or_so", "or_fewer"}))
    if tail is not None:
        return replace(_bounded(amount, tail.kind), end=i + len(tail.words))
    if words[i : i + 1] == ["odd"]:
        return replace(_bounded(amount, "about"), end=i + 1)
    if i + 1 < len(words) and words[i] in DASHES and words[i + 1] == "odd":
        return replace(_bounded(amount, "about"), end=i + 2)
    return amount


def _named_currency(words: Sequence[str], amount: Amount) -> Amount:
    """With the currency whose name stands behind the figure: "2 million Swiss francs", "a 5 million-dollar loan"."""
    i = amount.end
    if amount.currency is not None or i >= len(words):
        return amount
    if words[i] in DASHES:
        i += 1
    found = after(words, i)
    return amount if found is None else replace(amount, end=found[1], currency=found[0])


def _between(words: Sequence[str], i: int) -> Number | None:
    """As "between 40 and 60"; of "from 10 to 14" the second."""
    opening = words[i] if i < len(words) else ""
    if opening not in ("between", "from"):
        return None
    first = plain(words, i + 1)
    if first is None or first.end >= len(words) or words[first.end] not in ("and", "to"):
        return None
    second = plain(words, first.end + 1)
    if second is None:
        return None
    return replace(second, low=second.low) if opening == "from" else _joined(first, second)


def _joined(first: Number, second: Number) -> Number | None:
    low = first.low
    if second.scaled and not first.scaled and low < 1000 <= second.high:
        low *= _scale_of(second.high)  # "2 to 3 million"
    if low >= second.high:
        return None
    return replace(second, low=low, currency=first.currency if first.currency is not None else second.currency)


def _scale_of(value: float) -> float:
    return next(s for s in (1e12, 1e9, 1e6, 1e3, 1.0) if value >= s)


def _span(words: Sequence[str], i: int) -> Number | None:
    """A number, or two: "40 to 60", "40-60", "two or three"."""
    first = plain(words, i)
    if first is None or first.end + 1 >= len(words) or first.low != first.high:
        return first
    link = words[first.end]
    if link in DASHES or link in ("to", "or"):
        second = plain(words, first.end + 1)
        if second is not None and second.low == second.high:
            return _joined(first, second) or (first if link != "to" else None)
    return first
