"""A report's names and places -> its story: each of them is evidence of a kind that the report plays in a country."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dragoman.actors.description_nouns import GROUND
from dragoman.actors.mentions_names import Hit
from dragoman.actors.mentions_titles import role_at
from dragoman.actors.page import Page
from dragoman.actors.registry import Body, Group, NameKind, State, registry
from dragoman.actors.scene_words import EVENTS, GO_BETWEENS, GOING, OWN_BODIES, REACTS, SAYING, SUBJECTS
from dragoman.actors.story import WEIGHT, Story

if TYPE_CHECKING:
    from dragoman.actors.stage import Stage

# Nouns of people and things that a state sends abroad, or that look on; those of its forces weigh more.
SENT: Final = GO_BETWEENS | frozenset(
    """ambassador envoy embassy consulate mission diplomat peacekeeper observer monitor delegation diplomacy aid
    negotiator correspondent tourist citizen national ally border frontier president minister secretary official
    adviser advisor media newspaper television radio agency
    refugee company firm oil sanction support pressure intervention mediation effort initiative broker counterpart
    doctor scientist expert analyst professor researcher man woman teenager worker engineer""".split()
)
FORCES: Final = frozenset(
    """troop soldier jet plane warplane helicopter warship ship paratrooper commando mercenary legionnaire contingent
    force bomber drone missile fighter pilot navy boat vessel aircraft tank artillery gunboat frigate trawler
    submarine marine gunship patrol""".split()
)
# Before the place where something happens; "through", "onto", "towards" lead elsewhere.
WITHIN: Final = frozenset("""in inside at near around across throughout within into off outside""".split()) | {
    "north of",
    "south of",
    "east of",
    "west of",
    "close to",
}
# Words for a part of a country.
PARTS: Final = frozenset(
    """northern southern eastern western central northeastern northwestern southeastern southwestern north south east
    west rural coastal upper lower mainland""".split()
)
# What happens at a third place, or is said there.
VENUES: Final = frozenset(
    """talk meeting summit conference negotiation round hold meet sign negotiate speak tell say host visit arrive
    gather convene travel fly base reporter forum workshop ceremony address announce discuss confer attend exile
    mediator negotiator""".split()
)
CAPITALS: Final = (NameKind.CAPITAL, NameKind.METONYM)
DEMONYMS: Final = (NameKind.ADJECTIVE, NameKind.PEOPLE)
TOWNS: Final = frozenset("capital city town port village airport border coast south north east west".split())
BORDERS: Final = frozenset(("border", "frontier", "boundary"))
OWNING: Final = frozenset(("amod", "compound", "nmod:poss", "nmod:desc"))
ABOUT: Final = frozenset(("on", "about", "over"))  # "talks on Tajikistan"
ONE: Final = frozenset(("a", "an", "one"))


def told(stage: "Stage", hits: list[Hit], title: str | None, seat: str | None) -> Story:
    """The story of a report whose registry names are `hits`, whose places are laid out; `seat` is of the dateline."""
    page = stage.page
    first = next((i for i in range(len(page)) if not page.skip[i]), 0)
    lead = page.sent[first] if len(page) else 0
    story = Story(lead)
    for hit in hits:
        if (found := _of_hit(stage, hit)) is not None:
            code, kind = found
            if kind == "name" and code == seat and _leads(page, hit, lead):
                kind = "doer"
            story.add(code, kind, page.sent[hit.start])
    for i, (end, country) in stage.places.items():
        if country:
            story.add(country, _of_place(page, i, end), page.sent[i])
    elsewhere = any(weight >= WEIGHT["group"] for _, weight in story.scenes.get(lead, ()))
    for naming in {naming.start: naming for naming in stage.namings.values()}.values():
        leader = naming.person.leader if naming.person is not None else None
        if leader is not None and leader.offices and (ruled := leader.offices[-1].country):
            story.add(ruled, "leader", page.sent[naming.start])
    heads = list(dict.fromkeys(_in_title(title or "", stage)))
    for named in heads:
        story.head(named)
    story.implied = not elsewhere and not heads and _bare_body(stage, first, lead)
    return story


def _leads(page: Page, hit: Hit, lead: int) -> bool:
    """Whether the name is who acts in the main clause of the report's first sentence."""
    i = page.top(hit.start, hit.end)
    return page.sent[i] == lead and page.dep[i] == "nsubj" and page.dep[page.head[i]] == "ROOT"


