"""Promises and demands that are given for one another: "in exchange for", "in return", "for its part", "only if"."""

from collections.abc import Iterator
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.asked import RULE as CONDITION
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import classes
from dragoman.standings.light import FUTURE, is_coming
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power

CONFIDENCE: Final = 0.45
RULE: Final = "exchange"
_PRICE: Final = frozenset({"exchange", "return"})
_PARTS: Final = frozenset({"part", "parts", "side"})
_NEAR: Final = 60  # tokens between the two promises: within a sentence or two
_OPEN: Final = frozenset({"offered", "conditional"})


def given_back(tree: Tree, sides: Sides, drafts: list[Draft]) -> list[Draft]:
    """The second sides of exchanges that are said as a noun ("in return for fuel") or as a plain deed to come."""
    found: list[Draft] = []
    for sign in _signs(tree):
        price = _price(tree, sign)
        if price is not None:
            found += _noun_side(tree, sides, drafts, sign, price)
        else:
            found += _deed_sides(tree, sides, [*drafts, *found], sign)
    return found


def _signs(tree: Tree) -> list[int]:
    """The nouns of "in exchange", "in return", "in turn", "for its part"."""
    return [i for i, word in enumerate(tree.lower) if _is_sign(tree, i, word)]


def _is_sign(tree: Tree, i: int, word: str) -> bool:
    if i < 1:
        return False
    if word in _PRICE or word == "turn":
        return tree.lower[i - 1] == "in"
    return (
        word in _PARTS and i > 1 and tree.lower[i - 2] in ("for", "on") and tree.lower[i - 1] in ("its", "their", "his")
    )


def _price(tree: Tree, sign: int) -> int | None:
    """What is given in return: the head of the phrase behind "in exchange for"."""
    if tree.lower[sign] not in _PRICE or tree.lower[sign + 1 : sign + 2] != ["for"]:
        return None
    k, end = sign + 2, tree.sentence(sign)[1]
    if k >= end:
        return None
    while tree.heads[k] > sign + 1 and tree.heads[k] < end and tree.heads[k] != k and tree.heads[k] - k < 12:
        if tree.deps[k] in ("nsubj", "advcl"):
            break
        k = tree.heads[k]
    return None if tree.lower[k] in ("which", "what") else k


def _noun_side(tree: Tree, sides: Sides, drafts: list[Draft], sign: int, price: int) -> Iterator[Draft]:
    """The demand of who offers something for it, or the promise of the other side where both are settled."""
    start, end = tree.sentence(sign)
    here = [d for d in drafts if d.topic == "pledge" and start <= d.i < end and d.holder.actors]
    here = [d for d in here if d.i < sign or tree.tokens[sign].i - start < 3]
    if any(price <= d.i <= tree.tokens[price].right_edge.i for d in drafts if d.topic == "pledge"):
        return  # "in exchange for a promise by Chad to leave": read as such
    if not here:
        return
    first = min(here, key=lambda d: abs(d.i - sign))
    owner = _powers(sides.owner((price,)))
    own = _side(sides, first.holder)
    other = owner if owner.actors and _side(sides, owner) != own else first.subject
    if not other.actors or _side(sides, other) == own:
        return
    promised = tree.lemmas[price] in classes()["PROMISE"]
    if first.value in _OPEN and not promised:
        row = ("demand", "made", "plain", first.holder, other)
    else:
        row = ("pledge", "made", "plain", other, first.holder)
    yield Draft(price, *row, RULE, CONFIDENCE, guessed=first.guessed and other is first.subject)


def _deed_sides(tree: Tree, sides: Sides, drafts: list[Draft], sign: int) -> Iterator[Draft]:
    """As in "France will drop its veto. In return Croatia will buy trains": deeds to come that nothing else reads."""
    verb = _verb(tree, sign)
    if verb is None:
        return
    second = _promise_at(sides, drafts, verb)
    start = tree.sentence(sign)[0]
    first = next(
        (d for d in reversed(drafts) if d.topic == "pledge" and start - _NEAR < d.i < sign and d.i != verb), None
    )
    if first is None and start and tree.lower[sign] != "turn":
        above = _root(tree, start - 1)
        first = _deed(tree, sides, above, NOBODY) if above is not None else None
        if first is not None and second is None and not is_coming(tree, verb):
            return
    if first is None:
        return
    if second is None:
        second = _deed(tree, sides, verb, first.holder)
        if second is None or _side(sides, second.holder) == _side(sides, first.holder):
            return
        yield second
    if not any(d is first for d in drafts):
        if not second.holder.actors or _side(sides, second.holder) == _side(sides, first.holder):
            return
        first.subject = second.holder
        yield first


def _promise_at(sides: Sides, drafts: list[Draft], verb: int) -> Draft | None:
    near = {verb, *(k for k in sides.tree.kids_by(verb, "xcomp", "ccomp", "obj"))}
    return next((d for d in drafts if d.topic == "pledge" and d.i in near), None)


