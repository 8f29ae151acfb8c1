"""Which phrase dates which act, on trees built by hand, right ones and wrong ones."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc

from dragoman.records import Anchor, Report
from dragoman.times import Calendar, Tense

TUESDAY = date(2010, 6, 15)
Build = Callable[..., Doc]

CLOSED = (
    "Norway|NNP|nsubj|2 closed|VBD|ROOT|0 its|PRP$|nmod:poss|4 embassy|NN|obj|2 on|IN|case|6 Friday|NNP|obl|2 "
    ",|,|punct|2  "
    "two|CD|nummod|9 days|NNS|obl:unmarked|12 after|IN|mark|12 rebels|NNS|nsubj|12 cut|VBD|advcl|2 "
    "roads|NNS|obj|12 .|.|punct|2"
)
REFUSED = (  # the tree is wrong: "Friday" hangs on the infinitive
    "Oman|NNP|nsubj|2 refused|VBD|ROOT|0 on|IN|case|4 Friday|NNP|obl|6 to|TO|mark|6 withdraw|VB|xcomp|2 "
    "troops|NNS|obj|6 .|.|punct|2"
)
SAID_THAT = (  # wrong: "Monday" hangs on the clause after "that"
    "Fiji|NNP|nsubj|2 said|VBD|ROOT|0 on|IN|case|4 Monday|NNP|obl|8 that|IN|mark|8 jets|NNS|nsubj|8 had|VBD|aux|8 "
    "bombed|VBN|ccomp|2 it|PRP|obj|8 .|.|punct|2"
)
WHICH = (  # wrong: "Monday" hangs on the main verb behind the comma
    "Chile|NNP|nsubj|11 ,|,|punct|4 which|WDT|nsubj|4 reopened|VBD|acl:relcl|1 its|PRP$|nmod:poss|6 embassy|NN|obj|4 "
    "on|IN|case|8 Monday|NNP|obl|11 ,|,|punct|4 has|VBZ|aux|11 sent|VBN|ROOT|0 tents|NNS|obj|11 .|.|punct|11"
)
PLAN = (
    "They|PRP|nsubj|2 plan|VBP|ROOT|0 to|TO|mark|4 boycott|VB|xcomp|2 classes|NNS|obj|4 next|JJ|amod|7 "
    "week|NN|obl:unmarked|2 .|.|punct|2"
)
SHARED = (
    "Police|NNS|nsubj|2 fired|VBD|ROOT|0 gas|NN|obj|2 and|CC|cc|5 arrested|VBD|conj|2 people|NNS|obj|5 "
    "Saturday|NNP|obl:unmarked|5  "
    "but|CC|cc|10 will|MD|aux|10 leave|VB|conj|2 .|.|punct|2"
)
STATEMENT = (
    "In|IN|case|3 a|DT|det|3 statement|NN|obl|8 issued|VBN|acl|3 on|IN|case|6 Sunday|NNP|obl|4 rebels|NNS|nsubj|8 "
    "denied|VBD|ROOT|0 it|PRP|obj|8 .|.|punct|8"
)
TALKS = (
    "They|PRP|nsubj|2 held|VBD|ROOT|0 talks|NNS|obj|2 in|IN|case|5 Oslo|NNP|nmod|3 on|IN|case|7 "
    "Saturday|NNP|obl|2 .|.|punct|2"
)
TRIP = (
    "She|PRP|nsubj|2 cancelled|VBD|ROOT|0 a|DT|det|4 trip|NN|obj|2 planned|VBN|acl|4 for|IN|case|7 "
    "Thursday|NNP|obl|5 .|.|punct|2"
)
WHEN = (
    "It|PRP|nsubj|2 began|VBD|ROOT|0 on|IN|case|4 April|NNP|obl|2 2|CD|nmod:unmarked|4 ,|,|punct|4 "
    "1982|CD|nmod:unmarked|4  "
    ",|,|punct|11 when|WRB|advmod|11 troops|NNS|nsubj|11 landed|VBD|advcl|2 .|.|punct|2"
)
SAME_DAY = "Peru|NNP|nsubj|2 protested|VBD|ROOT|0 the|DT|det|5 same|JJ|amod|5 day|NN|obl:unmarked|2 .|.|punct|2"
TWO_LATER = "Ships|NNS|nsubj|2 sailed|VBD|ROOT|0 two|CD|nummod|4 days|NNS|obl:unmarked|5 later|RB|advmod|2 .|.|punct|2"
IN_JUNE = (
    "The|DT|det|2 port|NN|nsubj|3 surrendered|VBD|ROOT|0 on|IN|case|5 June|NNP|obl|3 14|CD|nmod:unmarked|5 .|.|punct|3"
)
QUOTED = (
    "“|``|punct|4 He|PRP|nsubj|4 will|MD|aux|4 meet|VB|ccomp|13 all|DT|det|6 leaders|NNS|obj|4 of|IN|case|8 "
    "it|PRP|nmod|6  "
    "tomorrow|NN|obl:unmarked|4 ,|,|punct|4 ”|''|punct|4 Kos|NNP|nsubj|13 said|VBD|ROOT|0 on|IN|case|15 "
    "Monday|NNP|obl|4 .|.|punct|13"
)
UNTIL = (
    "Mali|NNP|nsubj|2 gave|VBD|ROOT|0 them|PRP|iobj|2 until|IN|case|5 Sunday|NNP|obl|2 to|TO|mark|7 "
    "leave|VB|advcl|2 .|.|punct|2"
)
HELD = (
    "It|PRP|nsubj:pass|4 has|VBZ|aux|4 been|VBN|aux:pass|4 held|VBN|ROOT|0 since|IN|case|6 March|NNP|obl|4 .|.|punct|4"
)

CASES = (
    # the tree, the act, first and last day
    (CLOSED, "closed", "2010-06-11", "2010-06-11"),
    (CLOSED, "cut", "2010-06-09", "2010-06-09"),
    (CLOSED, "embassy", "2010-06-11", "2010-06-11"),
    (REFUSED, "refused", "2010-06-11", "2010-06-11"),
    (REFUSED, "withdraw", None, None),
    (SAID_THAT, "said", "2010-06-14", "2010-06-14"),
    (SAID_THAT, "bombed", None, None),
    (WHICH, "reopened", "2010-06-14", "2010-06-14"),
    (WHICH, "sent", None, None),
    (PLAN, "boycott", "2010-06-21", "2010-06-27"),
    (SHARED, "fired", "2010-06-12", "2010-06-12"),
    (SHARED, "arrested", "2010-06-12", "2010-06-12"),
    (SHARED, "leave", None, None),
    (STATEMENT, "denied", "2010-06-13", "2010-06-13"),
    (TALKS, "talks", "2010-06-12", "2010-06-12"),
    (TALKS, "held", "2010-06-12", "2010-06-12"),
    (TRIP, "trip", "2010-06-17", "2010-06-17"),
    (TRIP, "cancelled", None, None),
    (WHEN, "landed", "1982-04-02", "1982-04-02"),
    (UNTIL, "gave", None, None),
    (HELD, "held", "2010-03-01", "2010-06-15"),
)


def act(doc: Doc, word: str):
    return next(t for t in doc if t.text == word)


def calendar(doc: Doc, published: date | None = TUESDAY, **more: object) -> Calendar:
    return Calendar(Report("r", doc.text, published=published, **more), doc)


@pytest.mark.parametrize(("tree", "word", "start", "end"), CASES, ids=[f"{c[1]}: {c[0][:24]}" for c in CASES])
def test_act_has_its_days(parsed: Build, tree: str, word: str, start: str | None, end: str | None) -> None:
    doc = parsed(tree)
    when = calendar(doc).of(act(doc, word))
    assert (when and (str(when.start), str(when.end))) == ((start, end) if start else None)


def test_old_story_keeps_its_year_and_days(parsed: Build) -> None:
    doc = parsed(WHEN, SAME_DAY, TWO_LATER, IN_JUNE)
    found = calendar(doc)
    days = [found.of(act(doc, word)) for word in ("began", "protested", "sailed", "surrendered")]
    assert [str(w and w.start) for w in days] == ["1982-04-02", "1982-04-02", "1982-04-04", "1982-06-14"]
    assert [w and w.anchor for w in days] == [Anchor.STATED, Anchor.NARRATIVE, Anchor.NARRATIVE, Anchor.NARRATIVE]


def test_words_in_a_quotation_count_from_the_day_of_speaking(parsed: Build) -> None:
    doc = parsed(QUOTED)
    found = calendar(doc)
    met = found.of(act(doc, "meet"), spoken=date(2010, 6, 14))
    assert met is not None
    assert (met.start, met.anchor) == (date(2010, 6, 15), Anchor.SPOKEN)
    said = found.of(act(doc, "said"))
    assert said is not None
    assert (said.start, said.anchor) == (date(2010, 6, 14), Anchor.PUBLISHED)


def test_no_day_is_guessed_without_a_publication(parsed: Build) -> None:
    doc = parsed(CLOSED, WHEN)
    found = calendar(doc, None)
    assert found.of(act(doc, "closed")) is None
    landed = found.of(act(doc, "landed"))
    assert landed is not None
    assert landed.start == date(1982, 4, 2)


def test_dateline_stands_in_for_publication(parsed: Build) -> None:
    doc = parsed(CLOSED)
    when = calendar(doc, None, dateline=date(2010, 6, 12)).of(act(doc, "closed"))
    assert when is not None
    assert when.start == date(2010, 6, 11)


def test_dateline_yields_no_phrase(parsed: Build) -> None:
    doc = parsed(IN_JUNE)
    start = doc.text.index("June")
    assert calendar(doc).phrases[0].value == "2010-06-14"
    assert calendar(doc, boiler=((start, start + 7),)).phrases == ()


def test_phrase_text_is_its_span(parsed: Build) -> None:
    doc = parsed(CLOSED, PLAN, STATEMENT)
    for phrase in calendar(doc).phrases:
        assert doc[phrase.start : phrase.end].text == doc.text[slice(*phrase.span)]


TENSES = (
    (CLOSED, "closed", Tense.PAST),
    (CLOSED, "embassy", Tense.PAST),
    (PLAN, "plan", Tense.PRESENT),
    (PLAN, "boycott", Tense.FUTURE),
    (SHARED, "leave", Tense.FUTURE),
    (SAID_THAT, "bombed", Tense.PAST),
    (WHICH, "sent", Tense.PAST),
    (REFUSED, "withdraw", Tense.PAST),
    (QUOTED, "meet", Tense.FUTURE),
    ("It|PRP|nsubj|4 is|VBZ|aux|4 to|TO|mark|4 meet|VB|ROOT|0 .|.|punct|4", "meet", Tense.FUTURE),
    ("It|PRP|nsubj|4 may|MD|aux|4 have|VB|aux|4 left|VBN|ROOT|0 .|.|punct|4", "left", Tense.PAST),
    ("It|PRP|nsubj|4 has|VBZ|aux|4 been|VBN|aux|4 waiting|VBG|ROOT|0 .|.|punct|4", "waiting", Tense.PRESENT),
    ("It|PRP|nsubj|3 is|VBZ|cop|3 ready|JJ|ROOT|0 .|.|punct|3", "ready", Tense.PRESENT),
    ("It|PRP|nsubj|2 began|VBD|ROOT|0 to|TO|mark|4 rain|VB|xcomp|2 .|.|punct|2", "rain", Tense.PAST),
)


@pytest.mark.parametrize(("tree", "word", "tense"), TENSES, ids=[f"{t[1]}: {t[0][:24]}" for t in TENSES])
def test_tense_of_an_act(parsed: Build, tree: str, word: str, tense: Tense) -> None:
    doc = parsed(tree)
    assert calendar(doc).tense(act(doc, word)) is tense


def test_doc_without_a_tree_is_survived() -> None:
    import spacy

    doc = spacy.blank("en")("Envoys will meet on Friday.")
    found = calendar(doc)
    assert found.of(doc[2]) is None
    assert found.tense(doc[2]) is Tense.FUTURE
    assert [p.value for p in found.phrases] == ["2010-06-18"]


def test_old_story_ends_where_its_days_do(parsed: Build) -> None:
    """A full date long ago does not lend its year to a month that would go back or far on from it."""
    bombed = "They|PRP|nsubj|2 bombed|VBD|ROOT|0 it|PRP|obj|2 on|IN|case|5 Dec.|NNP|obl|2 21|CD|nmod:unmarked|5 ,|,|punct|5 1988|CD|nmod:unmarked|5 .|.|punct|2"  # noqa: E501
    agreed = "Libya|NNP|nsubj|2 agreed|VBD|ROOT|0 in|IN|case|4 April|NNP|obl|2 .|.|punct|2"
    doc = parsed(bombed, agreed)
    when = calendar(doc).of(act(doc, "agreed"))
    assert when is not None
    assert when.start == date(2010, 4, 1)


def test_report_does_not_count_from_a_day_in_a_quotation(parsed: Build) -> None:
    speech = (
        "“|``|punct|4 He|PRP|nsubj|4 will|MD|aux|4 meet|VB|ccomp|13 all|DT|det|6 leaders|NNS|obj|4 "
        "of|IN|case|8 it|PRP|nmod|6 "
        "tomorrow|NN|obl:unmarked|4 ,|,|punct|4 ”|''|punct|4 Kos|NNP|nsubj|13 said|VBD|ROOT|0 .|.|punct|13"
    )
    doc = parsed(CLOSED, speech, TWO_LATER)
    when = calendar(doc).of(act(doc, "sailed"))
    assert when is not None
    assert (when.start, when.anchor) == (date(2010, 6, 13), Anchor.NARRATIVE)
