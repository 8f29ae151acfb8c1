"""Takes a report with Doc, cast and calendar, gives its statements: who says what, when, to whom, after whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc

from dragoman.records import Actor, Report, Span, Spans, Statement, entry_id, within
from dragoman.speech.attribution import Attribution
from dragoman.speech.attributions import Finder
from dragoman.speech.circumstances import addressee, venue
from dragoman.speech.dates import Dates
from dragoman.speech.speakers import ASKER, Speakers
from dragoman.speech.stated import ground
from dragoman.speech.tree import Tree

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.times import Calendar

# Rule -> how often content and source are both right: pair precision on 110 PolNeAR train reports, moved towards the
# reading reports where those have ten or more. Rules of the form "phrase.of" stand under "phrase".
PRIORS: Final = {
    "quote": 0.92, "say.that": 0.85, "say.aside": 0.85, "say.fronted": 0.75, "say.beside": 0.5, "say.after": 0.55,
    "according": 0.83, "goes_on": 0.6, "turn": 0.9, "colon": 0.6, "loose": 0.4, "noun.that": 0.6, "ask.to": 0.7,
    "ask.on": 0.7, "say.to": 0.65, "say.ing": 0.75, "judge": 0.65, "phrase": 0.6, "np": 0.5,
}  # fmt: skip
UNNAMED: Final = 0.7  # what is left of the prior where no speaker is known


def find(report: Report, doc: Doc, cast: "Cast", calendar: "Calendar") -> tuple[Statement, ...]:
    """The statements of `report` in the order of the text; two actors who say the same give two statements.

    Never raises on a text. A speaker is None where nobody is named; `according_to` is the speaker of the statement
    whose content holds this one's cue.
    """
    finder = Finder(Tree(doc), report.boiler)
    made = list(_Maker(report, finder, cast, calendar).statements())
    return tuple(_nest(made))


@dataclass(slots=True)
class _Said:
    """A statement, where its cue stands and whether its date was read at its own cue."""

    statement: Statement
    at: int


class _Maker:
    """Puts actors and dates on the attributions of one report, from the first to the last."""

    def __init__(self, report: Report, finder: Finder, cast: "Cast", calendar: "Calendar") -> None:
        self.report, self.finder, self.tree = report, finder, finder.tree
        self.speakers = Speakers(finder.tree, cast)
        self.cast = cast
        self.dates = Dates(report, finder.tree, finder.page, calendar)

    def statements(self) -> Iterator[_Said]:
        for a in self.finder.all():
            if ground(self.tree, a) is not None:
                continue
            for n, actor in enumerate(self._who(a) or (None,)):
                if actor is not None:
                    self.speakers.heard(actor)
                yield _Said(self._make(a, actor, n), a.cue[0][0] if a.cue else a.content[0][0])

    def _who(self, a: Attribution) -> tuple[Actor, ...]:
        if not a.label:
            return self.speakers.of(a)
        if a.speaker is None:
            return (ASKER,)
        actor = self.speakers.labelled(a.label, a.speaker)
        return (actor,) if actor is not None else ()

    def _make(self, a: Attribution, actor: Actor | None, ordinal: int) -> Statement:
        hull = (a.content[0][0], a.content[-1][1])
        to = addressee(self.tree, a.verb, a.speaker) if a.verb is not None and a.cue else None
        heard = self.cast.of(self.tree.doc[to]) if to is not None else ()
        prior = PRIORS.get(a.rule if a.rule in PRIORS else a.rule.partition(".")[0], 0.5)
        return Statement(
            id=entry_id(self.report.id, "statement", hull, a.kind, ordinal),
            speaker=actor,
            content=a.content,
            form=a.form,
            evidence=_evidence(a),
            confidence=round(prior if actor is not None else prior * UNNAMED, 3),
            made_by=f"speech:{a.rule}",
            addressee=heard[0] if heard else None,
            cue=a.cue[0] if a.cue else None,
            venue=venue(self.tree, a.verb) if a.verb is not None and a.cue else None,
            date=self.dates.of(a, actor, self.finder.page.paragraph(a.content[0][0])),
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


def _nest(made: list[_Said]) -> Iterator[Statement]:
    """The statements with `according_to`: the speaker of the nearest earlier one whose content holds the cue."""
    open_: list[Statement] = []
    for said in made:
        s, at = said.statement, (said.at, said.at + 1)
        open_ = [o for o in open_ if o.content[-1][1] > s.content[0][0]]
        outer = next(
            (o for o in reversed(open_) if o.content != s.content and any(within(at, span) for span in o.content)), None
        )
        if outer is not None:
            s = replace(s, according_to=outer.speaker)
        yield s
        open_.append(s)
