"""A text (and the tags of its Doc, where it has any) to all its time phrases, in order and without overlap."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.times.bounds import relation_before
from dragoman.times.festivals import table as festivals
from dragoman.times.meaning import Meaning
from dragoman.times.named import Dated, Named, Weekday
from dragoman.times.read import phrase, ranged
from dragoman.times.read_counts import FILLING
from dragoman.times.read_feasts import festivals_by_word
from dragoman.times.read_vague import then
from dragoman.times.relative import SOME, Length, Today
from dragoman.times.words import PARAGRAPH, Words, lexicon, words_of_text

OPENERS: Final = frozenset("the a an more less fewer at up no half dozens scores hundreds tens thousands couple each every per q ' ’ ‘ these those recent current latest fiscal independence overnight tonight then year month recent current once twice fy h dawn dusk right".split())  # fmt: skip # noqa: E501
UNSURE: Final = frozenset({"may", "march", "august", "april", "june"})  # also verbs, nouns, adjectives, given names
JOINTS: Final = frozenset(
    {"to", "through", "until", "till", "-", "–", "—", "/"}
)  # what a range has in its middle; "and" only of a "between" or of two figures
LEADS: Final = frozenset(
    "in on since by until till from of last next this early late mid before after during through and to between or for "
    "at every each past coming ( - – — , around about that".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A time phrase: its meaning, words `first:after`, offsets of the core, its preposition's relation.

    `outer` is the first word of the preposition. `parts` are the two ends of a range with their offsets. `hidden` ones
    ("since then") have no TIMEX3. `hang` is 1 for a length that "after" follows ("two days after the vote"), -1 for
    "before", else 0.
    """

    meaning: Meaning
    first: int
    after: int
    start: int
    end: int
    relation: str
    outer: int
    hidden: bool = False
    hang: int = 0
    parts: tuple[tuple[Meaning, int, int], ...] = ()


