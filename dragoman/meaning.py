"""A Doc and its entries to small vectors of what each entry says, for matching it with entries of other reports.

The vectors are those of the event tower, from the one pass that the report was read with. An entry's vector is the
mean over the content words of its evidence or content, with its trigger as heavy as they, projected to `SIZE` numbers
of one byte by fixed random signs, which keep angles nearly as they are (Achlioptas 2003).
"""

from collections.abc import Iterable
from functools import cache
from operator import mul
from typing import TYPE_CHECKING, Any, Final

from dragoman.records import Entry, Event, Span, Standing

if TYPE_CHECKING:
    from spacy.tokens import Doc

SIZE: Final = 64
TRIGGER: Final = 0.5  # measured (docs/same.md): with trigger and evidence alike, like events are best told from others
CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
LENGTH: Final = 256.0  # of a vector of bytes: 127 is four times the usual part of one of 64, so none need be cut
_SQUARE: Final = LENGTH * LENGTH


def cosine(a: bytes, b: bytes) -> float:
    """How alike two meanings are, -1 to 1; 0 where one is missing.

    Both are as long as `LENGTH` but for what rounding took, so that their product alone tells.
    """
    if not a or len(a) != len(b):
        return 0.0
    found: float = sum(map(mul, memoryview(a).cast("b"), memoryview(b).cast("b"))) / _SQUARE
    return max(-1.0, min(1.0, found))


def meanings(doc: "Doc", entries: Iterable[Entry]) -> dict[str, bytes]:
    """The meaning of each entry by its id, `SIZE` bytes; empty for a Doc without vectors."""
    from dragoman import language

    acting = language.acting(doc)
    if acting is None:
        return {}
    return {entry.id: _bytes(_mean(doc, acting.vectors, entry)) for entry in entries}


def _mean(doc: "Doc", vectors: Any, entry: Entry) -> Any:
    """The middle of the directions of an entry's content words and, of an event, of its trigger (`TRIGGER` of it)."""
    spans, trigger = _spans(entry)
    said = _direction(vectors, _content(doc, _tokens(doc, spans)))
    return said if trigger is None else (1 - TRIGGER) * said + TRIGGER * _direction(vectors, _tokens(doc, (trigger,)))


def _direction(vectors: Any, rows: list[int]) -> Any:
    import numpy as np

    if not rows:
        return np.zeros(vectors.shape[1], dtype=np.float32)
    mean = vectors[rows].astype(np.float32).mean(0)
    return mean / max(float(np.sqrt(mean @ mean)), 1e-6)


def _spans(entry: Entry) -> tuple[tuple[Span, ...], Span | None]:
    if isinstance(entry, Event):
        return entry.evidence, entry.trigger
    if isinstance(entry, Standing):
        return entry.content or entry.evidence, None
    return entry.content, None


def _content(doc: "Doc", rows: list[int]) -> list[int]:
    """Those of the tokens that are content words, all where none is."""
    return [i for i in rows if doc[i].pos_ in CONTENT] or rows


def _tokens(doc: "Doc", spans: Iterable[Span]) -> list[int]:
    found = (doc.char_span(a, b, alignment_mode="expand") for a, b in spans)
    return [i for span in found if span is not None for i in range(span.start, span.end)]


@cache
def _plane() -> Any:
    """(384, SIZE) signs from a fixed generator (linear congruential) that is the same on every platform."""
    import numpy as np

    state, bits = 7, []
    for _ in range(384 * SIZE):
        state = (state * 1103515245 + 12345) % 2**31
        bits.append(1.0 if state >> 16 & 1 else -1.0)
    return np.array(bits, dtype=np.float32).reshape(384, SIZE)


def _bytes(vector: Any) -> bytes:
    import numpy as np

    small = vector @ _plane()
    norm = float(np.sqrt(small @ small))
    if not norm:
        return b""
    found: bytes = np.clip(np.rint(small * (LENGTH / norm)), -127, 127).astype(np.int8).tobytes()
    return found
