"""A page and its registry hits -> the persons of the report: where each is named, by full name or by surname."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from dragoman.actors import mentions_kin
from dragoman.actors.mentions_names import PIECE, Hit
from dragoman.actors.mentions_organisations import told_bodies
from dragoman.actors.mentions_titles import HONORIFICS, role_at, title_before
from dragoman.actors.page import FLAT, Page
from dragoman.actors.places_named import place_country
from dragoman.actors.registry import Leader, NameKind, registry
from dragoman.actors.registry_load import rows, slug

# Titles that say little of the office held.
ANY_OFFICE: Final = frozenset(
    "leader chief head ruler dictator strongman premier official politician statesman".split()
)
SMALL: Final = frozenset(("The", "the", "A"))
PLAIN_WORDS: Final = frozenset("mr mrs ms miss mr. mrs. ms.".split())
PLAIN: Final = frozenset("mr mrs ms miss dr sir mr. mrs. ms. dr.".split())  # before any name
ROYAL: Final = frozenset("king queen prince princess emir sultan emperor pope shah".split())
PARTICLES: Final = frozenset(
    ("al", "el", "the", "bin", "ibn", "ben", "abu", "von", "van", "de", "da", "der", "di", "ul")
)
NAME_JOINS: Final = frozenset(("bin", "ibn", "al", "el", "van", "von", "de", "da", "der", "di", "dos"))
NOT_OF_MEN: Final = frozenset("in inside into at near across around throughout through outside within".split())
NOT_PERSON: Final = (NameKind.NAME, NameKind.ALIAS, NameKind.ACRONYM, NameKind.CAPITAL, NameKind.METONYM)


@dataclass(slots=True)
class Naming:
    """One place where a person is named: tokens of the name alone, its head, and the title noun before it."""

    start: int
    end: int
    head: int
    title: int | None
    person: "Person | None" = None


@dataclass(slots=True, eq=False)
class Person:
    """A person of the report. `parts` are the lower-case pieces of the fullest name; `nouns` roles said of them.

    `starts`, `titles` and `told` sum up the namings while they are being found: where, under which titles, and the
    gender that the first title tells; so that a person named a thousand times costs no more than ten of a hundred.
    """

    name: str
    parts: tuple[str, ...]
    gender: str = ""
    leader: Leader | None = None
    namings: list[Naming] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    told: str = ""

    def add(self, page: Page, naming: Naming) -> None:
        """Takes in one more place where the person is named."""
        naming.person = self
        self.namings.append(naming)
        insort(self.starts, naming.start)
        if naming.title is not None:
            self.titles.add(page.lemma[naming.title])
        self.told = self.told or _title_gender(page, naming)

    @property
    def id(self) -> str:
        """Stable over reports: the registry's id, else made of the name."""
        return self.leader.id if self.leader else "person:" + slug(self.name)


@cache
def given_names() -> dict[str, str]:
    """Given name in lower case to "m" or "f"; names used for both are left out. Compiled by hand for this project."""
    return {row["name"].lower(): row["gender"] for row in rows("given_names.tsv")}


def find(page: Page, hits: list[Hit], on: date | None) -> tuple[list[Person], list[Naming]]:
    """The persons in order of first naming, and all namings in order of the text."""
    namings = _namings(page, hits)
    persons: list[Person] = []
    by_part: dict[str, list[Person]] = {}  # a name that fits another ends with a piece of it
    for naming in sorted(namings, key=lambda n: (-_size(page, n), n.start)):
        parts = parts_of(page.words(naming.start, naming.end))
        person = _same(page, by_part.get(parts[-1], []) if parts else persons, naming, parts)
        if person is None:
            person = Person(page.words(naming.start, naming.end), parts)
            persons.append(person)
            for part in dict.fromkeys(parts):
                by_part.setdefault(part, []).append(person)
        person.add(page, naming)
    namings += _missed(page, hits, persons, namings)
    for person in persons:
        person.namings.sort(key=lambda n: n.start)
        person.gender = _gender(page, person)
        _identify(page, person, on)
    mentions_kin.sort_out(page, persons, namings)
    return sorted(persons, key=lambda p: p.namings[0].start), sorted(namings, key=lambda n: n.start)


