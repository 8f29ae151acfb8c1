"""A word about an agreement in its tree to those who are party to it, wherever in the phrase they are named.

"The 1991 border treaty between A and B", "its gas deal with C", "a pact binding the two", "the accord that A signed
with B", "A and B are bound by a pact". A city before the noun names it ("the Algiers accord"), no party.
"""

from collections.abc import Iterable
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind
from dragoman.standings.lexicon import classes
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side, is_power

# Verbs under the noun whose subjects and objects are its parties: "the pact that binds A and B", "a deal reached by".
MADE: Final = frozenset(
    """sign initial conclude reach strike agree negotiate make ratify seal clinch announce ink accept circulate propose
    present offer submit draft finalise finalize break violate suspend renew have keep need want discuss table
    send""".split()
)
BINDING: Final = frozenset(
    """bind link tie unite oblige commit join connect govern require let allow permit entitle give grant cover bar stop
    prevent forbid regulate protect""".split()
)
# Where a verb's clause names the noun, the slots that may hold it.
_SLOTS: Final = (
    "obj",
    "subj",
    "of",
    "from",
    "on",
    "to",
    "in",
    "by",
    "with",
    "under",
    "for",
    "xcomp",
    "against",
    "at",
    "over",
)
# Words right behind a party's name that make it no party: "the US-brokered truce", "a Qatari-mediated deal".
_MEDIATED: Final = frozenset(
    "brokered mediated backed sponsored led drafted hosted guaranteed written supervised monitored".split()
)
# Help from outside: "with American help" makes nobody a party.
_HELP: Final = frozenset("help support backing mediation blessing aid assistance consent approval view look".split())
# Abbreviations that are powers, not names of agreements.
NOTED: Final = frozenset("us u.s. u.s un u.n. u.n eu e.u. uk u.k. nato".split())
_OWNING: Final = ("nmod:poss", "compound", "amod", "nmod:desc", "nmod")
_PARTS: Final = frozenset(
    "participation compliance implementation term part obligation provision clause article terms".split()
)
# Nouns for what is done to an agreement: whose deed it is, is party to it.
_DEEDS: Final = _PARTS | frozenset(
    """ratification approval signing signature violation breach infringement withdrawal exit termination suspension
    renewal extension rejection proposal offer draft text version commitment adherence talk negotiation""".split()
)


def accord(tree: Tree, i: int, used: tuple[int, ...] = ()) -> int | None:
    """The noun for an agreement at word `i`: itself, one of `used`, or one in a slot of `i`; None without."""
    for k in (i, *used):
        if tree.tokens[k].pos_ in ("NOUN", "PROPN") and tree.lemmas[k] in classes()["PACT"]:
            return k
    for slot in _SLOTS:
        for k in tree.slot(i, slot):
            for j in (tree.through(k), *tree.kids_by(tree.through(k), "conj", "nmod", "xcomp")):
                if tree.lemmas[j] in classes()["PACT"] and tree.tokens[j].pos_ in ("NOUN", "PROPN"):
                    return j
    return None


def parties(tree: Tree, sides: Sides, i: int, noun: int) -> list[Side]:
    """The parties of the agreement `noun` that word `i` speaks of, at most two, the one who acts first."""
    found: list[Side] = []
    inner = _inside(tree, noun)
    doer = _powers(sides, [k for k in tree.slot(i, "subj") if tree.through(k) != noun]) if i != noun else []
    between = _between(tree, sides, i, noun)
    if len(between) > 1:
        return _doer_first(sides, between, doer)
    found += between
    for tokens in (*_own(tree, sides, noun), *inner):
        _add(sides, found, _powers(sides, tokens))
        if len(found) > 1:
            return _doer_first(sides, found, doer)
    for tokens in _outer(tree, i, noun):
        _add(sides, found, _powers(sides, tokens))
        if len(found) > 1:
            break
    return _doer_first(sides, found[:2], doer)


def around(tree: Tree, sides: Sides, noun: int, found: list[Side]) -> list[Side]:
    """The parties when the noun is in passing ("under a 1972 treaty A may fish in B's waters"): those of the clause."""
    verb = tree.heads[noun]
    if tree.tokens[verb].pos_ == "NOUN":
        verb = tree.heads[verb]
    reach = [verb, *tree.slot(verb, "comp")]
    groups = [tree.slot(verb, "subj")]
    groups += [
        tree.slot(k, slot) for k in reach for slot in ("obj", "iobj", "to", "with", "from", "in", "at", "on", "for")
    ]
    for tokens in groups:
        _add(sides, found, _powers(sides, tokens))
        if len(found) > 1:
            break
    return found[:2]


def _between(tree: Tree, sides: Sides, i: int, noun: int) -> list[Side]:
    for start in (noun, *tree.kids_by(noun, "nmod"), *(k for k in (i, tree.heads[noun]) if k != noun)):
        for slot in ("between", "among", "by"):
            found: list[Side] = []
            _add(sides, found, _powers(sides, tree.slot(start, slot) if slot != "by" or start == noun else ()))
            if len(found) > 1:
                return found[:2]
    return []


