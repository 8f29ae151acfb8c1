"""The records that a user's own codebook is loaded into: types, rules over words, example sentences, faults."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dragoman.errors import OwnCodebookError
from dragoman.records import Span, Spans


class Level(StrEnum):
    """How grave a fault is: with an error the codebook cannot be used; a gap or a hint only makes it weaker."""

    ERROR = "error"
    GAP = "gap"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line of the file (counted from 1), and what to do."""

    line: int
    level: Level
    message: str
    advice: str = ""

    def told(self, file: str) -> str:
        """One line, as in "sea.yaml:12: error: type 'BOARD' has no definition; say in a sentence what counts"."""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{file}:{self.line}: {self.level}: {self.message}{advice}"


class FaultyCodebook(OwnCodebookError):  # noqa: N818 - named for what was seen
    """A codebook with errors; `faults` are all that were found, in the order of the file."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        errors = [fault for fault in faults if fault.level is Level.ERROR]
        more = f" (and {len(errors) - 1} more: `dragoman codebook check {file}` lists them)" if len(errors) > 1 else ""
        advice = f"{errors[0].advice[:1].upper()}{errors[0].advice[1:]}"
        advice += "." if advice and not advice.endswith("?") else ""
        super().__init__(errors[0].message + more, f"{file}:{errors[0].line}", advice)
        self.args = (file, faults)  # so that it survives pickling between processes
        self.file = file
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the file without its marks; the marked places are spans of `text`.

    Of a sentence that must not be coded (`not:`) `type` is the one that it must not be, None for every type. `number`
    counts the sentences of a type from 1, those of its rules after its own.
    """

    text: str
    line: int
    type: str | None
    number: int = 0
    mode: str | None = None
    trigger: Span | None = None
    actors: Spans = ()
    recipients: Spans = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A condition of a rule: one of `words` (lemmas, "water cannon" with a blank) fills one of the slots `slot` names.

    `kinds` are ACTOR (somebody with a name or office), NUMBER and ANY (the slot is filled); `negated` stands for
    `unless`.
    """

    slot: str
    words: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule over words. `words` are (V, N or A; lemma of the trigger; the other words of "open fire", "cut off").

    `actor` and `recipient` are the user's names of slots in the order in which they are tried; `need` is any, both,
    actor, recipient or nobody. `examples` must fire, `nots` must not.
    """

    id: str
    line: int
    type: str
    words: tuple[tuple[str, str, tuple[str, ...]], ...]
    mode: str | None = None
    wanted: tuple[Wanted, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    need: str = "any"
    examples: tuple[Example, ...] = ()
    nots: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnType:
    """A type of the user's. `quad` is PLOVER's class or one of the user's own; `like` the PLOVER type it behaves as."""

    name: str
    line: int
    definition: str
    quad: str | None = None
    like: str | None = None
    cameo: str | None = None
    modes: Mapping[str, str] | None = None
    rules: tuple[OwnRule, ...] = ()
    examples: tuple[Example, ...] = ()
    nots: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # one is the same only as itself, so that what is made of it is kept
class OwnCodebook:
    """A user's codebook. `digest` names its content, `lists` are its lists of words by name.

    `nots` are sentences that no type may take.

    `nearest` says whether sentences near the examples are coded too; `threshold` and `margin` are None where they are
    to be found from the examples. `faults` are gaps and hints, never errors.
    """

    name: str
    file: str
    digest: str
    types: Mapping[str, OwnType]
    lists: Mapping[str, tuple[str, ...]]
    also_plover: bool = False
    nearest: bool = True
    threshold: float | None = None
    margin: float | None = None
    nots: tuple[Example, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def mark(self) -> str:
        """Name and content in a word, for the `coder` of a reading."""
        return f"{self.name} {self.digest}"

    @property
    def rules(self) -> tuple[OwnRule, ...]:
        """The rules of all types in the order of the file."""
        return tuple(rule for type in self.types.values() for rule in type.rules)
