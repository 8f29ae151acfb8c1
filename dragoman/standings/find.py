"""A report with all that was read of it to its standings; the way through the files of this room."""

from bisect import bisect_left
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from dragoman.events.clauses import evidence
from dragoman.events.heads import Heads
from dragoman.events.lexicon import Rule
from dragoman.events.silence import Silence
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.records import (
    Actor,
    Anchor,
    Attribute,
    Event,
    Precision,
    Report,
    Span,
    Spans,
    Standing,
    Status,
    When,
    entry_id,
)
from dragoman.standings import attributes, calibrated, heads
from dragoman.standings.bounds import until
from dragoman.standings.concerns import concerned
from dragoman.standings.content import TOPICS, content
from dragoman.standings.derived import derived
from dragoman.standings.drafts import Draft
from dragoman.standings.exchange import exchanged
from dragoman.standings.fold import folded
from dragoman.standings.hostilities import fighting
from dragoman.standings.lexicon import relemmatise
from dragoman.standings.musts import musts
from dragoman.standings.promises import promised
from dragoman.standings.settled import settled
from dragoman.standings.sides import Sides
from dragoman.standings.support import Stood, Support, supported
from dragoman.standings.worded import worded

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors import Cast
    from dragoman.speech import Voices
    from dragoman.times import Calendar

_PLAIN: Final = Rule("", (), "V", (), "", None, None, (), (), frozenset(), "", "")
_STATUS: Final = {
    "promised": Status.PLANNED,
    "conditional": Status.CONDITIONAL,
    "weighed": Status.HYPOTHETICAL,
    "threatened": Status.HYPOTHETICAL,
}
# Topics where the saying is the thing: a promise of what is to come is made, not planned.
_SAID: Final = frozenset({"pledge", "demand", "advisory", "concern"})
# Values that hold as long as nobody says otherwise, whatever the words.
_LASTING: Final = frozenset({"withheld", "under review", "refused", "operating", "held", "contested"})
# The type of event whose words a topic is told in, for what is silent of that type alone.
KINDS: Final = {
    "demand": "REQUEST",
    "pledge": "AGREE",
    "agreement": "SUPPORT",
    "concern": "ACCUSE",
    "sanction": "SANCTION",
    "hostilities": "ASSAULT",
    "control": "ASSAULT",
}


def find(  # noqa: PLR0917 - the contract of the rooms
    report: Report,
    doc: "Doc",
    cast: "Cast",
    calendar: "Calendar",
    voices: "Voices",
    events: tuple[Event, ...],
) -> Stood:
    """The standings of a report in the order of the text; one told twice is one entry with both places as evidence.

    With them come findings of what was read and is not supported by its evidence, and is not given.
    """
    return _Finder(report, doc, cast, calendar, voices, events).find()


