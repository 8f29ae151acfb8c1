"""What a search found -> a page: a report a line, with the words where they stand and the entries read from them."""

from collections import Counter

from dragoman.query.search import Hit, Search
from dragoman.views.ledger_info import heading, some
from dragoman.views.ledger_page import Item, Note, Page, Section
from dragoman.views.words import one_line


def page(found: Search) -> Page:
    """The reports, those with all words in the title first, then the newest first."""
    section = Section(heading(len(found.hits), "report"), tuple(map(_item, found.hits)), "No report has these words.")
    return Page(f"Reports with {one_line(found.words)}", (), (section,))


def _item(one: Hit) -> Item:
    facts = ", ".join(one_line(part) for part in (one.source, one.agency, one.report, one.url) if part)
    notes = [Note(facts), Note(one_line(one.snippet.marked("*", "*")))]
    told = Counter(f"{line.label} {line.value or ''}".strip() for line in one.entries)
    if told:
        words = ", ".join(f"{label} ({n})" if n > 1 else label for label, n in told.items())
        notes.append(Note(f"{some(len(one.entries), 'entry')} there: {words}"))
    return Item(
        one_line(one.title or one.report),
        mark=one.known if one.dated else "undated   ",
        notes=tuple(notes),
        entries=tuple(line.id for line in one.entries),
    )
