"""What a report says that somebody is: an office or trade, of whom, on the report's day."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.actor import Actor
from dragoman.records.spans import Spans


@dataclass(frozen=True, slots=True)
class Role:
    """A role learned from the words around a name ("Vice Foreign Minister NAME", "NAME, who heads the delegation").

    `title` is the report's own word for it in lower case; `of` names the body, group, person or state it is held in,
    None if unsaid. `country` is ISO 3166 alpha-3, `sector` PLOVER's, None if the report does not tell. `on` is the
    report's day, not the day of appointment; `former` says that the role was over by then. `evidence` are the words.
    """

    actor: Actor
    title: str
    of: str | None = None
    country: str | None = None
    sector: str | None = None
    on: date | None = None
    former: bool = False
    evidence: Spans = ()
