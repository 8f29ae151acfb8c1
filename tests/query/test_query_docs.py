"""docs/asking.md names every key of the answers that it describes."""

import re
from pathlib import Path

import pytest

from dragoman.query.asked import Named
from dragoman.query.brief import Brief, Standing
from dragoman.query.citing import Citation
from dragoman.query.claims import Claim
from dragoman.query.entry import Coded, Entry, Judged
from dragoman.query.matters import Matter, Told, Voice
from dragoman.query.planned import Planned
from dragoman.query.reasons import Reason
from dragoman.query.state import States
from dragoman.query.who import Meant, Other

PAGE = (Path(__file__).parents[2] / "docs" / "asking.md").read_text(encoding="utf-8")
# the heading under which the keys of a record stand
RECORDS = [
    (Meant, "Whom a name means"),
    (Other, "Whom a name means"),
    (Brief, "A brief"),
    (Standing, "A brief"),
    (Planned, "A brief"),
    (States, "A brief"),
    (Matter, "A matter: where one thing stands"),
    (Voice, "A matter: where one thing stands"),
    (Told, "A matter: where one thing stands"),
    (Claim, "A claim: one fact of one or more reports"),
    (Reason, "A claim: one fact of one or more reports"),
    (Named, "A claim: one fact of one or more reports"),
    (Citation, "A citation"),
    (Entry, "An entry"),
    (Coded, "An entry"),
    (Judged, "An entry"),
]


@pytest.mark.parametrize(("record", "heading"), RECORDS, ids=lambda one: getattr(one, "__name__", ""))
def test_every_key_is_documented(record: type, heading: str) -> None:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z_]+)`", section))
    assert set(record.__dataclass_fields__) - named == set()  # type: ignore[attr-defined]
