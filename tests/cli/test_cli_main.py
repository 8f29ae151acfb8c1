"""The group of verbs: quick help, every verb shown and loadable, wrong usage said with exit code 2."""

import subprocess
import sys

import click
import pytest

from dragoman.cli.main import VERBS, dragoman, main


def run(*arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0), ""


def test_help_names_every_verb(capsys):
    assert run("--help")[0] == 0
    words = capsys.readouterr().out
    assert all(verb in words and line in words for verb, line in VERBS.items())


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_has_its_file_and_help(capsys, verb):
    assert isinstance(dragoman.get_command(click.Context(dragoman), verb), click.Command)
    assert run(verb, "--help")[0] == 0
    assert "Usage: dragoman " + verb in capsys.readouterr().out


def test_help_loads_no_room():
    code = (
        "import sys; sys.argv = ['dragoman', '--help']\n"
        "from dragoman.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'onnxruntime', 'rich', 'jinja2', 'trafilatura'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


# arguments, exit code, what is said
WRONG = (
    (["reed"], 2, "No such command 'reed'"),
    (["read"], 2, "Missing argument 'FILE...'"),
    (["read", "x.txt", "--published", "yesterday"], 1, "'yesterday' is no date"),
    (["read", "x.txt", "--workers", "0"], 2, "0 is not in the range"),
    (["evaluate", "pars", "x"], 2, "'pars' is not one of"),
    (["evaluate", "parse", "no-such-file"], 2, "does not exist"),
)


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_wrong_usage(capsys, arguments, code, said):
    assert run(*arguments)[0] == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("task", ["forecast-rank", "forecast-prob"])
def test_tasks_of_later_versions_say_so(capsys, tmp_path, task):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n")
    assert run("evaluate", task, str(gold))[0] == 1
    assert "comes in a later version" in capsys.readouterr().err


def test_the_lists_of_tasks_agree():
    from dragoman.cli import evaluate
    from dragoman.evaluate import tasks

    assert tuple(tasks.TASKS) == evaluate.NOW
    assert tasks.LATER == evaluate.LATER


def test_the_version_is_shown(capsys):
    assert run("--version")[0] == 0
    assert capsys.readouterr().out.startswith("dragoman ")
