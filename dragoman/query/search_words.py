"""What a user types to search for (words, "exact phrases", -without) to the Words of it, and these to a query.

Nothing that is typed reaches the database's own query language: words are cut at all but letters and digits.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from dragoman.errors import AskError

MOST: Final = 32  # words of one search; SQLite's parser of queries ends at 256 levels
_PARTS: Final = re.compile(r'(?P<no>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»‟", '"'))

# typed -> the query of SQLite's FTS5. Each row is a test (tests/query/test_query_search_words.py reads this table).
EXAMPLES: Final = (
    ("embassy", '"embassy"'),
    ("embassy Kabul", '"embassy" AND "Kabul"'),
    ('"closed its embassy" -Kabul', '("closed its embassy") NOT ("Kabul")'),
    ('talks -"cease-fire" -truce', '("talks") NOT ("cease fire" OR "truce")'),
    ("cease-fire", '"cease fire"'),
    ("“first line” NOT OR AND", '"first line" AND "NOT" AND "OR" AND "AND"'),
    ('title: x* ^y {z} "a', '"title" AND "x" AND "y" AND "z" AND "a"'),
    ("Xi's visit -- -", '"Xi s" AND "visit"'),
    ("Côte d'Ivoire 北京", '"Côte" AND "d Ivoire" AND "北京"'),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A search: `every` part must be in a report, none of `without`; a part is a word or the words of a phrase."""

    every: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def fts(self) -> str:
        """The query of SQLite's FTS5."""
        return _less(" AND ".join(map(_quoted, self.every)), self.without)

    @property
    def in_title(self) -> str:
        """The same, with every part in the title."""
        return _less("{title}: (" + " AND ".join(map(_quoted, self.every)) + ")", self.without)

    @property
    def in_a_row(self) -> str | None:
        """The same, with the parts one after the other, as they were typed; None where there is but one."""
        return _less(_quoted(" ".join(self.every)), self.without) if len(self.every) > 1 else None

    @property
    def plain(self) -> frozenset[str]:
        """The single words that must be there, in small letters."""
        return frozenset(word.casefold() for part in self.every for word in part.split())


def words(typed: str) -> Words:
    """The search that a user typed. Raises AskError where it names nothing to look for, or more than 32 words."""
    every: list[str] = []
    without: list[str] = []
    for found in _PARTS.finditer(typed.translate(_QUOTES)):
        part = " ".join(_cut(found["phrase"] if found["phrase"] is not None else found["word"]))
        if part:
            (without if found["no"] else every).append(part)
    if not every:
        raise AskError(f"there is no word to look for in {typed!r}", "search", 'As in: embassy "closed its" -Kabul.')
    if len(" ".join((*every, *without)).split()) > MOST:
        raise AskError(f"more than {MOST} words to look for", "search", "Name the words that matter.")
    return Words(tuple(dict.fromkeys(every)), tuple(dict.fromkeys(without)))


def _cut(text: str) -> list[str]:
    """The runs of letters, digits and marks, as FTS5's tokenizer cuts them."""
    return "".join(letter if letter.isalnum() or _mark(letter) else " " for letter in text).split()


def _mark(letter: str) -> bool:
    """Whether it is a mark that belongs to the letter before it: a vowel sign, an accent on its own."""
    return unicodedata.category(letter).startswith("M")


def _quoted(part: str) -> str:
    return f'"{part}"'


def _less(query: str, without: tuple[str, ...]) -> str:
    return f"({query}) NOT ({' OR '.join(map(_quoted, without))})" if without else query
