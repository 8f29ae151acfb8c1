"""A name of the report's own ("Coast Workers Front") -> an actor with the sector and country its surroundings give."""

from typing import Final

from dragoman.actors import phrases
from dragoman.actors.mentions_context import country_of
from dragoman.actors.mentions_organisations import PAPERS, OwnName
from dragoman.actors.registry import Entry, Leader, State, registry
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
        broadcasting telegraph observer magazine weekly newspaper chronicle mail express standard gazeta
        zeitung diario jornal courier""",
        "Coast Herald",
        "Coast Union",
    ),
    (
        "business",
        "BUS",
        """bank banking bancorp company corporation corp inc ltd plc group airlines airline airways oil gas petroleum
        petrochemicals energy motor motors automotive industries industrial industry holdings holding electric steel
        steelworks mining mines minerals metals telecom telecoms telecommunications mobile securities capital
        investments investment finance insurance assurance reinsurance credit co partners gmbh ag nv asa spa oyj jsc
        ojsc pjsc ooo llc llp bhd tbk sdn works chemicals chemical shipping lines logistics freight cargo textiles
        garments foods beverages brewery breweries sugar cement tobacco rubber timber paper pharmaceuticals pharma
        laboratories biotech aerospace aviation aircraft shipyard shipyards shipbuilding turbines engines software
        systems technologies technology semiconductor semiconductors electronics instruments engineering construction
        builders properties estates realty hotels resorts stores supermarkets retail trading traders exports
        enterprises manufacturing mills foundry refinery refineries refining resources exploration drilling pipelines
        plantations fisheries utilities brands solutions ventures equity consulting contractors telekom
        aluminium aluminum copper nickel coal diamonds uranium tyres""",
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
        """university college institute school academy centre center students pupils""",
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
        "Harbour Teachers Federation",
        "Dock Herald",
    ),
)
# What a name is used with, where neither it nor a noun beside it tells: id, sector, nouns; examples for and against.
USES: Final = (
    (
        "company",
        "BUS",
        """share stock worker employee factory plant refinery mine pipeline rig oilfield shop store shareholder
        executive profit earning sale dividend subsidiary warehouse brand engineer""",
        "Shares in Northern Light fell.",
        "Voters in Northern Light fell silent.",
    ),
    (
        "armed group",
        "REB",
        "fighter gunman militant guerrilla rebel insurgent stronghold hideout camp",
        "Black Hand gunmen fled.",
        "Black Hand lawmakers fled.",
    ),
    (
        "party",
        "PTY",
        "lawmaker candidate voter deputy legislator manifesto",
        "New Dawn said that New Dawn candidates won.",
        "New Dawn said that New Dawn gunmen fled.",
    ),
)
TRADED: Final = frozenset(
    """worker job staff employee plant factory store shop refinery stake share profit loss earning sale flight route
    bid dividend merger price revenue output production jet subscriber customer warehouse smelter""".split()
)
USED: Final = {word: sector for _, sector, words, _, _ in USES for word in words.split()}
WORDS: Final = {word: sector for _, sector, words, _, _ in NAME_WORDS for word in words.split()}
# What by its nature belongs to the country that the text is about; other bodies' country must be said.
HOMELY: Final = frozenset("REB INS SEP UAF PTY OPP GOV COP MIL LEG JUD SPY LAB REL CVL".split())
# What is at home where the report is, if it names no other country.
LOCAL: Final = frozenset("BUS MED EDU HLH AGR".split())
KINDS: Final = {
    "REB": ActorKind.ARMED_GROUP,
    "PTY": ActorKind.PARTY,
    "OPP": ActorKind.PARTY,
    "BUS": ActorKind.COMPANY,
    "MED": ActorKind.COMPANY,
    "IGO": ActorKind.ORGANISATION,
}
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
    meant = name.full.replace("’", "'") not in stage.not_meant
    if referent is None and meant and (entries := registry().lookup(name.full, stage.on)):
        record = min(entries, key=lambda entry: (not entry.on(stage.on), _far(stage, entry))).record
        referent = None if isinstance(record, Leader) else of_record(stage, record)
    if referent is None:
        sector = _in_all(stage, name)
        country = None if sector == "IGO" else _country(stage, name, head, sector)
        shape = SHAPES.get(sector or "", "organisation")
        kind = KINDS.get(sector or "", ActorKind.OTHER)
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


def _far(stage: Stage, entry: Entry) -> int:
    """How far back among the report's countries that of the entry is: of two armies of one name the nearer is meant."""
    country = country_of(entry)
    return stage.context.index(country) if country in stage.context else len(stage.context)


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
    beside = [k for k in page.kids[head] if page.dep[k] == "appos"] + _apposed_after(stage, name)
    if page.dep[head] == "appos" or (page.dep[head] == "compound" and page.head[head] >= name.end):
        beside.append(page.head[head])
    for i in (*_before(stage, name), *beside):
        phrase = phrases.read(page, i, stage.others(i))
        if phrase is None or not phrase.sector or (phrase.role.person and phrase.sector == "GOV"):
            continue
        return "PTY" if phrase.sector == "LEG" and i >= name.end else phrase.sector  # "Dawn lawmakers" are a party's
    return None


