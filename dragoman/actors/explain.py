"""A name or description and a day -> every actor that it may mean then, which of them is meant, and why.

explain("Lavrov", date(2010, 5, 1)).candidates[0]      # Candidate(id="person:sergei-lavrov", wins=True, ...)
explain("Russian foreign minister", date(2010, 5, 1))  # who holds the office on that day
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from dragoman.actors import own_store
from dragoman.actors.explain_roles import Held, kind_of, roles_of, source_of
from dragoman.actors.explain_titles import holders
from dragoman.actors.registry import Entry, Leader, NameKind, Registry, State, registry

CLOSE: Final = 0.8  # of the letters in common and in order: what a slip of the pen leaves
SIMILAR: Final = 5  # names to show
ROLE_WORDS: Final = (
    "In a report, country, sector and role are read from the words round it: “Kenyan Foreign Minister NAME”, "
    "“NAME, who heads the rebel delegation”."
)
SURNAMES: Final = "a surname alone means a person where the report has the full name, or while in office"
PLACE: Final = "a place; the government where it acts, as in “NAME rejected the offer”"
# what the kind of a name is called here, and what is known by it
KINDS: Final = {
    NameKind.NAME: "name",
    NameKind.ALIAS: "alias",
    NameKind.ACRONYM: "acronym",
    NameKind.ADJECTIVE: "demonym",
    NameKind.PEOPLE: "people",
    NameKind.CAPITAL: "capital",
    NameKind.METONYM: "metonym",
    NameKind.SURNAME: "surname",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that a name may mean.

    `matched` is the kind of name, `text` the name as the registry has it. `country`, `sector` and `role` hold on the
    day asked for, "" where it has none then; `roles` are all, `known` whether the name is in use on that day.
    """

    id: str
    name: str
    kind: str
    matched: str
    text: str
    country: str
    sector: str
    role: str
    known: bool
    own: bool
    source: str
    roles: tuple[Held, ...]
    wins: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader made of the name in a text: the actor of the mention, and how it was found."""

    words: str
    id: str
    name: str
    country: str
    sector: str
    how: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The candidates, the one that is meant first; what is to be said of them all; names of close spelling."""

    asked: str
    on: date | None
    candidates: tuple[Candidate, ...]
    verdict: str
    similar: tuple[str, ...] = ()
    text: str = ""
    read: tuple[Read, ...] = field(default=())


def explain(name: str, on: date | None = None, text: str = "") -> Explanation:
    """Who `name` means on the day `on` (None: now and always), in `text` if it is given. Never raises on odd names.

    Raises ActorsError when the user's own actors cannot be read.
    """
    asked = " ".join(name.encode("utf-8", "replace").decode("utf-8").split())  # a command line may hold half a letter
    found, how = _entries(asked, on)
    verdict = ""
    if found:
        candidates, verdict = _judged(_candidates(found, on, how), on)
    elif (office := holders(asked, on)) is not None:
        entries = [Entry(asked, NameKind.NAME, leader) for leader in office.leaders]
        candidates = [replace(one, why=office.why) for one in _candidates(entries, on, "description")]
        candidates = [replace(one, wins=n == 0) for n, one in enumerate(candidates)]
        verdict = office.verdict
    else:
        candidates = _titled(asked, on)
        if not candidates:
            verdict = f"Nobody of that name is known. {ROLE_WORDS}"
        elif not candidates[0].wins:
            verdict = f"Nobody of that name held that office {_day(on)}: the words of the report decide who it is."
    similar = () if candidates or verdict.startswith("“") else _similar(asked)
    read = _read(asked, text, on) if text else ()
    return Explanation(asked, on, tuple(candidates), verdict, similar, text, read)


def _day(on: date | None) -> str:
    return f"on {on}" if on else "now"


def _titled(name: str, on: date | None) -> list[Candidate]:
    """As in "President Putin": the persons of that name, those of that title first."""
    words = name.split()
    for cut in range(len(words) - 1, 0, -1):
        title, rest = " ".join(words[:cut]).lower(), " ".join(words[cut:])
        role = registry().role(title)
        if role is None or not role.person:
            continue
        found, _ = _entries(rest, on)
        persons = _candidates([entry for entry in found if isinstance(entry.record, Leader)], on, "title")
        fits = [one for one in persons if one.known and title in one.role.lower()]
        return [
            replace(
                one,
                wins=fits[:1] == [one],
                why=f"is {one.role} then" if one in fits else f"is no {title} then",
            )
            for one in sorted(persons, key=lambda one: one not in fits)
        ]
    return []


