"""The relation between two marked actors; there is always an answer."""

import pytest

from dragoman import events, language

CASES = [
    ("Canada imposed an arms embargo on Haiti after the coup.", "Canada", "Haiti", "COERCE", 4),
    ("Chile's president praised Peru for its restraint.", "Chile's president", "Peru", "SUPPORT", 1),
    ("Kenya will send doctors to Somalia next month.", "Kenya", "Somalia", "AGREE", 1),
    ("The rebels freed two Swiss engineers on Friday.", "The rebels", "two Swiss engineers", "YIELD", 2),
    ("Laos refused to sign the treaty with Vietnam.", "Laos", "Vietnam", "REJECT", 3),
    ("Armenia accused Azerbaijan of shelling a school.", "Armenia", "Azerbaijan", "ACCUSE", 3),
    ("Students marched against the government in Lima.", "Students", "the government", "PROTEST", 4),
]


@pytest.mark.parametrize(("text", "source", "target", "type", "penta"), CASES)
def test_relation(text: str, source: str, target: str, type: str, penta: int) -> None:
    spans = [(text.index(name), text.index(name) + len(name)) for name in (source, target)]
    found = events.relation(language.parse(text), spans[0], spans[1])
    assert (found.plover, found.penta) == (type, penta)
    assert 0 < found.confidence < 1


@pytest.mark.parametrize("text", ["", "Nothing here.", "x"])
def test_always_an_answer(text: str) -> None:
    assert events.relation(language.parse(text), None, None).plover


def test_pairs_have_the_keys_of_the_scorer() -> None:
    rows = events.pairs(language.parse("Iran expelled two French diplomats."))
    assert [(r["plover"], r["cameo"], r["source"]["code"], r["target"]["code"]) for r in rows] == [
        ("SANCTION", "161", "IRN", "FRA")
    ]
