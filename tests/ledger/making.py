"""Readings made by hand for tests of ledgers and queries: entries whose spans are found by the words of the text.

    told = report("Norland's envoy met the Blue Front in Osta on Monday.", "1998-03-03", source="Osta Post")
    reading(told, event("CONSULT", NORLAND, FRONT, "envoy met the Blue Front", trigger="met", when="1998-03-02"))

A time is "1998-03-02", "1998-03-01..1998-03-31", "1998-03-01.." or "..1998-03-31". Words must stand in the text once
or more; the first place is taken.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.codebook import codebook
from dragoman.records import (
    Actor,
    ActorKind,
    Anchor,
    Entry,
    Event,
    Form,
    Precision,
    Reading,
    Report,
    Span,
    Standing,
    Statement,
    Status,
    When,
    digest,
    entry_id,
)

Made = Callable[[Report, int], Entry]
"""An entry but for its report; the number tells apart entries of one kind, span and label."""

CODER = "hand / 1"


def state(code: str, name: str) -> Actor:
    return Actor(code, name, code, "GOV", ActorKind.STATE)


def group(id: str, name: str, country: str | None = None, sector: str = "REB") -> Actor:
    return Actor(id, name, country, sector, ActorKind.ARMED_GROUP)


def person(name: str, of: Actor | None = None, sector: str = "GOV") -> Actor:
    id = "person:" + "-".join(name.lower().split())
    country = of.country if of else None
    return Actor(id, name, country, sector if of else None, ActorKind.PERSON, of.id if of else None)


def place(name: str, country: str | None = None) -> Actor:
    return Actor("place:" + "-".join(name.lower().split()), name, country, None, ActorKind.PLACE)


def report(text: str, published: str | None = "1998-03-02", *, id: str = "", **fields: Any) -> Report:
    """A report; its id is a hash of source, day and text unless it is given. Days in `fields` are ISO text."""
    days = {key: date.fromisoformat(fields.pop(key)) for key in ("updated", "dateline") if fields.get(key)}
    day = date.fromisoformat(published) if published else None
    name = id or digest(fields.get("source") or "", published or "", text)
    return Report(name, text, published=day, text_digest=digest(text, size=16), **days, **fields)


def reading(told: Report, *entries: Made, coder: str = CODER, **fields: Any) -> Reading:
    """The reading of a report with these entries."""
    made: list[Entry] = []
    for make in entries:
        entry = make(told, 0)
        seen = {one.id for one in made}
        ordinal = 0
        while entry.id in seen:
            ordinal += 1
            entry = make(told, ordinal)
        made.append(entry)
    return Reading(
        report=told,
        statements=tuple(e for e in made if isinstance(e, Statement)),
        events=tuple(e for e in made if isinstance(e, Event)),
        standings=tuple(e for e in made if isinstance(e, Standing)),
        findings=(),
        coder=coder,
        **fields,
    )


def event(
    kind: str,
    actors: Actor | Sequence[Actor],
    recipients: Actor | Sequence[Actor] | None,
    words: str,
    *,
    trigger: str = "",
    mode: str | None = None,
    when: str | None = None,
    status: str = "happened",
    by: Actor | None = None,
    confidence: float = 0.8,
    **fields: Any,
) -> Made:
    """An event told in `words`; `by` is whom the report has it from, `trigger` a word among them, else the first."""
    book = codebook()
    cameo = book.cameo_of(kind, mode)

    def made(told: Report, ordinal: int) -> Event:
        at = span(told.text, words)
        sign = span(told.text, trigger or words.split(maxsplit=1)[0], at)
        return Event(
            id=entry_id(told.id, "event", sign, kind, ordinal),
            type=kind,
            mode=mode,
            trigger=sign,
            actors=_several(actors),
            recipients=_several(recipients),
            status=Status(status),
            evidence=(at,),
            confidence=confidence,
            made_by="hand",
            cameo=cameo,
            goldstein=book.cameo[cameo].goldstein if cameo else None,
            quad=book.types[kind].quad,
            when=time(when),
            according_to=by,
            **fields,
        )

    return made


def standing(
    topic: str,
    holder: Actor,
    subject: Actor | None,
    value: str,
    words: str,
    *,
    content: str = "",
    when: str | None = None,
    until: str | None = None,
    status: str = "happened",
    by: Actor | None = None,
    confidence: float = 0.8,
    **attributes: Any,
) -> Made:
    """A standing told in `words`; `content` are those of them that say what is promised, asked, feared."""

    def made(told: Report, ordinal: int) -> Standing:
        at = span(told.text, words)
        return Standing(
            id=entry_id(told.id, "standing", at, topic, ordinal),
            topic=topic,
            holder=holder,
            subject=subject,
            value=value,
            status=Status(status),
            evidence=(at,),
            confidence=confidence,
            made_by="hand",
            content=(span(told.text, content, at),) if content else None,
            when=time(when),
            until=time(until),
            according_to=by,
            attributes=attributes,
        )

    return made


def statement(
    speaker: Actor | None,
    content: str,
    words: str = "",
    *,
    to: Actor | None = None,
    form: str = "indirect",
    when: str | None = None,
    confidence: float = 0.8,
    **attributes: Any,
) -> Made:
    """A statement of `content`; `words` are the whole of its evidence, else the content alone."""

    def made(told: Report, ordinal: int) -> Statement:
        said, at = span(told.text, content), span(told.text, words or content)
        return Statement(
            id=entry_id(told.id, "statement", said, "statement", ordinal),
            speaker=speaker,
            content=(said,),
            form=Form(form),
            evidence=(at,),
            confidence=confidence,
            made_by="hand",
            addressee=to,
            date=time(when),
            attributes=attributes,
        )

    return made


def span(text: str, words: str, within: Span | None = None) -> Span:
    """Where `words` stand first in the text, or in a part of it. Raises ValueError where they do not."""
    start, end = within or (0, len(text))
    at = text.index(words, start, end)
    return at, at + len(words)


def time(words: str | None) -> When | None:
    """The time in the notation of this file."""
    if not words:
        return None
    first, dots, last = words.partition("..")
    start = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last) if last else None if dots else start
    return When(start, end, Precision.INTERVAL if dots else Precision.DAY, Anchor.STATED)


def recoded(old: Reading, coder: str, *entries: Made) -> Reading:
    """The same report as another coder reads it."""
    return replace(reading(old.report, *entries), coder=coder)


def _several(actors: Actor | Sequence[Actor] | None) -> tuple[Actor, ...]:
    if actors is None:
        return ()
    return (actors,) if isinstance(actors, Actor) else tuple(actors)
