"""A report with what the rooms before have read, and a user's codebook, to events in the user's own types."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dragoman.codebook import codebook as plover
from dragoman.events.attributes import numbers
from dragoman.events.clauses import evidence, trigger_span
from dragoman.events.contexts import contexts
from dragoman.events.custom.nearest import Near
from dragoman.events.custom.ready import Ready, candidates, triggers, vectors
from dragoman.events.custom.rules import Fired, Rules
from dragoman.events.custom.scene import Scene, Sides
from dragoman.events.custom.schema import OwnType
from dragoman.events.lexicon import Rule
from dragoman.events.status import Statuses
from dragoman.events.triggers import Trigger, find
from dragoman.records import Attribute, Event, Span, Status, entry_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors import Cast
    from dragoman.places.atlas import Atlas
    from dragoman.records import Report
    from dragoman.speech import Voices
    from dragoman.times import Calendar

# Confidence of a rule's event before its status; as of a rule of the lexicon.
RULE: Final = 0.75
HYPOTHETICAL: Final = 0.8

CHUNK: Final = 256  # candidates whose vectors are held at once


@dataclass(frozen=True, slots=True)
class Hit:
    """An act at token `i`: its type and mode, its parties, what found it and how sure that is."""

    i: int
    pos: str
    lemma: str
    type: OwnType
    mode: str | None
    sides: Sides
    maker: str
    confidence: float
    attributes: tuple[tuple[str, Attribute], ...] = ()

    @property
    def trigger(self) -> Trigger:
        """The hit as the files of the room know triggers; its rule has no slots, its parties are found already."""
        name = self.type.like or self.type.name
        rule = Rule(self.maker, (self.lemma,), self.pos, (), name, self.mode, None, (), (), frozenset(), "", "")
        return Trigger(self.i, rule, ())


def code(
    report: "Report",
    doc: "Doc",
    cast: "Cast",
    calendar: "Calendar",
    voices: "Voices",
    *,
    own: Ready,
    atlas: "Atlas | None" = None,
) -> tuple[Event, ...]:
    """The events of a report by a user's codebook, in the order of the text; one told twice is one entry.

    `Event.type`, `mode` and `quad` are the user's. `made_by` is "codebook:NAME/rule:ID" or "codebook:NAME/near:TYPE#3",
    of which the third example of the type was nearest; `attributes` then hold its words and the similarity.
    """
    scene = Scene(report, doc, cast, calendar, voices, alike=own.words.alike)
    return events_of(scene, own, atlas=atlas)


def events_of(scene: Scene, own: Ready, *, atlas: "Atlas | None" = None) -> tuple[Event, ...]:
    """The events of a scene."""
    found = hits(scene, own)
    known = find(scene.tree, lambda k: bool(scene.cast.of(scene.tree.tokens[k])), scene.boiler) if found else []
    statuses = Statuses(scene.tree, known + [hit.trigger for hit in found if hit.type.like])
    entries: dict[tuple[object, ...], Event] = {}
    ordinals: dict[tuple[Span, str], int] = {}
    for hit in found:
        status = statuses.of(hit.trigger)
        if status is None:
            continue
        span = trigger_span(scene.tree, hit.trigger)
        ordinal = ordinals[span, hit.type.name] = ordinals.get((span, hit.type.name), -1) + 1
        event = _event(scene, hit, status, entry_id(scene.report.id, "event", span, hit.type.name, ordinal), atlas)
        key = _key(event, hit)
        key = key if key in entries else _named_again(hit, event, entries) or key
        entries[key] = _joined(entries[key], event) if key in entries else event
    return tuple(entries.values())


def _named_again(hit: Hit, event: Event, entries: dict[tuple[object, ...], Event]) -> tuple[object, ...] | None:
    """The key of an act told before that a noun only names again: "the boarding", with no other parties or time."""
    if hit.pos != "N":
        return None
    sides = [{a.id for a in side} for side in (event.actors, event.recipients)]
    for key, told in reversed(entries.items()):
        known = [{a.id for a in side} for side in (told.actors, told.recipients)]
        same = told.type == event.type and told.status is event.status and event.when in (None, told.when)
        if same and all(one <= other for one, other in zip(sides, known, strict=True)):
            return key
    return None


def hits(scene: Scene, own: Ready) -> list[Hit]:
    """The acts of a scene in the order of the text: by rules, and by nearest examples where no rule fires."""
    fired = Rules(own.words, scene).fired()
    taken = {f.i for f in fired} | {k for f in fired for k in f.used}
    found = [_by_rule(f, own) for f in fired]
    found += _by_examples(scene, own, taken)
    return sorted(found, key=lambda hit: hit.i)


def _by_rule(fired: Fired, own: Ready) -> Hit:
    rule = fired.rule
    maker = f"codebook:{own.book.name}/rule:{rule.id}"
    return Hit(fired.i, fired.pos, fired.lemma, own.book.types[rule.type], rule.mode, fired.sides, maker, RULE)


def _by_examples(scene: Scene, own: Ready, taken: set[int]) -> Iterator[Hit]:
    if own.neighbours is None or own.space is None:
        return
    tokens = [i for i in candidates(scene, own.words, triggers(own.points)) if i not in taken]
    for at in range(0, len(tokens), CHUNK):
        some = tokens[at : at + CHUNK]
        yield from _judged(scene, own, some, own.neighbours.judge(vectors(own.space, scene, some)))


def _judged(scene: Scene, own: Ready, tokens: list[int], judged: list[Near]) -> Iterator[Hit]:
    for i, near in zip(tokens, judged, strict=True):
        if own.neighbours is not None and own.accepts(near):
            hit = _near(scene, own, i, near, own.neighbours.fit.precision)
            if hit is not None:
                yield hit


def _near(scene: Scene, own: Ready, i: int, near: Near, precision: float) -> Hit | None:
    point = own.points[near.point]
    example = point.example
    pos = "V" if scene.tree.verbal(i) else "N"
    sides = scene.sides(i, pos, own.slots(near.point, "actor"), own.slots(near.point, "recipient"))
    if not sides.actors and not sides.recipients:
        return None
    maker = f"codebook:{own.book.name}/near:{example.type}#{example.number}"
    told: tuple[tuple[str, Attribute], ...] = (("example", example.text), ("similarity", round(near.similarity, 3)))
    type = own.book.types[example.type or ""]
    return Hit(i, pos, scene.tree.lemmas[i], type, example.mode, sides, maker, min(RULE, precision), told)


def _event(scene: Scene, hit: Hit, status: Status, id: str, atlas: "Atlas | None") -> Event:
    tree, trigger = scene.tree, hit.trigger
    token = tree.tokens[hit.i]
    cameo = hit.type.cameo
    return Event(
        id=id,
        type=hit.type.name,
        mode=hit.mode,
        trigger=trigger_span(tree, trigger),
        actors=hit.sides.actors,
        recipients=hit.sides.recipients,
        status=status,
        evidence=evidence(tree, trigger, hit.sides.tokens),
        confidence=hit.confidence * (HYPOTHETICAL if status is Status.HYPOTHETICAL else 1.0),
        made_by=hit.maker,
        contexts=contexts(tree, trigger),
        cameo=cameo,
        goldstein=plover().cameo[cameo].goldstein if cameo else None,
        quad=hit.type.quad,
        when=scene.dating.of(trigger, status, hit.sides.actors),
        where=None if atlas is None else atlas.of(token),
        according_to=scene.voices.speaker(token),
        attributes={**numbers(tree, trigger), **dict(hit.attributes)},
    )


def _key(event: Event, hit: Hit) -> tuple[object, ...]:
    """What makes two tellings one event, as for PLOVER's."""
    sides = [tuple(sorted({a.id for a in side})) for side in (event.actors, event.recipients)]
    when = (event.when.start, event.when.end) if event.when else None
    return (event.type, hit.lemma, event.status, *sides, when)


def _joined(first: Event, second: Event) -> Event:
    spans = first.evidence + tuple(s for s in second.evidence if s not in first.evidence)
    return replace(first, evidence=spans, confidence=max(first.confidence, second.confidence))
