"""The words around a name ("Vice Foreign Minister NAME", "NAME, a farmer") -> the roles that the report teaches.

`note` takes down each as the walk comes by, when the scene still tells whose ministry it is; `learned` gives them in
the order of the text, one for a person and office.
"""

from dragoman.actors import phrases
from dragoman.actors.description_nouns import LOWER
from dragoman.actors.mentions_persons import Naming
from dragoman.actors.phrases import Phrase
from dragoman.actors.resolve_roles import body_in, owner_of, same_office, standing_of_role
from dragoman.actors.role_time import PAST, is_over
from dragoman.actors.scene import Referent
from dragoman.actors.stage import OF_STATE, Stage
from dragoman.records import Actor, Role


def note(stage: Stage, naming: Naming, actor: Actor, heads: list[int]) -> None:
    """Takes down the roles that the nouns `heads` give to the person named there."""
    for head in heads:
        if naming.title is not None and naming.title < head < naming.start:
            continue  # the General of "army commander General NAME"
        phrase = phrases.read(stage.page, head, stage.others(head))
        if phrase is None or not phrase.role.person or phrase.plural or phrase.role.honorific:
            continue
        owner = owner_of(stage, phrase)
        country, sector, acts_for = standing_of_role(stage, phrase, owner, naming.start)
        if owner is None and actor.country is not None:
            country = actor.country
        skip, of = _of(stage, phrase, owner, country, sector)
        side = stage.known.get(acts_for or "")
        of = side.actors[0].name if of is None and side is not None else of
        former = is_over(stage.page, phrase)
        title = _title(stage, phrase, skip)
        if phrase.role.lemma == "counterpart":
            title = same_office(stage, phrase)  # "his Afghan counterpart NAME" holds what he holds
        key = (actor.id, title, of or "", former)
        if title and key not in stage.offices:
            evidence = _evidence(stage, phrase, naming)
            stage.offices[key] = Role(actor, title, of, country, sector, stage.on, former, (evidence,))


def note_head(stage: Stage, naming: Naming, actor: Actor, verb: int, headed: Referent) -> None:
    """Takes down that the person heads a group or body ("NAME, who leads the delegation")."""
    page, one = stage.page, headed.actors[0]
    key = (actor.id, "head", one.name, False)
    if key not in stage.offices:
        span = page.span(min(naming.start, verb), max(naming.end, verb + 1))
        stage.offices[key] = Role(actor, "head", one.name, one.country, one.sector, stage.on, False, (span,))


def _of(
    stage: Stage, phrase: Phrase, owner: Referent | None, country: str | None, sector: str | None
) -> tuple[int, str | None]:
    """How many of the words before the noun name the body it is an office of, and the name of whom it is of."""
    named = body_in(stage, phrase, country)
    if named is not None:
        return named[0] + 1, named[1].actors[0].name
    if owner is not None and len(owner.actors) == 1 and owner.shape != "place":
        return 0, owner.actors[0].name
    state = stage.government(country) if country and not OF_STATE.isdisjoint((sector, phrase.sector)) else None
    return 0, state.actors[0].name if state is not None else None


def _title(stage: Stage, phrase: Phrase, skip: int) -> str:
    """The words of the office in lower case, without those that name its body or say that it is past."""
    page = stage.page
    of_title = (*phrase.words[skip:], *range(phrase.head, min(phrase.head + _rest(phrase) + 1, len(page))))
    kept = [page.text[i] for i in of_title if page.low[i] not in PAST and page.label[i] != "PERSON"]
    before = [page.text[i] for i in phrase.words[:skip] if page.low[i] in LOWER]  # deputy of "deputy army chief"
    words = " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in (*before, *kept))
    return words.removesuffix(" elect") + "-elect" if words.endswith(" elect") else words


def _rest(phrase: Phrase) -> int:
    """How many tokens of a title follow its noun ("secretary of state": two)."""
    words = phrase.role.lemma.split()
    return len(words) - 1 if len(words) > 1 and words[1] == "of" else 0


def _evidence(stage: Stage, phrase: Phrase, naming: Naming) -> tuple[int, int]:
    """The characters from the first word of name and office to the last, the owner among them."""
    page = stage.page
    tokens = [phrase.start, phrase.head + _rest(phrase), naming.start, naming.end - 1]
    if phrase.owner is not None and page.sent[phrase.owner] == page.sent[phrase.head]:
        hit = stage.hits.get(phrase.owner)
        tokens += [hit.start, hit.end - 1] if hit is not None else [phrase.owner]
    return page.span(min(tokens), max(tokens) + 1)


def learned(stage: Stage) -> tuple[Role, ...]:
    """All roles taken down, in the order of the text."""
    return tuple(sorted(stage.offices.values(), key=lambda role: role.evidence[0]))
