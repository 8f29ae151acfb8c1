"""A scene and a place in it -> the parties or persons that the report is most about there."""

from typing import TYPE_CHECKING

from dragoman.actors.scene_torn import torn
from dragoman.actors.scene_words import GO_BETWEENS, REACH

if TYPE_CHECKING:
    from dragoman.actors.scene import Referent, Scene


def principals(scene: "Scene", i: int, count: int, but: str | None, *, groups: bool, flat: bool = False) -> list[str]:
    """Ids of the `count` parties that the report is most about before `i`, in order of first mention.

    States count for each person, body and demonym of theirs; `groups` lets armed groups and parties in. Turns of
    the paragraph of `i` weigh twelve times, for "the two countries" after both were named; `but` is a country that
    stands outside ("Zaire appealed to both sides"); `flat` weighs all paragraphs alike.
    """
    here = 1.0 if flat else 12.0
    near_turns = scene.turns[-10 * REACH :]
    outside = {t.referent.country for t in near_turns if not t.referent.nouns.isdisjoint(GO_BETWEENS)} if groups else ()
    weights: dict[str, float] = {}
    for turn in scene.turns[-10 * REACH :]:
        if turn.i >= i or len(turn.referent.actors) != 1:
            continue
        actor = turn.referent.actors[0]
        group = groups and turn.referent.shape == "group"
        key = actor.id if group else (actor.acts_for or "" if groups else "")
        if not group and (key == "" or key not in weights):
            key = actor.country or ""
        if not key or key in (but, *outside) or actor.sector in ("CVL", "MED", "BUS") or turn.referent.shape == "place":
            continue
        near = turn.para == scene.page.para[i] and turn.referent.shape != "place"
        if near and turn.referent.shape == "demonym":
            near = False  # "the Austrian capital" makes Austria no party
            weights[key] = weights.get(key, 0.0) + here / 6
        just = near and not flat and scene.page.sent[i] - turn.sent <= 2
        weights[key] = weights.get(key, 0.0) + (here if near else 1.0) + (4.0 if just else 0.0)
    if groups and count == 2 and (pair := torn(scene.turns[-10 * REACH :], weights, i)):
        return pair
    best = sorted(weights, key=lambda key: -weights[key])[:count]
    return [key for key in weights if key in best]


def persons(scene: "Scene", i: int, count: int) -> "list[Referent]":
    """The last `count` different persons before `i`."""
    found: dict[str, Referent] = {}
    for turn in scene.back(i, lambda t: len(t.referent.actors) == 1 and t.referent.shape == "person"):
        if len(found) < count:
            found.setdefault(turn.referent.actors[0].id, turn.referent)
    return list(found.values())[::-1]
