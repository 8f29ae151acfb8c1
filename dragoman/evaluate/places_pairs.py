"""One document's gold and predicted places -> pairs, counts and distances, and a line for every error."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from dragoman.evaluate.measures import Counts
from dragoman.evaluate.rows import Row

FAR: Final = 20039.0  # km: half the way round the Earth
NEAR: Final = 161.0  # km: 100 miles
RADIUS: Final = 6371.0  # km, of the Earth
Point: TypeAlias = tuple[float, float]
Mistakes: TypeAlias = list[tuple[str, ...]]  # document, MISSED, SPURIOUS, NOWHERE or FAR, words, type or km, words near


def count(
    gold_row: Row, predicted_row: Row | None, mistakes: Mistakes | None = None
) -> tuple[Counts, list[float | None]]:
    """The counts of one document and the error in km of each recognised place with coordinates, None if unresolved."""
    gold = gold_row["places"]
    predicted = _counted(gold_row, predicted_row)
    counts: Counts = Counter(ng=len(gold), np=len(predicted))
    errors: list[float | None] = []
    unplaced = set()
    pairs = paired(gold, predicted)
    for i, j, exact in pairs:
        g, p = gold[i], predicted[j]
        counts["exact"] += exact
        counts["overlap"] += 1
        at, guess = point(g), point(p)
        if g.get("geonames_id"):
            counts["id_n"] += 1
            counts["id_ok"] += str(p.get("geonames_id") or "") == str(g["geonames_id"])
        if at is None:
            unplaced.add(j)
            continue
        error = km(at, guess) if guess else None
        errors.append(error)
        counts["near"] += error is not None and error <= NEAR
    counts["e2e_ng"] = sum(point(g) is not None for g in gold)
    counts["e2e_np"] = sum(point(p) is not None for j, p in enumerate(predicted) if j not in unplaced)
    if mistakes is not None:
        mistakes += _mistakes(gold_row, gold, predicted, pairs)
    return counts, errors


def paired(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int, bool]]:
    """One-to-one pairs (gold, predicted, same span): same spans first, then overlapping ones in order."""
    used_gold, used_predicted = set(), set()
    out = []
    same = {(p["start"], p["end"]): j for j, p in enumerate(predicted)}
    for i, g in enumerate(gold):
        j = same.get((g["start"], g["end"]))
        if j is not None and j not in used_predicted:
            out.append((i, j, True))
            used_gold.add(i)
            used_predicted.add(j)
    for i, g in enumerate(gold):
        if i in used_gold:
            continue
        j = next((j for j, p in enumerate(predicted) if j not in used_predicted and _meets(g, p)), None)
        if j is not None:
            out.append((i, j, False))
            used_gold.add(i)
            used_predicted.add(j)
    return out


def point(row: Row) -> Point | None:
    """Degrees north and east, None where one is unknown."""
    if row.get("lat") is None or row.get("lon") is None:
        return None
    return float(row["lat"]), float(row["lon"])


def km(one: Point, other: Point) -> float:
    """Great circle distance of two points in degrees."""
    p, q = math.radians(one[0]), math.radians(other[0])
    across = math.cos(p) * math.cos(q) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(math.sin((q - p) / 2) ** 2 + across)))


def _counted(gold_row: Row, predicted_row: Row | None) -> list[Row]:
    """The predictions that count: one a span, without those that touch only what is neither right nor wrong."""
    ignored = [{"start": x[0], "end": x[1]} for x in gold_row.get("ignore", ())]
    out: list[Row] = []
    seen = set()
    for p in (predicted_row or {}).get("places") or ():
        if (p["start"], p["end"]) in seen or p["end"] <= p["start"]:
            continue
        seen.add((p["start"], p["end"]))
        if not _meets_any(p, ignored) or _meets_any(p, gold_row["places"]):
            out.append(p)
    return out


def _meets(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _meets_any(one: Row, others: Iterable[Row]) -> bool:
    return any(_meets(one, other) for other in others)


def _mistakes(
    row: Row, gold: Sequence[Row], predicted: Sequence[Row], pairs: Sequence[tuple[int, int, bool]]
) -> Mistakes:
    def told(kind: str, place: Row, note: str) -> tuple[str, ...]:
        start, end = place["start"], place["end"]
        around = " ".join(str(row["text"][max(0, start - 40) : end + 40]).split())
        return str(row["id"]), kind, str(row["text"][start:end]), note, around

    out: Mistakes = []
    for i, j, _ in pairs:
        at, guess = point(gold[i]), point(predicted[j])
        if at is not None and guess is None:
            out.append(told("NOWHERE", gold[i], ""))
        elif at is not None and guess is not None and km(at, guess) > NEAR:
            out.append(told("FAR", gold[i], f"{km(at, guess):.0f} km: {predicted[j].get('country')}"))
    met, used = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    out += [told("MISSED", g, str(g.get("type") or "")) for i, g in enumerate(gold) if i not in met]
    return out + [told("SPURIOUS", p, str(p.get("use") or "")) for j, p in enumerate(predicted) if j not in used]
