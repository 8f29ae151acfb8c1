"""Drafts of agreements and penalties to those that say different things: "signed in May, it has been broken since".

Of two drafts of one sentence and one pair of parties the one read from the bare noun ("the treaty between A and B")
goes, and of two read from the same words the less sure one.
"""

from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.standings.drafts import Draft
from dragoman.standings.sides import Sides

TOPICS: Final = frozenset({"agreement", "sanction"})
# Rows that fire on the noun alone.
BARE: Final = frozenset(
    """wording:accord-between wording:treaty-between wording:under-pact wording:sanctions-place event:accord
    wording:accord-draft-n wording:under-accord""".split()
)


def apart(sides: Sides, drafts: list[Draft]) -> list[Draft]:
    """`drafts` without those of an agreement or penalty whose words another of the same sentence has read better."""
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.topic in TOPICS and draft.subject.actors:
            alike.setdefault(_key(sides, draft), []).append(draft)
    gone = {id(d) for found in alike.values() for d in found if any(_better(o, d) for o in found if o is not d)}
    return [draft for draft in drafts if id(draft) not in gone]


def _key(sides: Sides, draft: Draft) -> tuple[object, ...]:
    one, other = (side_of(sides.principal(side.actors[0])) for side in (draft.holder, draft.subject))
    return (draft.topic, frozenset((one, other)), sides.play.sentence_of.get(draft.i, 0))


def _better(one: Draft, other: Draft) -> bool:
    """Whether `one` makes `other` superfluous: it is surer, and read from the same words or from more than a noun."""
    if other.rule in BARE and one.rule not in BARE:
        return True
    same = one.i == other.i or one.i in other.used or other.i in one.used
    if not same and not (one.rule in BARE and other.rule in BARE):
        return False
    return (one.confidence, -one.i, one.rule) > (other.confidence, -other.i, other.rule)
