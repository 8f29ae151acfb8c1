"""A registry name at its place in the tree -> the actor it stands for there: state, people, group, body or place."""

from typing import Final

from dragoman.actors import metonyms
from dragoman.actors.mentions_names import Hit
from dragoman.actors.registry import Entry, Leader, NameKind, State, registry
from dragoman.actors.registry_load import slug
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage, of_record
from dragoman.records import Actor, ActorKind

PLACE_KINDS: Final = (NameKind.NAME, NameKind.ALIAS, NameKind.ACRONYM, NameKind.CAPITAL, NameKind.METONYM)
CAPITAL: Final = NameKind.CAPITAL
MODIFIERS: Final = frozenset(("amod", "compound", "nmod:desc", "flat"))
COUNTED: Final = frozenset(
    ("a", "an", "one", "some", "many", "most", "several", "other", "few", "these", "those", "fellow")
)


def head_of(stage: Stage, hit: Hit) -> int:
    """The token of a name that the rest of the sentence hangs on."""
    page = stage.page
    for i in range(hit.start, hit.end):
        if not hit.start <= page.head[i] < hit.end or page.head[i] == i:
            return i
    return hit.end - 1


def acts(stage: Stage, hit: Hit) -> bool:
    """Whether the name of a state or capital stands for a government; cached by its first token."""
    found = stage.acting.get(hit.start)
    if found is None:
        entry = hit.entries[0]
        country = entry.kind in (NameKind.NAME, NameKind.ALIAS, NameKind.ACRONYM)
        found = metonyms.acts(stage.page, head_of(stage, hit), country=country, seat=not country)
        stage.acting[hit.start] = found
    return found


def of_hit(stage: Stage, hit: Hit) -> Referent | None:
    """The referent of a name, with its mention noted."""
    entry = hit.entries[0]
    record, head = entry.record, head_of(stage, hit)
    if isinstance(record, Leader):
        return None  # persons are found with their titles (mentions_persons.py)
    if not isinstance(record, State):
        referent = of_record(stage, record, entry.sector)
        return referent and stage.mention(hit.start, hit.end, head, referent, "name")
    demonym = hit.of_kind(NameKind.ADJECTIVE, NameKind.PEOPLE)
    if entry.kind in (NameKind.ADJECTIVE, NameKind.PEOPLE) or (demonym and _modifies(stage, head)):
        return _demonym(stage, hit, demonym or entry, head)
    stage.countries[head] = record.code
    if entry.kind in PLACE_KINDS and not acts(stage, hit):
        return _place(stage, hit, head, record)
    if entry.kind is NameKind.CAPITAL and not entry.on(stage.on):
        return _place(stage, hit, head, record)  # Bonn after the move to Berlin
    if record.code == "BEL" and entry.kind is NameKind.CAPITAL and (union := _union(stage)) is not None:
        return stage.mention(hit.start, hit.end, head, union, "metonym")
    referent = stage.government(record.code)
    how = "name" if entry.kind not in (NameKind.CAPITAL, NameKind.METONYM) else "metonym"
    return referent and stage.mention(hit.start, hit.end, head, referent, how)


def _union(stage: Stage) -> Referent | None:
    """The European Union, which Brussels stands for where the report names nothing Belgian; looked for once."""
    if not stage.union:
        stage.union.append(_find_union(stage))
    return stage.union[0]


def _find_union(stage: Stage) -> Referent | None:
    firsts = (hit.entries[0] for hit in stage.hits.values())
    if any(isinstance(one.record, State) and one.record.code == "BEL" and one.kind is not CAPITAL for one in firsts):
        return None
    for name in ("European Union", "European Community"):
        for entry in registry().lookup(name, stage.on):
            if entry.on(stage.on) and not isinstance(entry.record, (State, Leader)):
                return of_record(stage, entry.record)
    return None


def _modifies(stage: Stage, i: int) -> bool:
    page = stage.page
    return page.dep[i] in MODIFIERS and page.head[i] > i


