"""Tables: every form holds the same rows, types come from the schema alone."""

import csv
import io
import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import OutputError
from dragoman.query.tables import Column, Kind, Schema

SCHEMA = Schema(
    "trial",
    (
        Column("who", Kind.TEXT, "a name"),
        Column("times", Kind.COUNT, "how often"),
        Column("score", Kind.NUMBER, "how much"),
        Column("sure", Kind.TRUTH, "whether it is so"),
        Column("on", Kind.DAY, "the day"),
    ),
)
ROWS = [
    ('Oslo, "the" city\nthen', 3, -4.5, True, "1993-09-13"),
    (None, None, None, None, None),
    ("", 0, 0.0, False, "2024-02-29"),
]
EMPTY = (True, False)


def test_rows_are_dicts_in_the_order_of_the_columns() -> None:
    table = SCHEMA.table(ROWS)
    assert list(table.rows()[0]) == ["who", "times", "score", "sure", "on"]
    assert [tuple(row.values()) for row in table.rows()] == ROWS
    assert len(table) == 3
    assert table.column("times") == (3, None, 0)


def test_json_is_one_object_a_line_with_every_column() -> None:
    lines = SCHEMA.table(ROWS).to_json().splitlines()
    assert [tuple(json.loads(line).values()) for line in lines] == ROWS
    assert SCHEMA.table([]).to_json() == ""


def test_csv_quotes_and_names_its_columns() -> None:
    read = list(csv.reader(io.StringIO(SCHEMA.table(ROWS).to_csv())))
    assert read[0] == ["who", "times", "score", "sure", "on"]
    assert read[1] == ['Oslo, "the" city\nthen', "3", "-4.5", "true", "1993-09-13"]
    assert read[2] == [""] * 5
    assert SCHEMA.table([]).to_csv() == "who,times,score,sure,on\n"


@pytest.mark.parametrize("empty", EMPTY)
def test_polars_types_are_declared(empty: bool) -> None:
    pl = pytest.importorskip("polars")
    frame = SCHEMA.table([] if empty else ROWS).to_polars()
    assert list(frame.schema.items()) == [
        ("who", pl.String),
        ("times", pl.Int64),
        ("score", pl.Float64),
        ("sure", pl.Boolean),
        ("on", pl.Date),
    ]
    if not empty:
        assert frame.row(0) == (*ROWS[0][:4], date(1993, 9, 13))
        assert frame.row(1) == ROWS[1]


@pytest.mark.parametrize("empty", EMPTY)
def test_pandas_types_are_declared(empty: bool) -> None:
    pd = pytest.importorskip("pandas")
    frame = SCHEMA.table([] if empty else ROWS).to_pandas()
    types = ["string", "Int64", "Float64", "boolean", "datetime64[s]"]
    assert [str(kind) for kind in frame.dtypes] == types
    if not empty:
        assert frame["on"][0] == pd.Timestamp("1993-09-13")
        assert frame.isna().iloc[1].all()
        assert frame["times"][0] == 3


@pytest.mark.parametrize("empty", EMPTY)
def test_arrow_takes_a_table_as_it_is(empty: bool) -> None:
    pa = pytest.importorskip("pyarrow")
    found = pa.table(SCHEMA.table([] if empty else ROWS))
    assert found.schema.types == [pa.utf8(), pa.int64(), pa.float64(), pa.bool_(), pa.date32()]
    assert pa.schema(SCHEMA.table([])).names == ["who", "times", "score", "sure", "on"]
    if not empty:
        assert found.to_pylist()[2] == dict(zip(found.column_names, (*ROWS[2][:4], date(2024, 2, 29)), strict=True))


words = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8)
cells = st.tuples(
    st.none() | words,
    st.none() | st.integers(-(2**63), 2**63 - 1),
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.booleans(),
    st.none() | st.dates().map(date.isoformat),
)


@given(st.lists(cells, max_size=5))
def test_arrow_and_json_hold_what_the_rows_hold(rows: list[tuple[object, ...]]) -> None:
    nanoarrow = pytest.importorskip("nanoarrow")
    table = SCHEMA.table(rows)  # type: ignore[arg-type]
    told = [{**row, "on": row["on"] and date.fromisoformat(str(row["on"]))} for row in table.rows()]
    assert list(nanoarrow.ArrayStream(table).read_all().to_pylist()) == told
    assert [json.loads(line) for line in table.to_json().split("\n") if line] == table.rows()


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_a_library_that_is_missing_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(OutputError, match=f"{library} is not installed. Run: pip install {library}"):
        getattr(SCHEMA.table(ROWS), f"to_{library}")()


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 2 values for 5 columns"):
        SCHEMA.table([("a", 1)])
