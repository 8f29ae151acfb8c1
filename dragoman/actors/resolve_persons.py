"""A person named in a report -> the actor, with country and sector read from the words around the names."""

from typing import Final

from dragoman.actors import phrases, roles_learned
from dragoman.actors.description_nouns import FORMER
from dragoman.actors.descriptions import lower_office
from dragoman.actors.mentions_persons import Naming, Person
from dragoman.actors.mentions_titles import role_at
from dragoman.actors.page import Page
from dragoman.actors.phrases import title_role
from dragoman.actors.pronouns import SPEECH
from dragoman.actors.resolve_names import head_of
from dragoman.actors.resolve_roles import Standing, role_of
from dragoman.actors.role_time import is_private
from dragoman.actors.scene import Referent
from dragoman.actors.stage import OF_STATE, Stage
from dragoman.records import Actor, ActorKind

# Verbs that give an office: to their subject, to the subject of their passive; not with these auxiliaries.
BECOMES: Final = frozenset("become remain serve act".split())
NAMED: Final = frozenset("name appoint elect reelect crown swear install proclaim confirm inaugurate".split())
OPEN: Final = frozenset("will would could might may should can not n't n’t never".split())
# Whose relation somebody is says nothing of the own office.
KIN: Final = frozenset(
    """wife husband son daughter brother sister father mother cousin nephew niece uncle aunt grandson granddaughter
    grandfather grandmother widow widower twin sibling friend colleague fiancé fiancée fiance fiancee son-in-law
    daughter-in-law brother-in-law father-in-law heir relative ally rival neighbour neighbor""".split()
)
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
    roles_learned.note(stage, naming, referent.actors[0], _role_heads(stage, naming))
    if (headed := _headed(stage, naming)) is not None:
        roles_learned.note_head(stage, naming, referent.actors[0], *headed)
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
    """Country, sector and principal by the roles said of the person; one with an own owner before a bare rank.

    Kinship and offices that are over count only where nothing else is said; whose kin it is still tells the country.
    """
    best: Standing | None = None
    least: list[tuple[Standing, bool]] = []
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
            if stage.page.lemma[head] in KIN or _is_over(stage, head):
                least.append(found)
                continue
            if explicit:
                return standing, True
            if (home := _of_country(stage, naming)) is not None:
                acts_for = home if standing[2] == standing[0] else standing[2]
                return (home, standing[1], acts_for), True
            best = best or standing
        if by_verb := _by_verb(stage, naming):
            return by_verb, True
    if best is None:
        return least[0] if least else (None, False)
    theirs = next((standing[0] for standing, explicit in least if explicit and standing[0]), None)
    if theirs is None:
        return best, False
    return (theirs, best[1], theirs if best[2] == best[0] else best[2]), True


def _is_over(stage: Stage, head: int) -> bool:
    phrase = phrases.read(stage.page, head, stage.others(head))
    return phrase is not None and is_private(stage.page, phrase)


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
        if (theirs := _whose(stage, naming)) is not None:
            return theirs
        i = naming.start - 1
        while i >= 0 and page.sent[i] == page.sent[naming.start] and page.pos[i] in ("NOUN", "ADJ", "PROPN"):
            if i in stage.hits and (referent := stage.refer(i)) is not None and referent.country:
                return referent.country, "CVL", None
            i -= 1
    return None


