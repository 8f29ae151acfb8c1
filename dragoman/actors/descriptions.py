"""Definite phrases ("the two countries", "both sides", "the ministry") -> the actors named before that they take up."""

from collections.abc import Callable

from dragoman.actors import metonyms
from dragoman.actors.description_nouns import (
    COUNTRIES,
    COUNTS,
    DEFINITE,
    EVERYWHERE,
    FORMER,
    GROUND,
    IDEOLOGY,
    KINDS_OF_STATE,
    LIKE,
    LOWER,
    MISSIONS,
    PAIRS,
    SAME_BODY,
    SAME_OFFICE,
    SIDES,
)
from dragoman.actors.descriptions_pairs import clause_subject, det, several
from dragoman.actors.descriptions_persons import in_arms
from dragoman.actors.page import Page
from dragoman.actors.phrases import Phrase
from dragoman.actors.registry import registry
from dragoman.actors.registry_load import slug
from dragoman.actors.scene import Referent, Turn
from dragoman.actors.scene_clauses import above
from dragoman.actors.scene_words import DOMESTIC
from dragoman.actors.stage import ARMED, ARMED_NOUNS, GROUP_NOUNS, Stage
from dragoman.actors.state_epithets import LOOMING, kind_of
from dragoman.records import Actor, ActorKind


def of_noun(stage: Stage, i: int) -> Referent | None:
    """The referent of a description whose noun is no role by itself: the country, both sides, the two leaders."""
    page = stage.page
    lemma = page.lemma[i]
    plural = page.doc[i].tag_ in ("NNS", "NNPS")
    count = _count(stage, i)
    if count and (plural or count == 2):
        return several(stage, i, lemma, count)
    if plural and lemma in RIVALS and stage.page.has(i, "det", frozenset(("the",))) and not _owned(stage, i):
        return several(stage, i, lemma, 2)
    if _opposed(stage, i, lemma) and plural and not _owned(stage, i):
        return several(stage, i, "side", 2)
    if lemma in COUNTRIES and not plural and _definite(stage, i):
        return _country(stage, i, lemma, kind_of(_words_before(stage, i), lemma))
    if lemma in LOOMING and not plural and _definite(stage, i) and page.kid(i, "nmod") is None:
        kind = kind_of(_words_before(stage, i), lemma)
        return _country(stage, i, lemma, kind) if kind else None
    if lemma in GROUND and _definite(stage, i):
        return _ground(stage, i, lemma)
    return None


def _definite(stage: Stage, i: int) -> bool:
    page = stage.page
    return any(
        (page.dep[k] == "det" or page.dep[k] == "nmod:poss") and k < i and page.low[k] in DEFINITE for k in page.kids[i]
    )


RIVALS = frozenset("neighbour neighbor rival foe adversary archrival belligerent combatant antagonist".split())
OPPOSED = frozenset("warring feuding opposing belligerent hostile".split())


def _opposed(stage: Stage, i: int, lemma: str) -> bool:
    """As in "the warring parties", "the feuding states": the two that the report is about."""
    page = stage.page
    if lemma not in SIDES and lemma not in COUNTRIES:
        return False
    return page.has(i, "det", frozenset(("the",))) and any(k < i and page.low[k] in OPPOSED for k in page.kids[i])


def _words_before(stage: Stage, i: int) -> list[str]:
    """The modifiers of a noun as they stand before it, in small letters."""
    page = stage.page
    first = min((k for k in page.kids[i] if k < i and page.dep[k] in ("amod", "compound", "nmod:desc")), default=i)
    return page.low[max(first - 2, page.starts[page.sent[i]]) : i]


def _owned(stage: Stage, i: int) -> bool:
    """Whether the phrase says whose rivals they are, or how many."""
    return stage.page.kid(i, "nmod:poss", "nmod", "nummod") is not None


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


def _country(stage: Stage, i: int, lemma: str, kind: frozenset[str] | None) -> Referent | None:
    """As in "the country": the state named last, an actor or a place as its own place in the sentence tells.

    `kind` are the codes that the words before the noun allow ("the Caribbean nation").
    """
    page = stage.page
    if page.kid(i, "nmod") is not None and lemma == "state":
        return None
    subject_of_clause = clause_subject(stage, i)
    fits = ("state", "demonym", "place")
    kind = kind or KINDS_OF_STATE.get(lemma)

    def one(turn: Turn) -> bool:
        country = turn.referent.country
        return turn.referent.shape in fits and country is not None and (kind is None or country in kind)

    turns = stage.scene.back(i, one)
    owner = page.kid(i, "nmod:poss")
    other = None
    if lemma in ("neighbour", "neighbor", "ally") and owner is not None and (who := stage.refer(owner)) is not None:
        other = who.country
    code = next((t.referent.country for t in turns if t.referent.country not in (other, subject_of_clause)), None)
    if other is None and (home := _home_party(stage, i)) is not None and (kind is None or home in kind):
        code = home
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
        return stage.mention(det(stage, i), i + 1, i, state, "description")
    place = Actor("place:" + state.actors[0].id.lower(), state.actors[0].name, code, None, ActorKind.PLACE)
    return stage.mention(det(stage, i), i + 1, i, Referent((place,), "place"), "place")


