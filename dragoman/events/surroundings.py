"""A cast to who else is in play near a token, for acts whose second party the clause does not name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dragoman.events.tree import Tree
from dragoman.records import Actor

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.actors.cast import Mention

OFFICIAL: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
POWERS: Final = OFFICIAL | {"REB", "OPP", "PTY", "IGO", "SEP", "UAF", "PRM"}

# How much a mention counts by how many sentences it stands before the act (-1: after it), FAR beyond those, WEIGHT the
# share of a side that is named once. The best of 15 settings on the development reports (events_parties 0.56 to 0.59),
# so in-sample; what the grid shows is that the report's main sides matter more than nearness.
NEAR: Final = {0: 2.0, 1: 1.7, 2: 1.4, 3: 1.2, -1: 0.8}
FAR: Final = 1.0
MISSIONS: Final = ("embassy", "consulate", "mission", "legation")
WEIGHT: Final = 1.0
PLACE: Final = 0.5
TIE: Final = 0.5  # how much more a side counts that acted with this one in the sentence before
NONE: Final[Mapping[str, float]] = MappingProxyType({})


def side_of(actor: Actor) -> str:
    """What makes two actors one side: the country for those who act for a state, else the actor itself."""
    return actor.country if actor.country and actor.sector in OFFICIAL else actor.id


class Surroundings:
    """Who else is in play near a token: for acts whose second party the clause does not name."""

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        self.tree = tree
        self._cast = cast
        self.mentions = [m for m in cast.mentions if m.how != "place" and any(a.sector in POWERS for a in m.actors)]
        self.sentence_of: dict[int, int] = {}
        for n, sentence in enumerate(tree.doc.sents):
            for i in range(sentence.start, sentence.end):
                self.sentence_of[i] = n
        self.mentions.sort(key=lambda m: self.sentence_of.get(m.head, 0))
        self._sentences = [self.sentence_of.get(m.head, 0) for m in self.mentions]
        places: dict[tuple[tuple[str | None, ...], ...], list[int]] = {}
        for n, m in enumerate(self.mentions):
            places.setdefault(tuple((a.id, a.country, a.sector, a.name) for a in m.actors), []).append(n)
        self._places = list(places.values())
        self.weight: dict[str, float] = {}
        for m in cast.mentions:
            for a in m.actors:
                side, share = (a.country or a.id, PLACE) if m.how == "place" else (side_of(a), 1.0)
                self.weight[side] = self.weight.get(side, 0.0) + share

    def other(
        self,
        i: int,
        actors: tuple[Actor, ...],
        *,
        single: bool = False,
        abroad: bool = False,
        ties: Mapping[str, float] = NONE,
    ) -> tuple[Actor, ...]:
        """The likeliest other party for an act at token `i` by (or on) `actors`; empty when nobody fits.

        `single` leaves out mentions of several sides ("both governments"); `abroad` finds nobody for a
        bank or a crowd; `ties` are sides that acted with `actors` of late, and how closely. Troops, police and courts
        give their state.
        """
        if abroad and any(a.sector not in POWERS for a in actors):
            return ()
        own = {side_of(a) for a in actors} | {a.country for a in actors if a.country and a.sector in OFFICIAL}
        here = self.sentence_of.get(i, 0)
        best: tuple[float, tuple[Actor, ...]] = (0.0, ())
        for m in self._near(here):
            away = here - self.sentence_of.get(m.head, 0)
            if away < -1:
                continue
            others = tuple(a for a in m.actors if self._other_side(a, own))
            if single and len({side_of(a) for a in others}) > 1:
                continue
            if any(self._is_mission(a) for a in others):
                continue  # an embassy is the scene or the object of an act, hardly ever its unnamed other side
            if not others or (any(side_of(a) in own for a in m.actors) and len(m.actors) == 1):
                continue
            weight = max(self.weight[side_of(a)] for a in others)
            tie = max(ties.get(side_of(a), 0.0) for a in others)
            score = NEAR.get(away, FAR) * (WEIGHT + weight) * (1 + TIE * tie) - abs(i - m.head) * 0.01
            if score > best[0]:
                best = (score, others)
        return tuple(dict.fromkeys(self._master(a) for a in best[1]))

    def _near(self, here: int) -> Iterator["Mention"]:
        """The mentions that can be the likeliest: those around a sentence, and farther back the last of each party.

        Of mentions of the same actors beyond NEAR the nearest always scores best, so the others need no look; an act
        in a long text costs no more than one in a short one.
        """
        begin, end = bisect_left(self._sentences, here - max(NEAR)), bisect_right(self._sentences, here + 1)
        far = (bisect_left(places, begin) - 1 for places in self._places)
        back = sorted(places[k] for places, k in zip(self._places, far, strict=True) if k >= 0)
        for n in (*back, *range(begin, end)):
            yield self.mentions[n]

    def _is_mission(self, actor: Actor) -> bool:
        return actor.sector == "GOV" and any(word in actor.name.lower().split() for word in MISSIONS)

    def _master(self, actor: Actor) -> Actor:
        if actor.country is None or actor.sector not in ("MIL", "COP", "LEG", "JUD", "SPY"):
            return actor
        return self._cast.state(actor.country) or actor

    def _other_side(self, actor: Actor, own: set[str]) -> bool:
        """Whether `actor` may stand against `own`: of another country, or an armed group or party of the same."""
        if side_of(actor) in own or actor.sector not in POWERS:
            return False
        return actor.country not in own or actor.sector in ("REB", "OPP", "PTY", "SEP", "UAF", "PRM")
