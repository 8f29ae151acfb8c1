"""A parsed row of JSON -> what a ledger can be given: a report, a stored reading, or that a report is taken back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeAlias

import msgspec

from dragoman.records import Entry, Event, Finding, Reading, Report, Retraction, Spans, Standing, Statement, digest
from dragoman.records.wire import SCHEMA, from_dict
from dragoman.reports.rows import day_of, from_row


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that holds a stored reading, not yet looked into: that takes longer than all else and is done elsewhere."""

    row: dict[str, Any]
    where: str


Given: TypeAlias = Report | Kept | Retraction | Finding

WHOLE: Final = "add readings that were written by: dragoman read --json --whole"


def from_any(row: Any, where: str, published: date | None) -> Iterator[Given]:
    """What the row at `where` gives, findings for what is wrong with it; `published` fills in a report's date."""
    if isinstance(row, dict) and row.get("text") is None and row.get("retracted"):
        yield _retraction(row, where)
    elif isinstance(row, dict) and "coder" in row and "statements" in row:
        yield Kept(row, where)
    else:
        yield from from_row(row, where, published)


def _retraction(row: dict[str, Any], where: str) -> Retraction | Finding:
    """`retracted` is the day from which the report counts no more, or true: the day of adding."""
    report = row.get("id")
    if not isinstance(report, str) or not report:
        return Finding("broken-row", 'the row takes a report back but has no "id" of it; it is left out', where)
    if row["retracted"] is True:
        return Retraction(report, None, _reason(row), where)
    known, problem = day_of(row, "retracted", where)
    if problem:
        shown = str(row["retracted"])[:60]
        message = f'unreadable date {shown!r} in "retracted": nothing is taken back; write it as 2021-08-17, or true'
        return Finding("broken-row", message, where)
    return Retraction(report, known, _reason(row), where)


def _reason(row: dict[str, Any]) -> str:
    reason = row.get("reason")
    return reason if isinstance(reason, str) else ""


def reading(kept: Kept) -> Reading | Finding:
    """The reading of schema 1, where its text is with it and its offsets fit in that."""
    row, where = kept.row, kept.where
    if row.get("schema") != SCHEMA:
        return Finding("broken-row", f"a reading of schema {row.get('schema')!r}, not {SCHEMA}; {WHOLE}", where)
    if not isinstance(row.get("text"), str) or not row["text"]:
        return Finding("no-text", f"a reading without the text that it cites; {WHOLE}", where)
    try:
        found = from_dict(row)
    except (KeyError, TypeError, ValueError, AttributeError, msgspec.ValidationError) as error:
        reason = f"{type(error).__name__}: {error}"
        return Finding("broken-row", f"the row is no reading of schema 1 ({reason}); {WHOLE}", where)
    report = found.report
    if digest(report.text, size=16) != report.text_digest or not _fit(found):
        return Finding("broken-row", f"the reading is of another text than the row holds; {WHOLE}", where)
    return replace(found, report=replace(report, origin=where))


def _fit(reading: Reading) -> bool:
    """Whether every citation lies in the text."""
    size = len(reading.report.text)
    entries: tuple[Entry, ...] = (*reading.statements, *reading.events, *reading.standings)
    return all(0 <= start < end <= size for entry in entries for start, end in _spans(entry))


def _spans(entry: Entry) -> Spans:
    if isinstance(entry, Event):
        return (*entry.evidence, entry.trigger)
    if isinstance(entry, Statement):
        return (*entry.evidence, *entry.content)
    assert isinstance(entry, Standing)
    return (*entry.evidence, *(entry.content or ()), *entry.conditions)
