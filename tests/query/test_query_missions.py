"""Missions and recognition on a day: whose state is known, who recognises and who does not."""

from collections.abc import Iterator

import pytest
from strait import readings

from dragoman.query.ledger import Ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2003-03-09", []),
        ("2003-03-10", [("TON", "FJI", "embassy", "Suva", "closed", "2003-03-10")]),
        ("2003-07-01", [("TON", "FJI", "embassy", "Suva", "opened", "2003-07-01")]),
    ],
)
def test_missions_on_a_day(ledger: Ledger, on: str, expected: list[tuple[str, ...]]) -> None:
    columns = ("holder_id", "subject_id", "kind", "place", "value", "since")
    for asked in ({}, {"sender": "Tonga"}, {"host": "Fiji"}, {"sender": "Tonga", "host": "Fiji"}):
        found = ledger.missions(on=on, **asked)  # type: ignore[arg-type]
        assert [tuple(row[name] for name in columns) for row in found.table().rows()] == expected, asked
    assert not ledger.missions(on=on, sender="Fiji").missions
    assert not ledger.missions(on=on, host="Tonga").missions


def test_a_mission_is_cited_and_has_a_history_where_asked(ledger: Ledger) -> None:
    assert ledger.missions(on="2003-07-01").missions[0].history == ()
    found = ledger.missions(on="2003-07-01", history=None)
    assert [(told.value, told.day) for told in found.missions[0].history] == [
        ("closed", "2003-03-10"),
        ("opened", "2003-07-01"),
    ]
    assert found.missions[0].citations[0].quote == "Tonga reopened its embassy in Suva"
    assert [row["value"] for row in found.history().rows()] == ["closed", "opened"]


@pytest.mark.parametrize(
    ("asked", "recognises", "withholds"),
    [
        ({"on": "2003-05-19"}, [], []),
        ({"on": "2003-05-20"}, ["Samoa"], ["Vanuatu"]),
        ({"on": "2003-07-08"}, [], ["Samoa", "Vanuatu"]),
        ({"on": "2003-07-08", "known_by": "2003-07-08"}, ["Samoa"], ["Vanuatu"]),
    ],
)
def test_who_recognises_and_who_does_not(
    ledger: Ledger, asked: dict[str, str], recognises: list[str], withholds: list[str]
) -> None:
    found = ledger.recognition("Free Lau", **asked)  # type: ignore[arg-type]
    assert [one.holder.name for one in found.recognises if one.holder] == recognises
    assert [one.holder.name for one in found.withholds if one.holder] == withholds
    assert found.undecided == ()
    told = [(row["stance"], row["holder"]) for row in found.table().rows()]
    assert told == [*(("recognises", name) for name in recognises), *(("withholds", name) for name in withholds)]
