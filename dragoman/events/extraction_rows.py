"""Events of a text to rows of extraction, a source and a target each, as CAMEO's coders write them."""

from dataclasses import replace
from itertools import islice, product
from typing import TYPE_CHECKING, Any, Final

from dragoman.codebook import codebook
from dragoman.events.cameo import intent
from dragoman.events.extraction_codes import code_of
from dragoman.events.extraction_strangers import things
from dragoman.events.lexicon import Rule, lexicon
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind, Event, Status

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.actors.cast import Mention

Row = dict[str, Any]

HOSTING: Final = "043"  # the host does it in CAMEO; for PLOVER the visitor acts
# Types whose source alone is worth a row beside whole ones: a crowd, an army that takes a town.
ALONE: Final = frozenset({"PROTEST", "ASSAULT"})
# What two who are named together do with each other where nobody else is named.
MUTUAL: Final = frozenset({"SUPPORT", "AGREE", "CONSULT", "RETREAT", "COOPERATE", "ASSAULT", "SANCTION"})
BROKEN: Final = ("161", "164")  # ties and talks that two may break off together
LEAVING: Final = "083"  # an office is left to nobody
MOST: Final = 9  # rows of one event: three parties on each side


class Rows:
    """Writes the events of one text as rows."""

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        self.tree = tree
        self.cast = cast
        self._mentions = {m.span: m for m in cast.mentions}
        self._of: dict[str, list[Mention]] = {}  # mentions by noun or name of each actor, and of each country
        self._places: dict[str | None, list[Mention]] = {}
        for m in cast.mentions:
            for a in m.actors:
                if m.how != "pronoun":
                    self._of.setdefault(a.id, []).append(m)
                    if tree.lemmas[m.head] not in things():
                        self._places.setdefault(a.country, []).append(m)
        self._rules: dict[str, Rule] = {rule.id: rule for rule in lexicon().rules}

    def of(self, event: Event) -> list[Row]:
        """A row for each pair of parties.

        What is still to come is CAMEO's "express intent" (03), for cooperation; a coordination that does something with
        itself ("Togo and Benin met") gives a row each way.
        """
        type_, cameo = event.type, event.cameo
        if event.status is Status.PLANNED and (wish := intent(event.cameo or "")):
            type_, cameo = codebook().cameo[wish].type or type_, wish
        sources = self._named(event.actors, (), event.trigger[0])
        targets = self._named(event.recipients, event.actors, event.trigger[0])
        targets += self._beside(targets, sources)
        if cameo == HOSTING:
            sources, targets = targets, sources
        sides = list(product(sources, targets))
        if self._mutual(event, sources, targets):
            sides = self._each_way(sources + targets)
        elif self._among(event, sources, targets):
            sides = self._each_way(sources)
        rows = [{"source": self._party(a), "target": self._party(b), "cameo": cameo, "plover": type_} for a, b in sides]
        return list(islice((row for n, row in enumerate(rows) if row not in rows[:n]), MOST))

    def _named(self, side: tuple[Actor, ...], others: tuple[Actor, ...], at: int) -> list[Actor | None]:
        """Whom the text names: a minister without the state behind him, nobody for a state that is only meant.

        A state that the rules found in the name of a place ("its border with Togo") is named there.
        """
        named = [a for a in side if a.mention is not None]
        if not named:  # a name behind its title: the phrase's actor has no mention of its own
            told = [(a, self._of[a.id]) for a in side if a.kind is not ActorKind.STATE and a.id in self._of]
            named = [replace(a, mention=found[0].span) for a, found in told]
        if not named:
            own = {a.country for a in others}
            near = {a: self._places.get(a.country, []) for a in side if a.country not in own}
            if not others:  # who acts is named by more than the place where it happened
                near = {a: [m for m in found if m.how != "place"] for a, found in near.items()}
            named = [_placed(a, found, at) for a, found in near.items() if found]
        return [a for a in dict.fromkeys(named) if not self._modifies(a, [*named, *others])] or [None]

    def _beside(self, targets: list[Actor | None], sources: list[Actor | None]) -> list[Actor | None]:
        """Who is named with an only target: "between Eritrea and Yemen"."""
        if len(targets) != 1 or targets[0] is None or (first := self._mention(targets[0])) is None:
            return []
        joined = {k for k in self.tree.kids(first.head) if self.tree.deps[k] == "conj"}
        taken = {a.id for a in (*targets, *sources) if a is not None}
        found = [
            replace(m.actors[0], mention=m.span) for m in self.cast.mentions if m.head in joined and m.how == "name"
        ]
        return [a for a in found if a.id not in taken and a.kind is targets[0].kind]

    def _modifies(self, actor: Actor, others: list[Actor]) -> bool:
        """Whether a state is named only beside its own people: "Afghan" in "an Afghan army post"."""
        mention = self._mention(actor)
        if mention is None or mention.how not in ("demonym", "name") or actor.kind is not ActorKind.STATE:
            return False
        beside = [m for a in others if a is not actor and a.country == actor.country and (m := self._mention(a))]
        return any(self._phrase(m.head) == self._phrase(mention.head) for m in beside)

    def _mention(self, actor: Actor) -> "Mention | None":
        """Where the text names the actor: for a pronoun the noun before it; None where no mention is known there."""
        found = self._mentions.get(actor.mention) if actor.mention is not None else None
        if found is None or found.how != "pronoun":
            return found
        named = self._of.get(actor.id, [found])
        return max((m for m in named if m.head < found.head), key=lambda m: m.head, default=named[0])

    def _mutual(self, event: Event, sources: list[Actor | None], targets: list[Actor | None]) -> bool:
        """Whether one coordination does it with itself."""
        rule = self._rules.get(event.made_by.removeprefix("lexicon:"))
        if rule is None or "sym" not in rule.flags:
            return False
        return any(a is not None and b is not None and self._coordinated(a, b) for a, b in product(sources, targets))

    def _among(self, event: Event, sources: list[Actor | None], targets: list[Actor | None]) -> bool:
        """Whether those who act do it with each other, and the rest is but the place: "signed a truce in Lusaka"."""
        sites = all(b is None or ((m := self._mention(b)) is not None and m.how == "place") for b in targets)
        joined = [a for a in sources if a is not None]
        return (
            sites
            and event.type in MUTUAL
            and event.attributes.get("inferred_party") is None
            and len(joined) > 1
            and self._coordinated(joined[0], joined[1])
            and (targets == [None] or self._signed(event))
        )

    def _signed(self, event: Event) -> bool:
        """Whether the act is one that takes two: an accord, a truce, talks."""
        rule = self._rules.get(event.made_by.removeprefix("lexicon:"))
        broken = (event.cameo or "").startswith(BROKEN)
        return rule is not None and (broken or "sym" in rule.flags or event.mode in ("ceasefire", "meet"))

    def _coordinated(self, one: Actor, other: Actor) -> bool:
        a, b = self._mention(one), self._mention(other)
        if a is None or b is None:
            return False
        if self.tree.heads[a.head] == b.head and self.tree.deps[a.head] in ("amod", "compound"):
            return True  # "Zemblan and Orlandic troops" are of two sides, each with its own mention
        up = b.head
        for _ in range(4):
            if up == a.head:
                return True
            if self.tree.deps[up] not in ("conj", "nmod", "nmod:poss", "compound", "amod"):
                break
            up = self.tree.heads[up]
        joined = self.tree.deps[b.head] == "conj" or any(self.tree.deps[k] == "conj" for k in (b.head, up))
        return a.span == b.span or (joined and self._phrase(a.head) == self._phrase(up))

    def _phrase(self, i: int) -> int:
        """The first noun of the coordination that token `i` is in."""
        for _ in range(6):
            if self.tree.deps[i] not in ("conj", "nmod", "nmod:poss", "compound", "amod", "nmod:desc"):
                break
            i = self.tree.heads[i]
        return i

    def _each_way(self, all_: list[Actor | None]) -> list[tuple[Actor | None, Actor | None]]:
        return [(a, b) for a, b in product(all_, all_) if a is not b]

    def _party(self, actor: Actor | None) -> Row | None:
        if actor is None:
            return None
        mention = self._mention(actor)
        country, role = code_of(actor, mention, self.tree, self.cast)
        start, end = mention.span if mention is not None else actor.mention or (None, None)
        words = actor.name if start is None else self.tree.text[start:end]
        return {"text": words, "code": country, "sector": role, "start": start, "end": end}


