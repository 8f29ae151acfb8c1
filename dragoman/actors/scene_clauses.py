"""A token of a page -> the clauses around it, and whether others do something to it there."""

from dragoman.actors.page import Page
from dragoman.actors.scene_words import CITING, CLAUSES, OWN_ACTS, TELLING


def above(page: Page, i: int) -> set[int]:
    """All tokens above `i` in the tree."""
    out: set[int] = set()
    while page.head[i] != i and len(out) < 40:
        i = page.head[i]
        out.add(i)
    return out


def clauses(page: Page, i: int) -> list[int]:
    """The heads of the clauses around token `i`, innermost first."""
    out: list[int] = []
    for _ in range(30):
        verbal = page.dep[i] == "conj" and page.pos[i] in ("VERB", "AUX")
        if verbal or page.dep[i] in CLAUSES:
            out.append(i)
        if page.head[i] == i:
            break
        i = page.head[i]
    return out or [i]


def done_to_others(page: Page, i: int) -> bool:
    """As in "summoned the ambassador", "spoke with the minister": whether another does something to the noun."""
    while page.dep[i] in ("nmod:desc", "flat", "compound") and page.head[i] != i:
        i = page.head[i]
    if page.dep[i] == "nsubj":
        return False
    if page.lemma[page.head[i]] == "summon":
        return True
    if page.lemma[page.head[i]] in ("call", "order", "bring") and page.case(i) in ("to", "into"):
        return page.kid(page.head[i], "nsubj:pass") is not None
    patient = page.dep[i] == "obj" or page.case(i) in ("with", "against") or appealed(page, i)
    return patient and page.lemma[page.head[i]] not in OWN_ACTS


def appealed(page: Page, i: int) -> bool:
    """As in "called on the military", "appealed to the government"."""
    return (page.lemma[page.head[i]], page.case(i)) in (("call", "on"), ("call", "upon"), ("appeal", "to"))


def is_cited(page: Page, i: int) -> bool:
    """Whether the noun is who is quoted: "radio quoted the ministry as saying"."""
    return page.dep[i] == "obj" and page.lemma[page.head[i]] in CITING


def is_told(page: Page, i: int) -> bool:
    """As in "the envoy was told that ...": who hears something is not who speaks."""
    return page.dep[i] == "nsubj:pass" and page.lemma[page.head[i]] in TELLING
