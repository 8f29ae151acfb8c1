"""Places of our reports found and resolved by `dragoman.places`, beside the prior: the largest place of each name.

Both resolve the names that the same recogniser found, so that the difference is that of resolution alone. The gold is
tests/gold_places, and the development splits of ../shared where they are.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SPLITS = ROOT.parent / "shared" / "data" / "speech_time_place"
Rows = list[dict[str, Any]]


def main() -> None:
    """Prints end-to-end F1, accuracy of what was resolved, and their ratios, for each set."""
    from dragoman.evaluate import places

    head = f"{'set':<22}{'documents':>10}{'F1 ours':>10}{'prior':>8}{'ratio':>7}"
    print(f"{head}{'of resolved':>13}{'prior':>8}{'ratio':>7}")
    for name, gold in _sets():
        ours, prior = _predicted(gold)
        mine, theirs = places.score(gold, ours), places.score(gold, prior)
        line = f"{name:<22}{len(gold):>10}"
        for measure, key, widths in (("end_to_end", "f1", (10, 8)), ("of_resolved", "acc@161km", (13, 8))):
            a, b = mine[measure][key], theirs[measure][key]
            line += f"{a:>{widths[0]}.3f}{b:>{widths[1]}.3f}{a / b if b else 0:>7.2f}"
        print(line)


def _sets() -> Iterator[tuple[str, Rows]]:
    own = _read(ROOT / "tests" / "gold_places" / "places.jsonl")
    for kind in sorted({str(row["kind"]) for row in own}):
        yield f"gold_places {kind}", [row for row in own if row["kind"] == kind]
    for split in ("gwn_dev", "geovirus_dev"):
        path = SPLITS / f"places_{split}.jsonl"
        if path.is_file():
            yield split, _read(path)


def _read(path: Path) -> Rows:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _predicted(gold: Rows) -> tuple[Rows, Rows]:
    """What we say of each row, and the same names with the largest place of each."""
    from dragoman.evaluate.predict.places import places
    from dragoman.places import lookup

    ours, prior = [], []
    for row in gold:
        found = places(row)
        ours.append(found)
        said = []
        for one in found["places"]:
            largest = next(iter(lookup(one["name"], deep=True)), None)
            point = {key: getattr(largest, key, None) for key in ("lat", "lon", "geonames_id", "country")}
            said.append({**one, **point})
        prior.append({"id": row["id"], "places": said})
    return ours, prior
