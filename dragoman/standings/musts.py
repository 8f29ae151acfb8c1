"""What one says another must do, to a demand, or an advisory to citizens: "Serbia must withdraw, the minister said"."""

from collections.abc import Iterator
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import classes
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power, may_hold

HELPERS: Final = frozenset({"must", "should"})
CONFIDENCE: Final = 0.45


def musts(tree: Tree, sides: Sides) -> Iterator[Draft]:
    """A draft for each clause with "must" or "should" whose subject is a power, or a people, and is not who says so."""
    for aux, word in enumerate(tree.lower):
        if word not in HELPERS or tree.deps[aux] != "aux":
            continue
        verb = tree.heads[aux]
        helpers = {tree.lower[k] for k in tree.kids_by(verb, "aux")}
        if "have" in helpers or tree.lower_mark(verb) in ("if", "as", "because"):
            continue  # "must have known", "if they should come"
        holder = _teller(tree, sides, verb)
        if not holder.actors:
            continue
        subject = sides.named(tree.slot(verb, "subj"))
        if any(map(is_power, subject.actors)):
            yield from _demand(sides, verb, holder, subject)
        elif subject.actors:
            yield from _advice(tree, sides, verb, holder, subject)


def _teller(tree: Tree, sides: Sides, verb: int) -> Side:
    """Who says so: the speaker of the words, else the subject of the verb that they are the complement of."""
    speaker = sides.voices.speaker(tree.tokens[verb])
    if speaker is not None:
        return Side((speaker,), (verb,))
    up = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or up == verb:
        return NOBODY
    return sides.side(up if tree.verbal(up) else tree.heads[up], ("subj",))


def _demand(sides: Sides, verb: int, holder: Side, subject: Side) -> Iterator[Draft]:
    actor = holder.actors[0]
    one, other = side_of(sides.principal(actor)), side_of(sides.principal(subject.actors[0]))
    if one != other and is_power(actor) and may_hold(actor, "demand"):
        kept = Side(tuple(a for a in subject.actors if is_power(a)), subject.tokens)
        yield Draft(verb, "demand", "made", "plain", Side((actor,), holder.tokens), kept, "must", CONFIDENCE)


def _advice(tree: Tree, sides: Sides, verb: int, holder: Side, subject: Side) -> Iterator[Draft]:
    """As in "Swedes should leave Haiti": a state to its own people."""
    people = [a for a in subject.actors if a.sector == "CVL" and a.country]
    home = sides.principal(holder.actors[0])
    if not people or people[0].country != home.country or tree.lemmas[verb] not in classes()["GOING"]:
        return
    country = sides.side(verb, ("country", "?"), holder)
    if country.actors:
        yield Draft(verb, "advisory", "issued", "plain", Side((home,)), country, "must-advice", CONFIDENCE)
