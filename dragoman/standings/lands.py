"""A wording in its tree to the territory it is about: a place of the gazetteer, or the name in the object itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import POWERS
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind
from dragoman.standings.bearers import top
from dragoman.standings.lands_described import described
from dragoman.standings.lexicon import classes
from dragoman.standings.mended import mend
from dragoman.standings.slots import NOBODY, Side, joined

if TYPE_CHECKING:
    from dragoman.actors import Cast

GROUND: Final = ("land", "town")  # what the names of these slots begin with
_LANDS: Final = frozenset({ActorKind.PLACE, ActorKind.STATE})
# Nouns for a share of a land: it lies "in" what it is a share of, while "a camp in Goma" is not Goma.
_SHARES: Final = frozenset(
    """part most half much many swathe swath stretch territory land chunk bulk third quarter rest all pocket portion
    district suburb neighbourhood neighborhood""".split()
)
# Nouns for what is held by itself and named after the place where it lies.
_SITES: Final = frozenset(
    """airport airfield airstrip airbase bridge dam mine quarry oilfield gasfield field refinery tunnel pass gorge
    valley crossing checkpoint garrison barrack barracks camp headquarters terminal station plant steelworks palace
    corridor height hill mountain mount ridge plateau plain peninsula strip shoal reef atoll islet sandbank highway road
    pocket
    farm forest triangle enclave border base post outpost position""".split()
)
_ISLES: Final = frozenset("island islet isle reef shoal sandbank atoll rock cay".split())
_FARTHEST: Final = 2000  # tokens back to a name
_POWER: Final = frozenset("sovereignty control claim ownership possession hold rule title jurisdiction".split())
_WATERS: Final = frozenset({"river", "sea", "ocean", "lake", "gulf"})  # nobody holds them
_DEEPEST: Final = 4
_LONGEST: Final = 6  # tokens of a site's name
# Names that the tagger gives these labels may be places unknown to the gazetteer; NORP and DATE may not.
_PLACELIKE: Final = frozenset({"LOC", "FAC", "MISC", "ORG", "PERSON", ""})


class Lands:
    """Finds territories in one Doc. A name in the phrase itself always goes before one from farther off."""

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        mend(tree)
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
                found = joined([found, *self._besides(j)])
                found = found if found.actors or slot.startswith("town") else described(self.tree, self.cast, j)
                if found.actors and not (slot.startswith("town") and self._is_country(found.actors[0])):
                    self._found.append((i, found))
                    return found
        return NOBODY

    def _besides(self, k: int) -> Iterator[Side]:
        """The places named beside the one at `k`: "Goma and Bukavu"."""
        for j in self.tree.kids_by(k, "conj"):
            if self.tree.lemmas[j] in _SHARES or self.cast.place_of(self.tree.tokens[j]) is not None:
                yield self._phrase(j, 0)

    def _tokens(self, i: int, name: str) -> tuple[int, ...]:
        if name == "self":
            return (i,)
        if name == "head":
            return (self.tree.heads[i],) if self.tree.heads[i] != i else ()
        return top(self.tree, i) if name == "top" else self.tree.slot(i, name)

    def _phrase(self, k: int, depth: int) -> Side:
        """The place that the noun phrase at `k` names: itself, "of" it, beside it, or the name it explains."""
        tree = self.tree
        own = self._named(k)
        person = any(a.kind is ActorKind.PERSON and a.sector for a in self.cast.of(tree.tokens[k]))
        if own.actors or person or depth > _DEEPEST:
            return own
        explained = NOBODY
        if tree.deps[k] == "appos" and tree.heads[k] != k:
            explained = self._phrase(tree.heads[k], depth + 1)
        if explained.actors and tree.lemmas[k] not in _SHARES:  # "Bor, a town of Bosnia held by ..."
            return explained
        ground = tree.lemmas[k] in _SHARES or any(tree.lemmas[k] in classes()[name] for name in ("GROUND", "SITE"))
        for j in tree.kids_by(k, "appos", "flat", "compound", "nmod", "obl", "nsubj"):
            behind = tree.deps[j] in ("nmod", "obl")
            within: tuple[str, ...] = ("of",) if tree.lemmas[k] not in _SHARES else ("of", "in", "around")
            if tree.lemmas[k] in _SITES:
                within = ("of", "in", "at", "near", "on", "outside", "around")
            elif tree.lemmas[k] in _POWER:
                within = ("of", "over", "to", "on")
            if behind and tree.case(j) not in within:
                continue
            found = self._phrase(j, depth + 1) if behind else self._named(j)
            if not found.actors and tree.lemmas[k] in _ISLES and behind:
                found = self._river(j)  # "an islet in the Naf River"
            is_state = bool(found.actors) and found.actors[0].kind is ActorKind.STATE
            strange = bool(found.actors) and self.is_unknown(found) and not ground
            if found.actors and not strange and not (is_state and not behind):
                return self._site(k, j, found) if tree.lemmas[k] in _SITES else found
        return explained

    def _site(self, k: int, j: int, found: Side) -> Side:
        """The bridge, mine or valley at `k` that is named after the place `found` at `j`: "Roki tunnel"."""
        first, last = min(j, *self._name(j)), max(k + 1, j + 1)
        first = min(first, k)
        if last - first > _LONGEST or (k < j and self.tree.case(j) == "of"):
            return found
        tokens = self.tree.tokens
        span = (tokens[first].idx, tokens[last - 1].idx + len(tokens[last - 1]))
        name = " ".join(self.tree.doc[first:last].text.split())
        site = Actor(f"place:{_slug(name)}", name, found.actors[0].country, None, ActorKind.PLACE, None, span)
        return Side((site,), (k,))

    def _named(self, k: int) -> Side:
        """The place that token `k` names by itself."""
        token = self.tree.tokens[k]
        place = self.cast.place_of(token)
        if place is not None and _is_water(place):
            return NOBODY
        if place is not None:
            return Side((place,), (k,))
        states = [a for a in self.cast.of(token) if a.kind is ActorKind.STATE]
        if states and (city := self._city(k)) is not None:
            return Side((city,), (k,))
        if states and self.cast.at(k) is not None:
            return Side((states[0],), (k,)) if self.tree.deps[k] != "nmod:poss" else NOBODY
        unknown = self._unknown(k)
        return Side((unknown,), (k,)) if unknown is not None else NOBODY

    def _river(self, k: int) -> Side:
        place = self.cast.place_of(self.tree.tokens[k])
        return Side((place,), (k,)) if place is not None else NOBODY

    def _city(self, k: int) -> Actor | None:
        """The capital itself where it stands for its government elsewhere: "control of Kabul"."""
        mention = self.cast.at(k)
        if mention is None or mention.how != "metonym" or self.tree.tokens[k].pos_ != "PROPN":
            return None
        name = " ".join(self.tree.doc[mention.start : mention.end].text.split())
        return Actor(f"place:{_slug(name)}", name, mention.actors[0].country, None, ActorKind.PLACE, None, mention.span)

    def _unknown(self, k: int) -> Actor | None:
        """A name that nobody knows, taken for a place because it stands where one must stand."""
        token = self.tree.tokens[k]
        mention = self.cast.at(k)
        head = self.tree.lemmas[self.tree.heads[k]]
        isle = token.ent_type_ == "NORP" and mention is None and (head in _ISLES or head in _SITES)  # "Hawar islands"
        if token.pos_ != "PROPN" or not (token.ent_type_ in _PLACELIKE or isle) or not token.text[:1].isupper():
            return None
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
        return Actor(f"place:{_slug(name)}", name, country, None, ActorKind.PLACE, None, span)

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

    def is_unknown(self, side: Side) -> bool:
        """Whether the place is just a name that stands where a place must stand."""
        return not any(
            self.tree.tokens[k].ent_type_ in ("LOC", "FAC") or self.cast.place_of(self.tree.tokens[k]) is not None
            for k in side.tokens
        ) and all(place.country is None for place in side.actors)

    def _names(self, k: int) -> bool:
        """Whether the phrase at `k` has a name of its own, so that no other place of the report can be meant."""
        kids = [k, *self.tree.kids_by(k, "appos", "flat", "compound", "nmod")]
        return any(self.tree.tokens[j].pos_ == "PROPN" and self.tree.deps[j] != "nmod:poss" for j in kids)

    def _told_before(self, k: int) -> Side:
        """The place that "the islands", "the town" or "it" takes up again."""
        tree = self.tree
        ground, site = (tree.lemmas[k] in classes()[name] for name in ("GROUND", "SITE"))
        if tree.lower[k] != "it" and not ((ground or site) and self._definite(k)):
            return NOBODY
        named = [m for m in self.cast.mentions if m.start < k and m.actors and m.actors[0].kind in _LANDS]
        named = [m for m in named if not _is_water(m.actors[0])]
        for mention in reversed(named):
            called = (*tree.lower[mention.end - 1 : mention.end + 1], mention.actors[0].name.lower().rpartition(" ")[2])
            if any(word.rstrip("s") == tree.lower[k].rstrip("s") for word in called):
                return Side(mention.actors[:1], (k,))
        for j in range(k - 1, max(-1, k - _FARTHEST), -1):  # a name that is in no list: "the Hawar islands"
            alike = tree.lemmas[j] == tree.lemmas[k] or {tree.lemmas[j], tree.lemmas[k]} <= _ISLES
            if alike and (found := self._phrase(j, _DEEPEST)).actors:
                return Side(found.actors[:1], (k,))
        if site and not ground:
            return NOBODY
        lands = [(abs(k - at), side) for at, side in self._found if side.actors[0].kind is ActorKind.PLACE]
        return Side(min(lands, key=lambda row: row[0])[1].actors, (k,)) if lands else NOBODY

    def _definite(self, k: int) -> bool:
        return any(self.tree.lower[c] in ("the", "that", "this", "its", "both", "these") for c in self.tree.kids(k))

    def _is_country(self, actor: Actor) -> bool:
        state = self.cast.state(actor.country) if actor.country else None
        return actor.kind is ActorKind.STATE or (state is not None and state.name == actor.name)


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def _is_water(place: Actor) -> bool:
    return place.name.lower().rpartition(" ")[2] in _WATERS
