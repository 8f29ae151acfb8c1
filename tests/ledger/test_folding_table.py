"""The tables of folding: complete, known to the codebook, and every example of a pair folds as it says."""

import re
from itertools import permutations

import pytest

from dragoman.codebook import codebook
from dragoman.ledger.folding import fold
from dragoman.ledger.folding.table import HOWS, kinds, pairs, rules
from dragoman.ledger.lines import Line

EXAMPLE = re.compile(r"(?P<day>\d\d) (?P<value>[a-z ]+?)(?P<holds>\*?) (?P<report>[a-z])(?: (?P<holder>[A-Z]))?$")


def told(row: int, topic: str, text: str) -> Line:
    found = EXAMPLE.match(text)
    assert found, text
    day = f"1999-03-{found['day']}"
    return Line(
        row=row,
        id=f"e{row}",
        report=ord(found["report"]),
        family="standing",
        label=topic,
        value=found["value"],
        status="ongoing" if found["holds"] else "happened",
        day=day,
        known=day,
        start=day,
        end=day,
        precise=True,
        source=found["holder"] or "PER",
        target="ECU",
        subject="ECU",
        kind="bureau",
        words="x" if rules(topic).contents else "",
    )


@pytest.mark.parametrize("row", pairs(), ids=lambda row: f"{row[0]}-{row[4]}" if isinstance(row, tuple) else str(row))
def test_example_of_a_pair(row: tuple[str, str, str, str, str]) -> None:
    topic = row[0].partition("/")[0]
    before, _, expected = row[4].partition(" -> ")
    lines = [told(n, topic, text) for n, text in enumerate(before.split(", "))]
    links = [(lines[0].row, line.row) for line in lines[1:]] if rules(topic).contents else []
    states = fold(lines, links, on="1999-03-28")
    values = {line.value for line in lines}
    assert values & set(row[1].split(",")) and values & set(row[2].split(",")), "the example is of another row"
    (state,) = states
    if expected == "disputed":
        assert state.disputed
    else:
        assert (state.value, state.disputed) == (expected, expected == "contested")


def test_every_pair_of_values_has_one_rule() -> None:
    named: dict[tuple[str, str, str], int] = {}
    for topic, ones, others, how, _ in pairs():
        assert how in HOWS
        pairs_here = {tuple(sorted((a, b))) for a in ones.split(",") for b in others.split(",")}
        for one, other in pairs_here:
            named[topic, one, other] = named.get((topic, one, other), 0) + 1
    for name, topic in codebook().topics.items():
        moving = sorted(set(topic.values) - topic.passing)
        wanted = {(name, a, b) for a in moving for b in moving if a < b}
        if name == "control":
            wanted |= {(f"{name}/other", a, b) for a in moving for b in moving if a <= b}
        got = {key for key in named if key[0].partition("/")[0] == name}
        assert got == wanted
    assert {key: n for key, n in named.items() if n > 1} == {}


@pytest.mark.parametrize("topic", codebook().topics)
def test_values_are_those_of_the_codebook(topic: str) -> None:
    rule = rules(topic)
    assert set(rule.rank) == set(codebook().topics[topic].values) - codebook().topics[topic].passing
    for part in (rule.lasting, rule.spanning, rule.closing, rule.doubtful):
        assert part <= set(rule.rank)


@pytest.mark.parametrize("topic", codebook().topics)
def test_what_covers_stands_further_right(topic: str) -> None:
    """Told of one day, the value that adds something is the state: the order must agree with the pairs."""
    rank = rules(topic).rank
    for (one, other, same), how in rules(topic).how.items():
        if same and how in ("covers", "outlasts"):
            assert rank[one] > rank[other], (one, other)


def test_unknown_topic_is_named() -> None:
    with pytest.raises(KeyError, match="'weather' is no topic of the codebook"):
        rules("weather")


def test_kinds_are_few() -> None:
    assert set(kinds().values()) == {"embassy", "consulate", "envoy", "consul", "diplomats"}
    assert all(word == word.casefold() for word in kinds())


def test_fold_of_a_day_ignores_order() -> None:
    lines = [told(1, "mission", "10 opened a"), told(2, "mission", "10 reduced b"), told(3, "mission", "10 closed c")]
    assert len({fold(order, on="1999-03-10") for order in permutations(lines)}) == 1
