"""What the coder thinks of one trigger on the way to its events, noted as it goes; `explaining` tells it afterwards."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.records import Event, Status

if TYPE_CHECKING:
    from dragoman.events.heads import Verdict
    from dragoman.events.parties import Parties
    from dragoman.events.triggers import Trigger


@dataclass(slots=True)
class Thought:
    """One trigger as it was found, and what came of it; a field stays empty where the way ended before it.

    `status` is that of the rules, None where the act is only asked for or given up; `chosen` has the first rule whose
    `parties` fit; `silent`: the act is outside politics; `inner`: another act inside it counts in its stead. `events`
    are as first told, before tellings of one act are joined.
    """

    trigger: "Trigger"
    status: Status | None = None
    chosen: "Trigger | None" = None
    parties: "Parties | None" = None
    silent: bool = False
    verdict: "Verdict | None" = None
    inner: bool = False
    events: list[Event] = field(default_factory=list)
