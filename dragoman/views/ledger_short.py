"""An answer of the ledger -> the same with other names for some actors: a long one as the asker wrote it."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from dragoman.query.asked import Named
from dragoman.query.citing import Citation
from dragoman.query.who import Meant

Record = TypeVar("Record")


def with_names(found: Record, names: Mapping[str, str]) -> Record:
    """`found` with the `names` of the actors of these ids, wherever one stands."""
    made: Record = _renamed(found, names)
    return made


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """A record, or a tuple of them, with the names put in wherever an actor stands."""
    if isinstance(value, tuple):
        return tuple(_renamed(part, names) for part in value)
    if isinstance(value, Named):
        return replace(value, name=names.get(value.id, value.name))
    if isinstance(value, Citation):
        return replace(value, according_to=names.get(value.according_id or "", value.according_to))
    if not is_dataclass(value) or isinstance(value, Meant | type):
        return value
    return replace(value, **{field.name: _renamed(getattr(value, field.name), names) for field in fields(value)})
