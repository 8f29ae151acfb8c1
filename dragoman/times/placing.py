"""Found phrases laid over a Doc's tokens: which tokens each covers, its head, and the token that governs it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.times.find import UNSURE, Found
from dragoman.times.mending import Quotations, mended, quotations
from dragoman.times.named import Dated, Named, Weekday
from dragoman.times.relative import Today
from dragoman.times.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PREMODIFIER: Final = frozenset({"nmod:poss", "compound", "amod", "nummod"})
NAMES: Final = frozenset({"PERSON", "ORG", "FAC", "LOC", "MISC", "EVENT", "NORP"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A found phrase over tokens `start:end`, with the indices of its `head` and of its `governor` (-1: none).

    `before` tells a premodifier of its noun ("Monday's raid", "a 1990 law").
    """

    found: Found
    start: int
    end: int
    head: int
    governor: int
    before: bool


def place(doc: "Doc", found: list[Found], w: Words) -> list[Placed]:
    """The phrases that the Doc's tags and names allow, with their tokens; in the order of the text."""
    starts = [t.idx for t in doc]
    tagged = bool(doc.has_annotation("TAG"))
    names = [(e.start_char, e.end_char) for e in doc.ents if e.label_ in NAMES]
    name_starts = [s for s, _ in names]
    parsed = bool(doc.has_annotation("DEP"))
    out, quoted = [], quotations(w)
    for f in found:
        start = max(bisect_right(starts, f.start) - 1, 0)
        end = max(bisect_left(starts, f.end), start + 1)
        if tagged and not _tags_allow(doc, f, start, end, w):
            continue
        if _named(f, names, name_starts, w):
            continue
        head, governor, before = _hang(doc, f, start, end, quoted) if parsed else (start, -1, False)
        out.append(Placed(f, start, end, head, governor, before))
    return out


def _tags_allow(doc: "Doc", f: Found, start: int, end: int, w: Words) -> bool:
    """No month is "May" tagged as a modal or "march" as a verb; no year is a count of the plural after it."""
    first, meaning = doc[start], f.meaning
    if f.after == f.first + 1 and w.low[f.first] in UNSURE:
        return first.tag_ not in ("MD", "VB", "VBD", "VBP", "VBZ", "JJ")
    if isinstance(meaning, Dated) and meaning.month is None and meaning.day is None and f.after == f.first + 1:
        after = doc[end] if end < len(doc) else None
        before = doc[start - 1].lower_ if start else ""
        counts = after is not None and after.tag_ in ("NNS", "JJ", "NNPS") and first.dep_ == "nummod"
        return not (counts and before not in ("the", "in", "since", "its", "their", "his", "of", "'s", "that", "this"))
    return True


def _named(f: Found, names: list[tuple[int, int]], starts: list[int], w: Words) -> bool:
    """Whether a name holds the phrase and more ("June Carter", "Sunday Herald"); years in names of events are times."""
    bare = isinstance(f.meaning, (Weekday, Named, Today)) or (isinstance(f.meaning, Dated) and f.meaning.day is None)
    if not bare or f.after > f.first + 2 or w.low[f.first].isdecimal():
        return False
    at = bisect_right(starts, f.start) - 1
    if at < 0:
        return False
    start, end = names[at]
    return start <= f.start and f.end <= end and (start, end) != (f.start, f.end) and end - start > f.end - f.start + 2


def _hang(doc: "Doc", f: Found, start: int, end: int, quoted: Quotations) -> tuple[int, int, bool]:
    """Head, governor and whether it is a premodifier. The head is the phrase's token whose own head lies outside."""
    heads = [
        t
        for t in doc[start:end]
        if not start <= t.head.i < end and t.dep_ not in ("case", "punct", "det", "cc", "mark")
    ]
    if f.hang and end < len(doc) and doc[end].head.i > end:  # "a day after it shut": the clause is what is measured
        act = doc[end].head
        over = act.head  # "after a drone strike killed him", with "after" hung on the subject
        subject = act.pos_ != "VERB" or over.i == act.i + 1  # "after fighting broke out"
        act = over if subject and over.pos_ == "VERB" and over.dep_ == "advcl" and over.i > act.i else act
        return (heads[0].i if heads else start), act.i, False
    noun = _noun_after(doc, f, start, end)
    if noun is not None:
        return (heads[0].i if heads else start), noun.i, True
    if not heads:
        roots = [t.i for t in doc[start:end] if t.head.i == t.i]
        return (roots[0] if roots else start), -1, False
    head = next((t for t in heads if t.pos_ in ("NOUN", "PROPN", "NUM")), heads[0])
    governor = head.head
    before = head.dep_ in PREMODIFIER and head.i < governor.i
    if before:
        return head.i, governor.i, before
    return head.i, (_participle(doc, f, start, governor) or mended(doc, start, end, governor, quoted)).i, before


def _participle(doc: "Doc", f: Found, start: int, governor: "Token") -> "Token | None":
    """The "shot" of "demanded payment for men shot by soldiers in May": reports date their main verb by the day."""
    meaning = f.meaning
    whole = isinstance(meaning, Dated) and meaning.day is None and (meaning.month is not None or f.relation == "in")
    if not whole or governor.pos_ != "VERB" or governor.i > start:
        return None
    for i in range(start - 1, max(start - 9, governor.i), -1):
        if doc[i].pos_ == "PUNCT" or doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD", "VB"):
            return None
        if doc[i].tag_ == "VBN" and doc[i].dep_ == "acl":
            return doc[i]
    return None


OWNERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "that", "'s"})


def _noun_after(doc: "Doc", f: Found, start: int, end: int) -> "Token | None":
    """The noun of "the July 27 ceasefire", "its October 1998 accord", whatever the tree makes of the date."""
    if not isinstance(f.meaning, Dated) or start == 0 or doc[start - 1].lower_ not in OWNERS:
        return None
    at = end
    while at < len(doc) and doc[at].pos_ in ("ADJ", "NOUN", "PROPN") and at < end + 4:
        at += 1
    last = doc[at - 1] if at > end else None
    return last if last is not None and last.pos_ == "NOUN" else None
