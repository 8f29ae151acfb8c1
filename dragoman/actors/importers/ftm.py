"""FollowTheMoney entities, one JSON object a line (OpenSanctions and others) -> rows of the store and findings.

Persons and organisations become actors; an Occupancy joins a Person (`holder`) to a Position (`post`) by their ids and
gives a dated role, wherever in the file the three stand, or nested in one another. A person without Occupancy has a
role of each text in `position`, without dates; topics give the sector where no title does. Only names in Latin letters
are taken. Left out, and counted: other schemata (Sanction, Address, Vessel ...), persons who are only relatives of
somebody, and persons and companies of whom nothing political is said (no topic, no position).
Source: the schemata of followthemoney 3, the topics of OpenSanctions.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from dragoman.actors.importers import Found, titles
from dragoman.actors.importers.json_lines import date_of, latin, objects, texts
from dragoman.actors.own_cells import GENDERS, BadCell, country, is_state, known_id
from dragoman.actors.own_records import LeftOut, OwnRow
from dragoman.records import Finding

# topic -> sector, the more telling first
TOPICS: Final = (
    ("crime.terror", "REB"),
    ("gov.igo", "IGO"),
    ("gov.head", "GOV"),
    ("gov.executive", "GOV"),
    ("gov.legislative", "LEG"),
    ("gov.judicial", "JUD"),
    ("gov.security", "MIL"),
    ("mil", "MIL"),
    ("role.judge", "JUD"),
    ("role.spy", "SPY"),
    ("role.diplo", "GOV"),
    ("role.journo", "MED"),
    ("role.oligarch", "BUS"),
    ("role.act", "CVL"),
    ("pol.party", "PTY"),
    ("pol.union", "LAB"),
    ("gov.soe", "BUS"),
    ("gov.financial", "GOV"),
    ("gov.religion", "REL"),
    ("rel", "REL"),
    ("gov", "GOV"),
    ("role.pep", "GOV"),
    ("role.civil", "GOV"),
    ("crime.boss", "CRM"),
    ("crime", "CRM"),
    ("fin.bank", "BUS"),
    ("corp", "BUS"),
    ("sanction", ""),
)
SCHEMATA: Final = {
    "Person": "person",
    "Organization": "organisation",
    "PublicBody": "ministry",
    "Company": "company",
    "LegalEntity": "organisation",
}
KINDS: Final = {
    "PTY": "party",
    "REB": "armed group",
    "IGO": "international organisation",
    "CRM": "gang",
    "LAB": "union",
}
SHORT: Final = 8  # letters of an acronym at most


@dataclass(slots=True)
class Entity:
    """What is kept of a person, organisation or position while the file is read."""

    line: int
    schema: str
    names: list[str]
    countries: list[str]
    topics: list[str]
    positions: list[str] = field(default_factory=list)
    gender: str = ""


@dataclass(slots=True)
class Occupancy:
    """An office held: ids of the person and of the position, first and last day, its line."""

    line: int
    holder: str
    post: str
    start: str
    end: str


@dataclass(slots=True)
class Kept:
    """What the file has said so far: persons and organisations, positions, offices, and how many of what else."""

    entities: dict[str, Entity] = field(default_factory=dict)
    posts: dict[str, Entity] = field(default_factory=dict)
    held: list[Occupancy] = field(default_factory=list)
    other: dict[str, int] = field(default_factory=dict)


def read(lines: Iterable[bytes], where: str) -> Iterator[Found]:
    """The actors of the file, a row a role, after its last line is read; faults as they are found."""
    kept = Kept()
    for item in objects(lines, where):
        if isinstance(item, Finding):
            yield item
            continue
        number, top = item
        if not isinstance(top.get("schema"), str) or not isinstance(top.get("properties"), dict):
            seen = "no entity of FollowTheMoney: it has no schema and properties"
            yield Finding("bad-row", f"{seen}; give another --format if it is none", f"{where}:{number}")
            continue
        for entity in _flat(top):
            _take(entity, number, kept)
    offices: dict[str, list[Occupancy]] = {}
    for office in kept.held:
        offices.setdefault(office.holder, []).append(office)
    for id, one in kept.entities.items():
        yield from _rows(id, one, offices.pop(id, []), kept.posts, where)
    for lost in offices.values():
        for office in lost:
            yield Finding("bad-row", f"its holder {office.holder!r} is not in the file", f"{where}:{office.line}")
    yield from (LeftOut(f"{schema} entities", count) for schema, count in sorted(kept.other.items()))


def _flat(top: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An entity and those nested in its properties; the nested ones are told which entity they stand in."""
    waiting = [top]
    while waiting:
        entity = waiting.pop()
        properties = entity.get("properties")
        for name, values in properties.items() if isinstance(properties, dict) else ():
            for value in values if isinstance(values, list) else ():
                if isinstance(value, dict) and isinstance(value.get("properties"), dict):
                    waiting.append({**value, "parent": entity.get("id"), "within": name})
        yield entity


