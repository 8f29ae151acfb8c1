"""The registry's records: states, organisations, groups, leaders, bodies, role nouns, and the names that lead to them.

All dates are half-open, `[start, end)`; None is open. Records are frozen and hashable.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class NameKind(StrEnum):
    """How a surface string names its record."""

    NAME = "name"
    ALIAS = "alias"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"  # Burmese, Tajik: belongs to the state
    PEOPLE = "people"  # Briton, Turks: people of the state, or members of the group
    CAPITAL = "capital"  # Moscow: a place, or the government by metonymy
    METONYM = "metonym"  # the Kremlin, Downing Street
    SURNAME = "surname"  # Putin


@dataclass(frozen=True, slots=True)
class Dated:
    """A text (name, capital, sector) that holds in `[start, end)`."""

    text: str
    start: date | None = None
    end: date | None = None

    def on(self, day: date | None) -> bool:
        """Whether it holds on `day`; None asks for what holds at the end of the record, that is open ones."""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class People:
    """A noun for one of the people and for several ("Briton", "Britons")."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class State:
    """A state, a state-like territory or a dependency, present or ended.

    `code` is ISO 3166 alpha-3, of ISO 3166-3 where it ended (SUN, DDR), or XKX, XAB ... where ISO has none; `iso` is
    the ISO code that its actors carry as country (GEO for Abkhazia, XAB), else the code itself.
    `cow` and `gw` are numbers of Correlates of War and Gleditsch-Ward, `cameo` CAMEO's code. `names` are newspaper
    names in order of time, the last is the latest. `sovereign` is False for dependencies and unrecognised states.
    `successor` is the state that took the seat of an ended one, `successors` all that came out of it (that one first),
    `predecessors` those it came out of itself. `seats` are seats of government that are not the capital by law, or not
    undisputed; `belongs` is the code of the state that a dependency belongs to; `former_codes` are codes of ISO 3166-3
    that the same state had under an older name; `why` says in words what is disputed, "" where nothing is.
    """

    code: str
    iso: str
    names: tuple[Dated, ...]
    start: date | None
    end: date | None
    sovereign: bool
    cow: int | None
    gw: int | None
    cameo: str
    successor: str | None
    capitals: tuple[Dated, ...]
    aliases: tuple[Dated, ...]
    acronyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[People, ...]
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    seats: tuple[Dated, ...] = ()
    belongs: str | None = None
    former_codes: tuple[str, ...] = ()
    why: str = ""

    @property
    def id(self) -> str:
        """The code."""
        return self.code

    @property
    def name(self) -> str:
        """The latest newspaper name."""
        return self.names[-1].text

    @property
    def adjective(self) -> str:
        """The commonest adjective ("Tajik"), the name where there is none."""
        return self.adjectives[0] if self.adjectives else self.name

    def exists(self, day: date | None) -> bool:
        """Whether the state existed on `day`; None asks for now."""
        return Dated("", self.start, self.end).on(day)

    def name_on(self, day: date | None) -> str:
        """The newspaper name on `day`; outside its life the nearest one."""
        held = [name.text for name in self.names if name.on(day)]
        if held:
            return held[-1]
        first = self.names[0]
        return first.text if day is not None and first.start is not None and day < first.start else self.name


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation, court, alliance or agency; `sector` is IGO or NGO (MED, BUS where it is one)."""

    id: str
    name: str
    sector: str
    kind: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """An armed group, party, movement or people's front. `country` is where it acts, None if in many countries."""

    id: str
    name: str
    country: str | None
    sectors: tuple[Dated, ...]
    kind: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    people: tuple[People, ...]
    start: date | None
    end: date | None

    def sector_on(self, day: date | None) -> str:
        """The sector held on `day`; outside all of them the last that had begun, else the first."""
        for sector in reversed(self.sectors):
            if sector.on(day) or (day is not None and (sector.start is None or sector.start <= day)):
                return sector.text
        return self.sectors[-1].text if day is None else self.sectors[0].text


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: its title, of which state, organisation or group (`of` is that record's id), and when.

    `why` says why it overlaps with another holder's time in the same office (rival governments), else "".
    """

    title: str
    of: str
    country: str | None
    sector: str
    start: date | None
    end: date | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Leader:
    """A person with dated offices, in order of time. `gender` is "m", "f" or ""."""

    id: str
    name: str
    surname: str
    gender: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]

    def office_on(self, day: date | None) -> Office | None:
        """The office held on `day` (the latest begun, of several), None if none; None asks for now."""
        held = [office for office in self.offices if Dated("", office.start, office.end).on(day)]
        return held[-1] if held else None


@dataclass(frozen=True, slots=True)
class Body:
    """A national body with a proper name (FSB, Knesset, Xinhua); `kind` is agency, force, parliament, media ..."""

    id: str
    name: str
    country: str | None
    sector: str
    kind: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun or title that gives a sector ("troops" MIL, "foreign minister" GOV).

    `lemma` is in lower case, several words for a title. `what` is person (one holder: minister), people (a plurality:
    rebels, citizens), body (ministry, army, court) or thing (warplane, statement). `gender` is "m", "f" or "".
    `of` is the body a title acts for ("foreign ministry"), "" if none. `state` is True where the phrase with a country
    is its government itself ("government", "authorities"), `rank` where it is a military rank, `honorific` where it
    only goes before a name (Mr, Sir) and says nothing of a sector.
    """

    lemma: str
    plural: str
    sector: str | None
    what: str
    gender: str
    of: str
    state: bool
    rank: bool
    honorific: bool

    @property
    def person(self) -> bool:
        """Whether it names one human being."""
        return self.what == "person"

    @property
    def body(self) -> bool:
        """Whether it names an institution."""
        return self.what == "body"


Record: TypeAlias = State | Organisation | Group | Leader | Body


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface string may mean: `record`, by which kind of name, valid in `[start, end)`.

    `sector` is set where the name itself gives one (a metonym: "Kremlin" GOV), else the record tells. `plural` is
    True for nouns of people in the plural and None where it does not apply.
    """

    text: str
    kind: NameKind
    record: Record
    sector: str | None = None
    plural: bool | None = None
    start: date | None = None
    end: date | None = None

    def on(self, day: date | None) -> bool:
        """Whether the name was in use on `day`; None asks for now."""
        return Dated("", self.start, self.end).on(day)
