"""The store: a path or an address -> a ledger that readings are added to; one report is one transaction."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, Engine

from dragoman.errors import LedgerError
from dragoman.ledger import schema, tables
from dragoman.ledger.currency import of_report
from dragoman.ledger.drafting import Draft, draft
from dragoman.ledger.failures import told
from dragoman.ledger.opening import READING, engine
from dragoman.ledger.rows import keep_row
from dragoman.ledger.steps import Watch, unwatched
from dragoman.ledger.uncollected import uncollected
from dragoman.ledger.writing import Stored, store
from dragoman.records import Reading, Retraction

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time in UTC: the clock of a ledger that is given no other."""
    return datetime.now(UTC)


class Store:
    """A ledger, opened to read or to write.

    `where` is the path of a SQLite file, made when it is not there, or an address as postgresql://USER@HOST/DATABASE.
    `clock` gives the stamps of adding; `watch` is called before each step of a write (`dragoman.ledger.writing.STEPS`).
    A store may be used by several threads, each write in a transaction of its own.
    Raises NoLedgerError, NetworkFileError, SchemaError or another LedgerError when it cannot be opened.
    """

    def __init__(
        self,
        where: str | os.PathLike[str],
        *,
        readonly: bool = False,
        clock: Clock = now,
        watch: Watch = unwatched,
    ) -> None:
        self.where: Final = str(where)
        self.readonly: Final = readonly
        self._clock = clock
        self._watch = watch
        self._engine: Engine = engine(where, readonly=readonly)
        try:
            with self.reading() if readonly else self.writing() as connection:
                (tables.checked if readonly else tables.made)(connection)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives back all connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger from beginning to end, and changes nothing.

        Raises LedgerError in the place of the database's own errors.
        """
        with told(self.where), self._engine.connect() as connection:
            yield connection.execution_options(**{READING: True})

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction that is kept when the block ends well, and leaves nothing when it does not.

        Waits for other writers. Raises LedgerError in the place of the database's own errors.
        """
        if self.readonly:
            raise LedgerError("the ledger was opened to read", self.where, "Open it without readonly=True.")
        self._watch("begin")
        with told(self.where), self._engine.begin() as connection:
            yield connection
            self._watch("commit")

    def stamp(self) -> str:
        """The time by the ledger's clock, in UTC, as it is kept: it sorts as times do."""
        return self._clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")

    def add(self, reading: Reading) -> Stored:
        """Adds a reading; all of it is there when this returns, and nothing when it raises.

        A reading that is there already changes nothing. The report's text must be given. Raises LedgerError.
        """
        return self.add_draft(self.draft(reading))

    def draft(self, reading: Reading) -> Draft:
        """The rows of a reading, which `add_draft` stores; made without the ledger, in another process if need be."""
        if not reading.report.text:
            advice = "Add the report itself, or readings written by: dragoman read --json --whole."
            raise LedgerError(f"the reading of {reading.report.id} has no text to cite", self.where, advice)
        return draft(reading, added=self.stamp())

    def add_draft(self, made: Draft) -> Stored:
        """Stores what `draft` made. Raises LedgerError."""
        with uncollected(), self.writing() as connection:
            return store(connection, made, self._watch)

    def retract(self, retraction: Retraction) -> bool:
        """Marks a report as taken back by its publisher; it leaves the folded state from that day on.

        The report may come later than its retraction. Returns whether this was new. Raises LedgerError.
        """
        stamp = self.stamp()
        known = retraction.known.isoformat() if retraction.known else stamp[:10]
        row = {"report": retraction.report, "known": known, "reason": retraction.reason, "added": stamp}
        with self.writing() as connection:
            new = keep_row(connection, schema.retractions, row)
            of_report(connection, retraction.report)
        return new
