"""Words to the reports that hold them, each with a snippet and the entries whose evidence has one of the words.

The order does not depend on what else the ledger holds, so that a search as of a day finds what it found on that day:
reports with all words in the title come first, then those with the words one after the other, then all others, each
the newest first. No score is counted: BM25 over the 150,000 hits of a common word took 220 ms, the newest 20 take 35.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from sqlalchemy import bindparam, select, text

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.lines import LIVE, among, e
from dragoman.query.rows import rows
from dragoman.query.search_found import find
from dragoman.query.search_words import Words, words
from dragoman.query.snippets import CLOSE, OPEN, Snippet, hits_of, snippet
from dragoman.query.tables import Column, Kind, Schema, Table
from dragoman.query.wire import Shown
from dragoman.records import Span, overlap


@dataclass(frozen=True, slots=True)
class Held:
    """An entry whose evidence has one of the words: `quote` is the evidence, the rest is as in a Claim."""

    id: str
    family: str
    label: str
    value: str | None
    status: str | None
    day: str
    quote: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words. `known` is its publication, or the day of adding where not `dated`.

    `entries` are those whose evidence has one of the words, in the order of the text.
    """

    report: str
    version: str
    title: str | None
    known: str
    dated: bool
    source: str | None
    agency: str | None
    url: str | None
    snippet: Snippet
    entries: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Search(Shown):
    """The words as they were typed, and the reports that hold them."""

    words: str
    hits: tuple[Hit, ...]

    def table(self) -> Table:
        """One row a report."""
        return SEARCH.table(
            (
                *(hit.report, hit.known if hit.dated else None, hit.title, hit.source, hit.agency, hit.url),
                *(hit.snippet.marked(), len(hit.entries), " ".join(entry.id for entry in hit.entries)),
            )
            for hit in self.hits
        )


SEARCH: Final = Schema(
    "search",
    (
        Column("report", Kind.TEXT, "id of the report"),
        Column("published", Kind.DAY, "day of publication; null where it has none"),
        Column("title", Kind.TEXT, "its title"),
        Column("source", Kind.TEXT, "its publisher"),
        Column("agency", Kind.TEXT, "the agency that it comes from"),
        Column("url", Kind.TEXT, "its address"),
        Column("snippet", Kind.TEXT, "words of the text, the hits between ** and **"),
        Column("entries", Kind.COUNT, "how many entries have one of the words in their evidence"),
        Column("ids", Kind.TEXT, "the ids of those entries, with blanks between them"),
    ),
)


def search(view: View, typed: str, *, limit: int = 20) -> Search:
    """Reports that hold all words typed, at most `limit`; see the head of this file for their order.

    Words are stemmed ("evacuations" finds "evacuated"); "words in quotation marks" must follow one another; a report
    with a -word is left out. Of a report's versions the one in force is searched. Raises AskError for no words.
    """
    wanted = words(typed)
    numbers = find(view, wanted, limit)
    marked = {row: _marked(view, row, wanted) for row in numbers}
    found = {version.row: version for version in among(view, _VERSIONS, numbers)}
    entries = _entries(view, numbers)
    hits = (_hit(found[row], marked[row], wanted, entries.get(row, ())) for row in numbers)
    return Search(typed, tuple(hits))


def _hit(version: Any, marked: str | None, wanted: Words, entries: Sequence[tuple[Held, list[Span]]]) -> Hit:
    hits = hits_of(version.text, marked, wanted.plain)
    told = tuple(entry for entry, evidence in entries if any(overlap(h, span) for h in hits for span in evidence))
    named = {key: getattr(version, key) for key in ("report", "version", "title", "known", "source", "agency", "url")}
    return Hit(**named, dated=bool(version.dated), snippet=snippet(version.text, hits), entries=told)


def _marked(view: View, row: int, wanted: Words) -> str | None:
    """The text of a version with marks around the words."""
    if view.connection.dialect.name == "sqlite":
        given = {"row": row, "query": wanted.fts, "open": OPEN, "close": CLOSE}
        ((found,),) = rows(view.connection, _HIGHLIGHT, given) or ((None,),)
        return found
    headline = f"StartSel={OPEN}, StopSel={CLOSE}, HighlightAll=true"
    parts = " ".join(f'"{part}"' for part in wanted.every)
    ((found,),) = rows(view.connection, _HEADLINE, {"row": row, "query": parts, "options": headline}) or ((None,),)
    return found


class _Evidence(msgspec.Struct):
    evidence: list[Span]


_BODY: Final = msgspec.json.Decoder(_Evidence)


def _entries(view: View, numbers: Sequence[int]) -> dict[int, list[tuple[Held, list[Span]]]]:
    """The live entries of versions with the spans of their evidence, in the order of the text."""
    found: dict[int, list[tuple[Held, list[Span]]]] = {}
    for version, body, *columns in among(view, _ENTRIES, numbers, live=True):
        found.setdefault(version, []).append((Held(*columns), _BODY.decode(body).evidence))
    for told in found.values():
        told.sort(key=lambda one: (one[1], one[0].id))
    return found


_v = schema.versions.c
_VERSIONS: Final = select(
    _v.row, _v.report, _v.version, _v.title, _v.known, _v.dated, _v.source, _v.agency, _v.url, _v.text
).where(_v.row.in_(bindparam("among", expanding=True)))
_ENTRIES: Final = select(e.version, e.body, e.id, e.family, e.label, e.value, e.status, e.day, e.quote).where(
    LIVE, e.version.in_(bindparam("among", expanding=True))
)
_HIGHLIGHT: Final = text(
    "SELECT highlight(words, 1, :open, :close) FROM words WHERE words MATCH :query AND rowid = :row"
)
_HEADLINE: Final = text(
    "SELECT ts_headline('english', text, websearch_to_tsquery('english', :query), :options) "
    "FROM versions WHERE row = :row"
)
