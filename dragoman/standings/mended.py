"""A tree to the same with slips of the parser mended that hide the object of taking and giving a place."""

from typing import Final

from dragoman.events.tree import Tree

_NEAR: Final = 6  # tokens behind a verb
_PARTICLES: Final = frozenset({"over", "up", "back", "out"})
_TIMES: Final = frozenset({"DATE", "TIME"})


def mend(tree: Tree) -> None:
    """Changes relations of `tree` in place: a name right behind a verb is its object, who hands over its subject."""
    for i, token in enumerate(tree.tokens):
        if token.pos_ != "VERB":
            continue
        if tree.lower[i] == "fighting" and _is_noun(tree, i):
            continue
        if not tree.kids_by(i, "obj", "iobj", "ccomp", "xcomp"):
            _object(tree, i)
        _subject(tree, i)


def _is_noun(tree: Tree, i: int) -> bool:
    """Whether it is "fighting between the two", "years of fighting"; then makes a noun of it."""
    subject = tree.deps[i] == "csubj" and not tree.kids_by(i, "obj", "nsubj")
    measure = tree.deps[i] == "acl" and tree.lower_mark(i) == "of" and not tree.kids_by(i, "obj")
    if subject or measure:
        tree.deps[i] = "nsubj" if subject else "nmod"
        tree.lemmas[i] = "fighting"
    return subject or measure


def _object(tree: Tree, i: int) -> None:
    """As in "hand over Badme to them": a place right behind the verb, taken for a word that tells where."""
    for k in tree.kids_by(i, "obl", "obl:unmarked"):
        name = tree.tokens[k].pos_ == "PROPN" and tree.tokens[k].ent_type_ not in _TIMES
        if name and 0 < k - i < _NEAR and not tree.kids_by(k, "case", "mark"):
            tree.deps[k] = "obj"
            return


def _subject(tree: Tree, i: int) -> None:
    """As in "rebels handed over the town to": a past tense without "was" that the parser takes for a passive."""
    subjects = tree.kids_by(i, "nsubj:pass")
    active = tree.deps[i] == "ROOT" and not tree.kids_by(i, "aux:pass", "aux", "obl:agent")
    if active and any(word in _PARTICLES for word in tree.lower[i + 1 : i + 2]):
        for k in subjects:
            tree.deps[k] = "nsubj"
