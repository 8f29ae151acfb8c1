import pytest

from dragoman.speech.cues import forms, table
from dragoman.speech.stated import STATED

FRAMES = {"that", "to", "ing", "quote", "np", "np.as", "np.pred", "np.to", "on.to", "out", "raise"}
PREPOSITIONS = {"of", "on", "for", "against", "about", "with", "at", "as", "to", "like", "over", "towards", "by"}
AWARE = {"aware", "refuse", "praise", "support"}  # classes that are attributions but no statements


def test_table_is_wide_and_has_each_cue_once():
    keys = [(cue.lemma, cue.particle, cue.pos) for cue in table()]
    assert len(keys) == len(set(keys)) > 300


def test_rows_use_known_frames_and_classes():
    for cue in table():
        assert cue.pos in ("V", "N", "A"), cue
        assert cue.frames, cue
        assert cue.frames <= FRAMES | PREPOSITIONS, cue
        assert cue.kind in STATED | AWARE, cue


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"), ("says", "say"), ("saying", "say"), ("told", "tell"), ("denied", "deny"), ("denies", "deny"),
        ("warned", "warn"), ("written", "write"), ("swore", "swear"), ("agreeing", "agree"), ("confesses", None),
        ("admitted", "admit"), ("urging", "urge"), ("vowed", "vow"), ("undertook", "undertake"),
    ],
)  # fmt: skip
def test_inflected_forms_lead_to_their_cue(form, lemma):
    found = [cue.lemma for cue in forms().get((form, "V"), ())]
    assert found == ([lemma] if lemma else [])


def test_cue_with_a_particle_comes_before_the_plain_one():
    assert [cue.particle for cue in forms()[("ruled", "V")]] == ["out", ""]
