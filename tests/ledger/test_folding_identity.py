"""Which lines are one matter: parties in order or not, missions by kind and seat, contents by links."""

from dataclasses import replace

import pytest
from folding_told import day, ledger, told

from dragoman.ledger.folding import Identity, fold, identity

ORDERLESS = ("relations", "agreement", "hostilities")


@pytest.mark.parametrize("topic", ["recognition", "pledge", "demand", "sanction", "advisory", "concern", *ORDERLESS])
def test_parties_have_an_order_or_none(topic: str) -> None:
    one = told(topic, "1.1 x of PER to=ECU", 1)
    other = told(topic, "1.1 x of ECU to=PER", 2)
    assert (identity(one) == identity(other)) == (topic in ORDERLESS)


def test_control_is_the_place() -> None:
    one = told("control", "1.1 seized of REB to=place:bria", 1)
    assert identity(one) == Identity("control", "", "place:bria")
    assert identity(replace(one, source="GOV", holder="GOV")) == identity(one)
    assert identity(replace(one, subject=None)) == identity(one)


@pytest.mark.parametrize(
    ("value", "word", "kind"),
    [
        ("closed", None, "embassy"),
        ("closed", "high commission", "embassy"),
        ("closed", "Embassy", "embassy"),
        ("opened", "honorary consulate", "consulate"),
        ("opened", "cultural bureau", "cultural bureau"),
        ("evacuated", "staff", "embassy"),
        ("evacuated", "diplomat", "embassy"),
        ("reduced", "ambassador", "envoy"),
        ("operating", "ambassador", "envoy"),
        ("recalled", None, "envoy"),
        ("recalled", "embassy", "envoy"),
        ("summoned", "chargé", "envoy"),
        ("expelled", "diplomat", "diplomats"),
        ("expelled", "staff", "diplomats"),
        ("expelled", "consulate", "consul"),
        ("expelled", "ambassador", "envoy"),
    ],
)
def test_kinds_of_missions(value: str, word: str | None, kind: str) -> None:
    assert identity(replace(told("mission", f"1.1 {value}", 1), kind=word)).kind == kind


SEATS = """
1.1 opened 1.1 k=consulate in=Bria; 2.1 closed 2.1 k=consulate | bria closed
1.1 opened 1.1 k=consulate in=Bria; 2.1 closed 2.1 k=consulate in=bria | bria closed
1.1 opened k=consulate in=Bria; 1.1 opened k=consulate in=Obo; 2.1 closed k=consulate | closed, obo opened, bria opened
1.1 opened 1.1 k=embassy in=Bangui; 2.1 recalled 2.1 k=ambassador in=Bangui | bangui opened, recalled
1.1 opened 1.1 k=embassy in=Bangui; 2.1 opened 2.1 k=consulate in=Bria | bria opened, bangui opened
"""


@pytest.mark.parametrize("row", SEATS.strip().splitlines())
def test_seats(row: str) -> None:
    text, _, expected = row.partition(" | ")
    states = fold(ledger("mission", text)[0], on=day("12.31"))
    shown = [f"{s.identity.place} {s.value}".strip() for s in states]
    assert sorted(shown) == sorted(expected.split(", "))


# lines, values of the identities, in the order of what was known first
CONTENTS = """
pledge | 1.1 made 1.1 w=grain; 2.1 kept 2.1 w=grain; 2.2 made 2.2 w=gas | kept, made
pledge | 1.1 made 1.1 w=grain; 2.1 broken 2.1 w=none | broken
pledge | 1.1 made 1.1 w=grain; 1.2 made 1.2 w=gas; 2.1 broken 2.1 w=none | made, made, broken
pledge | 1.1 made 1.1 w=grain; 1.2 made 1.2 w=gas; 1.9 kept 1.9 w=gas; 2.1 broken 2.1 w=none | broken, kept
pledge | 1.1 made 1.1 w=grain; 1.9 broken 1.9 w=grain; 2.1 broken w=none | broken
pledge | 1.1 made 1.1 w=grain; 1.9 kept 1.9 w=grain; 2.1 broken 2.1 w=none | kept, broken
pledge | 2.1 broken 2.1 w=none; 3.1 made 3.1 w=grain | broken, made
pledge | 1.1 made 1.1 w=none; 2.1 broken 2.1 w=none | made, broken
sanction | 1.1 imposed 1.1 w=none; 2.1 lifted 2.1 w=none | lifted
sanction | 1.1 imposed 1.1 w=arms; 2.1 lifted 2.1 w=none | lifted
pledge | 1.1 made 1.1 w=polls to=CAF; 2.1 kept 2.1 w=polls to= | kept
pledge | 1.1 made 1.1 w=polls to=CAF; 1.1 made 1.1 w=polls to=COG; 2.1 kept 2.1 w=polls to= | made, made, kept
"""


@pytest.mark.parametrize("row", CONTENTS.strip().splitlines())
def test_contents(row: str) -> None:
    topic, text, expected = (part.strip() for part in row.split("|"))
    lines, links = ledger(topic, text)
    states = fold(lines, links, on=day("12.31"))
    first = {s.identity: min(line.row for f in s.history for line in f.lines) for s in states}
    assert [s.value for s in sorted(states, key=lambda s: first[s.identity])] == expected.split(", ")


def test_content_is_named_by_the_first_line_known() -> None:
    lines, links = ledger("demand", "3.1 made 3.1 w=port; 2.1 made 2.1 w=port; 4.1 met 4.1 w=port")
    assert [s.identity.content for s in fold(lines, links, on=day("12.31"))] == ["e0002"]


def test_links_across_topics_and_to_lines_not_given_are_nothing() -> None:
    pledge, demand = told("pledge", "1.1 made", 1), told("demand", "1.1 made", 2)
    states = fold([pledge, demand], [(1, 2), (2, 99), (98, 99)], on=day("12.31"))
    assert [(s.identity.topic, s.identity.content) for s in states] == [("demand", "e0002"), ("pledge", "e0001")]


def test_other_families_and_unknown_values() -> None:
    lines, _ = ledger("relations", "1.1 severed 1.1; 2.1 frosty 2.1")
    event = replace(lines[0], row=9, family="event", label="CONSULT")
    (state,) = fold([*lines, event], on=day("12.31"))
    assert (state.value, [fact.value for fact in state.history]) == ("severed", ["severed", "frosty"])


def test_no_status_is_happened() -> None:
    (state,) = fold([replace(told("relations", "1.1 severed 1.1", 1), status=None)], on=day("1.2"))
    assert (state.value, state.history[0].status) == ("severed", "happened")


def test_nothing_gives_nothing() -> None:
    assert fold([], on="1998-01-01") == ()
