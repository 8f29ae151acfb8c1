"""A noun and its tree to the mission or envoy that it names, and a phrase to the states that it names.

Words that only look like one ("a trade mission", "an ambassador for the charity") are none.
"""

from typing import TYPE_CHECKING, Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind
from dragoman.standings.slots import NOBODY, Side, Slots

if TYPE_CHECKING:
    from dragoman.actors import Cast

HOUSES: Final = frozenset("embassy consulate legation chancery nunciature consulate-general mission commission".split())
ENVOYS: Final = frozenset(
    """ambassador envoy consul attache attaché diplomat commissioner chargé charge chargée counsellor counselor emissary
    representative nuncio consul-general ambassador-designate""".split()
)
STAFF: Final = frozenset("staff personnel employee official officer worker team guard staffer spy agent people".split())
# Houses only in company: "liaison office", "interests section", "the embassy compound".
OFFICES: Final = frozenset("office section bureau delegation representation".split())
_OFFICIAL: Final = frozenset(
    "liaison interest interests trade representative representation diplomatic consular".split()
)
PARTS: Final = frozenset(
    """compound building gate wall roof garden window door premise premises ground residence vehicle convoy car chancery
    section operation work service activity function presence entrance perimeter fence annex annexe villa flag
    house home""".split()
)
_WORK: Final = frozenset("service operation section work post office duty affair".split())
BUILDING: Final = PARTS - _WORK - {"flag", "activity", "function", "presence", "operation"}
_RANKS: Final = frozenset({"diplomat", "attache", "attaché", "counsellor", "counselor"})
# What makes a mission, envoy or commissioner no diplomat.
_OTHER: Final = frozenset(
    """trade peacekeeping peace-keeping rescue space aid monitoring monitor observer fact-finding fact medical training
    military combat bombing peace humanitarian verification election electoral stabilisation stabilization police
    mediation mediating relief scientific spacecraft mars moon suicide assistance special goodwill brand climate
    business inspection evaluation united un unifil monusco minusma mapping investigative reconnaissance""".split()
)
_DIPLOMATIC: Final = frozenset("diplomatic foreign permanent its their whose own no".split())
_PLAIN: Final = frozenset("embassy consulate legation ambassador consul diplomat".split())
_SPEAKING_FOR: Final = frozenset(
    "peace climate charity fund rights refugee refugees child children health sport".split()
)
KINDS: Final = {
    "commission": "high commission",
    "commissioner": "high commissioner",
    "charge": "chargé",
    "chargée": "chargé",
}


