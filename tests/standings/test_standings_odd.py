"""Whatever the text, standings are found without an error, inside the text, linked, and the same again."""

import json
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.codebook import codebook
from dragoman.reading import read
from dragoman.records import within

GOLD = Path(__file__).parents[1] / "gold_speech"
ODD = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    """Kenya Uganda Chad's the its Taliban rebels embassy in Juba ambassador president minister "We he they UN NATO
    promised promise recognise recognised recognition not never no longer yet to refused will would may if unless
    until only once provided that exchange in return for stopped short of considering threatened warned demanded
    urged must should withdraw lift sanctions impose truce signed accord ceasefire seized controls Goma held
    recalled expelled closed reopened citizens leave travel advised worried said told according to on Monday since
    2014 , . ; : — " “ ” ( ) ? neither nor both sides each other and or but which who whose by with without under
    review kept broke its word
    """.split()
)
LINES = st.lists(WORDS, max_size=45).map(" ".join)
CLAUSES = st.lists(
    st.tuples(
        st.sampled_from(["Mali", "Niger", "The rebels", "It", "Niamey", "Both sides", '"We', "The European Union"]),
        st.sampled_from("will|will not|has yet to|refused to|said it would|promised to|must|may".split("|")),
        st.sampled_from(
            ["free nine men", "recognise Chad's government", "sign the accord", "lift sanctions on Mali", "leave Gao",
             "reopen its embassy in Niamey", "keep its word", "pay Niger", "attack Niger", "withdraw from Goma"]
        ),
        st.sampled_from(
            ["", "if Mali withdraws", "in exchange for wheat", "provided that Niger does the same", "unless paid",
             "in return", '," he said', "by Friday", "once the UN agrees", "and Chad will do so too"]
        ),
    ).map(" ".join),
    max_size=5,
).map(lambda clauses: ". ".join(clauses) + ".")  # fmt: skip


@cache
def gold_texts():
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    return tuple((row["text"], row.get("published")) for row in found)


@st.composite
def cuts(draw):
    """A text of ours from anywhere to anywhere, in the middle of words too."""
    text, published = draw(st.sampled_from(gold_texts()))
    start = draw(st.integers(0, len(text)))
    return text[start : start + draw(st.integers(0, 700))], published


def holds(text, published=None):
    """What holds of every reading."""
    reading = read(text, published=published, id="r")
    entries = (*reading.statements, *reading.events, *reading.standings)
    ids = [entry.id for entry in entries]
    assert len(set(ids)) == len(ids)
    own = {standing.id for standing in reading.standings}
    for standing in reading.standings:
        assert standing.evidence
        spans = (*standing.evidence, *standing.conditions, *(standing.content or ()))
        for one in (standing.holder, standing.subject, standing.according_to):
            spans += (one.mention,) if one is not None and one.mention else ()
        assert all(0 <= start < end <= len(text) for start, end in spans)
        later = [(n, span) for n, span in enumerate(standing.evidence) if n]
        assert not any(within(span, own) for n, span in later for m, own in enumerate(standing.evidence) if m != n)
        assert standing.value in codebook().topics[standing.topic].values
        assert 0 < standing.confidence < 1
        assert standing.in_return_for is None or standing.in_return_for in own - {standing.id}
        assert set(standing.sources) <= {event.id for event in reading.events}
    for finding in reading.findings:
        assert finding.where.partition(":")[0] == "r"
    return reading


@ODD
@given(LINES)
@example("")
@example("\n\n \t")
@example("if unless once provided")
@example('"We will free nine men if Kenya')
@example("Kenya accused Djibouti of seizing")
@example("Kenya accused neighbouring")
@example("Kenya will free nine men in exchange for in return for in exchange.")
def test_any_words_are_read(text):
    holds(text)


@ODD
@given(CLAUSES)
@example("Mali will recognise Chad's government . Mali will recognise Chad's government by Friday.")
def test_any_clauses_are_read(text):
    holds(text, "2012-03-04")


@FEW
@given(st.text(max_size=200))
@example("\x00\ud7ff\u200b\u202e Kenya will \ufeff pay\u2028Uganda")
@example("Kenya " * 400)
@example("Kenya will pay Uganda if " * 60)
def test_any_characters_are_read(text):
    holds(text)


@ODD
@given(cuts())
def test_any_cut_of_a_report_is_read(cut):
    holds(*cut)


@FEW
@given(CLAUSES, st.lists(st.one_of(LINES, CLAUSES), min_size=1, max_size=3))
def test_a_reading_does_not_depend_on_what_was_read_before(text, others):
    first = holds(text, "2012-03-04").to_json()
    for other in others:
        read(other, published="1999-01-02")
    assert read(text, published="2012-03-04", id="r").to_json() == first
