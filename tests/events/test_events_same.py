"""One act told twice is one event with both places as evidence; two acts stay two."""

import pytest

from dragoman.codebook import codebook
from dragoman.events.lexicon import table
from dragoman.events.same import families

# text, type, how many events of it, how many places the first one is told in
CASES = [
    ("Gendarmes of Chad arrested two Sudanese editors on Monday. Sudan condemned the arrests.", "COERCE", 1, 2),
    ("Ghana expelled three Malian diplomats on Monday. Mali called the expulsions absurd.", "SANCTION", 1, 2),
    ("Chad closed its border with Niger on Monday. The closure of the border by Chad hurt traders.", "COERCE", 1, 2),
    (
        "The Greek and Turkish ministers met in Oslo on Monday. The talks between Greece and Turkey failed.",
        "CONSULT",
        1,
        2,
    ),
    # two of a kind
    ("Syria shelled a Turkish village on Monday. Syria shelled a Turkish village on Friday.", "ASSAULT", 2, 1),
    ("Ghana expelled three Malian diplomats on Monday. Mali expelled three Ghanaian diplomats.", "SANCTION", 2, 1),
    ("Chad closed its border with Niger on Monday and seized two Nigerien trucks.", "COERCE", 2, 1),
    ("Iran arrested a French editor on Monday. Iran will arrest a second French editor.", "COERCE", 2, 1),
    (
        "Peru recalled its ambassador from Chile in 1998. Peru recalled its ambassador from Chile on Monday.",
        "SANCTION",
        2,
        1,
    ),
]


@pytest.mark.parametrize(("text", "type", "count", "places"), CASES)
def test_tellings(code, text: str, type: str, count: int, places: int) -> None:  # type: ignore[no-untyped-def]
    found = [e for e in code(text) if e.type == type]
    assert len(found) == count, [(e.mode, e.trigger, e.status, e.when) for e in found]
    assert len(found[0].evidence) == places


def test_the_later_telling_adds_the_day(code) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Kenya has expelled a Somali diplomat. The expulsion of the Somali diplomat by Kenya on Monday came at night."
    )
    (event,) = [e for e in code(text) if e.type == "SANCTION"]
    assert event.when is not None and event.when.start is not None and event.when.start.isoformat() == "2010-06-14"


@pytest.mark.parametrize("row", table("same.tsv"), ids=lambda row: str(row["id"]))
def test_family_is_sound(row: dict[str, str]) -> None:
    assert row["type"] in codebook().types
    assert all(row["id"] in families()[row["type"], lemma] for lemma in row["lemmas"].split("|"))
