"""Gold and predicted entries with a weight -> one-to-one pairs, and the counts of a measure."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from dragoman.evaluate.rows import Row, Scores

Weight: TypeAlias = Callable[[Row, Row], float]
Same: TypeAlias = Callable[[Row, Row], bool]
Pairs: TypeAlias = dict[int, int]  # index of the gold entry -> index of the predicted one
CORE_FIRST = 0.01  # of two gold entries that fit as well, the core one is matched


class Tally:
    """Counts by measure: "statements", "events_type", "standings_key/demand" and so on."""

    def __init__(self) -> None:
        self.counts: dict[str, dict[str, int]] = {}

    def add(self, name: str, **counts: int) -> None:
        """Adds to the counts of measure `name`."""
        mine = self.counts.setdefault(name, {})
        for key, value in counts.items():
            mine[key] = mine.get(key, 0) + value

    def share(self, name: str, right: Sequence[bool]) -> None:
        """Adds to an accuracy: so many cases, so many of them right."""
        self.add(name, n=len(right), ok=sum(right))

    def get(self, name: str) -> Mapping[str, int]:
        """The counts of measure `name`, empty where nothing was counted."""
        return self.counts.get(name, {})


def core(entry: Row) -> bool:
    """Whether a good reading must hold the gold entry; the others may be left out."""
    return bool(entry.get("core", True))


def assign(golds: Sequence[Row], predicted: Sequence[Row], weight: Weight) -> Pairs:
    """One-to-one pairs, greedy by weight; 0 is no match. Of equal weights the first of both lists comes first."""
    pairs = []
    for i, gold in enumerate(golds):
        for j, guess in enumerate(predicted):
            w = weight(gold, guess)
            if w:
                pairs.append((w + (CORE_FIRST if core(gold) else 0), -i, -j))
    pairs.sort(reverse=True)
    used: set[int] = set()
    out: Pairs = {}
    for _, i, j in pairs:
        if -i not in out and -j not in used:
            used.add(-j)
            out[-i] = -j
    return out


def count(
    tally: Tally, name: str, golds: Sequence[Row], predicted: Sequence[Row], pairs: Pairs, *, same: Same, by: str
) -> None:
    """Adds the counts of measure `name`, and the recall of core entries by their field `by`.

    One repetition of an entry that is already matched is a duplicate, neither right nor wrong; more are wrong.
    """
    used, spare, duplicates = set(pairs.values()), dict.fromkeys(pairs), 0
    for j, guess in enumerate(predicted):
        again = None if j in used else next((i for i in spare if same(golds[i], guess)), None)
        if again is not None:
            del spare[again]
            duplicates += 1
    cores = [i for i, gold in enumerate(golds) if core(gold)]
    tally.add(
        name,
        pred=len(predicted) - duplicates,
        right=len(pairs),
        gold=len(golds),
        core=len(cores),
        hit=sum(i in pairs for i in cores),
        duplicates=duplicates,
    )
    for i in cores:
        tally.add(f"{name}/{golds[i].get(by)}", core=1, hit=int(i in pairs))


def measures(counts: Mapping[str, int]) -> tuple[float, float, float]:
    """Precision over all gold entries, recall over the core ones, F1; without core entries silence is right."""
    some_core = counts.get("core")
    p = counts.get("right", 0) / counts["pred"] if counts.get("pred") else (0.0 if some_core else 1.0)
    r = counts.get("hit", 0) / counts["core"] if some_core else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def accuracy(counts: Mapping[str, int]) -> float | None:
    """The share that is right, four digits; None where there was no case."""
    return round(counts.get("ok", 0) / counts["n"], 4) if counts.get("n") else None


def summarised(counts: Mapping[str, int]) -> Scores:
    """A measure's precision, recall and F1, its counts, and the recall of every gold entry, core or not."""
    p, r, f1 = measures(counts)
    every = round(counts.get("right", 0) / counts["gold"], 4) if counts.get("gold") else None
    return {"P": round(p, 4), "R": round(r, 4), "F1": round(f1, 4), **counts, "R_all": every}