def _missed(page: Page, hits: list[Hit], persons: list[Person], namings: list[Naming]) -> list[Naming]:
    """Surnames of known persons that the tagger passed over, also in capitals ("HALE: We shall see.")."""
    surnames = {p.parts[-1]: p for p in persons if len(p.parts) > 1 and len(p.parts[-1]) > 2}
    names = [hit for hit in hits if not isinstance(hit.entries[0].record, Leader)]
    used = {i for n in namings for i in range(n.start, n.end)} | {i for h in names for i in range(h.start, h.end)}
    used -= _like_places(page, names, persons)
    found = []
    for i, word in enumerate(page.low):
        person = surnames.get(word)
        if person is None or i in used or page.skip[i] or not page.text[i][:1].isupper() or page.pos[i] != "PROPN":
            continue
        naming = Naming(i, i + 1, i, title_before(page, i), person)
        person.namings.append(naming)
        found.append(naming)
    return found


def _like_places(page: Page, names: list[Hit], persons: list[Person]) -> set[int]:
    """Names of countries and capitals that are surnames here: "Helen Holland ... told Holland"; not "in Holland".

    Only after the full name, and where the report has no adjective of that country.
    """
    full = {p.parts[-1]: min(p.starts) for p in persons if len(p.parts) > 1}
    adjectives = {id(h.entries[0].record) for h in names if h.of_kind(NameKind.ADJECTIVE, NameKind.PEOPLE)}
    found = set()
    for hit in names:
        i = hit.start
        if hit.end - i > 1 or full.get(page.low[i], i) >= i or hit.of_kind(NameKind.ADJECTIVE) is not None:
            continue
        if id(hit.entries[0].record) not in adjectives and page.case(i) not in NOT_OF_MEN:
            found.add(i)
    return found


def parts_of(name: str) -> tuple[str, ...]:
    """Lower-case pieces of a name, articles and particles left out unless nothing else is there."""
    pieces = [p.lower() for p in PIECE.findall(name) if p[0].isalnum()]
    kept = tuple(p for p in pieces if p not in PARTICLES)
    return kept or tuple(pieces)


def _size(page: Page, naming: Naming) -> int:
    return len(parts_of(page.words(naming.start, naming.end)))


def _namings(page: Page, hits: list[Hit]) -> list[Naming]:
    taken: dict[int, Hit] = {i: hit for hit in hits for i in range(hit.start, hit.end)}
    found: list[Naming] = []
    used = _acronyms(page)
    surnames = _after_mr(page, taken)
    taken = {i: hit for i, hit in taken.items() if (i, i + 1) not in surnames}
    for first, last in (*_entities(page), *surnames, *_leaders(page, hits), *_titled(page, taken)):
        start, end = _trim(page, first, last)
        if start >= end or any(page.skip[i] or i in used for i in range(start, end)):
            continue
        if not _is_person(page, start, end, taken):
            continue
        end = _grow(page, start, end, taken)
        if used.intersection(range(start, end)):
            continue
        used.update(range(start, end))
        found.append(Naming(start, end, _head(page, start, end), title_before(page, start)))
    return found


def _acronyms(page: Page) -> set[int]:
    """Tokens of acronyms that the report explains in brackets, and of names that are or begin a body's there."""
    inner = range(1, len(page) - 1)
    words = {page.text[i] for i in inner if page.text[i - 1] == "(" and page.text[i + 1] == ")"}
    words = {word for word in words if len(word) > 1 and word.isupper()}
    full = {page.text[i] for e in page.doc.ents if e.label_ == "PERSON" and len(e) > 1 for i in range(e.start, e.end)}
    words |= {page.text[e.start] for e in page.doc.ents if e.label_ == "ORG" and len(e) > 1} - full - SMALL
    words |= told_bodies(page) - full
    return {i for i, word in enumerate(page.text) if word in words} if words else set()


def _entities(page: Page) -> list[tuple[int, int]]:
    """Names that the tagger calls persons, and subjects that it calls places although they begin with a given name."""
    found = [(e.start, e.end) for e in page.doc.ents if e.label_ == "PERSON"]
    for e in page.doc.ents:
        if e.label_ == "LOC" and len(e) > 1 and page.low[e.start] in given_names():
            subject = page.dep[e.root.i] in ("nsubj", "nsubj:pass") and page.pos[page.head[e.root.i]] == "VERB"
            if subject and place_country(e.text, ()) is None:
                found.append((e.start, e.end))
    return found


