"""A page -> organisations that no registry lists: entities of the tagger, and names with their acronym in brackets."""

from dataclasses import dataclass
from typing import Final

from dragoman.actors.mentions_names import Hit
from dragoman.actors.mentions_titles import HONORIFICS, role_at
from dragoman.actors.page import Page

LINKING: Final = frozenset(
    ("of", "for", "and", "the", "in", "on", "de", "du", "la", "-", "'s", "’s", "&", "del", "des")
)
# Last words of newspapers' names, as they are written.
PAPERS: Final = frozenset(
    """Times Post Herald Gazette Tribune Star Guardian Standard Mail Observer Chronicle Telegraph Journal Monitor Mirror
    Inquirer Express Independent Courier Dispatch Examiner Echo Bulletin Globe Sun Argus Advertiser Review Weekly Daily
    News Today""".split()
)
# Those of them that no club or train bears: they name a paper without "the", too.
PLAIN_PAPERS: Final = frozenset(
    "Times Post Herald Gazette Tribune Guardian Mail Chronicle Telegraph Journal Weekly Daily News".split()
)
# Nouns right before a name that say what bears it.
FIRMS: Final = frozenset(
    """company firm airline carrier bank insurer carmaker automaker conglomerate broadcaster newspaper daily weekly
    magazine website retailer manufacturer steelmaker brewer miner operator shipbuilder supplier contractor utility
    """.split()
)


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name of the report's own at tokens `start:end`; `full` its long form, `acronym` whether this is the short."""

    start: int
    end: int
    full: str
    acronym: bool = False


def find(page: Page, hits: list[Hit], persons: set[int]) -> list[OwnName]:
    """All of them, left to right. Tokens in `persons` belong to persons; registry names are left alone."""
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    defined, spans = _definitions(page, hits)
    found: dict[int, OwnName] = {}
    used: set[int] = set(persons)
    for start, end in sorted(spans):
        if used.isdisjoint(range(start, end)) and not taken.issuperset(range(start, end)):
            found[start] = OwnName(start, end, page.words(start, end))
            used.update(range(start, end))
    known = {page.words(hit.start, hit.end) for hit in hits}
    for i, word in enumerate(page.text):
        own = i not in taken or (word in defined and defined[word] not in known)  # the report's NASA may be another
        if word in defined and i not in used and own and not page.skip[i]:
            found[i] = OwnName(i, i + 1, defined[word], acronym=True)
            used.add(i)
    for start, end in _papers(page, hits):
        if used.isdisjoint(range(start, end)):
            found[start] = OwnName(start, end, page.words(start, end))
            used.update(range(start, end))
    firms = {
        page.words(e.start, e.end)
        for e in page.doc.ents
        if e.label_ in ("LOC", "ORG") and (_is_firm(page, e.end) or _is_traded(page, e.start))
    }
    for entity in page.doc.ents:
        start, end = _trim(page, entity.start, entity.end)
        tokens = range(start, end)
        firm = entity.label_ == "LOC" and page.words(entity.start, entity.end) in firms
        if (entity.label_ != "ORG" and not firm) or start >= end or not used.isdisjoint(tokens):
            continue
        if page.low[start] in HONORIFICS:
            continue
        if taken.isdisjoint(tokens) and not page.skip[start] and page.text[start][:1].isupper():
            found[start] = OwnName(start, end, page.words(start, end))
            used.update(tokens)
    told = told_bodies(page)
    for i, word in enumerate(page.text):
        if word in told and i not in used and i not in taken and not page.skip[i]:
            found[i] = OwnName(i, i + 1, word)
            used.add(i)
    firsts = {name.full.partition(" ")[0] for name in found.values() if " " in name.full}
    for entity in page.doc.ents:  # "Condor" of "Condor Air", taken for a person
        start = entity.start
        free = len(entity) == 1 and start not in used and start not in taken and not page.skip[start]
        if free and entity.label_ in ("PERSON", "MISC") and page.text[start] in firsts:
            found[start] = OwnName(start, start + 1, page.text[start])
    return _in_full([found[start] for start in sorted(found)])


def _in_full(names: list[OwnName]) -> list[OwnName]:
    """The names, those of one word as the longer name named before that begins with it ("Condor" of "Condor Air")."""
    longer: dict[str, str] = {}
    out = []
    for name in names:
        first, _, rest = name.full.partition(" ")
        if not rest and not name.acronym and first in longer:
            out.append(OwnName(name.start, name.end, longer[first], acronym=True))
            continue
        if rest:
            longer.setdefault(first, name.full)
        out.append(name)
    return out


def _is_firm(page: Page, end: int) -> bool:
    """As in "Phoenix, a Ukrainian group": whether an apposition says that the name before `end` is a body's."""
    if end + 1 >= len(page) or page.text[end] != "," or page.low[end + 1] not in ("a", "an"):
        return False
    last = end + 1
    while last + 1 < len(page) and last - end < 8 and page.pos[last + 1] in ("NOUN", "ADJ", "PROPN"):
        last += 1
    role = role_at(page, last)
    return role is not None and not role.state and (role.body or page.low[last] in ("group", "militia", "movement"))


