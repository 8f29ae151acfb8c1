"""Data files to the validated codebook: PLOVER and CAMEO with the crosswalk, contexts, sectors, standing topics."""

from functools import lru_cache
from importlib.resources import files

from dragoman.codebook.load import load
from dragoman.codebook.source import CodebookError
from dragoman.codebook.terms import Cameo, Codebook, Context, EventType, Mode, Plover, Quad, Sector, Topic

__all__ = [
    "Cameo",
    "Codebook",
    "CodebookError",
    "Context",
    "EventType",
    "Mode",
    "Plover",
    "Quad",
    "Sector",
    "Topic",
    "codebook",
    "load",
]


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    """The codebook of this version, read once (about 10 ms); raises CodebookError when a data file is damaged."""
    return load(files("dragoman.codebook").joinpath("data"))
