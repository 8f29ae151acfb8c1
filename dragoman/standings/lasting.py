"""A verb in its tree to whether it tells what is so and goes on ("still occupies"), not what was done ("occupied")."""

from typing import Final

from dragoman.events.tree import Tree

_PRESENT: Final = frozenset({"VBZ", "VBP"})
_STILL: Final = frozenset({"still", "now", "currently", "temporarily", "illegally", "partly", "largely"})
_LENGTHS: Final = frozenset("year month week day decade century long time".split())


def stays(tree: Tree, i: int) -> bool:
    """Whether verb `i` stands in the present, goes on, or has gone on for or since some time."""
    token = tree.tokens[i]
    helpers = tree.kids_by(i, "aux", "aux:pass", "cop")
    tags = {tree.tokens[k].tag_ for k in helpers}
    if any(tree.lower[k] in _STILL for k in tree.kids_by(i, "advmod")):
        return True
    if token.tag_ in _PRESENT or (tags & _PRESENT and (token.tag_ == "VBG" or tree.passive(i)) and not _been(tree, i)):
        return True
    return any(_long(tree, k) for k in tree.kids(i))


def _been(tree: Tree, i: int) -> bool:
    """As in "has been occupied": said of an act unless the words say how long."""
    return any(tree.lower[k] in ("been", "has", "have") for k in tree.kids_by(i, "aux", "aux:pass"))


def _long(tree: Tree, k: int) -> bool:
    words = {tree.lower[c] for c in tree.kids(k)} | {tree.lower[k]}
    return "since" in words or ("for" in words and tree.lemmas[k] in _LENGTHS)
