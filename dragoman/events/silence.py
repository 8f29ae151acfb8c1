"""Where no events are read: boilerplate, and texts about sport, trade, crime, accidents, the arts or oneself."""

import csv
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from dragoman.events.fields import Fields, is_score
from dragoman.events.lexicon import DATA
from dragoman.events.parties import Parties
from dragoman.events.surroundings import OFFICIAL, POWERS
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.records import Actor, ActorKind, Span, overlap

if TYPE_CHECKING:
    from dragoman.actors import Cast

# Who acts in politics even in a report of a match: office holders, bodies, armed groups.
ACTING: Final = OFFICIAL | {"REB", "IGO"}

# A sentence with so many words of a silent field is of that field; a report, when so large a share of its sentences is.
SENTENCE: Final = 2
SHARE: Final = 0.34

# A text with words of the writer or the reader in so large a share of its sentences is no report, if it has at most
# FEW words of politics.
TALK: Final = 0.3
FEW: Final = 2
SCARCE: Final = 1900  # what the text itself dates before is history

# Entities by which a report says where and when.
WHERE: Final = frozenset({"DATE", "LOC", "NORP"})

# How an actor is named who can act in politics in any text: others are described ("the judge", "the Swiss chairman").
NAMED: Final = frozenset({"name", "title", "metonym"})
LAW: Final = frozenset({"COP", "JUD", "CVL", "CRM", "BUS", "MNC", "EDU", "HLH", "MED", "LAB", None})


@dataclass(frozen=True, slots=True)
class Rule:
    """When events of `types` (all if empty) are none: `least` of `fields` in `scope`, nothing of `unless`.

    `parties` are any; teams, if nobody in office acts; weak, if none of them is in politics whatever the text; nobody,
    if none who acts is; law, if they are police, courts and people of one country; judges, if of those a court acts.
    """

    id: str
    fields: tuple[str, ...]
    least: int
    scope: str
    types: frozenset[str]
    unless: tuple[tuple[str, str, int], ...]
    parties: str
    yes: str
    no: str


