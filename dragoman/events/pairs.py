"""A Doc and its day to rows of events, one source and one target each, in the form that extraction scorers take."""

from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.events.code import code
from dragoman.records import Actor, Status

if TYPE_CHECKING:
    from spacy.tokens import Doc


def pairs(doc: "Doc", day: date | None = None) -> list[dict[str, Any]]:
    """The events of a text as rows {source, target, cameo, plover}, without what did not happen and what only may.

    `source` and `target` are {text, code, sector, start, end} or None, `code` the country; offsets are those of the
    text. Events with several actors on a side give the one that is named first.
    """
    from dragoman import actors, reports, speech, times

    report = reports.from_text(doc.text, published=day)  # the Doc stays as parsed: extraction texts have no dateline
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    voices = speech.Voices(doc, speech.find(report, doc, cast, calendar))
    rows = []
    for event in code(report, doc, cast, calendar, voices):
        if event.status in (Status.DENIED, Status.HYPOTHETICAL):
            continue
        source, target = _party(doc.text, event.actors), _party(doc.text, event.recipients)
        rows.append({"source": source, "target": target, "cameo": event.cameo, "plover": event.type})
    return rows


def _party(text: str, side: tuple[Actor, ...]) -> dict[str, Any] | None:
    if not side:
        return None
    actor = side[0]
    start, end = actor.mention or (None, None)
    words = text[start:end] if actor.mention else actor.name
    return {"text": words, "code": actor.country or "", "sector": actor.sector or "", "start": start, "end": end}