def _placed(actor: Actor, near: "list[Mention]", at: int) -> Actor:
    """The state, or who else of it is named, by the first words behind the trigger that name its country."""
    found = next((m for m in near if m.span[0] > at), near[0])
    acting = [a for a in found.actors if a.country == actor.country and a.kind is not ActorKind.PLACE]
    return replace(acting[0] if acting else actor, mention=found.span)


def settled(rows: list[Row]) -> list[Row]:
    """The rows of a text without those that say an event again, or one side of it only where others have both."""
    whole = any(row["source"] and row["target"] for row in rows)
    kept: dict[tuple[object, ...], Row] = {}
    for row in rows:
        alone = row["plover"] in ALONE and row["source"]
        if whole and not alone and not (row["source"] and row["target"]):
            continue
        if not row["target"] and str(row["cameo"]).startswith(LEAVING):
            continue
        key = (row["plover"], _place(row["source"]), _place(row["target"]))
        if key not in kept or (len(row["cameo"] or "") > len(kept[key]["cameo"] or "") and not _told(kept[key])):
            kept[key] = row
    return list(kept.values())


def _place(party: Row | None) -> object:
    return None if party is None else (party["code"], party["sector"], party["text"])


def _told(row: Row) -> bool:
    """Whether a row's code already says more than its root."""
    return not str(row["cameo"] or "0").endswith("0")
