"""Definite phrases ("the two countries", "both sides", "the ministry") -> the actors named before that they take up."""

from typing import Final

from dragoman.actors import metonyms
from dragoman.actors.mentions_persons import role_at
from dragoman.actors.phrases import Phrase
from dragoman.actors.registry import registry
from dragoman.actors.registry_load import slug
from dragoman.actors.scene import Referent, Turn
from dragoman.actors.stage import ARMED_NOUNS, GROUP_NOUNS, OF_STATE, Stage
from dragoman.records import Actor, ActorKind

# Bodies that every country has one of: "the ministry" is that of the country the text is about just there.
EVERYWHERE: Final = frozenset(
    """ministry parliament police army military cabinet navy senate assembly congress court judiciary troop soldier
    force government department treasury opposition""".split()
)
MISSIONS: Final = frozenset(("embassy", "consulate", "mission", "legation"))
DEFINITE: Final = frozenset(
    ("the", "this", "that", "these", "those", "both", "either", "neither", "each", "its", "his", "her", "their")
)
COUNTRIES: Final = frozenset(
    """country nation state kingdom republic neighbour neighbor emirate sheikhdom sultanate archipelago ally
    superpower""".split()
)
SIDES: Final = frozenset(
    "side party foe rival enemy belligerent adversary faction protagonist delegation camp army force".split()
)
PERSONS: Final = frozenset(
    "leader minister president premier man woman official diplomat envoy general negotiator king official".split()
)
GROUND: Final = frozenset(
    """town city village capital island reef province region enclave territory port suburb settlement peninsula strip
    valley islet archipelago atoll shoal base airport camp district bridge border""".split()
)
PAIRS: Final = frozenset(("two", "both", "either", "neither", "2", "each"))
COUNTS: Final = {
    "two": 2,
    "both": 2,
    "either": 2,
    "neither": 2,
    "each": 2,
    "2": 2,
    "three": 3,
    "3": 3,
    "four": 4,
    "4": 4,
}
# Nouns that may stand for each other when they take up a person.
SAME_OFFICE: Final = {
    "leader": frozenset(
        ("president", "prime minister", "premier", "chairman", "king", "commander", "chief", "head", "emir")
    ),
    "premier": frozenset(("prime minister",)),
    "president": frozenset(("leader",)),
    "minister": frozenset(("foreign minister", "prime minister", "defence minister", "defense minister")),
    "diplomat": frozenset(("ambassador", "envoy", "foreign minister", "consul")),
    "envoy": frozenset(("ambassador", "special envoy")),
    "ambassador": frozenset(("envoy",)),
    "spokesman": frozenset(("spokesperson",)),
    "commander": frozenset(("general", "colonel", "chief", "warlord")),
    "general": frozenset(("commander", "major-general", "lieutenant-general")),
    "politician": frozenset(("leader", "candidate", "lawmaker")),
    "official": frozenset(("spokesman", "spokeswoman", "secretary", "deputy")),
}
# Bodies of which a report rarely has two: without words of their own they are the last one named.
SAME_BODY: Final = {
    "ministry": frozenset(("ministry", "department")),
    "department": frozenset(("department", "ministry")),
    "mission": frozenset(("mission", "embassy", "consulate", "high commission")),
    "force": frozenset(("army", "force", "troop")),
    "soldier": frozenset(("troop", "soldier", "army")),
    "troop": frozenset(("troop", "soldier", "army")),
    "junta": frozenset(("junta", "military council", "council")),
    "fighter": ARMED_NOUNS,
}


def of_noun(stage: Stage, i: int) -> Referent | None:
    """The referent of a description whose noun is no role by itself: the country, both sides, the two leaders."""
    page = stage.page
    lemma = page.lemma[i]
    plural = page.doc[i].tag_ in ("NNS", "NNPS")
    count = _count(stage, i)
    if count and (plural or count == 2):
        return _several(stage, i, lemma, count)
    if lemma in COUNTRIES and not plural and _definite(stage, i):
        return _country(stage, i, lemma)
    if lemma in GROUND and _definite(stage, i):
        return _ground(stage, i, lemma)
    return None


def _definite(stage: Stage, i: int) -> bool:
    page = stage.page
    return any(
        (page.dep[k] == "det" or page.dep[k] == "nmod:poss") and k < i and page.low[k] in DEFINITE for k in page.kids[i]
    )


def _count(stage: Stage, i: int) -> int:
    """How many "the two", "both", "neither" say; 0 if it is not counted and definite. Bare "two men" are new."""
    page = stage.page
    count, definite = 0, False
    for k in page.kids[i]:
        if k > i:
            continue
        word = page.low[k]
        definite = definite or word in DEFINITE
        count = count or COUNTS.get(word, 0)
    if i and not count and page.low[i - 1] in PAIRS:
        return 2
    return count if definite else 0


