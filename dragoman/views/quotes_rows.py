"""Statements of a reading -> rows for programs: objects of JSON, or lines of CSV under one header."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from dragoman.records import Actor, Reading, Spans, Statement, words_of
from dragoman.records.wire import to_dict
from dragoman.views.words import one_line

OF_REPORT: Final = ("title", "published", "source", "agency", "url")  # keys of a reading that each row repeats
COLUMNS: Final = (
    "report", "title", "published", "source", "origin", "id", "speaker", "speaker_country", "speaker_sector",
    "addressee", "addressee_country", "addressee_sector", "date_start", "date_end", "venue", "form", "cue", "words",
    "according_to", "according_to_country", "according_to_sector", "confidence", "made_by", "content", "evidence",
)  # fmt: skip
FORMULA: Final = ("=", "+", "-", "@")  # what a spreadsheet would run: a report may say anything


def json_lines(reading: Reading, statements: Sequence[Statement]) -> bytes:
    """One object a line, UTF-8: the statement's keys of schema 1 after its report's, then the words themselves."""
    rows = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in _objects(reading, statements))
    # half of a surrogate pair, as names of files may hold, becomes the escape that JSON has for it
    return "".join(f"{row}\n" for row in rows).encode("utf-8", "backslashreplace")


def _objects(reading: Reading, statements: Sequence[Statement]) -> Iterator[dict[str, Any]]:
    report = reading.report
    whole = to_dict(replace(reading, statements=tuple(statements), events=(), standings=()))
    of_report = {key: whole[key] for key in OF_REPORT}
    for row, statement in zip(whole["statements"], statements, strict=True):
        yield {
            "schema": whole["schema"],
            "report": report.id,
            **of_report,
            "origin": report.origin or None,
            **row,
            "words": words_of(report.text, statement.content),
            "cue_words": words_of(report.text, [statement.cue]) if statement.cue else None,
            "coder": reading.coder,
        }


def header() -> bytes:
    """The first line of CSV."""
    return _csv([COLUMNS])


def csv_lines(reading: Reading, statements: Sequence[Statement]) -> bytes:
    """One line of `COLUMNS` a statement, UTF-8, as RFC 4180 has it; what is not known is empty.

    Cells stand on one line, runs of white space as one blank. One that a spreadsheet would take for a formula gets an
    apostrophe before it.
    """
    return _csv([_cells(reading, statement) for statement in statements])


def _cells(reading: Reading, statement: Statement) -> list[str]:
    report, when = reading.report, statement.date
    texts = (
        report.id,
        report.title,
        report.published,
        report.source,
        report.origin,
        statement.id,
        *_actor(statement.speaker),
        *_actor(statement.addressee),
        when and when.start,
        when and when.end,
        statement.venue,
        statement.form,
        words_of(report.text, [statement.cue]) if statement.cue else "",
        words_of(report.text, statement.content),
        *_actor(statement.according_to),
        f"{statement.confidence:.2f}",
        statement.made_by,
        _offsets(statement.content),
        _offsets(statement.evidence),
    )
    return [_cell("" if text is None else str(text)) for text in texts]


def _actor(actor: Actor | None) -> tuple[str | None, ...]:
    return (actor.name, actor.country, actor.sector) if actor else (None, None, None)


def _offsets(spans: Spans) -> str:
    return " ".join(f"{start}:{end}" for start, end in spans)


def _cell(text: str) -> str:
    line = one_line(text)
    return f"'{line}" if line.startswith(FORMULA) else line


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8", "replace")
