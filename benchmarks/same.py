"""Pairs of reports, marked same event or not -> precision, recall and F1 of the ledger's links, with a baseline beside.

    python -m benchmarks.same [FOLDER]    # keeps what was read in FOLDER, to be read once

tests/gold_pairs/open*.jsonl are what weights were fitted on, each by another writer; "fitted without this set" leaves
a writer out. held.jsonl is by yet another and held back: no pair of it is ever shown, only the totals.
An event of a pair is one whose trigger, else evidence, overlaps the marked words;
where there are several on a side, one link is enough. Pairs in which no event is read on a side are counted apart.
`keys` is the share of same pairs whose entries would meet in a ledger.
"""

import json
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import product
from pathlib import Path
from typing import Any, Final

from dragoman import reading, reports
from dragoman.ledger import same
from dragoman.ledger.same_keys import window
from dragoman.ledger.sides import Sides
from dragoman.ledger.traits import Traits, traits
from dragoman.records import Event, Span, overlap

ROOT: Final = Path(__file__).parent.parent
PAIRS: Final = ROOT / "tests" / "gold_pairs"
OPEN: Final = ("open", "open2", "open3", "open4")  # each by another writer
SETS: Final = (*OPEN, "held")


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked pair: the events at the marked words of both sides, none where none was read, and the others."""

    id: str
    same: bool
    a: tuple[Traits, ...]
    b: tuple[Traits, ...]
    rest_a: tuple[Traits, ...] = ()
    rest_b: tuple[Traits, ...] = ()


Decide = Callable[[Traits, Traits], bool]


def pairs(name: str, cache: Path | None = None) -> list[Pair]:
    """The pairs of a set, each text read once; `cache` is a folder in which what was read is kept."""
    found = []
    for row in rows(name):
        (a, rest_a), (b, rest_b) = marked(row["a"], cache), marked(row["b"], cache)
        found.append(Pair(row["id"], row["same"], a, b, rest_a, rest_b))
    return found


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a set."""
    path = PAIRS / f"{name}.jsonl"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def marked(side: dict[str, Any], cache: Path | None = None) -> tuple[tuple[Traits, ...], tuple[Traits, ...]]:
    """The traits of the events at the marked words of one side, and those of its other events."""
    found, sides, meant = read(side, cache)
    start = side["text"].find(side["words"])
    there = {event.id for event in at(found, (start, start + len(side["words"])))}
    known = date.fromisoformat(side["published"])
    every = [
        (e.id in there, traits(e, text=side["text"], known=known, sides=sides, meaning=meant.get(e.id, b"")))
        for e in found
    ]
    return tuple(t for hit, t in every if hit), tuple(t for hit, t in every if not hit)


def at(events: Sequence[Event], wanted: Span) -> list[Event]:
    """The events whose trigger, else whose evidence, overlaps the wanted words."""
    hit = [e for e in events if overlap(e.trigger, wanted)]
    return hit or [e for e in events if any(overlap(span, wanted) for span in e.evidence)]


def read(side: dict[str, Any], cache: Path | None) -> tuple[tuple[Event, ...], Sides, dict[str, bytes]]:
    """The events of a side, the way to its sides, the events' meanings."""
    kept = cache / blake2b(json.dumps(side).encode(), digest_size=8).hexdigest() if cache else None
    if kept and kept.exists():
        found = pickle.loads(kept.read_bytes())
    else:
        report = reports.from_text(
            side["text"], published=side["published"], title=side["title"], source=side["source"]
        )
        told = reading.read_report(report)
        found = told.events, Sides(told), told.meanings
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(found))
    events, sides, meant = found
    return events, sides, meant


def linked(a: Traits, b: Traits) -> bool:
    """What the ledger says."""
    return same.same(a, b) is not None


def plain(a: Traits, b: Traits) -> bool:
    """The baseline: same type, same sides (either way round), days within one."""
    (a1, a2), (b1, b2) = window(a), window(b)
    parties = {(a.sources, a.targets), (a.targets, a.sources)}
    return a.label == b.label and (b.sources, b.targets) in parties and max(a1 - b2, b1 - a2) <= 1


def met(a: Traits, b: Traits) -> bool:
    """Whether the two would be compared in a ledger."""
    return not set(same.keys(a)).isdisjoint(same.probes(b))


def score(found: Sequence[Pair], decide: Decide) -> tuple[float, float, float]:
    """Precision, recall and F1 of the links over pairs with an event on both sides."""
    said = [any(decide(a, b) for a, b in product(pair.a, pair.b)) for pair in found]
    right = sum(s and pair.same for s, pair in zip(said, found, strict=True))
    precision = right / max(sum(said), 1)
    recall = right / max(sum(pair.same for pair in found), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def line(name: str, found: Sequence[Pair], decide: Decide) -> str:
    """One line of the table."""
    p, r, f1 = score(found, decide)
    return f"{name:<34} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}"


def main(cache: Path | None = None) -> None:
    """Prints the table."""
    from training.same_pairs import left_out

    for name in SETS:
        every = pairs(name, cache)
        if not every:
            print(f"{name}: no pairs")
            continue
        found = [pair for pair in every if pair.a and pair.b]
        yes = [pair for pair in found if pair.same]
        print(f"{name}: {len(every)} pairs, {len(every) - len(found)} without an event on a side, {len(yes)} same")
        print(line("  same type, sides, day", found, plain))
        print(line("  links", found, linked))
        print(line("  links, and keys meet", found, lambda a, b: met(a, b) and linked(a, b)))
        print(line("  links, all pairs", every, linked))
        if name in OPEN:
            print(line("  links, fitted without this set", found, left_out(name, cache)))
        keys = sum(any(met(a, b) for a, b in product(pair.a, pair.b)) for pair in yes)
        print(f"  keys meet for {keys / max(len(yes), 1):.3f} of the same")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
