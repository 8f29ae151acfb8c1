"""Every row of data/modes.tsv is sound, refines the mode of its example and leaves its counter-example alone."""

import pytest

from dragoman.codebook import codebook
from dragoman.events.lexicon import table
from dragoman.events.modes import refinings

# Examples that a parse may spoil, each release a different few.
SPARE = 2


def rows() -> list[dict[str, str]]:
    return table("modes.tsv")


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row["id"]))
def test_row_names_modes_of_its_type(row: dict[str, str]) -> None:
    modes = codebook().types[row["type"]].modes
    assert row["mode"] in modes
    assert all(mode == "-" or mode in modes for mode in row["from"].split("|"))
    assert row["words"]


def test_ids_are_unique_and_all_types_are_read() -> None:
    ids = [row["id"] for row in rows()]
    assert len(ids) == len(set(ids))
    assert {row["type"] for row in rows()} == set(refinings())


def test_examples_get_the_mode_and_counter_examples_do_not(code) -> None:  # type: ignore[no-untyped-def]
    missed, wrong = [], []
    for row in rows():
        modes = [e.mode for e in code(row["yes"]) if e.type == row["type"]]
        if row["mode"] not in modes:
            missed.append((row["id"], row["yes"], modes))
        if row["no"] and row["mode"] in [e.mode for e in code(row["no"]) if e.type == row["type"]]:
            wrong.append(row["id"])
    assert len(missed) <= SPARE, missed
    assert not wrong
