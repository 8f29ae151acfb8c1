"""The data files of folding to Rules by topic: what each value does to the one that stands, and words for missions."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Final

from dragoman.codebook import codebook

# What a value is to another of the same identity. `one` stands, `other` is told later:
#   covers    adds nothing, the one stands on          outlasts  the same, unless the other is told as a new act
#   beside    changes the state                        clash     changes the state; on the same day it is a dispute
#   quarrel   a dispute whenever others than those who told the one tell it
# and the mirrors of the first two:
#   covered   the one adds to the other: a change      outlasted  the same
HOWS: Final = ("covers", "outlasts", "beside", "clash", "quarrel")
_MIRROR: Final = {"covers": "covered", "outlasts": "outlasted"}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one topic; `how` maps (standing value, told value, whether of one holder) to what it is to it."""

    topic: str
    symmetric: bool
    contents: bool
    values: frozenset[str]
    passing: frozenset[str]
    rank: Mapping[str, int]
    lasting: frozenset[str]
    spanning: frozenset[str]
    closing: frozenset[str]
    doubtful: frozenset[str]
    pooled: bool
    how: Mapping[tuple[str, str, bool], str]


@lru_cache(maxsize=64)
def rules(topic: str) -> Rules:
    """The rules of a topic of the codebook; KeyError names a topic that it does not know."""
    known = codebook().topics.get(topic)
    if known is None:
        raise KeyError(f"folding: {topic!r} is no topic of the codebook; known are {', '.join(codebook().topics)}")
    table = _values()[topic]
    return Rules(
        topic=topic,
        symmetric=known.symmetric,
        contents="content" in known.identity,
        values=frozenset(known.values),
        passing=known.passing,
        rank=MappingProxyType({value: n for n, value in enumerate(table["order"])}),
        lasting=frozenset(table["lasting"]),
        spanning=frozenset(table["spanning"]),
        closing=frozenset(table["closing"]),
        doubtful=frozenset(table["doubtful"]),
        pooled=table.get("unsaid") == "pooled",
        how=MappingProxyType(_hows(topic)),
    )


def ended(topic: str, value: str | None) -> bool:
    """Whether a state of that value is a matter closed: a promise kept, broken or taken back, a demand met ..."""
    return value in rules(topic).closing


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, str]:
    """The words for missions and envoys, lower case, each with its kind."""
    return MappingProxyType({row[0]: row[1] for row in _rows("kinds.tsv")})


@lru_cache(maxsize=1)
def pairs() -> tuple[tuple[str, str, str, str, str], ...]:
    """The rows of pairs.tsv: topic, one, other, how, example."""
    return tuple((row[0], row[1], row[2], row[3], row[4]) for row in _rows("pairs.tsv"))


def _hows(topic: str) -> dict[tuple[str, str, bool], str]:
    found: dict[tuple[str, str, bool], str] = {}
    for name, ones, others, how, _ in pairs():
        if name not in (topic, f"{topic}/other"):
            continue
        for one, other in product(ones.split(","), others.split(",")):
            found[one, other, name == topic] = how
            found.setdefault((other, one, name == topic), _MIRROR.get(how, how))
    return found


@lru_cache(maxsize=1)
def _values() -> dict[str, dict[str, list[str] | str]]:
    return tomllib.loads(_text("values.toml"))


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _text(name).splitlines()[1:] if line)


def _text(name: str) -> str:
    return files("dragoman.ledger.folding").joinpath("data", name).read_text(encoding="utf-8")
