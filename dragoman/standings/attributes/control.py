"""A draft about control to its attributes: `taken_from`, who had the place before, where said."""

from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import POWERS, side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind, Attribute
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import classes

if TYPE_CHECKING:
    from dragoman.actors import Cast

# Words of driving out: who is driven out is the object.
_DRIVING: Final = frozenset(
    """drive push oust force dislodge evict flush chase expel clear rout eject throw sweep beat uproot""".split()
)
# Words of losing and giving, told of who had it.
_LOSING: Final = frozenset("lose".split())
_BEHIND: Final = ("from", "obj.from")
_OF: Final = ("of", "from")  # "cleared the town of rebels"
_TAKING: Final = frozenset("fall pass".split())


def attributes(tree: Tree, cast: "Cast", draft: Draft) -> dict[str, Attribute]:
    """`{"taken_from": name}` for a place that was seized from somebody, else nothing.

    Said are "captured the town from the rebels", "drove the rebels out of the town", "cleared the town of rebels",
    "the town, held by the rebels since May, fell to the army" and "the capture of the town from the rebels".
    """
    if draft.topic != "control" or draft.value != "seized":
        return {}
    own = {side_of(a) for a in draft.holder.actors} | {a.id for a in draft.subject.actors}
    for k in _tokens(tree, draft.i):
        for actor in cast.of(tree.tokens[tree.through(k)]) or cast.of(tree.tokens[k]):
            if (_may_lose(actor) or _is_armed(tree, k)) and side_of(actor) not in own:
                return {"taken_from": actor.name}
    return {}


def _tokens(tree: Tree, i: int) -> list[int]:
    """The words that may name who had it, the surest first."""
    found: list[int] = []
    if tree.lemmas[i] in _DRIVING:
        found += tree.slot(i, "obj")
        found += tree.slot(i, "of") if tree.lemmas[i] == "clear" else ()
    if tree.lemmas[i] in _LOSING and tree.passive(i):
        return list(tree.slot(i, "by"))
    for slot in _BEHIND:
        found += tree.slot(i, slot)
    places = (*tree.slot(i, "obj"), *tree.slot(i, "of"), *(tree.slot(i, "subj") if tree.lemmas[i] in _TAKING else ()))
    for place in places:
        found += _held(tree, place)
    return found


def _held(tree: Tree, place: int) -> list[int]:
    """Who holds the place, as its own words say: "a town held by the rebels", "the rebels' last base"."""
    found: list[int] = []
    for clause in tree.kids_by(place, "acl", "acl:relcl", "amod"):
        if tree.lemmas[clause] in ("hold", "control", "occupy", "run", "rule", "defend", "garrison"):
            found += tree.slot(clause, "subj")
    return [k for k in found if k != place]


def _is_armed(tree: Tree, k: int) -> bool:
    """As in "rebel Serbs", "Kurdish fighters"."""
    words = (k, *tree.kids_by(k, "compound", "amod"))
    return any(tree.lemmas[j] in classes()["FIGHTERS"] for j in words)


def _may_lose(actor: Actor) -> bool:
    return (actor.sector in POWERS or actor.kind is ActorKind.ARMED_GROUP) and actor.kind is not ActorKind.PLACE
