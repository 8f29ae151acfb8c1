"""Names of actor dictionaries ("KOFI_ANNAN_", "LAKE_FRONT_(LDF)_") -> names as newspapers write them, and a kind."""

import re
from functools import cache
from typing import Final

from dragoman.actors.own_cells import plain
from dragoman.actors.registry import Leader, shipped
from dragoman.actors.registry_load import rows

KOREAN: Final = 5  # letters of a Korean surname, and of each part of a given name, at most
BEFORE: Final = frozenset("mr mrs ms dr sir lord lady acting former interim deputy ex the".split())  # before a name
BRACKETS: Final = re.compile(r"\(([^()]*)\)?")
WORD: Final = re.compile(r"[\w.'’]+")
SMALL: Final = frozenset(
    """of the for and in on to at by with from de la le du des del di da dos do y e von van der den bin ibn ul al
    el""".split()
)
# Words that no person's name has: what ends or holds one is an organisation. Compiled by hand for this project.
BODIES: Final = frozenset(
    """academy administration agency airlines airways alliance archdiocese army assembly association authority bank
    battalion board branch brigade brigades bureau cabinet cartel cell cells center centre chamber church club coalition
    command commission committee company conference confederation congress consortium convention corporation corps
    council court delegation democrats department diocese directorate division embassy faction federation fighters fleet
    force forces forum foundation front fund gang government group groups guard guards guerrillas guerillas hospital
    house initiative institute institution insurgents junta league legion legislature mafia media militants military
    militia ministry mission mosque movement nation nations navy network newspaper nuclei office opposition order
    organisation organization palace panel parliament parties partnership party patrol people peoples police press
    programme program project protesters radio rebels regime regiment republic resistance revolution school secretariat
    senate separatists service services society soldiers squad staff state states student students syndicate teams
    television times tribunal troops union unit university volunteers war wing workers youth""".split()
)
OF_PERSONS: Final = frozenset(("GOV", "ELI", "OPP", "JUD", "LEG", "COP", "SPY", "MIL", "EDU", "MED", "BUS", "PTY", ""))
KINDS: Final = {
    "REB": "armed group", "IMG": "armed group", "UAF": "armed group", "PRM": "armed group", "PTY": "party",
    "OPP": "movement", "CRM": "gang", "IGO": "international organisation", "NGO": "ngo", "BUS": "company",
    "MNC": "company", "MED": "media", "GOV": "ministry", "MIL": "force", "COP": "police", "SPY": "secret service",
    "LEG": "parliament", "JUD": "court", "EDU": "university", "REL": "church", "LAB": "union",
}  # fmt: skip


