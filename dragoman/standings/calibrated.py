"""What is known of a draft when it is made -> its confidence: how often such standings turn out right.

A logistic model of a few signs, as for events (events/calibrated.py), its weights in data/calibration.tsv, fitted by
training/standing_calibration.py on annotated reports and on our own sentences that no head had seen. Right means that
topic, both parties and value agree with the annotation.
"""

import csv
from collections.abc import Mapping
from functools import cache
from math import exp, log
from typing import Final

from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import DATA, TOPICS

BASE: Final = "base"  # the sign that is always there
# What is fitted apart: drafts of rules that the heads have seen, those of heads alone, those of rules without heads.
BOTH: Final = "rule-and-heads"
ALONE: Final = "heads-alone"
RULES: Final = "rule"
THRESHOLD: Final = "threshold"  # for each of these the confidence below which a reading leaves a standing out
_SUREST: Final = 1e-3  # chances nearer to 0 and 1 than this are no surer


def kind(draft: Draft) -> str:
    """Which of BOTH, ALONE and RULES a draft is."""
    if draft.seen is None:
        return RULES
    return ALONE if draft.rule.startswith("heads:") else BOTH


def signs(draft: Draft) -> dict[str, float]:
    """The signs of a draft by their names in the table."""
    found = {BASE: 1.0, "guessed": float(draft.guessed)}
    if kind(draft) != ALONE:
        found["prior"] = log_odds(draft.confidence)
    if draft.seen is None:
        return found
    found["chance"] = log_odds(draft.seen.chance)
    if (
        kind(draft) == ALONE
    ):  # of a rule's draft they say next to nothing (weights of 0.07 and 0.12 when they were fitted)
        found |= {"value": log_odds(draft.seen.value), "sides": draft.seen.sides}
        found |= {f"topic-{topic}": float(topic == draft.topic) for topic in TOPICS}
    return found


def confidence(draft: Draft) -> float:
    """How likely the draft is right, 0 to 1."""
    return probability(kind(draft), signs(draft))


def is_given(draft: Draft) -> bool:
    """Whether a draft with its confidence is sure enough to be written."""
    return draft.sure >= weights()[THRESHOLD].get(kind(draft), 0.0)


def probability(kind: str, found: Mapping[str, float]) -> float:
    """The probability that the table gives to these signs; one that it does not name counts for nothing."""
    known = weights()[kind]
    score = sum(known.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-max(-20.0, min(20.0, score))))


def log_odds(chance: float) -> float:
    """ln(p / (1 - p)), with p held off 0 and 1."""
    held = min(max(chance, _SUREST), 1 - _SUREST)
    return log(held / (1 - held))


@cache
def weights() -> dict[str, dict[str, float]]:
    """Weight of each sign for each kind of draft (data/calibration.tsv)."""
    found: dict[str, dict[str, float]] = {}
    lines = (DATA / "calibration.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        found.setdefault(row["kind"], {})[row["sign"]] = float(row["weight"])
    return found
