"""A codebook to what is missing in it: each fault at its line, and how its examples and rules fare."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.events.custom.code import hits
from dragoman.events.custom.examples import Placed, scene_of
from dragoman.events.custom.load import ordered
from dragoman.events.custom.nearest import Near, Neighbours, Space
from dragoman.events.custom.ready import Ready, ready
from dragoman.events.custom.rules import Fired, Rules
from dragoman.events.custom.schema import Example, Fault, Level, OwnCodebook, OwnRule, OwnType
from dragoman.events.custom.words import Words
from dragoman.records import words_of

ENOUGH: Final = 5  # examples of a type, below which nearness is a guess


@dataclass(frozen=True, slots=True)
class TypeCheck:
    """How a type fares: how many of its examples its rules find, the other examples, or either.

    That others find an example means that it is near enough to another of its type when it is itself left out.
    """

    name: str
    rules: int
    examples: int
    by_rules: int
    by_others: int
    found: int


@dataclass(frozen=True, slots=True)
class Check:
    """All faults in the order of the file, the types, and the threshold and margin in use (None where none are)."""

    faults: tuple[Fault, ...]
    types: tuple[TypeCheck, ...]
    threshold: float | None = None
    margin: float | None = None

    @property
    def usable(self) -> bool:
        """Whether there is no error."""
        return all(fault.level is not Level.ERROR for fault in self.faults)


def check(book: OwnCodebook, space: Space | None) -> Check:
    """Tries a codebook on its own sentences. Without a `space` only its rules are tried."""
    own = ready(book, space)
    faults = [*book.faults, *_counts(own)]
    for type in book.types.values():
        for rule in type.rules:
            faults += _rule(rule, own.words)
    for example in own.blind:
        faults.append(_fault(example, Level.ERROR, "no word of this example can be a trigger", "mark one: T<boarded>"))
    for point in own.points:
        faults += _example(point) if point.ruled is None else ()
    if own.neighbours is not None:
        faults += _neighbours(own, own.neighbours)
    faults += _nots(own)
    ruled = [_ruled(point, own, faults) for point in own.points]
    types = tuple(_type(type, own, ruled) for type in book.types.values())
    fit = own.neighbours.fit if own.neighbours else None
    return Check(ordered(faults), types, fit.threshold if fit else None, fit.margin if fit else None)


def _fault(example: Example, level: Level, message: str, advice: str = "") -> Fault:
    return Fault(example.line, level, message, advice)


def _counts(own: Ready) -> Iterator[Fault]:
    """What types lack: examples, sentences that must not be coded, uses of their modes."""
    for type in own.book.types.values():
        few = len(type.examples)
        if own.book.nearest and few < ENOUGH:
            told = f"type {type.name!r} has {few or 'no'} example{'' if few < 2 else 's'}"
            weak = "only its rules code it" if few == 0 else "nearness rests on little"
            yield Fault(type.line, Level.GAP if few < 2 else Level.HINT, f"{told}: {weak}", f"give about {ENOUGH}")
        if not type.nots and not any(rule.nots for rule in type.rules):
            message = f"type {type.name!r} has no sentence under `not:`"
            yield Fault(type.line, Level.HINT, message, "give one or two that look alike and are something else")
        used = {rule.mode for rule in type.rules} | {example.mode for example in type.examples}
        for mode in sorted(set(type.modes or ()) - used - {None}):
            message = f"mode {mode!r} of {type.name!r} has neither rule nor example: nothing can be coded as it"
            yield Fault(type.line, Level.GAP, message, f"add `mode: {mode}` to a rule or an example")


def _rule(rule: OwnRule, words: Words) -> Iterator[Fault]:
    """Whether a rule fires on its own examples, and on none of its counter-examples."""
    if not rule.examples:
        message = f"rule {rule.id!r} has no example to try it on"
        yield Fault(rule.line, Level.HINT, message, "give `example:` a sentence that it must fire on")
    for example in rule.examples:
        tried = list(Rules(words, scene_of(example.text)).tried(rule))
        if not any(isinstance(one, Fired) for one in tried):
            reasons = [one for one in tried if isinstance(one, str)]
            why = reasons[0] if reasons else "none of its words is a trigger there, as the sentence is read"
            advice = "mend the rule or the sentence"
            yield _fault(example, Level.ERROR, f"rule {rule.id!r} does not fire on its example: {why}", advice)
    for no in rule.nots:
        tried = list(Rules(words, scene_of(no.text)).tried(rule))
        if any(isinstance(one, Fired) for one in tried):
            advice = "ask for more words (`object:`, `with:`), or say `unless:`"
            yield _fault(no, Level.ERROR, f"rule {rule.id!r} fires on a sentence that it must not", advice)


def _example(point: Placed) -> Iterator[Fault]:
    """What the marks of an example lack."""
    example, tree = point.example, point.scene.tree
    if example.trigger is None:
        word = tree.tokens[point.i].text
        yield _fault(example, Level.HINT, f"no trigger is marked; {word!r} is taken", f"mark it: T<{word}>")
    for span in point.lost:
        words = words_of(example.text, (span,))
        yield _fault(
            example, Level.GAP, f"{words!r} does not stand with {tree.tokens[point.i].text!r}, as the sentence is read",
            "take a shorter sentence",
        )  # fmt: skip
    sides = point.scene.sides(point.i, point.pos, point.actor, point.recipient)
    for letter, spans, found, slots in (
        ("A", example.actors, sides.actors, point.actor),
        ("R", example.recipients, sides.recipients, point.recipient),
    ):
        if spans and slots and not found:
            words = words_of(example.text, spans[:1])
            advice = "name a country or an office, or add it with `dragoman actors add`"
            yield _fault(example, Level.GAP, f"nobody is known by the words {letter}<{words}>", advice)


def _neighbours(own: Ready, neighbours: Neighbours) -> Iterator[Fault]:
    """Examples that would be coded as another type by the rest, and those that the rest would not find."""
    alone: dict[str, list[Example]] = {}
    for point, near in zip(own.points, neighbours.fit.judged, strict=True):
        if near is None or point.ruled is not None:
            continue
        example, other = point.example, own.points[near.point].example
        if not neighbours.accepts(near):
            alone.setdefault(example.type or "", []).append(example)
        elif other.type != example.type:
            message = (
                f"example of {example.type!r} is nearest to one of {other.type!r} "
                f"(line {other.line}, similarity {near.similarity:.2f})"
            )
            advice = "give more examples like it, or a rule, or ask whether the types differ"
            yield _fault(example, Level.GAP, message, advice)
    for name, examples in alone.items():
        lines = ", ".join(str(example.line) for example in examples)
        message = (
            f"{len(examples)} of {len(own.book.types[name].examples)} examples of {name!r} are far from the others"
        )
        yield _fault(examples[0], Level.HINT, f"{message} (lines {lines})", "such words need more examples or a rule")


def _nots(own: Ready) -> Iterator[Fault]:
    """Sentences that must not be coded and are."""
    typed = [no for type in own.book.types.values() for no in type.nots]
    for no in (*own.book.nots, *typed):
        for hit in hits(scene_of(no.text), own):
            if no.type not in (None, hit.type.name):
                continue
            maker = hit.maker.partition("/")[2]
            if maker.startswith("rule:"):
                message, advice = f"a sentence under `not:` is coded by {maker}", "ask for more words in the rule"
                yield _fault(no, Level.ERROR, message, advice)
            else:
                message = f"a sentence under `not:` is coded as {hit.type.name!r}, {maker}"
                yield _fault(no, Level.GAP, message, "raise `nearest: {threshold: ...}`, or give more like it")


def _ruled(point: Placed, own: Ready, faults: list[Fault]) -> bool:
    """Whether a rule of the example's type fires on its trigger; that one of another type does is a fault."""
    example = point.example
    for fired in Rules(own.words, point.scene).fired():
        if fired.i != point.i:
            continue
        if fired.rule.type == example.type:
            return True
        message = f"example of {example.type!r} is coded as {fired.rule.type!r} by rule {fired.rule.id!r}"
        faults.append(_fault(example, Level.GAP, message, "make that rule narrower, or give the example a rule"))
    return False


def _type(type: OwnType, own: Ready, ruled: list[bool]) -> TypeCheck:
    judged: tuple[Near | None, ...] = own.neighbours.fit.judged if own.neighbours else (None,) * len(own.points)
    found = [
        (by_rule, near is not None and own.points[near.point].example.type == type.name and own.accepts(near))
        for point, near, by_rule in zip(own.points, judged, ruled, strict=True)
        if point.example.type == type.name and point.ruled is None
    ]
    return TypeCheck(
        type.name,
        rules=len(type.rules),
        examples=len(type.examples),
        by_rules=sum(rule for rule, _ in found),
        by_others=sum(others for _, others in found),
        found=sum(rule or others for rule, others in found),
    )
