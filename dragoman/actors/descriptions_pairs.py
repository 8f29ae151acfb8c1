"""Phrases for several parties ("both sides", "the two leaders") -> the states, groups or persons they take up."""

from typing import Final

from dragoman.actors import scene_parties
from dragoman.actors.description_nouns import COUNTRIES, PERSONS, SAME_OFFICE, SIDES
from dragoman.actors.mentions_titles import role_at
from dragoman.actors.phrases import title_role
from dragoman.actors.pronouns import SPEECH, speaker_at
from dragoman.actors.scene import Referent
from dragoman.actors.scene_clauses import clauses
from dragoman.actors.stage import OF_STATE, Stage
from dragoman.records import Actor, ActorKind

# Nouns of groups rather than of states; how many a word alone stands for.
FACTIONS: Final = frozenset(
    "party faction group movement militia rebel guerrilla army organisation organization".split()
)
NUMBERS: Final = {"pair": 2, "duo": 2, "two": 2, "both": 2, "trio": 3, "three": 3}
GROUPED: Final = frozenset(("pair", "duo", "trio"))
NEAR_SENTENCES: Final = 2


def several(stage: Stage, i: int, lemma: str, count: int) -> Referent | None:
    """The `count` parties or persons that the noun at `i` takes up, with their mention noted; None if too few fit."""
    scene = stage.scene
    but = _outsider(stage, i, count)
    if count == 2 and lemma not in ("man", "woman") and (pair := _same_pair(stage, i, lemma)) is not None:
        return stage.mention(det(stage, i), i + 1, i, pair, "description")
    if lemma in COUNTRIES or lemma in ("government", "capital", "power", "people"):
        beside = clause_subject(stage, i, go_between=True)
        found = _side_by_side(stage, i, count, beside) or parties(stage, i, count, but)
    elif lemma in FACTIONS and len(found := _two_groups(stage, i, count)) == count:
        pass
    elif lemma in SIDES:
        found = parties(stage, i, count, clause_subject(stage, i, go_between=True), groups=True)
    elif lemma in ("man", "woman"):
        found = scene_parties.persons(scene, i, count)
    elif lemma in PERSONS:
        found = _holders(stage, i, lemma, count, but)
        if len(found) < count:
            found = _recent(stage, i, count, but)
    elif stage_role(stage, i):
        found = []
    else:
        return None
    if len(found) < count and (stage_role(stage, i) or lemma in PERSONS):
        pair = _same_pair(stage, i, "country") if count == 2 else None
        if pair is not None:
            return stage.mention(det(stage, i), i + 1, i, pair, "description")
        found = parties(stage, i, count, but)  # "both parliaments", "the two navies": each state by its body
    if len(found) < count:
        return None
    together = Referent(tuple(r.actors[0] for r in found), "people", plural=True)
    return stage.mention(det(stage, i), i + 1, i, together, "description")


def _outsider(stage: Stage, i: int, count: int) -> str | None:
    """The country that speaks to or of the parties from outside: "Zaire urged both sides", a spokesman abroad.

    Who says "the two countries will" is outside only if two others are the report's parties.
    """
    page, scene = stage.page, stage.scene
    but = clause_subject(stage, i, go_between=True)
    if but is None and page.quoted[i]:
        speaker = speaker_at(stage, i)
        but = speaker.country if speaker is not None else None
    elif but is not None:
        verb = clauses(page, i)[0]
        subject = page.kid(verb, "nsubj")
        if subject is not None and subject < i:
            return but
    if but is None or but in scene_parties.principals(scene, i, count, None, groups=False, flat=True):
        return None
    return but


def _same_pair(stage: Stage, i: int, lemma: str) -> Referent | None:
    """The two parties that the paragraph took together before: "both sides ... the two neighbours".

    Of a pair of persons ("both presidents") it is their states.
    """
    page = stage.page
    para = page.para[i]
    persons = PERSONS - {"official"}
    nouns = persons if lemma in PERSONS else persons | COUNTRIES | SIDES | {"government", "both"}
    pair = stage.scene.last(
        i,
        lambda t: (
            t.para == para and len(t.referent.actors) == 2 and t.referent.shape == "people" and page.lemma[t.i] in nouns
        ),
    )
    if pair is None or lemma in PERSONS:
        return pair
    actors: tuple[Actor, ...] = ()
    for actor in pair.actors:
        theirs = actor.country and (actor.acts_for == actor.country or actor.kind is ActorKind.PERSON)
        state = stage.government(actor.country or "") if theirs else None
        actors += (state.actors[0] if state is not None else actor,)
    return Referent(actors, "people", plural=True) if len(set(actors)) == 2 else None


def _holders(stage: Stage, i: int, lemma: str, count: int, but: str | None) -> list[Referent]:
    """As in "the two ministers": the last holders of such an office, each of another country."""
    words = {lemma, "counterpart"} | SAME_OFFICE.get(lemma, frozenset())
    role = title_role(stage.page, i)
    if role is not None and " " in role.lemma:
        words = {role.lemma, "counterpart"} | SAME_OFFICE.get(role.lemma, frozenset())
    loose = lemma in ("official", "diplomat", "negotiator", "envoy")
    found: dict[str, Referent] = {}
    turns = stage.scene.back(i, lambda t: t.referent.shape == "person" and len(t.referent.actors) == 1)
    for turn in turns:
        one = turn.referent
        if one.country in (None, but) or (not loose and words.isdisjoint(one.nouns)):
            continue
        found.setdefault(one.country or "", one)
        if len(found) == count:
            break
    return list(found.values())[::-1]


