"""A reading -> the rows that a ledger keeps of it, made before anything is locked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from itertools import chain
from typing import Any, Final
from urllib.parse import urlsplit
from zlib import crc32

import msgspec

from dragoman.ledger.copies import bands
from dragoman.ledger.same import keys, probes
from dragoman.ledger.sides import Sides, actors_of
from dragoman.ledger.traits import pack, traits
from dragoman.ledger.unsaid import said
from dragoman.records import (
    Actor,
    Entry,
    Event,
    Precision,
    Reading,
    Report,
    Spans,
    Standing,
    Statement,
    When,
    digest,
    within,
    words_of,
)
from dragoman.records.wire import entry_to_dict, role_to_dict, to_dict

Row = dict[str, Any]

ABOUT: Final = 8  # actors that a statement is about, at most: a communique of a summit names dozens


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """The row of an entry without its number, the rows of its parties and pairs, and the hashes it is matched by."""

    row: Row
    parties: tuple[Row, ...]
    pairs: tuple[Row, ...]
    keys: tuple[int, ...]
    probes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """All rows of a reading, those that refer to one another without their numbers."""

    version: Row
    bands: tuple[int, ...]
    coding: Row
    entries: tuple[EntryDraft, ...]
    actors: tuple[Row, ...]
    roles: tuple[Row, ...]
    undated: Reading | None = None  # of a report without date, whose rows hang on the day of adding


def draft(reading: Reading, *, added: str) -> Draft:
    """The rows of a reading that is added at the stamp `added` (ISO, UTC)."""
    version = version_row(reading.report, added)
    sides = Sides(reading)
    entries = tuple(entry_drafts(reading, date.fromisoformat(version["known"]), sides))
    return Draft(
        version=version,
        bands=bands(reading.report.text),
        coding=_coding(reading, version["version"], added),
        entries=entries,
        actors=_actors(reading, sides),
        roles=tuple(_roles(reading)),
        undated=None if version["dated"] else reading,
    )


def redrafted(made: Draft, known: str) -> Draft:
    """The draft of a report without date that became known on the day `known` already."""
    if made.undated is None or made.version["known"] == known:
        return made
    again = draft(made.undated, added=known)
    return replace(made, entries=again.entries, version={**made.version, "known": known})


def entry_drafts(reading: Reading, known: date, sides: Sides, only: str | None = None) -> Iterator[EntryDraft]:
    """The rows of a reading's entries, or of the one whose id is `only`; its report was known on the day `known`."""
    text = reading.report.text
    for entry, about in _all(reading):
        if only is None or entry.id == only:
            meaning = reading.meanings.get(entry.id, b"")
            yield entry_draft(entry, text=text, known=known, sides=sides, meaning=meaning, about=about)


def version_row(report: Report, added: str) -> Row:
    """The row of a report as it was published; its id is a hash of all that the publisher gave."""
    published, updated = _day(report.published), _day(report.updated)
    known = max((day for day in (published, updated) if day), default=None)
    given = (report.id, digest(report.text, size=16), report.title, published, updated)
    body = {key: value for key, value in to_dict(Reading(report, (), (), (), (), "")).items() if key in BODY}
    return {
        "version": digest(*(part or "" for part in (*given, report.source, report.carrier, report.agency, report.url))),
        "report": report.id,
        "text": report.text,
        "text_digest": given[1],
        "title": report.title,
        "published": published,
        "updated": updated,
        "known": known or added[:10],
        "dated": known is not None,
        "source": report.source,
        "carrier": report.carrier or host(report.url),
        "agency": report.agency,
        "url": report.url,
        "body": _json(body),
        "added": added,
    }


def host(url: str | None) -> str | None:
    """Who carries a report, by its address: "www.example.org" is example.org; None where there is none."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


BODY: Final = ("datelines", "language", "byline", "boiler", "dateline", "carrier")
"""Keys of a reading's JSON that tell of the report and have no column of their own; the carrier as it was given."""


