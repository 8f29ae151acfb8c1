"""A report and its Doc to its time phrases, and an act's token to the days that its phrase means."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dragoman.records import Anchor, Report, Span, When
from dragoman.times.belong import Belonging
from dragoman.times.carried import carried_from
from dragoman.times.find import Found, find
from dragoman.times.heading import heading_day
from dragoman.times.meaning import Kind, Scene, Tense, Vague
from dragoman.times.mending import quotations
from dragoman.times.placing import Placed, place
from dragoman.times.relative import Length, Step
from dragoman.times.resolve import settle, values_of
from dragoman.times.story import scenes_of
from dragoman.times.stretch import CLOCK
from dragoman.times.tense import AHEAD, PUT_OFF, carrier_of, has_perfect, tense_of
from dragoman.times.tense_words import tense_by_words
from dragoman.times.words import words_of_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CARRIED: Final = 2  # sentences without a day of their own that may go on from one with a day


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time phrase as printed: `span` in characters, tokens `start:end`, TIMEX3 `kind` and `value`."""

    span: Span
    start: int
    end: int
    kind: Kind
    value: str


class Calendar:
    """All time phrases of a report, anchored on its day of publication (else its dateline's, else none)."""

    def __init__(self, report: Report, doc: "Doc") -> None:
        self._doc = doc
        self._words = words_of_text(doc.text)
        self._anchor = _day_of_writing(report) or heading_day(self._words)
        self._parsed = bool(doc.has_annotation("DEP"))
        found = [f for f in find(self._words) if not _in_dateline(f, report)]
        self._placed = place(doc, found, self._words)
        w = self._words  # values and years by the words around, as `tag`; acts by the tree
        self._tenses = [
            tense_by_words(w, f.first, f.after, f.relation, f.outer) for f in (p.found for p in self._placed)
        ]
        self._quoted = quotations(self._words)
        self._scenes = scenes_of([p.found for p in self._placed], self._tenses, self._anchor, self._quoted)

    @cached_property
    def phrases(self) -> tuple[TimePhrase, ...]:
        """Every phrase that TIMEX3 would mark, in the order of the text; a range gives its two ends."""
        out = []
        for placed, scene in zip(self._placed, self._scenes, strict=True):
            if not placed.found.hidden:
                out.extend(self._phrase(placed, scene))
        return tuple(out)

    def of(self, token: "Token", *, spoken: date | None = None) -> When | None:
        """When the act that `token` names took place, or None when the text does not say.

        `spoken` is the day of speaking for words inside a quotation; it takes the place of publication.
        """
        if not self._parsed:
            return None
        when = self._of(token, spoken, True)
        for _ in range(CARRIED):
            before = carried_from(self._doc, token) if when is None else None
            if before is None or self._quoted.at(before.idx) != self._quoted.at(token.idx):
                break
            when, token = self._of(before, spoken, True), before
        return when

    def _of(self, token: "Token", spoken: date | None, measured: bool) -> When | None:
        """As `of`; without phrases measured from another act unless `measured`, so that no two wait for each other."""
        tense = self.tense(token)
        for index in self._belonging.of(token):
            if measured or not self._placed[index].found.hang:
                when = self._settled(index, tense, spoken, token)
                if when is not None:
                    return when
        return None

    def tense(self, token: "Token") -> Tense:
        """The tense of the act that `token` names; by the words around it when no tree, or a wrong one, tells."""
        carrier = carrier_of(token) if self._parsed else None
        if self._parsed and (carrier is None or self._quoted.at(carrier.idx) == self._quoted.at(token.idx)):
            return tense_of(token)
        at = bisect_left(self._words.start, token.idx)
        return tense_by_words(self._words, at, at + 1)

    @cached_property
    def _belonging(self) -> Belonging:
        return Belonging(self._doc, self._placed, self._quoted)

    def _settled(self, index: int, tense: Tense, spoken: date | None, token: "Token") -> When | None:
        placed, scene = self._placed[index], self._scenes[index]
        if isinstance(placed.found.meaning, Vague):
            return None
        basis = Anchor.SPOKEN if spoken else Anchor.PUBLISHED
        # "the raid planned for Monday", "before Sunday's vote": the word it hangs on looks ahead whatever the verb
        own = Tense.FUTURE if self._tenses[index] is Tense.FUTURE and self._looks_ahead(placed) else tense
        scene = replace(scene, tense=own, anchor=spoken or self._anchor)
        span = (placed.found.start, placed.found.end)
        if placed.found.relation == "for" and scene.tense is Tense.PRESENT and not has_perfect(token):
            return None
        if placed.found.hang and isinstance(placed.found.meaning, Length):
            return self._hung(placed, spoken, span)
        found = placed.found
        if self._put_off(placed, token):
            found, scene = replace(found, relation="in"), replace(scene, tense=Tense.FUTURE)
        elif placed.before and not self._bounds(placed, token):
            # "after Saturday's meeting": the preposition bounds what comes after the meeting, not the meeting
            found = replace(found, relation="in")
        elif self._since_noun(placed, token):
            found = replace(found, relation="since")
        return settle(found, scene, basis, span)

    def _since_noun(self, placed: Placed, token: "Token") -> bool:
        """Whether the phrase only dates what the act runs from: "jailed since a raid in May"."""
        at = placed.start - 2
        if at < 0 or self._doc[at + 1].pos_ != "ADP" or self._doc[at].pos_ != "NOUN" or token.i >= at:
            return False
        return any(c.lower_ == "since" and c.i > token.i for c in self._doc[at].children)

    def _put_off(self, placed: Placed, token: "Token") -> bool:
        """Whether the token is what was put off to the phrase's day ("postponed a visit until Tuesday")."""
        if placed.found.relation != "until" or token.i == placed.governor or token.pos_ != "NOUN":
            return False
        return self._doc[placed.governor].lemma_ in PUT_OFF

    def _bounds(self, placed: Placed, token: "Token") -> bool:
        """Whether a premodifier dates another act than its noun ("held since Sunday's coup")."""
        return token.i != placed.governor and placed.found.relation == "since"

    def _looks_ahead(self, placed: Placed) -> bool:
        governor = self._doc[placed.governor]
        return placed.before or governor.lemma_.lower() in AHEAD or governor.lower_ in AHEAD

    def _hung(self, placed: Placed, spoken: date | None, span: Span) -> When | None:
        """Such as "closed it on Friday, two days after rebels cut the roads": the roads were cut on Wednesday."""
        length = placed.found.meaning
        host = self._belonging.host(self._doc[placed.governor])
        if host is None or not isinstance(length, Length):
            return None
        base = self._of(host, spoken, False)
        for _ in range(2):  # "accused him of plotting, a day after it broke out" counts from the accusation
            if base is None and host is not None:
                host = self._belonging.host(host)
                base = self._of(host, spoken, False) if host is not None else None
        if base is not None and length.unit in CLOCK:
            return replace(base, text=span)
        if base is None or base.start is None or base.start != base.end:
            return None
        back = Step(length.count, length.unit, -placed.found.hang)
        stretch = back.settle(Scene(base.start))
        if stretch is None:
            return None
        return When(stretch.start, stretch.end, stretch.precision, base.anchor, span)

    def _phrase(self, placed: Placed, scene: Scene) -> list[TimePhrase]:
        out = []
        for meaning, (start, end), value in values_of(placed.found, scene):
            first, last = placed.start, placed.end
            if placed.found.parts:
                first, last = _tokens(self._doc, start, end, placed)
            out.append(TimePhrase((start, end), first, last, meaning.kind, value))
        return out


LATE: Final = 3  # days from a dateline to the paper that printed it


def _day_of_writing(report: Report) -> date | None:
    """The dateline's day where it is just before publication: "today" of a dispatch is the day it was sent."""
    sent, published = report.dateline, report.published
    if sent is None or published is None:
        return published or sent
    return sent if 0 <= (published - sent).days <= LATE else published


def _in_dateline(found: Found, report: Report) -> bool:
    return any(start <= found.start and found.end <= end for start, end in report.boiler)


def _tokens(doc: "Doc", start: int, end: int, placed: Placed) -> tuple[int, int]:
    inside = [t.i for t in doc[placed.start : placed.end] if t.idx < end and t.idx + len(t) > start]
    return (inside[0], inside[-1] + 1) if inside else (placed.start, placed.end)
