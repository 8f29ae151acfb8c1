"""A role noun in its phrase ("the Tajik energy ministry's spokesman") -> the parts that tell who it is."""

from dataclasses import dataclass, field
from typing import Final

from dragoman.actors.mentions_titles import role_at
from dragoman.actors.page import Page
from dragoman.actors.registry import RoleNoun, registry

POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
OWN_PRONOUNS: Final = frozenset("its his her their our my whose".split())
# "Saudi-led", "London-based": the name before the hyphen is not who owns the noun.
HYPHENED: Final = frozenset(
    """led backed based born trained supported sponsored allied armed funded financed brokered run controlled held
    occupied made built speaking owned mediated educated leaning inspired linked friendly dominated aligned imposed
    proposed drafted wide hosted looking faced haired spoken clad eyed mannered bearded""".split()
)
# Adjectives that give a sector to a general noun ("parliamentary leader").
SECTOR_WORDS: Final = {
    "military": "MIL", "naval": "MIL", "parliamentary": "LEG", "congressional": "LEG", "legislative": "LEG",
    "judicial": "JUD", "separatist": "REB", "secessionist": "REB", "insurgent": "REB", "guerrilla": "REB",
    "jihadist": "REB", "rebel": "REB", "militant": "REB", "opposition": "OPP", "dissident": "OPP",
    "paramilitary": "REB", "communist": "PTY", "socialist": "PTY", "islamist": "REB", "maoist": "REB",
    "presidential": "GOV", "ministerial": "GOV", "government": "GOV", "royal": "GOV", "diplomatic": "GOV",
    "student": "EDU", "medical": "HLH", "religious": "REL", "humanitarian": "NGO", "intelligence": "SPY",
    "defence": "MIL", "defense": "MIL", "security": "MIL", "union": "LAB", "police": "COP", "army": "MIL",
    "cargo": "BUS", "merchant": "BUS", "fishing": "BUS", "passenger": "BUS", "commercial": "BUS", "container": "BUS",
    "tribal": "CVL", "business": "BUS", "civilian": "CVL",
}  # fmt: skip
# With a capital, a party: the "Labour leader" leads no union.
PARTY_WORDS: Final = frozenset("labour labor conservative liberal republican democratic democrat green tory".split())
# Presidents of no state, by the small noun before the title ("club president"); other such nouns give no sector.
PRESIDES: Final = {
    "company": "BUS", "group": "BUS", "bank": "BUS", "firm": "BUS", "division": "BUS", "unit": "BUS", "airline": "BUS",
    "operations": "BUS", "products": "BUS", "chamber": "BUS", "club": "CVL", "federation": "CVL", "university": "EDU",
    "college": "EDU", "school": "EDU", "union": "LAB", "tribunal": "JUD", "court": "JUD", "assembly": "LEG",
    "parliament": "LEG", "senate": "LEG", "party": "PTY",
}  # fmt: skip
OF_STATE_TOO: Final = frozenset("state council junta transition government vice interim republic nation".split())
# General nouns: the sector comes from what they belong to. Other nouns keep their own.
GENERAL: Final = frozenset(
    """spokesman spokeswoman spokesperson official leader chief head aide adviser advisor delegate delegation
    representative negotiator commissioner secretary deputy mediator mission envoy source figure member chairman
    chairwoman chairperson boss team council court commander officer force troop fighter soldier personnel commission
    leadership headquarters unit column convoy patrol contingent guard source negotiator administrator director
    coordinator agency office department bureau staff statement group party politician administration authority
    candidate movement army counterpart committee subcommittee panel board""".split()
)
# Those sent to a place: it says where they work.
POSTED: Final = frozenset("embassy consulate mission ambassador envoy commissioner consul".split())
# What a hyphen binds to a title as another word of it.
PREFIXES: Final = frozenset("then ex vice deputy former sub under co acting".split())
DROPPED: Final = frozenset(
    """new old own first last second third late other another same current ex then more many several few some big large
    least most small unidentified top-level -""".split()
)