def _coding(reading: Reading, version: str, added: str) -> Row:
    kept = to_dict(reading)
    content = blake2b(_json([kept[k] for k in ("statements", "events", "standings", "roles")]).encode(), digest_size=8)
    body = _json({key: kept[key] for key in ("findings", "sentences", "roles")})
    coding = digest(version, reading.coder, content.hexdigest())
    return {"coding": coding, "coder": reading.coder, "body": body, "added": added}


def _all(reading: Reading) -> Iterator[tuple[Entry, tuple[Actor, ...]]]:
    """Each entry with the actors that it is about beside its own parties: those told of in a statement's words."""
    told_of: tuple[Entry, ...] = (*reading.events, *reading.standings)
    others = [(entry.evidence, tuple(own(entry))) for entry in told_of]
    for statement in reading.statements:
        told = chain.from_iterable(actors for evidence, actors in others if _covers(statement.content, evidence))
        yield statement, tuple({actor.id: actor for actor in told}.values())[:ABOUT]
    for entry in told_of:
        yield entry, ()


def _covers(outer: Spans, inner: Spans) -> bool:
    """Whether each of `inner` lies in one of `outer`."""
    return bool(inner) and all(any(within(i, o) for o in outer) for i in inner)


def own(entry: Entry) -> Iterator[Actor]:
    """The parties of an entry, its source left out."""
    for _, actor in roles_of(entry):
        yield actor


def roles_of(entry: Entry) -> Iterator[tuple[str, Actor]]:
    """The parties of an entry with their roles, in the order of the record."""
    if isinstance(entry, Event):
        yield from (("actor", actor) for actor in entry.actors)
        yield from (("recipient", actor) for actor in entry.recipients)
    elif isinstance(entry, Standing):
        yield "holder", entry.holder
        if entry.subject:
            yield "subject", entry.subject
    else:
        if entry.speaker:
            yield "speaker", entry.speaker
        if entry.addressee:
            yield "addressee", entry.addressee


def entry_draft(
    entry: Entry, *, text: str, known: date, sides: Sides, meaning: bytes, about: tuple[Actor, ...] = ()
) -> EntryDraft:
    """The rows of one entry read from `text`, a report known on the day `known`."""
    kept = traits(entry, text=text, known=known, sides=sides, meaning=meaning)
    row = {**_columns(entry, text, sides), "body": _json(entry_to_dict(entry)), "traits": pack(kept)}
    if row["family"] == "standing" and not kept.words:
        row["words"] = ""  # a party's name, or a day, is no content
    elif row["family"] == "standing" and not row["words"]:
        row["words"] = row["quote"]
    row["day"] = _sorted_by(when_of(entry)) or known.isoformat()
    parties = tuple(_parties(entry, about, sides, row))
    return EntryDraft(
        row=row,
        parties=parties,
        pairs=tuple(_pairs(parties, row)),
        keys=hashes(keys(kept)),
        probes=hashes(probes(kept)),
    )


