"""The room's TSV files to records: one loader a file, each giving a dict from id to record in the file's order.

Cells hold lists separated by ";". An item may be dated: "Zaire@1971-10-27..1997-05-17", either side left out where
it is open. A date may be a year or a month and then means its first day; ends are exclusive.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from typing import TypeVar

from dragoman.actors.registry_records import (
    Body,
    Dated,
    Group,
    Leader,
    Office,
    Organisation,
    People,
    RoleNoun,
    State,
)

Row = dict[str, str]
R = TypeVar("R", Organisation, Group, Body)


def rows(name: str) -> Iterator[Row]:
    """The rows of `data/name` by their header; empty lines and lines that begin with "#" are skipped."""
    text = (files("dragoman.actors") / "data" / name).read_text(encoding="utf-8")
    header: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
            continue
        if len(cells) > len(header):
            raise ValueError(f"{name}: {len(cells)} cells for {len(header)} columns: {line[:80]!r}")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def items(cell: str) -> tuple[str, ...]:
    """The items of a list cell."""
    return tuple(item for item in map(str.strip, cell.split(";")) if item) if cell else ()


def day(cell: str) -> date | None:
    """The day of "1997", "1997-05" or "1997-05-17"; None if empty. ValueError if it is no date."""
    if not cell:
        return None
    return date.fromisoformat((cell + "-01-01")[:10] if len(cell) == 4 else (cell + "-01")[:10])


def dated(item: str) -> Dated:
    """`text@start..end` to a Dated."""
    text, _, span = item.partition("@")
    start, _, end = span.partition("..")
    return Dated(text, day(start), day(end))


def people(cell: str) -> tuple[People, ...]:
    """Nouns of "Briton/Britons;Swiss/Swiss"; the plural of a single form adds an s."""
    pairs = (item.partition("/") for item in items(cell))
    return tuple(People(one, many or one + "s") for one, _, many in pairs)


def number(cell: str) -> int | None:
    """An integer cell, None if empty."""
    return int(cell) if cell else None


def slug(name: str) -> str:
    """A stable id part: lower case words joined by hyphens, "+" as a word."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower().replace("+", " plus ")).split())


def by_id(records: Iterable[R]) -> dict[str, R]:
    """Records by id; ValueError where two have one, since the second would hide the first."""
    found: dict[str, R] = {}
    for record in records:
        if record.id in found:
            raise ValueError(f"two records have the id {record.id!r}")
        found[record.id] = record
    return found


def states() -> dict[str, State]:
    """states.tsv by code."""
    return {
        row["code"]: State(
            code=row["code"],
            iso=row["iso"] or row["code"],
            names=tuple(map(dated, items(row["names"]))),
            start=day(row["start"]),
            end=day(row["end"]),
            sovereign=row["sovereign"] != "n",
            cow=number(row["cow"]),
            gw=number(row["gw"]),
            cameo=row["cameo"] or row["code"],
            successor=next(iter(items(row["successors"])), None),
            capitals=tuple(map(dated, items(row["capitals"]))),
            aliases=tuple(map(dated, items(row["aliases"]))),
            acronyms=items(row["acronyms"]),
            adjectives=items(row["adjectives"]),
            people=people(row["people"]),
            predecessors=items(row["predecessors"]),
            successors=items(row["successors"]),
            seats=tuple(map(dated, items(row["seats"]))),
            belongs=row["belongs"] or None,
            former_codes=items(row["former_codes"]),
            why=row["why"],
        )
        for row in rows("states.tsv")
    }


def organisations() -> dict[str, Organisation]:
    """organisations.tsv by id, a slug of the name."""
    found = (
        Organisation(
            id=slug(row["name"]),
            name=row["name"],
            sector=row["sector"] or "IGO",
            kind=row["kind"],
            aliases=items(row["aliases"]),
            acronyms=items(row["acronyms"]),
            start=day(row["start"]),
            end=day(row["end"]),
        )
        for row in rows("organisations.tsv")
    )
    return by_id(found)


def groups() -> dict[str, Group]:
    """groups.tsv by id: the one given, else a slug of the name."""
    found = (
        Group(
            id=row["id"] or slug(row["name"]),
            name=row["name"],
            country=row["country"] or None,
            sectors=tuple(map(dated, items(row["sector"]))),
            kind=row["kind"],
            aliases=items(row["aliases"]),
            acronyms=items(row["acronyms"]),
            people=people(row["people"]),
            start=day(row["start"]),
            end=day(row["end"]),
        )
        for row in rows("groups.tsv")
    )
    return by_id(found)


