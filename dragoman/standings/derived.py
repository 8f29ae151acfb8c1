"""Events to drafts by the table events.tsv: a recall is a mission recalled, a demand is a demand made."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.events.lexicon import Rule
from dragoman.events.surroundings import OFFICIAL, side_of
from dragoman.events.tree import Tree
from dragoman.events.triggers import match
from dragoman.records import Actor, ActorKind, Event
from dragoman.standings.dealings import fair, told
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import Derivation, classes, derivations
from dragoman.standings.light import is_coming
from dragoman.standings.missions import spread
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power, may_hold
from dragoman.standings.worded import valued

SURE: Final = 0.7  # an event as likely as this, or likelier, leaves its row as sure as the table says


def derived(tree: Tree, sides: Sides, events: Iterable[Event]) -> Iterator[Draft]:
    """The drafts of events, in their order."""
    starts = [token.idx for token in tree.tokens]
    for event in events:
        table = derivations()
        rows = table.get(event.made_by.removeprefix("lexicon:")) or table.get(f"type:{event.type}", ())
        i = bisect_right(starts, event.trigger[0]) - 1
        done: set[str] = set()
        for row in rows:
            if row.outcome.topic in done or (row.outcome.topic == "pledge" and "demand" in done):
                continue
            drafts = list(_drafts(tree, sides, i, event, row))
            if drafts:
                done.add(row.outcome.topic)
                yield from drafts


def _drafts(tree: Tree, sides: Sides, i: int, event: Event, row: Derivation) -> Iterator[Draft]:
    if not _holds(tree, sides, i, row):
        return
    value, shade, terms = valued(tree, i, row.outcome.values, row.outcome.topic)
    if not value:
        return
    own = told(tree, sides, i, event, row.outcome.topic) if row.outcome.topic in ("agreement", "sanction") else None
    inferred = own is None and bool(event.attributes.get("inferred_party"))
    if inferred and row.outcome.topic in ("agreement", "relations", "hostilities"):
        return
    if inferred and row.outcome.topic == "recognition" and not _rules(tree, i):
        return  # "recognised acupuncture"
    if row.id == "agree-to" and sides.both(i, ("subj",)) is not None:
        return  # two who agree: an agreement, worded.py
    if tree.passive(i) and tree.lemmas[i] in ("prepare", "prepared", "ready"):
        return  # "was prepared to share": an adjective, worded.py
    holder = _side(sides, i, event, row.holder, NOBODY)
    subject = _side(sides, i, event, row.subject, holder)
    if row.outcome.topic in ("agreement", "sanction"):
        pair = (holder, subject, inferred)
        sure = own[:2] if own is not None else fair(tree, sides, i, event, row.outcome.topic, pair)
        if sure is None:
            return
        holder, subject = sure
    if not holder.actors or (not subject.actors and row.outcome.topic not in ("pledge", "demand", "concern")):
        return
    if row.outcome.topic == "demand" and is_power(holder.actors[0]) and _citizens(sides, holder, subject):
        return  # advice to citizens: worded.py
    if inferred and holder.actors and "recipient" in row.subject and tree.slot(i, "subj"):
        again = sides.side(i, ("country", "?"), holder)  # who is in play is known better now than to the event coder
        subject = again if again.actors else subject
    if row.outcome.topic == "pledge" and tree.deps[i] == "advcl":
        subject = _met(tree, sides, i, holder, subject)
    if row.outcome.topic == "pledge":
        subject = _promised(sides, i, holder, subject)
    if row.outcome.topic == "demand":
        subject = _asked(sides, i, holder, subject)
    if row.outcome.topic == "control" and sides.lands.is_person(subject):
        return
    if subject.actors and row.outcome.topic != "control" and _same(sides, holder, subject):
        return
    if row.id.startswith("deed") and not (tree.verbal(i) and is_coming(tree, i) and _may_promise(sides, i, holder)):
        return
    if inferred and row.outcome.topic == "demand" and tree.passive(i):
        return  # "they were told to leave": nobody says by whom
    holder = Side(tuple(a for a in _distinct(sides, holder.actors) if may_hold(a, row.outcome.topic)), holder.tokens)
    for one, other in spread(row.outcome.topic, holder, subject):
        yield Draft(
            i,
            row.outcome.topic,
            value,
            shade,
            one,
            other,
            f"event:{row.id}",
            row.confidence * min(1.0, event.confidence / SURE),
            terms,
            event=event,
            guessed=inferred,
        )


def _rules(tree: Tree, i: int) -> bool:
    """Whether what is recognised, and not named, may be a state or government: "the new rulers"."""
    found = (*tree.slot(i, "obj"), *tree.slot(i, "of"))
    return any(tree.lemmas[tree.through(k)] in classes()["RULERS"] for k in found)


def _met(tree: Tree, sides: Sides, i: int, holder: Side, subject: Side) -> Side:
    """As in "met Chile's minister, promising that ...": the promise is to whom they met."""
    if sides.side(i, ("obj", "iobj", "to"), holder).actors:
        return subject
    found = sides.side(tree.heads[i], ("with", "obj", "iobj", "to"), holder)
    return found if any(map(is_power, found.actors)) else subject


def _promised(sides: Sides, i: int, holder: Side, subject: Side) -> Side:
    """As in "vowed not to let rebels use its soil against Chad": the promise is to Chad, not to its own rebels."""
    own = {sides.principal(a).country for a in holder.actors}
    if not subject.actors or any(a.sector in OFFICIAL or a.country not in own for a in subject.actors):
        return subject
    slots = ("xcomp.against", "xcomp.xcomp.against", "xcomp.ccomp.against", "xcomp.obj.against", "deepstate", "teller")
    found = sides.side(i, slots, holder)
    return found if any(map(is_power, found.actors)) else subject


def _asked(sides: Sides, i: int, holder: Side, subject: Side) -> Side:
    """Of whom it is asked: a power; people are not asked for the release of one of them, their government is."""
    if any(map(is_power, subject.actors)) and any(
        a.kind is not ActorKind.PERSON or a.sector in OFFICIAL for a in subject.actors
    ):
        return subject
    home = sides.side(i, ("homestate",), holder) if not is_power(holder.actors[0]) else NOBODY
    return home if home.actors else sides.side(i, ("?",), holder)


def _citizens(sides: Sides, holder: Side, subject: Side) -> bool:
    """Whether a state speaks to its own people abroad."""
    return any(
        a.sector == "CVL" and a.country and a.country == sides.principal(holder.actors[0]).country
        for a in subject.actors
    )


def _holds(tree: Tree, sides: Sides, i: int, row: Derivation) -> bool:
    own = [c for c in row.conditions if c.alternatives[0].slot == "lemma"]
    if any((tree.lemmas[i] in c.alternatives[0].lemmas) is c.negated for c in own):
        return False
    others = tuple(c for c in row.conditions if c not in own)
    rule = Rule(row.id, (), "V", others, "", None, None, (), (), frozenset(), "", "")
    return match(tree, i, rule, lambda k: bool(sides.cast.of(tree.tokens[k]))) is not None


def _side(sides: Sides, i: int, event: Event, places: str, against: Side) -> Side:
    for place in places.split(","):
        if place == "actor":
            found = Side(event.actors)
        elif place == "recipient":
            found = Side(tuple(a for a in event.recipients if not sides.is_money(a)))
        else:
            found = sides.side(i, (place,), against)
        if place == "?" and not found.actors:
            continue
        kept = tuple(a for a in found.actors if place.startswith("land") or not _among(sides, a, against.actors))
        if kept:
            return Side(kept, found.tokens)
    return NOBODY


def _among(sides: Sides, actor: Actor, others: tuple[Actor, ...]) -> bool:
    return any(sides.principal(actor).id == sides.principal(other).id for other in others)


def _same(sides: Sides, holder: Side, subject: Side) -> bool:
    return side_of(sides.principal(holder.actors[0])) == side_of(sides.principal(subject.actors[0]))


def _distinct(sides: Sides, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """One actor for each side: the state of a minister is not another holder."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(side_of(sides.principal(actor)), actor)
    return tuple(found.values())


def _may_promise(sides: Sides, i: int, holder: Side) -> bool:
    speaker = sides.voices.speaker(sides.tree.tokens[i])
    return speaker is None or _same(sides, Side((speaker,)), holder)
