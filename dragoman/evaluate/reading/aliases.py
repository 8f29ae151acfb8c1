"""Names that stand for one actor, names of states, and codes that changed: data for comparing actors by name."""

from typing import Final

ALIASES: Final = (
    ("united nations", "un", "u n"),
    ("un security council", "security council", "united nations security council", "u n security council", "unsc"),
    ("european union", "eu", "brussels"),
    ("nato", "north atlantic treaty organization", "north atlantic treaty organisation"),
    ("african union", "au"),
    ("organisation of african unity", "organization of african unity", "oau"),
    ("economic community of west african states", "ecowas"),
    ("organization of american states", "organisation of american states", "oas"),
    ("association of southeast asian nations", "asean"),
    ("caribbean community", "caricom"),
    ("osce", "organization for security and cooperation in europe"),
    ("international monetary fund", "imf"),
    ("international atomic energy agency", "iaea"),
    ("red cross", "icrc", "international committee of the red cross"),
    ("islamic state", "is", "isis", "isil", "daesh", "islamic state group"),
    ("kurdistan workers party", "pkk"),
    ("plo", "palestine liberation organization", "palestine liberation organisation"),
    ("palestinian authority", "palestinian government", "palestine", "palestinians"),
    ("hezbollah", "hizbollah", "hizbullah"),
    ("unita", "national union for the total independence of angola"),
    ("movement of democratic forces of casamance", "mfdc"),
    ("asian development bank", "adb"),
    ("world food program", "world food programme", "wfp"),
    ("european economic community", "eec"),
    ("east african court of justice", "eacj"),
    ("somali national movement", "snm"),
    ("bougainville revolutionary army", "bra"),
    ("national council for recovery", "cnr"),
    ("lakeshore democratic union", "ldu"),
    ("sana", "syrian arab news agency"),
    ("farc", "revolutionary armed forces of colombia"),
    ("ira", "irish republican army", "provisional ira"),
    ("kremlin", "russia", "moscow"),
    ("united states", "usa", "us", "u s", "washington", "america"),
    ("united kingdom", "uk", "britain", "great britain"),
    ("myanmar", "burma"),
    ("ivory coast", "cote d ivoire"),
    ("zaire", "democratic republic of the congo"),
)

STATE_SECTORS: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"))
# words of a body that acts for its state
BODIES: Final = (
    *("ministry", "government", "administration", "embassy", "consulate", "officials?", "authorities", "cabinet"),
    *("army", "military", "forces", "police", "parliament", "congress", "court", "kremlin", "white house"),
    *("state department", r"spokes\w+", "mission", "delegation", "palace", "presidency", "television", "mediators"),
)

# codes that one country went by
CODES: Final = {
    "COD": frozenset(("ZAR", "COD")),
    "CSK": frozenset(("CSK", "CZE", "SVK")),
    "SUN": frozenset(("SUN", "RUS")),
    "MMR": frozenset(("MMR", "BUR")),
}

STATES_OF_ONE_WORD: Final = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
barbados belarus belgium belize benin bhutan bolivia botswana brazil britain brunei bulgaria burma burundi cambodia
cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia czechoslovakia denmark djibouti
dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece
grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius
mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger
nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia
rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland
syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda uk ukraine uruguay us
usa uzbekistan vanuatu vatican venezuela vietnam yemen yugoslavia zaire zambia zimbabwe
"""

STATES_OF_MORE: Final = """
united states, u s, united kingdom, saudi arabia, south korea, north korea, new zealand, czech republic, el salvador,
palestinian authority, sri lanka, south africa, united arab emirates, costa rica, democratic republic of the congo,
dominican republic, bosnia and herzegovina, south sudan, north macedonia, ivory coast, cote d ivoire, cape verde,
burkina faso, guinea bissau, equatorial guinea, sierra leone, central african republic, sao tome and principe, papua
new guinea, solomon islands, marshall islands, trinidad and tobago, antigua and barbuda, saint lucia, san marino, east
timor, timor leste, east germany, west germany, soviet union, western sahara
"""
