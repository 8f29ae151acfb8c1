"""What a State holds beside its value: tellings of one fact, what changed nothing, what was planned, who disputes."""

import pytest
from folding_told import day, ledger

from dragoman.ledger.folding import Fact, State, ended, fold

# topic, lines (folding_told.py), history: "VALUE DAY (ROWS)" with "!" behind what changed the state; rows count from 1.
HISTORIES = """
mission | 5.20 closed 5.18; 8.9 closed 5.1-5.31; 8.10 closed + | closed 5.18 (1,2,3)!
mission | 5.20 closed 5.18; 5.20 closed 5.19 | closed 5.18 (1,2)!
mission | 5.20 closed 5.18; 5.30 closed 5.29 | closed 5.18 (1)!, closed 5.29 (2)
mission | 9.3 opened 9.1; 9.9 closed + ; 9.10 closed 9.5-9.10 | opened 9.1 (1)!, closed 9.9 (2,3)!
mission | 6.1 reduced 6.1; 6.5 operating 6.5 +; 6.7 operating 6.7 + | reduced 6.1 (1)!, operating 6.5 (2,3)
mission | 6.1 attacked 6.1; 6.2 attacked; 6.20 attacked | attacked 6.1 (1,2), attacked 6.20 (3)
mission | 9.3 opened 9.1 r=A; 9.3 closed r=A; 5.20 closed 5.18 | closed 5.18 (2,3)!, opened 9.1 (1)!
mission | 9.3 opened 9.1 r=A; 9.3 closed r=A | opened 9.1 (1)!, closed 9.3 (2)
mission | 8.9 closed 8.9; 8.9 operating 8.9 + | operating 8.9 (2)!, closed 8.9 (1)!
agreement | 3.5 signed 3.5; 3.5 agreed 3.5; 4.1 agreed | agreed 3.5 (2)!, signed 3.5 (1)!, agreed 4.1 (3)
pledge | 1.5 made; 1.7 made 1.4; 2.1 kept 1.31 | made 1.4 (1,2)!, kept 1.31 (3)!
control | 8.8 seized 8.8 of A; 8.9 lost 8.8 of B; 8.9 held 8.9 + of A | lost 8.8 (2)!, seized 8.8 (1)!, held 8.9 (3)
hostilities | 7.5 ongoing 3.1-7.5; 7.6 ongoing 3.1-3.31 | ongoing 3.31 (1,2)!
sanction | 1.5 imposed 1.5; 3.5 imposed 3.5; 4.5 imposed + | imposed 1.5 (1)!, imposed 3.5 (2,3)
relations | 1.5 established 1.1-1.31; 1.20 established 1.2-1.9 | established 1.5 (1,2)!
"""
ROWS = [tuple(part.strip() for part in row.split("|")) for row in HISTORIES.strip().splitlines()]


def only(topic: str, text: str, on: str = "12.31") -> State:
    lines, links = ledger(topic, text)
    (state,) = fold(lines, links, on=day(on))
    return state


def shown(fact: Fact) -> str:
    rows = ",".join(str(row) for row in sorted(line.row for line in fact.lines))
    return f"{fact.value} {int(fact.day[5:7])}.{int(fact.day[8:])} ({rows}){'!' if fact.changes else ''}"


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ROWS)])
def test_history(row: tuple[str, str, str]) -> None:
    assert ", ".join(shown(fact) for fact in only(row[0], row[1]).history) == row[2]


def test_a_fact_has_the_bounds_that_all_tellings_allow() -> None:
    (fact,) = only("relations", "2.5 severed 1.1-1.31; 2.9 severed 1.20-2.9").history
    assert (fact.start, fact.end, fact.certain) == ("1998-01-20", "1998-01-31", False)
    (fact,) = only("relations", "2.5 severed 1.1-1.31; 2.9 severed 1.25").history
    assert (fact.start, fact.end, fact.certain) == ("1998-01-25", "1998-01-25", True)
    (fact,) = only("relations", "2.5 severed").history
    assert (fact.start, fact.end) == (None, "1998-02-05")


