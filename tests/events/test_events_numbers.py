"""Numbers of events: readings of amounts, every rule of data/counted.tsv, sentences with all that they give."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import language
from dragoman.events.amounts import Amount, amounts
from dragoman.events.attributes import number, numbers
from dragoman.events.currencies import after
from dragoman.events.lexicon import table
from dragoman.events.tree import Tree
from dragoman.events.triggers import find
from dragoman.records import Attribute

LINES = (Path(__file__).parent / "numbers_cases.tsv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader(LINES, delimiter="\t", quoting=csv.QUOTE_NONE))
RULES = table("counted.tsv")


def told(text: str) -> list[tuple[str, dict[str, Attribute]]]:
    """Each trigger of a text with its numbers, whoever the parties are."""
    tree = Tree(language.parse(text))
    return [(tree.lower[t.i], numbers(tree, t)) for t in find(tree, lambda _: True)]


def given_by(text: str) -> dict[str, Attribute]:
    pairs = (part.split("=") for part in text.split())
    return {key: int(value) if value.isdigit() else value for key, value in pairs}


# words (tokens with blanks between them), low, high, whether rounded, currency
READINGS = (
    ("at least 12", 12, None, False, None),
    ("no fewer than forty - two", 42, None, False, None),
    ("more than 1,000", 1001, None, False, None),
    ("fewer than 20", None, 19, False, None),
    ("up to 40", None, 40, False, None),
    ("as many as 40", None, 40, False, None),
    ("some 300", 300, 300, True, None),
    ("nearly two thousand", 2000, 2000, True, None),
    ("300 - odd", 300, 300, True, None),
    ("30 or more", 30, None, False, None),
    ("between 40 and 60", 40, 60, False, None),
    ("40 - 60", 40, 60, False, None),
    ("two or three", 2, 3, False, None),
    ("2 to 3 million", 2e6, 3e6, False, None),
    ("dozens", 24, 99, False, None),
    ("scores", 40, 199, False, None),
    ("hundreds of thousands", 200_000, 999_999, False, None),
    ("several hundred", 300, 900, False, None),
    ("a dozen", 12, 12, False, None),
    ("at least two dozen", 24, None, False, None),
    ("half a dozen", 6, 6, False, None),
    ("nobody", 0, 0, False, None),
    ("a hundred and one", 101, 101, False, None),
    ("two hundred and fifty thousand", 250_000, 250_000, False, None),
    ("one and a half million", 1.5e6, 1.5e6, False, None),
    ("half a million", 500_000, 500_000, False, None),
    ("1,00,000", 100_000, 100_000, False, None),
    ("$ 1.5bn", 1.5e9, 1.5e9, False, "USD"),
    ("us$ 300 m", 3e8, 3e8, False, "USD"),
    ("hk$20 million", 2e7, 2e7, False, "HKD"),
    ("rs 40 crore", 4e8, 4e8, False, "INR"),
    ("between $ 2 m and $ 3 m", 2e6, 3e6, False, "USD"),
    ("more than $ 5 million", 5e6, None, False, "USD"),
    ("5 million swiss francs", 5e6, 5e6, False, "CHF"),
    ("2.5 million pounds sterling", 2.5e6, 2.5e6, False, "GBP"),
    ("a 5 million - dollar loan", 5e6, 5e6, False, "USD"),
    ("10 million dinars", 1e7, 1e7, False, ""),
)


@pytest.mark.parametrize(("words", "low", "high", "about", "currency"), READINGS)
def test_readings(words: str, low: float | None, high: float | None, about: bool, currency: str | None) -> None:
    found = amounts(words.split(), 0, len(words.split()))
    assert [(a.low, a.high, a.about, a.currency) for a in found] == [(low, high, about, currency)]


@pytest.mark.parametrize(
    "words",
    ["12 percent", "12 per cent of", "some of them", "over the border", "under fire", "since 1988", "m", "$", ""],
)
def test_no_amounts(words: str) -> None:
    assert amounts(words.split(), 0, len(words.split())) == []


@pytest.mark.parametrize(
    ("word", "value"), [("nine", 9), ("1,200", 1200), ("ninety-two", 92), ("2.5", None), ("x", None)]
)
def test_number(word: str, value: int | None) -> None:
    assert number(word) == value


def test_written() -> None:
    assert Amount(0, 1, 12, 12).written("killed") == {"killed": 12}
    assert Amount(0, 1, 12, None).written("killed") == {"killed_low": 12}
    assert Amount(0, 1, 300, 300, True).written("crowd") == {"crowd_about": 300}
    assert Amount(0, 1, 2.5, 4).written("money") == {"money_low": 2.5, "money_high": 4}


@pytest.mark.parametrize("row", table("currencies.tsv"), ids=lambda row: f"{row['adjective']} {row['word']}")
def test_currencies(row: dict[str, str]) -> None:
    assert row["side"] in ("before", "after")
    assert len(row["iso"]) in (0, 3)
    if row["side"] == "after":
        words = [*row["adjective"].split(), row["word"]]
        assert (after(words, 0) or ("", 0))[0] == row["iso"]


def test_tables_are_sound() -> None:
    kinds = "least above most below about same or_more or_so or_fewer range whole scale money_scale".split()
    for row in table("numbers.tsv"):
        assert row["kind"] in kinds, row
        assert not row["high"] or float(row["low"]) <= float(row["high"]), row
    assert len({row["phrase"] for row in table("numbers.tsv")}) == len(table("numbers.tsv"))


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["id"])
def test_each_rule_fires_and_holds(row: dict[str, str]) -> None:
    wanted = given_by(row["gives"])
    assert any(wanted.items() <= attributes.items() for _, attributes in told(row["yes"]))
    assert not any(key.startswith(row["quantity"]) for _, attributes in told(row["no"]) for key in attributes)


@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['trigger']}: {row['text'][:30]}")
def test_sentences(row: dict[str, str]) -> None:
    found = [attributes for word, attributes in told(row["text"]) if word == row["trigger"]]
    assert found
    assert found[0] == given_by(row["gives"])


def test_every_key_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
    for name in [*(row["quantity"] for row in RULES), "money", "currency", "prison_months", "sentence"]:
        assert f"`{name}`" in page, name
    for row in table("people.tsv"):
        assert row["group"] in page


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("a an of and or 12 to between from - $ million dozen hundred 1.5bn than more odd".split()))
)
def test_any_words_are_read(words: list[str]) -> None:
    for amount in amounts(words, 0, len(words)):
        assert 0 <= amount.start < amount.end <= len(words)
        assert amount.low is None or amount.high is None or amount.low <= amount.high
