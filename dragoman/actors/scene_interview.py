"""A scene with a transcript in it -> who answers the questions."""

from typing import TYPE_CHECKING

from dragoman.actors.scene_words import INTERVIEW

if TYPE_CHECKING:
    from dragoman.actors.scene import Referent, Scene


def interviewed(scene: "Scene") -> "Referent | None":
    """Who answers in a transcript: the person that the words before it are most about, "interview" before all."""
    page, asked = scene.page, scene.page.asked
    if asked is None:
        return None
    if not scene.answers:
        people = [
            t for t in scene.turns if t.i < asked and t.referent.shape == "person" and len(t.referent.actors) == 1
        ]
        told = [t for t in people if not INTERVIEW.isdisjoint(page.low[page.starts[t.sent] : page.ends[t.sent]])]
        weight: dict[str, int] = {}
        for turn in told or people:
            key = turn.referent.actors[0].id
            weight[key] = weight.get(key, 0) + (2 if turn.subject else 1)
        best = max((told or people)[::-1], key=lambda t: weight[t.referent.actors[0].id], default=None)
        scene.answers.append(best.referent if best is not None else None)
    return scene.answers[0]
