"""Adding readings: what is kept, what twice is, versions, retractions, two clocks, links and copies."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented import RECALL, TOURE, called_home, clock, closed, mission, recall, recalled, report, talked
from making import reading, statement
from sqlalchemy import func, select

from dragoman.errors import LedgerError
from dragoman.ledger import content, schema
from dragoman.ledger.store import Store
from dragoman.ledger.stored import codings_of, reading_of
from dragoman.records import Retraction


def digest(store: Store) -> str:
    with store.reading() as connection:
        return content.digest_of(connection)


def count(store: Store, name: str) -> int:
    with store.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(schema.metadata.tables[name])).scalar_one())


def versions(store: Store) -> list[tuple[str, str | None]]:
    """The day each version was known and the day it ended, in order."""
    v = schema.versions.c
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(select(v.known, v.ends).order_by(v.known, v.added))]


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where, clock=clock()) as made:
        yield made


def test_a_reading_comes_back_as_it_was_added(store: Store) -> None:
    given = (recalled(), closed(), talked())
    for one in given:
        store.add(one)
    with store.reading() as connection:
        kept = [reading_of(connection, coding) for coding in codings_of(connection)]
    assert kept == list(given)


def test_the_same_twice_changes_nothing(store: Store) -> None:
    first = store.add(recalled())
    before = digest(store)
    again = store.add(recalled())
    assert (first.new_version, first.new_coding, first.entries) == (True, True, 1)
    assert (again.new_version, again.new_coding, again.entries) == (False, False, 0)
    assert digest(store) == before


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path) -> None:
    given = [recalled(), called_home(), closed(), talked(), recalled(source="AFP")]
    digests = set()
    for number, order in enumerate((given, given[::-1], given[2:] + given[:2])):
        with Store(tmp_path / f"{number}.db", clock=clock()) as made:
            for one in order:
                made.add(one)
            digests.add(digest(made))
    assert len(digests) == 1


def test_two_tellings_are_linked_both_ways_and_a_later_act_is_not(store: Store) -> None:
    store.add(recalled())
    told = store.add(called_home())
    later = report(RECALL, "2011-07-05")
    apart = store.add(reading(later, recall(on="2011-07-04")))
    assert (told.links, apart.links) == (1, 0)
    with store.reading() as connection:
        pairs = {(row.one, row.other) for row in connection.execute(select(schema.links))}
    assert len(pairs) == 2
    assert all((other, one) in pairs for one, other in pairs)


def test_entries_of_one_report_are_never_linked(store: Store) -> None:
    told = report(RECALL)
    store.add(reading(told, recall(), recall(trigger="ambassador")))
    assert count(store, "links") == 0


WIRE = (
    "Niger recalled its ambassador from Chad on Monday after shells fell on a market in the border town of Nguigmi, "
    "the foreign ministry in Niamey said. Eleven traders were wounded and the customs house burned for hours. "
    "Chad denied that its soldiers had fired and offered to send two officers to look at the craters."
)


def test_copies_are_known_and_old_ones_are_not_compared(store: Store) -> None:
    store.add(recalled(WIRE))
    copy = store.add(
        recalled("N'DJAMENA - " + WIRE.rsplit(". ", 1)[0] + ".", source="Tchad Info", published="2010-05-05")
    )
    years_on = store.add(recalled(WIRE, source="Archive", published="2013-05-05"))
    assert (copy.copies, years_on.copies) == (1, 0)
    assert count(store, "copies") == 2


def test_a_newer_version_ends_the_older_on_the_day_it_was_known(store: Store) -> None:
    store.add(recalled(id="r1"))
    store.add(recalled(text=RECALL.replace("Monday", "Sunday"), id="r1", updated="2010-05-09"))
    assert versions(store) == [("2010-05-04", "2010-05-09"), ("2010-05-09", None)]


def test_an_older_version_that_comes_later_is_not_in_force(store: Store) -> None:
    store.add(recalled(text=RECALL.replace("Monday", "Sunday"), id="r1", updated="2010-05-09"))
    store.add(recalled(id="r1"))
    assert versions(store) == [("2010-05-04", "2010-05-09"), ("2010-05-09", None)]


def test_a_retraction_ends_all_versions_before_it_whichever_comes_first(store: Store) -> None:
    taken_back = Retraction("r1", date(2010, 5, 12), "the raid was elsewhere")
    assert store.retract(taken_back)
    assert not store.retract(taken_back)
    store.add(recalled(id="r1"))
    store.add(recalled(text=RECALL.replace("Monday", "Sunday"), id="r1", updated="2010-05-20"))
    assert versions(store) == [("2010-05-04", "2010-05-12"), ("2010-05-20", None)]
    with store.reading() as connection:
        e = schema.entries.c
        kept = {tuple(row) for row in connection.execute(select(e.known, e.ends))}
        assert kept == {("2010-05-04", "2010-05-12"), ("2010-05-20", None)}


def test_a_report_without_date_is_known_on_the_day_of_adding_and_stays_so(where: str) -> None:
    with Store(where, clock=clock("2010-06-01T23:59:00")) as store:
        store.add(recalled(published=None))
    with Store(where, clock=clock("2010-06-09T00:00:00")) as store:
        store.add(replace(recalled(published=None), coder="hand / 2"))
        with store.reading() as connection:
            v, e = schema.versions.c, schema.entries.c
            assert [tuple(row) for row in connection.execute(select(v.known, v.dated))] == [("2010-06-01", False)]
            assert {row.known for row in connection.execute(select(e.known))} == {"2010-06-01"}


def test_the_last_coding_is_in_force_and_the_one_before_is_kept(store: Store) -> None:
    store.add(recalled())
    told = report(RECALL)
    store.add(reading(told, recall(), mission("recalled", "ambassador", "2010-05-03"), coder="newer"))
    e, c = schema.entries.c, schema.codings.c
    with store.reading() as connection:
        rows = connection.execute(select(c.coder, e.current, e.family).join(schema.codings, c.row == e.coding)).all()
    assert sorted(map(tuple, rows)) == [
        ("hand / 1", False, "event"),
        ("newer", True, "event"),
        ("newer", True, "standing"),
    ]


def test_parties_and_pairs_hold_sides(store: Store) -> None:
    store.add(talked())
    store.add(recalled())
    p, q = schema.parties.c, schema.pairs.c
    with store.reading() as connection:
        parties = {tuple(row) for row in connection.execute(select(p.role, p.actor, p.side))}
        pairs = {tuple(row) for row in connection.execute(select(q.low, q.high, q.family))}
    assert ("speaker", "person:aicha-toure", "NER") in parties
    assert ("recipient", "TCD", "TCD") in parties
    assert pairs == {("NER", "TCD", "event")}


def test_who_is_spoken_about_is_a_party_of_the_words(store: Store) -> None:
    text = "Aicha Toure said Niger had recalled its ambassador from Chad."
    said = "Niger had recalled its ambassador from Chad"
    store.add(reading(report(text), statement(TOURE, said, text), recall(said)))
    q = schema.pairs.c
    with store.reading() as connection:
        kept = {tuple(row) for row in connection.execute(select(q.low, q.high, q.family))}
    assert ("NER", "TCD", "statement") in kept


def test_roles_are_kept_with_their_words(store: Store) -> None:
    store.add(talked())
    r = schema.roles.c
    with store.reading() as connection:
        kept = connection.execute(select(r.actor, r.title, r.of, r.on, r.quote)).all()
    assert list(map(tuple, kept)) == [
        ("person:aicha-toure", "foreign minister", "Niger", "2010-05-04", "Foreign Minister")
    ]


def test_a_reading_without_text_is_refused(store: Store) -> None:
    given = recalled()
    with pytest.raises(LedgerError, match=r"no text to cite.*--whole"):
        store.add(replace(given, report=replace(given.report, text="")))


def test_publisher_carrier_and_agency_are_three_fields(store: Store) -> None:
    store.add(recalled(agency="AFP", url="https://www.example.org/a/1"))
    v = schema.versions.c
    with store.reading() as connection:
        kept = [tuple(row) for row in connection.execute(select(v.source, v.carrier, v.agency))]
    assert kept == [("Le Sahel", "example.org", "AFP")]
