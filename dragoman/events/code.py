"""A report with its Doc, cast, calendar and voices to its events; the way through the files of this room."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dragoman.codebook import codebook
from dragoman.events.attributes import numbers
from dragoman.events.clauses import evidence, trigger_span
from dragoman.events.contexts import contexts
from dragoman.events.lexicon import Rule, classes
from dragoman.events.parties import Casting, Parties
from dragoman.events.silence import Silence
from dragoman.events.status import Statuses
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger, find
from dragoman.records import Actor, Attribute, Event, Place, Report, Span, Spans, Status, When, entry_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors import Cast
    from dragoman.places.atlas import Atlas
    from dragoman.speech import Voices
    from dragoman.times import Calendar

# Prior confidence of a reading by the tree, and what lowers it: set by hand near the shares of right parties on the
# development reports (0.68 plain, 0.59 with a guessed side), not calibrated.
CONFIDENCE: Final = 0.75
SOFT: Final = 0.55
GUESSED: Final = 0.85

# What is asked for, refused or threatened -> mode of the request, refusal or threat (PLOVER codebook 2021, modes).
YIELDING: Final = {"RETREAT": "yield", "CONCEDE": "yield"}
HELPING: Final = {"AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet"}
MODES: Final = {
    "REQUEST": YIELDING | HELPING,
    "REJECT": YIELDING | HELPING,
    "THREATEN": {
        "SANCTION expel": "expel",
        "SANCTION withdraw": "relations",
        "SANCTION discontinue": "relations",
        "SANCTION": "restrict",
        "COERCE arrest": "arrest",
        "COERCE ban": "ban",
        "COERCE seize": "territory",
        "COERCE": "restrict",
        "ASSAULT": "violence",
        "MOBILIZE": "violence",
    },
}
# Classes of what is given -> mode of AID; the first that fits. PLOVER's manual, draft modes.
AIDS: Final = {"ARMSAID": "military", "RELIEF": "humanitarian", "MONEY": "economic"}

# CAMEO's codes of appeals (02), beside those of demands (10) that the codebook gives for REQUEST's modes.
APPEALS: Final = {"assist": "023", "change": "024", "yield": "025", "meet": "026"}
KNOWN: Final = frozenset(key for table in MODES.values() for key in table)


def code(
    report: Report,
    doc: "Doc",
    cast: "Cast",
    calendar: "Calendar",
    voices: "Voices",
    *,
    atlas: "Atlas | None" = None,
) -> tuple[Event, ...]:
    """The events of a report in the order of the text; one told twice is one entry with both places as evidence.

    Without an `atlas` no event has a place.
    """
    return _Coder(report, doc, cast, calendar, voices, atlas=atlas).events()


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes two tellings one event."""

    type: str
    lemma: str
    status: Status
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    when: tuple[str, str] | None


