"""Takes a text, gives the turns of an interview printed as a transcript: "Q. ..." and "A. ...", "SMITH: ..."."""

import re
from dataclasses import dataclass
from typing import Final

from dragoman.records import Span

QUESTION: Final = frozenset({"q", "question", "interviewer", "host", "moderator", "reporter", "anchor"})
ANSWER: Final = frozenset({"a", "answer"})
# A label is one letter with a stop or colon, or up to six words, perhaps something in brackets, and a colon.
LABEL: Final = re.compile(
    r"^[ \t]*[\"“]?(?:(?P<letter>[QA])[.:]|"
    r"(?P<name>[^\W\d_][\w.'’-]{0,40}(?: [^\W\d_][\w.'’-]{0,40}){0,5})(?: ?\([^()\n]{1,120}\))?:)[ \t]+(?=\S)",
    re.MULTILINE,
)
LEAST: Final = 2  # one label alone may be a dateline or a headline


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: whose label it bears, where the label stands, and the words said."""

    label: str
    name: Span
    content: Span

    @property
    def asks(self) -> bool:
        """Whether the label is that of somebody who asks the questions."""
        return self.label.lower() in QUESTION


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of `text` in order, each to the end of its line; none unless at least two lines have a label.

    A label in words counts only in capitals, or when two lines bear it: "China: no talks" is a headline.
    """
    found: list[Turn] = []
    for m in LABEL.finditer(text):
        group = "letter" if m.group("letter") else "name"
        stop = text.find("\n", m.end())
        end = len(text) if stop < 0 else stop
        while end > m.end() and text[end - 1].isspace():
            end -= 1
        found.append(Turn(m.group(group), m.span(group), (m.end(), end)))
    counts: dict[str, int] = {}
    for turn in found:
        counts[turn.label] = counts.get(turn.label, 0) + 1
    kept = [t for t in found if t.label.isupper() or t.label.lower() in QUESTION | ANSWER or counts[t.label] >= LEAST]
    return tuple(kept) if len(kept) >= LEAST else ()
