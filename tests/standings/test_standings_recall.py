"""No topic is missed as a whole: on the shared development reports some standing of every topic is found."""

import json
from collections import Counter
from pathlib import Path

import pytest

from dragoman.codebook import codebook
from dragoman.evaluate.predict.rows import reading
from dragoman.evaluate.reading.gold import Gold
from dragoman.evaluate.reading.matching import assign
from dragoman.evaluate.reading.standings import Compared

REPORTS = Path(__file__).parents[3] / "shared" / "data" / "reading"


@pytest.mark.corpus
def test_some_standing_of_every_topic_is_found():
    found: Counter[str] = Counter()
    for path in sorted(REPORTS.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        made = reading({key: gold.get(key) for key in ("id", "text", "published")})["standings"]
        pairs = assign(gold["standings"], made, Compared(Gold(gold)).by_key)
        found.update(gold["standings"][i]["topic"] for i in pairs)
    assert set(found) == set(codebook().topics)
    assert min(found.values()) >= 2
