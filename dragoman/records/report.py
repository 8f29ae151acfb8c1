"""One news report as published, and what was found wrong with an input."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.place import Place
from dragoman.records.spans import Spans


@dataclass(frozen=True, slots=True)
class Report:
    """A report; `text` is kept exactly as given and all spans refer to it.

    `boiler` covers what is no part of the news (dateline, byline, "(Reporting by ...)"): it yields no entries.
    `dateline` is the day that the dateline names, which may be before `published`. `origin` is the file, or file and
    row, that it was read from: it serves messages and is no part of the reading. `updated` is the day that the
    publisher changed it, `carrier` the site that carries it for its `source`, where those are other than the first.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    datelines: tuple[Place, ...] = ()
    dateline: date | None = None
    url: str | None = None
    language: str = "en"
    text_digest: str = ""
    boiler: Spans = ()
    origin: str = ""
    updated: date | None = None
    carrier: str | None = None


@dataclass(frozen=True, slots=True)
class Retraction:
    """A publisher takes back the report of the id `report`, known from the day `known` on, None if it says none."""

    report: str
    known: date | None = None
    reason: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was wrong or noteworthy: what (`code`, `message`, with advice) and where (file, row, place)."""

    code: str
    message: str
    where: str = ""
