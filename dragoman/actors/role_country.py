"""A role phrase and its owner -> the country it belongs to, whom it acts for, and whether its own words say so."""

from typing import Final

from dragoman.actors.page import Page
from dragoman.actors.phrases import Phrase
from dragoman.actors.registry import Body, NameKind, State
from dragoman.actors.scene import Referent
from dragoman.actors.scene_words import OWN_ACTS
from dragoman.actors.stage import ARMED, Stage
from dragoman.records import Actor

MISSIONS: Final = frozenset(
    """embassy consulate mission legation ambassador envoy consul commissioner delegation representative attaché
    attache chargé diplomat emissary delegate""".split()
) | {"high commission", "high commissioner", "special envoy", "chargé d'affaires"}
# Nouns for people whom everybody may be: no country of their own unless one is said.
ANYWHERE: Final = frozenset(
    "diplomat analyst expert observer donor westerner foreigner economist trader investor auditor".split()
)
HOSTILE: Final = frozenset(
    "kill capture attack ram shoot bomb shell hit wound destroy sink ambush engage intercept fight".split()
)
REGIONS: Final = frozenset(
    """western european african asian arab latin scandinavian nordic baltic balkan caribbean gulf allied regional
    international""".split()
)
JOINT: Final = frozenset("joint bilateral trilateral tripartite multinational".split())
# What stands before the state that somebody acts on; "to" and "in" may stand before his own capital.
FACING: Final = frozenset(("with", "against", "at"))
# What only a host does to an envoy.
CALLED_IN: Final = frozenset(("summon", "expel"))
INTERNATIONAL: Final = frozenset("peacekeeper monitor inspector mediator arbitrator".split())


def country_of(stage: Stage, phrase: Phrase, owner: Referent | None, at: int) -> tuple[str | None, str | None, bool]:
    """Country, whom it acts for, and whether the words say so; else the country the text is about."""
    if owner is not None:
        actor = owner.actors[0]
        if owner.shape in ("place", "state", "demonym"):
            return actor.country, None, True
        if phrase.role.lemma == "counterpart" and owner.shape == "person":
            return _across(stage, phrase, actor.country), None, True
        if owner.shape == "person":
            return actor.country, actor.acts_for or actor.id, True
        return actor.country, actor.id, True
    if _of_the_enemy(stage, phrase) and (country := _enemy(stage, phrase)) is not None:
        return country, None, True
    if _from_abroad(stage, phrase):
        return None, None, False
    if (country := _above(stage, phrase)) is not None:
        return country, None, True
    if phrase.sector in ARMED and phrase.role.what != "body" and (side := _fighters(stage, phrase)) is not None:
        return side.country, side.id, False
    if _of_region(stage, phrase):
        return None, None, False
    if phrase.host is not None and phrase.role.lemma == "delegation" and (country := _inside(stage, phrase.host)):
        return country, None, True  # "the rebel delegation at the Sierra Leone talks"
    if phrase.host is not None and phrase.role.lemma not in MISSIONS:
        place = stage.refer(phrase.host)
        if place is not None and place.shape in ("place", "state") and place.country:
            return place.country, None, True
        if (country := _inside(stage, phrase.host)) is not None:
            return country, None, True
    if phrase.role.lemma in MISSIONS and phrase.plural and phrase.host is not None:
        return None, None, False  # "ambassadors in Addis Ababa": of many countries
    if (country := _where_its_men_are(stage, phrase)) is not None:
        return country, None, False
    if (country := _quoted_by(stage, phrase.head)) is not None:
        return country, None, False
    if (country := _in_clause(stage, phrase.head)) is not None:
        return country, None, True
    if (
        phrase.role.sector in ("IGO", "NGO")
        or phrase.role.lemma in INTERNATIONAL
        or (phrase.role.lemma.rsplit(" ", 1)[-1] in ANYWHERE and not phrase.definite)
    ):
        return None, None, False
    if phrase.role.lemma in MISSIONS and phrase.definite and phrase.host is None and (sender := _sender(stage, at)):
        return sender, None, False
    if phrase.role.lemma in MISSIONS and (sender := _summoned(stage, phrase.head)):
        return sender, None, False
    if phrase.sector == "MIL" and phrase.definite and (army := _same_army(stage, phrase)) is not None:
        return army, None, False
    return stage.scene.country(at, _host_country(stage, phrase) or _faced(stage, phrase)), None, False


