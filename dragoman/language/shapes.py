"""A word to one of eight shapes, which tell the uncased encoder what capitals it does not see."""

from typing import Final

SHAPES: Final = ("other", "lower", "title", "upper", "initial", "mixed", "digits", "alnum")
_CODE: Final = {name: code for code, name in enumerate(SHAPES)}

EXAMPLES: Final = (
    ("talks", "lower"),
    ("Kabul", "title"),
    ("NATO", "upper"),
    ("A", "initial"),
    ("McCain", "mixed"),
    ("2021", "digits"),
    ("G20", "alnum"),
    ("--", "other"),
)


def shape(word: str) -> int:
    """The index into `SHAPES` of `word`'s shape; punctuation and the empty word are 0."""
    letters = any(c.isalpha() for c in word)
    digits = any(c.isdigit() for c in word)
    if digits:
        return _CODE["alnum"] if letters else _CODE["digits"]
    if not letters:
        return _CODE["other"]
    if word.islower():
        return _CODE["lower"]
    if word.isupper():
        return _CODE["initial"] if len(word.rstrip(".")) == 1 else _CODE["upper"]
    if word[:1].isupper() and word[1:].islower():
        return _CODE["title"]
    return _CODE["mixed"]
