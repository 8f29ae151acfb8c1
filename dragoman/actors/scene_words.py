"""Tables of the scene: whose country a text is about by relation, verb, sector and noun."""

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "obl:agent"))
# What a state does with its own: the object is not another country's.
OWN_ACTS = frozenset(
    """send deploy dispatch withdraw recall move pull mobilise mobilize lose station mass order keep appoint name call
    evacuate have use reinforce offer pledge provide contribute commit dispatch""".split()
)
# What states do to one another's governments.
ABROAD = frozenset(
    """recognise recognize accept accuse condemn sanction urge warn press back support oppose criticise criticize blame
    threaten arm fund aid denounce isolate engage welcome ask""".split()
)
# Sectors whose country a text is about when they are its subject; tourists and papers may be anybody's.
CONDUCT = frozenset("GOV MIL LEG JUD SPY COP OPP PTY REB".split())
# A domestic rival's or court's object is its own country's: "the opposition accused the government".
DOMESTIC = frozenset("OPP PTY LEG JUD CVL COP LAB NGO MED".split())
FORCES = frozenset("army military soldier troop police navy government".split())  # whom rebels fight
REBELS = frozenset("REB INS SEP UAF".split())  # their object, too, is their own country's
# Words for a state's own that a foreign state as speaker says of another: "Paris said the government must go".
RULERS = frozenset("government authority opposition president parliament regime ruler election".split())
CLAUSES = frozenset(
    ("ROOT", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "advcl:relcl", "xcomp", "csubj:pass")
)
CITING = frozenset(("quote", "cite"))  # whose object speaks: "radio quoted the ministry as saying"
TELLING = frozenset("tell inform ask warn notify summon advise remind".split())  # whose passive subject hears
INTERVIEW = frozenset("interview interviewed spoke speaking talked conversation questions".split())
MEETING = frozenset("meet visit arrive fly travel talk confer attend hold sign tour land".split())
# Bodies that each state has one of; what a foreign state does when it looks on.
OWN_BODIES = (
    RULERS
    | FORCES
    | frozenset(
        """junta ministry cabinet senate congress rebel party court judge prosecutor lawmaker deputy minister official
    general officer voter palace guerrilla protester demonstrator""".split()
    )
)
REACTS = frozenset(
    """urge express condemn call welcome warn ask appeal demand deplore criticise criticize regret condole voice praise
    suspend evacuate recall offer""".split()
)
A = frozenset(("a", "an"))
REACH = 80  # how many turns a look back covers: about two paragraphs of a dense report
# Who stands between the sides.
GO_BETWEENS = frozenset("mediator facilitator arbitrator peacemaker go-between intermediary".split())
# Whose presence makes their state no scene of what is told.
ENVOYS = GO_BETWEENS | frozenset(("ambassador", "envoy", "consul", "diplomat", "emissary", "special envoy"))
# What happens in a country to its own.
EVENTS = frozenset(
    """coup war election vote uprising fighting crisis conflict protest unrest violence attack bombing blast explosion
    quake earthquake flood drought famine strike siege battle clash massacre riot demonstration rally campaign
    referendum poll rebellion insurgency mutiny emergency cholera epidemic outbreak shooting killing raid""".split()
)
BESIDE = frozenset("beside alongside with against besides".split())  # before whom one fights for or against
SAYING = REACTS | frozenset("say tell announce propose host mediate broker back support note add".split())
AIDED = frozenset(("for", "to"))  # whom another state sends arms
RISING = REBELS | frozenset(
    """rebel insurgent fighter militant guerrilla guerilla gunman militiaman separatist mutineer islamist jihadist
    protester opposition""".split()
)
# What brings people to a place where nothing is told of.
GOING = frozenset(
    """flee cross escape fly return pour stream travel shelter go come run sail emigrate migrate retreat
    withdraw""".split()
)
# Who stands against or beside others within one country, rather than speaks for it to others.
INNER = (
    RISING
    | FORCES
    | frozenset(
        """junta police court parliament congress senate party mutiny candidate senator deputy lawmaker judge voter
    policeman general officer mutineer doctor student miner union civilian resident villager refugee""".split()
    )
)
# After whose words an office speaks for the same state: "Tashkent denied it. ... the ministry said".
SPEAKS = frozenset("say deny insist announce reply answer accuse add claim admit confirm reject dismiss".split())