class MissionWords:
    """What the nouns of one Doc name of missions. `slots` finds the actors of a phrase."""

    def __init__(self, tree: Tree, cast: "Cast", slots: Slots) -> None:
        self.tree = tree
        self.cast = cast
        self.slots = slots
        self.diplomatic = not _PLAIN.isdisjoint(tree.lemmas)

    def kind_of(self, i: int) -> str:
        """What mission or envoy the noun `i` names by itself; "" for other nouns."""
        tree = self.tree
        lemma = tree.lemmas[i]
        before = {
            tree.lower[k]
            for k in (*tree.kids_by(i, "compound", "amod", "nmod:poss", "nmod:desc", "nmod"), i - 1)
            if 0 <= k < i
        }
        if lemma == "general":
            return next((f"{word} general" for word in ("consulate", "consul") if word in before), "")
        if lemma in ("commission", "commissioner"):
            return KINDS[lemma] if "high" in before and not self._speaks_for(i) else ""
        if lemma in OFFICES:
            named = before & _OFFICIAL and (self.states_of((i,)) or tree.slot(i, "in"))
            return f"{'liaison' if lemma == 'office' else 'interests'} {lemma}" if named else ""
        if lemma not in HOUSES and lemma not in ENVOYS:
            return ""
        if lemma in ("mission", "representative", "envoy", "emissary", "ambassador") and self._is_other(
            i, lemma, before
        ):
            tree.lemmas[i] = "errand"
            return ""
        if lemma in ("charge", "officer") and tree.lower[i + 1 : i + 2] not in (["d'affaires"], ["d’affaires"], ["d"]):
            return ""
        if lemma in ("counsellor", "counselor") and not self.states_of((i,)):
            return ""
        return KINDS.get(lemma, lemma)

    def _is_other(self, i: int, lemma: str, before: set[str]) -> bool:
        """Whether the mission or envoy is none of diplomacy: "trade mission", "special envoy", "envoy for peace"."""
        tree = self.tree
        if before & _OTHER or self._speaks_for(i):
            return True
        if lemma in ("envoy", "emissary") and any(tree.lower[k] in ("a", "an") for k in tree.kids_by(i, "det")):
            return tree.case(i) != "as"  # "sent an envoy for talks"
        if lemma == "representative":
            return not before & {"permanent", "resident", "diplomatic"} and not tree.slot(i, "in")
        if lemma != "mission":
            return False
        states = without(Side(self.states_of((i,))), sides_of(self.seats_of(i))).actors
        return not (states or before & _DIPLOMATIC or ("the" in before and self.diplomatic))

    def _speaks_for(self, i: int) -> bool:
        return any(
            self.tree.lemmas[k] in _SPEAKING_FOR for slot in ("for", "of", "on") for k in self.tree.slot(i, slot)
        )

    def lemma_of(self, i: int, kinds: dict[int, str]) -> str:
        """The one lemma for all of its kind: embassy, envoy (the head of one), diplomat (others)."""
        lemma = self.tree.lemmas[i]
        if lemma in HOUSES or lemma in OFFICES or kinds[i] in ("high commission", "consulate general"):
            return "embassy"
        return "diplomat" if lemma in _RANKS else "envoy"

    def inner_of(self, i: int, kinds: dict[int, str]) -> int | None:
        """The mission that noun `i` is a part of, or whose people it names; itself for consular work."""
        tree = self.tree
        lemma = tree.lemmas[i]
        if lemma not in STAFF and lemma not in PARTS and lemma not in OFFICES:
            return None
        for k in tree.kids(i):
            if k in kinds and tree.deps[k] in ("nmod", "compound", "nmod:poss", "amod", "obl"):
                return k
        near = {tree.lower[k] for k in tree.kids_by(i, "compound", "amod")}
        if near & {"consular", "diplomatic"} and (lemma in STAFF or lemma in PARTS or lemma in _WORK):
            return i
        if lemma in ("staff", "personnel") and self.diplomatic and self.states_of(tuple(tree.kids_by(i, "nmod:poss"))):
            return i
        return i if lemma == "compound" and self.states_of((i,)) and tree.slot(i, "in") else None

    def seats_of(self, i: int) -> Side:
        """The states that the phrase at `i` says it sits in."""
        tree = self.tree
        for prep in ("in", "to", "at"):
            own = [k for k in tree.kids_by(i, "nmod", "obl") if tree.case(k) == prep]
            found = self.places(tuple(own))
            if found.actors:
                return found
        if (found := self.places(self._next(i))).actors:
            return found
        if tree.kids_by(i, "nmod:poss"):  # "its Kyiv embassy"
            return self.places(tuple(tree.kids_by(i, "compound", "amod")))
        for k in tree.kids_by(i, "acl", "acl:relcl"):
            if tree.lemmas[k] in ("accredit", "post", "station", "base"):
                return self.places((*tree.slot(k, "to"), *tree.slot(k, "in")))
        return NOBODY

    def _next(self, i: int) -> tuple[int, ...]:
        """The name right behind "in" or "to" after noun `i`, wherever the parser hangs it."""
        tree = self.tree
        if tree.lower[i + 1 : i + 2] not in (["in"], ["to"]) or i + 2 >= len(tree.tokens):
            return ()
        k = i + 2 + (tree.lower[i + 2] == "the")
        return (k,) if k < len(tree.tokens) and tree.tokens[k].pos_ == "PROPN" else ()

    def states_of(self, tokens: tuple[int, ...]) -> tuple[Actor, ...]:
        """The governments behind the actors or places at `tokens`."""
        found: list[Actor] = []
        for k in tokens:
            actors = list(self.cast.of(self.tree.tokens[k]))
            own = self.governments(actors)
            if not own and (code := self.cast.country_of(self.tree.tokens[k])):
                state = self.cast.state(code)
                own = (state,) if state is not None else ()
            found += [a for a in own if a not in found]
        return tuple(found)

    def governments(self, actors: list[Actor]) -> tuple[Actor, ...]:
        """The states behind the actors; rebels and organisations, which have envoys too, themselves."""
        found = []
        for actor in actors:
            if actor.sector in ("REB", "SEP", "IGO", "OPP") and actor.kind is not ActorKind.PERSON:
                found.append(actor)
                continue
            state = self.cast.state(actor.country) if actor.country else None
            if state is not None:
                found.append(state)
        return tuple(dict.fromkeys(found))

    def places(self, tokens: tuple[int, ...]) -> Side:
        """The governments of the places or states at `tokens`, coordinated ones included."""
        found: list[Actor] = []
        at = []
        for k in tokens:
            for named in (k, *self.tree.kids_by(k, "conj")):
                j = named
                if self.tree.tokens[j].ent_type_ in ("DATE", "TIME", "PERSON") or self.tree.tokens[j].pos_ == "PRON":
                    continue
                if self.tree.tokens[j].pos_ != "PROPN" and not self.states_of((j,)):
                    j = next(iter(self.tree.kids_by(j, "compound", "amod", "nmod", "appos", "nmod:poss")), j)
                states = [a for a in self.states_of((j,)) if a.sector != "IGO"]
                found += [a for a in states if a not in found]
                at += [j] if states else []
        return Side(tuple(found), tuple(at))


def sides_of(side: Side) -> set[str]:
    """The sides of the actors, as `side_of` has them."""
    return {side_of(a) for a in side.actors}


def without(side: Side, own: set[str]) -> Side:
    """The side less the actors of the sides `own`."""
    return Side(tuple(a for a in side.actors if side_of(a) not in own), side.tokens)
