"""Words of a report and of a filter -> forms that can be compared: without accents, without case, by their lemmas."""

import re
import unicodedata
from collections.abc import Set
from functools import cache, lru_cache
from typing import Final, TypeAlias

Words: TypeAlias = tuple[str, ...]

WORD: Final = re.compile(r"\w+")
# Letters that are no letter with an accent to Unicode, as English newspapers print them.
PLAIN: Final = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "ħ": "h",
        "Ħ": "H",
        "ı": "i",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "þ": "th",
        "Þ": "Th",
    }
)
ENDINGS: Final = {"VBD": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s"}  # Penn tag of an inflected form -> its ending
VOWELS: Final = frozenset("aeiouy")
# Words that look inflected and are not: their "lemma" is another word.
BARE: Final = frozenset("bring feed hundred news nothing seed sometimes species thing this thus united unless".split())

# a word, another, whether one is an inflected form of the other or both are of a third
EXAMPLES: Final = (
    ("sanction", "sanctions", True),
    ("sanctions", "sanctioned", True),
    ("negotiating", "negotiated", True),
    ("embassy", "embassies", True),
    ("agreed", "agrees", True),
    ("stopping", "stops", True),
    ("seek", "sought", True),
    ("led", "leads", True),
    ("gunman", "gunmen", True),
    ("united", "units", False),
    ("seed", "see", False),
    ("news", "new", False),
    ("bed", "be", False),
    ("his", "hi", False),
    ("thing", "the", False),
    ("gas", "ga", False),
)


def plain(text: str) -> str:
    """`text` with its letters without accents, in their case; what has no such letter stays."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))


def cased(text: str) -> Words:
    """The words of `text` in order, without accents: "Côte d'Ivoire" gives Cote, d, Ivoire."""
    return tuple(WORD.findall(plain(text)))


def folded(text: str) -> Words:
    """The words of `text` in order, without accents and case."""
    return tuple(word.casefold() for word in cased(text))


def holds(words: Words, run: Words) -> bool:
    """Whether `run` stands in `words`, one after another; an empty run does not."""
    size = len(run)
    return size > 0 and any(words[i : i + size] == run for i in range(len(words) - size + 1))


def holds_forms(words: Words, run: Words) -> bool:
    """The same for folded words of which each may stand in any inflected form."""
    size = len(run)
    wanted = [bases(word) for word in run]
    starts = range(len(words) - size + 1) if size else ()
    return any(all(_agree(words[i + k], run[k], wanted[k]) for k in range(size)) for i in starts)


def holds_any(words: Words, runs: Set[Words]) -> bool:
    """Whether one of `runs` stands in `words`."""
    sizes = sorted({len(run) for run in runs} - {0})
    return any(words[i : i + size] in runs for size in sizes for i in range(len(words) - size + 1))


def _agree(word: str, wanted: str, wanted_bases: frozenset[str]) -> bool:
    return word == wanted or not wanted_bases.isdisjoint(bases(word))


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[str]:
    """The lemmas that a word without case and accents may have as a verb or noun, itself among them."""
    from dragoman.language.lemmas import lemma

    found = {word}
    if word not in BARE:
        found |= {lemma(word, tag, word, _vocabulary()) for tag in ENDINGS if _inflected(word, tag)}
    return frozenset(found)


def _inflected(word: str, tag: str) -> bool:
    """Whether the word, if it has the ending of `tag`, has a stem before it: a vowel, or before an -s three letters."""
    ending = ENDINGS[tag]
    stem = word.removesuffix(ending)
    return stem == word or (len(stem) > 2 if ending == "s" else not VOWELS.isdisjoint(stem))


@cache
def _vocabulary() -> frozenset[str]:
    from dragoman.language.model import model

    return model().pieces.vocabulary
