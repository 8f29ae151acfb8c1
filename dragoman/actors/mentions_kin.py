"""Persons of one surname -> which of them "the younger Bush" and "the elder Aliyev" are; corrects the namings in place.

Who is whose son is read from the words beside the full names, else from who held an office first.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from dragoman.actors.page import Page

if TYPE_CHECKING:
    from dragoman.actors.mentions_persons import Naming, Person

ELDER: Final = frozenset("elder older senior".split())
YOUNGER: Final = frozenset("younger junior".split())
# What somebody is called who is older, or younger, than whoever is spoken of.
FOREBEARS: Final = frozenset("father mother uncle aunt grandfather grandmother father-in-law".split())
OFFSPRING: Final = frozenset("son daughter nephew niece grandson granddaughter heir son-in-law".split())
OWN: Final = frozenset("his her their whose 's ’s ' ’ the".split())
REACH: Final = 6  # tokens between the word of kin and the name: titles, adjectives, a comma


def sort_out(page: Page, persons: Sequence["Person"], namings: Sequence["Naming"]) -> None:
    """Gives each "younger" or "elder" surname to the right one, where the report has several of that surname."""
    for naming in namings:
        word = page.low[naming.start - 1] if naming.start else ""
        if naming.person is None or naming.end - naming.start > 1 or word not in ELDER | YOUNGER:
            continue
        same = [p for p in persons if len(p.parts) > 1 and p.parts[-1] == page.low[naming.start]]
        order = _by_age(page, same) if len(same) > 1 else []
        if order:
            _give(naming, order[0] if word in ELDER else order[-1])


def _give(naming: "Naming", person: "Person") -> None:
    old = naming.person
    if old is None or old is person:
        return
    old.namings.remove(naming)
    naming.person = person
    person.namings.append(naming)
    person.namings.sort(key=lambda n: n.start)


def _by_age(page: Page, persons: list["Person"]) -> list["Person"]:
    """The persons, oldest first; empty where nothing tells."""
    told = {id(person): _generation(page, person) for person in persons}
    if any(told.values()):
        return sorted(persons, key=lambda p: told[id(p)])
    begun = {id(p): _in_office(p) for p in persons}
    if any(day is None for day in begun.values()):
        return []
    return sorted(persons, key=lambda p: begun[id(p)] or date.max)


def _in_office(person: "Person") -> date | None:
    starts = [o.start for o in person.leader.offices if o.start is not None] if person.leader is not None else []
    return min(starts, default=None)


def _generation(page: Page, person: "Person") -> int:
    """-1 for a father, 1 for a son, 0 if the words beside the full name tell neither."""
    for naming in person.namings:
        if naming.end - naming.start < 2:
            continue
        found = _before(page, naming.start) or _after(page, naming.end)
        if found:
            return found
    return 0


def _before(page: Page, start: int) -> int:
    """As in "his father, former president NAME"."""
    for i in range(start - 1, max(start - REACH, 0), -1):
        if page.sent[i] != page.sent[start] or page.pos[i] == "VERB":
            return 0
        if (kin := _kin(page, i)) and page.low[i - 1] in OWN | YOUNGER | ELDER | {"ailing", "late"}:
            return kin
    return 0


def _after(page: Page, end: int) -> int:
    """As in "NAME, his son", "NAME, the son of ..."."""
    if end + 2 >= len(page) or page.text[end] != ",":
        return 0
    return _kin(page, end + 2) if page.low[end + 1] in OWN else _kin(page, end + 1)


def _kin(page: Page, i: int) -> int:
    if page.lemma[i] in FOREBEARS:
        return -1
    return int(page.lemma[i] in OFFSPRING)
