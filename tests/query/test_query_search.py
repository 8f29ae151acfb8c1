"""Search: which reports are found in which order, with which snippet and entries; only live versions."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from making import event, reading, report
from strait import FIJI, TONGA, readings

from dragoman.errors import AskError
from dragoman.query import search_found
from dragoman.query.ledger import Ledger
from dragoman.records import Retraction


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


def published(ledger: Ledger, typed: str, **asked: object) -> list[str]:
    return [hit.known for hit in ledger.search(typed, **asked).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("embassy", ["2003-03-10", "2003-07-01"]),  # the title has it, though it is older
        ("embassies", ["2003-03-10", "2003-07-01"]),
        ("reef", ["2003-03-03", "2003-03-03"]),
        ("recognition withdrew", ["2003-07-09"]),
        ('"recognised Free Lau"', ["2003-05-20"]),
        ('"Lau recognised"', []),
        ("embassy -closed", ["2003-07-01"]),
        ('promised -"kept its promise"', ["2003-04-06"]),
        ("SUVA embassy", ["2003-03-10", "2003-07-01"]),
        ("zebra", []),
        ("embassy zebra", []),
    ],
)
@pytest.mark.parametrize("few", [0, 400])
def test_what_is_found(
    ledger: Ledger, typed: str, expected: list[str], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_found, "FEW", few)  # both ways of looking give the same
    assert published(ledger, typed) == expected


def test_words_in_a_row_come_before_words_apart(where: str) -> None:
    with Ledger(where) as ledger:
        for day, text in (
            ("2003-01-01", "The truce of the islands holds."),
            ("2003-01-02", "The islands want a truce."),
            ("2003-01-03", "No truce. The boats of the islands left."),
        ):
            ledger.add(reading(report(text, day)))
        assert published(ledger, "truce of the islands")[0] == "2003-01-01"
        assert published(ledger, "islands truce") == ["2003-01-03", "2003-01-02", "2003-01-01"]
        assert published(ledger, "islands truce", limit=2) == ["2003-01-03", "2003-01-02"]
        assert published(ledger, "islands truce", known_by="2003-01-02") == ["2003-01-02", "2003-01-01"]


def test_a_hit_has_a_snippet_and_the_entries_that_hold_the_words(ledger: Ledger) -> None:
    hit = ledger.search("burned trawler").hits[0]
    assert "**burned** a Tongan **trawler**" in hit.snippet.marked()
    assert [(entry.family, entry.label) for entry in hit.entries] == [("event", "ASSAULT")]
    assert ledger.search("piracy").hits[0].entries[0].label == "ACCUSE"
    assert hit.entries[0].quote == "Fijian sailors burned a Tongan trawler at Minerva Reef"
    row = ledger.search("piracy").table().rows()[0]
    assert (row["source"], row["agency"], row["entries"]) == ("Suva Mail", "Reuters", 1)
    assert (row["title"], row["published"]) == ("Trawler burned at reef", "2003-03-03")


def test_versions_that_are_replaced_or_taken_back_are_not_found(where: str) -> None:
    old = report("Fiji burned a boat of Tonga.", "2003-01-01", id="boat")
    new = replace(report("Fiji stopped a boat of Tonga.", "2003-01-01", id="boat", updated="2003-01-05"))
    with Ledger(where) as ledger:
        ledger.add(reading(old, event("ASSAULT", FIJI, TONGA, "Fiji burned a boat of Tonga", trigger="burned")))
        ledger.add(reading(new))
        assert published(ledger, "burned") == []
        assert published(ledger, "stopped") == ["2003-01-05"]
        assert published(ledger, "burned", known_by="2003-01-04") == ["2003-01-01"]
        ledger.retract(Retraction("boat"))
        assert published(ledger, "stopped") == []


def test_a_text_with_tags_is_found_and_shown(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(reading(report("Fiji <b>burned</b> a boat & a net.", "2003-01-01")))
        assert "<b>**burned**</b>" in ledger.search("burned").hits[0].snippet.marked()


@pytest.mark.parametrize(
    "typed", ['"', 'embassy" OR 1', "embassy*", "title:embassy", "a:b (c", "x' --", "NEAR(a b)", "é\0"]
)
def test_what_looks_like_syntax_is_words(ledger: Ledger, typed: str) -> None:
    if typed == '"':
        with pytest.raises(AskError):
            ledger.search(typed)
    else:
        ledger.search(typed)


def test_the_order_does_not_depend_on_the_order_of_adding(
    ledger: Ledger, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Ledger(tmp_path_factory.mktemp("other") / "turned.db") as turned:
        for one in reversed(readings()):
            turned.add(one)
        for typed in ("Fiji", "Tonga Fiji", "reef"):
            mine, theirs = (led.search(typed) for led in (ledger, turned))
            assert theirs.to_json() == mine.to_json()
