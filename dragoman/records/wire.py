"""Readings to and from JSON, schema 1: the one file that knows the keys and the JSON library."""

from base64 import b64decode, b64encode
from datetime import date
from typing import Any, Final

import msgspec

from dragoman.records.actor import Actor, ActorKind
from dragoman.records.entries import Entry, Event, Form, Standing, Statement, Status
from dragoman.records.place import Place
from dragoman.records.reading import Reading
from dragoman.records.report import Finding, Report
from dragoman.records.role import Role
from dragoman.records.when import Anchor, Precision, When

SCHEMA: Final = 1


def encode(reading: Reading, *, whole: bool = False) -> bytes:
    """One line of JSON, UTF-8, keys in the order of the schema, confidences rounded to two digits.

    `whole` adds what only a ledger needs: the report's text and the meanings.
    """
    row = to_dict(reading)
    if whole:
        meanings = {id: b64encode(vector).decode() for id, vector in sorted(reading.meanings.items())}
        row |= {"text": reading.report.text, "meanings": meanings}
    return msgspec.json.encode(row)


def decode(line: bytes | str) -> Reading:
    """The reading of a line that `encode` wrote; the report comes back without its text unless the line holds it.

    Raises msgspec.ValidationError or KeyError when the line is no reading of schema 1.
    """
    return from_dict(msgspec.json.decode(line))


def to_dict(reading: Reading) -> dict[str, Any]:
    """The object of schema 1 with plain values."""
    report = reading.report
    return {
        "schema": SCHEMA,
        "id": report.id,
        "title": report.title,
        "published": _day(report.published),
        "source": report.source,
        "agency": report.agency,
        "datelines": [_place(p) for p in report.datelines],
        "language": report.language,
        "coder": reading.coder,
        "statements": [_statement(s) for s in reading.statements],
        "events": [_event(e) for e in reading.events],
        "standings": [_standing(s) for s in reading.standings],
        "findings": [{"code": f.code, "message": f.message, "where": f.where} for f in reading.findings],
        "byline": report.byline,
        "url": report.url,
        "text_digest": report.text_digest,
        "boiler": report.boiler,
        "sentences": reading.sentences,
        "roles": [_role(r) for r in reading.roles],
        "dateline": _day(report.dateline),
        "updated": _day(report.updated),
        "carrier": report.carrier,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _actor(actor: Actor | None) -> dict[str, Any] | None:
    if actor is None:
        return None
    return {
        "id": actor.id,
        "name": actor.name,
        "country": actor.country,
        "sector": actor.sector,
        "mention": actor.mention,
        "kind": str(actor.kind),
        "acts_for": actor.acts_for,
    }


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "start": _day(when.start),
        "end": _day(when.end),
        "precision": str(when.precision),
        "anchor": str(when.anchor),
        "text": when.text,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "mention": place.mention,
    }


def _common(entry: Statement | Event | Standing) -> dict[str, Any]:
    return {
        "according_to": _actor(entry.according_to),
        "evidence": entry.evidence,
        "confidence": round(entry.confidence, 2),
        "from": list(entry.sources),
        "attributes": dict(sorted(entry.attributes.items())),
        "made_by": entry.made_by,
    }


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "id": s.id,
        "speaker": _actor(s.speaker),
        "addressee": _actor(s.addressee),
        "cue": s.cue,
        "content": s.content,
        "form": str(s.form),
        "venue": s.venue,
        "date": _when(s.date),
        **_common(s),
    }


def _event(e: Event) -> dict[str, Any]:
    return {
        "id": e.id,
        "type": e.type,
        "mode": e.mode,
        "contexts": list(e.contexts),
        "cameo": e.cameo,
        "goldstein": e.goldstein,
        "quad": e.quad,
        "trigger": e.trigger,
        "actors": [_actor(a) for a in e.actors],
        "recipients": [_actor(a) for a in e.recipients],
        "when": _when(e.when),
        "where": _place(e.where),
        "status": str(e.status),
        **_common(e),
    }


def _standing(s: Standing) -> dict[str, Any]:
    return {
        "id": s.id,
        "topic": s.topic,
        "holder": _actor(s.holder),
        "subject": _actor(s.subject),
        "value": s.value,
        "content": s.content,
        "when": _when(s.when),
        "until": _when(s.until),
        "conditions": s.conditions,
        "in_return_for": s.in_return_for,
        "status": str(s.status),
        **_common(s),
    }


def _role(r: Role) -> dict[str, Any]:
    return {
        "actor": _actor(r.actor),
        "title": r.title,
        "of": r.of,
        "country": r.country,
        "sector": r.sector,
        "former": r.former,
        "on": _day(r.on),
        "evidence": r.evidence,
    }


