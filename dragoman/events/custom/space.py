"""A Doc and its triggers to vectors of acts: the shipped space, in which nearest examples are sought."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from dragoman import language
from dragoman.events.custom.nearest import Floats, Space
from dragoman.events.lexicon import lexicon
from dragoman.events.verbs import lemma_of
from dragoman.language import Act
from dragoman.records import digest

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dragoman.language import Acting

WIDTH: Final = 384  # numbers in a vector of the event heads
WORDS: Final = 1024  # axes on which words and rules of the lexicon lie, by a hash of their names

# How much each part counts in a similarity: the act as a whole, its trigger, the words that go with it, what the
# lexicon knows of the trigger's word. The best of ten settings on the worked example's 49 sentences, each with a word
# of its own, so in-sample: 65 % are nearest to one of their type; by the first two parts 61 %, by chance 11 %.
PARTS: Final = (1.0, 1.0, 0.5, 0.3)


class ActSpace:
    """Acts as the event heads see them, for Docs parsed with `acting`, and as the lexicon knows their words."""

    def vectors(self, doc: "Doc", tokens: Sequence[int]) -> Floats:
        """(n, d) vectors of unit length; zeros, which are near nothing, for a Doc that the heads have not read."""
        found: Floats = np.zeros((len(tokens), 3 * WIDTH + WORDS), np.float32)
        acting = language.acting(doc)
        if acting is None:
            return found
        acts = _acts(doc, acting, tokens)
        for row, act, i in zip(found, acts, tokens, strict=True):
            around = [k.i for k in _with(doc[i])]
            parts = (act, _at(acting, [i]), _at(acting, around), _known(doc[i]))
            row[:] = np.concatenate([np.sqrt(w) * _unit(part) for w, part in zip(PARTS, parts, strict=True)])
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)  # type: ignore[no-any-return]


def _acts(doc: "Doc", acting: "Acting", tokens: Sequence[int]) -> list[Floats]:
    """What the heads make of the act at each of `tokens`; those of one sentence are asked together."""
    rows: dict[tuple[int, int], list[int]] = {}
    for n, i in enumerate(tokens):
        sentence = doc[i].sent
        rows.setdefault((sentence.start, sentence.end), []).append(n)
    found: dict[int, Floats] = {}
    for (start, end), numbers in rows.items():
        judged = acting.judge(start, end, [Act((tokens[n],)) for n in numbers])
        found |= {n: judgement.vector for n, judgement in zip(numbers, judged, strict=True)}
    return [found[n] for n in range(len(tokens))]


def _with(token: "Token") -> list["Token"]:
    """The nouns that hang on a trigger, and those on them."""
    near = [k for k in token.children if k.pos_ in ("NOUN", "PROPN")]
    return near + [c for k in near for c in k.children if c.pos_ == "NOUN"]


def _at(acting: "Acting", tokens: Sequence[int]) -> Floats:
    """The mean vector of tokens, zeros for none."""
    rows = acting.vectors[list(tokens)].astype(np.float32)
    return rows.mean(0) if len(rows) else np.zeros(WIDTH, np.float32)


def _known(token: "Token") -> Floats:
    """The word of a trigger: an axis of its own, and those of the lexicon's rules, types and modes that have it."""
    found: Floats = np.zeros(WORDS, np.float32)
    for axis, weight in _axes(lemma_of(token, token.lower_)):
        found[axis] += weight
    return found


@lru_cache(maxsize=100_000)
def _axes(lemma: str) -> tuple[tuple[int, float], ...]:
    names = {(f"word {lemma}", 1.5)}
    for pos in ("V", "N", "A"):
        for rule in lexicon().index.get((pos, lemma), ()):
            known = (f"rule {rule.id}", f"type {rule.type}", f"mode {rule.type} {rule.mode}")
            names.update((name, 1.0) for name in known)
    return tuple((int(digest(name), 16) % WORDS, weight) for name, weight in sorted(names))


def _unit(vector: Floats) -> Floats:
    return vector / np.float32(max(float(np.linalg.norm(vector)), 1e-9))


@cache
def ready_space() -> Space | None:
    """The space of the event heads; None where the package was built without them: then only rules code."""
    doc = language.parse("Oman met Iran.", acting=True)
    return ActSpace() if language.acting(doc) is not None else None
