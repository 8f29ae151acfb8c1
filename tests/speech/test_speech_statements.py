from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from speech_stand_ins import NoCalendar, WordCast, trees

from dragoman.records import Anchor, Form, Precision, Report, When
from dragoman.speech import Voices, attributions, find
from dragoman.speech.stated import GROUNDS

D, I, M = Form.DIRECT, Form.INDIRECT, Form.MIXED  # noqa: E741

# the rule it shows, text, (speaker, cue, content, form) of each statement
CASES = [
    ("one statement, two quotations",
     '"We have nothing to hide," Kenyan Foreign Minister Ruth Odhiambo told the BBC on Tuesday. '
     '"Inspectors may come when they like."',
     [("Ruth", "told", "We have nothing to hide, ... Inspectors may come when they like.", D)]),
    ("aside at the end, quoted word",
     'The talks, which began in Oslo last week, were "constructive," a Norwegian diplomat said on condition '
     "of anonymity.",
     [("diplomat", "said", 'The talks, which began in Oslo last week, were "constructive,"', M)]),
    ("according to, in front",
     "According to Colombian officials, the guerrillas have freed six hostages since March.",
     [("officials", "According to", "the guerrillas have freed six hostages since March", I)]),
    ("according to, inside",
     "The guerrillas, according to two Colombian officials, have freed six hostages since March.",
     [("officials", "according to", "The guerrillas ... have freed six hostages since March", I)]),
    ("was quoted as saying",
     "Turkey's president was quoted by state media as saying that the border would stay shut.",
     [("president", "saying", "the border would stay shut", I)]),
    ("noun with a clause",
     'Armenia\'s claim that its troops had been fired on first was dismissed by Baku as "fantasy".',
     [("Armenia", "claim", "its troops had been fired on first", I)]),
    ("clause after the cue, letter before",
     "In a letter to the Security Council, Sudan complained that rebels were being armed by Chad.",
     [("Sudan", "complained", "rebels were being armed by Chad", I)]),
    ("participle keeps the speaker",
     'Cuba "will never kneel", President Ortega Ruiz told a rally in Havana, adding that sanctions had failed.',
     [("Ortega", "told", 'Cuba "will never kneel"', M), ("Ortega", "adding", "sanctions had failed", I)]),
    ("verb before speaker",
     '"Will they come?" asked the Polish envoy. "I doubt it."',
     [("envoy", "asked", "Will they come? ... I doubt it.", D)]),
    ("asking somebody to act", "Peru urged Chile to withdraw its ambassador.",
     [("Peru", "urged", "to withdraw its ambassador", I)]),
    ("threat with a condition",
     'Pyongyang threatened on Sunday to "turn Seoul into ashes" if the drills went ahead.',
     [("Pyongyang", "threatened", 'to "turn Seoul into ashes" if the drills went ahead', M)]),
    ("belief inside a report",
     "The general believes the war will be over by winter, his aides say.",
     [("aides", "say", "The general believes the war will be over by winter", I),
      ("general", "believes", "the war will be over by winter", I)]),
    ("as X put it", "As the Iranian foreign minister put it, \"the ball is in America's court\".",
     [("minister", "put it", "the ball is in America's court", D)]),
    ("cue cuts the quotation in two", '"The door," he said, "is open, but it will not stay open."',
     [(None, "said", "The door, ... is open, but it will not stay open.", D)]),
    ("accusation", "Washington accused Tehran of supplying drones to Moscow, a charge Iran rejected.",
     [("Washington", "accused", "supplying drones to Moscow", I)]),
    ("aside in the middle", "Ethiopia, Egypt says, has broken its word.",
     [("Egypt", "says", "Ethiopia ... has broken its word", I)]),
    ("second half after the aside",
     "It is the duty of every nation to help, he said, and Japan will do its part.",
     [(None, "said", "It is the duty of every nation to help ... Japan will do its part", I)]),
    ("speech in speech", "\"I told them: 'Go home,'\" said Colonel Ade Bello, who led the patrol.",
     [("Ade", "said", "I told them: 'Go home,'", D), (None, "told", "Go home,", D)]),
    ("colon", 'Mr Khan said: "We want peace. We do not want it at any price."',
     [("Khan", "said", "We want peace. We do not want it at any price.", D)]),
    ("judgement",
     "Germany described the vote as a sham and said it would not recognise the result.",
     [("Germany", "described", "the vote as a sham", I), ("Germany", "said", "it would not recognise the result", I)]),
    ("nothing quoted, speaker at the end",
     "The treaty is dead, Deputy Prime Minister Olga Ivanova told parliament on Thursday.",
     [("Olga", "told", "The treaty is dead", I)]),
    ("called on", "Zimbabwe called on its neighbours to reopen their borders.",
     [("Zimbabwe", "called", "to reopen their borders", I)]),
    ("but that", "The Kremlin said it regretted the decision but that talks would go on.",
     [("Kremlin", "said", "it regretted the decision but that talks would go on", I)]),
    ("denial in a gerund",
     "Chad's president, Idriss Baro, speaking to reporters in N'Djamena, denied arming the rebels.",
     [("president", "denied", "arming the rebels", I)]),
    ("nickname", 'The "Iron Lady" left for Lisbon.', []),
    ("goes on over paragraphs",
     '"We were promised a road," said Chief Lerato Mokoena.\n\n"Nobody came. Nobody called.\n\n'
     '"Now we shall build it ourselves."',
     [("Lerato", "said", "We were promised a road,", D),
      ("Lerato", None, "Nobody came. Nobody called.", D),
      ("Lerato", None, "Now we shall build it ourselves.", D)]),
    ("colon after a plain sentence", 'The minister was blunt: "Nobody will pay."',
     [("minister", ":", "Nobody will pay.", D)]),
    ("second cue hung on the clause said", "Bonn said the talks had failed and accused Rome of delay.",
     [("Bonn", "said", "the talks had failed", I), ("Bonn", "accused", "delay", I)]),
    ("second speaker after a semicolon",
     "The agency said it was worried; the European Union said it would send an envoy.",
     [("agency", "said", "it was worried", I), ("Union", "said", "it would send an envoy", I)]),
    ("day between object and charge", "Iran accused Israel on Sunday of the killing and warned of a harsh response.",
     [("Iran", "accused", "the killing", I), ("Iran", "warned", "a harsh response", I)]),
    ("aside between subject and verb", "General Tan, officials said, has become doubtful about the plan.",
     [("officials", "said", "General Tan ... has become doubtful about the plan", I)]),
    ("quotation in the next sentence",
     'Pakistan, she stressed, remained committed to peace. "India should stop pointing fingers," she said.',
     [(None, "stressed", "Pakistan ... remained committed to peace", I),
      (None, "said", "India should stop pointing fingers,", D)]),
    ("condition belongs to what is said",
     "Rebels will free the men, provided that Dakar stops shelling villages, mediators said on Tuesday.",
     [("mediators", "said", "Rebels will free the men, provided that Dakar stops shelling villages", I)]),
    ("participle after a denial",
     "Tunis denied that its troops had crossed the border, saying they were on exercise.",
     [("Tunis", "denied", "its troops had crossed the border", I), ("Tunis", "saying", "they were on exercise", I)]),
    ("warning as a noun", "Malta's warning that the boat would sink went unheeded.",
     [("Malta", "warning", "the boat would sink", I)]),
    ("day before the clause", "The army said on Friday it had lost two men.",
     [("army", "said", "it had lost two men", I)]),
    ("interview", "Q. Will the border open?\nA. Not this year.\nQ. Why not?\nA. Ask our neighbours.",
     [("Interviewer", None, "Will the border open?", D), (None, None, "Not this year.", D),
      ("Interviewer", None, "Why not?", D), (None, None, "Ask our neighbours.", D)]),
]  # fmt: skip


