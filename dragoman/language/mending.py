"""Takes an analysis with its words, mends in place what the trees of running text get wrong in one known way."""

from collections.abc import Sequence
from typing import Final, NamedTuple

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
    """As in "met her predecessor, Luis Paz.": a name after a noun and a comma is no second subject of the verb before.

    It becomes the noun's apposition. `heads` and `deprels` are those of a run of words, changed in place.
    """
    for i in range(2, len(words)):
        verb = heads[i]
        if deprels[i] not in known.astray or upos[i] != known.propn or words[i - 1] != "," or not verb < i - 2:
            continue
        if upos[i - 2] != known.noun or heads[i - 2] != verb:
            continue
        if any(heads[j] == verb and deprels[j] in known.subjects for j in range(verb - 1, max(verb - 40, -1), -1)):
            heads[i], deprels[i] = i - 2, known.appos
