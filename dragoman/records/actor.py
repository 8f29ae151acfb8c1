"""Actors and the mentions of them in a report."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.records.spans import Span


class ActorKind(StrEnum):
    """What sort of actor it is (model.md)."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    PERSON = "person"
    ARMED_GROUP = "armed group"
    PARTY = "party"
    COMPANY = "company"
    ORGANISATION = "international organisation"
    PEOPLE = "people"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """A political actor as read at one place of a report.

    `id` is stable across versions of the registry ("CHN", "taliban", "person:hua-chunying"). `country` is ISO 3166
    alpha-3 or None, `sector` a PLOVER sector or None ("GOV"); both hold at the report's date. `acts_for` is the id
    of the actor it stands for: a spokeswoman's ministry or state. `mention` is where it was read, None if implied.
    """

    id: str
    name: str
    country: str | None = None
    sector: str | None = None
    kind: ActorKind = ActorKind.OTHER
    acts_for: str | None = None
    mention: Span | None = None
