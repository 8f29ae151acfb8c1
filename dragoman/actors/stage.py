"""One report while it is being resolved: its page, names, persons and scene, and the mentions made so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dragoman.actors.cast import Mention
from dragoman.actors.mentions_names import Hit
from dragoman.actors.mentions_organisations import OwnName
from dragoman.actors.mentions_persons import Naming, Person
from dragoman.actors.page import Page
from dragoman.actors.registry import Body, Group, Organisation, State, registry
from dragoman.actors.registry_load import slug
from dragoman.actors.scene import Referent, Scene
from dragoman.records import Actor, ActorKind, Role

NEAR = 60  # tokens: farther from its noun stands no name that owns it
ARMED = frozenset(("REB", "INS", "SEP", "UAF", "CRM"))
# Sectors of a state's own servants: who holds one acts for the state.
OF_STATE = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"))
BODY_KINDS = {"GOV": ActorKind.MINISTRY, "BUS": ActorKind.COMPANY, "MED": ActorKind.COMPANY, "PTY": ActorKind.PARTY}

# What the registry calls a group -> its kind, whatever sector it holds on the day: a party in power stays a party.
GROUP_KINDS = {
    "armed group": ActorKind.ARMED_GROUP,
    "gang": ActorKind.ARMED_GROUP,
    "cartel": ActorKind.ARMED_GROUP,
    "mafia": ActorKind.ARMED_GROUP,
    "party": ActorKind.PARTY,
    "coalition": ActorKind.PARTY,
    "people": ActorKind.PEOPLE,
    "government": ActorKind.GOVERNMENT,
}
KINDS_BY_SECTOR = dict.fromkeys(sorted(ARMED), ActorKind.ARMED_GROUP) | {
    "PTY": ActorKind.PARTY,
    "OPP": ActorKind.PARTY,
}  # of movements


@dataclass(slots=True)
class Stage:
    """What the finders share. `memo` holds the referent of every head looked at, None where it names no actor."""

    page: Page
    on: date | None
    hits: dict[int, Hit]
    namings: dict[int, Naming]
    scene: Scene
    acting: dict[int, bool] = field(default_factory=dict)
    memo: dict[int, Referent | None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    countries: dict[int, str] = field(default_factory=dict)
    known: dict[str, Referent] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    pending: set[int] = field(default_factory=set)
    finder: "Callable[[Stage, int], Referent | None]" = lambda stage, i: None
    named: set[int] = field(default_factory=set)
    titles: dict[int, Naming] = field(default_factory=dict)
    organisations: dict[int, OwnName] = field(default_factory=dict)
    places: dict[int, tuple[int, str | None]] = field(default_factory=dict)
    context: tuple[str, ...] = ()
    peoples: dict[str, Referent] = field(default_factory=dict)
    cues: dict[int, int | None] = field(default_factory=dict)
    lent: dict[int, int] = field(default_factory=dict)
    place_start: dict[int, int] = field(default_factory=dict)
    not_meant: set[str] = field(default_factory=set)
    ground_names: dict[str, str | None] = field(default_factory=dict)
    union: list[Referent | None] = field(default_factory=list)  # what Brussels stands for, once it was looked for
    later: dict[str, Actor] = field(default_factory=dict)  # persons whose role the report tells after their name
    offices: dict[tuple[str, str, str, bool], Role] = field(default_factory=dict)

    def refer(self, i: int) -> Referent | None:
        """The referent of the noun phrase headed by token `i`, found once; None while it is being found."""
        if i in self.memo:
            return self.memo[i]
        if i in self.pending or self.page.skip[i] or len(self.pending) > 40:
            return None
        self.pending.add(i)
        found = self.finder(self, i)
        self.pending.discard(i)
        self.memo[i] = found
        return found

    def others(self, i: int) -> set[int]:
        """Tokens of known names near `i`, without those of the name that it ends itself ("Foreign Ministry")."""
        own = self.organisations.get(i)
        if own is None:
            return self.named
        near = range(max(0, own.start - NEAR), min(len(self.page), own.end + NEAR))
        return {k for k in near if k in self.named and not own.start <= k < own.end}

    @property
    def state_names(self) -> frozenset[str]:
        """Names of the states met so far."""
        return frozenset(r.actors[0].name for r in self.known.values() if r.shape == "state")

    def mention(self, start: int, end: int, head: int, referent: Referent, how: str) -> Referent:
        """Notes that the tokens `start:end` mention `referent`, and gives it back."""
        span = self.page.span(start, end)
        actors = tuple(with_mention(actor, span) for actor in referent.actors)
        self.mentions.append(Mention(span, start, end, head, actors, how))
        self.scene.note(head, referent)
        if len(referent.actors) == 1:
            self.known.setdefault(referent.actors[0].id, referent)
            if referent.shape == "group":
                self.peoples.setdefault(referent.actors[0].name.rpartition(" ")[2].removesuffix("s"), referent)
        return referent

    def government(self, code: str) -> Referent | None:
        """The referent of a state by its code."""
        found = self.known.get(code)
        if found is None:
            actor = registry().government(code, self.on)
            if actor is None:
                return None
            nouns = frozenset(("country", "government", "nation", "neighbour"))
            found = self.known[code] = Referent((actor,), "state", nouns=nouns)
        return found

    def adjective(self, code: str | None) -> str:
        """As in "Tajik" for TJK, "" for a code that the registry lacks."""
        state = registry().states.get(code or "")
        if state is None:
            return ""
        return state.adjective


def with_mention(actor: Actor, span: tuple[int, int]) -> Actor:
    """The actor as read at `span`."""
    return Actor(actor.id, actor.name, actor.country, actor.sector, actor.kind, actor.acts_for, span)


def of_record(stage: Stage, record: State | Organisation | Group | Body, sector: str | None = None) -> Referent | None:
    """The referent of a registry record as it stands on the report's day."""
    if isinstance(record, State):
        return stage.government(record.code)
    if (found := stage.known.get(record.id)) is not None:
        return found
    kind, shape = ActorKind.OTHER, "organisation"
    country, acts_for = None, None
    if isinstance(record, Organisation):
        sector, kind = record.sector, ActorKind.ORGANISATION
    elif isinstance(record, Group):
        sector, country, shape = record.sector_on(stage.on), record.country, "group"
        kind = GROUP_KINDS.get(record.kind) or KINDS_BY_SECTOR.get(sector, ActorKind.OTHER)
    else:
        sector, country, shape = sector or record.sector, record.country, "body"
        kind = BODY_KINDS.get(sector, ActorKind.OTHER)
        acts_for = country if sector in OF_STATE else None
    actor = Actor(record.id, record.name, country, sector, kind, acts_for)
    words = frozenset(slug(record.name).split("-")) | frozenset(record.kind.lower().split())
    nouns = words | nouns_of(shape, sector)
    if shape == "body" and sector == "MED":
        nouns |= NOUNS_OF_SECTOR["MED"] | {"agency"}
    found = stage.known[record.id] = Referent((actor,), shape, plural=shape == "group", nouns=nouns)
    return found


