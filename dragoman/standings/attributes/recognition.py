"""A tree and a draft of recognition to what its words add: de facto or de jure, and whether of a state or a government.

`basis` is "de facto" or "de jure", `of` is "state" or "government"; each is left out where the words do not say it.
"""

from collections.abc import Iterator
from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Attribute
from dragoman.standings.drafts import Draft

# Words near the anchor that say on what basis: adverbs and adjectives, or the second half of "de facto".
BASES: Final = {
    "de facto": "facto practice effectively tacit tacitly implicit implicitly informal informally",
    "de jure": "jure formal formally official officially diplomatic legally fully full",
}
# Nouns that name what is recognised, as the object, behind "as" or behind "of".
OF: Final = {
    "state": """state statehood independence sovereignty republic country nation sovereign secession independent
    separate""",
    "government": """government administration regime junta council president presidency premier authority ruler leader
    leadership cabinet parliament emirate representative election victory transition""",
}
_BASIS: Final = {word: basis for basis, words in BASES.items() for word in words.split()}
_KIND: Final = {word: kind for kind, words in OF.items() for word in words.split()}
_MANNER: Final = frozenset({"advmod", "amod", "compound", "obl", "nmod", "fixed", "flat"})
_WHAT: Final = frozenset({"obj", "nsubj:pass", "nmod", "appos", "compound", "amod", "xcomp", "acl", "conj", "iobj"})
_DEEPEST: Final = 3


def attributes(tree: Tree, draft: Draft) -> dict[str, Attribute]:
    """The attributes of a draft of the topic recognition; empty for other topics and where the words say nothing."""
    if draft.topic != "recognition":
        return {}
    found: dict[str, Attribute] = {}
    anchors = tuple(dict.fromkeys((draft.i, *(k for k in draft.used if tree.lemmas[k] == "recognition"))))
    basis = next((b for i in anchors for b in _bases(tree, i)), "")
    kind = _kind(tree, anchors, draft)
    if basis:
        found["basis"] = basis
    if kind:
        found["of"] = kind
    return found


def _bases(tree: Tree, i: int) -> Iterator[str]:
    """The bases that words about token `i` give, the plainest first: "de facto" before "official"."""
    near = [k for k in tree.kids(i) if tree.deps[k].partition(":")[0] in _MANNER]
    words = [*near, *(c for k in near for c in tree.kids(k) if tree.deps[c] in ("fixed", "flat", "compound", "advmod"))]
    for k in words:
        if tree.lower[k] in ("facto", "jure") and "de" in tree.lower[max(0, k - 2) : k]:
            yield f"de {tree.lower[k]}"
    for k in words:
        if tree.lower[k] in _BASIS and (tree.lower[k] != "practice" or tree.case(k) == "in"):
            yield _BASIS[tree.lower[k]]


def _kind(tree: Tree, anchors: tuple[int, ...], draft: Draft) -> str:
    """What the words behind "as" say it is, else the words that name the subject, else what was recognised."""
    for i in anchors:
        for k in (*tree.slot(i, "as"), *tree.slot(i, "xcomp")):
            found = _named(tree, k)
            if found:
                return found
    for k in draft.subject.tokens:
        found = _named(tree, k) or _above(tree, k, anchors)
        if found:
            return found
    for i in anchors:
        for k in (*tree.slot(i, "obj"), *tree.slot(i, "of")):
            found = _named(tree, k)
            if found:
                return found
    return ""


def _named(tree: Tree, k: int) -> str:
    """The kind that the noun `k` or a word of its own names: "council", "independent republic"."""
    own = _KIND.get(tree.lemmas[k], "")
    if own:
        return own
    return next(
        (_KIND[tree.lemmas[c]] for c in tree.kids_by(k, "amod", "appos", "compound") if tree.lemmas[c] in _KIND), ""
    )


def _above(tree: Tree, k: int, anchors: tuple[int, ...]) -> str:
    """The kind that a noun over the name says: "the independence of Eritrea", "Eritrea's independence"."""
    for _ in range(_DEEPEST):
        head = tree.heads[k]
        if head == k or head in anchors or tree.deps[k].partition(":")[0] not in _WHAT:
            return ""
        k = head
        if tree.lemmas[k] in _KIND:
            return _KIND[tree.lemmas[k]]
    return ""
