"""Takes a text, gives the turns of an interview printed as a transcript: "Q. ..." and "A. ...", "SMITH: ...".

A line with a label and a colon is more often a heading, a dateline or a caption than a turn, so labels must show that
they are speakers: they ask and answer, come back, bear a role ("MAYA LOPEZ, HOST:") or are names of the same text.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.records import Span

QUESTION: Final = frozenset(
    (
        "q question interviewer host moderator reporter anchor journalist correspondent presenter questioner "
        "unidentified audience"
    ).split()
)
ANSWER: Final = frozenset({"a", "answer"})
# What stands before a colon at the beginning of a line and is nobody: headings of papers, messages and web pages.
HEADINGS: Final = frozenset(
    (
        "note notes update updated updates correction corrections clarification background context analysis opinion "
        "editorial comment comments summary subject from to cc date time place location venue photo photos picture "
        "pictures image images video watch listen read more also related see source sources credit caption copyright "
        "tags topics category author by byline published contact tel email phone fax website fact facts factbox "
        "timeline key points highlights headline headlines top story stories breaking exclusive developing alert "
        "warning advisory embargo ps nb re attn monday tuesday wednesday thursday friday saturday sunday today "
        "yesterday tomorrow score result results winner winners attendance weather markets sports sport business "
        "politics agenda schedule article chapter section part step option verdict rating claim truth example table "
        "figure data total population capital currency language religion area government economy exports imports "
        "history next previous advertisement"
    ).split()
)
CAPITALS: Final = re.compile(r"(?:Mc|Mac|O['’]|[Dd]e|[Vv]an|[Vv]on|[Aa]l-|[Dd]el|[Ll]a)?[^\Wa-z\d_]['’.\-\w]*")
# A label is one letter with a stop or colon, or up to six words, perhaps a role after a comma or in brackets, and a
# colon. Inside a line only "A:" and "Q:" count, right after the end of a sentence.
LABEL: Final = re.compile(
    r"(?:^[ \t]*[*>]{0,2}[\"“]?(?:(?P<letter>[QA])\d{0,2}[.:]|"
    r"(?P<name>[^\W\d_][\w.'’-]{0,40}(?: (?![QA]:)[^\W\d_][\w.'’-]{0,40}){0,5})"
    r"(?P<role>, [^:\n()]{1,80})?(?P<aside> ?\([^()\n]{1,120}\))?:)|(?<=[.?!] )(?P<inline>[QA]):)\*{0,2}[ \t]+(?=\S)",
    re.MULTILINE,
)
# A surname after a first name or a title, as the running text prints them.
NAMED: Final = re.compile(
    r"(?<![\w.])(?!(?:The|In|On|At|By|For|From|Of|Since|And|But|To|A|Last|Late|Early)\b)[^\W\d_a-z][\w'’-]*\.? "
    r"(?=(?P<name>[^\W\d_a-z][\w'’-]*[^\WA-Z\d_][\w'’-]*))"
)
ASIDE: Final = re.compile(r"[\"“]?[(\[][^()\[\]\n]{0,60}[)\]]\.?")  # "(LAUGHTER)"
LEAST: Final = 2  # one label alone may be a dateline or a headline
RUN: Final = 3  # paragraphs without a label that may go on with a turn


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: whose label it bears (in full if it was given in full before), where the label stands, what is said."""

    label: str
    name: Span
    content: Span
    role: str = ""

    @property
    def surname(self) -> str:
        """The last word of the label in small letters: "LIMA" and "SEN. JOAO LIMA" are one speaker."""
        return self.label.rsplit(" ", 1)[-1].casefold()

    @property
    def asks(self) -> bool:
        """Whether the label is that of somebody who asks the questions."""
        return self.label.lower().split(" ")[0] in QUESTION and not self.role


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of `text` in order, each to the end of its line; none unless at least two lines bear a speaker's label.

    A paragraph without a label between two turns goes on with the first as a turn of its own.
    """
    found = list(_labelled(text))
    counts = Counter(turn.surname for turn in found)
    if len(found) < LEAST:
        return ()
    names = _surnames(text)
    kept = _one_style([t for t in found if _speaks(t, counts, names) and not ASIDE.fullmatch(text, *t.content)])
    kept = [t for n, t in enumerate(kept) if counts[t.surname] >= LEAST or _known(t) or _beside(text, kept, n)]
    if len(kept) < LEAST or not _exchange(kept):
        return ()
    return tuple(_going_on(text, _in_full(kept), {turn.name for turn in found}))


def _labelled(text: str) -> Iterator[Turn]:
    matches = list(LABEL.finditer(text))
    for n, m in enumerate(matches):
        group = next(g for g in ("letter", "inline", "name") if m.group(g))
        stop = text.find("\n", m.end())
        end = len(text) if stop < 0 else stop
        if n + 1 < len(matches):
            end = min(end, matches[n + 1].start())
        while end > m.end() and text[end - 1].isspace():
            end -= 1
        if end > m.end():
            yield Turn(
                m.group(group), m.span(group), (m.end(), end), (m.group("role") or m.group("aside") or "").strip(", ()")
            )


def _speaks(turn: Turn, counts: Counter[str], names: frozenset[str]) -> bool:
    """Whether a label is a speaker's: a known one, or in capitals or repeated and neither heading nor sentence."""
    words = turn.label.lower().split()
    if _known(turn):
        return True
    if all(word.strip(".") in HEADINGS for word in words) or words[0] in HEADINGS:
        return False
    capitals = all(CAPITALS.fullmatch(word) and not word[1:].islower() for word in turn.label.split())
    if counts[turn.surname] >= LEAST:
        return capitals or all(word[:1].isupper() or len(word) <= len("von") for word in turn.label.split())
    return capitals and (bool(turn.role) or turn.surname in names)


