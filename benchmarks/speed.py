"""Words a second in one thread: whole reading, language layer, and spaCy's blank tokenizer and sentencizer as baseline.

The three take turns over the same reports, so that their ratios hold when the machine's speed drifts.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
ROUNDS, COPIES = 5, 3


def main() -> None:
    """Prints median words/s, the ratio to the baseline, and peak memory."""
    import spacy

    import dragoman
    from dragoman import language

    loaded = [r for r in dragoman.load(EXAMPLES) if isinstance(r, dragoman.Report)] * COPIES
    words = sum(len(r.text.split()) for r in loaded)
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    ways: dict[str, Callable[[dragoman.Report], object]] = {
        "whole reading": dragoman.read_report,
        "language layer": lambda r: language.parse(r.text),
        "spaCy blank + sentencizer": lambda r: blank(r.text),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(ROUNDS + 1):
        for name, way in ways.items():
            began = time.perf_counter()
            for report in loaded:
                way(report)
            if turn:
                times[name].append(time.perf_counter() - began)
    base = list(ways)[-1]
    print(f"{len(loaded)} reports, {words} words, {ROUNDS} rounds in turn, one thread")
    for name, taken in times.items():
        ratio = median(a / b for a, b in zip(taken, times[base], strict=True))
        print(f"{name:28} {words / median(taken):9.0f} words/s   {ratio:7.1f} x the time of {base}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
