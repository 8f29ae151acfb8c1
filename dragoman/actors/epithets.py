"""What newspapers call a body or a state ("the world body", "the former Soviet republic") -> whom they mean.

The first kind is fixed; of the second the state is the one named last that fits the word before the noun.
"""

from typing import Final

from dragoman.actors.registry import Leader, State, registry
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage, of_record

# Words before the noun and the noun -> names of the body in the order of time: the first in use on the day is meant.
BODIES: Final = {
    "world body": ("United Nations",),
    "global body": ("United Nations",),
    "atlantic alliance": ("NATO",),
    "western alliance": ("NATO",),
    "military alliance": ("NATO",),
    "defence alliance": ("NATO",),
    "defense alliance": ("NATO",),
    "oil cartel": ("OPEC",),
    "producer cartel": ("OPEC",),
    "nuclear watchdog": ("International Atomic Energy Agency",),
    "atomic watchdog": ("International Atomic Energy Agency",),
    "nuclear agency": ("International Atomic Energy Agency",),
    "atomic agency": ("International Atomic Energy Agency",),
    "world court": ("International Court of Justice",),
    "continental body": ("African Union", "Organisation of African Unity", "Organization of African Unity"),
    "pan-african body": ("African Union", "Organisation of African Unity", "Organization of African Unity"),
    "african body": ("African Union", "Organisation of African Unity", "Organization of African Unity"),
    "arab body": ("Arab League",),
    "pan-arab body": ("Arab League",),
    "trade body": ("World Trade Organization", "World Trade Organisation"),
    "health agency": ("World Health Organization", "World Health Organisation"),
    "european bloc": ("European Union", "European Community"),
    "refugee agency": ("UNHCR",),
    "blue helmets": ("United Nations peacekeepers", "United Nations"),
    "blue berets": ("United Nations peacekeepers", "United Nations"),
}
WITHIN: Final = frozenset(("ADJ", "NOUN", "NUM", "PROPN"))
NEAR: Final = 4  # sentences
LAST: Final = frozenset(key.rpartition(" ")[2] for key in BODIES)
# Adjective of a state that is no more or ruled others -> the states that broke away or became free.
HEIRS: Final = {
    "soviet": frozenset("RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK".split()),
    "yugoslav": frozenset("SVN HRV BIH SRB MNE MKD SCG KOS XKX".split()),
}
# States that ruled others: "the former colonial power" is the one of them named last.
COLONIAL: Final = frozenset("GBR FRA PRT ESP BEL NLD ITA DEU USA JPN DNK AUS ZAF NZL TUR RUS SUN".split())
RULES: Final = frozenset("power ruler master overlord".split())
# Nouns for a body of states; before them words that tell which kind, never which one.
OF_STATES: Final = frozenset("bloc body grouping alliance organisation organization club union community".split())
NOUNS: Final = frozenset(
    "republic state colony protectorate territory possession satellite dependency province".split()
)


def of_body(stage: Stage, i: int) -> Referent | None:
    """The body that an epithet stands for, with its mention noted; None for other words."""
    page = stage.page
    word = page.low[i]
    if (word not in LAST and word not in OF_STATES) or i < 1:
        return None
    start = i - 3 if i > 2 and page.text[i - 2] == "-" else i - 1
    names = BODIES.get("".join(page.low[start:i]) + " " + word)
    definite = start > 0 and page.low[start - 1] in ("the", "'s", "’s")
    if (names is None or not definite) and (found := _of_states(stage, i)) is not None:
        return found
    if names is None or not definite or page.kid(i, "nmod") is not None:
        return None
    for name in names:
        for entry in registry().lookup(name, stage.on):
            if entry.on(stage.on) and not isinstance(entry.record, (State, Leader)):
                found = of_record(stage, entry.record)
                return found and stage.mention(start, i + 1, i, found, "description")
    return None


def _of_states(stage: Stage, i: int) -> Referent | None:
    """As in "the 16-nation bloc", "the west African body": the organisation of states named last."""
    page, first = stage.page, i
    while first and i - first < 7 and (page.text[first - 1] == "-" or page.pos[first - 1] in WITHIN):
        first -= 1
    if page.low[i] not in OF_STATES or first == i or page.low[first - 1] != "the":
        return None
    if any(k in stage.hits and not page.text[k][:1].isupper() for k in range(first, i)):
        return None
    here = page.sent[i]
    found = stage.scene.last(
        i,
        lambda t: here - t.sent <= NEAR and t.referent.shape == "organisation" and t.referent.actors[0].sector == "IGO",
    )
    return found and stage.mention(first, i + 1, i, found, "description")


def of_heir(stage: Stage, i: int) -> Referent | None:
    """As in "the former Soviet republic", "the former French colony": the state named last that it can be."""
    page = stage.page
    if page.lemma[i] in RULES and i > 1 and page.low[i - 1] in ("colonial", "imperial"):
        return _ruler(stage, i)
    if page.lemma[i] not in NOUNS or i < 3 or page.doc[i].tag_ == "NNS":
        return None
    first = next((k for k in range(i - 1, max(i - 5, -1), -1) if page.low[k] in ("former", "ex", "onetime")), None)
    if first is None or not first or page.low[first - 1] not in ("the", "this", "-"):
        return None
    hit = next((stage.hits[k] for k in range(first + 1, i) if k in stage.hits), None)
    record = hit.entries[0].record if hit is not None else None
    old = record.code if isinstance(record, State) else None
    if old is None:
        return None
    can_be = HEIRS.get(page.low[first + 1])
    turns = stage.scene.back(
        i,
        lambda t: (
            t.referent.shape in ("state", "demonym", "place")
            and t.referent.country not in (None, old)
            and (can_be is None or t.referent.country in can_be)
        ),
    )
    state = stage.government(turns[0].referent.country or "") if turns else None
    return state and stage.mention(first, i + 1, i, state, "description")


def _ruler(stage: Stage, i: int) -> Referent | None:
    """As in "the former colonial power": the state named last that was one, unless it is told in apposition."""
    page = stage.page
    first = i - 2 if page.low[i - 2] in ("former", "ex", "onetime") else i - 1
    if page.low[first - 1] != "the" or page.dep[i] == "appos":
        return None
    states = ("state", "demonym")
    turns = stage.scene.back(i, lambda t: t.referent.shape in states and t.referent.country in COLONIAL)
    state = stage.government(turns[0].referent.country or "") if turns else None
    return state and stage.mention(first, i + 1, i, state, "description")
