"""A report's text to band hashes under which copies of one wire text meet; two texts to whether they are copies."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.ledger.copies_words import Words, words

LEAST_WORDS: Final = 8  # of a text that has bands
BAND: Final = 4  # words of a band, some ten of the text
PLAIN: Final = 2  # of them are no names
WHOLE: Final = 20  # bands of the whole text
LEAD: Final = 6  # more bands of its lead, which cut copies keep
LEAD_WORDS: Final = 40  # compared words, some 90 of the text
SHINGLE: Final = 3  # words of a shingle when two texts are compared
GAP: Final = 3  # words between shared runs that count as edited
QUOTED: Final = 0.5  # weight of a word in quotation marks: many reporters hear one speaker
COPIED: Final = 0.5  # share of the shorter text that stands in the longer
LED: Final = 0.35  # the same where the lead is shared: papers add matter of their own, follow-ups repeat background
OPENING: Final = 20  # words of a lead outside quotations, the headline among them, of which half must be shared
KEPT: Final = 0.5  # share of shared frames that hold the same; below it they are of a form filled in anew
FRAMES: Final = 4  # frames from which that share is believed

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, each from 0 to 1, the same whichever text comes first.

    `resemblance` is the Jaccard index of their word shingles, `containment` the share of the shorter text's shingles
    that the longer has (Broder 1997). `covered` is the share of the shorter text's words that lie in such shingles:
    a changed word costs one word there, but three shingles; words in quotation marks weigh QUOTED.
    """

    resemblance: float
    containment: float
    covered: float


def bands(text: str) -> tuple[int, ...]:
    """Up to WHOLE + LEAD signed 64-bit numbers, ascending; copies share one or more, unrelated texts nearly never.

    They are the lowest hashes of the text's runs of BAND words, of the whole and of its lead (the bottom-k sketch of
    Broder 1997, section 4). The lowest hashes of a text are the lowest of any part that holds them, so a copy cut to a
    third shares a third of them, where bands of several hashes (Leskovec, Rajaraman, Ullman, ch. 3) share none.
    () for texts of fewer than LEAST_WORDS words.
    """
    found = words(text)
    if found.count < LEAST_WORDS or not found.forms:
        return ()
    whole, lead = _runs(found, len(found.forms)), _runs(found, LEAD_WORDS)
    chosen = np.concatenate((_lowest(whole, WHOLE), _lowest(lead, LEAD)))
    return tuple(sorted(set(chosen.view(np.int64).tolist())))


def likeness(one: str, other: str) -> Likeness:
    """How alike two texts are; all zero if one has no words that are compared."""
    short, long = _ordered(one, other)
    return _likeness(short, long, short.distinct & long.distinct)


def copied(one: str, other: str) -> Likeness | None:
    """The likeness of two texts if they are copies of one wire text, else None; asked either way it is the same.

    Copies are texts that share half of the shorter one (LED of it, if the lead is shared), quotations weighing less,
    unless the shared frames hold other names and figures: a bulletin of the market is a form filled in anew each day.
    """
    short, long = _ordered(one, other)
    both = short.distinct & long.distinct
    if _longest_runs(short, len(both)) < LED:
        return None  # no need to look closer: most texts that meet share a phrase only
    found = _likeness(short, long, both)
    enough = found.covered >= COPIED or (found.covered >= LED and _led(short, long, both))
    return found if enough and not _refilled(short.words, long.words) else None


@dataclass(frozen=True, slots=True)
class Compared:
    """The words of a text and where its shingles stand. Sets of places are whole numbers: bit n is word n.

    `covers` has for the hash of each distinct shingle the words that it covers; `distinct` are its keys, `quoted` the
    words in quotation marks, `opening` the first OPENING words outside them.
    """

    words: Words
    covers: dict[int, int]
    distinct: frozenset[int]
    quoted: int
    opening: int


@lru_cache(maxsize=2048)  # some 40 MB; a new report is compared with many of those before it
def _compared(text: str) -> Compared:
    found = words(text)
    covers: dict[int, int] = {}
    size = min(SHINGLE, len(found.forms))
    for at, shingle in enumerate(_joined(_hashes(found.forms), size).tolist() if size else ()):
        covers[shingle] = covers.get(shingle, 0) | (1 << size) - 1 << at
    plain = [at for at, quoted in enumerate(found.quoted) if not quoted]
    quoted = sum(1 << at for at, quoted in enumerate(found.quoted) if quoted)
    return Compared(found, covers, frozenset(covers), quoted, sum(1 << at for at in plain[:OPENING]))


def _longest_runs(short: Compared, both: int) -> float:
    """The greatest share of the text's words that so many distinct shingles can cover, gaps between them included.

    A shingle that comes twice covers twice; a text whose shingles are not all distinct is looked at closely.
    """
    count = len(short.words.forms)
    repeated = max(0, count - SHINGLE + 1 - len(short.distinct))
    return min(1.0, (both + (repeated if both else 0)) * (SHINGLE + GAP) / count) if count else 0.0