def _leaders(page: Page, hits: list[Hit]) -> list[tuple[int, int]]:
    """Registry persons that the tagger missed: full names always, lone surnames only after a title."""
    out = []
    for hit in hits:
        if not isinstance(hit.entries[0].record, Leader):
            continue
        if hit.entries[0].kind is not NameKind.SURNAME or title_before(page, hit.start) is not None:
            out.append((hit.start, hit.end))
    return out


def _after_mr(page: Page, taken: dict[int, Hit]) -> list[tuple[int, int]]:
    """Names of countries and capitals right after "Mr", "Ms": surnames."""
    return [
        (i, i + 1)
        for i, hit in taken.items()
        if i and hit.end - hit.start == 1 and page.low[i - 1] in PLAIN_WORDS and hit.of_kind(NameKind.ADJECTIVE) is None
    ]


def _titled(page: Page, taken: dict[int, Hit]) -> list[tuple[int, int]]:
    """Capitalised words right after a personal title ("President Pedro Salas") that are no known name."""
    out, i, size = [], 1, len(page)
    while i < size:
        before = page.text[i - 1]
        body = page.label[i] == "ORG" == page.label[i - 1]  # "the National Growth Party"
        if (
            page.pos[i] == "PROPN"
            and i not in taken
            and before[:1].isupper()
            and _names_person(page, i - 1)
            and not body
        ):
            end = i
            while end < size and page.pos[end] == "PROPN" and page.text[end][:1].isupper() and end not in taken:
                end += 1
            role = registry().role(page.text[i])
            if role is None and page.sent[i] == page.sent[i - 1]:
                out.append((i, end))
            i = end
        i += 1
    return out


def _names_person(page: Page, i: int) -> bool:
    role = role_at(page, i)
    return page.low[i] in HONORIFICS or (role is not None and role.person and page.lemma[i] != "people")


def _trim(page: Page, start: int, end: int) -> tuple[int, int]:
    """Without titles, honorifics, demonyms and a possessive "'s" that the tagger took into the name."""
    while start < end - 1 and (_names_person(page, start) or page.low[start] in ("the", "-", '"', "“", "former")):
        start += 1
    while start < end and page.pos[end - 1] in ("PART", "PUNCT", "SPACE"):
        end -= 1
    if end - start > 1 and _names_person(page, end - 1) and page.low[end - 1] == page.text[end - 1]:
        end -= 1
    return start, end


def _is_person(page: Page, start: int, end: int, taken: dict[int, Hit]) -> bool:
    hit = taken.get(start)
    if not page.text[end - 1][:1].isalpha() or (end - start == 1 and not page.text[start][:1].isupper()):
        return False
    if hit is None or (hit.start, hit.end) != (start, end):
        return end - start > 1 or hit is None or isinstance(hit.entries[0].record, Leader)
    return hit.of_kind(*NOT_PERSON) is None or isinstance(hit.entries[0].record, Leader)


def _grow(page: Page, start: int, end: int, taken: dict[int, Hit]) -> int:
    """The end of a name, with what the tagger cut off: "Salim al" + "-" + "Harthy", further flat parts."""
    size = len(page)
    while end < size and end not in taken and page.sent[end] == page.sent[start]:
        capital = end + 1 < size and page.text[end + 1][:1].isupper() and page.sent[end + 1] == page.sent[start]
        glued = page.text[end] == "-" and not page.doc[end - 1].whitespace_ and not page.doc[end].whitespace_
        if capital and (glued or page.low[end] in NAME_JOINS):
            end += 2
        elif page.dep[end] in FLAT and start <= page.head[end] < end and page.pos[end] == "PROPN":
            end += 1
        else:
            break
    return end


def _head(page: Page, start: int, end: int) -> int:
    for i in range(start, end):
        if not start <= page.head[i] < end or page.head[i] == i:
            return i
    return start


