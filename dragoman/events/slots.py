"""A slot of the lexicon and a token to the actors that fill it: named, as owners, hosts, states of places, at home."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.events.lexicon import classes
from dragoman.events.surroundings import POWERS, side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind

if TYPE_CHECKING:
    from dragoman.actors import Cast

HOSTED: Final = ("in", "to", "at", "for", "of")

# Prepositions behind which the name of a country is a party to the act, never where it took place.
TOWARDS: Final = frozenset({"with", "behind", "against", "between", "for", "alongside"})

# Sectors of people who are mostly what an act is about, not whom it is done to, inside a complement.
MANY: Final = frozenset({"MIL", "COP", "CVL"})


@dataclass(frozen=True, slots=True)
class Side:
    """Actors found in a slot, and the tokens where."""

    actors: tuple[Actor, ...] = ()
    tokens: tuple[int, ...] = ()
    domestic: bool = False


NOBODY: Final = Side()


class Slots:
    """Fills the slots of triggers in one Doc."""

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        self.tree = tree
        self.cast = cast

    def fill(self, i: int, slot: str, against: Side) -> Side:
        """Who fills `slot` of the trigger `i`; `against` is the other side where that is known."""
        tree = self.tree
        if slot == "homestate":
            return Side(self.home(against.actors), domestic=True)
        if slot == "host":
            return self._hosts(i)
        if slot == "deep":
            return self._inside(tree.slot(i, "obj") + tree.slot(i, "for") + tree.slot(i, "ccomp"), i, against)
        if slot == "deepcomp":
            comp = tree.slot(i, "comp")
            found = self._inside(comp, i, against)
            return found if found.actors else self._bound_for(comp, against)
        if slot == "anyplace":
            return self._elsewhere(i, against)
        if slot in ("passin", "passfrom"):  # "was jailed in Syria": by those who rule there
            return self._placed(i, slot.removeprefix("pass")) if tree.verbal(i) and tree.passive(i) else NOBODY
        if slot.startswith("place"):
            return self._placed(i, slot.removeprefix("place"))
        head, dot, last = slot.rpartition(".")
        if dot and last == "owner":
            things = tree.slot(i, head)
            if head == "in" and tree.verbal(i) and tree.passive(i):  # "killed in Kashmir" is not by Kashmir's owner
                things = tuple(k for k in things if not self._is_place(k))
            return self._owners(things)
        if dot and last.startswith("place"):
            return self._union([self._placed(tree.through(k), last.removeprefix("place")) for k in tree.slot(i, head)])
        found = self.named(tree.slot(i, slot))
        if not found.actors and dot and last in ("in", "from", "to", "on"):
            return self._union([self.place(k) for k in tree.slot(i, slot)])
        if not found.actors and (last or slot) in TOWARDS:
            return self._union([self.place(k) for k in tree.slot(i, slot)])
        return found

    def named(self, tokens: tuple[int, ...]) -> Side:
        """The actors that the phrases at `tokens` name, measures and appositions seen through."""
        found: list[Actor] = []
        at: list[int] = []
        for k in tokens:
            origins = self._origins(k)
            if origins:
                found += [a for a in origins if a not in found]
                at.append(k)
                continue
            for j in dict.fromkeys((*self._leaders(k), k, self.tree.through(k), *self.tree.kids_by(k, "appos"))):
                actors = self._of(j)
                if actors:
                    found += [a for a in actors if a not in found]
                    at.append(j)
                    break
        return Side(tuple(found), tuple(at))

    def _of(self, j: int) -> tuple[Actor, ...]:
        """The actors of the phrase at `j`, without those that it sets aside: "to Peru rather than Chile"."""
        actors = self._owned(j) or self.cast.of(self.tree.tokens[j])
        aside = [c for c in self.tree.kids_by(j, "conj") for k in self.tree.kids_by(c, "cc") if self._sets_aside(k)]
        left_out = {a for c in aside for a in self.cast.of(self.tree.tokens[c])}
        return tuple(a for a in actors if a not in left_out) if left_out else actors

    def _owned(self, j: int) -> tuple[Actor, ...]:
        """The state that a government is said to be of: "Honduras's de facto government", whatever it was taken for."""
        mention = self.cast.at(j)
        if (
            mention is None
            or mention.how != "description"
            or any(a.kind is not ActorKind.STATE for a in mention.actors)
        ):
            return ()
        owners = [a for k in self.tree.kids_by(j, "nmod:poss") for a in self.cast.of(self.tree.tokens[k])]
        return tuple(a for a in owners if a.kind is ActorKind.STATE and a.sector == "GOV")[:1]

    def _sets_aside(self, k: int) -> bool:
        return self.tree.lower[k] in ("rather", "not", "instead")

    def _leaders(self, k: int) -> list[int]:
        """Who leads the party at `k`: "a delegation headed by the Thai minister"."""
        tree = self.tree
        led = [c for c in tree.kids_by(k, "acl", "amod") if tree.lemmas[c] in ("lead", "head")]
        return [j for c in led for j in tree.slot(c, "subj") if j > c]

    def _origins(self, k: int) -> tuple[Actor, ...]:
        """The states that people come from, when there are several: "envoys from Riyadh and Sanaa"."""
        tree = self.tree
        both = [
            j
            for j in tree.kids_by(k, "nmod")
            if tree.case(j) in ("from", "of") and tree.lower[j] in ("sides", "countries")
        ]
        for j in both:  # "troops from both sides"
            actors = self.cast.of(tree.tokens[j])
            if len({side_of(a) for a in actors}) > 1:
                return actors
        tokens = [j for j in tree.kids_by(k, "nmod") if tree.case(j) == "from" and tree.kids_by(j, "conj")]
        states = self._union([self.place(j) for j in tokens]).actors
        return states if len({a.country for a in states}) > 1 else ()

    def _owners(self, tokens: tuple[int, ...]) -> Side:
        """Who the things at `tokens` belong to: "Iran's" proposal, "Iranian" proposal, a proposal "by Iran"."""
        tree = self.tree
        outer = [
            tree.heads[k] for k in tokens if tree.deps[k] == "appos"
        ]  # "a proposal by Iran, a plan that Iraq accepted"
        for k in map(tree.through, (*tokens, *outer)):
            kids = tree.kids_by(k, "nmod:poss", "compound", "amod", "nmod:desc") + list(tree.slot(k, "by"))
            found = self.named(tuple(kids))
            if found.actors:
                return found
            code = self.cast.country_of(tree.tokens[k])
            state = self.cast.state(code) if code else None
            if state is not None:
                return Side((state,), (k,))
            for j in range(tree.tokens[k].left_edge.i, k):  # "Syrian regime air strikes"
                mention = self.cast.at(j)
                if mention is not None and mention.how != "place" and any(a.sector in POWERS for a in mention.actors):
                    return Side(mention.actors, (j,))
        return NOBODY

    def _placed(self, i: int, prep: str) -> Side:
        """The states at the places behind `prep` (or of the object, for "obj"; of any place, for "obl")."""
        tree = self.tree
        if prep == "obj":
            tokens: tuple[int, ...] = tree.slot(i, "obj")
        elif prep == "obl":
            tokens = tuple(k for p in ("along", "near", "off", "opposite", "in", "to", "on") for k in tree.slot(i, p))
        else:
            tokens = tree.slot(i, prep)
        return self._union([self.place(k) for k in tokens])

    def place(self, k: int) -> Side:
        """The actors that a phrase names, else the state that its place belongs to."""
        token = self.tree.tokens[k]
        actors = self.cast.of(token)
        if actors:
            return Side(actors, (k,))
        code = self.cast.country_of(token)
        state = self.cast.state(code) if code else None
        joined = [self.place(c) for c in self.tree.kids_by(k, "conj")]
        return self._union([Side((state,), (k,)) if state is not None else NOBODY, *joined])

    def capital(self, i: int) -> Side:
        """The state whose town is the subject of verb or noun `i`: "Moscow was in contact with both"."""
        towns = [k for k in self.tree.slot(i, "subj") if self._is_place(k) and not self.tree.case(k)]
        return self._union([self.place(k) for k in towns])

    def _is_place(self, k: int) -> bool:
        mention = self.cast.at(k)
        return mention is not None and mention.how == "place" and mention.head == k

    def _hosts(self, i: int) -> Side:
        """The host of a mission, an envoy or a meeting: behind "in", "to", "at" of the object, else of the verb."""
        tree = self.tree
        objects = tree.slot(i, "obj")
        for k in objects:
            found = self._union([self.place(p) for prep in HOSTED for p in tree.slot(tree.through(k), prep)])
            if found.actors:
                return found
        return self._union([self.place(p) for prep in ("in", "to", "at") for p in tree.slot(i, prep)])

    def host_before(self, i: int, against: Side) -> Side:
        """The host of the last mission named before token `i`, as in "its embassy in Sanaa", of another state."""
        own = {a.country for a in against.actors}
        for k in range(i - 1, -1, -1):
            if self.tree.lemmas[k] in classes()["MISSION"]:
                found = self._union([self.place(p) for prep in ("in", "to") for p in self.tree.slot(k, prep)])
                if found.actors and not {a.country for a in found.actors} & own:
                    return found
        return NOBODY

    def _inside(self, tokens: tuple[int, ...], i: int, against: Side) -> Side:
        """The first political actors of another side inside the phrases at `tokens`."""
        tree = self.tree
        for k in tokens:
            start, end = tree.tokens[k].left_edge.i, tree.tokens[k].right_edge.i + 1
            for j in range(start, min(end, start + 60)):
                mention = self.cast.at(j)
                if mention is None or mention.start != j or mention.how == "place":
                    continue
                if mention.how == "description" and any(a.sector in MANY for a in mention.actors):
                    continue  # "to free eight soldiers": those who are freed are promised nothing
                kept = tuple(a for a in mention.actors if side_of(a) not in {side_of(b) for b in against.actors})
                if kept and any(a.sector in POWERS for a in kept):
                    return Side(kept, (mention.head,))
        return NOBODY

    def _bound_for(self, tokens: tuple[int, ...], against: Side) -> Side:
        """The state of a place that a complement goes to or comes from: "to withdraw its troops from Iraq"."""
        own = {a.country for a in against.actors}
        for k in tokens:
            for prep in ("from", "to", "into", "against", "on", "in"):
                for j in self.tree.slot(k, prep):
                    found = self.place(j)
                    if found.actors and not {a.country for a in found.actors} & own:
                        return found
        return NOBODY

    def _elsewhere(self, i: int, against: Side) -> Side:
        """The state of the first place of another country in the clause: "aid for those hit in Yemen"."""
        tree, own = self.tree, {a.country for a in against.actors}
        for j in range(i + 1, tree.tokens[i].right_edge.i + 1):
            mention = self.cast.at(j)
            if mention is not None and mention.start == j and not {a.country for a in mention.actors} & own:
                found = self.place(mention.head)
                if found.actors:
                    return found
        return NOBODY

    def home(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The government that the actors live under, or the people that a government acts on."""
        codes = list(dict.fromkeys(a.country for a in actors if a.country))
        states = [self.cast.state(code) for code in codes]
        found = tuple(s for s in states if s is not None)
        return () if any(a.sector == "GOV" for a in actors) else found

    def _union(self, sides: list[Side]) -> Side:
        actors = tuple(dict.fromkeys(a for side in sides for a in side.actors))
        return Side(actors, tuple(k for side in sides for k in side.tokens))
