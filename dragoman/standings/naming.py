"""A cast to the words of a report that name a party: inside given spans, or nearest to a token."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.actors.registry import registry
from dragoman.actors.registry_records import State
from dragoman.events.surroundings import OFFICIAL, side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind, Span, Spans, overlap, within
from dragoman.standings.around import CURRENCIES
from dragoman.standings.sides import Sides

if TYPE_CHECKING:
    from dragoman.actors import Mention

# How words name a party, the plainest first. Those of the cast's mentions, and besides
# words: the very name of the party, which no list knows; agent: somebody who acts for it; country: a word that belongs
# to the country. Its rebels, or somebody who lives there, do not name a government.
HOWS: Final = ("name", "words", "demonym", "metonym", "agent", "title", "description", "country", "place", "pronoun")
_RANK: Final = {how: n for n, how in enumerate(HOWS)}
# How much a reader learns who it is from words that stand elsewhere: all, something, nothing.
_PLAIN: Final = {"name": 0, "words": 0, "demonym": 0, "metonym": 0, "agent": 1, "country": 1, "place": 1, "pronoun": 3}
_VAGUE: Final = 2
_BEHIND: Final = 0.5  # of a sentence, that words behind count as farther off than words before


@dataclass(frozen=True, slots=True)
class Named:
    """Words at `span` that name a party, and how they do: one of HOWS."""

    span: Span
    how: str


class Naming:
    """Finds the words that name a party in one report; what stands in `boiler` (datelines, bylines) names nobody."""

    def __init__(self, tree: Tree, sides: Sides, boiler: Spans) -> None:
        self.tree = tree
        self.sides = sides
        self.boiler = boiler
        self._starts = [token.idx for token in tree.tokens]
        self._known: dict[tuple[str, str | None], tuple[Named, ...]] = {}

    def inside(self, party: Actor, spans: Spans) -> Named | None:
        """The plainest words that name the party in `spans`, or begin or end there; of equals the first, else None."""
        found = [named for named in self.of(party) if any(overlap(named.span, span) for span in spans)]
        return min(found, key=lambda named: _RANK[named.how], default=None)

    def nearest(self, party: Actor, i: int) -> Named | None:
        """The words nearest to token `i` that name the party, None where none do.

        A name goes before a description or pronoun however far it is, since a reader shall see who it is.
        """
        here = self.sides.play.sentence_of.get(i, 0)

        def far(named: Named) -> tuple[int, float, int, int]:
            k = self.token(named.span[0])
            off = here - self.sides.play.sentence_of.get(k, 0)
            return _PLAIN.get(named.how, _VAGUE), off if off >= 0 else _BEHIND - off, _RANK[named.how], abs(k - i)

        return min(self.of(party), key=far, default=None)

    def source(self, party: Actor, i: int) -> Named | None:
        """The words that name who says the words at token `i`, where that is the party or acts for it."""
        speaker = self.sides.voices.speaker(self.tree.tokens[i])
        if speaker is None or speaker.mention is None or not self._is(party, speaker):
            return None
        held = [n for n in self.of(party) if overlap(n.span, speaker.mention) and n.how != "country"]
        return held[0] if held else Named(speaker.mention, "agent")

    def of(self, party: Actor) -> tuple[Named, ...]:
        """All words that name the party, in the order of the text."""
        key = (party.id, party.country)
        if key not in self._known:
            self._known[key] = self._all(party)
        return self._known[key]

    def token(self, offset: int) -> int:
        """The first token that does not begin before `offset`."""
        return min(bisect_left(self._starts, offset), max(0, len(self._starts) - 1))

    def _all(self, party: Actor) -> tuple[Named, ...]:
        cast, tokens = self.sides.cast, self.tree.tokens
        found: dict[Span, Named] = {}
        for mention in cast.mentions:
            how = self._how(party, mention)
            if how and (mention.span not in found or _RANK[how] < _RANK[found[mention.span].how]):
                found[mention.span] = Named(mention.span, how)
        if _is_state(party):
            for token in tokens:  # what a mention takes in is that mention's, and names nobody else
                if cast.country_of(token) == party.country and cast.at(token.i) is None:
                    at = (token.idx, token.idx + len(token))
                    found[at] = Named(at, "country")
        span = party.mention
        if span is not None and _says(self.sides.text[slice(*span)], party.name):
            found.setdefault(span, Named(span, "words"))
        elif span is not None and _adjective(self.sides.text[slice(*span)], party):
            found.setdefault(span, Named(span, "country"))
        kept = (named for named in found.values() if not any(within(named.span, b) for b in self.boiler))
        return tuple(sorted(kept, key=lambda named: (named.span, _RANK[named.how])))

    def _how(self, party: Actor, mention: "Mention") -> str:
        """How a mention names the party, "" if it does not."""
        after = self.tree.lower[mention.end].rstrip("s") if mention.end < len(self.tree.lower) else ""
        if after in CURRENCIES:
            return ""
        if any(party.id == actor.id for actor in mention.actors):
            return mention.how
        if any(self._is(party, actor) for actor in mention.actors):
            return mention.how if mention.how in ("pronoun", "place") else "agent"
        if _is_state(party) and any(actor.country == party.country for actor in mention.actors):
            return mention.how if mention.how in ("place", "demonym") else ""  # "in Minsk", "urged Finns to leave"
        return ""

    def _is(self, party: Actor, actor: Actor) -> bool:
        """Whether the actor is on the side of the party: it stands for it, or for the same state."""
        if party.kind is ActorKind.PLACE or actor.kind is ActorKind.PLACE:
            return party.id == actor.id or (party.kind is not actor.kind and party.name == actor.name)
        principal = self.sides.principal(actor)
        return party.id in (actor.id, principal.id) or side_of(principal) == side_of(self.sides.principal(party))


def _says(words: str, name: str) -> bool:
    """Whether the words are the name, or the one that a description is made of: "rebel" of "Syrian rebels"."""
    said = words.lower().split()
    parts = name.lower().split()
    return said == parts or (len(said) == 1 and len(said[0]) > 3 and any(part.startswith(said[0]) for part in parts))


def _adjective(words: str, party: Actor) -> bool:
    """Whether the words are the state's adjective, where the cast takes them for nobody's: "Georgian wine"."""
    entries = registry().lookup(words)
    return any(isinstance(e.record, State) and e.record.iso == party.country for e in entries)


def _is_state(party: Actor) -> bool:
    return party.country is not None and (party.kind is ActorKind.STATE or party.sector in OFFICIAL)
