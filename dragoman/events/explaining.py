"""A report as `code` takes it, and an event's id or a place in the text, to why there is an event, or why none.

The coder runs again and notes what it thinks of every trigger (thoughts.py); what it asked of tables and heads is asked
once more here, and told in plain English.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from dragoman.codebook import codebook
from dragoman.events import calibrated
from dragoman.events.clauses import trigger_span
from dragoman.events.code import _Coder
from dragoman.events.explained import Account, HeadTold, Outcome, Rival, StatusTold, Weight
from dragoman.events.explaining_details import details
from dragoman.events.explaining_parties import Finder
from dragoman.events.explaining_rules import rule_told
from dragoman.events.explaining_status import WatchedStatuses
from dragoman.events.explaining_words import Words
from dragoman.events.heads import NONE, TOLD
from dragoman.events.silence import silences
from dragoman.language import Act
from dragoman.records import Event, Report, Span, overlap, within

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors import Cast
    from dragoman.events.lexicon import Rule
    from dragoman.events.thoughts import Thought
    from dragoman.language import Judgement
    from dragoman.places.atlas import Atlas
    from dragoman.speech import Voices
    from dragoman.times import Calendar

TOP: Final = 4  # types, modes and statuses that are told of the head
SAID: Final = 0.005  # and how likely they must be

WHY: Final = {
    Outcome.STATUS: "the words only ask for the act, promise, refuse or give it up",
    Outcome.NO_PARTIES: "no rule of the word finds parties that suffice",
    Outcome.NONE: "the event head is sure that these words name no political act",
    Outcome.INNER: "another event inside its clause counts in its stead",
}


class Explainer:
    """The events of one report, each with why it is there; `events` are those that `code` gives."""

    def __init__(
        self,
        report: Report,
        doc: "Doc",
        cast: "Cast",
        calendar: "Calendar",
        voices: "Voices",
        *,
        atlas: "Atlas | None" = None,
    ) -> None:
        self.text = report.text
        self._coder = _Coder(report, doc, cast, calendar, voices, atlas=atlas)
        self.events: tuple[Event, ...] = self._coder.events()
        self._finder = Finder(self._coder.casting, report.text)
        self._statuses = WatchedStatuses(self._coder.tree, self._coder.triggers)
        self._words = Words(self._coder, cast)

    def of(self, event: Event) -> tuple[Account, ...]:
        """How one of `events` came to be: the account of each place where it is told, the first one first."""
        told = ((t, e) for t in self._coder.thoughts.values() for e in t.events if self._is(e, event))
        return tuple(self._account(thought, telling) for thought, telling in told)

    def at(self, span: Span) -> tuple[Account, ...]:
        """Why there are events, or none, at the words of `span`; of each word that names an act, else of every word."""
        tokens = self._coder.tree.tokens
        inside = [t.i for t in tokens if not t.is_space and overlap((t.idx, t.idx + len(t)), span)]
        thoughts = self._coder.thoughts
        found = [t for t in thoughts.values() if overlap(self._span(t), span)]
        if found:
            return tuple(self._account(thought, next(iter(thought.events), None)) for thought in found)
        may = [i for i in inside if self._words.may_act(i)] or [i for i in inside if self._words.is_full(i)]
        return tuple(self._words.account(i) for i in may or inside[: len(inside) == 1])

    def _span(self, thought: "Thought") -> Span:
        return trigger_span(self._coder.tree, thought.trigger)

    def _is(self, told: Event, event: Event) -> bool:
        """Whether `event` is the entry that tells of an act."""
        entry = self._entry(told)
        return entry is not None and entry.id == event.id

    def _entry(self, told: Event) -> Event | None:
        """The entry that tells of an act: itself, or the one of the same act that took it in."""
        for event in self.events:
            if event.id == told.id:
                return event
        kin = [e for e in self.events if e.type == told.type and e.trigger != told.trigger]
        return next((e for e in kin if all(any(within(s, t) for t in e.evidence) for s in told.evidence)), None)

    def _account(self, thought: "Thought", event: Event | None) -> Account:
        """What came of a trigger; `event` is what it tells, as it was before tellings were joined."""
        coder, trigger = self._coder, thought.chosen or thought.trigger
        i = trigger.i
        entry = None if event is None else self._entry(event)
        outcome, why = self._outcome(thought)
        if entry is not None and entry not in calibrated.given((entry,)):
            outcome, entry = Outcome.UNSURE, None
            why = f"readings leave out events of a confidence below {calibrated.abstaining():.2f}"
        if event is not None and event is not thought.events[0]:
            why = "the act of the trigger calls it off"
        if entry is not None and event is not None and entry.id != event.id:
            why = "it tells again of an act that was told before: its words are evidence of that entry"
        judged = self._judged(thought)
        coded = trigger if thought.verdict is None else thought.verdict.retyped(trigger)
        span = event.trigger if event else self._span(thought)
        return Account(
            words=" ".join(self.text[slice(*span)].split()),
            span=span,
            sentence=self._words.sentence(i),
            outcome=outcome,
            why=why,
            entry=entry.id if entry else "",
            joined=entry is not None and event is not None and entry.id != event.id,
            type=event.type if event else "",
            mode=event.mode if event else None,
            rule=None if _by_head(trigger.rule) else rule_told(trigger.rule, met=self._met(trigger.used)),
            others=tuple(rule_told(rule) for rule in self._others(thought)),
            head=None if judged is None else self._head(i, judged, event.type if event else ""),
            weights=_weights(thought),
            status=self._status(thought, event),
            parties=() if thought.parties is None else self._finder.told(trigger, thought.parties),
            details=() if event is None else tuple(details(coder, thought, coded, event)),
            rivals=tuple(_rivals(thought, event)),
        )

    def _outcome(self, thought: "Thought") -> tuple[Outcome, str]:
        outcome = _outcome(thought)
        if outcome is Outcome.EVENT:
            by = "only the event head sees an act here" if _by_head(thought.trigger.rule) else "a rule fires"
            asked = (
                "; words that tell somebody to do it are a request"
                if self._coder._imperative(thought.trigger.i)
                else ""
            )
            return outcome, f"{by}, its parties are found, and nothing speaks against it{asked}"
        if outcome is Outcome.NO_PARTIES:
            return outcome, f"{WHY[outcome]} (named in the slots of the first: {self._finder.seen(thought.trigger)})"
        return outcome, self._silence(thought) if outcome is Outcome.SILENCE else WHY[outcome]

    def _silence(self, thought: "Thought") -> str:
        assert thought.chosen is not None
        assert thought.parties is not None
        sides = thought.parties.actors, thought.parties.recipients
        row = self._coder.silence.outside(thought.chosen.i, thought.chosen.rule.type, *sides)
        if row == "history":
            return "the clause is about times long ago"
        if row:
            rule = next(rule for rule in silences() if rule.id == row)
            return f"the words are about something outside politics (data/silences.tsv, row {row}, as in “{rule.yes}”)"
        return "sport, trade, weather, arts or the like: words of these fields stand beside it (data/silence.txt)"

    def _met(self, used: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self._coder.tree.tokens[k].text for k in sorted(set(used)))

    def _others(self, thought: "Thought") -> "list[Rule]":
        """The rules that fit besides the one that was chosen."""
        rules = [thought.trigger.rule, *thought.trigger.others]
        chosen = (thought.chosen or thought.trigger).rule
        return [rule for rule in rules if rule.id != chosen.id and not _by_head(rule)]

    def _judged(self, thought: "Thought") -> "Judgement | None":
        """What the heads make of the act with its parties, without them where none were found."""
        if thought.verdict is not None:
            return thought.verdict.judgement
        return self._coder.heads.of(Act((thought.trigger.i,)))

    def _head(self, i: int, judged: "Judgement", type_: str) -> HeadTold:
        """The head's judgement; modes only of `type_`, and none where there is no event."""
        heads = self._coder.heads
        hint = heads.hints.get(i)
        has_modes = bool(type_) and bool(codebook().types[type_].modes)
        modes = {name: chance for name, chance in judged.modes.items() if has_modes and name.startswith(f"{type_} ")}
        total = sum(modes.values())
        modes = {name: chance / total for name, chance in modes.items() if total}
        sides = [self._words.phrases(tokens) for tokens in heads.sides(i)]
        return HeadTold(
            None if hint is None else hint.likely,
            _top(judged.types),
            _top(modes) if modes else (),
            _top(judged.statuses),
            max(-1.0, min(1.0, judged.fact)),
            *sides,
        )

    def _status(self, thought: "Thought", event: Event | None) -> StatusTold:
        status, steps = self._statuses.told(thought.trigger)
        verdict = thought.verdict
        head = "" if verdict is None else _top(verdict.judgement.statuses)[0][0]
        return StatusTold(str(status or ""), head, TOLD if head else 0.0, str(event.status) if event else "", steps)