def _same(page: Page, persons: list[Person], naming: Naming, parts: tuple[str, ...]) -> Person | None:
    """The known person that this naming fits best: surname before given name, then gender, then the nearest before."""
    best: tuple[int, ...] | None = None
    chosen = None
    gender = _title_gender(page, naming)
    for person in persons:
        fit = _fit(parts, person.parts)
        if not fit:
            continue
        known = person.gender or person.told or _given_gender(person)
        if (gender and known and gender != known) or _other_crown(page, person, naming):
            continue
        before = bisect_left(person.starts, naming.start)
        if fit == 2 and len(parts) == 1 and not before and _other_title(page, person, naming):
            continue  # "Mullah Omar" is not the President Omar Hassan who is named further down
        rank = (fit, int(bool(gender) and gender == known), person.starts[before - 1] if before else -1)
        if best is None or rank > best:
            best, chosen = rank, person
    return chosen


def _other_crown(page: Page, person: Person, naming: Naming) -> bool:
    """Whether a royal title belongs to somebody else: "King Hussein" is not the president of that name."""
    title = page.lemma[naming.title] if naming.title is not None else ""
    return title in ROYAL and bool(person.titles) and person.titles.isdisjoint(ROYAL)


def _other_title(page: Page, person: Person, naming: Naming) -> bool:
    """Whether both have titles and none in common; "Mr" is none."""
    title = page.lemma[naming.title] if naming.title is not None else page.low[max(naming.start - 1, 0)]
    known = title in HONORIFICS or naming.title is not None
    return known and title not in PLAIN and bool(person.titles - PLAIN) and title not in person.titles


def _fit(parts: tuple[str, ...], full: tuple[str, ...]) -> int:
    """4 the same, 3 its end, 2 its beginning, 1 a part of it or the same surname after another initial, 0 no fit."""
    size = len(parts)
    if parts == full:
        return 4
    if size < len(full):
        if full[-size:] == parts:
            return 3
        if full[:size] == parts:
            return 2
        return int(any(full[i : i + size] == parts for i in range(1, len(full) - size)))
    return int(size == len(full) and size > 1 and parts[-1] == full[-1] and _initial(parts[0], full[0]))


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1)


def _title_gender(page: Page, naming: Naming) -> str:
    if naming.start and page.low[naming.start - 1] in HONORIFICS:
        return HONORIFICS[page.low[naming.start - 1]]
    role = role_at(page, naming.title) if naming.title is not None else None
    return role.gender if role else ""


def _gender(page: Page, person: Person) -> str:
    for naming in person.namings:
        if gender := _title_gender(page, naming):
            return gender
    return _given_gender(person)


def _given_gender(person: Person) -> str:
    return given_names().get(person.parts[0], "") if len(person.parts) > 1 else ""


def _identify(page: Page, person: Person, on: date | None) -> None:
    """Ties a person to the registry's leader of that name; a lone surname only to one in that office on the day."""
    entries = registry().names.get(person.name, ())
    leaders = [e.record for e in entries if isinstance(e.record, Leader)]
    if len(person.parts) == 1:
        titles = {page.lemma[n.title] for n in person.namings if n.title is not None} - ANY_OFFICE
        titles -= HONORIFICS.keys()  # "Mr" goes before any name
        leaders = [one for one in leaders if _holds(one, titles, on) and _may_be(person.gender, one.gender)]
    if leaders:
        person.leader = next((one for one in leaders if one.office_on(on)), leaders[0])
        person.gender = person.gender or person.leader.gender
        person.name = person.leader.name
        if (office := person.leader.office_on(on)) is not None:
            person.nouns.update((office.title.lower(), office.title.lower().rpartition(" ")[2]))
        elif on is not None and (past := [o for o in person.leader.offices if o.end is not None and o.end <= on]):
            title = past[-1].title.lower()
            person.nouns.update(("former", title, title.rpartition(" ")[2]))


def _may_be(said: str, known: str) -> bool:
    return not said or not known or said == known


def _holds(leader: Leader, titles: set[str], on: date | None) -> bool:
    """Whether the leader is in office on the day, in one of the offices that the titles name if there are any."""
    office = leader.office_on(on)
    if office is not None and not titles and office.title.lower() in ROYAL:
        return False  # a lone given name without "King" is somebody else's
    return office is not None and (not titles or not titles.isdisjoint(office.title.lower().replace("-", " ").split()))