def _home_party(stage: Stage, i: int) -> str | None:
    """As in "the opposition accused him of selling the country": the country of a subject that acts at home."""
    page = stage.page
    turns = stage.scene.back(i, lambda t: t.subject and t.sent == page.sent[i] and t.referent.country is not None)
    one = turns[-1].referent if turns else None
    return one.country if one is not None and one.actors[0].sector in DOMESTIC - {"MED", "CVL"} else None


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
        return stage.mention(det(stage, i), i + 1, i, found, "place")
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
    return place and stage.mention(det(stage, i), i + 1, i, place, "place")


BANDS = frozenset("army force movement outfit leadership command alliance".split())


def take_up(stage: Stage, phrase: Phrase) -> Referent | None:
    """The actor named before that a definite role phrase takes up; None if it brings a new one."""
    page, i, role = stage.page, phrase.head, phrase.role
    if role.state and role.lemma != "junta":
        return None
    bare = not phrase.words
    lemma = page.lemma[i]
    if phrase.person:
        return same_person(stage, phrase) or in_arms(stage, phrase) if phrase.definite else None
    nouns = SAME_BODY.get(lemma, frozenset((lemma, role.lemma)))
    armed = lemma in ARMED_NOUNS - GROUP_NOUNS and role.what != "body"
    ideology = all(page.pos[w] == "ADJ" or page.low[w] in IDEOLOGY for w in phrase.words)
    others = [w for w in phrase.words if page.low[w] not in IDEOLOGY]
    named = any(page.pos[w] == "PROPN" or page.label[w] == "NORP" for w in others)
    if phrase.definite and not phrase.number and phrase.sector in ARMED and lemma in BANDS:
        return stage.scene.last(
            i, lambda t: t.referent.shape == "group" and t.referent.actors[0].sector in ARMED and not named
        )
    loose = armed and not named and page.dep[i] in ("nsubj", "nsubj:pass")
    bare = bare or (ideology and (armed or lemma in GROUP_NOUNS))
    if not (phrase.definite or loose) or not bare or named or phrase.number:
        return None
    shapes = ("group",) if armed else ("body", "group", "organisation", "people", "thing")
    higher = above(page, i) if armed and page.dep[i] in ("nsubj", "nsubj:pass") else set()

    def fits(turn: Turn) -> bool:
        referent = turn.referent
        if turn.subject and turn.sent == page.sent[i] and page.head[turn.i] in higher - {page.head[i]}:
            return False  # "Kurdish fighters said the jihadists fled": others
        return referent.shape in shapes and not nouns.isdisjoint(referent.nouns) and len(referent.actors) == 1

    if lemma == "opposition":
        return stage.scene.last(i, lambda t: fits(t) and t.referent.actors[0].sector == "OPP")
    found = _by_own_name(stage, i, lemma) or stage.scene.last(i, fits)
    if lemma == "ministry" and found is None:
        found = _of_minister(stage, i)
    if found is None and role.sector == "BUS" and role.body:
        found = _firm(stage, i)
    if found is not None and lemma in EVERYWHERE and not _just_named(stage, i, found):
        local = stage.scene.country(i, near=True)  # "the ministry" two paragraphs on may be another country's
        if local is not None and local != found.country:
            return None
    if found is not None and lemma in MISSIONS:
        owner = clause_subject(stage, i)  # "Finland closed the embassy": its own
        if owner is not None and owner != found.country:
            return stage.scene.last(i, lambda turn: fits(turn) and turn.referent.country == owner)
        return _commonest(stage.scene.back(i, fits))
    return found


def _firm(stage: Stage, i: int) -> Referent | None:
    """As in "Toyota will build a plant, the carmaker said": the company of this sentence or the one before."""
    page = stage.page
    here = page.sent[i]
    if page.dep[i] not in ("nsubj", "nsubj:pass"):
        return None
    return stage.scene.last(
        i,
        lambda t: (
            here - t.sent <= 1
            and page.head[t.i] != page.head[i]
            and t.referent.shape == "organisation"
            and len(t.referent.actors) == 1
            and t.referent.actors[0].sector in ("BUS", "MNC", None)
        ),
    )


