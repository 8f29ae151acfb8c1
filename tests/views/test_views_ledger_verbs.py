"""Events in words: every type and mode of the codebook has its own, every status is told."""

import pytest

from dragoman.codebook import codebook
from dragoman.views.ledger_verbs import VERBS, did


def test_every_type_and_mode_has_words_of_its_own():
    wanted = set(codebook().types)
    wanted |= {f"{name} {mode}" for name, kind in codebook().types.items() for mode in kind.modes}
    assert set(VERBS) == wanted


# type, mode, status, words, the word before recipients
CASES = (
    ("CONSULT", None, "happened", "met", ""),
    ("CONSULT", "visit", "planned", "planned to visit", ""),
    ("REJECT", "meet", "denied", "did not refuse talks", "with"),
    ("ASSAULT", "heavy-weapons", "ongoing", "shelled", ""),
    ("THREATEN", "no such mode", None, "threatened", ""),
    ("BOARDING", "hostile", "planned", "BOARDING hostile (planned)", "->"),
    ("BOARDING", None, "happened", "BOARDING", "->"),
)


@pytest.mark.parametrize(("type", "mode", "status", "words", "before"), CASES)
def test_words(type, mode, status, words, before):
    assert did(type, mode, status) == (words, before)