@dataclass(slots=True)
class Phrase:
    """A noun phrase with the role noun at `head`; tokens `start:head + 1` are its words up to the noun.

    `words` are the modifiers that belong in a name, `before` all tokens before the noun, `sector` what the words
    themselves give, `owner` the head token of a possessor or of a name among the modifiers or after "of", None if
    none; `host` the head of the place after "in", "to", "at".
    """

    head: int
    start: int
    role: RoleNoun
    plural: bool
    definite: bool
    sector: str | None
    words: list[int] = field(default_factory=list)
    owner: int | None = None
    owner_how: str = ""
    host: int | None = None
    number: bool = False

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.role.person and not self.plural


def read(page: Page, head: int, named: set[int]) -> Phrase | None:
    """The phrase of the noun at `head`; None if the noun gives no role. `named` are the tokens inside known names."""
    role = title_role(page, head)
    if role is None:
        return None
    start = left_edge(page, head)
    phrase = Phrase(head, start, role, _plural(page, head, role), False, role.sector)
    _modifiers(page, phrase, named)
    _before(page, phrase)
    _after(page, phrase, named)
    if phrase.role.lemma in GENERAL or _plain_soldiers(phrase) or phrase.role.lemma.split()[0] in PARTY_WORDS:
        phrase.sector = _sector_of_words(page, phrase) or phrase.sector
    before = phrase.words[-1] if phrase.words else head
    if role.lemma == "president" and page.pos[before] == "NOUN" and before < head and page.text[before].islower():
        phrase.sector = phrase.sector if page.low[before] in OF_STATE_TOO else PRESIDES.get(page.low[before])
    return phrase


def title_role(page: Page, head: int) -> RoleNoun | None:
    """The role of the longest title that ends at `head` ("prime minister"), else of the noun itself."""
    single = role_at(page, head)
    for ahead in (3, 4, 5):
        if head + 1 < len(page) and page.low[head + 1] == "of":
            found = registry().titles.get(tuple(page.low[head : head + ahead]))
            if found is not None:
                return found
    titles, nouns = registry().titles, registry().nouns
    for back in (3, 2, 1):
        start = head - back
        if start < 0 or page.sent[start] != page.sent[head]:
            continue
        words = page.low[start : head + 1]
        found = titles.get(tuple(words)) or nouns.get(" ".join(words))
        if found is None:
            found = titles.get((*words[:-1], page.lemma[head]))
        if found is not None:
            return found
    return single


def _plural(page: Page, head: int, role: RoleNoun) -> bool:
    if role.what == "people":
        return True
    if page.low[head] == role.plural.rsplit(" ", 1)[-1] and role.plural != role.lemma:
        return True
    return page.low[head] == "police" or page.doc[head].tag_ in ("NNS", "NNPS")


def left_edge(page: Page, head: int) -> int:
    """The first token of the modifiers that run up to `head`; a possessor and the article stay outside."""
    i = head
    while i > 0 and page.sent[i - 1] == page.sent[head] and not page.skip[i - 1]:
        before = i - 1
        word = page.low[before]
        if page.label[before] == "DATE" or word in POSSESSIVE or word in DROPPED_NOUNS:
            break
        hyphen = word == "-" and before > 0
        participle = page.pos[before] == "VERB" and (
            page.dep[before] in ("amod", "compound") or (before > 0 and page.text[before - 1] == "-")
        )
        if not (hyphen or participle or page.pos[before] in ("ADJ", "NOUN", "PROPN", "NUM")):
            break
        i = before
    while i < head and (page.text[i] == "-" or _rest_of_word(page, i)):
        i += 1  # the rest of "so-called"
    return i


def _rest_of_word(page: Page, i: int) -> bool:
    """Whether a hyphen binds the word to the one before it; "then-foreign minister" is a foreign minister."""
    glued = i > 1 and page.text[i - 1] == "-" and not page.doc[i - 2].whitespace_ and not page.doc[i - 1].whitespace_
    return glued and page.low[i - 2] not in PREFIXES


DROPPED_NOUNS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday year month week".split()
)


def _modifiers(page: Page, phrase: Phrase, named: set[int]) -> None:
    i = phrase.start
    while i < phrase.head:
        after = i + 2
        hyphened = after <= phrase.head and page.text[i + 1] == "-" and page.low[after] in HYPHENED
        if hyphened:
            i = after + 1
            continue
        if page.pos[i] == "NUM":
            phrase.number = True
        elif i in named and page.low[i - 1] != "ethnic":
            phrase.owner, phrase.owner_how = i, "name"
        elif page.low[i] not in DROPPED:
            phrase.words.append(i)
        i += 1


