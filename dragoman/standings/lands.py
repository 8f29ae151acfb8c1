"""A wording in its tree to the territory it is about: a place of the gazetteer, or the name in the object itself."""

import re
from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import POWERS
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind
from dragoman.standings.lexicon import classes
from dragoman.standings.slots import NOBODY, Side

if TYPE_CHECKING:
    from dragoman.actors import Cast

GROUND: Final = ("land", "town")  # what the names of these slots begin with
_LANDS: Final = frozenset({ActorKind.PLACE, ActorKind.STATE})
# Nouns for a share of a land: it lies "in" what it is a share of, while "a camp in Goma" is not Goma.
_SHARES: Final = frozenset(
    """part most half area swathe swath stretch territory land chunk bulk third quarter much rest all pocket portion
    district suburb neighbourhood neighborhood""".split()
)
_WATERS: Final = frozenset({"river", "sea", "ocean", "lake", "gulf"})  # nobody holds them
_DEEPEST: Final = 4
# Names that the tagger gives these labels may be places unknown to the gazetteer; NORP and DATE may not.
_PLACELIKE: Final = frozenset({"LOC", "FAC", "MISC", "ORG", "PERSON", ""})


class Lands:
    """Finds territories in one Doc. A name in the phrase itself always goes before one from farther off."""

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        self.tree = tree
        self.cast = cast
        self._found: list[tuple[int, Side]] = []

    def at(self, i: int, slot: str) -> Side:
        """The territory of the slot "landX" or "townX" of token `i`: X is "obj" if empty, "head" the noun above."""
        name = slot[4:] or "obj"
        for k in self._tokens(i, name):
            for j in dict.fromkeys((k, self.tree.through(k))):
                found = self._phrase(j, 0)
                found = found if found.actors or self._names(j) else self._told_before(j)
                if found.actors and not (slot.startswith("town") and self._is_country(found.actors[0])):
                    self._found.append((i, found))
                    return found
        return NOBODY

    def _tokens(self, i: int, name: str) -> tuple[int, ...]:
        if name == "self":
            return (i,)
        if name == "head":
            return (self.tree.heads[i],) if self.tree.heads[i] != i else ()
        return self.tree.slot(i, name)

    def _phrase(self, k: int, depth: int) -> Side:
        """The place that the noun phrase at `k` names: itself, "of" it, beside it, or the name it explains."""
        tree = self.tree
        own = self._named(k)
        person = any(a.kind is ActorKind.PERSON and a.sector for a in self.cast.of(tree.tokens[k]))
        if own.actors or person or depth > _DEEPEST:
            return own
        for j in tree.kids_by(k, "appos", "flat", "compound", "nmod", "nsubj"):
            within = "of" if tree.lemmas[k] not in _SHARES else tree.case(j)
            if tree.deps[j] == "nmod" and (tree.case(j) != within or within not in ("of", "in", "around")):
                continue
            found = self._phrase(j, depth + 1) if tree.deps[j] == "nmod" else self._named(j)
            is_state = bool(found.actors) and found.actors[0].kind is ActorKind.STATE
            if found.actors and not (is_state and tree.deps[j] != "nmod"):
                return found
        if tree.deps[k] == "appos" and tree.heads[k] != k:  # "Bor, a town held by ..."
            return self._named(tree.heads[k])
        return NOBODY

    def _named(self, k: int) -> Side:
        """The place that token `k` names by itself."""
        token = self.tree.tokens[k]
        place = self.cast.place_of(token)
        if place is not None and _is_water(place):
            return NOBODY
        if place is not None:
            return Side((place,), (k,))
        states = [a for a in self.cast.of(token) if a.kind is ActorKind.STATE]
        if states:
            return Side((states[0],), (k,)) if self.tree.deps[k] != "nmod:poss" else NOBODY
        unknown = self._unknown(k)
        return Side((unknown,), (k,)) if unknown is not None else NOBODY

    def _unknown(self, k: int) -> Actor | None:
        """A name that nobody knows, taken for a place because it stands where one must stand."""
        token = self.tree.tokens[k]
        if token.pos_ != "PROPN" or token.ent_type_ not in _PLACELIKE or not token.text[:1].isupper():
            return None
        mention = self.cast.at(k)
        if mention is not None and any(a.sector in POWERS or a.acts_for for a in mention.actors):
            return None
        first, last = (mention.start, mention.end) if mention is not None else self._name(k)
        if mention is not None and (mention.how not in ("name", "place") or any(a.sector for a in mention.actors)):
            return None
        if any(self.tree.tokens[c].ent_type_ == "PERSON" for c in self.tree.kids_by(k, "flat", "appos")):
            return None  # "President Moi", "Daniel Moi"
        name = " ".join(self.tree.doc[first:last].text.split())
        country = mention.actors[0].country if mention is not None and mention.actors else None
        span = (self.tree.tokens[first].idx, self.tree.tokens[last - 1].idx + len(self.tree.tokens[last - 1]))
        slug = re.sub(r"\W+", "-", name.lower()).strip("-")
        return Actor(f"place:{slug}", name, country, None, ActorKind.PLACE, None, span)

    def _name(self, k: int) -> tuple[int, int]:
        """The range of the name headed by `k`: its flat and compound parts that stand beside it."""
        parts = [k, *(c for c in self.tree.kids_by(k, "flat", "compound") if self.tree.tokens[c].pos_ == "PROPN")]
        return min(parts), max(parts) + 1

    def is_person(self, side: Side) -> bool:
        """Whether the place may as well be a person: a name that the tagger takes for one."""
        return any(
            self.tree.tokens[k].ent_type_ == "PERSON" and self.cast.place_of(self.tree.tokens[k]) is None
            for k in side.tokens
        )

    def _names(self, k: int) -> bool:
        """Whether the phrase at `k` has a name of its own, so that no other place of the report can be meant."""
        kids = [k, *self.tree.kids_by(k, "appos", "flat", "compound", "nmod")]
        return any(self.tree.tokens[j].pos_ == "PROPN" and self.tree.deps[j] != "nmod:poss" for j in kids)

    def _told_before(self, k: int) -> Side:
        """The place that "the islands", "the town" or "it" takes up again."""
        tree = self.tree
        if tree.lemmas[k] not in classes()["GROUND"] and tree.lower[k] != "it":
            return NOBODY
        named = [m for m in self.cast.mentions if m.start < k and m.actors and m.actors[0].kind in _LANDS]
        named = [m for m in named if not _is_water(m.actors[0])]
        for mention in reversed(named):
            if tree.lower[mention.end - 1].rstrip("s") == tree.lower[k].rstrip("s"):
                return Side(mention.actors[:1], (k,))
        lands = [(abs(k - at), side) for at, side in self._found if side.actors[0].kind is ActorKind.PLACE]
        return Side(min(lands, key=lambda row: row[0])[1].actors, (k,)) if lands else NOBODY

    def _is_country(self, actor: Actor) -> bool:
        state = self.cast.state(actor.country) if actor.country else None
        return actor.kind is ActorKind.STATE or (state is not None and state.name == actor.name)


def _is_water(place: Actor) -> bool:
    return place.name.lower().rpartition(" ")[2] in _WATERS
