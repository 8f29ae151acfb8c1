"""A block of work -> the same with Python's garbage collector off, as long as it lasts."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Puts the garbage collector off: it took half the time of a brief, a sixth of that of adding, and found nothing.

    What questions and readings are made of has no cycles, so nothing waits for the collector.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
