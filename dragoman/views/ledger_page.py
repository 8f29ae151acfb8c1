"""Lines of an answer with their citations -> a page whose sources are numbered, the same for screen and plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.query.citing import Citation
from dragoman.views.words import one_line, shortened

QUOTE: Final = 200  # characters of a quotation in the list of sources


@dataclass(frozen=True, slots=True)
class Note:
    """A line below an item, with its own citations."""

    words: str
    cited: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an answer: what is so, in words; a mark before it (a day), counts behind it, notes below it.

    `tone` is how it is told in colour: "good", "bad", "open", "disputed" or "". `entries` are ids that it stands on
    beside those of its citations.
    """

    words: str
    cited: tuple[Citation, ...] = ()
    mark: str = ""
    state: str = ""
    counts: str = ""
    notes: tuple[Note, ...] = ()
    tone: str = ""
    entries: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its entries, each once."""
        cited = (*self.cited, *(citation for note in self.notes for citation in note.cited))
        return tuple(dict.fromkeys((*(citation.entry for citation in cited), *self.entries)))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `empty` is said where there are none. `more` says what was left out."""

    title: str
    items: tuple[Item, ...] = ()
    empty: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """An answer for people: its title, whom the names were taken for, sections, and what to do next."""

    title: str
    taken: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A report that is cited: its number, what is known of it on one line, its title, the words that are cited."""

    number: int
    facts: str
    title: str
    quotes: tuple[str, ...]
    url: str


class Sources:
    """The numbers of a page's sources, in the order in which they are cited first.

    A report has one number; where several of its sentences are cited, letters tell them apart: [3a], [3b].
    """

    def __init__(self, page: Page) -> None:
        self._quotes: dict[str, dict[tuple[tuple[int, int], ...], str]] = {}
        self._reports: dict[str, Citation] = {}
        for citation in _cited(page):
            self._reports.setdefault(citation.version, citation)
            words = shortened(citation.quote, QUOTE)
            self._quotes.setdefault(citation.version, {}).setdefault(citation.spans, words)
        self._numbers = {version: number for number, version in enumerate(self._reports, 1)}

    def marks(self, cited: Iterable[Citation]) -> str:
        """As in "[1] [3b]"; each place once."""
        return " ".join(dict.fromkeys(f"[{self._mark(citation)}]" for citation in cited))

    def _mark(self, citation: Citation) -> str:
        quotes = list(self._quotes[citation.version])
        letter = _letter(quotes.index(citation.spans)) if len(quotes) > 1 else ""
        return f"{self._numbers[citation.version]}{letter}"

    def __iter__(self) -> Iterator[Source]:
        for version, citation in self._reports.items():
            quotes = self._quotes[version].values()
            letters = (f"{_letter(n)}: " if len(quotes) > 1 else "" for n in range(len(quotes)))
            yield Source(
                number=self._numbers[version],
                facts=_facts(citation),
                title=one_line(citation.title or ""),
                quotes=tuple(f"{letter}“{words}”" for letter, words in zip(letters, quotes, strict=True)),
                url=one_line(citation.url or ""),
            )


def _cited(page: Page) -> Iterator[Citation]:
    for section in page.sections:
        for item in section.items:
            yield from item.cited
            for note in item.notes:
                yield from note.cited


def _letter(number: int) -> str:
    """a, b ... z, then aa, ab ..."""
    return ("" if number < 26 else _letter(number // 26 - 1)) + chr(ord("a") + number % 26)


def _facts(citation: Citation) -> str:
    """As in "Nouakchott Courier, AFP, 2012-02-18": publisher, site that carries it, agency, day, id."""
    carrier = f"on {citation.carrier}" if citation.carrier else None
    day = citation.published or f"undated, added {citation.known}"
    if citation.published and citation.known > citation.published:
        day = f"{citation.published}, changed {citation.known}"
    parts = (citation.publisher, carrier, citation.agency, day, citation.report)
    return one_line(", ".join(part for part in parts if part))
