"""A trigger and the cast to its parties: who acts, on whom; through slots of the tree, else from the text around."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dragoman.events.guessing import Guessing
from dragoman.events.history import SAID
from dragoman.events.slots import NOBODY, Side, Slots
from dragoman.events.status import lights
from dragoman.events.surroundings import OFFICIAL, POWERS, Surroundings, side_of
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.records import Actor, ActorKind

if TYPE_CHECKING:
    from dragoman.actors import Cast

# What talks do by themselves.
RUNNING: Final = frozenset("break collapse fail resume begin end start open continue stall take hold conclude".split())

# Verbs of meeting, whose partners hear what is promised or asked in a participle that follows.
TALKING: Final = frozenset("meet talk speak confer negotiate telephone phone write visit receive address tell".split())

OWN_ACTS: Final = frozenset({"deny", "promise", "pledge", "vow", "threaten", "admit", "confirm", "announce"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides of an act and the tokens that name them; `guessed` when a side was taken from the text around."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    tokens: tuple[int, ...]
    guessed: bool = False


# Slots that find somebody anywhere in a phrase, or outside: they do not speak against a mutual act.
ANYWHERE: Final = frozenset({"?", "between", "deep", "deepcomp"})

# Acts of force within one state: police against a parliament, a junta against its president.
FORCEFUL: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "RETREAT"})

# Acts that are told in the passive, and count, without anybody who did them.
DONE_TO: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID"})

# Acts by people in their country's service on those of another, whose states then stand for them.
CIVIL: Final = frozenset({"AID", "RETREAT", "COERCE"})
SERVING: Final = frozenset({None, "HLH"})

# Whose arrest or death is politics though nobody is said to have done it.
NOTABLE: Final = frozenset({"MED", "REL", "NGO", "LAB", "SOC"})

# Whom their own state may have harmed when the text does not say who did.
REBELLIOUS: Final = frozenset({"REB", "OPP", "PTY", "SEP", "UAF", "CVL", "MED"})

# Those who trade, and the only acts of theirs that are politics.
TRADE: Final = frozenset({"BUS", "MNC"})
FREE_TRADE: Final = frozenset({"PROTEST", "AID", "COOPERATE", "ACCUSE", "REQUEST"})

# Types whose events stand without a recipient, when nobody else is in play (PLOVER asks for none).
ALONE: Final = frozenset("AGREE REQUEST REJECT RETREAT SANCTION COERCE ACCUSE PROTEST".split())


# What a capital does, named for its government, and no town does: "Moscow was in contact with both".
WORDS_OF_STATES: Final = frozenset("CONSULT AGREE REJECT REQUEST ACCUSE THREATEN SUPPORT SANCTION CONCEDE".split())


# Acts whose doer may stand as the owner of the subject: "Syrian air strikes hit the town".
BY_THINGS: Final = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
OF_THINGS: Final = ("subj.acl.subj", "subj.by", "subj.owner", "subj.from")  # "a mine laid by rebels hurt two guards"


class Casting:
    """Finds the parties of triggers in one Doc."""

    def __init__(self, tree: Tree, cast: "Cast", speaker: Callable[[int], Actor | None] = lambda i: None) -> None:
        """`speaker` gives who says the words at a token."""
        self.speaker = speaker
        self.tree = tree
        self.cast = cast
        self.slots = Slots(tree, cast)
        self.around = Surroundings(tree, cast)
        self.guessing = Guessing(tree, cast, self.slots, self.around)

    def parties(self, trigger: Trigger) -> Parties | None:
        """The parties of a trigger, or None when they do not suffice for an event."""
        rule, i, flags = trigger.rule, trigger.i, trigger.rule.flags
        actor = self._first(i, rule.actor, NOBODY, rule.type)
        if not actor.actors and rule.pos == "V" and rule.type in BY_THINGS:
            actor = self._first(i, OF_THINGS, NOBODY, rule.type)
        if "light" in flags and not self._carried(i) and not self._own(i):
            return None
        if rule.pos == "N" and self._takes_up(i):
            return None
        if actor.actors and not self._fit(actor, flags):
            return None
        if "sym" in flags:
            mutual = self._mutual(trigger, actor)
            if mutual is not None:
                return mutual
        explicit = tuple(slot for slot in rule.recipient if slot not in ("?", "-"))
        recipient = self._met(i, actor, rule.type) if rule.opaque else NOBODY
        if not recipient.actors:
            recipient = self._first(i, explicit, actor, rule.type)
        if not recipient.actors and actor.actors:
            recipient = self.guessing.answered(trigger, actor)
        if not actor.actors:
            actor = self._denier(i)
        if not actor.actors and not recipient.actors:
            return self._dyad(trigger) if "sym" in flags else None
        guessed = not actor.actors
        if guessed:
            actor = self._unnamed(trigger, recipient)
            if not actor.actors:
                return self.agentless(trigger, recipient)
        if recipient.actors:
            return self.sound(trigger, actor, self.guessing.whose_men(trigger, actor, recipient), guessed)
        return self.alone(trigger, actor)

    def _met(self, i: int, actor: Side, type: str) -> Side:
        """Whom they spoke with when they promised or asked it: "met the Chinese minister, promising that ..."."""
        tree, head = self.tree, self.tree.heads[i]
        if tree.deps[i] != "advcl" or not tree.verbal(head) or tree.lower_mark(i) or tree.slot(i, "obj"):
            return NOBODY
        return self._first(head, ("with", "to", "obj"), actor, type) if tree.lemmas[head] in TALKING else NOBODY

    def _unnamed(self, trigger: Trigger, recipient: Side) -> Side:
        """Who must have done what the clause tells in the passive, without saying by whom."""
        rule, i = trigger.rule, trigger.i
        if "need2" in rule.flags or rule.pos == "N" or "people" in rule.flags:
            return NOBODY
        if not self.tree.passive(i) and "infersubj" not in rule.flags:
            return NOBODY
        if any(self.tree.lower[k] in ("is", "are") for k in self.tree.kids_by(i, "aux:pass", "cop")):
            return NOBODY  # "is closed", "is banned": a state of things, nobody acts
        known = replace(recipient, actors=recipient.actors + self.guessing.homes(rule.type, recipient))
        found = self.guessing.other(i, known, single=True)
        harmed = rule.type == "ASSAULT" and not any(a.sector in REBELLIOUS for a in recipient.actors)
        if harmed and {a.country for a in found} & {a.country for a in recipient.actors}:
            return NOBODY  # "two Omani guards were hurt": hardly by Oman
        return Side(found)

    def agentless(self, trigger: Trigger, recipient: Side) -> Parties | None:
        """An act that the text tells in the passive and nobody in play has done: "A Greek tanker was seized"."""
        rule, i = trigger.rule, trigger.i
        passive = rule.pos == "V" and self.tree.passive(i) and rule.type in DONE_TO and "need2" not in rule.flags
        undergone = rule.pos == "N" and rule.type in DONE_TO and bool(self.tree.slot(i, "of"))
        if not recipient.actors or not (passive or undergone or "agentless" in rule.flags):
            return None
        return self.sound(trigger, NOBODY, recipient, False)

    def alone(self, trigger: Trigger, actor: Side) -> Parties | None:
        """An act whose recipient the clause does not name: the other side in play, else nobody where that suffices."""
        rule = trigger.rule
        if "?" in rule.recipient and "sym" in rule.flags and len({side_of(a) for a in actor.actors}) > 1:
            return self._split(actor, False)
        other = Side(self.guessing.recipient(trigger, actor)) if "?" in rule.recipient else NOBODY
        if not other.actors and rule.type in FORCEFUL and all(a.sector == "REB" for a in actor.actors):
            other = Side(self.slots.home(actor.actors), domestic=True)
        if other.actors:
            return self.sound(trigger, actor, other, True)
        enough = rule.type in ALONE and rule.pos != "N" and "need2" not in rule.flags
        enough = enough and any(a.sector in OFFICIAL or a.sector in ("IGO", "REB") for a in actor.actors)
        enough = enough or "noneed" in rule.flags or "-" in rule.recipient
        return self.sound(trigger, actor, NOBODY, False) if enough else None

    def sound(self, trigger: Trigger, actor: Side, recipient: Side, guessed: bool) -> Parties | None:
        """The parties, unless both are one side, nobody has power, or a noun leaves too much to be guessed."""
        rule, i = trigger.rule, trigger.i
        if not recipient.domestic and any(opposed_to_itself(actor.actors, a, rule.type) for a in recipient.actors):
            return None
        if rule.type == "THREATEN" and {a.country for a in recipient.actors if a.sector == "CVL"} & _countries(actor):
            return None  # "thousands of Zambians will go hungry, he warned"
        if "persons" in rule.flags and all(a.kind is ActorKind.STATE for a in recipient.actors):
            return None  # "Tunisia beat Egypt": a match
        if guessed and rule.pos == "N" and self.tree.light(i) is None and not self.tree.slot(i, "by"):
            return None
        if actor.actors and rule.type not in FREE_TRADE and all(_trades(a) for a in actor.actors):
            return None  # "Toyota launched an offensive on the Indian car market"
        if rule.type in CIVIL and not any(a.sector in POWERS for a in actor.actors + recipient.actors):
            actor, recipient = self._national(actor, recipient)
        known = POWERS if actor.actors else POWERS | NOTABLE
        if not any(a.sector in known for a in actor.actors + recipient.actors):
            return None  # a player and a referee, a company and its rival
        targets = self._with_state(self._nationals(actor.actors, recipient.actors, rule.type))
        return Parties(self._with_state(actor.actors), targets, actor.tokens + recipient.tokens, guessed)

    def _national(self, actor: Side, recipient: Side) -> tuple[Side, Side]:
        """The states in the place of guards, doctors and travellers of two countries: "Cuban surgeons in Peru"."""
        codes = [{a.country for a in side.actors} for side in (actor, recipient)]
        states = [self.cast.state(next(iter(c)) or "") if len(c) == 1 else None for c in codes]
        acting = all(a.sector in SERVING for a in actor.actors)
        if not acting or codes[0] == codes[1] or states[0] is None or states[1] is None:
            return actor, recipient
        return (
            replace(actor, actors=(states[0],)),
            replace(recipient, actors=tuple(dict.fromkeys((*recipient.actors, states[1])))),
        )

    def _denier(self, i: int) -> Side:
        """Who denies, promises or confirms that something was done, when the clause does not say by whom."""
        tree = self.tree
        if not tree.verbal(i) or not tree.passive(i):
            return NOBODY
        head = tree.heads[i]
        if tree.deps[i] == "ccomp" and tree.lemmas[head] in OWN_ACTS:
            return self.slots.named(tree.slot(head, "subj"))
        if any(tree.lower[k] in ("will", "would") for k in tree.kids_by(i, "aux")):
            said = self.speaker(i)
            return Side((said,)) if said is not None and said.sector in POWERS else NOBODY
        return NOBODY

    def _dyad(self, trigger: Trigger) -> Parties | None:
        """The two sides of an accord or of talks that the clause does not name: those most in play just before."""
        i, tree = trigger.i, self.tree
        if trigger.rule.type not in ("SUPPORT", "CONSULT", "RETREAT"):
            return None
        verb = i if tree.verbal(i) else tree.light(i)
        head = tree.heads[tree.measure(i)]
        runs = tree.deps[tree.measure(i)] == "nsubj" and tree.lemmas[head] in RUNNING and not tree.verbal(i)
        if not runs and (verb is None or not tree.passive(verb)):
            return None
        first = self.around.other(i, ())
        if len({side_of(a) for a in first}) > 1:
            return self._split(Side(first), True)
        second = self.around.other(i, first) if first else ()
        if not first or not second:
            return None
        return Parties(self._with_state(first), self._with_state(second), (), True)

    def _mutual(self, trigger: Trigger, actor: Side) -> Parties | None:
        """Both sides of a symmetric act that one phrase names: "India and Pakistan", "the two sides"."""
        rule, i = trigger.rule, trigger.i
        others = self._first(i, tuple(s for s in rule.recipient if s not in ANYWHERE), actor, rule.type)
        if others.actors:
            return None
        return self._split(actor, False) if len({side_of(a) for a in actor.actors}) > 1 else None

    def _split(self, both: Side, guessed: bool) -> Parties:
        """The first side of `both` as actor, the others as recipients."""
        sides: dict[str, list[Actor]] = {}
        for a in both.actors:
            sides.setdefault(side_of(a), []).append(a)
        first, *rest = sides.values()
        others = tuple(a for side in rest for a in side)
        return Parties(self._with_state(tuple(first)), self._with_state(others), both.tokens, guessed)

    def _first(self, i: int, slots: tuple[str, ...], against: Side, type: str) -> Side:
        """The first slot that names actors who are not of the side `against`; "said" is who says the words."""
        for slot in slots:
            if slot == "said":
                said = self.speaker(i)
                if said is not None and said.sector in POWERS:
                    return Side((said,))
                continue
            if slot == "subj" and self._judged(i):
                continue
            found = self.slots.fill(i, slot, against)
            if not found.actors and slot == "subj" and type in WORDS_OF_STATES:
                found = self.slots.capital(i)
            if found.domestic and found.actors:
                return found
            kept = tuple(
                a
                for a in found.actors
                if not (against.actors and _nowhere(a)) and not opposed_to_itself(against.actors, a, type)
            )
            if kept:
                return Side(kept, found.tokens)
        return NOBODY

    def _judged(self, i: int) -> bool:
        """Whether a noun is what its verb speaks of, not what its subject does: "criticised the deployment"."""
        verb = None if self.tree.verbal(i) else self.tree.light(i)
        if verb is None or self.tree.deps[self.tree.measure(i)] not in ("obj", "nsubj:pass"):
            return False
        return self.tree.lemmas[verb] not in lights()

    def _carried(self, i: int) -> bool:
        return self.tree.light(i) is not None or bool(self.tree.slot(i, "subj"))

    def _takes_up(self, i: int) -> bool:
        """Whether a noun only names what was said before: "dismissed the charge", "welcomed the offer"."""
        tree = self.tree
        verb = tree.light(i)
        if tree.lemmas[i] not in SAID or verb is None or self._own(i):
            return False
        return lights().get(tree.lemmas[verb], "denied") in ("denied", "suppress")

    def _own(self, i: int) -> bool:
        return any(self.cast.of(self.tree.tokens[k]) for s in ("poss", "by") for k in self.tree.slot(i, s))

    def _fit(self, actor: Side, flags: frozenset[str]) -> bool:
        """Whether the actor is of a kind that the rule wants: people for protests, office holders for visits."""
        sectors = {a.sector for a in actor.actors}
        if "armed" in flags and sectors <= {"GOV"}:
            return False
        if "people" in flags:
            return not sectors & OFFICIAL and not sectors <= {"REB", "UAF"}
        if "official" in flags:
            return bool(sectors & POWERS)
        if "military" in flags:
            return bool(sectors & POWERS) and all(a.kind is not ActorKind.PERSON for a in actor.actors)
        return True

    def _nationals(self, actors: tuple[Actor, ...], others: tuple[Actor, ...], type: str) -> tuple[Actor, ...]:
        """Citizens of another country: their state beside them when harmed, in their stead when sanctioned."""
        if type not in ("ASSAULT", "COERCE", "RETREAT", "SANCTION", "ACCUSE"):
            return others
        own = {a.country for a in actors}
        found: list[Actor] = []
        for actor in others:
            state = self.cast.state(actor.country) if actor.country and actor.country not in own else None
            if actor.sector != "CVL" or state is None:
                found.append(actor)
            elif type == "SANCTION" or actor.kind is ActorKind.PEOPLE:
                found.append(state)
            else:
                found += [actor, state]
        return tuple(dict.fromkeys(found))

    def _with_state(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The actors, each one in office followed by its state."""
        found = list(actors)
        for actor in actors:
            if actor.sector == "GOV" and actor.country and actor.kind is not ActorKind.STATE:
                state = self.cast.state(actor.country)
                if state is not None and all(state.name != a.name for a in found):
                    found.append(replace(state, mention=None))
        return tuple(found)


def opposed_to_itself(ones: tuple[Actor, ...], other: Actor, type: str) -> bool:
    """Whether `other` is on the side of `ones`, and the act is none that goes on inside a state."""
    same = [a for a in ones if side_of(a) == side_of(other)]
    if not same:
        return False
    if type not in FORCEFUL or any(a.sector == other.sector for a in same):
        return True
    return not (other.kind is ActorKind.PERSON or other.sector in ("LEG", "JUD"))


def _nowhere(actor: Actor) -> bool:
    """Whether it is a thing of no country and no power, such as "a joint factory": no side of its own."""
    return actor.country is None and actor.sector in (None, "BUS", "MNC") and actor.kind is not ActorKind.PERSON


def _trades(actor: Actor) -> bool:
    return actor.sector in TRADE or (actor.sector is None and actor.kind is ActorKind.OTHER)


def _countries(side: Side) -> set[str | None]:
    return {a.country for a in side.actors}
