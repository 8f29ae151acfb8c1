"""A Doc to its embassies and envoys: whose each is, where it sits, and what the words call it.

A phrase that names none of its sides takes them from the phrase before that it takes up again: "the embassy", "its
staff". In the tree of this room every word for a mission gets the lemma embassy, for its head envoy, and for others
diplomat; words that only look like one lose theirs. So the tables ask for three words alone.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import OFFICIAL, side_of
from dragoman.events.tree import Tree
from dragoman.standings.drafts import Draft
from dragoman.standings.mission_words import BUILDING, PARTS, MissionWords, sides_of, without
from dragoman.standings.slots import NOBODY, Side, Slots

if TYPE_CHECKING:
    from dragoman.actors import Cast

_MUTUAL: Final = frozenset({"each", "the", "'s", "’s"})
_HEAD: Final = 2  # tokens of a report where its dateline begins
_THE: Final = frozenset({"the", "that", "this", "these", "those", "both"})
_WAYS: Final = frozenset({"back", "home", "out", "away"})
_REACH: Final = (
    "obj",
    "subj",
    "iobj",
    "of",
    "at",
    "outside",
    "to",
    "on",
    "around",
    "into",
    "near",
    "against",
    "by",
    "as",
)
_REACH_MORE: Final = ("for", "from", "in", "xcomp", "behind", "over", "through", "with", "without", "amod", "compound")


@dataclass(frozen=True, slots=True)
class Mission:
    """A phrase: `noun` its head, `kind` in its words, `house` whether a building, `inner` the word with its sides."""

    noun: int
    kind: str
    house: bool
    inner: int
    senders: Side
    seats: Side
    own: bool = True  # whether the phrase itself names its senders


class Missions(MissionWords):
    """The missions of one Doc. `slots` finds the actors of a phrase."""

    def __init__(self, tree: Tree, cast: "Cast", slots: Slots) -> None:
        super().__init__(tree, cast, slots)
        self._at: dict[int, Mission] = {}
        self._known: list[Mission] = []
        found = [i for i, token in enumerate(tree.tokens) if token.pos_ in ("NOUN", "PROPN", "ADJ")]
        kinds = {i: kind for i in found if (kind := self.kind_of(i))}
        for i in found:
            if i in kinds:
                tree.lemmas[i] = self.lemma_of(i, kinds)
        for i in found:
            if i in kinds:
                self._note(i, i, kinds[i], house=tree.lemmas[i] == "embassy")
            elif (inner := self.inner_of(i, kinds)) is not None:
                tree.lemmas[i] = "embassy" if tree.lemmas[i] in BUILDING else tree.lemmas[i]
                self._note(i, inner, kinds.get(inner, "staff"), house=tree.lemmas[i] in ("embassy", *PARTS))
        self._name_people()

    def near(self, i: int) -> Mission | None:
        """The mission or envoy at the trigger `i`: itself, or its object, subject or phrase behind a preposition."""
        tree = self.tree
        nameless = None
        phrases = [i, *(k for slot in (*_REACH, *_REACH_MORE) for k in tree.slot(i, slot))]
        phrases += [j for k in tree.slot(i, "xcomp") for slot in ("obj", "at", "in") for j in tree.slot(k, slot)]
        for k in phrases:
            found = self._of_phrase(k)
            if found is not None and found.senders.actors:
                return found
            nameless = nameless or found
        return nameless

    def sender(self, i: int) -> Side:
        """The states whose mission is at `i`."""
        found = self.near(i)
        if found is None:
            return NOBODY
        if not found.own:  # "Finland opened the embassy in 1992", after that of another
            doers = self.states_of(self.tree.slot(i, "subj"))
            known = {side_of(a) for held in self._known for a in held.senders.actors}
            if doers and {side_of(a) for a in doers} <= known:
                return Side(doers, self.tree.slot(i, "subj"))
        return found.senders

    def seat(self, i: int, against: Side, *, bound: bool = False) -> Side:
        """The states where the mission at `i` is: as its phrase says, its verb, or what was told of it before.

        Of a mission that is `bound` for somewhere also the place behind "to". Two states whose missions are told of
        without a seat have them with each other: then it is `against` itself.
        """
        found = self.near(i)
        own = {side_of(a) for a in against.actors}
        if found is not None and (kept := without(found.seats, own)).actors:
            return kept
        for verb in self._verbs(i):
            if self._mutual(verb):
                return against
            for prep in ("in", "from", "at", "to") if bound else ("in", "from", "at"):
                kept = without(self.places(self._behind(verb, prep)), own)
                if kept.actors:
                    return kept
        before = self._before(found, seated=True) if found is not None else None
        told = without(before.seats, own) if before is not None else self._usual(own)
        return told if told.actors or not self._of_both(i, own) else against

    def _of_both(self, i: int, own: set[str]) -> bool:
        """Whether two states at `i` do it alike: "Iraq and Kuwait named ambassadors"."""
        doers = [k for k in self.tree.slot(i, "subj") if self.tree.lemmas[k] not in ("embassy", "envoy", "diplomat")]
        return len(own) == 2 and {side_of(a) for a in self.states_of(tuple(doers))} == own

    def _usual(self, own: set[str]) -> Side:
        """The host that the report names most for missions elsewhere."""
        hosts = Counter(a for held in self._known for a in held.seats.actors if side_of(a) not in own)
        if hosts:
            return Side((hosts.most_common(1)[0][0],))
        return without(self._dateline(), own)

    def _dateline(self) -> Side:
        """The state that the report is sent from: "KHARTOUM, March 5 - "."""
        first = next((m for m in self.cast.mentions if m.start < _HEAD), None)
        if first is None or not self.tree.tokens[first.start].text.isupper() or first.start != 0:
            return NOBODY
        return self.places((first.head,))

    def hosts(self, i: int, senders: Side) -> Side:
        """Who does it at `i`, where that is the sender as "its" is read: "broke with Iran and expelled its envoy"."""
        subject = self.slots.named(self.tree.slot(i, "subj"))
        held = self.near(i)
        owners = [] if held is None else self.tree.kids_by(held.inner, "nmod:poss", "compound", "amod", "nmod:desc")
        if any(self.tree.tokens[k].pos_ != "PRON" and self.states_of((k,)) for k in owners):
            return NOBODY  # it is said whose envoy it is
        same = bool(senders.actors) and sides_of(subject) == sides_of(senders)
        return Side(self.governments(list(subject.actors)), subject.tokens) if same else NOBODY

    def kind(self, i: int) -> str:
        """What the words at `i` call the mission: embassy, consulate, high commission, ambassador ...; else ""."""
        found = self.near(i)
        return found.kind if found is not None else ""

    def _verbs(self, i: int) -> Iterator[int]:
        """The trigger, what it orders or does besides, and the verb over a noun."""
        yield i
        yield from self.tree.slot(i, "comp")
        if not self.tree.verbal(i) and self.tree.verbal(self.tree.heads[i]):
            yield self.tree.heads[i]

    def _behind(self, verb: int, prep: str) -> tuple[int, ...]:
        """The phrases behind `prep` of a verb, and of its "back", "home" or "out": "sent back to Beirut"."""
        tree = self.tree
        ways = [k for k in tree.kids_by(verb, "advmod", "compound:prt", "xcomp") if tree.lower[k] in _WAYS]
        further = [c for k in ways for c in tree.kids_by(k, "obl", "nmod") if tree.case(c) == prep]
        return (*tree.slot(verb, prep), *further)

    def _mutual(self, verb: int) -> bool:
        """As in "from each other's capitals", "in the other's city"."""
        tree = self.tree
        for prep in ("in", "from", "to", "obj", "of"):
            for k in tree.slot(verb, prep):
                words = {tree.lower[j] for j in (*tree.kids(k), *(c for o in tree.kids(k) for c in tree.kids(o)))}
                if "other" in words and words & _MUTUAL:
                    return True
        return False

    def _note(self, i: int, inner: int, kind: str, *, house: bool) -> None:
        if inner == i and i in self._at:
            return
        senders = self._senders(inner)
        if not senders.actors and inner != i:
            senders = self._senders(i)
        seats = without(
            self.seats_of(inner) if inner == i else _or(self.seats_of(inner), self.seats_of(i)), sides_of(senders)
        )
        made = Mission(i, kind, house, inner, senders, seats)
        if not senders.actors and self._definite(inner):
            known = self._before(made, seated=False)
            if known is not None:
                made = Mission(i, kind, house, inner, known.senders, seats if seats.actors else known.seats, own=False)
        self._at[i] = made
        self._known.append(made)

    def _senders(self, i: int) -> Side:
        """The states that the phrase at `i` says it belongs to."""
        tree = self.tree
        owners = tree.kids_by(i, "nmod:poss")
        own = self.states_of(tuple(owners))
        if own or (owners and tree.tokens[owners[0]].pos_ == "PROPN"):
            return Side(own, tuple(owners))
        there = sides_of(self.seats_of(i))  # a phrase that names no sender gets its host's country from the cast
        actors = [a for a in self.cast.of(tree.tokens[i]) if a.country and a.sector in OFFICIAL]
        actors = actors if self._definite(i) else []
        found = tuple(a for a in self.governments(actors) if side_of(a) not in there)
        if not found:
            kids = [
                k for k in tree.kids_by(i, "compound", "amod", "nmod:desc") if tree.tokens[k].pos_ in ("PROPN", "ADJ")
            ]
            found = self.states_of(tuple(kids))
        if not found:
            found = self.states_of(tree.slot(i, "of"))
        if not found:
            clauses = tree.kids_by(i, "acl:relcl", "acl")
            found = self.states_of(tuple(k for c in clauses for k in tree.slot(c, "subj") if k != i))
        if not found and self._definite(i) and not tree.slot(i, "in"):
            found = self.states_of((i,))
        return Side(found, (i,))

    def _definite(self, i: int) -> bool:
        """Whether the phrase says whose it is, or takes up one told before: not "two diplomats"."""
        tree = self.tree
        kids = tree.kids_by(i, "nmod:poss", "compound", "amod", "nmod:desc", "appos", "flat")
        if tree.lemmas[i] in ("embassy", "envoy"):
            return True
        if any(tree.tokens[k].pos_ in ("PROPN", "PRON") or self.states_of((k,)) for k in kids):
            return True
        return any(tree.lower[k] in _THE for k in tree.kids_by(i, "det")) or tree.tokens[i].pos_ in ("PROPN", "PRON")

    def _before(self, one: Mission, *, seated: bool) -> Mission | None:
        """The last phrase before `one` that it may take up: of its sender and with a seat, or just with a sender."""
        own = sides_of(one.senders)
        for held in reversed(self._known):
            if held.noun >= one.noun:
                continue
            if seated and held.seats.actors and own & sides_of(held.senders) and held.house == one.house:
                return held
            if not seated and held.senders.actors and held.house == one.house:
                return held
        if seated:
            return next((h for h in reversed(self._known) if h.seats.actors and own & sides_of(h.senders)), None)
        return None

    def _of_phrase(self, k: int) -> Mission | None:
        tree = self.tree
        for j in dict.fromkeys((k, tree.through(k))):
            if j in self._at:
                return self._at[j]
        reach = [tree.through(k)]
        for _ in range(2):
            reach = [
                c for j in reach for c in tree.kids_by(j, "appos", "flat", "nmod", "compound", "conj", "nmod:desc")
            ]
            for c in reach:
                if c in self._at:
                    return self._at[c]
        return None

    def _name_people(self) -> None:
        """Marks the names and pronouns of an envoy or embassy told before: "expelled Smith", "it was burnt"."""
        tree = self.tree
        people: dict[str, Mission] = {}
        for made in list(self._known):
            for actor in self.cast.of(tree.tokens[made.noun]):
                if made.noun == made.inner:
                    people.setdefault(actor.id, made)
        for mention in self.cast.mentions:
            i = mention.head
            if i in self._at or mention.how not in ("name", "pronoun", "description") or len(mention.actors) != 1:
                continue
            made_before = people.get(mention.actors[0].id)
            if made_before is None or tree.deps[i] == "nmod:poss":
                continue
            if tree.tokens[i].pos_ not in ("PROPN", "PRON") or tree.lower[i] in ("who", "which", "that"):
                continue
            self._at[i] = made_before
            if tree.tokens[i].pos_ == "PROPN" or tree.lower[i] in ("him", "her"):
                tree.lemmas[i] = "embassy" if made_before.house else "envoy"


def spread(topic: str, holder: Side, subject: Side) -> list[tuple[Side, Side]]:
    """Each holder with each subject, where missions are told of several: "their ambassadors in Chad and Niger"."""
    if topic == "control" and subject.actors:  # "took Goma and Bukavu"
        foreign = tuple(a for a in holder.actors if a.sector != "GOV" or a.country != subject.actors[0].country)
        pairs = ((one, place) for one in (foreign or holder.actors)[:3] for place in subject.actors[:4])
        return [(Side((one,), holder.tokens), Side((place,), subject.tokens)) for one, place in pairs]
    if topic != "mission" or not subject.actors:
        return [(Side((one,), holder.tokens), subject) for one in holder.actors[:3]]
    return [
        (Side((one,), holder.tokens), Side((other,), subject.tokens))
        for one in holder.actors[:6]
        for other in subject.actors[:6]
        if side_of(one) != side_of(other)
    ]


def told_once(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of events whose very word a wording has read as well: it knows more of missions."""
    worded = {d.i: d for d in drafts if d.topic == "mission" and d.rule.startswith("wording:")}
    kept = []
    for draft in drafts:
        own = worded.get(draft.i)
        if draft.topic == "mission" and draft.event is not None and own is not None and own is not draft:
            for other in (d for d in drafts if d.i == draft.i and d.topic == "mission" and d.event is None):
                other.event, other.when = draft.event, other.when or draft.when
            continue
        kept.append(draft)
    return kept


def _or(one: Side, other: Side) -> Side:
    return one if one.actors else other
