"""A role phrase with its owner and country -> the name of the actor it describes ("Tajik energy ministry")."""

from collections.abc import Iterable
from typing import Final

from dragoman.actors.phrases import Phrase
from dragoman.actors.role_country import MISSIONS
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage

SPEAKS: Final = frozenset("spokesman spokeswoman spokesperson lawyer aide adviser advisor office deputy".split())

# Whose office speaks for the state or government that they head, and further posts that have a deputy.
HEADS: Final = frozenset(
    ("president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "vice president")
)
POSTS: Final = frozenset("leader commander chief minister chairman governor director head ambassador mayor".split()) | {
    f"{portfolio} minister" for portfolio in "foreign defence defense interior finance energy oil trade".split()
}


def name_of(stage: Stage, phrase: Phrase, owner: Referent | None, country: str | None) -> str:
    """As in "Senior Jordanian official", "UNITA spokesman", "Spokesman for ...", "Finnish embassy in Lima"."""
    words = _words(stage, phrase)
    base = _join(word for _, word in words)
    if phrase.owner_how == "of" and owner is None and phrase.owner is not None:
        base += " of " + stage.page.text[phrase.owner].lower()
    if owner is not None and owner.shape == "person" and (title := _post(stage, phrase, owner)):
        return title
    if owner is not None and owner.shape == "person" and not (_office(stage, phrase, owner) and country):
        if phrase.owner_how == "name" and phrase.owner is not None:  # the words before a name are its own title
            base = _join(word for i, word in words if i > phrase.owner)
        return _capital(
            f"{base} {'for' if phrase.role.lemma in SPEAKS and not phrase.role.body else 'of'} {owner.actors[0].name}"
        )
    who = _whose(stage, phrase, owner, country)
    if who and who.lower() not in base.lower():
        before = phrase.owner if phrase.owner_how == "name" and phrase.owner is not None else -1
        base = _join((*(w for i, w in words if i < before), who, *(w for i, w in words if i >= before)))
    return _capital(base + _at(stage, phrase))


def _post(stage: Stage, phrase: Phrase, owner: Referent) -> str:
    """As in "her office" of a president, "his deputy" of a rebel leader: "Office of the President of Estonia"."""
    lemma, actor = phrase.role.lemma, owner.actors[0]
    if lemma not in ("office", "deputy") or phrase.words or phrase.plural:
        return ""
    titles = sorted(noun for noun in owner.nouns if noun in (HEADS if lemma == "office" else HEADS | POSTS))
    state = stage.government(actor.country or "")
    if not titles:
        return ""
    title = max(titles, key=len)
    if lemma == "office":
        return f"Office of the {title.title()} of {state.actors[0].name}" if state is not None else ""
    side = stage.known.get(actor.acts_for or "")
    if side is not None and side.shape in ("group", "organisation"):
        return f"Deputy {title} of {side.actors[0].name}"
    return f"{stage.adjective(actor.country)} deputy {title}".strip() if actor.sector == "GOV" and state else ""


def _office(stage: Stage, phrase: Phrase, owner: Referent) -> bool:
    """As in "his defence secretary" of a president: an office of the state that the owner serves, too."""
    lemma = phrase.role.lemma
    state = phrase.role.sector == "GOV" and " " in lemma and lemma.rsplit(" ", 1)[-1] not in SPEAKS
    return state and owner.actors[0].sector == "GOV" and stage.page.pos[phrase.head] in ("NOUN", "PROPN")


def _words(stage: Stage, phrase: Phrase) -> list[tuple[int, str]]:
    """The words of the phrase by token; a proper name keeps its capitals, a common noun loses that of a sentence."""
    page = stage.page
    title = phrase.role.lemma.split()
    rest = len(title) - 1 if len(title) > 1 and title[1] == "of" and page.lemma[phrase.head] == title[0] else 0
    named = [(i, page.text[i]) for i in (*phrase.words, *range(phrase.head, phrase.head + rest + 1)) if i < len(page)]
    if page.pos[phrase.head] == "PROPN" and page.text[phrase.head][:1].isupper():
        return named
    first = page.starts[page.sent[phrase.head]]
    return [
        (
            i,
            w.lower()
            if w[1:].islower() and (i in (first, phrase.head) or page.pos[i] == "NOUN") and not page.label[i]
            else w,
        )
        for i, w in named
    ]


def _whose(stage: Stage, phrase: Phrase, owner: Referent | None, country: str | None) -> str:
    """The owner's name, or the country's adjective; an embassy's citizens are its country's."""
    if owner is None or owner.shape in ("state", "demonym", "place", "person"):
        return stage.adjective(country)
    if owner.shape == "body" and country and (phrase.role.sector == "CVL" or phrase.role.lemma in MISSIONS):
        return stage.adjective(country)
    return _as_written(stage, phrase, owner.actors[0].name)


def _as_written(stage: Stage, phrase: Phrase, name: str) -> str:
    """A people's name in the form of the phrase: "Bosnian Serb" for the Bosnian Serbs of "a Bosnian Serb officer"."""
    hit = stage.hits.get(phrase.owner) if phrase.owner is not None and phrase.owner_how == "name" else None
    written = stage.page.words(hit.start, hit.end) if hit is not None else ""
    return written if written and name in (written + "s", written + "es") else name


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