def _faced(stage: Stage, phrase: Phrase) -> str | None:
    """As in "the defence ministry accused Chad", "the army broke off talks with Chad": the state is another's."""
    page, i = stage.page, phrase.head
    if page.dep[i] != "nsubj" or page.pos[page.head[i]] != "VERB":
        return None
    for k in page.kids[page.head[i]]:
        if k > i and k in stage.hits and (page.dep[k] == "obj" or page.case(k) in FACING):
            state = stage.hits[k].entries[0]
            if isinstance(state.record, State) and state.kind not in (NameKind.ADJECTIVE, NameKind.PEOPLE):
                return state.record.code
    return None


def _across(stage: Stage, phrase: Phrase, own: str | None) -> str | None:
    """As in "his counterpart in Sofia": the country of the place, else the one named last that is not his own."""
    place = stage.refer(phrase.host) if phrase.host is not None else None
    if place is not None and place.shape in ("place", "state") and place.country != own:
        return place.country
    return stage.scene.other(phrase.head, own or "")


def _where_its_men_are(stage: Stage, phrase: Phrase) -> str | None:
    """As in "the military government's spokesman in Abuja": the country of the place."""
    page, i = stage.page, phrase.head
    if page.dep[i] != "nmod:poss" or not phrase.role.state:
        return None
    for k in page.kids[page.head[i]]:
        if k > i and page.dep[k] in ("nmod", "obl") and page.case(k) in ("in", "at"):
            place = stage.refer(k)
            return place.country if place is not None and place.shape in ("place", "state") else None
    return None


def _quoted_by(stage: Stage, i: int) -> str | None:
    """As in "state radio in Rangoon quoted a ministry statement": the country of the medium."""
    page = stage.page
    while page.dep[i] in ("compound", "nmod:desc", "flat", "appos") and page.head[i] != i:
        i = page.head[i]  # "quoted a ministry statement", "quoting Foreign Minister NAME"
    verb = page.head[i]
    if page.dep[i] != "obj" or page.lemma[verb] not in ("quote", "cite"):
        return None
    while page.dep[verb] in ("advcl", "conj", "xcomp") and page.kid(verb, "nsubj") is None and page.head[verb] != verb:
        verb = page.head[verb]
    subject = page.kid(verb, "nsubj")
    medium = stage.refer(subject) if subject is not None and subject < i else None
    for k in range(page.starts[page.sent[i]], i):
        hit = stage.hits.get(k)  # "the official Xinhua news agency reported, quoting Foreign Minister NAME"
        record = hit.entries[0].record if hit is not None else None
        if isinstance(record, Body) and record.sector == "MED" and record.country:
            return record.country
    if medium is not None and medium.country is None:
        medium = None
    return medium.country if medium is not None and medium.actors[0].sector == "MED" else None


def _of_region(stage: Stage, phrase: Phrase) -> bool:
    """As in "a Western diplomat in Jeddah", "Arab officials", "a joint commission": of no one country."""
    words = {stage.page.low[w] for w in phrase.words}
    of_several = {"body": JOINT, "person": REGIONS, "people": REGIONS}.get(phrase.role.what, frozenset())
    return not words.isdisjoint(of_several)


def _same_army(stage: Stage, phrase: Phrase) -> str | None:
    """As in "the general", "the troops" after "the Bolivian military" in the paragraph: that one's country."""
    page, i = stage.page, phrase.head
    before = page.sent[i] - 1
    found = stage.scene.last(
        i,
        lambda t: (
            t.para == page.para[i]
            and t.sent < page.sent[i]
            and t.referent.actors[0].sector == "MIL"
            and (
                t.referent.shape == "body"
                or (t.referent.shape == "people" and t.sent == before and not _sent_out(page, t.i))
            )
        ),
    )
    return found.country if found is not None else None


def _sent_out(page: Page, i: int) -> bool:
    """As in "Ethiopia pulled troops out": the doer's, whose own army the next sentence need not mean."""
    return page.dep[i] == "obj" and page.lemma[page.head[i]] in OWN_ACTS


def _sender(stage: Stage, i: int) -> str | None:
    """As in "the ambassador" after "the Tunisian embassy": the country of the mission named last."""
    found = stage.scene.last(i, lambda t: not t.referent.nouns.isdisjoint(MISSIONS) and t.referent.country is not None)
    return found.country if found is not None else None


