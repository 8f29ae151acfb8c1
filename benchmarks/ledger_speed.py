"""A ledger of 200,000 made reports -> reports a second of adding, and p50 and p99 of what is asked of it.

    python -m benchmarks.ledger_speed [--reports 200000] [--asked 200] [--workers 2] [--folder /tmp] [--anew]

The file and the figures of its adding are kept in the folder and used again. Adding is `dragoman add` of stored
readings, so without the coder, from the start of the process to its end; two processes draft rows, one writes.
Baselines in the same run: of adding, plain inserts of the same rows with a commit each; of asking, a bare SELECT by
primary key.
"""

import argparse
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from benchmarks import ledger_made as made
from benchmarks.ledger_reports import DAYS, FIRST, readings
from dragoman.records import Reading, Retraction

SEED: Final = 7
WHOLE: Final = 200_000
FILE: Final = 10_000  # readings that are added at once


def main(argv: list[str] | None = None) -> None:
    """Builds the ledger if it is not there, asks it, and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("reports", WHOLE), ("asked", 200), ("workers", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--folder", type=Path, default=Path("/tmp"))
    parser.add_argument("--anew", action="store_true")
    asked = parser.parse_args([] if argv is None else argv)
    path = asked.folder / f"dragoman-ledger-{asked.reports}.db"
    note = path.with_suffix(".json")
    if asked.anew or not note.exists():
        made.remove(str(path))
        note.write_text(json.dumps(build(path, asked.reports, asked.workers)))
    told_adding(path, json.loads(note.read_text()))
    told_asking(path, asked.asked)


def build(path: Path, reports: int, workers: int) -> list[dict[str, float]]:
    """Adds the readings file by file; for each the seconds that adding took, and those of plain inserts of its rows."""
    parts: list[dict[str, float]] = []
    days = max(1, DAYS * reports // WHOLE)  # as dense as the whole ledger, over a shorter time
    source = readings(SEED, reports, days)
    file, plain = path.with_suffix(".jsonl"), _plain(path.with_suffix(".plain.db"))
    while given := list(islice(source, FILE)):
        lines = list(map(_row, given))
        file.write_bytes(b"\n".join(lines) + b"\n")
        parts.append({"reports": len(given), "entries": sum(map(_entries, given)), **_added(path, file, workers)})
        parts[-1]["plain"] = _inserted(plain, lines)
        print(f"{sum(p['reports'] for p in parts):.0f} reports, {_rate(parts[-1:], 'seconds'):.0f}/s", flush=True)
    plain.close()
    file.unlink()
    return parts


def _entries(one: Reading | Retraction) -> int:
    return 0 if isinstance(one, Retraction) else len(one.statements) + len(one.events) + len(one.standings)


def _row(one: Reading | Retraction) -> bytes:
    """A row as `dragoman read --json --whole` writes it, or one that takes a report back."""
    if isinstance(one, Reading):
        return one.to_json(whole=True).strip()
    return json.dumps({"id": one.report, "retracted": str(one.known), "reason": one.reason}).encode()


def _added(path: Path, file: Path, workers: int) -> dict[str, float]:
    """Seconds of `dragoman add`, from its start to its end, and of the processor's time in all its processes."""
    verb = [sys.executable, "-m", "dragoman", "add", str(file), "--ledger", str(path), "--workers", str(workers)]
    before, began = os.times(), time.perf_counter()
    subprocess.run(verb, check=True, stderr=subprocess.DEVNULL)
    seconds, after = time.perf_counter() - began, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return {"seconds": seconds, "cpu": cpu}


def _inserted(plain: sqlite3.Connection, lines: list[bytes]) -> float:
    began = time.perf_counter()
    for line in lines:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO readings (line) VALUES (?)", (line,))
        plain.execute("COMMIT")
    return time.perf_counter() - began


def _plain(path: Path) -> sqlite3.Connection:
    made.remove(str(path))
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE readings (row INTEGER PRIMARY KEY, line BLOB)")
    return connection


def _rate(parts: list[dict[str, float]], what: str) -> float:
    return sum(p["reports"] for p in parts) / sum(p[what] for p in parts)


