"""Reports -> readings in the order of the input, in this process or in several."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Final

from dragoman.errors import ActorsError, ModelError, OwnCodebookError, PlacesError, WorkerError
from dragoman.records import Finding, Reading, Report

CHUNK_REPORTS: Final = 16  # reports that go to a process at once: enough that sending them costs nothing beside reading
CHUNK_CHARACTERS: Final = 60_000  # but long reports go in smaller companies, so that no process waits for another
AHEAD: Final = 3  # chunks in flight for each process; bounds the memory for any length of input


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an item: what to write of a report and, where asked for, its reading; None and why not.

    `entries` counts those of the reading, `shown` those that `line` shows, for verbs that show a choice of them.
    """

    line: bytes | None = None
    reading: Reading | None = None
    findings: tuple[Finding, ...] = ()
    words: int = 0
    entries: int = 0
    shown: int = 0


Item = Report | Finding
Task = Callable[[list[Item], bool], list[Done]]
Making = Callable[[Reading], tuple[bytes, int]]


def whole(reading: Reading) -> tuple[bytes, int]:
    """A reading's line of JSON, and how many entries it shows: all."""
    return reading.to_json(), _entries(reading)


def _entries(reading: Reading) -> int:
    return len(reading.statements) + len(reading.events) + len(reading.standings)


def read_chunk(
    items: list[Item],
    keep: bool,
    making: Making = whole,
    codebook: str | None = None,
    min_confidence: float | None = None,
) -> list[Done]:
    """The outcome of each item; readings themselves come back only with `keep`, since sending them costs time.

    `making` turns a reading into what is to be written of it; it goes to the processes, so it must survive pickling.
    `codebook` is a file of the user's own; `min_confidence` is as for `dragoman.read_report`.
    """
    return [_done(item, keep, making, codebook, min_confidence) for item in items]


def _done(item: Item, keep: bool, making: Making, codebook: str | None, min_confidence: float | None) -> Done:
    if isinstance(item, Finding):
        return Done(findings=(item,))
    from dragoman.reading import read_report

    try:
        reading = read_report(item, codebook=codebook, min_confidence=min_confidence)
        line, shown = making(reading)
    except FileNotFoundError as error:
        advice = "Install the wheel, or build the model with the recipes in training/."
        raise ModelError("the model's files are missing", str(error.filename), advice) from error
    except (ImportError, ActorsError, PlacesError, OwnCodebookError):
        raise  # what is wrong with the installation, or with the user's own files, is no report's fault
    except Exception as error:  # one report must not end the reading of a million others; it is told and counted
        message = f"reading failed with {type(error).__name__}: {error}; please send us the report"
        return Done(findings=(Finding("failed", message, item.origin or item.id),))
    words = len(item.text.split())
    told = tuple(replace(finding, where=_where(finding.where, item)) for finding in reading.findings)
    return Done(line, reading if keep else None, told, words, _entries(reading), shown)


def _where(where: str, report: Report) -> str:
    """Where a finding of a reading is, by the file and row of the report, with the offset where it has one."""
    return report.origin + where.removeprefix(report.id) if report.origin else where


def readings(items: Iterable[Item], *, workers: int, keep: bool, task: Task = read_chunk) -> Iterator[Done]:
    """The outcomes of `items` in their order, the same for any number of `workers`.

    Raises WorkerError when a process dies (most often killed for want of memory).
    """
    if workers <= 1:
        for item in items:
            yield from task([item], keep)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield from _pooled(pool, items, workers * AHEAD, keep, task)
    except BrokenProcessPool as error:
        advice = "It may have run out of memory: try fewer --workers."
        raise WorkerError("a reading process died", advice=advice) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pooled(pool: ProcessPoolExecutor, items: Iterable[Item], ahead: int, keep: bool, task: Task) -> Iterator[Done]:
    waiting: deque[Future[list[Done]]] = deque()
    for chunk in chunks(items):
        waiting.append(pool.submit(task, chunk, keep))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """`items` in runs of at most `CHUNK_REPORTS` and, beyond the first, `CHUNK_CHARACTERS`."""
    chunk: list[Item] = []
    size = 0
    for item in items:
        length = len(item.text) if isinstance(item, Report) else 0
        if chunk and (len(chunk) >= CHUNK_REPORTS or size + length > CHUNK_CHARACTERS):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += length
    if chunk:
        yield chunk
