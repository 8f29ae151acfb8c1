"""Results of queries to JSON and to plain values: the one file of this room that knows the JSON library.

Keys are the names of the records' fields, in their order; days are ISO text, what is unknown is null (docs/asking.md).
"""

from typing import Any

import msgspec


def encode(result: Any) -> bytes:
    """One line of JSON, UTF-8, without a line end."""
    return msgspec.json.encode(result)


def to_dict(result: Any) -> Any:
    """The same as plain values: dicts, lists, text, numbers."""
    return msgspec.to_builtins(result)


class Shown:
    """What every result of a query can do."""

    __slots__ = ()

    def to_json(self) -> bytes:
        """One line of JSON, UTF-8, without a line end; its keys are the fields' names."""
        return encode(self)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        found: dict[str, Any] = to_dict(self)
        return found
