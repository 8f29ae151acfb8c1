"""A sentence with marks, "A<Greek police> T<boarded> R<a Maltese tanker>", to its plain text and the marked places."""

import re
from dataclasses import dataclass
from typing import Final

from dragoman.records import Span, Spans

MARK: Final = re.compile(r"([A-Za-z]?)<([^<>]*)>")
ODD: Final = re.compile(r"[<>]")
LETTERS: Final = "A for the actor, T for the trigger, R for the recipient"


class BadMark(ValueError):  # noqa: N818 - named for what was seen
    """Marks that cannot be meant; `advice` says what to write."""

    def __init__(self, seen: str, advice: str) -> None:
        super().__init__(seen, advice)
        self.seen = seen
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without marks and where they stood."""

    text: str
    trigger: Span | None
    actors: Spans
    recipients: Spans


def read(sentence: str) -> Marked:
    """The sentence without its marks.

    >>> read("A<Oman> T<seized> R<a dhow>").text
    'Oman seized a dhow'

    Raises BadMark for a letter other than A, T and R, an empty mark, a bracket left open, or two triggers.
    """
    text, at = "", 0
    found: dict[str, list[Span]] = {"A": [], "T": [], "R": []}
    for mark in MARK.finditer(sentence):
        letter, words = mark.group(1), mark.group(2)
        if letter not in found:
            raise BadMark(
                f"the mark {mark.group(0)!r} has no letter that is known", f"write {LETTERS}, as in T<boarded>"
            )
        if not words.strip():
            raise BadMark(f"the mark {mark.group(0)!r} is empty", "put the words between < and >")
        text += sentence[at : mark.start()]
        lead = len(words) - len(words.lstrip())
        found[letter].append((len(text) + lead, len(text) + len(words.rstrip())))
        text += words
        at = mark.end()
    text += sentence[at:]
    if ODD.search(text):
        raise BadMark("a < or > stands alone", "close each mark, as in T<boarded>; marks do not hold marks")
    if len(found["T"]) > 1:
        raise BadMark("two triggers are marked", "mark one act in a sentence; give the sentence twice for two acts")
    return Marked(text, found["T"][0] if found["T"] else None, tuple(found["A"]), tuple(found["R"]))