def statements(text, calendar=None):
    return find(Report("r1", text), trees()[text], WordCast(), calendar or NoCalendar())


def shown(text, made):
    cue = text[slice(*made.cue)] if made.cue else None
    name = made.speaker.name if made.speaker else None
    return name, cue, " ... ".join(text[a:b] for a, b in made.content), made.form


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_statement_has_speaker_cue_content_and_form(text, expected):
    assert [shown(text, s) for s in statements(text)] == expected


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda g: g.id)
def test_ground_drops_its_example_and_keeps_the_other(ground):
    assert [s for s in statements(ground.drops) if s.made_by != "speech:quote"] == [] or ground.id == "speaker's own"
    assert statements(ground.keeps)


def test_belief_of_the_quoted_speaker_is_no_statement_of_its_own():
    own = next(g for g in GROUNDS if g.id == "speaker's own")
    assert [s.made_by for s in statements(own.drops)] == ["speech:quote"]


def test_expectation_of_nobody_is_an_attribution_but_no_statement():
    text = "The deal is expected to hold."
    (found,) = attributions(trees()[text])
    assert (found.source, found.rule) == ((), "raise")
    assert [text[a:b] for a, b in found.content] == ["The deal", "to hold"]
    assert statements(text) == ()


def test_bare_object_is_a_wide_attribution():
    text = "He praised the harvest."
    (found,) = attributions(trees()[text])
    assert found.wide
    assert [text[a:b] for a, b in found.whole] == ["the harvest"]


