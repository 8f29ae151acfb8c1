"""The counts of a ledger -> lines for people."""

from collections.abc import Iterator
from typing import Final

from dragoman.ledger.info import Info

PLURALS: Final = {"entry": "entries", "copy": "copies"}


def some(count: int, noun: str) -> str:
    """As in "1 report", "2 entries"."""
    return f"{count:,} {noun if count == 1 else PLURALS.get(noun, noun + 's')}"


def heading(count: int, noun: str) -> str:
    """As in "1 report", "2 entries", "No pledges"."""
    return some(count, noun) if count else f"No {PLURALS.get(noun, noun + 's')}"


def place(where: str) -> str:
    """A ledger's path or address without a password."""
    head, at, tail = where.rpartition("@")
    if not at:
        return where
    scheme, _, user = head.rpartition("//")
    return f"{scheme}//{user.partition(':')[0]}@{tail}"


def holds(where: str, found: Info) -> str:
    """One line of what a ledger holds, as in: crises.db holds 66 reports: 812 entries (411 statements, ...)."""
    versions = f" in {some(found.versions, 'version')}" if found.versions != found.reports else ""
    kinds = f"{some(found.statements, 'statement')}, {some(found.events, 'event')}, {some(found.standings, 'standing')}"
    return f"{place(where)} holds {some(found.reports, 'report')}{versions}, {some(found.entries, 'entry')}: {kinds}"


def lines(where: str, found: Info) -> Iterator[str]:
    """All that is counted, one thing a line, its name first."""
    days = f", known from {found.first} to {found.last}" if found.first else ""
    size = f", {_size(found.bytes)}" if found.bytes is not None else ""
    yield f"ledger       {place(where)} (form {found.form}{size})"
    yield f"reports      {found.reports:,} in {some(found.versions, 'version')}{days}"
    yield f"copies       {some(found.copies, 'pair')} of reports that print one text"
    yield f"taken back   {some(found.retractions, 'retraction')}"
    kinds = f"{some(found.statements, 'statement')}, {some(found.events, 'event')}, {some(found.standings, 'standing')}"
    yield f"entries      {found.entries:,}: {kinds}"
    yield f"told again   {some(found.links, 'link')} between entries of different reports"
    yield f"actors       {found.actors:,}"
    yield f"codings      {found.codings:,}" + "".join(f"\n             {coder}" for coder in found.coders)
    yield f"judgements   {found.judgements:,}"


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{count / 1e3:,.0f} kB"
