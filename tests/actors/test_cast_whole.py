"""The cast as a whole: offsets, odd input, determinism, and a floor on the gold readings."""

import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import resolve
from dragoman.actors.mentions_organisations import find as own_names
from dragoman.actors.page import lay_out
from dragoman.actors.resolve_organisations import NAME_WORDS, WORDS
from dragoman.language import parse
from dragoman.records import ActorKind, Report

READING = Path(__file__).parents[3] / "shared" / "data" / "reading"
TEXT = (
    "Burkina Faso's army said on Friday that rebels of the Sahel Liberation Front (SLF) had seized Djibo.\n\n"
    "The SLF denied it. Its leader, Moussa Traore, told Radio France Internationale that his men were in Mali.\n"
)
ODD = (
    "",
    " ",
    "\n\n\n",
    "\x00\x01\x02",
    "((((",
    "UN" * 300,
    "'s 's 's",
    "of of of " * 50,
    "The the The",
    "\u202e\ud7ff \U0001f600",
)


@pytest.mark.parametrize("text", ODD)
def test_any_text_gives_a_cast(text: str) -> None:
    doc = parse(text)
    cast = resolve(Report(id="r", text=text), doc)
    assert all(cast.of(token) is not None for token in doc)


def test_spans_are_the_words_of_the_tokens() -> None:
    doc = parse(TEXT)
    cast = resolve(Report(id="r", text=TEXT, published=date(2020, 2, 2)), doc)
    assert cast.mentions
    for mention in cast.mentions:
        assert TEXT[slice(*mention.span)] == doc[mention.start : mention.end].text
        assert mention.start <= mention.head < mention.end
        assert all(actor.mention == mention.span for actor in mention.actors)
        assert all((actor.kind is ActorKind.PLACE) == mention.is_place for actor in mention.actors)


def test_twice_gives_the_same() -> None:
    report = Report(id="r", text=TEXT)
    one, other = (resolve(report, parse(TEXT)) for _ in range(2))
    assert one.mentions == other.mentions


def test_an_acronym_defined_by_the_report_is_its_long_form() -> None:
    doc = parse(TEXT)
    cast = resolve(Report(id="r", text=TEXT), doc)
    again = [t for t in doc if t.text == "SLF"][-1]
    assert [(a.name, a.sector) for a in cast.of(again)] == [("Sahel Liberation Front", "REB")]
    assert [n.full for n in own_names(lay_out(doc), [], set())].count("Sahel Liberation Front") >= 2


@pytest.mark.parametrize(("rule", "sector", "fires", "silent"), [(r[0], r[1], r[3], r[4]) for r in NAME_WORDS])
def test_words_of_names_give_sectors(rule: str, sector: str, fires: str, silent: str) -> None:
    def of(name: str) -> str | None:
        return next((WORDS[w] for w in reversed(name.lower().split()) if w in WORDS), None)

    assert of(fires) == sector, rule
    assert of(silent) != sector, rule


@pytest.mark.corpus
@pytest.mark.skipif(not READING.is_dir(), reason="needs ../shared")
def test_gold_speakers_are_mentioned_where_they_speak() -> None:
    """The country of the gold speaker among those of the cue's sentence; measured 0.97 on the 21 gold reports."""
    right = total = 0
    for path in sorted(READING.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        doc = parse(gold["text"])
        report = Report(id=gold["id"], text=gold["text"], published=date.fromisoformat(gold["published"]))
        cast = resolve(report, doc)
        for statement in gold["statements"]:
            if not statement["cue"]:
                continue
            sentence = next(s for s in doc.sents if s.start_char <= statement["cue"][0] < s.end_char)
            said = [a for m in cast.mentions if sentence.start <= m.start < sentence.end for a in m.actors]
            total += 1
            right += any(actor.country == statement["speaker"]["country"] for actor in said)
    assert right / total > 0.85
