"""docs/registry.md says how many rows each file has, and which columns: both must be true."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.actors.registry_load import rows

PAGE = Path(__file__).parents[2] / "docs" / "registry.md"
COUNTED = re.compile(r"^\| `(\w+\.tsv)` \|.*\| (\d+) \|$", re.MULTILINE)


@pytest.mark.parametrize(("name", "count"), COUNTED.findall(PAGE.read_text(encoding="utf-8")))
def test_the_page_counts_the_rows(name: str, count: str) -> None:
    assert sum(1 for _ in rows(name)) == int(count)


def test_the_page_names_every_column() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = {name for name, _ in COUNTED.findall(page)}
    assert named == {f"{what}.tsv" for what in "states organisations groups bodies leaders metonyms".split()}
    for name in sorted(named):
        part = page.partition(f"**{name}**")[2].partition("\n\n")[0]
        header = (files("dragoman.actors") / "data" / name).read_text(encoding="utf-8").partition("\n")[0]
        assert {column for column in header.split("\t") if f"`{column}`" not in part} == set(), name