def test_inner_statement_is_according_to_the_outer_speaker():
    outer, inner = statements("The general believes the war will be over by winter, his aides say.")
    assert outer.according_to is None
    assert inner.according_to == outer.speaker


def test_addressee_and_venue_are_read():
    asked, *_ = statements("Peru urged Chile to withdraw its ambassador.")
    assert asked.addressee is not None
    assert asked.addressee.name == "Chile"
    wrote, *_ = statements(
        "In a letter to the Security Council, Sudan complained that rebels were being armed by Chad."
    )
    assert wrote.addressee is not None
    assert (wrote.addressee.name, wrote.venue) == ("Council", "a letter to the Security Council")


def test_ids_are_stable_and_distinct():
    text = CASES[-1][1]
    ids = [s.id for s in statements(text)]
    assert ids == [s.id for s in statements(text)]
    assert len(set(ids)) == len(ids)


def test_evidence_holds_cue_and_content():
    for _, text, _ in CASES:
        for s in statements(text):
            for span in (*s.content, *([s.cue] if s.cue else [])):
                assert any(a <= span[0] and span[1] <= b for a, b in s.evidence)


class Mondays:
    """Dates every cue that is "said" or "told"."""

    phrases = ()
    day = When(date(2001, 5, 7), date(2001, 5, 7), Precision.DAY, Anchor.PUBLISHED)

    def of(self, token, *, spoken=None):
        return self.day if token.text in ("said", "told") else None


def test_quotation_that_goes_on_keeps_the_date():
    text = next(case[1] for case in CASES if case[0] == "goes on over paragraphs")
    assert [s.date for s in statements(text, Mondays())] == [Mondays.day] * 3


def test_voices_give_the_innermost_statement_and_its_day():
    text = "\"I told them: 'Go home,'\" said Colonel Ade Bello, who led the patrol."
    doc = trees()[text]
    voices = Voices(doc, statements(text, Mondays()))
    words = {token.text: token for token in doc}
    assert voices.at(words["led"]) is None
    assert voices.spoken(words["them"]) == date(2001, 5, 7)
    speaker = voices.speaker(words["them"])
    assert speaker is not None
    assert speaker.name == "Ade"
    inner = voices.at(words["home"])
    assert inner is not None
    assert shown(text, inner)[2] == "Go home,"


def test_boiler_yields_nothing():
    text = "Peru urged Chile to withdraw its ambassador."
    assert attributions(trees()[text], boiler=((0, len(text)),)) == ()


ENGLISH = spacy.blank("en")
WORDS = st.sampled_from(
    'said told "yes," "no" \'well\' “ ” ‘ ’ « » , . ? : ; \n\n he Smith that according to Q. A. NAME: not we'.split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_no_text_without_a_parse_raises(text):
    doc = ENGLISH(text)
    for s in find(Report("r", text), doc, WordCast(), NoCalendar()):
        assert s.content
        assert all(0 <= a < b <= len(text) for a, b in (*s.content, *s.evidence))
    Voices(doc, ())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(trees())), st.data())
def test_wrong_trees_never_raise(text, data):
    doc = trees()[text].copy()
    for token in doc:
        if data.draw(st.booleans()):
            token.dep_ = data.draw(
                st.sampled_from(["ccomp", "parataxis", "nsubj", "obl", "acl", "conj", "xcomp", "obj"])
            )
            token.pos_ = data.draw(st.sampled_from(["VERB", "NOUN", "PUNCT", "PRON"]))
    for s in find(Report("r", text), doc, WordCast(), NoCalendar()):
        assert all(0 <= a < b <= len(text) for a, b in (*s.content, *s.evidence))
