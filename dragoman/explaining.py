"""A report, and an entry of its reading or a place in its text, to why the entry is there, or why there is none.

found = Reread(report)
found.explain(found.reading.events[0])      # Explanation: by which rule or head, with which parties, and its rivals
found.at((120, 131))                        # why there are events at these words, or none
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from dragoman import events, reports, standings
from dragoman import reading as way
from dragoman.errors import NoEntryError
from dragoman.events.explained import Account, Detail
from dragoman.events.explaining import Explainer
from dragoman.explaining_own import own_details
from dragoman.explaining_said import said_details
from dragoman.explaining_standings import standing_details
from dragoman.records import Entry, Event, Reading, Report, Span, Standing, Statement

if TYPE_CHECKING:
    from dragoman.events.custom import OwnCodebook

LETTERS: Final = {"S": "statements", "E": "events", "T": "standings"}
LABEL: Final = re.compile(r"([SET])([1-9][0-9]{0,6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an entry is there. `key` is its label in the views (E1), "" with `entry` None for words that gave no entry.

    `accounts` tell of an event, once for each place that tells of it; `details` of a statement or standing.
    """

    report: Report
    key: str
    entry: Entry | None
    accounts: tuple[Account, ...] = ()
    details: tuple[Detail, ...] = ()


def explain(text: str | Report, entry: str, *, published: date | str | None = None) -> Explanation:
    """Why the reading of a report has `entry`: its id, the beginning of one, or its label in the views (E1, S2, T1).

    `text` is read as `dragoman.read` reads it. Raises NoEntryError when no entry, or more than one, is called so, and
    ValueError when `published` is no date.
    """
    report = text if isinstance(text, Report) else reports.from_text(text, published=published)
    again = Reread(report)
    found = again.matching(entry)
    if len(found) != 1:
        raise missing(entry, {again: found} if found else {})
    return again.explain(*found.values())


class Reread:
    """A report read once more, with what the rooms thought on the way; `book` is a codebook of the user's own."""

    def __init__(self, report: Report, book: "OwnCodebook | None" = None) -> None:
        self.report = report
        self.book = book
        self._rooms = way.rooms(report)
        self._licences: Mapping[str, tuple[standings.Licence, ...]] = {}

    @cached_property
    def explainer(self) -> Explainer:
        """The events with their reasons."""
        found = self._rooms
        return Explainer(self.report, found.doc, found.cast, found.calendar, found.voices, atlas=found.atlas)

    @cached_property
    def reading(self) -> Reading:
        """What `dragoman.read_report` gives, without findings unless a codebook of the user's own is used."""
        if self.book is not None:
            return way.read_report(self.report, codebook=self.book)
        found, coded = self._rooms, events.given(self.explainer.events)
        stood = standings.find(self.report, found.doc, found.cast, found.calendar, found.voices, coded)
        self._licences = stood.licences
        name, held = way.coder(), stood.standings
        return Reading(self.report, found.statements, coded, held, (), name, found.sentences, found.cast.roles)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries of the reading by their labels in the views: S1, E1, T1."""
        kinds = ((letter, getattr(self.reading, kind)) for letter, kind in LETTERS.items())
        return {f"{letter}{n}": entry for letter, found in kinds for n, entry in enumerate(found, 1)}

    def matching(self, name: str) -> dict[str, Entry]:
        """The entries that `name` may mean, by label: that of the label, or those whose id begins so."""
        if is_label(name):
            entry = self.entries.get(name.upper())
            return {} if entry is None else {name.upper(): entry}
        low = name.lower()
        return {key: entry for key, entry in self.entries.items() if low and entry.id.startswith(low)}

    def explain(self, entry: Entry) -> Explanation:
        """Why `entry`, one of the reading, is there."""
        key = next(key for key, one in self.entries.items() if one is entry)
        match entry:
            case Event() if self.book is not None and entry.made_by.startswith("codebook:"):
                details = own_details(self.report, entry, self.book)
                return Explanation(self.report, key, entry, details=tuple(details))
            case Event():
                return Explanation(self.report, key, entry, self.explainer.of(entry))
            case Statement():
                details = said_details(self.report, self._rooms.doc, entry)
                return Explanation(self.report, key, entry, details=tuple(details))
            case Standing():
                details = standing_details(self.report, entry, self.entries, self._licences.get(entry.id, ()))
                return Explanation(self.report, key, entry, details=tuple(details))

    def at(self, span: Span) -> tuple[Explanation, ...]:
        """Why there are events at the words of `span`, or none; one for each word that was, or might be, an act."""
        return tuple(self._account(account) for account in self.explainer.at(span))

    def _account(self, account: Account) -> Explanation:
        found = next(((key, e) for key, e in self.entries.items() if account.entry and e.id == account.entry), None)
        key, entry = found or ("", None)
        return Explanation(self.report, key, entry, (account,))

    def spans(self, words: str) -> tuple[Span, ...]:
        """Where `words` stand in the text, in any case and with any white space between them."""
        parts = [re.escape(part) for part in words.split()]
        if not parts:
            return ()
        found = re.finditer(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", self.report.text, re.IGNORECASE)
        return tuple(match.span() for match in found)


def is_label(name: str) -> bool:
    """Whether `name` is a label of the views (E1, t12) and not the beginning of an id, which has small letters."""
    return bool(LABEL.fullmatch(name)) and (name[0].isupper() or len(name) < 4)


def missing(name: str, found: Mapping[Reread, Mapping[str, Entry]]) -> NoEntryError:
    """The error that no entry is called `name`, or that those of `found` all are."""
    several = [f"{key} {entry.id}" for entries in found.values() for key, entry in entries.items()]
    if several:
        return NoEntryError(f"{len(several)} entries begin so: {', '.join(several[:5])}", name, "Give more of the id.")
    return NoEntryError("no entry is called so", name, "`dragoman read FILE` shows labels and ids.")


def plain(explanation: Explanation) -> dict[str, Any]:
    """The explanation with plain values, the entry in the form of schema 1 (docs/json.md)."""
    from dataclasses import asdict

    from dragoman.records.wire import to_dict

    report, entry = explanation.report, explanation.entry
    said = (entry,) if isinstance(entry, Statement) else ()
    done = (entry,) if isinstance(entry, Event) else ()
    held = (entry,) if isinstance(entry, Standing) else ()
    rows = to_dict(Reading(report, said, done, held, (), way.coder()))
    kind = LETTERS.get(explanation.key[:1], "")
    of_report = {key: rows[key] for key in ("schema", "title", "published", "source", "coder")}
    return {
        "report": report.id,
        **of_report,
        "origin": report.origin or None,
        "key": explanation.key,
        "entry": rows[kind][0] if kind else None,
        "accounts": [asdict(account) for account in explanation.accounts],
        "details": [asdict(detail) for detail in explanation.details],
    }
