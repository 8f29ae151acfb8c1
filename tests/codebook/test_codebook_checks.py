"""A broken copy of the data files raises one CodebookError that says file, line or key, and what is wrong."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.codebook import CodebookError, load

DATA = Path(str(files("dragoman.codebook").joinpath("data")))

VISIT = 'visit = { cameo = "042", definition = "One side travels to the other." }'

# file, what stands there, what is put in its place, part of the place, part of what is wrong
BREAKS = (
    ("types.toml", "[quads.neutral]", "[quads.neutral", "types.toml", "no valid TOML"),
    ("types.toml", 'cameo = "042"', 'cameo = "042x"', "key types.CONSULT.modes.visit.cameo", "'042x' is no CAMEO code"),
    ("types.toml", 'cameo = "060"', 'cameo = "069"', "key types.COOPERATE.cameo", "'069' is no CAMEO code"),
    ("types.toml", "symmetric = true", 'symmetric = "yes"', "key types.AGREE", "must be of type bool"),
    ("types.toml", "score = 4.2\n", "", "key types.AGREE", "'score' is missing"),
    ("types.toml", "score = 4.2", "score = 42", "key types.AGREE", "not between -10 and 10"),
    ("types.toml", "score = 4.2", "score = nan", "key types.AGREE", "not between -10 and 10"),
    ("types.toml", "score = 4.2", "score = 4.2\nweight = 1", "key types.AGREE", "nobody knows 'weight'"),
    ("types.toml", "penta = 0", "penta = true", "key quads.neutral", "must be of type int"),
    ("types.toml", "[types.ASSAULT.modes]", "[types.ASSAULT.moods]", "key types.ASSAULT", "nobody knows 'moods'"),
    (
        "types.toml",
        'quad = "verbal_cooperation"',
        'quad = "friendly"',
        "key types.AGREE",
        "'friendly' is no quad class",
    ),
    ("types.toml", '"Food is refused."', '""', "key types.PROTEST.modes.hunger", "'definition' is empty"),
    ("types.toml", VISIT, 'visit = "042"', "key types.CONSULT.modes.visit", "is no table"),
    ("cameo.tsv", "code\tparent", "code\tabove", "cameo.tsv, line 1", "the header must have the columns"),
    ("cameo.tsv", "\n011\t01\t", "\n011\t01\t\t", "cameo.tsv, line 4", "9 columns instead of 8"),
    ("cameo.tsv", "\n011\t01\t", "\n010\t01\t", "cameo.tsv, line 4", "'010' stands twice"),
    ("cameo.tsv", "\n011\t01\t", "\n01a\t01\t", "cameo.tsv, line 4", "no code of 2 to 4 digits"),
    ("cameo.tsv", "\n011\t01\t", "\n011\t02\t", "cameo.tsv, line 4", "the parent of 011 is 01, not '02'"),
    ("cameo.tsv", "\n011\t01\t", "\n0991\t099\t", "cameo.tsv, line 4", "the parent 099 does not stand above"),
    ("cameo.tsv", "Decline comment", " ", "cameo.tsv, line 4", "column 'name' is empty"),
    ("cameo.tsv", "Decline comment\t-0.1", "Decline comment\t-10.1", "cameo.tsv, line 4", "not between -10 and 10"),
    ("cameo.tsv", "Decline comment\t-0.1", "Decline comment\tlow", "cameo.tsv, line 4", "'low' is no number"),
    (
        "cameo.tsv",
        "Make a visit\t1.9\tverbal_co",
        "Make a visit\t1.9\tmaterial_co",
        "cameo.tsv",
        "but its root 04 is verbal",
    ),
    ("cameo.tsv", "CONSULT\tvisit", "CONSULT\tvisits", "cameo.tsv", "'visits' is no mode of CONSULT"),
    ("cameo.tsv", "CONSULT\tvisit", "FIGHT\tvisit", "cameo.tsv", "'FIGHT' is no type"),
    ("cameo.tsv", "CONSULT\tvisit", "\tvisit", "cameo.tsv", "mode 'visit' without a type"),
    ("cameo.tsv", "CONSULT\tvisit\t", "PROTEST\tdemo\t", "cameo.tsv", "but its type PROTEST is material_conflict"),
    ("cameo.tsv", "crime,corruption", "crime,graft", "cameo.tsv", "'graft' is no context"),
    ("contexts.tsv", "\nlegal\t", "\nmilitary\t", "contexts.tsv", "'military' stands twice"),
    ("contexts.tsv", "\nlegal\t", "\n\t", "contexts.tsv", "the first column is empty"),
    ("sectors.tsv", "\nMIL\t", "\nMil\t", "sectors.tsv, line 3", "no code of three capitals"),
    ("topics.toml", '["guarded",', '["watched",', "key topics.mission", "'watched' is no value"),
    ("topics.toml", '["guarded",', '["attacked",', "key topics.mission", "names one twice"),
    ("topics.toml", '["guarded",', "[1,", "key topics.mission", "must be a list of texts"),
    ("topics.toml", 'identity = ["place"]', 'identity = ["spot"]', "key topics.control", "no part of an identity"),
    ("topics.toml", 'identity = ["place"]', "identity = []", "key topics.control", "'identity' is empty"),
    ("topics.toml", 'stated = "It is said."', "", "key topics.concern", "at least one"),
    (
        "topics.toml",
        "[topics.recognition]",
        "[subjects]\n[topics.recognition]",
        "topics.toml",
        "nobody knows 'subjects'",
    ),
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_an_untouched_copy_loads(copy: Path) -> None:
    assert load(copy) == load(DATA)


@pytest.mark.parametrize(("name", "old", "new", "where", "seen"), BREAKS)
def test_broken_copies(copy: Path, name: str, old: str, new: str, where: str, seen: str) -> None:
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    with pytest.raises(CodebookError) as caught:
        load(copy)
    assert caught.value.where.startswith(name)
    assert where in caught.value.where
    assert seen in caught.value.seen
    assert str(caught.value).startswith(f"{caught.value.where}: {caught.value.seen}.")


@pytest.mark.parametrize("name", ["types.toml", "cameo.tsv", "contexts.tsv", "sectors.tsv", "topics.toml"])
def test_a_missing_or_binary_file(copy: Path, name: str) -> None:
    (copy / name).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodebookError, match=rf"{name}: cannot be read"):
        load(copy)
    (copy / name).unlink()
    with pytest.raises(CodebookError, match=rf"{name}: cannot be read"):
        load(copy)


def test_a_codebook_error_is_a_value_error() -> None:
    assert issubclass(CodebookError, ValueError)


@pytest.mark.parametrize("name", ["cameo.tsv", "contexts.tsv", "sectors.tsv"])
def test_windows_line_ends_are_read_alike(copy: Path, name: str) -> None:
    text = (copy / name).read_text(encoding="utf-8")
    (copy / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8"))
    assert load(copy) == load(DATA)
