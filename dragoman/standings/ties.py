"""A word about relations in its tree to the noun that names them and the two sides whose they are.

"Relations between A and B", "A's ties with B", "Saudi-Thai relations", "A restored relations with B", "A and B, whose
ties ...": wherever the sides stand, they are looked for near the noun first and near the word about it after that.
"""

from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor
from dragoman.standings.slots import NOBODY, Side, is_power, joined

if TYPE_CHECKING:
    from dragoman.standings.sides import Sides

# Where the noun stands from the word about it: "severed ties", "entered into relations", "on ice", "a freeze of ties".
_VERB: Final = ("obj", "into", "in", "to", "for", "over", "of", "on", "toward", "towards", "between")
_NOUN: Final = ("of", "in", "to", "on", "between")
# Relations in the tree of a noun that is no phrase of its own behind a verb: "is locked in a row with B".
_IN: Final = frozenset(
    {"without", "in", "into", "at", "on", "under", "over", "after", "since", "during", "amid", "despite"}
)
_OTHER: Final = ("with", "to", "toward", "towards", "against")
_DEEPEST: Final = 3
_FARTHEST: Final = 25  # tokens between "them" and what it stands for
# Nouns for a side that a report leaves without a name here.
_POLITIES: Final = frozenset(
    "country kingdom state government neighbour neighbor republic nation island side ruler".split()
)


def noun_of(tree: Tree, i: int, lemmas: frozenset[str]) -> int | None:
    """The noun among `lemmas` that word `i` is said of, or `i` itself; None where there is none."""
    for k in _places(tree, i):
        noun = tree.through(k)
        if tree.lower[k] in ("them", "it", "they") and (before := _before(tree, k, lemmas)) is not None:
            return before
        if tree.lemmas[noun] in lemmas and tree.tokens[noun].pos_ in ("NOUN", "PROPN"):
            return noun
        for c in tree.kids_by(noun, "conj"):
            if tree.lemmas[c] in lemmas:
                return c
    return None


def _before(tree: Tree, k: int, lemmas: frozenset[str]) -> int | None:
    """The noun that "them" stands for: "froze its relations with Eritrea and restored them"."""
    many = tree.lower[k] != "it"
    for j in range(k - 1, max(-1, k - _FARTHEST), -1):
        if tree.tokens[j].pos_ == "NOUN" and (tree.tokens[j].tag_ == "NNS") is many:
            if tree.lemmas[j] in lemmas:
                return j
            if not tree.case(j):
                return None  # another thing, nearer
    return None


def _places(tree: Tree, i: int) -> tuple[int, ...]:
    if tree.verbal(i):
        found = tuple(k for slot in _VERB for k in tree.slot(i, slot)) + tuple(tree.kids_by(i, "obj"))
        found += tree.slot(i, "subj") if not tree.passive(i) else ()
        return (*found, tree.heads[i]) if tree.deps[i] == "amod" else found  # "frozen relations"
    if tree.tokens[i].pos_ == "VERB":
        return (*tree.slot(i, "of"), *tree.kids_by(i, "obj"))
    if tree.tokens[i].pos_ == "NOUN" and tree.deps[i] in ("obl", "xcomp") and tree.case(i) == "to":
        return (i, *tree.slot(tree.heads[i], "subj"), *tree.kids_by(tree.heads[i], "nsubj"))  # "are back to normal"
    if tree.tokens[i].pos_ == "NOUN":
        return (i, *(k for slot in _NOUN for k in tree.slot(i, slot)), *tree.kids_by(i, "nmod:poss", "compound"))
    own = tree.slot(i, "subj")
    head = tree.heads[i]
    if tree.deps[i] == "acl":
        return (*own, head)
    if tree.deps[i] == "xcomp" and tree.verbal(head):  # "ties remain tense", "made relations difficult"
        return (*own, *tree.slot(head, "obj"), *tree.slot(head, "subj"))
    return (*own, head) if tree.deps[i] == "conj" and tree.tokens[head].pos_ == "NOUN" else own


def tied(sides: "Sides", i: int, noun: int, *, guess: bool) -> tuple[Side, Side, bool] | None:
    """The two sides of the relations that `noun` names and word `i` is about; whether one was taken from around.

    `guess` allows to take the second side from around where only who acts is named: "Peru broke off relations".
    """
    words = _above(sides.tree, i, noun)
    pair = _pair(sides, words, noun)
    if pair is not None:
        return (*pair, False)
    others = [joined([sides.side(k, (slot,)) for slot in _OTHER[: 2 if k == noun else 1]]) for k in words]
    other = next((_powers(o) for o in others if _powers(o).actors), NOBODY)
    if not other.actors:
        return _lonely(sides, i, noun, words) if guess else None
    one = _powers(sides.side(noun, ("poss",), other)) or NOBODY
    for k in words:
        if not one.actors and k != noun:
            one = _powers(sides.side(k, ("subj",), other))
    if not one.actors:
        one = _powers(sides.side(noun, ("subj", "of", "by"), other))
    if one.actors:
        return one, other, False
    if _unnamed(sides.tree, words):
        return None
    one = _powers(sides.side(i, ("speaker", "?"), other))
    return (one, other, True) if one.actors else None


