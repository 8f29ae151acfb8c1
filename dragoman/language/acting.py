"""The event heads' side of a Doc: vectors of its words and hints of triggers in, judgements of acts out.

The tower over the shared encoder gives one vector a word in the same pass; type, status and parties of an act are
read from the vectors of its sentence when the rules have said which words it is about (`Acting.judge`), so no pair
has a pass of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.language.hearing import buckets

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

MOST: Final = 200_000  # words; a longer text has no vectors (0.8 kB a word) and is read by the rules alone
LIKELY: Final = 0.1  # a hint less likely than this is not kept


class Act(NamedTuple):
    """Tokens of a Doc that name an act and its two parties; any of them may be empty, all are of one sentence."""

    trigger: tuple[int, ...]
    source: tuple[int, ...] = ()
    target: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """Token `i` may name an event: `likely` that it does, and the likeliest type with its own probability."""

    i: int
    likely: float
    type: str
    chance: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the heads make of one act. Probabilities by label; `types` has NONE among them, `modes` are "TYPE mode".

    `plv` are the types of PLV's annotators (YIELD for CONCEDE and RETREAT); `fact` runs from -1, it did not happen,
    to 1; `vector` (384,) stands for the act in the space of acts; `sides` (words, 3) says of each word of the sentence
    whether it is neither, an actor, a recipient, from token `first` on.
    """

    types: Mapping[str, float]
    modes: Mapping[str, float]
    statuses: Mapping[str, float]
    plv: Mapping[str, float]
    fact: float
    vector: Floats
    sides: Floats
    first: int


class Acting:
    """Vectors of a Doc's tokens (tokens, 384), zero for white space, and their tags (tokens, tags)."""

    def __init__(
        self,
        vectors: NDArray[np.float16],
        tags: Floats,
        session: "InferenceSession",
        labels: Mapping[str, list[str]],
    ) -> None:
        self.vectors = vectors
        self._tags = tags
        self._session = session
        self._labels = labels

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        """The words that may name an event, in the order of the text."""
        return tuple(hints(self._tags, self._labels["event_tag"]))

    def judge(self, start: int, end: int, acts: Sequence[Act]) -> list[Judgement]:
        """A judgement for each of `acts`, tokens counted from the Doc's start, in the sentence `start:end`."""
        if not acts:
            return []
        out, real = self._ask(start, end, acts, OUTPUTS)
        return [self._judgement(out, n, start, real, end - start) for n in range(len(acts))]

    def between(self, source: Sequence[int], target: Sequence[int], *, turned: float = 0.0) -> dict[str, float]:
        """What the tokens `source` do to the tokens `target`, anywhere in the Doc: PLV's types with probabilities.

        `turned` is the weight of what the heads say of the exchanged pair, in a geometric mean.
        """
        acts = [Act((), tuple(source), tuple(target)), Act((), tuple(target), tuple(source))]
        out, _ = self._ask(0, len(self.vectors), acts, ("plv",))
        mean = np.exp((1 - turned) * out["plv"][0] + turned * out["plv"][1])
        return dict(zip(self._labels["event_plv"], (mean / mean.sum()).tolist(), strict=True))

    def _ask(
        self, start: int, end: int, acts: Sequence[Act], outputs: Sequence[str]
    ) -> tuple[dict[str, NDArray[Any]], NDArray[np.int64]]:
        """What the heads give for acts of a sentence, and which of its tokens are no white space."""
        words = self.vectors[start:end].astype(np.float32)
        real = np.flatnonzero(words.any(axis=1))
        place = np.full(end - start, -1)
        place[real] = np.arange(len(real))
        roles: Floats = np.zeros((len(acts), 3, len(real)), dtype=np.float32)
        at = np.zeros(len(acts), dtype=np.int64)
        for n, act in enumerate(acts):
            for k, part in enumerate(act):
                inside = [place[i - start] for i in part if start <= i < end and place[i - start] >= 0]
                if inside:
                    roles[n, k, inside] = 1 / len(set(inside))
                    at[n] = inside[0] if k == 0 else at[n]
        near = buckets(at, len(real))
        feed = {"words": words[real], "roles": roles, "near": near}
        return dict(zip(outputs, self._session.run(list(outputs), feed), strict=True)), real

    def _judgement(self, out: Mapping[str, Any], n: int, start: int, real: NDArray[np.int64], width: int) -> Judgement:
        def chances(head: str) -> dict[str, float]:
            return dict(zip(self._labels[f"event_{head}"], np.exp(out[head][n]).tolist(), strict=True))

        sides: Floats = np.zeros((width, 3), dtype=np.float32)
        sides[:, 0] = 1
        sides[real] = np.exp(out["sides"][n])
        fact = float(out["fact"][n, 0])
        types, modes, statuses, plv = chances("type"), chances("mode"), chances("status"), chances("plv")
        return Judgement(types, modes, statuses, plv, fact, out["vector"][n], sides, start)


OUTPUTS: Final = ("vector", "sides", "type", "mode", "status", "plv", "fact")


def hints(tags: Floats, names: Sequence[str]) -> list[Hint]:
    """The words that may open a trigger, by log-probabilities (words, tags) whose first tag is O; `i` counts them."""
    likely = 1 - np.exp(tags[:, 0])
    found = []
    for i in np.flatnonzero(likely > LIKELY).tolist():
        best = int(tags[i, 1:].argmax()) + 1
        found.append(Hint(i, float(likely[i]), names[best], float(np.exp(tags[i, best]))))
    return found
