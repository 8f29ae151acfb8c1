"""An entry and what a person sets of it -> the entry as that person would have it; the codebook fills in the rest."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

import msgspec

from dragoman.codebook import codebook
from dragoman.errors import JudgementError
from dragoman.records import Actor, Entry, Event, Precision, Standing, Statement
from dragoman.records.wire import entry_from_dict, entry_to_dict

ACTORS: Final = frozenset(("actors", "recipients"))  # lists of actors
ACTOR: Final = frozenset(("speaker", "addressee", "holder", "subject", "according_to"))
TIMES: Final = frozenset(("when", "until", "date"))
FIELDS: Final[Mapping[type, tuple[str, ...]]] = {
    Statement: ("speaker", "addressee", "date", "form", "venue", "according_to"),
    Event: ("type", "mode", "status", "actors", "recipients", "when", "according_to"),
    Standing: ("topic", "value", "status", "holder", "subject", "when", "until", "according_to"),
}
"""What may be set of an entry; where its words stand is the report's, and how sure the coder was is the coder's."""


def change_of(entry: Entry, given: Mapping[str, str], named: Callable[[str], Actor]) -> dict[str, Any]:
    """What a person's `given` fields set, in the form of schema 1; "" or "none" takes a value away.

    `named` gives the actor of an id or name. Actors are separated by ";", a time is DAY or DAY..DAY.
    Raises JudgementError for a field or a value that cannot be.
    """
    change = {field: _value(entry, field, words.strip(), named) for field, words in sorted(given.items())}
    if not change:
        allowed = ", ".join(FIELDS[type(entry)])
        raise JudgementError("nothing is set", entry.id, f"Set any of {allowed}, as in type=COERCE.")
    edited(entry, change)
    return change


def _value(entry: Entry, field: str, words: str, named: Callable[[str], Actor]) -> Any:
    if field not in FIELDS[type(entry)]:
        kind, allowed = type(entry).__name__.lower(), ", ".join(FIELDS[type(entry)])
        raise JudgementError(f"a {kind} has no {field!r} to set", entry.id, f"It has {allowed}.")
    nothing = words.lower() in ("", "none")
    if field in ACTORS:
        return [] if nothing else [_actor(named(word.strip())) for word in words.split(";")]
    if nothing:
        return None
    if field in ACTOR:
        return _actor(named(words))
    return _time(entry, words) if field in TIMES else words


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id, "name": actor.name, "country": actor.country, "sector": actor.sector, "mention": None,
        "kind": str(actor.kind), "acts_for": actor.acts_for,
    }  # fmt: skip


def _time(entry: Entry, words: str) -> dict[str, Any]:
    first, _, last = words.partition("..")
    try:
        start, end = _day(first), _day(last or first)
    except ValueError as error:
        advice = "Write 2021-08-17 or 2021-08-01..2021-08-17."
        raise JudgementError(f"{words!r} is no time", entry.id, advice) from error
    if start and end and start > end:
        raise JudgementError(f"{words!r} ends before it begins", entry.id, "Write the earlier day first.")
    precision = Precision.DAY if start == end else Precision.INTERVAL
    return {"start": start, "end": end, "precision": str(precision), "anchor": "stated", "text": None}


def _day(words: str) -> str | None:
    return date.fromisoformat(words.strip()).isoformat() if words.strip() else None


def edited(entry: Entry, change: Mapping[str, Any]) -> Entry:
    """The entry with `change` in its place. Raises JudgementError where that is no entry of the codebook's."""
    family = type(entry).__name__.lower()
    row = entry_to_dict(entry) | dict(change)
    try:
        made = entry_from_dict(family, msgspec.json.decode(msgspec.json.encode(row)))
    except (KeyError, ValueError, TypeError) as error:
        advice = "See docs/ledger.md for what fields hold."
        raise JudgementError(f"this cannot be set: {error}", entry.id, advice) from error
    if isinstance(made, Event):
        return _coded(made, change)
    if isinstance(made, Standing):
        _check_standing(made, change)
    return made


def _coded(event: Event, change: Mapping[str, Any]) -> Event:
    """The event with the numbers of its type, where that was changed."""
    if not {"type", "mode"} & set(change):
        return event
    book = codebook()
    kind = book.types.get(event.type)
    if kind is None:
        raise JudgementError(f"PLOVER has no type {event.type!r}", event.id, f"It has {', '.join(book.types)}.")
    mode = event.mode if "mode" in change or event.mode in kind.modes else None
    if mode is not None and mode not in kind.modes:
        modes = ", ".join(kind.modes) or "none"
        raise JudgementError(f"{event.type} has no mode {mode!r}", event.id, f"It has {modes}.")
    cameo = book.cameo_of(event.type, mode)
    score = book.cameo[cameo].goldstein if cameo else None
    return replace(event, mode=mode, cameo=cameo, goldstein=score, quad=kind.quad)


def _check_standing(standing: Standing, change: Mapping[str, Any]) -> None:
    if not {"topic", "value"} & set(change):
        return
    topics = codebook().topics
    topic = topics.get(standing.topic)
    if topic is None:
        raise JudgementError(f"there is no topic {standing.topic!r}", standing.id, f"Topics are {', '.join(topics)}.")
    if standing.value not in topic.values:
        values = ", ".join(topic.values)
        raise JudgementError(f"{standing.topic} has no value {standing.value!r}", standing.id, f"It has {values}.")
