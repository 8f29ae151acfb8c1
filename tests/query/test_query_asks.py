"""Every list-like question: the same answer in any order of adding, and as of a day what was answered on that day."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from strait import readings

from dragoman.query.ledger import Ledger
from dragoman.query.wire import Shown
from dragoman.records import Reading

DAY = "2003-05-02"

QUESTIONS: dict[str, Callable[[Ledger, str | None], Shown]] = {
    "timeline of a pair": lambda ledger, by: ledger.timeline("Fiji", "Tonga", statements=True, known_by=by),
    "timeline of one": lambda ledger, by: ledger.timeline("Vanuatu", known_by=by),
    "quotes": lambda ledger, by: ledger.quotes("Tonga", known_by=by),
    "pledges": lambda ledger, by: ledger.pledges(which="all", on=DAY, known_by=by),
    "demands": lambda ledger, by: ledger.pledges("Fiji", topic="demand", on=DAY, known_by=by),
    "dyads of a pair": lambda ledger, by: ledger.dyads("Fiji", "Tonga", known_by=by),
    "dyads of one": lambda ledger, by: ledger.dyads("Tonga", known_by=by),
    "search": lambda ledger, by: ledger.search("Fiji", known_by=by),
    "missions": lambda ledger, by: ledger.missions(on=DAY, history=None, known_by=by),
    "recognition": lambda ledger, by: ledger.recognition("Samoa", on=DAY, known_by=by),
    "actors": lambda ledger, by: ledger.actors("Tonga", known_by=by),
}


def built(folder: Path, name: str, told: Iterable[Reading]) -> Ledger:
    made = Ledger(folder / f"{name}.db")
    for one in told:
        made.add(one)
    return made


def early() -> list[Reading]:
    return [one for one in readings() if one.report.published and one.report.published.isoformat() <= DAY]


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> Iterable[dict[str, Ledger]]:
    folder = tmp_path_factory.mktemp("asks")
    told = {"whole": readings(), "turned": reversed(readings()), "early": early()}
    made = {name: built(folder, name, some) for name, some in told.items()}
    yield made
    for ledger in made.values():
        ledger.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_order_of_adding_changes_nothing(ledgers: dict[str, Ledger], question: str) -> None:
    ask = QUESTIONS[question]
    found = ask(ledgers["whole"], None)
    assert ask(ledgers["turned"], None).to_json() == found.to_json()
    assert found.to_dict() != {}


@pytest.mark.parametrize("question", QUESTIONS)
def test_as_of_a_day_it_is_what_was_known_on_that_day(ledgers: dict[str, Ledger], question: str) -> None:
    ask = QUESTIONS[question]
    then = ask(ledgers["early"], DAY)
    assert ask(ledgers["whole"], DAY).to_json() == then.to_json()
    assert ask(ledgers["early"], None).to_dict() | {"known_by": None} == then.to_dict() | {"known_by": None}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_number_of_the_store_is_shown(ledgers: dict[str, Ledger], question: str) -> None:
    def keys(value: object) -> Iterable[str]:
        if isinstance(value, dict):
            for key, part in value.items():
                yield key
                yield from keys(part)
        elif isinstance(value, list | tuple):
            for part in value:
                yield from keys(part)

    assert "row" not in set(keys(QUESTIONS[question](ledgers["whole"], None).to_dict()))
