"""Facts and wordings -> the text of a made report, with the entries that it tells of and their spans."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from dragoman.records import (
    Actor,
    ActorKind,
    Anchor,
    Entry,
    Event,
    Form,
    Place,
    Precision,
    Span,
    Standing,
    Statement,
    Status,
    When,
    entry_id,
)

SIZE: Final = 64  # bytes of a meaning
EVEN: Final = bytes((b * 173 // 256 - 86) % 256 for b in range(256))  # any byte -> one of a vector as long as ours
MARK: Final = re.compile(r"\[(\w+)\]|([*^<>])")


def id_of(name: str) -> str:
    """A name as an id."""
    return name.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that reports tell of, and all that its wordings name."""

    family: str
    kind: dict[str, Any]
    a: Actor
    b: Actor
    speaker: Actor
    town: str
    matter: str
    number: int
    day: date
    meaning: bytes


class Page:
    """A text that grows by pieces, with the entries that were told in it."""

    def __init__(self, report: str, known: date | None) -> None:
        self.report, self.known = report, known
        self.pieces: list[str] = []
        self.length = 0
        self.entries: list[Entry] = []
        self.sentences: list[Span] = []
        self.meanings: dict[str, bytes] = {}
        self.last: Fact | None = None

    def put(self, words: str) -> Span:
        """Adds words; their span."""
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return start, self.length

    def passage(self, rng: random.Random, fact: Fact | None, wording: str, *, counts: bool) -> None:
        """Adds a sentence, and the entry that it tells of if it `counts`."""
        if fact is None:
            return
        start, found = self.length, {}
        opened = 0
        for mark, words in _parsed(wording):
            if mark == "":
                self.put(words)
            elif mark in "*^":
                found[mark] = self.put(words)
            elif mark == "<":
                opened = self.length
            elif mark == ">":
                found["content"] = opened, self.length
            else:
                found[mark] = self.put(self._named(fact, mark))
        end = self.length
        self.put("\n\n" if rng.random() < 0.5 else " ")
        self.sentences.append((start, end))
        self.last = fact
        if counts:
            self._told(rng, fact, (start, end), found)

    def _named(self, fact: Fact, mark: str) -> str:
        if mark == "day":
            day = fact.day
            near = self.known and (self.known - day).days < 6
            return f"on {day:%A}" if near else f"on {day.day} {day:%B %Y}"
        return {
            "a": fact.a.name, "b": fact.b.name, "p": fact.speaker.name, "t": fact.town, "x": fact.matter,
            "n": str(fact.number),
        }[mark]  # fmt: skip

    def _told(self, rng: random.Random, fact: Fact, sentence: Span, found: dict[str, Span]) -> None:
        entry = _MAKERS[fact.family](self.report, fact, sentence, found, round(rng.uniform(0.5, 0.97), 2))
        if any(e.id == entry.id for e in self.entries):
            return
        self.entries.append(entry)
        meaning = bytearray(fact.meaning)
        for at in rng.sample(range(SIZE), 10):
            meaning[at] = EVEN[rng.randrange(256)]
        self.meanings[entry.id] = bytes(meaning)


@cache
def _parsed(wording: str) -> tuple[tuple[str, str], ...]:
    """A wording as (mark, words); a trigger or cue is one piece with its words."""
    out: list[tuple[str, str]] = []
    at, inside = 0, ""
    for match in MARK.finditer(wording):
        if match.start() > at:
            out.append((inside, wording[at : match.start()]))
        if match[1]:
            out.append((match[1], ""))
        elif match[2] in "*^":
            inside = "" if inside else match[2]
        else:
            out.append((match[2], ""))
        at = match.end()
    if at < len(wording):
        out.append(("", wording[at:]))
    return tuple(out)


def _when(fact: Fact, found: dict[str, Span]) -> When | None:
    return When(fact.day, fact.day, Precision.DAY, Anchor.PUBLISHED, found["day"]) if "day" in found else None


def _seen(actor: Actor, mention: Span | None) -> Actor:
    return Actor(actor.id, actor.name, actor.country, actor.sector, actor.kind, actor.acts_for, mention)


def _event(report: str, fact: Fact, sentence: Span, found: dict[str, Span], sure: float) -> Event:
    kind = fact.kind
    figure = {kind["figure"]: fact.number} if "figure" in kind and "n" in found else {}
    return Event(
        entry_id(report, "event", found["*"], kind["type"]), kind["type"], kind.get("mode"), found["*"],
        (_seen(fact.a, found.get("a")),), (_seen(fact.b, found.get("b")),), Status.HAPPENED, (sentence,), sure,
        "made:event", cameo=kind["cameo"], goldstein=kind["goldstein"], quad=kind["quad"], when=_when(fact, found),
        where=Place(fact.town, fact.b.country, mention=found["t"]) if kind.get("placed") and "t" in found else None,
        attributes=dict(figure),
    )  # fmt: skip


def _statement(report: str, fact: Fact, sentence: Span, found: dict[str, Span], sure: float) -> Statement:
    kind = fact.kind
    return Statement(
        entry_id(report, "statement", found["content"], kind["class"]), _seen(fact.speaker, found.get("p")),
        (found["content"],), Form(kind["form"]), (sentence,), sure, "made:statement",
        addressee=_seen(fact.b, found["b"]) if "b" in found and kind["form"] == "indirect" else None,
        cue=found["^"], date=_when(fact, found), attributes={"class": kind["class"]},
    )  # fmt: skip


def _standing(report: str, fact: Fact, sentence: Span, found: dict[str, Span], sure: float) -> Standing:
    kind = fact.kind
    subject = _seen(fact.b, found.get("b"))
    if kind.get("place"):
        subject = Actor(f"place:{id_of(fact.town)}", fact.town, fact.b.country, None, ActorKind.PLACE, None, found["t"])
    attributes = {"kind": kind["kind"], "place": fact.town} if "kind" in kind else {}
    return Standing(
        entry_id(report, "standing", found.get("content", sentence), kind["topic"]), kind["topic"],
        _seen(fact.a, found.get("a")), subject, kind["value"], Status(kind.get("status", "happened")), (sentence,),
        sure, "made:standing", content=(found["content"],) if "content" in found else None, when=_when(fact, found),
        attributes=dict(attributes),
    )  # fmt: skip


_MAKERS: Final[dict[str, Callable[..., Entry]]] = {"event": _event, "statement": _statement, "standing": _standing}
