"""A person named in a report -> the actor, with country and sector read from the words around the names."""

from typing import Final

from dragoman.actors.description_nouns import FORMER
from dragoman.actors.descriptions import lower_office
from dragoman.actors.mentions_persons import Naming, Person, role_at
from dragoman.actors.phrases import title_role
from dragoman.actors.pronouns import SPEECH
from dragoman.actors.resolve_roles import Standing, role_of
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage
from dragoman.records import Actor, ActorKind

HEADS: Final = frozenset(
    """head lead chair command run found represent govern rule edit direct manage coordinate oversee control
    """.split()
)


def of_naming(stage: Stage, naming: Naming) -> Referent:
    """The referent of the person named there, with the mention noted."""
    person = naming.person
    assert person is not None
    referent = stage.known.get(person.id)
    if referent is None:
        standing, explicit = _standing(stage, person)
        if not explicit:
            standing = _office(stage, person, standing) or _by_demonym(stage, person) or standing
            standing = standing or _unnamed_before(stage, naming)
        referent = _referent(stage, person, standing)
        stage.known[person.id] = referent
        stage.persons[person.id] = person
    how = "title" if naming.title is not None else "name"
    if referent.country:
        stage.countries[naming.head] = referent.country
    return stage.mention(naming.start, naming.end, naming.head, referent, how)


def _unnamed_before(stage: Stage, naming: Naming) -> Standing | None:
    """As in "An LDF spokesman denied it. ... NAME told reporters", "a commander, who gave his name as NAME"."""
    page, head = stage.page, naming.head
    if naming.title is not None or naming.end - naming.start < 2:
        return None
    here = page.sent[head]
    fits = ("person:", "person")
    near = page.para[head]
    turns = stage.scene.back(head, lambda t: t.subject and near - t.para <= 1 and here - t.sent <= 1)
    one = turns[0].referent if turns else None
    if one is None or one.shape != fits[1] or len(one.actors) != 1 or one.actors[0].id.startswith(fits[0]):
        return None
    verb = page.head[head]
    speaks = page.dep[head] == "nsubj" and page.lemma[verb] in SPEECH
    gives = page.case(head) == "as" or any(page.low[i] == "name" for i in range(max(0, naming.start - 3), naming.start))
    actor = one.actors[0]
    return (actor.country, actor.sector, actor.acts_for) if speaks or gives else None


def _referent(stage: Stage, person: Person, standing: Standing | None) -> Referent:
    country, sector, acts_for = standing if standing else (None, None, None)
    actor = Actor(person.id, person.name, country, sector, ActorKind.PERSON, acts_for)
    return Referent((actor,), "person", gender=person.gender, nouns=frozenset(person.nouns))


def _standing(stage: Stage, person: Person) -> tuple[Standing | None, bool]:
    """Country, sector and principal by the roles said of the person; one with an own owner before a bare rank."""
    best: Standing | None = None
    heads = {naming.start: _role_heads(stage, naming) for naming in person.namings}
    for head in (head for found in heads.values() for head in found):
        if title_role(stage.page, head) is not None:
            _remember(stage, person, head)
    for naming in person.namings:
        for head in heads[naming.start]:
            found = role_of(stage, head, naming.start)
            if found is None:
                continue
            standing, explicit = found
            if explicit:
                return standing, True
            if (home := _of_country(stage, naming)) is not None:
                acts_for = home if standing[2] == standing[0] else standing[2]
                return (home, standing[1], acts_for), True
            best = best or standing
        if by_verb := _by_verb(stage, naming):
            return by_verb, True
    return best, False


def _of_country(stage: Stage, naming: Naming) -> str | None:
    """As in "Governor NAME of New Mexico": the country of the place after the name."""
    page = stage.page
    for k in page.kids[naming.head]:
        if k > naming.head and page.dep[k].startswith("nmod") and page.case(k) in ("of", "from"):
            found = stage.refer(k)
            if found is not None and found.shape in ("place", "state"):
                return found.country
    return None


