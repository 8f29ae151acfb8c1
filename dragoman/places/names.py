"""Place names to the keys they are looked up by: without case, accents, hyphens, articles and words such as "province".

`key` is what the gazetteer stores and must not change without a new gazetteer (schema.FORMAT).
"""

import unicodedata
from functools import lru_cache
from typing import Final

# What newspapers put around a name and gazetteers do not, longest first.
BEFORE: Final = (
    "the ", "city of ", "province of ", "region of ", "state of ", "town of ", "village of ", "port of ", "county of ",
    "township of ", "island of ", "district of ", "governorate of ", "republic of ", "emirate of ",
)  # fmt: skip
# The same, but what is left may be another place: tried last, and with four letters left at least.
PART: Final = (
    "northern ", "southern ", "eastern ", "western ", "central ", "north eastern ", "north western ", "south eastern ",
    "south western ", "northeastern ", "northwestern ", "southeastern ", "southwestern ", "northeast ", "northwest ",
    "southeast ", "southwest ", "downtown ", "greater ", "upstate ", "mainland ", "rural ", "metro ", "metropolitan ",
    "inner ", "outer ", "upper ", "lower ", "mid ", "north ", "south ", "east ", "west ", "gulf of ",
)  # fmt: skip
AFTER: Final = (
    " province", " region", " district", " oblast", " governorate", " county", " city", " state", " town", " township",
    " village", " prefecture", " municipality", " parish", " borough", " islands", " island", " krai", " republic",
    " area", " metropolitan area", " capital territory", " peninsula", " river", " airport", " valley", " subdistrict",
    " regency", " metro area", " refugee camp", " camp", " harbour", " harbor", " port", " beach", " basin", " delta",
)  # fmt: skip

# Words of names that are written short as often as in full.
_WORDS: Final = {"st.": "saint", "st": "saint", "ste.": "sainte", "ft.": "fort", "ft": "fort", "mt.": "mount",
                 "mt": "mount", "&": "and", "twp.": "township", "co.": "county"}  # fmt: skip
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h",
     "’": None, "‘": None, "ʼ": None, "ʻ": None, "'": None, "`": None, "′": None, "ʿ": None, "ʾ": None,
     "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "−": " "}
)  # fmt: skip


def key(name: str) -> str:
    """`name` in lower case, accents, apostrophes and hyphens gone, "St." as "saint", "U.S." as "us."."""
    low = name.lower()
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c)).lower()
    words = low.translate(_LETTERS).split()
    if len(words) > 1:
        words = [_WORDS.get(word, word) for word in words[:-1]] + [_last(words)]
    joined = " ".join(words)
    return joined if "." not in joined else " ".join(_initials(word) for word in joined.split())


def _last(words: list[str]) -> str:
    """The last word: "St" there is a street, "Co." a county."""
    return _WORDS[words[-1]] if words[-1] in ("co.", "twp.") else words[-1]


def _initials(word: str) -> str:
    """As "d.c." -> "dc.", "w.va." -> "wva."."""
    return word[:-1].replace(".", "") + word[-1] if word.strip(".") else word


@lru_cache(maxsize=16384)
def variants(name: str) -> tuple[str, ...]:
    """The keys to try for `name`, the fullest first: "the Helmand province" gives helmand province, helmand."""
    full = key(_bare(name)).strip(" ,")
    found = [full] if full != full.strip(".") else []  # "U.S." and "Md." have their stop, the end of a sentence too
    found.append(full.strip("."))
    for start in BEFORE:
        if found[-1].startswith(start):
            found.append(found[-1].removeprefix(start))
    for end in AFTER:
        if found[-1].endswith(end):
            found.append(found[-1].removesuffix(end))
            break
    for start in PART:
        if found[-1].startswith(start) and len(found[-1]) > len(start) + 3:
            found.append(found[-1].removeprefix(start))
            break
    return tuple(dict.fromkeys(part for part in found if part))


def _bare(name: str) -> str:
    for end in ("'s", "’s"):
        name = name.removesuffix(end)
    return name
