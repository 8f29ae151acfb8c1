"""A page -> the registry's names in it, by longest match over word pieces ("al-Qaida" is three, as spaCy cuts it)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from dragoman.actors.page import Page
from dragoman.actors.registry import Entry, NameKind, registry

PIECE: Final = re.compile(r"\w+|[^\w\s]")
LEAF: Final = ""  # no piece is empty, so this key of a trie node holds the entries that end there
SAME: Final = {"’": "'", "‘": "'", "–": "-", "‐": "-", "‑": "-"}
# Acronyms that are English words: in a line of capitals they are the words.
WORDS_IN_CAPITALS: Final = frozenset("IS WHO US AID IT ILO OAS AU ALA MAN IRA SPLIT PACE CARE START".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A registry name at the tokens `start:end`; `entries` are its meanings, those valid at the date first."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def of_kind(self, *kinds: NameKind) -> Entry | None:
        """The first entry of one of the kinds."""
        return next((entry for entry in self.entries if entry.kind in kinds), None)


@cache
def trie() -> dict[str, Any]:
    """Nested dicts from piece to piece; built once from the registry."""
    root: dict[str, Any] = {}
    for text, entries in registry().names.items():
        node = root
        for piece in PIECE.findall(text):
            node = node.setdefault(SAME.get(piece, piece), {})
        node[LEAF] = entries
    return root


def find(page: Page, on: date | None) -> list[Hit]:
    """All names, left to right, longest first, without overlap; tokens in `page.skip` are passed over."""
    pieces, owner = _pieces(page)
    capitals = _capital_sentences(page)
    hits, at = [], 0
    while at < len(pieces):
        found = None if page.skip[owner[at]] else _longest(pieces, at)
        if (
            found is None
            or not _whole(pieces, owner, at, found[0])
            or _mere_word(page, pieces[at], owner[at], capitals)
        ):
            at += 1
            continue
        length, entries = found
        start, end = owner[at], owner[at + length - 1] + 1
        hits.append(Hit(start, end, _sorted(entries, on)))
        at += length
    return hits


def _pieces(page: Page) -> tuple[list[str], list[int]]:
    pieces: list[str] = []
    owner: list[int] = []
    for i, text in enumerate(page.text):
        if text.isalnum():
            pieces.append(text)
            owner.append(i)
            continue
        for piece in PIECE.findall(text):
            pieces.append(SAME.get(piece, piece))
            owner.append(i)
    return pieces, owner


def _longest(pieces: list[str], at: int) -> tuple[int, tuple[Entry, ...]] | None:
    node, best, i = trie(), None, at
    while i < len(pieces):
        piece = pieces[i]
        after = node.get(piece)
        if after is None and len(piece) > 3 and piece.isupper():
            after = node.get(piece.title())  # headlines in capitals
        if after is None:
            break
        node, i = after, i + 1
        if LEAF in node:
            best = (i - at, node[LEAF])
    return best


def _mere_word(page: Page, word: str, i: int, capitals: set[int]) -> bool:
    """An acronym in a line of capitals that is the word there ("WHO IS WHO")."""
    return word in WORDS_IN_CAPITALS and page.sent[i] in capitals


def _whole(pieces: list[str], owner: list[int], at: int, length: int) -> bool:
    """Whether the pieces are no part of a longer word of the tokens they stand in."""
    first, last = owner[at], owner[at + length - 1]
    after_ok = at + length >= len(pieces) or owner[at + length] != last or not pieces[at + length].isalnum()
    before_ok = at == 0 or owner[at - 1] != first or not pieces[at - 1].isalnum()
    return after_ok and before_ok


def _capital_sentences(page: Page) -> set[int]:
    out = set()
    for n, (start, end) in enumerate(zip(page.starts, page.ends, strict=True)):
        words = [t for t in page.text[start:end] if t.isalpha() and len(t) > 1]
        if len(words) > 2 and sum(w.isupper() for w in words) > 0.7 * len(words):
            out.add(n)
    return out


def _sorted(entries: tuple[Entry, ...], on: date | None) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: not entry.on(on))) if len(entries) > 1 else entries


def inside(hits: list[Hit], start: int, end: int) -> Iterator[Hit]:
    """The hits that lie in the tokens `start:end`."""
    return (hit for hit in hits if start <= hit.start and hit.end <= end)
