"""Place names to the keys they are looked up by: without case, accents, articles and words such as "province"."""

import unicodedata
from typing import Final

# What newspapers put around a name and gazetteers do not, longest first.
BEFORE: Final = ("the ", "city of ", "province of ", "region of ", "state of ", "town of ", "village of ", "port of ")
AFTER: Final = (" province", " region", " district", " oblast", " governorate", " county", " city", " state", " town")


def key(name: str) -> str:
    """`name` in lower case, letters without accents, apostrophes as "'", white space as single blanks."""
    if name.isascii():
        return " ".join(name.lower().split())
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʼ", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())


def variants(name: str) -> tuple[str, ...]:
    """The keys to try for `name`, the fullest first: "the Helmand province" gives helmand province, helmand."""
    full = key(name).removesuffix("'s").strip(" ,")
    found = [full] if full != full.strip(".") else []  # "U.S." and "Md." have their stop, the end of a sentence too
    found.append(full.strip("."))
    for start in BEFORE:
        if found[-1].startswith(start):
            found.append(found[-1].removeprefix(start))
    for end in AFTER:
        if found[-1].endswith(end):
            found.append(found[-1].removesuffix(end))
            break
    if full.startswith(("st ", "st. ")):
        found.append("saint " + full.partition(" ")[2])
    return tuple(dict.fromkeys(part for part in found if part))