def told_adding(path: Path, parts: list[dict[str, float]]) -> None:
    """Prints the rates of the whole, the first and the last file, and the curve."""
    reports, entries = (sum(p[what] for p in parts) for what in ("reports", "entries"))
    print(f"{reports:.0f} reports and retractions, {entries:.0f} entries, {path.stat().st_size / 2**30:.2f} GiB")
    for name, some in (("all", parts), ("first file", parts[:1]), ("last file", parts[-1:])):
        rate, cpu, plain = (_rate(some, what) for what in ("seconds", "cpu", "plain"))
        print(
            f"adding, {name:11}{rate:6.0f} reports/s, {cpu:6.0f} a second of processor;"
            f" plain inserts {plain:6.0f}, {plain / rate:5.1f} times as many"
        )
    print("curve, reports/s by files: " + " ".join(f"{_rate([p], 'seconds'):.0f}" for p in parts))


def told_asking(path: Path, count: int) -> None:
    """Prints p50 and p99 of each question, and of the baseline between its askings."""
    from dragoman.query.ledger import Ledger

    rng = random.Random(1)
    bare = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    last = bare.execute('SELECT max("row") FROM entries').fetchone()[0]
    with Ledger(str(path), readonly=True) as ledger:
        began = time.perf_counter()
        ledger.entry(_picked(bare, rng, last)["id"])
        print(f"first question, ledger opened: {(time.perf_counter() - began) * 1000:.0f} ms")
        for name, ask in questions(ledger).items():
            times, base = [], []
            for _ in range(count):
                picked = _picked(bare, rng, last)
                began = time.perf_counter()
                bare.execute('SELECT * FROM entries WHERE "row" = ?', (rng.randint(1, last),)).fetchone()
                base.append(time.perf_counter() - began)
                began = time.perf_counter()
                ask(picked)
                times.append(time.perf_counter() - began)
            print(f"{name:24} {_p(times)}   bare SELECT {_p(base)}   {median(times) / median(base):8.0f} x", flush=True)
    bare.close()


def questions(ledger: Any) -> dict[str, Callable[[dict[str, Any]], object]]:
    """What is asked of a row picked from the ledger, so that what is told of often is asked of often."""
    return {
        "entry": lambda p: ledger.entry(p["id"]),
        "brief": lambda p: ledger.brief(p["source"], p["target"], on=p["day"]),
        "brief, now": lambda p: ledger.brief(p["source"], p["target"]),
        "brief, leading pair": lambda p: ledger.brief("USA", "CHN", on=p["day"]),
        "timeline": lambda p: _drawn(ledger.timeline(p["source"], p["target"])),
        "timeline, leading pair": lambda _: _drawn(ledger.timeline("USA", "CHN")),
        "search": lambda p: _drawn(ledger.search(" ".join(p["words"].split()[-3:]))),
        "search, a common word": lambda _: _drawn(ledger.search("pipeline")),
        "state on a date": lambda p: ledger.state(p["topic"], p["source"], p["target"], on=p["day"]),
    }


def _drawn(found: Any) -> Any:
    """All that is found, if it comes by and by."""
    return list(found) if isinstance(found, Iterator) else found


TOPICS: Final = ("relations", "mission", "recognition", "pledge", "demand", "agreement", "sanction", "hostilities")
PICK: Final = (
    'SELECT e.id, l.low, l.high, e.day, e.quote FROM pairs l JOIN entries e ON e."row" = l.entry'
    " WHERE l.entry >= ? LIMIT 1"
)


def _picked(bare: sqlite3.Connection, rng: random.Random, last: int) -> dict[str, Any]:
    found = None
    while found is None:
        found = bare.execute(PICK, (rng.randint(1, last),)).fetchone()
    id, low, high, day, words = found
    day = min(day, FIRST.replace(year=FIRST.year + 11).isoformat())
    return {
        "id": id,
        "source": low,
        "target": high,
        "day": day,
        "words": re.sub(r"\W+", " ", words),
        "topic": rng.choice(TOPICS),
    }


def _p(times: list[float]) -> str:
    """Median and 99th percentile in milliseconds."""
    return f"p50 {median(times) * 1000:8.2f} ms  p99 {quantiles(times, n=100)[98] * 1000:8.2f} ms"


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main(sys.argv[1:])
