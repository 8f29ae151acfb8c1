"""Tables of the nouns that take up what was named before: countries, sides, offices, bodies, ground."""

from typing import Final

from dragoman.actors.stage import ARMED_NOUNS

# Bodies that every country has one of: "the ministry" is that of the country the text is about just there.
EVERYWHERE: Final = frozenset(
    """ministry parliament police army military cabinet navy senate assembly congress court judiciary troop soldier
    force government department treasury opposition""".split()
)
MISSIONS: Final = frozenset(("embassy", "consulate", "mission", "legation"))
DEFINITE: Final = frozenset(
    (
        "the",
        "this",
        "that",
        "these",
        "those",
        "both",
        "either",
        "neither",
        "each",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
    )
)
COUNTRIES: Final = frozenset(
    """country nation state kingdom republic neighbour neighbor emirate sheikhdom sultanate archipelago ally
    superpower rival foe adversary archrival member""".split()
)
# Countries that some of these nouns can mean; the others fit any state. Sources: the constitutions' own names.
KINDS_OF_STATE: Final = {
    "kingdom": frozenset("SAU JOR MAR BHR GBR THA KHM NPL BTN TON SWZ LSO NLD BEL DNK NOR SWE ESP".split()),
    "emirate": frozenset("QAT KWT ARE BHR AFG".split()),
    "sheikhdom": frozenset("QAT KWT ARE BHR".split()),
    "sultanate": frozenset("OMN BRN".split()),
    "superpower": frozenset("USA RUS SUN CHN".split()),
    "archipelago": frozenset("IDN PHL MDV BHS JPN CPV COM FJI SYC STP TON VUT SLB BHR GBR FRO NZL WSM KIR".split()),
}
SIDES: Final = frozenset(
    """side party foe rival enemy belligerent adversary faction protagonist delegation camp force combatant
    antagonist""".split()
)
PERSONS: Final = frozenset(
    "leader minister president premier man woman official diplomat envoy general negotiator king official".split()
)
GROUND: Final = frozenset(
    """town city village capital island reef province region enclave territory port suburb settlement peninsula strip
    valley islet archipelago atoll shoal base airport camp district bridge border""".split()
)
PAIRS: Final = frozenset(("two", "both", "either", "neither", "2", "each"))
COUNTS: Final = {
    "two": 2,
    "both": 2,
    "either": 2,
    "neither": 2,
    "each": 2,
    "2": 2,
    "three": 3,
    "3": 3,
    "four": 4,
    "4": 4,
}
RULING: Final = frozenset(
    (
        "president",
        "prime minister",
        "premier",
        "general",
        "leader",
        "chairman",
        "king",
        "chancellor",
        "strongman",
        "ruler",
    )
)
# Nouns that may stand for each other when they take up a person.
SAME_OFFICE: Final = {
    "leader": frozenset(
        ("president", "prime minister", "premier", "chairman", "king", "commander", "chief", "head", "emir")
    ),
    "prime minister": frozenset(("premier",)),
    "premier": frozenset(("prime minister",)),
    "president": frozenset(("leader",)),
    "minister": frozenset(("foreign minister", "prime minister", "defence minister", "defense minister")),
    "diplomat": frozenset(("ambassador", "envoy", "foreign minister", "consul")),
    "envoy": frozenset(("ambassador", "special envoy")),
    "ambassador": frozenset(("envoy",)),
    "spokesman": frozenset(("spokesperson",)),
    "commander": frozenset(("general", "colonel", "chief", "warlord")),
    "general": frozenset(("commander", "major-general", "lieutenant-general")),
    "strongman": RULING,
    "ruler": RULING,
    "dictator": RULING,
    "autocrat": RULING,
    "despot": RULING,
    "monarch": frozenset(("king", "queen", "sultan", "emir", "emperor")),
    "statesman": RULING,
    "politician": frozenset(("leader", "candidate", "lawmaker")),
    "official": frozenset(("spokesman", "spokeswoman", "secretary", "deputy")),
}
# Words that say what somebody believes or is like, not who it is: they may stand before what takes up another.
IDEOLOGY: Final = frozenset(
    """islamist marxist maoist communist leftist rightist leninist trotskyist islamic muslim sunni shiite shi'ite
    christian jihadist fundamentalist nationalist separatist secessionist rebel armed militant outlawed hardline
    ultranationalist leftwing rightwing extremist radical underground shadowy clandestine banned insurgent
    guerrilla feared notorious powerful main largest biggest once dominant western eastern northern southern""".split()
)
LIKE: Final = frozenset(
    """veteran longtime long-serving embattled ageing aging ailing autocratic authoritarian populist reformist
    conservative hardline charismatic elderly youthful young popular unpopular flamboyant reclusive socialist
    communist liberal islamist newly elected reelected defiant bearded outspoken influential powerful
    octogenarian besieged beleaguered wily mercurial soft-spoken absolute supreme undisputed former ex serving
    sitting reigning old year""".split()
)
# What says of a person that the office is past.
FORMER: Final = frozenset("former ex ousted deposed toppled onetime outgoing exiled".split())
LOWER: Final = frozenset("vice deputy assistant junior acting interim first second".split())
# Bodies of which a report rarely has two: without words of their own they are the last one named.
SAME_BODY: Final = {
    "ministry": frozenset(("ministry", "department")),
    "department": frozenset(("department", "ministry")),
    "mission": frozenset(("mission", "embassy", "consulate", "high commission")),
    "force": frozenset(("army", "force", "troop")),
    "soldier": frozenset(("troop", "soldier", "army")),
    "troop": frozenset(("troop", "soldier", "army")),
    "junta": frozenset(("junta", "military council", "council")),
    "fighter": ARMED_NOUNS,
}
