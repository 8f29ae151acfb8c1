"""A report with its Doc, cast, calendar and voices to its events; the way through the files of this room."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dragoman.codebook import codebook
from dragoman.events import calibrated
from dragoman.events.attributes import numbers
from dragoman.events.cameo import exact, inside
from dragoman.events.clauses import evidence, trigger_span
from dragoman.events.contexts import contexts
from dragoman.events.dating import Dating
from dragoman.events.heads import NONE, Heads
from dragoman.events.lexicon import Rule, classes
from dragoman.events.modes import HELPING, YIELDING, Modes
from dragoman.events.parties import Casting, Parties
from dragoman.events.same import Once, Telling
from dragoman.events.sided import Sided
from dragoman.events.silence import Silence
from dragoman.events.status import Statuses
from dragoman.events.thoughts import Thought
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger, find
from dragoman.events.words import DEFINITE
from dragoman.records import Actor, Attribute, Event, Place, Report, Span, Status, entry_id

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors import Cast
    from dragoman.places.atlas import Atlas
    from dragoman.speech import Voices
    from dragoman.times import Calendar

# CAMEO's codes of appeals (02), beside those of demands (10) that the codebook gives for REQUEST's modes.
APPEALS: Final = {"assist": "023", "change": "024", "yield": "025", "meet": "026"}


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
        self.dating = Dating(self.tree, calendar, voices, self.casting.around.sentence_of)
        self.silence = Silence(self.tree, cast, report.boiler)
        self.heads = Heads(self.tree)
        found = find(self.tree, lambda k: bool(cast.of(self.tree.tokens[k])), self.silence.boiler)
        self.triggers = self.heads.widened(found, self.silence.boiler)
        self.sided = Sided(self.heads, self.casting)
        self.modes = Modes(self.tree, cast, self.triggers)
        self.statuses = Statuses(self.tree, self.triggers)
        self.thoughts: dict[int, Thought] = {}

    def events(self) -> tuple[Event, ...]:
        once = Once()
        ordinals: dict[tuple[Span, str], int] = {}
        for trigger in self.triggers:
            event = self._event(trigger, ordinals)
            if event is None:
                if self._taken_up(trigger.i):
                    once.mention(trigger.rule.type, self.tree.lemmas[trigger.i], evidence(self.tree, trigger, ()))
                continue
            for one in (event, *self._cancelled(trigger, event, ordinals)):
                self.thoughts[trigger.i].events.append(one)
                once.add(self._telling(trigger.i, one))
        return once.events()

    def signs(self, thought: Thought, event: Event) -> dict[str, float]:
        """What the confidence of `event`, which came of `thought`, was made from."""
        if thought.chosen is None or thought.parties is None:
            return {}
        quoted = self._quoted(thought.trigger.i)
        return calibrated.event_signs(
            self.tree, thought.chosen, thought.parties, event.status, thought.verdict, quoted=quoted
        )

    def _telling(self, i: int, event: Event) -> Telling:
        sentence = self.casting.around.sentence_of.get(i, 0)
        return Telling(event, self.tree.lemmas[i], sentence, self.tree.verbal(i), self._taken_up(i))

    def _taken_up(self, i: int) -> bool:
        """Whether a noun refers back to what was told: "the arrests", "those raids", "Mali's refusal"."""
        tree = self.tree
        if tree.verbal(i):
            return False
        return any(
            tree.deps[k] == "nmod:poss" or (tree.deps[k] == "det" and tree.lower[k] in DEFINITE) for k in tree.kids(i)
        )

    def _event(self, trigger: Trigger, ordinals: dict[tuple[Span, str], int]) -> Event | None:
        i = trigger.i
        if self._imperative(i):
            trigger = replace(trigger, rule=_asking(trigger.rule), others=())
        thought = self.thoughts[i] = Thought(trigger)
        thought.status = status = self.statuses.of(trigger)
        cast = None if status is None else self._cast_in(trigger)
        if status is None or cast is None:
            return None
        trigger, parties = thought.chosen, thought.parties = cast
        if not self.heads.plain and self.silence.of(trigger, parties):
            thought.silent = True
            return None
        thought.verdict = verdict = self.heads.judge(trigger, parties.actors, parties.recipients)
        if verdict is not None:
            if verdict.type == NONE:
                return None
            trigger, status = verdict.retyped(trigger), verdict.settled(status)
        rule = trigger.rule
        if "noinner" in rule.flags and self._holds_another(i):
            thought.inner = True
            return None
        self.casting.guessing.told(i, rule.type, parties.actors, parties.recipients)
        span = trigger_span(self.tree, trigger)
        ordinal = ordinals[span, rule.type] = ordinals.get((span, rule.type), -1) + 1
        kind = codebook().types[rule.type]
        said = self.modes.of(trigger, parties)  # the heads' mode is a guess, too little for a code
        mode = said or (verdict.mode(rule.type) if verdict else None)
        cameo = self._cameo(trigger, said)
        return Event(
            id=entry_id(self.report.id, "event", span, rule.type, ordinal),
            type=rule.type,
            mode=mode,
            trigger=span,
            actors=parties.actors,
            recipients=parties.recipients,
            status=status,
            evidence=evidence(self.tree, trigger, parties.tokens),
            confidence=calibrated.event(self.tree, trigger, parties, status, verdict, quoted=self._quoted(i)),
            made_by=_made_by(rule, parted=thought.chosen.rule.type != rule.type),
            contexts=contexts(self.tree, trigger, self.report.title),
            cameo=cameo,
            goldstein=codebook().cameo[cameo].goldstein if cameo else None,
            quad=kind.quad,
            when=self.dating.of(trigger, status, parties.actors),
            where=self._where(i),
            according_to=self.voices.speaker(self.tree.tokens[i]) or self._accuser(i),
            attributes=self._attributes(trigger, parties),
        )

    def _quoted(self, i: int) -> bool:
        """Whether somebody is said to say these words."""
        return self.voices.at(self.tree.tokens[i]) is not None

    def _holds_another(self, i: int) -> bool:
        """Whether a trigger lies in the clause that verb `i` takes: then the denial is that event's status."""
        clauses = self.tree.slot(i, "comp")
        spans = [(self.tree.tokens[k].left_edge.i, self.tree.tokens[k].right_edge.i) for k in clauses]
        things = {j for k in self.tree.slot(i, "obj") for j in (k, self.tree.through(k))}
        others = [t.i for t in self.triggers if t.i != i]
        return any(k in things or any(low <= k <= high for low, high in spans) for k in others)

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
                when=self.dating.of_token(token),
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
        parties = self.sided.parties(trigger)
        return None if parties is None else (trigger, parties)

    def _cameo(self, trigger: Trigger, mode: str | None) -> str | None:
        """The rule's code or that of its mode, made as exact as the words around the trigger allow."""
        rule, i = trigger.rule, trigger.i
        known = codebook().cameo.get(rule.cameo or "")
        own = known is not None and (known.type == rule.type or mode is None)
        base = known.code if known and own else codebook().cameo_of(rule.type, mode)
        if mode is not None and mode != rule.mode:
            appeal = rule.type == "REQUEST" and (rule.cameo or "").startswith("02")
            base = APPEALS.get(mode) if appeal else codebook().cameo_of(rule.type, mode)
        if base is None:
            return None
        asked = inside(self.tree, i, self.triggers) if rule.opaque else None
        return exact(self.tree, i, base, rule.type, self._cameo(asked, asked.rule.mode) if asked else None)

    def _where(self, i: int) -> Place | None:
        return None if self.atlas is None else self.atlas.of(self.tree.tokens[i])

    def _attributes(self, trigger: Trigger, parties: Parties) -> dict[str, Attribute]:
        found: dict[str, Attribute] = dict(numbers(self.tree, trigger))
        if parties.guessed:
            found["inferred_party"] = True
        return found


def _made_by(rule: Rule, *, parted: bool) -> str:
    """The rule, or the heads where no rule knew the word or they have `parted` from its type."""
    if rule.id.startswith("heads-"):
        return rule.id.replace("-", ":", 1)
    return f"heads:{rule.type.lower()}/{rule.id}" if parted else f"lexicon:{rule.id}"


def _asking(rule: Rule) -> Rule:
    """The request that a rule's verb makes as an imperative, by the one who speaks, of the other side."""
    mode = (YIELDING | HELPING).get(rule.type)
    flags = (rule.flags - {"need2", "sym", "official", "people", "military"}) | {"opaque"}
    slots = ("subj",)
    return replace(rule, type="REQUEST", mode=mode, cameo=None, actor=slots, recipient=("?",), flags=flags)
