"""Words to festivals: "Christmas Eve", "the New Year", "Easter Sunday 1916", "Easter week"."""

from functools import cache

from dragoman.times.festivals import table as festivals
from dragoman.times.named import Named
from dragoman.times.parts import WeekOf
from dragoman.times.read_dates import Read, year_at
from dragoman.times.words import Words, words_of_text


@cache
def festivals_by_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to the festivals that begin with it, as words and name, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(festivals()):
        words = words_of_text(name)
        out.setdefault(words.low[0], []).append((words.low[: words.size], name))
    return {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in out.items()}


def feast(w: Words, i: int) -> Read | None:
    """A festival with a capital ("Christmas Eve", "the New Year", "Easter Sunday 1916"), the longest name first."""
    if w.low[i] == "the":
        got = feast(w, i + 1)
        return got if got and w.low[i + 1] in ("new", "fourth") else None
    names = festivals_by_word().get(w.low[i])
    if names is None or not w.capital(i):
        return None
    for words, name in names:
        at = i + len(words)
        if _straight(w.low[i:at]) == words and w.capital(at - 1 if words[-1] != "s" else i):
            year = year_at(w, at + 1 if w.low[at] in (",", "of") else at)
            if w.low[at] == "week":
                return WeekOf(Named(name)), at + 1
            return (Named(name, year[0]), year[1]) if year else (Named(name), at)
    return None


def _straight(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("'" if word == "’" else word for word in words) if "’" in words else words
