"""Reports go through one process or several in order; what fails is told, not raised."""

import os
import time
from datetime import date

import pytest

from dragoman.cli.pool import CHUNK_CHARACTERS, CHUNK_REPORTS, Done, chunks, length_of, read_chunk, readings
from dragoman.errors import DragomanError, ModelError, WorkerError
from dragoman.records import Finding, Report


def report(number: int, text: str = "A report.") -> Report:
    return Report(str(number), text, published=date(2001, 2, 3))


def echo(items, keep):
    """A task for the processes: slower for early items, so that order is not a matter of luck."""
    time.sleep(0.05 if items and isinstance(items[0], Report) and items[0].id == "0" else 0)
    return [Done(item.id.encode() if isinstance(item, Report) else b"", words=int(keep)) for item in items]


def die(items, keep):
    os._exit(9)


def refuse(items, keep):
    raise ModelError("no model", "here", "Install it.")


def mixed() -> list:
    items = [report(n) for n in range(40)]
    items.insert(7, Finding("binary", "no text", "a.bin"))
    return items


@pytest.mark.parametrize("workers", [1, 2])
def test_order_is_that_of_the_input(workers):
    lines = [done.line for done in readings(iter(mixed()), workers=workers, keep=True, task=echo)]
    assert lines == [item.id.encode() if isinstance(item, Report) else b"" for item in mixed()]


def test_a_dead_process_is_told():
    with pytest.raises(WorkerError, match="fewer --workers"):
        list(readings(mixed(), workers=2, keep=False, task=die))


def test_an_error_of_ours_crosses_the_processes_whole():
    with pytest.raises(DragomanError) as caught:
        list(readings(mixed(), workers=2, keep=False, task=refuse))
    assert str(caught.value) == "[DR400] here: no model. Install it."


def test_chunks_are_bounded_and_lose_nothing():
    items = [report(0, "x" * CHUNK_CHARACTERS), *mixed(), report(99, "y" * (CHUNK_CHARACTERS * 2)), report(100)]
    cut = list(chunks(items, length_of))
    assert [item for chunk in cut for item in chunk] == items
    assert max(map(len, cut)) <= CHUNK_REPORTS
    assert len(cut[0]) == 1
    assert [len(chunk) for chunk in cut][-2:] == [1, 1]
    assert list(chunks([], length_of)) == []


def test_a_finding_passes_through():
    finding = Finding("binary", "no text", "a.bin")
    assert read_chunk([finding], keep=True) == [Done(findings=(finding,))]


def test_a_report_that_cannot_be_read_is_a_finding(monkeypatch):
    import dragoman.reading

    def broken(report, **options):
        raise IndexError("list index out of range")

    monkeypatch.setattr(dragoman.reading, "read_report", broken)
    (done,) = read_chunk([report(5)], keep=False)
    assert done.line is None
    assert done.findings[0].code == "failed"
    assert "IndexError" in done.findings[0].message
    assert done.findings[0].where == "5"