def _own(tree: Tree, sides: Sides, noun: int) -> list[list[int]]:
    """Whose it is and with whom: "Morocco's deal with the Union", "the Sino-British declaration"."""
    owners = [
        k for k in tree.kids_by(noun, *_OWNING) if k < noun and not _mediates(tree, k) and not _names(tree, sides, k)
    ]
    up = tree.heads[noun]
    above = tree.kids_by(up, "nmod:poss") if tree.deps[noun] == "nmod" and tree.lemmas[up] in _DEEDS else []
    withs = [*tree.slot(noun, "with"), *tree.slot(noun, "to"), *tree.slot(noun, "binding")]
    if tree.lemmas[up] in _DEEDS and up != noun:
        withs += tree.slot(up, "with")
    return [owners, withs, above, list(tree.slot(noun, "between")), list(tree.slot(noun, "by"))]


def _inside(tree: Tree, noun: int) -> list[list[int]]:
    """Who stands in the clauses that hang on the noun."""
    found: list[list[int]] = []
    for verb in tree.kids_by(noun, "acl", "acl:relcl"):
        found += _clause(tree, verb, noun)
        for other in tree.kids_by(verb, "conj"):
            found += _clause(tree, other, noun)
    return found


def _clause(tree: Tree, verb: int, noun: int) -> list[list[int]]:
    lemma = tree.lemmas[verb]

    def without(tokens: Iterable[int]) -> list[int]:
        return [k for k in tokens if tree.through(k) != noun]

    if lemma in BINDING:
        inner = [c for k in tree.slot(verb, "xcomp") for c in (*tree.slot(k, "obj"), *tree.slot(k, "to"))]
        return [without(tree.slot(verb, "obj")), without(tree.slot(verb, "iobj")), without(inner)]
    if lemma in MADE:
        return [without(tree.slot(verb, slot)) for slot in ("with", "between", "subj", "by", "to")]
    return [without(tree.slot(verb, "with")), without(tree.slot(verb, "between"))]


def _outer(tree: Tree, i: int, noun: int) -> list[list[int]]:
    """Who stands around the verb that speaks of it, and around those above."""
    found: list[list[int]] = []
    if i != noun:
        found += [[k for k in tree.slot(i, slot) if tree.through(k) != noun] for slot in ("with", "subj", "to")]
        if tree.lemmas[i] in BINDING:
            found += [list(tree.slot(i, "obj")), [c for k in tree.slot(i, "xcomp") for c in tree.slot(k, "obj")]]
    else:
        found += [list(tree.slot(i, slot)) for slot in ("with", "subj")]
    up = tree.heads[i]
    if tree.deps[i] == "xcomp" and tree.verbal(up):
        found += [list(tree.slot(up, "with"))]
    if up != i and tree.lemmas[up] in _PARTS:
        found += [list(tree.slot(up, slot)) for slot in ("poss", "with", "by")]
    return found


def _mediates(tree: Tree, k: int) -> bool:
    """Whether the word is that of a mediator: "brokered" itself, or what stands before it."""
    return tree.lower[k] in _MEDIATED or any(word in _MEDIATED for word in tree.lower[k + 1 : k + 3])


def _names(tree: Tree, sides: Sides, k: int) -> bool:
    """Whether a word before the noun is a name of it: "the Lusaka protocol", "the ANZUS pact".

    States ("a US deal", "the Russia-China pact") and who owns it ("Cairo's treaty") do not.
    """
    if tree.tokens[k].pos_ != "PROPN" or tree.deps[k] == "nmod:poss" or tree.lower[k] in NOTED:
        return False
    if any(word in ("-", "–", "/") for word in (tree.lower[k - 1] if k else "", *tree.lower[k + 1 : k + 2])):
        return False
    mention = sides.cast.at(k)
    return mention is None or mention.how == "metonym" or all(a.kind is not ActorKind.STATE for a in mention.actors)


def _powers(sides: Sides, tokens: "list[int] | tuple[int, ...]") -> list[Side]:
    """One side for each power that the phrases name, places read as their states where nobody is named."""
    found: list[Side] = []
    for k in tokens:
        if sides.tree.lemmas[sides.tree.through(k)] in _HELP:
            continue
        named = sides.named((k,))
        for actor in map(sides.principal, named.actors):
            if is_power(actor) or _land(actor):
                _add(sides, found, [Side((actor,), named.tokens)])
        if not named.actors and sides.tree.lemmas[sides.tree.through(k)] not in classes()["PACT"]:
            owner = sides.state_at(sides.tree.through(k))
            _add(
                sides,
                found,
                [Side(tuple(map(sides.principal, owner.actors[:1])), owner.tokens)] if owner.actors else [],
            )
    return found


def _land(actor: Actor) -> bool:
    return actor.kind is ActorKind.STATE


def _add(sides: Sides, found: list[Side], more: list[Side]) -> None:
    known = {side_of(s.actors[0]) for s in found}
    for side in more:
        if side.actors and side_of(side.actors[0]) not in known and not sides.is_money(side.actors[0]):
            found.append(side)
            known.add(side_of(side.actors[0]))


def _doer_first(sides: Sides, found: list[Side], doer: list[Side]) -> list[Side]:
    """The pair with the one who acts first."""
    if len(found) > 1 and doer and side_of(doer[0].actors[0]) == side_of(found[1].actors[0]):
        return [found[1], found[0]]
    return found[:2]
