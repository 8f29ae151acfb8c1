"""A trigger to its numbers: how many were killed, wounded, arrested, expelled ..., where the clause simply says so."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger

# Lemma of the trigger -> name of the attribute.
COUNTED: Final = {
    "kill": "killed",
    "massacre": "killed",
    "murder": "killed",
    "execute": "killed",
    "shoot": "shot",
    "wound": "injured",
    "injure": "injured",
    "arrest": "arrested",
    "detain": "arrested",
    "jail": "arrested",
    "round": "arrested",
    "expel": "expelled",
    "deport": "expelled",
    "abduct": "abducted",
    "kidnap": "abducted",
    "release": "released",
    "free": "released",
}

WORDS: Final = {
    word: n
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
}
TENS: Final = {word: 10 * n for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)}


def numbers(tree: Tree, trigger: Trigger) -> dict[str, int]:
    """The attribute of the trigger with its number, empty when none is given."""
    name = COUNTED.get(tree.lemmas[trigger.i])
    if name is None:
        return {}
    for k in tree.slot(trigger.i, "obj"):
        value = _count(tree, k)
        if value is not None:
            return {name: value}
    return {}


def _count(tree: Tree, k: int) -> int | None:
    for n in [*tree.kids_by(k, "nummod"), k]:
        value = number(tree.lower[n])
        if value is not None:
            return value
    return None


def number(word: str) -> int | None:
    """The whole number that a word or figure names, None if it names none.

    >>> number("seven"), number("1,200"), number("2.5"), number("ninety-two")
    (7, 1200, None, 92)
    """
    tens, _, ones = word.partition("-")
    if tens in TENS and (not ones or ones in WORDS):
        return TENS[tens] + WORDS.get(ones, 0)
    if word in WORDS:
        return WORDS[word]
    plain = word.replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else None
