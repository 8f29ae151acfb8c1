"""Takes an analysis with its words, mends in place what the trees of running text get wrong in one known way."""

from collections.abc import Sequence
from typing import Final, NamedTuple

NEAR: Final = 40  # words before a verb in which its subject is looked for
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})


class Labels(NamedTuple):
    """The labels that are looked at, as the indices that an analysis holds."""

    appos: int
    astray: frozenset[int]
    subjects: frozenset[int]
    noun: int
    propn: int


def labels(names: dict[str, list[str]]) -> Labels:
    """The indices of those labels in the label sets of a model."""
    deprel, upos = names["deprel"].index, names["upos"].index
    return Labels(
        deprel("appos"),
        frozenset((deprel("nsubj"), deprel("dep"))),
        frozenset(map(deprel, SUBJECTS)),
        upos("NOUN"),
        upos("PROPN"),
    )


def appositions(words: Sequence[str], heads: list[int], deprels: list[int], upos: Sequence[int], known: Labels) -> None:
    """As in "met her predecessor, Luis Paz.", "said the latter, Luis Paz": a name after a noun is no second subject.

    It becomes the noun's apposition. `heads` and `deprels` are those of a run of words, changed in place.
    """
    for i in range(2, len(words)):
        verb, before = heads[i], i - 2
        if deprels[i] not in known.astray or upos[i] != known.propn or words[i - 1] != "," or verb >= before:
            continue
        if heads[before] != verb:
            continue
        if deprels[before] in known.subjects or (upos[before] == known.noun and _subject(verb, heads, deprels, known)):
            heads[i], deprels[i] = before, known.appos


def _subject(verb: int, heads: Sequence[int], deprels: Sequence[int], known: Labels) -> bool:
    """Whether a verb has a subject before it."""
    near = range(max(verb - NEAR, 0), verb)
    return any(heads[j] == verb and deprels[j] in known.subjects for j in near)
