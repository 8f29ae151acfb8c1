"""The words of a content -> the same, or "" where they only point at it: "its promise", "that", "in return".

A standing with such words is of the matter that its parties have open (folding), not of one called "promise".
"""

import re
from typing import Final

POINTING: Final = frozenset(
    """
    a an any both each his her its my our own such that the their them these they this those it so which what whose
    all as at by for from in into of on to with under
    again also already before earlier former previous same first second last latest new old
    promise promises pledge pledges word words vow vows commitment commitments undertaking undertakings assurance
    assurances guarantee guarantees offer offers obligation obligations engagement bargain part side
    demand demands request requests call calls appeal ultimatum condition conditions term terms
    agreement agreements accord accords deal deals pact treaty document paper text name names signature signatures
    effect force return exchange turn
    keep keeps kept keeping break breaks broke broken breaking honour honoured honored fulfil fulfilled make made give
    given promised pledged vowed undertook undertakes undertaken agreed demanded asked requested has have had not will
    would be
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    day days week weeks month months year years today tomorrow yesterday night morning next soon now then
    sanction sanctions measure measures step steps warning advice concern concerns fear fears worry worries
    """.split()
)
"""Words that name no matter: articles, pronouns, days, and the names of the topics themselves."""

WORD: Final = re.compile(r"[^\W_]+")

EXAMPLES: Final = (
    ("its promise", ""),
    ("that", ""),
    ("in return", ""),
    ("their names", ""),
    ("on March 2", ""),
    ("the terms of the agreement", ""),
    ("the ferry", "the ferry"),
    ("to return the prisoners", "to return the prisoners"),
    ("a ceasefire", "a ceasefire"),
    ("the promise of 400 tons", "the promise of 400 tons"),
    ("", ""),
)
"""Words and what is left of them; each row is a test."""


def said(words: str) -> str:
    """`words`, or "" where none of them names a matter."""
    return words if any(word.lower() not in POINTING and not word.isdecimal() for word in WORD.findall(words)) else ""
