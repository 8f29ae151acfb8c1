"""Runs the benchmarks: `python -m benchmarks [NAME ...]`, by default all but the long; one run belongs together."""

import sys

from benchmarks import (
    calibration,
    copies,
    facts,
    ledger_concurrency,
    ledger_crash,
    ledger_failures,
    ledger_speed,
    places,
    reading,
    same,
    silence,
    speed,
    start,
    times,
)

ALL = {
    "speed": speed.main,
    "start": start.main,
    "reading": reading.main,
    "times": times.main,
    "places": places.main,
    "silence": silence.main,
    "calibration": calibration.main,
    "copies": copies.main,
    "same": same.main,
    "facts": facts.main,
}
LONG = {  # minutes to an hour each, and a PostgreSQL server of their own
    "ledger_failures": ledger_failures.main,
    "ledger_crash": ledger_crash.main,
    "ledger_concurrency": ledger_concurrency.main,
    "ledger_speed": ledger_speed.main,
}

for name in sys.argv[1:] or ALL:
    if name not in ALL | LONG:
        sys.exit(f"no benchmark {name!r}; there are {', '.join(ALL | LONG)}")
    print(f"## {name}")
    (ALL | LONG)[name]()
    print()
