"""A role phrase -> whether the office was over on the report's day ("former", "then", "who was", "until 2004")."""

from typing import Final

from dragoman.actors.page import Page
from dragoman.actors.phrases import Phrase

# id, words before the noun; an example where the office is over, one where it is not. tests/actors read this table.
PAST_WORDS: Final = (
    ("former", "former ex erstwhile onetime sometime", "former minister Ana Ruiz", "foreign minister Ana Ruiz"),
    (
        "driven out",
        "deposed toppled overthrown exiled ousted",
        "deposed president Ana Ruiz",
        "elected president Ana Ruiz",
    ),
    ("then", "then", "then-president Ana Ruiz", "president Ana Ruiz"),
    ("dead", "late", "the late president Ana Ruiz", "the lame president Ana Ruiz"),
    ("at rest", "retired", "retired general Ana Ruiz", "retiring general Ana Ruiz"),
)
PAST: Final = frozenset(word for _, words, _, _ in PAST_WORDS for word in words.split())
# Of these the sector is a private citizen's; who was driven out or has died is still spoken of by the office.
PRIVATE: Final = frozenset("former ex erstwhile onetime sometime then retired".split())
BEFORE: Final = 4  # tokens before a title in which "former", "then -" may stand


def is_over(page: Page, phrase: Phrase) -> bool:
    """Whether the office was over on the report's day, by its own words."""
    return not PAST.isdisjoint(_words_before(page, phrase)) or _was(page, phrase.head) or _until(page, phrase.head)


def is_private(page: Page, phrase: Phrase) -> bool:
    """Whether who held the office is a private citizen now, as far as the words say."""
    return phrase.person and (not PRIVATE.isdisjoint(_words_before(page, phrase)) or _until(page, phrase.head))


def _words_before(page: Page, phrase: Phrase) -> list[str]:
    """The words right before the noun, back to a verb or a mark."""
    first = max(min(phrase.start, phrase.head) - BEFORE, page.starts[page.sent[phrase.head]])
    near = range(first, phrase.head)
    cut = max((i + 1 for i in near if page.text[i] in (",", ".", ";") or _is_verb(page, i)), default=first)
    return page.low[cut : phrase.head]


def _is_verb(page: Page, i: int) -> bool:
    return page.pos[i] == "VERB" and page.dep[i] not in ("amod", "compound")


def _was(page: Page, head: int) -> bool:
    """As in "NAME, who was water minister in 2021"."""
    if page.dep[head] != "acl:relcl":
        return False
    return any(page.dep[k] == "cop" and page.low[k] in ("was", "were") for k in page.kids[head])


def _until(page: Page, head: int) -> bool:
    """As in "NAME, foreign minister until 2004"."""
    return any(page.dep[k] in ("nmod", "obl") and page.case(k) == "until" for k in page.kids[head])
