"""Our own sentences annotated with standings (training/data/standings/*.jsonl) to rows with offsets;
`python -m training.standing_sentences` checks them.

A line is {"text", "standings": [{"anchor", "topic", "value", "holder", "subject", "status", "content"?, "conditions"?,
"for"?, "by"?}]}: anchor, parties, content and conditions as the words of the text ("word#2" for the second occurrence),
`for` the number (from 0) of the standing in the list that this one is given in exchange for, `by` who claims it.
`standings` holds every standing of the text, so that whatever else it says is none. No two lines share six words in
a row, words with a capital left out.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from dragoman.codebook import codebook
from training.event_sentences import STATUSES, Span, made, place, shared

FOLDER: Final = Path(__file__).parent / "data" / "standings"
HELD: Final = 5  # one line in so many is never trained on, nor looked at
_KEYS: Final = frozenset("anchor topic value holder subject status content conditions for by".split())


@dataclass(frozen=True, slots=True)
class Stands:
    """One standing of a sentence: character spans of its anchor and parties, and its labels."""

    anchor: Span
    topic: str
    value: str
    holder: tuple[Span, ...]
    subject: tuple[Span, ...]
    status: str
    content: Span | None
    conditions: tuple[Span, ...]
    returns: int | None
    by: Span | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of ours with all its standings; `held` where it is kept back from training and from eyes."""

    id: str
    text: str
    standings: tuple[Stands, ...]
    held: bool


def sentences(folder: Path = FOLDER) -> list[Sentence]:
    """All lines of the folder's files in order; raises ValueError with file and line for one that is wrong."""
    return list(made(folder, _sentence))


def _sentence(row: dict[str, Any], id_: str) -> Sentence:
    text = row["text"]
    standings = tuple(_stands(text, one) for one in row["standings"])
    for one in standings:
        if one.returns is not None and not 0 <= one.returns < len(standings):
            raise ValueError(f"no standing number {one.returns}")
    return Sentence(id_, text, standings, crc32(text.encode()) % HELD == 0)


def _stands(text: str, one: dict[str, Any]) -> Stands:
    if unknown := set(one) - _KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    topic = codebook().topics.get(one["topic"])
    if topic is None:
        raise ValueError(f"no topic {one['topic']!r}")
    if one["value"] not in topic.values:
        raise ValueError(f"{one['topic']} has no value {one['value']!r}, only {sorted(topic.values)}")
    if one["status"] not in STATUSES:
        raise ValueError(f"no status {one['status']!r}")
    sides = [tuple(place(text, words) for words in one.get(side) or ()) for side in ("holder", "subject")]
    content, by = (place(text, one[key]) if one.get(key) else None for key in ("content", "by"))
    terms = tuple(place(text, words) for words in one.get("conditions") or ())
    anchor = place(text, one["anchor"])
    return Stands(anchor, one["topic"], one["value"], *sides, one["status"], content, terms, one.get("for"), by)


def main() -> None:
    rows = sentences()
    told = list(shared((row.id, row.text) for row in rows))
    print("\n".join(told))
    kinds: dict[str, int] = {}
    for row in rows:
        for one in row.standings:
            kinds[f"{one.topic} {one.value}"] = kinds.get(f"{one.topic} {one.value}", 0) + 1
    silent = sum(not r.standings for r in rows)
    print(f"{len(rows)} texts, {sum(r.held for r in rows)} held back, {silent} without standings")
    print(dict(sorted(kinds.items())))
    sys.exit(bool(told))


if __name__ == "__main__":
    main()
