"""Words to times that no calendar holds: "now", "recently", "the near future"; and to the date last named: "then"."""

from functools import cache
from typing import Final

from dragoman.times.meaning import Then, Vague
from dragoman.times.read_dates import Read
from dragoman.times.words import Words, lexicon

FREE: Final = frozenset("and or but to in at for with when after before if that as by on from while who which".split())


# Words, value, a sentence where they are such a time, one where they are not.
REFS: Final = (
    ("the near future", "FUTURE_REF", "A vote is due in the near future.", "A nearer future was drawn."),
    ("the distant future", "FUTURE_REF", "It lies in the distant future.", "The distant futures market fell."),
    ("the near term", "FUTURE_REF", "Prices may fall in the near term.", "The nearest terminal closed."),
    ("the short term", "FUTURE_REF", "It will hurt in the short term.", "A short term paper was sold."),
    ("the long term", "FUTURE_REF", "It will help over the long term.", "A long terminal was built."),
    ("the long run", "FUTURE_REF", "It will pay in the long run.", "They made a long run for the border."),
    ("the recent past", "PAST_REF", "It happened in the recent past.", "The recess past, they met."),
    ("the distant past", "PAST_REF", "It belongs to the distant past.", "They drove past a distant post."),
    ("the past", "PAST_REF", "It was done in the past.", "They went past the gate."),
    ("the future", "FUTURE_REF", "They fear for the future.", "The future king was born."),
)
GOES_ON: Final = FREE | frozenset("it he she they we you i is are was were will has have had would could may".split())
LEADS: Final = frozenset({"in", "into", "of", "for", "from", "about", "over", "at", "on", "to", "than"})
NEEDS: Final = {"run": ("in", "over")}
ADJECTIVES: Final = {"recent": "PAST_REF", "current": "PRESENT_REF"}


@cache
def _refs() -> dict[tuple[str, ...], str]:
    return {tuple(words.split()): value for words, value, *_ in REFS}


def vague(w: Words, i: int) -> Read | None:
    """Such as "now", "recently", "the future", "the past"; "recent" and "current" before a noun."""
    low = w.low[i]
    if low in lexicon()["vague"] and w.low[i + 1] != "as":
        return Vague(lexicon()["vague"][low]), i + 1
    if (low, w.low[i + 1]) in (("right", "now"), ("more", "recently")):
        return Vague(lexicon()["vague"][w.low[i + 1]]), i + 2
    if low in ADJECTIVES:
        noun = w.low[i + 1].isalpha() and w.low[i + 1] not in FREE and w.low[i - 1] != "most" and not w.capital(i)
        return (Vague(ADJECTIVES[low]), i + 1) if noun else None
    if low != "the":
        return None
    for size in (3, 2):
        value = _refs().get(w.low[i : i + size])
        if value and _stands(w, i, i + size):
            return Vague(value), i + size
    return None


def _stands(w: Words, i: int, after: int) -> bool:
    """Whether it is no part of a longer noun phrase ("the future king") and has the preposition that it needs."""
    before = w.low[i - 1] if i else ""
    if w.low[after - 1] in ("past", "future") and w.low[after].isalpha() and w.low[after] not in GOES_ON:
        return False
    needs = NEEDS.get(w.low[after - 1])
    if needs is not None:
        return before in needs
    return before in LEADS or (w.low[after - 1] == "future" and after == i + 3)


def then(w: Words, i: int) -> Read | None:
    """Such as "since then", "by that time", "protested then": the date last named. No TIMEX3 of its own."""
    before = i > 0 and w.low[i - 1] in ("since", "by", "until", "till", "at", "before", "from")
    closes = (
        w.low[i + 1] in (".", ",", ";", "but", "and") and i > 0 and w.low[i - 1].isalpha() and w.low[i - 1] != "and"
    )
    if w.low[i] == "then" and closes:
        return Then(), i + 1
    if not before:
        return None
    if w.low[i] == "then":
        return Then(), i + 1
    if w.low[i : i + 2] in (("that", "time"), ("the", "time")) and w.low[i + 2] not in ("of", "when", "that"):
        return Then(), i + 2
    return None
