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
    row, that it was read from: it serves messages and is no part of the reading.
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


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was wrong or noteworthy: what (`code`, `message`, with advice) and where (file, row, place)."""

    code: str
    message: str
    where: str = ""