def _of_minister(stage: Stage, i: int) -> Referent | None:
    """As in "met the foreign minister. The ministry said": the one that the minister heads."""
    here = stage.page.sent[i]
    portfolio = " minister"
    turns = stage.scene.back(i, lambda t: here - t.sent <= 2 and t.referent.shape == "person")
    for turn in turns:
        title = max((n for n in turn.referent.nouns if n.endswith(portfolio)), key=len, default="")
        words = title.removesuffix(portfolio)
        if not words or words in ("prime", "deputy", "vice") or turn.referent.country is None:
            continue
        country = turn.referent.country
        name = f"{stage.adjective(country)} {words} ministry".strip()
        key = slug(f"{country} {name}")
        actor = Actor(key, name, country, turn.referent.actors[0].sector, ActorKind.MINISTRY, country)
        return stage.known.setdefault(key, Referent((actor,), "body", nouns=frozenset(("ministry",))))
    return None


def _just_named(stage: Stage, i: int, found: Referent) -> bool:
    """As in "pressed Burkina Faso's soldiers ... . The army gave no answer": named in the sentence before."""
    turns = stage.scene.back(i, lambda t: t.referent is found)
    return bool(turns) and stage.page.sent[i] - turns[0].sent <= 1


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


def lower_office(page: Page, i: int) -> str | None:
    """As in "vice president", "deputy foreign minister": the office in full, which the plain noun does not take up."""
    for back in (1, 2):
        if i >= back and page.low[i - back] in LOWER and page.sent[i - back] == page.sent[i]:
            words = [page.lemma[k] if k == i else page.low[k] for k in range(i - back, i + 1)]
            return " ".join(words) if all(word.isalpha() for word in words) else None
    return None


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


def _out_of_office(stage: Stage, phrase: Phrase, fits: Callable[[Turn], bool], country: str | None) -> Referent | None:
    """As in "the former president": who was introduced as one, or as a predecessor; "the president" is rather another.

    A title of several words ("the rebel leader") is rather whoever was introduced under just that one.
    """
    former = any(stage.page.low[w] in FORMER for w in phrase.words)
    words = {phrase.role.lemma}
    if former:
        words |= {"predecessor"} | SAME_OFFICE.get(stage.page.lemma[phrase.head], frozenset())

    def past(turn: Turn) -> bool:
        return not turn.referent.nouns.isdisjoint(("former", "predecessor"))

    def own(turn: Turn) -> bool:
        one = turn.referent
        if one.shape != "person" or len(one.actors) != 1 or country not in (None, one.country):
            return False
        return not words.isdisjoint(one.nouns)

    if former:
        return stage.scene.last(phrase.head, lambda t: own(t) and past(t))
    if " " in phrase.role.lemma and (found := stage.scene.last(phrase.head, lambda t: fits(t) and own(t))) is not None:
        return found
    return stage.scene.last(phrase.head, lambda t: fits(t) and not past(t))


def same_person(stage: Stage, phrase: Phrase, country: str | None = None) -> Referent | None:
    """The last person with that office, of the `country` if one is said; modifiers must not speak of another one."""
    page = stage.page
    lemma = page.lemma[phrase.head]
    words = {lemma, phrase.role.lemma} | SAME_OFFICE.get(lemma, frozenset())
    if (lower := lower_office(page, phrase.head)) is not None:
        words = {lower}
    modified = [page.low[w] for w in phrase.words]

    def fits(turn: Turn) -> bool:
        referent = turn.referent
        if referent.shape != "person" or words.isdisjoint(referent.nouns) or len(referent.actors) != 1:
            return False
        if country is not None and referent.country != country:
            return False
        if phrase.role.sector == "GOV" and referent.actors[0].sector in ARMED and phrase.role.lemma != "leader":
            return False
        if phrase.sector in ARMED and phrase.sector != "MIL" and referent.actors[0].sector == "GOV":
            return False  # "the rebel leader" is no president
        gender = phrase.role.gender
        return not (gender and referent.gender and gender != referent.gender)

    found = _out_of_office(stage, phrase, fits, country) or stage.scene.last(phrase.head, fits)
    former = not FORMER.isdisjoint(modified)
    others = [word for word in modified if word not in LIKE]
    if found is None or (others and phrase.role.lemma not in found.nouns and not former):
        return None
    return found
