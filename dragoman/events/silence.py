"""Where no events are read: boilerplate, sport, markets, the arts and the weather in the words of war."""

from typing import TYPE_CHECKING, Final

from dragoman.events.lexicon import DATA
from dragoman.events.parties import Parties
from dragoman.events.surroundings import OFFICIAL
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.records import ActorKind, Span, overlap

if TYPE_CHECKING:
    from dragoman.actors import Cast

# Who acts in politics even in a report of a match: office holders, bodies, armed groups.
ACTING: Final = OFFICIAL | {"REB", "IGO"}

# A sentence with so many words of a silent field is of that field; a report, when so large a share of its sentences is.
SENTENCE: Final = 2
SHARE: Final = 0.34


class Silence:
    """Tells which tokens and which events of a Doc are outside politics."""

    def __init__(self, tree: Tree, cast: "Cast", boiler: tuple[Span, ...]) -> None:
        self.tree = tree
        self.cast = cast
        self._boiler = boiler
        self._counts = self._count()
        full = [n for n in self._counts.values() if n]
        self.whole = bool(self._counts) and len(full) / len(self._counts) >= SHARE and sum(full) >= 6

    def boiler(self, i: int) -> bool:
        """Whether token `i` lies in the report's boilerplate."""
        token = self.tree.tokens[i]
        span = (token.idx, token.idx + len(token))
        return any(overlap(span, part) for part in self._boiler)

    def of(self, trigger: Trigger, parties: Parties) -> bool:
        """Whether the event is sport, trade or theatre: said in such words, and done by no office holder."""
        count = self._counts.get(self.tree.sentence(trigger.i)[0], 0)
        if count and all(a.kind is ActorKind.STATE for a in parties.actors + parties.recipients):
            return True  # two countries beside one word of sport are their teams
        if count < (1 if self.whole else SENTENCE):
            return self.whole and not self._official(parties)
        return not self._official(parties)

    def _official(self, parties: Parties) -> bool:
        """Whether somebody in office, a body or an armed group acts; a bare country may be its team."""
        return any(
            a.sector in ACTING and a.kind not in (ActorKind.STATE, ActorKind.GOVERNMENT) and a.mention is not None
            for a in parties.actors
        )

    def _count(self) -> dict[int, int]:
        words = silent_words()
        counts: dict[int, int] = {}
        for sentence in self.tree.doc.sents:
            inside = range(sentence.start, sentence.end)
            found = sum(self.tree.lower[i] in words or self.tree.lemmas[i] in words for i in inside)
            found += sum(self._joined(i) in words for i in inside[2:])
            counts[sentence.start] = found + SENTENCE * any(_score(self.tree.lower[i]) for i in inside)
        return counts

    def _joined(self, i: int) -> str:
        """The hyphened word that ends at token `i` ("quarter-final" is three tokens), else nothing."""
        low = self.tree.lower
        return f"{low[i - 2]}-{low[i]}" if low[i - 1] == "-" else ""


def _score(word: str) -> bool:
    """Whether a word is the score of a match: "2-1"."""
    left, dash, right = word.replace("–", "-").partition("-")
    return bool(dash) and len(word) <= 5 and left.isdigit() and right.isdigit() and int(left) < 13 and int(right) < 13


def silent_words() -> frozenset[str]:
    """The words of sport, markets, arts and weather (data/silence.txt)."""
    if not _WORDS:
        text = (DATA / "silence.txt").read_text(encoding="utf-8")
        _WORDS.append(frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split()))
    return _WORDS[0]


_WORDS: list[frozenset[str]] = []
