"""Corrections by people: kept for good, undone without a trace, alive in newer codings, beside what was coded."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import CHAD, NIGER, RECALL, called_home, clock, closed, recalled, report, talked
from making import event, reading
from sqlalchemy import select

from dragoman.errors import JudgementError
from dragoman.ledger import schema
from dragoman.ledger.content import lines
from dragoman.ledger.judgements import Judgement, all_of, in_force
from dragoman.ledger.judging import judge
from dragoman.ledger.store import Store

EVENT = recalled().events[0].id
OTHER = called_home().events[0].id
STANDING = closed().standings[0].id
WORDS = talked().statements[0].id


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where, clock=clock()) as made:
        for one in (recalled(), called_home(), closed(), talked()):
            made.add(one)
        yield made


def seen(store: Store) -> frozenset[bytes]:
    """All that is kept but the judgements themselves."""
    with store.reading() as connection:
        return frozenset(line for line in lines(connection) if not line.startswith((b'["judgements"', b'["targets"')))


def row(store: Store, id: str, layer: int) -> tuple[str, str | None, str | None] | None:
    e = schema.entries.c
    with store.reading() as connection:
        found = connection.execute(select(e.label, e.value, e.judged).where(e.id == id, e.layer == layer)).first()
    return None if found is None else tuple(found)


def test_an_edit_stands_beside_what_was_coded(store: Store) -> None:
    judge(store, "edit", [EVENT], author="ana", change={"type": "REJECT", "actors": "TCD; NER", "when": "2010-05-02"})
    assert row(store, EVENT, schema.CODED) == ("SANCTION", None, "edited")
    assert row(store, EVENT, schema.JUDGED) == ("REJECT", None, "edited")
    e = schema.entries.c
    with store.reading() as connection:
        edited = connection.execute(select(schema.entries).where(e.layer == schema.JUDGED)).one()
    assert (edited.source, edited.day, edited.quad) == ("TCD", "2010-05-02", "verbal_conflict")


def test_edits_add_up_and_the_last_verdict_holds(store: Store) -> None:
    judge(store, "edit", [STANDING], author="ana", change={"value": "reduced"})
    judge(store, "edit", [STANDING], author="ben", change={"subject": "North Front"})
    judge(store, "reject", [STANDING], author="ana")
    assert row(store, STANDING, schema.CODED) == ("mission", "closed", "rejected")
    assert row(store, STANDING, schema.JUDGED) is None
    judge(store, "confirm", [STANDING], author="ben")
    assert row(store, STANDING, schema.JUDGED) == ("mission", "reduced", "edited")


def test_an_edited_event_is_linked_by_what_it_says_now(store: Store) -> None:
    before = [line for line in seen(store) if line.startswith(b'["links"')]
    judge(store, "edit", [EVENT], author="ana", change={"actors": "LBR", "recipients": "GHA", "when": "2003-01-01"})
    e, k = schema.entries.c, schema.links.c
    with store.reading() as connection:
        edited = connection.execute(select(e.row).where(e.layer == schema.JUDGED)).scalar_one()
        assert connection.execute(select(k.other).where(k.one == edited)).all() == []
    assert len([line for line in seen(store) if line.startswith(b'["links"')]) == len(before)


EDITS = ({"type": "REJECT"}, {"actors": "TCD"}, {"when": "none"})
VERBS = st.lists(
    st.one_of(
        st.tuples(st.just("confirm"), st.sampled_from([EVENT, STANDING, WORDS]), st.just({})),
        st.tuples(st.just("reject"), st.sampled_from([EVENT, STANDING, WORDS]), st.just({})),
        st.tuples(
            st.just("edit"), st.just(EVENT), st.sampled_from([{"type": "REJECT"}, {"actors": "TCD"}, {"when": "none"}])
        ),
        st.tuples(st.just("edit"), st.just(WORDS), st.sampled_from([{"speaker": "NER"}, {"date": "2010-05-01"}])),
    ),
    max_size=5,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=VERBS, more=VERBS)
def test_undo_restores_every_row(tmp_path_factory: pytest.TempPathFactory, first: list, more: list) -> None:
    with Store(tmp_path_factory.mktemp("undo") / "x.db", clock=clock()) as store:
        for one in (recalled(), closed(), talked()):
            store.add(one)
        for verb, target, change in first:
            judge(store, verb, [target], author="ana", change=change)
        before = seen(store)
        made = [judge(store, verb, [target], author="ben", change=change) for verb, target, change in more]
        after = seen(store)
        undone = [judge(store, "undo", [judgement.id], author="ben") for judgement in reversed(made)]
        assert seen(store) == before
        for judgement in reversed(undone):
            judge(store, "undo", [judgement.id], author="ben")
        assert seen(store) == after


def test_a_newer_coding_gets_the_corrections_and_does_not_overwrite_them(store: Store) -> None:
    judge(store, "edit", [EVENT], author="ana", change={"type": "REJECT"})
    surer = event(
        "SANCTION", replace(NIGER, name="Republic of Niger"), CHAD, RECALL, trigger="recalled", confidence=0.9
    )
    told = reading(report(RECALL), surer, coder="hand / 2")
    assert told.events[0].id == EVENT
    store.add(told)
    e = schema.entries.c
    with store.reading() as connection:
        kept = connection.execute(select(e.label, e.current).where(e.layer == schema.JUDGED, e.id == EVENT)).all()
    assert sorted(map(tuple, kept)) == [("REJECT", False), ("REJECT", True)]


def test_a_correction_waits_for_its_entry(tmp_path) -> None:
    with Store(tmp_path / "a.db", clock=clock()) as a, Store(tmp_path / "b.db", clock=clock()) as b:
        a.add(recalled())
        made = judge(a, "reject", [EVENT], author="ana")
        from dragoman.ledger.judging import keep

        with b.writing() as connection:
            keep(connection, made)
        b.add(recalled())
        assert seen(a) == seen(b)


REFUSED = [
    ("confirm", ["0000000000000000"], {}, "no such entry"),
    ("confirm", [EVENT, OTHER], {}, "2 are named"),
    ("edit", [EVENT], {}, "nothing is set"),
    ("edit", [EVENT], {"colour": "red"}, r"an? event has no 'colour' to set.*type, mode"),
    ("edit", [EVENT], {"type": "QUARREL"}, r"no type 'QUARREL'.*AGREE"),
    ("edit", [EVENT], {"mode": "expel", "type": "AGREE"}, "AGREE has no mode"),
    ("edit", [EVENT], {"status": "perhaps"}, "cannot be set"),
    ("edit", [EVENT], {"when": "last May"}, r"no time.*2021-08-17"),
    ("edit", [EVENT], {"when": "2010-05-09..2010-05-01"}, "ends before it begins"),
    ("edit", [STANDING], {"value": "painted"}, r"no value 'painted'.*closed"),
    ("edit", [STANDING], {"holder": "none"}, "cannot be set"),
    ("merge", [EVENT], {}, "one entry alone"),
    ("merge", [EVENT, STANDING], {}, "cannot be one fact"),
    ("rename", ["ATL"], {"name": "Atlantis"}, "no such actor"),
    ("rename", ["NER"], {}, "no name"),
    ("same", ["NER", "NER"], {}, "itself already"),
    ("undo", ["0000000000000000"], {}, "no such judgement"),
    ("praise", [EVENT], {}, r"no judgement 'praise'.*confirm"),
]


@pytest.mark.parametrize(("verb", "targets", "change", "why"), REFUSED)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    store: Store, verb: str, targets: list[str], change: dict[str, str], why: str
) -> None:
    with pytest.raises(JudgementError, match=why):
        judge(store, verb, targets, author="ana", change=change)
    with store.reading() as connection:
        assert all_of(connection) == ()


def test_nobody_judges(store: Store) -> None:
    with pytest.raises(JudgementError, match="nobody is named"):
        judge(store, "confirm", [EVENT], author=" ")


def test_undoings_of_undoings() -> None:
    said = Judgement("reject", (EVENT,), {}, "", "ana", "2010-06-01T00:00:00Z")
    undo = Judgement("undo", (said.id,), {}, "", "ben", "2010-06-02T00:00:00Z")
    again = Judgement("undo", (undo.id,), {}, "", "ana", "2010-06-03T00:00:00Z")
    assert in_force((said,)) == (said,)
    assert in_force((said, undo)) == ()
    assert in_force((said, undo, again)) == (said,)
