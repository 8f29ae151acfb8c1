"""A country, capital or city in the tree -> whether its name stands for its government here or for a literal place.

The one decision of its kind: the finder of places and the cast of actors both ask `acts`.
"""

from typing import Final

from dragoman.places.recognise_tree import Layout

# id, what stands there, an example where the name is an actor, one where it is a place. tests/actors read this table.
EXAMPLES: Final = (
    ("subject", "Lima", "Lima rejected the offer.", "Lima was quiet on Sunday."),
    ("captured", "Asmara", "The rebels told Asmara to stop.", "The rebels captured Asmara."),
    ("locative", "Hanoi", "He had talks with Hanoi.", "He had talks in Hanoi."),
    ("motion", "Vienna", "The appeal to Vienna failed.", "The minister flew to Vienna."),
    (
        "between",
        "Tripoli",
        "Relations between Tripoli and Tunis cooled.",
        "The road between Tripoli and Tunis is shut.",
    ),
    ("possessor", "Quito", "Quito's embassy was closed.", "Quito's airport was closed."),
    ("compound", "Kinshasa", "The Kinshasa government resigned.", "The Kinshasa hospital burnt down."),
    ("cleft", "Dushanbe", "It was Dushanbe that asked for his recall.", "It was in Dushanbe that he was born."),
    ("apposition", "Accra", "Accra said no.", "The meeting in the capital, Accra, went on."),
)
# The same for names of countries, which act far oftener.
COUNTRY_EXAMPLES: Final = (
    ("border", "Peru", "The dispute with Peru goes on.", "The border with Peru is open."),
    ("way", "Chile", "Ties between Peru and Chile are good.", "Flights between Peru and Chile are full."),
    ("locative", "Chad", "The accord with Chad was signed.", "The accord was signed in Chad."),
    ("motion", "Oman", "The appeal to Oman failed.", "The refugees fled to Oman."),
    ("rest", "Kenya", "The leaders of Kenya met them.", "Rain fell in Lamu and the rest of Kenya."),
    ("town before", "Kenya", "Nairobi said Kenya was ready.", "Lamu, Kenya, is an old port."),
    ("aimed", "Chad", "Rebels fired rockets at Chad.", "The trucks rolled on towards a base in Chad."),
    ("leaving", "Togo", "France condemned Togo.", "France's last troops left Togo."),
)

LOCATIVE: Final = frozenset(
    """in inside at near around across throughout outside within into onto off along beyond past via through amid
    above beneath behind nearby toward towards""".split()
) | {"next to", "close to", "out of", "north of", "south of", "east of", "west of"}

# Before a country these aim at it: nobody is "at Israel", whatever is fired "at Israel" is meant for it.
AIMED: Final = frozenset(("at", "toward", "towards"))

# Verbs and nouns of motion: with "to", "from", "for" the name is where one goes, not whom one addresses.
MOTION: Final = frozenset(
    """arrive back bring come commute cross deport depart descend drive drop escape evacuate exile extradite fall flee
    flight flock fly go head hike journey jet land leave lead march migrate move parachute proceed pull repatriate
    retreat return retire ride road route run rush sail ship smuggle stay stop transfer transport travel trek trip
    walk withdraw withdrawal withdrawn way train bus convoy deploy exodus highway railway motorway pipeline ferry
    spread advance airlift born hail native relocate resettle emigrate immigrate stroll stream pour trickle""".split()
)

# Verbs whose object, when it is a city, is ground and not a government.
TAKES_GROUND: Final = frozenset(
    """abandon attack besiege blockade bomb bombard capture cede clear control conquer cross defend destroy encircle
    enter evacuate flee flood gain govern hit hold infiltrate invade leave liberate lose occupy overrun pass patrol
    pound quit raid raze reach recapture reenter retake rock rule ruin secure seize shake shell storm strike surround
    sweep take threaten tour visit bypass approach hammer circle inspect regain overfly""".split()
)
# The same with a country as object: only these make it ground.
LEAVES_COUNTRY: Final = frozenset("leave flee quit enter reach cross tour exit depart overfly".split())