def from_dict(row: dict[str, Any]) -> Reading:
    """The reading that `to_dict` wrote."""
    report = Report(
        id=row["id"],
        text=row.get("text", ""),
        title=row["title"],
        published=_to_day(row["published"]),
        source=row["source"],
        agency=row["agency"],
        byline=row.get("byline"),
        datelines=tuple(p for p in map(_to_place, row["datelines"]) if p),
        url=row.get("url"),
        language=row["language"],
        text_digest=row.get("text_digest", ""),
        dateline=_to_day(row.get("dateline")),
        boiler=_to_spans(row.get("boiler")) or (),
        updated=_to_day(row.get("updated")),
        carrier=row.get("carrier"),
    )
    return Reading(
        report=report,
        statements=tuple(_to_statement(s) for s in row["statements"]),
        events=tuple(_to_event(e) for e in row["events"]),
        standings=tuple(_to_standing(s) for s in row["standings"]),
        findings=tuple(Finding(**f) for f in row["findings"]),
        coder=row["coder"],
        sentences=_to_spans(row.get("sentences")) or (),
        roles=tuple(_to_role(r) for r in row.get("roles") or ()),
        meanings={id: b64decode(vector) for id, vector in (row.get("meanings") or {}).items()},
    )


def entry_to_dict(entry: Entry) -> dict[str, Any]:
    """The object of one entry, as it stands in a reading's."""
    if isinstance(entry, Statement):
        return _statement(entry)
    return _event(entry) if isinstance(entry, Event) else _standing(entry)


def entry_from_dict(family: str, row: dict[str, Any]) -> Entry:
    """The entry that `entry_to_dict` wrote; `family` is statement, event or standing. Raises KeyError as `decode`."""
    if family == "statement":
        return _to_statement(row)
    return _to_event(row) if family == "event" else _to_standing(row)


def role_to_dict(role: Role) -> dict[str, Any]:
    """The object of one role, as it stands in a reading's."""
    return _role(role)


def _to_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _to_span(pair: Any) -> tuple[int, int] | None:
    return (int(pair[0]), int(pair[1])) if pair else None


def _to_spans(pairs: Any) -> tuple[tuple[int, int], ...] | None:
    return None if pairs is None else tuple((int(a), int(b)) for a, b in pairs)


def _to_actor(row: dict[str, Any] | None) -> Actor | None:
    if row is None:
        return None
    return Actor(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        sector=row["sector"],
        kind=ActorKind(row.get("kind", "other")),
        acts_for=row.get("acts_for"),
        mention=_to_span(row["mention"]),
    )


def _to_when(row: dict[str, Any] | None) -> When | None:
    if row is None:
        return None
    return When(
        _to_day(row["start"]),
        _to_day(row["end"]),
        Precision(row["precision"]),
        Anchor(row["anchor"]),
        _to_span(row["text"]),
    )


def _to_place(row: dict[str, Any] | None) -> Place | None:
    if row is None:
        return None
    return Place(row["name"], row["country"], row["lat"], row["lon"], row["geonames_id"], _to_span(row["mention"]))


def _to_common(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "according_to": _to_actor(row["according_to"]),
        "evidence": _to_spans(row["evidence"]) or (),
        "confidence": row["confidence"],
        "sources": tuple(row["from"]),
        "attributes": {k: tuple(v) if isinstance(v, list) else v for k, v in row["attributes"].items()},
        "made_by": row["made_by"],
    }


def _to_statement(row: dict[str, Any]) -> Statement:
    return Statement(
        speaker=_to_actor(row["speaker"]),
        addressee=_to_actor(row["addressee"]),
        cue=_to_span(row["cue"]),
        content=_to_spans(row["content"]) or (),
        form=Form(row["form"]),
        venue=row["venue"],
        date=_to_when(row["date"]),
        **_to_common(row),
    )


def _to_event(row: dict[str, Any]) -> Event:
    trigger = _to_span(row["trigger"])
    if trigger is None:
        raise KeyError("trigger")
    return Event(
        type=row["type"],
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
        cameo=row["cameo"],
        goldstein=row["goldstein"],
        quad=row["quad"],
        trigger=trigger,
        actors=tuple(a for a in map(_to_actor, row["actors"]) if a),
        recipients=tuple(a for a in map(_to_actor, row["recipients"]) if a),
        when=_to_when(row["when"]),
        where=_to_place(row["where"]),
        status=Status(row["status"]),
        **_to_common(row),
    )


def _to_standing(row: dict[str, Any]) -> Standing:
    holder = _to_actor(row["holder"])
    if holder is None:
        raise KeyError("holder")
    return Standing(
        topic=row["topic"],
        holder=holder,
        subject=_to_actor(row["subject"]),
        value=row["value"],
        content=_to_spans(row["content"]),
        when=_to_when(row["when"]),
        until=_to_when(row["until"]),
        conditions=_to_spans(row["conditions"]) or (),
        in_return_for=row["in_return_for"],
        status=Status(row["status"]),
        **_to_common(row),
    )


def _to_role(row: dict[str, Any]) -> Role:
    actor = _to_actor(row["actor"])
    if actor is None:
        raise KeyError("actor")
    return Role(
        actor=actor,
        title=row["title"],
        of=row["of"],
        country=row["country"],
        sector=row["sector"],
        on=_to_day(row["on"]),
        former=row["former"],
        evidence=_to_spans(row["evidence"]) or (),
    )
