"""All that is held of one entry: codings, judgements, the fact that it tells."""

from collections.abc import Iterator

import pytest
from border import ECUADOR, PERU, readings
from making import event, recoded

from dragoman.errors import AskError
from dragoman.ledger.judging import judge
from dragoman.query.ledger import Ledger

ATTACK = readings()[0]
ID = ATTACK.events[0].id


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        yield made


def test_an_entry_with_all_that_tell_the_same(ledger: Ledger) -> None:
    found = ledger.entry(ID)
    assert found.text == "Peruvian soldiers attacked an Ecuadorean border post on the Santiago"
    assert found.citation and found.citation.title == "Border post attacked"
    assert found.claim and (found.claim.reports, found.claim.origins, len(found.claim.reasons)) == (3, 2, 3)
    assert [(c.layer, c.live, c.body["type"]) for c in found.codings] == [("coded", True, "ASSAULT")]


def test_what_people_said_is_told_undone_or_not(ledger: Ledger) -> None:
    said = judge(ledger, "edit", (ID,), change={"type": "COERCE"}, author="ana", note="no shot was fired")
    found = ledger.entry(ID)
    assert found.claim and (found.claim.label, found.claim.judged) == ("COERCE", "edited")
    assert [(j.author, j.note, j.in_force) for j in found.judgements] == [("ana", "no shot was fired", True)]
    assert [(c.layer, c.live) for c in found.codings] == [("coded", False), ("judged", True)]
    judge(ledger, "undo", (said.id,), author="ana")
    undone = ledger.entry(ID)
    assert [j.in_force for j in undone.judgements] == [False]
    assert undone.claim and undone.claim.label == "ASSAULT"


def test_a_rejected_entry_is_found_by_its_id_alone(ledger: Ledger) -> None:
    judge(ledger, "reject", (ID,), author="ana")
    found = ledger.entry(ID)
    assert (found.claim, found.citation, found.codings[-1].refused) == (None, None, True)
    assert ledger.entry(ID, as_coded=True).claim is not None


def test_both_codings_of_a_report_that_was_read_again(ledger: Ledger) -> None:
    words = "Peruvian soldiers attacked an Ecuadorean border post on the Santiago"
    sure = event("ASSAULT", PERU, ECUADOR, words, trigger="attacked", when="1994-01-09", confidence=0.95)
    ledger.add(recoded(ATTACK, "hand / 2", sure))
    found = ledger.entry(ID)
    assert [(c.coder, c.confidence, c.live) for c in found.codings] == [
        ("hand / 1", 0.9, False),
        ("hand / 2", 0.95, True),
    ]


def test_an_id_may_be_cut_short(ledger: Ledger) -> None:
    assert ledger.entry(ID[:6]) == ledger.entry(ID)
    with pytest.raises(AskError, match="no such entry"):
        ledger.entry(ID[:5])
    with pytest.raises(AskError, match="no such entry"):
        ledger.entry("ffffffffff")


def test_what_is_not_known_yet_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(AskError):
        ledger.entry(ID, known_by="1994-01-09")
    found = ledger.entry(ID, known_by="1994-01-10")
    assert found.claim and found.claim.reports == 2
