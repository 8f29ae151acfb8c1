"""Records -> words for people: a name with its code, a date, a shortened quotation, text without control characters."""

import re
from typing import Final

from dragoman.records import Actor, Place, Precision, Report, Spans, When

# C0 and C1 controls, and the characters that turn or hide the writing of a line: a report could otherwise move the
# cursor of a terminal, or show other words than it holds. Each is shown as U+FFFD, so that offsets stay.
CONTROL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
SHOWN: Final = "\ufffd"
BLANKS: Final = re.compile(r"\s+")
QUOTE_WIDTH: Final = 160  # code points of a quotation in a table; the sentence it is from stands beside it in full


def visible(text: str) -> str:
    """`text` with each control character as U+FFFD; as long as before, tabs and line ends kept."""
    return CONTROL.sub(SHOWN, text)


def one_line(text: str) -> str:
    """`text` on one line: control characters shown, runs of white space as one blank."""
    return visible(BLANKS.sub(" ", text)).strip()


def shortened(text: str, width: int = QUOTE_WIDTH) -> str:
    """`text` on one line; where longer than `width` code points it is cut after a word and ends in "…"."""
    line = one_line(text)
    if len(line) <= width:
        return line
    cut = line.rfind(" ", 1, width)
    return line[: cut if cut > width // 2 else width - 1].rstrip(" ,;:") + "…"


def quoted(report: Report, spans: Spans, width: int = QUOTE_WIDTH) -> str:
    """The report's words at `spans`, pieces joined by "...", shortened."""
    return shortened(" ... ".join(report.text[start:end] for start, end in spans), width)


def name(actor: Actor | None, empty: str = "") -> str:
    """An actor's name with country and sector: "Hua Chunying (CHN GOV)"."""
    if actor is None:
        return empty
    code = " ".join(part for part in (actor.country, actor.sector) if part)
    return one_line(f"{actor.name} ({code})" if code else actor.name)


def names(actors: tuple[Actor, ...]) -> str:
    """The actors of one side, in their order."""
    return ", ".join(name(actor) for actor in actors)


def day_words(when: When | None) -> str:
    """An interval in the shortest form that loses nothing: 2021-08-16, 2021-07, 2021, "2021-05-01 to 2021-06-30"."""
    if when is None:
        return ""
    start, end = when.start, when.end
    if start is None or end is None:
        return f"since {start}" if start else f"until {end}" if end else ""
    if start == end:
        return start.isoformat()
    if when.precision is Precision.MONTH and (start.year, start.month) == (end.year, end.month):
        return f"{start:%Y-%m}"
    if when.precision is Precision.YEAR and start.year == end.year:
        return f"{start:%Y}"
    return f"{start} to {end}"


def place_words(place: Place | None) -> str:
    """A place with its country: "Tianjin (CHN)"."""
    if place is None:
        return ""
    return one_line(f"{place.name} ({place.country})" if place.country else place.name)


def head_words(report: Report) -> tuple[str, str]:
    """The two head lines of a report: its title (else first words, else id), and what is known of its origin."""
    title = report.title or shortened(report.text[_opening(report) :], 80) or report.id
    facts = (
        report.published.isoformat() if report.published else "no date of publication",
        report.source,
        report.agency,
        report.byline,
        "/".join(place_words(place) for place in report.datelines),
        report.url,
        report.id,
    )
    return one_line(title), " | ".join(one_line(fact) for fact in facts if fact)


def _opening(report: Report) -> int:
    """Where the news begins: after a dateline, a byline and the like that the text opens with."""
    at = 0
    for start, end in sorted(report.boiler):
        if not report.text[at:start].strip():
            at = max(at, end)
    return at if report.text[at:].strip() else 0