class _Finder:
    """Finds the standings of one report; holds what the rooms before have read."""

    def __init__(  # noqa: PLR0917 - the contract of the rooms
        self,
        report: Report,
        doc: "Doc",
        cast: "Cast",
        calendar: "Calendar",
        voices: "Voices",
        events: tuple[Event, ...],
    ) -> None:
        self.report = report
        self.calendar = calendar
        self.voices = voices
        self.tree = Tree(doc)
        relemmatise(self.tree)
        self.sides = Sides(self.tree, cast, voices, events)
        self.silence = None if Heads(self.tree).plain else Silence(self.tree, cast, report.boiler)
        self.events = events
        self.made: list[Draft] = []  # all drafts with their confidence, before those that say the same are joined
        self.cues = {s.cue[0]: s for s in voices.statements if s.cue is not None}

    def find(self) -> Stood:
        starts = [token.idx for token in self.tree.tokens]
        boiler = ((bisect_left(starts, start), bisect_left(starts, end)) for start, end in self.report.boiler)
        skip = frozenset(i for first, end in boiler for i in range(first, end))
        drafts = [*derived(self.tree, self.sides, self.events), *worded(self.tree, self.sides, skip)]
        drafts += musts(self.tree, self.sides)
        drafts = settled(self.tree, self.sides, drafts, skip)
        drafts = concerned(self.tree, self.sides, drafts, skip)
        drafts = promised(self.tree, self.sides, drafts)
        drafts += fighting(self.tree, self.sides, drafts, self.events)
        judge = heads.Heads(self.tree, self.sides)
        judge.weigh(drafts)
        drafts += judge.more(drafts, skip)
        self.made = [draft for draft in drafts if not self._outside(draft)]
        for draft in self.made:
            draft.when = self._when(draft)
            draft.sure = calibrated.confidence(draft)
        drafts = [draft for draft in self.made if calibrated.is_given(draft)]
        drafts = folded(self.sides, sorted(drafts, key=lambda d: d.i))
        returns = exchanged(self.tree, self.sides, drafts)
        return supported(Support(self.report, self.tree, self.sides), self._standings(drafts), drafts, returns)

    def _outside(self, draft: Draft) -> bool:
        """Whether the draft is of sport, trade, a story or long ago, as events are judged."""
        if draft.event is not None or self.silence is None or draft.rule in ("reply", "fate:did-so"):
            return False  # judged as an event or with the demand it answers, or in a text plainly of politics
        kind = KINDS.get(draft.topic, "")
        return bool(self.silence.outside(draft.i, kind, draft.holder.actors, draft.subject.actors))

    def _standings(self, drafts: list[Draft]) -> list[Standing]:
        ordinals: dict[tuple[Span, str], int] = {}
        found = []
        for draft in drafts:
            token = self.tree.tokens[draft.i]
            span = draft.event.trigger if draft.event else (token.idx, token.idx + len(token))
            ordinals[span, draft.topic] = ordinals.get((span, draft.topic), -1) + 1
            found.append(self._standing(draft, span, ordinals[span, draft.topic]))
        return found

    def _standing(self, draft: Draft, span: Span, ordinal: int) -> Standing:
        token = self.tree.tokens[draft.i]
        holder = self.sides.principal(draft.holder.actors[0])
        subject = self._subject(draft)
        return Standing(
            id=entry_id(self.report.id, "standing", span, draft.topic, ordinal),
            topic=draft.topic,
            holder=holder,
            subject=subject,
            value=draft.value,
            status=_status(draft),
            evidence=self._evidence(draft),
            confidence=round(draft.sure, 4),
            made_by=draft.rule,
            content=content(self.tree, draft.i) if draft.topic in TOPICS else None,
            when=draft.when,
            until=until(self.tree, self.calendar, self.voices, draft, self.report.published),
            conditions=draft.conditions,
            according_to=self.voices.speaker(token),
            sources=self._sources(draft),
            attributes=self._attributes(draft),
        )

    def _attributes(self, draft: Draft) -> dict[str, Attribute]:
        found: dict[str, Attribute] = {}
        if draft.topic == "mission":
            kind = self.sides.missions.kind(draft.i)
            found = {"kind": kind} if kind else {}
        if draft.guessed:
            found["inferred_party"] = True
        published = self.report.published
        return found | attributes.told(self.tree, self.sides.cast, self.calendar, self.voices, draft, published)

    def _sources(self, draft: Draft) -> tuple[str, ...]:
        """The event whose words say it, whether the standing was read from the event or from the words themselves."""
        if draft.event is not None:
            return (draft.event.id,)
        token = self.tree.tokens[draft.i]
        near = (e.id for e in self.events if e.trigger[0] < token.idx + len(token) and token.idx < e.trigger[1])
        return tuple(islice(near, 1))

    def _subject(self, draft: Draft) -> Actor | None:
        return self.sides.principal(draft.subject.actors[0]) if draft.subject.actors else None

    def _evidence(self, draft: Draft) -> Spans:
        tokens = (*draft.holder.tokens, *draft.subject.tokens, *draft.used)
        own = draft.event.evidence if draft.event else evidence(self.tree, Trigger(draft.i, _PLAIN, ()), tokens)
        if draft.topic in TOPICS:
            own = _with_content(own, content(self.tree, draft.i))
        return own + tuple(span for span in draft.more if span not in own)

    def _when(self, draft: Draft) -> When | None:
        """The day that the clause names, else that of the words themselves for what holds as they are said."""
        if draft.within is not None:
            return draft.within.when or self._when(draft.within)
        token = self.tree.tokens[draft.i]
        spoken = self.voices.spoken(token)
        when = draft.event.when if draft.event and draft.event.when else self.calendar.of(token, spoken=spoken)
        if when is not None and not (draft.topic in _SAID and self._is_to_come(when, spoken)):
            return when
        statement = self.cues.get(token.idx) or (self.voices.at(token) if draft.topic in _SAID else None)
        if statement is not None and statement.date is not None:
            return statement.date
        held = draft.light in ("negated", "refused", "weighed", "conditional") or (
            draft.topic != "demand" and draft.value in _LASTING
        )
        held = held or when is not None or (draft.light == "promised" and draft.topic == "relations")
        if held and statement is None and (said := self.voices.at(token)) is not None and said.date is not None:
            return said.date
        if held or (draft.now and _present(self.tree, draft.i)):
            return _day(spoken, Anchor.SPOKEN) or _day(self.report.published, Anchor.PUBLISHED)
        return None

    def _is_to_come(self, when: When, spoken: date | None) -> bool:
        """Whether a time lies after the words: it is that of what is promised or asked, not of the promise."""
        said = spoken or self.report.published
        return said is not None and when.end is not None and when.end > said


def _with_content(own: Spans, said: Spans | None) -> Spans:
    """The evidence with what is promised, asked or feared, where that stands right behind it: "fears that ..."."""
    if not own or not said or said[0][0] > own[0][1] + 2 or said[0][1] <= own[0][1]:
        return own
    return ((min(own[0][0], said[0][0]), said[0][1]), *own[1:])


def _day(day: date | None, anchor: Anchor) -> When | None:
    return When(day, day, Precision.DAY, anchor) if day else None


def _present(tree: Tree, i: int) -> bool:
    verb = i if tree.verbal(i) else tree.heads[i]
    tags = {tree.tokens[k].tag_ for k in (i, verb, *tree.kids_by(i, "cop", "aux"), *tree.kids_by(verb, "cop", "aux"))}
    return bool(tags & {"VBZ", "VBP"})


def _status(draft: Draft) -> Status:
    if draft.status is not None:
        return draft.status
    if draft.topic in _SAID:
        return Status.CONDITIONAL if draft.light == "conditional" else Status.HAPPENED
    if draft.light in _STATUS:
        return _STATUS[draft.light]
    return Status.ONGOING if draft.light in ("negated", "refused") or draft.now else Status.HAPPENED
