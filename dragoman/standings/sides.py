"""A wording in its tree and the cast to its two sides: who holds the standing, and who or what it is about."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind, Event
from dragoman.standings import advice
from dragoman.standings.advice import people_of
from dragoman.standings.around import CURRENCIES, Around
from dragoman.standings.lands import GROUND, Lands
from dragoman.standings.lexicon import classes
from dragoman.standings.missions import Missions
from dragoman.standings.prefixed import prefixed
from dragoman.standings.slots import NOBODY, Side, Slots, apart, same

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.speech import Voices

_WITHIN: Final = ("obj", "about", "over", "by", "at", "for", "of", "ccomp")
_FARTHEST: Final = 40  # tokens behind the trigger
_RULING: Final = frozenset(
    "council junta committee command regime movement government front leader leaders ruler rulers".split()
)
_STATELIKE: Final = frozenset({"GOV", "LEG", "JUD", "SPY", "COP"})


class Sides(Slots):
    """Finds holders and subjects in one Doc. Slots are those of the event lexicon, with these besides:

    sender    the state that an embassy, envoy or diplomat at the trigger or its object belongs to
    seat      the state where that embassy or envoy is; both senders, where each has one with the other
    bound     the same, or where it is sent to
    land      the place that the object is, else its state; landX that of slot X, landhead that of the noun above;
              townX the same for a place within a country only
    prefix    the holder in "rebel-held Goma"
    toward    the state of the place behind "to", "from" or "with"
    abroad    the country where a state's people are whom it advises or fetches (advice.py)
    country   the state of the place that the clause names ("leave Nepal", "in Nepal")
    speaker   who says the words
    maker     who made the promise that is the object: "its promise", "a promise made by the rebels"
    there     the state of the first place of another side inside the object or clause: "killings in Burundi"
    between   both sides of "between A and B"
    """

    def __init__(self, tree: Tree, cast: "Cast", voices: "Voices", events: tuple[Event, ...]) -> None:
        super().__init__(tree, cast)
        self.voices = voices
        self._by_id = {a.id: a for m in cast.mentions for a in m.actors}
        self.play = Around(tree, cast, events, self.principal)
        self.about_recognition = any(lemma in ("recognise", "recognize", "recognition") for lemma in tree.lemmas)
        self.lands = Lands(tree, cast)
        self.missions = Missions(tree, cast, self)

    def side(self, i: int, slots: tuple[str, ...], against: Side = NOBODY) -> Side:
        """The actors of the first slot that names some who are not on the side of `against`."""
        for slot in slots:
            found = self._own_slot(i, slot, against)
            if found is None:
                found = self.fill(i, slot, against)
            kept = tuple(
                a
                for a in found.actors
                if slot.startswith(GROUND) or found is against or not (same(a, against.actors) or self.is_money(a))
            )
            if kept:
                return Side(kept, found.tokens)
        return NOBODY

    def both(self, i: int, slots: tuple[str, ...]) -> tuple[Side, Side] | None:
        """The two sides that one phrase names: "India and Pakistan", "relations between A and B"."""
        for slot in slots:
            if slot == "?":
                continue
            found = self.fill(i, slot, NOBODY)
            sides: dict[str, list[Actor]] = {}
            for actor in found.actors:
                sides.setdefault(apart(self.principal(actor)), []).append(actor)
            if len(sides) == 2:
                one, other = sides.values()
                return Side(tuple(one), found.tokens), Side(tuple(other), found.tokens)
        return None

    def principal(self, actor: Actor) -> Actor:
        """Whom an actor stands for: a minister, ministry or embassy its state, a rebels' spokesman the rebels."""
        if actor.kind in (ActorKind.STATE, ActorKind.PLACE):
            return actor
        state = self.cast.state(actor.country) if actor.country else None
        forces = actor.sector == "MIL" and actor.kind is not ActorKind.ARMED_GROUP
        forces = forces and not _RULING & set(actor.name.lower().split())
        if (actor.sector in _STATELIKE or forces) and state is not None:
            return replace(state, mention=actor.mention)
        if actor.acts_for and actor.acts_for in self._by_id and actor.acts_for != actor.id:
            return replace(self._by_id[actor.acts_for], mention=actor.mention)
        return actor

    def is_money(self, actor: Actor) -> bool:
        """Whether the actor was read from a currency ("U.S. dollars")."""
        if actor.mention is None:
            return False
        after = self.text[actor.mention[1] : actor.mention[1] + 9].lower().split()
        return bool(after) and after[0].rstrip("s.,") in CURRENCIES

    def _own_slot(self, i: int, slot: str, against: Side) -> Side | None:
        if slot == "?":
            return self._around(i, against)
        if slot == "speaker":
            speaker = self.voices.speaker(self.tree.tokens[i])
            return Side((speaker,), (i,)) if speaker is not None else NOBODY
        if slot == "sender":
            return self.missions.sender(i)
        if slot == "seat":
            return self.missions.seat(i, against)
        if slot == "abroad":
            return self._abroad(i, against)
        if slot == "bound":
            return self.missions.seat(i, against, bound=True)
        if slot.startswith(GROUND):
            return self.lands.at(i, slot)
        if slot == "prefix":
            return prefixed(self, self.play, i)
        if slot == "country":
            return self._country(i, against, ("in", "from", "to", "obj"))
        if slot == "toward":
            return self._country(i, against, ("to", "from", "with"))
        if slot == "there":
            return self._there(i, against)
        if slot == "deepstate":
            found = self.fill(i, "deepcomp", against)
            return Side(tuple(a for a in found.actors if a.kind is ActorKind.STATE), found.tokens)
        if slot == "teller":
            return self._own_slot(i, "speaker", against)
        if slot == "maker":
            return self._maker(i)
        return None

    def _around(self, i: int, against: Side) -> Side:
        """Whom the words are most likely about when they do not say: the other side in play, else who is spoken to."""
        return Side(self.play.other(i, tuple(map(self.principal, against.actors))))

    def _abroad(self, i: int, against: Side) -> Side:
        """The first country that the words of advice name and that is not the state's own."""
        for k in advice.abroad(self.tree, i):
            found = self.missions.places((k,))
            kept = tuple(a for a in found.actors if not same(a, against.actors))
            if kept:
                return Side(kept, found.tokens)
        return NOBODY

    def home(self, i: int, flags: frozenset[str]) -> Side:
        """The state of the people in the object ("Finns were urged"), with "folk" in the subject ("Finns must go")."""
        if "folk" in flags:
            return people_of(self, i, ("subj", "obj", "of", "subj.of"), self.principal)
        found = people_of(self, i, ("obj", "iobj", "of", "csubj", "on", "to", "subj.of", "obj.of"), self.principal)
        if found.actors or "own" not in flags:
            return found
        nouns = [k for slot in ("obj", "of", "obj.of") for k in self.tree.slot(i, slot)]
        if not any(self.tree.lemmas[self.tree.through(k)] in classes()["COMPATRIOT"] for k in nouns):
            return NOBODY
        doers = self.side(i, ("poss", "by", "subj"))  # "Nepal flew home 2,000 workers", "its airlift of students"
        states = tuple(a for a in map(self.principal, doers.actors) if a.sector == "GOV" and a.country)
        return Side(states[:1], doers.tokens)

    def pair(self, *, hostile: bool) -> tuple[Side, Side] | None:
        """The two sides that the report is about, for what clearly has two and names none ("the truce")."""
        found = self.play.pair(hostile=hostile)
        return (Side(found[:1]), Side(found[1:])) if found else None

    def _country(self, i: int, against: Side, slots: tuple[str, ...]) -> Side:
        tree = self.tree
        reach = [
            i,
            *(k for k in tree.slot(i, "comp")),
            *(c for k in tree.slot(i, "obj") for c in tree.kids_by(k, "acl")),
            *tree.slot(i, "against"),
            *tree.slot(i, "from"),
        ]
        for verb in dict.fromkeys(reach):
            for slot in slots:
                for k in tree.slot(verb, slot):
                    found = self._at(k)
                    if found.actors and not same(found.actors[0], against.actors):
                        return found
                    for inner in (*tree.slot(k, "in"), *tree.slot(k, "to"), *tree.slot(k, "of")):
                        found = self._at(inner)
                        if found.actors and not same(found.actors[0], against.actors):
                            return found
        return NOBODY

    def _there(self, i: int, against: Side) -> Side:
        tree = self.tree
        for k in (k for slot in _WITHIN for k in tree.slot(i, slot)):
            for j in range(tree.tokens[k].left_edge.i, min(tree.tokens[k].right_edge.i + 1, i + _FARTHEST)):
                mention = self.cast.at(j)
                if mention is None or mention.head != j or mention.how not in ("place", "name", "metonym"):
                    continue
                found = self._at(j)
                if found.actors and not same(found.actors[0], against.actors):
                    return found
        return NOBODY

    def _maker(self, i: int) -> Side:
        tree = self.tree
        for k in tree.slot(i, "obj"):
            found = self.owner((k,))
            if found.actors:
                return found
            for verb in tree.kids_by(k, "acl", "acl:relcl"):
                if tree.lemmas[verb] in ("make", "give", "offer"):
                    found = self.named(tree.slot(verb, "subj"))
                    if found.actors:
                        return found
        return NOBODY

    def _at(self, k: int) -> Side:
        found = self.place(k)
        states = tuple(a for a in found.actors if a.kind is ActorKind.STATE or a.sector == "GOV")
        return Side(tuple(self.principal(a) for a in states[:1]), found.tokens) if states else NOBODY
