"""Titles as databases write them ("Minister of Foreign Affairs of the Republic of X") -> title, country and sector.

The title comes back as newspapers write it ("foreign minister"), so that a description in a report finds its holder.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.actors.own_cells import BadCell, country, plain
from dragoman.actors.registry import NameKind, State, shipped

# id, pattern over the title in small letters, what it becomes; a title that becomes it, one that does not.
REWRITES: Final = (
    (
        "foreign",
        r"(?:federal |union )?(?:minister|secretary)(?: of state)? (?:of|for) (?:foreign|external)(?: and \w+)? "
        r"(?:affairs|relations)",
        "foreign minister",
        "Minister of Foreign Affairs",
        "Minister of Home Affairs",
    ),
    (
        "defence",
        r"(?:federal )?minister (?:of|for) (?:national )?defen[cs]e",
        "defence minister",
        "Minister of National Defence",
        "Deputy Minister of Defence",
    ),
    (
        "interior",
        r"(?:federal )?minister (?:of|for) (?:the )?(?:interior|internal affairs)",
        "interior minister",
        "Minister of the Interior",
        "Minister of Justice",
    ),
    (
        "portfolio",
        r"(?:federal |union )?minister (?:of|for) (?:the )?(\w+|\w+ affairs)",
        r"\1 minister",
        "Minister of Finance",
        "Minister of Finance and Planning",
    ),
    (
        "deputy-foreign",
        r"(?:deputy|vice|first deputy) minister (?:of|for) foreign affairs",
        "deputy foreign minister",
        "Deputy Minister of Foreign Affairs",
        "Minister of Foreign Affairs",
    ),
    (
        "deputy",
        r"(?:deputy|vice) minister (?:of|for) (?:the )?(\w+)",
        r"deputy \1 minister",
        "Deputy Minister of Defence",
        "Deputy Prime Minister",
    ),
    (
        "premier",
        r"(?:prime minister|premier|chairman of the council of ministers|president of the council of ministers|"
        r"head of government)",
        "prime minister",
        "President of the Council of Ministers",
        "Deputy Prime Minister",
    ),
    (
        "state",
        r"(?:president of the republic|state president|executive president|federal president|head of state)",
        "president",
        "President of the Republic",
        "President of the Senate",
    ),
    (
        "chancellor",
        r"federal chancellor",
        "chancellor",
        "Federal Chancellor",
        "Vice-Chancellor of the university",
    ),
    (
        "general-secretary",
        r"(?:secretary[- ]general|general secretary)",
        "secretary-general",
        "Secretary General",
        "Secretary",
    ),
)
# id, words of a title in small letters, sector; the first row of which a word stands in the title decides.
SECTORS: Final = (
    (
        "legislature",
        """parliament mp mps senator deputies congressman congresswoman legislator lawmaker assembly duma bundestag
        knesset riksdag storting sejm verkhovna rada majlis senate congress representatives commons lords
        parliamentary speaker folketing althing cortes dáil""",
        "LEG",
        "Member of the National Assembly",
        "Assistant secretary",
    ),
    (
        "justice",
        "judge justice court prosecutor magistrate tribunal attorney ombudsman",
        "JUD",
        "Judge of the Supreme Court",
        "Judicious adviser",
    ),
    (
        "police",
        "police gendarmerie constable sheriff",
        "COP",
        "Chief of Police",
        "Chief of staff",
    ),
    (
        "services",
        "intelligence espionage spy kgb fsb mossad cia",
        "SPY",
        "Director of the Intelligence Service",
        "Director of the railways",
    ),
    (
        "forces",
        """army navy military commander commander-in-chief general admiral colonel marshal brigadier chief-of-staff
        forces corps""",
        "MIL",
        "Commander of the Ground Forces",
        "Command of English",
    ),
    (
        "government",
        """minister president premier chancellor ambassador governor mayor secretary king queen emir sultan prince
        princess government ministry consul envoy diplomat cabinet vice-president councillor administrator
        commissioner taoiseach""",
        "GOV",
        "Mayor of the capital",
        "Painter",
    ),
    (
        "party",
        "party chairman-of-the-party faction politburo bloc",
        "PTY",
        "Leader of the Lake Party",
        "Leader of the choir",
    ),
    (
        "business",
        "ceo shareholder chairman chairwoman director board company manager entrepreneur founder owner bank executive",
        "BUS",
        "Member of the Board",
        "Boarder",
    ),
    (
        "faith",
        "bishop archbishop cardinal pope imam ayatollah rabbi patriarch mufti priest metropolitan",
        "REL",
        "Archbishop of the coast",
        "Organist",
    ),
    (
        "press",
        "journalist editor editor-in-chief correspondent broadcaster anchor",
        "MED",
        "Editor-in-chief",
        "Librarian",
    ),
    (
        "learning",
        "professor rector dean lecturer university academic scholar",
        "EDU",
        "Rector of the university",
        "Director of the bank",
    ),
    (
        "labour",
        "union trade-unionist",
        "LAB",
        "Head of the miners' union",
        "Head of a school",
    ),
)
WORD: Final = re.compile(r"[^\W\d_][\w-]*")
LONG: Final = re.compile(
    r"^(?:the )?(?:islamic |federal |democratic |people's |socialist )?(?:republic|kingdom) of (?:the )?", re.IGNORECASE
)
TWO: Final = {"US": "USA", "UK": "GBR"}  # no others: an "IT minister" is not Italy's
OF: Final = re.compile(r"(?: of| for| in| to)(?: the)? ")
# Words by which an office is an international organisation's: the European Parliament is no country's.
SHARED: Final = (
    "united nations",
    "european commission",
    "european parliament",
    "european union",
    "secretary-general of",
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as newspapers write it, its country ("" for none) and its sector ("" where its words tell none)."""

    title: str
    country: str
    sector: str