def _outcome(thought: "Thought") -> Outcome:
    if thought.events:
        return Outcome.EVENT
    if thought.status is None:
        return Outcome.STATUS
    if thought.parties is None:
        return Outcome.NO_PARTIES
    if thought.silent:
        return Outcome.SILENCE
    return Outcome.INNER if thought.inner else Outcome.NONE


def _by_head(rule: "Rule") -> bool:
    """Whether a rule only lends its slots to a trigger that the head found."""
    return not rule.lemmas


def _top(chances: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The likeliest labels, at least one."""
    ranked = sorted(chances.items(), key=lambda pair: (-pair[1], pair[0]))
    return (*ranked[:1], *(pair for pair in ranked[1:TOP] if pair[1] >= SAID))


def _weights(thought: "Thought") -> tuple[Weight, ...]:
    """How rule and head were weighed, likeliest type first; nothing without a verdict of the head."""
    verdict = thought.verdict
    if verdict is None or thought.chosen is None:
        return ()
    rule, heads = thought.chosen.rule, verdict.judgement.types
    known = not _by_head(rule)
    ranked = ((verdict.type, verdict.chance), *verdict.rivals)
    bonus = {rule.type: verdict.bonus, NONE: -verdict.doubt} if known else {}
    told = [(type_, chance) for type_, chance in ranked if chance >= SAID or type_ in bonus]
    return tuple(Weight(type_, heads.get(type_, 0.0), bonus.get(type_, 0.0), chance) for type_, chance in told)


def _rivals(thought: "Thought", event: Event | None) -> "list[Rival]":
    """The types and rules that it was not."""
    taken = event.type if event else NONE
    verdict = thought.verdict
    found = []
    for type_, chance in () if verdict is None else ((verdict.type, verdict.chance), *verdict.rivals):
        if type_ != taken and chance >= SAID:
            found.append(Rival(type_, chance, "", "by rule and head together"))
    chosen = (thought.chosen or thought.trigger).rule
    for rule in (thought.trigger.rule, *thought.trigger.others):
        if rule.id != chosen.id and not _by_head(rule):
            before = thought.chosen is not None and rule is thought.trigger.rule
            why = "comes first, but finds no parties" if before else "fits too, and comes later"
            found.append(Rival(rule.type, None, rule.id, why))
    return found
