"""A report and its parse -> the cast: one walk over the tokens that asks each noun phrase whom it stands for."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from spacy.tokens import Doc

from dragoman.actors import (
    halves,
    mentions_names,
    mentions_nobody,
    mentions_organisations,
    mentions_persons,
    mentions_titles,
    roles_learned,
)
from dragoman.actors.cast import Cast, Mention
from dragoman.actors.descriptions_pairs import NUMBERS, both, the_two
from dragoman.actors.descriptions_persons import of_age
from dragoman.actors.epithets import of_body, of_heir
from dragoman.actors.mentions_context import in_context
from dragoman.actors.mentions_names import Hit
from dragoman.actors.mentions_organisations import OwnName
from dragoman.actors.mentions_titles import role_at
from dragoman.actors.metonyms import LOCATIVE
from dragoman.actors.page import Page, lay_out
from dragoman.actors.places_named import place_country
from dragoman.actors.pronouns import of_pronoun
from dragoman.actors.registry import Leader, NameKind, State, registry
from dragoman.actors.resolve_names import acts, head_of, of_hit, place
from dragoman.actors.resolve_organisations import of_name
from dragoman.actors.resolve_persons import of_naming
from dragoman.actors.resolve_roles import of_phrase
from dragoman.actors.scene import Referent, Scene
from dragoman.actors.scene_words import EVENTS, GOING
from dragoman.actors.stage import OF_STATE, Stage, with_mention
from dragoman.actors.story import Story
from dragoman.actors.story_told import told
from dragoman.records import Actor, ActorKind, Report

# "one of them", "members of the council", "a group of rebels": what follows "of" is meant.
PARTS: Final = frozenset(
    """one two three four five six seven eight nine ten some many most several all both each either neither none few
    number dozen dozens hundred hundreds thousand thousands score scores million millions majority minority half part
    group handful pair rest crowd couple lot member members another any those batch third quarter bulk column
    representative representatives section wave tens string""".split()
)
# Offices of which a country has one in most reports, so that the unnamed holder is the one named later.
SINGLE_OFFICES: Final = frozenset("spokesman spokeswoman president premier chancellor king emir ambassador".split()) | {
    "prime minister",
    "foreign minister",
    "defence minister",
    "defense minister",
    "interior minister",
}
NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"))


def resolve(report: Report, doc: Doc) -> Cast:
    """The cast of `report`, whose text `doc` is the parse of. Never raises on odd text; cost about 20 us a token."""
    page = lay_out(doc, report.boiler)
    stage = _stage(report, page)
    for i in range(len(page)):
        if page.pos[i] in NOMINAL and not page.skip[i]:
            stage.refer(i)
    named = _named_later(stage) | stage.later
    return Cast(
        _in_order(stage, named),
        _groups(stage, named),
        _countries(stage),
        partial(registry().government, on=stage.on),
        roles_learned.learned(stage),
    )


def _stage(report: Report, page: Page) -> Stage:
    on, home = report.published, _home(report)
    hits, dropped = in_context(mentions_nobody.meant(page, mentions_names.find(page, on)), home, on)
    _, namings = mentions_persons.find(page, hits, on)
    of_persons = {i for naming in namings for i in range(naming.start, naming.end)}
    hits = [hit for hit in hits if hit.start not in of_persons and not isinstance(hit.entries[0].record, Leader)]
    own = mentions_organisations.find(page, hits, of_persons)
    own = [name for name in own if name.end - name.start > 1 or mentions_titles.role_at(page, name.start) is None]
    owned = {i: name for name in own for i in range(name.start, name.end)}
    wider = _wider_places(page)
    hits = [hit for hit in hits if not _swallowed(hit, owned) and not _part_of_place(hit, wider)]
    scene = Scene(page, home)
    stage = Stage(page, on, {i: hit for hit in hits for i in range(hit.start, hit.end)}, {}, scene)
    stage.finder, stage.not_meant, stage.acting = _find, dropped, _teams(page, hits)
    stage.namings = {i: naming for naming in namings for i in range(naming.start, naming.end)}
    stage.titles = {naming.title: naming for naming in namings if naming.title is not None}
    stage.organisations = owned
    stage.named = set(stage.hits) | set(stage.namings) | {i for name in own for i in range(name.start, name.end)}
    for naming in namings:
        if naming.title is not None:  # "spokesman Brig. Gen. NAME": the words between are no one else
            stage.memo.update(dict.fromkeys(range(naming.title + 1, naming.start)))
    _lay_ground(stage, hits)
    _set_story(stage, told(stage, hits, report.title, home), home)
    _place_tokens(stage)
    return stage


def _set_story(stage: Stage, story: Story, dateline: str | None) -> None:
    """Makes the country that the report is about its home, where that is not the dateline's."""
    scene = stage.scene
    scene.story, scene.seat, home = story, dateline, story.home(dateline)
    if home is not None and home != dateline:
        scene.home = home