def _known(turn: Turn) -> bool:
    """Whether a label says by itself that somebody asks or answers."""
    return turn.label.lower() in ANSWER or turn.label.lower().split(" ")[0] in QUESTION


def _one_style(kept: list[Turn]) -> list[Turn]:
    """The turns in capitals where there are two of those: "Lima: No talks" above them is the headline."""
    capitals = [t for t in kept if _known(t) or t.label.upper() == t.label or not t.label[2:].islower()]
    return capitals if len({t.surname for t in capitals if t.label.isupper()}) >= LEAST else kept


def _beside(text: str, kept: Sequence[Turn], n: int) -> bool:
    """Whether another turn stands in the line before or after: a dateline stands alone."""
    at = kept[n]
    before = n > 0 and "\n" not in text[kept[n - 1].content[1] : at.name[0]].strip()
    after = n + 1 < len(kept) and "\n" not in text[at.content[1] : kept[n + 1].name[0]].strip()
    return before or after


def _surnames(text: str) -> frozenset[str]:
    """The words in small letters that follow a first name or title in the text: "lima" for "Ana Lima"."""
    return frozenset(m.group("name").casefold() for m in NAMED.finditer(text))


def _exchange(kept: Sequence[Turn]) -> bool:
    """Whether two speak, or one asks and is answered; one label over and over is a list."""
    return len({turn.surname for turn in kept}) >= LEAST


def _in_full(kept: Sequence[Turn]) -> list[Turn]:
    """The same turns, "LOPEZ" as "MAYA LOPEZ" once the longer label has stood."""
    full: dict[str, str] = {}
    out = []
    for turn in kept:
        if " " in turn.label:
            full[turn.surname] = turn.label
        out.append(replace(turn, label=full.get(turn.surname, turn.label)))
    return out


def _going_on(text: str, kept: Sequence[Turn], labels: set[Span]) -> Iterator[Turn]:
    """The turns, and after each the paragraphs up to the next turn if they are few."""
    starts = sorted(a for a, _ in labels)
    for n, turn in enumerate(kept):
        yield turn
        if n + 1 == len(kept):
            return
        stop = kept[n + 1].name[0]
        if starts[bisect_left(starts, turn.content[1])] < stop:
            continue  # a heading in between
        between = [line for line in _lines(text, turn.content[1], stop) if text[line[0]] not in "([*_"]
        if len(between) <= RUN:
            yield from (replace(turn, content=line) for line in between)


def _lines(text: str, start: int, stop: int) -> Iterator[Span]:
    """The lines with words between two offsets, without the beginning of the next label's own line."""
    at = text.find("\n", start, stop)
    while at >= 0:
        end = text.find("\n", at + 1, stop)
        if end < 0:
            return
        a, b = at + 1, end
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            yield a, b
        at = end