def hashes(words: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers under 2^62 for the words of keys, ascending; a table of numbers is a third of one of words.

    First comes the span of days that a key ends in, then a hash of its first words (family and party), then one of
    all: keys of one day and party stand side by side, so that storing a report touches few pages of the table.
    """
    return tuple(sorted(set(map(_hash, words))))


def _hash(key: str) -> int:
    what, _, span = key.rpartition("|")
    head = what.rpartition("|")[0]
    return int(span) << 44 | crc32(head.encode()) >> 16 << 28 | crc32(what.encode()) >> 4


def when_of(entry: Entry) -> When | None:
    """The time that an entry asserts: of a statement the day of speaking."""
    return entry.date if isinstance(entry, Statement) else entry.when


def _columns(entry: Entry, text: str, sides: Sides) -> Row:
    when = when_of(entry)
    by_role = list(roles_of(entry))
    first = next((a for role, a in by_role if role in FIRST), None)
    second = next((a for role, a in by_role if role not in FIRST), None)
    return {
        "id": entry.id,
        "family": family_of(entry),
        "start": _day(when.start) if when else None,
        "end": _day(when.end) if when else None,
        "precise": bool(when and when.start and when.start == when.end and when.precision is Precision.DAY),
        "source": sides(first) if first else None,
        "target": sides(second) if second else None,
        "holder": first.id if first else None,
        "subject": second.id if second else None,
        "according": entry.according_to.id if entry.according_to else None,
        "confidence": round(entry.confidence, 2),
        "quote": words_of(text, entry.evidence),
        **_of_family(entry, text),
    }


FIRST: Final = frozenset(("actor", "holder", "speaker"))
_NOTHING: Final[Mapping[str, None]] = dict.fromkeys(("status", "until", "goldstein", "quad", "kind", "place"))


def family_of(entry: Entry) -> str:
    """Statement, event or standing."""
    return type(entry).__name__.lower()


def _of_family(entry: Entry, text: str) -> Row:
    """The columns that the three families fill in different ways."""
    if isinstance(entry, Statement):
        label = str(entry.attributes.get("class") or "say")
        return {**_NOTHING, "label": label, "value": str(entry.form), "words": words_of(text, entry.content)}
    if isinstance(entry, Event):
        return {
            **_NOTHING,
            "label": entry.type,
            "value": entry.mode,
            "status": str(entry.status),
            "goldstein": entry.goldstein,
            "quad": entry.quad,
            "place": entry.where.name if entry.where else None,
            "words": text[slice(*entry.trigger)],
        }
    return {
        **_NOTHING,
        "label": entry.topic,
        "value": entry.value,
        "status": str(entry.status),
        "until": _until(entry.until),
        "kind": _words(entry.attributes.get("kind")),
        "place": _place(entry),
        "words": said(words_of(text, entry.content or ())),
    }


def _until(when: When | None) -> str | None:
    return _day(when.end or when.start) if when else None


def _words(value: object) -> str | None:
    return None if value is None else "; ".join(value) if isinstance(value, tuple) else str(value)


def _place(standing: Standing) -> str | None:
    """The place that is part of what a standing is of: the territory of control, the city of a mission."""
    if standing.topic == "control" and standing.subject:
        return standing.subject.id
    return _words(standing.attributes.get("place"))


def _sorted_by(when: When | None) -> str | None:
    """The day that a time is sorted by: its start, but the end of an open stretch ("since 1991", "months ago")."""
    if when is None:
        return None
    first, last = (when.end, when.start) if when.precision is Precision.INTERVAL else (when.start, when.end)
    return _day(first or last)


def _parties(entry: Entry, about: tuple[Actor, ...], sides: Sides, row: Row) -> Iterator[Row]:
    told = [*roles_of(entry), *(("about", actor) for actor in about)]
    if entry.according_to:
        told.append(("according", entry.according_to))
    for place, (role, actor) in enumerate(told):
        side = sides(actor)
        yield {
            "place": place,
            "role": role,
            "actor": actor.id,
            "side": side,
            "family": row["family"],
            "day": row["day"],
        }


def _pairs(parties: tuple[Row, ...], row: Row) -> Iterator[Row]:
    """The pairs of sides that an entry is between: each first party with each other one."""
    ones = [p["side"] for p in parties if p["role"] in FIRST]
    others = [p["side"] for p in parties if p["role"] not in FIRST and p["role"] != "according"]
    found = {tuple(sorted((one, other))) for one in ones for other in others if one != other}
    for low, high in sorted(found):
        yield {"low": low, "high": high, "family": row["family"], "day": row["day"]}


def _actors(reading: Reading, sides: Sides) -> tuple[Row, ...]:
    found = {(a.id, a.name, a.country or "", a.sector or "", str(a.kind), sides(a)): None for a in actors_of(reading)}
    names = ("id", "name", "country", "sector", "kind", "side")
    return tuple(dict(zip(names, values, strict=True)) for values in sorted(found))


def _roles(reading: Reading) -> Iterator[Row]:
    for place, role in enumerate(reading.roles):
        told = role_to_dict(role)
        told["quote"] = words_of(reading.report.text, role.evidence)
        told |= {"place": place, "name": role.actor.name, "actor": role.actor.id}
        yield {key: told[key] for key in ROLE}


ROLE: Final = ("place", "actor", "name", "title", "of", "country", "sector", "on", "former", "quote")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
