"""A word about a penalty in its tree to who imposes it and on whom, wherever in the phrase they are named.

"American sanctions on Iran", "the embargo imposed by A on B", "Iran has been under UN sanctions", "the ban on imports
from C", "sanctions-hit D". The imposer is inferred from nothing but the words.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.actors.registry import registry
from dragoman.actors.registry_records import NameKind, State
from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import ActorKind
from dragoman.standings.lexicon import classes
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power

_SLOTS: Final = ("obj", "subj", "of", "with", "under", "by", "to", "from", "on", "into", "in", "for", "against", "at")
_TARGET: Final = ("on", "against", "of", "upon", "targeting", "toward", "towards")
_PUTTING: Final = frozenset(
    """impose slap introduce place put order adopt announce levy declare reimpose maintain keep lift ease renew extend
    propose prepare threaten enact apply drop remove use tighten widen have""".split()
)
_BORNE: Final = frozenset(
    "suffer hit hurt cripple strangle affect target face isolate squeeze bar cut keep deny".split()
)
_BLAMING: Final = frozenset({"accuse", "blame", "condemn", "criticise", "criticize", "denounce"})
_TELLING: Final = frozenset({"warn", "tell", "inform", "threaten", "notify", "promise", "assure", "remind"})
_PAPERS: Final = frozenset(
    "bill law decree order plan proposal resolution act package motion regulation decision rule".split()
)
# Abbreviations before a noun are who imposes; other names of countries are on whom: "Iran sanctions".
_NOTED: Final = frozenset({"us", "u.s.", "u.s", "un", "u.n.", "u.n", "eu", "e.u.", "uk", "u.k.", "ecowas", "au"})
_DEEPEST: Final = 4  # phrases within phrases


def measure(tree: Tree, i: int, used: tuple[int, ...] = ()) -> int | None:
    """The noun for a penalty at word `i`: itself, one of `used`, or one in a slot of `i`; None without."""
    names = classes()["SANCTIONS"]
    for k in (i, *used):
        if tree.tokens[k].pos_ in ("NOUN", "PROPN") and tree.lemmas[k] in names:
            return k
    for slot in _SLOTS:
        for k in tree.slot(i, slot):
            for j in (tree.through(k), *tree.kids_by(tree.through(k), "conj", "nmod", "xcomp")):
                if tree.lemmas[j] in names and tree.tokens[j].pos_ in ("NOUN", "PROPN"):
                    return j
    return None


def parties(tree: Tree, sides: Sides, i: int, noun: int) -> tuple[Side, Side]:
    """Who imposes the penalty `noun` that word `i` speaks of, and on whom; NOBODY for who is not named."""
    clauses = tree.kids_by(noun, "acl", "acl:relcl")
    target = _first(sides, [tree.slot(noun, slot) for slot in _TARGET])
    for verb in clauses:
        if not target.actors:
            aims = [k for slot in ("on", "against", "upon", "to", "for") for k in tree.slot(verb, slot)]
            if tree.lemmas[verb] in _BORNE and not tree.passive(verb):
                aims += tree.slot(verb, "obj")
            target = _first(sides, [aims])
    owners = [k for k in tree.kids_by(noun, "nmod:poss", "compound", "amod", "nmod:desc", "nmod") if k < noun]
    if arms(tree, noun):
        owners += tree.kids_by(noun - 1, "nmod:poss", "compound", "amod")
    aimed = [k for k in owners if _aimed(tree, sides, k)]
    makers = [[k for k in owners if k not in aimed], list(tree.slot(noun, "by")), list(tree.slot(noun, "from"))]
    makers += [list(tree.slot(verb, s)) for verb in clauses if tree.lemmas[verb] in _PUTTING for s in ("subj", "by")]
    makers += [list(tree.slot(c, "by")) for c in clauses]
    if not target.actors and aimed:
        target = _first(sides, [tuple(aimed)])
    holder = _first(sides, makers, target)
    up = tree.heads[noun]
    if tree.lemmas[up] in _BLAMING and tree.case(noun) in ("of", "for"):  # "accuses India of a blockade"
        holder = holder if holder.actors else _first(sides, [tree.slot(up, "obj")], target)
        target = target if target.actors else _first(sides, [tree.slot(up, "subj")], holder)
    return holder, target


def arms(tree: Tree, noun: int) -> bool:
    """Whether "arms" stands right before the noun, which the parser hangs beside it: "the EU's arms embargo"."""
    return noun > 0 and tree.lower[noun - 1] in ("arms", "weapons")


def over(tree: Tree, sides: Sides, i: int, against: Side) -> Side:
    """Whom the words above speak to: "warned Fiji that it would cut its aid", "told the junta it faced an embargo"."""
    up = tree.heads[i]
    if tree.deps[i] not in ("ccomp", "xcomp") or up == i or tree.lemmas[up] not in _TELLING:
        return NOBODY
    return _first(sides, [tree.slot(up, slot) for slot in ("iobj", "obj", "to")], against)


def drafted(tree: Tree, i: int) -> bool:
    """Whether the verb says what a bill or plan would do."""
    noun = tree.heads[i]
    return (
        tree.deps[i] == "acl:relcl"
        and tree.lemmas[noun] in _PAPERS
        and any(tree.lower[k] == "would" for k in tree.kids_by(i, "aux"))
    )


def writer(tree: Tree, sides: Sides, i: int, against: Side) -> Side:
    """Who makes the bill, decree or plan that would do it: "senators drafted a bill that would impose penalties"."""
    noun = tree.heads[i]
    if tree.deps[i] not in ("acl:relcl", "acl") or noun == i or tree.lemmas[noun] not in _PAPERS:
        return NOBODY
    owners = tree.kids_by(noun, "nmod:poss", "compound", "amod")
    return _first(sides, [owners, tree.slot(noun, "by"), tree.slot(tree.heads[noun], "subj")], against)


def _goods(sides: Sides, noun: int) -> Side:
    """The state of goods that the cast takes for nobody: "Georgian wine", "French cheese"."""
    for k in sides.tree.kids_by(noun, "amod"):
        for entry in registry().lookup(sides.tree.tokens[k].text):
            if entry.kind is NameKind.ADJECTIVE and isinstance(entry.record, State):
                found = sides.state(entry.record.code, k)
                token = sides.tree.tokens[k]
                span = (token.idx, token.idx + len(token))
                return Side(tuple(replace(actor, mention=span) for actor in found.actors), found.tokens)
    return NOBODY


def deprived(tree: Tree, sides: Sides, slots: tuple[str, ...], i: int, against: Side) -> Side:
    """Whom a verb's penalty falls on, by the first of `slots` that names a power or a place of another side."""
    return _first(sides, [tree.slot(i, slot.removesuffix(".owner")) for slot in slots], against)