# Predicates that a government does not have.
HAPPENS_TO_CITIES: Final = frozenset(
    "fall lie burn sprawl empty reel awaken straddle freeze flood swelter swarm bustle starve".split()
)
CITY_STATES: Final = frozenset(
    """quiet calm tense peaceful deserted empty crowded dark safe unsafe paralysed paralyzed normal capital city town
    village port hub ablaze shut cold hot wet dry surrounded encircled cut home place scene site base flooded lively
    stronghold bastion gateway metropolis beautiful expensive cheap""".split()
)
PASSIVE_OF_GROUND: Final = TAKES_GROUND | frozenset("locate situate divide paralyse paralyze plunge ravage".split())

# Nouns that a city has as a town; any other possessed or compounded noun is its government's.
CITY_NOUNS: Final = frozenset(
    """airport street suburb outskirts university hospital resident residents mayor market square mosque cathedral
    church stadium district quarter neighbourhood neighborhood downtown port harbour harbor hotel restaurant museum
    zoo subway metro bus traffic skyline river bridge school college bank stock exchange region area province
    metropolitan centre center north south east west airspace population summit conference meeting bombing blast
    attack explosion court prison jail barracks garrison theatre club team office bureau newspaper correspondent road
    suburbs streets airport-road highway suburb siege massacre protest riot riots demonstration marathon olympics
    game games declaration protocol treaty accord agreement pact convention communique process round forum slum
    shantytown night heat sky water sewer fire crowd crowds apartment home house villa address studio lawyer palace park
    factory shop dock wharf harbourfront waterfront cemetery bazaar library arena""".split()
)
# "the city of Quito", "the fall of Quito", "north of Quito": what comes before "of" makes it a place.
OF_PLACE: Final = frozenset(
    """city town village capital port suburb outskirts centre center district province region state island islands
    north south east west northeast northwest southeast southwest part parts coast border edge street streets area
    side fall capture siege bombing shelling battle storming recapture occupation liberation mayor bishop archbishop
    university resident residents people map heart middle control kilometre kilometer mile metre square defence
    evacuation encirclement loss destruction""".split()
)
OF_PLACE_COUNTRY: Final = frozenset(
    """city town village port district province region north south east west northeast northwest southeast southwest
    part parts coast border edge area side map heart middle island corner rest
    remainder territory soil""".split()
)
# What a town has, as "the market of Quito"; not a conference or declaration, which may be its government's.
OF_TOWN: Final = frozenset(
    """airport suburb university hospital resident market square mosque cathedral church stadium district quarter
    neighbourhood neighborhood harbour harbor hotel museum zoo metro river bridge school college court prison jail
    barracks garrison theatre club road highway slum shantytown crowd population sky beach mountain hill valley
    airspace waters palace castle gate wall walls cemetery bazaar wharf dock station ruin skyline
    woman man child youth inhabitant citizen refugee family worker baker trader shopkeeper""".split()
)
# Verbs after which "from CITY" is whom something comes from; with all others it is where one is.
OBTAIN: Final = frozenset(
    """demand seek want receive win hear get secure extract expect obtain gain buy borrow need require distance
    differ wring exact""".split()
)
# Nouns that a government sends out.
SENT: Final = frozenset(
    """pressure message letter order statement reaction response support help aid demand signal instruction permission
    approval guarantee assurance official delegation envoy reply answer word comment loan offer promise pledge threat
    request concession interference backing assistance invitation criticism protest note denial""".split()
)
GOVERNING: Final = frozenset(
    """government regime authority administration leadership cabinet official officials authorities ruler leader
    negotiator diplomat delegation embassy ambassador envoy spokesman spokeswoman foreign junta politburo""".split()
)
CONTACT: Final = frozenset(
    """tie relation link contact talk war conflict dispute border rift truce treaty agreement accord pact tension
    row dialogue rivalry cooperation friendship deal peace ceasefire hostility clash fighting exchange meeting summit
    mistrust trust alliance negotiation consultation feud quarrel standoff détente detente détentes rapprochement
    communication trade channel understanding competition confrontation crisis difference discussion""".split()
)
# "the border with Peru", "flights between Lima and Peru": lines and ways, not dealings.
BORDERS: Final = frozenset("border frontier boundary crossing".split())
BETWEEN_PLACES: Final = frozenset(
    """flight road route ferry train railway highway pipeline motorway bus tunnel bridge canal strait channel
    distance""".split()
)
SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))


