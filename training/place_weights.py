"""Gold places of training reports, and local reports made up from the map, -> dragoman/places/data/weights.tsv.

    python -m training.place_weights ../shared/data/speech_time_place

A conditional logit over the candidates of each name, with the other names as they are resolved for now; the weights are
drawn to PRIOR (set by reason) where the data say little. The made-up reports stand for what the corpora lack, the
small-town paper: a home town chosen by the root of its people, its county, some neighbours, often its state, and a few
names from the wide world. Their texts are names and full stops.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from dragoman.places import locate as located
from dragoman.places import scores
from dragoman.places.gazetteer import gazetteer, opened, shipped
from dragoman.places.locate import Name, prepare, settle, surroundings
from dragoman.places.names import key
from dragoman.places.scores import FEATURES, features
from training.gazetteer_sources import km

FILES: Final = ("places_gwn_train.jsonl", "places_geovirus_train.jsonl")
OUT: Final = Path(__file__).parent.parent / "dragoman/places/data/weights.tsv"
ROUNDS: Final = 4
PULL: Final = 3.0  # strength of the prior, in names
MADE: Final = 300  # reports made up
MADE_WEIGHT: Final = 0.5
HOMES: Final = "USA USA USA USA USA USA GBR CAN AUS IND NGA ZAF IRL KEN PHL".split()
NEAR: Final = 161.0

PRIOR: Final = {
    "weight": 1.0, "small": -0.3, "other_name": -0.7, "country": 1.0, "state": -0.8, "state_ranked": 0.5,
    "county": -1.2, "capital": 0.5, "fits": 2.0, "unfit": -1.5, "hard_in": 6.0, "hard_out": -1.0, "soft_in": 2.0,
    "soft_out": -0.5, "country_named": 0.6, "country_count": 0.3, "state_named": 1.2, "state_count": 0.4,
    "same_country": 1.0, "near_40": 0.4, "near_160": 0.8, "near_500": 0.2, "beside_country": 0.3,
    "beside_state": 0.4, "beside_near": 0.4, "dateline_country": 0.7, "dateline_state": 0.7, "dateline_near": 0.7,
    "publisher_country": 0.5, "publisher_state": 0.5, "publisher_near": 0.7, "beside_kind": 0.5, "capital_named": 1.5,
    "holds": 2.0, "own_towns": 1.5, "listed_kind": 2.0, "capital_among": 2.0,
}  # fmt: skip

# Signs of nearness may count for nothing, never against a place.
SIGNS: Final = np.array([i >= FEATURES.index("country_named") or name == "hard_in" for i, name in enumerate(FEATURES)])

Report = tuple[list[Name], str, str | None, list[tuple[float, float] | None], float]


def main(folder: Path) -> None:
    """Fits and writes the weights."""
    reports = [*_gold(folder), *_made(random.Random(0))]
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])
    found = prior.copy()
    for turn in range(ROUNDS):
        rows = list(_rows(reports, found))
        found = _fit(rows, prior, found)
        right = sum(bool(good[np.argmax(matrix @ found)]) for matrix, good, _ in rows)
        print(f"round {turn + 1}: {right} of {len(rows)} right", file=sys.stderr)
    lines = [f"{name}\t{value:.3f}\t{PRIOR.get(name, 0.0)}" for name, value in zip(FEATURES, found, strict=True)]
    said = f"# training/place_weights.py on {', '.join(FILES)} and {MADE} made-up reports: {right} of {len(rows)} right"
    OUT.write_text("\n".join(["feature\tweight\tprior", said, *lines, ""]), encoding="utf-8")


def _gold(folder: Path) -> Iterator[Report]:
    for file in FILES:
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            names = [Name(p["name"], p["start"], p["end"]) for p in row["places"]]
            points = [None if p["lat"] is None else (p["lat"], p["lon"]) for p in row["places"]]
            yield names, row["text"], row.get("url"), points, 1.0


def _made(dice: random.Random) -> Iterator[Report]:
    query = """SELECT p.name, p.lat / 1e5, p.lon / 1e5, p.population, a.country, a.state, a.county
        FROM place p JOIN area a ON a.id = p.area WHERE p.kind IN ('P', 'K') AND p.population > 300 ORDER BY p.id"""
    towns: dict[str, list[Any]] = {}
    for row in opened(shipped()).rows(query):
        towns.setdefault(str(row[4]), []).append(row)
    division = {row[0]: row[1:] for row in opened(shipped()).rows(
        "SELECT id, name, lat / 1e5, lon / 1e5 FROM place WHERE kind IN ('S', 'D')")}  # fmt: skip
    countries = opened(shipped()).rows(
        "SELECT name, lat / 1e5, lon / 1e5, population FROM place WHERE kind = 'C' AND population > 1000000 ORDER BY id"
    )
    world = countries + sorted((row for rows in towns.values() for row in rows), key=lambda row: -row[3])[:400]
    for _ in range(MADE):
        here = towns[dice.choice(HOMES)]
        pool = [row for row in here if 1000 < row[3] < 300_000]
        home = dice.choices(pool, [row[3] ** 0.5 for row in pool])[0]
        # half of the homes share their name with others, a fifth with a country or great city: what confuses readers
        least = dice.choice((0.0, 0.0, 2.5, 2.5, 6.0))
        for _ in range(400 if least else 0):
            if sum(e.weight > least for e in gazetteer().named(key(home[0]))) > (3 if least < 6 else 0):
                break
            home = dice.choices(pool, [row[3] ** 0.5 for row in pool])[0]
        around = [row for row in here if row is not home and km(row[1], row[2], home[1], home[2]) < 70]
        said = (
            [home, *dice.choices(around, [row[3] ** 0.5 for row in around], k=dice.randint(1, 6))] if around else [home]
        )
        said += [(*division[number], 0) for number in home[6:7] if number in division and dice.random() < 0.6]
        said += [(*division[number], 0) for number in home[5:6] if number in division and dice.random() < 0.6]
        said += dice.choices(world, [row[3] ** 0.5 for row in world], k=dice.choice((0, 0, 1, 1, 2)))
        dice.shuffle(said)
        yield _report([(str(row[0]), (row[1], row[2])) for row in said], home, dice)


def _report(said: list[tuple[str, tuple[float, float]]], home: Any, dice: random.Random) -> Report:
    names, text = [], ""
    for name, _ in said:
        text += "." * dice.choice((8, 20, 60, 200))
        names.append(Name(name, len(text), len(text) + len(name)))
        text += name
    address = f"http://www.{key(str(home[0])).replace(' ', '')}news.com/" if dice.random() < 0.4 else None
    return names, text, address, [point for _, point in said], MADE_WEIGHT


def _rows(reports: list[Report], weights: Any) -> Iterator[tuple[Any, Any, float]]:
    """The features of each unit's candidates, which of them are right, and how much the unit counts."""
    scores.weights = located.weights = lambda: tuple(weights)  # type: ignore[attr-defined,assignment]
    for names, text, url, points, weight in reports:
        everything, _ = prepare(names, text, url=url)
        order = [[names[i] for i in unit.names] for unit in everything]
        settle(everything, names, ())
        for number, unit in enumerate(everything):
            gold = [points[i] for i in unit.names if points[i] is not None]
            if len(unit.found) < 2 or not gold:
                continue
            good = np.array([float(np.mean([km(c.entry.lat, c.entry.lon, *g) < NEAR for g in gold])) > 0.5
                             for c in unit.found])  # fmt: skip
            if good.any() and not good.all():
                around = surroundings(number, everything, order, ())
                yield np.array([features(c, around) for c in unit.found]), good, weight * min(len(gold), 3) ** 0.5


def _fit(rows: list[tuple[Any, Any, float]], prior: Any, start: Any) -> Any:
    """Minimises the negative log-likelihood with the pull to the prior, by gradient steps that shrink on a rise."""
    found, step, last = start.copy(), 0.02, np.inf
    for _ in range(400):
        loss, gradient = 0.5 * PULL * float(((found - prior) ** 2).sum()), PULL * (found - prior)
        for matrix, good, weight in rows:
            score = matrix @ found
            share = np.exp(score - score.max())
            share /= share.sum()
            right = share * good
            mass = max(float(right.sum()), 1e-12)
            loss -= weight * float(np.log(mass))
            gradient = gradient + weight * (share - right / mass) @ matrix
        step = step * 1.05 if loss < last else step * 0.5
        last = loss
        found = found - step * gradient / (1 + np.abs(gradient).max() / 20)
        found = np.where(SIGNS, np.maximum(found, 0.0), found)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
