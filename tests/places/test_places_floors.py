"""Floors of finding and resolving places; `gold_places` is a blind annotator's, of local and of world reports.

Errors on the documents of odd numbers have been looked at, those of even numbers have not and must not be.
"""

import json
from hashlib import blake2b
from pathlib import Path

import pytest

from dragoman.evaluate import places
from dragoman.evaluate.predict.places import places as predict

GOLD = Path(__file__).parent.parent / "gold_places" / "places.jsonl"
SPLITS = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "speech_time_place"
DIGEST = "ec5322232be6f31e"
FLOORS = (
    ("local", 0.90, 0.91),
    ("world", 0.84, 0.89),
)
CORPORA = (("gwn_dev", 0.77, 0.93), ("geovirus_dev", 0.87, 0.92))


def _scores(rows):
    scores = places.score(rows, [predict(row) for row in rows])
    return scores["end_to_end"]["f1"], scores["of_resolved"]["acc@161km"]


def _rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def test_the_gold_is_the_one_that_the_floors_were_measured_on():
    assert blake2b(GOLD.read_bytes(), digest_size=8).hexdigest() == DIGEST


@pytest.mark.parametrize(("kind", "both", "resolved"), FLOORS)
def test_our_own_gold(kind, both, resolved):
    found = _scores([row for row in _rows(GOLD) if row["kind"] == kind])
    assert found[0] >= both, found
    assert found[1] >= resolved, found


@pytest.mark.corpus
@pytest.mark.parametrize(("split", "both", "resolved"), CORPORA)
def test_development_splits(split, both, resolved):
    found = _scores(_rows(SPLITS / f"places_{split}.jsonl"))
    assert found[0] >= both, found
    assert found[1] >= resolved, found
