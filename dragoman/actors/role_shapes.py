"""A role phrase and its sector -> what it describes: kind and shape of the actor, and the nouns that take it up."""

from typing import Final

from dragoman.actors import descriptions
from dragoman.actors.phrases import Phrase
from dragoman.actors.stage import ARMED, ARMED_NOUNS, Stage
from dragoman.records import ActorKind

SHAPES: Final = {"REB": "group", "OPP": "group", "PTY": "group", "INS": "group", "SEP": "group"}


def kind_of(phrase: Phrase, sector: str | None) -> ActorKind:
    """The kind of actor that the phrase describes."""
    if phrase.person:
        return ActorKind.PERSON
    if sector in ARMED:
        return ActorKind.ARMED_GROUP
    if sector in ("PTY", "OPP"):
        return ActorKind.PARTY
    if phrase.role.body:
        return ActorKind.MINISTRY if sector == "GOV" else ActorKind.OTHER
    return ActorKind.PEOPLE if phrase.role.what in ("person", "people") else ActorKind.OTHER


def shape_of(phrase: Phrase, sector: str | None) -> str:
    """The shape of the referent (scene.Referent)."""
    if phrase.person:
        return "person"
    armed = phrase.role.what != "body" or phrase.role.lemma in (
        "group",
        "movement",
        "army",
        "party",
        "opposition",
        "junta",
    )
    if phrase.number and phrase.role.what == "person":
        return "people"  # "47 rebels" are some of them
    if sector in ARMED and phrase.role.what == "person" and phrase.role.lemma not in ARMED_NOUNS:
        return "people"  # attackers, gunmen: nobody's name
    if (sector in SHAPES and armed) or phrase.role.lemma in ("junta", "military council"):
        return "group"
    if phrase.role.body:
        return "body"
    return "people" if phrase.role.what in ("person", "people") else "thing"


def nouns_of(stage: Stage, phrase: Phrase, sector: str | None) -> frozenset[str]:
    """The nouns that may take the actor up again."""
    words = {phrase.role.lemma, stage.page.lemma[phrase.head], phrase.role.lemma.rsplit(" ", 1)[-1]}
    if (lower := descriptions.lower_office(stage.page, phrase.head)) is not None:
        words = {lower}
    if sector in ARMED and (phrase.role.what == "body" or phrase.role.lemma in ARMED_NOUNS) and not phrase.person:
        words |= ARMED_NOUNS
    return frozenset(words)
