"""A text with the places of searched words to the stretch of it that shows them best."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.records import Span

LONG: Final = 240  # characters of a snippet: two lines of a terminal
_BEFORE: Final = 60  # characters of it before the first hit
OPEN, CLOSE = "\ue000", "\ue001"  # marks that the database sets around hits; no report should hold them


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a report's text with one blank for any run of white space, and "…" where it was cut.

    `hits` are spans of `text`.
    """

    text: str
    hits: tuple[Span, ...] = ()

    def marked(self, before: str = "**", after: str = "**") -> str:
        """The text with marks around the hits."""
        found, at = [], 0
        for start, end in self.hits:
            found += [self.text[at:start], before, self.text[start:end], after]
            at = end
        return "".join([*found, self.text[at:]])


def hits_of(text: str, marked: str | None, plain: Iterable[str]) -> tuple[Span, ...]:
    """The spans of hits in `text`, read from the same text with marks (OPEN, CLOSE).

    Where the two are not the same but for the marks (PostgreSQL leaves out tags), they are the words that begin as one
    of `plain`, in small letters, does.
    """
    if marked is None or marked.replace(OPEN, "").replace(CLOSE, "") != text:
        return _plain(text, plain)
    found, at, start = [], 0, 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", marked):
        if piece == OPEN:
            start = at
        elif piece == CLOSE:
            found.append((start, at))
        else:
            at += len(piece)
    return tuple(found)


def _plain(text: str, plain: Iterable[str]) -> tuple[Span, ...]:
    words = "|".join(re.escape(word) for word in sorted(plain, key=lambda word: (-len(word), word)))
    return tuple(found.span() for found in re.finditer(rf"\b(?:{words})\w*", text, re.IGNORECASE)) if words else ()


def snippet(text: str, hits: Sequence[Span], *, long: int = LONG) -> Snippet:
    """About `long` characters of `text` with the most different hits, the first such; for no hits its beginning."""
    first = _best(text, hits, long)
    start = _word_start(text, hits[first][0] - _BEFORE) if hits else 0
    end = _word_end(text, start + long)
    if hits:
        end = max(end, hits[first][1])
    head, tail = "…" if start else "", "…" if end < len(text.rstrip()) else ""
    cut = text[start:end].rstrip()
    shown = tuple(
        (len(head) + len(_blanks(cut[: a - start])), len(head) + len(_blanks(cut[: b - start])))
        for a, b in hits
        if a >= start and b <= start + len(cut)
    )
    return Snippet(f"{head}{_blanks(cut)}{tail}", shown)


def _blanks(text: str) -> str:
    """The text with one blank for each run of blanks and line ends."""
    return re.sub(r"\s+", " ", text)


def _best(text: str, hits: Sequence[Span], long: int) -> int:
    """The number of the hit to begin with."""
    best, most = 0, (0, 0)
    for n, (start, _) in enumerate(hits):
        inside = [text[a:b].casefold() for a, b in hits[n:] if b <= start + long - _BEFORE]
        score = (len(set(inside)), len(inside))
        if score > most:
            best, most = n, score
    return best


def _word_start(text: str, at: int) -> int:
    """The beginning of the first word from `at` on, or of the text or of a paragraph between it and `at` + 60."""
    if at <= 0:
        return 0
    paragraph = text.rfind("\n", at, at + _BEFORE)
    if paragraph >= 0:
        return paragraph + 1
    blank = text.find(" ", at, at + _BEFORE)
    return blank + 1 if blank >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    blank = text.rfind(" ", at - _BEFORE, at)
    return blank if blank >= 0 else at
