"""A word that asks ("urged", "its demand that") to of whom it is asked, and a noun that asks to who asks."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Actor
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power, may_hold, same

NOUNS: Final = frozenset(
    "demand request call appeal plea ultimatum insistence petition entreaty exhortation pressure".split()
)
# Verbs that ask, for what is said of their being given up or in vain.
VERBS: Final = frozenset("demand insist ask call want require seek press urge request push lobby appeal".split())
# Verbs whose object is the one who is asked; of the others it is what is asked for.
_ADDRESSING: Final = frozenset(
    """urge ask tell press order beg implore warn pressure exhort entreat invite instruct command beseech enjoin direct
    prod lobby petition pressurise summon oblige push want expect require request""".split()
)
# Of these, the ones whose object is somebody only where it is said what he is to do.
_OF_THINGS: Final = frozenset({"want", "expect", "require", "request", "order", "push", "press", "petition", "invite"})
# Prepositions before the one who is asked, by verb.
_BEHIND: Final = {
    "call": ("on", "upon"),
    "appeal": ("to",),
    "plead": ("with",),
    "insist": ("with",),
    "demand": ("of", "from"),
    "ask": ("of", "from"),
    "request": ("of", "from"),
    "seek": ("from",),
    "want": ("from",),
    "lean": ("on", "upon"),
    "turn": ("to",),
}
_BEHIND_NOUN: Final = ("to", "on", "upon", "from", "of")
# Verbs that carry a noun that asks: their subject asks.
_MAKING: Final = frozenset(
    """make issue renew repeat reiterate put present set lay lodge file table voice send deliver submit press raise have
    step stick stand join back support echo""".split()
)
_REBELS: Final = frozenset("rebel insurgent guerrilla militant separatist militia".split())
_OPPOSED: Final = frozenset({"opposition", "student", "protester", "union"})
_STATE: Final = frozenset(
    "government authority regime junta cabinet president state ruler palace army parliament".split()
)
# Who asks things of the government they live under when they do not say of whom.
_GOVERNED: Final = frozenset({"PTY", "OPP", "CVL", "REB", "SEP", "UAF"})


def noun_holder(tree: Tree, sides: Sides, i: int) -> Side:
    """Who makes the demand that noun `i` names: whose it is, by or from whom, else who makes it."""
    near = tree.kids_by(i, "nmod:poss", "amod", "compound", "nmod:desc")
    slots = (tuple(near), tree.slot(i, "by"), _plain(tree, i, "from"))
    for tokens in slots:
        found = _askers(sides, sides.named(tuple(tokens)))
        if found.actors:
            return found
    for k in near:
        if tree.deps[k] == "nmod:poss" and (state := sides.place(k)).actors:
            return _askers(sides, state)
        sector = "REB" if tree.lemmas[k] in _REBELS else "OPP" if tree.lemmas[k] in _OPPOSED else ""
        if sector and (actor := sides.play.foremost(sector)) is not None:
            return Side((actor,), (k,))
    verb = tree.heads[i]
    if tree.deps[i] == "obj" and tree.lemmas[verb] in _MAKING:
        return _askers(sides, sides.named(tree.slot(verb, "subj")))
    if tree.deps[i] == "obl" and tree.case(i) == "at":
        return _askers(sides, sides.named(_plain(tree, i, "of")))
    return NOBODY


def addressee(tree: Tree, sides: Sides, i: int, holder: Side) -> Side | None:
    """Of whom the words at `i` ask it, NOBODY where they do not say, None where it is somebody of the asker's own."""
    direct = _direct(tree, sides, i)
    if direct is not None:
        kept = _powers(direct, holder)
        if kept.actors or (direct.actors and any(same(sides.principal(a), _own(sides, holder)) for a in direct.actors)):
            return kept if kept.actors else None
        if direct.actors:
            return NOBODY
    governed = holder.actors and holder.actors[0].sector in _GOVERNED
    if governed and (_of_state(tree, i) or not _outside(tree, sides, i, holder)):
        home = sides.side(i, ("homestate",), holder)
        if home.actors:
            return home
    return NOBODY


