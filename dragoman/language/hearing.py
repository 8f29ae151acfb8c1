"""Takes the scores of the speech heads over one window, gives who said what in it as ranges of words.

The method: words that open a cue are found by their role; each cue then points at the first and last words of its
source and its content and labels every word of the window as none, source or content (biaffine scores, Dozat and
Manning 2017). A range is the one whose ends and words together are likeliest; training/README.md compares the ways.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Range: TypeAlias = tuple[int, int]

NEAR: Final = np.array((1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64))  # words between cue and word: edges of classes
OPENS: Final = 3  # a cue's first word among the roles
GOES_ON: Final = 4  # its later words
SURE: Final = 0.4  # probability from which a word opens a cue: the best pair soft F1 on PolNeAR dev of 0.3, 0.4 and 0.5
LOUD: Final = 4.0  # log-odds of one word, at most
INSIDE: Final = 0.25  # weight of a word inside a range against that of its ends


@dataclass(frozen=True, slots=True)
class Heard:
    """One attribution as the encoder reads it. Ranges are half open, of words of a run or of tokens of a Doc.

    `source` is empty where nobody is named; `content` may be in pieces; `score` is the probability of the cue and
    `content_score` the mean probability of the content's words.
    """

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float
    content_score: float

    def within(self, start: int, end: int) -> bool:
        """Whether all of it stands in the words `start:end`."""
        return all(start <= a and b <= end for a, b in (self.cue, *self.source, *self.content))


def moved(one: Heard, by: int) -> Heard:
    """The same with all words counted from `by` places before."""
    return renumbered(one, lambda a, b: (a + by, b + by))


def renumbered(one: Heard, range_of: Callable[[int, int], Range]) -> Heard:
    """The same with every range put through `range_of`."""
    source = tuple(range_of(a, b) for a, b in one.source)
    content = tuple(range_of(a, b) for a, b in one.content)
    return replace(one, cue=range_of(*one.cue), source=source, content=content)


def packed(one: Heard) -> tuple[object, ...]:
    """One attribution as plain tuples and numbers, which `Doc.to_bytes` can write."""
    return one.cue, one.source, one.content, one.score, one.content_score


def unpacked(row: Sequence[Any]) -> Heard:
    """The attribution of what `packed` gave, lists in place of tuples or not."""
    (start, end), source, content, score, content_score = row
    return Heard(
        (start, end), tuple((a, b) for a, b in source), tuple((a, b) for a, b in content), score, content_score
    )


def buckets(cues: NDArray[np.int64], words: int) -> NDArray[np.int64]:
    """(n, words) classes of the signed distance from each cue to every word, as the heads were trained with."""
    away = np.arange(words)[None] - cues[:, None]
    near = np.searchsorted(NEAR, np.abs(away), side="right")
    return near + (away < 0) * (len(NEAR) + 1)  # type: ignore[no-any-return]


def cues(roles: Floats) -> tuple[list[Range], list[float]]:
    """The cues by log-probabilities (words, roles): a word that opens one, and those that go on from it."""
    opens = roles[:, OPENS]
    best = roles.argmax(1)
    found, sure = [], []
    for at in np.flatnonzero(opens > np.log(SURE)).tolist():
        end = at + 1
        while end < len(best) and best[end] == GOES_ON:
            end += 1
        found.append((at, end))
        sure.append(float(np.exp(opens[at])))
    return found, sure


def heard(found: list[Range], sure: list[float], labels: Floats, points: Floats) -> list[Heard]:
    """The attributions of a window, one for each of the cues `found` that has a content.

    `labels` (cues, words, 3): log-probabilities that a word is none, the cue's source, its content. `points` (cues,
    1 + words, 4): that a source begins and ends at a word, a content begins and ends there; place 0: there is none.
    """
    free = np.ones(labels.shape[1], dtype=bool)
    for a, b in found:
        free[a:b] = False
    inside = np.clip(labels[..., 1:] - labels[..., :1], -LOUD, LOUD)
    out = []
    for k, cue in enumerate(found):
        source = best_range(np.where(free, inside[k, :, 0], -LOUD), points[k, :, 0], points[k, :, 1])
        odds = inside[k, :, 1]
        hull = best_range(np.where(free, odds, 0.0), points[k, :, 2], points[k, :, 3])
        if hull is None:
            continue
        pieces = tuple(_broken(hull, odds, (cue, source) if source else (cue,)))
        if pieces:
            chance = np.concatenate([np.exp(labels[k, a:b, 2]) for a, b in pieces])
            out.append(Heard(cue, (source,) if source else (), pieces, sure[k], float(chance.mean())))
    return out


def best_range(odds: Floats, first: Floats, last: Floats) -> Range | None:
    """The range that is likeliest to begin and end where it does and to hold the words it holds.

    `odds` (words,) are log-odds that a word is inside, `first` and `last` (1 + words,) log-probabilities of its ends,
    place 0 that there is none: the answer then is None.
    """
    sums = np.concatenate(([0.0], np.cumsum(odds))) * INSIDE
    begin, end = first[1:] - sums[:-1], last[1:] + sums[1:]
    # the best beginning up to each end, then the best end
    best = np.maximum.accumulate(begin)
    b = int((best + end).argmax())
    if best[b] + end[b] <= first[0] + last[0]:
        return None
    return int(begin[: b + 1].argmax()), b + 1


def _broken(hull: Range, odds: Floats, holes: tuple[Range, ...]) -> Iterator[Range]:
    """The hull without the cue and source that stand in it and the words beside them that are no content."""
    cut = [h for h in holes if hull[0] <= h[0] and h[1] <= hull[1]]
    if not cut:
        yield hull
        return
    a, b = min(h[0] for h in cut), max(h[1] for h in cut)
    while a > hull[0] and odds[a - 1] < 0:
        a -= 1
    while b < hull[1] and odds[b] < 0:
        b += 1
    if a > hull[0]:
        yield hull[0], a
    if b < hull[1]:
        yield b, hull[1]
