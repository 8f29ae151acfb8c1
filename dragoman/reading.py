"""A report to its reading: the way through the rooms, on one page."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman import actors, events, language, meaning, reports, speech, standings, times
from dragoman.actors import own_store
from dragoman.language.model import version as model_version
from dragoman.places import gazetteer
from dragoman.places.atlas import Atlas
from dragoman.records import Event, Finding, Reading, Report, Spans, Standing, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.events.custom import OwnCodebook, Ready


def read(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    id: str | None = None,
    codebook: "str | Path | OwnCodebook | None" = None,
    min_confidence: float | None = None,
) -> Reading:
    """The reading of one report.

    `published` is a day ("2021-08-17" or a date) and overrides what the text says of its own date; without any,
    relative times ("on Monday") stay open. Raises ValueError when `published` is no date. `codebook` and
    `min_confidence` are as for `read_report`.
    """
    report = reports.from_text(text, published=published, title=title, source=source, url=url, id=id)
    return read_report(report, codebook=codebook, min_confidence=min_confidence)


def read_report(
    report: Report,
    *,
    codebook: "str | Path | OwnCodebook | None" = None,
    min_confidence: float | None = None,
) -> Reading:
    """The reading of a report that `reports.load` gave; the same report always gives the same bytes.

    With a `codebook` of the user's own (a YAML file, docs/codebooks.md) the events are those of its types, in the
    place of PLOVER's or, where the codebook says so, beside them. Raises OwnCodebookError when it cannot be used.

    Events of less than `min_confidence` (0 to 1) are left out; None leaves out PLOVER's that are more likely wrong than
    their number is worth (docs/calibration.md).
    """
    own = _ready(codebook) if codebook is not None else None
    found = rooms(report)
    doc, cast, calendar, statements = found.doc, found.cast, found.calendar, found.statements
    voices, atlas = found.voices, found.atlas
    coded = events.given(events.code(report, doc, cast, calendar, voices, atlas=atlas), min_confidence)
    stood = standings.find(report, doc, cast, calendar, voices, coded)
    held = stood.standings
    if own is not None:
        from dragoman.events import custom

        mine = custom.code(report, doc, cast, calendar, voices, own=own, atlas=atlas)
        mine = events.given(mine, min_confidence or 0.0)
        if own.book.also_plover:
            coded = tuple(sorted((*mine, *coded), key=lambda event: event.trigger))
        else:
            coded, held = mine, _apart(held, coded)
    if own is None and not coded and not held and events.private(doc, statements):
        statements = ()
    findings = (*_findings(report, statements, coded, held), *stood.findings)
    name = coder(own.book.mark if own else "")
    meant = meaning.meanings(doc, (*statements, *coded, *held))
    return Reading(report, statements, coded, held, findings, name, found.sentences, cast.roles, meant)


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the rooms before the events have read in a report."""

    doc: "Doc"
    cast: actors.Cast
    calendar: times.Calendar
    statements: tuple[Statement, ...]
    voices: speech.Voices
    atlas: Atlas

    @property
    def sentences(self) -> Spans:
        """The sentences of the report, without those of white space alone."""
        return tuple((s[0].idx, s[-1].idx + len(s[-1])) for s in self.doc.sents if not s.text.isspace())


def rooms(report: Report) -> Rooms:
    """The way of a report up to its events."""
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler], acting=True)
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    statements = speech.find(report, doc, cast, calendar)
    return Rooms(doc, cast, calendar, statements, speech.Voices(doc, statements), Atlas(report, doc))


def _ready(codebook: "str | Path | OwnCodebook") -> "Ready":
    from dragoman.events import custom

    book = custom.load(codebook) if isinstance(codebook, str | Path) else codebook
    return custom.ready(book, custom.ready_space())


def _apart(held: tuple[Standing, ...], coded: tuple[Event, ...]) -> tuple[Standing, ...]:
    """The standings without the ids of PLOVER events that the reading does not hold."""
    gone = {event.id for event in coded}
    return tuple(replace(s, sources=tuple(id for id in s.sources if id not in gone)) for s in held)


def _findings(
    report: Report, statements: tuple[Statement, ...], coded: tuple[Event, ...], held: tuple[Standing, ...]
) -> tuple[Finding, ...]:
    found = []
    if report.published is None:
        found.append(
            Finding("undated", "no publication date: relative times stay open; give one with published=", report.id)
        )
    if not any(chain(statements, coded, held)):
        found.append(Finding("nothing-read", "no statement, event or standing was found in this report", report.id))
    return tuple(found)


def coder(codebook: str = "") -> str:
    """The name of what read a report: package, model, and a gazetteer and actors of the user's own where there are any.

    As in "dragoman 0.1.0 / model 1a2b3c4d / actors 5e6f7a8b"; `codebook` is the mark of the user's own. Raises
    PlacesError or ActorsError when the user's files cannot be read.
    """
    own = (_part("places", gazetteer.mark()), _part("actors", own_store.mark()), _part("codebook", codebook))
    parts = (_package(), *own)
    return " / ".join(part for part in parts if part)


def _part(name: str, mark: str) -> str:
    return f"{name} {mark}" if mark else ""


@cache
def _package() -> str:
    try:
        package = installed("dragoman")
    except PackageNotFoundError:
        package = "source"
    return f"dragoman {package} / model {model_version()}"
