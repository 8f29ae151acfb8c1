"""Conditions to demands: who promises "only if the map is withdrawn" asks the other side to withdraw it."""

from collections.abc import Iterable
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.drafts import Draft
from dragoman.standings.sides import Sides
from dragoman.standings.slots import is_power

# Topics whose condition is a demand on the other side. A threat's "if" names what must not be done, "unless" what must.
_ASKING: Final = frozenset({"pledge", "recognition", "sanction"})
_MARKS: Final = frozenset({"only", "unless", "until", "provided", "condition", "once"})
CONFIDENCE: Final = 0.45


def asked(tree: Tree, sides: Sides, drafts: Iterable[Draft]) -> list[Draft]:
    """A demand for each draft of `drafts` whose condition asks something of its subject."""
    found = []
    for draft in drafts:
        if draft.topic not in _ASKING or not draft.conditions or not draft.subject.actors:
            continue
        if not any(word in _MARKS for word in sides.text[slice(*draft.conditions[0])].lower().split()[:3]):
            continue
        if not _of_subject(tree, sides, draft):
            continue
        at = next(
            (t.i for t in tree.tokens[max(0, draft.i - 80) : draft.i + 80] if t.idx >= draft.conditions[0][0]), draft.i
        )
        found.append(
            Draft(
                at,
                "demand",
                "made",
                "plain",
                draft.holder,
                draft.subject,
                "condition",
                CONFIDENCE,
                guessed=draft.guessed,
            )
        )
    return found


def _of_subject(tree: Tree, sides: Sides, draft: Draft) -> bool:
    """Whether the condition names nobody, or the two sides: "if the African Union does so" asks nothing of them."""
    start, end = draft.conditions[0]
    own = {side_of(sides.principal(a)) for a in (*draft.subject.actors, *draft.holder.actors)}
    named: set[str] = set()
    for token in tree.tokens:
        if start <= token.idx < end and tree.deps[token.i] in ("nsubj", "obl:agent"):
            named |= {side_of(sides.principal(a)) for a in sides.cast.of(token) if is_power(a)}
    return not named or bool(named & own)
