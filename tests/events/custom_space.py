"""A space for tests that needs no trained head: tokens lie together when their lemmas stand in one row of a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROWS = (
    "board storm enter",
    "ram strike bump hit collide smash",
    "seize impound confiscate capture grab",
    "say tell announce report warn",
    "rescue save pull",
    "meet visit receive",
)


class TableSpace:
    """One axis a row of words; other words have an axis by the sum of their letters."""

    def __init__(self) -> None:
        self.asked = 0

    def vectors(self, doc: "Doc", tokens: Sequence[int]) -> NDArray[np.float32]:
        self.asked += len(tokens)
        found = np.zeros((len(tokens), len(ROWS) + 64), np.float32)
        for n, i in enumerate(tokens):
            lemma = doc[i].lemma_.lower()
            row = next((k for k, words in enumerate(ROWS) if lemma in words.split() and doc[i].pos_ == "VERB"), None)
            word = len(ROWS) + sum(map(ord, lemma + doc[i].pos_)) % 64
            found[n, word if row is None else row] = 1.0
            found[n, word] += 0.3  # words of one row are near, not the same
            found[n] /= np.linalg.norm(found[n])
        return found
