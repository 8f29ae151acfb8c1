"""A Doc and its cast to a cast in which states and peoples that no list knows act too: "Zembla accused Orland".

Extraction texts (and the records that coders of events are tested on) name states that exist nowhere, or nowhere now.
Such a stranger gets a country of its own for as long as its text is read ("?zembla"), so that the rules see in
"Zembla", "Zemblan troops" and "crossed into Zembla" one side, as they do for Norway; the code is never written.
"""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from dragoman.actors.cast import Cast, Mention
from dragoman.actors.registry import Leader, registry
from dragoman.events.extraction_codes import UNKNOWN, roles
from dragoman.events.extraction_names import POLITIES, names
from dragoman.events.lexicon import classes
from dragoman.events.silence import silent_words
from dragoman.events.surroundings import OFFICIAL
from dragoman.records import Actor, ActorKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACED: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "through", "into", "off", "over"}
)
PERSONS: Final = ("ers", "er", "ors", "ist", "ists", "men", "man", "women", "ees", "ants", "eers", "ians", "players")
CROWDS: Final = frozenset("hundreds thousands dozens scores tens crowd crowds group groups number".split())
# Who may stand only before what is theirs: "rebel positions", "a government offer".
BANDS: Final = {
    **dict.fromkeys("rebel guerrilla insurgent separatist militant".split(), ("REB", ActorKind.ARMED_GROUP)),
    **dict.fromkeys("government cabinet".split(), ("GOV", ActorKind.MINISTRY)),
    **dict.fromkeys("opposition".split(), ("OPP", ActorKind.PARTY)),
    **dict.fromkeys("army military".split(), ("MIL", ActorKind.OTHER)),
    **dict.fromkeys("police".split(), ("COP", ActorKind.OTHER)),
}
PRONOUNS: Final = frozenset({"it", "its", "itself"})
BESIDE: Final = frozenset({"compound", "amod", "nmod:desc", "nmod:poss", "flat"})


@cache
def things() -> frozenset[str]:
    """What stands for its state and for nobody else: arms, a border, an embassy."""
    return classes()["ARMS"] | classes()["ARMSAID"] | {"state", "border", "embassy", "consulate"}


def widened(doc: "Doc", cast: Cast, *, dated: bool = False) -> Cast:
    """The cast with the strangers of the text, unless it is about sport, and persons that only their state names.

    Armed groups are in arms where no date says that they rule ("Taliban fighters").
    """
    found = names(doc, cast)
    if any(token.lower_ in silent_words() for token in doc):
        found = {}
    return _Wider(doc, cast, found, undated=not dated)


