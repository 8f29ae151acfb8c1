"""Reports a second of `dragoman.times.tag` beside dateparser's `search_dates`, one core, in turn over the same reports.

dateparser is no dependency: the peer runs where the Python of this environment has it, or the one that
DATEPARSER_PYTHON names (`python -m venv V && V/bin/pip install dateparser; DATEPARSER_PYTHON=V/bin/python`).
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
ROUNDS = 5
LENGTH = 430  # words of a report as news agencies send it; the example reports are cut and joined to that
# Reads texts as JSON lines, answers each with the seconds it took.
PEER = """
import json, sys, time
from datetime import datetime
from dateparser.search import search_dates
for line in sys.stdin:
    texts, day = json.loads(line)
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day)}
    began = time.perf_counter()
    for text in texts:
        search_dates(text, languages=["en"], settings=settings)
    print(time.perf_counter() - began, flush=True)
"""
DAY = date(2016, 11, 3)


def main() -> None:
    """Prints reports/s of both and the ratio."""
    from dragoman.times import tag

    texts = _reports()
    ours, theirs = [], []
    with _peer() as peer:
        for turn in range(ROUNDS + 1):
            took = _timed(lambda: [tag(text, published=DAY) for text in texts])
            slow = peer(texts) if peer is not None else None
            if turn:
                ours.append(took)
                theirs += [slow] if slow is not None else []
    print(f"{len(texts)} reports of {LENGTH} words, {ROUNDS} rounds in turn, one core")
    print(f"dragoman.times.tag      {len(texts) / median(ours):8.1f} reports/s")
    if not theirs:
        print("dateparser is not here: name a Python that has it in DATEPARSER_PYTHON")
        return
    print(f"dateparser.search_dates {len(texts) / median(theirs):8.1f} reports/s")
    print(f"ratio {median(b / a for a, b in zip(ours, theirs, strict=True)):.0f}")


def _reports() -> list[str]:
    """The example reports, as reports of LENGTH words each."""
    import dragoman

    loaded = [r for r in dragoman.load(EXAMPLES) if isinstance(r, dragoman.Report)]
    words = " ".join(r.text for r in loaded).split(" ")
    return [" ".join(words[at : at + LENGTH]) for at in range(0, len(words) - LENGTH + 1, LENGTH)]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def _peer() -> Iterator[Callable[[list[str]], float] | None]:
    """A call that has the peer read texts and gives the seconds it took; None where it is not installed."""
    python = os.environ.get("DATEPARSER_PYTHON", sys.executable)
    if subprocess.run([python, "-c", "import dateparser.search"], capture_output=True, check=False).returncode:
        yield None
        return
    with subprocess.Popen([python, "-c", PEER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:

        def read(texts: list[str]) -> float:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write(json.dumps([texts, DAY.isoformat()]) + "\n")
            child.stdin.flush()
            return float(child.stdout.readline())

        yield read
