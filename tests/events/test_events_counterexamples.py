"""Words of the lexicon in another sense, or without political actors, give no event."""

import pytest

from dragoman.events.lexicon import lexicon

CASES = [(rule.id, rule.no) for rule in lexicon().rules if rule.no]
MOST = 4  # of about 190; "The prime minister stepped down" and its like need more than a lexicon


def test_counterexamples_are_silent(code) -> None:  # type: ignore[no-untyped-def]
    wrong = [(id, no) for id, no in CASES if any(e.made_by == f"lexicon:{id}" for e in code(no))]
    assert len(CASES) > 150
    assert len(wrong) <= MOST, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Brazil beat Chile 2-0 in the final, the striker shooting the winner in the last minute of the match.",
        "Shares of the bank retreated and traders attacked the currency.",
        "The storm invaded the coast and struck the harbour.",
        "",
        "   \n\n  ",
        "!!! ??? ...",
    ],
)
def test_no_event(code, text: str) -> None:  # type: ignore[no-untyped-def]
    assert code(text) == ()
