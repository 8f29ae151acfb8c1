"""Takes a report with Doc, cast and calendar, gives its statements: who says what, when, to whom, after whom."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc

from dragoman.records import Actor, Report, Span, Spans, Statement, entry_id, within
from dragoman.speech import circumstances, interview
from dragoman.speech.attribution import Attribution
from dragoman.speech.attributions import Finder
from dragoman.speech.circumstances import Circumstances
from dragoman.speech.dates import Dates
from dragoman.speech.speakers import ASKER, Speakers
from dragoman.speech.stated import ground
from dragoman.speech.tree import Tree
from dragoman.speech.voices import spoken

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.times import Calendar

# Rule -> how often content and source are both right: pair precision on 110 PolNeAR train reports, moved towards the
# reading reports where those have ten or more. Rules of the form "phrase.of" stand under "phrase".
PRIORS: Final = {
    "quote": 0.92, "say.that": 0.85, "say.aside": 0.85, "say.fronted": 0.75, "say.beside": 0.5, "say.after": 0.55,
    "according": 0.83, "goes_on": 0.6, "turn": 0.9, "colon": 0.6, "loose": 0.4, "noun.that": 0.6, "ask.to": 0.7,
    "ask.on": 0.7, "say.to": 0.65, "say.ing": 0.75, "judge": 0.65, "phrase": 0.6, "np": 0.5,
    "heard": 0.65, "introduced": 0.6, "named.after": 0.8, "label": 0.6,
}  # fmt: skip
UNNAMED: Final = 0.7  # what is left of the prior where no speaker is known


def find(report: Report, doc: Doc, cast: "Cast", calendar: "Calendar") -> tuple[Statement, ...]:
    """The statements of `report` in the order of the text; two actors who say the same give two statements.

    Never raises on a text. A speaker is None where nobody is named; `according_to` is the speaker of the statement
    whose content holds this one's cue.
    """
    finder = Finder(Tree(doc), report.boiler)
    return tuple(_Maker(report, finder, cast, calendar).statements())


class _Maker:
    """Puts actors and dates on the attributions of one report, from the first to the last."""

    def __init__(self, report: Report, finder: Finder, cast: "Cast", calendar: "Calendar") -> None:
        self.report, self.finder, self.tree = report, finder, finder.tree
        turns = finder.page.turns
        first = turns[0].name[0] if turns else 0
        self.asker = interview.asks(finder.tree, cast, first) or ASKER
        self.speakers = Speakers(finder.tree, cast, interview.answers(finder.tree, cast, first))
        self.cast = cast
        self.dates = Dates(report, finder.tree, finder.page, calendar)
        self.ordinals: dict[tuple[Span, str], int] = {}  # (hull of the content, class) -> statements made of it so far
        self.open: list[Statement] = []  # those whose content the reading has not left yet, from the outermost in

    def statements(self) -> Iterator[Statement]:
        for a in self.finder.all():
            if ground(self.tree, a) is not None:
                continue
            around = circumstances.of(self.tree, a)
            outer = self._outer(a)
            actors, carrier = self._who(a, around)
            if carrier is None and outer is not None:
                carrier = outer.speaker or outer.according_to
            for actor in actors or (None,):
                if actor is not None:
                    self.speakers.heard(actor, a, around)
                made = self._make(a, actor, around, spoken(outer))
                if carrier is not None and carrier.id != (actor.id if actor is not None else ""):
                    made = replace(made, according_to=carrier)
                if any(o.content == made.content and o.speaker == made.speaker for o in self.open):
                    continue  # "El Watan said, quoting diplomats, that A": one saying, found by both its cues
                self.open.append(made)
                yield made

    def _outer(self, a: Attribution) -> Statement | None:
        """The innermost statement whose content holds the cue of `a`: whose speaker reports it."""
        at = a.cue[0][0] if a.cue else a.content[0][0]
        self.open = [o for o in self.open if o.content[-1][1] > a.content[0][0]]
        holding = (o for o in reversed(self.open) if o.content != a.content)
        return next((o for o in holding if any(within((at, at + 1), span) for span in o.content)), None)

    def _who(self, a: Attribution, around: Circumstances) -> tuple[tuple[Actor, ...], Actor | None]:
        """Who says `a`, and who passes it on."""
        if not a.label:
            return self.speakers.chain(a, around)
        if a.speaker is None:
            return (self.asker,), None
        actor = self.speakers.labelled(a.label, a.speaker)
        return ((actor,) if actor is not None else ()), None

    def _make(self, a: Attribution, actor: Actor | None, around: Circumstances, day: date | None) -> Statement:
        hull = (a.content[0][0], a.content[-1][1])
        ordinal = self.ordinals.get((hull, a.kind), 0)
        self.ordinals[hull, a.kind] = ordinal + 1
        place = circumstances.words(self.tree, around.venue, self.dates.timed) if around.venue is not None else None
        prior = PRIORS.get(a.rule if a.rule in PRIORS else a.rule.partition(".")[0], 0.5)
        return Statement(
            id=entry_id(self.report.id, "statement", hull, a.kind, ordinal),
            speaker=actor,
            content=a.content,
            form=a.form,
            evidence=_evidence(a),
            confidence=round(prior if actor is not None else prior * UNNAMED, 3),
            made_by=f"speech:{a.rule}",
            addressee=self.speakers.hearer(around.addressee) if around.addressee is not None else None,
            cue=a.cue[0] if a.cue else None,
            venue=place or None,
            date=self.dates.of(a, actor, self.finder.page.paragraph(a.content[0][0]), around, day),
            attributes={"class": a.kind},
        )


def _evidence(a: Attribution) -> Spans:
    """The clause with source, cue and content: one span where they stand together, else one for each part."""
    parts = sorted({*a.content, *a.cue, *a.source})
    out: list[Span] = []
    for start, end in parts:
        if out and start - out[-1][1] <= NEAR:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


NEAR: Final = 60  # characters between parts of one clause: "foreign ministry spokeswoman", "on Monday,"
