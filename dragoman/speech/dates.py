"""Takes a cue with the calendar, gives the day it was said: the cue's own time phrase, never one of the words said."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dragoman.records import Actor, ActorKind, Anchor, Precision, Report, When, overlap
from dragoman.speech.attribution import Attribution
from dragoman.speech.circumstances import Circumstances
from dragoman.speech.cues import forms
from dragoman.speech.occasions import GATHERINGS, gathered, occasion
from dragoman.speech.page import Page
from dragoman.speech.sources import said_before, set_off
from dragoman.speech.tree import Tree
from dragoman.speech.venues import placed

if TYPE_CHECKING:
    from dragoman.times import Calendar, TimePhrase

NEAR: Final = 14  # words between a cue and a time phrase of its own: "told state television in Lome late on Monday"
# Of the participles of a document these give the day of its words; "to be published on Sunday" does not.
ISSUED: Final = frozenset(
    (
        "dated issued published released broadcast posted aired given made delivered sent written signed carried "
        "recorded read held handed printed circulated distributed received uploaded televised filed taped faxed shown "
        "run"
    ).split()
)
AHEAD: Final = frozenset({"be", "marking", "due", "since", "about", "ahead", "before", "after", "until", "for"})
APART: Final = frozenset({".", ";", "?", "!", "to"})
BACK: Final = 12  # sentences that are asked for the day of an occasion
GOVERNMENT: Final = "GOV"
NOTHING: Final = Circumstances()
# What the words are called when a sentence of their own dates them: "His remarks were broadcast on Sunday."
WORDS: Final = frozenset("statement remarks comments words interview speech letter message address appeal".split())
OWNERS: Final = frozenset({"his", "her", "their", "its", "the"})
# Acts that meet words said before: the day of "dismissed a claim on Monday" is not that of the claim.
ANSWERS: Final = frozenset("dismissed rejected denied refuted rebuffed ignored disputed rebutted echoed".split())
FRESH: Final = 14  # days: a date further back belongs to an old statement, not to what the same person says next


class Dates:
    """The days of speaking of one report, asked in the order of the text: each answer may serve the next."""

    def __init__(self, report: Report, tree: Tree, page: Page, calendar: "Calendar") -> None:
        self.tree, self.page, self.calendar = tree, page, calendar
        self.today = report.published or report.dateline
        self.spoken: date | None = None
        told = (p for p in calendar.phrases if str(p.kind) in ("DATE", "TIME") and not self._in_name(p.start, p.end))
        self.phrases = sorted(told, key=lambda p: p.start)
        self.starts = [p.start for p in self.phrases]
        self.here: dict[tuple[int, str], When] = {}  # (paragraph, speaker) -> the date last read for them there
        self.ever: dict[str, When] = {}  # speaker -> the date last read for them anywhere
        self.state: dict[tuple[int, str], When] = {}  # (paragraph, country) -> the date last read for a state's voice

    def of(
        self,
        a: Attribution,
        actor: Actor | None,
        paragraph: int,
        around: Circumstances = NOTHING,
        spoken: date | None = None,
    ) -> When | None:
        """When `a` was said by `actor`: as the cue's clause says, else as for the same speaker before.

        `spoken` is the day of the statement whose words the cue is among: from it "he told me yesterday" counts.
        """
        self.spoken = spoken
        when = self._own(a, around) if a.verb is not None and a.cue else self._interview if a.label else None
        if actor is None or a.depth or a.inside:
            return when
        key = (paragraph, actor.id)
        if when is None:
            return self._inherited(a, actor, paragraph, around)
        if self._fresh(when):
            self.here[key] = self.ever[actor.id] = when
            if actor.country and actor.sector == GOVERNMENT:
                self.state[paragraph, actor.country] = when
        return when

    def _inherited(self, a: Attribution, actor: Actor, paragraph: int, around: Circumstances) -> When | None:
        """The day of an occasion told before, of the speaker's last words, of those of the state it speaks for."""
        verb = a.verb if a.cue else None
        if verb is not None and self._perfect(verb):
            return None  # "has often said": on other days too
        when = self._of_occasion(verb, around) if verb is not None else None
        when = when or self._of_neighbour(a, actor)
        if when is not None:
            self.here[paragraph, actor.id] = when
            return when
        lasting = not a.cue or actor.kind is ActorKind.PERSON
        when = self.here.get((paragraph, actor.id)) or (self.ever.get(actor.id) if lasting else None)
        if when is None and verb is not None:
            when = self._of_state(verb, actor, paragraph) or self._of_lede(verb, paragraph)
            if when is not None and lasting:
                self.ever[actor.id] = when
        return when

    def _of_neighbour(self, a: Attribution, actor: Actor) -> When | None:
        """The day of the sentence before, if it tells of the speaker, or of the one after, if it tells of the words.

        "Tello was summoned on Monday. He told reporters ..."; "Tello declared ... His remarks were aired on Sunday."
        """
        tree = self.tree
        if actor.kind is not ActorKind.PERSON or a.verb is None or tree.tag[a.verb] != "VBD":
            return None
        first = min(tree.token_at(span[0]) for span in (*a.content, *a.cue))
        last = max(tree.token_at(span[1] - 1) for span in (*a.content, *a.cue))
        begin, end = tree.sentence(first)[0], tree.sentence(last)[1]
        name = actor.name.split()[-1].lower()
        if begin > 0:
            before = tree.sentence(begin - 1)
            near = self._together(before[0], first) and name in tree.low[before[0] : before[1]]
            when = self._told_in(*before) if near else None
            if when is not None:
                return when
        if end < tree.n and self._together(first, end) and tree.low[end] in OWNERS and tree.low[end + 1 : end + 2]:
            after = tree.sentence(end)
            if tree.low[end + 1] in WORDS and any(tree.low[k] in ISSUED for k in self._mains(*after)):
                return self._told_in(*after)
        return None

    def _together(self, i: int, k: int) -> bool:
        return self.page.paragraph(self.tree.start[i]) == self.page.paragraph(self.tree.start[k])

    def _told_in(self, begin: int, end: int) -> When | None:
        """The day just past of a sentence's main verb, told in the past."""
        for i in self._mains(begin, end):
            when = self.calendar.of(self.tree.doc[i]) if self._past_tense(i) else None
            if when is not None and self._a_day_just_past(when):
                return when
        return None

    def _mains(self, begin: int, end: int) -> list[int]:
        return [i for i in range(begin, end) if self.tree.head[i] == i and not self.tree.space[i]]

    def _says(self, i: int) -> bool:
        cues = forms().get((self.tree.low[i], "V"), ())
        return self._past_tense(i) and any(cue.clausal and not cue.particle for cue in cues)

    def _past_tense(self, i: int) -> bool:
        tree = self.tree
        passive = tree.tag[i] == "VBN" and any(tree.low[k] in ("was", "were") for k in tree.having(i, "aux:pass"))
        return tree.tag[i] == "VBD" or passive

    def _of_lede(self, verb: int, paragraph: int) -> When | None:
        """The day of what the first paragraph says for what the second one quotes to spell it out.

        Not of an act: "closed its embassy on Friday ... a spokesman told a newspaper" leaves the day of his words open.
        """
        if paragraph != 1 or self.tree.tag[verb] != "VBD" or len(self.page.starts) < 2:
            return None
        begin = self.tree.token_at(self.page.starts[0])
        last = self.tree.token_at(self.page.starts[1])
        while begin < last:
            sentence = self.tree.sentence(begin)
            begin, mains = sentence[1], self._mains(*sentence)
            for i in (*mains, *(k for m in mains for k in self.tree.having(m, "conj"))):
                when = self.calendar.of(self.tree.doc[i]) if self._says(i) else None
                if when is not None and self._a_day_just_past(when):
                    return when
        return None

    def _perfect(self, verb: int) -> bool:
        at = verb if self.tree.pos[verb] == "VERB" else self.tree.head[verb]  # "have expressed the hope"
        return any(self.tree.low[k] in ("has", "have", "'ve", "'s") for k in self.tree.having(at, "aux"))

    def _of_state(self, verb: int, actor: Actor, paragraph: int) -> When | None:
        """The day of the state's words in the paragraph: "Peru said on Monday ...", its minister "told reporters".

        Also from the first paragraph to the second, which mostly spells the first one out.
        """
        if actor.country is None or actor.sector != GOVERNMENT or self.tree.tag[verb] != "VBD":
            return None
        key = (paragraph, actor.country)
        return self.state.get(key) or (self.state.get((0, actor.country)) if paragraph == 1 else None)

    def _of_occasion(self, verb: int, around: Circumstances) -> When | None:
        """The day that the sentences before give to what is going on: "said after the session", "told the crowd"."""
        crowd = around.addressee is not None and gathered(self.tree, around.addressee)
        if self.tree.tag[verb] != "VBD" or not (crowd or occasion(self.tree, verb)):
            return None
        begin, _ = self.tree.sentence(verb)
        for _ in range(BACK):
            if begin == 0:
                break
            begin, end = self.tree.sentence(begin - 1)
            if crowd and GATHERINGS.isdisjoint(self.tree.low[begin:end]):
                continue
            for act in self._acts(begin, end):
                when = self.calendar.of(self.tree.doc[act])
                if when is not None and self._a_day_just_past(when):
                    return when
        return None

    def _acts(self, begin: int, end: int) -> list[int]:
        """The main verbs of a sentence, with those that they say happened: "talks ended on Monday, officials said"."""
        tree = self.tree
        mains = [i for i in range(begin, end) if tree.head[i] == i and not tree.space[i]]
        return [*mains, *(k for i in mains for k in tree.having(i, "ccomp", "conj") if tree.tag[k] == "VBD")]

    def _a_day_just_past(self, when: When) -> bool:
        past = self.today is None or when.start is None or when.start <= self.today
        return when.precision is Precision.DAY and past and self._fresh(when)

    def _fresh(self, when: When) -> bool:
        return self.today is None or when.start is None or abs((self.today - when.start).days) <= FRESH

    def _in_name(self, start: int, end: int) -> bool:
        """Whether a number is the end of a name: the 2000 of "Radio Vision 2000"."""
        alone = end - start == 1 and self.tree.low[start].isdigit()
        return alone and start > 0 and self.tree.pos[start - 1] == "PROPN"

    def timed(self, i: int) -> bool:
        """Whether token `i` is part of a phrase that names a day or a time."""
        k = bisect_right(self.starts, i) - 1
        return k >= 0 and i < self.phrases[k].end

    def _own(self, a: Attribution, around: Circumstances) -> When | None:
        before = said_before(self.tree, a.verb) if a.verb is not None and self._adds(a.verb) else None
        if before is not None:  # "X said on Monday, adding that A": one saying
            a = replace(a, verb=before)
        when = self.calendar.of(self.tree.doc[a.verb], spoken=self.spoken) if a.verb is not None else None
        when = None if self._answered(a.verb) else self._no_name(when)
        placed = self._in_venue(when, around)
        if when is not None and not self._said(when, a) and (not placed or self._of_document(when, around)):
            return when
        if (when := self._of_anchors(a, around)) is not None:
            return when
        if placed:
            return None  # of a war or a treaty that the words of the venue name
        if self._given_to_reporter(a):
            return self._interview
        return self._beside(a, around)

    def _answered(self, verb: int | None) -> bool:
        """Whether the words are what somebody else's act meets: "rejected on Monday the claim of Lima"."""
        if verb is None or self.tree.pos[verb] != "NOUN" or self.tree.dep[verb] != "obj":
            return False
        return self.tree.low[self.tree.head[verb]] in ANSWERS

    def _no_name(self, when: When | None) -> When | None:
        """The date, unless it is a year inside a name ("Radio 2000")."""
        if when is not None and when.text is not None and when.precision is Precision.YEAR:
            first = self.tree.token_at(when.text[0])
            if self._in_name(first, self.tree.token_at(when.text[1])):
                return None
        return when

    def _of_anchors(self, a: Attribution, around: Circumstances) -> When | None:
        """The day of "speaking on Monday in Lima, he said", of "a letter dated 3 March", of "Tuesday's statement"."""
        for at in around.anchors[1:]:
            when = self.calendar.of(self.tree.doc[at], spoken=self.spoken)
            if when is not None and not self._said(when, a) and not self._in_venue(when, around):
                return when
        return self._of_venue(around)

    def _said(self, when: When, a: Attribution) -> bool:
        """Whether the time stands among the words said."""
        return when.text is not None and any(overlap(when.text, span) for span in a.content)

    def _of_document(self, when: When, around: Circumstances) -> bool:
        """Whether the time among the words of the venue is that of the words, not of a war or a day to come."""
        if self._of_venue(around) is not None:
            return True
        first, last = around.venue or (0, 0)
        ahead = not AHEAD.isdisjoint(self.tree.low[first : last + 1])
        return when.precision is Precision.DAY and not ahead

    def _in_venue(self, when: When | None, around: Circumstances) -> bool:
        if when is None or when.text is None or around.venue is None:
            return False
        return overlap(when.text, self.tree.span(*around.venue))

    def _of_venue(self, around: Circumstances) -> When | None:
        """The day in the words of the venue, unless another act stands between: "a speech marking the war of 1995"."""
        if around.venue is None:
            return None
        tree, (first, last) = self.tree, around.venue
        k = bisect_left(self.starts, first)
        if k == len(self.phrases) or self.phrases[k].start > last:
            return None
        before = range(first, self.phrases[k].start)
        if any(tree.pos[j] == "VERB" and tree.low[j] not in ISSUED for j in before):
            return None
        return None if any(tree.low[j] in AHEAD for j in before) else self._past(self.phrases[k])

    def _adds(self, verb: int) -> bool:
        return set_off(self.tree, verb)

    def _given_to_reporter(self, a: Attribution) -> bool:
        """Whether it was said in the interview that the report prints as a transcript."""
        kids = self.tree.kids[a.verb] if a.verb is not None else []
        return any(self.tree.low[k] == "interview" for k in kids) and bool(self.page.turns)

    def _beside(self, a: Attribution, around: Circumstances) -> When | None:
        """The nearest time phrase of the cue's sentence with no verb between and outside the words said."""
        tree, verb = self.tree, a.verb if a.verb is not None else 0
        begin, end = tree.sentence(verb)
        k = bisect_left(self.starts, max(begin, verb - NEAR))
        best = None
        while k < len(self.phrases) and self.phrases[k].start < min(end, verb + NEAR):
            p = self.phrases[k]
            k += 1
            if any(overlap(p.span, span) for span in a.content) or _holds(around.venue, p.start):
                continue
            if p.start < verb and any(self._other_act(j) for j in range(begin, p.start)):
                continue  # of a clause before the cue's: "Chad, which left the talks in May, said"
            low, high = min(p.start, verb) + (p.start > verb), max(p.start, verb)
            between = [j for j in range(low, high) if j != verb]
            if any((tree.pos[j] == "VERB" and not self._issued(j)) or tree.low[j] in APART for j in between):
                continue
            if best is None or abs(p.start - verb) < abs(best.start - verb):
                best = p
        return None if best is None else self._past(best)

    def _issued(self, j: int) -> bool:
        """Whether token `j` is the "read" of "in a letter read out on Sunday"."""
        return self.tree.low[j] in ISSUED and j > 0 and self.tree.low[j - 1] in placed()

    def _other_act(self, j: int) -> bool:
        """Whether token `j` is a verb with a time of its own; not the "issued" of "in a statement issued on Monday"."""
        tree = self.tree
        if tree.tag[j] not in ("VBD", "VBZ", "VBP", "VBN", "VBG"):
            return False
        return tree.pos[j] in ("VERB", "AUX") and not (j > 0 and tree.low[j - 1] in placed())

    @cached_property
    def _interview(self) -> When | None:
        """The day of an interview printed as a transcript: the last time phrase before its first turn.

        "Extracts of our talk, held on Friday:" stands in the sentence before the first turn.
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

        anchor, basis = (self.spoken, Anchor.SPOKEN) if self.spoken else (self.today, Anchor.PUBLISHED)
        if anchor is None:
            return None
        words = self.tree.text[phrase.span[0] : phrase.span[1]]
        return resolve(words, anchor=anchor, basis=basis, tense=Tense.PAST, text=phrase.span)


def _holds(venue: tuple[int, int] | None, i: int) -> bool:
    """Whether token `i` is one of a venue's, whose own day has been asked for before."""
    return venue is not None and venue[0] <= i <= venue[1]
