"""A page and its registry hits -> those that mean nobody here: languages, currencies, wares, rivers, fixed terms.

`sporting` tells the sentences in which states are teams: their names are left as places.
"""

from typing import Final

from dragoman.actors.mentions_names import Hit
from dragoman.actors.page import Page
from dragoman.actors.registry import NameKind, State

# id, words after the name; an example where the name means nobody, one where it is a state's. tests/actors read this.
AFTER_NAME: Final = (
    (
        "currency",
        """dollar franc pound crown krone krona kroner rouble ruble yen won peso real rupee rupiah dinar dirham riyal
        rial lira mark markka zloty forint koruna leu leva lev lari som shilling rand naira kwacha baht dong kip ringgit
        yuan renminbi guilder peseta escudo drachma cedi birr taka tugrik manat hryvnia litas lat kuna dram sol bolivar
        guarani cordoba lempira quetzal colon gourde dalasi ouguiya pula metical ariary afghani cent""",
        "It cost 40 Danish crowns.",
        "It cost 40 Danish soldiers.",
    ),
    (
        "language",
        "language dialect translation subtitle phrasebook grammar proverb alphabet script lesson",
        "He read a Turkish translation.",
        "He read a Turkish statement.",
    ),
    (
        "ware",
        "tea cup bowl plate vase teapot silk cheese wine beer chocolate delight bath carpet rug pastry doll cigar",
        "They stole Persian rugs.",
        "They stole Iraqi oil.",
    ),
)
# Terms whose first word is no state: what stands after it.
TERMS: Final = {
    "dutch": "disease auction courage treat uncle elm oven angle",
    "french": "fries toast kiss window windows horn bulldog press polish",
    "turkish": "coffee towel towels bath",
    "russian": "roulette doll dolls salad",
    "swiss": "roll chard cheese-maker",
    "german": "shepherd shepherds measles",
    "spanish": "flu omelette",
    "chinese": "whispers checkers lantern zodiac",
    "english": "channel breakfast setter muffin",
    "irish": "setter stew coffee wolfhound",
    "roman": "numeral numerals alphabet",
    "persian": "cat cats gulf",
    "cuban": "heel heels",
    "brazil": "nut nuts",
    "panama": "hat hats",
    "indian": "summer ink ocean file",
    "mexican": "wave standoff",
    "norway": "spruce rat lobster",
    "guinea": "pig pigs fowl worm",
    "siamese": "twins twin cat cats",
    "danish": "pastry pastries",
    "japanese": "knotweed encephalitis maple",
    "african": "violet violets",
    "jerusalem": "artichoke",
    "canada": "goose geese",
}
FIXED: Final = {name: frozenset(words.split()) for name, words in TERMS.items()}
NOUNS: Final = frozenset(word for _, words, _, _ in AFTER_NAME for word in words.split())
SPOKEN: Final = frozenset("speak translate sing read write teach learn understand recite shout whisper".split())
# Rivers of a state's name, which takes no article as a state.
RIVERS: Final = frozenset("Niger Senegal Uruguay Paraguay Jordan".split())
# Names beside which Georgia is the American state; names beside which it is not.
OF_AMERICA: Final = frozenset("Atlanta Savannah Alabama Carolina Tennessee Florida Macon".split())
OF_CAUCASUS: Final = frozenset(
    """Georgian Georgians Tbilisi Abkhazia Abkhaz Ossetia Ossetian Batumi Gori Caucasus Saakashvili Shevardnadze
    Ivanishvili Moscow Russian""".split()
)
# A score, or one of these words, with one of the verbs: a match.
PLAYED: Final = frozenset(
    """beat draw thrash edge hold lose win defeat face play meet knock qualify trounce rout eliminate crush outclass
    score equalise equalize advance lead trail host overcome stun sink humble""".split()
)
OF_SPORT: Final = frozenset(
    """goalkeeper striker midfielder winger batsman bowler innings wicket quarterfinal quarterfinals semifinal
    semifinals quarter-final semi-final halftime half-time equaliser equalizer hat-trick playoff playoffs scrum try
    qualifier qualifiers shootout offside fullback goalless kickoff kick-off""".split()
)


def meant(page: Page, hits: list[Hit]) -> list[Hit]:
    """The hits without those that mean nobody."""
    return [hit for hit in hits if not _nobody(page, hit)]


def _nobody(page: Page, hit: Hit) -> bool:
    if not isinstance(hit.entries[0].record, State):
        return False
    adjective = hit.of_kind(NameKind.ADJECTIVE) is not None
    after = hit.end
    if hit.entries[0].record.code == "GEO" and not adjective and _american(page):
        return True
    if after < len(page) and page.sent[after] == page.sent[hit.start]:
        words = FIXED.get(page.low[hit.start])
        if words is not None and hit.end - hit.start == 1 and page.low[after] in words:
            return True
        if page.lemma[after] in NOUNS and page.pos[after] in ("NOUN", "PROPN") and page.text[after].islower():
            return True
    if adjective and _language(page, hit):
        return True
    the = hit.start > 0 and page.low[hit.start - 1] == "the"
    alone = after >= len(page) or page.pos[after] not in ("NOUN", "PROPN", "ADJ")
    return the and alone and page.text[hit.start] in RIVERS and hit.end - hit.start == 1


def _american(page: Page) -> bool:
    """Whether the Georgia of the report is the American state."""
    words = set(page.text)
    return not words.isdisjoint(OF_AMERICA) and words.isdisjoint(OF_CAUCASUS)


def _language(page: Page, hit: Hit) -> bool:
    """As in "she asked in Turkish", "he speaks Chechen"."""
    i = hit.end - 1
    if hit.end < len(page) and page.pos[hit.end] in ("NOUN", "PROPN", "ADJ") and page.head[i] == hit.end:
        return False
    if hit.start and page.low[hit.start - 1] in ("in", "into") and page.case(i) in ("in", "into"):
        return not any(k > i and page.dep[k] in ("conj", "nmod") for k in page.kids[i]) or page.low[i + 1] == "and"
    return page.dep[i] == "obj" and page.lemma[page.head[i]] in SPOKEN and page.kid(i, "det") is None


def sporting(page: Page) -> set[int]:
    """The sentences that tell of a match."""
    found: set[int] = set()
    for n, (start, end) in enumerate(zip(page.starts, page.ends, strict=True)):
        signs = OF_SPORT.intersection(page.low[start:end]) or any(_score(page, i, end) for i in range(start, end))
        if signs and any(page.pos[i] == "VERB" and page.lemma[i] in PLAYED for i in range(start, end)):
            found.add(n)
    return found


def _score(page: Page, i: int, end: int) -> bool:
    """As in "2-1": two small numbers with a hyphen between them."""
    after = i + 2
    if after >= end or page.text[i + 1] not in ("-", "–"):
        return False
    return all(page.text[k].isdigit() and len(page.text[k]) <= 2 for k in (i, after))