def _by_use(stage: Stage, name: OwnName, head: int) -> str | None:
    """The sector that the words say for which the name is used: "shares in NAME", "NAME workers", "NAME gunmen"."""
    page, above = stage.page, stage.page.head[head]
    if page.dep[head] == "nsubj" and (obj := page.kid(above, "obj")) is not None and page.lemma[obj] in TRADED:
        return "BUS"  # "NAME cut 300 jobs"
    beside = above if page.dep[head] in ("compound", "nmod:poss", "nmod") and above != head else None
    if beside is None:
        return None
    return USED.get(page.lemma[beside])


def _in_all(stage: Stage, name: OwnName) -> str | None:
    """The sector by the words around the name wherever the report has it."""
    others = {own.start: own for own in stage.organisations.values() if own.full == name.full}
    for own in (name, *others.values()):
        head = own_head(stage, own)
        if (sector := _by_neighbours(stage, own, head)) is not None:
            return sector
    words = _by_words(name.full)
    if name.full in PAPERS and stage.page.low[max(name.start - 1, 0)] == "the":
        words = "MED"  # "the Sun"
    for own in () if words else others.values():
        if (sector := _by_use(stage, own, own_head(stage, own))) is not None:
            return sector
    return words


def _apposed_after(stage: Stage, name: OwnName) -> list[int]:
    """As in "NAME (ACRONYM), a Tamil guerrilla group, claimed": the noun, whatever the parser hung it on."""
    page, i = stage.page, name.end
    if i + 2 < len(page) and page.text[i] == "(" and page.text[i + 2] == ")":
        i += 3
    if i + 1 >= len(page) or page.text[i] != "," or page.low[i + 1] not in ("a", "an", "the"):
        return []
    last = i + 1
    for k in range(i + 2, min(i + 10, len(page))):
        if page.pos[k] not in ("NOUN", "ADJ", "PROPN") and page.text[k] != "-":
            break
        last = k
    return [last] if page.pos[last] == "NOUN" else []


def _before(stage: Stage, name: OwnName) -> list[int]:
    """Up to five nouns and adjectives right before the name, nearest first."""
    page, out = stage.page, []
    for i in range(name.start - 1, max(-1, name.start - 6), -1):
        if page.sent[i] != page.sent[name.start] or page.pos[i] not in ("NOUN", "ADJ", "PROPN"):
            break
        out.append(i)
    return out


def _country(stage: Stage, name: OwnName, head: int, sector: str | None) -> str | None:
    """The country that the words around the name say, here or where it stands again.

    Else, of what is a country's own (a party, rebels, police), that of the text there; a company may be anybody's.
    """
    place, _, last = name.full.rpartition(" ")
    if last in PAPERS and (entries := registry().lookup(place, stage.on)) and isinstance(entries[0].record, State):
        return entries[0].record.code  # "the Moscow Times"
    if (said := _said_country(stage, name, head)) is not None:
        return said
    for own in {own.start: own for own in stage.organisations.values() if own.full == name.full}.values():
        if own.start != name.start and (said := _said_country(stage, own, own_head(stage, own))) is not None:
            return said
    if sector in HOMELY:
        return stage.scene.country(name.start)
    only = {stage.scene.seat, *stage.context}
    return stage.scene.seat if sector in LOCAL and len(only) == 1 else None


def _said_country(stage: Stage, name: OwnName, head: int) -> str | None:
    """As in "Dutch flower company NAME", "NAME, a Dutch company", "Peru's NAME"."""
    page = stage.page
    apposed = [k for k in page.kids[head] if page.dep[k] == "appos"] + _apposed_after(stage, name)
    if page.dep[head] in ("appos", "flat", "compound"):
        apposed.append(page.head[head])
    nouns = [k for noun in (head, *apposed) for k in page.kids[noun]]
    own = [k for k in nouns if page.dep[k].startswith("nmod") or page.dep[k] in ("amod", "compound")]
    for i in (*_before(stage, name), *own, *_based(stage, name)):
        if (i in stage.hits or i in stage.place_start) and not name.start <= i < name.end:
            referent = stage.refer(i)
            if referent is not None and referent.country and referent.shape in ("state", "demonym", "place"):
                return referent.country
    return None


def _based(stage: Stage, name: OwnName) -> list[int]:
    """As in "the Accra-based research group NAME": the town before the hyphen."""
    page, first = stage.page, max(name.start - 7, stage.page.starts[stage.page.sent[name.start]])
    return [i - 2 for i in range(name.start - 1, first + 1, -1) if page.low[i] == "based" and page.text[i - 1] == "-"]