@cache
def read(text: str) -> Title:
    """The title that `text` gives. A state at its end or beginning is its country ("of Kenya", "Kenyan ...")."""
    words, _, bracket = plain(text).partition(" (")
    words = words.split(",")[0].strip()
    bare, code = _without_state(words)
    low = bare.lower() if not bare.isupper() else bare
    low = low.removeprefix("the ")
    title = next(
        (re.sub(rf"^{pattern}$", becomes, low) for _, pattern, becomes, _, _ in REWRITES if re.fullmatch(pattern, low)),
        low if shipped().role(low) else bare[:1].lower() + bare[1:] if not bare[:2].isupper() else bare,
    )
    return Title(title, code or state_of(bracket.rstrip(")")), sector(title))


def sector(title: str) -> str:
    """The sector that the words of a title tell, "" where they tell none."""
    role = shipped().role(title)
    if role is not None and role.sector:
        return role.sector
    found = {word.lower() for word in WORD.findall(title)}
    if any(words in title.lower() for words in SHARED):
        return "IGO"
    return next((code for _, words, code, _, _ in SECTORS if not found.isdisjoint(words.split())), "")


def _without_state(words: str) -> tuple[str, str]:
    """The title without the state that it is of, and the state's code."""
    for match in reversed(list(OF.finditer(words))):
        if code := state_of(words[match.end() :]):
            return words[: match.start()], code
    head, possessive, rest = words.partition("'s ")
    if possessive and (code := state_of(head)):
        return rest, code
    first = words.split()
    for size in (3, 2, 1):
        head, rest = " ".join(first[:size]), " ".join(first[size:])
        if rest and (code := _adjective(head) or (state_of(head) if shipped().role(rest) else "")):
            return rest, code
    return words, ""


def state_of(name: str) -> str:
    """ISO alpha-3 of a state's name, in full or as newspapers have it ("Kingdom of Norway"); "" where it is none."""
    name = LONG.sub("", name)
    if not name[:1].isupper() or len(name) < 3:
        return TWO.get(name, "")
    try:
        return country(name)
    except BadCell:
        return _longhand(name)


@cache
def _longhand(name: str) -> str:
    """A state's full name that newspapers do not use: "Russian Federation", "Kyrgyz Republic"."""
    words = name.split()
    if words[-1] in ("Federation", "Republic", "Kingdom", "State", "Union"):
        return _adjective(" ".join(words[:-1]))
    return ""


@cache
def _adjective(word: str) -> str:
    for entry in shipped().names.get(word, ()):
        if entry.kind is NameKind.ADJECTIVE and isinstance(entry.record, State):
            return entry.record.iso
    return ""
