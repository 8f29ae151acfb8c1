"""Words to times that come again: "every Thursday", "each year", "twice a week", "Mondays", "daily"."""

from dragoman.times.counts import count
from dragoman.times.read_counts import length, unit_at
from dragoman.times.read_dates import Read, month_of, weekday_number
from dragoman.times.relative import SOME, Every, Length
from dragoman.times.words import Words, lexicon, numbers_of


def every(w: Words, i: int) -> Read | None:
    """Such as "every day", "each Thursday", "every two weeks", "twice a week", "Mondays", "daily"."""
    low = w.low[i]
    if low in lexicon()["often"]:
        return Every(lexicon()["often"][low]), i + 1
    if low in ("every", "each"):
        return _every(w, i + 1, low.upper())
    how = count(w, i) if low not in ("once", "twice") else (1.0, i)
    often = how is not None and (low in ("once", "twice") or w.low[how[1]] == "times")
    if often and how is not None and w.low[how[1] + 1] in ("a", "per", "an", "each", "every"):
        unit = unit_at(w, how[1] + 2)
        if unit and not unit[2]:
            return Every(Length(unit[1], unit[0]).value), how[1] + 3
    if w.capital(i) and low.endswith("days") and low[:-1] in numbers_of("weekday"):
        return Every(f"XXXX-WXX-{numbers_of('weekday')[low[:-1]] + 1}"), i + 1
    return None


def _every(w: Words, i: int, quant: str) -> Read | None:
    if w.low[i] == "other":
        unit = unit_at(w, i + 1)
        if (other := weekday_number(w, i + 1)) is not None:
            return Every(f"XXXX-WXX-{other[0] + 1}", quant, "2W"), other[1]
        return (Every(Length(2, unit[0]).value, quant), i + 2) if unit else None
    if (unit := unit_at(w, i)) and not unit[2]:
        return Every(Length(unit[1], unit[0]).value, quant), i + 1
    if (day := weekday_number(w, i)) is not None:
        return Every(f"XXXX-WXX-{day[0] + 1}", quant, "1W"), day[1]
    if (month := month_of(w, i)) is not None:
        return Every(f"XXXX-{month[0]:02}", quant, "1Y"), month[1]
    if w.low[i] in lexicon()["season"]:
        return Every(f"XXXX-{lexicon()['season'][w.low[i]]}", quant, "1Y"), i + 1
    if w.low[i] in lexicon()["daypart"]:
        return Every(f"XXXX-XX-XX{lexicon()['daypart'][w.low[i]]}", quant), i + 1
    got = length(w, i)
    return (Every(got[0].value, quant), got[1]) if got and got[0].count != SOME else None
