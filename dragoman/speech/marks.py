"""Takes a quotation mark in its text, says whether it may open or close there, by its shape and its neighbours.

A mark is handed on as the plain one it stands for: the leftover "&quot;" is '"', "&rsquo;" is "’".
"""

import re
from typing import Final

from dragoman.records import Span

# mark -> the marks that close it. Straight marks and the typewriter's '' close themselves; German and Swedish print
# their own pairs, old wires write ``so'', and mixed styles are common: opened curly, closed straight.
CLOSERS: Final = {
    "“": frozenset(("”", '"', "''")),
    "„": frozenset(("“", "”", '"', "''")),
    "«": frozenset("»"),
    "»": frozenset("«"),
    '"': frozenset(('"', "”", "''")),
    "``": frozenset(("''", '"', "”")),
    "''": frozenset(("''", '"', "”")),
    "”": frozenset(("”", '"', "''")),
    "「": frozenset("」"),
    "『": frozenset("』"),
    "‘": frozenset("’'"),
    "'": frozenset("'’"),
    "‚": frozenset("‘’'"),
    "`": frozenset("'’`"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
}
SINGLE: Final = frozenset("‘'‚`‹›")
OPENERS: Final = frozenset(("“", "„", "«", "``", "「", "『"))  # open wherever they stand
STRAIGHT: Final = frozenset(('"', "''"))
ENTITIES: Final = {
    "&quot;": '"',
    "&#34;": '"',
    "&#x22;": '"',
    "&apos;": "'",
    "&#39;": "'",
    "&#x27;": "'",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&laquo;": "«",
    "&raquo;": "»",
    "＂": '"',
}
MARK: Final = re.compile(r"``|''|[“”„«»\"‘’'‚`‹›「」『』＂]|&(?:quot|apos|[lr]dquo|[lr]squo|[lr]aquo|#3[49]|#x2[27]);")
OPENING: Final = frozenset("([{—–-/“„«‘\"'「『")
ENDING: Final = frozenset(".,;:!?)]}…—–")
# An apostrophe where a letter is left out, or the ayin of an Arabic name, opens nothing.
ELIDED: Final = re.compile(
    r"(?:[Ee]m|[Tt]il|[Tt]is|[Tt]was|[Cc]ause|[Bb]out|[Rr]ound|[Nn]|Abd|Abdul|Abdullah|Ali|Umar|Uthman|Amr|Isa|Ayn|Alawi"
    r"|Aziz|Adil|Imad|Isam|Asir|Anbar|Aden)\b"
)
WORD_AFTER: Final = re.compile(r"\s?[^\W\d_]")


def plain(mark: str) -> str:
    """The mark that an entity or a wide form stands for, else the mark itself."""
    return ENTITIES.get(mark, mark)


def sides(text: str, at: int, end: int, mark: str, span: Span) -> tuple[bool, bool]:
    """Whether the mark at `at` to `end` may open and whether it may close. Both: its neighbours do not tell."""
    before = text[at - 1] if at > span[0] else " "
    after = text[end] if end < span[1] else " "
    left = before.isspace() or before in OPENING
    starts = (left or (before in ".,:;!?" and mark in "“‘„``")) and not after.isspace()
    if mark in "‹›":
        return (mark == "‹" or starts, mark == "›" or not starts)
    if mark in OPENERS:
        return (True, mark in "“«" and not starts)
    if mark in "”»":
        return (starts, True)
    if mark in "」』":
        return (False, True)
    if mark in "‘‚`":
        word = before.isalnum() and after.isalnum()
        return (
            starts and not after.isdigit() and not ELIDED.match(text, end),
            mark in "‘`" and not starts and not word,
        )
    if mark == "’":
        return (False, not (before.isalnum() and after.isalnum()) and not before.isspace())
    if mark == "'":
        word = before.isalnum() and after.isalnum()
        opens = starts and not after.isdigit() and not word and not ELIDED.match(text, end)
        return (opens, not before.isspace() and not after.isalnum())
    return _straight(before, after, left)


def _straight(before: str, after: str, left: bool) -> tuple[bool, bool]:
    """A straight double mark: clear with white space at one side, else either; after a number it is an inch mark."""
    right = after.isspace() or after in ENDING
    if left and not right:
        return (True, before in "”.,!?")
    if right and not left:
        return (False, True)
    return (not before.isdigit(), True)


def apostrophe(text: str, at: int, mark: str, opener: str) -> bool:
    """Whether a mark that could close `opener` is part of a word or number: "the rebels' camp", "a 15" gun"."""
    if text[at - 1 : at].isdigit():
        return bool(WORD_AFTER.match(text, at + len(mark)))
    tail = text[at + 1 : at + 3]
    plural = mark in "'’" and opener in SINGLE and text[at - 1 : at] in ("s", "z")
    return plural and tail[:1] == " " and tail[1:].islower()
