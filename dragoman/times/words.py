"""A text to its words for the grammar of time phrases: lower-case forms with offsets, paragraph ends as words."""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

# Runs of digits and of letters are words of their own, so "1990s" and "27-year" read alike in every tokenizer.
WORD: Final = re.compile(r"[^\W\d_]+|\d+|\n[ \t\r\f\v]*\n|[^\w\s]|_")
PARAGRAPH: Final = "\n"
PAD: Final = 8  # empty words past the end, so that the grammar may look ahead without asking


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`: `low[i]` in lower case at `text[start[i]:end[i]]`; `size` is without the padding.

    `dates` and `verbs` hold what has been read at an index, as several readers ask for the same date, and the phrases
    of one sentence for the same verbs; `left` and `right` the index of the nearest of these.
    """

    text: str
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    size: int
    dates: dict[int, object] = field(default_factory=dict, compare=False, repr=False)
    verbs: dict[int, object] = field(default_factory=dict, compare=False, repr=False)
    left: dict[int, int] = field(default_factory=dict, compare=False, repr=False)
    right: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def glued(self, i: int) -> bool:
        """Whether word `i` stands directly on the word before it."""
        return 0 < i < self.size and self.start[i] == self.end[i - 1] and self.low[i - 1] != PARAGRAPH

    def raw(self, i: int) -> str:
        """The word as printed."""
        return self.text[self.start[i] : self.end[i]]

    def capital(self, i: int) -> bool:
        """Whether the word begins with a capital."""
        return self.text[self.start[i] : self.start[i] + 1].isupper()


def words_of_text(text: str) -> Words:
    """The words of `text`, one pass, linear in its length."""
    spans = [match.span() for match in WORD.finditer(text)]
    lower = text.lower()
    if len(lower) == len(text):
        words = [lower[first:last] for first, last in spans]
    else:  # a capital whose small letter is two characters
        words = [text[first:last].lower() for first, last in spans]
    low = [PARAGRAPH if word[0] == "\n" else word for word in words]
    start, end = [first for first, _ in spans], [last for _, last in spans]
    pad, size = len(text), len(low)
    return Words(text, (*low, *[""] * PAD), (*start, *[pad] * PAD), (*end, *[pad] * PAD), size)


@cache
def lexicon() -> dict[str, dict[str, str]]:
    """Class of words (weekday, month, unit ...) to word to value, from data/words.tsv."""
    rows = files("dragoman.times").joinpath("data/words.tsv").read_text("utf-8").splitlines()[1:]
    out: dict[str, dict[str, str]] = {}
    for row in rows:
        word, kind, value = row.split("\t")
        out.setdefault(kind, {})[word] = value
    return out


@cache
def numbers_of(kind: str) -> dict[str, int]:
    """A class whose values are whole numbers: weekday, month, ordinal, today, turn ..."""
    return {word: int(value) for word, value in lexicon()[kind].items()}
