"""Where one topic stands between two actors: history, disputes, places, people's corrections."""

from collections.abc import Iterator

import pytest
from border import ECUADOR, PERU, TOWN, readings
from making import reading, report, standing

from dragoman.errors import AskError
from dragoman.ledger.judging import judge
from dragoman.query.ledger import Ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


# topic, holder, subject, day -> values with their holders and subjects
STATES = [
    ("mission", "ECU", "PER", "1994-02-01", [("recalled", "ECU", "PER")]),
    ("mission", "PER", "ECU", "1994-02-01", [(None, "PER", "ECU")]),  # the sender comes first: its own is of May
    ("mission", "PER", None, "1994-05-10", [("reduced", "PER", "ECU")]),
    ("mission", None, "PER", "1994-05-30", [("appointed", "ECU", "PER")]),
    ("relations", "PER", "ECU", "1994-02-01", [("strained", "ECU", "PER")]),  # the two stand in the order of their ids
    ("relations", "ECU", "PER", "1994-02-01", [("strained", "ECU", "PER")]),
    ("relations", "PER", "ECU", "1993-02-01", [(None, "ECU", "PER")]),
    ("pledge", "PER", "ECU", "1994-03-21", [("broken", "PER", "ECU")]),
    ("pledge", "ECU", "PER", "1994-03-21", []),
    ("recognition", "ECU", "PER", "1994-03-21", []),
]


@pytest.mark.parametrize(("topic", "holder", "subject", "on", "wanted"), STATES)
def test_states(
    ledger: Ledger, topic: str, holder: str | None, subject: str | None, on: str, wanted: list[tuple[str, str, str]]
) -> None:
    found = ledger.state(topic, holder, subject, on=on).matters
    assert [(m.value, m.holder and m.holder.id, m.subject and m.subject.id) for m in found] == wanted


def test_history_tells_each_change_with_its_reports(ledger: Ledger) -> None:
    (matter,) = ledger.state("mission", "ECU", "PER", on="1994-06-30").matters
    assert [(t.day, t.value, t.changes, [c.publisher for c in t.citations]) for t in matter.history] == [
        ("1994-01-12", "recalled", True, ["Quito Star"]),
        ("1994-05-20", "appointed", True, ["Quito Star"]),
    ]


@pytest.mark.parametrize(("holder", "subject"), [(None, "Puerto Sombra"), ("river-front", None), ("ECU", TOWN.id)])
def test_who_holds_a_place_is_asked_by_place_or_by_holder(
    ledger: Ledger, holder: str | None, subject: str | None
) -> None:
    (matter,) = ledger.state("control", holder, subject, on="1994-03-01").matters
    assert matter.disputed
    assert {(v.value, v.holder.id if v.holder else None) for v in matter.voices} == {
        ("seized", "river-front"),
        ("held", "ECU"),
    }
    assert [v.according[0].name for v in matter.voices if v.value == "held" and v.according[0]] == ["Marta Vega Lind"]


def test_before_the_denial_there_is_no_dispute(ledger: Ledger) -> None:
    (matter,) = ledger.state("control", "river-front", on="1994-03-01", known_by="1994-02-07").matters
    assert (matter.value, matter.disputed, [h.id for h in matter.holders]) == ("seized", False, ["river-front"])


def test_an_edit_holds_unless_the_view_is_as_coded(ledger: Ledger) -> None:
    (before,) = ledger.state("mission", "ECU", "PER", on="1994-02-01").matters
    said = judge(ledger, "edit", (before.id,), change={"value": "expelled"}, author="ana")
    (edited,) = ledger.state("mission", "ECU", "PER", on="1994-02-01").matters
    assert (edited.value, edited.citations[0].judged) == ("expelled", "edited")
    assert ledger.state("mission", "ECU", "PER", on="1994-02-01", as_coded=True).matters == (before,)
    judge(ledger, "undo", (said.id,), author="ana")
    assert ledger.state("mission", "ECU", "PER", on="1994-02-01").matters == (before,)


def test_two_cities_have_two_consulates_written_as_reports_do(where: str) -> None:
    with Ledger(where) as made:
        for city in ("Guayaquil", "Cuenca"):
            told = report(f"Peru opened a consulate in {city}.", "1994-05-02")
            opened = standing("mission", PERU, ECUADOR, "opened", f"Peru opened a consulate in {city}", place=city,
                              kind="consulate", when="1994-05-02")  # fmt: skip
            made.add(reading(told, opened))
        found = made.state("mission", "PER", "ECU", on="1994-06-01").matters
        assert [(m.kind, m.place) for m in found] == [("consulate", "Cuenca"), ("consulate", "Guayaquil")]


@pytest.mark.parametrize(("topic", "holder", "seen"), [("friendship", "PER", "no topic"), ("pledge", None, "no actor")])
def test_a_question_that_is_none(ledger: Ledger, topic: str, holder: str | None, seen: str) -> None:
    with pytest.raises(AskError, match=seen):
        ledger.state(topic, holder)


WIRE = (
    "Ecuador closed its consulate in Tumbes on Monday after stones were thrown at its windows for a second night, the "
    "foreign ministry in Quito announced. Two clerks were cut by glass and taken to a hospital in Machala by road."
)
OPEN = (
    "Ecuador's consulate in Tumbes was working as usual on Monday, with a queue of lorry drivers at the door.",
    "Visas were stamped all day at the Tumbes consulate of Ecuador, which never shut on Monday, a consul said.",
)


def test_copies_are_one_voice_in_a_dispute(where: str) -> None:
    with Ledger(where) as ledger:
        for paper in ("Quito Star", "Guayaquil Post", "Cuenca Herald"):
            told = report(WIRE, "1994-09-06", source=paper, agency="EFE")
            words = "Ecuador closed its consulate in Tumbes on Monday"
            ledger.add(
                reading(told, standing("mission", ECUADOR, PERU, "closed", words, when="1994-09-05", kind="consulate"))
            )
        for number, text in enumerate(OPEN):
            told = report(text, "1994-09-06", source=f"Lima Daily {number}")
            ledger.add(
                reading(
                    told, standing("mission", ECUADOR, PERU, "operating", text, when="1994-09-05", kind="consulate")
                )
            )
        (matter,) = ledger.state("mission", "ECU", "PER", on="1994-09-07").matters
    assert matter.disputed
    assert matter.value == "operating"  # two papers against one wire text in three
