"""Any bytes at all, as any format: rows, findings or nothing, and never an error that is not told."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import importers, own, own_store
from dragoman.actors.importers import cameo, ftm, table, wikidata
from dragoman.actors.own_records import LeftOut, OwnRow
from dragoman.records import Finding

READERS = [table.read, cameo.read, ftm.read, wikidata.read]
PIECES = st.sampled_from(
    [
        *'name country , ; " KEN 2010-05 ANN_ [ ] [KENGOV 890120-930120] + { } & ! # é _ ( ) > < - ~'.split(),
        *("\t", "\n", "\x00", "\ufeff", " ", "\u2028", "\r", "'"),
    ]
)
KEYS = """id schema properties name holder post startDate claims labels en value P31 P39 mainsnak datavalue qualifiers
P580 time precision country topics""".split()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["Person", "Occupancy", "Q5"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=12,
)


def lines(raw: bytes) -> list[bytes]:
    return raw.splitlines(keepends=True)


@pytest.mark.parametrize("read", READERS)
@settings(max_examples=40, deadline=None)
@given(raw=st.binary(max_size=200) | st.lists(PIECES, max_size=40).map(lambda found: "".join(found).encode()))
def test_any_bytes(read: object, raw: bytes) -> None:
    assert all(isinstance(one, OwnRow | Finding | LeftOut) for one in read(lines(raw), "x"))


@pytest.mark.parametrize("read", [ftm.read, wikidata.read])
@settings(max_examples=60, deadline=None)
@given(objects=st.lists(VALUES, max_size=4))
def test_any_json(read: object, objects: list[object]) -> None:
    raw = [json.dumps(one).encode() + b"\n" for one in objects]
    assert all(isinstance(one, OwnRow | Finding | LeftOut) for one in read(raw, "x"))


@settings(max_examples=25, deadline=None)
@given(raw=st.lists(PIECES, max_size=40).map(lambda found: "name,country\n" + "".join(found)))
def test_what_is_added_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, raw: str) -> None:
    folder: Path = tmp_path_factory.mktemp("odd")
    (folder / "t.csv").write_bytes(raw.encode())
    with own_store.using(folder / "store.csv"):
        own.add(folder / "t.csv")
        first = own.actors()
        own.add(folder / "t.csv")
        own_store.refresh()
        assert own.actors() == first


def test_lines_of_all_sorts_have_a_format() -> None:
    assert importers.told(lines(b"\xff\xfe\x00")) == "csv"
