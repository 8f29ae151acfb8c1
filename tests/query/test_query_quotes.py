"""Quotes: by speaker, by side, to whom and about whom; one saying once."""

from collections.abc import Iterator

import pytest
from strait import readings

from dragoman.errors import AskError
from dragoman.query.ledger import Ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


@pytest.mark.parametrize(
    ("speaker", "about", "asked", "count"),
    [
        ("Tonga", None, {}, 1),
        ("Sione Taufa", None, {}, 1),
        ("Tonga", "Fiji", {}, 1),
        (None, "Fiji", {}, 1),
        ("Fiji", None, {}, 0),
        ("Fiji", "Tonga", {}, 0),  # a pair has no direction, a quote has
        ("Tonga", None, {"since": "2003-03-11"}, 0),
        ("Tonga", None, {"known_by": "2003-03-09"}, 0),
    ],
)
def test_who_said_what_of_whom(
    ledger: Ledger, speaker: str | None, about: str | None, asked: dict[str, str], count: int
) -> None:
    if count == 0 and "known_by" in asked:
        with pytest.raises(AskError, match="nobody called"):
            ledger.quotes("Sione Taufa", known_by=asked["known_by"])
    found = ledger.quotes(speaker, about, **asked)  # type: ignore[arg-type]
    assert len(found.sayings) == count
    assert not found.more


def test_a_row_has_speaker_words_form_and_report(ledger: Ledger) -> None:
    row = ledger.quotes("Tonga").table().rows()[0]
    assert row["speaker"] == "Sione Taufa"
    assert row["speaker_id"] == "person:sione-taufa"
    assert (row["addressee"], row["form"], row["day"]) == ("Fiji", "direct", "2003-03-10")
    assert row["words"] == "We shall not sell a single rock"
    assert str(row["words"]) in str(row["quote"])
    assert (row["reports"], row["publisher"]) == (1, "Tonga Chronicle")


def test_somebody_must_be_named(ledger: Ledger) -> None:
    with pytest.raises(AskError, match="neither a speaker nor"):
        ledger.quotes()
