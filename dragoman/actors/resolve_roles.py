"""A phrase with a role noun ("a senior Jordanian official", "the rebels") -> the actor, named or described."""

from typing import Final, TypeAlias

from dragoman.actors import descriptions, mentions_persons, phrases
from dragoman.actors.bodies_again import apposed, itself
from dragoman.actors.description_nouns import COUNTRIES
from dragoman.actors.mentions_persons import role_at
from dragoman.actors.page import Page
from dragoman.actors.phrases import Phrase
from dragoman.actors.registry import State, registry
from dragoman.actors.registry_load import slug
from dragoman.actors.resolve_names import head_of
from dragoman.actors.resolve_organisations import own_head
from dragoman.actors.role_country import country_of
from dragoman.actors.role_names import SPEAKS, name_of
from dragoman.actors.scene import Referent
from dragoman.actors.stage import ARMED, ARMED_NOUNS, OF_STATE, Stage
from dragoman.records import Actor, ActorKind

# Country, sector and the id of whom one acts for.
Standing: TypeAlias = tuple[str | None, str | None, str | None]

# "Clinton's campaign" acts for its candidate; other campaigns are no actors.
OWNED_ONLY: Final = frozenset(("campaign",))
SHAPES: Final = {"REB": "group", "OPP": "group", "PTY": "group", "INS": "group", "SEP": "group"}
BARE_BODIES: Final = frozenset(
    "police parliament congress media press opposition customs intelligence government television radio".split()
)
NEIGHBOURS: Final = frozenset(("neighbour", "neighbor", "ally", "partner"))
MEN: Final = frozenset(
    """man fighter force troop soldier follower gunman unit commander movement group organisation
    organization front faction side camp militia""".split()
)


def of_phrase(stage: Stage, i: int) -> Referent | None:
    """The referent of the role phrase headed by token `i`, with its mention noted; None if the noun gives no role."""
    if (person := _named(stage, i)) is not None:
        return person
    page = stage.page
    if page.dep[i] in ("amod", "compound", "nmod:desc") and page.head[i] > i and not _is_body(stage, i):
        return None
    found = descriptions.of_noun(stage, i)
    if found is not None:
        return found
    if mentions_persons.title_of(page, i) is not None:
        return None  # the State of "Secretary of State"
    if page.lemma[i] == "authority" and page.doc[i].tag_ == "NN":
        return None
    phrase = phrases.read(stage.page, i, stage.others(i))
    if phrase is None:
        return None
    if _bare(stage, phrase):
        return None
    if page.lemma[i] == "side" or _nobody(page, i):
        return None
    if page.lemma[i] == "state" and _province(stage, phrase):
        return None
    owner = owner_of(stage, phrase)
    if phrase.role.lemma == "enemy" and owner is None:
        return None
    if _any_state(phrase) and (owner is None or (phrase.plural and page.lemma[i] in NEIGHBOURS)):
        return None
    if phrase.role.lemma in OWNED_ONLY and (owner is None or owner.shape != "person"):
        return None
    if owner is None and phrase.owner is None and (known := descriptions.take_up(stage, phrase)) is not None:
        return stage.mention(_start(stage, phrase), i + 1, i, known, "description")
    theirs = phrase.person and owner is not None and owner.shape in ("demonym", "state") and _the(stage, phrase)
    if theirs and owner is not None and (known := descriptions.same_person(stage, phrase, owner.country)) is not None:
        return stage.mention(_start(stage, phrase), i + 1, i, known, "description")
    alike = phrase.role.lemma == "counterpart" and owner is not None and owner.shape == "person"
    if alike and owner is not None and (known := descriptions.counterpart(stage, i, owner)) is not None:
        return stage.mention(_start(stage, phrase), i + 1, i, known, "description")
    if owner is not None and (known := itself(stage, phrase, owner)) is not None:
        return stage.mention(_start(stage, phrase), i + 1, i, known, "title")
    referent = _described(stage, phrase, owner)
    if others := _other_owners(stage, phrase):
        each = [referent, *(_described(stage, phrase, other) for other in others)]
        referent = Referent(tuple(dict.fromkeys(r.actors[0] for r in each)), referent.shape, True, nouns=referent.nouns)
    how = "description" if owner is None or owner.shape == "person" else "title"
    return stage.mention(_start(stage, phrase), i + 1, i, referent, how)


