"""Names taken for places that are none: persons, storms, diseases and words, by what the same report says of them."""

from collections import Counter
from typing import Final

from spacy.tokens import Doc

from dragoman.places.recognise_inside import nature, weight
from dragoman.places.recognise_tree import Layout
from dragoman.places.recognise_words import FEATURES, GENERIC, LOOKED_FOR_BEHIND, NEVER, STATES

# id, what springs the trap, a text where the last name is no place, one where it is. The tests read this table.
EXAMPLES: Final = (
    (
        "surname",
        "a person of that name is in the report",
        "Ann Lansing spoke first. Lansing then left the hall.",
        "Ann Moore spoke first. She then went home to stay in Lansing.",
    ),
    ("storm", "a storm's name", "Hurricane Florence came. Damage from Florence was slight.", "He is in Florence."),
    ("school", "a school's name", "Pupils of Monroe Elementary School sang. Monroe has two halls.", "He is in Monroe."),
    ("disease", "an illness", "Two died of the Marburg virus.", "Two died in Marburg."),
    (
        "firm",
        "a firm's name",
        "Bethlehem Corp. said Monday that sales fell. Bethlehem has debts.",
        "He is in Bethlehem.",
    ),
)
STORMS: Final = frozenset("hurricane typhoon cyclone storm superstorm hurricanes typhoons".split())
ILLNESS: Final = frozenset(
    "virus viruses fever disease syndrome flu influenza strain hemorrhagic haemorrhagic encephalitis vaccine".split()
)
FIRMS: Final = frozenset("corp corp. corporation inc inc. co co. company ltd ltd. plc llc l.p. s.a. ag".split())
LARGE_CITY: Final = 5.7  # weight of a town of half a million: firms are called after it, it is meant none the less
SCHOOLS: Final = frozenset("elementary middle primary grammar".split())


class Traps:
    """What one Doc says of its names; `places` are the words that it has as places."""

    def __init__(self, doc: Doc, layout: Layout) -> None:
        self.doc = doc
        self.layout = layout
        self.places: Counter[str] = Counter()
        self.surnames: Counter[str] = Counter()
        self.organisations: Counter[str] = Counter()
        self.full_names: set[str] = set()
        self.others: set[str] = set()
        for entity in doc.ents:
            if entity.label_ == "LOC":
                self.places[entity.text] += 1
                self._note(entity.start, entity.end)
            elif entity.label_ == "ORG":
                self.organisations[entity.text] += 1
            if entity.label_ in ("ORG", "FAC", "LOC") and entity.end - entity.start > 1:
                self._note_school(entity.start, entity.end)
            if entity.label_ == "ORG" and self.layout.low[entity.end - 1] in FIRMS and entity.end - entity.start > 1:
                self._note_firm(entity.start)
            if entity.label_ == "PERSON":
                self.surnames[doc[entity.end - 1].text] += 1
                self.full_names |= {doc[entity.end - 1].text} if entity.end - entity.start > 1 else set()
            elif self.layout.low[entity.start] in STORMS and entity.end - entity.start > 1:
                self.others.add(doc[entity.start + 1 : entity.end].text)

    def _note(self, start: int, end: int) -> None:
        """Storms and illnesses: their names are not places further on, either."""
        before = self.layout.low[start - 1] if start else ""
        after = self.layout.low[end] if end < len(self.doc) else ""
        if before in STORMS or after in ILLNESS or self.layout.low[start] in STORMS:
            self.others.add(self.doc[start:end].text)

    def _note_school(self, start: int, end: int) -> None:
        """Schools for children are mostly named after persons, and called by that name alone further on."""
        for k in range(start + 1, end):
            if self.layout.low[k] in SCHOOLS:
                self.others.add(self.doc[start:k].text)

    def _note_firm(self, start: int) -> None:
        """A firm is called by its first word further on, unless that is a great city's."""
        name = self.layout.text[start]
        if weight(name) < LARGE_CITY and not any(nature(name)):
            self.others.add(name)

    def _stranger(self, start: int, end: int, behind: bool) -> bool:
        """Whether nobody knows a place of this name, and the report has a person of it: "the Slepian home"."""
        owner = end < len(self.doc) and self.layout.low[end] in ("'s", "’s")
        if (behind and not owner) or weight(self.doc[start:end].text):
            return False
        last = self.layout.text[end - 1]
        return bool(self.surnames[last]) and last not in FEATURES

    def springs(self, start: int, end: int) -> bool:
        """Whether the name at the tokens `start:end` is no place here."""
        text = self.doc[start:end].text
        before = self.layout.low[start - 1] if start else ""
        after = self.layout.low[end] if end < len(self.doc) else ""
        if text.lower() in NEVER or text.startswith(("U.N.-", "UN-")) or (text.isupper() and len(text) == 1):
            return True
        if before in STORMS or after in ILLNESS:
            return True
        behind = before in LOOKED_FOR_BEHIND or (after == "," and self._state(end + 1))
        if text in self.others:
            return not behind or self.doc[start - 1 : end].text.lower().startswith("from")
        if any(nature(text)):
            return False
        generic = all(low in GENERIC for low in self.layout.low[start:end])
        if (generic and not weight(text)) or self._stranger(start, end, behind):
            return True
        if end - start == 1 and self.surnames[text] + (text in self.full_names) > self.places[text]:
            return not behind
        return False

    def _state(self, i: int) -> bool:
        """Whether token `i` begins what a town's name is followed by: "Jackson, Miss.", "Jackson, Mississippi"."""
        return i < len(self.doc) and (self.layout.text[i] in STATES or self.doc[i].ent_type_ == "LOC")
