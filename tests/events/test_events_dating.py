"""When an act took place that has no time phrase of its own."""

import pytest

# published 2010-06-15, a Tuesday: text, type, day (None: left open)
CASES = [
    # an act of speaking in its own actor's words took place when they were said
    (
        "Burundi will not comply with the court's order, Burundian minister Jean Nkurikiye said on Monday.",
        "REJECT",
        "2010-06-14",
    ),
    # a story goes on without naming the day again
    (
        "Honduran and Nicaraguan ministers met in Lima on Monday. Honduras accused Nicaragua of piracy.",
        "ACCUSE",
        "2010-06-14",
    ),
    # not beyond the paragraph, nor where the sentence has a day of its own
    (
        "Honduran and Nicaraguan ministers met in Lima on Monday.\n\nHonduras expelled a Nicaraguan envoy.",
        "SANCTION",
        None,
    ),
    (
        "Honduran and Nicaraguan ministers met on Monday. Honduras expelled a Nicaraguan envoy on Friday.",
        "SANCTION",
        "2010-06-11",
    ),
    # what went before is not dated by the verb that comes after it
    (
        "Chad closed its border with Niger on Monday after the arrest of two Chadian officers by Nigerien police.",
        "COERCE",
        "2010-06-14",
    ),
]


@pytest.mark.parametrize(("text", "type", "day"), CASES)
def test_day(code, text: str, type: str, day: str | None) -> None:  # type: ignore[no-untyped-def]
    first = next(e for e in code(text) if e.type == type)
    assert (first.when.start.isoformat() if first.when and first.when.start else None) == day


def test_a_noun_behind_after_keeps_its_own_time(code) -> None:  # type: ignore[no-untyped-def]
    text = "Chad closed its border with Niger on Monday after the arrest of two Chadian officers by Nigerien police."
    arrest = [e for e in code(text) if e.mode == "arrest"]
    assert [e.when for e in arrest] == [None]