def acts(page: Layout, i: int, *, country: bool, seat: bool) -> bool:
    """Whether the place name headed by token `i` stands for a government.

    `country` says it is a country's name, `seat` that it is a capital or seat of government; any other place acts
    never. Rules go by relation first, then by words; a wrong attachment falls to the default of its relation.
    """
    if not (country or seat):
        return False
    i = _first(page, i)
    dep, head, case = page.dep[i], page.head[i], page.case(i)
    governor = page.lemma[head] if head != i else ""
    if country and case in AIMED and governor not in MOTION:
        return True
    if case in LOCATIVE or (case == "" and _listed_after_place(page, i)):
        return False
    if (told := _cleft(page, i)) is not None:
        return country or _subject_acts(page, i, told)
    if dep in SUBJECTS:
        return country or _subject_acts(page, i, head)
    if dep == "nmod:poss":
        return country or governor not in CITY_NOUNS
    if dep in ("compound", "amod", "nmod:desc"):
        return country or governor in GOVERNING
    if dep in ("obj", "iobj", "xcomp") and not case:
        return governor not in (LEAVES_COUNTRY if country else TAKES_GROUND)
    if case:
        return _after_preposition(page, i, case, governor, country)
    return country or dep in ("vocative", "obl:agent", "ccomp")


def _cleft(page: Layout, i: int) -> int | None:
    """The verb of "it was Dushanbe that asked"; None for any other sentence."""
    subject = page.kid(i, "nsubj", "expl")
    if page.kid(i, "cop") is None or subject is None or page.low[subject] != "it":
        return None
    return page.kid(i, "acl:relcl", "ccomp", "advcl", "csubj", "acl")


def _first(page: Layout, i: int) -> int:
    """The first conjunct of the coordination that `i` is in: its relation holds for all."""
    for _ in range(8):
        if page.dep[i] not in ("conj", "flat") or page.head[i] == i:
            break
        i = page.head[i]
    return i


def _listed_after_place(page: Layout, i: int) -> bool:
    """As in "Arusha, Tanzania": a name in apposition to one after a locative preposition, or the next part of it."""
    dep, head = page.dep[i], page.head[i]
    if (
        dep not in ("appos", "list", "nmod:unmarked", "dep", "parataxis", "compound", "flat")
        or page.pos[head] != "PROPN"
    ):
        return False
    if head == i - 2 and page.low[i - 1] == "," and dep in ("appos", "nmod:unmarked", "list"):
        return True
    return page.case(head) in LOCATIVE or page.case(head) in ("from", "to", "of")


def _subject_acts(page: Layout, i: int, verb: int) -> bool:
    lemma = page.lemma[verb]
    if page.dep[i] == "nsubj:pass":
        return lemma not in PASSIVE_OF_GROUND
    if page.kid(verb, "cop") is not None:
        return lemma not in CITY_STATES and page.case(verb) == ""
    return lemma not in HAPPENS_TO_CITIES or page.kid(verb, "obj") is not None  # "froze the bank's dollars"


def _after_preposition(page: Layout, i: int, case: str, governor: str, country: bool) -> bool:
    if case == "from" and not country:
        subject = page.kid(page.head[i], "nsubj")
        if governor == "come" and subject is not None and page.lemma[subject] in SENT:
            return True  # "the demand came from the Kremlin"
        return governor in (OBTAIN if page.dep[i].startswith("obl") else SENT)
    if case in ("from", "to", "for"):
        if country:
            return not (governor in MOTION and page.dep[i].startswith("obl"))
        return governor not in MOTION and governor not in (
            "ambassador",
            "envoy",
            "visit",
            "trip",
            "visitor",
            "mission",
            "send",
            "delegate",
            "delegation",
            "team",
            "flight",
            "convoy",
        )
    if case == "of":
        if not country and page.pos[page.head[i]] == "PROPN":
            return False  # "Ruth Nilsen of Oslo"
        return governor not in (OF_PLACE_COUNTRY if country else OF_PLACE | OF_TOWN)
    if case == "with" and governor in BORDERS:
        return False
    if case == "between" and governor in BETWEEN_PLACES:
        return False
    if case == "between":
        return country or governor in CONTACT or page.dep[i].startswith("obl")
    if case in ("on", "upon", "over"):
        return country or governor not in (
            "advance",
            "march",
            "attack",
            "fly",
            "raid",
            "assault",
            "control",
            "converge",
            "rain",
            "descend",
        )
    return True