def test_retold_later_is_last_reported_and_no_change() -> None:
    state = only("mission", "5.20 closed 5.18; 8.10 closed +; 8.20 closed 5.18", on="8.15")
    assert (state.since, state.last_reported, len(state.fact)) == ("1998-05-18", "1998-08-10", 3)


def test_news_of_the_past_is_last_reported_when_it_came() -> None:
    assert only("mission", "8.20 closed 5.18", on="6.1").last_reported == "1998-08-20"


def test_support_ends_with_the_day_asked_for() -> None:
    state = only("mission", "5.20 closed 5.18; 8.10 closed +", on="6.1")
    assert [line.row for line in state.fact] == [1]
    state = only("sanction", "1.5 imposed 1.5; 3.5 imposed 3.5", on="2.1")
    assert [line.row for line in state.fact] == [1]
    state = only("control", "1.5 contested 1.5 + of A; 3.5 contested 2.3-3.5 of B", on="2.1")
    assert [side.holder for side in state.sides] == ["A"]


def test_sides_of_a_dispute_say_who() -> None:
    state = only(
        "control", "8.8 seized 8.8 of REB by REB; 8.8 held + of GOV by GOV; 8.8 held 8.8 + of GOV by X", on="8.8"
    )
    assert [(s.value, s.holder, s.according, s.denied) for s in state.sides] == [
        ("held", "GOV", ("GOV", "X"), False),
        ("seized", "REB", ("REB",), False),
    ]
    assert (state.value, state.holders) == ("held", ("GOV", "REB"))  # two voices against one


def test_denied_by_whom() -> None:
    state = only("relations", "8.8 severed 8.8 by X; 8.9 severed ! by Y; 8.10 severed ! by Z", on="8.11")
    assert [(s.value, s.according, s.denied) for s in state.sides] == [
        ("severed", ("X",), False),
        ("severed", ("Y", "Z"), True),
    ]
    assert [(fact.status, len(fact.lines)) for fact in state.beside] == [("denied", 2)]


def test_an_earlier_dispute_leaves_no_sides_behind() -> None:
    text = "8.9 operating 8.9 + by X; 8.9 closed 8.9; 8.14 opened 8.14"
    assert not only("mission", text, on="8.14").sides
    assert len(only("mission", text, on="8.13").sides) == 2


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("8.9 opened ? 8.20", "8.20", None),
        ("8.9 opened ? 8.20", "8.21", "8.20"),
        ("8.9 opened ? 8.1-8.31", "9.5", "8.31"),
        ("8.9 opened ? 8.20; 8.19 opened 8.19", "8.21", None),
        ("8.9 opened ? 8.20; 9.19 opened 9.19", "8.30", "8.20"),
        ("8.9 opened ? 8.20; 9.19 opened 9.19", "9.30", None),
        ("8.9 opened ? 8.20; 8.25 closed +", "8.30", None),
        ("8.9 opened ? 8.20; 8.25 opened ! by X", "8.30", None),
        ("8.9 opened ?", "9.30", None),
        ("8.9 opened ? 8.20; 8.25 opened ? 9.20", "8.30", "8.20"),
        ("8.9 opened ? 8.20; 8.25 opened ? 9.20", "9.30", "9.20"),
    ],
)
def test_planned_and_no_word(text: str, on: str, expected: str | None) -> None:
    assert only("mission", text, on=on).no_report_since == (day(expected) if expected else None)


def test_plans_told_for_weeks_are_one() -> None:
    state = only("mission", "3.1 opened ?; 4.1 opened ?; 5.1 opened ?; 9.1 opened ?")
    assert [len(fact.lines) for fact in state.beside] == [3, 1]
    assert {(fact.start, fact.end, fact.status) for fact in state.beside} == {(None, None, "planned")}


def test_until_of_the_last_telling_counts() -> None:
    state = only("hostilities", "2.5 ceasefire 2.5 until 2.20; 2.18 ceasefire + until 3.20", on="3.1")
    assert (state.value, state.until) == ("ceasefire", "1998-03-20")


def test_what_is_closed() -> None:
    assert ended("pledge", "kept")
    assert ended("demand", "met")
    assert not ended("pledge", "offered")
    assert not ended("demand", "refused")
    assert not ended("mission", None)
