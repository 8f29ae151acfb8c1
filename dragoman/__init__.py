"""Dragoman reads news reports into a cited, time-aware ledger of relations between political actors.

import dragoman
reading = dragoman.read("QUITO, May 9 - Ecuador recalled ...", published="1995-05-10")
for standing in reading.standings:
    print(standing.topic, standing.holder.name, standing.value)
with dragoman.Ledger("relations.db") as ledger:
    ledger.add(reading)
    print(ledger.brief("ECU", "PER", on="1995-05-10").standing)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.explaining import Explanation, explain
    from dragoman.query.ledger import Ledger
    from dragoman.reading import read, read_report
    from dragoman.records import Actor, Event, Finding, Place, Reading, Report, Standing, Statement, When
    from dragoman.reports import load

__all__ = [
    "Actor",
    "Event",
    "Explanation",
    "Finding",
    "Ledger",
    "Place",
    "Reading",
    "Report",
    "Standing",
    "Statement",
    "When",
    "explain",
    "load",
    "read",
    "read_report",
]

_ROOMS = {
    "Explanation": "dragoman.explaining",
    "Ledger": "dragoman.query.ledger",
    "explain": "dragoman.explaining",
    "load": "dragoman.reports",
    "read": "dragoman.reading",
    "read_report": "dragoman.reading",
}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for: importing the package alone costs next to nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_ROOMS.get(name, "dragoman.records")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
