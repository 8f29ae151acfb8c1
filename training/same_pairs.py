"""Marked pairs of reports and the crises' facts -> dragoman/ledger/same_weights.toml, by which two events are one.

    python -m training.same_pairs [--write] [--cache FOLDER]

A logistic regression with a ridge; each weight keeps the sign that it must have (SIGNS), so that no more evidence for
one event ever lowers a score. It is fitted on the marked pairs of tests/gold_pairs/open*.jsonl, half of them same and
the others hard, and on the pairs of events of examples/crises that a ledger would compare, of which one in five is
same (tests/gold_pairs/crises_facts.tsv): without them it learns nothing of a busy story, where the same two parties
act many times a week.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from benchmarks import facts
from benchmarks.same import OPEN, ROOT, Pair, met, pairs
from dragoman.ledger import schema
from dragoman.ledger.drafting import entry_drafts
from dragoman.ledger.same_features import NAMES, SIGNS, features, other_kind
from dragoman.ledger.sides import Sides
from dragoman.ledger.store import Store
from dragoman.ledger.stored import codings_of, reading_of
from dragoman.ledger.traits import Traits, unpack

Floats = NDArray[np.float64]

OUT: Final = ROOT / "dragoman/ledger/same_weights.toml"
RIDGE: Final = 0.001  # a pair; the bias has none
STEPS, RATE = 400, 1.0
CRISES: Final = 0.3  # weight of a pair of the crises beside a marked one: they are many, of three stories only
BOUND: Final = 0.1  # log-odds from which two events are one; by the open sets, each left out in turn, and the crises
HEAD: Final = "# Weights of the features of dragoman/ledger/same_features.py, fitted by training/same_pairs.py.\n"


@dataclass(frozen=True, slots=True)
class Rows:
    """Features (pairs, features), answers 0 or 1, and weights of pairs."""

    x: Floats
    y: Floats
    weight: Floats


def fit(rows: Rows) -> Floats:
    """Weights (features,), by Nesterov's projected gradient."""
    signs = np.array([SIGNS[name] for name in NAMES])
    ridge = np.full(len(NAMES), RIDGE)
    ridge[0] = 0.0
    by = ahead = np.zeros(len(NAMES))
    for step in range(STEPS):
        slope = rows.x.T @ (rows.weight * (1 / (1 + np.exp(-rows.x @ ahead)) - rows.y)) / rows.weight.sum()
        new = ahead - RATE * (slope + ridge * ahead)
        new[signs * new < 0] = 0.0
        ahead, by = new + step / (step + 3) * (new - by), new
    return by


def marked(found: Sequence[Pair]) -> Rows:
    """The rows of marked pairs with an event on both sides; of several events the first counts."""
    x = np.array([features(pair.a[0], pair.b[0]) for pair in found])
    return Rows(x, np.array([float(pair.same) for pair in found]), np.ones(len(found)))


@cache
def crises() -> Rows:
    """The rows of the crises' pairs that would be compared; reads the reports anew."""
    gold = facts.gold()
    met_ = [(a, b, gold[one] == gold[two]) for (one, a), (two, b) in compared() if one in gold and two in gold]
    x = np.array([features(a, b) for a, b, _ in met_])
    return Rows(x, np.array([float(same) for *_, same in met_]), np.full(len(met_), CRISES))


@cache
def compared() -> list[tuple[tuple[str, Traits], tuple[str, Traits]]]:
    """Pairs of events of two reports of the crises, with their ids, that a ledger would compare."""
    events: list[tuple[str, str, Traits]] = []
    with TemporaryDirectory() as folder:
        facts.ledger(Path(folder) / "crises.db")
        with Store(Path(folder) / "crises.db", readonly=True) as store, store.reading() as connection:
            v = schema.versions.c
            known = {row: date.fromisoformat(day) for row, day in connection.execute(select(v.row, v.known))}
            for coding in codings_of(connection):
                reading = reading_of(connection, coding)
                for made in entry_drafts(reading, known[coding.version], Sides(reading)):
                    if made.row["family"] == "event":
                        events.append((reading.report.id, made.row["id"], unpack(made.row["traits"])))
    both = combinations(events, 2)
    return [((i, a), (j, b)) for (one, i, a), (two, j, b) in both if one != two and met(a, b)]


def together(*parts: Rows) -> Rows:
    """All rows of the parts."""
    return Rows(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("x", "y", "weight")))


def left_out(name: str, cache: Path | None) -> Callable[[Traits, Traits], bool]:
    """A decision by weights that were fitted without the set `name`."""
    sets = [marked(usable(other, cache)) for other in OPEN if other != name and usable(other, cache)]
    by = fit(together(crises(), *sets))
    return lambda a, b: not other_kind(a, b) and float(by @ np.array(features(a, b))) >= BOUND


def usable(name: str, cache: Path | None) -> list[Pair]:
    """The pairs of a set with an event on both sides."""
    return [pair for pair in pairs(name, cache) if pair.a and pair.b]


def table(by: Floats) -> str:
    """The file's text: the weights that are not 0, the bound taken off the bias."""
    told = zip(NAMES, (by - np.eye(len(NAMES))[0] * BOUND).tolist(), strict=True)
    return HEAD + "\n" + "".join(f"{name} = {weight:.3f}\n" for name, weight in told if round(weight, 3))


def main() -> None:
    """Fits, prints the weights, and writes them where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cache", type=Path, default=None)
    given = parser.parse_args()
    text = table(fit(together(crises(), *(marked(usable(name, given.cache)) for name in OPEN))))
    print(text)
    if given.write:
        OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
