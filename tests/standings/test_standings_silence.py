"""Texts without politics (tests/gold_silence: sport, trade, crime, culture, written to tempt) yield few standings.

The share that does is counted; which texts of the blind half they are is never looked at.
"""

import json
from pathlib import Path

import pytest

from dragoman.reading import read

TEXTS = Path(__file__).parent.parent / "gold_silence" / "texts.jsonl"
# Raise them with the code; at most 2 % is what is wanted of texts that were not written to tempt.
MOST = {"blind": 0.03, "open": 0.02}


@pytest.mark.parametrize("half", MOST)
def test_few_texts_without_politics_yield_a_standing(half: str) -> None:
    rows = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    texts = [row["text"] for row in rows if row["half"] == half]
    assert len(texts) == 100
    assert sum(bool(read(text).standings) for text in texts) <= MOST[half] * len(texts)
