"""Outcomes of reports -> the progress bar, the findings and the closing count, all on standard error."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from dragoman.cli.pool import Done
from dragoman.records import Finding
from dragoman.views.words import one_line

EMPTY: Final = "empty"  # the code of an input without a word: nothing to read, nothing wrong
UNSUPPORTED: Final = "unsupported-standing"  # the code of a standing that was read and is left out
NOTES: Final = frozenset(("encoding", "unreadable-date"))  # told of what is read, but not as given


class Tally:
    """Counts outcomes and tells of them on standard error; a progress bar where it is a terminal and files are many."""

    doing = "reading"
    several = 5  # a bar for fewer files would only flicker

    def __init__(self, names: Sequence[str], *, notes: bool, bar: bool) -> None:
        """`names` are the files and folders to read; `notes` tells what was noted of reports that were read, too.

        `bar` says that nothing else is written to the terminal meanwhile.
        """
        self.console = Console(file=sys.stderr, highlight=False, soft_wrap=True)
        self.notes = notes
        self.read = self.bare = self.empty = self.words = 0
        self.skipped: Counter[str] = Counter()
        self.noted = self.unsupported = 0
        self._began = time.perf_counter()
        self.files = _count(names) if bar and self.console.is_terminal else 0
        self._task = TaskID(0)
        self._bar = self._progress() if self.files >= self.several else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def add(self, done: Done) -> None:
        """Counts one outcome and prints its findings."""
        if done.line is not None:
            self.read += 1
            self.words += done.words
            self.bare += done.entries == 0
            self.unsupported += sum(finding.code == UNSUPPORTED for finding in done.findings)
        else:
            codes = [finding.code for finding in done.findings]
            self.empty += codes.count(EMPTY)
            self.noted += sum(code in NOTES for code in codes)
            self.skipped.update(code for code in codes if code != EMPTY and code not in NOTES)
        if self.notes or done.line is None:
            for finding in done.findings:
                self._tell(finding)
        self._advance(self.read + self.empty + sum(self.skipped.values()), self.read)

    def _advance(self, seen: int, done: int) -> None:
        """Moves the bar on to `seen` inputs, of which `done` came through."""
        if self._bar:
            total = self.files if seen <= self.files else None  # files of many reports: how many is not known before
            self._bar.update(self._task, completed=seen, total=total, rate=f"{done / self.seconds:.1f} reports/s")

    @property
    def seconds(self) -> float:
        """Since the beginning, never 0."""
        return max(1e-6, time.perf_counter() - self._began)

    @property
    def bad(self) -> bool:
        """Whether any input was skipped, empty, or could not be read just as it was given."""
        return bool(self.skipped or self.empty or self.noted)

    def close(self) -> None:
        """Prints the closing count: read, empty, skipped and why, speed."""
        rate = f"{self.words:,} words in {self.seconds:.1f} s ({self.words / self.seconds:,.0f} words/s)"
        counts = [f"read {self.read:,} {'report' if self.read == 1 else 'reports'}", rate]
        counts += [f"{self.bare:,} without any entry"] if self.bare else []
        counts += [f"{self.unsupported:,} unsupported left out"] if self.unsupported else []
        counts += [f"{self.empty:,} empty"] if self.empty else []
        self.console.print("; ".join(counts), markup=False)
        self.close_skipped()

    def close_skipped(self) -> None:
        """Prints how many inputs were skipped and why, if any were."""
        if self.skipped:
            why = ", ".join(f"{code} {n}" for code, n in sorted(self.skipped.items()))
            self.console.print(f"skipped {sum(self.skipped.values())}: {why}", markup=False)

    def _tell(self, finding: Finding) -> None:
        where = f"{one_line(finding.where)}: " if finding.where else ""
        self.console.print(f"{where}{finding.code}: {one_line(finding.message)}", markup=False)

    def _progress(self) -> Progress:
        columns = (
            SpinnerColumn(),
            TextColumn(self.doing),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
        )
        bar = Progress(*columns, TimeElapsedColumn(), console=self.console, transient=True)
        self._task = bar.add_task(self.doing, total=self.files, rate="")
        return bar


def _count(names: Sequence[str]) -> int:
    """How many files there are to read, at most: all below folders, one for each other name."""
    folders = [Path(name) for name in names if name != "-" and Path(name).is_dir()]
    return len(names) - len(folders) + sum(path.is_file() for folder in folders for path in folder.rglob("*"))