def _take(entity: dict[str, Any], line: int, kept: Kept) -> None:
    schema, id, properties = entity.get("schema"), entity.get("id"), entity["properties"]
    if not isinstance(schema, str) or not isinstance(id, str):
        return
    if schema == "Occupancy":
        holder, post = _reference(properties.get("holder")), _reference(properties.get("post"))
        holder = holder or (str(entity.get("parent", "")) if entity.get("within") == "positionOccupancies" else "")
        start, end = (next(iter(texts(properties.get(name))), "") for name in ("startDate", "endDate"))
        kept.held.append(Occupancy(line, holder, post, date_of(start), date_of(end)))
    elif schema == "Position" or schema in SCHEMATA:
        found = _entity(entity, schema, line)
        (kept.posts if schema == "Position" else kept.entities).setdefault(id, found)
    else:
        kept.other[schema] = kept.other.get(schema, 0) + 1


def _reference(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        first = first.get("id")
    return first if isinstance(first, str) else ""


def _entity(entity: dict[str, Any], schema: str, line: int) -> Entity:
    properties = entity["properties"]
    caption = texts(entity.get("caption"))
    names = latin((*caption, *texts(properties.get("name")), *texts(properties.get("alias"))))
    places = [
        code
        for name in ("country", "citizenship", "nationality", "jurisdiction")
        for code in texts(properties.get(name))
    ]
    genders = [GENDERS.get(text.casefold(), "") for text in texts(properties.get("gender"))]
    return Entity(
        line=line,
        schema=schema,
        names=[_person(name) if schema == "Person" else name for name in names],
        countries=[code for code in dict.fromkeys(map(_country, places)) if code],
        topics=texts(properties.get("topics")),
        positions=latin(texts(properties.get("position"))),
        gender=next(iter(genders), ""),
    )


def _country(code: str) -> str:
    """ISO alpha-3, "" for a code that is no country's ("eu", "zz")."""
    try:
        return country(code)
    except BadCell:
        return ""


def _person(name: str) -> str:
    """As "Ann Example" for "EXAMPLE, Ann": lists of sanctions write surnames first and in capitals."""
    last, comma, first = name.partition(", ")
    if comma and "," not in first and first:
        name = f"{first} {last}"
    return " ".join(
        word.capitalize() if word.isupper() and len(word) > 3 and word.isalpha() else word for word in name.split()
    )


def _rows(id: str, one: Entity, held: list[Occupancy], posts: dict[str, Entity], where: str) -> Iterator[Found]:
    names = [name for name in dict.fromkeys(one.names) if not is_state(name)]
    if not names:
        yield LeftOut("entities without a name in Latin letters")
        return
    topics = set(one.topics)
    if one.schema in ("Person", "Company", "LegalEntity") and not held and not one.positions and not _political(topics):
        yield LeftOut("persons and companies of whom nothing political is said")
        return
    sector = next((sector for topic, sector in TOPICS if topic in topics), "")
    kind = KINDS.get(sector, SCHEMATA[one.schema]) if one.schema != "Person" else "person"
    aliases = tuple(name for name in names[1:] if " " in name or (one.schema != "Person" and len(name) > SHORT))
    acronyms = tuple(
        n for n in names[1:] if one.schema != "Person" and n.isupper() and " " not in n and 2 < len(n) <= SHORT
    )
    home = one.countries[0] if one.countries else ""
    own_id = known_id(names[0], kind, home) or (f"person:{id}" if kind == "person" else id)
    roles = _roles(one, held, posts, home, sector)
    for n, (line, place, role, title, start, end) in enumerate(roles):
        yield OwnRow(
            own_id, names[0], kind, place, role, title, "", start, end, one.gender, "", aliases if n == 0 else (),
            acronyms if n == 0 else (), "", f"{where}:{line}",
        )  # fmt: skip


def _political(topics: set[str]) -> bool:
    return any(topic in topics for topic, _ in TOPICS) and topics != {"role.rca"}


def _roles(
    one: Entity, held: list[Occupancy], posts: dict[str, Entity], home: str, sector: str
) -> list[tuple[int, str, str, str, str, str]]:
    """Line, country, sector, title, first and last day of each role; at least one."""
    found = []
    for office in held:
        post = posts.get(office.post)
        said = titles.read(post.names[0]) if post is not None and post.names else titles.Title("", "", "")
        place = (post.countries[0] if post is not None and post.countries else "") or said.country or home
        topics = set(post.topics) if post is not None else set()
        by_topic = next((role for topic, role in TOPICS if topic in topics and topic not in ("gov", "role.pep")), "")
        found.append(
            (office.line, place, said.sector or by_topic or sector or "GOV", said.title, office.start, office.end)
        )
    if found:
        return found
    for position in one.positions:
        said = titles.read(position)
        found.append((one.line, said.country or home, said.sector or sector, said.title, "", ""))
    return found or [(one.line, home, sector, "", "", "")]
