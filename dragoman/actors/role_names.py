"""A role phrase with its owner and country -> the name of the actor it describes ("Tajik energy ministry")."""

from collections.abc import Iterable
from typing import Final

from dragoman.actors.phrases import Phrase
from dragoman.actors.role_country import MISSIONS
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage

SPEAKS: Final = frozenset("spokesman spokeswoman spokesperson lawyer aide adviser advisor office deputy".split())


def name_of(stage: Stage, phrase: Phrase, owner: Referent | None, country: str | None) -> str:
    """As in "Senior Jordanian official", "UNITA spokesman", "Spokesman for ...", "Finnish embassy in Lima"."""
    words = _words(stage, phrase)
    base = _join(word for _, word in words)
    if phrase.owner_how == "of" and owner is None and phrase.owner is not None:
        base += " of " + stage.page.text[phrase.owner].lower()
    if owner is not None and owner.shape == "person":
        return _capital(
            f"{base} {'for' if phrase.role.lemma in SPEAKS and not phrase.role.body else 'of'} {owner.actors[0].name}"
        )
    who = _whose(stage, phrase, owner, country)
    if who and who.lower() not in base.lower():
        before = phrase.owner if phrase.owner_how == "name" and phrase.owner is not None else -1
        base = _join((*(w for i, w in words if i < before), who, *(w for i, w in words if i >= before)))
    return _capital(base + _at(stage, phrase))


def _words(stage: Stage, phrase: Phrase) -> list[tuple[int, str]]:
    """The words of the phrase by token; a proper name keeps its capitals, a common noun loses that of a sentence."""
    page = stage.page
    named = [(i, page.text[i]) for i in (*phrase.words, phrase.head)]
    if page.pos[phrase.head] == "PROPN" and page.text[phrase.head][:1].isupper():
        return named
    first = page.starts[page.sent[phrase.head]]
    return [
        (i, w.lower() if w[1:].islower() and (i in (first, phrase.head) or page.pos[i] == "NOUN") else w)
        for i, w in named
    ]


def _whose(stage: Stage, phrase: Phrase, owner: Referent | None, country: str | None) -> str:
    """The owner's name, or the country's adjective; an embassy's citizens are its country's."""
    if owner is None or owner.shape in ("state", "demonym", "place"):
        return stage.adjective(country)
    if owner.shape == "body" and phrase.role.sector == "CVL" and country:
        return stage.adjective(country)
    return owner.actors[0].name


def _at(stage: Stage, phrase: Phrase) -> str:
    """Where a mission works or people live: " in Kathmandu"."""
    if phrase.host is None or not (phrase.role.lemma in MISSIONS or phrase.role.sector == "CVL"):
        return ""
    host = stage.refer(phrase.host)
    if host is None or host.shape not in ("place", "state", "organisation"):
        return ""
    return f" {stage.page.case(phrase.host)} {host.actors[0].name}"


def _join(words: Iterable[str]) -> str:
    return " ".join(words).replace(" - ", "-")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