def _whose(stage: Stage, naming: Naming) -> Standing | None:
    """As in "the Indian envoy saw Pakistan's NAME", "then Armenia's, NAME": of the state; the office is the other's."""
    page, i = stage.page, naming.start - 1
    if i > 0 and page.text[i] == ",":
        i -= 1
    if i < 1 or page.low[i] not in phrases.POSSESSIVE or page.sent[i] != page.sent[naming.start]:
        return None
    hit = stage.hits.get(i - 1)
    referent = stage.refer(head_of(stage, hit)) if hit is not None else None
    if referent is None or referent.shape not in ("state", "demonym", "place") or referent.country is None:
        return None
    fits = ("person", referent.country)
    turns = stage.scene.back(
        naming.start,
        lambda t: t.sent == page.sent[i] and t.referent.shape == fits[0] and t.referent.country not in (None, fits[1]),
    )
    sector = turns[0].referent.actors[0].sector if turns else None
    return referent.country, sector, referent.country if sector in OF_STATE else None


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
    out += _came_to_be(page, head if naming.title is None else _outer(page, head, naming.title))
    above = page.head[head]
    if page.dep[head] == "appos" and (above in stage.hits or above in stage.places) and role_at(page, page.head[above]):
        above = page.head[above]  # "Peru's ambassador in Lagos, NAME": the name hangs on the place
        if role_at(page, above) is not None and above not in out:
            return [*out, above]
    out += [
        k
        for noun in out
        for k in page.kids[noun]
        if page.dep[k] == "conj" and k not in out and k not in stage.titles and _person(page, k)
    ]
    if above == head or role_at(page, above) is None or above in out:
        return out
    if page.dep[head] in ("appos", "flat", "nmod:desc", "compound") and above < head:
        out.append(above)
    return out


def _person(page: Page, i: int) -> bool:
    role = role_at(page, i)
    return role is not None and role.person and page.pos[i] == "NOUN" and page.doc[i].tag_ == "NN"


def _outer(page: Page, head: int, title: int) -> int:
    """The head of a name with its title: the title itself where the parser hung the name on it."""
    return title if page.head[head] == title else head


def _came_to_be(page: Page, head: int) -> list[int]:
    """As in "NAME is the governor", "NAME was named prime minister", "NAME served as envoy": the noun."""
    verb = page.head[head]
    if verb == head or page.dep[head] not in ("nsubj", "nsubj:pass"):
        return []
    if any(page.dep[k] in ("aux", "advmod") and page.low[k] in OPEN for k in page.kids[verb]):
        return []
    if page.dep[head] == "nsubj" and page.kid(verb, "cop") is not None:
        return [verb] if role_at(page, verb) is not None and not page.case(verb) else []  # "was in a hospital"
    if page.lemma[verb] not in (NAMED if page.dep[head] == "nsubj:pass" else BECOMES):
        return []
    for k in page.kids[verb]:
        plain = page.dep[k] in ("xcomp", "obj") and not page.case(k)
        if k > verb and (plain or page.case(k) == "as") and role_at(page, k) is not None and k != head:
            return [k]
    return []


def _by_verb(stage: Stage, naming: Naming) -> Standing | None:
    """Where somebody stands who heads a group or body."""
    found = _headed(stage, naming)
    return standing_of(found[1]) if found is not None else None


def _headed(stage: Stage, naming: Naming) -> tuple[int, Referent] | None:
    """As in "NAME, who heads the rebel delegation": the verb, and what the person heads."""
    page = stage.page
    for k in page.kids[naming.head]:
        if page.dep[k] in ("acl:relcl", "acl") and page.lemma[k] in HEADS and (obj := page.kid(k, "obj")) is not None:
            return _with(k, stage.refer(obj))
    first = naming.start if naming.title is None else naming.title
    verb = first - 2
    if verb < 1 or page.low[first - 1] != "by" or page.lemma[verb] not in HEADS:
        return None
    led = page.head[verb]  # "the council, headed by NAME"
    if led < verb and page.pos[led] in ("NOUN", "PROPN") and (found := _with(verb, stage.refer(led))) is not None:
        return found
    shapes = ("group", "body", "organisation")
    return _with(verb, stage.scene.last(verb, lambda turn: turn.referent.shape in shapes))


def _with(verb: int, led: Referent | None) -> tuple[int, Referent] | None:
    return None if led is None or standing_of(led) is None else (verb, led)


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
        if not ended:
            return (
                leader.offices[0].country,
                said[1] if said is not None else None,
                said[2] if said is not None else None,
            )
        office = ended[-1]
        over = office.end is not None and stage.on is not None and office.end <= stage.on
        if said is None and over:
            return office.country, "CVL", None
        if said is not None and office.country:
            return office.country, said[1] or office.sector, office.country if said[2] == said[0] else said[2]
    return office.country, office.sector or None, office.of or None  # users' own actors may lack them
