"""A table of actors with a header, one row a role (CSV, TSV, semicolons) -> rows of the store and findings.

The header may use other words for a column (`HEADERS`); the separator is the commonest of the header's. Rows with one
id, or without ids one name, are one actor with several roles. Lists of names are separated by ";" or "|".
"""

import csv
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.actors.importers import Found, decoded
from dragoman.actors.own_cells import (
    SHAPES,
    BadCell,
    country,
    day,
    day_after,
    first_day,
    gender,
    id_of,
    is_state,
    kind,
    names,
    plain,
    sector,
)
from dragoman.actors.own_records import OwnRow
from dragoman.records import Finding

# column, what else its head may be called, in small letters without blanks and signs
HEADERS: Final = (
    ("id", "identifier actorid uid key qid"),
    ("name", "actor fullname label person entity actorname personname nameenglish"),
    ("kind", "type actortype class category schema entitytype"),
    ("country", "iso3 iso iso2 alpha3 alpha2 iso3166 countrycode iso3c countryiso nationality state countryname ccode"),
    ("sector", "role rolecode sectorcode plover actorsector"),
    ("title", "office position post function jobtitle officetitle"),
    ("of", "organisation organization org employer body party memberof affiliation"),
    ("start", "from startdate begin begindate since validfrom datefrom startyear begins"),
    ("end", "to enddate until till validto dateto endyear ends"),
    ("gender", "sex"),
    ("surname", "lastname familyname"),
    ("aliases", "alias alternativenames othernames synonyms aka akas alsoknownas altnames spellings"),
    ("acronyms", "acronym abbreviation abbreviations abbr shortname"),
    ("code", "cameo cameocode"),
    ("source", ""),
)
COLUMNS: Final = {word: column for column, words in HEADERS for word in (column, *words.split())}
SEPARATORS: Final = ",;\t|"
FIELD: Final = 1_000_000  # characters of a cell at most; more is a quotation mark that is never closed


def read(lines: Iterable[bytes], where: str) -> Iterator[Found]:
    """The rows of the table; a finding for each row that says nothing, or something that cannot be meant."""
    texts = decoded(lines)
    at, head = 0, ""
    for head in texts:
        at += 1
        if head.strip():
            break
    separator = max(SEPARATORS, key=head.count)
    columns = [_column(cell) for cell in next(csv.reader([head], delimiter=separator), [])]
    if "name" not in columns:
        told = "the first line must name the columns, one of them name; write name,kind,country,sector,title,start,end"
        yield Finding("bad-header", f"no column name in {plain(head)[:60]!r}: {told}", f"{where}:{max(at, 1)}")
        return
    unknown = [plain(cell) for cell, column in zip(_cells(head, separator), columns, strict=True) if not column]
    if unknown:
        yield Finding("unknown-column", f"not known and not used: {', '.join(map(repr, unknown))}", f"{where}:{at}")
    yield from _body(texts, separator, columns, where, at)


def _column(cell: str) -> str:
    word = "".join(c for c in cell.casefold() if c.isalnum())
    return COLUMNS.get(word, "")


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _body(texts: Iterator[str], separator: str, columns: list[str], where: str, at: int) -> Iterator[Found]:
    limit = csv.field_size_limit(FIELD)
    try:
        reader = csv.reader(texts, delimiter=separator)
        while True:
            line = at + reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield Finding("bad-row", f"{error}; close its quotation marks", f"{where}:{line}")
                continue
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield _row(cells, columns, f"{where}:{line}")
    finally:
        csv.field_size_limit(limit)


def _row(cells: list[str], columns: list[str], source: str) -> OwnRow | Finding:
    needed = columns.index("name") + 1
    if len(cells) < needed or any(cell.strip() for cell in cells[len(columns) :]):
        seen = f"{len(cells)} cells under {len(columns)} columns"
        return Finding("bad-row", f"{seen}; put quotation marks round cells that hold the separator", source)
    found: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column:
            found[column] = found.get(column) or cell
    try:
        return _checked(found, source)
    except BadCell as error:
        return Finding("bad-row", str(error), source)


def _checked(cells: dict[str, str], source: str) -> OwnRow:
    """The row of raw cells. Raises BadCell."""
    values = {column: plain(cells.get(column, "")) for column in COLUMNS.values()}
    if not values["name"]:
        raise BadCell("no name; every row needs the name of its actor, as newspapers print it")
    values["country"] = country(values["country"])
    values["sector"], values["kind"] = sector(values["sector"]), kind(values["kind"])
    values["gender"] = gender(values["gender"])
    values["start"], values["end"] = day(values["start"], "start"), day(values["end"], "end")
    start, end = first_day(values["start"]), day_after(values["end"])
    if start and end and end <= start:
        raise BadCell(f"the end {values['end']} is before the start {values['start']}; which of the two is wrong?")
    lists = {column: names(cells.get(column, "")) for column in ("aliases", "acronyms")}
    return finished(values, lists["aliases"], lists["acronyms"], source)


def finished(values: dict[str, str], aliases: tuple[str, ...], acronyms: tuple[str, ...], source: str) -> OwnRow:
    """The row of checked values, with its id and kind where they are not given. Raises BadCell."""
    kind = values["kind"] or _likely(values)
    shape = SHAPES.get(kind, "body")
    name = values["name"].replace(";", ",")
    if shape == "state":
        if not (code := values["country"] or country(name)):
            raise BadCell("a state needs its code in the column country, as in KEN")
        values = {**values, "id": code, "country": code}
    else:
        for text in (name, *aliases, *acronyms):
            if is_state(text):
                raise BadCell(f"{text!r} is the name of a state; no other actor can bear it alone, so leave it out")
    told = {column: values[column] for column in ("country", "sector", "title", "of", "start", "end", "gender")}
    given = values["id"]
    if given and shape == "person" and not given.startswith("person:"):
        given = f"person:{given}"
    return OwnRow(
        id=given or id_of(name, kind, values["country"]),
        name=name,
        kind=kind,
        **told,
        surname=values["surname"],
        aliases=aliases,
        acronyms=acronyms,
        code=values["code"],
        source=source,
    )


def _likely(values: dict[str, str]) -> str:
    """The kind of a row that gives none: whoever has a title, a gender or a surname is a person."""
    if values["title"] or values["gender"] or values["surname"] or values["id"].startswith("person:"):
        return "person"
    by_sector = {"REB": "armed group", "PTY": "party", "OPP": "movement", "IGO": "international organisation"}
    by_sector |= {"BUS": "company", "MED": "media", "CRM": "gang", "NGO": "ngo"}
    return by_sector.get(values["sector"], "organisation")
