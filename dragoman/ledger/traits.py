"""A stored entry and its report's text to the few facts by which it is matched with entries of other reports."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Final

import msgspec

from dragoman.ledger import same_words, unsaid
from dragoman.records import (
    Actor,
    ActorKind,
    Entry,
    Event,
    Place,
    Span,
    Spans,
    Standing,
    Statement,
    When,
    overlap,
    words_of,
)

TELLING: Final = 4  # stems of evidence that tell of what, where the content does not
MOST: Final = 60  # stems of one entry: longer evidence adds noise
SAME: Final = 4  # first letters that a state and its people share
PERSON: Final = ActorKind.PERSON
POINTING: Final = frozenset(same_words.stems(sorted(unsaid.POINTING)))  # "promised" tells nothing of what


class Traits(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What same-event matching weighs of one entry. Days are proleptic ordinals (`date.toordinal`).

    `family` is "statement", "event" or "standing"; `label` an event's type, a standing's topic, a statement's class;
    `value` its mode, value or form. `sources` and `targets` are sides ("CHN"), `actors` and `recipients` the actors'
    own ids, `persons` those of people among them; `lands` and `other_lands` are the countries of actors and
    recipients, a side where there is none ("nato"). `start` and `end` bound the time that the entry asserts, None
    where it is unsaid or open. `words` are stems of its evidence or content without the parties' names, `names` those
    of them that are written with a capital, `trigger` those of the trigger and `acts` the kinds of act that it names.
    `numbers` are figures by name, `meaning` is of `dragoman.meaning`, b"" for none. `told` is 1 where an actor, plus 2
    where a recipient is named in the evidence itself and not taken from the text around. `around` are the stems of a
    standing's evidence beside its content.
    """

    family: str
    label: str
    value: str = ""
    status: str = ""
    quad: str = ""
    sources: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    other_lands: frozenset[str] = frozenset()
    known: int = 0
    start: int | None = None
    end: int | None = None
    precision: str = ""
    anchor: str = ""
    place: str = ""
    land: str = ""
    lat: float | None = None
    lon: float | None = None
    numbers: dict[str, float] = {}
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    trigger: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    meaning: bytes = b""
    told: int = 0
    around: frozenset[str] = frozenset()


_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")
_DECODER: Final = msgspec.msgpack.Decoder(Traits)


def pack(found: Traits) -> bytes:
    """The bytes that `unpack` reads; equal traits give equal bytes."""
    return _ENCODER.encode(found)


@lru_cache(maxsize=4096)  # some 12 MB; entries of one matter are met again and again within days
def unpack(kept: bytes) -> Traits:
    """The traits that `pack` wrote. Raises msgspec.ValidationError or DecodeError when the bytes are not of it."""
    return _DECODER.decode(kept)


def traits(entry: Entry, *, text: str, known: date, sides: Callable[[Actor], str], meaning: bytes = b"") -> Traits:
    """The traits of an entry read from `text`, a report known on `known`; `sides` gives the side an actor acts for."""
    if isinstance(entry, Event):
        return _event(entry, text, known, sides, meaning)
    if isinstance(entry, Standing):
        return _standing(entry, text, known, sides, meaning)
    return _statement(entry, text, known, sides, meaning)


def _event(entry: Event, text: str, known: date, sides: Callable[[Actor], str], meaning: bytes) -> Traits:
    trigger = frozenset(same_words.stems(same_words.words(text[slice(*entry.trigger)])))
    return _made(
        ("event", entry.type, entry.mode or "", str(entry.status), entry.quad or ""),
        (entry.actors, entry.recipients, sides),
        (known, entry.when, entry.where),
        _words(text, entry.evidence, (*entry.actors, *entry.recipients)),
        numbers=_numbers(entry),
        trigger=trigger,
        meaning=meaning,
        told=_told(entry.actors, entry.evidence) + 2 * _told(entry.recipients, entry.evidence),
    )


