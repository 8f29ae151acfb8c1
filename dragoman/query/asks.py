"""Questions of the Ledger that give lists: names and days in words come in, records with tables go out."""

from abc import abstractmethod
from contextlib import AbstractContextManager
from datetime import date

from dragoman.errors import AskError
from dragoman.query.actors import Actors, actors
from dragoman.query.asked import View
from dragoman.query.days import Day, iso, last_day
from dragoman.query.dyads import Dyads, dyads
from dragoman.query.missions import Missions, missions
from dragoman.query.pledges import Pledges, pledges
from dragoman.query.quotes import Quotes, quotes
from dragoman.query.recognition import Recognition, recognition
from dragoman.query.search import Search, search
from dragoman.query.timeline import Timeline, timeline
from dragoman.query.who import Meant, who


class Asks:
    """The list-like questions of a Ledger; each result has `table()`, whose columns are in docs/asking_tables.md.

    Actors are named loosely ("Beijing", "the Taliban", CHN/MIL), days are dates or ISO text. All raise AskError for a
    name or a day that is none.
    """

    __slots__ = ()

    @abstractmethod
    def view(self, *, known_by: Day | None = None, as_coded: bool = False) -> AbstractContextManager[View]:
        """The ledger as one question sees it."""

    def timeline(
        self,
        one: str,
        other: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        limit: int = 50,
        oldest_first: bool = False,
        statements: bool = False,
        known_by: Day | None = None,
        as_coded: bool = False,
    ) -> Timeline:
        """The newest `limit` facts of one actor or between two, newest first; `oldest_first` turns them round."""
        first, last = iso(since), iso(until)
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            a, b = named(view, one, last), meant(view, other, last)
            return timeline(
                view, a, b, since=first, until=last, limit=at_least_one(limit), oldest_first=oldest_first,
                statements=statements,
            )  # fmt: skip

    def quotes(
        self,
        speaker: str | None = None,
        about: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        limit: int = 50,
        known_by: Day | None = None,
        as_coded: bool = False,
    ) -> Quotes:
        """What a speaker and all who speak for it said (about somebody), or what was said of somebody; newest first."""
        first, last = iso(since), iso(until)
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            a, b = (meant(view, name, last) for name in (speaker, about))
            return quotes(view, a, b, since=first, until=last, limit=at_least_one(limit))

    def pledges(
        self,
        one: str | None = None,
        other: str | None = None,
        *,
        which: str = "open",
        topic: str = "pledge",
        on: Day | None = None,
        known_by: Day | None = None,
        as_coded: bool = False,
    ) -> Pledges:
        """Pledges between two actors, of one, or of all: open, kept, broken, withdrawn or all; or demands."""
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            day = _on(view, on)
            a, b = (meant(view, name, day) for name in (one, other))
            return pledges(view, a, b, on=day, which=which, topic=topic)

    def dyads(
        self,
        one: str,
        other: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        as_coded: bool = False,
    ) -> Dyads:
        """Events a month between two actors, or of one and each of its partners, by direction and quad class."""
        first, last = iso(since), iso(until)
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            a, b = named(view, one, last), meant(view, other, last)
            return dyads(view, a, b, since=first, until=last)

    def search(self, words: str, *, limit: int = 20, known_by: Day | None = None, as_coded: bool = False) -> Search:
        """Reports that hold the words; "a phrase" in quotation marks, -without."""
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            return search(view, words, limit=at_least_one(limit))

    def missions(
        self,
        *,
        on: Day | None = None,
        sender: str | None = None,
        host: str | None = None,
        history: int | None = 0,
        known_by: Day | None = None,
        as_coded: bool = False,
    ) -> Missions:
        """Embassies, consulates and envoys whose state is known on a day; `history` bounds its lines, None is all."""
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            day = _on(view, on)
            a, b = (meant(view, name, day) for name in (sender, host))
            return missions(view, day, a, b, history=history)

    def recognition(
        self,
        of: str,
        *,
        on: Day | None = None,
        history: int | None = 0,
        known_by: Day | None = None,
        as_coded: bool = False,
    ) -> Recognition:
        """Who recognises a state or government on a day, and who does not; `history` bounds its lines, None is all."""
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            day = _on(view, on)
            return recognition(view, named(view, of, day), day, history=history)

    def actors(
        self, words: str = "", *, limit: int = 50, known_by: Day | None = None, as_coded: bool = False
    ) -> Actors:
        """Actors of the ledger by name, id, country or office, with their roles."""
        with self.view(known_by=known_by, as_coded=as_coded) as view:
            return actors(view, words, limit=at_least_one(limit))


def at_least_one(limit: int) -> int:
    """The limit. Raises AskError where it is none."""
    if limit < 1:
        raise AskError(f"{limit} is no number of results", "limit", "Ask for 1 or more.")
    return limit


def meant(view: View, name: str | None, on: str | None) -> Meant | None:
    """Whom a name means on a day (None: the known-by day, else any); None for no name."""
    return None if name is None else named(view, name, on)


def named(view: View, name: str, on: str | None) -> Meant:
    """The same for a name that must be there."""
    day = on or view.known_by
    return who(view, name, date.fromisoformat(day) if day else None)


def _on(view: View, on: Day | None) -> str:
    """The day asked for, else the known-by day, else the last that the ledger knows of."""
    return iso(on) or view.known_by or last_day(view)
