"""Facts of several reports: which lines are one, who stands for them, what people merge and split."""

from collections.abc import Iterator

import pytest
from border import ECUADOR, PERU, readings
from making import reading, report, standing

from dragoman.ledger.judging import judge
from dragoman.ledger.lines import Line
from dragoman.query.citing import chosen, representative
from dragoman.query.claims import Claim, claims
from dragoman.query.clusters import Clusters, clusters, one_fact
from dragoman.query.ledger import Ledger
from dragoman.query.lines import Wanted, between


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


def events(ledger: Ledger, **view: object) -> list[Claim]:
    with ledger.view(**view) as seen:  # type: ignore[arg-type]
        lines = between(seen, ("PER",), ("ECU",), Wanted(("event",)))
        return claims(seen, clusters(seen, lines), why=True)


def sizes(found: list[Claim]) -> list[tuple[str, int]]:
    return sorted((c.label, c.entries) for c in found)


PLAIN = [("ASSAULT", 3), ("CONSULT", 1), ("CONSULT", 1), ("CONSULT", 1), ("COOPERATE", 1), ("SANCTION", 1)]


def test_one_fact_of_three_reports(ledger: Ledger) -> None:
    found = events(ledger)
    assert sizes(found) == PLAIN
    attack = next(c for c in found if c.label == "ASSAULT")
    assert {c.publisher for c in attack.citations} == {"Andes Courier", "Lima Gazette", "Quito Star"}
    assert [c.known for c in attack.citations] == sorted(c.known for c in attack.citations)
    assert attack.confidence == max(c.confidence for c in attack.citations)
    assert {c.according_to for c in attack.citations} == {None, "Ecuador"}
    assert len(attack.reasons) == 3
    assert all(r.kind == "event" and r.reason for r in attack.reasons)


def test_a_component_is_whole_also_where_a_member_was_not_asked_for(ledger: Ledger) -> None:
    with ledger.view() as seen:
        lines = [line for line in between(seen, ("PER",), ("ECU",), Wanted(("event",))) if line.label == "ASSAULT"]
        whole = clusters(seen, lines)
        for line in lines:
            assert clusters(seen, [line]) == whole


def test_clusters_that_grow_are_those_of_all_lines(ledger: Ledger) -> None:
    attack = next(c for c in events(ledger) if c.label == "ASSAULT")
    for verb in (None, "split"):
        if verb:
            judge(ledger, verb, (attack.citations[-1].entry,), author="ana")
        with ledger.view() as seen:
            lines = between(seen, ("PER",), ("ECU",), Wanted())
            growing = Clusters(seen)
            for count in (1, 3, 8, len(lines)):
                assert growing.of(lines[:count]) == clusters(seen, lines[:count])


def test_only_entries_known_by_then_are_joined(ledger: Ledger) -> None:
    assert sizes(events(ledger, known_by="1994-01-10")) == [("ASSAULT", 2)]


def test_splitting_sets_an_entry_apart_and_undoing_brings_it_back(ledger: Ledger) -> None:
    before = events(ledger)
    attack = next(c for c in before if c.label == "ASSAULT")
    said = judge(ledger, "split", (attack.citations[-1].entry,), author="ana", note="another post")
    assert sizes(events(ledger)) == sorted([("ASSAULT", 1), ("ASSAULT", 2), *PLAIN[1:]])
    assert sizes(events(ledger, as_coded=True)) == PLAIN
    undo = judge(ledger, "undo", (said.id,), author="ana")
    assert events(ledger) == before
    judge(ledger, "undo", (undo.id,), author="ana")
    assert ("ASSAULT", 1) in sizes(events(ledger))


