"""PolNeAR's documents to windows with speech gold: the role of each word and the cue that it belongs to."""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np

from dragoman.language.paragraphs import paragraphs
from dragoman.language.parse import tokenizer
from dragoman.language.pieces import Pieces
from dragoman.language.shapes import shape
from dragoman.language.windows import windows
from training.windows import IGNORE, Window, style_of

# B- opens a piece, I- goes on; S source, Q cue, C content (they never overlap, and contents do not nest)
ROLES: Final = ("O", "B-S", "I-S", "B-Q", "I-Q", "B-C", "I-C")
FULL: Final = (80, 128, 128, 128, 160, 192)
Range: TypeAlias = tuple[int, int]
MARKS: Final = ({"“": '"', "”": '"', "’": "'", "‘": "'"}, {"“": "«", "”": "»"})


@dataclass(slots=True)
class Speech:
    """One document: `words`, which of them open a paragraph, and for each the role and its attribution (-1: none)."""

    id: str
    words: list[str]
    opens: list[bool]
    roles: list[int]
    owners: list[int]
    spans: list[Range]


def documents(path: Path) -> Iterator[Speech]:
    """The documents of a PolNeAR file in order; annotated spans become the words that they touch."""
    open_ = gzip.open if path.suffix == ".gz" else open
    with open_(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield document(json.loads(line))


def document(row: dict) -> Speech:  # type: ignore[type-arg]
    """A row of the corpus (or {"id", "text"} alone) as words with gold."""
    doc = tokenizer()(row["text"])
    kept = [t for t in doc if not t.is_space]
    spans = [(t.idx, t.idx + len(t)) for t in kept]
    starts = {a for a, _ in paragraphs(row["text"])}
    opens, roles, owners = [a in starts for a, _ in spans], [0] * len(kept), [-1] * len(kept)
    at = {c: n for n, (a, b) in enumerate(spans) for c in range(a, b)}
    for number, one in enumerate(row.get("attributions", ())):
        for role, name in enumerate(("source", "cue", "content")):
            for a, b in one[name]:
                touched = sorted({at[c] for c in range(a, b) if c in at})
                for n in touched:
                    roles[n], owners[n] = 2 * role + 1 + (n != touched[0]), number
    return Speech(row["id"], [t.text for t in kept], opens, roles, owners, spans)


def pack(one: Speech, pieces: Pieces, rng: random.Random | None = None) -> list[tuple[Range, Window]]:
    """The windows of a document as `dragoman.language` cuts them, of random length and style with `rng`."""
    full = rng.choice(FULL) if rng else 128
    cut = windows(one.words, one.opens, pieces, full)
    return [((w.start, w.end), window(one, w.start, w.end, pieces, rng)) for w in cut]


def window(one: Speech, start: int, end: int, pieces: Pieces, rng: random.Random | None) -> Window:
    """Words `start:end` as a row; `owner` counts the words of cues from 1, 0: none, or a cue outside the window."""
    words = one.words[start:end]
    if rng and rng.random() < 0.3:
        marks = rng.choice(MARKS)
        words = [marks.get(w, w) for w in words]
    style = style_of(rng) if rng else str
    ids, forms, first = [pieces.cls], [0], []
    for word in words:
        first.append(len(ids))
        parts = pieces(word)
        ids.extend(parts)
        forms.extend([shape(style(word))] * len(parts))
    cues = {one.owners[n]: n - start + 1 for n in range(end - 1, start - 1, -1) if one.roles[n] == ROLES.index("B-Q")}
    none = np.full(end - start, IGNORE, dtype=np.int16)
    gold = dict.fromkeys(("upos", "xpos", "feats", "lemma", "head", "deprel", "ner", "start"), none)
    gold["role"] = np.array(one.roles[start:end], dtype=np.int16)
    gold["owner"] = np.array([cues.get(o, 0) for o in one.owners[start:end]], dtype=np.int16)
    return Window(
        "speech",
        np.array([*ids, pieces.sep], dtype=np.int32),
        np.array([*forms, 0], dtype=np.int8),
        np.array(first, dtype=np.int16),
        gold,
        np.zeros(end - start, dtype=np.int16),
    )