def nouns_of(shape: str, sector: str | None) -> frozenset[str]:
    """Nouns that take up any actor of a shape and sector ("the rebels", "the party")."""
    if shape == "group" and sector in ARMED:
        return ARMED_NOUNS
    if shape == "group":
        return PARTY_NOUNS if sector in ("PTY", "OPP", "LEG") else GROUP_NOUNS | ARMED_NOUNS
    if shape == "organisation":
        return ORGANISATION_NOUNS | NOUNS_OF_SECTOR.get(sector or "BUS", frozenset())
    return frozenset()


GROUP_NOUNS = frozenset("group movement organisation organization front faction side".split())
ARMED_NOUNS = GROUP_NOUNS | frozenset(
    """rebel guerrilla guerilla insurgent militant militia fighter hardliner extremist separatist secessionist
    terrorist islamist jihadist fundamentalist gunman insurgency radical fanatic guerrillas outfit militiaman
    mujahideen""".split()
)
PARTY_NOUNS = GROUP_NOUNS | frozenset("party coalition opposition alliance bloc".split())
NOUNS_OF_SECTOR = {
    "BUS": frozenset("company firm carrier airline operator conglomerate manufacturer producer utility".split()),
    "MED": frozenset("newspaper paper channel station broadcaster daily network weekly website outlet".split()),
    "EDU": frozenset("university college institute school".split()),
}
ORGANISATION_NOUNS = frozenset(
    """group organisation organization agency body bloc union alliance council commission league charity bank fund
    watchdog institution association court tribunal lender""".split()
)