def _teams(page: Page, hits: list[Hit]) -> dict[int, bool]:
    """Names of states that are teams in a match: none of them acts."""
    matches = mentions_nobody.sporting(page)
    return {hit.start: False for hit in hits if page.sent[hit.start] in matches}


def _swallowed(hit: Hit, owned: dict[int, OwnName]) -> bool:
    """Whether a longer name of the report's own covers the hit: "Kenya" in "Kenya Farmers Union (KFU)"."""
    name = owned.get(hit.start)
    return name is not None and name.start <= hit.start and hit.end <= name.end


def _wider_places(page: Page) -> dict[int, tuple[int, int]]:
    """Tokens of places with names of several words in capitals ("South China Sea", "Kabul Airport")."""
    out: dict[int, tuple[int, int]] = {}
    for entity in page.doc.ents:
        span = (entity.start, entity.end)
        if page.skip[entity.start]:
            continue  # "ADDIS ABABA - Ethiopia" is a dateline and a country
        capitals = all(t[:1].isupper() or t in ("of", "the", "-") for t in page.text[slice(*span)])
        if entity.label_ in ("LOC", "FAC") and capitals:
            out.update(dict.fromkeys(range(*span), span))
    return out


def _part_of_place(hit: Hit, wider: dict[int, tuple[int, int]]) -> bool:
    span = wider.get(hit.start)
    return span is not None and span[0] <= hit.start and hit.end <= span[1] and hit.end - hit.start < span[1] - span[0]


def _home(report: Report) -> str | None:
    """The country of the datelines, if it is one; of a dateline such as "BLANTYRE, Malawi" by its second part."""
    names = [p.name for p in report.datelines if not p.country]
    for start, end in report.boiler[:2]:
        names += [part.strip() for part in re.split(r"[,(/:;–-]", report.text[start : min(end, start + 120)])]
    found = {_seat(name, report.published) for name in names} | {p.country for p in report.datelines}
    codes = sorted(code for code in found if code)
    return codes[0] if len(codes) == 1 else None


def _seat(name: str, on: date | None) -> str | None:
    """The country whose name or capital this is."""
    entries = registry().lookup(name, on) or registry().lookup(name.title(), on) if len(name) > 3 else ()
    record = entries[0].record if entries else None
    return record.code if isinstance(record, State) else None


def _lay_ground(stage: Stage, hits: list[Hit]) -> None:
    """Places per sentence, and the country named most, before the walk begins."""
    page, scene = stage.page, stage.scene
    counts: Counter[str] = Counter()
    for hit in hits:
        record = hit.entries[0].record
        if isinstance(record, State):
            counts[record.code] += 1
            if (
                _is_ground(page, head_of(stage, hit))
                and hit.entries[0].kind not in (NameKind.ADJECTIVE, NameKind.PEOPLE)
                and not acts(stage, hit)
            ):
                scene.ground.setdefault(page.sent[hit.start], []).append((hit.start, record.code))
            elif _of_event(page, head_of(stage, hit)) or _in_seat(page, hit, head_of(stage, hit)):
                scene.events.setdefault(page.sent[hit.start], []).append((hit.start, record.code))
    if counts:
        scene.lead = counts.most_common(1)[0][0]
    stage.context = context = tuple(code for code, _ in counts.most_common())
    for entity in page.doc.ents:
        if entity.label_ not in ("LOC", "FAC") or not stage.named.isdisjoint(range(entity.start, entity.end)):
            continue
        if page.skip[entity.start]:
            continue
        country = place_country(entity.text, context)
        stage.places[entity.start] = (entity.end, country)
        stage.place_start.update(dict.fromkeys(range(entity.start, entity.end), entity.start))
        stage.ground_names.setdefault(entity.text, country)
        place = entity.root.i
        ground = _is_ground(page, place) or (page.dep[place] == "nmod" and page.case(place) in LOCATIVE)
        if ground and country and (country in counts or country == scene.home):
            scene.ground.setdefault(page.sent[entity.start], []).append((entity.start, country))


