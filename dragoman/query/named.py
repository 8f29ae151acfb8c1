"""Ids of actors to the names that the live reports of a view give them."""

from collections.abc import Sequence
from itertools import product, starmap
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Select, select, union_all

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.lines import FAMILIES, LIVE, e, of_actor, parties
from dragoman.query.rows import rows


def names_in(view: View, ids: Sequence[str]) -> dict[str, str]:
    """A name for each id: that of the live entry with the earliest day, else the id itself.

    The table of actors has names without days, so it cannot tell what was known.
    """
    return {id: _earliest(view, id) or id for id in ids}


def _earliest(view: View, id: str) -> str | None:
    told = rows(view.connection, _EARLIEST, {**view.live, "actor": id})
    return _named(msgspec.json.decode(min(told)[2]), id) if told else None


def _named(body: Any, id: str) -> str | None:
    """The first name of the actor in an entry's JSON."""
    if isinstance(body, dict):
        if body.get("id") == id and body.get("name"):
            return str(body["name"])
        body = list(body.values())
    if isinstance(body, list):
        return next((name for part in body if (name := _named(part, id))), None)
    return None


def _first(family: str, of: ColumnElement[bool]) -> Select[Any]:
    found = (
        select(parties.day, e.id, e.body)
        .select_from(schema.parties.join(schema.entries, e.row == parties.entry))
        .where(of, parties.family == family, parties.role != "about", LIVE)
        .order_by(parties.day, e.id)
        .limit(1)
    )
    return select(found.subquery())


_EARLIEST: Final = union_all(*starmap(_first, product(FAMILIES, of_actor("actor"))))