def told_bodies(page: Page) -> set[str]:
    """Names of one word that a noun beside them calls a company or paper: "the ferry company Albatross"."""
    words = set()
    for i in range(1, len(page) - 1):
        if page.pos[i] != "PROPN" or not page.text[i][:1].isupper() or page.text[i].isupper() or page.skip[i]:
            continue
        longer = page.pos[i + 1] in ("PROPN", "PART") or page.text[i + 1] == "-" or page.pos[i - 1] == "PROPN"
        if longer:
            continue
        introduced = page.low[i - 1] in FIRMS and page.text[i - 1] == page.low[i - 1]
        begins = page.text[i - 1] == "-" or page.starts[page.sent[i]] == i
        if introduced or (begins and _is_firm(page, i + 1)):
            words.add(page.text[i])
    return words


def _is_traded(page: Page, start: int) -> bool:
    """As in "shares in Coastline": whether what one owns of the name before `start` makes it a company."""
    return start > 1 and page.low[start - 1] in ("in", "of") and page.lemma[start - 2] in ("share", "shareholder")


def _papers(page: Page, hits: list[Hit]) -> list[tuple[int, int]]:
    """Newspapers named after a place that the registry knows: "the Moscow Times", "the Kyiv Post newspaper"."""
    out = []
    for hit in hits:
        after = hit.end
        if after >= len(page) or page.text[after] not in PAPERS or page.sent[after] != page.sent[hit.start]:
            continue
        the = hit.start and page.low[hit.start - 1] == "the"
        alone = page.text[after] in PLAIN_PAPERS and not page.text[min(after + 1, len(page) - 1)][:1].isupper()
        if (the or alone) and not page.skip[hit.start]:
            out.append((hit.start, after + 1))
    return out


def _trim(page: Page, start: int, end: int) -> tuple[int, int]:
    while start < end and page.low[start] in ("the", "'s", "’s", "-", '"', "“"):
        start += 1
    while start < end and page.pos[end - 1] in ("PART", "PUNCT", "SPACE"):
        end -= 1
    return start, end


def _definitions(page: Page, hits: list[Hit]) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """Acronyms in brackets after their long form ("Lake Defence Front (LDF)"): the forms, and where they stand."""
    forms: dict[str, str] = {}
    spans: list[tuple[int, int]] = []
    begins = {e.end: _trim(page, e.start, e.end)[0] for e in page.doc.ents if e.label_ == "ORG"}
    begins |= {hit.end: hit.start for hit in hits}
    for i in range(2, len(page) - 1):
        acronym = page.text[i]
        if page.text[i - 1] != "(" or page.text[i + 1] != ")" or not _is_acronym(acronym):
            continue
        start = _long_form(page, i - 1, acronym)
        if start is None:
            start = begins.get(i - 1)  # in another language: "Front for Renewal (FRN)"
        if start is None:
            start = _capitals(page, i - 1)
        if start is not None:
            forms.setdefault(acronym, page.words(start, i - 1))
            spans.append((start, i - 1))
    return forms, spans


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.isalpha() and sum(c.isupper() for c in word) >= 2


def _long_form(page: Page, end: int, acronym: str) -> int | None:
    """Where the long form before token `end` begins: the nearest start whose initials hold the acronym's letters."""
    letters = [c.lower() for c in acronym if c.isupper()]
    i, need = end - 1, len(letters)
    while i >= max(0, end - 10) and need:
        word = page.text[i]
        if word[:1].isupper():
            if word[0].lower() == letters[need - 1]:
                need -= 1
        elif page.low[i] not in LINKING:
            return None
        i -= 1
    if not need:
        return i + 1 if end - i - 1 > 1 else None
    return _run(page, end, letters[0])


def _capitals(page: Page, end: int) -> int | None:
    """The start of the run of capitalised words before token `end`, three at least and no title of a person."""
    i, start = end - 1, None
    while i >= max(0, end - 8) and (page.text[i][:1].isupper() or page.low[i] in ("of", "for", "and", "the", "de")):
        start = i if page.text[i][:1].isupper() else start
        i -= 1
    while start is not None and page.low[start] in ("the", "a", "an"):
        start += 1
    return start if start is not None and end - start >= 3 and page.label[end - 1] != "PERSON" else None


def _run(page: Page, end: int, letter: str) -> int | None:
    """The start of the capitalised words before `end` from the farthest that begins with `letter`; two at least."""
    i, start = end - 1, None
    while i >= max(0, end - 8) and (page.text[i][:1].isupper() or page.low[i] in LINKING):
        if page.text[i][:1].lower() == letter and i < end - 1:
            start = i
        i -= 1
    return start
