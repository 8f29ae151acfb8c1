"""Standings are written only with evidence for their words, their light and each party; evidence is widened for it."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import reports
from dragoman.events.tree import Tree
from dragoman.reading import read, rooms
from dragoman.records import Finding, Standing, Status, within
from dragoman.standings.conditions import conditions
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import relemmatise
from dragoman.standings.light import light
from dragoman.standings.shades import light_words
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side
from dragoman.standings.support import Support, supported


@cache
def room(text):
    report = reports.from_text(text, published="2003-05-06")
    seen = rooms(report)
    tree = Tree(seen.doc)
    relemmatise(tree)
    return Support(report, tree, Sides(tree, seen.cast, seen.voices, ()))


def draft_of(text, word, holder, subject, *, shade=None, terms=True, guessed=False):
    """A draft made by hand: the first token `word` says it, the parties are states by code or others by name."""
    support = room(text)
    i = next(k for k, token in enumerate(support.tree.tokens) if token.text == word)
    shade = shade or light(support.tree, i)
    hung = conditions(support.tree, i, coming=True) if terms and shade == "conditional" else ()
    sides = [Side((party(support, one),)) for one in (holder, subject)]
    return Draft(i, "pledge", "made", shade, *sides, "wording:x", 0.8, hung, guessed=guessed)


def party(support, name):
    known = (a for m in support.sides.cast.mentions for a in m.actors if name in (a.id, a.name))
    return replace(support.sides.cast.state(name) or next(known), mention=None)


def standing_of(text, draft, evidence):
    """The standing of a draft, its evidence the words `evidence` of the text."""
    start = text.index(evidence)
    return Standing(
        id="x", topic=draft.topic, holder=draft.holder.actors[0], subject=draft.subject.actors[0], value=draft.value,
        status=Status.HAPPENED, evidence=((start, start + len(evidence)),), confidence=0.8, made_by=draft.rule,
        conditions=draft.conditions,
    )  # fmt: skip


def check(text, word, holder, subject, evidence, **draft):
    made = draft_of(text, word, holder, subject, **draft)
    return room(text).check(standing_of(text, made, evidence), made)


# text, the word that says it, holder, subject, the evidence so far, what of the draft is forced; what is missing
DROPPED = (
    ("Zambia recalled its ambassador.", "recalled", "ZMB", "MWI", "Zambia recalled", {}, "name its subject, Malawi"),
    ("The envoys met twice. Niger agreed.", "agreed", "MLI", "NER", "Niger agreed", {}, "name its holder, Mali"),
    (
        "LILONGWE, May 3 (Reuters) - Zambia recalled its ambassador on Monday.",
        "recalled", "ZMB", "MWI", "Zambia recalled", {}, "name its subject, Malawi",
    ),
    (
        "Chad promised Niger 5 million U.S. dollars.",
        "promised", "TCD", "USA", "Chad promised Niger", {}, "name its subject, United States",
    ),
    (
        "The Taliban demanded that Pakistan open the road.",
        "demanded", "PAK", "AFG", "demanded that Pakistan", {}, "name its subject, Afghanistan",
    ),
    (
        "Mexico recognised Chile's junta.",
        "recognised", "MEX", "CHL", "Mexico recognised", {"shade": "negated"}, "no words say that it is negated",
    ),
    (
        "Mexico recognised Chile's junta.",
        "recognised", "MEX", "CHL", "Mexico recognised", {"shade": "weighed"}, "no words say that it is weighed",
    ),
    (
        "Mexico will pay Chile on Monday.",
        "pay", "MEX", "CHL", "will pay Chile", {"shade": "conditional"}, "no words say that it is conditional",
    ),
    ("Peru paid. Chile thanked Peru.", "thanked", "CHL", "PER", "Peru paid", {}, "lie outside its evidence"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "word", "holder", "subject", "evidence", "forced", "why"), DROPPED)
def test_what_is_not_licensed_is_a_finding(text, word, holder, subject, evidence, forced, why):
    found = check(text, word, holder, subject, evidence, **forced)
    assert isinstance(found, Finding)
    assert found.code == "unsupported-standing"
    assert why in found.message
    assert found.message.startswith(f"pledge made at “{word}”")
    assert found.where == f"{room(text).report.id}:{text.index(word)}"


# text, the word that says it, the evidence so far, words that it must hold then; holder Mexico, subject Chile
WIDENED = (
    ("Mexico has yet to recognise Chile's new junta.", "recognise", "recognise Chile", "yet"),
    ("Mexico stopped short of recognising Chile's junta.", "recognising", "recognising Chile", "stopped short"),
    ("Mexico refused on Monday to recognise Chile's junta.", "recognise", "recognise Chile", "refused"),
    ("Mexico will never recognise Chile's junta.", "recognise", "recognise Chile", "will never"),
    ("Mexico no longer recognises Chile's junta.", "recognises", "recognises Chile", "no longer"),
    ("Mexico is considering recognising Chile's junta.", "recognising", "recognising Chile", "considering"),
    ("Mexico may recognise Chile's junta.", "recognise", "recognise Chile", "may"),
    ("Mexico will send wheat to Chile.", "send", "send wheat to Chile", "will"),
    ("Mexico is to free nine men from Chile.", "free", "free nine men from Chile", "is to"),
    ("Mexico did not refuse to recognise Chile's junta.", "recognise", "recognise Chile", "not refuse"),
    ("Mexico denied arming Chile.", "arming", "arming Chile", "denied"),
    ("Mexico has no plans to recognise Chile's junta.", "recognise", "recognise Chile", "no plans"),
    ("Mexico cannot recognise Chile's junta.", "recognise", "recognise Chile", "not"),
    ("Mexico broke off the talks without recognising Chile's junta.", "recognising", "recognising Chile", "without"),
    ("No envoy of Mexico recognised Chile's junta.", "recognised", "recognised Chile", "No"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "word", "evidence", "held"), WIDENED)
def test_evidence_is_widened_to_hold_the_light(text, word, evidence, held):
    stood, licences = check(text, word, "MEX", "CHL", evidence)
    assert len(stood.evidence) <= 2  # the clause, and Mexico where it stands outside
    words = text[slice(*stood.evidence[0])]
    assert held in words
    assert all(any(within(lic.span, span) for span in stood.evidence) for lic in licences)
    assert any(lic.what == "value" for lic in licences)


def test_a_condition_goes_into_the_evidence():
    text = "Mexico will pay Chile if Peru opens the border."
    stood, _ = check(text, "pay", "MEX", "CHL", "pay Chile", shade="conditional")
    assert "if Peru opens the border" in text[slice(*stood.evidence[0])]


def test_words_far_off_in_the_sentence_are_a_span_of_their_own():
    text = (
        "Mexico refused, after a week of talks in the old customs house on the river and two long letters from the "
        "bishop, to recognise Chile's junta."
    )
    stood, _ = check(text, "recognise", "MEX", "CHL", "recognise Chile's junta", shade="refused")
    assert [text[slice(*span)] for span in stood.evidence] == ["recognise Chile's junta", "refused", "Mexico"]


def test_a_name_that_begins_before_the_evidence_is_taken_whole():
    text = "The European Union recognised Chile's junta."
    stood, licences = check(text, "recognised", "European Union", "CHL", "Union recognised Chile")
    assert "European Union recognised" in text[slice(*stood.evidence[0])]
    assert not any(lic.apart for lic in licences)
    assert "inferred_party" not in stood.attributes


def test_a_party_named_elsewhere_is_shown_and_marked():
    text = "Uganda protested. Officials met for a day. Kenya promised to open the border."
    stood, licences = check(text, "promised", "KEN", "UGA", "Kenya promised to open the border")
    assert [text[slice(*span)] for span in stood.evidence[1:]] == ["Uganda"]
    assert stood.attributes["inferred_party"] is True
    assert [(lic.how, lic.apart) for lic in licences if lic.what == "subject"] == [("name", True)]


def test_of_two_names_elsewhere_the_nearer_is_shown():
    text = "Uganda protested. Uganda sent a note. Kenya promised to open the border."
    stood, _ = check(text, "promised", "KEN", "UGA", "Kenya promised to open the border", guessed=True)
    assert stood.evidence[1] == (text.rindex("Uganda"), text.rindex("Uganda") + 6)


def test_a_pronoun_in_the_evidence_names_its_party():
    text = "Kenya closed its embassy in Uganda. It promised Uganda to pay."
    stood, licences = check(text, "promised", "KEN", "UGA", "It promised Uganda to pay")
    assert len(stood.evidence) == 1
    assert [(lic.how, lic.apart) for lic in licences if lic.what == "holder"] == [("pronoun", False)]


def test_who_says_the_words_is_shown_and_is_not_inferred():
    text = '"We will send wheat to Chad at once," Nigerien Foreign Minister Ibrahim Sani said in Niamey on Monday.'
    stood, licences = check(text, "send", "NER", "TCD", "send wheat to Chad at once")
    (holder,) = [lic for lic in licences if lic.what == "holder"]
    assert "inferred_party" not in stood.attributes
    assert any(within(holder.span, span) for span in stood.evidence)


@pytest.mark.parametrize(
    ("text", "holder", "subject", "hows"),
    [
        ("The Polish embassy in Minsk promised to reopen.", "POL", "BLR", {"agent", "place", "demonym"}),
        ("Warsaw promised Minsk to reopen the road.", "POL", "BLR", {"metonym", "place"}),
        ("Poles were promised a road by the Belarusian president.", "POL", "BLR", {"demonym", "title", "agent"}),
    ],
)
def test_metonyms_demonyms_and_those_who_act_name_a_state(text, holder, subject, hows):
    stood, licences = check(text, "promised", holder, subject, text[:-1])
    assert len(stood.evidence) == 1
    assert {lic.how for lic in licences if lic.what in ("holder", "subject")} <= hows


def test_what_a_dropped_one_was_given_for_is_not_linked():
    text = "Kenya promised Uganda to pay. Zambia promised to pay too."
    one, two = (draft_of(text, "promised", *pair) for pair in (("KEN", "UGA"), ("ZMB", "MWI")))
    made = [standing_of(text, d, "promised Uganda to pay") for d in (one, two)]
    stood = supported(room(text), [made[0], replace(made[1], id="y")], [one, two], {0: 1, 1: 0})
    assert [s.id for s in stood.standings] == ["x"]
    assert stood.standings[0].in_return_for is None
    assert len(stood.findings) == 1
    assert list(stood.licences) == ["x"]


def test_findings_come_with_the_reading(monkeypatch):
    monkeypatch.setattr("dragoman.standings.naming.Naming.of", lambda naming, party: ())
    reading = read("Ghana recalled its ambassador from Togo.", published="1994-05-03", id="r")
    assert reading.standings == ()
    assert {finding.code for finding in reading.findings} == {"unsupported-standing"}
    assert all(finding.where.startswith("r:") for finding in reading.findings)


PARTS = st.tuples(
    st.sampled_from(["Mexico", "The Mexican government", "Mexican officials", "The president of Mexico"]),
    st.sampled_from(
        ["will", "will not", "has yet to", "refused to", "may", "is to", "plans to", "did not", "vowed to"]
    ),
    st.sampled_from(["in the end", "on Monday", "without delay", ""]),
    st.sampled_from(["recognise Chile", "pay Chile's navy", "free nine Chileans", "arm the Chilean rebels"]),
    st.sampled_from(["", " if Peru agrees", " at talks in Lima", ", envoys said"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PARTS, st.data())
def test_whatever_the_evidence_it_holds_all_licences_in_the_end(parts, data):
    text = " ".join(part for part in parts[:4] if part) + parts[4] + "."
    word = parts[3].split()[0]
    at = text.index(f" {word} ") + 1
    start, end = data.draw(st.integers(0, at)), data.draw(st.integers(at + len(word), len(text)))
    draft = draft_of(text, word, "MEX", "CHL")
    before = replace(standing_of(text, draft, word), evidence=((start, end),))
    checked = room(text).check(before, draft)
    if isinstance(checked, Finding):
        assert "Chile" in checked.message or "Mexico" in checked.message
        return
    stood, licences = checked
    assert all(0 <= a < b <= len(text) for a, b in stood.evidence)
    assert within((start, end), stood.evidence[0])
    assert all(any(within(lic.span, span) for span in stood.evidence) for lic in licences)
    assert {"anchor", "holder", "subject"} <= {lic.what for lic in licences}
    assert room(text).check(stood, draft)[0].evidence == stood.evidence  # nothing more to add


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PARTS)
def test_every_light_but_the_plain_has_its_words(parts):
    text = " ".join(part for part in parts[:4] if part) + parts[4] + "."
    tree = room(text).tree
    for i, token in enumerate(tree.tokens):
        shade = light(tree, i)
        if token.pos_ in ("VERB", "NOUN", "ADJ") and shade != "plain":
            words = light_words(tree, i, shade)
            assert words
            assert all(tree.sentence(i)[0] <= k < tree.sentence(i)[1] for k in words)
