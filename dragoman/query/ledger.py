"""The public class: a ledger that readings are added to and that answers questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from dragoman.ledger.info import Info, info
from dragoman.ledger.store import Store
from dragoman.ledger.uncollected import uncollected
from dragoman.query.asked import View
from dragoman.query.asks import Asks
from dragoman.query.brief import Brief, brief
from dragoman.query.days import Day, iso, last_day
from dragoman.query.entry import Entry, entry
from dragoman.query.state import CONTROL, States, check_topic, state
from dragoman.query.who import Meant, who

__all__ = ["Day", "Ledger", "iso", "last_day"]


class Ledger(Asks, Store):
    """A ledger, opened to add readings to and to ask; see Store for how it is opened.

    Every question takes `known_by`, the last day of publication that counts (None: all that is stored), and
    `as_coded`, which leaves out what people corrected. Days are dates or ISO text. Questions raise AskError for a name
    or a day that is none, LedgerError when the database fails.
    """

    @contextmanager
    def view(self, *, known_by: Day | None = None, as_coded: bool = False) -> Iterator[View]:
        """The ledger as one question sees it, for as long as the block lasts."""
        by = iso(known_by)
        with uncollected(), self.reading() as connection:
            yield View(connection, known_by=by, as_coded=as_coded)

    def brief(
        self, one: str, other: str, *, on: Day | None = None, known_by: Day | None = None, as_coded: bool = False
    ) -> Brief:
        """Where things stand between two actors on a day: by topic, last events and words, what is open and planned.

        Without `on` it is the known-by day, else the last day of which the ledger knows a report.
        """
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            day = iso(on) or view.known_by or last_day(view)
            when = date.fromisoformat(day)
            return brief(view, who(view, one, when), who(view, other, when), day)

    def state(
        self,
        topic: str,
        holder: str | None = None,
        subject: str | None = None,
        *,
        on: Day | None = None,
        known_by: Day | None = None,
        as_coded: bool = False,
    ) -> States:
        """Where one topic stands between holder and subject on a day, with its history; either may be None: any."""
        check_topic(topic)
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            day = iso(on) or view.known_by or last_day(view)
            when = date.fromisoformat(day)
            first = who(view, holder, when) if holder else None
            second = who(view, subject, when, place=topic == CONTROL) if subject else None
            return state(view, topic, first, second, day)

    def entry(self, id: str, *, known_by: Day | None = None, as_coded: bool = False) -> Entry:
        """All that is held of one entry; its id may be cut to the first six digits."""
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            return entry(view, id)

    def who(self, name: str, *, on: Day | None = None, known_by: Day | None = None, as_coded: bool = False) -> Meant:
        """The actor that a loose name is taken for, and why."""
        day = iso(on)
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            return who(view, name, date.fromisoformat(day) if day else None)

    def info(self) -> Info:
        """How much the ledger holds; a few seconds for a million entries."""
        return info(self)
