"""A stored entry as the folding and the queries take it: the few columns they weigh, without the entry's whole body."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of one reading, with what its report adds. Days are ISO strings ("2021-08-17"), which sort as days do.

    `row` is the store's own number, good within one connection and never shown; `id` is the entry's id. `label` is an
    event's type, a standing's topic, a statement's class; `value` an event's mode, a standing's value, a statement's
    form. `source` and `target` are sides: ids of the actors that the first actor (holder, speaker) and the first
    recipient (subject, addressee) act for ("CHN" for its spokeswoman), `holder` and `subject` those actors' own ids.
    `start` and `end` bound the time that the entry asserts, None is open or unsaid; `precise` says that both name a
    day. `day` is the day it is sorted by: start, else end, else the day it was known. `known` is the
    publication (UTC), `dated` False where it is the day of adding. `kind` and `place` are parts of a mission's
    identity, `words` the words of a content, "" for none. `report` is the row of the report's version.
    """

    row: int
    id: str
    report: int
    family: str  # "statement", "event" or "standing"
    label: str
    value: str | None
    status: str | None
    day: str
    known: str
    dated: bool = True
    start: str | None = None
    end: str | None = None
    precise: bool = False
    until: str | None = None
    source: str | None = None
    target: str | None = None
    holder: str | None = None
    subject: str | None = None
    according: str | None = None
    confidence: float = 1.0
    goldstein: float | None = None
    quad: str | None = None
    kind: str | None = None
    place: str | None = None
    words: str = ""
    judged: str | None = None  # "confirmed", "edited": what a person said of it; rejected lines are not given
