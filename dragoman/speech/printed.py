"""Takes the quotations of a text and its tree, gives for each quotation of whole words the cue beside it.

Trees of long quoted passages are often wrong, the print seldom is: a comma before the closing mark, a colon before the
opening one, a full stop after the cue. So quotations are tied to cues by their place first and by the tree second.
"""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from dragoman.speech import sources
from dragoman.speech.cues import Cue, forms
from dragoman.speech.introduced import label
from dragoman.speech.quotations import Quotation
from dragoman.speech.scare import ground
from dragoman.speech.tree import Tree

FAR: Final = 40  # words between a quotation and its cue; titles and appositions are long, but not longer
BEGINS: Final = frozenset(".!?:,;—–-(”\"'“‘’…")
ENDS: Final = frozenset(".,!?;—–-…")
LONG: Final = 4  # tokens of a quotation that a name alone may stand before
MARKS: Final = frozenset(('"', "”", "''", "’", "'", "»", ")"))
JOINS: Final = frozenset({",", "and", "then", "but", "before"})  # between two cues of one sentence


@dataclass(frozen=True, slots=True)
class Tied:
    """A quotation with the token of its cue; None: it has no cue of its own. `place` says where the cue stands."""

    quotation: Quotation
    cue: int | None
    place: str  # "after", "before", "same" (goes on after its cue), "none"


def clausal(tree: Tree, i: int) -> Cue | None:
    """The row of the cue at token `i` if it is a verb that can govern a quotation."""
    for cue in forms().get((tree.low[i], "V"), ()):
        if (
            cue.clausal
            and tree.pos[i] not in ("NOUN", "PROPN", "ADJ")
            and (not cue.particle or tree.follows(i, cue.particle) is not None)
        ):
            return cue
    return None


def whole(tree: Tree, quotation: Quotation, paragraph_start: int) -> bool:
    """Whether a quotation is somebody's words of its own and not a name, a title or a few words inside a clause."""
    text, (a, b), (_, end) = tree.text, quotation.outer, quotation.inner
    before = a - 1
    while before >= paragraph_start and text[before].isspace():
        before -= 1
    first, last = tree.covering(quotation.inner)
    finite = any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(first, last))
    ends = text[end - 1 : end] in ENDS or text[b : b + 1] == ","
    line = "\n" in text[max(before, 0) : a]
    if before < paragraph_start or line or text[before] in ".!?:":
        return ends or last - first >= 4
    if text[before] in BEGINS:
        return (ends and text[end - 1 : end] != ".") or finite
    if last - first >= LONG and label(tree, quotation, paragraph_start) is not None:
        return True
    i = tree.token_at(a) - 1
    return i >= 0 and clausal(tree, i) is not None and (finite or ends) and last - first >= 3


def tie(tree: Tree, found: tuple[Quotation, ...], starts: dict[int, int]) -> list[Tied]:
    """Every whole quotation with its cue, in order. `starts` gives the offset where each paragraph begins."""
    speech = [q for q in found if whole(tree, q, starts.get(q.paragraph, 0)) and ground(tree, q) is None]
    out: list[Tied] = []
    latest: dict[tuple[int, int], Tied] = {}
    opens = sorted(q.outer[0] for q in speech)
    for q in speech:
        host = next((t.quotation for t in reversed(out[-8:]) if t.quotation.outer[1] >= q.outer[1]), None)
        key = (q.paragraph, host.outer[0] if host else -1)
        before = latest.get(key)
        floor = host.inner[0] if host else before.quotation.outer[1] if before else starts.get(q.paragraph, 0)
        if host and before and before.quotation.outer[1] > floor:
            floor = before.quotation.outer[1]
        k = bisect_left(opens, q.outer[1])
        stop = min(host.inner[1] if host else len(tree.text), opens[k] if k < len(opens) else len(tree.text))
        tied = _tie(tree, q, before, floor, stop)
        latest[key] = tied
        out.append(tied)
    return out


