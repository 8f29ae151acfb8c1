"""A slot of a word in its tree and the cast to the actors who fill it: "subj", "obj.owner", "placein", "deep"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import POWERS, side_of
from dragoman.events.tree import Tree
from dragoman.events.words import PRONOUNS
from dragoman.records import Actor, ActorKind
from dragoman.standings.bearers import between, top

if TYPE_CHECKING:
    from dragoman.actors import Cast

# Words for one of several powers: who it is stands before it.
_MEMBERS: Final = frozenset("country state nation government power group member neighbour neighbor handful".split())
_DEEPEST: Final = 60  # tokens of a clause that are searched for somebody


@dataclass(frozen=True, slots=True)
class Side:
    """Actors found in a slot, and the tokens where."""

    actors: tuple[Actor, ...] = ()
    tokens: tuple[int, ...] = ()


NOBODY: Final = Side()


class Slots:
    """Fills slots in one Doc: those of `Tree.slot`, and on top of them

    X.owner     whose the things in slot X are: "Iran's proposal", "Iranian proposal", "a proposal by Iran"
    placeX      the states of the places in slot X; X.placeY those of slot Y of what fills X
    homestate   the government that the actors of the other side live under
    top         whom a phrase is said of: "a state at war with Chad", "remains at war"
    amid        both sides of the next "between A and B" in the words themselves, however they are parsed
    deep        the first power of another side inside the object or clause; deepcomp: inside the complement
    """

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        self.tree = tree
        self.cast = cast
        self.text = tree.text

    def fill(self, i: int, slot: str, against: Side) -> Side:
        """Who fills `slot` of token `i`; `against` is the other side, for slots that depend on it."""
        tree = self.tree
        if slot == "homestate":
            return self._home(against.actors)
        if slot in ("deep", "deepcomp"):
            places = ("obj", "for", "ccomp") if slot == "deep" else ("comp",)
            return self._inside(tuple(k for place in places for k in tree.slot(i, place)), against)
        if slot == "top":
            return self.named(top(tree, i))
        head, dot, last = slot.rpartition(".")
        if last == "amid":
            starts = tree.slot(i, head) if dot else (i,)
            return self._each(tuple(k for j in starts for k in between(tree, self.cast, j)))
        if last == "owner":
            return self.owner(tree.slot(i, head))
        if last.startswith("place"):
            nouns = [tree.through(k) for k in tree.slot(i, head)] if dot else [i]
            tokens = [p for k in nouns for p in tree.slot(k, last.removeprefix("place"))]
            return joined([self.place(k) for k in tokens])
        found = self.named(tree.slot(i, slot))
        if slot == "obj" and not found.actors and tree.deps[i] == "xcomp":
            found = self.named(self._relative(i))
        if slot == "subj" and not found.actors and tree.verbal(i):
            return self.named(self._holders(i)) if not tree.verbal(tree.heads[i]) else found
        return found

    def _relative(self, i: int) -> tuple[int, ...]:
        """The noun that "which" stands for, as in "Cyprus, which Ankara has refused to recognise"."""
        tree = self.tree
        head = tree.heads[i]
        which = [k for k in tree.kids_by(head, "obj") if tree.lower[k] in PRONOUNS]
        return (tree.heads[head],) if which and tree.deps[head] == "acl:relcl" else ()

    def _holders(self, i: int) -> tuple[int, ...]:
        """The subject of a verb that has none of its own: that of the word over it, or whose plan or idea it is."""
        tree = self.tree
        head = tree.heads[i]
        if tree.passive(i) or tree.kids_by(i, "nsubj", "nsubj:pass"):
            return self._over(i)
        if tree.deps[i] == "csubj":  # "was among the first to recognise it"
            return tuple(tree.kids_by(head, "nsubj"))
        if tree.deps[i] in ("acl", "acl:relcl") and tree.lemmas[head] in _MEMBERS:
            return (head,)  # "three states to have recognised it"
        if tree.deps[i] in ("acl", "nmod") and tree.tokens[head].pos_ == "NOUN":
            verb = tree.heads[head]
            owner = tuple(tree.kids_by(head, "nmod:poss"))
            return owner or (tree.slot(verb, "subj") if tree.deps[head] == "obj" and tree.verbal(verb) else ())
        return self._over(i)

    def _each(self, tokens: tuple[int, ...]) -> Side:
        """The first actor of each of the phrases at `tokens`, whatever else the parser joins to them."""
        own = [(a, k) for k in tokens if (m := self.cast.at(k)) is not None for a in m.actors[:1]]
        return Side(tuple(dict.fromkeys(a for a, _ in own)), tuple(k for _, k in own))

    def _over(self, i: int) -> tuple[int, ...]:
        """The subject of the verb over an adverb or adjective: "stopped short of recognising"."""
        tree = self.tree
        head = tree.heads[i]
        if tree.deps[i] not in ("advcl", "xcomp", "ccomp") or tree.tokens[head].pos_ not in ("ADJ", "ADV"):
            return ()
        return tree.slot(head if tree.kids_by(head, "nsubj") else tree.heads[head], "subj")

    def named(self, tokens: tuple[int, ...]) -> Side:
        """The actors that the phrases at `tokens` name."""
        found: list[Actor] = []
        at: list[int] = []
        for k in tokens:
            noun = self.tree.through(k)
            member = self._member(noun)
            for j in dict.fromkeys((k, noun) if member == noun else (member, k, noun)):
                actors = self.cast.of(self.tree.tokens[j])
                if actors:
                    found += [a for a in actors if a not in found]
                    at.append(j)
                    break
        return Side(tuple(found), tuple(at))

    def _member(self, j: int) -> int:
        """Who is one of the countries at `j`: "Chad, one of six states that ...", "Chad is the only state"."""
        tree = self.tree
        if tree.lemmas[j] not in _MEMBERS:
            return j
        for _ in range(4):
            head = tree.heads[j]
            if tree.deps[j] == "appos" and head != j:
                return head
            subject = tree.kids_by(j, "nsubj")
            if subject and tree.kids_by(j, "cop"):
                return subject[0]
            if tree.deps[j] == "xcomp" and tree.lemmas[head] in ("become", "remain"):
                return (tree.slot(head, "subj") or (j,))[0]
            if tree.deps[j] != "nmod" or head == j or tree.case(j) not in ("of", "among"):
                return j
            j = head
        return j

    def owner(self, tokens: tuple[int, ...]) -> Side:
        """Whose the things at `tokens` are."""
        tree = self.tree
        for k in map(tree.through, tokens):
            kids = tree.kids_by(k, "nmod:poss", "compound", "amod", "nmod:desc") + list(tree.slot(k, "by"))
            found = self.named(tuple(kids))
            if found.actors:
                return found
            state = self.state_at(k)
            if state.actors:
                return state
        return NOBODY

    def place(self, k: int) -> Side:
        """The actors named at `k`, else the states of the places that stand there."""
        actors = self.cast.of(self.tree.tokens[k])
        if actors:
            return Side(actors, (k,))
        mention = self.cast.at(k)
        if mention is not None and mention.how == "place" and mention.head != k:
            return self.state_at(mention.head)
        return joined([self.state_at(k), *(self.place(c) for c in self.tree.kids_by(k, "conj"))])

    def state_at(self, k: int) -> Side:
        """The state that the phrase at `k` belongs to."""
        code = self.cast.country_of(self.tree.tokens[k])
        return self.state(code, k) if code else NOBODY

    def state(self, code: str, k: int) -> Side:
        """The government of the country `code`, as read at token `k`."""
        state = self.cast.state(code)
        return Side((state,), (k,)) if state is not None else NOBODY

    def _inside(self, tokens: tuple[int, ...], against: Side) -> Side:
        own = {side_of(a) for a in against.actors}
        for k in tokens:
            start, end = self.tree.tokens[k].left_edge.i, self.tree.tokens[k].right_edge.i + 1
            for j in range(start, min(end, start + _DEEPEST)):
                mention = self.cast.at(j)
                if mention is None or mention.start != j or mention.how == "place":
                    continue
                kept = tuple(a for a in mention.actors if side_of(a) not in own and a.sector in POWERS)
                if kept:
                    return Side(kept, (mention.head,))
        return NOBODY

    def _home(self, actors: tuple[Actor, ...]) -> Side:
        states = [self.cast.state(code) for code in dict.fromkeys(a.country for a in actors if a.country)]
        own = {side_of(a) for a in actors}
        return Side(tuple(s for s in states if s is not None and side_of(s) not in own))


def joined(sides: list[Side]) -> Side:
    """All actors and tokens of `sides`."""
    actors = tuple(dict.fromkeys(a for side in sides for a in side.actors))
    return Side(actors, tuple(k for side in sides for k in side.tokens))


def apart(actor: Actor) -> str:
    """What makes two actors one side here: as for events, but an armed group is a side of its own, whosever it is."""
    return actor.id if actor.kind is ActorKind.ARMED_GROUP else side_of(actor)


def same(actor: Actor, others: tuple[Actor, ...]) -> bool:
    """Whether `actor` stands on the side of one of `others`; rebels do not stand on their state's side."""
    return any(apart(actor) == apart(other) for other in others)


def is_power(actor: Actor) -> bool:
    """Whether the actor is one that takes part in politics: a state, rebels, a party, an organisation."""
    return actor.sector in POWERS


def may_hold(actor: Actor, topic: str) -> bool:
    """Whether an actor may hold a standing of the topic: people demand and fight, aid groups demand and fear."""
    return (
        is_power(actor)
        or (topic in ("demand", "hostilities") and actor.sector == "CVL")
        or (topic in ("demand", "concern") and actor.sector == "NGO")
    )