def _place_tokens(stage: Stage) -> None:
    """Lets a town own what follows it: "the Puntland government"."""
    stage.named |= {i for i, start in stage.place_start.items() if stage.places[start][1]}


def _is_ground(page: Page, i: int) -> bool:
    """Whether a place is where something was done: not whence a noun is, nor where somebody went."""
    case = page.case(i)
    gone = case == "into" and page.lemma[page.head[i]] in GOING
    return page.dep[i].startswith("obl") and case in LOCATIVE and not gone


def _in_seat(page: Page, hit: Hit, i: int) -> bool:
    """As in "told state television in Baku": a capital where no person or mission is."""
    role = role_at(page, page.head[i])
    seat = hit.entries[0].kind is NameKind.CAPITAL
    return seat and page.dep[i] == "nmod" and page.case(i) == "in" and (role is None or role.sector == "MED")


def _of_event(page: Page, i: int) -> bool:
    """Whether a place is that of an event which the sentence names: "since the coup in Turkey"."""
    return page.dep[i] == "nmod" and page.case(i) in LOCATIVE and page.lemma[page.head[i]] in EVENTS


def _find(stage: Stage, i: int) -> Referent | None:
    """What the noun phrase headed by `i` stands for: name, person, organisation, place, pronoun, role, part of."""
    page = stage.page
    if (naming := stage.namings.get(i)) is not None:
        return of_naming(stage, naming) if i == naming.head else None
    if (hit := stage.hits.get(i)) is not None:
        return of_hit(stage, hit) if i == head_of(stage, hit) else None
    if (found := of_body(stage, i) or of_heir(stage, i)) is not None:
        return found
    if page.low[i] == "old" and (aged := of_age(stage, i)) is not None:
        return aged
    if (half := halves.of_half(stage, i)) is not None:
        return half
    if (name := stage.organisations.get(i)) is not None and (
        i == name.end - 1 or page.head[i] not in range(name.start, name.end)
    ):
        state = i == name.end - 1 and not name.acronym and _of_state(page, i) and not _has_acronym(page, name)
        role = of_phrase(stage, i) if state else None
        if role is not None or not _is_head(page, name, i):
            return role
        if name.end - name.start > 1 and (country := place_country(name.full, stage.context)) is not None:
            return place(stage, (name.start, name.end), i, name.full, country)  # the West Bank is no bank
        if name.full in stage.ground_names and name.end - name.start == 1:
            return place(stage, (name.start, name.end), i, name.full, stage.ground_names[name.full])
        return of_name(stage, name)
    if page.pos[i] in ("PRON", "DET") and (found := of_pronoun(stage, i)) is not None:
        return found
    if i in stage.places:
        end, country = stage.places[i]
        return place(stage, (i, end), i, page.words(i, end), country)
    if i in stage.place_start:
        return stage.refer(stage.place_start[i])
    if page.low[i] in PARTS or page.low[i] in NUMBERS:
        found = _part_of(stage, i) or the_two(stage, i)
        if found is not None:
            return found
    if page.pos[i] in ("NOUN", "PROPN") or page.low[i] in ("military", "opposition"):
        return of_phrase(stage, i)
    return None


def _has_acronym(page: Page, name: OwnName) -> bool:
    """Whether the name explains its acronym and is no ministry's: "People's Liberation Army (PLA)"."""
    after = name.end
    ends = page.low[after - 1] in ("army", "forces", "force", "guard", "corps", "police")
    return ends and after + 1 < len(page) and page.text[after] == "(" and page.text[after + 1].isupper()


def _of_state(page: Page, i: int) -> bool:
    """Whether the last word of a name is a state body's ("Ministry"), which takes its country from around it."""
    role = mentions_titles.role_at(page, i)
    return role is not None and role.body and role.sector in OF_STATE


def _is_head(page: Page, name: OwnName, i: int) -> bool:
    return page.head[i] not in range(name.start, name.end) or page.head[i] == i