def _lonely(sides: "Sides", i: int, noun: int, words: tuple[int, ...]) -> tuple[Side, Side, bool] | None:
    """Whose relations they are or who acts, with the likeliest other side in play; "they severed ties" has none."""
    found = [sides.side(noun, ("poss",)), *(sides.side(k, ("subj",)) for k in words if sides.tree.verbal(k))]
    one = next((_powers(side) for side in found if _powers(side).actors), NOBODY)
    if len({side_of(sides.principal(a)) for a in one.actors}) != 1:
        return None
    other = _powers(sides.side(i, ("?",), one))
    return (one, other, True) if other.actors else None


def _unnamed(tree: Tree, words: tuple[int, ...]) -> bool:
    """Whether somebody is the subject whom nobody has made out: "the kingdom", "it", "the two"."""
    subjects = [k for word in words if tree.verbal(word) for k in tree.slot(word, "subj")]
    return any(tree.lemmas[k] in _POLITIES or tree.tokens[k].pos_ in ("PRON", "NUM", "PROPN") for k in subjects)


def _above(tree: Tree, i: int, noun: int) -> tuple[int, ...]:
    """The noun, the word about it, and the verbs right above either: where the sides may hang."""
    found = [noun, tree.measure(noun), i]
    for start in (noun, i):
        k = start
        for _ in range(_DEEPEST):
            head = tree.heads[k]
            inside = tree.deps[k] in ("obj", "nsubj", "nsubj:pass", "xcomp") or (
                tree.deps[k] in ("obl", "nmod") and tree.case(k) in _IN
            )
            if head == k or not inside:
                break
            found.append(head)
            if tree.verbal(head):
                break
            k = head
    return tuple(dict.fromkeys(found))


def _pair(sides: "Sides", words: tuple[int, ...], noun: int) -> tuple[Side, Side] | None:
    tree = sides.tree
    phrases = [tree.slot(k, slot) for k in words for slot in ("between", "among")]
    phrases.append(tuple(c for k in tree.slot(noun, "poss") for c in (k, *tree.kids_by(k, "amod", "compound"))))
    for found in phrases:
        pair = split(sides, sides.named(found)) or split(
            sides, joined([_whose(sides, k) for k in _listed(tree, found)])
        )
        if pair is not None:
            return pair
    pair = sides.both(noun, ("of",))
    if pair is not None:
        return pair
    if tree.case(noun) in ("without", "in", "at"):  # "Georgia and Russia, without relations since 2008, ..."
        head = tree.heads[noun]
        first = tree.heads[head] if tree.deps[head] == "conj" else head
        pair = split(sides, joined([_whose(sides, k) for k in _listed(tree, (first,))]))
        if pair is not None:
            return pair
    if any(sides.side(k, ("with",)).actors for k in words) or sides.side(noun, ("poss",)).actors:
        return None
    for k in words:
        slot = "obj" if tree.verbal(k) and tree.passive(k) else "subj"
        pair = sides.both(k, (slot,)) if k != noun or tree.kids_by(k, "nsubj") else None
        if pair is not None:
            return pair
    return None


def _listed(tree: Tree, tokens: tuple[int, ...]) -> list[int]:
    return [c for k in tokens for c in (k, *tree.kids_by(k, "conj"))]


def _whose(sides: "Sides", k: int) -> Side:
    """Who is named at token `k` itself, a place standing for its state: "between Athens and Tirana"."""
    mention = sides.cast.at(k)
    if mention is not None and mention.how != "place" and mention.actors:
        return Side(mention.actors[:1], (k,))
    return sides.state_at(k)


def split(sides: "Sides", found: Side) -> tuple[Side, Side] | None:
    """The two sides that the actors of one phrase stand on; None where they are not two."""
    by_side: dict[str, list[Actor]] = {}
    for actor in found.actors:
        by_side.setdefault(side_of(sides.principal(actor)), []).append(actor)
    if len(by_side) != 2:
        return None
    one, other = by_side.values()
    return Side(tuple(one), found.tokens), Side(tuple(other), found.tokens)


def _powers(side: Side) -> Side:
    return Side(tuple(a for a in side.actors if is_power(a)), side.tokens)
