"""The standing heads' side of a Doc: signs, judgements, and what they cost nothing to others."""

import numpy as np
import pytest

from dragoman import language
from dragoman.codebook import codebook

TEXT = "France recalled its ambassador from Mali on Friday. Chad has yet to recognise the junta."


@pytest.fixture(scope="module")
def doc():
    return language.parse(TEXT, acting=True)


def test_signs_name_topics_of_the_codebook_in_the_order_of_the_text(doc):
    signs = language.holding(doc).signs
    assert [s.i for s in signs] == sorted(s.i for s in signs)
    assert {s.topic for s in signs} <= set(codebook().topics)
    assert all(0 < s.chance <= s.likely <= 1.0001 for s in signs)


@pytest.mark.parametrize(
    ("word", "topic", "value"), [("recalled", "mission", "recalled"), ("recognise", "recognition", "withheld")]
)
def test_a_plain_sentence_is_seen(doc, word, topic, value):
    holding = language.holding(doc)
    (i,) = [t.i for t in doc if t.text == word]
    at, chance = holding.topic(i - 1, i + 2, topic)
    assert chance > 0.3
    (held,) = holding.judge(doc[i].sent.start, doc[i].sent.end, [at])
    values = {v: c for v, c in held.values.items() if v.startswith(topic)}
    assert max(values, key=values.get) == f"{topic} {value}"


def test_holder_and_subject_are_told_apart(doc):
    holding = language.holding(doc)
    (i,) = [t.i for t in doc if t.text == "recalled"]
    (held,) = holding.judge(doc[i].sent.start, doc[i].sent.end, [i])
    words = [t.text for t in doc[i].sent]
    assert words[int(held.holder.argmax())] == "France"
    assert words[int(held.subject.argmax())] == "Mali"


def test_chances_of_a_sentence_add_up(doc):
    (held,) = language.holding(doc).judge(0, len(doc), [1])
    assert sum(held.values.values()) == pytest.approx(1, abs=0.01)
    assert sum(held.statuses.values()) == pytest.approx(1, abs=0.01)
    assert len(held.holder) == len(doc)
    assert np.all((held.holder >= 0) & (held.holder <= 1))


def test_a_doc_without_the_tower_has_no_heads():
    assert language.holding(language.parse(TEXT)) is None
    assert language.holding(language.parse("", acting=True)) is None


def test_white_space_and_an_anchor_of_white_space_are_none():
    doc = language.parse("Chad   recognised Mali.\n\n\nIt said so.", acting=True)
    holding = language.holding(doc)
    (space,) = [t.i for t in doc if t.is_space and "\n" not in t.text][:1] or [None]
    if space is not None:
        (held,) = holding.judge(0, len(doc), [space])
        assert not held.values
        assert not held.holder.any()
    assert all(not doc[s.i].is_space for s in holding.signs)
