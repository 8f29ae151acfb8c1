"""Our own resolution cases never fall below these shares unnoticed; they were written by someone who had not seen the
rules. Those with even numbers are scored and nothing else, so that they measure what is new."""

from pathlib import Path

import pytest

from dragoman.evaluate.actors import score
from dragoman.evaluate.tasks import Wishes, task

CASES = Path(__file__).parent.parent / "gold_actors" / "cases.jsonl"
FLOORS = (
    ("odd", 1, {"identity": 0.90, "country": 0.91, "sector": 0.89, "all_three": 0.84}),
    ("even", 0, {"identity": 0.77, "country": 0.76, "sector": 0.74, "all_three": 0.68}),
)


@pytest.mark.parametrize(("half", "rest", "floors"), FLOORS)
def test_accuracy(half: str, rest: int, floors: dict[str, float]) -> None:
    actors = task("actors")
    items = [item for item in actors.items([CASES]) if int(item["id"][1:]) % 2 == rest]
    assert len(items) > 100
    shares = score(items, [actors.predict(item, Wishes()) for item in items])["all"]
    assert all(shares[measure] >= floor for measure, floor in floors.items()), (half, shares)
