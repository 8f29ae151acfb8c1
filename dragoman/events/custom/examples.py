"""Example sentences to scenes with their triggers found, and where their actors and recipients stand."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.events.custom.marks import read
from dragoman.events.custom.rules import Fired, Rules
from dragoman.events.custom.scene import Scene
from dragoman.events.custom.schema import Example, OwnRule
from dragoman.events.custom.slots import LEARNT
from dragoman.events.custom.words import Words
from dragoman.events.tree import Tree
from dragoman.records import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """An example in its scene: the trigger's token and how it stands (V, N, A), the slots of its marked parties.

    `lost` are marked parties that stand nowhere near the trigger in the tree. `ruled` is the rule whose example it is.
    """

    example: Example
    scene: Scene
    i: int
    pos: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    lost: tuple[Span, ...] = ()
    ruled: OwnRule | None = None


def scene_of(sentence: str) -> Scene:
    """The scene of a sentence that stands for itself."""
    from dragoman import actors, language, reports, speech, times

    report = reports.from_text(sentence)
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler], acting=True)
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    voices = speech.Voices(doc, speech.find(report, doc, cast, calendar))
    return Scene(report, doc, cast, calendar, voices)


def placed(example: Example, words: Words) -> Placed | None:
    """The example with its trigger found; None where its sentence has no word that could be one."""
    scene = scene_of(example.text)
    i = _trigger(example, scene, words)
    if i is None:
        return None
    pos = standing(scene.tree, i)
    slots = [(span, _slot(scene, i, pos, span)) for span in (*example.actors, *example.recipients)]
    acting = tuple(dict.fromkeys(slot for span, slot in slots if slot and span in example.actors))
    suffering = tuple(dict.fromkeys(slot for span, slot in slots if slot and span in example.recipients))
    return Placed(example, scene, i, pos, acting, suffering, tuple(span for span, slot in slots if slot is None))


def fired(rule: OwnRule, example: Example, words: Words) -> Placed | None:
    """The example of a rule with the token that the rule fires on; None where it does not."""
    scene = scene_of(example.text)
    for one in Rules(words, scene).tried(rule):
        if isinstance(one, Fired):
            return Placed(example, scene, one.i, standing(scene.tree, one.i), rule.actor, rule.recipient, ruled=rule)
    return None


def standing(tree: Tree, i: int) -> str:
    """Whether token `i` stands as a verb (V), an adjective (A) or a noun (N)."""
    if tree.verbal(i):
        return "V"
    return "A" if tree.tokens[i].pos_ in ("ADJ", "ADV") else "N"


def _trigger(example: Example, scene: Scene, words: Words) -> int | None:
    """The marked trigger; where none is marked, the first word that a rule of the type names, else the main verb."""
    tree = scene.tree
    if example.trigger is not None:
        return scene.head_of(example.trigger)
    for i in range(len(tree.tokens)):
        if any(entry.rule.type == example.type for entry in words.at(tree, i)[1]):
            return i
    roots = [i for i, dep in enumerate(tree.deps) if dep == "ROOT"]
    verbs = [i for i in range(len(tree.tokens)) if tree.verbal(i)]
    return next((i for i in roots if tree.verbal(i)), verbs[0] if verbs else None)


def _slot(scene: Scene, i: int, pos: str, span: Span) -> str | None:
    """The user's name of the slot in which the words of `span` stand for trigger `i`."""
    tree, head = scene.tree, scene.head_of(span)
    if head is None:
        return None
    names = LEARNT["V" if pos == "V" else "N"]
    for name in names:
        if any(head in (k, tree.through(k), *tree.kids_by(k, "conj", "appos")) for k in scene.fillers(i, pos, name)):
            return name
    for name in names:  # "A<Chinese> cutters": the owner of what stands there
        for k in scene.fillers(i, pos, name):
            if tree.tokens[k].left_edge.i <= head <= tree.tokens[k].right_edge.i:
                return name
    return None


@cache
def background() -> tuple[Scene, ...]:
    """Ordinary sentences of the news, our own (data/background.txt): what no codebook's examples should be near to."""
    text = (files("dragoman.events.custom") / "data" / "background.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(scene_of(read(line).text) for line in lines if line and not line.startswith("#"))
