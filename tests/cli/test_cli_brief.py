"""`dragoman brief` and `entry`: every line cited, both sides of a dispute, two clocks, narrow lines, JSON."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lagoon import readings

from dragoman.cli.main import main
from dragoman.ledger.store import Store

Run = Callable[..., tuple[int, str, str]]
EVENT = readings()[0].events[0].id


@pytest.fixture
def where(tmp_path: Path) -> Path:
    with Store(tmp_path / "relations.db") as store:
        for one in readings():
            store.add(one)
    return tmp_path / "relations.db"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], where: Path) -> Run:
    def ran(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments), "--ledger", str(where)])
        return int(ended.value.code or 0), *capsys.readouterr()

    return ran


def test_a_brief_says_whom_it_is_about_and_where_things_stand(run):
    code, out, err = run("brief", "Samoa", "TON", "--on", "1997-03-20")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Samoa and Tonga on 1997-03-20"
    assert lines[1].startswith("  “Samoa” is taken for Samoa (WSM)")
    assert "  embassy of Samoa in Nuku'alofa, Tonga: disputed (2 sides)" in lines
    sides = [line.strip() for line in lines if line.strip().startswith("- ")]
    assert [side.split(",")[0] for side in sides] == ["- closed", "- operating"]
    assert "says Tevita Fifita (1 report)" in sides[1]
    assert "  Tonga to Samoa, “call back 60 boats”: promised on 1997-03-09 [" in out
    assert "pay for the cars" in out
    headings = [line for line in lines if line and not line.startswith(" ")][1:]
    assert headings[:4] == ["Embassies and envoys", "Open promises", "Open demands", "What is due"]
    assert headings.index("What happened last") < headings.index("Sources")
    assert "  1997-03-03  Samoa withdrew people or posts from Tonga (2 reports, 1 origin)" in out


def test_every_line_is_cited_and_every_source_is_used(run):
    out = run("brief", "Samoa", "Tonga", "--on", "1997-03-20")[1]
    body, sources = out.split("\nSources\n")
    told = {}
    for block in re.split(r"\n(?=\[)", sources):
        number = block[1 : block.index("]")]
        letters = re.findall(r"^ +([a-z]): “", block, re.MULTILINE)
        told |= {number + letter: block for letter in letters or [""]}
    cited = re.findall(r"\[(\d+[a-z]?)\]", body)
    assert set(cited) == set(told)
    texts = [one.report.text for one in readings()]
    for quote in re.findall(r"“([^”]+)”", sources.replace("\n      ", " ").replace("\n    ", " ")):
        assert any(quote in text for text in texts), quote


def test_what_was_known_then(run):
    out = run("brief", "Samoa", "Tonga", "--on", "1997-03-20", "--known-by", "1997-03-11")[1]
    assert out.startswith("Samoa and Tonga on 1997-03-20, as known on 1997-03-11\n")
    assert "call back 40 boats" in out
    assert "call back 60 boats" not in out
    assert "planned to meet" not in out


def test_json_is_one_object_with_citations(run):
    code, out, _ = run("brief", "Samoa", "Tonga", "--on", "1997-03-20", "--json")
    found = json.loads(out)
    assert (code, out.count("\n")) == (0, 1)
    assert (found["one"]["id"], found["other"]["id"], found["on"]) == ("WSM", "TON", "1997-03-20")
    assert all(one["citations"] for key in ("events", "statements", "pledges", "demands") for one in found[key])


def test_ids_lead_to_the_whole_story_of_an_entry(run):
    out = run("brief", "Samoa", "Tonga", "--on", "1997-03-20", "--ids")[1]
    assert EVENT in out
    code, out, _ = run("entry", EVENT[:8])
    assert code == 0
    assert out.startswith(f"Event {EVENT}\n")
    assert "hand / 1: in force" in out
    assert "type: SANCTION; mode: withdraw" in out.replace("\n        ", " ")
    assert "one fact: " in out
    assert json.loads(run("entry", EVENT, "--json")[1])["id"] == EVENT


def test_no_line_is_wider_than_a_narrow_terminal(run):
    for question in (("brief", "Samoa", "Tonga"), ("entry", EVENT)):
        assert max(map(len, run(*question)[1].splitlines())) <= 80


def test_through_a_pipe_no_colour_and_no_clock(where):
    command = [sys.executable, "-m", "dragoman", "brief", "Samoa", "Tonga", "--ledger", str(where)]
    first, second = (subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2))
    assert first == second
    assert b"\x1b" not in first
    assert first.startswith(b"Samoa and Tonga on 1997-05-03\n")


# arguments, exit code, what is said
WRONG = (
    (("brief", "Samoa", "Atlantis"), 1, "nobody called “Atlantis” is known"),
    (("brief", "Samoa", "Sina Leota"), 1, "are both of"),
    (("brief", "Samoa", "Tonga", "--on", "some day"), 2, "--on: 'some day' is no date"),
    (("brief", "Samoa"), 2, "Missing argument 'B'"),
    (("entry", "ffffff"), 1, "there is no such entry"),
)


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_what_cannot_be_asked_is_told(run, arguments, code, said):
    found, out, err = run(*arguments)
    assert (found, out) == (code, "")
    assert said in err
