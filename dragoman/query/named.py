"""Ids of actors to the names that the live reports of a view give them."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.lines import LIVE, e, parties


def names_in(view: View, ids: Sequence[str]) -> dict[str, str]:
    """A name for each id: that of the live entry with the earliest day, else the id itself.

    The table of actors has names without days, so it cannot tell what was known.
    """
    return {id: _earliest(view, id) or id for id in ids}


def _earliest(view: View, id: str) -> str | None:
    body = view.connection.execute(_EARLIEST, {**view.live, "actor": id}).scalar()
    return _named(msgspec.json.decode(body), id) if body else None


def _named(body: Any, id: str) -> str | None:
    """The first name of the actor in an entry's JSON."""
    if isinstance(body, dict):
        if body.get("id") == id and body.get("name"):
            return str(body["name"])
        body = list(body.values())
    if isinstance(body, list):
        return next((name for part in body if (name := _named(part, id))), None)
    return None


_EARLIEST: Final = (
    select(e.body)
    .select_from(schema.parties.join(schema.entries, e.row == parties.entry))
    .where(parties.actor == bindparam("actor"), parties.role != "about", LIVE)
    .order_by(parties.day, e.id)
    .limit(1)
)
