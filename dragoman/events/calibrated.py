"""What is known of an event or a relation when it is read -> its confidence: how often such readings turn out right.

A logistic model of a few signs (Platt 1999 with more than one input), its weights in data/calibration.tsv, fitted by
training/event_calibration.py on annotated reports. Right means, for an event: type, trigger and all its parties agree
with the annotation (`events_parties` of `dragoman evaluate reading`); for a relation: its type. docs/calibration.md has
the measurements.
"""

from collections.abc import Mapping
from functools import cache
from math import exp, log
from typing import TYPE_CHECKING, Final, TypeAlias

from dragoman.events.lexicon import table
from dragoman.records import Event, Status

if TYPE_CHECKING:
    from dragoman.events.heads import Verdict
    from dragoman.events.parties import Parties
    from dragoman.events.tree import Tree
    from dragoman.events.triggers import Trigger
    from dragoman.language import Judgement

Signs: TypeAlias = Mapping[str, float]

# What is fitted apart: with the event head, and without it.
EVENT: Final = "event"
EVENT_BY_RULES: Final = "event-by-rules"
RELATION: Final = "relation"
RELATION_BY_RULES: Final = "relation-by-rules"

BASE: Final = "base"  # the sign that is always there
THRESHOLD: Final = "threshold"  # of EVENT: the confidence below which a reading leaves it out
SUREST: Final = 1e-3  # chances nearer to 0 and 1 than this are no surer
ACTING, TARGET = 1, 2  # columns of what the head says of each word's side


def event_signs(
    tree: "Tree", trigger: "Trigger", parties: "Parties", status: Status, verdict: "Verdict | None", *, quoted: bool
) -> dict[str, float]:
    """The signs of an event by their names in the table; `quoted` where somebody is said to say its words."""
    happened = status is Status.HAPPENED
    found = {
        BASE: 1.0,
        "one-sided": float(not parties.actors or not parties.recipients),
        "not-happened": float(not happened),
    }
    if verdict is None:
        return found | {"soft": float("soft" in trigger.rule.flags), "quoted": float(quoted)}
    return found | {
        "chance": log_odds(verdict.chance),
        "sides": sides(tree, trigger.i, parties, verdict.judgement),
        "fact": verdict.judgement.fact if happened else 0.0,
        "head-alone": float(trigger.rule.id.startswith("heads-")),
    }


def event(
    tree: "Tree", trigger: "Trigger", parties: "Parties", status: Status, verdict: "Verdict | None", *, quoted: bool
) -> float:
    """How likely an event is right with its parties."""
    kind = EVENT if verdict is not None else EVENT_BY_RULES
    return probability(kind, event_signs(tree, trigger, parties, status, verdict, quoted=quoted))


def sides(tree: "Tree", i: int, parties: "Parties", judgement: "Judgement") -> float:
    """How likely the head thinks each party of the act at `i` to stand on its side, on average, 0 to 1.

    Of a party the word counts that it thinks likeliest; parties that are not named in the sentence do not count.
    """
    start, end = tree.sentence(i)
    tokens = ((k - judgement.first, tree.tokens[k]) for k in range(start, end))
    at = [(row, token.idx, token.idx + len(token)) for row, token in tokens]
    found = []
    for column, side in ((ACTING, parties.actors), (TARGET, parties.recipients)):
        for span in (actor.mention for actor in side):
            rows = [row for row, a, b in at if span is not None and a < span[1] and span[0] < b]
            if rows:
                found.append(max(float(judgement.sides[row, column]) for row in rows))
    return sum(found) / len(found) if found else 0.0


def given(events: tuple[Event, ...], least: float | None = None) -> tuple[Event, ...]:
    """The events whose confidence is no less than `least`; by default the table's, chosen for the best F1."""
    bound = abstaining() if least is None else least
    return tuple(event for event in events if event.confidence >= bound)


def relation_signs(chance: float) -> dict[str, float]:
    """The signs of a relation whose type has `chance` by heads and rules together."""
    return {BASE: 1.0, "chance": log_odds(chance)}


def relation(chance: float) -> float:
    """How likely a relation has the right type."""
    return probability(RELATION, relation_signs(chance))


def relation_by_rules(score: float) -> float:
    """How likely a relation has the right type by a vote of the rules alone with this score."""
    return probability(RELATION_BY_RULES, {BASE: 1.0, "score": score})


def probability(kind: str, signs: Signs) -> float:
    """The probability that the table gives to these signs; one that it does not name counts for nothing."""
    known = weights()[kind]
    score = sum(known.get(name, 0.0) * value for name, value in signs.items())
    return 1 / (1 + exp(-max(-20.0, min(20.0, score))))


def log_odds(chance: float) -> float:
    """ln(p / (1 - p)), with p held off 0 and 1 by SUREST."""
    held = min(max(chance, SUREST), 1 - SUREST)
    return log(held / (1 - held))


@cache
def weights() -> dict[str, dict[str, float]]:
    """Weight of each sign for each kind of reading (data/calibration.tsv)."""
    found: dict[str, dict[str, float]] = {}
    for row in table("calibration.tsv"):
        found.setdefault(row["kind"], {})[row["sign"]] = float(row["weight"])
    return found


def abstaining() -> float:
    """The confidence below which a reading leaves an event out."""
    return weights()[THRESHOLD][EVENT]
