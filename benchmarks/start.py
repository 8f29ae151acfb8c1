"""Cold starts in fresh processes: `import dragoman` and the first reading, beside a bare `python -c pass`."""

import os
import subprocess
import sys
import time
from statistics import median

FIRST = "import dragoman; dragoman.read('ROME, May 2 - Italy met Malta on Monday.', published='1999-05-03')"
RUNS = {
    "python -c pass": "pass",
    "import dragoman": "import dragoman",
    "first reading": FIRST,
    "import spacy": "import spacy",
}
ROUNDS = 5
# an installed package has its bytecode beside it; a machine that forbids writing it would compile at every start
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Prints the median seconds of each, and what it takes beyond the bare interpreter."""
    times: dict[str, list[float]] = {name: [] for name in RUNS}
    for turn in range(ROUNDS + 1):
        for name, code in RUNS.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, env=ENV)
            if turn:
                times[name].append(time.perf_counter() - began)
    bare = median(times["python -c pass"])
    for name, taken in times.items():
        print(f"{name:18} {median(taken):6.2f} s   {median(taken) - bare:+6.2f} s")
