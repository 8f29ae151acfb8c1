"""Readings -> HTML: `fragment` for a notebook's cell, `page` for a whole page; no script, nothing fetched.

Every entry links to its sentence and lights it up while the pointer is on it (CSS `:has`); every sentence links back
to the entries read from it. Texts are untrusted: Jinja2 escapes them all, control characters are shown as U+FFFD, and
only http addresses become links.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.records import Reading
from dragoman.records.identity import digest
from dragoman.views.lines import Line, RoleLine, lines, role_lines
from dragoman.views.marks import Sentence, marked
from dragoman.views.words import head_words, one_line


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one kind, with the heading of the column that names them."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the templates show of one reading; `prefix` makes the ids of its elements unique in a page."""

    prefix: str
    title: str
    facts: str
    url: str | None
    paragraphs: tuple[tuple[Sentence, ...], ...]
    sections: tuple[Section, ...]
    roles: tuple[RoleLine, ...]
    findings: tuple[tuple[str, str], ...]
    coder: str


def fragment(reading: Reading) -> str:
    """The reading as an HTML fragment with its own styles, for a notebook or for another page; light and dark."""
    return _environment().get_template("fragment.html").render(sheet=_sheet(reading, 0))


def page(readings: Iterable[Reading], title: str = "Dragoman reading") -> str:
    """A whole HTML page of `readings` in their order."""
    sheets = [_sheet(reading, number) for number, reading in enumerate(readings)]
    return _environment().get_template("page.html").render(sheets=sheets, title=title)


@cache
def _environment() -> Environment:
    loader = PackageLoader("dragoman.views", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _sheet(reading: Reading, number: int) -> Sheet:
    title, facts = head_words(reading.report)
    found = lines(reading)
    return Sheet(
        prefix=f"r{number}-{digest(reading.report.id, size=3)}",
        title=title,
        facts=facts,
        url=_address(reading.report.url),
        paragraphs=_paragraphs(marked(reading, tuple(found))),
        sections=(
            Section("statements", found.statements),
            Section("events", found.events),
            Section("standings", found.standings),
        ),
        roles=role_lines(reading),
        findings=tuple((finding.code, one_line(finding.message)) for finding in reading.findings),
        coder=one_line(reading.coder),
    )


def _paragraphs(sentences: tuple[Sentence, ...]) -> tuple[tuple[Sentence, ...], ...]:
    """Sentences grouped by paragraph."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return tuple(tuple(group) for group in groups)


def _address(url: str | None) -> str | None:
    """`url` if it is safe as a link: http or https, nothing else ("javascript:" would run)."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:  # such as "http://[": no link
        return None
