"""The made reports of the trials: the same for one seed, every span right, in the proportions of news."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.ledger_reports import readings
from dragoman.records import Reading, Retraction

COUNT = 600


@pytest.fixture(scope="module")
def made() -> list[Reading | Retraction]:
    return list(readings(3, COUNT, 12))


def test_one_seed_gives_the_same(made: list[Reading | Retraction]) -> None:
    assert list(readings(3, COUNT, 12)) == made
    assert list(readings(4, COUNT, 12)) != made


def test_spans_cover_what_they_name(made: list[Reading | Retraction]) -> None:
    for reading in told(made):
        text = reading.report.text
        for statement in reading.statements:
            assert statement.speaker is not None
            assert named(text, statement.speaker.mention) == statement.speaker.name
            assert all(named(text, span).strip() for span in statement.content)
            assert statement.cue is not None
            assert named(text, statement.cue).isalpha()
        for event in reading.events:
            assert named(text, event.trigger).isalpha()
            assert [named(text, a.mention) for a in event.actors] == [a.name for a in event.actors]
        for standing in reading.standings:
            assert named(text, standing.holder.mention) == standing.holder.name
            assert all(named(text, span)[0] != " " for span in standing.evidence)


def test_proportions(made: list[Reading | Retraction]) -> None:
    every = told(made)
    entries = [e for r in every for e in (*r.statements, *r.events, *r.standings)]
    assert 4.5 < len(entries) / len(every) < 5.5
    ids = [e.id for r in every if not r.report.updated for e in (*r.statements, *r.events, *r.standings)]
    assert len(set(ids)) == len(ids)
    words = [len(r.report.text.split()) for r in every]
    assert 80 < sum(words) / len(words) < 130
    pairs = Counter(frozenset((e.actors[0].country, e.recipients[0].country)) for r in every for e in r.events)
    assert 0.01 < pairs.most_common(1)[0][1] / pairs.total() < 0.08
    assert any(isinstance(one, Retraction) for one in made)
    assert any(r.report.published is None for r in every)
    assert any(r.report.updated for r in every)


def told(made: list[Reading | Retraction]) -> list[Reading]:
    return [one for one in made if isinstance(one, Reading)]


def named(text: str, span: tuple[int, int] | None) -> str:
    assert span is not None
    return text[slice(*span)]