def _recent(stage: Stage, i: int, count: int, but: str | None) -> list[Referent]:
    """The last persons of the last sentences, each of another country, whatever office they are said to have."""
    found: dict[str, Referent] = {}
    for turn in stage.scene.back(i, lambda t: stage.page.sent[i] - t.sent <= NEAR_SENTENCES):
        one = turn.referent
        if one.shape == "person" and len(one.actors) == 1 and one.country not in (None, but):
            found.setdefault(one.country or "", one)
        if len(found) == count:
            break
    return list(found.values())[::-1]


def _two_groups(stage: Stage, i: int, count: int) -> list[Referent]:
    """The groups of the last sentences, if they are just so many: "both parties" of two movements."""
    found: dict[str, Referent] = {}
    for turn in stage.scene.back(i, lambda t: stage.page.sent[i] - t.sent <= NEAR_SENTENCES):
        one = turn.referent
        if one.shape == "group" and len(one.actors) == 1 and one.actors[0].sector != "CVL":
            found.setdefault(one.actors[0].id, one)
    return list(found.values())[::-1] if len(found) == count else []


def the_two(stage: Stage, i: int) -> Referent | None:
    """As in "The pair shook hands", "the two will meet again": the persons named last, else the parties."""
    page = stage.page
    count = NUMBERS.get(page.low[i], 0)
    if not count or not page.has(i, "det", frozenset(("the", "these", "those"))) or page.kid(i, "amod") is not None:
        return None
    here = page.sent[i]
    people: dict[str, Referent] = {}
    for turn in stage.scene.back(i, lambda t: here - t.sent <= NEAR_SENTENCES and t.referent.shape == "person"):
        if len(turn.referent.actors) == 1 and len(people) < count:
            people.setdefault(turn.referent.actors[0].id, turn.referent)
    found = list(people.values())[::-1]
    met = len(found) == count and _met(stage, i, [one.actors[0].id for one in found])
    if page.low[i] not in GROUPED and not met:
        return None  # "the two" may be anything that was counted
    if len(found) < count and count == 2:
        found = parties(stage, i, count, clause_subject(stage, i, go_between=True), groups=True)
    if len(found) < count:
        return None
    together = Referent(tuple(r.actors[0] for r in found), "people", plural=True)
    return stage.mention(det(stage, i), i + 1, i, together, "description")


def _met(stage: Stage, i: int, ids: list[str]) -> bool:
    """Whether one sentence just before, or this one, names all of them."""
    here = stage.page.sent[i]
    named: dict[int, set[str]] = {}
    for turn in stage.scene.back(i, lambda t: here - t.sent <= 1 and t.referent.shape == "person"):
        named.setdefault(turn.sent, set()).add(turn.referent.actors[0].id)
    return bool(ids) and any(set(ids) <= each for each in named.values())


def _side_by_side(stage: Stage, i: int, count: int, but: str | None) -> list[Referent]:
    """As in "Samoa and Tonga want a mission. Neither country would comment": states that were one subject just now."""
    page, here = stage.page, stage.page.sent[i]
    turns = stage.scene.back(i, lambda t: here - t.sent <= 1 and t.subject and t.referent.shape == "state")
    for turn in turns:
        beside = [stage.memo.get(k) for k in page.kids[turn.i] if page.dep[k] == "conj"]
        states = [turn.referent, *(r for r in beside if r is not None and r.shape == "state")]
        if len(states) == count and but not in {state.country for state in states}:
            return states
    return []


def parties(stage: Stage, i: int, count: int, but: str | None, *, groups: bool = False) -> list[Referent]:
    """The referents of the parties that the report is about at `i`."""
    keys = scene_parties.principals(stage.scene, i, count, but, groups=groups)
    found = (stage.known.get(key) or stage.government(key) for key in keys)
    return [referent for referent in found if referent is not None]


def stage_role(stage: Stage, i: int) -> bool:
    """Whether the noun names servants or bodies of a state."""
    role = role_at(stage.page, i)
    return role is not None and role.sector in OF_STATE


def both(stage: Stage, i: int) -> Referent | None:
    """As in "claimed by both": the two parties named last."""
    found = parties(stage, i, 2, clause_subject(stage, i, go_between=True), groups=True)
    if len(found) < 2:
        return None
    together = Referent(tuple(r.actors[0] for r in found), "people", plural=True)
    return stage.mention(i, i + 1, i, together, "description")


def det(stage: Stage, i: int) -> int:
    """The first token of a plain phrase: article and numeral before the noun."""
    page, start = stage.page, i
    while start and page.head[start - 1] == i and page.dep[start - 1] in ("det", "nummod", "amod"):
        start -= 1
    return start


def clause_subject(stage: Stage, i: int, *, go_between: bool = False) -> str | None:
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
        if above == at or (page.dep[at] == "parataxis" and page.lemma[at] in SPEECH):
            break  # "China backs it, an official in the country said": not the subject of what is said
        at = above
    return None
