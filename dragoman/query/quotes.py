"""A speaker, or an actor that is spoken of, to what was said: the words, their form, and the reports that have them."""

from dataclasses import dataclass, replace
from typing import Final

from dragoman.errors import AskError
from dragoman.ledger.lines import Line
from dragoman.query.asked import Named, View
from dragoman.query.claims import CITED, Claim, claims
from dragoman.query.facts_tables import CITED as CITED_COLUMNS
from dragoman.query.facts_tables import COUNTED, cited, own
from dragoman.query.lines import Wanted
from dragoman.query.tables import Column, Kind, Schema, Table
from dragoman.query.timeline import newest, told
from dragoman.query.who import Meant
from dragoman.query.wire import Shown


@dataclass(frozen=True, slots=True)
class Quotes(Shown):
    """What was asked, the sayings, each once however many reports have it, and whether there are more.

    Of a saying (a Claim) `actors` has the speaker, `recipients` the addressee, `about` those it tells of, `words` what
    was said, `value` the form (direct, indirect, mixed), `label` the class (say, ask, deny ...).
    """

    speaker: Meant | None
    about: Meant | None
    since: str | None
    until: str | None
    sayings: tuple[Claim, ...]
    more: bool

    def table(self) -> Table:
        """One row a saying."""
        return QUOTES.table(
            (
                *(one.id, one.day, one.precise, _names(one.actors), _ids(one.actors), _names(one.recipients)),
                *(_names(one.about), one.value, one.label, one.words, one.confidence, one.reports, one.origins),
                *cited(own(one)),
            )
            for one in self.sayings
        )


QUOTES: Final = Schema(
    "quotes",
    (
        Column("id", Kind.TEXT, "id of the statement that stands for all tellings"),
        Column("day", Kind.DAY, "day of speaking, else of publication"),
        Column("precise", Kind.TRUTH, "whether the day of speaking was named"),
        Column("speaker", Kind.TEXT, "name of the speaker"),
        Column("speaker_id", Kind.TEXT, "id of the speaker"),
        Column("addressee", Kind.TEXT, "to whom it was said"),
        Column("about", Kind.TEXT, "names of those whom it tells of, with ; between them"),
        Column("form", Kind.TEXT, "direct, indirect or mixed"),
        Column("label", Kind.TEXT, "class of the statement: say, ask, deny ..."),
        Column("words", Kind.TEXT, "what was said, without the cue"),
        Column("confidence", Kind.NUMBER, "how sure the coder is, 0 to 1"),
        *COUNTED,
        *CITED_COLUMNS,
    ),
)


def quotes(
    view: View,
    speaker: Meant | None = None,
    about: Meant | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 50,
    most: int | None = CITED,
) -> Quotes:
    """The newest `limit` sayings of a speaker and all who speak for it, newest first.

    `about` asks for those that were said to that actor, or in whose words an event or standing of it was read. Days are
    those of speaking. Raises AskError where neither is named.
    """
    if speaker is None and about is None:
        raise AskError("neither a speaker nor whom it is about is named", "quotes", "Name one, or both.")
    wanted = Wanted(families=("statement",), since=since, until=until)
    groups, more = newest(
        view, lambda n: _told(view, speaker, about, replace(wanted, limit=n)), limit, lambda line: _says(line, speaker)
    )
    sayings = claims(view, [head for head, _ in groups], most=most)
    return Quotes(speaker, about, since, until, tuple(sayings), more)


def _told(view: View, speaker: Meant | None, about: Meant | None, wanted: Wanted) -> list[Line]:
    if speaker is not None:
        return told(view, speaker, about, wanted, roles=("speaker",))
    return told(view, about, None, wanted, roles=("addressee", "about")) if about else []


def _says(line: Line, speaker: Meant | None) -> bool:
    """Whether the line is said by the speaker: a pair has no direction."""
    if speaker is None:
        return True
    return line.source in speaker.sides and (speaker.whole or line.holder in speaker.actors)


def _names(actors: tuple[Named, ...]) -> str | None:
    return "; ".join(actor.name for actor in actors) or None


def _ids(actors: tuple[Named, ...]) -> str | None:
    return "; ".join(actor.id for actor in actors) or None
