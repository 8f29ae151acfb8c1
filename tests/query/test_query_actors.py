"""Actors of the ledger: found by name, id, country or office, with roles of the registry and of reports."""

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
    ("words", "expected"),
    [
        ("taufa", ["person:sione-taufa"]),
        ("Free Lau", ["free-lau"]),
        ("TON", ["TON", "person:sione-taufa"]),
        ("foreign minister", ["person:sione-taufa"]),
        ("Nuku'alofa", ["TON"]),
        ("100%", []),
        ("_", []),
        ("nobody at all", []),
    ],
)
def test_who_is_found(ledger: Ledger, words: str, expected: list[str]) -> None:
    assert [one.id for one in ledger.actors(words).found] == expected


def test_actors_are_counted_by_live_entries(ledger: Ledger) -> None:
    found = {one.id: one for one in ledger.actors().found}
    assert list(found)[:2] == ["FJI", "TON"]
    assert (found["free-lau"].entries, found["free-lau"].kind, found["free-lau"].country) == (4, "armed group", "FJI")
    assert (found["free-lau"].first, found["free-lau"].last) == ("2003-05-20", "2003-07-08")
    early = {one.id for one in ledger.actors(known_by="2003-03-03").found}
    assert early == {"FJI", "TON", "VUT"}


def test_roles_are_dated_and_sourced(ledger: Ledger) -> None:
    found = ledger.actors("Taufa")
    role = found.found[0].roles[0]
    assert (role.title, role.of, role.start, role.reports) == ("foreign minister", "Tonga", "2003-03-10", 1)
    assert role.quote == "Foreign Minister Sione Taufa"
    row = found.roles().rows()[0]
    assert (row["id"], row["publisher"], row["former"]) == ("person:sione-taufa", "Tonga Chronicle", False)
    tonga = ledger.actors("Tonga").found[0].roles
    assert [(role.source, role.sector, role.start) for role in tonga] == [("registry", "GOV", "1970-06-04")]


def test_a_list_may_be_cut(ledger: Ledger) -> None:
    found = ledger.actors(limit=2)
    assert (len(found.found), found.more) == (2, True)
    assert len(found.table()) == 2