class _Coder:
    """Codes one report; holds what the rooms before have read."""

    def __init__(
        self,
        report: Report,
        doc: "Doc",
        cast: "Cast",
        calendar: "Calendar",
        voices: "Voices",
        *,
        atlas: "Atlas | None",
    ) -> None:
        self.report = report
        self.atlas = atlas
        self.cast = cast
        self.calendar = calendar
        self.voices = voices
        self.tree = Tree(doc)
        self.casting = Casting(self.tree, cast, lambda i: voices.speaker(self.tree.tokens[i]))
        self.silence = Silence(self.tree, cast, report.boiler)
        self.triggers = find(self.tree, lambda k: bool(cast.of(self.tree.tokens[k])), self.silence.boiler)
        self.statuses = Statuses(self.tree, self.triggers)

    def events(self) -> tuple[Event, ...]:
        found: dict[_Key, Event] = {}
        ordinals: dict[tuple[Span, str], int] = {}
        for trigger in self.triggers:
            event = self._event(trigger, ordinals)
            if event is None:
                continue
            for one in (event, *self._cancelled(trigger, event, ordinals)):
                key = _key(one, self.tree.lemmas[trigger.i])
                found[key] = _joined(found[key], one) if key in found else one
        return tuple(found.values())

    def _event(self, trigger: Trigger, ordinals: dict[tuple[Span, str], int]) -> Event | None:
        i = trigger.i
        if self._imperative(i):
            trigger = replace(trigger, rule=_asking(trigger.rule), others=())
        status = self.statuses.of(trigger)
        cast = None if status is None else self._cast_in(trigger)
        if status is None or cast is None or self.silence.of(*cast):
            return None
        trigger, parties = cast
        rule = trigger.rule
        if "noinner" in rule.flags and self._holds_another(i):
            return None
        span = trigger_span(self.tree, trigger)
        ordinal = ordinals[span, rule.type] = ordinals.get((span, rule.type), -1) + 1
        kind = codebook().types[rule.type]
        mode = self._mode(trigger, parties)
        cameo = self._cameo(rule, mode)
        spoken = self.voices.spoken(self.tree.tokens[i])
        return Event(
            id=entry_id(self.report.id, "event", span, rule.type, ordinal),
            type=rule.type,
            mode=mode,
            trigger=span,
            actors=parties.actors,
            recipients=parties.recipients,
            status=status,
            evidence=evidence(self.tree, trigger, parties.tokens),
            confidence=_confidence(trigger, parties, status),
            made_by=f"lexicon:{rule.id}",
            contexts=contexts(self.tree, trigger),
            cameo=cameo,
            goldstein=codebook().cameo[cameo].goldstein if cameo else None,
            quad=kind.quad,
            when=self._when(i, spoken),
            where=self._where(i),
            according_to=self.voices.speaker(self.tree.tokens[i]) or self._accuser(i),
            attributes=self._attributes(trigger, parties),
        )

    def _holds_another(self, i: int) -> bool:
        """Whether a trigger lies in the clause that verb `i` takes: then the denial is that event's status."""
        inner = self.tree.slot(i, "comp") + self.tree.slot(i, "obj")
        spans = [(self.tree.tokens[k].left_edge.i, self.tree.tokens[k].right_edge.i) for k in inner]
        return any(low <= t.i <= high for low, high in spans for t in self.triggers if t.i != i)

    def _imperative(self, i: int) -> bool:
        """Whether somebody quoted tells another to do it: "Give me fuel"."""
        tree = self.tree
        if tree.tokens[i].tag_ != "VB" or not tree.verbal(i) or tree.deps[i] not in ("ccomp", "ROOT", "parataxis"):
            return False
        if tree.kids_by(i, "aux", "mark", "nsubj", "nsubj:pass", "csubj", "aux:pass"):
            return False
        return self.voices.at(tree.tokens[i]) is not None

    def _accuser(self, i: int) -> Actor | None:
        """Who alleges the act: the subject of the accusation that it hangs on, "accuses Chad of arming them"."""
        head = self.tree.heads[i]
        rules = [t.rule for t in self.triggers if t.i == head]
        if not rules or rules[0].type != "ACCUSE" or self.tree.deps[i] not in ("advcl", "xcomp", "ccomp", "acl"):
            return None
        found = self.casting.slots.named(self.tree.slot(head, "subj")).actors
        return found[0] if found else None

    def _cancelled(self, trigger: Trigger, event: Event, ordinals: dict[tuple[Span, str], int]) -> list[Event]:
        """The meeting or visit that an event calls off, as one that did not take place."""
        met = classes()["TALKS"] | classes()["TRIP"]
        nouns = [k for k in self.tree.slot(trigger.i, "obj") if self.tree.lemmas[k] in met]
        if "cancels" not in trigger.rule.flags or not nouns or event.status is not Status.HAPPENED:
            return []
        token = self.tree.tokens[nouns[0]]
        span = (token.idx, token.idx + len(token))
        ordinal = ordinals[span, "CONSULT"] = ordinals.get((span, "CONSULT"), -1) + 1
        mode = "visit" if self.tree.lemmas[nouns[0]] in classes()["TRIP"] else None
        cameo = codebook().cameo_of("CONSULT", mode)
        return [
            replace(
                event,
                id=entry_id(self.report.id, "event", span, "CONSULT", ordinal),
                type="CONSULT",
                mode=mode,
                trigger=span,
                status=Status.DENIED,
                cameo=cameo,
                goldstein=codebook().cameo[cameo].goldstein if cameo else None,
                quad=codebook().types["CONSULT"].quad,
                when=self.calendar.of(token),
                where=self._where(nouns[0]),
            )
        ]

    def _cast_in(self, trigger: Trigger) -> tuple[Trigger, Parties] | None:
        """The trigger with the first of its rules that finds its parties."""
        for rule in (trigger.rule, *trigger.others):
            chosen = replace(trigger, rule=rule)
            parties = self.casting.parties(chosen)
            if parties is not None:
                return chosen, parties
        return None

    def _mode(self, trigger: Trigger, parties: Parties) -> str | None:
        """The rule's mode, else what the words asked for or threatened with say, or where they met."""
        rule, i = trigger.rule, trigger.i
        if rule.type == "CONSULT" and rule.mode is None and self._abroad(i, parties):
            return "visit"
        inner = self._asked(i) if rule.opaque else None
        mode = (inner and MODES.get(rule.type, {}).get(inner)) or rule.mode
        if mode is None and rule.type == "REQUEST" and self._for_help(i):
            mode = "assist"
        if mode is None and rule.type == "AID":
            mode = self._help(i)
        return mode if mode in codebook().types[rule.type].modes else None

    def _for_help(self, i: int) -> bool:
        """Whether aid is what is asked for: "begged Kenya for ammunition"."""
        wanted = self.tree.slot(i, "for")
        return any(self.tree.lemmas[self.tree.through(k)] in classes()["AIDGOOD"] | {"help"} for k in wanted)

    def _help(self, i: int) -> str | None:
        """What kind of aid is given: by the words that verb or noun `i` takes."""
        tree = self.tree
        given = [tree.through(k) for slot in ("obj", "of", "with", "compound", "subj") for k in tree.slot(i, slot)]
        words = {tree.lemmas[j] for k in given for j in (k, *tree.kids_by(k, "compound", "amod", "conj"))}
        for name, mode in AIDS.items():
            if words & classes()[name]:
                return mode
        return None

    def _asked(self, i: int) -> str | None:
        """What is asked, refused or threatened at verb `i`: the type of the first act inside, and its mode."""
        inside = [k for slot in ("comp", "obj", "for", "to") for k in self.tree.slot(i, slot)]
        for k in inside:
            low, high = self.tree.tokens[k].left_edge.i, self.tree.tokens[k].right_edge.i
            for t in self.triggers:
                if low <= t.i <= high and t.i != i:
                    full = f"{t.rule.type} {t.rule.mode}"
                    return full if full in KNOWN else t.rule.type
        return None

    def _abroad(self, i: int, parties: Parties) -> bool:
        """Whether they met at a place of the recipients': then the actors are visitors there."""
        own = {a.country for a in parties.actors}
        hosts = {a.country for a in parties.recipients} - {None}
        codes = {self.cast.country_of(self.tree.tokens[k]) for k in self.tree.slot(i, "in")}
        return bool(codes & hosts) and not codes & own

    def _cameo(self, rule: Rule, mode: str | None) -> str | None:
        """The rule's code, or that of the mode where the text has made the mode more exact than the rule."""
        if mode is not None and mode != rule.mode:
            appeal = rule.type == "REQUEST" and (rule.cameo or "").startswith("02")
            return APPEALS.get(mode) if appeal else codebook().cameo_of(rule.type, mode)
        return rule.cameo if rule.cameo in codebook().cameo else codebook().cameo_of(rule.type, mode)

    def _when(self, i: int, spoken: object) -> When | None:
        """The calendar's answer for the trigger, else for the verb that carries it."""
        token = self.tree.tokens[i]
        when = self.calendar.of(token, spoken=spoken)  # type: ignore[arg-type]
        if when is None and self.tree.deps[i] == "conj" and not self.tree.kids_by(i, "nsubj", "nsubj:pass"):
            when = self.calendar.of(self.tree.tokens[self.tree.heads[i]], spoken=spoken)  # type: ignore[arg-type]
        if when is None and not self.tree.verbal(i):
            verb = self.tree.light(i)
            if verb is not None:
                when = self.calendar.of(self.tree.tokens[verb], spoken=spoken)  # type: ignore[arg-type]
        # an act done by speaking ("denied", "demanded") took place when the words were said
        return when if when is not None else self.voices.said(token)

    def _where(self, i: int) -> Place | None:
        return None if self.atlas is None else self.atlas.of(self.tree.tokens[i])

    def _attributes(self, trigger: Trigger, parties: Parties) -> dict[str, Attribute]:
        found: dict[str, Attribute] = dict(numbers(self.tree, trigger))
        if parties.guessed:
            found["inferred_party"] = True
        return found


