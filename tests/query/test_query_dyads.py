"""Dyads: events counted once by month, direction and class; months without events are zeros."""

from collections.abc import Iterator

import pytest
from making import event, reading, report
from strait import FIJI, TONGA, VANUATU, readings

from dragoman.codebook import codebook
from dragoman.query.dyads import QUADS, Dyads, between_months
from dragoman.query.ledger import Ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


def counted(found: Dyads) -> set[tuple[str, str, str, str, int, int]]:
    return {(c.source.id, c.target.id, c.month, c.quad, c.events, c.reports) for c in found.cells if c.events}


PAIR = {
    ("FJI", "TON", "2003-03", "material_conflict", 1, 2),  # one attack, told by two reports
    ("TON", "FJI", "2003-03", "verbal_conflict", 1, 1),
    ("TON", "FJI", "2003-03", "material_conflict", 1, 1),
    ("FJI", "TON", "2003-04", "verbal_cooperation", 1, 1),  # they met: once, and not in March when it was planned
}


def test_events_are_counted_once_by_direction_and_month(ledger: Ledger) -> None:
    assert counted(ledger.dyads("Fiji", "Tonga")) == PAIR
    assert counted(ledger.dyads("Tonga", "Fiji")) == PAIR


def test_every_class_has_a_cell_in_every_month_both_ways(ledger: Ledger) -> None:
    found = ledger.dyads("Fiji", "Tonga")
    cells = [(c.source.id, c.month, c.quad) for c in found.cells]
    expected = [(side, month, quad) for side in ("FJI", "TON") for month in ("2003-03", "2003-04") for quad in QUADS]
    assert cells == expected


def test_goldstein_scores_are_summed_over_events(ledger: Ledger) -> None:
    book = codebook()
    score = book.cameo[book.cameo_of("ASSAULT", None) or ""].goldstein
    cell = next(c for c in ledger.dyads("FJI", "TON").cells if c.quad == "material_conflict" and c.events)
    assert (cell.goldstein, cell.events) == (score, 1)


def test_of_one_with_each_partner(ledger: Ledger) -> None:
    found = counted(ledger.dyads("Tonga"))
    assert found == PAIR | {("TON", "VUT", "2003-03", "verbal_conflict", 1, 1)}  # it accused Fiji and Vanuatu
    assert counted(ledger.dyads("Tonga", "Vanuatu")) == found - PAIR


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"since": "2003-03-03"}, 3),
        ({"until": "2003-03-02"}, 1),
        ({"since": "2003-04-01", "until": "2003-04-30"}, 1),
        ({"since": "2004-01-01"}, 0),
        ({"known_by": "2003-03-03"}, 2),
    ],
)
def test_days_bound_events(ledger: Ledger, asked: dict[str, str], count: int) -> None:
    assert len(counted(ledger.dyads("FJI", "TON", **asked))) == count  # type: ignore[arg-type]


def test_the_telling_that_stands_for_all_decides_the_month(where: str) -> None:
    told = "Fijian sailors burned a trawler of Tonga off the reef"
    with Ledger(where) as ledger:
        for day, when, sure in (("2003-02-01", "2003-01-31", 0.6), ("2003-02-02", "2003-02-01", 0.9)):
            ledger.add(
                reading(
                    report(f"{told}, {day}.", day, source=f"Paper {day}"),
                    event("ASSAULT", FIJI, TONGA, told, trigger="burned", when=when, confidence=sure),
                )
            )
        whole = counted(ledger.dyads("FJI", "TON"))
        assert whole == {("FJI", "TON", "2003-02", "material_conflict", 1, 2)}
        assert counted(ledger.dyads("FJI", "TON", until="2003-01-31")) == set()  # it stands in February
        assert counted(ledger.dyads("FJI", "TON", since="2003-02-01")) == whole
        early = counted(ledger.dyads("FJI", "TON", known_by="2003-02-01"))
        assert early == {("FJI", "TON", "2003-01", "material_conflict", 1, 1)}


def test_an_event_of_a_whole_year_is_marked_vague(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(
            reading(
                report("Vanuatu aided Fiji in 2002.", "2003-02-01"),
                event(
                    "AID", VANUATU, FIJI, "Vanuatu aided Fiji in 2002", trigger="aided", when="2002-01-01..2002-12-31"
                ),
            )
        )
        cells = [c for c in ledger.dyads("VUT", "FJI").cells if c.events]
        assert [(c.events, c.vague) for c in cells] == [(1, 1)]


def test_an_event_of_no_known_day_stands_in_no_month(where: str) -> None:
    with Ledger(where) as ledger:
        told = "Fijian sailors burned a trawler of Tonga off the reef"
        attack = event("ASSAULT", FIJI, TONGA, told, trigger="burned")
        ledger.add(reading(report(f"{told}.", None), attack))
        found = ledger.dyads("FJI", "TON")
        assert (found.cells, found.undated) == ((), 1)
        ledger.add(reading(report(f"{told}, he said.", None), event("ACCUSE", TONGA, FIJI, told, when="2003-02-01")))
        found = ledger.dyads("FJI", "TON")
        assert (counted(found), found.undated) == ({("TON", "FJI", "2003-02", "verbal_conflict", 1, 1)}, 1)


def test_a_table_has_a_row_a_cell(ledger: Ledger) -> None:
    found = ledger.dyads("FJI", "TON")
    rows = found.table().rows()
    assert len(rows) == len(found.cells)
    assert rows[0]["month"] == "2003-03-01"
    assert sum(int(row["events"] or 0) for row in rows) == 4


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2003-11", "2004-02", ["2003-11", "2003-12", "2004-01", "2004-02"]),
        ("2003-03", "2003-03", ["2003-03"]),
        ("2003-04", "2003-03", []),
    ],
)
def test_months(first: str, last: str, expected: list[str]) -> None:
    assert list(between_months(first, last)) == expected