def _bare_body(stage: "Stage", first: int, lead: int) -> bool:
    """As in "LIMA - The government will send ...": the lead's subject is a state's own body without its country."""
    page = stage.page
    for i in range(first, page.ends[lead]) if len(page) else ():
        if page.dep[i] in ("nsubj", "nsubj:pass") and page.dep[page.head[i]] == "ROOT":
            return page.lemma[i] in OWN_BODIES and stage.named.isdisjoint(page.kids[i])
    return False


def _of_hit(stage: "Stage", hit: Hit) -> tuple[str, str] | None:
    """The country that a name speaks of, and how."""
    page, record = stage.page, hit.entries[0].record
    if isinstance(record, (Group, Body)):
        kind = "group" if isinstance(record, Group) else "name"
        return (record.country, kind) if record.country else None
    if not isinstance(record, State):
        return None
    i = page.top(hit.start, hit.end)
    kind, after = hit.entries[0].kind, hit.end
    if hit.start and page.low[hit.start - 1] == "ethnic":
        return record.code, "no country"
    if page.dep[i] in OWNING and page.head[i] > i:
        return record.code, _owned(stage, page.head[i])
    if kind in DEMONYMS and after < len(page) and page.pos[after] == "NOUN" and page.sent[after] == page.sent[i]:
        return record.code, _owned(stage, after)  # whatever the parser made of it
    if kind in DEMONYMS:
        single = page.doc[i].tag_ in ("NN", "NNP") or page.has(i, "det", ONE) or page.kid(i, "nummod") is not None
        return record.code, "onlooker" if single else "name"
    return record.code, _by_case(page, i, hit, kind in CAPITALS)


def _by_case(page: Page, i: int, hit: Hit, seat: bool) -> str:
    """What the preposition, the verb or a word before the name of a state or its seat tells."""
    case = page.case(i)
    noun = page.head[i]
    if page.dep[i] == "obl:agent" or (page.lemma[noun] in GOING and case in ("to", "into", "through", "for")):
        return "whence"
    if case in WITHIN and page.dep[i].startswith(("obl", "nmod")):
        return "venue" if _is_venue(page, i) else "scene"
    if case == "of" and page.lemma[noun] in TOWNS and not seat:
        return "venue" if _is_venue(page, noun) else "scene"
    if case in ABOUT and page.dep[i].startswith("nmod") and page.lemma[noun] in VENUES:
        return "scene"
    if case == "from":
        return "whence"
    if any(page.low[k] in PARTS and not hit.start <= k < hit.end for k in page.kids[i]):
        return "own part"
    if seat:
        return "town" if case == "of" else "onlooker"
    for _ in range(9):  # "France, Italy and Chad urged"
        if page.dep[i] != "conj":
            break
        i = page.head[i]
    return "onlooker" if page.dep[i] in SUBJECTS and page.lemma[page.head[i]] in SAYING else "name"


def _owned(stage: "Stage", noun: int) -> str:
    """What the noun that a country owns tells of the report."""
    page, lemma = stage.page, stage.page.lemma[noun]
    if noun in stage.hits or lemma in BORDERS:
        return "onlooker"  # "Somalia's al Shabaab": the group tells itself
    if noun in stage.namings:
        return "abroad"
    if page.dep[noun] in SUBJECTS and page.lemma[page.head[noun]] in REACTS:
        return "onlooker"
    if lemma in GROUND or lemma in EVENTS:
        return "venue" if _is_venue(page, noun) else "scene"
    if lemma in SENT:
        return "abroad"
    role = role_at(page, noun)
    if lemma in FORCES or (role is not None and role.sector == "MIL" and lemma not in ("army", "military")):
        return "forces"
    return "own body" if role is not None else "name"


def _of_place(page: Page, start: int, end: int) -> str:
    i = page.top(start, end)
    if page.case(i) in WITHIN and _is_venue(page, i):
        return "venue"
    if page.case(i) == "from" or page.lemma[page.head[i]] in GOING:
        return "whence"
    return "town"


def _is_venue(page: Page, i: int) -> bool:
    """As in "talks in Addis Ababa", "told reporters in Nairobi"."""
    above = page.head[i]
    return page.lemma[above] in VENUES or page.lemma[page.head[above]] in VENUES


def _in_title(title: str, stage: "Stage") -> Iterator[str]:
    """The countries whose names the title has."""
    words = title.replace("'s", "").replace("’s", "").replace(",", "").split()
    at = 0
    while at < len(words):
        for n in (3, 2, 1):
            name = " ".join(words[at : at + n])
            entries = registry().lookup(name, stage.on) if name[:1].isupper() else ()
            if entries and isinstance(entries[0].record, (State, Group)):
                record = entries[0].record
                code = record.code if isinstance(record, State) else record.country
                if code:
                    yield code
                at += n - 1
                break
        at += 1
