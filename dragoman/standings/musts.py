"""What one says another must do, to a demand, or an advisory to citizens: "Serbia must withdraw, the minister said"."""

from collections.abc import Iterator
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import classes
from dragoman.standings.light import FUTURE
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power, may_hold

HELPERS: Final = frozenset({"must", "should", "shall", "ought", "need"})
# Verbs that oblige with an infinitive: "Chad has to leave", "needs to leave", "ought to leave".
OBLIGING: Final = frozenset({"have", "need", "ought"})
# Openers of what must come about first: "unless Iraq opens the sites", "not until the rebels disarm".
TERMS: Final = frozenset({"unless", "until", "till", "before"})
THREATS: Final = frozenset({"threaten", "warn", "vow", "refuse", "decline", "insist", "threat", "warning"})
CONFIDENCE: Final = 0.45


def musts(tree: Tree, sides: Sides) -> Iterator[Draft]:
    """A draft for each clause that says what a power, or a people, is to do, where another than they says so."""
    for i, word in enumerate(tree.lower):
        if word in HELPERS and tree.deps[i] == "aux":
            yield from _must(tree, sides, i)
        elif word in TERMS and tree.deps[i] == "mark":
            yield from _unless(tree, sides, tree.heads[i])
        elif word == "time" and tree.tokens[i].pos_ == "NOUN":
            yield from _time(tree, sides, i)
        elif tree.lemmas[i] in OBLIGING and tree.verbal(i):
            yield from _obliged(tree, sides, i)


def _must(tree: Tree, sides: Sides, aux: int) -> Iterator[Draft]:
    verb = tree.heads[aux]
    helpers = {tree.lower[k] for k in tree.kids_by(verb, "aux")}
    if "have" in helpers or tree.lower_mark(verb) in ("if", "as", "because"):
        return  # "must have known", "if they should come"
    if tree.tokens[aux].text[0].isupper() and tree.lower[aux] == "should":
        return  # "Should the junta free them, ..."
    holder = _teller(tree, sides, verb)
    if not holder.actors:
        return
    subject = sides.named(tree.slot(verb, "subj"))
    if any(map(is_power, subject.actors)):
        yield from _demand(sides, verb, holder, subject, "must")
    elif subject.actors:
        yield from _advice(tree, sides, verb, holder, subject)


def _obliged(tree: Tree, sides: Sides, verb: int) -> Iterator[Draft]:
    """As in "Chad has to leave", "has until Friday to leave"."""
    if tree.lower_mark(verb) in ("if", "as", "because") or tree.tokens[verb].tag_ in ("VBN", "VBG"):
        return
    until = any(tree.lower[c] == "until" for k in tree.kids(verb) for c in tree.kids(k))
    if not until and (tree.kids_by(verb, "obj") or not _to(tree, verb)):
        return
    if not until and tree.tokens[verb].tag_ == "VBD" and sides.voices.speaker(tree.tokens[verb]) is None:
        return  # "had to leave": it was so, nobody asks it
    subject = sides.named(tree.slot(verb, "subj"))
    holder = _teller(tree, sides, verb)
    if not any(map(is_power, subject.actors)):
        return
    if holder.actors:
        yield from _demand(sides, verb, holder, subject, "has-to")
    elif until:
        around = sides.side(verb, ("?",), subject)
        if around.actors:
            yield from _demand(sides, verb, around, subject, "has-until", guessed=True)


def _to(tree: Tree, verb: int) -> bool:
    return any(tree.lower_mark(k) == "to" for k in tree.kids_by(verb, "xcomp"))


