"""A report's text to the words by which copies are told: small words, titles and wire words out, spelling folded.

Two papers that print one wire text change what their style books name: spelling, titles, "per cent", numbers in
figures or words, days and datelines, the agency's credit. What is left here are the words no style book touches.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

# Words that style books change, and words too common to tell one report from another. All lower case, without dots.
SMALL: Final = """
a about above after again against ago all almost along also although always am among an and another any are around as
at away back be became because become been before began being below between both but by came can cannot could did do
does doing done down due during each early earlier either else even ever every few following for former from further
get give given go going had has have having he her here hers him himself his how however i if in including into is it
its itself just last late later latter least less let like made make many may me might more most much must my near
nearly neither never new next no nor not nothing now of off often on once only or other others our out over own per
percent cent pc quite rather same several shall she should since so some still such take taken than that the their
them themselves then there these they this those though through thus till to together too took toward towards under
until up upon us very was way we well went were what when where whether which while who whom whose why will with
within without would yet you your
""".split()
WIRE: Final = """
according accused acknowledged added adding agency agencies announced anonymity asked associated authorised authority
authorities briefing broadcaster bulletin bureau by-line byline called claimed comment commented condition conference
contributed correspondent daily declared declined described desk details dispatch editing editor editors interview
journalists local media monitored news newspaper official officially officials press quoted quoting radio remarks
report reported reportedly reporter reporters reporting reports request said say saying says source sources speak
speaking spoke spokesman spokesmen spokesperson spokeswoman staff state-run state-owned stated statement statements
story telephone television told tv urged wire writer written writing
reuters ap afp upi efe dpa ips tass itar interfax xinhua ansa kyodo bernama yonhap anadolu irna sana suna apa pti
""".split()
TITLES: Final = """
mr mrs ms miss dr sir lord lady prof professor gen general lt lieutenant col colonel maj major capt captain sgt adm
admiral brig brigadier rev reverend sen senator rep representative gov governor president vice prime premier minister
ministers ministry foreign secretary chancellor ambassador envoy deputy chief leader head king queen prince sheikh
united states nations un usa uk eu government
""".split()
DAYS: Final = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february
march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
today yesterday tomorrow tonight day morning afternoon evening night week month year weeks months years days
""".split()
UNITS: Final = (
    "one first million billion trillion m mn mln bn tn k dollar dollars euro euros pounds usd eur hundred thousand"
)

ONES: Final = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
ORDINALS: Final = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth"

# Ending in one spelling -> in the other; applied to both, so a word that only looks British is folded alike in both.
ENDINGS: Final = (
    (re.compile(r"is(ation|e|ed|er|ing)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[^l]l)l(ed|ing|er|or)$"), r"\1"),  # travelled, traveled
    (re.compile(r"(?<=\w\w\w)our(?=$|ed$|ing$|able$|ite$|hood$|ly$|er$)"), "or"),
    (re.compile(r"tre$"), "ter"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"(?<=[a-z])ence$"), "ense"),
    (re.compile(r"amme$"), "am"),
)
TOKEN: Final = re.compile(r"\w+(?:[.,'’\-]\w+)*")
FIGURE: Final = re.compile(r"(\d[\d.]*)(?:st|nd|rd|th|m|mn|mln|bn|tn|k|pc)?")
PARAGRAPH: Final = re.compile(r"\n\s*\n")
# British papers quote with single marks; the length is bounded so that a stray mark costs little
SINGLE: Final = re.compile(r"(?<!\w)['‘](?=[^\W\d])(.{1,600}?)(?<=[\w,.?!])['’](?!\w)", re.DOTALL)
CAPITALS: Final = 0.6  # share of capitals from which a text is one of the old wires set in nothing else
SAMPLE: Final = 300  # characters from the middle in which they are counted


class Word(NamedTuple):
    """A word as compared: its folded form ("" for one that is left out), and if it is a name or a figure."""

    form: str
    slot: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: folded forms, which are names or figures, which stand in quotation marks.

    The three are of one length; `count` is the number of all words, with those left out.
    """

    forms: tuple[str, ...]
    slots: tuple[bool, ...]
    quoted: tuple[bool, ...]
    count: int


@lru_cache(maxsize=2048)  # some 20 MB; a new report is compared with many, so its words are asked for again and again
def words(text: str) -> Words:
    """The words of a text; quotations are told by marks, and end at the latest with their paragraph."""
    kept: list[Word] = []
    quoted: list[bool] = []
    count = 0
    for passage, inside in _passages(text):
        tokens = TOKEN.findall(passage)
        count += len(tokens)
        found = [word for word in map(_word, tokens) if word.form]
        kept += found
        quoted += [inside] * len(found)
    forms = tuple(word.form for word in kept)
    return Words(forms, tuple(word.slot for word in kept), tuple(quoted), count)


def _passages(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it stands in quotation marks."""
    middle = text[len(text) // 2 :][:SAMPLE]
    if sum(map(str.isupper, middle)) > CAPITALS * sum(map(str.isalpha, middle)):
        text = text.lower()
    text = text.replace("“", '"').replace("”", '"').replace("''", '"').replace("``", '"')
    if '"' not in text:
        text = SINGLE.sub(r'"\1"', text)
    paragraphs = PARAGRAPH.split(text)
    if len(paragraphs) == 1:
        paragraphs = text.split("\n")
    return [(piece, at % 2 == 1) for paragraph in paragraphs for at, piece in enumerate(paragraph.split('"'))]


@lru_cache(maxsize=65536)
def _word(token: str) -> Word:
    """A word as it is compared."""
    form = _plain(token)
    if form in LEFT_OUT or (len(form) == 1 and form.isalpha()):
        return Word("", False)
    if form in NUMBERS:
        return Word(NUMBERS[form], True)
    if figure := FIGURE.fullmatch(form):
        return Word("" if figure[1] == "1" else figure[1], True)
    return Word(_spelled(form), token[0].isupper())


def _plain(token: str) -> str:
    """A word in lower case without accents, possessive, hyphens, inner dots of letters and commas of thousands."""
    form = token.lower().replace("’", "'")
    if not form.isascii():
        form = "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
    form = form.removesuffix("'s").replace("'", "").replace("-", "").replace(",", "")
    return form if form[:1].isdigit() else form.replace(".", "")


def _spelled(form: str) -> str:
    """A word in one spelling and number: colours and color, defences and defense."""
    if len(form) > 4 and form.endswith("s") and not form.endswith(("ss", "us", "is")):
        form = form[:-1]
    if len(form) > 4:
        for ending, other in ENDINGS:
            form = ending.sub(other, form)
    return form


def _numbers() -> dict[str, str]:
    """Numbers in words, hyphens taken out, to figures: two to ninety-nine, second to tenth."""
    out = {word: str(n) for n, word in enumerate((ONES + " seventeen eighteen nineteen").split())}
    for n, ten in enumerate(TENS.split(), start=2):
        out[ten] = str(10 * n)
        out |= {ten + one: str(10 * n + m) for m, one in enumerate(ONES.split()[:10]) if m}
    return out | {word: str(n) for n, word in enumerate(ORDINALS.split())}


LEFT_OUT: Final = frozenset(_plain(word) for word in (*SMALL, *WIRE, *TITLES, *DAYS, *UNITS.split()))
NUMBERS: Final = {word: figure for word, figure in _numbers().items() if word not in LEFT_OUT}
