"""A definite phrase for one person ("the dissident", "the 24-year-old", "the new minister") -> the person named before.

Where nobody of that office was introduced, the noun may tell of the one person that the last sentences are about; what
it says is then learned for the whole report.
"""

from typing import Final

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Referent, Turn
from dragoman.actors.stage import ARMED, OF_STATE, Stage

NEAR: Final = 2  # sentences back
# Nouns for whoever happens to be there: none of them takes up a person.
ANYONE: Final = frozenset(
    """spokesman spokeswoman spokesperson official source witness reporter journalist resident driver bodyguard guard
    neighbour neighbor relative wife husband son daughter brother sister mother father child successor predecessor
    deputy aide adviser advisor lawyer judge prosecutor policeman soldier officer gunman attacker victim suspect
    killer owner interviewer mayor king queen pope counterpart colleague passenger patient interpreter translator
    crowd public friend visitor member""".split()
)


def alone(stage: Stage, i: int, gender: str = "") -> Referent | None:
    """The one person named in the last sentences, if it was a subject there; None where two may be meant."""
    here = stage.page.sent[i]
    turns = stage.scene.back(i, lambda t: here - t.sent <= NEAR and t.sent < here and _is_person(t))
    names = {turn.referent.actors[0].id for turn in turns}
    if len(names) != 1 or not any(turn.subject for turn in turns):
        return None
    one = turns[0].referent
    return None if gender and one.gender and gender != one.gender else one


def _is_person(turn: Turn) -> bool:
    return turn.referent.shape == "person" and len(turn.referent.actors) == 1


def of_person(stage: Stage, phrase: Phrase, country: str | None) -> Referent | None:
    """As in "NAME was freed. The dissident said": whom the phrase tells more of; `country` is that of its own words."""
    page, i = stage.page, phrase.head
    if page.dep[i] not in ("nsubj", "nsubj:pass") or phrase.role.lemma in ANYONE or phrase.number:
        return None
    one = alone(stage, i, phrase.role.gender)
    if one is None or one.actors[0].id not in stage.persons:
        return None
    actor = one.actors[0]
    if country is not None and actor.country not in (None, country):
        return None
    sector = phrase.sector
    if sector in OF_STATE or sector in ARMED:
        return one if actor.sector is None else None
    return one


def in_arms(stage: Stage, phrase: Phrase) -> Referent | None:
    """As in "the rebel said": the person of an armed group who was named last."""
    if phrase.sector not in ARMED or phrase.role.lemma in ANYONE:
        return None
    here = stage.page.sent[phrase.head]
    return stage.scene.last(
        phrase.head, lambda t: here - t.sent <= 4 and _is_person(t) and t.referent.actors[0].sector in ARMED
    )


def of_age(stage: Stage, i: int) -> Referent | None:
    """As in "the 24-year-old": the person of the sentence before."""
    page = stage.page
    if page.low[i] != "old" or i < 4 or page.low[i - 2] not in ("year", "years") or page.text[i - 1] != "-":
        return None
    start = i - 4
    if page.dep[i] in ("amod", "compound") or start < 1 or page.low[start - 1] != "the":
        return None
    one = alone(stage, i)
    return one and stage.mention(start - 1, i + 1, i, one, "description")
