"""Two standings' or two statements' traits to how alike what they say is, and whether that makes them one.

No pairs of our own are marked for these, so the bounds are set by hand: words that both hold, by their letters, over
all (Dice) or over the shorter one's, which alone tells where one report quotes a part of what another quotes whole.
"""

from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from dragoman.ledger.same_keys import CONTENTS, window
from dragoman.ledger.traits import Traits
from dragoman.meaning import cosine


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least likeness by all words, and by those of the shorter one, which then needs `stems` stems."""

    whole: float
    part: float
    stems: int


CONTENT: Final = Bounds(0.55, 0.75, 3)
WHOLE: Final = Bounds(0.55, 0.75, 4)
TOLD_APART: Final = frozenset({"pledge", "demand"})  # part of what is promised is often told beside the promise
SAYING: Final = Bounds(0.55, 0.8, 4)
OTHER_VOICE: Final = Bounds(0.7, 0.85, 5)  # the same side through another mouth: a ministry, its spokeswoman
SAID_NEAR: Final = 3  # days between two reports of one saying
YEAR: Final = 400  # days between two standings of one content


def alike(one: frozenset[str], two: frozenset[str]) -> tuple[float, float]:
    """Letters of the stems that both hold, over the middle of the two (Dice) and over the shorter; 0 to 1 each."""
    shared = sum(map(len, one & two))
    if not shared:
        return 0.0, 0.0
    long, short = sum(map(len, one)), sum(map(len, two))
    return 2 * shared / (long + short), shared / min(long, short)


def contents(a: Traits, b: Traits) -> float | None:
    """How alike two standings are, None where they are not of one content: topic and parties must be the same."""
    if a.label != b.label or a.label not in CONTENTS or a.lands.isdisjoint(b.lands):
        return None
    if a.other_lands and b.other_lands and a.other_lands.isdisjoint(b.other_lands):
        return None
    if abs(window(a)[1] - window(b)[1]) > YEAR or _other_figures(a, b):
        return None
    found = _within(a, b, CONTENT)
    if found is None and a.label in TOLD_APART and a.words and b.words:
        found = _within(_whole(a), _whole(b), WHOLE)
    return found


def _whole(t: Traits) -> Traits:
    return replace(t, words=t.words | t.around)


def sayings(a: Traits, b: Traits) -> float | None:
    """How alike two statements of one speaker, made within a few days, are; None where they are not one."""
    if a.lands.isdisjoint(b.lands) or _gap(a, b) > SAID_NEAR:
        return None
    if not a.actors.isdisjoint(b.actors):
        return _within(a, b, SAYING)
    if a.persons & a.actors and b.persons & b.actors:
        return None
    return _within(a, b, OTHER_VOICE)


def _gap(a: Traits, b: Traits) -> int:
    (a1, a2), (b1, b2) = window(a), window(b)
    return max(a1 - b2, b1 - a2)


def _within(a: Traits, b: Traits, least: Bounds) -> float | None:
    whole, part = alike(a.words, b.words)
    long_enough = min(len(a.words), len(b.words)) >= least.stems
    if not (whole >= least.whole or (part >= least.part and long_enough)):
        return None
    return max(0.0, min(1.0, (max(whole, part) + cosine(a.meaning, b.meaning)) / 2 if a.meaning else whole))


def _other_figures(a: Traits, b: Traits) -> bool:
    """Whether both name figures and none of them is the same: 5 million dollars are not 20."""
    one, two = (frozenset(word for word in t.words if word[0].isdigit()) for t in (a, b))
    return bool(one and two) and one.isdisjoint(two)