def written(raw: list[str]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The name, the aliases and the acronyms that the names of one actor make, the first being its name.

    Titles before a name are left out, and so are synonyms that are a title and a surname, or an office: the reader
    sees to them. The name is "" where nothing else is left.
    """
    full: list[str] = []
    acronyms: list[str] = []
    for text in raw:
        words = plain(BRACKETS.sub(" ", text).replace("_", " ").replace(";", ","))
        for inside in BRACKETS.findall(text):
            short = inside.replace("_", " ").strip()
            if 2 <= len(short) <= 12 and " " not in short and short.isupper():
                acronyms.append(short)
        words = words.removeprefix("THE ").removesuffix(", THE")
        if is_office(words):
            continue
        bare = without_title(words)
        if _acronym(bare, full):
            acronyms.append(bare)
        elif bare == words or " " in bare or not full:
            full += _cased(bare)
    full = full or acronyms[:1] or [""]
    name = full[0]
    last = name.rpartition(" ")[2]
    aliases = tuple(text for text in dict.fromkeys(full[1:]) if text not in (name, last) and len(text) > 2)
    return name, aliases, tuple(dict.fromkeys(text for text in acronyms if text != name))


def without_title(words: str) -> str:
    """The name without the titles before it: "FOREIGN MINISTER ANN EXAMPLE" is "ANN EXAMPLE"; never without a word."""
    found = words.split()
    while len(found) > 1:
        size = next((n for n in (4, 3, 2, 1) if n < len(found) and _is_title(" ".join(found[:n]))), 0)
        if not size or found[size].lower() in SMALL:
            break
        found = found[size:]
    return " ".join(found)


@cache
def _is_title(words: str) -> bool:
    role = shipped().role(words)
    return words.lower() in BEFORE or (role is not None and role.person)


def is_office(words: str) -> bool:
    """Whether the words are an office and no name: "UN ENVOY", "PRESIDENT OF THE WORLD BANK", "FRENCH MINISTER"."""
    found = words.split()
    for n in range(1, len(found)):
        head, tail = " ".join(found[:n]), found[n:]
        if _is_title(head) and tail[0] == "OF":
            return True
        if _is_title(" ".join(tail)) and _is_body(head):
            return True
    return False


@cache
def _is_body(words: str) -> bool:
    """Whether the registry knows the words as a state, its adjective, an organisation, a group or a body."""
    found = (*shipped().lookup(words), *shipped().lookup_folded(words))
    return any(not isinstance(entry.record, Leader) for entry in found)


def _acronym(word: str, before: list[str]) -> bool:
    """Whether one word in capitals is an acronym: short, without vowels, or the initials of a name before it."""
    if " " in word or not word.isupper():
        return False
    letters = word.replace(".", "")
    if any(entry.kind == "acronym" for entry in shipped().names.get(word, ())):
        return True
    if len(letters) <= 3 or "." in word or letters.endswith("-EP") or not any(c in "AEIOUY" for c in letters):
        return 2 <= len(letters) <= 8
    initials = ["".join(w[0] for w in WORD.findall(name) if w[0].isupper()) for name in before]
    return letters in initials


def _cased(words: str) -> list[str]:
    """The name in the case of newspapers; both ways where they differ ("Ban Ki-moon", "Ban Ki-Moon")."""
    if not words.isupper():
        return [words]
    parts = words.split()
    first = " ".join(_word(part, i > 0) for i, part in enumerate(parts))
    if "-" not in first:
        return [first]
    lower = " ".join(_word(part, i > 0, small=True) for i, part in enumerate(parts))
    return list(dict.fromkeys((lower, first) if _is_given_pair(parts) else (first, lower)))


def _is_given_pair(parts: list[str]) -> bool:
    """Whether the name is one such as BAN KI-MOON: Korean given names have a small second part."""
    pieces = parts[-1].split("-")
    return len(parts) == 2 and len(pieces) == 2 and max(map(len, (parts[0], *pieces))) <= KOREAN


def _word(part: str, inside: bool, *, small: bool = False) -> str:
    pieces = part.split("-")
    if len(pieces) == 1:
        return _capital(part, inside)
    head = (
        pieces[0].lower()
        if inside and pieces[0].lower() in ("al", "el", "ul", "ad", "an")
        else _capital(pieces[0], False)
    )
    return "-".join([head, *(p.lower() if small and head[:1].isupper() else _capital(p, True) for p in pieces[1:])])


def _capital(word: str, inside: bool) -> str:
    low = word.lower()
    if inside and low in SMALL:
        return low
    if len(word) > 3 and low.startswith("mc"):
        return "Mc" + low[2:].capitalize()
    if len(word) > 3 and low[1:2] in ("'", "’") and low[0] in "od":
        return low[0].upper() + low[1] + low[2:].capitalize()
    if ("." in word and len(word) <= 6) or "/" in word:
        return word  # initials and acronyms
    return low.capitalize()


@cache
def _given() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in rows("given_names.tsv"))


def kind_of(name: str, sectors: set[str], *, dated: bool) -> str:
    """The kind of an actor of which a dictionary gives only name and codes: a guess by its words.

    A name with a word of `BODIES` is no person's; one of two to five words that begins with a given name, has dated
    roles, or has only sectors that persons mostly have, is.
    """
    words = [word.casefold() for word in name.replace("-", " ").split()]
    group = next((KINDS[sector] for sector in sorted(sectors) if sector in KINDS), "organisation")
    if any(word.removesuffix("'s") in BODIES or shipped_body(word) for word in words):
        return group
    if len(words) == 1 and dated and sectors & {"GOV", "ELI", "IGO"} and not _is_body(name):
        return "person"  # a surname: states and organisations do not change their code
    if not 2 <= len(words) <= 6 or any(character.isdigit() for character in name):
        return group
    if words[0] in _given() or words[1] in _given() or dated:
        return "person"
    return "person" if sectors <= OF_PERSONS and not words[0].startswith("the") else group


@cache
def shipped_body(word: str) -> bool:
    """Whether the word is a noun for a body or a plurality of people ("ministry", "rebels")."""
    role = shipped().role(word)
    return role is not None and role.what in ("body", "people")