class _Wider(Cast):
    """A cast with strangers. Their actors are states of the country "?name"."""

    def __init__(self, doc: "Doc", cast: Cast, strangers: dict[int, str], *, undated: bool) -> None:
        self._undated = undated
        self._doc = doc
        self._inner = cast
        self._names = strangers
        self._strangers = {code: _state(code, doc[i].text) for i, code in reversed(strangers.items())}
        self._renamed: dict[tuple[str, Span | None], Actor] = {}
        self.sectors: dict[str, str | None] = {}  # of actors that are told apart by another sector while rules run
        self._apart = _apart(doc, cast)
        self._split: dict[int, tuple[Actor, ...]] = {}  # one noun for the people of several strangers
        kept = [self._mention(m) for m in cast.mentions if not self._replaced(m) and not _home(doc[m.head])]
        mentions = [*kept, *(self._of_name(i) for i in strangers)]
        taken = {m.head for m in mentions}
        pronouns = [t for t in doc if t.lower_ in PRONOUNS and t.i not in taken and t.dep_ != "expl"]
        mentions += [m for t in pronouns if (m := self._of_pronoun(t)) is not None]
        mentions += [_band(t) for t in doc if t.lower_ in BANDS and t.dep_ in BESIDE and cast.at(t.i) is None]
        self._bands = {m.head: m.actors for m in mentions if m.actors[0].id.startswith("int-band")}
        self._pronouns = {m.head: m.actors for m in mentions if m.how == "pronoun"}
        groups = {token.i: found for token in doc if (found := self._group(token))}
        countries = {token.i: code for token in doc if (code := self._country(token))}
        super().__init__(mentions, groups, countries, cast.state, cast.roles)

    def state(self, code: str) -> Actor | None:
        """The government of a country, or the stranger of a code that begins with "?"."""
        return self._strangers.get(code) if code.startswith(UNKNOWN) else self._inner.state(code)

    def _replaced(self, mention: Mention) -> bool:
        """Whether a mention is nothing but a stranger's name; what stood for it stands for the stranger from now on."""
        tokens = range(mention.start, mention.end)
        codes = [self._names[i] for i in tokens if i in self._names]
        rest = [self._doc[i] for i in tokens if i not in self._names]
        if not codes or any(t.lower_ not in POLITIES and t.ent_type_ != "LOC" for t in rest):
            return False
        for actor in mention.actors:
            self._renamed[actor.id, None] = self._strangers[codes[0]]
        return True

    def _mention(self, mention: Mention) -> Mention:
        """A mention with the stranger's country where its phrase names one: "Zemblan rebels", "the king of Zembla"."""
        actors = tuple(self._told_apart(self._in_office(self._now(a), mention)) for a in mention.actors)
        code, inner = (None, False) if mention.how == "place" else self._code_in(mention)
        if code is not None:
            actors = tuple(self._with_sector(_of(a, code, inner), mention) for a in actors)
            each = self._each(mention)
            if len(each) > 1:
                actors = tuple(
                    replace(actors[0], id=f"{actors[0].id}:{c}", country=c, mention=span) for c, span in each.items()
                )
                self._split[mention.head] = actors
        for old, new in zip(mention.actors, actors, strict=False):
            self._renamed[old.id, old.mention] = new
            if new != old:
                self._renamed.setdefault((old.id, None), replace(new, mention=None))
        return replace(mention, actors=actors)

    def _in_office(self, actor: Actor, mention: Mention) -> Actor:
        """A person whose title stands before the name: "Zemblan President Karl Voss"."""
        if actor.kind is ActorKind.ARMED_GROUP and actor.sector == "GOV" and self._undated:
            return replace(actor, sector="REB")
        if actor.kind is ActorKind.PERSON and self._undated:
            actor = _ruler(actor)
        if actor.kind is not ActorKind.PERSON or actor.sector is not None:
            return actor
        if actor.name.lower() in classes()["OFFICE"]:
            return actor  # "Prime" for "Prime Minister"
        before = [self._doc[i].lower_ for i in range(max(0, mention.start - 2), mention.end)]
        return replace(actor, sector="GOV") if any(word in classes()["OFFICE"] for word in before) else actor

    def _with_sector(self, actor: Actor, mention: Mention) -> Actor:
        """The sector that the nouns of a phrase say, where a strange name had hidden it: "the Zemblan envoy"."""
        if actor.kind is ActorKind.STATE or (actor.sector is not None and actor.sector != "MED"):
            return actor
        lemmas = [self._doc[i].lemma_.lower() for i in (mention.head, *reversed(range(mention.start, mention.end)))]
        known = roles().words | roles().weak
        found = next((known[lemma] for lemma in lemmas if known.get(lemma)), actor.sector)
        return replace(actor, sector=found)

    def _told_apart(self, actor: Actor) -> Actor:
        """The actor in a sector of its own where another of its state stands against it, or where it acts unpaid."""
        sector = "IGO" if actor.sector == "NGO" else "PRM" if actor.id in self._apart else actor.sector
        if actor.country is None and sector in ("BUS", "MNC"):
            sector = "CVL"  # "called on foreign companies": rules want a country of a company
        if sector != actor.sector:
            self.sectors.setdefault(actor.id, actor.sector)
        return replace(actor, sector=sector)

    def _now(self, actor: Actor) -> Actor:
        """The actor as it is with strangers, a pronoun's included."""
        exact = self._renamed.get((actor.id, actor.mention))
        if exact is not None:
            return exact
        found = self._renamed.get((actor.id, None))
        return actor if found is None else replace(found, mention=actor.mention)

    def _code_in(self, mention: Mention) -> tuple[str | None, bool]:
        """The stranger that a phrase names, and whether its country beats any other: "Zemblan leaders in Geneva"."""
        tokens = [*range(mention.start, mention.end), *(k.i for k in self._doc[mention.head].children)]
        for i in tokens:
            token = self._doc[i]
            inside = mention.start <= i < mention.end or token.dep_ in ("compound", "amod", "nmod:poss", "nmod:desc")
            of = token.dep_ == "nmod" and any(k.lower_ in ("of", "in") for k in token.children if k.dep_ == "case")
            if i in self._names and (inside or of):
                return self._names[i], inside
        return None, False

    def _each(self, mention: Mention) -> dict[str, Span]:
        """The strangers before one noun for all of them, and where each is named: "Zemblan and Orlandic troops"."""
        before = [k for k in self._doc[mention.head].lefts if k.i in self._names]
        joined = [c for k in before for c in k.rights if c.dep_ == "conj" and c.i in self._names]
        tokens = [*before, *joined] if joined else []
        own = {k.i: mention.span if k.i >= mention.start else (k.idx, k.idx + len(k)) for k in tokens}
        return {self._names[i]: span for i, span in own.items()}

    def _of_name(self, i: int) -> Mention:
        token, code = self._doc[i], self._names[i]
        span = (token.idx, token.idx + len(token))
        if _placed(token):
            place = Actor(f"place:{code}", token.text, code, None, ActorKind.PLACE, mention=span)
            return Mention(span, i, i + 1, i, (place,), "place")
        actor = replace(self._strangers[code], mention=span)
        if token.dep_ == "nmod" and token.head.lower_ in CROWDS:
            actor = replace(actor, id=f"{code}:people", sector="CVL", kind=ActorKind.PEOPLE)
        return Mention(span, i, i + 1, i, (actor,), "name")

    def _of_pronoun(self, token: "Token") -> Mention | None:
        """Whom "it" and "its" stand for: the stranger that was last a subject before it."""
        before = [i for i in self._names if i < token.i and self._doc[i].dep_.startswith("nsubj")]
        if not before:
            return None
        span = (token.idx, token.idx + len(token))
        actor = replace(self._strangers[self._names[before[-1]]], mention=span)
        return Mention(span, token.i, token.i + 1, token.i, (actor,), "pronoun")

    def _group(self, token: "Token") -> tuple[Actor, ...]:
        own = self._own(token)
        joined = [k for k in token.children if k.dep_ == "conj" and k.i in self._names]
        found = list(own)
        for k in joined if own else ():
            found += [a for a in self._own(k) if a not in found]
        return tuple(found)

    def _own(self, token: "Token") -> tuple[Actor, ...]:
        if token.i in self._split:
            return self._split[token.i]
        if _home(token):
            return ()
        office = classes()["OFFICE"]  # "Prime" of "Prime Minister" may pass for a person
        before = tuple(self._now(a) for a in self._inner.of(token) if a.name.lower() not in office)
        if token.i not in self._names:
            return before or self._pronouns.get(token.i, ()) or self._bands.get(token.i, ()) or self._compatriots(token)
        first = tuple(a for a in self._of_name(token.i).actors if a.kind is not ActorKind.PLACE)
        return (*first, *(a for a in before if not any(a.id == b.id for b in first)))

    def _compatriots(self, token: "Token") -> tuple[Actor, ...]:
        """The state of people whom only it names: "two Belgian film-makers"."""
        if token.pos_ != "NOUN" or not token.lower_.endswith(PERSONS):
            return ()
        kids = [k for k in token.children if k.dep_ in ("amod", "compound") and k.ent_type_ in ("NORP", "LOC")]
        return next((found for k in kids if (found := tuple(map(self._now, self._inner.of(k))))), ())

    def _country(self, token: "Token") -> str | None:
        if token.i in self._names:
            return self._names[token.i]
        found = self._inner.country_of(token)
        if found is not None or token.pos_ not in ("NOUN", "PROPN"):
            return found
        for k in token.children:
            if k.i in self._names and k.dep_ in ("amod", "compound", "nmod:poss", "nmod"):
                return self._names[k.i]
        return None


