"""Which lines are fetched: by pair, side, actor, label, place; bounds, filters, limits."""

from collections.abc import Iterator

import pytest
from border import readings

from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.ledger import Ledger
from dragoman.query.lines import Wanted, at_places, between, by_id, by_row, of_actors, of_sides, of_topics


@pytest.fixture
def view(where: str) -> Iterator[View]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        with made.view() as seen:
            yield seen


PAIRS = [
    (Wanted(), 19),
    (Wanted(("event",)), 8),
    (Wanted(("statement", "standing")), 11),
    (Wanted(labels=("CONSULT", "pledge")), 6),
    (Wanted(values=("made",)), 3),
    (Wanted(("event",), statuses=("planned",)), 3),
    (Wanted(since="1994-03-01", until="1994-03-20"), 3),
    (Wanted(since="1994-03-02", until="1994-03-19"), 0),
    (Wanted(actors=(("person:julio-arana-soto",),)), 1),
    (Wanted(actors=(("person:julio-arana-soto",), ("PER",))), 0),
    (Wanted(limit=4), 4),
]


@pytest.mark.parametrize(("wanted", "count"), PAIRS)
def test_between_two_sides(view: View, wanted: Wanted, count: int) -> None:
    found = between(view, ("PER",), ("ECU",), wanted)
    assert len(found) == count
    assert between(view, ("ECU",), ("PER",), wanted) == found
    assert found == in_order(found)
    assert all(line.family in wanted.families for line in found)


def in_order(found: list[Line]) -> list[Line]:
    return sorted(sorted(found, key=lambda one: one.id), key=lambda one: (one.day, one.known), reverse=True)


@pytest.mark.parametrize("limit", [1, 2, 5, 9])
def test_a_limit_gives_the_newest(view: View, limit: int) -> None:
    for fetch in (
        lambda wanted: between(view, ("PER",), ("ECU",), wanted),
        lambda wanted: of_sides(view, ("PER", "ECU"), wanted),
        lambda wanted: of_actors(view, ("ECU",), wanted),
    ):
        assert fetch(Wanted(limit=limit)) == fetch(Wanted())[:limit]


def test_of_a_side_each_entry_comes_once(view: View) -> None:
    found = of_sides(view, ("ECU",), Wanted())
    assert len({line.row for line in found}) == len(found) == 21
    assert {line.label for line in of_sides(view, ("ECU",), Wanted(roles=("speaker",)))} == {"say"}


def test_of_an_actor_itself(view: View) -> None:
    assert [line.family for line in of_actors(view, ("person:marta-vega-lind",), Wanted(roles=("speaker",)))] == [
        "statement"
    ]


def test_by_label_by_place_and_by_number(view: View) -> None:
    control = of_topics(view, Wanted(("standing",), labels=("control",)))
    assert [line.holder for line in control] == ["ECU", "river-front"]
    assert at_places(view, ("place:puerto-sombra",), ("control",), Wanted()) == control
    assert by_row(view, [line.row for line in control]) == sorted(control, key=lambda one: one.row)
    assert by_id(view, [line.id for line in control]) == sorted(control, key=lambda one: one.id)
    assert by_row(view, ()) == []


def test_what_is_not_known_yet_and_what_is_corrected_is_not_live(where: str) -> None:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        missions = Wanted(("standing",), labels=("mission",), since="1994-05-01", until="1994-05-10")
        for known_by, values in (
            ("1994-05-01", []),
            ("1994-05-03", ["closed"]),
            ("1994-05-04", ["reduced"]),
            (None, ["reduced"]),
        ):
            with made.view(known_by=known_by) as seen:
                assert [line.value for line in between(seen, ("PER",), ("ECU",), missions)] == values
