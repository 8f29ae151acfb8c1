"""Arcs of a parse that cannot be right for a time phrase, mended: to the token that the phrase belongs to."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.times.words import PARAGRAPH, Words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BARRIERS: Final = frozenset({",", ".", ";", "--", "\u2013", "\u2014", ")"})
OPENERS: Final = frozenset({"\u201c", "\u00ab", "\u201e"})
CLOSERS: Final = frozenset({"\u201d", "\u00bb"})
WHOLE: Final = 6  # words from which a quotation is speech of its own and not a word or two in marks


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text by their marks: `starts` and `ends` in characters, `long` those that are speech."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    long: tuple[bool, ...]

    def at(self, char: int) -> int | None:
        """The number of the long quotation that holds a character; None outside all."""
        found = bisect_right(self.starts, char) - 1
        return found if found >= 0 and char < self.ends[found] and self.long[found] else None


def quotations(w: Words) -> Quotations:
    """The quotations of a text. Straight marks open and close in turn; a paragraph that ends closes all."""
    spans: list[tuple[int, int, bool]] = []
    opened = -1
    for i in range(w.size):
        low = w.low[i]
        if low == PARAGRAPH:
            if opened >= 0:
                spans.append((w.start[opened], w.start[i], i - opened > WHOLE))
            opened = -1
        elif low == '"' or low in OPENERS or low in CLOSERS:
            if opened >= 0 and low not in OPENERS:
                spans.append((w.start[opened], w.end[i], i - opened > WHOLE))
                opened = -1
            elif low not in CLOSERS and opened < 0:
                opened = i
    if opened >= 0:
        spans.append((w.start[opened], len(w.text), w.size - opened > WHOLE))
    return Quotations(tuple(s for s, _, _ in spans), tuple(e for _, e, _ in spans), tuple(x for _, _, x in spans))


def mended(doc: "Doc", start: int, end: int, governor: "Token", quoted: Quotations) -> "Token":
    """The token that the phrase `start:end` belongs to where its arc cannot be right, else its governor.

    Wrong arcs: out of a quotation or into one; from before "to" or "that" to the verb after it ("refused on Friday to
    withdraw"); from right behind one verb to another on the right; over a comma to the right, out of the clause; those
    that cross others; and from behind a "he said" to the words said before it.
    """
    first = start
    while first > 0 and doc[first - 1].pos_ == "ADP" and first > start - 3:
        first -= 1
    if first == 0:
        return governor
    left = doc[first - 1]
    inside = quoted.at(doc[start].idx)
    if inside != quoted.at(governor.idx):
        return _same_side(doc, first, inside, quoted) or governor
    mark = next((c for c in governor.children if c.dep_ == "mark" and end <= c.i < governor.i), None)
    if mark is None and governor.tag_ == "VBG":  # "accused Mali on Friday of holding ...", with "of" as a case
        mark = next((c for c in governor.children if c.dep_ == "case" and c.i == end), None)
    opens = left.is_punct or left.is_space or left.dep_ in ("cc", "mark")
    if mark is not None and governor.head.i < first and governor.head.i != governor.i and not opens:
        return governor.head
    if opens:
        return governor
    if left.pos_ == "VERB" and governor.i >= end:
        return left
    host = _host(left, first)
    if host is None or host.i == governor.i or quoted.at(host.idx) != inside:
        return governor
    if governor.i >= end and any(t.text in BARRIERS for t in doc[end : governor.i]):
        return host
    said = host.dep_ == "parataxis" and governor.i < host.i
    return host if said or crosses(doc, start, governor.i) else governor


def _same_side(doc: "Doc", first: int, inside: int | None, quoted: Quotations) -> "Token | None":
    """The nearest verb on the left, then on the right, on the same side of the quotation marks, in the sentence."""
    for order in (range(first - 1, max(first - 15, -1), -1), range(first + 1, min(len(doc), first + 15))):
        for i in order:
            if (i < first and doc[i + 1].is_sent_start) or (i > first and doc[i].is_sent_start):
                break
            if doc[i].pos_ == "VERB" and quoted.at(doc[i].idx) == inside:
                return doc[i]
    return None


def _host(left: "Token", first: int) -> "Token | None":
    """The nearest verb on the left that the word before the phrase belongs to; else that word's noun."""
    at, noun = left, left
    for _ in range(8):
        if at.pos_ == "VERB" and at.i < first:
            return at
        if at.pos_ in ("NOUN", "PROPN") and at.i < first:
            noun = at if noun is left else noun
        if at.head.i == at.i or at.head.i >= first:
            break
        at = at.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def crosses(doc: "Doc", one: int, other: int) -> bool:
    """Whether a word between the two has its head beyond them, or is the root."""
    low, high = min(one, other), max(one, other)
    if high - low > 60:
        return False
    between = doc[low + 1 : high]
    return any((not low <= t.head.i <= high or t.head.i == t.i) and t.dep_ not in ("punct", "dep") for t in between)


def clause_head(token: "Token") -> "Token":
    """The token whose clause it is: the verb above a noun, the content verb of an auxiliary; the root at the latest."""
    for _ in range(12):
        if token.head.i == token.i or (token.pos_ == "VERB" and token.dep_ not in ("amod", "compound", "fixed")):
            return token
        if token.dep_ in ("acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "conj") and has_subject(
            token
        ):
            return token
        token = token.head
    return token


def clause_of(doc: "Doc", token: "Token") -> "Token":
    """As `clause_head`, but a noun whose way up crosses the root is of the nearest verb on its left."""
    head = clause_head(token)
    if head.i < token.i and head.i != token.i and crosses(doc, head.i, token.i):
        for i in range(token.i - 1, head.i, -1):
            if doc[i].pos_ == "VERB":
                return doc[i]
    return head


def has_subject(token: "Token") -> bool:
    """Whether the token has a subject of its own."""
    return any(c.dep_.startswith(("nsubj", "csubj", "expl")) for c in token.children)
