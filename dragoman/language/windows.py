"""Words of a report to the encoder's windows: runs of whole paragraphs of up to 180 subwords."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.language.pieces import Pieces

# The training windows hold up to 192. On running text longer windows find names better (wwn dev F1 84.7 at 40 subwords,
# 86.7 at 180) and parse worse (EWT dev LAS 89.7 a sentence alone, 89.1 at 180); given sentences are read nearly alone.
FULL: Final = 128
GIVEN: Final = 40
HARD: Final = 250
_ENDS: Final = frozenset(".!?…")
TITLES: Final = frozenset(
    "Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Gen. Col. Lt. Sgt. Capt. Maj. Adm. Sen. Rep. Gov. Prof. Rev. Brig. Amb. Sec.".split()
)
_CLOSES: Final = frozenset("\"'”’»)]")
_ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr gen col lt sgt capt maj adm sen rep gov prof rev st no jr sr jan feb mar apr jun jul aug sep sept
    oct nov dec u.s u.k u.n e.g i.e vs etc inc ltd co corp a.m p.m
    """.split()
)


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start:end` of the run; `opens` marks those that surely start a sentence (indices into the run)."""

    start: int
    end: int


def windows(words: Sequence[str], opens: Sequence[bool], pieces: Pieces, full: int = FULL) -> list[Window]:
    """Windows of up to about `full` subwords that cover `words` in order.

    `opens[i]` says that a paragraph (or a given sentence) starts at word i: the first place to cut. A paragraph longer
    than a window is cut where a sentence seems to end, and only without such a place inside it.
    """
    sizes = [len(pieces(word)) for word in words]
    total = sum(sizes)
    if not words:
        return []
    # even windows waste less padding than full ones and a short rest
    limit = min(full, -(-total // -(-total // full)) + 24)
    found: list[Window] = []
    start, size, last, sure = 0, 0, 0, False
    i = 0
    while i < len(words):
        if i > start:
            if opens[i]:
                last, sure = i, True
            elif _ended(words, i) and not (sure and size <= full):
                last = i
        if size + sizes[i] > (limit if last > start else HARD):
            cut = last if last > start else i
            found.append(Window(start, cut))
            start, last, sure = cut, cut, False
            size = sum(sizes[cut:i])
            continue
        size += sizes[i]
        i += 1
    found.append(Window(start, len(words)))
    return found


def titled(words: Sequence[str], i: int) -> bool:
    """Whether word `i` opens a sentence with a title, "... in May. Gen. Diallo": the encoder takes it for an end."""
    if words[i] not in TITLES or i < 1:
        return False
    before = words[i - 2] if words[i - 1] in _CLOSES and i > 1 else words[i - 1]
    return before in _ENDS


def _ended(words: Sequence[str], i: int) -> bool:
    """Whether a sentence seems to end before word `i`."""
    before = words[i - 1]
    if before in _CLOSES and i > 1:
        before = words[i - 2]
    if before[-1:] not in _ENDS or not (words[i][:1].isupper() or words[i][:1] in "\"'“‘«("):
        return False
    return before in _ENDS or before.rstrip(".").lower() not in _ABBREVIATIONS
