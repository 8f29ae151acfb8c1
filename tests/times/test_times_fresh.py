"""A floor on twelve news texts of our own, 2009 to 2024, annotated before the tagger had seen them (fresh.jsonl).

Scored untouched they gave value .946, calendar .958, strict .950; see docs/times.md.
"""

import json
from datetime import date
from pathlib import Path

from dragoman.evaluate.timex import score
from dragoman.times import tag

FRESH = Path(__file__).with_name("fresh.jsonl")
FLOORS = {"strict": 0.95, "value": 0.96, "calendar": 0.98}  # measured .969, .980, .998


def test_fresh_texts_keep_their_floors() -> None:
    gold = [json.loads(line) for line in FRESH.read_text("utf-8").splitlines()]
    predicted = []
    for row in gold:
        found = tag(row["text"], published=date.fromisoformat(row["published"]))
        timexes = [{"start": t.span[0], "end": t.span[1], "type": str(t.kind), "value": t.value} for t in found]
        predicted.append({"id": row["id"], "timexes": timexes})
    result = score(gold, predicted)
    assert {name: result[name]["f1"] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(FLOORS, True)


def test_fresh_gold_marks_the_words_it_says() -> None:
    for line in FRESH.read_text("utf-8").splitlines():
        row = json.loads(line)
        assert all(row["text"][t["start"] : t["end"]] == t["text"] for t in row["timexes"])
        assert len(row["timexes"]) >= 15