def test_merging_joins_two_facts_and_says_who_did(ledger: Ledger) -> None:
    found = events(ledger)
    attack = next(c for c in found if c.label == "ASSAULT")
    other = next(c for c in found if c.label == "SANCTION")
    judge(ledger, "merge", (attack.id, other.id), author="ana", note="one affair")
    merged = next(c for c in events(ledger) if c.entries > 1)
    assert (merged.entries, merged.reports, merged.origins) == (4, 4, 2)
    assert merged.reasons[0].reason == "merged by ana: one affair"
    judge(ledger, "split", (other.id,), author="ben")
    assert sizes(events(ledger)) == PLAIN  # the later word holds
    judge(ledger, "merge", (attack.id, other.id), author="ana")
    assert max(c.entries for c in events(ledger)) == 4


def line(row: int, **fields: object) -> Line:
    given = {"id": f"{row:02}", "report": row, "family": "event", "label": "ASSAULT", "value": None}
    given |= {"status": "happened", "day": "1994-01-09", "known": f"1994-01-{row:02}"}
    return Line(row=row, **{**given, **fields})  # type: ignore[arg-type]


STANDS_FOR = [
    ([line(1, confidence=0.5), line(2, confidence=0.9)], 2),
    ([line(2, confidence=0.9), line(1, confidence=0.9)], 1),  # the one that was known first
    ([line(2, id="b", known="1994-01-01"), line(1, id="c", known="1994-01-01")], 2),
    ([line(1, confidence=0.9), line(2, confidence=0.2, judged="confirmed")], 2),
]


@pytest.mark.parametrize(("lines", "row"), STANDS_FOR)
def test_who_stands_for_a_fact(lines: list[Line], row: int) -> None:
    assert representative(lines).row == row
    assert representative(lines[::-1]).row == row


def test_few_citations_are_of_as_many_reports_as_there_are() -> None:
    lines = [line(row, report=1, confidence=0.9) for row in range(1, 5)] + [line(9, report=2), line(8, report=3)]
    assert [one.report for one in chosen(lines, 3)] == [1, 3, 2]
    assert chosen(lines, None) == sorted(lines, key=lambda one: one.known)
    assert chosen(lines[:2], 3) == lines[:2]


ONE_FACT = [
    ({}, {}, True),
    ({}, {"status": "planned"}, False),
    ({}, {"status": "denied"}, True),
    ({"family": "standing", "value": "made"}, {"family": "standing", "value": "made"}, True),
    ({"family": "standing", "value": "made"}, {"family": "standing", "value": "kept"}, False),
    ({"family": "standing", "value": "made"}, {"family": "standing", "value": "made", "day": "1994-02-01"}, False),
    ({"family": "statement"}, {"family": "statement", "status": "denied"}, True),
]


@pytest.mark.parametrize(("one", "other", "wanted"), ONE_FACT)
def test_which_linked_lines_can_be_one_fact(one: dict[str, str], other: dict[str, str], wanted: bool) -> None:
    assert one_fact(line(1, **one), line(2, **other)) is wanted
    assert one_fact(line(2, **other), line(1, **one)) is wanted


def test_a_promise_made_and_broken_is_two_facts_of_one_matter(ledger: Ledger) -> None:
    with ledger.view() as seen:
        lines = between(seen, ("PER",), ("ECU",), Wanted(("standing",), labels=("pledge",)))
        assert sorted(len(group) for group in clusters(seen, lines)) == [1, 2]
    (matter,) = ledger.state("pledge", "PER", "ECU", on="1994-04-01").matters
    assert [(told.value, told.reports) for told in matter.history] == [("made", 2), ("broken", 1)]


def test_a_denial_is_told_beside_the_standing(where: str) -> None:
    with Ledger(where) as made:
        told = report("Peru denied that it had promised Ecuador to leave the river.", "1994-02-09")
        words = "it had promised Ecuador to leave the river"
        made.add(reading(told, standing("pledge", PERU, ECUADOR, "made", words, content="to leave the river",
                                        status="denied", by=PERU)))  # fmt: skip
        (matter,) = made.state("pledge", "PER", "ECU", on="1994-03-01").matters
        assert (matter.value, [one.status for one in matter.beside]) == (None, ["denied"])