def _standing(entry: Standing, text: str, known: date, sides: Callable[[Actor], str], meaning: bytes) -> Traits:
    subjects = (entry.subject,) if entry.subject else ()
    parties = (entry.holder, *subjects)
    content = entry.content or ()
    words = _words(text, content if unsaid.said(words_of(text, content)) else (), parties)
    if not words[0]:  # "in return": its evidence may tell of what, or it is of what the parties have open
        told = _words(text, entry.evidence, parties)
        words = told if len(told[0] - POINTING) >= TELLING else words
    made = _made(
        ("standing", entry.topic, entry.value, str(entry.status), ""),
        ((entry.holder,), subjects, sides),
        (known, entry.when, None),
        words,
        numbers=_numbers(entry),
        meaning=meaning,
    )
    beside = _words(text, entry.evidence, parties)[0] - words[0] - POINTING
    return msgspec.structs.replace(made, around=beside) if words[0] else made


def _statement(entry: Statement, text: str, known: date, sides: Callable[[Actor], str], meaning: bytes) -> Traits:
    speakers = (entry.speaker,) if entry.speaker else ()
    addressees = (entry.addressee,) if entry.addressee else ()
    return _made(
        ("statement", str(entry.attributes.get("class") or ""), str(entry.form), "", ""),
        (speakers, addressees, sides),
        (known, entry.date, None),
        _words(text, entry.content, ()),
        numbers={},
        meaning=meaning,
    )


Sides = tuple[tuple[Actor, ...], tuple[Actor, ...], Callable[[Actor], str]]
Words = tuple[frozenset[str], frozenset[str]]


def _made(
    heads: tuple[str, str, str, str, str],
    parties: Sides,
    around: tuple[date, When | None, Place | None],
    said: Words,
    *,
    numbers: dict[str, float],
    trigger: frozenset[str] = frozenset(),
    meaning: bytes = b"",
    told: int = 0,
) -> Traits:
    actors, recipients, sides = parties
    known, when, where = around
    everybody = (*actors, *recipients)
    return Traits(
        *heads,
        sources=frozenset(map(sides, actors)),
        targets=frozenset(map(sides, recipients)),
        actors=frozenset(a.id for a in actors),
        recipients=frozenset(a.id for a in recipients),
        persons=frozenset(a.id for a in everybody if a.kind is PERSON),
        lands=frozenset(a.country or sides(a) for a in actors),
        other_lands=frozenset(a.country or sides(a) for a in recipients),
        known=known.toordinal(),
        start=when.start.toordinal() if when and when.start else None,
        end=when.end.toordinal() if when and when.end else None,
        precision=str(when.precision) if when else "",
        anchor=str(when.anchor) if when else "",
        place=where.name.lower() if where else "",
        land=(where.country or "") if where else "",
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        numbers=numbers,
        words=said[0],
        names=said[1],
        trigger=trigger,
        acts=frozenset(same_words.acts(trigger)),
        meaning=meaning,
        told=told,
    )


def _told(actors: Iterable[Actor], evidence: Spans) -> bool:
    return any(a.mention and any(overlap(a.mention, span) for span in evidence) for a in actors)


def _numbers(entry: Entry) -> dict[str, float]:
    given = entry.attributes.items()
    return {k: float(v) for k, v in given if isinstance(v, int | float) and not isinstance(v, bool)}


def _words(text: str, spans: Iterable[Span], parties: Iterable[Actor]) -> Words:
    """Stems of the spans and those of names, the parties' own names left out unless they are people's."""
    spans = tuple(spans)
    own = _own(a.name for a in parties if a.kind is not PERSON)
    own |= _own(text[slice(*a.mention)] for a in parties if a.kind is not PERSON and a.mention and _told((a,), spans))
    found: dict[str, bool] = {}
    for start, end in spans:
        for n, word in enumerate(same_words.words(text[start:end])):
            root = same_words.root(word)
            if root and root not in own and root[:SAME] not in own and len(found) < MOST:
                found[root] = found.get(root, False) or (n > 0 and word[0].isupper())
    return frozenset(found), frozenset(root for root, name in found.items() if name)


def _own(names: Iterable[str]) -> set[str]:
    """Stems of the names with a capital and their openings: "Israeli" is of Israel, "Peruvian" of Peru."""
    roots = {root for name in names for root in same_words.stems(same_words.words(name))}
    return roots | {root[:SAME] for root in roots}