@cache
def friends() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word to the names that only look like times, longest first, from data/friends.tsv."""
    rows = files("dragoman.times").joinpath("data/friends.tsv").read_text("utf-8").splitlines()[1:]
    out: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        words = words_of_text(row.split("\t")[0])
        out.setdefault(words.low[0], []).append(words.low[: words.size])
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in sorted(out.items())}


@cache
def openers() -> frozenset[str]:
    """Words that a phrase may begin with; everything else is passed over unread. Figures are looked at apart."""
    plurals = {f"{day}s" for day in lexicon()["weekday"]}
    return OPENERS.union(plurals, festivals_by_word(), *(table for kind, table in lexicon().items() if kind != "zone"))


CORES: Final = ("unit", "units", "weekday", "weekday_short", "month", "month_short", "season", "daypart", "dayparts")
MORE_CORES: Final = ("decades", "today", "vague", "often")


@cache
def cores() -> frozenset[str]:
    """Words of which every phrase has one, figures apart: days, units, festivals, "now", "then", "future"."""
    names = {word for name in festivals() for word in words_of_text(name).low if word.isalpha()}
    own = set(
        "half future past time then tonight overnight end q clock eighteen nineteen twenty thousand recent current "
        "term run period fy fiscal".split()
    )
    plurals = {f"{day}s" for day in lexicon()["weekday"]}
    return frozenset(names | own | plurals).union(*(lexicon()[kind] for kind in (*CORES, *MORE_CORES)))


# What "today's" only means the present of: "today's youth", "the leaders of tomorrow" of no day.
OF_NOW: Final = frozenset(
    "world youth youths youngsters teenagers generation generations society children kids students families parents "
    "standards women technology computers internet consumers culture economy russia america europe china".split()
)
TAILS: Final = frozenset({"-", "–", "/", ":", ".", "st", "nd", "rd", "th", "s", "am", "pm", "a", "p", "'", "’"})
FROM_FIGURE: Final = 6  # words from a figure to its core: "12 to 18 consecutive months"
LONGEST: Final = 10  # words from a phrase's first to its core: "no more than the first two and a half"


ARTICLES: Final = frozenset({"the", "a", "an", "that", "'", "’", "‘", "this", "at", "all", "about"})
# What may follow an article in a phrase, besides openers and cores: "the latest quarter", "the entire year".
AFTER_ARTICLE: Final = frozenset(
    "same corresponding comparable equivalent latest near distant short long entire full whole number dozen hundred "
    "thousand financial very opening closing least most six".split()
)


@cache
def _followers() -> frozenset[str]:
    return openers() | cores() | AFTER_ARTICLE | FILLING


def _may_begin(w: Words) -> list[bool]:
    """For each word, whether an opener with a core word or figure near enough after it."""
    begin, core, followers = openers(), cores(), _followers()
    out, near = [False] * w.size, 0
    for i in range(w.size - 1, -1, -1):
        low = w.low[i]
        figure = low[0].isdecimal()
        bears = low in core or (figure and (len(low) == 4 or w.low[i + 1] in TAILS))
        near = LONGEST if bears else near - 1
        if figure:
            out[i] = near > LONGEST - FROM_FIGURE
        elif near > 0 and low in begin:
            after = w.low[i + 1]
            out[i] = low not in ARTICLES or after[:1].isdecimal() or (after in followers and low not in "'’‘")
    return out


def find(w: Words) -> list[Found]:
    """All time phrases of the words, left to right, the longest reading at each place."""
    out: list[Found] = []
    i, may, names = 0, _may_begin(w), friends()
    while i < w.size:
        if not may[i]:
            i += (len(_friend(w, i)) or 1) if w.low[i] in names else 1
            continue
        skip = len(_friend(w, i))
        found = None if skip else _at(w, i)
        if found:
            out.append(found)
        i = found.after if found else i + (skip or 1)
    return out


def _friend(w: Words, i: int) -> tuple[str, ...]:
    for name in friends().get(w.low[i], ()):
        if w.low[i : i + len(name)] == name and (w.capital(i) or w.capital(i + len(name) - 1)):
            return name
    return ()


def _at(w: Words, i: int) -> Found | None:
    both = ranged(w, i) if _may_range(w, i) else None
    if both:
        meaning, one, two, after = both
        relation, outer = relation_before(w, i)
        parts = tuple((m, w.start[a], w.end[b - 1]) for m, (a, b) in ((meaning.first, one), (meaning.last, two)))
        return Found(meaning, i, after, w.start[i], w.end[after - 1], relation, outer, parts=parts)
    got = phrase(w, i)
    hidden = got is None and w.low[i - 1 : i] not in (("until",), ("till",), ("by",))  # "until then" is a TIMEX3
    got = got or then(w, i)
    if got is None or not plausible(w, i, got[1], got[0]):
        return None
    relation, outer = relation_before(w, i)
    hang = {"after": 1, "before": -1}.get(w.low[got[1]], 0) if isinstance(got[0], Length) else 0
    hidden = hidden or (hang != 0 and getattr(got[0], "count", 0) == SOME)  # "hours after": too vague for a TIMEX3
    return Found(got[0], i, got[1], w.start[i], w.end[got[1] - 1], relation, outer, hidden, hang)


def _may_range(w: Words, i: int) -> bool:
    ahead = w.low[i + 1 : i + LONGEST]
    if not JOINTS.isdisjoint(ahead):
        return True
    if "and" not in ahead:
        return False
    return w.low[i - 1 : i] == ("between",) or w.low[i + 2 + ahead.index("and")].isdecimal()


def plausible(w: Words, i: int, after: int, meaning: Meaning) -> bool:
    """Whether the words alone let it be a time: no paragraph end inside, and words such as "May" used as a month."""
    if PARAGRAPH in w.low[i:after]:
        return False
    if _titled(w, i, after):
        return False
    if isinstance(meaning, Length):
        return _is_time(w, i, after, meaning)
    if isinstance(meaning, Today) and w.low[after] in ("'", "’") and w.low[after + 2] in OF_NOW:
        return False
    bare = isinstance(meaning, (Dated, Weekday, Named)) and after == i + 1
    if not bare or w.low[i] not in UNSURE or w.low[i + 1].isdecimal():
        return True
    before = w.low[i - 1] if i else ""
    if before in LEADS and not (before == "," and w.low[i] == "may"):
        return True
    if w.low[i] == "march" and w.low[after] in ("for", "of", "against", "on"):
        return False
    opens = before in ("", PARAGRAPH, ".", '"', "“", "?", "!", ":", "''", "``")
    return not opens and not w.capital(after)


def _titled(w: Words, i: int, after: int) -> bool:
    """Whether it is part of a name by its capitals: "the Daily Star", "VOA Today", "on ABC's "This Week"."""
    if not w.capital(i):
        return False
    if w.low[i] in lexicon()["often"]:
        return w.capital(after)
    if w.low[i] in lexicon()["today"]:
        return i > 0 and w.capital(i - 1) and not w.glued(i)
    quoted = i > 0 and w.low[i - 1] in ('"', "“", "'", "‘", "`")
    return quoted and after == i + 2 and w.capital(i + 1) and w.low[i + 1] in lexicon()["unit"]


def _is_time(w: Words, i: int, after: int, length: Length) -> bool:
    """Not "a second", "one day" of a tale, nor "some years" in a count of somebody's age ("aged", "years old")."""
    if w.low[after : after + 1] == ("old",) or w.low[i - 1 : i] == ("aged",):
        return False
    return not (length.count == SOME and w.low[i] in ("some", "many") and length.side == 0 and w.low[i] == "many")
