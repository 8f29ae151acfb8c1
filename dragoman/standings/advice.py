"""Words of a state to its own people abroad, or of their way home: whose they are, whether it goes on or is done."""

from typing import TYPE_CHECKING, Final

from dragoman.events.tree import Tree
from dragoman.records import Actor
from dragoman.standings.lexicon import classes
from dragoman.standings.slots import NOBODY, Side, Slots

if TYPE_CHECKING:
    from collections.abc import Callable

# Flags of wordings.tsv that `holds` answers.
FLAGS: Final = frozenset({"lasting", "done", "may", "should", "apart"})
_LASTING: Final = frozenset({"still", "remain", "continue", "keep", "reiterate", "repeat", "maintain", "renew"})
_DONE: Final = frozenset(
    {"finish", "complete", "end", "conclude", "wind", "over", "finished", "done", "completed", "ended"}
)
_BEGUN: Final = frozenset({"begin", "start", "continue", "keep", "resume", "go", "proceed"})
_LAST: Final = frozenset({"all", "last", "every", "entire", "remaining"})
_ISSUING: Final = frozenset(
    """issue raise lift ease drop withdraw cancel rescind scrap remove relax end revoke downgrade soften publish renew
    update post tighten extend impose put place reimpose criticise criticize protest reject call describe""".split()
)
_MAY: Final = frozenset({"may", "can", "could", "might", "free", "again"})
_SHOULD: Final = frozenset({"should", "must", "ought", "shall"})


def holds(tree: Tree, i: int, flags: frozenset[str]) -> bool:
    """Whether the flags of a row hold at token `i`."""
    return (
        ("lasting" not in flags or lasting(tree, i))
        and ("done" not in flags or done(tree, i))
        and ("may" not in flags or _helped(tree, i, _MAY))
        and ("should" not in flags or _helped(tree, i, _SHOULD))
        and ("apart" not in flags or tree.lemmas[tree.heads[i]] not in _ISSUING | _DONE)
    )


def lasting(tree: Tree, i: int) -> bool:
    """Whether advice is told as one that stands: in the present, "since 2011", "still", "continues to", "repeated"."""
    verb = i if tree.verbal(i) else tree.heads[i]
    for k in {i, verb}:
        words = {tree.lower[c] for c in tree.kids(k)}
        if words & _LASTING or any(tree.lower[g] == "since" for c in tree.kids(k) for g in tree.kids(c)):
            return True
    head = tree.heads[i]
    if tree.lemmas[i] in _LASTING or (tree.deps[i] in ("xcomp", "advcl", "obj") and tree.lemmas[head] in _LASTING):
        return True
    return tree.tokens[i].tag_ in ("VBZ", "VBP") and not tree.passive(i)


def done(tree: Tree, i: int) -> bool:
    """Whether an evacuation is told as over: "finished bringing", "all were flown out", "evacuated them in 1997"."""
    head = tree.heads[i]
    above = {tree.lemmas[head]} if head != i else set()
    above |= {tree.lower[k] for k in tree.kids_by(head, "compound:prt", "advmod") if head != i}
    if above & _DONE and tree.deps[i] in ("xcomp", "obj", "nsubj", "nsubj:pass", "csubj", "advcl"):
        return True
    if above & _BEGUN and tree.deps[i] in ("xcomp", "ccomp"):
        return False
    if not tree.verbal(i):
        return False
    if any(_whole(tree, k) for slot in ("obj", "subj") for k in tree.slot(i, slot)) or any(
        tree.lower[k] == "all" for k in tree.kids(i)
    ):
        return not any(tree.lower[k] in ("is", "are", "being") for k in tree.kids_by(i, "aux", "aux:pass"))
    return _past(tree, i) and not any(tree.kids_by(k, "nummod") for k in tree.slot(i, "obj"))


def _whole(tree: Tree, k: int) -> bool:
    words = {tree.lower[c] for c in tree.kids(k)} | {tree.lower[k]}
    return bool(words & _LAST)


def _past(tree: Tree, i: int) -> bool:
    helpers = {tree.lower[k] for k in tree.kids_by(i, "aux", "aux:pass")}
    if tree.tokens[i].tag_ == "VBD":
        return not helpers
    return tree.tokens[i].tag_ == "VBN" and bool(helpers & {"was", "were"}) and "been" not in helpers


def _helped(tree: Tree, i: int, words: frozenset[str]) -> bool:
    return any(tree.lower[k] in words for k in tree.kids_by(i, "aux", "advmod"))


