"""The event tower's side of a Doc: vectors, hints, judgements; and that asking for it changes nothing else."""

import sys

import numpy as np
import pytest

from dragoman import language
from dragoman.language import Act

TEXT = "Mali on Friday expelled two Danish envoys.\n\nDenmark will recall its consul, officials in Copenhagen said."


def test_without_acting_there_is_none() -> None:
    assert language.acting(language.parse(TEXT)) is None


def test_asking_for_it_changes_no_tag_and_no_tree() -> None:
    plain, acting = language.parse(TEXT), language.parse(TEXT, acting=True)
    assert plain.to_json() == acting.to_json()
    assert language.heard(plain) == language.heard(acting)


def test_a_vector_a_token_and_none_for_white_space() -> None:
    doc = language.parse(TEXT, acting=True)
    found = language.acting(doc)
    assert found is not None
    assert found.vectors.shape == (len(doc), 384)
    assert [bool(row.any()) for row in found.vectors] == [not t.is_space for t in doc]


def test_hints_name_the_expulsion_and_not_the_place() -> None:
    doc = language.parse(TEXT, acting=True)
    found = language.acting(doc)
    assert found is not None
    hinted = {doc[h.i].text: h for h in found.hints if h.likely > 0.5}
    assert "expelled" in hinted
    assert "Copenhagen" not in hinted
    assert all(0 < h.chance <= h.likely <= 1 for h in found.hints)


def test_a_judgement_holds_probabilities_and_a_side_for_each_word() -> None:
    doc = language.parse(TEXT, acting=True)
    found = language.acting(doc)
    assert found is not None
    sentence = next(iter(doc.sents))
    (one,) = found.judge(sentence.start, sentence.end, [Act((3,), (0,), (5,))])
    for chances in (one.types, one.modes, one.statuses, one.plv):
        assert sum(chances.values()) == pytest.approx(1, abs=1e-4)
    assert one.sides.shape == (sentence.end - sentence.start, 3)
    assert one.sides.sum(1) == pytest.approx(np.ones(len(one.sides)), abs=1e-4)
    assert found.judge(sentence.start, sentence.end, []) == []


def test_acts_judged_together_are_judged_much_as_alone() -> None:
    found = language.acting(language.parse(TEXT, acting=True))
    assert found is not None
    both = found.judge(0, 8, [Act((3,), (0,), (5,)), Act((), (0,), (5,))])
    alone = found.judge(0, 8, [Act((), (0,), (5,))])
    assert both[1].plv == pytest.approx(alone[0].plv, abs=0.05)  # int8 scales are shared by what is judged together


def test_a_text_too_long_has_no_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["dragoman.language.parse"], "MOST", 5)
    assert language.acting(language.parse(TEXT, acting=True)) is None


def test_an_empty_text_has_none() -> None:
    assert language.acting(language.parse("", acting=True)) is None


def test_a_sketch_has_the_same_vectors_and_hints_without_a_tree() -> None:
    whole, sketch = language.parse(TEXT, acting=True), language.sketch(TEXT)
    one, two = language.acting(whole), language.acting(sketch)
    assert one is not None
    assert two is not None
    assert np.array_equal(one.vectors, two.vectors)
    assert one.hints == two.hints
    assert not sketch.has_annotation("DEP")
    assert language.acting(language.sketch("")) is None


def test_a_sketch_made_whole_is_the_doc_that_parse_gives() -> None:
    whole, sketch = language.parse(TEXT, acting=True), language.annotate(language.sketch(TEXT))
    assert whole.to_json() == sketch.to_json()
    assert language.heard(whole) == language.heard(sketch)
