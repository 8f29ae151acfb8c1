"""Words to the currency they name (data/currencies.tsv): signs before a figure, names behind it, with adjectives."""

from collections.abc import Sequence
from functools import cache

from dragoman.events.forms import forms, noun_forms
from dragoman.events.lexicon import table


@cache
def before() -> dict[str, str]:
    """Sign or code that stands before a figure to its ISO 4217 code."""
    return {row["word"]: row["iso"] for row in table("currencies.tsv") if row["side"] == "before"}


@cache
def _names() -> dict[str, dict[str, str]]:
    """Name of a currency to the adjectives before it, "" for none, to its code; empty where a name alone is open."""
    found: dict[str, dict[str, str]] = {}
    for row in table("currencies.tsv"):
        if row["side"] == "after":
            found.setdefault(row["word"], {})[row["adjective"]] = row["iso"]
    return found


@cache
def _forms() -> dict[str, str]:
    return forms(sorted(_names()), noun_forms)


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(a for known in _names().values() for a in known if a)


def after(words: Sequence[str], i: int) -> tuple[str, int] | None:
    """The currency that `words[i:]` name and the index after it: "francs", "Swiss francs", "pounds sterling"."""
    if i >= len(words):
        return None
    adjective = words[i] if words[i] in _adjectives() else ""
    at = i + 1 if adjective and adjective not in _forms() else i
    while (
        adjective in ("north", "south", "sri", "new", "cfa")
        and at < len(words)
        and words[at] not in _forms()
        and at < i + 2
    ):
        at += 1  # "Sri Lankan rupees", "North Korean won"
    name = _forms().get(words[at]) if at < len(words) else None
    if name is None:
        return None
    known = _names()[name]
    code = known.get(adjective if at > i else "", known.get("", ""))
    end = at + 1
    if end < len(words) and words[end] == "sterling":
        end += 1
    return code, end