def role_of(stage: Stage, head: int, before: int) -> tuple[Standing, bool] | None:
    """The standing that a title or apposition gives to a person, and whether its own words say of whom."""
    phrase = phrases.read(stage.page, head, stage.others(head))
    if phrase is None:
        return None
    owner = owner_of(stage, phrase)
    country, acts_for, explicit = country_of(stage, phrase, owner, min(head, before))
    sector = _sector(phrase, owner)
    if acts_for is None and sector in OF_STATE:
        acts_for = country
    if country in stage.context or explicit:
        _note_body(stage, phrase, country)
    return (country, sector, acts_for), explicit


def _note_body(stage: Stage, phrase: Phrase, country: str | None) -> None:
    """Lets "the ministry" take up that of "foreign ministry spokesman NAME", which is no mention of its own."""
    page = stage.page
    for n, i in enumerate(phrase.words):
        role = role_at(page, i)
        if role is None or not role.body or role.state:
            continue
        name = " ".join([stage.adjective(country), *(page.text[w].lower() for w in phrase.words[: n + 1])]).strip()
        key = slug(f"{country or 'int'} {name}")
        if key not in stage.known:
            actor = Actor(
                key, name, country, role.sector, ActorKind.MINISTRY, country if role.sector in OF_STATE else None
            )
            nouns = frozenset((role.lemma, page.lemma[i]))
            stage.known[key] = Referent((actor,), "body", nouns=nouns)
        stage.scene.note(i, stage.known[key])
        return


def owner_of(stage: Stage, phrase: Phrase) -> Referent | None:
    """The actor that the noun belongs to by its own words, None if they do not say."""
    i = phrase.owner
    if i is None:
        return _spoken_for(stage, phrase)
    if (hit := stage.hits.get(i)) is not None:
        i = head_of(stage, hit)
    elif (naming := stage.namings.get(i)) is not None:
        i = naming.head
    elif (own := stage.organisations.get(i)) is not None and own.end <= phrase.head:
        i = own_head(stage, own)
    owner = stage.refer(stage.place_start.get(i, i))
    if owner is None or not owner.actors:
        return None
    if len(owner.actors) > 1:
        first = owner.actors[0]
        return stage.known.get(first.id) or stage.government(first.id)
    return owner


def _spoken_for(stage: Stage, phrase: Phrase) -> Referent | None:
    """As in "The union will wait, a spokesman said": a spokesman without more speaks for the subject before him."""
    if phrase.role.lemma not in ("spokesman", "spokeswoman", "spokesperson") or phrase.words:
        return None
    page, i = stage.page, phrase.head
    shapes = ("organisation", "group", "body", "person")
    turns = stage.scene.back(i, lambda t: t.subject and t.sent == page.sent[i] and t.referent.shape in shapes)
    return turns[0].referent if turns and len(turns[0].referent.actors) == 1 else None


def _other_owners(stage: Stage, phrase: Phrase) -> list[Referent]:
    """Further owners: "US and British troops", "Chile and Peru shut their consulates"."""
    page = stage.page
    out: list[Referent] = []
    if phrase.owner is None:
        return out
    for k in (phrase.owner, page.head[phrase.owner]):
        for other in page.kids[k]:
            after = phrase.owner_how in ("of", "for", "from")
            if (
                page.dep[other] == "conj"
                and other in stage.hits
                and (after or other < phrase.head)
                and other != phrase.owner
            ):
                referent = stage.refer(other)
                if referent is not None and referent.shape in ("demonym", "state"):
                    out.append(referent)
    hit = stage.hits.get(phrase.owner)
    if hit is not None and hit.start > 1 and page.low[hit.start - 1] in ("and", "or", "-", "/"):
        before = stage.hits.get(hit.start - 2)  # "Thai and Cambodian troops", whatever the parser made of it
        found = stage.refer(head_of(stage, before)) if before is not None else None
        if found is not None and found.shape in ("demonym", "state") and found not in out:
            out.append(found)
    owner = stage.memo.get(phrase.owner)
    if owner is not None and len(owner.actors) > 1:
        for actor in owner.actors[1:]:
            if (referent := stage.known.get(actor.id) or stage.government(actor.id)) is not None:
                out.append(referent)
    return out


