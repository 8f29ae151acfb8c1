"""The standing heads' side of a Doc: vectors of its words in; out come the words that say where something stands, and
what they say of whom.

The layers of this room branch off below the last ones of the event tower and run with it; value, status and parties
are read from their vectors when somebody asks for a word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from dragoman.language.hearing import buckets

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

LIKELY: Final = 0.1  # a sign less likely than this is not kept


@dataclass(frozen=True, slots=True)
class Sign:
    """Token `i` may say where something stands: how `likely` that is, and the likeliest topic with its own chance."""

    i: int
    likely: float
    topic: str
    chance: float


@dataclass(frozen=True, slots=True)
class Held:
    """What the heads make of one sign. Probabilities by label: `values` are "topic value", `statuses` those of events.

    `holder` and `subject` (words,) say of each word of the sentence how likely it is that, from token
    `first` on.
    """

    values: Mapping[str, float]
    statuses: Mapping[str, float]
    holder: Floats
    subject: Floats
    first: int


class Holding:
    """The heads over one Doc: vectors (tokens, 384) of this room and probabilities of topics (tokens, 1 + topics), both
    zero for white space.
    """

    def __init__(
        self,
        vectors: NDArray[np.float16],
        topics: Floats,
        session: "InferenceSession",
        labels: Mapping[str, list[str]],
    ) -> None:
        self._vectors, self._topics, self._session, self._labels = vectors, topics, session, labels

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """The words that may say where something stands, in the order of the text."""
        tags, topics = self._topics, self._labels["standing_tag"]
        likely = tags[:, 1:].sum(1)
        found = []
        for i in np.flatnonzero(likely > LIKELY).tolist():
            best = int(tags[i, 1:].argmax()) + 1
            found.append(Sign(i, float(likely[i]), topics[best], float(tags[i, best])))
        return tuple(found)

    def topic(self, start: int, end: int, topic: str) -> tuple[int, float]:
        """The token of `start:end` that most likely speaks of `topic`, and how likely it is."""
        column = self._topics[start:end, self._labels["standing_tag"].index(topic)]
        if not len(column):
            return start, 0.0
        best = int(column.argmax())
        return start + best, float(column[best])

    def judge(self, start: int, end: int, at: Sequence[int]) -> list[Held]:
        """What stands at each of the tokens `at` of the sentence `start:end`."""
        seen = self._vectors[start:end].astype(np.float32)
        real = np.flatnonzero(seen.any(axis=1))
        place = {int(k) + start: n for n, k in enumerate(real)}
        if not at or not all(i in place for i in at):
            nothing: Floats = np.zeros(end - start, dtype=np.float32)
            return [Held({}, {}, nothing, nothing, start) for _ in at]
        where = np.array([place[i] for i in at])
        feed = {"seen": seen[real], "at": where, "near": buckets(where, len(real))}
        values, statuses, parts = self._session.run(["value", "status", "parts"], feed)
        found = []
        for n in range(len(at)):
            sides: Floats = np.zeros((end - start, 3), dtype=np.float32)
            sides[real] = parts[n]
            named = dict(zip(self._labels["standing_value"], values[n].tolist(), strict=True))
            lit = dict(zip(self._labels["standing_status"], statuses[n].tolist(), strict=True))
            found.append(Held(named, lit, sides[:, 0], sides[:, 1], start))
        return found
