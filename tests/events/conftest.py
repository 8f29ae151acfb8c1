"""A text to its events through the rooms before; one parse for many sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from dragoman import actors, events, language, reports, speech, times
from dragoman.records import Event

Coder = Callable[..., tuple[Event, ...]]


@pytest.fixture(scope="session")
def code() -> Coder:
    def run(text: str, published: date | None = date(2010, 6, 15)) -> tuple[Event, ...]:
        report = reports.from_text(text, published=published)
        doc = language.parse(report.text, breaks=[end for _, end in report.boiler])
        cast = actors.resolve(report, doc)
        calendar = times.Calendar(report, doc)
        voices = speech.Voices(doc, speech.find(report, doc, cast, calendar))
        return events.code(report, doc, cast, calendar, voices)

    return run