def _summoned(stage: Stage, i: int) -> str | None:
    """As in "Ambassador NAME was summoned": the state in play that is not the host's, if the report has a home."""
    page = stage.page
    while page.dep[i] in ("compound", "nmod:desc", "flat", "appos") and page.head[i] != i:
        i = page.head[i]
    acted_on = page.dep[i] in ("nsubj:pass", "obj") and page.lemma[page.head[i]] in CALLED_IN
    home = stage.scene.home
    return stage.scene.other(i, home) if acted_on and home else None


def _fighters(stage: Stage, phrase: Phrase) -> Actor | None:
    """As in "rebel commander NAME": he belongs to the armed group that the report named last, wherever he is.

    Fighters "in" another country than the group's are not taken for its men, a spokesman there is.
    """
    host = stage.refer(phrase.host) if phrase.host is not None and not phrase.person else None
    found = stage.scene.back(
        phrase.head, lambda t: t.referent.shape == "group" and t.referent.actors[0].sector in ARMED
    )
    side = next((t.referent for t in found if t.referent.country is not None), None)
    if side is None or len(side.actors) != 1 or (host is not None and host.country not in (None, side.country)):
        return None
    return side.actors[0]


def _from_abroad(stage: Stage, phrase: Phrase) -> bool:
    """As in "foreign navies": of no country in particular (foreign ministers are somebody's)."""
    last = phrase.role.lemma.rsplit(" ", 1)[-1]
    office = last in ("minister", "ministry", "secretary", "office", "department")
    return phrase.plural and not office and any(stage.page.low[w] == "foreign" for w in phrase.words)


def _of_the_enemy(stage: Stage, phrase: Phrase) -> bool:
    """As in "enemy soldiers", "Sudan shelled an army post": forces that a state fights are another's."""
    page, i = stage.page, phrase.head
    if _called_enemy(stage, phrase):
        return True
    return phrase.sector == "MIL" and page.dep[i] == "obj" and page.lemma[page.head[i]] in HOSTILE


def _called_enemy(stage: Stage, phrase: Phrase) -> bool:
    return any(stage.page.low[w] in ("enemy", "rival", "opposing") for w in phrase.words)


def _enemy(stage: Stage, phrase: Phrase) -> str | None:
    """The country fought: the other one than that of the attacker, whose clause must name it."""
    page, i = stage.page, phrase.head
    if page.dep[i] == "obj" and page.lemma[page.head[i]] in HOSTILE and not _called_enemy(stage, phrase):
        subject = page.kid(page.head[i], "nsubj")
        doer = stage.refer(subject) if subject is not None and subject < i else None
        if doer is None or doer.country is None:
            return None
    return stage.scene.against(i)


def _above(stage: Stage, phrase: Phrase) -> str | None:
    """As in "the ministry, where Deputy Minister NAME handed ...": the country of what the clause tells about."""
    page, at = stage.page, phrase.head
    for _ in range(6):
        if page.dep[at] == "acl:relcl":
            noun = stage.memo.get(page.head[at])
            where = any(page.low[k] == "where" for k in page.kids[at])
            return noun.country if where and noun is not None else None
        if page.head[at] == at:
            return None
        at = page.head[at]
    return None


def _inside(stage: Stage, i: int) -> str | None:
    """The country that the words of a place phrase name: "in Senegal's southern region"."""
    for k in stage.page.kids[i]:
        if k in stage.hits and (referent := stage.refer(k)) is not None and referent.country:
            return referent.country
    return None


def _in_clause(stage: Stage, i: int) -> str | None:
    """As in "the junta that rules in Togo": the place of the clause that tells which one."""
    page = stage.page
    for v in page.kids[i]:
        if page.dep[v] not in ("acl", "acl:relcl"):
            continue
        below = [v, *page.kids[v]]
        for k in (k for b in below for k in page.kids[b]):
            if k in stage.hits and page.case(k) in ("in", "at", "near", "of") and (place := stage.refer(k)) is not None:
                return place.country
    return None


def _host_country(stage: Stage, phrase: Phrase) -> str | None:
    """Where an embassy or envoy works, which is never whom it acts for."""
    if phrase.host is None or phrase.role.lemma not in MISSIONS:
        return None
    place = stage.refer(phrase.host)
    return place.country if place is not None and place.shape in ("place", "state") else None
