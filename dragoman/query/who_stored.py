"""Names and ids to the actors that live entries of the ledger know by them; the surest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

import msgspec
from sqlalchemy import BindParameter, ColumnElement, bindparam, func, select

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.lines import LIVE, among, e, of_actor, parties
from dragoman.query.rows import records, rows

PERSON: Final = "person:"
PLACE: Final = "place:"
ESCAPE: Final = "!"
a = schema.actors.c


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the ledger: the sides whose entries tell of it, and its ids where it alone is meant, not its side."""

    id: str
    by_id: bool
    sides: tuple[str, ...]
    actors: tuple[str, ...]


def known(view: View, asked: str) -> list[Known]:
    """The actors of that id, else of that name as it is written, else in any case; () where no live entry has them."""
    found = _of_ids(view, sorted({asked, asked.upper(), asked.lower(), _bare(asked).lower()}), by_id=True)
    if found:
        return found
    bare = _bare(asked)
    renamed = sorted(id for id, name in view.renamed.items() if _bare(name).casefold() == bare.casefold())
    written = {bare, bare[:1].upper() + bare[1:]}
    written |= {f"{article} {name}" for article in ("The", "the") for name in written}
    low = {asked.lower(), bare.lower(), f"the {bare.lower()}"}
    for statement, words in ((_BY_NAME, {asked, *written}), (_BY_ANY_CASE, low)):
        named = records(view.connection, statement, {"words": sorted(words)})
        ids = {row.id for row in named if is_named(view, row.id, row.name)}
        if found := _of_ids(view, sorted({view.one(id) for id in (*ids, *renamed)}), by_id=False):
            return found
    return []


def _of_ids(view: View, ids: Iterable[str], *, by_id: bool) -> list[Known]:
    found = {one.id: one for id in ids if (one := of_id(view, id, by_id=by_id))}
    return sorted(found.values(), key=_surest)


def _bare(name: str) -> str:
    """A name without its article: reports write the Taliban as they like."""
    return name[4:] if name.lower().startswith("the ") else name


def _surest(one: Known) -> tuple[bool, bool, int, str]:
    """States and groups before those who act for them, places last."""
    return one.id.startswith(PLACE), bool(one.actors), len(one.id), one.id


def of_id(view: View, id: str, *, by_id: bool = True) -> Known | None:
    """The actor of that id with all ids that were joined to it, as far as a live entry tells of it."""
    ids = view.ids(id)
    if not id.startswith(PERSON) and any(_is_side(view, one) for one in ids):
        return Known(view.one(id), by_id, ids, ())
    held = among(view, _BY_IDS, ids)
    sides = sorted({row.side for row in held if _acts(view, row.id, row.side)})
    return Known(view.one(id), by_id, tuple(sides), ids) if sides else None


def is_named(view: View, id: str, name: str) -> bool:
    """Whether a live entry calls the actor so; the table of actors has no days."""
    written = msgspec.json.encode(name).decode()
    for sign in ESCAPE, "%", "_":
        written = written.replace(sign, f"{ESCAPE}{sign}")
    given = {**view.live, "id": id, "pattern": f'%"name":{written}%'}
    return any(rows(view.connection, statement, given) for statement in _NAMED_SO)


def of_sector(view: View, country: str, sector: str) -> list[Known]:
    """The actors of a country in a PLOVER sector that live entries tell of."""
    found = records(view.connection, _OF_SECTOR, {"country": country, "sector": sector})
    there = (of_id(view, id) for id in sorted({view.one(row.id) for row in found}))
    return [one for one in there if one]


def close_names(view: View, asked: str, most: int) -> list[str]:
    """Names of the ledger that are spelt nearly so, the closest first."""
    low, high = len(asked) - 3, len(asked) + 3
    written = rows(view.connection, _OF_LENGTH, {"low": low, "high": high})
    names = {name.lower(): name for name in view.renamed.values()}
    for (name,) in written:
        names.setdefault(name.lower(), name)
    return [names[low] for low in get_close_matches(asked.lower(), names, most, 0.75)]


def _is_side(view: View, id: str) -> bool:
    return bool(rows(view.connection, _SIDE, {**view.live, "id": id}))


def _acts(view: View, id: str, side: str) -> bool:
    return bool(rows(view.connection, _ACTS[id == side], {**view.live, "id": id, "side": side}))


def _named(condition: ColumnElement[bool]) -> Any:
    return select(a.id, a.name).where(condition).distinct()


_WORDS: Final[BindParameter[Any]] = bindparam("words", expanding=True)
_BY_NAME: Final = _named(a.name.in_(_WORDS))
_BY_ANY_CASE: Final = _named(func.lower(a.name).in_(_WORDS))
_BY_IDS: Final = select(a.id, a.side).where(a.id.in_(bindparam("among", expanding=True)))
_OF_SECTOR: Final = _named((a.country == bindparam("country")) & (a.sector == bindparam("sector")))
_OF_LENGTH: Final = (
    select(a.name).where(func.length(a.name).between(bindparam("low"), bindparam("high"))).distinct().order_by(a.name)
)
_TOLD: Final = schema.parties.join(schema.entries, e.row == parties.entry)
_SIDE: Final = select(e.row).select_from(_TOLD).where(parties.side == bindparam("id"), LIVE).limit(1)
_OTHERS, _OWN = (select(e.row).select_from(_TOLD).where(of, LIVE).limit(1) for of in of_actor("id"))
_ACTS: Final = {False: _OTHERS.where(parties.side == bindparam("side")), True: _OWN}
_NAMED_SO: Final = tuple(one.where(e.body.like(bindparam("pattern"), escape=ESCAPE)) for one in (_OTHERS, _OWN))
