"""Takes a quotation in its tree, says why its words are nobody's speech: a title, a name, a nickname, a scare quote.

The marks look the same; what tells them apart is what stands beside them ("so-called", "the film"), capitals, the want
of a verb, and a cue at the marks, which outweighs all but the first two.
"""

from dataclasses import dataclass
from typing import Final

from dragoman.speech.cues import forms
from dragoman.speech.quotations import Quotation
from dragoman.speech.tree import Tree


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason why a quotation is no speech: an id, a sentence whose quotation is none, one whose quotation is one."""

    id: str
    drops: str
    keeps: str


GROUNDS: Final = (
    Ground(
        "named",
        'The general, nicknamed "The Fox," fled to Togo.',
        'The general named his price: "Leave the fort."',
    ),
    Ground("work", 'Her second novel, "The Salt Road," is out.', 'Her second answer, "We leave," came late.'),
    Ground("work after", '"The Salt Road," a novel by Ana Lima, is out.', '"We leave," a colonel said.'),
    Ground(
        "title",
        "On Friday the choir sang it again. “Song of the High Pass” was last.",
        "On Friday she spoke again. “We sang of the High Pass. They came.”",
    ),
    Ground("nickname", 'Carlos "Condor" Paz was freed.', 'Carlos said: "Condor will be freed."'),
    Ground("words", 'Villagers hid from the "liberators" in the hills.', 'Villagers said "they hid in the hills".'),
)

NAMING: Final = frozenset(
    (
        "so-called called named dubbed nicknamed entitled titled termed labelled labeled headlined captioned "
        "codenamed christened styled subtitled billed rebranded branded"
    ).split()
)
WORKS: Final = frozenset(
    (
        "book books novel novels film films movie movies documentary song songs album albums single series show shows "
        "sitcom play plays musical opera poem poems painting exhibition memoir memoirs autobiography biography "
        "magazine journal newspaper tabloid website blog podcast column essay article editorial programme program "
        "drama comedy thriller anthem hymn operation exercise project codename nickname alias slogan hashtag motto "
        "title headline chapter band group trilogy sequel spot ad clip video game ship vessel boat yacht trawler"
    ).split()
)
SMALL: Final = frozenset(
    "a an the of in on at to for and or but nor by with from as into over vs v is it de la le el der".split()
)
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORT: Final = 10  # words that a title may have
WORDS: Final = 3  # words inside a sentence that are a term and not speech
CLOSE: Final = 6  # tokens within which a cue is at the marks


def ground(tree: Tree, q: Quotation) -> str | None:
    """The id of the row of GROUNDS by which `q` is no speech, or None if it may be speech."""
    first, last = tree.covering(q.inner)
    words = [i for i in range(first, last) if tree.low[i][:1].isalnum()]
    if not words or len(words) > SHORT:
        return None
    front, back = _front(tree, first), _back(tree, q)
    low = tree.low[front] if front is not None else ""
    if low in NAMING or (low == "as" and front is not None and tree.low[front - 1] in ("known", "to")):
        return "named" if tree.low[_left(tree, first)] not in (":",) else None
    titled = _titled(tree, words)
    if titled and low in WORKS:
        return "work"
    if titled and _work_after(tree, back):
        return "work after"
    if cued(tree, q):
        return None
    if _nickname(tree, first, back, words):
        return "nickname"
    if titled and tree.text[q.inner[1] - 1] not in "!?." and (len(words) > 1 or front is not None):
        return "title"
    verb = any(tree.tag[i] in FINITE for i in range(first, last))
    inside = front is not None and tree.text[q.inner[1] - 1] not in "!?.,"
    return "words" if not verb and inside and len(words) <= WORDS else None


def _left(tree: Tree, first: int) -> int:
    """The last token before the opening mark that is no mark and no space."""
    at = first - 1
    while at > 0 and (tree.space[at] or tree.low[at] in ('"', "“", "''", "``", "‘", "'", "«", "„", "”")):
        at -= 1
    return max(at, 0)


def _front(tree: Tree, first: int) -> int | None:
    """The word before the opening mark in the same sentence, a comma passed over; None where a sentence begins."""
    at = _left(tree, first)
    if tree.low[at] == ",":
        at -= 1
    return at if at >= 0 and first > 0 and tree.low[at][:1].isalnum() else None


def _back(tree: Tree, q: Quotation) -> int:
    """The first token after the closing mark, a comma passed over."""
    at = tree.token_at(q.outer[1])
    while at < tree.n and (tree.space[at] or tree.low[at] == ","):
        at += 1
    return at


def _titled(tree: Tree, words: list[int]) -> bool:
    """Whether all words but small ones have a capital or are numbers."""
    heads = [i for i in words if tree.low[i] not in SMALL] or words
    text = tree.text
    return all(not text[tree.start[i]].islower() for i in (words[0], *heads)) and any(
        text[tree.start[i]].isupper() for i in heads
    )


def _work_after(tree: Tree, back: int) -> bool:
    """Whether ", a novel by" follows: an article and a work within a few words."""
    if back >= tree.n or tree.low[back] not in ("a", "an", "the", "his", "her", "their", "its"):
        return False
    for i in range(back + 1, min(back + CLOSE, tree.n)):
        if tree.tag[i] in FINITE or not tree.low[i][:1].isalnum():
            return False
        if tree.low[i] in WORKS:
            return True
    return False


def _nickname(tree: Tree, first: int, back: int, words: list[int]) -> bool:
    """Whether one or two words stand between two names with no comma: 'Carlos "Condor" Paz'."""
    if back >= tree.n or first < 2 or len(words) > 2:
        return False
    front = _left(tree, first)
    return tree.pos[front] == "PROPN" and tree.pos[back] == "PROPN" and tree.start[back] - tree.end[words[-1]] <= 2


def cued(tree: Tree, q: Quotation) -> bool:
    """Whether a cue stands at the marks: right before them or a few words after, before the sentence ends."""
    at = _left(tree, tree.token_at(q.inner[0]))
    if tree.low[at] in (",", ":"):
        if tree.low[at] == ":":
            return True
        at -= 1
    if _cue(tree, at):
        return True
    at = tree.token_at(q.outer[1])
    for i in range(at, min(at + CLOSE, tree.n)):
        if tree.low[i] in (".", "!", "?", ";") or "\n" in tree.text[tree.start[i] : tree.end[i]]:
            return False
        if _cue(tree, i):
            return True
    return False


def _cue(tree: Tree, i: int) -> bool:
    return (
        0 <= i < tree.n
        and tree.pos[i] not in ("NOUN", "PROPN", "ADJ")
        and any(cue.clausal for cue in forms().get((tree.low[i], "V"), ()))
    )
