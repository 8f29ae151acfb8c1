"""Words of fear and objection ("wary of", "alarm in Athens over") to concerns: who is upset, about whom."""

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Actor
from dragoman.standings.drafts import Draft
from dragoman.standings.light import light
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power, may_hold, same

UPSET: Final = frozenset(
    """concerned worried alarmed troubled uneasy anxious fearful afraid wary nervous disturbed perturbed dismayed
    unhappy displeased apprehensive opposed suspicious unsettled appalled distrustful mistrustful""".split()
)
FEARS: Final = frozenset(
    """concern worry alarm anxiety unease fear apprehension misgiving disquiet dismay objection reservation doubt
    displeasure nervousness discomfort disapproval annoyance dread distrust mistrust suspicion uneasiness""".split()
)
# Verbs with the one who is upset as subject, and those with the one as object.
FEARING: Final = frozenset("fear dread worry object protest complain resent distrust mistrust fret".split())
ALARMING: Final = frozenset(
    """alarm worry trouble unsettle unnerve disturb frighten perturb disquiet concern dismay irk anger infuriate
    rattle""".split()
)
_ABOUT: Final = ("about", "over", "at", "by", "of", "against", "with", "toward", "towards", "for")
_NOUN_ABOUT: Final = ("about", "over", "at", "against", "toward", "towards", "regarding", "to", "with", "of")
# What a company or a house is called, and what is no feeling.
_NOT: Final = frozenset({"compound", "amod", "nmod:desc"})
_SAID: Final = frozenset({"plain", "promised", "weighed", "conditional", "denied", "threatened", "asked"})
_LONGEST: Final = 40  # tokens of a phrase that are searched for somebody
NAMED: Final = 0.55
GUESSED: Final = 0.45


def concerned(tree: Tree, sides: Sides, drafts: Iterable[Draft], skip: frozenset[int]) -> list[Draft]:
    """The drafts with those of the words here, which stand in the place of others of the same word."""
    found = [d for i in range(len(tree.lemmas)) if i not in skip for d in _at(tree, sides, i)]
    told = {d.i for d in found}
    return [d for d in drafts if d.topic != "concern" or d.i not in told] + found


def _at(tree: Tree, sides: Sides, i: int) -> Iterator[Draft]:
    lower, lemma, pos = tree.lower[i], tree.lemmas[i], tree.tokens[i].pos_
    preps: tuple[str, ...]
    if lower in UPSET and pos in ("ADJ", "VERB") and not tree.kids_by(i, "obj"):
        holders, preps = _upset(tree, i), _ABOUT
        if not (holders and (_clauses(tree, i) or any(tree.slot(i, p) for p in preps))):
            return
    elif pos == "NOUN" and lemma in FEARS and tree.deps[i] not in _NOT:
        holders, preps = _feeling(tree, sides, i), _NOUN_ABOUT
    elif tree.verbal(i) and lemma in FEARING and not tree.passive(i):
        holders, preps = [_complainer(tree, i)], ("to", *_ABOUT)
        if not (_clauses(tree, i) or tree.slot(i, "obj") or any(tree.slot(i, p) for p in preps)):
            return  # "Pakistan protested"
    elif tree.verbal(i) and lemma in ALARMING and (tree.slot(i, "obj") or tree.passive(i)):
        yield from _alarming(tree, sides, i)
        return
    else:
        return
    if light(tree, i) not in _SAID:
        return
    holder = _holder(sides, holders)
    if holder.actors:
        yield from _drafts(sides, i, holder, _subject(tree, sides, i, holder, preps))


def _drafts(sides: Sides, i: int, holder: Side, subject: Side) -> Iterator[Draft]:
    guessed = not subject.actors
    if guessed:
        subject = sides.side(i, ("deep", "country", "there", "?"), holder)
    for actor in holder.actors[:3]:
        one = Side((actor,), holder.tokens)
        confidence = GUESSED if guessed else NAMED
        yield Draft(i, "concern", "stated", "plain", one, subject, "concern-word", confidence, guessed=guessed)


def _complainer(tree: Tree, i: int) -> tuple[int, ...]:
    """As in "summoned the envoy to protest against": not the envoy."""
    if tree.deps[i] in ("advcl", "xcomp") and tree.lower_mark(i) == "to" and tree.lemmas[tree.heads[i]] == "summon":
        return tree.slot(tree.heads[i], "subj")
    return tree.slot(i, "subj")


def _upset(tree: Tree, i: int) -> list[tuple[int, ...]]:
    """Who is "wary of", "worried about": the subject, or the noun or clause that the words hang on."""
    own = tree.kids_by(i, "nsubj", "nsubj:pass")
    if own:
        return [tuple(tree.antecedent(k, i) for k in own[:1])]
    dep, head = tree.deps[i], tree.heads[i]
    if dep in ("acl", "amod", "appos", "acl:relcl"):
        return [(head,)]
    if dep in ("xcomp", "advcl", "conj", "ccomp", "parataxis"):
        return [tree.slot(head, "subj")] if tree.verbal(head) else _upset(tree, head) if dep == "conj" else [(head,)]
    return []


