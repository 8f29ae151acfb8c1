"""Words around place names: features, directions, and the nouns by which an organisation's name shows its place."""

from typing import Final

# Words that say what a place is; behind or before its name they belong to it ("Lake Chad", "Orange County").
FEATURES: Final = frozenset(
    """river lake sea ocean gulf bay strait straits channel island islands isle isles atoll archipelago peninsula cape
    mount mountain mountains mt hill hills valley desert forest plateau plain plains basin delta coast beach glacier
    canyon creek falls springs county province state district governorate prefecture oblast canton department region
    territory municipality township parish city town village borough suburb quarter neighbourhood neighborhood
    highlands lowlands heights pass port harbour harbor airport station bridge park square street avenue road highway
    boulevard lane drive court university college stadium hospital prison camp base barracks palace reservoir dam
    canal crossing checkpoint pipeline reef volcano oilfield field mine refinery plant school church mosque cathedral
    temple museum cemetery market mall plaza tower building hotel centre center""".split()
)
# Features that gazetteers have entries for; of other things (hotels, streets, schools) the place is what is known.
IN_GAZETTEERS: Final = frozenset(
    """river lake sea ocean gulf bay strait straits channel island islands isle isles atoll archipelago peninsula cape
    mount mountain mountains mt hill hills valley desert forest plateau plain plains basin delta coast beach glacier
    canyon creek falls springs county province state district governorate prefecture oblast canton department region
    territory municipality township parish city town village borough heights pass port reef volcano highlands""".split()
)
# Lower-case words before a name that gazetteers leave out; compass words in capitals may be part of it ("North Korea").
BEFORE: Final = frozenset(
    """the a an this that its his her their our north south east west northern southern eastern western central
    northeast northwest southeast southwest north-east north-west south-east south-west northeastern northwestern
    southeastern southwestern upper lower inner outer greater downtown suburban rural coastal metropolitan mainland
    nearby
    neighbouring neighboring modern ancient all most of in at from to near outside around across and mid -""".split()
)
# Nouns that a town, state or country gives its name to when they are its own and stand there.
CIVIC: Final = frozenset(
    """police department council school schools hospital university college court courts county city state district
    government ministry parliament assembly senate congress legislature house embassy consulate mission airport
    port authority fire sheriff office commission army navy guard force forces military republicans democrats party
    institute academy museum library zoo clinic church cathedral board bureau chamber chambers agency cabinet supreme
    high municipal metro transit town village parish community festival fair marathon symphony orchestra philharmonic
    theatre theater opera ballet health medical regional general national international attorney district federation
    association union society club united team rovers albion wanderers athletic fc hotel jail prison tower stadium
    park station bank laboratory lab foundation centers centre center institutes institution trade tourism chapter
    commissioner memorial veterans baptist methodist lutheran presbyterian royal representative
    representatives securities environmental federal food census stock exchange""".split()
)
# Features that stand before a name: "Lake Chad", "Mount Kenya".
BEFORE_NAMES: Final = frozenset("lake mount mt cape gulf bay strait sea isle river camp province region".split())
# The last words of names of papers, stations and agencies: those who report, not where.
MEDIA: Final = frozenset(
    """times post herald tribune journal gazette star news daily telegraph guardian observer chronicle examiner mail
    express sun mirror globe inquirer sentinel courier dispatch press advertiser bulletin register record republic
    ledger argus echo standard independent tv radio television broadcasting magazine review today""".split()
)
# A name of nothing but these names no place: "International Airport", "Regional Medical Center".
GENERIC: Final = FEATURES - {"reading"} | frozenset(
    """international national regional general central medical city county state federal municipal community memorial
    olympic public high middle elementary correctional metropolitan""".split()
)
# Words that are never a place, whatever they were taken for.
NEVER: Final = frozenset(
    """may march april june july august monday tuesday wednesday thursday friday saturday sunday january february
    september october november december christmas easter ramadan god mr mrs ms dr president minister king queen prince
    north south east west northern southern eastern western central northeast northwest southeast southwest police
    university federal metro post street read more covid google twitter facebook internet islam parish county
    est edt pst pdt gmt u.n. un
    earth english republic strip marina senate congress parliament communism""".split()
)
# Names of towns that are words as well: places only where they were taken for such.
WORDS: Final = NEVER | frozenset(
    """mission most male nice reading bath orange battle enterprise independence liberty union hope best buy time bank
    surprise olympic union lisa adam""".split()
)
# Prepositions behind which a name in capitals that the gazetteer knows is a place, whatever else it may be.
LOOKED_FOR_BEHIND: Final = frozenset("in near outside throughout inside across around".split())
# States and provinces as papers shorten them behind a town and a comma (AP Stylebook, Canadian Press).
STATES: Final = frozenset(
    """Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La. Md. Mass. Mich. Minn. Miss. Mo.
    Mont. Neb. Nebr. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Oreg. Pa. Penn. R.I. S.C. S.D. Tenn. Tex. Vt. Va.
    Wash. W.Va. Wis. Wisc. Wyo. D.C. Alta. B.C. Man. N.B. N.L. N.S. Nfld. Ont. P.E.I. Que. Sask. N.S.W. Vic. Qld. Tas.
    W.A. S.A. N.T. ACT Herts Bucks Berks Lancs Lincs Notts Leics Northants Cambs Oxon Wilts Glos Worcs Staffs Beds
    Hants Yorks Tas Vt Ont Pa Ga Fla Mass Conn Tenn AL AZ AR
    CA CO CT DE FL GA ID IL IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX
    UT VT VA WA WV WI WY AB BC MB NB NL NS ON PE QC SK NSW""".split()
)
# Things named after any place but their own: "London Road", "Washington Square".
NAMED_AFTER: Final = frozenset(
    "street square avenue road highway boulevard lane drive park bridge tower building mall plaza hotel".split()
)
# Countries' short names, which stand for them wherever they stand in capitals.
SHORT_NAMES: Final = frozenset("U.S. US U.S.A. USA U.K. UK UAE U.A.E. USSR U.S.S.R. DRC PNG".split())
# Nouns behind a town's name that are its own: "Oxford residents", "a Manchester man".
TOWNSPEOPLE: Final = frozenset(
    """resident residents police officials mayor man woman men women native natives couple teenager teen boy girl
    firefighters councillor councilman councilwoman sheriff voters taxpayers suburb suburbs area metro-area airport
    hospital office offices""".split()
)
# What follows a place's name and a hyphen in one word: "Calif.-based", "U.S.-led".
JOINED: Final = frozenset("based led backed run born ordered style controlled held sponsored funded made owned".split())
