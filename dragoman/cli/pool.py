"""Reports -> readings in the order of the input, in this process or in several."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from typing import Final, TypeVar

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
Given = TypeVar("Given")
Made = TypeVar("Made")


def line(reading: Reading) -> tuple[bytes, int]:
    """A reading's line of JSON, and how many entries it shows: all."""
    return reading.to_json(), entries_of(reading)


def whole(reading: Reading) -> tuple[bytes, int]:
    """As `line`, with the text of the report: all that a ledger takes."""
    return reading.to_json(whole=True), entries_of(reading)


def entries_of(reading: Reading) -> int:
    """How many entries a reading holds."""
    return len(reading.statements) + len(reading.events) + len(reading.standings)


def read_chunk(
    items: list[Item],
    keep: bool,
    making: Making = line,
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
    found = read_one(item, making, codebook, min_confidence)
    if isinstance(found, Finding):
        return Done(findings=(found,))
    reading, (line, shown) = found
    return Done(line, reading if keep else None, told(reading), words_in(item), entries_of(reading), shown)


def read_one(
    report: Report, use: Callable[[Reading], Made], codebook: str | None = None, min_confidence: float | None = None
) -> tuple[Reading, Made] | Finding:
    """The reading of a report and what `use` makes of it; a finding where that breaks.

    Raises ModelError, ActorsError, PlacesError or OwnCodebookError: these are no report's fault.
    """
    from dragoman.reading import read_report

    try:
        reading = read_report(report, codebook=codebook, min_confidence=min_confidence)
        return reading, use(reading)
    except FileNotFoundError as error:
        advice = "Install the wheel, or build the model with the recipes in training/."
        raise ModelError("the model's files are missing", str(error.filename), advice) from error
    except (ImportError, ActorsError, PlacesError, OwnCodebookError):
        raise  # what is wrong with the installation, or with the user's own files, is no report's fault
    except Exception as error:  # one report must not end the reading of a million others; it is told and counted
        message = f"reading failed with {type(error).__name__}: {error}; please send us the report"
        return Finding("failed", message, report.origin or report.id)


def words_in(report: Report) -> int:
    """How many words a report has."""
    return len(report.text.split())


def told(reading: Reading) -> tuple[Finding, ...]:
    """The findings of a reading, where they are told by the file and row of its report."""
    return tuple(replace(finding, where=_where(finding.where, reading.report)) for finding in reading.findings)


def _where(where: str, report: Report) -> str:
    """Where a finding of a reading is, by the file and row of the report, with the offset where it has one."""
    return report.origin + where.removeprefix(report.id) if report.origin else where


def readings(items: Iterable[Item], *, workers: int, keep: bool, task: Task = read_chunk) -> Iterator[Done]:
    """The outcomes of `items` in their order, the same for any number of `workers`.

    Raises WorkerError when a process dies (most often killed for want of memory).
    """
    return worked(items, workers=workers, task=partial(_keeping, task, keep), length=length_of)


def _keeping(task: Task, keep: bool, items: list[Item]) -> list[Done]:
    return task(items, keep)


def length_of(item: Item) -> int:
    """The length of an item's text, 0 for a finding."""
    return len(item.text) if isinstance(item, Report) else 0


def worked(
    items: Iterable[Given], *, workers: int, task: Callable[[list[Given]], list[Made]], length: Callable[[Given], int]
) -> Iterator[Made]:
    """What `task` makes of `items`, in their order; items and outcomes go to the processes and back by pickling.

    `length` is that of an item's text, by which its company is chosen. Raises WorkerError when a process dies.
    """
    if workers <= 1:
        for item in items:
            yield from task([item])
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_deaf)
    try:
        yield from _pooled(pool, chunks(items, length), workers * AHEAD, task)
    except BrokenProcessPool as error:
        advice = "It may have run out of memory: try fewer --workers."
        raise WorkerError("a reading process died", advice=advice) from error
    except (KeyboardInterrupt, GeneratorExit):
        _end(pool)
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _deaf() -> None:
    """Ctrl-C reaches every process of a terminal; the first one alone answers it, and ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end(pool: ProcessPoolExecutor) -> None:
    """Ends the processes at once: what they still read is not wanted (Python 3.14 has terminate_workers for it)."""
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _pooled(
    pool: ProcessPoolExecutor, cut: Iterable[list[Given]], ahead: int, task: Callable[[list[Given]], list[Made]]
) -> Iterator[Made]:
    waiting: deque[Future[list[Made]]] = deque()
    for chunk in cut:
        waiting.append(pool.submit(task, chunk))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def chunks(items: Iterable[Given], length: Callable[[Given], int]) -> Iterator[list[Given]]:
    """`items` in runs of at most `CHUNK_REPORTS` and, beyond the first, `CHUNK_CHARACTERS`."""
    chunk: list[Given] = []
    size = 0
    for item in items:
        more = length(item)
        if chunk and (len(chunk) >= CHUNK_REPORTS or size + more > CHUNK_CHARACTERS):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += more
    if chunk:
        yield chunk
