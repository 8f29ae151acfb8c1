"""The named steps of adding a report, and who is told before each: a test breaks off there, users watch nothing."""

from collections.abc import Callable
from typing import Final, TypeAlias

Watch: TypeAlias = Callable[[str], None]

STEPS: Final = (
    "begin", "version", "words", "bands", "copies", "coding", "entries", "parties", "pairs", "keys", "links", "actors",
    "roles", "current", "ends", "judged", "commit",
)  # fmt: skip
"""The steps of adding a report, in their order; `Watch` is called before each."""


def unwatched(_: str) -> None:
    """Watches nothing."""
