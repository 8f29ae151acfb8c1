"""A phrase with a role noun ("a senior Jordanian official", "the rebels") -> the actor, named or described."""

from dataclasses import replace
from typing import Final, TypeAlias

from dragoman.actors import descriptions, mentions_titles, phrases, role_silence
from dragoman.actors.bodies_again import apposed, itself
from dragoman.actors.description_nouns import FORMER, LIKE, LOWER
from dragoman.actors.descriptions_persons import of_person
from dragoman.actors.mentions_titles import role_at
from dragoman.actors.page import Page
from dragoman.actors.phrases import Phrase
from dragoman.actors.registry import State, registry
from dragoman.actors.registry_load import slug
from dragoman.actors.resolve_names import head_of
from dragoman.actors.resolve_organisations import own_head
from dragoman.actors.role_country import country_of
from dragoman.actors.role_names import SPEAKS, name_of
from dragoman.actors.role_shapes import kind_of, nouns_of, shape_of
from dragoman.actors.role_time import is_private
from dragoman.actors.scene import Referent
from dragoman.actors.stage import ARMED, OF_STATE, Stage
from dragoman.records import Actor, ActorKind

# Country, sector and the id of whom one acts for.
Standing: TypeAlias = tuple[str | None, str | None, str | None]

# "Clinton's campaign" acts for its candidate; other campaigns are no actors.
COMMITTEES: Final = frozenset("committee subcommittee panel commission caucus".split())
OWNED_ONLY: Final = frozenset(("campaign",))
MEN: Final = frozenset(
    """man fighter force troop soldier follower gunman unit commander movement group organisation
    organization front faction side camp militia""".split()
)


def of_phrase(stage: Stage, i: int) -> Referent | None:
    """The referent of the role phrase headed by token `i`, with its mention noted; None if the noun gives no role."""
    page = stage.page
    if (person := _named(stage, i)) is not None:
        if _apart(stage, i) and len(person.actors) == 1:
            start = min(phrases.left_edge(page, i), i)
            return stage.mention(start, i + 1, i, person, "description")
        return person
    if page.dep[i] in ("amod", "compound", "nmod:desc") and page.head[i] > i and not role_silence.is_body(stage, i):
        return None
    found = descriptions.of_noun(stage, i)
    if found is not None:
        return found
    if mentions_titles.title_of(page, i) is not None:
        return None  # the State of "Secretary of State"
    if page.lemma[i] == "authority" and page.doc[i].tag_ == "NN":
        return None
    if page.lemma[i] == "side":
        return _side(stage, i)
    phrase = phrases.read(stage.page, i, stage.others(i))
    if phrase is None:
        return None
    if role_silence.bare(stage, phrase):
        return None
    if role_silence.nobody(page, i):
        return None
    if page.lemma[i] == "state" and role_silence.province(stage, phrase):
        return None
    if role_silence.building(page, phrase):
        return None
    owner = owner_of(stage, phrase)
    if phrase.role.lemma == "enemy" and owner is None:
        return None
    if role_silence.any_state(phrase) and (
        owner is None or (phrase.plural and page.lemma[i] in role_silence.NEIGHBOURS)
    ):
        return None
    if phrase.role.lemma in OWNED_ONLY and (owner is None or owner.shape != "person"):
        return None
    if owner is None and phrase.owner is None and (known := descriptions.take_up(stage, phrase)) is not None:
        if known.shape == "organisation" and known.actors[0].sector is None and phrase.sector is not None:
            stage.later.setdefault(known.actors[0].id, replace(known.actors[0], sector=phrase.sector))
        return stage.mention(_start(stage, phrase), i + 1, i, known, "description")
    theirs = phrase.person and owner is not None and owner.shape in ("demonym", "state") and _the(stage, phrase)
    if theirs and owner is not None and (known := descriptions.same_person(stage, phrase, owner.country)) is not None:
        return stage.mention(_start(stage, phrase), i + 1, i, known, "description")
    ours = owner is None or owner.shape in ("demonym", "state")
    if phrase.person and ours and _the(stage, phrase) and phrase.owner_how != "poss":
        said = owner.country if owner is not None else None
        if (known := of_person(stage, phrase, said)) is not None:
            _learn(stage, phrase, known, owner)
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
    sector = _sector(stage, phrase, owner)
    if acts_for is None and sector in OF_STATE:
        acts_for = country
    if is_private(stage.page, phrase):
        sector, acts_for = "CVL", None
    if country in stage.context or explicit:
        _note_body(stage, phrase, country)
    return (country, sector, acts_for), explicit


