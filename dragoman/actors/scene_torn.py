"""The parties that a report weighs at a place -> a state and the group fighting in it, where they are the two sides."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.actors.scene_words import REBELS

if TYPE_CHECKING:
    from dragoman.actors.scene import Turn


def torn(turns: "Sequence[Turn]", weights: Mapping[str, float], i: int) -> list[str] | None:
    """A state and a group that fights in it, unless the paragraph itself is about two states."""
    named = [key for key, weight in weights.items() if weight >= 12.0 and len(key) == 3 and key.isupper()]
    states = sorted((weight for key, weight in weights.items() if len(key) == 3 and key.isupper()), reverse=True)
    rival = states[1] if len(states) > 1 else 0.0  # an opposition is a side only where no second state is
    fighters: dict[str, str] = {}
    for turn in turns:
        actor = turn.referent.actors[0]
        armed = actor.sector in REBELS or weights.get(actor.id, 0.0) > rival
        if turn.i < i and turn.referent.shape == "group" and actor.country and actor.id in weights and armed:
            fighters.setdefault(actor.country, actor.id)
    lands = sorted((key for key in fighters if key in weights), key=lambda key: -weights[key])
    if not lands or sum(weights[key] > weights[lands[0]] for key in named) > 1:
        return None
    return [key for key in weights if key in (lands[0], fighters[lands[0]])]
