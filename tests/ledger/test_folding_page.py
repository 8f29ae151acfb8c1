"""docs/folding.md tells of every rule, outcome and kind that folding has, and its examples fold as it says."""

from pathlib import Path

import pytest
from folding_told import day, ledger

from dragoman.codebook import codebook
from dragoman.ledger.folding import fold, plans
from dragoman.ledger.folding.plans import CANCELLED, DUE, HELD, SILENT
from dragoman.ledger.folding.table import HOWS, kinds

PAGE = (Path(__file__).parents[2] / "docs" / "folding.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", [*HOWS, HELD, CANCELLED, DUE, SILENT])
def test_every_rule_and_outcome_has_its_row(word: str) -> None:
    assert f"\n| {word} |" in PAGE


def test_every_topic_and_kind_is_named() -> None:
    missing = {word for word in (*codebook().topics, *kinds().values()) if word not in PAGE}
    assert not missing


def test_parameters_are_those_of_the_page() -> None:
    for name in ("on", "known_by"):
        assert name in (fold.__kwdefaults__ or {}) or name in fold.__annotations__
        assert name in plans.__annotations__
        assert f"{name}=" in PAGE


def test_the_embassy_of_the_first_paragraph() -> None:
    lines, links = ledger("mission", "5.20 closed 5.18; 8.9 closed +; 9.3 opened 9.1 by MLI")
    for on, known_by, expected in (("8.15", "8.20", "closed"), ("9.2", "9.2", "closed"), ("9.2", "9.3", "opened")):
        (state,) = fold(lines, links, on=day(on), known_by=day(known_by))
        assert state.value == expected