def _time(tree: Tree, sides: Sides, noun: int) -> Iterator[Draft]:
    """As in "it is time for Britain to return the islands", "it is time that Britain returned them"."""
    for k in (noun, *tree.kids_by(noun, "nmod", "obl")):
        clauses = tree.kids_by(k, "acl", "advcl", "csubj", "ccomp", "acl:relcl")
        asked = tuple(c for clause in clauses for c in tree.kids_by(clause, "nsubj"))
        if k != noun and tree.case(k) == "for" and clauses:
            asked = (k, *asked)
        subject = sides.named(asked[:1])
        if not any(map(is_power, subject.actors)):
            continue
        holder = _teller(tree, sides, noun)
        if holder.actors:
            yield from _demand(sides, noun, holder, subject, "time-for")
            return


def _unless(tree: Tree, sides: Sides, clause: int) -> Iterator[Draft]:
    """As in "will ask for sanctions unless Iraq opens the sites", "will not talk until the rebels disarm"."""
    main = tree.heads[clause]
    if tree.deps[clause] != "advcl" or not tree.verbal(main):
        return
    mark = tree.lower_mark(clause)
    helpers = {tree.lower[k] for k in tree.kids_by(main, "aux")}
    near = [*tree.kids(main), *(c for k in tree.kids_by(main, "obj") for c in tree.kids(k))]
    refused = any(tree.lower[k] in ("not", "n't", "n’t", "never", "no", "nothing", "only") for k in near)
    threatened = tree.lemmas[main] in THREATS or tree.lemmas[tree.heads[main]] in THREATS
    if not (threatened or helpers & FUTURE) or (mark != "unless" and not (refused or threatened)):
        return
    subject = sides.named(tree.slot(clause, "subj"))
    holder = _teller(tree, sides, main)
    if not holder.actors:
        holder = sides.side(main, ("subj",), subject)
    if not holder.actors:
        return
    own = {side_of(sides.principal(a)) for a in holder.actors}
    if any(tree.tokens[k].pos_ == "PRON" for k in subject.tokens) and own & {
        side_of(sides.principal(a)) for a in subject.actors
    }:
        subject = (
            NOBODY  # "threatened to shut the crossing unless it stops": the other side, whatever "it" was taken for
        )
    if any(map(is_power, subject.actors)):
        yield from _demand(sides, clause, holder, subject, mark)
    elif threatened and mark == "unless" and not subject.actors:  # "unless the matter was reopened"
        around = sides.side(main, ("xcomp.obj.owner", "obj.owner", "obj", "?"), holder)
        if any(map(is_power, around.actors)):
            yield from _demand(sides, clause, holder, around, mark, guessed=True)


def _teller(tree: Tree, sides: Sides, verb: int) -> Side:
    """Who says so: the speaker of the words, else the subject of the verb that they are the complement of."""
    speaker = sides.voices.speaker(tree.tokens[verb])
    if speaker is not None:
        return Side((speaker,), (verb,))
    up = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or up == verb:
        return NOBODY
    return sides.side(up if tree.verbal(up) else tree.heads[up], ("subj",))


def _demand(
    sides: Sides, verb: int, holder: Side, subject: Side, rule: str, *, guessed: bool = False
) -> Iterator[Draft]:
    actor = holder.actors[0]
    asked = tuple(a for a in subject.actors if is_power(a))
    one, other = side_of(sides.principal(actor)), side_of(sides.principal(asked[0]))
    if one != other and is_power(actor) and may_hold(actor, "demand"):
        kept = Side(asked, subject.tokens)
        one_side = Side((actor,), holder.tokens)
        yield Draft(verb, "demand", "made", "plain", one_side, kept, rule, CONFIDENCE, guessed=guessed)


def _advice(tree: Tree, sides: Sides, verb: int, holder: Side, subject: Side) -> Iterator[Draft]:
    """As in "Swedes should leave Haiti": a state to its own people."""
    people = [a for a in subject.actors if a.sector == "CVL" and a.country]
    home = sides.principal(holder.actors[0])
    if not people or people[0].country != home.country or tree.lemmas[verb] not in classes()["GOING"]:
        return
    country = sides.side(verb, ("country", "?"), holder)
    if country.actors:
        yield Draft(verb, "advisory", "issued", "plain", Side((home,)), country, "must-advice", CONFIDENCE)