def _before_noun(stage: Stage, hit: Hit) -> bool:
    """An adjective right before a noun, or before "and" and another such one ("Thai and Cambodian troops")."""
    page, i = stage.page, hit.end
    if hit.of_kind(NameKind.ADJECTIVE) is None:
        return False
    if i + 1 < len(page) and page.low[i] in ("and", "or", "/", "-") and i + 1 in stage.hits:
        other = stage.hits[i + 1]
        i = other.end if other.of_kind(NameKind.ADJECTIVE) is not None else i
    return i < len(page) and page.pos[i] == "NOUN" and page.sent[i] == page.sent[hit.start]


def _place(stage: Stage, hit: Hit, head: int, state: State) -> Referent | None:
    name = hit.entries[0].text if hit.entries[0].kind is NameKind.CAPITAL else state.name_on(stage.on)
    return place(stage, (hit.start, hit.end), head, name.removeprefix("the "), state.code)


def place(stage: Stage, tokens: tuple[int, int], head: int, name: str, country: str | None) -> Referent:
    """A literal place at the token range `tokens`, with its mention noted."""
    actor = Actor("place:" + slug(name), name, country, None, ActorKind.PLACE)
    if country:
        stage.countries[head] = country
    return stage.mention(*tokens, head, Referent((actor,), "place"), "place")


def _demonym(stage: Stage, hit: Hit, entry: Entry, head: int) -> Referent | None:
    record = entry.record
    assert isinstance(record, State)
    page = stage.page
    government = stage.government(record.code)
    stage.countries[head] = record.code
    if government is None:
        return None
    # "the Serbs" after "Bosnian Serbs" are those
    if (people := stage.peoples.get(entry.text.removesuffix("s"))) is not None:
        return stage.mention(hit.start, hit.end, head, people, "demonym")
    if (
        _modifies(stage, head)
        or _before_noun(stage, hit)
        or page.dep[head] in ("amod", "root", "ROOT", "xcomp", "acl")
        or hit.end - 1 != _last(stage, head)
    ):
        return stage.mention(hit.start, hit.end, head, Referent(government.actors, "demonym"), "demonym")
    if (naming := _naming_after(stage, hit)) is not None:
        stage.lent[head] = naming  # "Tajik Deputy Prime Minister NAME", whatever the parser made of it
        return stage.mention(hit.start, hit.end, head, Referent(government.actors, "demonym"), "demonym")
    before = page.low[hit.start - 1] if hit.start else ""
    counted = before in COUNTED or page.kid(head, "nummod") is not None
    if before == "the" and not counted and page.kid(head, "amod", "acl", "acl:relcl") is None:
        return stage.mention(hit.start, hit.end, head, government, "demonym")
    return _people(stage, hit, entry, head, before in ("a", "an", "one"))


def _naming_after(stage: Stage, hit: Hit) -> int | None:
    """The head of the person whose title begins with the demonym."""
    page, i = stage.page, hit.end
    while i < len(page) and page.sent[i] == page.sent[hit.start] and i - hit.end < 8:
        naming = stage.namings.get(i)
        if naming is not None:
            return naming.head if i > hit.end else None
        if page.pos[i] not in ("NOUN", "ADJ", "PROPN") or i in stage.hits:
            return None
        i += 1
    return None


def _last(stage: Stage, head: int) -> int:
    """The last token of the name that `head` is in, as a noun phrase: itself unless a noun follows it."""
    page = stage.page
    after = head + 1
    if after < len(page) and page.head[after] == head and page.dep[after] in ("flat", "compound"):
        return after
    return head


def _people(stage: Stage, hit: Hit, entry: Entry, head: int, single: bool) -> Referent | None:
    """Citizens: "a Briton", "three Americans"."""
    record = entry.record
    assert isinstance(record, State)
    text = entry.text if single or not record.people else record.people[0].many
    key = f"{record.code}:{slug(text)}"
    actor = Actor(key, text, record.code, "CVL", ActorKind.PERSON if single else ActorKind.PEOPLE)
    referent = stage.known.get(key) or Referent(
        (actor,), "person" if single else "people", not single, nouns=frozenset(("citizen", "people"))
    )
    return stage.mention(hit.start, hit.end, head, referent, "demonym")
