"""Whether it came to pass: tense, modals, negation and the words above a trigger."""

import pytest

from dragoman.records import Status

# sentence, type, status (None: no event of that type)
CASES = [
    ("Iran expelled a French diplomat.", "SANCTION", "happened"),
    ("Iran has not expelled a French diplomat.", "SANCTION", "denied"),
    ("Iran stopped short of expelling the French ambassador.", "SANCTION", "denied"),
    ("Iran denied that it had expelled a French diplomat.", "SANCTION", "denied"),
    ("Iran never attacked Iraq.", "ASSAULT", "denied"),
    ("Iran will expel the French ambassador.", "SANCTION", "planned"),
    ("Iran plans to expel the French ambassador.", "SANCTION", "planned"),
    ("Iran is to expel the French ambassador.", "SANCTION", "planned"),
    ("Iran may expel the French ambassador.", "SANCTION", "hypothetical"),
    ("Iran will expel the French ambassador if France recognises Kosovo.", "SANCTION", "conditional"),
    ("Syria is shelling a Turkish village.", "ASSAULT", "ongoing"),
    ("Iran threatened to expel the French ambassador.", "SANCTION", None),
    ("Iran threatened to expel the French ambassador.", "THREATEN", "happened"),
    ("France demanded that Iran release the pilot.", "RETREAT", None),
    ("France demanded that Iran release the pilot.", "REQUEST", "happened"),
    ("Iran refused to withdraw its troops from Iraq.", "RETREAT", None),
    ("Iran refused to withdraw its troops from Iraq.", "REJECT", "happened"),
    ("Iran promised to withdraw its troops from Iraq.", "AGREE", "happened"),
    ("Iran said it would recall its ambassador from France.", "SANCTION", "planned"),
    ("Turkey's president will visit Greece next week.", "CONSULT", "planned"),
]


@pytest.mark.parametrize(("text", "type", "status"), CASES)
def test_status(code, text: str, type: str, status: str | None) -> None:  # type: ignore[no-untyped-def]
    found = [e.status for e in code(text) if e.type == type]
    assert found == ([] if status is None else [Status(status)])
