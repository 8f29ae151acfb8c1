"""A row with a sentence -> its relation between two marked actors, or its events, in the form that scorers take."""

from typing import Any

from dragoman.evaluate.predict.rows import day
from dragoman.evaluate.rows import Row
from dragoman.records import Span


def relation(row: Row) -> Row:
    """{id, plover, penta, confidence} of what the marked source does to the marked target."""
    from dragoman import events

    found = events.relate(row["text"], marked(row.get("source")), marked(row.get("target")))
    return {"id": row["id"], "plover": found.plover, "penta": found.penta, "confidence": found.confidence}


def events(row: Row) -> Row:
    """{id, events: [{source, target, cameo, plover}]} of a text."""
    from dragoman import events, language

    found = events.pairs(language.parse(row["text"], acting=True), day(row.get("date")))
    return {"id": row["id"], "events": found}


def marked(party: Any) -> Span | None:
    """The span of a marked actor, or None where the annotators named it without marking ("an actor")."""
    if not isinstance(party, dict) or party.get("start") is None:
        return None
    return int(party["start"]), int(party["end"])
