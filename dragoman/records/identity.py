"""Ids from content: the same report and version always give the same ids."""

from hashlib import blake2b

from dragoman.records.spans import Span


def entry_id(report: str, kind: str, anchor: Span, label: str, ordinal: int = 0) -> str:
    """The id of an entry: 16 hex digits over report id, kind, anchor span, type or topic, and ordinal.

    Never over confidence, coder or resolved names, so that a person's correction stays attached when a newer coder
    reads the report again (model.md). `ordinal` tells apart entries of one kind, span and label.
    """
    return digest(report, kind, str(anchor[0]), str(anchor[1]), label, str(ordinal))


def digest(*parts: str, size: int = 8) -> str:
    """A hash of `parts`, 2 * `size` hex digits."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
