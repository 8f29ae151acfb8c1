"""Registry hits of one report -> the same with meanings in the order of the report's countries, foreign ones dropped.

"Congress" in a report from Lagos that never speaks of the United States is not the American one, "Korean" in one from
Seoul is South Korean, and an acronym of another country's party is no mention of that party.
"""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.actors.mentions_names import Hit
from dragoman.actors.registry import Body, Entry, Group, Leader, NameKind, State

# Names made of these words alone are borne by bodies and parties of many countries. id, words; the examples are tests.
GENERIC: Final = (
    (
        "bodies",
        """foreign home office congress senate house of representatives national assembly supreme court central bank
        ministry defence defense justice department energy commerce treasury army navy air force coast guard security
        council police commons lords joint chiefs staff federal""",
        "Foreign Office",
        "Pentagon",
    ),
    (
        "parties",
        """republican democratic democrats republicans labour labor conservative conservatives liberal liberals
        socialist socialists communist communists green greens party people's peoples republic social christian new
        progressive the freedom liberation revolutionary armed forces unity popular national front movement
        justice alliance centre center workers' workers rally union reform radical""",
        "Republican Party",
        "Likud",
    ),
)
WORDS: Final = frozenset(word for _, words, _, _ in GENERIC for word in words.split())
SHORT: Final = 4  # letters: acronyms up to this length are used over again


def in_context(hits: list[Hit], home: str | None, on: date | None) -> tuple[list[Hit], set[str]]:
    """The hits that are meant, and the names of those that are not. `home` is the country of the dateline."""
    counts = _sure(hits, on)
    order = [code for code, _ in counts.most_common() if code != home]
    rank = {code: n for n, code in enumerate(([home] if home else []) + order)}
    kept: list[Hit] = []
    dropped: set[str] = set()
    for hit in hits:
        entries = hit.entries
        if len(entries) > 1:
            entries = tuple(
                sorted(entries, key=lambda e: (not e.on(on), rank.get(country_of(e) or "", len(rank)), not _medium(e)))
            )
        if _foreign(entries[0], counts, home):
            dropped.add(entries[0].text.replace("’", "'"))
            continue
        kept.append(hit if entries == hit.entries else replace(hit, entries=entries))
    return kept, dropped


def _medium(entry: Entry) -> bool:
    """Whether a name may mean a news agency, which is quoted in reports from anywhere: AFP, SPA."""
    return isinstance(entry.record, Body) and entry.record.sector == "MED"


def country_of(entry: Entry) -> str | None:
    """The country of the record that a name may mean."""
    record = entry.record
    if isinstance(record, State):
        return record.code
    return record.country if isinstance(record, (Body, Group)) else None


def generic(name: str) -> bool:
    """Whether bodies or parties of several countries have this name."""
    return all(word in WORDS for word in name.lower().replace("’", "'").split())


def _sure(hits: list[Hit], on: date | None) -> Counter[str]:
    """How often each country is named by names that mean one country only."""
    counts: Counter[str] = Counter()
    unsure: list[Entry] = []
    for hit in hits:
        valid = [entry for entry in hit.entries if entry.on(on)] or list(hit.entries)
        codes = {country_of(entry) for entry in valid}
        first = valid[0]
        if isinstance(first.record, Leader):
            office = first.record.office_on(on) if first.kind is not NameKind.SURNAME else None
            if office is not None and office.country:
                counts[office.country] += 1
            continue
        if len(codes) > 1 and isinstance(first.record, State) and first.kind in (NameKind.NAME, NameKind.ALIAS):
            unsure.append(first)  # "Congo" settles whose "Congolese" is
        if len(codes) == 1 and isinstance(first.record, (State, Body, Group)) and not _doubtful(first):
            counts[country_of(first) or ""] += 1
    for entry in unsure:
        counts[country_of(entry) or ""] += 0 if counts else 1
    counts.pop("", None)
    return counts


def _doubtful(entry: Entry) -> bool:
    if not isinstance(entry.record, (Body, Group)):
        return False
    return generic(entry.text) or (entry.kind is NameKind.ACRONYM and len(entry.text) <= SHORT)


def _foreign(entry: Entry, counts: Counter[str], home: str | None) -> bool:
    """Whether a doubtful name belongs to a country that the report is not about."""
    code = country_of(entry)
    if code is None or code == home or not _doubtful(entry) or not (counts or home):
        return False
    if entry.kind is NameKind.ACRONYM and isinstance(entry.record, Body):
        return False  # the CIA is the CIA everywhere
    return counts[code] == 0 or (home is not None and generic(entry.text) and counts[code] <= counts[home] + 1)
