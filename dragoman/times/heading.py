"""The words of a report to the date that stands alone on one of its first lines: the day of publication, if any."""

from datetime import date
from typing import Final

from dragoman.times.meaning import Scene
from dragoman.times.named import Dated
from dragoman.times.read_dates import day_first, iso, month_first, weekday
from dragoman.times.words import PARAGRAPH, Words

LINES: Final = 4  # headline, byline and their like come before it
FAR: Final = 80  # words


def heading_day(w: Words) -> date | None:
    """The full date that fills one of the first lines ("June 13, 2005"), None if there is none."""
    line = 0
    for i in range(min(w.size, FAR)):
        if w.low[i] == PARAGRAPH or (i and "\n" not in w.text[w.start[i - 1] : w.start[i]]):
            continue
        line += 1
        if line > LINES:
            break
        for reader in (iso, weekday, month_first, day_first):
            got = reader(w, i)
            if got and _fills(w, got[1]) and isinstance(got[0], Dated) and got[0].year and got[0].day:
                found = got[0].settle(Scene(None))
                return found.start if found else None
    return None


def _fills(w: Words, after: int) -> bool:
    """Whether the line ends at word `after`."""
    return after >= w.size or "\n" in w.text[w.end[after - 1] : w.start[after] + 1]
