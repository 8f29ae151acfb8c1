"""Conditions to demands: who promises "only if the map is withdrawn" asks the other side to withdraw it."""

from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.drafts import Draft
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power

# Topics whose condition is a demand on the other side. A threat's "if" names what must not be done, "unless" what must.
_ASKING: Final = frozenset({"pledge", "recognition", "sanction"})
# Openers whose condition is asked for even where nobody is named who shall fulfil it.
_MARKS: Final = frozenset({"only", "unless", "until", "provided", "condition", "once"})
# Openers whose condition is asked for only where the other side is named as the one to fulfil it.
_NAMED: Final = frozenset({"if", "as", "so", "for", "when", "the", "should", "were", "providing", "assuming", "but"})
_AT_ONCE: Final = frozenset({"pledge", "recognition"})
RULE: Final = "condition"
CONFIDENCE: Final = 0.45


def asked(tree: Tree, sides: Sides, drafts: list[Draft]) -> list[Draft]:
    """A demand for each draft of `drafts` whose condition asks something of its subject.

    A promise to nobody in particular gets the one who must fulfil its condition as its subject.
    """
    found = []
    for draft in drafts:
        if draft.topic not in _ASKING or not draft.conditions:
            continue
        at, by, others = doers(tree, sides, draft)
        if others or at < 0:
            continue
        named = all(_named(sides, k) for k in by.tokens)
        if by.actors and named and draft.topic == "pledge" and (draft.guessed or not draft.subject.actors):
            draft.subject, draft.guessed = by, False
        if draft.subject.actors and _asks(sides, draft, by) and not _promised(tree, draft, drafts):
            found.append(
                Draft(
                    *(at, "demand", "made", "plain", draft.holder, draft.subject, RULE, CONFIDENCE),
                    guessed=draft.guessed,
                    within=draft,
                )
            )
    return found


def _promised(tree: Tree, draft: Draft, drafts: list[Draft]) -> bool:
    """As in "only after Iraq had committed itself": the condition tells a promise, which is read as one."""
    start, end = draft.conditions[0]
    return any(d.topic == "pledge" and d is not draft and start <= tree.tokens[d.i].idx < end for d in drafts)


def _asks(sides: Sides, draft: Draft, by: Side) -> bool:
    words = sides.text[slice(*draft.conditions[0])].lower().split()[:3]
    if words[0] == "until" and draft.topic == "pledge" and draft.light not in ("negated", "refused"):
        return False
    if any(word in _MARKS for word in words):
        return True
    return words[0] in _NAMED and draft.topic in _AT_ONCE and bool(by.actors)


def doers(tree: Tree, sides: Sides, draft: Draft) -> tuple[int, Side, bool]:
    """The first token of the condition, the other side where it is named as its subject, and whether others are."""
    start, end = draft.conditions[0]
    own = _sides(sides, draft.holder)
    asked_of = set() if draft.guessed or not draft.subject.actors else _sides(sides, draft.subject)
    at = -1
    found = NOBODY
    for token in tree.tokens[slice(*tree.sentence(draft.i))]:
        if not start <= token.idx < end:
            continue
        at = token.i if at < 0 else at
        if tree.deps[token.i] not in ("nsubj", "nsubj:pass", "obl:agent") or found.actors:
            continue
        actors = sides.cast.of(token) or sides.owner((token.i,)).actors
        named = {side_of(sides.principal(a)) for a in actors if is_power(a)}
        if not named or (named <= own and token.pos_ == "PRON"):
            continue
        if tree.deps[token.i] == "nsubj:pass" and not named & asked_of:
            continue
        if (named <= own) or (asked_of and not named & asked_of):
            return at, NOBODY, True
        kept = tuple(a for a in actors if is_power(a) and side_of(sides.principal(a)) not in own)
        found = Side(kept, (token.i,))
    return at, found, False


def _named(sides: Sides, k: int) -> bool:
    mention = sides.cast.at(k)
    return mention is not None and mention.how in ("name", "metonym", "demonym")


def _sides(sides: Sides, side: Side) -> set[str]:
    return {side_of(sides.principal(a)) for a in side.actors}
