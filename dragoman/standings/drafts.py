"""What a rule found before it is a Standing: topic, value, sides and the token that says it."""

from dataclasses import dataclass

from dragoman.records import Event, Spans, Status, When
from dragoman.standings.slots import Side


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads make of a draft: how likely its topic stands near its words.

    For drafts of their own also how likely its value is, and, on average, the parties that the sentence names.
    """

    chance: float
    value: float = 0.0
    sides: float = 0.0


@dataclass
class Draft:
    """A standing in the making. `i` is the token that says it, `used` are other tokens that belong to the wording.

    `confidence` is that of its rule, `sure` how likely it is right with all that is known (`calibrated`).
    `seen` is what the heads make of it, None without them; `status` theirs where no rule gives one.
    `within` is the draft whose condition this one is: what is asked by it is asked on the same day.
    """

    i: int
    topic: str
    value: str
    light: str
    holder: Side
    subject: Side
    rule: str
    confidence: float
    conditions: Spans = ()
    event: Event | None = None
    used: tuple[int, ...] = ()
    now: bool = False
    guessed: bool = False
    more: Spans = ()
    when: When | None = None
    seen: Seen | None = None
    sure: float = 0.0
    status: Status | None = None
    within: "Draft | None" = None
