"""Quality floors: scores never fall below these unnoticed. Raise them with the code; lowering one wants a reason.

The folders hold reports and gold of our own, annotated by people who had not seen the rules. `gold_blind` and
`gold_world` are scored and nothing else; the errors on `gold` and `gold_speech` have been looked at. The digest says
when gold changed, so that a score is never compared with one on other gold.
"""

from hashlib import blake2b
from pathlib import Path

import pytest

from dragoman.evaluate.run import evaluate
from dragoman.evaluate.tasks import Wishes, task

OWN = Path(__file__).parent
SHARED = Path(__file__).parent.parent.parent / "shared" / "data"

DIGESTS = {
    "gold": "14971f9e4abab38d",
    "gold_speech": "78f3c74e6ce0360d",
    "gold_blind": "54c449dc420a2d96",
    "gold_world": "85c27c73b0f1bfbd",
}
FLOORS = (
    ("gold", {"statements": 0.86, "events_parties": 0.63, "events_full": 0.50, "standings_key": 0.56, "reading": 0.69}),
    (
        "gold_speech",
        {
            **{"statements": 0.82, "speaker_accuracy": 0.88, "form_accuracy": 0.92, "events_full": 0.51},
            **{"standings_key": 0.61, "standings_full": 0.50, "reading": 0.69},
        },
    ),
    (
        "gold_blind",
        {
            **{"statements": 0.76, "speaker_accuracy": 0.83, "date_accuracy": 0.74, "events_full": 0.45},
            **{"standings_key": 0.59, "standings_full": 0.46, "reading": 0.65},
        },
    ),
    (
        "gold_world",
        {
            **{"statements": 0.83, "speaker_accuracy": 0.88, "date_accuracy": 0.76, "events_full": 0.48},
            **{"standings_key": 0.56, "standings_full": 0.46, "reading": 0.67},
        },
    ),
)
CORPORA = (
    ("parse", "language/gum-dev.conllu.gz", ("las", "f1"), 87.5),
    ("ner", "language/ner-wwn-dev.jsonl.gz", ("micro", "f1"), 84.5),
    ("quotes", "speech_time_place/quotes_polnear_dev.jsonl", ("all", "pair.soft", "f1"), 0.70),
    ("quotes", "speech_time_place/quotes_polnear_dev.jsonl", ("direct", "pair.soft", "f1"), 0.90),
    ("quotes", "speech_time_place/quotes_polnear_dev.jsonl", ("indirect", "pair.soft", "f1"), 0.62),
    ("time", "speech_time_place/time_tempeval3_dev.jsonl", ("value", "f1"), 0.80),
    ("time", "speech_time_place/time_tempeval3_dev.jsonl", ("calendar", "f1"), 0.87),
    ("time", "speech_time_place/time_meantime_dev.jsonl", ("value", "f1"), 0.80),
    ("time", "speech_time_place/time_meantime_dev.jsonl", ("calendar", "f1"), 0.85),
    ("reading", "reading", ("all", "reading"), 0.83),
    ("reading", "reading", ("all", "standings_key"), 0.79),
)


def _found(scores: object, path: tuple[str, ...]) -> float:
    for key in path:
        assert isinstance(scores, dict)
        scores = scores[key]
    if isinstance(scores, dict):
        scores = scores["F1"]
    assert isinstance(scores, int | float)
    return float(scores)


@pytest.mark.parametrize("folder", DIGESTS)
def test_our_own_gold_is_the_one_that_the_floors_were_measured_on(folder: str) -> None:
    digest = blake2b(digest_size=8)
    for path in sorted((OWN / folder).glob("*.json")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == DIGESTS[folder]


@pytest.mark.parametrize(("folder", "floors"), FLOORS)
def test_reading_of_our_own_gold(folder: str, floors: dict[str, float]) -> None:
    scores = evaluate(task("reading"), [OWN / folder], Wishes()).scores
    found = {measure: _found(scores, ("all", measure)) for measure in floors}
    assert all(found[measure] >= floor for measure, floor in floors.items()), found


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "gold", "path", "floor"), CORPORA)
def test_development_splits(name: str, gold: str, path: tuple[str, ...], floor: float) -> None:
    scores = evaluate(task(name), [SHARED / gold], Wishes()).scores
    assert _found(scores, path) >= floor
