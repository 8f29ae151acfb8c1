"""The record of what a cue says is said, as token ranges of the tree; how the text prints it is not known here."""

from dataclasses import dataclass
from typing import TypeAlias

from dragoman.speech.tree import Tree

Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Content:
    """Token ranges, both ends included; `lead` the complementiser or addressee before them; `rule` the frame's id."""

    pieces: tuple[Range, ...]
    rule: str
    lead: Range | None = None
    source: int | None = None  # who speaks, where the print shows it better than the tree


def whole(tree: Tree, clause: int) -> Range:
    """The first and last token of a subtree."""
    return tree.first[clause], tree.last[clause]
