"""Gives the table of venue nouns (data/venues.tsv): what may be said in, at, on or by what."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

# Objects of "told" that are an occasion or a medium and therefore (also) the venue: "told a news conference".
TOLD: Final = frozenset({"event", "medium", "body"})


@dataclass(frozen=True, slots=True)
class Venue:
    """One row: a kind of venue with its prepositions and words, a phrase that is one and a phrase that is none."""

    kind: str
    prepositions: frozenset[str]
    words: frozenset[str]
    fires: str
    silent: str


@cache
def table() -> tuple[Venue, ...]:
    """All rows of data/venues.tsv. Raises ValueError on a row without its five columns."""
    lines = (files("dragoman.speech") / "data" / "venues.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line)
    return tuple(Venue(k, frozenset(p.split()), frozenset(w.split()), fires, not_) for k, p, w, fires, not_ in rows)


@cache
def placed() -> dict[str, frozenset[str]]:
    """Noun in small letters -> the prepositions that make it a venue."""
    out: dict[str, frozenset[str]] = {}
    for row in table():
        for word in row.words:
            out[word] = out.get(word, frozenset()) | row.prepositions
    return out


@cache
def told() -> frozenset[str]:
    """Nouns that are the venue as the object of "told"."""
    return frozenset(word for row in table() if row.kind in TOLD for word in row.words)
