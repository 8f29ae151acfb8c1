"""Cells as people write them -> the values of the store: a country's code, a sector, a kind, a date, lists of names.

Each function gives "" for an empty cell and raises BadCell, with what to do, for one that it cannot read.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.actors.registry import Leader, NameKind, Organisation, State, shipped
from dragoman.actors.registry_load import slug
from dragoman.codebook import codebook


class BadCell(ValueError):  # noqa: N818 - named for what was seen
    """What is wrong with a cell, and what to write instead."""


# kind, what it is to the reader (person, state, group, organisation or body), its sector where none is given, other
# words for it
KINDS: Final = (
    ("person", "person", "", "individual|human|politician|leader|man|woman"),
    ("state", "state", "GOV", "country|nation"),
    ("armed group", "group", "REB", "rebels|rebel group|militia|guerrilla|insurgents|terrorist group|paramilitary"),
    ("party", "group", "PTY", "political party|parties|coalition|alliance"),
    ("movement", "group", "OPP", "protest movement|opposition|opposition group|front"),
    ("gang", "group", "CRM", "cartel|criminal group|mafia"),
    ("people", "group", "CVL", "ethnic group|community|minority|tribe"),
    ("international organisation", "organisation", "IGO", "igo|international organization|alliance of states"),
    ("ngo", "organisation", "NGO", "charity|rights group|non-governmental organisation|aid agency|campaign group"),
    ("organisation", "body", "", "organization|org|institution|body|other|group|legal entity"),
    ("company", "body", "BUS", "business|firm|corporation|enterprise|bank"),
    ("media", "body", "MED", "newspaper|broadcaster|news agency|journal|outlet"),
    ("ministry", "body", "GOV", "government|department|government agency|agency|public body|embassy|state body"),
    ("parliament", "body", "LEG", "legislature|assembly|congress|senate"),
    ("court", "body", "JUD", "tribunal|judiciary|prosecutor"),
    ("force", "body", "MIL", "army|armed forces|military|navy|air force|military unit"),
    ("police", "body", "COP", "police force|gendarmerie"),
    ("secret service", "body", "SPY", "intelligence|intelligence agency|intelligence service"),
    ("university", "body", "EDU", "school|think tank|research institute"),
    ("church", "body", "REL", "religious organisation|religious organization|religion"),
    ("union", "body", "LAB", "trade union|labour union|labor union"),
)
SHAPES: Final = {kind: shape for kind, shape, _, _ in KINDS}
SECTORS_OF_KINDS: Final = {kind: sector for kind, _, sector, _ in KINDS}
# Codes that are not of ISO 3166 today, or that dictionaries of the field write otherwise: code, the registry's.
OTHER_CODES: Final = {
    "ROM": "ROU", "ZAR": "COD", "BUR": "MMR", "TMP": "TLS", "KSV": "XKX", "KOS": "XKX", "GZS": "PSE", "WBK": "PSE",
    "SER": "SRB", "GDR": "DDR", "SU": "SUN", "SUHH": "SUN", "YU": "YUG", "YUCS": "YUG", "DD": "DDR", "DDDE": "DDR",
    "CS": "CSK", "CSHH": "CSK", "CSXX": "SCG", "UK": "GBR", "XK": "XKX", "EL": "GRC", "TP": "TLS", "ZR": "COD",
    "PAL": "PSE", "GER": "DEU", "GBSCT": "GBR", "GBNIR": "GBR", "GBWLS": "GBR", "GEAB": "XAB", "GEOS": "XSO",
    "MDPMR": "XTR", "CYTRNC": "XNC", "SOSOM": "XSL", "CNXZ": "CHN", "RUSC": "RUS",
}  # fmt: skip
OPEN: Final = frozenset(("", "-", "--", "–", "?", "present", "now", "today", "ongoing", "current", "incumbent", "open"))
GENDERS: Final = {
    **dict.fromkeys(("m", "male", "man", "he"), "m"),
    **dict.fromkeys(("f", "female", "woman", "she", "w"), "f"),
    **dict.fromkeys(("", "x", "d", "other", "unknown", "n/a", "none", "nonbinary", "non-binary", "-"), ""),
}
DAY: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{2}:\d{2}.{0,20})?")
COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
SPLIT: Final = re.compile(r"[;|]")


def plain(cell: str) -> str:
    """The cell on one line, without characters that cannot be printed."""
    if cell.isprintable() and "  " not in cell:
        return cell.strip()
    return " ".join("".join(c if c.isprintable() else " " if c.isspace() else "" for c in cell).split())


def names(cell: str) -> tuple[str, ...]:
    """The names of a list cell, separated by ";" or "|", each once."""
    return tuple(dict.fromkeys(filter(None, map(plain, SPLIT.split(cell))))) if cell else ()


@cache
def country(cell: str) -> str:
    """ISO 3166 alpha-3 of a code of two or three letters, of CAMEO's code or of a state's name, of today or then."""
    text = plain(cell)
    if not text:
        return ""
    states = shipped().states
    code = text.upper().replace("-", "")
    code = OTHER_CODES.get(code, code)
    code = _alpha2().get(code, code)
    code = code if code in states else _former().get(code, code)
    if code not in states and (found := _state(text)) is not None:
        code = found
    if code not in states:
        raise BadCell(f"country {text!r} is not known; write its ISO code, as in KEN, or its English name")
    return states[code].iso


@cache
def _former() -> dict[str, str]:
    """Codes that a state had under an older name, to today's."""
    return {old: code for code, state in shipped().states.items() for old in state.former_codes}


