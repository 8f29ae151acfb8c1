"""A report's text to band hashes under which copies of one wire text meet; two texts to whether they are copies."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from operator import and_
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
    return _likeness(*_ordered(one, other))


def copied(one: str, other: str) -> Likeness | None:
    """The likeness of two texts if they are copies of one wire text, else None; asked either way it is the same.

    Copies are texts that share half of the shorter one (LED of it, if the lead is shared), quotations weighing less,
    unless the shared frames hold other names and figures: a bulletin of the market is a form filled in anew each day.
    """
    short, long = _ordered(one, other)
    hits = len(_known(short.forms) & _known(long.forms))
    if _longest_runs(short, hits) < LED:
        return None  # no need to look closer: most texts that meet share a phrase only
    found = _likeness(short, long)
    enough = found.covered >= COPIED or (found.covered >= LED and _led(short, long))
    return found if enough and not _refilled(short, long) else None


@lru_cache(maxsize=512)
def _known(forms: Shingle) -> frozenset[Shingle]:
    return frozenset(_shingles(forms))


def _longest_runs(short: Words, hits: int) -> float:
    """The greatest share of the text's words that so many distinct shingles can cover, gaps between them included.

    A shingle that comes twice covers twice; a text whose shingles are not all distinct is looked at closely.
    """
    count = len(short.forms)
    distinct = len(_known(short.forms))
    repeated = max(0, count - SHINGLE + 1 - distinct)
    return min(1.0, (hits + (repeated if hits else 0)) * (SHINGLE + GAP) / count) if count else 0.0


def _ordered(one: str, other: str) -> tuple[Words, Words]:
    """Shorter and longer; of two as long as each other the order is that of their words."""
    first, second = sorted((words(one), words(other)), key=lambda w: (len(w.forms), w.forms, w.quoted, w.slots))
    return first, second


def _likeness(short: Words, long: Words) -> Likeness:
    mine, others = _shingles(short.forms), frozenset(_shingles(long.forms))
    distinct = frozenset(mine)
    both = len(distinct & others)
    if not both:
        return Likeness(0.0, 0.0, 0.0)
    covered = _covered(mine, others, len(short.forms))
    share = min(_share(covered, short.quoted, weight) for weight in (QUOTED, 1.0))
    return Likeness(both / (len(distinct) + len(others) - both), both / len(distinct), share)


def _led(short: Words, long: Words) -> bool:
    """Whether one of the texts shares half of its opening words with the other: that of a copy, or of the wire."""
    for one, other in ((short, long), (long, short)):
        covered = _covered(_shingles(one.forms), frozenset(_shingles(other.forms)), len(one.forms))
        opening = [c for c, quoted in zip(covered, one.quoted, strict=True) if not quoted][:OPENING]
        if opening and sum(opening) >= len(opening) / 2:
            return True
    return False


def _covered(mine: list[Shingle], others: frozenset[Shingle], count: int) -> list[bool]:
    """For each of the `count` words if it lies in a shingle of the others, or in a gap of up to GAP words between."""
    covered = [False] * count
    for at, shingle in enumerate(mine):
        if shingle in others:
            covered[at : at + len(shingle)] = [True] * len(shingle)
    return _bridged(covered)


def _share(covered: list[bool], quoted: tuple[bool, ...], weight: float) -> float:
    """The share that is covered, if a quoted word weighs `weight`."""
    inside = sum(quoted)
    both: int = sum(map(and_, covered, quoted))
    return (sum(covered) - (1 - weight) * both) / (len(covered) - (1 - weight) * inside)


def _bridged(covered: list[bool]) -> list[bool]:
    """With the gaps of up to GAP words between covered ones covered too: there a word was changed."""
    last = -GAP - 2
    for at, yes in enumerate(covered):
        if yes:
            if 1 < at - last <= GAP + 1:
                covered[last + 1 : at] = [True] * (at - last - 1)
            last = at
    return covered


def _shingles(forms: Shingle, size: int = SHINGLE) -> list[Shingle]:
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
    each = np.fromiter(map(_hash, forms), np.uint64, len(forms))
    if len(each) < BAND:
        return _mixed(each.sum(keepdims=True))
    count = len(each) - BAND + 1
    plain = np.fromiter((not s or f[0].isdigit() for f, s in zip(forms, found.slots, strict=False)), np.int64)
    hashes, enough = np.zeros(count, np.uint64), np.zeros(count, np.int64)
    for at in range(BAND):
        hashes = _mixed(hashes + each[at : at + count])
        enough += plain[at : at + count]
    chosen = hashes[enough >= PLAIN]
    return chosen if len(chosen) else hashes


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of a value moves half of the result's."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@lru_cache(maxsize=65536)
def _hash(form: str) -> int:
    """A word's hash, the same on every machine."""
    return int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), "little")
