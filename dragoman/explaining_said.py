"""A statement to where it comes from: the pattern that found it, its cue, its speaker, its form, its day, how sure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dragoman.events.explained import Detail
from dragoman.records import Actor, Form, Report, Span, Spans, Statement, When, overlap, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The patterns of `speech`, by the rule's name or the part before its dot.
PATTERNS: Final = {
    "quote": "words in quotation marks, with a verb or noun of saying that governs them",
    "say.that": "a verb of saying with a clause, with or without “that”",
    "say.aside": "a clause with “NAME said” set beside it",
    "say.fronted": "what was said stands before the verb of saying",
    "say.beside": "a clause beside the verb of saying",
    "say.after": "a clause that follows the verb of saying",
    "say.to": "a verb of saying with an infinitive",
    "say.ing": "a verb of saying with a participle",
    "ask.to": "a verb of asking with an infinitive",
    "ask.on": "a verb of asking with “on ... to”",
    "ask": "a verb of asking and what is asked",
    "noun.that": "a noun of saying with a clause",
    "noun.to": "a noun of saying with an infinitive",
    "noun": "a noun of saying and what hangs on it",
    "according": "“according to” and its like",
    "judge": "a verb of judging: what somebody calls or describes as something",
    "phrase": "a verb of saying with a phrase of what is said",
    "np": "a verb of saying with a noun for what is said",
    "raise": "a verb like “seem” with an infinitive",
    "heard": "only the speech heads of the encoder hear it",
    "introduced": "words that the sentence before introduces",
    "named": "a name before or after the words says whose they are",
    "goes_on": "a quotation that goes on from the one before",
    "turn": "a turn in an interview or transcript",
    "colon": "words behind a name and a colon",
    "label": "words behind a label of a transcript",
    "loose": "a quotation with nobody's name on it: the speaker last named",
}
FORMS: Final = {
    Form.DIRECT: "all of the words stand in quotation marks",
    Form.INDIRECT: "none of the words stand in quotation marks",
    Form.MIXED: "some of the words stand in quotation marks",
}


def said_details(report: Report, doc: "Doc", statement: Statement) -> Iterator[Detail]:
    """What was read of a statement and from which words."""
    rule = statement.made_by.partition(":")[2]
    pattern = PATTERNS.get(rule) or PATTERNS.get(rule.partition(".")[0], "a pattern of the speech room")
    yield Detail("found by", statement.made_by, pattern)
    yield _cue(report, statement)
    yield Detail("heads", *_heard(doc, statement))
    yield _party(report, "speaker", statement.speaker)
    if statement.addressee is not None:
        yield _party(report, "addressee", statement.addressee)
    yield Detail("form", str(statement.form), FORMS[statement.form])
    if statement.venue:
        yield Detail("venue", statement.venue, "a phrase beside the cue")
    yield day_detail(report, statement.date)
    if statement.according_to is not None:
        yield Detail("according to", statement.according_to.name, "the words stand in a statement of this speaker")
    yield Detail("evidence", offsets(statement.evidence), one_line(words_of(report.text, statement.evidence)))
    unnamed = "" if statement.speaker is not None else ", lowered since nobody is named"
    yield Detail("confidence", f"{statement.confidence:.2f}", f"how often this pattern is right{unnamed}")


def _cue(report: Report, statement: Statement) -> Detail:
    kind = statement.attributes.get("class")
    if statement.cue is None:
        return Detail("cue", "none", "no word of saying stands beside it")
    words = one_line(report.text[slice(*statement.cue)])
    return Detail("cue", f"“{words}”", f"a word of the class {kind} (dragoman/speech/data/cues.tsv)" if kind else "")


def _heard(doc: "Doc", statement: Statement) -> tuple[str, str]:
    """What the speech heads make of the same words."""
    from dragoman import language

    best = 0.0
    for one in language.heard(doc):
        spans = [_span(doc, *one.cue)] if statement.cue else [_span(doc, *part) for part in one.content]
        wanted = (statement.cue,) if statement.cue else statement.content
        if any(overlap(a, b) for a in spans for b in wanted):
            best = max(best, one.score)
    if not best:
        return "not heard", "a pattern found it alone; the encoder hears nobody say something here"
    return f"{best:.2f}", "so sure is the encoder that somebody says something here"


def _span(doc: "Doc", start: int, end: int) -> Span:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _party(report: Report, what: str, actor: Actor | None) -> Detail:
    if actor is None:
        return Detail(what, "nobody", "the text does not name who says it")
    return Detail(what, named(actor), read_at(report, actor))


def named(actor: Actor) -> str:
    """As in "Hua Chunying (CHN GOV)"."""
    code = " ".join(part for part in (actor.country, actor.sector) if part)
    return f"{actor.name} ({code})" if code else actor.name


def read_at(report: Report, actor: Actor) -> str:
    """Where an actor was read: its words, or that it is implied; and for whom it acts."""
    words = "implied" if actor.mention is None else f"read at “{one_line(report.text[slice(*actor.mention)])}”"
    return f"{words}, acts for {actor.acts_for}" if actor.acts_for else words


def day_detail(report: Report, when: When | None) -> Detail:
    """The day and where it comes from."""
    if when is None:
        return Detail("day", "none", "the text does not say when")
    days = str(when.start or "…") if when.start == when.end else f"{when.start or '…'} to {when.end or '…'}"
    words = "no phrase of its own" if when.text is None else f"“{one_line(report.text[slice(*when.text)])}”"
    return Detail("day", days, f"{words}, anchor {when.anchor}")


def one_line(text: str) -> str:
    """`text` with runs of white space as one blank."""
    return " ".join(text.split())


def offsets(spans: Spans) -> str:
    """As in "12:40 55:60"."""
    return " ".join(f"{start}:{end}" for start, end in spans)
