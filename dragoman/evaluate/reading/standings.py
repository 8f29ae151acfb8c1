"""Standings of one report, gold and predicted -> counts at two levels: topic and parties, and all with value and date.

Parties are unordered for relations, agreement and hostilities; `holder_alt` and `subject_alt` are right too.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dragoman.evaluate.reading import dates
from dragoman.evaluate.reading.gold import Gold, gap
from dragoman.evaluate.reading.matching import Pairs, Tally, assign, count
from dragoman.evaluate.reading.names import is_holder
from dragoman.evaluate.rows import Row

UNORDERED: Final = frozenset(("relations", "agreement", "hostilities"))
ENVOY: Final = re.compile(r"^envoy[ _]+")
SYNONYMS: Final = {
    "reopened": "opened",
    "reestablished": "restored",
    "re-established": "restored",
    "resumed": "restored",
    "frozen": "suspended",
    "captured": "seized",
    "rejected": "refused",
    "denied": "refused",
}


def _value(value: str | None) -> str:
    plain = ENVOY.sub("", (value or "").strip().lower())
    return SYNONYMS.get(plain, plain.replace("_", " "))


def same_value(a: Row, b: Row) -> bool:
    """One value, or one of `value_alt`; "envoy recalled" is "recalled"."""
    return _value(b.get("value")) in {_value(a["value"]), *(_value(value) for value in a.get("value_alt", []))}


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons of a gold standing `a` with a predicted one `b`."""

    gold: Gold

    def key(self, a: Row, b: Row) -> bool:
        """Topic, holder and subject."""
        if (b.get("topic") or "").lower() != a["topic"]:
            return False
        holders = [a["holder"], *a.get("holder_alt", [])]
        subjects = [a["subject"], *a.get("subject_alt", [])] if a.get("subject") else []
        holder, subject = b.get("holder"), b.get("subject")
        if self._any(holders, holder) and (not subjects or self._any(subjects, subject)):
            return True
        turned = a["topic"] in UNORDERED and bool(subjects)
        return turned and self._any(holders, subject) and self._any(subjects, holder)

    def _any(self, golds: Sequence[Row], guess: Row | None) -> bool:
        return any(is_holder(gold, guess, self.gold.shared) for gold in golds)

    def by_key(self, a: Row, b: Row) -> float:
        """The weight for standings_key: what else agrees puts a pair before others."""
        if not self.key(a, b):
            return 0
        distance = gap(a["evidence"], b.get("evidence"))
        agreeing = 2 * same_value(a, b) + dates.agree(a.get("when"), b.get("when"))
        return 1 + agreeing + max(0, 1 - distance / 300)

    def in_full(self, a: Row, b: Row) -> float:
        """The weight for standings_full."""
        return self.by_key(a, b) if same_value(a, b) and dates.agree(a.get("when"), b.get("when")) else 0


def tally_standings(gold: Gold, predicted: Sequence[Row], tally: Tally) -> Pairs:
    """Adds the counts of a report's standings and returns the matches by key."""
    golds, compared = gold.standings, Compared(gold)

    def repeats(a: Row, b: Row) -> bool:
        return bool(compared.in_full(a, b))

    pairs = assign(golds, predicted, compared.by_key)
    count(tally, "standings_key", golds, predicted, pairs, same=repeats, by="topic")
    full = assign(golds, predicted, compared.in_full)
    count(tally, "standings_full", golds, predicted, full, same=repeats, by="topic")
    _accuracies(gold, [(golds[i], predicted[j]) for i, j in pairs.items()], tally)
    return pairs


def _accuracies(gold: Gold, both: Sequence[tuple[Row, Row]], tally: Tally) -> None:
    words: Callable[[Any], frozenset[Any]] = gold.words
    marked = [(a["conditions"], b.get("conditions")) for a, b in both if a.get("conditions")]
    tally.share("conditions_accuracy", [bool(words(ours) & words(theirs)) for ours, theirs in marked])
    tally.share("return_accuracy", [bool(b.get("in_return_for")) for a, b in both if a.get("in_return_for")])
    tally.share("value_accuracy", [same_value(a, b) for a, b in both])
