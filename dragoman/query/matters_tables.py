"""Matters -> tables: one row for where each stands, or one row for each line of its history."""

from collections.abc import Iterable
from typing import Final

from dragoman.query.asked import Named
from dragoman.query.citing import Citation
from dragoman.query.facts_tables import CITED, COUNTED, cited
from dragoman.query.matters import Matter
from dragoman.query.tables import Column, Kind, Schema, Table, Value

OF_WHOM: Final = (
    Column("id", Kind.TEXT, "id of the entry that stands for it"),
    Column("topic", Kind.TEXT, "topic of the standing"),
    Column("holder", Kind.TEXT, "name of the side that holds it: who promises, sends, recognises"),
    Column("holder_id", Kind.TEXT, "its id"),
    Column("subject", Kind.TEXT, "name of the side it is to, of or on; null where nobody is named"),
    Column("subject_id", Kind.TEXT, "its id"),
    Column("kind", Kind.TEXT, "of a mission: embassy, consulate, envoy ...; null for other topics"),
    Column("place", Kind.TEXT, "of a mission: its city"),
    Column("words", Kind.TEXT, "words of its content"),
)
MATTERS: Final = Schema(
    "matters",
    (
        *OF_WHOM,
        Column("value", Kind.TEXT, "where it stands on the day; null where that is not known"),
        Column("since", Kind.DAY, "day of the last change, or a day by which it held"),
        Column("certain", Kind.TRUTH, "whether that day was named"),
        Column("until", Kind.DAY, "last day that it holds, where known"),
        Column("disputed", Kind.TRUTH, "whether reports contradict one another"),
        Column("last_reported", Kind.DAY, "last day on which a report told of the value"),
        Column("no_report_since", Kind.DAY, "day by which a planned change was due that nobody told of"),
        Column("entries", Kind.COUNT, "how many entries tell of the matter, before and after"),
        *COUNTED,
        *CITED,
    ),
)
HISTORY: Final = Schema(
    "history",
    (
        *OF_WHOM,
        Column("day", Kind.DAY, "the day that the line is ordered by"),
        Column("value", Kind.TEXT, "what was told of it"),
        Column("status", Kind.TEXT, "happened, ongoing, planned, conditional, hypothetical or denied"),
        Column("start", Kind.DAY, "first day of the time that is told"),
        Column("end", Kind.DAY, "last day of that time"),
        Column("certain", Kind.TRUTH, "whether the day was named"),
        Column("changes", Kind.TRUTH, "whether it changed where the matter stands"),
        *COUNTED,
        *CITED,
    ),
)


def matters_table(matters: Iterable[Matter]) -> Table:
    """One row a matter, quoting the newest report of its value."""
    return MATTERS.table(standing(matter) for matter in matters)


def history_table(matters: Iterable[Matter]) -> Table:
    """One row for each line of the histories and of what is beside them, as far as the matters hold them."""
    return HISTORY.table(
        (
            *_of_whom(matter),
            *(told.day, told.value, told.status, told.start, told.end, told.certain, told.changes),
            *(told.reports, told.origins),
            *cited(_last(told.citations)),
        )
        for matter in matters
        for told in (*matter.history, *matter.beside)
    )


def standing(m: Matter) -> tuple[Value, ...]:
    """The cells of MATTERS."""
    return (
        *_of_whom(m),
        *(m.value, m.since, m.certain if m.since else None, m.until, m.disputed, m.last_reported, m.no_report_since),
        *(m.entries, m.reports, m.origins),
        *cited(_last(m.citations)),
    )


def _of_whom(m: Matter) -> tuple[Value, ...]:
    return (m.id, m.topic, *_named(m.holder), *_named(m.subject), m.kind or None, m.place or None, m.words or None)


def _named(one: Named | None) -> tuple[str | None, str | None]:
    return (one.name, one.id) if one else (None, None)


def _last(citations: tuple[Citation, ...]) -> Citation | None:
    return citations[-1] if citations else None