def _direct(tree: Tree, sides: Sides, i: int) -> Side | None:
    """The actors who are spoken to, or who are to do it; None where nobody stands there."""
    lemma = tree.lemmas[i]
    if tree.verbal(i):
        slots = [tree.slot(i, prep) for prep in _BEHIND.get(lemma, ())]
        if lemma in _ADDRESSING and (
            lemma not in _OF_THINGS or tree.slot(i, "xcomp") or tree.slot(i, "iobj") or tree.slot(i, "for")
        ):
            slots += [tree.slot(i, "iobj"), tree.slot(i, "obj")]
        slots += [tree.slot(i, "csubj"), _before_to(tree, i)]
    elif lemma == "pressure":
        slots = [_plain(tree, i, "on"), _plain(tree, i, "upon"), _pressed(tree, i)]
    else:
        slots = [_plain(tree, i, prep) for prep in _BEHIND_NOUN if prep != "from" or tree.slot(i, "poss")]
        slots += [_doer(tree, i)]
    for tokens in slots:
        found = sides.named(tuple(tokens))
        if found.actors:
            return found
    for tokens in slots:
        owner = sides.owner(tuple(k for k in tokens if tree.tokens[k].pos_ == "NOUN"))
        if owner.actors:
            return owner
    return None


def _before_to(tree: Tree, i: int) -> tuple[int, ...]:
    """As in "asked Libya to free": the name that the parser takes for the object of the infinitive."""
    found = []
    for k in tree.kids_by(i, "xcomp", "ccomp"):
        marks = [c for c in tree.kids_by(k, "mark") if tree.lower[c] == "to"]
        found += [c for c in tree.kids_by(k, "nsubj", "obj") if marks and i < c < marks[0]]
    return tuple(found)


def _doer(tree: Tree, i: int) -> tuple[int, ...]:
    """Who is to do what noun `i` asks: "a demand that Chad leave", "a call for Chad to leave"."""
    for k in tree.kids_by(i, "acl", "acl:relcl", "ccomp", "advcl"):
        if tree.lower_mark(k) not in ("that", "for", "to"):
            continue
        if not tree.passive(k) and (own := tree.kids_by(k, "nsubj")):
            return tuple(own)
        if tree.passive(k) and (agent := tree.slot(k, "by")):
            return tuple(agent)
    behind = _plain(tree, i, "for")
    if any(tree.lower_mark(c) == "to" for k in (i, *behind) for c in tree.kids_by(k, "acl")):
        return behind
    return ()


def _pressed(tree: Tree, i: int) -> tuple[int, ...]:
    """Who is "under pressure": the subject of the clause, or the noun that the words hang on."""
    up = tree.heads[i]
    if tree.case(i) != "under" or up == i:
        return tuple(tree.kids_by(i, "nsubj")) if tree.case(i) == "under" else ()
    return tree.slot(up, "subj") if tree.verbal(up) else (up,)


def _of_state(tree: Tree, i: int) -> bool:
    """Whether it is asked of "the government", whosever that is."""
    clauses = [c for k in tree.kids_by(i, "ccomp", "acl") for c in tree.kids_by(k, "nsubj")]
    return any(tree.lemmas[k] in _STATE for k in (*clauses, *tree.slot(i, "obj"), *tree.slot(i, "on")))


def _plain(tree: Tree, i: int, prep: str) -> tuple[int, ...]:
    return tuple(k for k in tree.kids_by(i, "nmod", "obl") if tree.case(k) == prep)


def _askers(sides: Sides, found: Side) -> Side:
    kept = tuple(a for a in found.actors if may_hold(a, "demand") and not sides.is_money(a) and not _dollars(sides, a))
    return Side(kept, found.tokens) if kept else NOBODY


def _dollars(sides: Sides, actor: Actor) -> bool:
    """As in "$NZ3 million", "NZ$3 million"."""
    if actor.mention is None:
        return False
    first, last = actor.mention
    return "$" in sides.text[max(0, first - 1) : first] + sides.text[last : last + 1]


def _powers(found: Side, holder: Side) -> Side:
    kept = tuple(a for a in found.actors if is_power(a) and not same(a, holder.actors))
    return Side(kept, found.tokens) if kept else NOBODY


def _own(sides: Sides, holder: Side) -> tuple[Actor, ...]:
    return tuple(sides.principal(a) for a in holder.actors)


def _outside(tree: Tree, sides: Sides, i: int, holder: Side) -> bool:
    """Whether the clause names another state, which it may then be asked of."""
    deep = sides.side(i, ("deep", "deepcomp"), holder)
    return any(a.country not in {h.country for h in holder.actors} for a in deep.actors)
