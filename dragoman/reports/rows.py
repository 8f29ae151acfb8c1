"""A row of JSON ({id?, text, title?, published?, source?, url? ...}) to a Report, or to findings of what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeAlias, TypeVar

import msgspec

from dragoman.records import Finding, Report
from dragoman.reports.dates import published_day
from dragoman.reports.limits import shorten
from dragoman.reports.text import from_text

Item = TypeVar("Item")
Rows: TypeAlias = Callable[[Any, str, date | None], Iterator[Item]]

_ADVICE: Final = 'a row is one JSON object on one line with a text: {"text": "...", "published": "2021-08-17"}'


def parse_row(line: bytes | str) -> Any:
    """The value of one line of JSON. Raises ValueError with the reason when it is none."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ValueError(str(error) or "not JSON") from error


def from_line(
    line: bytes | str, where: str, published: date | None, rows: "Rows[Item]"
) -> Iterator["Report | Finding | Item"]:
    """What one line of JSON lines gives: what `rows` makes of it; a finding where it is no JSON."""
    try:
        row = parse_row(line)
    except ValueError as error:
        yield Finding("broken-row", f"the row is no JSON ({error}); {_ADVICE}", where)
        return
    yield from rows(row, where, published)


def from_row(row: Any, where: str, published: date | None) -> Iterator[Report | Finding]:
    """A report, findings, or both, of a parsed row that stands at `where`; `published` fills in a missing date."""
    if not isinstance(row, dict):
        yield Finding("broken-row", f"the row is no JSON object; {_ADVICE}", where)
        return
    text = row.get("text")
    if text is None and row.get("retracted"):
        yield Finding("retraction", "the row takes a report back; only a ledger has one to take back", where)
        return
    if not isinstance(text, str):
        yield Finding("no-text", f'the row has no "text"; {_ADVICE}', where)
        return
    if not text.strip():
        yield Finding("empty", "the row's text is empty; leave such rows out", where)
        return
    day, problem = day_of(row, "published", where)
    if problem:
        yield problem
    updated, problem = day_of(row, "updated", where)
    if problem:
        yield problem
    text, problem = shorten(text, where)
    if problem:
        yield problem
    report = from_text(
        text,
        published=day or published,
        title=_words(row.get("title")),
        source=_words(row.get("source")),
        url=_words(row.get("url")),
        id=_words(row.get("id")),
    )
    agency = _words(row.get("agency")) or report.agency
    yield replace(report, origin=where, updated=updated, carrier=_words(row.get("carrier")), agency=agency)


def day_of(row: dict[str, Any], key: str, where: str) -> tuple[date | None, Finding | None]:
    """The day that a row gives under `key`, None for none; a finding where it is unreadable."""
    value = row.get(key)
    try:
        if value is None or isinstance(value, str):
            return published_day(value), None
    except ValueError:
        pass
    advice = "the report is read without it; write dates as 2021-08-17"
    return None, Finding("unreadable-date", f'unreadable date {str(value)[:60]!r} in "{key}"; {advice}', where)


def _words(value: Any) -> str | None:
    """A string as it is, a number (an id of 17) in its digits, None for anything else or nothing."""
    if isinstance(value, str):
        return value or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
