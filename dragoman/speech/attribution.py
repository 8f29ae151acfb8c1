"""The record between the parts of this room: one attribution, as the words stand, before actors and dates are known."""

from dataclasses import dataclass

from dragoman.records import Form, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the text ascribes to somebody. All spans are characters of the text.

    `source` names who speaks (empty: nobody is named), `cue` says how (empty: a quotation that goes on), `content` is
    what is said without marks and without `lead`, the complementiser or addressee before it. `kind` is the class of
    data/cues.tsv, `rule` the pattern. `speaker` and `verb` are tokens, None where there is none; `depth` counts the
    quotations around the cue; `wide` marks bare objects and phrases, which are no statements of their own.
    """

    source: Spans
    cue: Spans
    content: Spans
    form: Form
    kind: str
    rule: str
    speaker: int | None = None
    verb: int | None = None
    lead: Spans = ()
    depth: int = 0
    wide: bool = False
    inside: bool = False  # the cue stands in the content of another: speech in speech
    unheard: bool = False  # a rule found it alone, the encoder heard no such cue
    label: str = ""  # the name before the colon in a transcript ("Q", "SMITH"), else empty

    @property
    def whole(self) -> Spans:
        """The content with its lead, as PolNeAR counts it: "that A", "X to do A"."""
        return tuple(sorted((*self.lead, *self.content)))