def _deed(tree: Tree, sides: Sides, verb: int, to: Side) -> Draft | None:
    """A promise of what the subject of `verb` will do."""
    ahead = is_coming(tree, verb) or any(tree.lower[k] in FUTURE for k in tree.kids_by(verb, "aux"))
    if not ahead and tree.lemmas[verb] != "agree":
        return None
    holder = _powers(sides.named(tree.slot(verb, "subj")))
    if not holder.actors and any(tree.lower[k] in ("we", "i") for k in tree.kids_by(verb, "nsubj")):
        holder = _powers(sides.side(verb, ("speaker",)))
    if not holder.actors or not _own_words(sides, verb, holder):
        return None
    return Draft(verb, "pledge", "made", "promised", Side(holder.actors[:1], holder.tokens), to, RULE, CONFIDENCE)


def _own_words(sides: Sides, verb: int, holder: Side) -> bool:
    speaker = sides.voices.speaker(sides.tree.tokens[verb])
    return speaker is None or side_of(sides.principal(speaker)) == _side(sides, holder)


def _verb(tree: Tree, i: int) -> int | None:
    """The verb that the phrase of token `i` belongs to, below a verb of saying."""
    for _ in range(4):
        if tree.verbal(i):
            above = tree.heads[i]  # "agreed in turn to close the camps", hung on the closing
            return above if tree.deps[i] == "xcomp" and tree.lemmas[above] == "agree" else i
        if tree.heads[i] == i:
            return None
        i = tree.heads[i]
    return None


def _root(tree: Tree, i: int) -> int | None:
    """The root verb of the sentence of token `i`, or what is said there."""
    start, end = tree.sentence(i)
    root = next((k for k in range(start, end) if tree.heads[k] == k and tree.verbal(k)), None)
    if root is not None and tree.lemmas[root] in ("say", "tell", "announce"):
        return next(iter(tree.kids_by(root, "ccomp")), None)
    return root


def exchanged(tree: Tree, sides: Sides, drafts: list[Draft]) -> dict[int, int]:
    """For the number of a promise or demand in `drafts` the number of what it is given for."""
    found: dict[int, int] = {}

    def link(n: int, m: int) -> None:
        if n not in found and m not in found:
            found[n], found[m] = m, n

    pledges = [n for n, d in enumerate(drafts) if d.topic == "pledge" and d.holder.actors]
    demands = [n for n, d in enumerate(drafts) if d.topic == "demand" and d.rule in (CONDITION, RULE)]
    for sign in _signs(tree):
        pair = _pair_at(tree, sides, drafts, sign, pledges)
        if pair is not None:
            link(*pair)
    for n in pledges:
        for kind in (_answers, _matched):
            m = next((m for m in pledges if kind(tree, sides, drafts[n], drafts[m])), None)
            if m is not None:
                link(n, m)
    for m in demands:
        same = [n for n in pledges if tree.sentence(drafts[n].i) == tree.sentence(drafts[m].i)]
        same = [n for n in same if _side(sides, drafts[n].holder) == _side(sides, drafts[m].holder)]
        if same:
            link(min(same, key=lambda n: abs(drafts[n].i - drafts[m].i)), m)
    return found


def _pair_at(tree: Tree, sides: Sides, drafts: list[Draft], sign: int, pledges: list[int]) -> tuple[int, int] | None:
    """The two promises, of two sides, that a sign joins: the nearest on either side of it, else the nearest two."""
    near = sorted((n for n in pledges if abs(drafts[n].i - sign) <= _NEAR), key=lambda n: abs(drafts[n].i - sign))
    start, end = tree.sentence(sign)
    inside = [n for n in near if start <= drafts[n].i < end]
    for n in inside:
        for m in near:
            if m != n and drafts[m].i < end and _mutual(sides, drafts[n], drafts[m]):
                return n, m
    return None


def _answers(tree: Tree, sides: Sides, one: Draft, other: Draft) -> bool:
    """Whether a conditional promise is followed by one of the other side: each waits for the other."""
    if one is other or one.value != "conditional" or other.value not in ("conditional", "made"):
        return False
    if not 0 < abs(one.i - other.i) <= _NEAR or not _mutual(sides, one, other):
        return False
    if any(a <= tree.tokens[other.i].idx < b for a, b in one.conditions):
        return True  # "only after Iraq had committed itself"
    return other.value != "made" and not one.guessed and not other.guessed


def _matched(tree: Tree, sides: Sides, one: Draft, other: Draft) -> bool:
    """As in "Chad pledged Mali a road, and Mali promised Chad a port": two promises of one sentence to one another."""
    if one is other or one.value != "made" or other.value != "made" or one.guessed or other.guessed:
        return False
    if tree.sentence(one.i) != tree.sentence(other.i) or not _mutual(sides, one, other):
        return False
    there = _side(sides, one.subject) == _side(sides, other.holder)
    return there and _side(sides, other.subject) == _side(sides, one.holder)


def _mutual(sides: Sides, one: Draft, other: Draft) -> bool:
    """Whether what one side gives is for what the other gives."""
    if one.i == other.i or _side(sides, one.holder) == _side(sides, other.holder):
        return False
    ones, others = _side(sides, one.subject), _side(sides, other.subject)
    mine = not ones or one.guessed or ones == _side(sides, other.holder)
    theirs = not others or other.guessed or others == _side(sides, one.holder)
    return mine or theirs


def _powers(side: Side) -> Side:
    return Side(tuple(a for a in side.actors if is_power(a)), side.tokens)


def _side(sides: Sides, side: Side) -> str:
    return side_of(sides.principal(side.actors[0])) if side.actors else ""