def _bare(stage: Stage, phrase: Phrase) -> bool:
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


def _the(stage: Stage, phrase: Phrase) -> bool:
    return phrase.definite or phrase.owner_how == "poss" or stage.page.has(phrase.head, "det", frozenset(("the",)))


def _nobody(page: Page, i: int) -> bool:
    """As in "all parties", "the warring parties", "in exile": no actor by itself."""
    if page.lemma[i] == "party" and page.doc[i].tag_ == "NNS":
        return any(page.low[k] in ("all", "warring", "third", "conflicting", "concerned") for k in page.kids[i])
    return page.low[i] == "exile" and page.case(i) in ("in", "into", "from")


def _province(stage: Stage, phrase: Phrase) -> bool:
    """As in "the southern state of Oaxaca": part of a country."""
    page = stage.page
    if any(page.low[w].endswith("ern") for w in phrase.words):
        return True
    k = page.kid(phrase.head, "nmod", "appos")
    return k is not None and (k in stage.places or page.label[k] == "LOC") and k not in stage.hits


def _any_state(phrase: Phrase) -> bool:
    """As in "a country that ...", "states, not governments": none in particular."""
    if phrase.role.lemma == "authority":
        return False
    if phrase.role.lemma in NEIGHBOURS and phrase.plural:
        return True
    return phrase.role.lemma in COUNTRIES or (phrase.role.state and phrase.plural)


def _is_body(stage: Stage, i: int) -> bool:
    """A body's noun that modifies no role ("ministry spokesman" is one actor, "ministry documents" names the body)."""
    page = stage.page
    role = role_at(page, i)
    if role is None or not role.body or role.state or page.pos[i] == "ADJ":
        return False
    return role_at(page, page.head[i]) is None


def _named(stage: Stage, i: int) -> Referent | None:
    """The person whose title or apposition the noun is."""
    page = stage.page
    naming = stage.titles.get(i)
    if naming is not None:
        return stage.refer(naming.head)
    for k in page.kids[i]:
        if page.dep[k] in ("appos", "flat") and k in stage.namings and k == stage.namings[k].head:
            return stage.refer(k) if not page.doc[i].tag_.endswith("S") else None
    if (proper := _proper_after(stage, i)) is not None:
        return proper
    above = page.head[i]
    if page.dep[i] == "appos" and (titled := stage.titles.get(above)) is not None and titled.end < i:
        return stage.refer(titled.head)  # "commander NAME, a former policeman": the parser hung it on the title
    if page.dep[i] in ("appos", "nmod:desc") and above in stage.namings and stage.namings[above].head == above:
        return stage.refer(above)
    return None


def _proper_after(stage: Stage, i: int) -> Referent | None:
    """As in "the news agency NAME", "human rights group NAME": the body that the noun introduces."""
    after = i + 1
    role = role_at(stage.page, i)
    if role is None or role.person or after >= len(stage.page) or stage.page.sent[after] != stage.page.sent[i]:
        return None
    name, hit = stage.organisations.get(after), stage.hits.get(after)
    if name is None and hit is None and stage.page.low[after] == ",":
        return apposed(stage, i)
    if name is not None and name.start == after:
        return stage.refer(own_head(stage, name))
    if hit is not None and hit.start == after and not isinstance(hit.entries[0].record, State):
        return stage.refer(head_of(stage, hit))
    return None


def _start(stage: Stage, phrase: Phrase) -> int:
    return min(phrase.start, phrase.head)


def _sector(phrase: Phrase, owner: Referent | None) -> str | None:
    """The sector: that of an owning group or organisation, of an owning body for general nouns, else the words'."""
    if owner is None or owner.shape in ("state", "demonym", "place"):
        return "GOV" if phrase.role.lemma == "counterpart" else phrase.sector
    actor = owner.actors[0]
    if owner.shape == "person":
        if phrase.role.lemma == "chief of staff" and actor.sector in ("GOV", "OPP", "PTY", "LEG"):
            return actor.sector  # a politician's, who is no soldier
        theirs = phrase.role.lemma in MEN and actor.sector not in ("GOV", None)
        return actor.sector if phrase.role.lemma in SPEAKS or theirs else phrase.sector
    if owner.shape in ("group", "organisation"):
        return phrase.sector if phrase.sector == "CVL" and phrase.role.lemma not in phrases.GENERAL else actor.sector
    return (
        actor.sector if phrase.role.lemma in phrases.GENERAL and phrase.sector == phrase.role.sector else phrase.sector
    )


