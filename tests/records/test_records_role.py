"""Learned roles go to JSON and come back; older lines without the key are read, too."""

from datetime import date

import msgspec

from dragoman.records import Actor, ActorKind, Reading, Report, Role
from dragoman.records.wire import decode, encode

OKELLO = Actor("person:sam-okello", "Sam Okello", "UGA", "MIL", ActorKind.PERSON, "UGA", (15, 25))
CHIEF = Role(OKELLO, "army chief", "Uganda", "UGA", "MIL", date(2009, 4, 2), False, ((0, 25),))
PAST = Role(OKELLO, "spokesman", None, None, None, None, True, ())
READING = Reading(Report("r", ""), (), (), (), (), "coder", (), (CHIEF, PAST))


def test_roles_come_back_as_they_went() -> None:
    line = encode(READING)
    assert decode(line).roles == (CHIEF, PAST)
    assert encode(decode(line)) == line


def test_the_keys_of_a_role() -> None:
    row = msgspec.json.decode(encode(READING))["roles"][0]
    assert row.pop("actor")["name"] == "Sam Okello"
    assert row == {
        "title": "army chief", "of": "Uganda", "country": "UGA", "sector": "MIL",
        "former": False, "on": "2009-04-02", "evidence": [[0, 25]],
    }  # fmt: skip


def test_a_line_from_before_roles_is_read() -> None:
    row = msgspec.json.decode(encode(READING))
    del row["roles"]
    assert decode(msgspec.json.encode(row)).roles == ()