def _ordered(one: str, other: str) -> tuple[Compared, Compared]:
    """Shorter and longer; of two as long as each other the order is that of their words."""
    first, second = _compared(one), _compared(other)
    mine, others = first.words, second.words
    if len(mine.forms) == len(others.forms):
        ordered = (mine.forms, mine.quoted, mine.slots) <= (others.forms, others.quoted, others.slots)
    else:
        ordered = len(mine.forms) < len(others.forms)
    return (first, second) if ordered else (second, first)


def _likeness(short: Compared, long: Compared, both: frozenset[int]) -> Likeness:
    """How alike two texts are that have the shingles `both` in common."""
    if not both:
        return Likeness(0.0, 0.0, 0.0)
    covered = _covered(short, both)
    share = min(_share(covered, short, weight) for weight in (QUOTED, 1.0))
    union = len(short.distinct) + len(long.distinct) - len(both)
    return Likeness(len(both) / union, len(both) / len(short.distinct), share)


def _led(short: Compared, long: Compared, both: frozenset[int]) -> bool:
    """Whether one of the texts shares half of its opening words with the other: that of a copy, or of the wire."""
    for one in (short, long):
        opening = one.opening.bit_count()
        if opening and 2 * (_covered(one, both) & one.opening).bit_count() >= opening:
            return True
    return False


def _covered(one: Compared, both: frozenset[int]) -> int:
    """The words that lie in one of the shingles, or in a gap of up to GAP words between: there a word was changed."""
    found = 0
    for shingle in both:
        found |= one.covers[shingle]
    for _ in range(GAP):  # morphological closing: what is wider by GAP words, and then narrower, has no small gaps
        found |= found << 1
    for _ in range(GAP):
        found &= found >> 1
    return found


def _share(covered: int, one: Compared, weight: float) -> float:
    """The share of the text's words that is covered, if a quoted word weighs `weight`."""
    less = (1 - weight) * (covered & one.quoted).bit_count()
    whole = len(one.words.forms) - (1 - weight) * one.quoted.bit_count()
    return (covered.bit_count() - less) / whole


def _shingles(forms: Shingle, size: int) -> list[Shingle]:
    """Runs of `size` words; of a shorter text the whole."""
    return list(zip(*(forms[at:] for at in range(size)), strict=False)) or ([forms] if forms else [])


def _refilled(short: Words, long: Words) -> bool:
    """Whether the frames that both have hold other figures, or other names and figures.

    Figures are also asked alone, since the forms of a series may name the same towns or firms each day.
    """
    return any(_kept(short, long, figures) < KEPT for figures in (True, False))


def _kept(short: Words, long: Words, figures: bool) -> float:
    """The share of the shared frames of the shorter text that hold the same; 1 if they are too few to tell."""
    frames = frozenset(_frames(long, figures))
    filled = frozenset(_shingles(long.forms, BAND))
    kept = [
        shingle in filled
        for shingle, frame in zip(_shingles(short.forms, BAND), _frames(short, figures), strict=True)
        if 0 < frame.count("") < BAND - 1 and frame in frames
    ]
    return sum(kept) / len(kept) if len(kept) >= FRAMES else 1.0


def _frames(found: Words, figures: bool) -> list[Shingle]:
    """Runs of BAND words in which figures are blank, or names too."""
    pairs = zip(found.forms, found.slots, strict=True)
    return _shingles(tuple("" if slot and (not figures or form[0].isdigit()) else form for form, slot in pairs), BAND)


def _lowest(hashes: NDArray[np.uint64], most: int) -> NDArray[np.uint64]:
    return np.unique(hashes)[:most]


def _runs(found: Words, most: int) -> NDArray[np.uint64]:
    """A hash for each run of BAND words among the first `most`, in order, where PLAIN of them are no names.

    "Burkina Faso Alassane Zongo" stands in every report of a crisis. All runs if none has so many.
    """
    forms = found.forms[:most]
    each = _hashes(forms)
    if len(each) < BAND:
        return _mixed(each.sum(keepdims=True))
    plain = np.fromiter((not s or f[0].isdigit() for f, s in zip(forms, found.slots, strict=False)), np.int64)
    enough = np.convolve(plain, np.ones(BAND, np.int64), "valid") >= PLAIN
    hashes = _joined(each, BAND)
    return hashes[enough] if enough.any() else hashes


def _joined(each: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """A hash for each run of `size` hashes, in order."""
    count = len(each) - size + 1
    hashes = np.zeros(count, np.uint64)
    for at in range(size):
        hashes = _mixed(hashes + each[at : at + count])
    return hashes


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of a value moves half of the result's."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _hashes(forms: Shingle) -> NDArray[np.uint64]:
    return np.fromiter(map(_hash, forms), np.uint64, len(forms))


@lru_cache(maxsize=65536)
def _hash(form: str) -> int:
    """A word's hash, the same on every machine."""
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "little")