def _by_demonym(stage: Stage, person: Person) -> Standing | None:
    """As in "Australian surveyor NAME", "NAME, a Belgian cyclist": the country, where the noun gives no role."""
    page = stage.page
    for naming in person.namings:
        nouns = [k for k in page.kids[naming.head] if page.dep[k] in ("appos", "nmod:desc", "compound", "amod", "nmod")]
        for i in (*(k for k in nouns if k not in stage.namings), *(k for n in nouns for k in page.kids[n])):
            if i in stage.hits and page.dep[i] in ("amod", "compound", "nmod:desc"):
                referent = stage.refer(i)
                if referent is not None and referent.shape in ("state", "demonym"):
                    return referent.country, "CVL", None
        i = naming.start - 1
        while i >= 0 and page.sent[i] == page.sent[naming.start] and page.pos[i] in ("NOUN", "ADJ", "PROPN"):
            if i in stage.hits and (referent := stage.refer(i)) is not None and referent.country:
                return referent.country, "CVL", None
            i -= 1
    return None


def _remember(stage: Stage, person: Person, head: int) -> None:
    role = title_role(stage.page, head)
    lower = lower_office(stage.page, head)
    person.nouns.add(lower or stage.page.lemma[head])
    if not FORMER.isdisjoint(stage.page.low[max(head - 4, stage.page.starts[stage.page.sent[head]]) : head]):
        person.nouns.add("former")
    if role is not None:
        if lower is None:
            person.nouns.add(role.lemma)
        person.gender = person.gender or role.gender


def _role_heads(stage: Stage, naming: Naming) -> list[int]:
    """Nouns that say what a person is: title, apposition either way, predicate, relative clause with "is"."""
    page, head = stage.page, naming.head
    out = [] if naming.title is None else [naming.title]
    titled = [k for k in page.kids[naming.title] if k >= naming.end] if naming.title is not None else []
    for k in (*page.kids[head], *titled):
        if page.dep[k] in ("appos", "nmod:desc") and k not in stage.namings and k not in out and role_at(page, k):
            out.append(k)
        if page.dep[k] == "acl:relcl" and page.kid(k, "cop") is not None and role_at(page, k):
            out.append(k)
    above = page.head[head]
    if page.dep[head] == "appos" and (above in stage.hits or above in stage.places) and role_at(page, page.head[above]):
        above = page.head[above]  # "Peru's ambassador in Lagos, NAME": the name hangs on the place
        if role_at(page, above) is not None and above not in out:
            return [*out, above]
    if above == head or role_at(page, above) is None or above in out:
        return out
    apposed = page.dep[head] in ("appos", "flat", "nmod:desc", "compound") and above < head
    if apposed or (page.dep[head] == "nsubj" and page.kid(above, "cop") is not None):
        out.append(above)
    return out


def _by_verb(stage: Stage, naming: Naming) -> Standing | None:
    """As in "NAME, who heads the rebel delegation": what the person heads."""
    page = stage.page
    for k in page.kids[naming.head]:
        if page.dep[k] in ("acl:relcl", "acl") and page.lemma[k] in HEADS and (obj := page.kid(k, "obj")) is not None:
            return standing_of(stage.refer(obj))
    first = naming.start if naming.title is None else naming.title
    verb = first - 2
    if verb < 1 or page.low[first - 1] != "by" or page.lemma[verb] not in HEADS:
        return None
    led = page.head[verb]  # "the council, headed by NAME"
    if led < verb and page.pos[led] in ("NOUN", "PROPN") and (found := standing_of(stage.refer(led))):
        return found
    shapes = ("group", "body", "organisation")
    return standing_of(stage.scene.last(verb, lambda turn: turn.referent.shape in shapes))


def standing_of(referent: Referent | None) -> Standing | None:
    """Where somebody stands who acts for `referent`."""
    if referent is None or len(referent.actors) != 1 or referent.shape == "place":
        return None
    actor = referent.actors[0]
    return actor.country, actor.sector, actor.id


def _office(stage: Stage, person: Person, said: Standing | None) -> Standing | None:
    """The office that the registry gives on the day; of one held before only the country, where a role is `said`."""
    leader = person.leader
    if leader is None:
        return None
    office = leader.office_on(stage.on)
    if office is None:
        ended = [o for o in leader.offices if o.start is None or stage.on is None or o.start <= stage.on]
        office = ended[-1] if ended else leader.offices[0]
        if said is not None and office.country:
            return office.country, said[1] or office.sector, office.country if said[2] == said[0] else said[2]
    return office.country, office.sector, office.of
