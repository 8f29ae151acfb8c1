"""Gold of the actors task -> items: a report with questions, each a stretch of its text and the actor meant there.

A case (JSON Lines) asks for one span. A reading asks for every annotated actor: at its `mention` where the annotation
has one, else where the text gives its name, else anywhere in the paragraph of the entry that it is annotated in.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from dragoman.errors import GoldError
from dragoman.evaluate.reading.gold import Gold, spans_of
from dragoman.evaluate.rows import Row, need, read_lines, read_rows
from dragoman.records import Span

# How a question of a reading is asked, from the strictest on; the kinds of cases are their annotators'.
MENTION, NAME, SURNAME, ENTRY = "mention", "name", "surname", "entry"
WORD_BEFORE: Final = re.compile(r"\b(\w[\w’'-]*|\w\.) $")
REACH: Final = 40  # characters: longer words do not stand before a surname
ALTERNATIVES: Final = ("name_alt", "country_alt", "sector_alt")  # lists of what is right, too
ANCHORS: Final = ("cue", "trigger", "evidence", "content")


def items(paths: Iterable[Path]) -> list[Row]:
    """{id, text, published, questions}; folders and .json files hold readings, other files cases.

    A question is {kind, span, expected, shared, near}: `expected` is an actor, a list of actors, or None for no actor;
    `near` says that any mention inside the span may answer. Raises GoldError.
    """
    found: list[Row] = []
    for path in paths:
        if path.is_dir() or path.suffix == ".json":
            files = sorted(path.glob("*.json")) if path.is_dir() else [path]
            found += [_of_reading(file) for file in files]
        else:
            rows = read_rows([path])
            need(rows, ("text", "mention"))
            found += [_of_case(row) for row in rows]
    if not found:
        raise GoldError("no gold here", ", ".join(map(str, paths)), "Name a folder of readings or a file of cases.")
    return found


def _of_case(row: Row) -> Row:
    start, end = row["mention"]
    if not 0 <= start < end <= len(row["text"]):
        raise GoldError(f"the mention {row['mention']} is no span of the text", f"id {row['id']}")
    questions = []
    if "expected" in row:
        expected = row["expected"]
        if isinstance(expected, dict):
            expected = {**expected, **{key: row[key] for key in ALTERNATIVES if row.get(key)}}
        questions = [_question(str(row.get("kind", "case")), (start, end), expected)]
    return {"id": str(row["id"]), "text": row["text"], "published": row.get("published"), "questions": questions}


def _question(kind: str, span: Span, expected: Any, shared: frozenset[str] = frozenset()) -> Row:
    return {"kind": kind, "span": span, "expected": expected, "shared": shared, "near": kind == ENTRY}


def _of_reading(file: Path) -> Row:
    try:
        row = json.loads("".join(read_lines(file)))
        text, published = str(row["text"]), row.get("published")
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"this file holds no report with a text: {error!r}", str(file)) from error
    annotated = all(kind in row for kind in ("statements", "events", "standings"))
    questions = _questions(row, text) if annotated else []
    return {"id": str(row.get("id") or file.stem), "text": text, "published": published, "questions": questions}


def _questions(row: Row, text: str) -> list[Row]:
    """Each actor is asked for once at a span, once by name in the report, and once in a paragraph."""
    shared = Gold(row).shared
    found: dict[tuple[Any, ...], Row] = {}
    for entry, actor in _annotated(row):
        key = (actor["name"], actor.get("country"), actor.get("sector"))
        if actor.get("mention"):
            span = (int(actor["mention"][0]), int(actor["mention"][1]))
            found.setdefault((*key, span), _question(MENTION, span, actor, shared))
            continue
        named = [] if _is_state(actor["name"]) else list(_named(text, actor["name"], shared))
        for kind, span in named:
            found.setdefault((*key, span), _question(kind, span, actor, shared))
        if not named and (span_of_entry := _paragraph(text, entry)) is not None:
            found.setdefault((*key, span_of_entry), _question(ENTRY, span_of_entry, actor, shared))
    return list(found.values())


def _annotated(row: Row) -> Iterator[tuple[Row, Row]]:
    """The political actors of all entries, each with its entry; the places that standings are about are none."""
    for statement in row["statements"]:
        yield statement, statement["speaker"]
    for event in row["events"]:
        yield from ((event, actor) for side in ("actors", "recipients") for actor in event[side])
    for standing in row["standings"]:
        sides = (standing["holder"], standing.get("subject"))
        yield from ((standing, actor) for actor in sides if actor and actor.get("sector"))


def _is_state(name: str) -> bool:
    """Whether a state has the name: it stands in the text as a place as often, so that spans of it tell nothing."""
    from dragoman.actors.registry import State, registry

    return any(isinstance(entry.record, State) for entry in registry().lookup(name))


def _named(text: str, name: str, shared: frozenset[str]) -> Iterator[tuple[str, Span]]:
    """Where the name stands in the text; where it does, also where a person's surname stands alone."""
    full = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    yield from ((NAME, span) for span in full)
    words = name.split()
    if not full or len(words) == 1 or words[-1].lower() in shared or not all(w[0].isupper() for w in words):
        return
    for match in re.finditer(rf"(?<!\w){re.escape(words[-1])}(?!\w)", text):
        before = WORD_BEFORE.search(text[max(0, match.start() - REACH) : match.start()])
        alone = before is None or before.group(1)[0].islower()
        if alone and not any(start <= match.start() < end for start, end in full):
            yield SURNAME, match.span()


def _paragraph(text: str, entry: Row) -> Span | None:
    """The paragraph where the entry is said."""
    for key in ANCHORS:
        spans: Sequence[Span] = spans_of(entry.get(key))
        if spans:
            start = text.rfind("\n\n", 0, spans[0][0]) + 1
            end = text.find("\n\n", spans[0][1])
            return start, len(text) if end < 0 else end
    return None
