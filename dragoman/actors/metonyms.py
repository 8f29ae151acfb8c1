"""A country, capital or city in the tree -> whether its name stands for its government here or for a literal place."""

from typing import Final

from dragoman.actors.page import Page

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
    ("apposition", "Accra", "Accra said no.", "The meeting in the capital, Accra, went on."),
)

LOCATIVE: Final = frozenset(
    """in inside at near around across throughout outside within into onto off along beyond past via through amid
    above beneath behind nearby toward towards""".split()
) | {"next to", "close to", "out of", "north of", "south of", "east of", "west of"}

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
    shantytown night heat sky water sewer fire crowd crowds apartment home house villa address studio lawyer""".split()
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
    part parts coast border edge area side map heart middle island corner""".split()
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
SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))


def acts(page: Page, i: int, *, country: bool, seat: bool) -> bool:
    """Whether the place name headed by token `i` stands for a government.

    `country` says it is a country's name, `seat` that it is a capital or seat of government; any other place acts
    never. Rules go by relation first, then by words; a wrong attachment falls to the default of its relation.
    """
    if not (country or seat):
        return False
    i = _first(page, i)
    dep, head, case = page.dep[i], page.head[i], page.case(i)
    governor = page.lemma[head] if head != i else ""
    if case in LOCATIVE or (case == "" and _listed_after_place(page, i)):
        return False
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


def _first(page: Page, i: int) -> int:
    """The first conjunct of the coordination that `i` is in: its relation holds for all."""
    for _ in range(8):
        if page.dep[i] not in ("conj", "flat") or page.head[i] == i:
            break
        i = page.head[i]
    return i


def _listed_after_place(page: Page, i: int) -> bool:
    """As in "Arusha, Tanzania": a name in apposition to one after a locative preposition, or the next part of it."""
    dep, head = page.dep[i], page.head[i]
    if (
        dep not in ("appos", "list", "nmod:unmarked", "dep", "parataxis", "compound", "flat")
        or page.pos[head] != "PROPN"
    ):
        return False
    return page.case(head) in LOCATIVE or page.case(head) in ("from", "to", "of")


def _subject_acts(page: Page, i: int, verb: int) -> bool:
    lemma = page.lemma[verb]
    if page.dep[i] == "nsubj:pass":
        return lemma not in PASSIVE_OF_GROUND
    if page.kid(verb, "cop") is not None:
        return lemma not in CITY_STATES and page.case(verb) == ""
    return lemma not in HAPPENS_TO_CITIES


def _after_preposition(page: Page, i: int, case: str, governor: str, country: bool) -> bool:
    if case == "from" and not country:
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
        return governor not in (OF_PLACE_COUNTRY if country else OF_PLACE)
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
