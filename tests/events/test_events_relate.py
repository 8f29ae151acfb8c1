"""`relate`: a plain text and two spans to the relation, by the heads alone where they are sure, else with the rules."""

import pytest

from dragoman import language
from dragoman.codebook import codebook
from dragoman.events import relations
from dragoman.records import Span

TEXT = "Armenia accused Azerbaijan of shelling a school."
ONE, OTHER = (0, 7), (16, 26)
PLV = {"YIELD"} | set(codebook().types) - {"CONCEDE", "RETREAT"}
SPANS = [(ONE, OTHER), (ONE, None), (None, OTHER), (None, None), ((500, 600), (-3, 0))]


def refuse(*_: object) -> None:
    raise AssertionError("parsed although the heads were sure")


def test_where_the_heads_are_sure_the_text_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations, "SURE", 0.0)
    monkeypatch.setattr(language, "annotate", refuse)
    found = relations.relate(TEXT, ONE, OTHER)
    assert found.plover in PLV
    assert 0 < found.confidence < 1


def test_where_they_are_not_the_answer_is_that_of_the_parsed_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations, "SURE", 2.0)
    found = relations.relate(TEXT, ONE, OTHER)
    parsed = relations.relation(language.parse(TEXT, acting=True), ONE, OTHER)
    assert (found.plover, found.penta) == (parsed.plover, parsed.penta) == ("ACCUSE", 3)
    assert found.confidence == pytest.approx(parsed.confidence, abs=1e-3)


@pytest.mark.parametrize("sure", [0.0, 2.0])
@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "No one did a thing.", "\x00\ufffd 12 %%"])
def test_any_text_has_an_answer(monkeypatch: pytest.MonkeyPatch, text: str, sure: float) -> None:
    monkeypatch.setattr(relations, "SURE", sure)
    for source, target in ((None, None), ((0, 1), (2, 4))):
        found = relations.relate(text, source, target)
        assert found.plover in PLV
        assert found.penta in range(5)
        assert 0 <= found.confidence <= 1


@pytest.mark.parametrize("sure", [0.0, 2.0])
@pytest.mark.parametrize(("source", "target"), SPANS)
def test_any_spans_have_an_answer(
    monkeypatch: pytest.MonkeyPatch, source: Span | None, target: Span | None, sure: float
) -> None:
    monkeypatch.setattr(relations, "SURE", sure)
    assert relations.relate(TEXT, source, target).plover in PLV


@pytest.mark.parametrize("text", [TEXT, "Kenya condemned Sudan.", "Belize attacked Honduras with rockets on Sunday."])
def test_the_type_is_the_same_from_either_side(text: str) -> None:
    names = [t for t in language.parse(text) if t.pos_ == "PROPN"][:2]
    one, other = ((t.idx, t.idx + len(t)) for t in names)
    assert relations.relate(text, one, other).plover == relations.relate(text, other, one).plover


def test_the_two_ways_agree_on_plain_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    types = set()
    for sure in (0.0, 2.0):
        monkeypatch.setattr(relations, "SURE", sure)
        types.add(relations.relate(TEXT, ONE, OTHER).plover)
    assert types == {"ACCUSE"}