def bodies() -> dict[str, Body]:
    """bodies.tsv by id: country code and slug of the name ("rus:fsb")."""
    found = (
        Body(
            id=f"{(row['country'] or 'int').lower()}:{slug(row['name'])}",
            name=row["name"],
            country=row["country"] or None,
            sector=row["sector"],
            kind=row["kind"],
            aliases=items(row["aliases"]),
            acronyms=items(row["acronyms"]),
            start=day(row["start"]),
            end=day(row["end"]),
        )
        for row in rows("bodies.tsv")
    )
    return by_id(found)


def leaders(states: dict[str, State], orgs: dict[str, Organisation], groups: dict[str, Group]) -> dict[str, Leader]:
    """leaders.tsv by id ("person:kofi-annan"): its rows are offices, gathered by person.

    `of` is a state's code, or the name or acronym of an organisation or group; KeyError if there is none such.
    """
    keys: dict[str, Organisation | Group] = {}
    named: list[Organisation | Group] = [*groups.values(), *orgs.values()]
    for record in named:
        for key in (record.name, *record.acronyms):
            keys.setdefault(key, record)
    gathered: dict[str, list[Row]] = {}
    for row in rows("leaders.tsv"):
        gathered.setdefault(row["person"], []).append(row)
    found = (_leader(person, held, states, keys) for person, held in gathered.items())
    return {record.id: record for record in found}


def _leader(person: str, held: list[Row], states: dict[str, State], keys: dict[str, Organisation | Group]) -> Leader:
    offices = [office for row in held for office in _offices(row, states, keys)]
    surname = next((row["surname"] for row in held if row["surname"]), person.rsplit(" ", 1)[-1])
    return Leader(
        id="person:" + slug(person),
        name=person,
        surname=surname,
        gender=next((row["gender"] for row in held if row["gender"]), "m"),
        aliases=tuple(dict.fromkeys(alias for row in held for alias in items(row["aliases"]))),
        offices=tuple(sorted(offices, key=lambda office: office.start or date.min)),
    )


def _offices(row: Row, states: dict[str, State], keys: dict[str, Organisation | Group]) -> Iterator[Office]:
    """The office of a row; one for each sector that a group has in the meantime (rebels that take the capital)."""
    start, end, title, why = day(row["start"]), day(row["end"]), row["office"], row["why"]
    if row["of"] in states:
        yield Office(title, row["of"], states[row["of"]].iso, row["sector"] or "GOV", start, end, why)
        return
    record = keys[row["of"]]
    if isinstance(record, Organisation):
        yield Office(title, record.id, None, row["sector"] or record.sector, start, end, why)
        return
    sectors = (Dated(row["sector"]),) if row["sector"] else record.sectors
    held = [sector for sector in sectors if _meets(sector, start, end)] or [Dated(record.sector_on(start))]
    for place, sector in enumerate(held):
        begins = start if place == 0 else sector.start
        ends = end if place == len(held) - 1 else sector.end
        yield Office(title, record.id, record.country, sector.text, begins, ends, why)


def _meets(span: Dated, start: date | None, end: date | None) -> bool:
    begins = max(span.start or date.min, start or date.min)
    return begins < min(span.end or date.max, end or date.max)


def roles() -> dict[str, RoleNoun]:
    """nouns.tsv and titles.tsv by lemma; a title's slots are filled with every word of title_slots.tsv."""
    slots: dict[str, list[tuple[str, str]]] = {}
    for row in rows("title_slots.tsv"):
        slots.setdefault(row["slot"], []).append((row["word"], row["sector"]))
    found = [_role(row) for row in rows("nouns.tsv")]
    written: list[RoleNoun] = []
    for row in rows("titles.tsv"):
        if "{" in row["lemma"]:
            found.extend(_filled(row, slots))
        else:
            written.append(_role(row))
    return {role.lemma: role for role in (*found, *written)}  # what is written out wins over what slots give


def _filled(row: Row, slots: dict[str, list[tuple[str, str]]]) -> Iterator[RoleNoun]:
    slot = row["lemma"].partition("{")[2].partition("}")[0]
    for word, sector in slots[slot]:
        yield _role({key: cell.replace("{" + slot + "}", word) for key, cell in row.items()}, sector)


def _role(row: Row, sector: str = "") -> RoleNoun:
    flags = row["flags"].split()
    return RoleNoun(
        lemma=row["lemma"],
        plural=row["plural"] or row["lemma"] + "s",
        sector=row["sector"] or sector or None,
        what=row["what"] or "person",
        gender=row["gender"],
        of=row["of"],
        state="state" in flags,
        rank="rank" in flags,
        honorific="honorific" in flags,
    )
