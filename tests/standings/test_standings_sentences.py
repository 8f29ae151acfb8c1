"""Sentences of all topics to their standings, through the whole pipeline."""

import pytest

from dragoman.reading import read

# sentence | topic | value | holder | subject (a country's code or a part of the name; empty for whoever)
CASES = (
    (
        "Spain has yet to recognise the breakaway state of Transnistria, the foreign minister said.",
        "recognition",
        "withheld",
        "ESP",
        "",
    ),
    ("Norway on Monday recognised South Sudan as an independent state.", "recognition", "granted", "NOR", "SSD"),
    ("Greece will not recognise Kosovo, its prime minister said on Tuesday.", "recognition", "refused", "GRC", ""),
    ("Mexico stopped short of recognising the Taliban.", "recognition", "withheld", "MEX", "Taliban"),
    (
        "India is considering whether to recognise the Taliban as the government of Afghanistan.",
        "recognition",
        "under review",
        "IND",
        "Taliban",
    ),
    (
        "Kenya would recognise Somaliland only if the African Union did so first.",
        "recognition",
        "conditional",
        "KEN",
        "",
    ),
    ("Chile withdrew its recognition of Taiwan in 1970.", "recognition", "withdrawn", "CHL", "TWN"),
    ("The Polish embassy in Damascus remains open, a spokesman said.", "mission", "operating", "POL", "SYR"),
    ("France recalled its ambassador from Australia on Friday for consultations.", "mission", "recalled", "FRA", "AUS"),
    ("Canada expelled three Saudi diplomats on Thursday.", "mission", "expelled", "SAU", "CAN"),
    ("Two Iranian diplomats were expelled from the Netherlands in June.", "mission", "expelled", "IRN", "NLD"),
    ("Turkey summoned the Swedish ambassador over the protest.", "mission", "summoned", "SWE", "TUR"),
    ("The Israeli ambassador was summoned to the foreign ministry in Dublin.", "mission", "summoned", "ISR", "IRL"),
    ("Switzerland closed its embassy in Tehran last week.", "mission", "closed", "CHE", "IRN"),
    ("Brazil reopened its embassy in Caracas in January.", "mission", "opened", "BRA", "VEN"),
    ("Egypt will not recall its ambassador in Doha.", "mission", "operating", "EGY", "QAT"),
    ("Protesters attacked the Saudi embassy in Tehran on Saturday.", "mission", "attacked", "SAU", "IRN"),
    ("Britain has cut the staff of its embassy in Minsk.", "mission", "reduced", "GBR", "BLR"),
    ("The United States evacuated its diplomats from Khartoum.", "mission", "evacuated", "USA", "SDN"),
    ("Ethiopia promised Eritrea that its troops would leave the border town.", "pledge", "made", "ETH", "ERI"),
    ("Morocco has offered to mediate between Mali and Algeria.", "pledge", "offered", "MAR", ""),
    ("Libya pledged to compensate Niger for the deaths.", "pledge", "made", "LBY", "NER"),
    ("Israel will free 200 Lebanese prisoners if Hezbollah returns the bodies.", "pledge", "conditional", "ISR", ""),
    ("Ghana never kept its promise to extradite the officers to Togo.", "pledge", "broken", "GHA", "TGO"),
    ("Iran said it would help Iraq to rebuild its ports.", "pledge", "made", "IRN", "IRQ"),
    ("Vietnam is ready to return the remains of soldiers to the United States.", "pledge", "offered", "VNM", "USA"),
    ("Uganda broke its promise to withdraw its forces from Congo.", "pledge", "broken", "UGA", "COD"),
    ("Cuba withdrew its offer to send doctors to Haiti.", "pledge", "withdrawn", "CUB", "HTI"),
    ("China called on Japan to apologise.", "demand", "made", "CHN", "JPN"),
    ("Venezuela demanded that Colombia hand over the rebels.", "demand", "made", "VEN", "COL"),
    ("Peru rejected a demand by Chile for the return of the ship.", "demand", "refused", "CHL", "PER"),
    ("Rwanda refused to withdraw its troops from Congo.", "demand", "refused", "", "RWA"),
    ("The United Nations urged Burundi to open talks with the rebels.", "demand", "made", "United Nations", "BDI"),
    ("Armenia and Azerbaijan signed a peace treaty in Washington.", "agreement", "signed", "ARM", "AZE"),
    ("The Russian parliament ratified the border treaty with Lithuania.", "agreement", "ratified", "RUS", "LTU"),
    ("Britain and Ireland reached an agreement on fishing on Monday.", "agreement", "agreed", "GBR", "IRL"),
    (
        "The talks between Sudan and South Sudan ended without agreement.",
        "agreement",
        "under negotiation",
        "SDN",
        "SSD",
    ),
    ("Iran pulled out of its nuclear accord with France.", "agreement", "terminated", "IRN", "FRA"),
    ("Ecuador accused Peru of violating the ceasefire.", "agreement", "breached", "", ""),
    ("The European Union imposed sanctions on Belarus in June.", "sanction", "imposed", "European Union", "BLR"),
    ("Washington lifted its embargo on Vietnam in 1994.", "sanction", "lifted", "USA", "VNM"),
    ("Japan eased a ban on imports from South Korea.", "sanction", "eased", "JPN", "KOR"),
    ("The United States has had sanctions in place against Cuba since 1960.", "sanction", "imposed", "USA", "CUB"),
    ("Canada threatened to suspend aid to Haiti unless elections were held.", "sanction", "threatened", "CAN", "HTI"),
    ("Norway suspended aid to Uganda in November.", "sanction", "imposed", "NOR", "UGA"),
    ("UNITA rebels captured the town of Huambo on Tuesday.", "control", "seized", "UNITA", "Huambo"),
    ("The Houthis control most of northern Yemen.", "control", "held", "Houthi", ""),
    ("Ethiopian troops seized power in Mekelle.", "control", "seized", "ETH", ""),
    ("Indonesia handed East Timor to the United Nations.", "control", "handed over", "IDN", ""),
    ("The army lost Palmyra to Islamic State on Sunday.", "control", "lost", "", "Palmyra"),
    ("Argentina also claims the Falkland Islands.", "control", "contested", "ARG", ""),
    ("North Korea declared war on Japan.", "hostilities", "declared", "PRK", "JPN"),
    ("Eritrea and Ethiopia agreed a ceasefire in June.", "hostilities", "ceasefire", "ERI", "ETH"),
    ("The war between Iran and Iraq dragged on.", "hostilities", "ongoing", "IRN", "IRQ"),
    (
        "The Tamil Tigers, who have fought the government of Sri Lanka since 1983, denied the charge.",
        "hostilities",
        "ongoing",
        "Tamil",
        "LKA",
    ),
    ("Germany told its citizens to leave Lebanon.", "advisory", "issued", "DEU", "LBN"),
    ("Australians were advised to avoid travel to Fiji.", "advisory", "issued", "AUS", "FJI"),
    ("South Korea began evacuating its nationals from Libya.", "advisory", "ongoing", "KOR", "LBY"),
    ("The Philippine embassy in Tripoli advised Filipinos to stay indoors.", "advisory", "issued", "PHL", "LBY"),
    ("Thailand fears that Myanmar will send more refugees.", "concern", "stated", "THA", "MMR"),
    ("Denmark expressed concern over arrests in Turkey.", "concern", "stated", "DNK", "TUR"),
    ("Pakistan is worried about Indian troops in Afghanistan.", "concern", "stated", "PAK", ""),
    ("Saudi Arabia broke off diplomatic relations with Iran in 2016.", "relations", "severed", "SAU", "IRN"),
    ("Senegal and Gambia restored diplomatic ties in May.", "relations", "restored", "SEN", "GMB"),
    ("Diplomatic relations between Malta and Libya were suspended.", "relations", "suspended", "MLT", "LBY"),
    ("Bhutan has no diplomatic relations with China.", "relations", "unofficial", "BTN", "CHN"),
    ("Relations between Chad and Sudan have soured since 2003.", "relations", "strained", "TCD", "SDN"),
    ("Kuwait downgraded its ties with Iran.", "relations", "downgraded", "KWT", "IRN"),
    ("Oman maintains relations with Israel.", "relations", "maintained", "OMN", "ISR"),
    ("Singapore has unofficial ties with Taiwan.", "relations", "unofficial", "SGP", "TWN"),
    ("Nepal stopped short of severing relations with India.", "relations", "maintained", "NPL", "IND"),
    ("Greece and Turkey have been at odds over Cyprus for decades.", "relations", "strained", "GRC", "TUR"),
    ("Russia is ready to deepen its ties with Myanmar.", "relations", "improving", "RUS", "MMR"),
)


def is_called(actor, wanted):
    if not wanted:
        return True
    if actor is None:
        return False
    return actor.country == wanted if len(wanted) == 3 and wanted.isupper() else wanted in actor.name


@pytest.mark.parametrize(("text", "topic", "value", "holder", "subject"), CASES, ids=[case[0][:30] for case in CASES])
def test_a_sentence_gives_its_standing(text, topic, value, holder, subject):
    reading = read(text, published="2010-05-12")
    found = [
        (s.topic, s.value) for s in reading.standings if is_called(s.holder, holder) and is_called(s.subject, subject)
    ]
    assert (topic, value) in found
