"""How well tellings of one act are put together: the events of examples/crises against facts named by hand.

Prints pairwise and B-cubed (Bagga, Baldwin 1998) precision, recall and F1 of the clusters that links make, beside two
baselines in the same run: every event alone, and "same type, same sides, days within one".
"""

import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

import dragoman
from dragoman.ledger import schema
from dragoman.ledger.store import Store
from dragoman.records import Report

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold_pairs" / "crises_facts.tsv"
Clusters = Mapping[str, Hashable]


def gold() -> dict[str, str]:
    """Event id to fact."""
    rows = (line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines()[1:])
    return {row[0]: row[2] for row in rows}


def bcubed(made: Clusters, wanted: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1, the mean over events of the share of its cluster that belongs there."""
    ids = sorted(made.keys() & wanted.keys())
    by_made, by_wanted = _groups(made, ids), _groups(wanted, ids)
    shares = [(by_made[made[i]] & by_wanted[wanted[i]], by_made[made[i]], by_wanted[wanted[i]]) for i in ids]
    precision = sum(len(both) / len(one) for both, one, _ in shares) / len(ids)
    recall = sum(len(both) / len(other) for both, _, other in shares) / len(ids)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(made: Clusters, wanted: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1 over the pairs of events that are put together."""
    ids = sorted(made.keys() & wanted.keys())
    one, other = _pairs(made, ids), _pairs(wanted, ids)
    both = len(one & other)
    precision, recall = both / max(1, len(one)), both / max(1, len(other))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _groups(clusters: Clusters, ids: Iterable[str]) -> dict[Hashable, set[str]]:
    found = defaultdict(set)
    for id in ids:
        found[clusters[id]].add(id)
    return found


def _pairs(clusters: Clusters, ids: Iterable[str]) -> set[tuple[str, str]]:
    return {pair for group in _groups(clusters, ids).values() for pair in combinations(sorted(group), 2)}


def connected(ids: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each id to one that stands for its component."""
    root = {id: id for id in ids}

    def top(id: str) -> str:
        while root[id] != id:
            root[id] = id = root[root[id]]
        return id

    for one, other in links:
        if one in root and other in root:
            root[top(one)] = top(other)
    return {id: top(id) for id in root}


def ledger(place: Path) -> None:
    """A ledger of the crises at `place`."""
    with Store(place) as store:
        for item in dragoman.load(ROOT / "examples" / "crises"):
            if isinstance(item, Report):
                store.add(dragoman.read_report(item))


def told(place: Path) -> None:
    """Prints the figures of a ledger of the crises."""
    e, k = schema.entries.c, schema.links.c
    with Store(place, readonly=True) as store, store.reading() as connection:
        events = connection.execute(select(schema.entries).where(e.family == "event", e.current)).all()
        ids = {row.row: row.id for row in events}
        links = [(ids[a], ids[b]) for a, b in connection.execute(select(k.one, k.other)) if a in ids and b in ids]
    made = connected(ids.values(), links)
    near = [
        (a.id, b.id)
        for a, b in combinations(events, 2)
        if (a.label, a.source, a.target) == (b.label, b.source, b.target)
        and a.version != b.version
        and abs(int(a.day.replace("-", "")) - int(b.day.replace("-", ""))) <= 1
    ]
    for name, clusters in (
        ("links", made),
        ("same type, sides, day", connected(ids.values(), near)),
        ("alone", connected(ids.values(), [])),
    ):
        p, r, f = bcubed(clusters, gold())
        pp, pr, pf = pairwise(clusters, gold())
        largest = sorted((len(g) for g in _groups(clusters, clusters).values()), reverse=True)[:5]
        print(f"{name:24} B3 {p:.3f} {r:.3f} {f:.3f}   pairs {pp:.3f} {pr:.3f} {pf:.3f}   largest {largest}")


def main(place: Path | None = None) -> None:
    """Prints the figures of the ledger at `place`, else of one made for it."""
    if place is not None:
        told(place)
        return
    with TemporaryDirectory() as folder:
        ledger(Path(folder) / "crises.db")
        told(Path(folder) / "crises.db")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
