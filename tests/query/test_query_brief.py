"""A brief of two actors: what stands, happened, was said, is open and planned; replay, order, corrections."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from border import ECUADOR, FRONT, PERU, PLEDGE, readings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import event, person, reading, report

from dragoman.errors import AskError
from dragoman.ledger.judging import judge
from dragoman.query.brief import Brief
from dragoman.query.citing import Citation
from dragoman.query.ledger import Ledger
from dragoman.records import Reading, Retraction

DAYS = ("1994-01-10", "1994-02-07", "1994-03-20", "1994-05-02", "1994-05-04", "1994-06-10")  # of publication


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


def known(one: Reading) -> str:
    return max(day for day in (one.report.published, one.report.updated) if day).isoformat()


def values(brief: Brief, topic: str) -> list[tuple[str | None, str | None]]:
    return [(m.value, m.since) for s in brief.standing if s.topic == topic for m in s.matters]


STANDING = [
    ("1994-01-11", "relations", [("strained", "1994-01-10")]),
    ("1994-01-11", "mission", []),
    ("1994-02-01", "mission", [("recalled", "1994-01-12")]),
    ("1994-05-03", "mission", [("reduced", "1994-05-02"), ("recalled", "1994-01-12")]),
    ("1994-06-01", "mission", [("appointed", "1994-05-20"), ("reduced", "1994-05-02")]),
    ("1994-06-01", "relations", [("improving", "1994-05-20")]),
]


@pytest.mark.parametrize(("on", "topic", "wanted"), STANDING)
def test_where_things_stand(ledger: Ledger, on: str, topic: str, wanted: list[tuple[str, str]]) -> None:
    assert values(ledger.brief("PER", "ECU", on=on), topic) == wanted


def test_what_was_published_later_is_not_known(ledger: Ledger) -> None:
    assert values(ledger.brief("PER", "ECU", on="1994-05-03", known_by="1994-05-03"), "mission") == [
        ("closed", "1994-05-02"),  # the paper corrects it on the next day
        ("recalled", "1994-01-12"),
    ]


def test_events_are_facts_newest_first(ledger: Ledger) -> None:
    brief = ledger.brief("PER", "ECU", on="1994-03-15")
    assert [(c.day, c.label, c.entries, c.reports, c.origins) for c in brief.events] == [
        ("1994-03-01", "CONSULT", 1, 1, 1),
        ("1994-01-12", "SANCTION", 1, 1, 1),
        ("1994-01-09", "ASSAULT", 3, 3, 2),  # two of the three reports are of one agency
    ]
    assert not brief.more_events
    assert [a.name for a in brief.events[-1].actors] == ["Peru"]


def test_who_said_what_lately(ledger: Ledger) -> None:
    said = ledger.brief("PER", "ECU", on="1994-03-15").statements
    assert [(c.actors[0].name, c.recipients[0].id, c.words) for c in said] == [
        ("Julio Arana Soto", "ECU", "Peru wants no war"),
        ("Marta Vega Lind", "PER", "Peru had broken the peace of forty years"),
    ]


def test_promises_are_open_until_they_are_kept_or_broken(ledger: Ledger) -> None:
    before, after = (ledger.brief("PER", "ECU", on=day) for day in ("1994-03-15", "1994-03-21"))
    assert [(m.words, m.value, m.reports, m.origins) for m in before.pledges] == [(f"to {PLEDGE}", "made", 2, 2)]
    assert (before.open_pledges, before.open_demands) == (1, 1)
    assert (after.open_pledges, after.pledges, after.open_demands) == (0, (), 1)


def test_plans_ahead_then_plans_that_passed_in_silence(ledger: Ledger) -> None:
    found = ledger.brief("PER", "ECU", on="1994-06-15").planned
    assert [(p.due, p.outcome, p.claim.label) for p in found] == [
        ("1994-07-15", "due", "CONSULT"),
        ("1994-04-20", "no report since", "COOPERATE"),  # the meeting of March 1 was held
    ]


def test_control_of_a_place_that_both_are_told_to_hold(ledger: Ledger) -> None:
    (found,) = ledger.brief("ECU", "the River Front", on="1994-03-01").standing
    (matter,) = found.matters
    assert (found.topic, matter.disputed, [h.id for h in matter.holders]) == ("control", True, ["ECU", "river-front"])
    assert {(v.value, v.holder.id if v.holder else "", v.reports) for v in matter.voices} == {
        ("seized", "river-front", 1),
        ("held", "ECU", 1),
    }


def citations(part: Any) -> Iterator[tuple[Any, tuple[Citation, ...]]]:
    """Everything in a brief that has citations, with them."""
    if isinstance(part, tuple):
        for one in part:
            yield from citations(one)
    elif hasattr(part, "__dataclass_fields__"):
        if hasattr(part, "citations"):
            yield part, part.citations
        for name in part.__dataclass_fields__:
            yield from citations(getattr(part, name))


@pytest.mark.parametrize("on", DAYS)
def test_every_line_is_cited_in_the_words_of_its_report(ledger: Ledger, on: str) -> None:
    texts = {(r.report.id, known(r)): r.report.text for r in readings()}
    shown = list(citations(ledger.brief("PER", "ECU", on=on)))
    assert shown
    for line, cited in shown:
        assert cited, line
        for one in cited:
            text = texts[one.report, one.known]
            assert " ... ".join(text[a:b] for a, b in one.spans) == one.quote


def test_either_order_of_the_two_is_one_brief(ledger: Ledger) -> None:
    one, other = ledger.brief("PER", "ECU", on="1994-03-15"), ledger.brief("Quito", "Peru", on="1994-03-15")
    assert replace(other, one=one.one, other=one.other) == one


def timeless(brief: Brief) -> Brief:
    return replace(brief, known_by=None)


@pytest.mark.parametrize("by", DAYS)
def test_replay_is_a_ledger_of_what_was_known(ledger: Ledger, by: str, where_else: Callable[[], str]) -> None:
    with Ledger(where_else()) as then:
        for one in readings():
            if known(one) <= by:
                then.add(one)
        for on in (by, "1994-07-01"):
            replayed = ledger.brief("PER", "ECU", on=on, known_by=by)
            assert timeless(replayed) == timeless(then.brief("PER", "ECU", on=on))
            assert ledger.state("mission", "ECU", "PER", on=on, known_by=by).matters == (
                then.state("mission", "ECU", "PER", on=on).matters
            )


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**16))
def test_the_order_of_adding_does_not_matter(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    first, mixed = list(readings()), list(readings())
    random.Random(seed).shuffle(mixed)
    found = [
        asked(tmp_path_factory, some, lambda made: made.brief("PER", "ECU", on="1994-06-15")) for some in (first, mixed)
    ]
    assert found[0] == found[1]


def asked(factory: pytest.TempPathFactory, some: Sequence[Reading], ask: Callable[[Ledger], Any]) -> Any:
    with Ledger(factory.mktemp("mixed") / "relations.db") as made:
        for one in some:
            made.add(one)
        return ask(made)


def test_a_retracted_report_leaves_from_that_day_on(ledger: Ledger) -> None:
    broken = next(r for r in readings() if "broken its promise" in r.report.text).report
    ledger.retract(Retraction(broken.id, date(1994, 3, 25)))
    assert ledger.brief("PER", "ECU", on="1994-03-26").open_pledges == 1
    assert ledger.brief("PER", "ECU", on="1994-03-26", known_by="1994-03-24").open_pledges == 0


def test_rejecting_and_undoing_restores_every_byte(ledger: Ledger) -> None:
    before = ledger.brief("PER", "ECU", on="1994-06-15")
    pledge = ledger.brief("PER", "ECU", on="1994-03-15").pledges[0]
    said = [judge(ledger, "reject", (c.entry,), author="ana") for c in pledge.citations]
    after = ledger.brief("PER", "ECU", on="1994-03-15")
    assert after.open_pledges == 0
    assert ledger.brief("PER", "ECU", on="1994-03-15", as_coded=True).open_pledges == 1
    for one in said:
        judge(ledger, "undo", (one.id,), author="ben")
    assert ledger.brief("PER", "ECU", on="1994-06-15").to_json() == before.to_json()


def test_an_actor_alone_is_not_all_that_act_for_its_side(ledger: Ledger) -> None:
    found = ledger.brief("Marta Vega Lind", "PER", on="1994-06-15")
    assert found.one.id == "person:marta-vega-lind"
    assert [c.words for c in found.statements] == ["Peru had broken the peace of forty years"]
    assert found.events == ()


def test_two_of_one_side_are_no_pair(ledger: Ledger) -> None:
    with pytest.raises(AskError, match="both"):
        ledger.brief("PER", "Lima", on="1994-06-15")


def test_two_who_had_nothing_to_do_with_each_other(ledger: Ledger) -> None:
    found = ledger.brief("PER", "France", on="1994-06-15")
    assert (found.standing, found.events, found.planned) == ((), (), ())
    assert "ledger tells nothing" in found.other.why


KINDS = (
    "ASSAULT shelled",
    "ACCUSE accused",
    "AID fed",
    "PROTEST scolded",
    "CONSULT met",
    "REJECT snubbed",
    "RETREAT left",
)


def test_a_hot_pair_is_cut_and_says_so(where: str) -> None:
    days = [(date(1993, 1, 1) + timedelta(days=11 * n)).isoformat() for n in range(24)]
    with Ledger(where) as made:
        for number, day in enumerate(days):
            kind, verb = KINDS[number % 7].split()
            told = report(f"Peru {verb} Ecuador.", day)
            words = told.text.removesuffix(".")
            made.add(reading(told, event(kind, PERU, ECUADOR, words, trigger=verb, when=day)))
        found = made.brief("PER", "ECU", on=days[19])
        assert [c.day for c in found.events] == days[19:9:-1]
        assert found.more_events


def test_names_that_people_give_and_actors_that_they_join(where: str) -> None:
    scribe = person("M. Vega", ECUADOR)
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        told = report("M. Vega accused Peru of deceit on Friday.", "1994-03-25", source="Quito Star")
        made.add(reading(told, event("ACCUSE", scribe, PERU, "M. Vega accused Peru of deceit", trigger="accused")))
        judge(made, "same", (scribe.id, "person:marta-vega-lind"), author="ana")
        judge(made, "rename", ("river-front",), change={"name": "The Front of the River"}, author="ana")
        joined = made.brief("Marta Vega Lind", "PER", on="1994-06-15")
        assert [(c.label, c.actors[0].name) for c in joined.events] == [("ACCUSE", "Marta Vega Lind")]
        assert made.who("Front of the River").id == FRONT.id
        assert made.who("m. vega").id == "person:marta-vega-lind"
        assert made.who("m. vega", as_coded=True).id == scribe.id
