"""The records of an explanation of events: one `Account` for each word that was or might be taken for an act."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.records import Span


class Outcome(StrEnum):
    """What came of a word: an event, or why there is none."""

    EVENT = "event"
    NO_TRIGGER = "no trigger"  # neither a rule nor the event head takes the word for an act
    STATUS = "status suppressed"  # the act is only asked for, promised, refused or given up
    NO_PARTIES = "no parties"
    SILENCE = "silence"  # sport, trade, crime, theatre, or long ago
    NONE = "none by the head"  # the event head is sure that it is no act
    INNER = "counted inside"  # another event inside the clause counts in its stead
    UNSURE = "too unsure"  # its confidence is too small for a reading


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule of the lexicon in words: what it fires on, what it asks of the words around, whom it seeks where.

    `met` are the words that met its conditions; `unmet` is the first condition that does not hold, "" where all do.
    """

    id: str
    type: str
    mode: str | None
    cameo: str | None
    part: str
    words: tuple[str, ...]
    conditions: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    flags: tuple[str, ...]
    yes: str
    no: str
    met: tuple[str, ...] = ()
    unmet: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """One type at a trigger: `heads` its probability by the event head alone, `bonus` what the rule adds to the
    logarithm of it, `chance` the probability that both together give.
    """

    type: str
    heads: float
    bonus: float
    chance: float


@dataclass(frozen=True, slots=True)
class HeadTold:
    """What the event head makes of a trigger; probabilities by label, likeliest first.

    `likely`: that the word names an event at all, None where it is not even a hint. `modes` are those of the event's
    type, as shares of it. `fact` runs from -1 (did not happen) to 1. `actors` and `recipients` are the words that it
    takes for the parties.
    """

    likely: float | None
    types: tuple[tuple[str, float], ...]
    modes: tuple[tuple[str, float], ...]
    statuses: tuple[tuple[str, float], ...]
    fact: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A word that bears on the status, and what it makes of the act: planned, denied, suppress ..."""

    words: str
    effect: str
    why: str


@dataclass(frozen=True, slots=True)
class StatusTold:
    """The status of the act: of the rules with their steps, of the head, and what was written ("" for none).

    `bonus` is what the rules add to the logarithm of the head's probability of their status.
    """

    rules: str
    head: str
    bonus: float
    status: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PartyTold:
    """A party of the act, on which side, and how it was found; `inferred`: it is not named in the clause.

    `span` is where it was read, None where it is implied.
    """

    side: str
    name: str
    country: str | None
    sector: str | None
    words: str
    span: Span | None
    how: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """One more thing that was read, its value, and from where."""

    what: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Rival:
    """What else it could have been: a type with its probability, or, without one, a rule that fits too."""

    type: str
    chance: float | None
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Account:
    """Why there is an event at the words `span` of the report, or why none.

    `entry` is the event's id, "" for none; `joined`: these words tell it again, its entry began elsewhere. `rule` is
    None where only the head saw the act, or nobody did; `others` are rules that fit too, or, without a trigger, those
    of the word that do not fit.
    """

    words: str
    span: Span
    sentence: Span
    outcome: Outcome
    why: str
    entry: str = ""
    joined: bool = False
    type: str = ""
    mode: str | None = None
    rule: RuleTold | None = None
    others: tuple[RuleTold, ...] = ()
    head: HeadTold | None = None
    weights: tuple[Weight, ...] = ()
    status: StatusTold | None = None
    parties: tuple[PartyTold, ...] = ()
    details: tuple[Detail, ...] = ()
    rivals: tuple[Rival, ...] = ()
