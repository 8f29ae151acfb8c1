"""Takes a cue with the calendar, gives the day it was said: the cue's own time phrase, never one of the words said."""

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dragoman.records import Actor, ActorKind, Anchor, Report, When, overlap
from dragoman.speech.attribution import Attribution
from dragoman.speech.page import Page
from dragoman.speech.tree import Tree

if TYPE_CHECKING:
    from dragoman.times import Calendar, TimePhrase

NEAR: Final = 14  # words between a cue and a time phrase of its own: "told state television in Lome late on Monday"
APART: Final = frozenset({".", ";", "?", "!", "to"})
FRESH: Final = 14  # days: a date further back belongs to an old statement, not to what the same person says next


class Dates:
    """The days of speaking of one report, asked in the order of the text: each answer may serve the next."""

    def __init__(self, report: Report, tree: Tree, page: Page, calendar: "Calendar") -> None:
        self.tree, self.page, self.calendar = tree, page, calendar
        self.today = report.published or report.dateline
        self.phrases = sorted((p for p in calendar.phrases if str(p.kind) in ("DATE", "TIME")), key=lambda p: p.start)
        self.starts = [p.start for p in self.phrases]
        self.here: dict[tuple[int, str], When] = {}  # (paragraph, speaker) -> the date last read for them there
        self.ever: dict[str, When] = {}  # speaker -> the date last read for them anywhere

    def of(self, a: Attribution, actor: Actor | None, paragraph: int) -> When | None:
        """When `a` was said by `actor`: as the cue's clause says, else as for the same speaker before."""
        when = self._own(a) if a.verb is not None and a.cue else self._interview if a.label else None
        if actor is None or a.depth or a.inside:
            return when
        key = (paragraph, actor.id)
        if when is None:
            lasting = not a.cue or actor.kind is ActorKind.PERSON
            return self.here.get(key) or (self.ever.get(actor.id) if lasting else None)
        if self._fresh(when):
            self.here[key] = self.ever[actor.id] = when
        return when

    def _fresh(self, when: When) -> bool:
        return self.today is None or when.start is None or abs((self.today - when.start).days) <= FRESH

    def _own(self, a: Attribution) -> When | None:
        when = self.calendar.of(self.tree.doc[a.verb]) if a.verb is not None else None
        if when is not None and (when.text is None or not any(overlap(when.text, span) for span in a.content)):
            return when
        return self._beside(a)

    def _beside(self, a: Attribution) -> When | None:
        """The nearest time phrase of the cue's sentence with no verb between and outside the words said."""
        tree, verb = self.tree, a.verb if a.verb is not None else 0
        begin, end = tree.sentence(verb)
        k = bisect_left(self.starts, max(begin, verb - NEAR))
        best = None
        while k < len(self.phrases) and self.phrases[k].start < min(end, verb + NEAR):
            p = self.phrases[k]
            k += 1
            if any(overlap(p.span, span) for span in a.content):
                continue
            if p.start < verb and any(tree.tag[j] in ("VBD", "VBZ", "VBP") for j in range(begin, p.start)):
                continue  # of a clause before the cue's: "Chad, which left the talks in May, said"
            low, high = min(p.start, verb) + (p.start > verb), max(p.start, verb)
            between = [j for j in range(low, high) if j != verb]
            if any(tree.pos[j] == "VERB" or tree.low[j] in APART for j in between):
                continue
            if best is None or abs(p.start - verb) < abs(best.start - verb):
                best = p
        return None if best is None else self._past(best)

    @cached_property
    def _interview(self) -> When | None:
        """The day of an interview printed as a transcript: the last time phrase before its first turn.

        "Excerpts from the interview, recorded on Friday:" stands in the sentence before the first turn.
        """
        if not self.page.turns:
            return None
        first = self.page.turns[0].name[0]
        start = self.page.starts[max(self.page.paragraph(first) - 1, 0)]
        told = [p for p in self.phrases if start <= p.span[0] < first]
        return self._past(told[-1]) if told else None

    def _past(self, phrase: "TimePhrase") -> When | None:
        """The day that a phrase of the past means, counted from the report's own day."""
        from dragoman.times import Tense, resolve

        if self.today is None:
            return None
        words = self.tree.text[phrase.span[0] : phrase.span[1]]
        return resolve(words, anchor=self.today, basis=Anchor.PUBLISHED, tense=Tense.PAST, text=phrase.span)
