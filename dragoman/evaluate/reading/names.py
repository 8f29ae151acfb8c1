"""Two actors of a reading -> whether they are one: as speaker, as party of an event, as holder of a standing."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from typing import Final, TypeAlias

from dragoman.evaluate.reading.aliases import (
    ALIASES,
    BODIES,
    CODES,
    STATE_SECTORS,
    STATES_OF_MORE,
    STATES_OF_ONE_WORD,
)
from dragoman.evaluate.rows import Row

BODY: Final = re.compile(rf"\b({'|'.join(BODIES)})\b", re.IGNORECASE)
POSSESSIVE: Final = re.compile(r"'s\b")
BETWEEN: Final = re.compile(r"[^a-z0-9]+")
PASSED_OVER: Final = frozenset(("the", "al", "el", "of", "mr", "ms", "mrs", "dr"))
SPELLING: Final = 0.75  # how alike the last words of one name in two spellings are (Milosevic, Miloshevich)
LONE_SPELLING: Final = 0.86  # more is asked of a surname that stands alone
NOBODY: Final[frozenset[str]] = frozenset()
Party: TypeAlias = Row | None


@cache
def norm(name: str | None) -> str:
    """A name in lower case without accents, marks, articles and titles."""
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("’", "'")
    plain = BETWEEN.sub(" ", POSSESSIVE.sub("", plain))
    return " ".join(word for word in plain.split() if word not in PASSED_OVER)


@cache
def _aliases() -> dict[str, frozenset[int]]:
    """Each alias with the numbers of the groups that it is in."""
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(ALIASES):
        for alias in group:
            found[norm(alias)] = found.get(norm(alias), frozenset()) | {number}
    return found


@cache
def _states() -> frozenset[str]:
    return frozenset(norm(state) for state in (*STATES_OF_ONE_WORD.split(), *STATES_OF_MORE.split(",")))


def agree(one: str | None, other: str | None, shared: frozenset[str] = NOBODY) -> bool:
    """Whether two names are of one actor; a lone word of `shared` (surnames that two people have) is nobody's."""
    a, b = norm(one), norm(other)
    if not a or not b:
        return False
    if a == b or _aliases().get(a, NOBODY) & _aliases().get(b, NOBODY):
        return True
    x, y = a.split(), b.split()
    if len(x) == 1 or len(y) == 1:
        lone, many = (x[0], y) if len(x) == 1 else (y[0], x)
        return lone not in shared and (lone in (many[-1], many[0]) or _alike(lone, many[-1], LONE_SPELLING))
    return _words_agree(x, y)


def _words_agree(x: list[str], y: list[str]) -> bool:
    one, other = set(x), set(y)
    if (one <= other or other <= one) and (x[-1] in y or y[-1] in x):
        return True
    if not _alike(x[-1], y[-1], SPELLING):
        return False
    if x[-1] == y[-1] and len(one & other) / len(one | other) >= 0.5:
        return True
    return _alike(x[0], y[0], SPELLING)


@cache
def _alike(one: str, other: str, least: float) -> bool:
    """Two spellings of one word."""
    return one == other or (min(len(one), len(other)) >= 5 and SequenceMatcher(None, one, other).ratio() >= least)


def country(party: Party) -> str | None:
    """The country code in capitals, or None."""
    return ((party or {}).get("country") or "").upper() or None


def same_country(one: Party, other: Party) -> bool:
    """Whether the codes are equal, or codes that one country went by."""
    a, b = country(one), country(other)
    return a == b or b in CODES.get(a or "", NOBODY) or a in CODES.get(b or "", NOBODY)


def of_state(party: Party) -> bool | None:
    """Whether the sector is one of a state; None where it is not known."""
    sector = (party or {}).get("sector")
    return sector.upper() in STATE_SECTORS if sector else None


def is_body(name: str | None) -> bool:
    """Whether the name is that of a ministry, an embassy, "officials" and their like."""
    return bool(BODY.search(name or ""))


def _state_level(party: Row) -> bool:
    name = party.get("name")
    return norm(name) in _states() or is_body(name) or not name


def is_speaker(gold: Row, predicted: Party, shared: frozenset[str]) -> bool:
    """One name, or both the state itself or bodies of it; a person never stands for the state."""
    if not predicted or not predicted.get("name"):
        return False
    if country(gold) and country(predicted) and not same_country(gold, predicted):
        return norm(gold["name"]) == norm(predicted["name"])
    if agree(gold["name"], predicted["name"], shared):
        return True
    known = country(gold) and same_country(gold, predicted)
    if known and of_state(gold) is not False and of_state(predicted) is not False:
        return _state_level(gold) and _state_level(predicted)
    return False


def is_party(gold: Row, predicted: Party, shared: frozenset[str]) -> bool:
    """One name, or of one country and both of the state (a person in office stands for it) or both not."""
    if not predicted:
        return False
    if agree(gold.get("name"), predicted.get("name"), shared):
        return not _two_countries(gold, predicted) or norm(gold["name"]) == norm(predicted["name"])
    if not country(gold) or not same_country(gold, predicted):
        return False
    return of_state(gold) == of_state(predicted)


def is_holder(gold: Row, predicted: Party, shared: frozenset[str]) -> bool:
    """As `is_party`, but two non-state actors of one country must share a name."""
    if not predicted:
        return False
    if agree(gold.get("name"), predicted.get("name"), shared):
        return not _two_countries(gold, predicted)
    if not country(gold) or not same_country(gold, predicted):
        return False
    if gold.get("sector") in (None, ""):
        return predicted.get("sector") in (None, "")
    if of_state(gold) and of_state(predicted):
        return True
    return of_state(gold) is False and gold.get("sector") == predicted.get("sector") == "CVL"


def _two_countries(one: Party, other: Party) -> bool:
    return bool(country(one) and country(other)) and not same_country(one, other)
