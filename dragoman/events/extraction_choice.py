"""Events of a text to those that CAMEO's coders write down: one for an act and what it consists of, none for asides.

A coder who reads "accused Chad of shelling a town" writes an accusation, no shelling; "shelled a town, killing nine" is
one assault; "marched to demand elections" is a protest for elections, and no demand beside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dragoman.events.extraction_strangers import things
from dragoman.events.lexicon import classes
from dragoman.events.status import operators
from dragoman.events.surroundings import OFFICIAL
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind, Event, Status

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.actors.cast import Mention

UNREAL: Final = frozenset({Status.DENIED, Status.HYPOTHETICAL, Status.CONDITIONAL})

# What is only spoken of inside these, in a clause of its own; an accusation's noun too ("of an attack").
TOLD: Final = frozenset({"ACCUSE", "SUPPORT"})
CLAUSES: Final = frozenset({"advcl", "acl", "ccomp", "xcomp", "csubj"})
# What a crowd does with its protest.
VOICED: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "PROTEST"})
# Acts that have parts: of two in one clause, the outer one is the event.
WHOLE: Final = frozenset({"ASSAULT", "CONSULT", "COERCE", "PROTEST", "MOBILIZE"})
# Clauses that, with a subject of their own, have their own parties.
APART: Final = frozenset({"advcl", "ccomp", "acl:relcl", "acl"})
STEPS: Final = 5
# Before what happened at another time.
TIMELY: Final = frozenset({"after", "before", "during", "since", "until", "following", "amid", "despite"})
# Before the place of a rally.
SITED: Final = frozenset({"outside", "at", "near", "around", "through", "across"})
# Whom crowds protest against.
TARGETS: Final = OFFICIAL | {"IGO", "BUS", "MNC", "PTY", "PRM"}


class Choice:
    """Chooses among the events of one text."""

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        self.tree = tree
        self.cast = cast
        self._token = {token.idx: token.i for token in tree.tokens}

    def of(self, events: Sequence[Event]) -> list[Event]:
        """The events that a coder writes down, their parties set right where the text names better ones."""
        at = {self._trigger(e): e for e in reversed(events) if e.status not in UNREAL}
        at = {i: e for i, e in at.items() if not self._supposed(i)}
        at = {i: self._met(self._rally(e, i), i) for i, e in at.items() if not self._told(e, i)}
        echoes = self._echoes(at)
        at = {i: e for i, e in at.items() if i not in echoes}
        return [self._parties(e, i) for i, e in sorted(at.items()) if not self._aside(i, e, at)]

    def _met(self, event: Event, i: int) -> Event:
        """A journey with those whom the traveller meets there: "arrived in Paris for talks with French officials"."""
        named = [a for a in event.recipients if a.mention is not None]
        if event.type != "CONSULT" or any(a.kind is not ActorKind.STATE for a in named):
            return event
        lands = {a.country for a in event.recipients}
        for mention in self._behind(i, i):
            if self.tree.case(mention.head) != "with":
                continue
            met = [a for a in mention.actors if a.country in lands and a.kind not in (ActorKind.STATE, ActorKind.PLACE)]
            if met:
                return replace(event, recipients=tuple(replace(a, mention=mention.span) for a in met))
        return event

    def _behind(self, i: int, top: int) -> list["Mention"]:
        """Who is named behind token `i` in the phrase of `top`, in the order of the text."""
        high = self.tree.tokens[top].right_edge.i
        return sorted((m for m in self.cast.mentions if i < m.head <= high), key=lambda m: (m.head, m.start))

    def _echoes(self, at: dict[int, Event]) -> set[int]:
        """Triggers that say no more than another of the same parties that they hang on, or that hangs on them.

        "Voted to impeach", "responded with air strikes": the act is the inner one; "telephoned to offer condolences":
        the outer one.
        """
        found: set[int] = set()
        for i, inner in at.items():
            for k in self._above(i):
                outer = at.get(k)
                if outer is None or not _equal(outer, inner):
                    continue
                vague = (outer.cameo or "0").endswith("0") and not (inner.cameo or "0").endswith("0")
                found.add(k if vague and inner.status is outer.status else i)
        return found

    def _above(self, i: int) -> list[int]:
        """What a noun or infinitive hangs on, up to a clause of its own, the nearest first."""
        tree, found = self.tree, []
        for _ in range(STEPS):
            dep, head = tree.deps[i], tree.heads[i]
            if head == i or dep in ("conj", "parataxis", "acl:relcl", "ccomp"):
                break
            if dep in ("advcl", "acl") and tree.lower_mark(i) != "to":
                break
            if dep in ("obl", "nmod") and tree.case(i) in TIMELY:
                break
            found.append(head)
            i = head
        return found

    def _supposed(self, i: int) -> bool:
        """Whether an act stands in a condition: "would strike back if attacked"."""
        return self.tree.deps[i] == "advcl" and self.tree.lower_mark(i) in ("if", "unless", "lest", "should")

    def _told(self, event: Event, i: int) -> bool:
        """Whether it only says that something is not so, of nobody: "denied the report"."""
        nobody = not event.recipients or event.attributes.get("inferred_party")
        return event.type == "REJECT" and self.tree.lemmas[i] == "deny" and bool(nobody)

    def _rally(self, event: Event, i: int) -> Event:
        """A protest at a place as one of crowds, whoever they are: "exiles protested outside the embassy"."""
        cases = {self.tree.case(k) for k in self.tree.kids_by(i, "obl")}
        if event.type != "ACCUSE" or self.tree.lemmas[i] != "protest" or not cases & SITED:
            return event
        lands = {a.country for a in event.actors}
        aimed = tuple(a for a in event.recipients if a.country not in lands)
        return replace(event, type="PROTEST", mode="demo", cameo="141", recipients=aimed)

    def _trigger(self, event: Event) -> int:
        """The token that names the act: of a verb and its particle, the verb."""
        start, end = event.trigger
        first = self._token.get(start, 0)
        inside = [k for k in range(first, len(self.tree.tokens)) if self.tree.tokens[k].idx < end]
        tops = [k for k in inside if self.tree.heads[k] not in inside or self.tree.heads[k] == k]
        return tops[0] if tops else first

    def _aside(self, i: int, event: Event, at: dict[int, Event]) -> bool:
        """Whether the event only says more of another: what is alleged, praised, demanded by a crowd, or its toll."""
        tree, k, clause, of, done = self.tree, i, False, False, False
        if tree.deps[i] == "amod" and len(at) > 1:
            return True  # "freed the striking miners"
        if tree.deps[i] == "acl:relcl" and len(at) > 1 and self._before(i):
            return True
        for _ in range(STEPS):
            dep, head = tree.deps[k], tree.heads[k]
            if head == k or dep in ("conj", "parataxis", "acl:relcl"):
                return False
            clause = clause or dep in CLAUSES
            of = of or (dep in ("obl", "nmod") and tree.case(k) == "of")
            done = done or (dep in ("obj", "nsubj:pass") and not tree.verbal(k))
            done = done or (dep in ("obl", "nmod") and tree.case(k) in ("for", "over"))
            k = head
            outer = at.get(k)
            if outer is None or outer is event:
                continue
            told = clause or done or (of and outer.mode == "allege")
            if outer.type in TOLD and told and event.type != outer.type:
                return True
            if tree.deps[i] == "acl" and tree.tokens[i].tag_ in ("VBG", "VBN"):
                return True  # "a plan proposed by", "troops serving with"
            if outer.type == "ASSAULT" and tree.lemmas[i] == "leave" and tree.deps[i] == "advcl":
                return True  # "leaving two soldiers dead"
            if outer.type == "PROTEST" and event.type in VOICED:
                return True
            if outer.type == event.type and event.type in WHOLE and _same(outer, event):
                return True
        return False

    def _before(self, i: int) -> bool:
        """Whether a relative clause tells what went before: "whom they had seized", "which fought a war in 1988"."""
        tree = self.tree
        years = [k for k in tree.kids(i) if tree.deps[k].startswith("obl") and _year(tree.lower[k])]
        return bool(years) or any(tree.lower[a] == "had" for a in tree.kids_by(i, "aux"))

    def _parties(self, event: Event, i: int) -> Event:
        """The event with the recipient that its clause names where the rules had none, or took one from around it."""
        taken = event.recipients[0] if event.attributes.get("inferred_party") and event.recipients else None
        apart = self.tree.deps[i] in APART and bool(self.tree.kids_by(i, "nsubj"))
        if taken is not None and not self._within(taken, i) and (apart or not taken.mention or self._speaks(taken)):
            event = replace(event, recipients=())
        own = {a.country for a in event.actors}
        if event.type == "MOBILIZE" and all(a.country in own or self._thing(a) for a in event.recipients):
            event = replace(event, recipients=())  # "put its troops on alert along the Indian border"
        if _named(event.recipients) or not event.actors:
            return event
        if event.type in ("PROTEST", "MOBILIZE", "REQUEST"):
            found = self._named(i, event)
            return replace(event, recipients=found) if found else event
        return event

    def _thing(self, actor: Actor) -> bool:
        """Whether it is but what is moved or fired: "test-fired a missile"."""
        mention = None if actor.mention is None else self.cast.at(self._token.get(actor.mention[0], 0))
        return actor.country is None and mention is not None and self.tree.lemmas[mention.head] in things()

    def _within(self, actor: Actor, i: int) -> bool:
        if actor.mention is None:
            return False
        low, high = self.tree.tokens[i].left_edge.idx, self.tree.tokens[i].right_edge.idx
        return low <= actor.mention[0] <= high

    def _speaks(self, actor: Actor) -> bool:
        """Whether the actor is but the one who tells it: "..., diplomats in Amman said"."""
        if actor.mention is None:
            return False
        mention = self.cast.at(self._token.get(actor.mention[0], 0))
        if mention is None or self.tree.deps[mention.head] != "nsubj":
            return False
        verb = self.tree.lemmas[self.tree.heads[mention.head]]
        return any(operator.id == "report" for operator in operators().get(("V", verb), ()))

    def _named(self, i: int, event: Event) -> tuple[Actor, ...]:
        """Who stands in the clause of a protest, a show of force or a demand, as whom it is aimed at."""
        own = {a.id for a in event.actors}
        lands = {a.country for a in event.actors}
        top = i
        for _ in range(STEPS):
            if self.tree.verbal(top) or self.tree.deps[top] not in ("compound", "obj", "obl"):
                break
            top = self.tree.heads[top]  # "staged a sit-in to demand ..."
        for mention in self._behind(i, top):
            actor = mention.actors[0]
            if self._speaks(actor) or actor.name.lower() in classes()["OFFICE"]:  # "Prime" of "Prime Minister"
                continue
            if event.type == "REQUEST":  # "called for the resignation of the premier"
                aimed = mention.how not in ("place", "demonym", "pronoun") and actor.id not in own
            elif event.type == "PROTEST":
                aimed = actor.sector in TARGETS and mention.how not in ("place", "demonym") and actor.id not in own
            else:
                aimed = actor.country is not None and actor.country not in lands
            if aimed and actor.kind is ActorKind.PLACE:
                state = self.cast.state(actor.country or "")
                return () if state is None else (replace(state, mention=mention.span),)
            if aimed:
                return (replace(actor, mention=mention.span),)
        return ()


def _named(side: Sequence[Actor]) -> bool:
    return any(a.mention is not None for a in side)


def _equal(one: Event, other: Event) -> bool:
    """Whether two acts have the same parties, and both sides of them."""
    sides = [({x.id for x in e.actors}, {x.id for x in e.recipients}) for e in (one, other)]
    return sides[0] == sides[1] and all(sides[0])


def _same(one: Event, other: Event) -> bool:
    """Whether two acts may be one: the same actors, or one of them without any."""
    a, b = {x.id for x in one.actors}, {x.id for x in other.actors}
    return not a or not b or bool(a & b)


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()
