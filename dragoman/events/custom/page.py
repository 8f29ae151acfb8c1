"""A codebook, or what a check found, to plain text for a terminal."""

from collections.abc import Iterator

from dragoman.events.custom.check import Check
from dragoman.events.custom.schema import Level, OwnCodebook, OwnRule, OwnType, Wanted

PARTS = {"V": "verb", "N": "noun", "A": "adjective"}


def shown(book: OwnCodebook) -> str:
    """The types with definitions, modes, rules and how many examples, as a text of lines."""
    return "\n".join(_book(book))


def _book(book: OwnCodebook) -> Iterator[str]:
    also = ", beside PLOVER's types" if book.also_plover else ""
    yield f"{book.name} ({book.digest}): {_count(len(book.types), 'type')}{also}"
    for type in book.types.values():
        yield ""
        yield from _type(type)


def _type(type: OwnType) -> Iterator[str]:
    facts = [type.quad, f"like {type.like}" if type.like else None, f"CAMEO {type.cameo}" if type.cameo else None]
    yield " | ".join([type.name, *(fact for fact in facts if fact)])
    if type.definition:
        yield f"    {type.definition}"
    for mode, what in (type.modes or {}).items():
        yield f"    mode {mode}" + (f": {what}" if what else "")
    for rule in type.rules:
        yield f"    rule {rule.id}: {_rule(rule)}"
    yield f"    {_count(len(type.examples), 'example')}, {len(type.nots)} that must not be coded"


def _rule(rule: OwnRule) -> str:
    words = ", ".join(f"{' '.join((lemma, *others)) if pos == 'V' else ' '.join((*others, lemma))} ({PARTS[pos]})"
                      for pos, lemma, others in rule.words)  # fmt: skip
    asked = "".join(f" {_wanted(wanted)}" for wanted in rule.wanted)
    parties = f"{' or '.join(rule.actor) or 'nobody'} -> {' or '.join(rule.recipient) or 'nobody'}"
    return f"{words}{asked}; {parties}" + (f"; mode {rule.mode}" if rule.mode else "")


def _wanted(wanted: Wanted) -> str:
    said = [*sorted(wanted.kinds), *wanted.words]
    several = ", ".join(said[:3]) + (f" and {len(said) - 3} more" if len(said) > 3 else "")
    return f"{'unless' if wanted.negated else 'where'} {wanted.slot} is {several}"


def table(found: Check) -> Iterator[str]:
    """The types in columns, and a closing line."""
    width = max((len(type.name) for type in found.types), default=4)
    nearest = found.threshold is not None
    yield f"{'type':{width}}  rules  examples  found by rules" + ("  by other examples  by either" if nearest else "")
    for type in found.types:
        others = f"  {type.by_others:>17}  {type.found:>9}" if nearest else ""
        yield f"{type.name:{width}}  {type.rules:>5}  {type.examples:>8}  {type.by_rules:>14}{others}"
    if found.threshold is not None and found.margin is not None:
        yield f"nearest examples: similarity {found.threshold:.2f} or more, {found.margin:.2f} above other types"
    levels = [fault.level for fault in found.faults]
    yield ", ".join(_count(levels.count(level), str(level)) for level in Level)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"
