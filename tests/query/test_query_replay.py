"""Asking what was known by a day gives what a ledger of the reports up to that day gives, whatever they tell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from border import ECUADOR, FRONT, PERU, TOWN, VEGA
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from making import event, reading, report, standing, statement

from dragoman.errors import AskError
from dragoman.query.ledger import Ledger
from dragoman.records import Reading, Retraction

FIRST = date(1994, 1, 1)
QUESTIONS = (("PER", "ECU"), ("Ecuador", "the River Front"), ("Marta Vega Lind", "PER"))


@dataclass(frozen=True)
class Told:
    """One report by what it tells (a number of TEXTS), days after FIRST, publisher, agency; `again` is an update."""

    what: int
    published: int
    of: int
    source: str
    agency: str | None
    again: int | None

    def readings(self) -> list[Reading]:
        days = [self.published] if self.again is None else [self.published, self.published + self.again]
        return [
            self._reading(what, published) for what, published in zip((self.what, self.what + 1), days, strict=False)
        ]

    def _reading(self, what: int, published: int) -> Reading:
        text, *entries = _texts(day(self.of))[what % 9]
        id = f"{self.what}-{self.published}-{self.of}-{self.source}"
        told = report(text, day(self.published), id=id, source=self.source, agency=self.agency)
        if published != self.published:
            told = replace(told, updated=date.fromisoformat(day(published)))
        return reading(told, *entries)


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


def _texts(on: str) -> Sequence[Sequence[Any]]:
    """Texts with their entries, told of the day `on`."""
    other_name = replace(FRONT, name="The Front of the River")
    return (
        ("Peru shelled a post of Ecuador.", event("ASSAULT", PERU, ECUADOR, "Peru shelled a post of Ecuador",
                                                  trigger="shelled", when=on)),
        ("Troops of Peru shelled a post of Ecuador at dawn.", event("ASSAULT", PERU, ECUADOR,
                                                  "Troops of Peru shelled a post of Ecuador",
                                                  trigger="shelled", when=on)),
        ("Peru will meet Ecuador.", event("CONSULT", PERU, ECUADOR, "Peru will meet Ecuador", trigger="meet", when=on,
                                          status="planned")),
        ("Peru promised Ecuador to leave the river.", standing("pledge", PERU, ECUADOR, "made",
                                          "Peru promised Ecuador to leave the river", content="to leave the river")),
        ("Peru broke its promise to leave the river.", standing("pledge", PERU, ECUADOR, "broken",
                                          "Peru broke its promise to leave the river", content="to leave the river",
                                          when=on)),
        ("Ecuador recalled its ambassador.", standing("mission", ECUADOR, PERU, "recalled",
                                          "Ecuador recalled its ambassador", when=on, kind="ambassador")),
        ("The River Front seized Puerto Sombra.", standing("control", FRONT, TOWN, "seized",
                                          "The River Front seized Puerto Sombra", when=on),
         event("COERCE", FRONT, ECUADOR, "The River Front seized Puerto Sombra", trigger="seized", when=on)),
        ("The Front of the River fled from Ecuador, which holds Puerto Sombra.",
         standing("control", ECUADOR, TOWN, "held", "which holds Puerto Sombra", status="ongoing", by=VEGA),
         event("RETREAT", other_name, ECUADOR, "The Front of the River fled from Ecuador", trigger="fled")),
        ("Marta Vega Lind said Peru had broken the peace.", statement(VEGA, "Peru had broken the peace", to=PERU,
                                          when=on)),
    )  # fmt: skip


TOLD = st.builds(
    Told,
    what=st.integers(0, 8),
    published=st.integers(0, 60),
    of=st.integers(0, 80),
    source=st.sampled_from(("Quito Star", "Lima Gazette", "Andes Courier")),
    agency=st.sampled_from((None, "AFP", "Reuters")),
    again=st.none() | st.integers(1, 20),
)


def known(one: Reading) -> str:
    return max(day for day in (one.report.published, one.report.updated) if day).isoformat()


def answers(ledger: Ledger, on: str, known_by: str | None) -> list[Any]:
    asked = [*QUESTIONS, (None, TOWN.id)]
    return [answer(ledger, one, other, on, known_by) for one, other in asked]


def answer(ledger: Ledger, one: str | None, other: str, on: str, known_by: str | None) -> Any:
    """A brief of two, who holds a place, or the error where somebody is not known yet."""
    try:
        if one is None:
            return ledger.state("control", None, other, on=on, known_by=known_by).matters
        return replace(ledger.brief(one, other, on=on, known_by=known_by), known_by=None)
    except AskError as error:
        return error.seen.removesuffix(f" by {known_by}")


@settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    told=st.lists(TOLD, min_size=3, max_size=9), back=st.integers(0, 8), later=st.integers(0, 70), by=st.integers(5, 75)
)
def test_replay(tmp_path_factory: pytest.TempPathFactory, told: list[Told], back: int, later: int, by: int) -> None:
    given_ = [one for some in told for one in some.readings()]
    end = day(by)
    taken_back = Retraction(given_[back % len(given_)].report.id, date.fromisoformat(day(later)))
    folder = tmp_path_factory.mktemp("replay")
    with Ledger(folder / "whole.db") as whole, Ledger(folder / "then.db") as then:
        for one in given_:
            whole.add(one)
        for one in reversed(given_):
            if known(one) <= end:
                then.add(one)
        whole.retract(taken_back)
        if day(later) <= end:
            then.retract(taken_back)
        for on in (end, day(90)):
            assert answers(whole, on, end) == answers(then, on, None)
