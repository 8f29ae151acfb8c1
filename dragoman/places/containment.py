"""The words between two place names, or after one -> which name holds the other: "Paris, Texas", "X in northern Y"."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple, Protocol

# How sure a form is: a comma is proof where a candidate lies inside, "in" and "of" are hints.
HARD: Final = 2
SOFT: Final = 1


class Form(NamedTuple):
    """`pattern` matches all of the gap between two names; `outer_last` says whether the second holds the first."""

    id: str
    pattern: re.Pattern[str]
    outer_last: bool
    strength: int
    fires: str  # an example in which [] are round the two names
    silent: str


_PART: Final = r"(?:the )?(?:(?:far |mid-?)?(?:north|south|east|west|central|upper|lower)[a-z-]{0,9} )?"
_KIND: Final = (
    r"(?:town|city|village|capital|port|province|state|county|district|region|island|area|suburb|hamlet|resort|enclave"
    r"|municipality|governorate|neighbou?rhood|territory|prefecture|department|oblast|republic)"
)
FORMS: Final = (
    Form("comma", re.compile(r",\s{1,2}"), True, HARD, "in [Paris], [Texas], on Friday", "[Paris]; [Texas]"),
    Form("bracket", re.compile(r"\s{0,2}[(\[]"), True, HARD, "at [Hyderabad] ([Pakistan])", "[Hyderabad]) [Pakistan]"),
    Form("comma in", re.compile(rf", (?:in|of) {_PART}(?:{_KIND} of )?"), True, HARD,
         "the other [Valencia], in eastern [Spain]", "[Valencia], which in [Spain]"),
    Form("in", re.compile(rf",? (?:in|of|inside) {_PART}(?:{_KIND} of )?"), True, SOFT,
         "[Tripoli] in northern [Lebanon]", "[Tripoli] fell in love with [Lebanon]"),
    Form("capital", re.compile(rf", (?:the|a) (?:\w+ ){{0,2}}{_KIND} (?:in|of) {_PART}"), True, SOFT,
         "[Gori], a central town of [Georgia]", "[Gori], a friend of [Georgia]"),
    Form("owner", re.compile(rf"['’]s?,? (?:\w+ ){{0,2}}(?:{_KIND} (?:of |, )?)?"), False, SOFT,
         "[Syria]'s northern city of [Manbij]", "[Syria] and [Manbij]"),
    Form("people", re.compile(rf" (?:\w+ ){{0,2}}{_KIND}s?,? (?:of )?"), False, SOFT,
         "the [Syrian] border town of [Qamishli]", "the [Syrian] army left [Qamishli]"),
)  # fmt: skip

_LIST: Final = re.compile(r"(?:,\s|,? and |,? or )")
_ABBREVIATED: Final = re.compile(r",\s{1,2}([A-Z][A-Za-z.]{1,13}(?: [A-Z][a-z]{3,11}\.?)?)")
_POSTAL: Final = re.compile(r",\s{1,2}([A-Z]{2})\b(?!\.?[A-Za-z])")


class Spanned(Protocol):
    """What has offsets."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


def held_by(names: Sequence[Spanned], text: str) -> list[tuple[int, int, int]]:
    """(inner, outer, strength) for neighbouring names of `text`, by FORMS; whether it can be true is not looked at."""
    found = []
    for i in range(len(names) - 1):
        gap = text[names[i].end : names[i + 1].start] if names[i].end <= names[i + 1].start else ""
        if not gap or len(gap) > 60:
            continue
        for form in FORMS:
            if form.pattern.fullmatch(gap):
                pair = (i, i + 1) if form.outer_last else (i + 1, i)
                strength = SOFT if form.id == "comma" and _listed(names, i, text) else form.strength
                found.append((*pair, strength))
                break
    return found


def _listed(names: Sequence[Spanned], i: int, text: str) -> bool:
    """Whether the comma after name `i` is one of a list: "Jordan, Lebanon and Syria"."""
    if i + 2 < len(names) and _LIST.fullmatch(text[names[i + 1].end : names[i + 2].start][:8]):
        return "and" in text[names[i + 1].end : names[i + 2].start] or _chained(names, i, text)
    return False


def _chained(names: Sequence[Spanned], i: int, text: str) -> bool:
    """Whether at least three names follow one another with nothing but commas, and no fourth closes the pairs."""
    return i + 3 < len(names) and " and " in text[names[i + 2].end : names[i + 3].start][:8]


def listed_with(names: Sequence[Spanned], text: str) -> list[tuple[int, int]]:
    """(start, end) of runs of three or more names with nothing but commas and one "and" between them."""
    runs, start = [], 0
    for i in range(1, len(names) + 1):
        gap = text[names[i - 1].end : names[i].start][:8] if i < len(names) and text else ""
        if not _LIST.fullmatch(gap):
            if i - start > 2:
                runs.append((start, i))
            start = i
    return runs


def printed_after(text: str, end: int) -> str | None:
    """The state's name that an abbreviation after the name stands for: "Springfield, Ill.", "TYLER, TX"."""
    rest = text[end : end + 32]
    if not rest.startswith(","):
        return None
    if (found := _POSTAL.match(rest)) and found[1] in abbreviations():
        return abbreviations()[found[1]]
    if found := _ABBREVIATED.match(rest):
        for cell in (found[1], found[1].rstrip("."), found[1].split(" ")[0]):
            if cell in abbreviations():
                return abbreviations()[cell]
    return None


@cache
def abbreviations() -> dict[str, str]:
    """As "Ill.", "Ill" and "IL" -> "Illinois": those of US states, Canadian provinces, Australian states."""
    rows = (files("dragoman.places") / "data" / "abbreviations.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = {}
    for row in rows:
        name, cell = row.split("\t")
        found[name.removesuffix(" state")] = name
        for short in cell.split(";"):
            found[short] = name
            if len(short) > 2:
                found.setdefault(short.rstrip("."), name)
    return found
