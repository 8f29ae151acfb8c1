"""The words by which a user's rules name places in a sentence (subject, object, owner, "on") to slots of the tree."""

from functools import cache
from typing import Final

from dragoman.events.custom.source import near

PREPOSITIONS: Final = frozenset(
    """aboard about above across after against along alongside amid among around as at before behind below beside
    between beyond by despite during following for from in inside into near of off on onto opposite out outside over
    past since through throughout to toward towards under until up upon via with within without""".split()
)

# The user's name -> the tree's slots for a verb, and for a noun ("the boarding of the ship by police").
NAMED: Final = {
    "subject": (("subj", "subj.owner"), ("by", "of.by", "poss", "subj", "by.owner")),
    "object": (("obj", "obj.owner", "iobj", "iobj.owner"), ("of", "of.owner", "obj", "obj.owner")),
    "indirect object": (("iobj",), ("iobj",)),
    "owner": (("poss",), ("poss",)),
    "speaker": (("said",), ("said",)),
    "nobody": ((), ()),
}
# Slots that conditions know besides: a particle ("up"), and the word before a noun ("water cannon").
WORDS_ONLY: Final = {"particle": ("prt",), "modifier": ("compound",)}

# Where a marked actor or recipient of an example may stand, in the order of trying.
FIRST: Final = {
    "V": ("subject", "object", "indirect object", "with", "against", "at", "on", "to", "from", "for", "of", "in",
          "into", "by", "off", "near", "object.of", "object.from", "object.against", "object.on", "object.to",
          "object.for", "object.with", "object.in", "subject.of", "subject.from"),
    "N": ("subject", "object", "against", "on", "with", "between", "from", "to", "for", "in", "off", "at", "of",
          "object.of", "object.from", "of.from", "of.on"),
}  # fmt: skip
LEARNT: Final = {pos: tuple(dict.fromkeys((*names, *sorted(PREPOSITIONS)))) for pos, names in FIRST.items()}
LEARNT_DEFAULT: Final = ("subject", "object")


def fault(name: str, *, party: bool) -> tuple[str, str] | None:
    """What is wrong with a user's name of a slot and what to do, None for a good one. `party` asks who, not what."""
    first, *rest = name.split(".")
    if first == "place":
        good = party and len(rest) == 1 and rest[0] in PREPOSITIONS
        return None if good else (f"{name!r} is no place of a party", "write place.in, place.off, place.near ...")
    known = PREPOSITIONS | NAMED.keys() | (frozenset() if party else frozenset(WORDS_ONLY))
    if first not in known:
        return f"nobody knows the place {first!r} in a sentence", _advice(first, frozenset(known))
    if any(part not in PREPOSITIONS | {"owner"} for part in rest):
        return (
            f"{name!r} goes on to what nobody knows",
            "after the dot stands `owner` or a preposition, as in object.from",
        )
    return None


def _advice(name: str, known: frozenset[str]) -> str:
    close = near(name, known)
    return close if close.startswith("did") else "known are subject, object, owner, speaker and prepositions"


@cache
def slots(name: str, pos: str, *, owners: bool = True) -> tuple[str, ...]:
    """The tree's slots of a user's name for a trigger that is a verb (V) or a noun or adjective (N, A).

    >>> slots("object.from", "V")
    ('obj.from', 'obj.from.owner')

    Without `owners`, only those that hold the very words that the user means.
    """
    first, *rest = name.split(".")
    if first == "place":
        return ("place" + rest[0],)
    if first in WORDS_ONLY:
        return WORDS_ONLY[first]
    heads = NAMED[first][pos != "V"] if first in NAMED else (first, f"{first}.owner")
    plain = tuple(head for head in heads if not head.endswith(".owner"))
    if rest:
        paths = tuple(".".join((head, *rest)) for head in plain)
        return paths if rest[-1] == "owner" or not owners else (*paths, *(f"{path}.owner" for path in paths))
    return heads if owners else plain
