"""Who asks and who answers in interviews printed as questions and answers; texts of our own."""

import pytest

from dragoman import reports
from dragoman.reading import rooms

TURNS = "\n\nQ: Will the port reopen?\n\nA: By June. I told President Diouf so.\n\nQ: And the ferries?\n\nA: Later.\n"


def speakers(text: str) -> list[str | None]:
    found = rooms(reports.from_text(text, published="2009-04-02")).statements
    return [s.speaker.name if s.speaker else None for s in found if s.made_by == "speech:turn"]


@pytest.mark.parametrize(
    ("lead", "asks", "answers"),
    [
        (
            "DAKAR - Transport minister Awa Ndiaye has run the port since 2007. She met shipping lines last week. "
            "Ndiaye spoke to the Guardian in her office. Excerpts:",
            "Guardian",
            "Awa Ndiaye",
        ),
        (
            "LIMA - Economist Hugo Salas, who advised former minister Rosa Lagos, answered questions on Monday. "
            "Salas was in a hurry.",
            "Interviewer",
            "Hugo Salas",
        ),
    ],
)
def test_answers_are_of_the_person_that_the_lead_is_about(lead: str, asks: str, answers: str) -> None:
    found = speakers(lead + TURNS)
    assert found[1::2] == [answers, answers]
    assert [name and name.removeprefix("The ") for name in found[::2]] == [asks, asks]


def test_without_a_lead_nobody_answers_in_anothers_name() -> None:
    assert speakers("Questions and answers." + TURNS)[1] is None
