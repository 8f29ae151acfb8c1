"""Wikidata entities, one JSON object a line (as in its dumps) -> rows of the store, findings and what was left out.

Persons (P31 Q5) get a role for each position held (P39) with its dates (P580, P582), or, without any, one of their
citizenship (P27) and occupation (P106). Organisations of the kinds in `CLASSES` get one of their country (P17) from
their foundation (P571) to their end (P576). What a position is, is told by its label where the file has its entity, or
by `POSITIONS`; countries by importers/data/wikidata_countries.tsv, or by their label. English labels and aliases are
taken. Statements that are deprecated are passed over. Source: the JSON of Wikibase, data model 1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from dragoman.actors.importers import Found, titles
from dragoman.actors.importers.json_lines import date_of, latin, objects
from dragoman.actors.own_cells import is_state, known_id, plain
from dragoman.actors.own_records import LeftOut, OwnRow
from dragoman.records import Finding

HUMAN: Final = "Q5"
# what an entity is (P31): its kind in the store
CLASSES: Final = {
    "Q7278": "party",
    "Q17149090": "armed group",
    "Q484652": "international organisation",
    "Q245065": "international organisation",
    "Q79913": "ngo",
    "Q4830453": "company",
    "Q783794": "company",
    "Q891723": "company",
    "Q6881511": "company",
    "Q11032": "media",
    "Q192283": "media",
    "Q327333": "ministry",
    "Q192350": "ministry",
    "Q35749": "parliament",
    "Q41487": "court",
    "Q37726": "force",
    "Q772547": "force",
    "Q35535": "police",
    "Q47913": "secret service",
    "Q3918": "university",
    "Q178790": "union",
    "Q43229": "organisation",
}
# positions whose entity need not be in the file: title and country
POSITIONS: Final = {
    "Q11696": ("president", "USA"),
    "Q30461": ("president", ""),
    "Q14212": ("prime minister", ""),
    "Q14211": ("prime minister", "GBR"),
    "Q191954": ("president", "FRA"),
    "Q218295": ("president", "RUS"),
    "Q4970706": ("chancellor", "DEU"),
    "Q83307": ("minister", ""),
    "Q27169": ("member of the European Parliament", ""),
    "Q13218630": ("member of the House of Representatives", "USA"),
    "Q4416090": ("senator", "USA"),
}
# occupation (P106): sector of those who hold no position
OCCUPATIONS: Final = {
    "Q82955": "PTY",
    "Q193391": "GOV",
    "Q189290": "MIL",
    "Q47064": "MIL",
    "Q1930187": "MED",
    "Q16533": "JUD",
    "Q43845": "BUS",
}
GENDERS: Final = {"Q6581097": "m", "Q6581072": "f"}
NOT_HERE: Final = "entities that are no persons, parties or organisations"
NO_COUNTRY: Final = "persons without position and citizenship"


@dataclass(slots=True)
class Person:
    """What is kept of a person while the file is read; positions are (QID, start, end, country's QID)."""

    line: int
    id: str
    names: list[str]
    gender: str
    homes: list[str]
    held: list[tuple[str, str, str, str]]
    sector: str


@dataclass(slots=True)
class Labels:
    """Labels and countries of the positions, parties and states that the file has."""

    label: dict[str, str] = field(default_factory=dict)
    country: dict[str, str] = field(default_factory=dict)


def read(lines: Iterable[bytes], where: str) -> Iterator[Found]:
    """The actors of the file: organisations as they come, persons after the last line is read."""
    labels, persons = Labels(), []
    other = 0
    for item in objects(lines, where):
        if isinstance(item, Finding):
            yield item
            continue
        line, entity = item
        claims, id = entity.get("claims"), entity.get("id")
        if not isinstance(id, str) or not isinstance(claims, dict):
            seen = "no entity of Wikidata: it has no id and claims"
            yield Finding("bad-row", f"{seen}; give another --format if it is none", f"{where}:{line}")
            continue
        names, kinds = _names(entity), _items(claims, "P31")
        if not names:
            yield Finding("bad-row", f"{id} has no English label; add one, or leave it out", f"{where}:{line}")
        elif HUMAN in kinds:
            persons.append(_person(line, id, names, claims))
        elif (kind := next((CLASSES[one] for one in kinds if one in CLASSES), "")) != "":
            labels.label[id] = names[0]
            yield from _organisation(id, kind, names, claims, f"{where}:{line}")
        else:
            other += not _note(labels, id, names[0], claims)
    if other:
        yield LeftOut(NOT_HERE, other)
    for person in persons:
        yield from _rows(person, labels, where)


def _names(entity: dict[str, Any]) -> list[str]:
    """The English label, then aliases; a label in another language of Latin letters where there is no English one."""
    labels, aliases = entity.get("labels"), entity.get("aliases")
    found = []
    for language in ("en", "mul", "en-gb", "en-us"):
        if isinstance(labels, dict) and isinstance(labels.get(language), dict):
            found.append(labels[language].get("value"))
    for language in ("en", "mul"):
        listed = aliases.get(language) if isinstance(aliases, dict) else None
        found += [one.get("value") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return latin(plain(text).replace(";", ",") for text in found if isinstance(text, str) and text.strip())


def _statements(claims: dict[str, Any], property: str) -> Iterator[dict[str, Any]]:
    listed = claims.get(property)
    for statement in listed if isinstance(listed, list) else ():
        if isinstance(statement, dict) and statement.get("rank") != "deprecated":
            yield statement


def _value(snak: Any) -> Any:
    """The value of a snak, None where it is unknown, missing or not in the form of one."""
    value = snak.get("datavalue") if isinstance(snak, dict) else None
    return value.get("value") if isinstance(value, dict) else None


def _item(value: Any) -> str:
    """The QID of a value that is an item, else ""."""
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def _items(claims: dict[str, Any], property: str) -> list[str]:
    """The QIDs of a property, preferred ones first."""
    found = sorted(_statements(claims, property), key=lambda one: one.get("rank") != "preferred")
    return [id for one in found if (id := _item(_value(one.get("mainsnak"))))]


def _time(value: Any) -> str:
    """A time value as a date of the store, as exact as it is; "" where it is less exact than a year."""
    time, precision = (value.get("time"), value.get("precision")) if isinstance(value, dict) else (None, None)
    if not isinstance(time, str) or not isinstance(precision, int) or precision < 9 or not time.startswith("+"):
        return ""
    return date_of(time[1 : {9: 5, 10: 8}.get(precision, 11)])


def _qualifier(statement: dict[str, Any], property: str) -> Any:
    found = statement.get("qualifiers")
    listed = found.get(property) if isinstance(found, dict) else None
    return _value(listed[0]) if isinstance(listed, list) and listed else None


def _person(line: int, id: str, names: list[str], claims: dict[str, Any]) -> Person:
    held = []
    for one in _statements(claims, "P39"):
        post = _item(_value(one.get("mainsnak")))
        start, end = _time(_qualifier(one, "P580")), _time(_qualifier(one, "P582"))
        if post:
            held.append((post, start, end, _item(_qualifier(one, "P17")) or _item(_qualifier(one, "P1001"))))
    jobs = _items(claims, "P106")
    return Person(
        line=line,
        id=id,
        names=names,
        gender=next((GENDERS[one] for one in _items(claims, "P21") if one in GENDERS), ""),
        homes=_items(claims, "P27"),
        held=held,
        sector=next((OCCUPATIONS[job] for job in OCCUPATIONS if job in jobs), "CVL"),
    )


def _note(labels: Labels, id: str, label: str, claims: dict[str, Any]) -> bool:
    """Keeps what positions and states need; says whether the entity is such a one."""
    places = _items(claims, "P1001") or _items(claims, "P17")
    if not places and "P1308" not in claims and "P2389" not in claims and "P297" not in claims and "P279" not in claims:
        return False
    labels.label[id] = label
    if places:
        labels.country[id] = places[0]
    return True


def _country(id: str, labels: Labels) -> str:
    """ISO alpha-3 of a state's QID, "" for one that nobody knows."""
    if id in _countries():
        return _countries()[id]
    return titles.state_of(labels.label.get(id, ""))


@cache
def _countries() -> dict[str, str]:
    text = (files("dragoman.actors.importers") / "data" / "wikidata_countries.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines()[1:])  # type: ignore[misc,unused-ignore]


def _organisation(id: str, kind: str, names: list[str], claims: dict[str, Any], source: str) -> Iterator[Found]:
    home = next((code for one in _items(claims, "P17") if (code := _country(one, Labels()))), "")
    home = "" if kind == "international organisation" else home
    dates = [
        next((day for one in _statements(claims, property) if (day := _time(_value(one.get("mainsnak"))))), "")
        for property in ("P571", "P576")
    ]
    short = [text for one in _statements(claims, "P1813") if (text := _short(_value(one.get("mainsnak"))))]
    names = [name for name in names if not is_state(name)]
    if not names or (dates[0] and dates[1] and dates[1] < dates[0]):
        yield Finding("bad-row", f"{id} bears a state's name alone, or ends before it begins; correct it", source)
        return
    acronyms = [name for name in (*short, *names[1:]) if name.replace(".", "").isupper() and " " not in name]
    aliases = [name for name in names[1:] if name not in acronyms]
    yield OwnRow(
        known_id(names[0], kind, home) or id, names[0], kind, home, "", "", "", dates[0], dates[1], "", "",
        tuple(aliases), tuple(dict.fromkeys(acronyms)), "", source,
    )  # fmt: skip


def _short(value: Any) -> str:
    text = value.get("text") if isinstance(value, dict) else None
    return plain(text) if isinstance(text, str) else ""


def _rows(person: Person, labels: Labels, where: str) -> Iterator[Found]:
    home = next((code for one in person.homes if (code := _country(one, labels))), "")
    if not person.held and not home:
        yield LeftOut(NO_COUNTRY)
        return
    names = [name for name in person.names if " " in name or name == person.names[0]]
    id = known_id(names[0], "person", home) or f"person:{person.id}"
    source = f"{where}:{person.line}"
    roles = [_role(held, home, labels) for held in person.held] or [(home, person.sector, "", "", "")]
    aliases = tuple(name for name in names[1:] if not is_state(name))
    for place, sector, title, start, end in dict.fromkeys(roles):
        if start and end and end < start[: len(end)]:
            yield Finding("bad-row", f"{names[0]}: {title or 'a position'} ends before it begins; correct it", source)
            continue
        yield OwnRow(
            id, names[0], "person", place, sector, title, "", start, end, person.gender, "", aliases, (), "", source
        )
        aliases = ()


def _role(held: tuple[str, str, str, str], home: str, labels: Labels) -> tuple[str, str, str, str, str]:
    """Country, sector, title, first and last day of a position held."""
    post, start, end, place = held
    if post in POSITIONS:
        title, code = POSITIONS[post]
        said = titles.Title(title, code, titles.sector(title))
    elif post in labels.label:
        said = titles.read(labels.label[post])
    else:
        said = titles.Title("", "", "GOV")
    code = _country(place, labels) if place else ""
    code = code or said.country or _country(labels.country.get(post, ""), labels) or home
    return ("" if said.sector == "IGO" else code), said.sector or "GOV", said.title, start, end