class Silence:
    """Tells which tokens and which events of a Doc are outside politics."""

    def __init__(self, tree: Tree, cast: "Cast", boiler: tuple[Span, ...]) -> None:
        self.tree = tree
        self.cast = cast
        self._boiler = boiler

    @cached_property
    def _counts(self) -> dict[int, int]:
        return self._count()

    @cached_property
    def whole(self) -> bool:
        """Whether the text as a whole is of sport, markets, the arts or the weather."""
        full = [n for n in self._counts.values() if n]
        return bool(self._counts) and len(full) / len(self._counts) >= SHARE and sum(full) >= 6

    @cached_property
    def fields(self) -> Fields:
        """What the words of the text are about."""
        return Fields(self.tree)

    @cached_property
    def _talk(self) -> bool:
        return self.fields.share("personal") >= TALK

    @cached_property
    def _empty(self) -> bool:
        return self._nowhere()

    @cached_property
    def _strong(self) -> frozenset[str]:
        return frozenset(
            a.id
            for m in self.cast.mentions
            if m.how in NAMED
            for a in m.actors
            if a.kind is ActorKind.STATE or (a.sector in POWERS and a.sector not in LAW)
        )

    def boiler(self, i: int) -> bool:
        """Whether token `i` lies in the report's boilerplate."""
        token = self.tree.tokens[i]
        span = (token.idx, token.idx + len(token))
        return any(overlap(span, part) for part in self._boiler)

    def of(self, trigger: Trigger, parties: Parties) -> bool:
        """Whether the event is none of politics: sport, trade, crime, theatre, or long ago."""
        if self.outside(trigger.i, trigger.rule.type, parties.actors, parties.recipients):
            return True
        count = self._counts.get(self.tree.sentence(trigger.i)[0], 0)
        if count and all(a.kind is ActorKind.STATE for a in parties.actors + parties.recipients):
            return True  # two countries beside one word of sport are their teams
        if count < (1 if self.whole else SENTENCE):
            return self.whole and not self._official(parties.actors)
        return not self._official(parties.actors)

    def outside(self, i: int, kind: str, actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> str:
        """The row of data/silences.tsv ("history", "nowhere") that puts an act at token `i` outside politics, or ""."""
        if self._empty:
            return "nowhere"
        if self._old(i):
            return "history"
        return next((rule.id for rule in silences() if self._holds(rule, i, kind, actors, others)), "")

    def _holds(self, rule: Rule, i: int, kind: str, actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
        if rule.types and kind not in rule.types:
            return False
        if rule.least and not self._about(rule, i):
            return False
        if any(self.fields.count(i, (field,), scope) >= least for field, scope, least in rule.unless):
            return False
        match rule.parties:
            case "law":
                return self._lawful(actors + others)
            case "judges":
                return self._lawful(actors + others) and any(a.sector in ("JUD", "COP") for a in actors)
            case "teams":
                return not self._official(actors)
            case "nobody":
                return not any(self._power(i, a) for a in actors)
            case "weak":
                return not any(self._power(i, a) for a in actors + others)
        return True

    def _about(self, rule: Rule, i: int) -> bool:
        """Whether the words around token `i` are of the rule's fields, and the text is not more of politics."""
        if self.fields.count(i, rule.fields, rule.scope) < rule.least:
            return False
        if rule.fields == ("personal",):
            return self._talk and self.fields.share("politics") < TALK and self.fields.total("politics") <= FEW
        return not rule.unless or sum(map(self.fields.total, rule.fields)) > self.fields.total("politics")

    def _lawful(self, parties: tuple[Actor, ...]) -> bool:
        """Whether police, courts and people of one country are all who act."""
        told = [a for a in parties if a.mention is not None]
        countries = {a.country for a in told if a.country}
        plain = all(a.sector in LAW or a.id not in self._strong for a in told)
        return bool(told) and plain and len(countries) < 2

    def _power(self, i: int, actor: Actor) -> bool:
        """Whether the sentence of token `i` names an actor who can act in politics in any text."""
        if actor.mention is None or actor.id not in self._strong:
            return False
        start, end = self.tree.sentence(i)
        tokens = self.tree.tokens
        return tokens[start].idx <= actor.mention[0] < tokens[end - 1].idx + len(tokens[end - 1])

    def _nowhere(self) -> bool:
        """Whether the text names no country, no body of states, no place and no day, and hardly an office: a tale."""
        if any(a.country or a.sector == "IGO" for m in self.cast.mentions for a in m.actors):
            return False
        if any(token.ent_type_ in WHERE for token in self.tree.tokens):
            return False
        told = self.fields.total("politics")
        return not (told or self.fields.total("arms")) or (len(self._counts) > 1 and told <= FEW)

    def _old(self, i: int) -> bool:
        """Whether the clause of token `i`, or one that it hangs on, is dated before SCARCE: "fell to him in 1453"."""
        tree = self.tree
        years = (k for k in range(*tree.sentence(i)) if is_old(tree.lower[k]) and tree.deps[k].startswith("obl"))
        dated = (k for k in years if tree.verbal(tree.heads[k]) and tree.kids_by(k, "case"))
        return any(self._under(i, tree.heads[k]) for k in dated)

    def _under(self, i: int, top: int) -> bool:
        for _ in range(40):
            if i == top:
                return True
            if self.tree.heads[i] == i:
                return False
            i = self.tree.heads[i]
        return False

    def _official(self, actors: tuple[Actor, ...]) -> bool:
        """Whether somebody in office, a body or an armed group acts; a bare country may be its team."""
        return any(
            a.sector in ACTING and a.kind not in (ActorKind.STATE, ActorKind.GOVERNMENT) and a.mention is not None
            for a in actors
        )

    def _count(self) -> dict[int, int]:
        words = silent_words()
        counts: dict[int, int] = {}
        for sentence in self.tree.doc.sents:
            inside = range(sentence.start, sentence.end)
            found = sum(self.tree.lower[i] in words or self.tree.lemmas[i] in words for i in inside)
            found += sum(self._joined(i) in words for i in inside[2:])
            counts[sentence.start] = found + SENTENCE * any(is_score(self.tree, i) for i in inside)
        return counts

    def _joined(self, i: int) -> str:
        """The hyphened word that ends at token `i` ("quarter-final" is three tokens), else nothing."""
        low = self.tree.lower
        return f"{low[i - 2]}-{low[i]}" if low[i - 1] == "-" else ""


def is_old(word: str) -> bool:
    """Whether a word is a year before SCARCE: "1453", "793"."""
    return word.isascii() and word.isdigit() and len(word) in (3, 4) and word[0] != "0" and int(word) < SCARCE


def silent_words() -> frozenset[str]:
    """The words of sport, markets, arts and weather (data/silence.txt)."""
    if not _WORDS:
        text = (DATA / "silence.txt").read_text(encoding="utf-8")
        _WORDS.append(frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split()))
    return _WORDS[0]


_WORDS: list[frozenset[str]] = []


@cache
def silences() -> tuple[Rule, ...]:
    """The rows of data/silences.tsv."""
    lines = (DATA / "silences.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_rule(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _rule(row: dict[str, str]) -> Rule:
    stops = (stop.split(":") for stop in row["unless"].split())
    unless = tuple((field, scope, int(least)) for field, scope, least in stops)
    return Rule(
        row["id"],
        tuple(row["fields"].split()),
        int(row["least"]),
        row["scope"],
        frozenset(row["types"].split()),
        unless,
        row["parties"],
        row["yes"],
        row["no"],
    )
