"""Drafts that say the same to one: the surest keeps its words, the others add their places as evidence."""

from typing import Final

from dragoman.events.clauses import evidence
from dragoman.events.lexicon import Rule
from dragoman.events.triggers import Trigger
from dragoman.records import When
from dragoman.standings.apart import TOPICS as APART
from dragoman.standings.apart import apart
from dragoman.standings.drafts import Draft
from dragoman.standings.missions import told_once
from dragoman.standings.sides import Sides

_PLAIN: Final = Rule("", (), "V", (), "", None, None, (), (), frozenset(), "", "")
# Topics with one line for two parties: what is said of them again is the same standing, whatever the words.
_ONE_LINE: Final = frozenset({"recognition", "relations", "mission", "control", "hostilities", "advisory", "concern"})
# Topics where it does not matter who is named first.
_UNORDERED: Final = frozenset({"relations", "agreement", "hostilities"})


def folded(sides: Sides, drafts: list[Draft]) -> list[Draft]:
    """One draft for each standing, in the order of the text."""
    kept: dict[tuple[object, ...], list[Draft]] = {}
    for draft in apart(sides, told_once(drafts)):
        alike = kept.setdefault(_key(sides, draft), [])
        n = next((n for n, held in enumerate(alike) if _one_day(held.when, draft.when)), None)
        if n is None:
            alike.append(draft)
            continue
        held = alike[n]
        better, other = (draft, held) if draft.sure > held.sure else (held, draft)
        better.more += other.more + _words(sides, other)
        better.conditions = better.conditions or other.conditions
        better.when = better.when or other.when
        alike[n] = better
    return sorted((draft for alike in kept.values() for draft in alike), key=lambda d: d.i)


def _one_day(one: When | None, other: When | None) -> bool:
    """Whether the two may be the same time: one is not known, or they overlap."""
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return True
    return one.start <= other.end and other.start <= one.end  # type: ignore[operator]


def _words(sides: Sides, draft: Draft) -> tuple[tuple[int, int], ...]:
    tokens = (*draft.holder.tokens, *draft.subject.tokens, *draft.used)
    return draft.event.evidence if draft.event else evidence(sides.tree, Trigger(draft.i, _PLAIN, ()), tokens)


def _key(sides: Sides, draft: Draft) -> tuple[object, ...]:
    """What makes two drafts one standing. Promises and demands of one sentence are one, of two sentences are two."""
    ones = sides.principal(draft.holder.actors[0]).id
    others = sides.principal(draft.subject.actors[0]).id if draft.subject.actors else ""
    parties = tuple(sorted((ones, others))) if draft.topic in _UNORDERED else (ones, others)
    place: object = "" if draft.topic in _ONE_LINE else sides.play.sentence_of.get(draft.i, 0)
    return (draft.topic, parties, draft.value if draft.topic in _ONE_LINE | APART else "", place)
