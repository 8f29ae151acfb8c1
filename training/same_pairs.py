"""Marked pairs of reports -> dragoman/ledger/same_weights.toml, the weights by which two events are one.

    python -m training.same_pairs [--write] [--cache FOLDER]

Two logistic regressions with a ridge; each weight keeps the sign that it must have (SIGNS), so that no more evidence
for one event ever lowers a score. `act` is fitted on the marked pairs of tests/gold_pairs/open.jsonl: same or not.
`matter` tells the same pairs from made ones: a hot pair of states acts many times a week, so one side of a pair stands
beside the event of another pair, and beside the other events of its own story, told of the parties and days of the
first. The marked pairs that are not the same are hard, of one matter mostly, and teach nothing of that. Both must say
yes, each from its own bound (BOUNDS) on.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from benchmarks.same import ROOT, Pair, met, pairs
from dragoman.ledger.same_features import ACT, MATTER, NAMES, SIGNS, features, other_kind
from dragoman.ledger.traits import Traits

Floats = NDArray[np.float64]

OUT: Final = ROOT / "dragoman/ledger/same_weights.toml"
RIDGE: Final = 0.01  # a pair; the bias has none
STEPS, RATE = 400, 1.0
FOLDS: Final = 10
BOUNDS: Final = {"act": 0.1, "matter": -0.3}  # log-odds; by cross-validation on the open pairs (docs/same.md)
# Added to what is fitted: in a ledger more acts differ by these than in the pairs; F1 on the open pairs stays the same.
KNOWN: Final = {
    **{"clash_actor": -1.0, "turned": -1.0, "type_far": -0.5, "person_clash": -0.3},
    **{"place_clash": -1.0, "number_clash": -0.7, "status_clash": -0.7},
}
EACH, STEP = 6, 7  # made pairs for each marked one, and the way to the next of them
# Weight of an event of the same story beside one of another: in a ledger it is above all these that meet.
MATE: Final = 12.0
TAKEN: Final = (
    *("sources", "targets", "actors", "recipients", "persons", "lands", "other_lands", "told"),
    *("known", "start", "end", "precision", "anchor"),
)
HEAD: Final = "# Weights of the features of dragoman/ledger/same_features.py, fitted by training/same_pairs.py.\n"


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights (features,) of both scores, bounds not yet taken off."""

    matter: Floats
    act: Floats

    def yes(self, a: Traits, b: Traits) -> bool:
        """Whether both scores are above their bounds."""
        found = np.array(features(a, b))
        sure = self.act @ found >= BOUNDS["act"] and self.matter @ found >= BOUNDS["matter"]
        return bool(sure) and not other_kind(a, b)


def fit(x: Floats, y: Floats, weight: Floats) -> Floats:
    """Weights (features,) of rows (pairs, features), answers 0 or 1, a weight each (Nesterov's projected gradient)."""
    signs = np.array([SIGNS[name] for name in NAMES])
    ridge = np.full(len(NAMES), RIDGE)
    ridge[0] = 0.0
    by = ahead = np.zeros(len(NAMES))
    for step in range(STEPS):
        slope = x.T @ (weight * (1 / (1 + np.exp(-x @ ahead)) - y)) / weight.sum() + ridge * ahead
        new = ahead - RATE * slope
        new[signs * new < 0] = 0.0
        ahead, by = new + step / (step + 3) * (new - by), new
    return by


def fitted(found: Sequence[Pair]) -> Fitted:
    """The weights of both scores from marked pairs with an event on both sides; of several events the first counts."""
    marked = np.array([features(pair.a[0], pair.b[0]) for pair in found])
    answers = np.array([float(pair.same) for pair in found])
    one = marked[answers == 1]
    made = np.array([features(a, b) for a, b, _ in beside(found)])
    heavy = np.array([weight for *_, weight in beside(found)])
    about, own = (np.array([float(name in part) for name in NAMES]) for part in (MATTER, ACT))
    both = np.concatenate([one, made]) * about
    even = np.concatenate([np.ones(len(one)), heavy * len(one) / heavy.sum()])
    is_one = np.concatenate([np.ones(len(one)), np.zeros(len(made))])
    known = np.array([KNOWN.get(name, 0.0) for name in NAMES])
    return Fitted(fit(both, is_one, even), fit(marked * own, answers, np.ones(len(marked))) + known)


def beside(found: Sequence[Pair]) -> Iterator[tuple[Traits, Traits, float]]:
    """Made pairs of two events of the same parties and days, out of another story and out of the same, with weights."""
    for n, pair in enumerate(found):
        a, b = pair.a[0], pair.b[0]
        others = (told_of(found[(n + 1 + k * STEP) % len(found)].b[0], b) for k in range(len(found)))
        yield from ((a, other, 1.0) for other in islice((other for other in others if met(a, other)), EACH))
        yield from ((a, told_of(other, b), MATE) for other in pair.rest_b[:EACH])
        yield from ((told_of(other, a), b, MATE) for other in pair.rest_a[:EACH])


def told_of(event: Traits, other: Traits) -> Traits:
    """The event as if it were one of the parties and days of the other."""
    return replace(event, **{name: getattr(other, name) for name in TAKEN})


def crossed(found: Sequence[Pair]) -> Callable[[Traits, Traits], bool]:
    """A decision on each pair of `found` by weights that were fitted without it."""
    held: dict[tuple[int, int], Fitted] = {}
    for fold in range(FOLDS):
        by = fitted([pair for n, pair in enumerate(found) if n % FOLDS != fold])
        for pair in found[fold::FOLDS]:
            held |= {(id(a), id(b)): by for a, b in product(pair.a, pair.b)}
    return lambda a, b: held[id(a), id(b)].yes(a, b)


def table(by: Fitted) -> str:
    """The file's text: each part's weights that are not 0, its bound taken off the bias."""
    text = HEAD
    for part, weights in (("matter", by.matter), ("act", by.act)):
        text += f"\n[{part}]\n"
        for name, weight in zip(NAMES, weights.tolist(), strict=True):
            told = weight - BOUNDS[part] if name == "bias" else weight
            text += f"{name} = {told:.3f}\n" if round(told, 3) else ""
    return text


def main() -> None:
    """Fits, prints the weights, and writes them where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cache", type=Path, default=None)
    given = parser.parse_args()
    found = [pair for pair in pairs("open", given.cache) if pair.a and pair.b]
    text = table(fitted(found))
    print(text)
    if given.write:
        OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
