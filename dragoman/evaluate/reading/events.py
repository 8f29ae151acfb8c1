"""Events of one report, gold and predicted -> counts at three levels: type, with parties, with status and date.

- events_type: PLOVER type, and trigger (or evidence) within 40 characters, or within 300 when the parties agree;
- events_parties: each side needs one gold party met, and every predicted party must be a gold party of that side;
- events_full: and status and date (the date only where gold has one).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.evaluate.reading import dates
from dragoman.evaluate.reading.gold import Gold, gap, spans_of
from dragoman.evaluate.reading.matching import Pairs, Tally, assign, count
from dragoman.evaluate.reading.names import is_party
from dragoman.evaluate.rows import Row

UNORDERED: Final = frozenset(("CONSULT", "AGREE", "SUPPORT", "COOPERATE"))
# PLOVER codes what is promised for the future as AGREE: either is right for these when planned or conditional
COOPERATION: Final = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
TO_COME: Final = frozenset(("planned", "conditional"))
NEAR, SAME_SENTENCE = 40, 300  # characters


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons of a gold event `a` with a predicted one `b`."""

    gold: Gold

    def parties(self, a: Row, b: Row) -> bool:
        """Whether both sides agree, in either order where the type has none."""
        ours, our_recipients = a["actors"], a["recipients"]
        theirs, their_recipients = b.get("actors") or [], b.get("recipients") or []
        if a["type"] in UNORDERED and ours and our_recipients:
            pool = theirs + their_recipients
            met = self._met(ours, pool) and self._met(our_recipients, pool)
            return met and self._only(ours + our_recipients, pool)
        return self._side(ours, theirs) and self._side(our_recipients, their_recipients)

    def _side(self, golds: Sequence[Row], guesses: Sequence[Row]) -> bool:
        return not golds or (self._met(golds, guesses) and self._only(golds, guesses))

    def _met(self, golds: Iterable[Row], guesses: Sequence[Row]) -> bool:
        return any(is_party(x, y, self.gold.shared) for x in golds for y in guesses)

    def _only(self, golds: Sequence[Row], guesses: Iterable[Row]) -> bool:
        return all(any(is_party(x, y, self.gold.shared) for x in golds) for y in guesses)

    def by_type(self, a: Row, b: Row) -> float:
        """The weight for events_type: what else agrees puts a pair before others."""
        if not same_type(a, b):
            return 0
        parties = self.parties(a, b)
        distance = min(gap(a["trigger"], b.get("trigger")), *_gaps(a["trigger"], b))
        if distance > (SAME_SENTENCE if parties else NEAR):
            return 0
        agreeing = 2 * parties + same_status(a, b) + dates.agree(a.get("when"), b.get("when"))
        return 1 + agreeing + 2 * max(0, 1 - distance / SAME_SENTENCE)

    def by_parties(self, a: Row, b: Row) -> float:
        """The weight for events_parties."""
        return self.by_type(a, b) if self.parties(a, b) else 0

    def in_full(self, a: Row, b: Row) -> float:
        """The weight for events_full."""
        return self.by_parties(a, b) if same_status(a, b) and dates.agree(a.get("when"), b.get("when")) else 0


def _gaps(trigger: Sequence[int], b: Row) -> list[int]:
    """From the gold trigger to each evidence span."""
    spans = spans_of(b.get("evidence"))
    return [gap(trigger, [span]) for span in spans] or [gap(trigger, None)]


def same_type(a: Row, b: Row) -> bool:
    """One type, or one of `type_alt`; AGREE for cooperation to come; CONCEDE and RETREAT for a withdrawal to come."""
    guess = (b.get("type") or "").upper()
    if guess == a["type"] or guess in a.get("type_alt", ()):
        return True
    if {guess, a["type"]} == {"RETREAT", "CONCEDE"}:
        return a["status"] in TO_COME or (b.get("status") or "").lower() in TO_COME
    return guess == "AGREE" and a["type"] in COOPERATION and a["status"] in TO_COME


def same_status(a: Row, b: Row) -> bool:
    """One status, or one of `status_alt`; an AGREE that happened for cooperation to come."""
    guess = (b.get("status") or "").lower()
    if guess == a["status"] or guess in a.get("status_alt", ()):
        return True
    promised = (b.get("type") or "").upper() == "AGREE" and guess == "happened"
    return promised and a["type"] in COOPERATION and a["status"] in TO_COME


def tally_events(gold: Gold, predicted: Sequence[Row], tally: Tally) -> Pairs:
    """Adds the counts of a report's events and returns the matches with parties."""
    golds, compared = gold.events, Compared(gold)
    matched: dict[str, Pairs] = {}
    levels = {
        "events_type": compared.by_type,
        "events_parties": compared.by_parties,
        "events_full": compared.in_full,
    }
    for name, weight in levels.items():
        matched[name] = pairs = assign(golds, predicted, weight)

        def repeats(a: Row, b: Row) -> bool:
            return bool(weight(a, b)) and compared.parties(a, b)  # noqa: B023 - used up within this round

        count(tally, name, golds, predicted, pairs, same=repeats, by="type")
    pairs = matched["events_parties"]
    both = [(golds[i], predicted[j]) for i, j in pairs.items()]
    tally.share("status_accuracy", [same_status(a, b) for a, b in both])
    dated = [dates.agree(a["when"], b.get("when")) for a, b in both if a.get("when")]
    tally.share("event_date_accuracy", dated)
    tally.share("mode_accuracy", [(b.get("mode") or "").lower() == a["mode"] for a, b in both if a.get("mode")])
    return pairs
