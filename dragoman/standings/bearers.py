"""A phrase in its tree to whom it is said of: "at war" to who is at war, "between A and B" to the two."""

from typing import TYPE_CHECKING, Final

from dragoman.events.tree import Tree

if TYPE_CHECKING:
    from dragoman.actors import Cast

_CLIMBED: Final = frozenset({"obl", "advcl", "acl", "acl:relcl", "nmod", "xcomp", "conj", "parataxis", "appos"})
_FARTHEST: Final = 7  # tokens from the word to its "between"
_WIDEST: Final = 16  # tokens behind "between"


def top(tree: Tree, i: int) -> tuple[int, ...]:
    """Whom the phrase headed by noun `i` is said of: the subject of the verb over it, or the noun it stands behind."""
    head, dep = tree.heads[i], tree.deps[i]
    if head == i or dep not in _CLIMBED:
        return ()
    found = tree.slot(head, "subj")
    if found or tree.verbal(head):
        return found if i > min(found, default=i) else ()
    own = tree.kids_by(head, "nsubj", "nsubj:pass")
    return tuple(own) if own else (head,) if head < i else ()


def between(tree: Tree, cast: "Cast", i: int) -> tuple[int, ...]:
    """The heads of what is named behind the next "between" of the words at `i`, up to one name behind the "and"."""
    end = tree.sentence(i)[1]
    start = next((k for k in range(i + 1, min(i + _FARTHEST, end)) if tree.lower[k] == "between"), None)
    if start is None or any(
        tree.tokens[k].pos_ == "VERB" and tree.tokens[k].tag_ != "VBG" for k in range(i + 1, start)
    ):
        return ()
    found: list[int] = []
    joined = False
    for k in range(start + 1, min(start + _WIDEST, end)):
        joined = joined or tree.lower[k] == "and"
        mention = cast.at(k)
        if mention is not None and mention.head == k and mention.how != "pronoun" and cast.of(tree.tokens[k]):
            found.append(k)
            if joined and not _goes_on(tree, k):
                break
    return tuple(k for k in found if not _goes_on(tree, k)) if joined else ()


def _goes_on(tree: Tree, k: int) -> bool:
    """Whether the name only belongs to the next word: "Abkhaz separatists", "El Salvador's army"."""
    return tree.deps[k] in ("compound", "amod", "nmod:poss", "nmod:desc") and tree.heads[k] > k