@cache
def _alpha2() -> dict[str, str]:
    text = (files("dragoman.actors.importers") / "data" / "iso_alpha2.tsv").read_text(encoding="utf-8")
    cells = text.split()[2:]  # without the header
    return dict(zip(cells[::2], cells[1::2], strict=True))


def _state(name: str) -> str | None:
    kinds = (NameKind.NAME, NameKind.ALIAS, NameKind.ACRONYM)
    for text in (name, name.removeprefix("the ").removeprefix("The "), f"the {name}"):
        for entry in shipped().lookup_folded(text):
            if entry.kind in kinds and isinstance(entry.record, State):
                return entry.record.code
    return None


@cache
def is_state(name: str) -> bool:
    """Whether newspapers print `name` for a state: no other actor can bear it."""
    entries = shipped().names.get(name, ())
    return any(isinstance(entry.record, State) and entry.kind in ("name", "alias", "acronym") for entry in entries)


@cache
def sector(cell: str) -> str:
    """The code of a sector, written as a code or as its name in the codebook ("GOV", "Government")."""
    text = plain(cell)
    if not text:
        return ""
    sectors = codebook().sectors
    if text.upper() in sectors:
        return text.upper()
    found = [code for code, name in _sector_names().items() if name == text.casefold()]
    if not found:
        known = ", ".join(sorted(sectors))
        raise BadCell(f"sector {text!r} is not known; write one of {known}")
    return found[0]


@cache
def _sector_names() -> dict[str, str]:
    return {code: sector.name.casefold() for code, sector in codebook().sectors.items()}


@cache
def kind(cell: str) -> str:
    """The kind of `KINDS` that a word means."""
    text = plain(cell).casefold().replace("_", " ")
    if not text:
        return ""
    found = _kinds().get(text) or _kinds().get(text.removesuffix("s"))
    if found is None:
        known = ", ".join(kind for kind, _, _, _ in KINDS)
        raise BadCell(f"kind {plain(cell)!r} is not known; write one of {known}")
    return found


@cache
def _kinds() -> dict[str, str]:
    words = {}
    for kind, _, _, others in reversed(KINDS):
        words.update(dict.fromkeys(others.split("|"), kind))
    return words | {kind: kind for kind, _, _, _ in KINDS}


def gender(cell: str) -> str:
    """As "m" or "f"."""
    text = plain(cell).casefold()
    if text not in GENDERS:
        raise BadCell(f"gender {plain(cell)!r} is not known; write m or f, or leave it empty")
    return GENDERS[text]


def day(cell: str, column: str) -> str:
    """A date in the form of the store: year, month or day. Words such as "present" are an open end."""
    text = plain(cell)
    if text.casefold() in OPEN:
        return ""
    if (compact := COMPACT.fullmatch(text)) is not None:
        parts = compact.groups()
    elif (dotted := DOTTED.fullmatch(text)) is not None:
        parts = tuple(reversed(dotted.groups()))
    elif (plainly := DAY.fullmatch(text)) is not None:
        parts = tuple(part for part in plainly.groups() if part)
    else:
        raise BadCell(f"{column} {text!r} is no date; write it as 2010, 2010-05 or 2010-05-17")
    written = "-".join(part.zfill(2) for part in parts)
    try:
        first_day(written)
    except ValueError:
        raise BadCell(f"{column} {text!r} is not in the calendar; write it as 2010, 2010-05 or 2010-05-17") from None
    return written


@cache
def first_day(cell: str) -> date | None:
    """The first day of a stored date, None if open. ValueError if it is none."""
    return date.fromisoformat((cell + "-01-01")[:10]) if cell else None


@cache
def day_after(cell: str) -> date | None:
    """The first day after a stored date, a month or year taken to its end; None if open. ValueError if it is none."""
    if not cell:
        return None
    year, *rest = (int(part) for part in cell.split("-"))
    month = rest[0] if rest else 12
    last = rest[1] if len(rest) > 1 else monthrange(year, month)[1]
    found = date(year, month, last)
    return found if found == date.max else found + timedelta(days=1)


def id_of(name: str, kind: str, country: str) -> str:
    """The id of an actor that gives none: made like those of the registry, and the registry's where it has the actor.

    A person's is "person:kofi-annan"; a party's, armed group's or body's that the registry lacks has the country
    before it ("col:coast-front"), since many countries have one of the same name.
    """
    part = slug(name) or name
    if (known := known_id(name, kind, country)) is not None:
        return known
    if SHAPES.get(kind) == "person":
        return f"person:{part}"
    return f"{country.lower()}:{part}" if country else part


def known_id(name: str, kind: str, country: str) -> str | None:
    """The id of the registry's actor of this name, kind and country; None where it has none such."""
    shape = SHAPES.get(kind, "body")
    if shape == "person":
        return _leader_of(name, country)
    if shape == "state":
        return country
    for entry in shipped().names.get(name, ()):
        record = entry.record
        if isinstance(record, Leader | State) or entry.kind in ("people", "surname"):
            continue
        of_country = None if isinstance(record, Organisation) else record.country
        if of_country == (country or None) or (of_country is None and entry.kind == "name"):
            return record.id
    return None


def _leader_of(name: str, country: str) -> str | None:
    """The id of the registry's person of this full name who held an office of the country."""
    for entry in shipped().names.get(name, ()):
        record = entry.record
        if isinstance(record, Leader) and entry.kind != "surname":
            countries = {office.country for office in record.offices}
            if not country or country in countries or None in countries:
                return record.id
    return None
