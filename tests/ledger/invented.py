"""A quarrel of Niger and Chad in single readings, for the tests of the store; made with making.py."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import making
from making import Made, event, person, reading, standing, state, statement

from dragoman.ledger.store import Clock
from dragoman.records import Reading, Report, Role

CHAD, NIGER = state("TCD", "Chad"), state("NER", "Niger")
TOURE = person("Aicha Toure", NIGER)

RECALL = "Niger recalled its ambassador from Chad on Monday."
RECALL_ELSEWHERE = "Niamey called home its ambassador to Chad on Monday over the raid."
CLOSING = "Niger closed its embassy in N'Djamena on Friday."
TALKS = "Foreign Minister Aicha Toure said Niger would talk to Chad in June."


def clock(first: str = "2010-06-01T12:00:00") -> Clock:
    """A clock that goes a second forward whenever it is asked."""
    told = [datetime.fromisoformat(first).replace(tzinfo=UTC)]

    def now() -> datetime:
        told[0] += timedelta(seconds=1)
        return told[0]

    return now


def report(text: str, published: str | None = "2010-05-04", **more: Any) -> Report:
    """A report of May 2010, of Le Sahel where no source is given."""
    return making.report(text, published, **{"source": "Le Sahel", **more})


def recall(words: str = RECALL, trigger: str = "recalled", on: str = "2010-05-03", kind: str = "SANCTION") -> Made:
    """Niger takes its ambassador from Chad."""
    return event(kind, NIGER, CHAD, words, trigger=trigger, when=on)


def mission(value: str, words: str, on: str | None = None) -> Made:
    """Niger's embassy in Chad is `value`."""
    return standing("mission", NIGER, CHAD, value, words, when=on, kind="embassy")


def recalled(text: str = RECALL, trigger: str = "recalled", *, coder: str = "hand / 1", **more: Any) -> Reading:
    """A report that Niger recalled its ambassador."""
    told = report(text, **more)
    return reading(told, recall(text, trigger), coder=coder, meanings=_meaning(recall(text, trigger)(told, 0).id))


def called_home() -> Reading:
    """The same in another paper's words."""
    return recalled(RECALL_ELSEWHERE, "called home", source="Tchad Info")


def closed() -> Reading:
    """A report that Niger closed its embassy."""
    return reading(report(CLOSING, "2010-05-08"), mission("closed", CLOSING, "2010-05-07"))


def talked() -> Reading:
    """A report of what Toure said, with her office."""
    told = report(TALKS)
    words = (making.span(TALKS, "Foreign Minister"),)
    role = Role(TOURE, "foreign minister", "Niger", "NER", "GOV", date(2010, 5, 4), evidence=words)
    return reading(told, statement(TOURE, "Niger would talk to Chad in June", TALKS), roles=(role,))


def _meaning(id: str) -> dict[str, bytes]:
    """One meaning for all that recall an ambassador."""
    return {id: bytes(range(64))}
