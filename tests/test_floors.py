"""Quality floors: scores never fall below these unnoticed. Raise them with the code; lowering one wants a reason.

`tests/gold` holds reports and gold of our own, annotated by someone who had not seen the rules; nothing is tuned on
them. The digest says when gold changed, so that a score is never compared with one on other gold.
"""

from hashlib import blake2b
from pathlib import Path

import pytest

from dragoman.evaluate.run import evaluate
from dragoman.evaluate.tasks import Wishes, task

OWN = Path(__file__).parent / "gold"
SHARED = Path(__file__).parent.parent.parent / "shared" / "data"

OWN_DIGEST = "14971f9e4abab38d"
FLOORS = {"statements": 0.82, "events_parties": 0.62, "standings_key": 0.50, "reading": 0.65}
CORPORA = (
    ("parse", "language/gum-dev.conllu.gz", ("las", "f1"), 87.5),
    ("ner", "language/ner-wwn-dev.jsonl.gz", ("micro", "f1"), 84.5),
    ("time", "speech_time_place/time_tempeval3_dev.jsonl", ("value", "f1"), 0.79),
    ("reading", "reading", ("all", "reading"), 0.79),
)


def _found(scores: object, path: tuple[str, ...]) -> float:
    for key in path:
        assert isinstance(scores, dict)
        scores = scores[key]
    if isinstance(scores, dict):
        scores = scores["F1"]
    assert isinstance(scores, int | float)
    return float(scores)


def test_our_own_gold_is_the_one_that_the_floors_were_measured_on() -> None:
    digest = blake2b(digest_size=8)
    for path in sorted(OWN.glob("*.json")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == OWN_DIGEST


@pytest.mark.parametrize("measure", FLOORS)
def test_reading_of_reports_nobody_tuned_on(measure: str, own_scores: dict[str, object]) -> None:
    assert _found(own_scores, ("all", measure)) >= FLOORS[measure]


@pytest.fixture(scope="module")
def own_scores() -> dict[str, object]:
    scores = evaluate(task("reading"), [OWN], Wishes()).scores
    assert scores is not None
    return scores


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "gold", "path", "floor"), CORPORA)
def test_development_splits(name: str, gold: str, path: tuple[str, ...], floor: float) -> None:
    scores = evaluate(task(name), [SHARED / gold], Wishes()).scores
    assert _found(scores, path) >= floor
