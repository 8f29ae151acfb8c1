"""What the finder of place names gives: a toponym with its span, the name to look up and how it is used there."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.records import Span


class Use(StrEnum):
    """How a place name is used (after Gritta, Pilehvar and Collier 2019, who tell literal from associative uses)."""

    LITERAL = "literal"  # "in Lima", "flew to Lima"
    METONYM = "metonym"  # the government or people: "Lima said", "talks with Lima"
    MODIFIER = "modifier"  # a noun before a noun: "the Lima mayor", "U.S. troops"
    ADJECTIVE = "adjective"  # "Peruvian", "the Peruvians"
    EMBEDDED = "embedded"  # inside another name: "Lima Police Department", "Bank of England"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name at the tokens `start:end`; `head` is the token that stands for it in the tree.

    `name` is what to look up ("Kabul" for "Kabul Airport", of which nobody has a list); `feature` says what the thing
    is ("airport", "county", "river"), "" where no word says so. `boiler` is True in a dateline.
    """

    start: int
    end: int
    head: int
    span: Span
    text: str
    name: str
    use: Use
    feature: str = ""
    boiler: bool = False
