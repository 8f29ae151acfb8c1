"""A name of an organisation or a facility -> the place inside it: "Lima Police Department", "University of Lima"."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dragoman.places.choice import candidates
from dragoman.places.gazetteer import gazetteer
from dragoman.places.names import key
from dragoman.places.recognise_tree import Layout
from dragoman.places.recognise_words import CIVIC, FEATURES, MEDIA, NAMED_AFTER, WORDS
from dragoman.places.schema import Kind

# name, the places in it. tests/places/test_places_recognise.py reads this table.
EXAMPLES: Final = (
    ("Arequipa Police Department", ("Arequipa",)),
    ("University of Zagreb", ("Zagreb",)),
    ("Central Bank of Kenya", ("Kenya",)),
    ("Nairobi City Council", ("Nairobi",)),
    ("Air Malta", ("Malta",)),
    ("Manila Times", ()),
    ("Best Buy", ()),
    ("Kingfisher Holdings", ()),
)
LARGE: Final = 4.2  # the weight of a town of 15,000
LISTED: Final = 1.0  # less for a name among the alternate ones only
LINKS: Final = frozenset(("of", "in", "at", "for"))
DIVISIONS: Final = frozenset(("county", "parish", "township"))  # part of the name: "Lincoln County"
WIDEST: Final = 4  # tokens of a place inside another name
FIRSTS: Final = frozenset(("air", "radio", "royal", "bank"))  # "Air Malta", "Radio Tirana"
CORPORATE: Final = frozenset("corporation company corp inc co ltd plc group voice peanut".split())


def inside(layout: Layout, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places in the name at the tokens `start:end` by which the thing is where they are."""
    if end - start == 1 or layout.low[end - 1] in MEDIA:
        return
    for k in range(start + 1, end):
        link = layout.low[k - 1]
        if link in LINKS and k - 1 > start and layout.low[start] not in CORPORATE:
            if size := longest(layout, k, end):
                yield k, k + size
        elif k == start + 1 and link in FIRSTS and (size := longest(layout, k, end)) and k + size == end:
            yield k, k + size
    size = longest(layout, start, end)
    if size and _owns(layout, start, start + size, end):
        yield start, start + size


def named_for(layout: Layout, start: int, end: int) -> str | None:
    """The place that a facility is named for: "Kabul" of "Kabul Airport"; None if no part of the name is known."""
    size = longest(layout, start, end)
    rest = layout.low[start + size : end]
    if size and NAMED_AFTER.isdisjoint(rest) and all(_civic(word) or word in FEATURES for word in rest):
        return " ".join(layout.text[start : start + size])
    for k in range(start + 1, end):
        if layout.low[k - 1] in LINKS and (size := longest(layout, k, end)):
            return " ".join(layout.text[k : k + size])
    return None


def longest(layout: Layout, start: int, end: int) -> int:
    """How many tokens from `start` on are a place that the gazetteer knows, the longest; 0 for none."""
    for stop in range(min(end, start + WIDEST), start, -1):
        last = layout.low[stop - 1]
        if not layout.text[stop - 1][:1].isupper() or (last in FEATURES and stop - start == 1):
            continue
        text = " ".join(layout.text[start:stop])
        if last in DIVISIONS and stop - start > 1 and gazetteer().named(key(text)):
            return stop - start
        if last in CIVIC and last not in DIVISIONS and not (last == "city" and gazetteer().named(key(text))):
            continue
        if text.lower() not in WORDS and known(text):
            return stop - start
    return 0


def _owns(layout: Layout, start: int, stop: int, end: int) -> bool:
    """Whether the place `start:stop` is whose thing it is; a first word before others may be a person's name."""
    if stop < end and _civic(layout.low[stop]):
        return True
    sure = stop - start > 1 or nature(layout.text[start])[0] or layout.text[start].endswith(".")
    return sure and any(_civic(layout.low[k]) for k in range(stop, end))


def _civic(word: str) -> bool:
    return word in CIVIC or word.removesuffix("s") in CIVIC


def known(name: str) -> bool:
    """Whether the gazetteer has a place of this name that is not too small to be meant without more words."""
    return weight(name) >= LARGE


@lru_cache(maxsize=1 << 14)
def weight(name: str) -> float:
    """How much the largest place of this name weighs (log10 of its people, or a rank); 0 for none."""
    found = candidates(" ".join(name.split()))
    return max((entry.weight - (0 if entry.own else LISTED) for entry in found), default=0.0)


@lru_cache(maxsize=1 << 14)
def nature(name: str) -> tuple[bool, bool]:
    """Whether the name is a country's, and whether it is a capital's; others stand for no government."""
    found = [entry for entry in candidates(name.removeprefix("the ")) if entry.own]
    return any(entry.kind is Kind.COUNTRY for entry in found), any(entry.kind is Kind.CAPITAL for entry in found)


@lru_cache(maxsize=1 << 14)
def division(name: str) -> bool:
    """Whether a state or province has this name: it has a government, too."""
    return any(entry.own and entry.kind is Kind.STATE for entry in candidates(name))


@lru_cache(maxsize=1 << 14)
def may_be_river(name: str) -> bool:
    """Whether a name with an article means a river: one bears it, or nothing does that has an article in English."""
    base = key(name)
    found = gazetteer().named(base)
    if gazetteer().named(f"the {base}") or base.endswith("s") or base in ("hague", "bronx", "vatican", "capitol"):
        return False
    if gazetteer().named(f"{base} river"):
        return all(entry.kind is not Kind.COUNTRY or base in ("niger", "jordan") for entry in found)
    return all(entry.kind in (Kind.TOWN, Kind.COUNTY) and not entry.ranked for entry in found)
