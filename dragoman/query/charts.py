"""Dyads -> an Altair chart of events a month by quad class, Goldstein sums below; a chart -> SVG, PNG, HTML, JSON.

Cooperation stands above the line of zero, conflict below it. Needs the extra `charts` (altair, vl-convert-python);
nothing is fetched: fonts, Vega and Vega-Lite come with vl-convert.
"""

import os
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from dragoman.errors import OutputError
from dragoman.query.dyads import QUADS, Cell, Dyads

Range = tuple[float, float]
MOST: Final = 6  # directions on one page; more cannot be read
LABELS: Final = {quad: quad.replace("_", " ").capitalize() for quad in QUADS}
# Paul Tol's "sunset" ends and "light" blue (personal.sron.nl/~pault): told apart with any colour blindness and in grey.
COLOURS: Final = dict(zip(QUADS, ("#98CAE1", "#364B9A", "#FDB366", "#A50026"), strict=True))
SCORE: Final = "#222222"
WIDTH: Final = 640  # pixels of a panel at most, for 8 months and more
NARROW: Final = 160
HEIGHTS: Final = (150, 70)  # of the counts and of the sums, in pixels


def chart(found: Dyads, *, title: str | None = None) -> Any:
    """An altair.VConcatChart: for each direction with events a panel of counts and one of Goldstein sums.

    Of more than six directions the six with most events are shown, and the title says so. Raises OutputError where
    Altair is not installed, or where there is no event to show.
    """
    altair = _library("altair")
    ways = _ways(found.cells)
    if not ways:
        raise OutputError("there are no events to show", "chart", "Ask for other actors or days.")
    most = sorted(ways, key=lambda way: (-sum(c.events for c in ways[way]), way))[:MOST]
    shown = most if len(ways) > MOST else list(ways)
    span = [min(c.month for c in found.cells), max(c.month for c in found.cells)]
    ranges = _ranges([ways[way] for way in shown])
    panels = [_panel(altair, ways[way], span, ranges) for way in shown]
    heading = altair.TitleParams(
        title or _title(found), subtitle=_subtitle(len(shown), len(ways)), anchor="start", fontSize=15, offset=12
    )
    whole = altair.vconcat(*panels, spacing=28, title=heading).resolve_scale(color="shared", x="shared")
    return whole.configure_view(stroke=None).configure_axis(labelFontSize=11, titleFontSize=11, gridColor="#E6E6E6")


def save(made: Any, path: str | os.PathLike[str]) -> None:
    """Writes a chart as .svg, .png, .html or .json, by the ending of `path`.

    The HTML file holds all that it needs and works offline; JSON is Vega-Lite's. Raises OutputError for another ending,
    a missing library, or a file that cannot be written.
    """
    target = Path(path)
    write = WRITERS.get(target.suffix.lower())
    if write is None:
        raise OutputError(f"a chart cannot be written as “{target.suffix}”", str(target), f"Use {', '.join(WRITERS)}.")
    content = write(made)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise OutputError(
            f"the chart cannot be written: {error.strerror}", str(target), "Name another file."
        ) from error


def _ways(cells: Iterable[Cell]) -> dict[tuple[str, str], list[Cell]]:
    """The cells of each direction that has events."""
    found: defaultdict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.quad in LABELS:
            found[cell.source.id, cell.target.id].append(cell)
    return {way: mine for way, mine in found.items() if any(cell.events for cell in mine)}


def _title(found: Dyads) -> str:
    return f"{found.a.name} – {found.b.name}" if found.b else f"{found.a.name} and its partners"


def _subtitle(shown: int, there: int) -> str:
    told = "Events a month, each counted once; cooperation above zero, conflict below"
    return told if shown == there else f"{told}. The {shown} of {there} directions with most events"


def _ranges(panels: Iterable[list[Cell]]) -> tuple[Range, Range]:
    """The lowest and highest count and sum of any month in any panel: one scale for all, so that they compare."""
    counts, sums = [0.0], [0.0]
    for cells in panels:
        months: defaultdict[str, list[Cell]] = defaultdict(list)
        for cell in cells:
            months[cell.month].append(cell)
        for mine in months.values():
            bars = [_bar(cell) for cell in mine]
            counts += [sum(bar for bar in bars if bar > 0), sum(bar for bar in bars if bar < 0)]
            sums.append(sum(cell.goldstein for cell in mine))
    return (min(counts), max(counts)), (min(sums), max(sums))


def _bar(cell: Cell) -> int:
    """The count with the sign of its side of zero."""
    return -cell.events if cell.quad.endswith("conflict") else cell.events


def _panel(altair: Any, cells: list[Cell], span: list[str], ranges: tuple[Range, Range]) -> Any:
    """Counts and sums of one direction, one above the other."""
    first = cells[0]
    data = altair.Data(values=[_row(cell) for cell in cells])
    width = min(WIDTH, max(NARROW, 80 * months_of(span)))
    heading = altair.TitleParams(f"{first.source.name} → {first.target.name}", anchor="start", fontSize=12)
    counts = _counts(altair, data, span, ranges[0]).properties(width=width, height=HEIGHTS[0], title=heading)
    sums = _sums(altair, data, span, ranges[1]).properties(width=width, height=HEIGHTS[1])
    return altair.vconcat(counts, sums, spacing=6).resolve_scale(x="shared")


