"""Bodies and persons without their country get that of the story, not of a hub's dateline: a table with floors.

`bare_bodies.toml` says how the cases are marked. Each mention is asked for the country of its actors alone.
"""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from dragoman import reports
from dragoman.actors import resolve
from dragoman.actors.story import LEAST, WEIGHTS, Story
from dragoman.language import parse

TABLE: Final = Path(__file__).with_name("bare_bodies.toml")
MARK: Final = re.compile(r"\{([^=}]+)=([A-Z]{3})\}")
# how many cases were written before the mechanism, when it first stood and at the end; share of mentions with the right
# country
FLOORS: Final = (("b", 20, 0.97), ("a", 20, 0.95), ("c", 8, 0.93))


@cache
def cases() -> tuple[dict[str, str], ...]:
    """The rows of the table."""
    return tuple(tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"])


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and (start, end, country) of what they mark."""
    text, at, wanted = "", 0, []
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        wanted.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], wanted


def answers(case: dict[str, str]) -> list[bool]:
    """Whether each marked mention of a case has its country; a title asks for the person named after it."""
    text, wanted = unmarked(case["text"].strip())
    report = reports.from_text(text, published=date.fromisoformat(case["published"]), title=case.get("title"))
    doc = parse(report.text, breaks=[end for _, end in report.boiler])
    cast = resolve(report, doc)
    out = []
    for start, end, country in wanted:
        span = doc.char_span(start, end, alignment_mode="expand")
        assert span is not None, (case["id"], text[start:end])
        near = (cast.at(i) for i in (span.root.i, *range(span.end, min(span.end + 4, len(doc)))))
        mention = next((found for found in near if found is not None), None)
        out.append(mention is not None and {actor.country for actor in mention.actors} == {country})
    return out


@pytest.mark.parametrize(("kind", "count", "floor"), FLOORS)
def test_countries_of_bare_bodies(kind: str, count: int, floor: float) -> None:
    rows = [case for case in cases() if case["id"].startswith(kind)]
    assert len(rows) == count
    right = [one for case in rows for one in answers(case)]
    assert len(right) > 5 * count
    assert sum(right) / len(right) >= floor


def test_no_case_twice() -> None:
    assert len({case["text"] for case in cases()}) == len({case["id"] for case in cases()}) == 48


@pytest.mark.parametrize(
    ("evidence", "dateline", "home"),
    (
        ((("AGO", "scene", 0), ("AGO", "own body", 0)), "ZAF", "AGO"),  # a hub that the text never names
        ((("AGO", "scene", 0), ("ZAF", "own body", 0)), "ZAF", "ZAF"),
        ((("AGO", "scene", 5),), "ZAF", "ZAF"),  # the opening says nothing of it
        ((("AGO", "onlooker", 0),), "ZAF", "ZAF"),
        ((("AGO", "scene", 0),), None, "AGO"),
        ((("AGO", "scene", 0), ("ZMB", "scene", 0)), None, None),
        ((), "ZAF", "ZAF"),
        ((), None, None),
    ),
)
def test_home(evidence: tuple[tuple[str, str, int], ...], dateline: str | None, home: str | None) -> None:
    story = Story()
    for code, kind, sent in evidence:
        story.add(code, kind, sent)
    assert story.home(dateline) == home


def test_weights() -> None:
    kinds = [kind for kind, _, _, _ in WEIGHTS]
    assert len(kinds) == len(set(kinds))
    assert all(0 <= weight <= LEAST and fires != other for _, weight, fires, other in WEIGHTS)


def test_what_is_near_counts_most() -> None:
    story = Story()
    for sent in range(9):
        story.add("AGO" if sent < 6 else "ZMB", "scene", sent)
    story.home(None)
    early, late = story.at(1, 0.5, 1.0), story.at(8, 0.5, 1.0)
    assert early["AGO"] > early["ZMB"]
    assert late["ZMB"] > late["AGO"]
