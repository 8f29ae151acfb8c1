"""A token of a page -> the role that its noun gives; a name -> the title noun before it ("Foreign Minister NAME")."""

from dataclasses import replace
from functools import cache
from typing import Final

from dragoman.actors.page import Page
from dragoman.actors.registry import RoleNoun, registry
from dragoman.actors.registry_load import rows

OF_MEN: Final = (
    """mr mr. sir lord sheikh shaikh mullah imam ayatollah hojatoleslam haji u herr dom don maulana tun datuk"""
)
OF_WOMEN: Final = "mrs mrs. ms ms. miss lady dame madame frau"
OF_BOTH: Final = (
    """dr dr. prof prof. rev rev. gen lt lt. col maj capt sgt cmdr cmdr. adm brig gov sen rep hon fr cpl pastor"""
)
# Words before a name that are no part of it, with the gender they tell.
HONORIFICS: Final = {
    word: gender for words, gender in ((OF_MEN, "m"), (OF_WOMEN, "f"), (OF_BOTH, "")) for word in words.split()
}
NO_ROLE: Final = frozenset(
    ("summit", "establishment", "charge", "bench", "industry", "business", "carrier", "shell", "utility")
)


@cache
def general_nouns() -> dict[str, RoleNoun]:
    """Nouns such as "member", "source", "office", which take their sector from what they belong to."""
    plain = RoleNoun("", "", None, "person", "", "", state=False, rank=False, honorific=False)
    return {
        row["lemma"]: replace(
            plain,
            lemma=row["lemma"],
            plural=row["plural"],
            sector=row["sector"],
            what=row["what"],
            gender=row["gender"],
        )
        for row in rows("nouns_general.tsv")
    }


def role_at(page: Page, i: int) -> RoleNoun | None:
    """The role of the noun at `i`, by its form or its lemma."""
    nouns = registry().nouns
    word, lemma = page.low[i], page.lemma[i]
    if lemma in NO_ROLE:
        return None
    return nouns.get(word) or nouns.get(lemma) or general_nouns().get(lemma)


def title_before(page: Page, start: int) -> int | None:
    """The token of the title noun before a name ("Foreign Minister NAME": Minister), None if there is none.

    Of "army spokesman Brig. Gen. NAME" it is the spokesman: an office says more than a rank.
    """
    rank, i = None, start - 1
    while i >= 0 and page.sent[i] == page.sent[start]:
        if page.text[i] == "." and i and page.low[i - 1] in HONORIFICS:
            i -= 1
            continue
        found = _title_at(page, i)
        if found is not None:
            role = role_at(page, i)
            if role is None or not role.rank:
                return found
            rank = found
        elif page.low[i] not in HONORIFICS:
            break
        i -= 1
    return rank


def _title_at(page: Page, i: int) -> int | None:
    if page.pos[i] not in ("NOUN", "PROPN", "ADJ") or page.text[i].isupper():
        return None
    if (first := title_of(page, i)) is not None:
        return first
    if page.low[i] in ("elect", "designate") and i > 1 and page.text[i - 1] == "-":
        role = role_at(page, i - 2)  # "President-elect NAME"
    else:
        role = role_at(page, i)
    return i if role is not None and role.person else None


def title_of(page: Page, last: int) -> int | None:
    """The first token of a title with "of" that ends at `last` ("Secretary of State"), None if there is none."""
    for back in (2, 3, 4):
        first = last - back
        if first >= 0 and page.low[first + 1] == "of" and tuple(page.low[first : last + 1]) in registry().titles:
            return first
    return None