def _row(cell: Cell) -> dict[str, str | int | float]:
    """`order` stacks deeds next to the line of zero and words outside of them."""
    return {
        "month": f"{cell.month}-01",
        "class": LABELS[cell.quad],
        "events": cell.events,
        "reports": cell.reports,
        "bar": _bar(cell),
        "order": 0 if cell.quad.startswith("material") else 1,
        "goldstein": cell.goldstein,
    }


def _month(altair: Any, span: list[str], *, labels: bool) -> Any:
    """The axis of months, the same in all panels: years where there are many, months with years where there are few."""
    months = months_of(span)
    form = "%Y" if months > 30 else "%b %Y"
    axis = altair.Axis(format=form, labels=labels, ticks=labels, grid=True, tickCount=_ticks(months), labelOverlap=True)
    domain = [f"{span[0]}-01", f"{_after(span[1])}-01"]
    scale = altair.Scale(type="utc", domain=[{"expr": f"utc({_numbers(day)})"} for day in domain])
    return altair.X("utcyearmonth(month):T", title=None, axis=axis, scale=scale)


def months_of(span: list[str]) -> int:
    """How many months there are from the first to the last, both included."""
    return (int(span[1][:4]) - int(span[0][:4])) * 12 + int(span[1][5:]) - int(span[0][5:]) + 1


def _ticks(months: int) -> Any:
    if months > 30:
        return {"interval": "year", "step": 1 if months <= 180 else 2 if months <= 300 else 5}
    return {"interval": "month", "step": 1 if months <= 9 else 3}


def _after(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"


def _numbers(day: str) -> str:
    """Year, month from 0, day, as JavaScript counts them."""
    year, month, number = map(int, day.split("-"))
    return f"{year}, {month - 1}, {number}"


def _counts(altair: Any, data: Any, span: list[str], bounds: Range) -> Any:
    scale = altair.Scale(domain=[LABELS[quad] for quad in QUADS], range=[COLOURS[quad] for quad in QUADS])
    legend = altair.Legend(title=None, orient="top", direction="horizontal", labelFontSize=11, symbolType="square")
    whole = altair.Axis(title="Events", format="~s", labelExpr="abs(datum.value)", tickMinStep=1, tickCount=5)
    bars = altair.Chart(data).mark_bar(binSpacing=1)
    return bars.encode(
        x=_month(altair, span, labels=False),
        y=altair.Y("sum(bar):Q", axis=whole, scale=altair.Scale(domain=list(bounds), nice=True)),
        color=altair.Color("class:N", scale=scale, legend=legend),
        order=altair.Order("order:Q"),
        tooltip=[altair.Tooltip("utcyearmonth(month):T", title="month"), "class:N", "events:Q", "reports:Q"],
    ) + _zero(altair)


def _sums(altair: Any, data: Any, span: list[str], bounds: Range) -> Any:
    axis = altair.Axis(title="Goldstein sum", tickCount=3)
    dots = {"size": 14, "color": SCORE} if months_of(span) <= 60 else False
    line = altair.Chart(data).mark_line(color=SCORE, strokeWidth=1.3, strokeJoin="round", point=dots)
    return line.encode(
        x=_month(altair, span, labels=True).bandPosition(0.5),
        y=altair.Y("sum(goldstein):Q", axis=axis, scale=altair.Scale(domain=list(bounds), nice=True)),
        tooltip=[altair.Tooltip("utcyearmonth(month):T", title="month"), altair.Tooltip("sum(goldstein):Q")],
    ) + _zero(altair)


def _zero(altair: Any) -> Any:
    return altair.Chart(altair.Data(values=[{}])).mark_rule(color="#555555", strokeWidth=0.8).encode(y=altair.datum(0))


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        advice = "Run: pip install 'dragoman[charts]'."
        raise OutputError(f"{name} is not installed", "chart", advice) from error


def _svg(made: Any) -> bytes:
    return bytes(_library("vl_convert").vegalite_to_svg(_spec(made)).encode())


def _png(made: Any) -> bytes:
    return bytes(_library("vl_convert").vegalite_to_png(_spec(made), scale=2.0))


def _html(made: Any) -> bytes:
    """A page with the chart. vl-convert writes text into its script as it is: a name must not end that script."""
    page = _library("vl_convert").vegalite_to_html(_spec(made).replace("<", _LESS), bundle=True)
    return bytes(str(page).replace(_LESS, "\\u003c").encode())


_LESS: Final = "\ue010"  # stands for "<" on the way through vl-convert


def _spec(made: Any) -> str:
    return str(made.to_json(indent=None))


def _json(made: Any) -> bytes:
    return str(made.to_json(indent=1)).encode() + b"\n"


WRITERS: Final = {".svg": _svg, ".png": _png, ".html": _html, ".json": _json}