def _aimed(tree: Tree, sides: Sides, k: int) -> bool:
    """Whether a name before the noun is of whom it hits: "Iran sanctions", "the Cuba embargo"."""
    token = tree.tokens[k]
    if (
        tree.deps[k] == "nmod:poss"
        or token.pos_ != "PROPN"
        or token.text.lower() in _NOTED
        or token.tag_.startswith("JJ")
    ):
        return False
    return any(a.kind is ActorKind.STATE for a in sides.cast.of(token)) or bool(sides.state_at(k).actors)


def _first(sides: Sides, groups: Sequence[Sequence[int]], against: Side = NOBODY) -> Side:
    """The powers of the first group of phrases that names some who are not on the side of `against`."""
    own = {side_of(a) for a in against.actors}
    for tokens in groups:
        for k in tokens:
            found = _named(sides, k)
            kept = tuple(a for a in found.actors if side_of(a) not in own and not sides.is_money(a))
            if kept:
                return Side(kept, found.tokens)
    return NOBODY


def _named(sides: Sides, k: int, depth: int = 0) -> Side:
    """The powers that the phrase at `k` names, else whose it is, where it is, where it is from."""
    tree = sides.tree
    if depth > _DEEPEST:
        return NOBODY  # a tree may lead back to where it came from
    found = sides.named((k,))
    powers = tuple(dict.fromkeys(p for a in found.actors if is_power(p := sides.principal(a))))
    if powers:
        return Side(powers, found.tokens)
    noun = tree.through(k)
    goods = _goods(sides, noun)
    if goods.actors:
        return goods
    owner = sides.owner((noun,))
    powers = tuple(dict.fromkeys(p for a in owner.actors if is_power(p := sides.principal(a))))
    if powers:
        return Side(powers, owner.tokens)
    place = sides.place(k)
    states = tuple(dict.fromkeys(sides.principal(a) for a in place.actors if a.kind is ActorKind.STATE))
    if states:
        return Side(states, place.tokens)
    for slot in ("from", "to", "by", "with", "of", "in", "into", "for", "against", "on"):
        for inner in tree.slot(noun, slot):
            if inner != k and tree.through(inner) != noun:
                found = _named(sides, inner, depth + 1)
                if found.actors:
                    return found
    return NOBODY
