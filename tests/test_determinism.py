"""Same input, same bytes out: whatever the workers, hash seed, locale and time zone, and whatever is read beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "examples" / "reports").glob("*.txt"))[:4]
WAYS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "C", "PYTHONUTF8": "0", "OMP_NUM_THREADS": "4"},
)


def lines(files: list[Path], *options: str, **env: str) -> list[bytes]:
    command = [sys.executable, "-m", "dragoman", "read", *map(str, files), "--json", *options]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=os.environ | env)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def plain() -> list[bytes]:
    return lines(FILES)


@pytest.mark.parametrize("env", WAYS)
def test_another_place_gives_the_same_bytes(plain: list[bytes], env: dict[str, str]) -> None:
    assert lines(FILES, **env) == plain


def test_workers_give_the_same_bytes(plain: list[bytes]) -> None:
    assert lines(FILES, "--workers", "4") == plain


def test_a_report_reads_the_same_alone(plain: list[bytes]) -> None:
    assert lines(FILES[2:3]) == plain[2:3]


def test_a_report_reads_the_same_among_31_others() -> None:
    text = FILES[0].read_text(encoding="utf-8")
    alone = dragoman.read(text).to_json()
    states = ("Mali", "Peru", "Oman", "Laos", "Togo", "Malta", "Iraq", "Cuba")
    for n in range(31):
        one, other = states[n % 8], states[(n * 3 + 1) % 8]
        dragoman.read(f"{one} accused {other} of shelling a village. " * (n % 5 + 1) + f"{other} denied it.")
    assert dragoman.read(text).to_json() == alone
