"""A report to its reading: the way through the rooms, on one page."""

from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from itertools import chain

from dragoman import actors, events, language, reports, speech, standings, times
from dragoman.actors import own_store
from dragoman.language.model import version as model_version
from dragoman.places import gazetteer
from dragoman.places.atlas import Atlas
from dragoman.records import Event, Finding, Reading, Report, Standing, Statement


def read(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Reading:
    """The reading of one report.

    `published` is a day ("2021-08-17" or a date) and overrides what the text says of its own date; without any,
    relative times ("on Monday") stay open. Raises ValueError when `published` is no date.
    """
    return read_report(reports.from_text(text, published=published, title=title, source=source, url=url, id=id))


def read_report(report: Report) -> Reading:
    """The reading of a report that `reports.load` gave; the same report always gives the same bytes."""
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler])
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    statements = speech.find(report, doc, cast, calendar)
    voices = speech.Voices(doc, statements)
    coded = events.code(report, doc, cast, calendar, voices, atlas=Atlas(report, doc))
    held = standings.find(report, doc, cast, calendar, voices, coded)
    sentences = tuple((s[0].idx, s[-1].idx + len(s[-1])) for s in doc.sents if not s.text.isspace())
    findings = _findings(report, statements, coded, held)
    return Reading(report, statements, coded, held, findings, coder(), sentences, cast.roles)


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


def coder() -> str:
    """The name of what read a report: package, model, and a gazetteer and actors of the user's own where there are any.

    As in "dragoman 0.1.0 / model 1a2b3c4d / actors 5e6f7a8b". Raises PlacesError or ActorsError when the user's files
    cannot be read.
    """
    parts = (_package(), _part("places", gazetteer.mark()), _part("actors", own_store.mark()))
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
