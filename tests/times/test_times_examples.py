"""Every row of the package's tables is a test: phrases to days and values, prepositions, festivals, false friends."""

import csv
from datetime import date, timedelta
from importlib.resources import files

import pytest
import spacy

from dragoman.records import Anchor
from dragoman.times import Tense, annotate, resolve
from dragoman.times.bounds import relation_before
from dragoman.times.festivals import festival
from dragoman.times.words import words_of_text

NLP = spacy.blank("en")


def rows(name: str) -> list[dict[str, str]]:
    text = files("dragoman.times").joinpath(f"data/{name}.tsv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", rows("examples"), ids=lambda r: f"{r['phrase']} {r['anchor']} {r['tense']}")
def test_phrase_means_its_days(row: dict[str, str]) -> None:
    when = resolve(
        row["phrase"],
        anchor=day(row["anchor"]),
        basis=Anchor.PUBLISHED,
        tense=Tense(row["tense"]),
        narrative=day(row["narrative"]),
    )
    if not row["precision"]:
        assert when is None
        return
    assert when is not None
    assert (when.start, when.end, str(when.precision)) == (day(row["start"]), day(row["end"]), row["precision"])


# A TIMEX3 value is read where the words around the phrase leave it in the past, as in most news.
@pytest.mark.parametrize(
    "row",
    [r for r in rows("examples") if r["tense"] == "past" and not r["narrative"] and "/" not in r["value"]],
    ids=lambda r: f"{r['phrase']} {r['anchor']}",
)
def test_phrase_has_its_value(row: dict[str, str]) -> None:
    found = annotate(NLP(f"They said so {row['phrase']}."), day(row["anchor"]))
    expected = [(row["kind"], row["value"])] if row["kind"] else []  # a row without a kind is no time
    assert [(kind, value) for _, _, kind, value in found] == expected


@pytest.mark.parametrize("row", rows("relations"), ids=lambda r: r["words"])
def test_preposition_bounds_only_a_time(row: dict[str, str]) -> None:
    words = words_of_text(row["fires"])
    size = len(row["words"].split())
    assert relation_before(words, size) == (row["relation"], 0)
    if row["words"] != "since":  # "since then" is a time, if no TIMEX3
        assert annotate(NLP(f"He spoke {row['stays']}."), date(2001, 5, 5)) == []


@pytest.mark.parametrize("row", rows("festivals"), ids=lambda r: r["name"])
def test_festival_is_found_and_dated(row: dict[str, str]) -> None:
    text = f"The border was closed {row['example']} last time."
    fallen = festival(row["name"], 2015)
    assert fallen is not None
    found = annotate(NLP(text), fallen + timedelta(days=30))
    assert found, text
    assert found[-1][3].partition("/")[0] == fallen.isoformat()


@pytest.mark.parametrize("row", rows("friends"), ids=lambda r: r["words"])
def test_false_friend_is_no_time(row: dict[str, str]) -> None:
    assert annotate(NLP(row["example"]), date(2015, 12, 31)) == []


def test_easter_and_nowruz_over_the_years() -> None:
    easters = {1991: "1991-03-31", 2000: "2000-04-23", 2011: "2011-04-24", 2024: "2024-03-31"}
    assert {y: festival("easter", y) for y in easters} == {y: date.fromisoformat(d) for y, d in easters.items()}
    nowruz = {1992: "1992-03-21", 2012: "2012-03-20", 2023: "2023-03-21", 2024: "2024-03-20"}
    assert {y: festival("nowruz", y) for y in nowruz} == {y: date.fromisoformat(d) for y, d in nowruz.items()}
    assert festival("a day that nobody keeps", 2001) is None
