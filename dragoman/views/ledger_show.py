"""A page -> what a terminal shows, with colours, at any width; through a pipe plain text of 80 columns."""

from collections.abc import Iterator
from io import StringIO
from typing import Final

from rich.console import Console
from rich.text import Text

from dragoman.views.ledger_page import Item, Page, Section, Source, Sources

WIDTH: Final = 80  # columns of plain text
WIDEST: Final = 100  # columns beyond which lines are hard to follow
LEAST: Final = 20  # columns for words, however narrow the screen
MARGIN: Final = 2  # columns before an item
DEEPER: Final = 4  # columns more before what belongs to it
TONES: Final = {"good": "green", "bad": "red", "open": "yellow", "disputed": "bold yellow"}
ABOUT: Final = "~"  # before a day that is not named
HEAD: Final = "bold"
CITED: Final = "cyan"
FAINT: Final = "dim"


def plain(page: Page, *, ids: bool = False) -> str:
    """The page as plain text, the same on every machine; ends with a line end. `ids` are those of entries."""
    file = StringIO()
    show(page, Console(file=file, width=WIDTH, color_system=None, force_terminal=False, highlight=False), ids=ids)
    return file.getvalue()


def show(page: Page, console: Console, *, ids: bool = False) -> None:
    """Prints the page with the colours and at the width that the console has; `ids` adds those of entries."""
    width = min(console.width, WIDEST)
    sources = Sources(page)
    for text, first, rest in _lines(page, sources, ids):
        for line in _wrapped(text, console, width, first, rest):
            console.print(line, soft_wrap=True, no_wrap=True, overflow="ignore", crop=False)


Line = tuple[Text, int, int]  # the words, the columns before their first line, and before those that follow


def _lines(page: Page, sources: Sources, ids: bool) -> Iterator[Line]:
    yield Text(page.title, style=HEAD), 0, DEEPER
    for taken in page.taken:
        yield Text(taken, style=FAINT), MARGIN, MARGIN + DEEPER
    for section in page.sections:
        yield from _section(section, sources, ids)
    if any(item.mark.startswith(ABOUT) for section in page.sections for item in section.items):
        yield Text(""), 0, 0
        yield Text(f"{ABOUT} about that day: no report names it.", style=FAINT), 0, 0
    cited = list(sources)
    if cited:
        yield Text(""), 0, 0
        yield Text("Sources", style=HEAD), 0, 0
        for source in cited:
            yield from _source(source, len(str(len(cited))))


def _section(section: Section, sources: Sources, ids: bool) -> Iterator[Line]:
    yield Text(""), 0, 0
    yield Text(section.title, style=HEAD), 0, 0
    if not section.items and section.empty:
        yield Text(section.empty, style=FAINT), MARGIN, MARGIN + DEEPER
    for item in section.items:
        yield from _item(item, sources, ids)
    if section.more:
        yield Text(section.more, style=FAINT), MARGIN, MARGIN + DEEPER


def _item(item: Item, sources: Sources, ids: bool) -> Iterator[Line]:
    text = Text()
    if item.mark:
        text.append(item.mark, style=FAINT).append("  ")
    text.append(item.words)
    if item.state:
        text.append(": ").append(item.state, style=TONES.get(item.tone, ""))
    if item.counts:
        text.append(f" ({item.counts})", style=FAINT)
    hang = MARGIN + (len(item.mark) + 2 if item.mark else DEEPER)
    yield _marked(text, sources.marks(item.cited)), MARGIN, hang
    for note in item.notes:
        yield _marked(Text(note.words), sources.marks(note.cited)), hang, hang + 2
    if ids and item.ids:
        yield Text(" ".join(item.ids), style=FAINT), hang, hang


def _marked(text: Text, marks: str) -> Text:
    return text.append(" ").append(marks, style=CITED) if marks else text


def _source(source: Source, digits: int) -> Iterator[Line]:
    mark = f"[{source.number}]".rjust(digits + 2)
    head = Text(mark, style=CITED).append(f" {source.facts}")
    deeper = digits + 3
    yield head, 0, deeper
    for words, style in ((source.title, HEAD), (source.url, FAINT)):
        if words:
            yield Text(words, style=style), deeper, deeper + 2
    for quote in source.quotes:
        yield Text(quote), deeper, deeper + 2


def _wrapped(text: Text, console: Console, width: int, first: int, rest: int) -> Iterator[Text]:
    """The text in lines of `width` columns, with so many columns before the first and before those that follow."""
    for number, line in enumerate(_broken(text, console, max(LEAST, width - first), max(LEAST, width - rest))):
        line.rstrip()
        yield Text(" " * (rest if number else first)).append_text(line)


def _broken(text: Text, console: Console, first: int, rest: int) -> Iterator[Text]:
    """Lines of which the first has `first` columns and the others `rest`."""
    head, *others = text.wrap(console, first) or [Text("")]
    yield head
    if others:
        left = text[len(head) :]
        yield from left[len(left) - len(left.plain.lstrip()) :].wrap(console, rest)