def _several(stage: Stage, i: int, lemma: str, count: int) -> Referent | None:
    scene = stage.scene
    but = _clause_subject(stage, i)
    if lemma in COUNTRIES or lemma in ("government", "capital", "power", "people"):
        found = parties(stage, i, count, but)
    elif lemma in SIDES:
        found = parties(stage, i, count, _clause_subject(stage, i, go_between=True), groups=True)
    elif lemma in PERSONS:
        found = scene.persons(i, count)
    elif stage_role(stage, i):
        found = []
    else:
        return None
    if len(found) < count and stage_role(stage, i):
        found = parties(stage, i, count, but)  # "both parliaments", "the two navies": each state by its body
    if len(found) < count:
        return None
    together = Referent(tuple(r.actors[0] for r in found), "people", plural=True)
    return stage.mention(_det(stage, i), i + 1, i, together, "description")


def parties(stage: Stage, i: int, count: int, but: str | None, *, groups: bool = False) -> list[Referent]:
    """The referents of the parties that the report is about at `i`."""
    keys = stage.scene.principals(i, count, but, groups=groups)
    found = (stage.known.get(key) or stage.government(key) for key in keys)
    return [referent for referent in found if referent is not None]


def stage_role(stage: Stage, i: int) -> bool:
    """Whether the noun names servants or bodies of a state."""
    role = role_at(stage.page, i)
    return role is not None and role.sector in OF_STATE


def both(stage: Stage, i: int) -> Referent | None:
    """As in "claimed by both": the two parties named last."""
    found = parties(stage, i, 2, _clause_subject(stage, i, go_between=True), groups=True)
    if len(found) < 2:
        return None
    together = Referent(tuple(r.actors[0] for r in found), "people", plural=True)
    return stage.mention(i, i + 1, i, together, "description")


def _det(stage: Stage, i: int) -> int:
    """The first token of a plain phrase: article and numeral before the noun."""
    page, start = stage.page, i
    while start and page.head[start - 1] == i and page.dep[start - 1] in ("det", "nummod", "amod"):
        start -= 1
    return start


def _country(stage: Stage, i: int, lemma: str) -> Referent | None:
    """As in "the country": the state named last, an actor or a place as its own place in the sentence tells."""
    page = stage.page
    if page.kid(i, "nmod") is not None and lemma == "state":
        return None
    subject_of_clause = _clause_subject(stage, i)
    fits = ("state", "demonym", "place")
    turns = stage.scene.back(i, lambda t: t.referent.shape in fits and t.referent.country is not None)
    owner = page.kid(i, "nmod:poss")
    other = None
    if lemma in ("neighbour", "neighbor", "ally") and owner is not None and (who := stage.refer(owner)) is not None:
        other = who.country
    code = next((t.referent.country for t in turns if t.referent.country not in (other, subject_of_clause)), None)
    if code is None and turns and other is None:
        code = turns[0].referent.country
    state = stage.government(code) if code else None
    if state is None:
        return None
    if page.lemma[page.head[i]] in ("leave", "quit", "flee", "depart") and stage.scene.home:
        state = stage.government(stage.scene.home) or state
    code = state.actors[0].country
    stage.countries[i] = code or ""
    if metonyms.acts(page, i, country=True, seat=False):
        return stage.mention(_det(stage, i), i + 1, i, state, "description")
    place = Actor("place:" + state.actors[0].id.lower(), state.actors[0].name, code, None, ActorKind.PLACE)
    return stage.mention(_det(stage, i), i + 1, i, Referent((place,), "place"), "place")


def _ground(stage: Stage, i: int, lemma: str) -> Referent | None:
    """As in "the town", "the islands", "the capital": the place named last that is one."""
    page = stage.page
    after = i + 1
    if after in stage.hits or after in stage.places:
        return stage.refer(after)  # "the capital Harare"
    if page.kid(i, "nmod", "appos", "flat", "compound") is not None:
        return None
    if lemma == "capital":
        if any(page.dep[k] == "amod" and k not in stage.hits for k in page.kids[i]):
            return None  # the commercial capital
        owners = [stage.refer(k) for k in page.kids[i] if k in stage.hits]
        said = next((owner.country for owner in owners if owner is not None), None)
        state = registry().states.get(said or stage.scene.country(i) or "")
        names = [c.text for c in state.capitals if c.on(stage.on)] if state else []
        if state is None or not names:
            return None
        found = Referent((Actor("place:" + slug(names[0]), names[0], state.code, None, ActorKind.PLACE),), "place")
        return stage.mention(_det(stage, i), i + 1, i, found, "place")
    states = stage.state_names
    own = lemma in ("town", "city", "village", "port", "suburb", "settlement")

    def fits(turn: Turn) -> bool:
        name = turn.referent.actors[0].name
        if turn.referent.shape != "place" or name in states:
            return False
        if own and lemma != "city" and name in registry().names:
            return False  # capitals are no towns
        return own or lemma in name.lower()

    place = _commonest(stage.scene.back(i, fits))
    return place and stage.mention(_det(stage, i), i + 1, i, place, "place")


