"""The public class: days, an empty ledger, counts, JSON."""

from datetime import date

import msgspec
import pytest
from border import readings

from dragoman.errors import AskError
from dragoman.query.ledger import Ledger


def test_days_are_dates_or_text(where: str) -> None:
    with Ledger(where) as made:
        made.add(readings()[0])
        assert made.brief("PER", "ECU", on=date(1994, 1, 11)) == made.brief("PER", "ECU", on="1994-01-11")
        assert made.brief("PER", "ECU").on == "1994-01-10"
        assert made.brief("PER", "ECU", known_by="1994-01-12").on == "1994-01-12"
        for bad in ("yesterday", "1994-13-01", ""):
            with pytest.raises(AskError, match="is no day"):
                made.brief("PER", "ECU", on=bad)


def test_an_empty_ledger_says_so(where: str) -> None:
    with Ledger(where) as made, pytest.raises(AskError, match="no report"):
        made.brief("PER", "ECU")


def test_counts(where: str) -> None:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        found = made.info()
        assert (found.reports, found.versions, found.statements, found.events, found.standings) == (15, 16, 2, 9, 12)


def test_a_brief_as_json_has_the_names_of_its_fields(where: str) -> None:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        brief = made.brief("PER", "ECU", on="1994-03-15")
    row = msgspec.json.decode(brief.to_json())
    assert list(row) == list(brief.__dataclass_fields__)
    assert row["events"][-1]["actors"] == [{"id": "PER", "name": "Peru", "side": "PER"}]
    assert row == msgspec.json.decode(msgspec.json.encode(brief.to_dict()))


def test_a_reader_asks_while_a_writer_adds(where: str) -> None:
    with Ledger(where) as made:
        made.add(readings()[0])
        with Ledger(where, readonly=True) as reader:
            before = reader.brief("PER", "ECU", on="1994-01-11")
            with reader.view() as seen:
                made.add(readings()[3])
                assert seen.known_by is None
            assert reader.brief("PER", "ECU", on="1994-01-11") == before
            assert reader.brief("PER", "ECU", on="1994-01-12") != before
