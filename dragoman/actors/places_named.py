"""A place name that no registry lists -> its country, by the gazetteer, with the report's countries as context."""

from functools import lru_cache
from typing import Final

from dragoman import places

CONTEXT: Final = 6  # countries of the report that count as near, the most named first


def place_country(name: str, context: tuple[str, ...]) -> str | None:
    """ISO alpha-3 of the place that `name` most likely means, None if the gazetteer lacks it."""
    return _country(" ".join(name.split()), tuple(sorted(context[:CONTEXT])))


@lru_cache(maxsize=4096)
def _country(name: str, near: tuple[str, ...]) -> str | None:
    found = places.resolve(name.removeprefix("the "), near=near)
    return found.country if found else None