def _described(stage: Stage, phrase: Phrase, owner: Referent | None) -> Referent:
    country, acts_for, _ = country_of(stage, phrase, owner, phrase.start)
    sector = _sector(phrase, owner)
    if country:
        stage.countries[phrase.head] = country
    ruling = owner is None or owner.shape != "group" or owner.actors[0].sector not in ARMED
    if phrase.role.state and country and ruling:
        if owner is None and (rulers := _new_rulers(stage, phrase, country)) is not None:
            return rulers
        government = stage.government(country)
        if government is not None:
            return government
    if owner is not None and not ruling and phrase.role.state:
        return owner  # "the Hamas government" is Hamas
    if owner is not None and owner.shape == "group" and phrase.plural and phrase.role.sector in ARMED:
        return owner  # "the UNITA rebels" are UNITA
    office = _same_office(stage, phrase) if phrase.role.lemma == "counterpart" else ""
    name = f"{stage.adjective(country)} {office}".strip() if office else name_of(stage, phrase, owner, country)
    if acts_for is None and sector in OF_STATE:
        acts_for = country
    key = slug(f"{country or 'int'} {name}")
    if (known := stage.known.get(key)) is not None and not phrase.person:
        return known
    actor = Actor(key, name, country, sector, _kind(phrase, sector), acts_for)
    shape = _shape(phrase, sector)
    if owner is not None and owner.shape == "person" and shape == "group":
        shape = "people"  # "his fighters"
    nouns = _nouns(stage, phrase, sector)
    return Referent((actor,), shape, phrase.plural, phrase.role.gender, nouns | {office} if office else nouns)


def _same_office(stage: Stage, phrase: Phrase) -> str:
    """As in "his Afghan counterpart": the office of him whose counterpart it is, "" if nothing tells."""
    owner = stage.page.kid(phrase.head, "nmod:poss")
    holder = stage.refer(owner) if owner is not None else None
    if holder is None or holder.shape != "person" or phrase.plural:
        return ""
    offices = [noun for noun in holder.nouns if noun != "counterpart" and registry().role(noun) is not None]
    return max(sorted(offices), key=len, default="")


def _new_rulers(stage: Stage, phrase: Phrase, country: str) -> Referent | None:
    """As in "will receive the rebels and weigh recognition of the new government": the group that took power."""
    page = stage.page
    if not any(page.low[k] in ("new", "interim", "de") for k in page.kids[phrase.head]):
        return None
    turns = stage.scene.back(phrase.head, lambda t: t.sent == page.sent[phrase.head] and t.referent.country == country)
    group = next((t.referent for t in turns if t.referent.shape != "place"), None)
    return group if group is not None and group.shape == "group" and group.actors[0].sector in ARMED else None


def _kind(phrase: Phrase, sector: str | None) -> ActorKind:
    if phrase.person:
        return ActorKind.PERSON
    if sector in ARMED:
        return ActorKind.ARMED_GROUP
    if sector in ("PTY", "OPP"):
        return ActorKind.PARTY
    if phrase.role.body:
        return ActorKind.MINISTRY if sector == "GOV" else ActorKind.OTHER
    return ActorKind.PEOPLE if phrase.role.what in ("person", "people") else ActorKind.OTHER


def _shape(phrase: Phrase, sector: str | None) -> str:
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


def _nouns(stage: Stage, phrase: Phrase, sector: str | None) -> frozenset[str]:
    words = {phrase.role.lemma, stage.page.lemma[phrase.head], phrase.role.lemma.rsplit(" ", 1)[-1]}
    if (lower := descriptions.lower_office(stage.page, phrase.head)) is not None:
        words = {lower}
    if sector in ARMED and (phrase.role.what == "body" or phrase.role.lemma in ARMED_NOUNS) and not phrase.person:
        words |= ARMED_NOUNS
    return frozenset(words)
