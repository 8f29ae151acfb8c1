"""A reading -> those of its statements that a user's filters ask for."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, takewhile
from typing import Self

from dragoman.cli.quotes_names import Named, Printed, as_printed, is_acronym, mentioned, speaker
from dragoman.cli.quotes_words import Words, cased, folded, holds, holds_any, holds_forms
from dragoman.records import Actor, Form, Reading, Report, Span, Statement, When, within


@dataclass(frozen=True, slots=True)
class About:
    """What somebody's words are about: words that stand in them, or actors that they name."""

    words: Words
    exact: bool
    named: Named
    printed: Printed

    @classmethod
    def of(cls, words: str) -> Self:
        """The filter for `words`; an acronym ("US") is compared in its case, other words in any inflected form."""
        exact, named = is_acronym(words), mentioned(words)
        return cls(cased(words) if exact else folded(words), exact, named, as_printed(named))

    def in_report(self, report: Report) -> Self:
        """The filter for the words of one report: surnames count where it has the full name."""
        if not self.printed.surnames or holds_any(cased(report.text), self.printed.full):
            return self
        return replace(self, printed=replace(self.printed, surnames=frozenset()))

    def where(self, mentioned: Iterable[tuple[Span, Actor]]) -> list[Span]:
        """The spans, in order, of those `mentioned` that the words mean."""
        return sorted({span for span, actor in mentioned if self.named.fits(actor)})

    def stands_in(self, text: str) -> bool:
        """Whether `text` has the words, or prints a name of the actors that they mean."""
        words = self.printed.without_others(cased(text))
        low = tuple(word.casefold() for word in words)
        found = holds(words, self.words) if self.exact else holds_forms(low, self.words)
        return found or holds_any(words, self.printed.names) or holds_any(words, self.printed.surnames)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters over statements: of several values of one filter any will do, but all filters must agree.

    `since` and `until` are days, both included.
    """

    speakers: tuple[Named, ...] = ()
    about: tuple[About, ...] = ()
    forms: frozenset[Form] = frozenset()
    since: date | None = None
    until: date | None = None

    def of(self, reading: Reading) -> tuple[Statement, ...]:
        """The statements of `reading` that are wanted, in its order."""
        mentioned = _mentioned(reading) if self.about else []
        about = [(one.in_report(reading.report), one.where(mentioned)) for one in self.about]
        return tuple(
            statement
            for statement in reading.statements
            if (not self.forms or statement.form in self.forms)
            and self._in_time(statement.date, reading.report.published)
            and self._said_by(statement.speaker)
            and (not about or any(_is_about(statement, reading.report, *one) for one in about))
        )

    def _said_by(self, actor: Actor | None) -> bool:
        return not self.speakers or (actor is not None and any(named.fits(actor) for named in self.speakers))

    def _in_time(self, when: When | None, published: date | None) -> bool:
        """Whether the day of speaking may lie between the days; one not told is taken to be that of publication."""
        if self.since is None and self.until is None:
            return True
        start, end = (when.start, when.end) if when else (published, published)
        if start is None and end is None:
            return False
        late_enough = self.since is None or end is None or end >= self.since
        return late_enough and (self.until is None or start is None or start <= self.until)


def wanted(
    *,
    speakers: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
    forms: tuple[str, ...] = (),
    since: date | None = None,
    until: date | None = None,
) -> Wanted:
    """The filters of names and words as a user writes them.

    Raises ValueError, naming the option, where they cannot be meant.
    """
    for option, given in (("--speaker", speakers), ("--about", about)):
        for words in given:
            if not folded(words):
                raise ValueError(f"{option}: {words!r} has no word in it")
    if since and until and until < since:
        raise ValueError(f"--until {until} is before --since {since}: no day lies between")
    named = tuple(map(speaker, speakers))
    return Wanted(named, tuple(map(About.of, about)), frozenset(map(Form, forms)), since, until)


def _mentioned(reading: Reading) -> list[tuple[Span, Actor]]:
    """The actors of all entries where the report mentions them by any word, "they" and "the two countries" too."""
    actors: list[Actor | None] = []
    for statement in reading.statements:
        actors += [statement.speaker, statement.addressee]
    for event in reading.events:
        actors += [*event.actors, *event.recipients]
    for standing in reading.standings:
        actors += [standing.holder, standing.subject]
    return [(actor.mention, actor) for actor in actors if actor and actor.mention]


def _is_about(statement: Statement, report: Report, about: About, named_at: list[Span]) -> bool:
    """Whether the words said are about it; `named_at` is where the report names the actor, in order."""
    return any(
        about.stands_in(report.text[start:end]) or _any_within((start, end), named_at)
        for start, end in statement.content
    )


def _any_within(piece: Span, spans: list[Span]) -> bool:
    first = bisect_left(spans, (piece[0], 0))
    return any(within(span, piece) for span in takewhile(lambda span: span[0] < piece[1], islice(spans, first, None)))