def _clause_subject(stage: Stage, i: int, *, go_between: bool = False) -> str | None:
    """The country of the subject of the clause around `i`, if `i` is no part of it: "China ... of the country"."""
    page, at = stage.page, i
    for _ in range(12):
        above = page.head[at]
        if page.dep[at] in ("nsubj", "nsubj:pass", "nmod:poss") and at == i:
            return None
        subject = page.kid(above, "nsubj")
        if subject is not None and subject < i and subject != at:
            referent = stage.memo.get(subject)
            if referent is not None and referent.country is not None:
                return referent.country if go_between or referent.shape == "state" else None
        if above == at:
            break
        at = above
    return None


def take_up(stage: Stage, phrase: Phrase) -> Referent | None:
    """The actor named before that a definite role phrase takes up; None if it brings a new one."""
    page, i, role = stage.page, phrase.head, phrase.role
    if role.state and role.lemma != "junta":
        return None
    bare = not phrase.words
    lemma = page.lemma[i]
    if phrase.person:
        return same_person(stage, phrase) if phrase.definite else None
    nouns = SAME_BODY.get(lemma, frozenset((lemma, role.lemma)))
    armed = lemma in ARMED_NOUNS - GROUP_NOUNS and role.what != "body"
    ideology = all(page.pos[w] == "ADJ" for w in phrase.words)
    named = any(page.pos[w] == "PROPN" or page.label[w] == "NORP" for w in phrase.words)
    loose = armed and not named and page.dep[i] in ("nsubj", "nsubj:pass")
    bare = bare or (ideology and (armed or lemma in GROUP_NOUNS))
    if not (phrase.definite or loose) or not bare or named or phrase.number:
        return None
    shapes = ("group",) if armed else ("body", "group", "organisation", "people", "thing")

    def fits(turn: Turn) -> bool:
        referent = turn.referent
        return referent.shape in shapes and not nouns.isdisjoint(referent.nouns) and len(referent.actors) == 1

    found = _by_own_name(stage, i, lemma) or stage.scene.last(i, fits)
    if found is not None and lemma in EVERYWHERE:
        local = stage.scene.country(i, near=True)  # "the ministry" two paragraphs on may be another country's
        if local is not None and local != found.country:
            return None
    if found is not None and lemma in MISSIONS:
        owner = _clause_subject(stage, i)  # "Finland closed the embassy": its own
        if owner is not None and owner != found.country:
            return stage.scene.last(i, lambda turn: fits(turn) and turn.referent.country == owner)
        return _commonest(stage.scene.back(i, fits))
    return found


def _by_own_name(stage: Stage, i: int, lemma: str) -> Referent | None:
    """The last body that has the word in its name: "the council" is rather a Security Council than any union."""
    return stage.scene.last(
        i,
        lambda t: (
            t.referent.shape in ("body", "group", "organisation")
            and len(t.referent.actors) == 1
            and lemma in _own_words(t.referent.actors[0])
        ),
    )


def _own_words(actor: Actor) -> list[str]:
    """The words of an actor's name, and what the registry calls it ("alliance" for NATO)."""
    record = registry().organisations.get(actor.id)
    return f"{actor.name} {record.kind if record else ''}".lower().split()


def counterpart(stage: Stage, i: int, owner: Referent) -> Referent | None:
    """As in "his counterpart": the last person of another country who holds an office of the same name."""
    return stage.scene.last(
        i,
        lambda t: (
            t.referent.shape == "person"
            and t.referent.country not in (None, owner.country)
            and not t.referent.nouns.isdisjoint(owner.nouns)
        ),
    )


def _commonest(turns: list[Turn]) -> Referent | None:
    """The referent with most turns, the nearest of equals."""
    counts: dict[str, int] = {}
    for turn in turns:
        counts[turn.referent.actors[0].id] = counts.get(turn.referent.actors[0].id, 0) + 1
    return max((t.referent for t in turns), key=lambda r: counts[r.actors[0].id], default=None)


def same_person(stage: Stage, phrase: Phrase, country: str | None = None) -> Referent | None:
    """The last person with that office, of the `country` if one is said; modifiers must not speak of another one."""
    page = stage.page
    lemma = page.lemma[phrase.head]
    words = {lemma, phrase.role.lemma} | SAME_OFFICE.get(lemma, frozenset())
    modified = [page.low[w] for w in phrase.words]

    def fits(turn: Turn) -> bool:
        referent = turn.referent
        if referent.shape != "person" or words.isdisjoint(referent.nouns) or len(referent.actors) != 1:
            return False
        if country is not None and referent.country != country:
            return False
        gender = phrase.role.gender
        return not (gender and referent.gender and gender != referent.gender)

    found = stage.scene.last(phrase.head, fits)
    if found is None or (modified and phrase.role.lemma not in found.nouns and modified != ["former"]):
        return None
    return found
