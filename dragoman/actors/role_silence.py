"""A role phrase that is no actor by itself ("into force", "all parties", "the state of Oaxaca")."""

from typing import Final

from dragoman.actors.description_nouns import COUNTRIES
from dragoman.actors.mentions_titles import role_at
from dragoman.actors.page import Page
from dragoman.actors.phrases import Phrase
from dragoman.actors.stage import Stage

BARE_BODIES: Final = frozenset(
    "police parliament congress media press opposition customs intelligence government television radio".split()
)
NEIGHBOURS: Final = frozenset(("neighbour", "neighbor", "ally", "partner"))


def bare(stage: Stage, phrase: Phrase) -> bool:
    """A body's noun with nothing around it is mostly no body: "into force", "to court", "in office"."""
    page, i = stage.page, phrase.head
    if (
        not (phrase.role.body or page.low[i] == "force")
        or page.pos[i] != "NOUN"
        or phrase.words
        or phrase.owner is not None
    ):
        return False
    if page.doc[i].tag_ == "NNS" or page.lemma[i] in BARE_BODIES or phrase.definite:
        return False
    return page.kid(i, "det", "nmod:poss", "nummod") is None


def nobody(page: Page, i: int) -> bool:
    """As in "all parties", "the warring parties", "in exile", "brought to justice": no actor by itself."""
    if page.low[i] == "justice":
        return page.kid(i, "det", "nmod:poss", "nummod", "amod", "compound") is None
    if page.lemma[i] == "party" and page.doc[i].tag_ == "NNS":
        return any(page.low[k] in ("all", "warring", "third", "conflicting", "concerned") for k in page.kids[i])
    return page.low[i] == "exile" and page.case(i) in ("in", "into", "from")


# Where something stands or happens; "outside the embassy" is where one protests against it.
BESIDE: Final = frozenset(("behind", "near", "past", "beside", "opposite", "beneath", "above", "next to", "close to"))


def building(page: Page, phrase: Phrase) -> bool:
    """As in "a burst pipe behind the Danish embassy": a landmark."""
    fights = phrase.sector == "MIL"  # "fought beside the army"
    return phrase.role.body and not phrase.plural and not fights and page.case(phrase.head) in BESIDE


def province(stage: Stage, phrase: Phrase) -> bool:
    """As in "the southern state of Oaxaca": part of a country."""
    page = stage.page
    if any(page.low[w].endswith("ern") for w in phrase.words):
        return True
    k = page.kid(phrase.head, "nmod", "appos")
    return k is not None and (k in stage.places or page.label[k] == "LOC") and k not in stage.hits


def any_state(phrase: Phrase) -> bool:
    """As in "a country that ...", "states, not governments": none in particular."""
    if phrase.role.lemma == "authority":
        return False
    if phrase.role.lemma in NEIGHBOURS and phrase.plural:
        return True
    return phrase.role.lemma in COUNTRIES or (phrase.role.state and phrase.plural)


def is_body(stage: Stage, i: int) -> bool:
    """A body's noun that modifies no role ("ministry spokesman" is one actor, "ministry documents" names the body)."""
    page = stage.page
    role = role_at(page, i)
    if role is None or not role.body or role.state or page.pos[i] == "ADJ":
        return False
    return role_at(page, page.head[i]) is None
