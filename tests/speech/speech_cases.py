"""Short reports with the statements that a reader finds in them, from the .txt files beside this one.

A block is "# name published", the text on one line ("\\n" is a line end), and one line "> first words | key=value ..."
for each statement: s speaker ("&" between two), to addressee, at venue, d day, via according to; "/" stands between
answers that are all right, "None" is nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import actors, language, reports, speech, times
from dragoman.records import Statement, words_of

FIELD = re.compile(r"\b(s|to|at|d|via)=(.*?)(?=\s+\b(?:s|to|at|d|via)=|$)")


@dataclass(frozen=True)
class Case:
    name: str
    published: str
    text: str
    expected: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def cases(file: str) -> Iterator[Case]:
    for block in Path(__file__).with_name(file).read_text("utf-8").strip().split("\n\n"):
        head, text, *lines = block.split("\n")
        name, published = head[2:].rsplit(" ", 1)
        rows = (line[2:].partition(" | ") for line in lines)
        expected = tuple((start, tuple(FIELD.findall(rest))) for start, _, rest in rows)
        yield Case(name, published, text.replace("\\n", "\n"), expected)


def read(text: str, published: str):
    report = reports.from_text(text, published=published)
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler])
    cast, calendar = actors.resolve(report, doc), times.Calendar(report, doc)
    return doc, speech.find(report, doc, cast, calendar)


def answer(found: list[Statement], key: str) -> str:
    first = found[0]
    if key == "s":
        return "&".join(s.speaker.name if s.speaker else "None" for s in found)
    if key == "to":
        return first.addressee.name if first.addressee else "None"
    if key == "at":
        return first.venue or "None"
    if key == "d":
        return str(first.date.start) if first.date else "None"
    return first.according_to.name if first.according_to else "None"


@cache
def misses(file: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """How many answers of each key the file asks for, and a line for each that is wrong or missing."""
    asked: dict[str, int] = {}
    wrong = []
    for case in cases(file):
        _, made = read(case.text, case.published)
        for start, fields in case.expected:
            found = [s for s in made if words_of(case.text, s.content).startswith(start)]
            for key, value in fields:
                asked[key] = asked.get(key, 0) + 1
                given = answer(found, key) if found else "no such statement"
                if given.casefold() not in [v.strip().casefold() for v in value.split("/")]:
                    wrong.append(f"{key} {case.name}: {start} ... {value} / {given}")
    return asked, tuple(wrong)