def _entries(name: str, on: date | None) -> tuple[list[Entry], str]:
    """The entries of a name as written, else in any case, else without accents; and how they were found."""
    found = registry()
    for text in dict.fromkeys((name, name.removeprefix("the ").removeprefix("The "))):
        if entries := found.lookup(text, on):
            return list(entries), ""
    if entries := found.lookup_folded(name, on):
        return list(entries), "other letter case"
    if texts := _bare_names(found).get(_bare(name)):
        return [entry for text in texts for entry in found.lookup(text, on)], "without accents"
    return [], ""


def _bare(text: str) -> str:
    low = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in low if not unicodedata.combining(c)).split())


def _bare_names(found: Registry) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for text in found.names:
        key = _bare(text)
        out[key] = (*out.get(key, ()), text)
    return out


def _candidates(entries: Iterable[Entry], on: date | None, how: str) -> list[Candidate]:
    """One for each actor, in the order of the entries, with all the kinds of name that lead to it."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.record.id, []).append(entry)
    return [_candidate(held, on, how) for held in found.values()]


def _candidate(entries: list[Entry], on: date | None, how: str) -> Candidate:
    entry = entries[0]
    record = entry.record
    roles = roles_of(entry, on)
    now = [role for role in roles if role.holds]
    held = now[-1] if now else None
    own = own_store.by_id().get(record.id)
    kinds = dict.fromkeys(KINDS[one.kind] for one in entries)
    matched = how if how == "description" else ", ".join((*kinds, how) if how else kinds)
    known = held is not None if isinstance(record, Leader) else entry.on(on)
    return Candidate(
        id=record.id,
        name=record.name_on(on) if isinstance(record, State) else record.name,
        kind=kind_of(record),
        matched=matched,
        text=entry.text,
        country=held.country if held else _lasting(roles),
        sector=held.sector if held else "",
        role=held.title if held else "",
        known=known,
        own=own is not None,
        source=held.source if held else source_of(entry),
        roles=roles,
    )


def _lasting(roles: tuple[Held, ...]) -> str:
    """The country that all roles have in common."""
    countries = {role.country for role in roles}
    return countries.pop() if len(countries) == 1 else ""


def _judged(found: list[Candidate], on: date | None) -> tuple[list[Candidate], str]:
    """The candidates with the one that is meant first, and each with the reason why it is or is not."""
    day = _day(on)
    names = [one for one in found if not one.matched.startswith("surname")]
    first = next((one for one in (*names, *found) if one.known), names[0] if names else None)
    judged = []
    for one in sorted(found, key=lambda one: one is not first):
        judged.append(replace(one, wins=one is first, why=_why(one, first, found, day)))
    if first is None:
        return judged, f"Nobody of that surname is known to hold an office {day}: {SURNAMES}. {ROLE_WORDS}"
    return judged, ""


def _why(one: Candidate, first: Candidate | None, found: list[Candidate], day: str) -> str:
    if one is first:
        if not one.known:
            return f"not in use {day}, but the {'only' if len(found) == 1 else 'likeliest'} meaning known"
        if one.matched.startswith(("capital", "metonym")):
            return PLACE.replace("NAME", one.text)
        if one.matched.startswith("surname"):
            return f"in office {day}; {SURNAMES}"
        if len(found) == 1:
            return "the only meaning known"
        if one.own:
            return "your own actors come first"
        return f"in use {day}, and the likeliest of them: the report's countries may decide otherwise"
    if not one.known:
        return f"holds no office {day}" if one.kind == "person" else f"not in use {day}"
    if one.matched.startswith("surname"):
        return "a surname: meant where the report has the full name, or a title that fits"
    return "in use too: meant where the report is about its country"


def _similar(name: str) -> tuple[str, ...]:
    """Names of close spelling, the closest first."""
    wanted, scored = _bare(name), []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for key, texts in _bare_names(registry()).items():
        if abs(len(key) - len(wanted)) > max(2, len(wanted) // 4):
            continue
        matcher.set_seq1(key)
        if (
            matcher.real_quick_ratio() >= CLOSE
            and matcher.quick_ratio() >= CLOSE
            and (ratio := matcher.ratio()) >= CLOSE
        ):
            scored.append((-ratio, texts[0]))
    return tuple(text for _, text in sorted(scored)[:SIMILAR])


def _read(name: str, text: str, on: date | None) -> tuple[Read, ...]:
    """What the reader makes of each place in `text` where the name's words stand."""
    from dragoman import language, reports
    from dragoman.actors import resolve

    report = reports.from_text(text, published=on)
    doc = language.parse(report.text)
    words, out = set(_bare(name).split()), []
    for mention in resolve(report, doc).mentions:
        said = report.text[slice(*mention.span)]
        if words & set(_bare(said).split()):
            out += [
                Read(said, actor.id, actor.name, actor.country or "", actor.sector or "", mention.how)
                for actor in mention.actors
            ]
    return tuple(dict.fromkeys(out))
