"""Texts outside politics give no events; the table of what is silent, row by row; politics beside it is read."""

import json
from pathlib import Path

import pytest

from dragoman import read
from dragoman.events.fields import SCOPES, field_words
from dragoman.events.silence import silences

GOLD = Path(__file__).parent.parent / "gold_silence" / "texts.jsonl"
PARTIES = {"any", "teams", "judges", "weak", "nobody", "law"}

# What is read wrongly today, a little widened: parsers get other texts wrong, each release different ones.
MOST = {"blind": 0.08, "open": 0.05}
STATEMENTS = {"blind": 0.11, "open": 0.07}


def test_table_is_sound() -> None:
    known = {field for weights in field_words().values() for field in weights} | {"personal", "plot"}
    assert len({rule.id for rule in silences()}) == len(silences())
    for rule in silences():
        assert set(rule.fields) <= known
        assert {field for field, _, _ in rule.unless} <= known
        assert {rule.scope, *(scope for _, scope, _ in rule.unless)} <= set(SCOPES)
        assert rule.parties in PARTIES
        assert rule.yes
        assert rule.no


@pytest.mark.parametrize("rule", silences(), ids=lambda rule: rule.id)
def test_example_is_silent(code, rule) -> None:  # type: ignore[no-untyped-def]
    assert code(rule.yes) == ()


@pytest.mark.parametrize("rule", silences(), ids=lambda rule: rule.id)
def test_counterexample_is_read(code, rule) -> None:  # type: ignore[no-untyped-def]
    assert code(rule.no)


@pytest.mark.parametrize("half", ["blind", "open"])
def test_texts_without_politics(half: str) -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = [read(row["text"], published="2014-05-06") for row in rows if row["half"] == half]
    assert len(found) == 100
    assert sum(bool(r.events or r.standings) for r in found) <= MOST[half] * len(found)
    assert sum(bool(r.statements) for r in found) <= STATEMENTS[half] * len(found)


@pytest.mark.parametrize(
    "text",
    [
        "Chile's president met Peru's foreign minister in Lima on Friday.\n\nThe two watched a football match later.",
        "Rebels shelled a hospital in Homs on Sunday.\n\nSix people were killed and rescuers pulled out survivors.",
        "Belarus arrested eleven journalists after the election.\n\nPolice searched their flats and seized computers.",
        "Iran seized a Greek tanker near Hormuz on Monday.\n\nShares of the company fell four percent in Athens.",
    ],
)
def test_politics_beside_other_matters_is_read(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text)


def test_words_of_people_outside_politics_are_kept_where_politics_is() -> None:
    plain = read("The bakery will close in May, its owner said. She blamed the rent.", published="2014-05-06")
    told = read(
        "Ecuador expelled the Peruvian ambassador on Monday. A baker near the embassy said that he had seen two vans.",
        published="2014-05-06",
    )
    assert plain.statements == ()
    assert told.statements