def _part_of(stage: Stage, i: int) -> Referent | None:
    page = stage.page
    for k in page.kids[i]:
        if page.dep[k] == "appos" and k in stage.namings:
            return stage.refer(stage.namings[k].head)
    for k in page.kids[i]:
        if k > i and page.dep[k] in ("nmod", "obl") and page.case(k) in ("of", "among"):
            return stage.refer(k)
    if page.low[i] == "both" and page.dep[i] not in ("det", "cc:preconj", "advmod", "cc"):
        return both(stage, i)
    return None


def _in_order(stage: Stage, named: dict[str, Actor]) -> list[Mention]:
    found = []
    for mention in sorted(stage.mentions, key=lambda m: (m.start, -m.end)):
        actors = tuple(
            with_mention(named[actor.id], mention.span) if actor.id in named else actor for actor in mention.actors
        )
        found.append(replace(mention, actors=actors) if actors != mention.actors else mention)
    return found


def _groups(stage: Stage, named: dict[str, Actor]) -> dict[int, tuple[Actor, ...]]:
    """For each head: its own actors and those of its conjuncts, each once; places are none."""
    page = stage.page
    spans = {m.head: m for m in stage.mentions}
    out: dict[int, tuple[Actor, ...]] = {}
    for i in range(len(page) - 1, -1, -1):
        if page.skip[i]:
            continue
        found: dict[str, Actor] = {}
        mention = spans.get(i)
        referent = stage.memo.get(i)
        own = mention.actors if mention is not None else referent.actors if referent is not None else ()
        for actor in (*own, *(a for k in page.kids[i] if page.dep[k] == "conj" for a in out.get(k, ()))):
            if actor.kind is not ActorKind.PLACE:
                one = named.get(actor.id, actor)
                found.setdefault(one.id, one)
        if found:
            out[i] = tuple(found.values())
    _lend_to_dateline(stage, out)
    for i, head in stage.lent.items():
        if head in out:
            out[i] = out[head]
    return out


def _named_later(stage: Stage) -> dict[str, Actor]:
    """Unnamed holders of an office whom the report names further on: "a spokeswoman said ... spokeswoman NAME said".

    Only where one person of that country alone has the office in the report.
    """
    holders: dict[tuple[str, str], set[str]] = {}
    for key, person in stage.persons.items():
        country = stage.known[key].country
        for noun in sorted(person.nouns & SINGLE_OFFICES):
            if country:
                holders.setdefault((noun, country), set()).add(key)
    out: dict[str, Actor] = {}
    for turn in stage.scene.turns:
        actor = turn.referent.actors[0] if len(turn.referent.actors) == 1 else None
        if actor is None or turn.referent.shape != "person" or actor.id in stage.persons or not actor.country:
            continue
        for noun in sorted(turn.referent.nouns & SINGLE_OFFICES):
            found = holders.get((noun, actor.country), set())
            if len(found) == 1 and stage.known[min(found)].actors[0].sector == actor.sector:
                out[actor.id] = stage.known[min(found)].actors[0]
    return out


def _lend_to_dateline(stage: Stage, out: dict[int, tuple[Actor, ...]]) -> None:
    """As in "LUSAKA, Nov 24 - Zambia called": a parser that took the dateline for the subject is put right."""
    page = stage.page
    for token in page.doc:
        if not page.skip[token.i]:
            continue
        for k in token.children:
            if not page.skip[k.i] and k.i in out and page.dep[k.i] not in ("obl", "nmod", "nmod:unmarked"):
                out.setdefault(token.i, out[k.i])


def _countries(stage: Stage) -> dict[int, str]:
    """The country of each noun phrase by its own words: demonym, possessor, compound, place, or its actor."""
    page, out = stage.page, dict(stage.countries)
    for i in range(len(page)):
        if page.pos[i] not in ("NOUN", "PROPN") or i in out:
            continue
        for k in page.kids[i]:
            if k in stage.countries and page.dep[k] in ("amod", "compound", "nmod:poss", "nmod", "appos"):
                out[i] = stage.countries[k]
                break
            referent = stage.memo.get(k) if page.dep[k] == "nmod:poss" else None
            if referent is not None and referent.country:
                out[i] = referent.country
                break
    return {i: code for i, code in out.items() if code}