def _tie(tree: Tree, q: Quotation, before: Tied | None, floor: int, stop: int) -> Tied:
    """The cue of `q`: after it up to `stop`, else that of the quotation before, else before it down to `floor`."""
    cue = _after(tree, q, stop)
    if cue is not None:
        return Tied(q, cue, "after")
    gap, cue = tree.text[floor : q.outer[0]], _before(tree, q, floor)
    if before is not None and before.cue is not None and _goes_on(tree, before, q, gap):
        if cue is not None and cue > before.cue and _joined(tree, cue):
            return Tied(q, cue, "before")
        return Tied(q, before.cue, "same")
    return Tied(q, cue, "before") if cue is not None else Tied(q, None, "none")


def _joined(tree: Tree, cue: int) -> bool:
    """Whether a cue is the second of two: the "adding" of "A," he said, adding, "B.", the "asked" of "and asked:"."""
    at = cue - 1
    while at > 0 and (tree.pos[at] == "ADV" or tree.low[at] in MARKS):
        at -= 1
    return tree.low[at] in JOINS


def _goes_on(tree: Tree, before: Tied, q: Quotation, gap: str) -> bool:
    """Whether only the cue's own sentence stands between two quotations: "A," he said. "B."."""
    if not gap.strip() or before.place in ("before", "same"):
        return not gap.strip(" \n\t.,…-–—")
    a, b = tree.covering((before.quotation.outer[1], q.outer[0]))
    last = b - 1
    while last > a and (tree.space[last] or tree.low[last] in MARKS):
        last -= 1  # told "This Week." "B": a title ends the cue's sentence
    stops = any(tree.low[i] in (".", "!", "?") for i in range(a, last))
    return before.cue is not None and a <= before.cue < b and not stops and not gap.rstrip().endswith(":")


def _after(tree: Tree, q: Quotation, stop: int) -> int | None:
    """The cue in the words after a quotation, up to the end of their sentence or the next quotation."""
    a, b = tree.covering((q.outer[1], stop))
    b = min(b, a + FAR)
    while a < b and (tree.space[a] or tree.low[a] in (",", "-", "–", "—", "--", "*")):
        a += 1
    if a >= b:
        return None
    small = tree.low[a].isalpha() and tree.text.startswith(tree.low[a], tree.start[a])
    if tree.text[q.inner[1] - 1] == "." and not small:
        return None  # the quotation ended its sentence
    if tree.text[q.inner[1] - 1] in "!?…" and "\n" in tree.text[q.outer[1] : tree.start[a]]:
        return None  # and its line
    for i in range(a, b):
        if tree.low[i] in (".", "!", "?", ";", ":") or "\n\n" in tree.text[tree.start[i] : tree.end[i]]:
            return None
        if clausal(tree, i) is None or tree.low[i - 1] in sources.RELATIVES or tree.low[i - 1] == "to":
            continue
        if tree.tag[i] in ("VBG", "VB") and not tree.finite(i):
            continue
        if any(tree.dep[k] == "ccomp" and k > i for k in tree.kids[i]) and tree.text[q.inner[1] - 1] != ",":
            return None  # "...?" The minister said that B: the cue has a content of its own
        return i
    return None


def _before(tree: Tree, q: Quotation, floor: int) -> int | None:
    """The cue in the words before a quotation, back to the beginning of their sentence or the quotation before."""
    text, at = tree.text, q.outer[0] - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    if at < 0 or (at < floor and text[at] != ":") or text[at] in '.!?”"':
        return None
    b = tree.token_at(q.outer[0])
    a = max(b - FAR, 0) if text[at] == ":" else max(b - FAR, tree.token_at(floor))
    for i in range(b - 1, a - 1, -1):
        low = tree.low[i]
        if low in (".", "!", "?") or (tree.space[i] and i < b - 2 and "\n\n" in text[tree.start[i] : tree.end[i]]):
            return None
        if clausal(tree, i) is not None and not (tree.tag[i] == "VB" and tree.low[i - 1] == "to" and text[at] != ":"):
            return i
    return None
