"""Adding that is cut off by kill -9, by a felled server or by ended sessions -> is the ledger what it would have been?

    python -m benchmarks.ledger_crash [--readings 500] [--rounds 50] [--restarts 20] [--sessions 100] [--seed 1]

After every cut `check` must find nothing; then adding goes on, and the digest of ids and content must be that of a
ledger whose adding was never disturbed.
"""

import argparse
import os
import random
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks import ledger_made as made
from benchmarks.ledger_server import Server, server
from dragoman.ledger.steps import STEPS, Watch
from dragoman.records import Retraction


def main(argv: list[str] | None = None) -> None:
    """Prints a line for each kind of cut, and fails if one left a trace."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("readings", 500), ("rounds", 50), ("restarts", 20), ("sessions", 100), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args([] if argv is None else argv)
    given, rng = made.told(asked.readings), random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        wanted, seconds = undisturbed(Path(folder), given)
        good = [killed(Path(folder), given, rng.uniform(0.01, seconds)) == wanted for _ in range(asked.rounds)]
        told("kill -9 at a random moment", good)
        good = [stopped(Path(folder), given, step, rng.randrange(len(given))) == wanted for step in STEPS]
        told("kill -9 at each step of a write", good)
    with server() as running:
        told("PostgreSQL: immediate restarts", [cut(running, given, Server.fell, asked.restarts, rng) == wanted])
        told("PostgreSQL: ended sessions", [cut(running, given, Server.cut, asked.sessions, rng) == wanted])


def told(what: str, good: list[bool]) -> None:
    """One line; exits where a round failed."""
    print(f"{what:34} {sum(good)} of {len(good)} rounds: sound, and the same ids and content", flush=True)
    if not all(good):
        raise SystemExit(1)


def undisturbed(folder: Path, given: made.Told) -> tuple[str, float]:
    """The digest of a ledger whose adding was not disturbed, and the seconds that it took."""
    path = str(folder / "whole.db")
    began = time.perf_counter()
    made.fill(path, given)
    return made.digest(path), time.perf_counter() - began


def killed(folder: Path, given: made.Told, seconds: float) -> str:
    """The digest after adding was killed at a moment, the ledger checked, and adding done to its end."""
    path = str(folder / "killed.db")
    made.remove(path)
    child = made.forked(lambda: made.fill(path, given))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return gone_on(path, given)


def stopped(folder: Path, given: made.Told, step: str, at: int) -> str:
    """The same, killed before a step of the write of one report, the first that can be at number `at` or after."""
    path = str(folder / "stopped.db")
    made.remove(path)
    given_at = next((n for n in range(at, len(given)) if not isinstance(given[n], Retraction)), 0)
    child = made.forked(lambda: _until(path, given, step, given_at))
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"the step {step} never came")
    return gone_on(path, given)


def _until(path: str, given: made.Told, step: str, at: int) -> None:
    made.fill(path, given[:at])
    made.fill(path, given[at:], _killer(step))


def _killer(step: str) -> Watch:
    """Kills its own process before a step; the first `begin` and `commit` are those of opening the ledger."""
    opening = {"begin": 1, "commit": 1}

    def watch(now: str) -> None:
        if opening.get(now):
            opening[now] -= 1
        elif now == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return watch


def gone_on(path: str, given: made.Told) -> str:
    """Checks what was left, adds the rest, checks again; the digest, "" if it was not sound."""
    left = not Path(path).exists() or _empty(path) or made.sound(path)
    made.fill(path, given)
    return made.digest(path) if left and made.sound(path) else ""


def _empty(path: str) -> bool:
    """Whether the kill came before the tables were made: a file without any is no ledger yet."""
    import sqlite3

    connection = sqlite3.connect(path)
    try:
        return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    finally:
        connection.close()


def cut(running: Server, given: made.Told, how: Callable[[Server], object], times: int, rng: random.Random) -> str:
    """The digest after the server was felled, or its sessions ended, `times` times during adding with retries."""
    where = running.database(f"cut{rng.getrandbits(32)}")
    victim = replace(running, address=where)
    moments = sorted(rng.randrange(len(given)) for _ in range(times))
    done = failed = 0
    over = threading.Event()

    def cutting() -> None:
        for moment in moments:
            while done < moment and not over.is_set():
                time.sleep(0.001)
            time.sleep(rng.uniform(0, 0.02))
            how(victim)

    cutter = threading.Thread(target=cutting)
    with made.store(where) as ledger:
        cutter.start()
        for one in given:
            failed += made.insistently(ledger, one)
            done += 1
        over.set()
        cutter.join()
    print(f"  {times} cuts, {failed} times adding failed and was done again")
    return made.digest(where) if made.sound(where) else ""


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
