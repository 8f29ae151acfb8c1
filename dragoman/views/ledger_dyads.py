"""Monthly counts of events between two sides -> a page with a small table for each direction."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from dragoman.query.dyads import QUADS, Cell, Dyads
from dragoman.views.ledger_brief import shorter, shown, taken
from dragoman.views.ledger_page import Item, Page, Section
from dragoman.views.words import one_line

HEADS: Final = ("words +", "deeds +", "words -", "deeds -")  # QUADS in short, in their order
COLUMN: Final = 9  # columns of a number
LEGEND: Final = (
    "Events, each counted once however many reports tell it: words and deeds of cooperation (+) and of conflict (-);"
    " Goldstein is the sum of their scores, from -10 (hostile) to 10 (friendly) each."
)


def page(found: Dyads) -> Page:
    """A section for each direction, a line a month."""
    asked = (found.a, *((found.b,) if found.b else ()))
    days = (f" from {found.since}" if found.since else "") + (f" until {found.until}" if found.until else "")
    title = f"Events of {' and '.join(map(shown, asked))} by month{days}"
    sections = tuple(_sections(shorter(found, asked))) or (Section("Events", (), "No report tells of any."),)
    return Page(title, (*map(taken, asked), LEGEND), sections)


def _sections(found: Dyads) -> Iterator[Section]:
    for (source, target), cells in groupby(found.cells, key=lambda cell: (cell.source, cell.target)):
        rows = [tuple(row) for _, row in groupby(cells, key=lambda cell: cell.month)]
        if any(cell.events for row in rows for cell in row):
            title = f"{one_line(source.name)} to {one_line(target.name)}"
            extra = [cell.quad for cell in rows[0] if cell.quad not in QUADS]
            heads = "".join(f"{head:>{COLUMN}}" for head in (*HEADS, *extra))
            lines = (Item(f"month  {heads}  Goldstein"), *map(_row, rows))
            yield Section(title, lines)


def _row(cells: tuple[Cell, ...]) -> Item:
    counts = "".join(f"{cell.events:>{COLUMN},}" for cell in cells)
    return Item(f"{cells[0].month}{counts}  {sum(cell.goldstein for cell in cells):>9.1f}")
