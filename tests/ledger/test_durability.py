"""Adding that is cut off by a kill leaves a sound ledger, and goes on to the one that it would have been."""

import random
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # the trials are those of the benchmarks, only shorter

from benchmarks import ledger_concurrency, ledger_crash, ledger_made
from dragoman.ledger.steps import STEPS

READINGS = 12


@dataclass(frozen=True, slots=True)
class Undisturbed:
    given: ledger_made.Told
    digest: str
    seconds: float


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    given = ledger_made.told(READINGS)
    digest, seconds = ledger_crash.undisturbed(tmp_path_factory.mktemp("whole"), given)
    return Undisturbed(given, digest, seconds)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_at_a_moment(whole: Undisturbed, tmp_path: Path, seed: int) -> None:
    moment = random.Random(seed).uniform(0.02, whole.seconds)
    assert ledger_crash.killed(tmp_path, whole.given, moment) == whole.digest


@pytest.mark.parametrize("step", STEPS)
def test_killed_before_a_step(whole: Undisturbed, tmp_path: Path, step: str) -> None:
    assert ledger_crash.stopped(tmp_path, whole.given, step, at=READINGS // 2) == whole.digest


def test_killed_while_the_tables_are_made(whole: Undisturbed, tmp_path: Path) -> None:
    assert ledger_crash.killed(tmp_path, whole.given, 0.0) == whole.digest


def test_another_order_gives_the_same(whole: Undisturbed, tmp_path: Path) -> None:
    """The digest that the trials compare tells content, not the order of adding; and it is not blind."""
    turned = str(tmp_path / "turned.db")
    ledger_made.fill(turned, whole.given[::-1])
    assert ledger_made.digest(turned) == whole.digest
    less = str(tmp_path / "less.db")
    ledger_made.fill(less, whole.given[:-1])
    assert ledger_made.digest(less) != whole.digest


def test_writers_and_readers_at_once(tmp_path: Path) -> None:
    found = ledger_concurrency.trial(str(tmp_path / "shared.db"), writers=2, readers=2, seconds=3, ahead=40)
    assert found.errors == ()
    assert (found.missing, found.sound) == (0, True)
    assert found.added
    assert found.looks
