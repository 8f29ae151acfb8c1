"""`dragoman judge`: what people say acts on answers, is listed, undone without a trace, and exported with the texts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lagoon import readings

from dragoman.cli.main import main
from dragoman.ledger.store import Store

EVENT = readings()[0].events[0].id
COPY = readings()[1].events[0].id
DEMAND = readings()[5].standings[0].id
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `dragoman ARGUMENTS --ledger` of the ledger of all readings."""
    where = tmp_path / "relations.db"
    with Store(where) as store:
        for one in readings():
            store.add(one)

    def ran(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments), "--ledger", str(where)])
        return int(ended.value.code or 0), *capsys.readouterr()

    return ran


def judged(run: Run, *arguments: object) -> str:
    """The id of the judgement that was made."""
    code, out, err = run("judge", *arguments, "--author", "lena")
    assert (code, err) == (0, "")
    return out.rsplit(maxsplit=1)[1]


def asked(run: Run, *more: str) -> str:
    return run("brief", "Samoa", "Tonga", "--on", "1997-03-20", *more)[1]


def test_a_rejected_entry_leaves_every_answer_and_comes_back(run):
    before = asked(run, "--json")
    assert "pay for the cars" in before
    made = judged(run, "reject", DEMAND, "--note", "not said there")
    after = asked(run, "--json")
    assert "pay for the cars" not in after
    assert json.loads(asked(run, "--json", "--as-coded"))["demands"] == json.loads(before)["demands"]
    undone = judged(run, "undo", made)
    assert asked(run, "--json") == before
    judged(run, "undo", undone)
    assert asked(run, "--json") == after


def test_an_edit_shows_in_answers(run):
    judged(run, "edit", EVENT, "type=COERCE", "mode=none", "when=1997-03-02")
    judged(run, "reject", COPY)
    found = json.loads(asked(run, "--json"))["events"]
    assert [(one["label"], one["day"], one["judged"]) for one in found] == [("COERCE", "1997-03-02", "edited")]


def test_facts_are_split_and_joined(run):
    def counts() -> list[int]:
        found = json.loads(asked(run, "--json"))["events"]
        return [one["reports"] for one in found if one["label"] == "SANCTION"]

    assert counts() == [2]
    made = judged(run, "split", COPY)
    assert counts() == [1, 1]
    judged(run, "undo", made)
    assert counts() == [2]


def test_an_actor_gets_another_name(run):
    judged(run, "rename", "TON", "Kingdom of Tonga")
    assert asked(run).startswith("Samoa and Kingdom of Tonga on 1997-03-20")


def test_the_list_tells_what_holds_and_what_was_undone(run):
    made = judged(run, "reject", DEMAND, "--note", "not said there")
    judged(run, "undo", made)
    judged(run, "confirm", EVENT)
    lines = run("judge", "list")[1].splitlines()
    assert lines[0].startswith(made)
    assert lines[0].endswith(f" lena reject {DEMAND} (not said there) - undone")
    assert lines[1].endswith(f"undo {made}")
    assert lines[2].endswith(f"confirm {EVENT}")
    rows = [json.loads(line) for line in run("judge", "list", "--json")[1].splitlines()]
    assert [(row["verb"], row["in_force"]) for row in rows] == [("reject", False), ("undo", False), ("confirm", True)]


def test_what_holds_is_exported_with_texts(run, tmp_path):
    judged(run, "undo", judged(run, "confirm", COPY))
    judged(run, "reject", DEMAND)
    judged(run, "edit", EVENT, "recipients=none")
    judged(run, "rename", "TON", "Kingdom of Tonga")
    out = tmp_path / "judged.jsonl"
    assert run("judge", "export", "--out", out) == (0, "", "3 judgements in force\n")
    rejected, edited, renamed = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert (rejected["verb"], rejected["entries"][0]["judged"]) == ("reject", None)
    assert rejected["entries"][0]["coded"]["topic"] == "demand"
    (one,) = edited["entries"]
    assert (one["coded"]["recipients"][0]["id"], one["judged"]["recipients"]) == ("TON", [])
    start, end = one["coded"]["evidence"][0]
    assert one["text"][start:end] == "Samoa closed its embassy in Nuku'alofa on Monday"
    assert (renamed["change"], renamed["entries"]) == ({"name": "Kingdom of Tonga"}, [])


# arguments, exit code, what is said
WRONG = (
    (("confirm", "0000000000000000"), 1, "there is no such entry"),
    (("edit", EVENT, "type"), 2, "'type' sets nothing"),
    (("edit", EVENT, "type=VISIT"), 1, "PLOVER has no type 'VISIT'"),
    (("edit", EVENT), 2, "Missing argument 'FIELD=VALUE...'"),
    (("merge", EVENT), 1, "one entry alone cannot be merged"),
    (("undo", "0000000000000000"), 1, "there is no such judgement"),
    (("same", "TON", "TON"), 1, "an actor is itself already"),
    (("confirm", EVENT, "--author", " "), 1, "nobody is named as its author"),
)


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_what_cannot_be_judged_is_told(run, arguments, code, said):
    found, out, err = run("judge", *arguments)
    assert (found, out) == (code, "")
    assert said in err
    assert run("judge", "list")[1] == ""
