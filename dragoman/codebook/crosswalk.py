"""A PLOVER type, mode and contexts to the most exact CAMEO code that they settle on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dragoman.codebook.terms import Cameo

# An ultimatum is a threat with a date; that it is about diplomacy does not make it one.
UNSAID: Final = frozenset({"139"})


def nearest(cameo: "Mapping[str, Cameo]", plain: str, type: str, mode: str | None, contexts: frozenset[str]) -> str:
    """`plain`, the code of type and mode, or a more exact one of its root that the contexts single out.

    A code fits when it has contexts and all of them are asked for; of those that fit, the ones with most contexts
    count, and where several are left, what they have in common: a code above them of this type and mode, else `plain`.
    """
    if not contexts:
        return plain
    fitting = [
        found
        for found in cameo.values()
        if found.root == plain[:2] and (found.type, found.mode) == (type, mode) and found.contexts
        if contexts.issuperset(found.contexts) and found.code not in UNSAID
    ]
    most = max((len(found.contexts) for found in fitting), default=0)
    codes = [found.code for found in fitting if len(found.contexts) == most]
    if not codes or plain in codes:
        return plain
    shared = _shared(codes)
    # a root is no code of an event, and 030 beside 03 says the same
    known = shared in cameo and len(shared) > 2 and (cameo[shared].type, cameo[shared].mode) == (type, mode)
    return shared if known else plain


def _shared(codes: list[str]) -> str:
    """The code that all of `codes` stand at or below: their longest common beginning."""
    shared = codes[0]
    for code in codes[1:]:
        while not code.startswith(shared):
            shared = shared[:-1]
    return shared
