"""The closing count on standard error: read, empty, skipped and why."""

import pytest

from dragoman.cli.pool import Done
from dragoman.cli.tally import Tally
from dragoman.records import Finding

READ = Done(b"{}", words=10, entries=3)
BARE = Done(b"{}", words=10, findings=(Finding("nothing-read", "no entry", "r1"),))
LOOSE = Done(b"{}", words=10, entries=2, findings=2 * (Finding("unsupported-standing", "it is left out", "r2:40"),))


def outcome(*codes: str) -> Done:
    return Done(findings=tuple(Finding(code, f"it is {code}", "file") for code in codes))


# outcomes, whether something bad was skipped, what the closing lines hold
CASES = (
    ((READ, READ), False, ["read 2 reports; 20 words"]),
    ((READ, BARE), False, ["1 without any entry", "r1: nothing-read: no entry"]),
    ((READ, LOOSE), False, ["2 unsupported left out", "r2:40: unsupported-standing: it is left out"]),
    ((READ, outcome("empty")), True, ["read 1 report;", "1 empty", "file: empty: it is empty"]),
    ((outcome("encoding"), READ), True, ["file: encoding"]),
    ((outcome("binary"), outcome("missing"), outcome("binary"), READ), True, ["skipped 3: binary 2, missing 1"]),
)


@pytest.mark.parametrize(("outcomes", "bad", "told"), CASES)
def test_counts(capsys, outcomes, bad, told):
    with Tally(["-"], notes=True, bar=True) as tally:
        for done in outcomes:
            tally.add(done)
    tally.close()
    assert tally.bad is bad
    words = capsys.readouterr().err
    for piece in told:
        assert piece in words


def test_notes_of_readings_can_be_left_to_the_view(capsys):
    tally = Tally(["-"], notes=False, bar=True)
    tally.add(BARE)
    tally.add(outcome("binary"))
    assert capsys.readouterr().err == "file: binary: it is binary\n"


def test_control_characters_in_a_name_do_not_reach_the_terminal(capsys):
    tally = Tally(["-"], notes=True, bar=True)
    tally.add(Done(findings=(Finding("missing", "no such file", "a\x1b[2Jb\nc"),)))
    assert capsys.readouterr().err == "a\ufffd[2Jb c: missing: no such file\n"