def standing_of_role(stage: Stage, phrase: Phrase, owner: Referent | None, before: int) -> Standing:
    """The standing that the role gives, with nothing noted."""
    country, acts_for, _ = country_of(stage, phrase, owner, min(phrase.head, before))
    sector = _sector(stage, phrase, owner)
    return (country, "CVL", None) if is_private(stage.page, phrase) else (country, sector, acts_for)


def _note_body(stage: Stage, phrase: Phrase, country: str | None) -> None:
    """Lets "the ministry" take up that of "foreign ministry spokesman NAME", which is no mention of its own."""
    if (found := body_in(stage, phrase, country)) is not None:
        stage.scene.note(phrase.words[found[0]], found[1])


def body_in(stage: Stage, phrase: Phrase, country: str | None) -> tuple[int, Referent] | None:
    """The body that words of the phrase name ("foreign ministry" spokesman), and the place of its noun among them."""
    page = stage.page
    for n, i in enumerate(phrase.words):
        role = role_at(page, i)
        if role is None or not role.body or role.state:
            continue
        said = [page.low[w] for w in phrase.words[: n + 1] if page.low[w] not in LOWER | FORMER]
        name = " ".join([stage.adjective(country), *said]).strip()
        key = slug(f"{country or 'int'} {name}")
        if key not in stage.known:
            actor = Actor(
                key, name, country, role.sector, ActorKind.MINISTRY, country if role.sector in OF_STATE else None
            )
            nouns = frozenset((role.lemma, page.lemma[i]))
            stage.known[key] = Referent((actor,), "body", nouns=nouns)
        return n, stage.known[key]
    return None


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


def _learn(stage: Stage, phrase: Phrase, known: Referent, owner: Referent | None) -> None:
    """What a description tells of a person without a role holds for the whole report."""
    actor = known.actors[0]
    if actor.sector is not None and actor.country is not None:
        return
    country, sector, acts_for = standing_of_role(stage, phrase, owner, phrase.head)
    country = actor.country or (country if owner is not None or actor.sector is None else None)
    learned = replace(actor, country=country, sector=actor.sector or sector, acts_for=actor.acts_for or acts_for)
    stage.later.setdefault(actor.id, learned)


def _the(stage: Stage, phrase: Phrase) -> bool:
    return phrase.definite or phrase.owner_how == "poss" or stage.page.has(phrase.head, "det", frozenset(("the",)))


def _side(stage: Stage, i: int) -> Referent | None:
    """As in "the Ethiopian side denied it": that state or group; "the Iraqi side of the border" is a place."""
    page = stage.page
    if (
        page.kid(i, "nmod") is not None
        or page.case(i) not in ("", "by", "with", "between")
        or page.doc[i].tag_ == "NNS"
    ):
        return None
    own = [k for k in page.kids[i] if k < i and page.dep[k] in ("amod", "compound", "nmod:poss")]
    k = next((k for k in own if k in stage.hits or k in stage.organisations), None)
    owner = stage.refer(head_of(stage, stage.hits[k]) if k in stage.hits else k) if k is not None else None
    if owner is None or k is None or len(own) > 1 or owner.shape in ("person", "place", "people"):
        return None
    side = stage.government(owner.country or "") if owner.shape == "demonym" else owner
    return side and stage.mention(k, i + 1, i, side, "description")


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


def _apart(stage: Stage, i: int) -> bool:
    """Whether commas divide the noun from the name that it explains: "The former policeman, NAME, said"."""
    page = stage.page
    near = [k for k in (*page.kids[i], page.head[i]) if k in stage.namings]
    return any(page.text[stage.namings[k].start - 1] == "," for k in near if stage.namings[k].start > i)


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


