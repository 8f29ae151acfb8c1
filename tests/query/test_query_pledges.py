"""Pledges and demands: made, kept and open on a day, with terms and history."""

from collections.abc import Iterator

import pytest
from strait import LEAVE, PAY, readings

from dragoman.errors import AskError
from dragoman.query.ledger import Ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


@pytest.mark.parametrize(
    ("on", "which", "expected"),
    [
        ("2003-04-05", "all", []),
        ("2003-04-30", "open", [("FJI", "conditional"), ("TON", "made")]),
        ("2003-04-30", "kept", []),
        ("2003-05-02", "kept", [("FJI", "kept")]),
        ("2003-05-02", "open", [("TON", "made")]),
        ("2003-05-02", "broken", []),
        ("2003-05-02", "all", [("FJI", "kept"), ("TON", "made")]),
    ],
)
def test_pledges_as_they_stood(ledger: Ledger, on: str, which: str, expected: list[tuple[str, str]]) -> None:
    for names in (("Fiji", "Tonga"), ("Tonga", "Fiji"), ("Fiji",), ()):
        found = ledger.pledges(*names, on=on, which=which)
        told = [(p.matter.holder.id if p.matter.holder else "", p.matter.value) for p in found.promises]
        assert sorted(told) == expected, names


def test_a_pledge_has_its_terms_and_its_history(ledger: Ledger) -> None:
    found = ledger.pledges("Fiji", "Tonga", on="2003-05-02", which="kept")
    kept = found.promises[0]
    assert kept.made == "2003-04-06"
    assert kept.conditions == ("if the weather held",)
    assert [(r.words, r.holder) for r in kept.in_return_for] == [(PAY, "Tonga")]
    assert [(told.value, told.day) for told in kept.matter.history] == [
        ("conditional", "2003-04-06"),
        ("kept", "2003-05-01"),
    ]
    assert {c.according_to for told in kept.matter.history for c in told.citations} == {"Ratu Naivalu", "Samoa"}
    row = found.table().rows()[0]
    assert (row["words"], row["value"], row["made"], row["since"]) == (LEAVE, "kept", "2003-04-06", "2003-05-01")
    assert (row["conditions"], row["in_return_for"]) == ("if the weather held", PAY)
    assert [r["value"] for r in found.history().rows()] == ["conditional", "kept"]


def test_demands_are_asked_for_in_the_same_way(ledger: Ledger) -> None:
    found = ledger.pledges("Fiji", topic="demand", on="2003-04-01")
    assert [(p.matter.value, p.made) for p in found.promises] == [("made", "2003-03-10")]
    assert not ledger.pledges("Fiji", topic="demand", on="2003-04-01", which="met").promises


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"which": "met"}, "pledges are not asked for by “met”. Use open, kept"),
        ({"which": "kept", "topic": "demand"}, "demands are not asked for by “kept”. Use open, met"),
        ({"topic": "mission"}, "“mission” is no promise"),
    ],
)
def test_what_cannot_be_asked(ledger: Ledger, asked: dict[str, str], words: str) -> None:
    with pytest.raises(AskError, match=words):
        ledger.pledges("Fiji", **asked)  # type: ignore[arg-type]


def test_what_was_not_known_yet_has_not_happened(ledger: Ledger) -> None:
    found = ledger.pledges("Fiji", "Tonga", on="2003-05-02", known_by="2003-04-30", which="all")
    assert sorted(str(p.matter.value) for p in found.promises) == ["conditional", "made"]
