"""Whom an act is done to, or by, when its clause does not say: by what was told before and who else is in play."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dragoman.events.history import History
from dragoman.events.lexicon import classes
from dragoman.events.slots import NOBODY, Side, Slots
from dragoman.events.surroundings import Surroundings, side_of
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.events.words import DEFINITE
from dragoman.records import Actor, ActorKind

if TYPE_CHECKING:
    from dragoman.actors import Cast

# What mediators do.
BETWEEN: Final = frozenset({"host", "mediate", "chair", "broker", "facilitate", "arbitrate", "convene"})

STAFF: Final = frozenset({"staff", "personnel"})

# Acts that answer what another has said.
ANSWERING: Final = frozenset({"REJECT", "AGREE", "CONCEDE"})

# Acts that judge what another has done.
JUDGING: Final = frozenset({"ACCUSE", "SUPPORT"})

# Prepositions of what is answered or judged: "reacted to the raid", "anger over the closure".
ABOUT: Final = ("to", "with", "at", "over", "about")


class Guessing:
    """Guesses the unnamed sides of the acts of one Doc, asked in the order of the text."""

    def __init__(self, tree: Tree, cast: "Cast", slots: Slots, around: Surroundings) -> None:
        self.tree = tree
        self.cast = cast
        self.slots = slots
        self.around = around
        self.history = History()

    def told(self, i: int, type: str, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> None:
        """Notes that an event was read at token `i`."""
        self.history.add(self.around.sentence_of.get(i, 0), type, actors, recipients)

    def other(self, i: int, known: Side, *, single: bool = False, abroad: bool = False) -> tuple[Actor, ...]:
        """The likeliest other side of an act, what was told before taken into account."""
        own = {side_of(a) for a in known.actors}
        ties = self.history.ties(self.around.sentence_of.get(i, 0), own)
        return self.around.other(i, known.actors, single=single, abroad=abroad, ties=ties)

    def recipient(self, trigger: Trigger, actor: Side) -> tuple[Actor, ...]:
        """The other side in play; both sides when somebody between them mediates, hosts or offers to."""
        if trigger.rule.type in ("SANCTION", "RETREAT") and self._of_mission(trigger.i):
            host = self.slots.host_before(trigger.i, actor)
            if host.actors:
                return host.actors
        verbs = [trigger.i, *self.tree.slot(trigger.i, "comp")]
        between = trigger.rule.mode == "third-party" or any(self.tree.lemmas[k] in BETWEEN for k in verbs)
        first = self.other(trigger.i, actor, single=not between, abroad=True)
        if not first or not between or len({side_of(a) for a in first}) > 1:
            return first
        return first + self.around.other(trigger.i, actor.actors + first)

    def _of_mission(self, i: int) -> bool:
        """Whether the act is about an embassy, an envoy or its staff, which some state hosts."""
        about = classes()["MISSION"] | classes()["ENVOY"] | STAFF
        return any(self.tree.lemmas[k] in about for slot in ("obj", "of") for k in self.tree.slot(i, slot))

    def answered(self, trigger: Trigger, actor: Side) -> Side:
        """Who made what is accepted or refused, when it was told before: "rejected the charge", "accepted at once"."""
        rule, i, tree = trigger.rule, trigger.i, self.tree
        if rule.type not in ANSWERING | JUDGING:
            return NOBODY
        own, here = {side_of(a) for a in actor.actors}, self.around.sentence_of.get(i, 0)
        objects = [tree.through(k) for k in tree.slot(i, "obj")]
        things = objects + [tree.through(k) for slot in ABOUT for k in tree.slot(i, slot)]
        for k in things if rule.type in JUDGING else ():
            definite = any(tree.lower[d] in DEFINITE for d in tree.kids_by(k, "det"))
            found = self.history.who_did(tree.lemmas[k], here, own) if definite else ()
            if found:
                return Side(found)
        for k in things if rule.type in ANSWERING else ():
            found = self.history.who_said(tree.lemmas[k], here, own)
            if found:
                return Side(found)
        bare = tree.deps[i] == "acl:relcl" or all(tree.tokens[k].pos_ == "PRON" for k in objects)
        bare = bare and rule.type in ANSWERING and not tree.slot(i, "comp")
        return Side(self.history.who_asked(here, own)) if bare and tree.verbal(i) else NOBODY

    def whose_men(self, trigger: Trigger, actor: Side, freed: Side) -> Side:
        """Whose men a state frees when the text calls them just "the crews": those of the other side, not its own."""
        own = {a.country for a in actor.actors}
        bare = all(a.sector in ("CVL", "MIL", None) and a.country in own for a in freed.actors)
        if trigger.rule.type != "RETREAT" or trigger.rule.mode != "release" or not bare or not freed.tokens:
            return freed
        if any(a.kind is ActorKind.PERSON for a in freed.actors) or any(self._has_country(k) for k in freed.tokens):
            return freed
        if any(a.sector != "GOV" for a in actor.actors):
            return freed
        other = self.other(trigger.i, actor, single=True, abroad=True)
        return replace(freed, actors=other) if other and not {a.country for a in other} & own else freed

    def _has_country(self, k: int) -> bool:
        """Whether the phrase at token `k` says of which country they are: "Indian fishermen", "captives from Mali"."""
        noun = self.tree.through(k)
        kids = self.tree.kids_by(noun, "amod", "compound", "nmod", "nmod:desc")
        owned = self.tree.kids_by(noun, "nmod:poss")
        return bool(owned) or any(self.cast.country_of(self.tree.tokens[c]) for c in kids)

    def homes(self, type: str, harmed: Side) -> tuple[Actor, ...]:
        """The states of people named by their nation, who hardly harm them: "Americans were being held"."""
        if type not in ("COERCE", "ASSAULT"):
            return ()
        named = [m for k in harmed.tokens if (m := self.cast.at(k)) is not None and m.how == "demonym"]
        states = [self.cast.state(a.country or "") for m in named for a in m.actors]
        return tuple(state for state in states if state is not None)