def people_of(slots: Slots, i: int, places: tuple[str, ...], principal: "Callable[[Actor], Actor]") -> Side:
    """The state of the people in the slots `places` of token `i`: "its citizens", "Finns", "the last of 300 Omanis"."""
    tree = slots.tree
    known = classes()["CITIZEN"] | classes()["COMPATRIOT"]
    for k in dict.fromkeys(k for place in places for k in tree.slot(i, place)):
        for j in dict.fromkeys((tree.through(k), k, *_members(tree, k))):
            noun = tree.lemmas[j]
            if noun not in known and tree.tokens[j].pos_ not in ("PROPN", "ADJ"):
                continue  # "told the crowd"
            people = [a for a in slots.cast.of(tree.tokens[j]) if a.sector == "CVL" and a.country]
            if noun in known and not _owned(tree, j) and _stay(tree, j):
                continue  # "students from Ukraine": where they are, not whose
            if people and people[0].country and (noun in classes()["CITIZEN"] or noun not in known):
                return slots.state(people[0].country, j)
            if noun in known:
                owner = slots.owner((j,))
                if owner.actors:
                    return Side((principal(owner.actors[0]),), owner.tokens)
    return NOBODY


def _members(tree: Tree, k: int) -> list[int]:
    """Of whom "the first", "the last" or "310 of them" are."""
    return [c for c in tree.kids_by(k, "nmod") if tree.case(c) in ("of", "among")]


def _owned(tree: Tree, j: int) -> bool:
    return bool(tree.kids_by(j, "nmod:poss", "compound", "amod", "nmod:desc"))


def _stay(tree: Tree, j: int) -> list[int]:
    """The phrases that say where the people at `j` are: "in Chad", "from Chad", "living in Chad"."""
    verbs = tree.kids_by(j, "acl", "acl:relcl")
    near = [k for k in tree.kids_by(j, "nmod", "obl") if tree.case(k) in ("in", "from", "at", "inside", "across")]
    return near + [k for v in verbs for k in tree.kids_by(v, "obl") if tree.case(k) in ("in", "at", "to", "from")]


def abroad(tree: Tree, i: int) -> list[int]:
    """The phrases that may say which country the words at `i` are about, the likeliest first."""
    folk = [
        k
        for slot in ("obj", "iobj", "of", "csubj", "on", "subj", "obj.of", "subj.of", "obj.on")
        for k in tree.slot(i, slot)
    ]
    folk += [c for k in folk for c in _members(tree, k)]
    found = [k for j in folk for k in _stay(tree, tree.through(j))]
    found += _ways(tree, i, ("from", "of"))
    found += [
        k for v in _told(tree, i) for k in (*tree.slot(v, "obj"), *_ways(tree, v, ("from", "of", "to", "in", "off")))
    ]
    found += _ways(tree, i, ("to", "in", "off"))
    for noun in (*tree.slot(i, "obj"), *tree.slot(i, "subj"), *tree.slot(i, "against"), i):
        for prep in ("for", "on", "to", "in", "against", "from"):
            found += [k for j in tree.slot(noun, prep) for k in (*tree.slot(j, "to"), *tree.slot(j, "in"), j)]
        for verb in tree.kids_by(noun, "acl"):
            found += [k for v in (verb, *_told(tree, verb)) for k in (*tree.slot(v, "to"), *tree.slot(v, "obj"))]
    return found


def _told(tree: Tree, i: int) -> list[int]:
    """What is to be done, and what goes with it: "to leave Chad and not to return"."""
    if not tree.verbal(i):
        return []
    own = list(dict.fromkeys((*tree.slot(i, "comp"), *tree.kids_by(i, "advcl", "acl"), *tree.slot(i, "against"))))
    return own + [c for v in own for c in tree.kids_by(v, "conj", "xcomp")]


def _ways(tree: Tree, i: int, preps: tuple[str, ...]) -> list[int]:
    """The phrases behind `preps` of a verb, and of its "home", "out" or "back"."""
    ways = [
        k
        for k in tree.kids_by(i, "advmod", "compound:prt", "xcomp")
        if tree.lower[k] in ("home", "out", "back", "away")
    ]
    further = [c for k in ways for c in tree.kids_by(k, "obl", "nmod")]
    return [k for prep in preps for k in (*tree.slot(i, prep), *(c for c in further if tree.case(c) == prep))]
