"""Runs the benchmarks: `python -m benchmarks [NAME ...]`, by default all; figures of one run belong together."""

import sys

from benchmarks import calibration, places, reading, silence, speed, start, times

ALL = {
    "speed": speed.main,
    "start": start.main,
    "reading": reading.main,
    "times": times.main,
    "places": places.main,
    "silence": silence.main,
    "calibration": calibration.main,
}

for name in sys.argv[1:] or ALL:
    if name not in ALL:
        sys.exit(f"no benchmark {name!r}; there are {', '.join(ALL)}")
    print(f"## {name}")
    ALL[name]()
    print()