def _feeling(tree: Tree, sides: Sides, i: int) -> list[tuple[int, ...]]:
    """Whose fear it is: "Greek alarm", "alarm in Athens", "to the dismay of Manila", "voiced alarm"."""
    found = [tuple(tree.kids_by(i, "nmod:poss", "amod", "compound", "nmod:desc")), tree.slot(i, "by")]
    found += [tree.slot(i, "subj")]
    if tree.case(i) == "to":
        found.append(tree.slot(i, "of"))
    there = tree.deps[i] in ("nsubj", "ROOT") and (tree.lemmas[tree.heads[i]] == "be" or tree.kids_by(i, "cop", "expl"))
    there = there or tree.deps[i] == "nsubj:outer"  # "the fear in Lusaka is that the war will spill"
    there = there or (tree.deps[i] == "nsubj" and bool(tree.kids_by(tree.heads[i], "cop")))
    if there or _clauses(tree, i) or any(tree.slot(i, prep) for prep in _NOUN_ABOUT if prep != "to"):
        found += [tree.slot(i, "among"), tree.slot(i, "in"), tree.slot(i, "for")]  # no "parking concern in Berlin"
    if tree.kids_by(i, "nsubj") and not tree.kids_by(i, "nmod:poss"):
        return found[3:]
    return found


def _holder(sides: Sides, slots: list[tuple[int, ...]]) -> Side:
    for tokens in slots:
        for found in (sides.named(tokens), *(sides.place(k) for k in tokens)):
            kept = tuple(a for a in found.actors if may_hold(a, "concern"))
            if kept:
                return Side(kept, found.tokens)
    return NOBODY


def _clauses(tree: Tree, i: int) -> list[int]:
    found = tree.kids_by(i, "ccomp", "advcl", "acl", "acl:relcl")
    return [k for k in found if tree.lower_mark(k) in ("that", "") or tree.deps[k] == "ccomp"]


def _subject(tree: Tree, sides: Sides, i: int, holder: Side, preps: tuple[str, ...]) -> Side:
    """Whom it is about: behind a preposition, the subject of the clause, or whose the thing there is."""
    up = tree.heads[i]
    slots = [tree.slot(up, "subj")] if tree.case(i) == "to" and tree.verbal(up) else []  # "to the dismay of Manila"
    if tree.verbal(i) and tree.lemmas[up] == "summon":
        slots.append(tree.slot(up, "obj"))
    slots += [tree.slot(i, prep) for prep in preps] + [tuple(tree.kids_by(i, "obj")) if tree.verbal(i) else ()]
    for k in _clauses(tree, i):
        slots.append(tuple(tree.kids_by(k, "nsubj")) or tree.slot(k, "by"))
    if tree.deps[i] == "nsubj:outer":
        slots.append(tuple(tree.kids_by(up, "nsubj")))
    slots += [(k,) for k in tree.kids_by(i, "nsubj")]
    for tokens in slots:
        phrases = tuple(k for k in tokens if tree.tokens[k].ent_type_ not in ("DATE", "TIME"))
        for found in (sides.named(phrases), sides.owner(phrases)):
            kept = tuple(a for a in found.actors if not same(sides.principal(a), _own(sides, holder)))
            kept = tuple(a for a in kept if is_power(a)) or kept
            if kept:
                return Side(kept, found.tokens)
    return _named_inside(tree, sides, slots, holder)


def _named_inside(tree: Tree, sides: Sides, slots: list[tuple[int, ...]], holder: Side) -> Side:
    """The first power of another side in the phrases: "the reactors that Slovakia is building"."""
    own = _own(sides, holder)
    for k in (k for tokens in slots for k in tokens):
        first, last = tree.tokens[k].left_edge.i, tree.tokens[k].right_edge.i
        for j in range(first, min(last + 1, first + _LONGEST)):
            mention = sides.cast.at(j)
            if mention is None or mention.head != j or mention.how == "place":
                continue
            kept = tuple(a for a in mention.actors if is_power(a) and not same(sides.principal(a), own))
            if kept:
                return Side(kept, (j,))
    return NOBODY


def _alarming(tree: Tree, sides: Sides, i: int) -> Iterator[Draft]:
    """As in "the advance of the rebels has alarmed Chad"."""
    holder = _holder(sides, [tree.slot(i, "obj")])
    if not holder.actors or light(tree, i) not in _SAID or not all(map(is_power, holder.actors)):
        return
    causes = tree.slot(i, "subj")
    of = tuple(c for k in causes for prep in ("of", "by", "in") for c in tree.slot(tree.through(k), prep))
    for found in (sides.named(causes), sides.owner(causes), sides.named(of), sides.owner(of)):
        kept = tuple(a for a in found.actors if not same(sides.principal(a), _own(sides, holder)))
        if kept:
            yield from _drafts(sides, i, holder, Side(kept, found.tokens))
            return
    if causes:
        yield from _drafts(sides, i, holder, NOBODY)


def _own(sides: Sides, holder: Side) -> tuple[Actor, ...]:
    return tuple(sides.principal(a) for a in holder.actors)
