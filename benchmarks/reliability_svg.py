"""Sets of confidences with their outcomes -> a reliability diagram as SVG, one panel a set."""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Final

from benchmarks.reliability import Bin, Point, bins, ece

SIDE: Final = 250  # of a panel's square, in pixels
LEFT, TOP, GAP, BELOW = 58, 64, 66, 54
INK, GREY, FAINT, DOT = "#1f2933", "#6b7785", "#dfe4ea", "#1f5fa8"
TICKS: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
Z: Final = 1.96  # 95 % intervals


def drawing(sets: Mapping[str, Sequence[Point]]) -> str:
    """The diagram; dots are bins of equally many readings, whiskers their 95 % interval (Wilson 1927)."""
    width = LEFT + len(sets) * SIDE + (len(sets) - 1) * GAP + 24
    height = TOP + SIDE + BELOW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="Helvetica, Arial, sans-serif" font-size="12" fill="{INK}">',
        "<title>Reliability diagram: confidence against the share that is right</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for n, (name, points) in enumerate(sets.items()):
        parts += _panel(LEFT + n * (SIDE + GAP), name, points)
    return "\n".join((*parts, "</svg>")) + "\n"


def _panel(x: float, name: str, points: Sequence[Point]) -> Iterator[str]:
    title, _, rest = name.partition(", ")
    yield _text(x, TOP - 40, title[:1].upper() + title[1:], weight="bold", anchor="start")
    yield _text(x, TOP - 24, rest, anchor="start")
    yield _text(x, TOP - 8, f"{len(points)} readings, ECE {ece(points):.3f}", fill=GREY, anchor="start")
    for tick in TICKS:
        at = _at(x, tick, tick)
        yield _line(at[0], TOP, at[0], TOP + SIDE, FAINT)
        yield _line(x, at[1], x + SIDE, at[1], FAINT)
        yield _text(at[0], TOP + SIDE + 16, f"{tick:.1f}", fill=GREY)
        yield _text(x - 8, at[1] + 4, f"{tick:.1f}", fill=GREY, anchor="end")
    yield _line(*_at(x, 0, 0), *_at(x, 1, 1), GREY, dashes="5 4")
    yield _text(x + SIDE / 2, TOP + SIDE + 38, "confidence")
    yield (
        f'<text transform="translate({x - 40:.1f} {TOP + SIDE / 2:.1f}) rotate(-90)" text-anchor="middle">'
        "share that is right</text>"
    )
    for one in bins(points):
        low, high = _wilson(one)
        yield _line(*_at(x, one.said, low), *_at(x, one.said, high), DOT, width=1.5)
        centre = _at(x, one.said, one.right)
        yield f'<circle cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="4" fill="{DOT}"/>'


def _at(x: float, said: float, right: float) -> tuple[float, float]:
    return x + said * SIDE, TOP + (1 - right) * SIDE


def _wilson(one: Bin) -> tuple[float, float]:
    n, p = one.count, one.right
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return middle - half, middle + half


def _line(x1: float, y1: float, x2: float, y2: float, ink: str, *, width: float = 1, dashes: str = "") -> str:
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{ink}" stroke-width="{width:g}"{dash}/>'
    )


def _text(x: float, y: float, words: str, *, fill: str = INK, weight: str = "normal", anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}" font-weight="{weight}">{words}</text>'
