"""Relations of other people's sentences against a floor."""

import json
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"
FLOOR = 0.6  # root accuracy; about 0.80 on all of plv_train, 0.71 on the third that no rule was written from


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared data beside the checkout")
def test_relations_reach_their_floor() -> None:
    from dragoman import events, language

    rows = [json.loads(line) for line in (SHARED / "events" / "plv_train.jsonl").read_text("utf-8").splitlines()][:200]
    right = 0
    for row in rows:
        spans = [(p["start"], p["end"]) if p["start"] is not None else None for p in (row["source"], row["target"])]
        right += events.relation(language.parse(row["text"]), spans[0], spans[1]).plover == row["plover"]
    assert right / len(rows) > FLOOR