def _asking(rule: Rule) -> Rule:
    """The request that a rule's verb makes as an imperative, by the one who speaks, of the other side."""
    mode = (YIELDING | HELPING).get(rule.type)
    flags = (rule.flags - {"need2", "sym", "official", "people", "military"}) | {"opaque"}
    slots = ("subj",)
    return replace(rule, type="REQUEST", mode=mode, cameo=None, actor=slots, recipient=("?",), flags=flags)


def _confidence(trigger: Trigger, parties: Parties, status: Status) -> float:
    prior = SOFT if "soft" in trigger.rule.flags else CONFIDENCE
    if parties.guessed:
        prior *= GUESSED
    return prior if status is not Status.HYPOTHETICAL else prior * 0.8


def _names(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(sorted({a.id for a in actors}))


def _key(event: Event, lemma: str) -> _Key:
    when = (str(event.when.start), str(event.when.end)) if event.when else None
    return _Key(event.type, lemma, event.status, (_names(event.actors), _names(event.recipients)), when)


def _joined(first: Event, second: Event) -> Event:
    """The first telling with the evidence of both."""
    spans: Spans = first.evidence + tuple(s for s in second.evidence if s not in first.evidence)
    return replace(first, evidence=spans, confidence=max(first.confidence, second.confidence))