def _before(page: Page, phrase: Phrase) -> None:
    """Article, possessor and possessive pronoun before the modifiers."""
    i = phrase.start - 1
    if i > 2 and page.text[i] == ")" and page.text[i - 2] == "(":
        if phrase.owner is None:
            phrase.owner, phrase.owner_how = i - 1, "name"  # "Lake Defence Front (LDF) commander NAME"
        return
    while i >= 0 and page.low[i] in ("both", "all", "two", "the", "these", "those", "this", "that"):
        phrase.definite = phrase.definite or page.low[i] not in ("all", "two")
        phrase.number = phrase.number or page.low[i] in ("both", "two")
        i -= 1
    if i < 0 or page.sent[i] != page.sent[phrase.head] or phrase.definite or phrase.owner is not None:
        return
    if page.low[i] in OWN_PRONOUNS and page.pos[i] in ("PRON", "DET"):
        phrase.owner, phrase.owner_how = i, "poss"
    elif page.low[i] in POSSESSIVE and page.head[i] != i:
        phrase.owner, phrase.owner_how = page.head[i], "poss"


def _after(page: Page, phrase: Phrase, named: set[int]) -> None:
    """As in "of X", "for X", "from X" after the noun own it where nothing before does; "in", "to", "at X" host it."""
    for k in page.kids[phrase.head]:
        if (
            k < phrase.head
            or _within_title(page, phrase, k)
            or not page.dep[k].startswith(("nmod", "obl"))
            or page.dep[k] == "nmod:poss"
        ):
            continue
        case = page.case(k) or _case_before_owner(page, k)
        if case in ("of", "for", "from", "with") and phrase.owner is None and _may_own(page, k, case, named):
            phrase.owner, phrase.owner_how = k, case
        elif case in ("in", "to", "at", "near", "around", "within", "inside", "outside") and phrase.host is None:
            phrase.host = k
    after = phrase.head + 1  # "closed its embassy in Lima", where the parser hung the place on the verb
    posted = page.lemma[phrase.head] in POSTED and after < len(page) and page.dep[after] == "case"
    if phrase.host is None and posted and page.low[after] in ("in", "to", "at"):
        phrase.host = page.head[after] if page.head[after] > after else None


def _case_before_owner(page: Page, k: int) -> str:
    """As in "a member of the parliament's committee", where the parser hung "of" on the parliament."""
    owner = page.kid(k, "nmod:poss")
    return page.case(owner) if owner is not None else ""


def _within_title(page: Page, phrase: Phrase, k: int) -> bool:
    """Whether `k` is a word of the title itself ("secretary of state")."""
    words = phrase.role.lemma.split()
    return "of" in words and k < phrase.head + len(words)


def _may_own(page: Page, k: int, case: str, named: set[int]) -> bool:
    if k in named or page.pos[k] in ("PROPN", "PRON"):
        return True
    people = page.pos[k] in ("ADJ", "VERB") and page.has(k, "det", frozenset(("the", "those")))  # relatives of the dead
    return case in ("of", "for", "from") and (page.pos[k] == "NOUN" or people)


def _plain_soldiers(phrase: Phrase) -> bool:
    return phrase.role.sector == "MIL" and phrase.role.what in ("person", "people", "thing")


def _sector_of_words(page: Page, phrase: Phrase) -> str | None:
    """The sector of the last modifier that has one; a body that the title acts for counts first."""
    for i in reversed(phrase.words):
        if page.low[i] in PARTY_WORDS and page.text[i][:1].isupper():
            return "PTY"
        if (found := SECTOR_WORDS.get(page.low[i])) is not None:
            if page.lemma[phrase.head] == "party" and found == "REB":
                continue  # a Maoist party is a party
            break
        role = title_role(page, i)
        if role is not None and role.sector == "IGO" and i and page.low[i - 1] == "high":
            return "GOV"  # a High Commission is an embassy
        if role is not None and role.sector is not None and not (role.person and role.sector == "GOV"):
            found = role.sector
            break
    else:
        return None
    if phrase.role.sector == "MIL" and found in ("GOV", "CVL"):
        return None
    return found
