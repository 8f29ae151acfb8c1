"""The list-like questions to a ledger: the same for people, as JSON and as CSV; what cannot be asked is told."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lagoon import readings

from dragoman.cli.main import main
from dragoman.ledger.store import Store
from dragoman.query.ledger import Ledger

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("asking") / "relations.db"
    with Store(file) as store:
        for one in readings():
            store.add(one)
    return file


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], where: Path) -> Run:
    def ran(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments), "--ledger", str(where)])
        return int(ended.value.code or 0), *capsys.readouterr()

    return ran


# a question, the same in Python, what people see of the answer
QUESTIONS = (
    (("timeline", "Samoa", "Tonga"), lambda x: x.timeline("Samoa", "Tonga"), "withdrew people or posts from Tonga"),
    (
        ("timeline", "Samoa", "--since", "1997-03-05", "--limit", 2, "--oldest-first", "--statements"),
        lambda x: x.timeline("Samoa", since="1997-03-05", limit=2, oldest_first=True, statements=True),
        "... and more: --limit N shows as many",
    ),
    (("pledges",), lambda x: x.pledges(which="all"), "Tonga to Samoa, “call back 60 boats”: promised on 1997-03-09"),
    (("pledges", "Tonga", "--open"), lambda x: x.pledges("Tonga"), "Promises of Tonga, open on 1997-05-03"),
    (("pledges", "--broken"), lambda x: x.pledges(which="broken"), "The ledger knows of none."),
    (
        ("pledges", "--demands", "--known-by", "1997-04-01"),
        lambda x: x.pledges(which="all", topic="demand", known_by="1997-04-01"),
        "Samoa of Tonga, “pay for the cars”: asked on 1997-03-10 (says Sina Leota)",
    ),
    (("pledges", "--met"), lambda x: x.pledges(which="met", topic="demand"), "Demands, met on"),
    (("dyads", "Samoa", "Tonga"), lambda x: x.dyads("Samoa", "Tonga"), "  1997-03        0        0        0        1"),
    (("missions", "--history"), lambda x: x.missions(history=None), "embassy of Samoa in Nuku'alofa, Tonga"),
    (("missions", "--of", "Tonga"), lambda x: x.missions(sender="Tonga"), "The ledger knows of none."),
    (("missions", "--in", "TON"), lambda x: x.missions(host="TON"), "1 mission"),
    (("recognition", "--of", "Tonga"), lambda x: x.recognition("Tonga"), "recognition of Tonga by Fiji: withheld"),
    (("search", "ferry", "caretaker"), lambda x: x.search("ferry caretaker"), "eleven diplomats left by *ferry*"),
    (("search", '"left by ferry"'), lambda x: x.search('"left by ferry"'), "2 reports"),
    (("quotes", "--speaker", "Tonga"), lambda x: x.quotes("Tonga"), "“Samoa's embassy in Nuku'alofa remains open”"),
    (("quotes", "--about", "Samoa", "--limit", 1), lambda x: x.quotes(about="Samoa", limit=1), "to or about Samoa"),
    (("actors", "in", "leota"), lambda x: x.actors("leota"), "Sina Leota (person, WSM, GOV, id person:sina-leota)"),
    (("actors", "in", "--limit", 1), lambda x: x.actors(limit=1), "... and more"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "python", "seen"), QUESTIONS, ids=lambda q: " ".join(map(str, q)) if isinstance(q, tuple) else ""
)
def test_people_programs_and_python_get_one_answer(run, where, question, python, seen):
    with Ledger(where, readonly=True) as ledger:
        answer = python(ledger)
    code, out, err = run(*question)
    assert (code, err) == (0, "")
    assert seen in out
    assert max(map(len, out.splitlines())) <= 80
    assert run(*question, "--json")[1].encode() == answer.to_json() + b"\n"
    assert run(*question, "--csv")[1] == answer.table().to_csv()


def test_quotes_of_one_form_fill_the_limit(run):
    found = json.loads(run("quotes", "--speaker", "Tonga", "--form", "direct", "--limit", 1, "--json")[1])
    assert [one["value"] for one in found["sayings"]] == ["direct"]
    assert json.loads(run("quotes", "--speaker", "Tonga", "--form", "indirect", "--json")[1])["sayings"] == []


def test_quotes_can_be_written_to_a_file(run, tmp_path):
    out = tmp_path / "said.csv"
    assert run("quotes", "--speaker", "Tonga", "--csv", "--out", out)[:2] == (0, "")
    (row,) = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8")))
    assert row["speaker"] == "Tevita Fifita"


def test_roles_of_actors_are_a_table_of_their_own(run):
    rows = list(csv.DictReader(io.StringIO(run("actors", "in", "Tonga", "--roles", "--csv")[1])))
    assert rows
    assert {"title", "start", "source"} <= set(rows[0])


def test_a_chart_is_drawn(run, tmp_path):
    pytest.importorskip("altair")
    chart = tmp_path / "dyads.svg"
    code, _, err = run("dyads", "Samoa", "Tonga", "--save", chart)
    assert (code, err) == (0, f"chart: {chart}\n")
    assert chart.read_text(encoding="utf-8").startswith("<svg")


# arguments, exit code, what is said
WRONG = (
    (("timeline", "Atlantis"), 1, "nobody called “Atlantis” is known"),
    (("timeline", "Samoa", "--since", "then"), 2, "--since: 'then' is no date"),
    (("timeline", "Samoa", "--json", "--csv"), 2, "--json and --csv cannot both be printed"),
    (("pledges", "--kept", "--demands"), 2, "a demand is never kept"),
    (("recognition",), 2, "Missing option '--of'"),
    (("search", "--", "-ferry"), 2, "Missing option '--ledger'"),
    (("search", "!"), 1, "there is no word to look for"),
    (("quotes", "lagoon.jsonl"), 2, "Give FILE... or --ledger, not both."),
    (("quotes",), 2, "name a --speaker, or whom the words are --about"),
    (("quotes", "--speaker", "WSM", "--speaker", "TON"), 2, "one --speaker and one --about"),
    (("dyads", "Samoa", "Tonga", "--save", "chart.pdf"), 1, "a chart cannot be written as “.pdf”"),
)


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_what_cannot_be_asked_is_told(run, monkeypatch, arguments, code, said):
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    found, _, err = run(*arguments)
    assert found == code
    assert said in err
    assert "Traceback" not in err


def test_files_go_before_a_ledger_of_the_environment(monkeypatch, capsys, tmp_path, where):
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(where))
    with pytest.raises(SystemExit) as ended:
        main(["quotes", str(tmp_path / "none.txt")])
    assert ended.value.code == 1
    assert "none.txt: missing" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["quotes", "--speaker", "Tonga"])
    assert ended.value.code == 0
    assert "What was said by Tonga" in capsys.readouterr().out
