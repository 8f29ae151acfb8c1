"""A JSON row with a text -> the row of predictions that the scorers take; answers in the row are never looked at."""

from datetime import date
from typing import Any

from dragoman.evaluate.rows import Row
from dragoman.records import Spans


def entities(row: Row) -> Row:
    """{id, entities: [{start, end, label}]}."""
    from dragoman import language

    doc = language.parse(row["text"])
    found = [{"start": ent.start_char, "end": ent.end_char, "label": ent.label_} for ent in doc.ents]
    return {"id": row["id"], "entities": found}


def attributions(row: Row) -> Row:
    """{id, attributions: [{source, cue, content}]}, each a list of [start, end]."""
    from dragoman import language, speech

    found = speech.attributions(language.parse(row["text"]))
    return {
        "id": row["id"],
        "attributions": [{"source": _lists(a.source), "cue": _lists(a.cue), "content": _lists(a.whole)} for a in found],
    }


def timexes(row: Row) -> Row:
    """{id, timexes: [{start, end, type, value}]}; `published` is the row's day of publication."""
    from dragoman import times

    found = times.tag(row["text"], published=day(row.get("published")))
    return {
        "id": row["id"],
        "timexes": [{"start": t.span[0], "end": t.span[1], "type": str(t.kind), "value": t.value} for t in found],
    }


def reading(row: Row) -> Row:
    """The JSON object of schema 1; only `text` and `published` of the row are read."""
    import dragoman
    from dragoman.records.wire import to_dict

    found: Row = to_dict(dragoman.read(row["text"], published=day(row.get("published"))))
    return {**found, "id": row["id"]}


def day(published: Any) -> date | None:
    """The day of an ISO date or datetime, or None where there is none."""
    try:
        return date.fromisoformat(str(published)[:10])
    except ValueError:
        return None


def _lists(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]
