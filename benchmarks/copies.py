"""Made wire rewrites and pairs that only look like them, to recall and precision of copies, beside two baselines.

The baselines are equal digests of the words, and MinHash of the whole text in 20 bands of 4 (copies where a band is
shared and half of the 80 hashes are equal). A band must be shared before `copied` is asked, as in the ledger. Then: how
many unrelated texts share one, and what a report costs.
"""

import json
import sys
import time
from collections.abc import Callable
from hashlib import blake2b
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

ROOT: Final = Path(__file__).parent.parent
SEED, POSITIVES, NEGATIVES = 9001, 800, 1200  # the thresholds were set on seeds 5, 77, 2027 and 2029
REPORTS: Final = 200_000
ROUNDS: Final = 5
ROWS, BANDS = 4, 20

Way = Callable[[str, str], bool]


def main() -> None:
    """Prints recall by severity, false copies by kind, precision; meetings of unrelated texts; milliseconds."""
    sys.path.insert(0, str(ROOT / "tests" / "ledger"))
    import rewrites

    ways: dict[str, Way] = {"ours": ours, "MinHash 20 x 4": minhash, "equal digest": digest}
    negatives = list(rewrites.others(SEED, NEGATIVES))
    for name, texts in (("tests' texts", rewrites.bases()), ("example crises", rewrites.crises())):
        pairs = [*rewrites.copies(SEED, POSITIVES, texts), *negatives]
        report(name, pairs, ways)
    meetings(rewrites.bases() + own())
    stories(rewrites.crises())
    cost(rewrites.bases())


def ours(one: str, other: str) -> bool:
    """Bands first, then the two texts."""
    from dragoman.ledger.copies import bands, copied

    return not set(bands(one)).isdisjoint(bands(other)) and copied(one, other) is not None


def minhash(one: str, other: str) -> bool:
    """Plain MinHash of runs of four words (Leskovec, Rajaraman, Ullman, ch. 3)."""
    first, second = lowest(one), lowest(other)
    meet = (first.reshape(BANDS, ROWS) == second.reshape(BANDS, ROWS)).all(axis=1).any()
    return bool(meet and (first == second).mean() >= 0.5)


def lowest(text: str) -> np.ndarray:
    """The lowest of each of 80 hashes."""
    words = text.lower().split()
    runs = {" ".join(words[at : at + 4]) for at in range(max(1, len(words) - 3))}
    each = np.array([int.from_bytes(blake2b(r.encode(), digest_size=4).digest(), "big") for r in runs], np.uint64)
    rng = np.random.default_rng(1)
    slope, shift = rng.integers(1, 2**31, (2, BANDS * ROWS, 1), np.uint64)
    return ((each * slope + shift) % np.uint64(2**31 - 1)).min(axis=1)


def digest(one: str, other: str) -> bool:
    """The same words in lower case."""
    return one.lower().split() == other.lower().split()


def report(name: str, pairs: list, ways: dict[str, Way]) -> None:  # type: ignore[type-arg]
    """A line for each kind of pair: share that each way calls copies; then recall and precision."""
    found = {way: [call(p.one, p.other) for p in pairs] for way, call in ways.items()}
    print(f"{name + ', share called copies':46}" + "".join(f"{way:>16}" for way in ways))
    for kind in sorted({p.kind for p in pairs}, key=lambda k: (not any(p.kind == k and p.copies for p in pairs), k)):
        at = [n for n, p in enumerate(pairs) if p.kind == kind]
        shares = [sum(found[way][n] for n in at) / len(at) for way in ways]
        print(f"  {kind:38} {len(at):5}" + "".join(f"{share:16.3f}" for share in shares))
    right = [p.copies for p in pairs]
    rows: dict[str, list[float]] = {"recall": [], "precision": []}
    for way in ways:
        both = sum(f and r for f, r in zip(found[way], right, strict=True))
        rows["recall"].append(both / sum(right))
        rows["precision"].append(both / sum(found[way]) if any(found[way]) else float("nan"))
    for row, values in rows.items():
        print(f"  {row:44}" + "".join(f"{v:16.3f}" for v in values))


def own() -> list[str]:
    """More texts of ours on other matters."""
    paths = [ROOT / "tests/gold_silence/texts.jsonl", ROOT / "tests/gold_places/places.jsonl"]
    return [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def meetings(texts: list[str]) -> None:
    """How many pairs of unrelated texts share a band, and what that makes for a report among REPORTS."""
    from dragoman.ledger.copies import bands

    sets = [set(bands(text)) for text in texts]
    pairs = list(combinations(sets, 2))
    met = sum(not one.isdisjoint(other) for one, other in pairs)
    upper = (met + 3) / len(pairs)  # rule of three: with none seen, 95 % sure of fewer than 3
    print(f"unrelated: {met} of {len(pairs)} pairs meet, {met / len(pairs) * REPORTS:.1f} a report among {REPORTS},")
    print(f"  95 % sure of fewer than {upper * REPORTS:.0f}; bands a report {sum(map(len, sets)) / len(sets):.1f}")


def stories(texts: list[str]) -> None:
    """Reports of the same three crises: meetings, of which copies."""
    from dragoman.ledger.copies import bands, copied

    sets = [set(bands(text)) for text in texts]
    met = [(a, b) for a, b in combinations(range(len(texts)), 2) if not sets[a].isdisjoint(sets[b])]
    right = sum(copied(texts[a], texts[b]) is not None for a, b in met)
    print(f"three crises, {len(texts)} reports: {len(met)} pairs meet, {right} are copies")


def cost(texts: list[str]) -> None:
    """Milliseconds of the bands of a report and of one comparison with a report not seen before."""
    from dragoman.ledger.copies import bands, copied
    from dragoman.ledger.copies_words import words

    size = sum(len(t.split()) for t in texts) / len(texts)
    times: dict[str, list[float]] = {"bands": [], "copied": []}
    for _ in range(ROUNDS + 1):
        for name, taken in times.items():
            words.cache_clear()
            began = time.perf_counter()
            for text in texts:
                _ = bands(text) if name == "bands" else copied(texts[0], text)
            taken.append((time.perf_counter() - began) / len(texts) * 1e3)
    print(f"{size:.0f} words a report: " + ", ".join(f"{name} {median(t[1:]):.2f} ms" for name, t in times.items()))