def _apart(doc: "Doc", cast: Cast) -> frozenset[str]:
    """Those in office who meet another of their own state in the text: a parliament and its president."""
    held = [
        (m, a) for m in cast.mentions for a in m.actors if a.country and a.sector in OFFICIAL and m.how != "pronoun"
    ]
    found: set[str] = set()
    held = [(m, a) for m, a in held if doc[m.head].lemma_.lower() not in things() and doc[m.head].dep_ not in BESIDE]
    for m, a in held:
        if a.kind is not ActorKind.STATE and any(
            b.country == a.country and b.id != a.id and not _joined(doc, m, n) for n, b in held
        ):
            found.add(a.id)
    return frozenset(found)


def _joined(doc: "Doc", one: Mention, other: Mention) -> bool:
    """Whether one of two mentions is part of the other's phrase: "Kenya" in "Kenya's police"."""
    for a, b in ((one, other), (other, one)):
        head = doc[a.head]
        while head.dep_ in BESIDE and head.head.i != head.i:
            head = head.head
        if head.left_edge.i <= b.head <= head.right_edge.i:
            return True
    return False


def _home(head: "Token") -> bool:
    """Whether what passes for a house of parliament is one to live in: "demolished the houses of", "house arrest"."""
    return head.text == "houses" or (head.text == "house" and head.dep_ == "compound")


def _band(token: "Token") -> Mention:
    """A side named only before what is theirs: "rebel positions"."""
    span = (token.idx, token.idx + len(token))
    sector, kind = BANDS[token.lower_]
    actor = Actor(f"int-band-{token.lower_}", token.text, None, sector, kind, mention=span)
    return Mention(span, token.i, token.i + 1, token.i, (actor,), "description")


def _ruler(actor: Actor) -> Actor:
    """A leader of any time as in office, for a text that does not say its own time."""
    for entry in registry().lookup(actor.name):
        if isinstance(entry.record, Leader) and actor.sector in (None, "CVL", "ELI", "GOV"):
            countries = {office.country for office in entry.record.offices}
            country = countries.pop()
            return actor if countries else replace(actor, country=country, sector="GOV")
    return actor


def _state(code: str, name: str) -> Actor:
    return Actor(code, name, code, "GOV", ActorKind.STATE)


def _of(actor: Actor, code: str, inner: bool) -> Actor:
    """The actor as one of the stranger's country, where it had none of its own."""
    described = inner and actor.kind is not ActorKind.STATE and not actor.id.startswith("person:")
    if (actor.country is not None and not described) or actor.sector in ("IGO", "NGO") or actor.kind is ActorKind.PLACE:
        return actor
    return replace(actor, country=code)


def _placed(token: "Token") -> bool:
    return token.dep_ in ("obl", "nmod") and any(
        k.dep_ == "case" and k.lower_ in PLACED for k in token.children if k.i < token.i
    )
