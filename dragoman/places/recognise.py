"""A parsed report -> the place names in it, each with its span, the name to look up and how it is used.

Names come from the language layer's entities: places as they stand, peoples as adjectives, the places inside names of
organisations, and facilities by the place that they are named for; and from names in capitals behind "in" or "near"
that it took for nothing. Spans are those of gazetteers: without article, "northern" and "'s"; "Paris, Texas" is two.
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span

from dragoman.places.recognise_inside import (
    DIVISIONS,
    division,
    inside,
    known,
    may_be_river,
    named_for,
    nature,
    weight,
)
from dragoman.places.recognise_roles import acts
from dragoman.places.recognise_traps import Traps
from dragoman.places.recognise_tree import Layout, lay_out
from dragoman.places.recognise_words import (
    BEFORE,
    BEFORE_NAMES,
    FEATURES,
    IN_GAZETTEERS,
    JOINED,
    LOOKED_FOR_BEHIND,
    SHORT_NAMES,
    STATES,
    TOWNSPEOPLE,
    WORDS,
)
from dragoman.places.toponyms import Toponym, Use
from dragoman.records import Spans

CUTS: Final = frozenset((",", "/", ";", "(", ")", "–", "—", "|", ":"))
OWNERS: Final = frozenset(("'s", "’s"))
ENDS: Final = frozenset(("'s", "’s", "'", "’", ".", "-", '"', "”", "“", "the"))
WIDEST: Final = 4  # tokens
PARTIES: Final = frozenset("DRI")
LONGEST: Final = 5  # tokens of a name that no entity covers
SAINTS: Final = ("St.", "Ste.", "Saint", "Sainte")
LARGEST: Final = 3.0  # weight of the least town that a saint gives its name


def find(doc: Doc, boiler: Spans = (), layout: Layout | None = None) -> tuple[Toponym, ...]:
    """The place names of `doc` in the order of the text; those inside `boiler` (a dateline) are marked.

    `layout` is that of `doc` where it has been made already.
    """
    if not len(doc) or not doc.has_annotation("ENT_IOB") or not doc.has_annotation("DEP"):
        return ()
    finder = _Finder(doc, boiler, layout or lay_out(doc))
    return tuple(sorted(finder.found(), key=lambda toponym: (toponym.start, toponym.end)))


class _Finder:
    """Looks through the entities of one Doc, then through what they leave."""

    def __init__(self, doc: Doc, boiler: Spans, layout: Layout) -> None:
        self.doc = doc
        self.boiler = boiler
        self.layout = layout
        self.entities = _joined(doc)
        self.traps = Traps(doc, self.layout)
        self.owners: set[str] = set()  # places whose own bodies the report has named so far

    def found(self) -> Iterator[Toponym]:
        for start, end, label in self.entities:
            yield from self._of_entity(start, end, label)
        yield from self._missed()

    def _of_entity(self, start: int, end: int, label: str) -> Iterator[Toponym]:
        if label in ("LOC", "FAC"):
            for piece in self._pieces(start, end):
                if not self.traps.springs(*piece):
                    yield self._toponym(*piece, None, self._joined_at(*piece))
        elif end - start == 1 and (whole := self._prefixed(start, end)):
            yield self._toponym(*whole, None)
        elif label == "PERSON":
            yield from self._of_person(start, end)
        elif label == "NORP" and self.layout.text[start].partition("-")[0] not in SHORT_NAMES:
            yield self._toponym(start, end, None if any(nature(self.doc[start:end].text)) else Use.ADJECTIVE)
        elif label in ("ORG", "MISC", "EVENT"):
            if label == "ORG" and self._mistaken(start, end):
                yield self._toponym(start, end, None)
                return
            for piece in inside(self.layout, start, end):
                toponym = self._toponym(*piece, Use.EMBEDDED)
                self.owners.add(toponym.name)
                yield toponym

    def _prefixed(self, start: int, end: int) -> tuple[int, int] | None:
        """The whole of a town's name of which an entity is a part: "St. [James]", "[Spanish] Town"."""
        text = self.layout.text
        if start and text[start - 1] in SAINTS and weight(self.doc[start - 1 : end].text) > LARGEST:
            return start - 1, end
        if self._next(end) in ("town", "city") and text[end][:1].isupper() and known(self.doc[start : end + 1].text):
            return start, end + 1
        return None

    def _next(self, end: int) -> str:
        return self.layout.low[end] if end < len(self.doc) else ""

    def _of_person(self, start: int, end: int) -> Iterator[Toponym]:
        """Places taken for persons: capitals and countries, one of a list of places, "R-Tenn." of a member."""
        layout = self.layout
        if layout.text[start] in PARTIES and layout.text[start + 1 : start + 2] == ["-"] and start + 2 < end:
            yield self._toponym(start + 2, end, None)
            return
        text = self.doc[start:end].text
        titled = start > 0 and layout.pos[start - 1] == "PROPN"  # "Mr Holland"
        if end - start >= WIDEST or text in self.traps.full_names or titled:
            return
        if any(nature(text)) or (weight(text) and self._townlike(start, end, text)):
            yield self._toponym(start, end, None)

    def _townlike(self, start: int, end: int, text: str) -> bool:
        """Whether a lone name is in a list of places, its people are spoken of, or a body of the report bears it."""
        if text in self.owners:
            return True
        if self.traps.surnames[text] > 1:
            return False
        article = start > 0 and self.layout.low[start - 1] in ("a", "an", "the", "two", "three", "of")
        return self._listed(start, end) or (article and self._next(end) in TOWNSPEOPLE)

    def _listed(self, start: int, end: int) -> bool:
        """Whether a name stands in a list after a place: "from Segou, Mopti and Gao"."""
        layout, doc = self.layout, self.doc
        head = layout.top(start, end)
        near = start > 1 and layout.text[start - 1] in (",", "and") and doc[start - 2].ent_type_ in ("LOC", "PERSON")
        return near and layout.dep[head] == "conj" and doc[layout.head[head]].ent_type_ == "LOC"

    def _joined_at(self, start: int, end: int) -> int | None:
        """How many characters of "Calif.-based" are the place's; None for all."""
        before, hyphen, after = self.layout.text[end - 1].rpartition("-")
        return len(before) if hyphen and before and end - start == 1 and after in JOINED else None

    def _mistaken(self, start: int, end: int) -> bool:
        """Whether what was taken for an organisation is a place: "in Clarinda", "the DRC", a state's own name."""
        text = self.doc[start:end].text
        if any(nature(text)) and len(text) > 1:
            return True
        if end - start > 1 and self.layout.low[end - 1] in DIVISIONS:
            return bool(weight(text))
        if self.layout.low[end - 1] in WORDS or text.isupper() or not weight(text):
            return False
        if self.traps.places[text] > self.traps.organisations[text] or self._next(end) in TOWNSPEOPLE:
            return True
        before = self.layout.low[start - 1] if start else ""
        return before in LOOKED_FOR_BEHIND or (before == "at" and known(text))

    def _missed(self) -> Iterator[Toponym]:
        """Names that no entity covers: states behind a town, countries' short names, names behind "in" or "near"."""
        layout = self.layout
        taken = {k for start, end, _ in self.entities for k in range(start, end)}
        for i, text in enumerate(layout.text):
            if not text[:1].isupper():
                continue
            short = text.partition("-")[0]  # "U.S.-led"
            if short in SHORT_NAMES and (i not in taken or short != text) and not self._in_capitals(i):
                yield self._toponym(i, i + 1, None if short == text else Use.MODIFIER, len(short))
            elif i in taken:
                continue
            elif text in STATES and self._after_town(i):
                yield self._toponym(i, i + 1, Use.LITERAL)
            elif layout.pos[i] == "PROPN" and (end := self._name_at(i, taken)):
                yield self._toponym(i, end, None)

    def _in_capitals(self, i: int) -> bool:
        """Whether "US" may be the pronoun of a headline, or a currency's sign."""
        before = self.layout.text[i - 1] if i else ""
        return before == "$" or (len(before) > 1 and before.isalpha() and before.isupper())

    def _name_at(self, i: int, taken: set[int]) -> int:
        """The end of a place's name that begins at token `i`, 0 if none does."""
        layout, end = self.layout, i + 1
        while end < len(layout.text) and end < i + LONGEST and layout.pos[end] == "PROPN" and end not in taken:
            end += 1
        if layout.text[i] in ("Port", *SAINTS) and (hyphened := self._hyphened(i)):
            return hyphened
        name = self.doc[i:end].text
        behind = i > 0 and layout.low[i - 1] in LOOKED_FOR_BEHIND and name.lower() not in WORDS and not name.isupper()
        meant = behind or (name in self.traps.places and not self.traps.springs(i, end))
        return end if meant and weight(name) else 0

    def _hyphened(self, i: int) -> int:
        """The end of "Port-au-Prince" or "St. Cloud", whatever the parser says of its parts; 0 if it is no town's."""
        for end in range(min(i + WIDEST + 1, len(self.doc)), i + 1, -1):
            if self.layout.text[end - 1][:1].isupper() and known(self.doc[i:end].text):
                return end
        return 0

    def _after_town(self, i: int) -> bool:
        return i > 1 and self.layout.text[i - 1] == "," and self.doc[i - 2].ent_type_ in ("LOC", "FAC", "ORG", "PERSON")

    def _toponym(self, start: int, end: int, use: Use | None, length: int | None = None) -> Toponym:
        """The toponym at the tokens `start:end`; of their words the first `length` characters, if given."""
        doc, layout = self.doc, self.layout
        text = doc[start:end].text[:length]
        span = (doc[start].idx, doc[start].idx + len(text))
        head = layout.top(start, end)
        feature = _own_feature(layout.low[start], layout.low[end - 1]) if end - start > 1 else ""
        name = " ".join(text.split())
        if feature and feature not in IN_GAZETTEERS and not known(name):
            name = named_for(layout, start, end) or name
        boiler = any(a <= span[0] < b for a, b in self.boiler)
        return Toponym(
            start, end, head, span, text, name, use or self._use(name, head, end),
            feature or self._feature(end) or self._river(start, head, name), boiler
        )  # fmt: skip

    def _river(self, start: int, head: int, name: str) -> str:
        """As "the Ohio" and "the Tay": an article before a name of towns or states only says that it is a river."""
        layout = self.layout
        modifies = layout.dep[head] in ("compound", "amod", "nmod:desc", "nmod:poss", "nmod:unmarked")
        if start == 0 or layout.low[start - 1] != "the" or " " in name or not name.isalpha() or modifies:
            return ""
        return "river" if may_be_river(name) else ""

    def _feature(self, end: int) -> str:
        """The common noun behind a name that says what it is: "Hebei province", "the Tigris river"."""
        word = self._next(end)
        return word if word in IN_GAZETTEERS else ""

    def _use(self, name: str, head: int, end: int) -> Use:
        layout = self.layout
        if layout.dep[head] in ("compound", "amod", "nmod:desc") and layout.head[head] >= end:
            return Use.MODIFIER
        country, seat = nature(name)
        governs = country or seat or division(name)
        return Use.METONYM if governs and acts(layout, head, country=country, seat=not country) else Use.LITERAL

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The names in a stretch of tokens: cut at commas and slashes, articles and directions trimmed off."""
        layout, begin = self.layout, start
        whole = self._trimmed(start, end)
        if whole is not None and known(self.doc[whole[0] : whole[1]].text):
            yield whole
            return
        small = whole is not None and weight(self.doc[whole[0] : whole[1]].text) > 0
        for k in range(start, end + 1):
            owner = k < end and not small and layout.text[k] in OWNERS and self._owner(begin, k)
            if k < end and layout.text[k] not in CUTS and not layout.text[k].isspace() and not owner:
                continue
            piece = self._trimmed(begin, k)
            if piece is not None:
                yield piece
            begin = k + 1

    def _owner(self, start: int, end: int) -> bool:
        """Whether a place owns the next: "New Jersey's Newark Airport", but not "St. Peter's Basilica"."""
        return known(self.doc[start:end].text) and not self.layout.low[start].startswith("st")

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        text = self.layout.text
        while start < end and (text[start] in BEFORE or text[start] == "The"):
            start += 1
        while start < end and text[end - 1] in ENDS:
            end -= 1
        if start >= end or not any(text[k][:1].isupper() for k in range(start, end)):
            return None
        return start, end


def _own_feature(first: str, last: str) -> str:
    """The word of a name that says what the place is: "river", "lake"."""
    if last in FEATURES:
        return last
    return first if first in BEFORE_NAMES else ""


def _joined(doc: Doc) -> list[tuple[int, int, str]]:
    """The entities as (start, end, label); "Bosnia and Herzegovina" and "Washington, D.C." are made one."""
    out: list[tuple[int, int, str]] = []
    for entity in doc.ents:
        start, end, label = entity.start, entity.end, entity.label_
        if out and label == "LOC" and out[-1][2] == "LOC" and start == out[-1][1]:
            if weight(doc[out[-1][0] : end].text):
                out[-1] = (out[-1][0], end, "LOC")
                continue
        elif out and label == "LOC" and out[-1][2] == "LOC" and start - out[-1][1] == 1:
            between = doc[out[-1][1]].lower_
            before: Span = doc[out[-1][0] : out[-1][1]]
            if (between in ("and", "of", "-") and known(doc[out[-1][0] : end].text)) or (
                between == "," and before.text == "Washington" and entity.text in ("D.C.", "DC", "D.C")
            ):
                out[-1] = (out[-1][0], end, "LOC")
                continue
        out.append((start, end, label))
    return out
