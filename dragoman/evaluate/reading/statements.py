"""Statements of one report, gold and predicted -> counts: who said it, and the words of it with an F of at least 0.5.

statements_lenient also credits a quotation predicted in pieces, and two gold pieces predicted as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.evaluate.reading import dates
from dragoman.evaluate.reading.gold import Gold, Words
from dragoman.evaluate.reading.matching import Pairs, Tally, assign, core, count
from dragoman.evaluate.reading.names import is_speaker
from dragoman.evaluate.rows import Row

SAME_WORDS: Final = 0.5  # least F of the words of two contents that are one statement
SPEAKER_WEIGHT: Final = 0.3  # of two contents that fit as well, the one with the right speaker is matched
NO_WORDS: Final[Words] = frozenset()


def f_score(one: Words, other: Words) -> float:
    """The F of two sets of words, 0 where one is empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


@dataclass(frozen=True, slots=True)
class Compared:
    """The statements of a report with the words of each, by the identity of its row."""

    gold: Gold
    predicted: Sequence[Row]
    words: dict[int, Words]

    def f(self, a: Row, b: Row) -> float:
        """The F of the words of two contents."""
        return f_score(self.words[id(a)], self.words[id(b)])

    def speaker(self, a: Row, b: Row) -> bool:
        """Whether the predicted `b` has a speaker that is right for the gold `a`."""
        speakers = (a["speaker"], *a.get("speaker_alt", []))
        return any(is_speaker(speaker, b.get("speaker"), self.gold.shared) for speaker in speakers)

    def weight(self, a: Row, b: Row) -> float:
        """For full matches: words and speaker."""
        f = self.f(a, b)
        return f if f >= SAME_WORDS and self.speaker(a, b) else 0

    def content_weight(self, a: Row, b: Row) -> float:
        """For matches by words alone, the right speaker first."""
        f = self.f(a, b)
        return f + (SPEAKER_WEIGHT if self.speaker(a, b) else 0) if f >= SAME_WORDS else 0

    def repeats(self, a: Row, b: Row) -> bool:
        """Whether `b` says nothing that the gold `a` does not say."""
        ours, theirs = self.words[id(a)], self.words[id(b)]
        return self.speaker(a, b) and len(ours & theirs) >= 0.8 * max(1, len(theirs))


def tally_statements(gold: Gold, predicted: Sequence[Row], tally: Tally) -> Pairs:
    """Adds the counts of a report's statements and returns the full matches."""
    golds = gold.statements
    words = {id(row): gold.words(row.get("content")) for row in (*golds, *predicted)}
    compared = Compared(gold, predicted, words)
    pairs = assign(golds, predicted, compared.weight)
    count(tally, "statements", golds, predicted, pairs, same=compared.repeats, by="form")
    by_content = assign(golds, predicted, compared.content_weight)
    tally.share("speaker_accuracy", [compared.speaker(golds[i], predicted[j]) for i, j in by_content.items()])
    dated = [(golds[i]["date"], predicted[j].get("date")) for i, j in pairs.items() if golds[i].get("date")]
    tally.share("date_accuracy", [dates.agree(ours, theirs) for ours, theirs in dated])
    forms = [(golds[i]["form"], (predicted[j].get("form") or "").lower()) for i, j in pairs.items()]
    tally.share("form_accuracy", [ours == theirs for ours, theirs in forms])
    _lenient(compared, pairs, tally)
    return pairs


def _lenient(compared: Compared, pairs: Pairs, tally: Tally) -> None:
    golds, predicted = compared.gold.statements, compared.predicted
    hit = {i for i, a in enumerate(golds) if i in pairs or _found_in_pieces(compared, a)}
    full = set(pairs.values())
    right = sum(j in full or _covered(compared, b) for j, b in enumerate(predicted))
    cores = [i for i, a in enumerate(golds) if core(a)]
    tally.add("statements_lenient", pred=len(predicted), right=right, core=len(cores), hit=sum(i in hit for i in cores))


def _found_in_pieces(compared: Compared, a: Row) -> bool:
    """Whether predicted pieces together make up the gold `a`, or one prediction holds it and other gold words."""
    ours = compared.words[id(a)]
    pieces: Words = NO_WORDS
    whole = False
    for b in compared.predicted:
        if not compared.speaker(a, b):
            continue
        theirs = compared.words[id(b)]
        if len(ours & theirs) >= 0.5 * max(1, len(theirs)):
            pieces |= theirs
        if ours and len(ours & theirs) >= 0.8 * len(ours):
            whole = whole or len(theirs & _said(compared, b)) >= 0.8 * len(theirs)
    return f_score(ours, pieces) >= SAME_WORDS or whole


def _covered(compared: Compared, b: Row) -> bool:
    """Whether the words of the predicted `b` stand in gold statements of its speaker."""
    theirs = compared.words[id(b)]
    return bool(theirs) and len(theirs & _said(compared, b)) >= 0.8 * len(theirs)


def _said(compared: Compared, b: Row) -> Words:
    """All gold words of the speaker of the predicted `b`."""
    said = (compared.words[id(a)] for a in compared.gold.statements if compared.speaker(a, b))
    return NO_WORDS.union(*said)
