"""A word for one of two states of a nation ("the North", "both Koreas") -> the state or the pair."""

from typing import Final

from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage

# Word -> the states of that name, those that the report may be about.
PAIRS: Final = {"koreas": ("PRK", "KOR"), "sudans": ("SDN", "SSD"), "congos": ("COD", "COG")}
# Direction with a capital and "the" -> the state, in a report about it.
DIRECTIONS: Final = {"north": "PRK", "south": "KOR"}


def of_half(stage: Stage, i: int) -> Referent | None:
    """The referent of "the North" or "the two Koreas", with its mention noted; None for any other word."""
    page, word = stage.page, stage.page.low[i]
    if word in PAIRS and page.text[i][0].isupper():
        both = [stage.government(code) for code in PAIRS[word]]
        actors = tuple(r.actors[0] for r in both if r is not None)
        if len(actors) == 2:
            return stage.mention(i, i + 1, i, Referent(actors, "people", plural=True), "name")
    if word not in DIRECTIONS or page.text[i].islower() or i + 1 >= len(page):
        return None
    code = DIRECTIONS[word]
    alone = i and page.low[i - 1] == "the" and not page.text[i + 1][:1].isupper()
    if not alone or set(DIRECTIONS.values()).isdisjoint(stage.context) or page.low[i + 1] == "of":
        return None
    state = stage.government(code)
    return state and stage.mention(i, i + 1, i, state, "name")
