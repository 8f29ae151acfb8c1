"""Our own annotated sentences (training/data/events/*.jsonl) to rows with offsets; `python -m
training.event_sentences` checks them.

A line is {"text", "events": [{"trigger", "actors", "recipients", "type", "mode", "status", "cameo"}]}: triggers and
parties as the words of the text, "word#2" for the second occurrence of "word". `events` holds every political event
of the text, so that whatever else it says is none. No two lines share six words in a row, words with a capital left
out.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar
from zlib import crc32

from dragoman.codebook import codebook

FOLDER: Final = Path(__file__).parent / "data" / "events"
STATUSES: Final = ("happened", "ongoing", "planned", "conditional", "hypothetical", "denied")
SHARED: Final = 6
HELD: Final = 5  # one line in so many is never trained on
Span: TypeAlias = tuple[int, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a sentence: character spans of its trigger and parties, and its labels."""

    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    type: str
    mode: str | None
    status: str
    cameo: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of ours with all its events; `held` where it is kept back from training."""

    id: str
    text: str
    events: tuple[Told, ...]
    held: bool


def sentences(folder: Path = FOLDER) -> list[Sentence]:
    """All lines of the folder's files in order; raises ValueError with file and line for one that is wrong."""
    return list(made(folder, _sentence))


def made(folder: Path, make: Callable[[dict[str, Any], str], T]) -> Iterator[T]:
    """What `make` makes of each line of the folder's files, given the row and its id ("file:line")."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                yield make(json.loads(line), f"{path.stem}:{number}")
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path.name}:{number}: {error!r}") from error


def _sentence(row: dict[str, Any], id_: str) -> Sentence:
    text = row["text"]
    events = tuple(_told(text, one) for one in row["events"])
    return Sentence(id_, text, events, crc32(text.encode()) % HELD == 0)


def _told(text: str, one: dict[str, Any]) -> Told:
    if unknown := set(one) - {"trigger", "actors", "recipients", "type", "mode", "status", "cameo"}:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    kind = codebook().types.get(one["type"])
    if kind is None:
        raise ValueError(f"no type {one['type']!r}")
    mode, cameo = one.get("mode"), one.get("cameo")
    if mode is not None and mode not in kind.modes:
        raise ValueError(f"{one['type']} has no mode {mode!r}, only {sorted(kind.modes)}")
    if one["status"] not in STATUSES:
        raise ValueError(f"no status {one['status']!r}")
    if cameo is not None and cameo not in codebook().cameo:
        raise ValueError(f"no CAMEO code {cameo!r}")
    actors, recipients = (
        tuple(place(text, words) for words in one.get(side) or ()) for side in ("actors", "recipients")
    )
    return Told(place(text, one["trigger"]), actors, recipients, one["type"], mode, one["status"], cameo)


def place(text: str, words: str) -> Span:
    """Where "word" or "word#2" stands, as whole words."""
    plain, _, nth = words.partition("#")
    pattern = rf"(?<!\w){re.escape(plain)}(?!\w)"
    found = [m.span() for m in re.finditer(pattern, text)]
    n = int(nth or 1)
    if len(found) < n:
        raise ValueError(f"{words!r} is not in the text")
    return found[n - 1]


def shared(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each two of `rows` (id, text) that share SHARED words in a row; capitals and figures break a run."""
    seen: dict[tuple[str, ...], str] = {}
    for id_, text in rows:
        words = re.findall(r"[\w'’-]+", text)
        for at in range(len(words) - SHARED + 1):
            run = words[at : at + SHARED]
            if any(w[0].isupper() or w[0].isdigit() for w in run):
                continue
            other = seen.setdefault(tuple(run), id_)
            if other != id_:
                yield f"{id_} and {other} share {' '.join(run)!r}"


def main() -> None:
    rows = sentences()
    told = list(shared((row.id, row.text) for row in rows))
    print("\n".join(told))
    kinds: dict[str, int] = {}
    for row in rows:
        for one in row.events:
            kinds[one.type] = kinds.get(one.type, 0) + 1
    print(f"{len(rows)} texts, {sum(r.held for r in rows)} held back, {sum(not r.events for r in rows)} without events")
    print(dict(sorted(kinds.items())))
    sys.exit(bool(told))


if __name__ == "__main__":
    main()