def _sector(stage: Stage, phrase: Phrase, owner: Referent | None) -> str | None:
    """The sector: that of an owning group or organisation, of an owning body for general nouns, else the words'."""
    plain = all(stage.page.low[w] in LIKE for w in phrase.words)
    if phrase.role.lemma == "deputy" and phrase.owner_how != "poss" and plain:
        return "LEG"  # "a sitting deputy" of no one
    if owner is None or owner.shape in ("state", "demonym", "place"):
        return "GOV" if phrase.role.lemma == "counterpart" else phrase.sector
    actor = owner.actors[0]
    if owner.shape == "person":
        if phrase.role.lemma == "chief of staff" and actor.sector in ("GOV", "OPP", "PTY", "LEG"):
            return actor.sector  # a politician's, who is no soldier
        theirs = phrase.role.lemma in MEN and actor.sector not in ("GOV", None)
        return actor.sector if phrase.role.lemma in SPEAKS or theirs else phrase.sector
    if phrase.role.lemma in COMMITTEES and actor.sector == "LEG":
        return "LEG"  # a parliament's defence committee
    if owner.shape == "group" and actor.sector == "CVL" and phrase.sector is not None:
        return phrase.sector  # "Tuareg rebels": of a people, who are no armed group
    if owner.shape in ("group", "organisation"):
        return phrase.sector if phrase.sector == "CVL" and phrase.role.lemma not in phrases.GENERAL else actor.sector
    return (
        actor.sector if phrase.role.lemma in phrases.GENERAL and phrase.sector == phrase.role.sector else phrase.sector
    )


def _described(stage: Stage, phrase: Phrase, owner: Referent | None) -> Referent:
    country, acts_for, _ = country_of(stage, phrase, owner, phrase.start)
    sector = _sector(stage, phrase, owner)
    if country:
        stage.countries[phrase.head] = country
    ruling = owner is None or owner.shape != "group" or owner.actors[0].sector not in ARMED
    exiled = _in_exile(stage.page, phrase)
    if exiled:
        sector, acts_for = "OPP", None
    if phrase.role.state and country and ruling and not exiled:
        if owner is None and (rulers := _new_rulers(stage, phrase, country)) is not None:
            return rulers
        government = stage.government(country)
        if government is not None:
            return government
    if owner is not None and not ruling and phrase.role.state:
        return owner  # "the Hamas government" is Hamas
    men = _men_of(phrase) or phrase.role.lemma == "delegation"
    if owner is not None and owner.shape == "group" and men and owner.actors[0].sector != "CVL":
        return owner  # "the UNITA rebels" are UNITA
    office = same_office(stage, phrase) if phrase.role.lemma == "counterpart" else ""
    name = f"{stage.adjective(country)} {office}".strip() if office else name_of(stage, phrase, owner, country)
    if acts_for is None and sector in OF_STATE:
        acts_for = country
    if is_private(stage.page, phrase):
        sector, acts_for = "CVL", None
    name = f"{name} in exile" if exiled else name
    key = slug(f"{country or 'int'} {name}")
    if (known := stage.known.get(key)) is not None and not phrase.person:
        return known
    actor = Actor(key, name, country, sector, kind_of(phrase, sector), acts_for)
    shape = shape_of(phrase, sector)
    if owner is not None and owner.shape == "person" and shape == "group":
        shape = "people"  # "his fighters"
    nouns = nouns_of(stage, phrase, sector)
    return Referent((actor,), shape, phrase.plural, phrase.role.gender, nouns | {office} if office else nouns)


def _in_exile(page: Page, phrase: Phrase) -> bool:
    """As in "the Tibetan government in exile", "the Kuwaiti parliament - in - exile"."""
    after = phrase.head + 1
    words = [w for w in page.low[after : after + 4] if w != "-"]
    return phrase.role.body and words[:2] == ["in", "exile"]


def _men_of(phrase: Phrase) -> bool:
    return phrase.plural and phrase.role.sector in ARMED


def same_office(stage: Stage, phrase: Phrase) -> str:
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
