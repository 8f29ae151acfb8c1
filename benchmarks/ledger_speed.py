"""A ledger of 200,000 made reports -> reports a second of adding, and p50 and p99 of what is asked of it.

    python -m benchmarks.ledger_speed [--reports 200000] [--asked 200] [--folder /tmp] [--anew]

The file and the figures of its adding are kept in the folder and used again. Baselines in the same run: of adding,
plain inserts of the same JSON with a commit each; of asking, a bare SELECT by primary key. Adding is without the
coder, in one process with one thread; `dragoman add` drafts in its readers' processes, so writing alone is told beside.
The garbage collector is frozen, since the readings are held here.
"""

import argparse
import gc
import json
import os
import random
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from benchmarks import ledger_made as made
from benchmarks.ledger_reports import DAYS, FIRST, readings
from dragoman.ledger.store import Store
from dragoman.records import Reading, Retraction

SEED: Final = 7
WHOLE: Final = 200_000
CHUNK: Final = 1000
SHARE: Final = 10_000  # reports of the first and the last stretch that are told


def main(argv: list[str] | None = None) -> None:
    """Builds the ledger if it is not there, asks it, and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("reports", WHOLE), ("asked", 200)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--folder", type=Path, default=Path("/tmp"))
    parser.add_argument("--anew", action="store_true")
    asked = parser.parse_args([] if argv is None else argv)
    path = asked.folder / f"dragoman-ledger-{asked.reports}.db"
    note = path.with_suffix(".json")
    if asked.anew or not note.exists():
        made.remove(str(path))
        note.write_text(json.dumps(build(path, asked.reports)))
    told_adding(path, json.loads(note.read_text()))
    told_asking(path, asked.asked)


def build(path: Path, reports: int) -> list[dict[str, float]]:
    """Adds the readings; for each chunk the seconds that adding took, and those of plain inserts of the same JSON."""
    chunks = []
    days = max(1, DAYS * reports // WHOLE)  # as dense as the whole ledger, over a shorter time
    source = readings(SEED, reports, days)
    plain = _plain(path.with_suffix(".plain.db"))
    with made.store(str(path)) as ledger:
        while given := list(islice(source, CHUNK)):
            gc.collect()
            gc.freeze()
            entries = sum(map(_entries, given))
            chunks.append({"reports": len(given), "entries": entries, **_timed(ledger, plain, given)})
            gc.unfreeze()
            print(f"\r{sum(c['reports'] for c in chunks):.0f} reports", end="", flush=True)
    plain.close()
    print()
    return chunks


def _entries(one: Reading | Retraction) -> int:
    return 0 if isinstance(one, Retraction) else len(one.statements) + len(one.events) + len(one.standings)


def _timed(ledger: Store, plain: sqlite3.Connection, given: made.Told) -> dict[str, float]:
    began, cpu, drafting = time.perf_counter(), time.process_time(), 0.0
    for one in given:
        if isinstance(one, Retraction):
            ledger.retract(one)
            continue
        drafted = time.perf_counter()
        draft = ledger.draft(one)
        drafting += time.perf_counter() - drafted
        ledger.add_draft(draft)
    ours, cpu = time.perf_counter() - began, time.process_time() - cpu
    lines = [one.to_json(whole=True) for one in given if isinstance(one, Reading)]
    began = time.perf_counter()
    for line in lines:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO readings (line) VALUES (?)", (line,))
        plain.execute("COMMIT")
    return {
        "seconds": ours,
        "drafting": drafting,
        "cpu": cpu,
        "plain": (time.perf_counter() - began) * len(given) / max(len(lines), 1),
    }


def _plain(path: Path) -> sqlite3.Connection:
    made.remove(str(path))
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE readings (row INTEGER PRIMARY KEY, line BLOB)")
    return connection


def told_adding(path: Path, chunks: list[dict[str, float]]) -> None:
    """Prints the rates of the whole, the first and the last stretch, and the curve."""
    few = max(1, SHARE // CHUNK)
    reports, entries = (sum(c[what] for c in chunks) for what in ("reports", "entries"))
    size = path.stat().st_size / 2**30
    print(f"{reports:.0f} reports and retractions, {entries:.0f} entries, {size:.2f} GiB")
    for name, part in (("all", chunks), ("first 10,000", chunks[:few]), ("last 10,000", chunks[-few:])):
        sums = {what: sum(c[what] for c in part) for what in ("reports", "seconds", "drafting", "cpu", "plain")}
        rates = [sums["reports"] / sums[what] for what in ("seconds", "cpu", "plain")]
        written = sums["reports"] / (sums["seconds"] - sums["drafting"])
        print(
            f"adding, {name:13}{rates[0]:6.0f} reports/s, {rates[1]:6.0f} a second of processor;"
            f" writing alone {written:6.0f}; plain inserts {rates[2]:6.0f}, {rates[2] / rates[0]:5.1f} times as many"
        )
    step = max(1, len(chunks) // 10)
    curve = [sum(c["reports"] for c in part) / sum(c["seconds"] for c in part) for part in _parts(chunks, step)]
    print("curve, reports/s by tenths: " + " ".join(f"{rate:.0f}" for rate in curve))


def _parts(chunks: list[dict[str, float]], step: int) -> Iterator[list[dict[str, float]]]:
    return (chunks[at : at + step] for at in range(0, len(chunks), step))


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
    import sys

    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main(sys.argv[1:])
