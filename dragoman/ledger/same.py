"""Two entries' traits to a link, with its score and a reason, where they tell one event, one content or one saying.

A link is a function of the two alone: clusters are connected components over links, so a false one joins two events.
Two events are one where a score of parties, days, places, figures and words says so; its weights are those of
same_weights.toml, fitted by training/same_pairs.py (docs/same.md).
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import exp
from operator import mul
from typing import Final

from dragoman.ledger.same_contents import alike, contents, sayings
from dragoman.ledger.same_features import GROUPS, NAMES, SIZES, other_kind
from dragoman.ledger.same_keys import keys, probes, window
from dragoman.ledger.traits import Traits

__all__ = ["Link", "keys", "probes", "same"]

Group = Callable[[Traits, Traits], tuple[float, ...]]

APART: Final = 60  # days between two events that may still be one
ROUNDED: Final = 1e-9  # more than adding a score up in parts can lose


@dataclass(frozen=True, slots=True)
class Link:
    """Two entries are one with a probability `score`; `reason` says why in plain words.

    `kind` is "event", "content" (standings: one pledge, one demand) or "words" (statements: one saying).
    """

    score: float
    reason: str
    kind: str


def same(a: Traits, b: Traits) -> Link | None:
    """The link of two entries of different reports, None where they are not the same; the same for both orders."""
    if a.family != b.family:
        return None
    if a.family == "event":
        return _event(a, b)
    return _content(a, b) if a.family == "standing" else _words(a, b)


@cache
def weights() -> tuple[float, ...]:
    """The shipped weights of NAMES; a score of 0 or more says yes."""
    table = tomllib.loads((files("dragoman.ledger") / "same_weights.toml").read_text(encoding="utf-8"))
    return tuple(float(table.get(name, 0.0)) for name in NAMES)


def _event(a: Traits, b: Traits) -> Link | None:
    (a1, a2), (b1, b2) = window(a), window(b)
    if max(a1 - b2, b1 - a2) > APART:
        return None
    if (a.lands | a.other_lands).isdisjoint(b.lands | b.other_lands) and not (a.place and a.place == b.place):
        return None
    if other_kind(a, b):
        return None
    found = _scored(a, b)
    if found is None:
        return None
    score, numbers = found
    return Link(round(1 / (1 + exp(-score)), 3), _reason(dict(zip(NAMES, numbers, strict=True))), "event")


def _scored(a: Traits, b: Traits) -> tuple[float, list[float]] | None:
    """The score of two events and their features; None under 0, found as soon as what is left cannot lift it there."""
    score = 0.0
    numbers: list[float] = []
    for group, own, most in _plan():
        more = group(a, b)
        numbers += more
        score += sum(map(mul, own, more))
        if score + most < -ROUNDED:
            return None
    return (score, numbers) if score >= 0 else None


@cache
def _plan() -> tuple[tuple[Group, tuple[float, ...], float], ...]:
    """Each group of features with its weights, and how much the groups after it may add: a feature is 1 at most."""
    ends = list(accumulate(SIZES))
    owns = [weights()[end - size : end] for end, size in zip(ends, SIZES, strict=True)]
    adding = [sum(weight for weight in own if weight > 0) for own in owns]
    rests = [sum(adding[at + 1 :]) for at in range(len(adding))]
    return tuple(zip(GROUPS, owns, rests, strict=True))


def _reason(found: dict[str, float]) -> str:
    """In the way of: same type, parties and day; words alike 0.71."""
    matched = found["parties"]
    same_ = (
        ("type", not found["type_near"] + found["type_far"]),
        ("parties", matched >= 1),
        ("party", matched == 0.5),
        ("day", found["day_same"]),
        ("place", found["place_same"]),
        ("figures", found["number_same"]),
    )
    parts = [name for name, true in same_ if true]
    head = ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)
    return f"same {head}; words alike {found['words']:.2f}" if head else f"words alike {found['words']:.2f}"


def _content(a: Traits, b: Traits) -> Link | None:
    score = contents(a, b)
    if score is None:
        return None
    reason = f"{a.label} of the same parties; words alike {alike(a.words, b.words)[0]:.2f}"
    return Link(round(score, 3), reason, "content")


def _words(a: Traits, b: Traits) -> Link | None:
    score = sayings(a, b)
    if score is None:
        return None
    whole, part = alike(a.words, b.words)
    speaker = "speaker" if not a.actors.isdisjoint(b.actors) else "side"
    told = f"words alike {whole:.2f}" if whole >= part * 0.8 else f"part of the words, alike {part:.2f}"
    return Link(round(score, 3), f"same {speaker}, near days; {told}", "words")
