"""A name of the report's own ("Coast Workers Front") -> an actor with the sector and country its surroundings give."""

from typing import Final

from dragoman.actors.mentions_organisations import PAPERS, OwnName
from dragoman.actors.mentions_persons import role_at
from dragoman.actors.registry import Leader, State, registry
from dragoman.actors.registry_load import slug
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage, nouns_of, of_record
from dragoman.records import Actor, ActorKind

# Words of proper names to sectors; the last one in the name that is listed decides.
# id, sector, words; an example that fires and one that does not.
NAME_WORDS: Final = (
    (
        "armed",
        "REB",
        """front army brigade brigades battalion guerrillas rebels militia resistance mujahideen jihad fighters
        volunteers martyrs lashkar tigers""",
        "Lake Liberation Front",
        "Lake Tribune",
    ),
    (
        "party",
        "PTY",
        """party union movement congress alliance league coalition bloc democrats socialists communists
        conservatives liberals republicans rally platform forum""",
        "People's Harvest Party",
        "Harvest Bank",
    ),
    (
        "media",
        "MED",
        """times news daily post herald tribune gazette radio television tv guardian journal press agency
        broadcasting telegraph observer magazine weekly newspaper chronicle mail express standard""",
        "Coast Herald",
        "Coast Union",
    ),
    (
        "business",
        "BUS",
        """bank company corporation corp inc ltd plc group airlines airways oil gas petroleum energy motors
        industries holdings electric steel mining telecom securities capital investments co partners
        gmbh""",
        "Delta Airways",
        "Delta Front",
    ),
    (
        "rights",
        "NGO",
        """rights watch amnesty relief foundation charity fund doctors aid children greenpeace""",
        "Border Rights Watch",
        "Border Guard",
    ),
    (
        "learning",
        "EDU",
        """university college institute school academy centre center""",
        "Hill University",
        "Hill Rovers",
    ),
    (
        "faith",
        "REL",
        """church mosque diocese synod brotherhood""",
        "Orthodox Church",
        "Orthodox Bank",
    ),
    (
        "court",
        "JUD",
        """court tribunal""",
        "Appeals Court",
        "Appeals Weekly",
    ),
    (
        "parliament",
        "LEG",
        """parliament assembly senate congress-of-deputies duma""",
        "National Assembly",
        "National Bank",
    ),
    (
        "state",
        "GOV",
        """ministry department office administration authority commission council government bureau embassy""",
        "Water Authority",
        "Water Weekly",
    ),
    (
        "police",
        "COP",
        """police gendarmerie""",
        "Frontier Police",
        "Frontier News",
    ),
    (
        "forces",
        "MIL",
        """navy force forces guard corps command regiment""",
        "Frontier Corps",
        "Frontier Post",
    ),
    (
        "labour",
        "LAB",
        """workers miners teachers federation""",
        "Union of Dock Workers",
        "Dock Herald",
    ),
)
WORDS: Final = {word: sector for _, sector, words, _, _ in NAME_WORDS for word in words.split()}
SHAPES: Final = {
    "REB": "group",
    "PTY": "group",
    "OPP": "group",
    "GOV": "body",
    "COP": "body",
    "MIL": "body",
    "LEG": "body",
    "JUD": "body",
}


def of_name(stage: Stage, name: OwnName) -> Referent:
    """The referent of the name, with its mention noted."""
    head = own_head(stage, name)
    key = slug(name.full)
    referent = stage.known.get(key)
    if referent is None and name.full not in stage.not_meant and (entries := registry().lookup(name.full, stage.on)):
        record = entries[0].record
        referent = None if isinstance(record, Leader) else of_record(stage, record)
    if referent is None:
        sector = _by_neighbours(stage, name, head) or _by_words(name.full)
        country = None if sector == "IGO" else _country(stage, name, head)
        shape = SHAPES.get(sector or "", "organisation")
        kind = ActorKind.ARMED_GROUP if sector == "REB" else ActorKind.PARTY if shape == "group" else ActorKind.OTHER
        words = frozenset(key.split("-"))
        referent = Referent(
            (Actor(key, name.full, country, sector, kind),),
            shape,
            shape == "group",
            nouns=words | nouns_of(shape, sector),
        )
        stage.known[key] = referent
    if referent.country:
        stage.countries[head] = referent.country
    return stage.mention(name.start, name.end, head, referent, "name")


def own_head(stage: Stage, name: OwnName) -> int:
    """The token of the name that the sentence hangs on."""
    page = stage.page
    for i in range(name.start, name.end):
        if not name.start <= page.head[i] < name.end or page.head[i] == i:
            return i
    return name.end - 1


def _by_words(name: str) -> str | None:
    for word in reversed(name.lower().replace("-", " ").split()):
        if word in WORDS:
            return WORDS[word]
    return None


def _by_neighbours(stage: Stage, name: OwnName, head: int) -> str | None:
    """The sector of the noun beside it: "the rebel group NAME", "NAME rebels", "NAME, a human rights group"."""
    page = stage.page
    beside = [k for k in page.kids[head] if page.dep[k] == "appos"]
    if page.dep[head] == "appos" or (page.dep[head] == "compound" and page.head[head] >= name.end):
        beside.append(page.head[head])
    for i in (*_before(stage, name), *beside):
        role = role_at(page, i)
        if role is not None and role.sector and not (role.person and role.sector == "GOV"):
            return role.sector
    return None


def _before(stage: Stage, name: OwnName) -> list[int]:
    """Up to five nouns and adjectives right before the name, nearest first."""
    page, out = stage.page, []
    for i in range(name.start - 1, max(-1, name.start - 6), -1):
        if page.sent[i] != page.sent[name.start] or page.pos[i] not in ("NOUN", "ADJ", "PROPN"):
            break
        out.append(i)
    return out


def _country(stage: Stage, name: OwnName, head: int) -> str | None:
    page = stage.page
    place, _, last = name.full.rpartition(" ")
    if last in PAPERS and (entries := registry().lookup(place, stage.on)) and isinstance(entries[0].record, State):
        return entries[0].record.code  # "the Moscow Times"
    apposed = [k for k in page.kids[head] if page.dep[k] == "appos"]
    if page.dep[head] in ("appos", "flat", "compound"):
        apposed.append(page.head[head])
    nouns = [k for noun in (head, *apposed) for k in page.kids[noun]]
    own = [k for k in nouns if page.dep[k].startswith("nmod") or page.dep[k] in ("amod", "compound")]
    for i in (*_before(stage, name), *own):  # "Dutch flower company NAME", "NAME, a Dutch company", "Peru's NAME"
        if i in stage.hits and not name.start <= i < name.end:
            referent = stage.refer(i)
            if referent is not None and referent.country and referent.shape in ("state", "demonym", "place"):
                return referent.country
    return stage.scene.country(name.start)
