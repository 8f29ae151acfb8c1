"""Two actors of an extracted event -> whether they agree, by words, by code or by country."""

import re
import unicodedata
from typing import Final, TypeAlias

from dragoman.evaluate.rows import Row

STOP: Final = frozenset(("the", "a", "an", "of", "and", "s", "in", "on", "its", "his", "her", "their"))
WORD: Final = re.compile(r"\w+")
Party: TypeAlias = Row | str | None


def agree(gold: Party, predicted: Party, by: str) -> bool:
    """Whether two actors agree; `by` is "text" (they share a content word), "code" or "country" (of the code).

    Two absent actors agree; one absent actor does not.
    """
    if absent(gold) or absent(predicted):
        return absent(gold) and absent(predicted)
    (ours, our_code), (theirs, their_code) = text_and_code(gold), text_and_code(predicted)
    if by == "code":
        return bool(our_code) and our_code == their_code
    if by == "country":
        return bool(our_code and their_code) and (our_code or "")[:3] == (their_code or "")[:3]
    if not ours or not theirs:
        return False
    one, other = words(ours), words(theirs)
    return bool(one & other) if one and other else ours.strip().lower() == theirs.strip().lower()


def text_and_code(party: Party) -> tuple[str | None, str | None]:
    """The words and the code of an actor given as a string, as {text, code, sector} or not at all."""
    if party is None:
        return None, None
    if isinstance(party, str):
        return party or None, None
    code = (party.get("code") or "") + (party.get("sector") or "")
    return party.get("text") or party.get("actor_text"), code or None


def absent(party: Party) -> bool:
    """Whether there is no actor; "---" is CAMEO's way of saying so."""
    text, code = text_and_code(party)
    return not text and code in (None, "---")


def words(text: str) -> set[str]:
    """The content words of an actor, lower-case and without accents."""
    plain = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return {word for word in WORD.findall(plain) if word not in STOP}
