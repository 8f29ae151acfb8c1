"""What a rule found before it is a Standing: topic, value, sides and the token that says it."""

from dataclasses import dataclass

from dragoman.records import Event, Spans, When
from dragoman.standings.slots import Side


@dataclass
class Draft:
    """A standing in the making. `i` is the token that says it, `used` are other tokens that belong to the wording."""

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
