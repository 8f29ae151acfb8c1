"""Timelines: one line a fact with its counts, standings with the event they were read from, days, order, paging."""

from collections.abc import Iterator

import pytest
from strait import readings

from dragoman.errors import AskError
from dragoman.ledger.judging import judge
from dragoman.query.facts_tables import citations
from dragoman.query.ledger import Ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


def days(ledger: Ledger, *names: str, **asked: object) -> list[tuple[str, str]]:
    found = ledger.timeline(*names, **asked)  # type: ignore[arg-type]
    return [(m.claim.day, m.claim.label) for m in found.moments]


PAIR = [
    ("2003-07-01", "mission"),
    ("2003-05-01", "pledge"),
    ("2003-04-06", "pledge"),
    ("2003-04-06", "pledge"),
    ("2003-04-04", "CONSULT"),
    ("2003-04-04", "CONSULT"),
    ("2003-03-10", "SANCTION"),
    ("2003-03-10", "demand"),
    ("2003-03-03", "ACCUSE"),
    ("2003-03-02", "ASSAULT"),
]


def test_the_facts_of_a_pair_newest_first(ledger: Ledger) -> None:
    found = days(ledger, "Fiji", "Tonga")
    assert sorted(found) == sorted(PAIR)
    assert [day for day, _ in found] == [day for day, _ in PAIR]
    assert days(ledger, "Tonga", "FJI") == found


def test_two_reports_of_one_event_are_one_line_with_both_cited(ledger: Ledger) -> None:
    first = ledger.timeline("FJI", "TON", until="2003-03-02").moments[0].claim
    assert (first.reports, first.origins, first.entries) == (2, 2, 2)
    assert {c.publisher for c in first.citations} == {"Suva Mail", "Tonga Chronicle"}
    assert all(c.quote for c in first.citations)


def test_a_standing_is_told_with_the_event_it_was_read_from(ledger: Ledger) -> None:
    found = ledger.timeline("TON", "FJI", since="2003-03-10", until="2003-03-10")
    closed = next(m for m in found.moments if m.claim.label == "SANCTION")
    assert [(s.label, s.value) for s in closed.standings] == [("mission", "closed")]
    rows = {row["label"]: row["standings"] for row in found.table().rows()}
    assert rows == {"SANCTION": "mission closed", "demand": None}


@pytest.mark.parametrize(
    ("asked", "count", "more"),
    [
        ({"limit": 3}, 3, True),
        ({"limit": 10}, 10, False),
        ({"since": "2003-04-01", "until": "2003-04-30"}, 4, False),
        ({"since": "2004-01-01"}, 0, False),
        ({"statements": True}, 11, False),
        ({"known_by": "2003-03-03"}, 2, False),
    ],
)
def test_days_limits_and_what_was_known(ledger: Ledger, asked: dict[str, object], count: int, more: bool) -> None:
    found = ledger.timeline("FJI", "TON", **asked)  # type: ignore[arg-type]
    assert (len(found.moments), found.more) == (count, more)


def test_oldest_first_turns_the_same_facts_round(ledger: Ledger) -> None:
    newest = ledger.timeline("FJI", "TON", limit=4)
    assert ledger.timeline("FJI", "TON", limit=4, oldest_first=True).moments == newest.moments[::-1]


def test_a_timeline_of_one_leaves_out_what_it_only_reports(ledger: Ledger) -> None:
    found = days(ledger, "Vanuatu")
    assert ("2003-03-03", "ACCUSE") in found
    assert ("2003-05-20", "recognition") in found
    assert not [one for one in found if one[1] == "CONSULT"]  # the meeting is only according to Vanuatu


def test_what_people_said_holds_unless_as_coded(ledger: Ledger) -> None:
    before = days(ledger, "FJI", "TON")
    attack = ledger.timeline("FJI", "TON", until="2003-03-02").moments[0].claim
    for citation in attack.citations:
        judge(ledger, "reject", (citation.entry,), author="ana")
    judge(ledger, "rename", ("TON",), author="ana", change={"name": "Kingdom of Tonga"})
    assert days(ledger, "FJI", "TON") == before[:-1]
    assert days(ledger, "FJI", "TON", as_coded=True) == before
    names = {a.name for m in ledger.timeline("FJI", "TON").moments for a in (*m.claim.actors, *m.claim.recipients)}
    assert names == {"Fiji", "Kingdom of Tonga", "Vanuatu"}
    assert [c.events for c in ledger.dyads("FJI", "TON").cells if c.events] == [1, 1, 1]
    assert [c.events for c in ledger.dyads("FJI", "TON", as_coded=True).cells if c.events] == [1, 1, 1, 1]
    held = ledger.search("burned trawler").hits[0].entries
    assert not held


def test_two_names_of_one_side_are_no_pair(ledger: Ledger) -> None:
    with pytest.raises(AskError, match="“Tonga” and “Sione Taufa” are both of Tonga"):
        ledger.timeline("Tonga", "Sione Taufa")


def test_a_limit_is_one_or_more(ledger: Ledger) -> None:
    with pytest.raises(AskError, match="0 is no number of results"):
        ledger.timeline("Tonga", limit=0)


def test_a_timeline_of_a_person_is_of_what_it_takes_part_in(ledger: Ledger) -> None:
    assert days(ledger, "Sione Taufa") == []
    assert days(ledger, "Sione Taufa", statements=True) == [("2003-03-10", "say")]


def test_tables_have_a_row_a_fact_and_a_row_a_citation(ledger: Ledger) -> None:
    found = ledger.timeline("FJI", "TON")
    table = found.table()
    assert len(table) == len(found.moments)
    told = citations(found.claims())
    assert len(told) == sum(len(claim.citations) for claim in found.claims())
    assault = next(row for row in table.rows() if row["label"] == "ASSAULT")
    assert (assault["actors_ids"], assault["recipients_ids"], assault["reports"]) == ("FJI", "TON", 2)
    assert assault["quote"] == "Fijian sailors burned a Tongan trawler at Minerva Reef"
    assert set(told.column("fact")) == {claim.id for claim in found.claims()}


def test_the_answer_does_not_depend_on_the_order_of_adding(
    ledger: Ledger, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "turned.db"
    with Ledger(other) as turned:
        for one in reversed(readings()):
            turned.add(one)
        assert turned.timeline("FJI", "TON").to_json() == ledger.timeline("FJI", "TON").to_json()
