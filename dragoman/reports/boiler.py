"""Lines of a report to the spans that are no news: bylines, credits, copyright, calls to click, end marks."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.records import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of line that is no news (keys as in data/boiler.toml), with a line it takes and one it leaves."""

    id: str
    pattern: re.Pattern[str]
    where: str
    piece: bool
    fires: str
    not_fires: str


_TAIL_LINES: Final = 10
_LONGEST: Final = 400  # no line of boiler is longer


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of data/boiler.toml in their order."""
    table = tomllib.loads(files("dragoman.reports").joinpath("data/boiler.toml").read_text("utf-8"))
    return tuple(
        Rule(
            row["id"],
            re.compile(_filled(row["pattern"], table["parts"]), re.IGNORECASE if row.get("any_case") else 0),
            row["where"],
            row.get("piece", False),
            row["fires"],
            row["not_fires"],
        )
        for row in table["rule"]
    )


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for name in ("NAMES", "NAME", "DESK"):  # NAMES is written with NAME
        pattern = pattern.replace(f"<{name}>", parts[name])
    return pattern


def lines_of(text: str) -> Iterator[Span]:
    """The spans of the lines that hold more than blanks, without the blanks around them."""
    for found in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        line = found[0]
        stripped = line.strip()
        if stripped:
            start = found.start() + len(line) - len(line.lstrip())
            yield start, start + len(stripped)


def is_byline(line: str) -> bool:
    """Whether a line near the beginning is a byline."""
    return len(line) <= _LONGEST and any(rule.pattern.match(line) for rule in rules() if rule.id.startswith("byline"))


def is_head_boiler(line: str) -> bool:
    """Whether a line near the beginning is no news for another reason."""
    return len(line) <= _LONGEST and _rule_of(line, head=True, tail=False) is not None


def boiler_of(text: str, body: int) -> tuple[tuple[Span, str], ...]:
    """The spans of `text` that are no news, each with the id of its rule, sorted; `body` is where the news begins."""
    lines = list(lines_of(text))
    found = []
    for number, (start, end) in enumerate(lines):
        if end - start <= _LONGEST:
            name = _rule_of(text[start:end], head=end <= body, tail=number >= len(lines) - _TAIL_LINES)
            if name:
                found.append(((start, end), name))
    for rule in rules():
        if rule.piece:
            found += [(match.span(), rule.id) for match in rule.pattern.finditer(text)]
    return _merged(found)


def _rule_of(line: str, *, head: bool, tail: bool) -> str | None:
    places = {"any", *(["head"] if head else []), *(["tail"] if tail else [])}
    return next((r.id for r in rules() if not r.piece and r.where in places and r.pattern.match(line)), None)


def _merged(found: list[tuple[Span, str]]) -> tuple[tuple[Span, str], ...]:
    """Without those that lie in another."""
    kept: list[tuple[Span, str]] = []
    for span, rule in sorted(found, key=lambda item: (item[0][0], -item[0][1], item[1])):
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, rule))
    return tuple(kept)
