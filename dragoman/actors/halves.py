"""A word for one of two states of a nation ("the North", "both Koreas") -> the state or the pair."""

from datetime import date
from typing import Final

from dragoman.actors.registry import registry
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage

# Word -> the states of that name, those that the report may be about.
PAIRS: Final = {"koreas": ("PRK", "KOR"), "sudans": ("SDN", "SSD"), "congos": ("COD", "COG"), "yemens": ("YEM", "YMD")}
# The two states of a nation, north and south, and the years in which they are called so.
NATIONS: Final = (
    ("PRK", "KOR", date(1948, 1, 1), date.max),
    ("SDN", "SSD", date(2005, 1, 9), date.max),  # the South governed itself from the peace of 2005 on
    ("YEM", "YMD", date(1967, 11, 30), date(1994, 7, 7)),
    ("VNM", "RVN", date(1954, 7, 21), date(1976, 7, 2)),
)


def of_half(stage: Stage, i: int) -> Referent | None:
    """The referent of "the North" or "the two Koreas", with its mention noted; None for any other word."""
    page, word = stage.page, stage.page.low[i]
    if word in PAIRS and page.text[i][0].isupper():
        both = [stage.government(code) for code in PAIRS[word]]
        actors = tuple(r.actors[0] for r in both if r is not None)
        if len(actors) == 2:
            return stage.mention(i, i + 1, i, Referent(actors, "people", plural=True), "name")
    if word not in ("north", "south") or page.text[i].islower() or i + 1 >= len(page):
        return None
    alone = i and page.low[i - 1] == "the" and not page.text[i + 1][:1].isupper() and page.low[i + 1] != "of"
    code = _code(stage, word) if alone else None
    state = stage.government(code) if code is not None else None
    return state and stage.mention(i, i + 1, i, state, "name")


def _code(stage: Stage, word: str) -> str | None:
    """The state in that direction of the nation that the report is about."""
    for north, south, start, end in NATIONS:
        if {north, south}.isdisjoint(stage.context) or not start <= (stage.on or date.max) <= end:
            continue
        code = north if word == "north" else south
        return code if code in registry().states else None
    return None
