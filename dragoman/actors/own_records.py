"""The records of users' own actors: a row as it is stored, the actor that rows add up to, what an addition did.

All cells are text, as users write them; "" is unknown or open. A date is a year, a month or a day ("2010", "2010-05",
"2010-05-17"); `end` is the last day, month or year in which the role is held.
"""

from dataclasses import dataclass, fields
from operator import attrgetter

from dragoman.records import Finding


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row: names of an actor and one role. `code` is that of the dictionary it came from, `source` "file:line"."""

    id: str
    name: str
    kind: str = ""
    country: str = ""
    sector: str = ""
    title: str = ""
    of: str = ""
    start: str = ""
    end: str = ""
    gender: str = ""
    surname: str = ""
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    code: str = ""
    source: str = ""


COLUMNS = tuple(field.name for field in fields(OwnRow))


@dataclass(frozen=True, slots=True)
class OwnRole:
    """What an actor was from `start` to `end`: country (ISO alpha-3), sector (of the codebook), title, of what."""

    country: str
    sector: str
    title: str
    of: str
    start: str
    end: str
    code: str
    source: str

    @property
    def said(self) -> bool:
        """Whether it says anything but dates: rows without a role only give names."""
        return bool(self.country or self.sector or self.title or self.of)


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An actor of the user's: what all rows of its id say, roles in order of time."""

    id: str
    name: str
    kind: str
    gender: str
    surname: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    roles: tuple[OwnRole, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Name, aliases and acronyms, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.acronyms)))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Entries that are no actors of the user's and no fault of the file: how many, and why."""

    why: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Added:
    """What adding files did: how many actors, names and roles are new, and what was skipped or left out.

    `seen` counts the actors in the files, `stale` the roles that a file gave before and no longer has; `findings` are
    the faults, one a line, `skipped` how many of them cost a row, `left` what was passed over on purpose.
    """

    actors: int = 0
    names: int = 0
    roles: int = 0
    seen: int = 0
    stale: int = 0
    removed: int = 0
    findings: tuple[Finding, ...] = ()
    skipped: int = 0
    left: tuple[LeftOut, ...] = ()


def actors_of(rows: tuple[OwnRow, ...]) -> tuple[OwnActor, ...]:
    """The actors that rows add up to, sorted by id; the order of the rows does not matter.

    Roles stand in order of time, an open one before one that ends: the last that holds on a day says most of it.
    Where rows of one id differ in name, kind, gender or surname, the first in the order of the alphabet that says any
    counts, and other names become aliases.
    """
    gathered: dict[str, list[OwnRow]] = {}
    for row in sorted(rows, key=sort_key):
        gathered.setdefault(row.id, []).append(row)
    return tuple(_actor(id, held) for id, held in sorted(gathered.items()))


def sort_key(row: OwnRow) -> tuple[object, ...]:
    """The order of rows in the store: by actor, then by time."""
    return row.id, row.start, content(row), row.source


# all that a row says, without where it came from: two rows of the same content are one
content = attrgetter(*(name for name in COLUMNS if name != "source"))


def _actor(id: str, held: list[OwnRow]) -> OwnActor:
    name = held[0].name
    others = (text for row in held for text in (row.name, *row.aliases))
    acronyms = tuple(dict.fromkeys(text for row in held for text in row.acronyms))
    roles = {
        (row.country, row.sector, row.title, row.of, row.start, row.end): OwnRole(
            row.country, row.sector, row.title, row.of, row.start, row.end, row.code, row.source
        )
        for row in reversed(held)
    }
    return OwnActor(
        id=id,
        name=name,
        kind=next((row.kind for row in held if row.kind), ""),
        gender=next((row.gender for row in held if row.gender), ""),
        surname=next((row.surname for row in held if row.surname), ""),
        aliases=tuple(text for text in dict.fromkeys(others) if text != name and text not in acronyms),
        acronyms=acronyms,
        roles=tuple(roles[key] for key in sorted(roles, key=lambda key: (key[4] or "0000", key[5], key))),
    )
