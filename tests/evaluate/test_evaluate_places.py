"""The scores of places: recognition, distance and both together, on small gold and as the shared scorer has them."""

import importlib.util
import io
import json
import random
import sys
import warnings
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from dragoman.evaluate import places
from dragoman.evaluate.run import evaluate
from dragoman.evaluate.tasks import TASKS, Wishes

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT = "Floods hit Arequipa and Tacna on Sunday, the mayor of the city said in Lima."
AREQUIPA, TACNA, CITY, LIMA = (11, 19), (24, 29), (54, 62), (71, 75)


def row(*found, **more) -> dict:
    listed = [{"start": s, "end": e, "lat": lat, "lon": lon} for (s, e), lat, lon in found]
    return {"id": "a", "text": TEXT, "places": listed, **more}


GOLD = row((AREQUIPA, -16.4, -71.5), (TACNA, None, None), (LIMA, -12.05, -77.05), ignore=[[*CITY, "noun"]])

# predictions, then exact, overlapping, hits and predictions end to end
CASES = (
    ("all right", row((AREQUIPA, -16.4, -71.5), (LIMA, -12.0, -77.0)), 2, 2, 2, 2),
    ("too far", row((AREQUIPA, -12.0, -77.0)), 1, 1, 0, 1),
    ("without coordinates", row((AREQUIPA, None, None)), 1, 1, 0, 0),
    ("a wider span", row(((11, 29), -16.4, -71.5)), 0, 1, 1, 1),
    ("gold without coordinates", row((TACNA, 1.0, 1.0)), 1, 1, 0, 0),
    ("neither right nor wrong", row((CITY, 1.0, 1.0)), 0, 0, 0, 0),
    ("the same twice", row((LIMA, -12.0, -77.0), (LIMA, 0.0, 0.0)), 1, 1, 1, 1),
)


@pytest.mark.parametrize(("name", "predicted", "exact", "overlap", "near", "placed"), CASES, ids=[c[0] for c in CASES])
def test_counts(name, predicted, exact, overlap, near, placed):
    scores = places.score([GOLD], [predicted])
    assert scores["recognition.exact"]["r"] == exact / 3
    assert scores["recognition.overlap"]["r"] == overlap / 3
    assert scores["end_to_end"]["r"] == near / 2
    assert scores["end_to_end"]["p"] == (near / placed if placed else 0.0)


def test_errors_are_listed():
    mistakes: list = []
    places.score([GOLD], [row((AREQUIPA, 0.0, 0.0), ((30, 32), 1.0, 1.0))], mistakes=mistakes)
    assert [(m[1], m[2]) for m in mistakes] == [
        ("FAR", "Arequipa"),
        ("MISSED", "Tacna"),
        ("MISSED", "Lima"),
        ("SPURIOUS", "on"),
    ]


def theirs(*arguments: object) -> str:
    """What the shared scorer prints."""
    spec = importlib.util.spec_from_file_location("shared_places", SHARED / "score" / "places.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    printed, before = io.StringIO(), sys.argv
    sys.argv = ["places.py", *map(str, arguments)]
    try:
        with redirect_stdout(printed), warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            module.main()
    finally:
        sys.argv = before
    return printed.getvalue()


def noisy(rng: random.Random, gold: dict) -> list[dict]:
    found = []
    for place in gold["places"]:
        start, end = place["start"] + rng.choice([0, 0, 0, -5]), place["end"] + rng.choice([0, 0, 0, 7, -2])
        guess = {"start": start, "end": end, "lat": place["lat"], "lon": place["lon"]}
        if rng.random() < 0.3 and place["lat"] is not None:
            guess["lat"] += rng.choice([0.5, 1.45, 30.0])
        if rng.random() < 0.1:
            guess["lat"] = None
        guess["geonames_id"] = rng.choice([place.get("geonames_id"), "5", None])
        found += [guess] * rng.choice([0, 1, 1, 1, 2])
    for start, end, *_ in gold.get("ignore", ()):
        found += [{"start": start, "end": end, "lat": 1.0, "lon": 2.0}] * rng.choice([0, 0, 1])
    return [*found, {"start": rng.randint(0, 900), "end": rng.randint(0, 900), "lat": 0.0, "lon": 0.0}]


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["gwn_dev", "geovirus_dev"])
def test_as_the_shared_scorer(tmp_path, name):
    rng, gold = random.Random(7), SHARED / "data" / "speech_time_place" / f"places_{name}.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    predicted = tmp_path / "predicted.jsonl"
    made = [{"id": row["id"], "places": noisy(rng, row)} for row in rows[2:]] + [{"id": "unknown", "places": []}]
    predicted.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    outcome = evaluate(TASKS["places"], [gold], Wishes(samples=20), made=predicted)
    assert "\n".join(outcome.lines) + "\n" == theirs(gold, predicted, "--ci", 20)
    assert json.loads(json.dumps(outcome.scores)) == json.loads(theirs(gold, predicted, "--ci", 20, "--json"))
    assert 0.2 < outcome.scores["end_to_end"]["f1"] < 0.9
