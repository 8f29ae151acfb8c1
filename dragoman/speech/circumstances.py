"""Takes a cue in its tree, gives what stands around it: to whom it was said, and where (a letter, the radio)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dragoman.speech.anchors import SPEAKING, anchors, outside
from dragoman.speech.attribution import Attribution
from dragoman.speech.content import Range
from dragoman.speech.sources import is_passive, subject
from dragoman.speech.tree import Tree
from dragoman.speech.venues import placed, told

# Verbs whose object is the one spoken to, by their first letters: the object of the others is what is said.
TELLING: Final = tuple(
    (
        "tell told ask urg inform remind assur reassur warn caution advis beg implor notif want promis threat brief "
        "address interview implor plead instruct order command invit encourag press challeng convinc persuad entreat "
        "exhort admonish counsel direct request question"
    ).split()
)
# Prepositions that lead to the hearer, each with the first letters of the verbs after which it does ("" after any).
TO_WHOM: Final = {
    "to": ("",),
    "on": ("call", "prevail"),
    "upon": ("call", "prevail"),
    "with": ("plead", "talk", "speak", "spoke", "insist", "intercede", "remonstrat"),
    "before": ("speak", "spoke", "testif", "appear"),
    "of": ("demand", "ask", "request"),
    "from": ("demand",),
    "at": ("shout", "yell"),
}
ADDRESSING: Final = frozenset({"to", "with", "before"})
NAMES: Final = frozenset({"PROPN", "NOUN", "PRON", "NUM", "DET"})
PIECES: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})
STOPS: Final = frozenset({",", ";", ":", "(", ")", "--", "-", "who", "which", "where", "when", "as", "while", "that"})
LOOSE: Final = frozenset({"ADP", "VERB", "AUX", "ADV", "SCONJ", "CCONJ", "DET"})
LONG: Final = 12  # words of a venue
# "in answer to a question", "said to applause": no hearer.
THINGS: Final = frozenset(
    "question questions applause cheers laughter query queries effect contrary end point surprise dismay".split()
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The head of the phrase that names the hearer, the tokens of the venue, the words they hang on."""

    addressee: int | None = None
    venue: Range | None = None
    anchors: tuple[int, ...] = ()


def of(tree: Tree, a: Attribution) -> Circumstances:
    """What stands around the cue of `a`; nothing for a quotation that goes on and for turns of a transcript."""
    around = anchors(tree, a)
    if not around:
        return Circumstances()
    to = None if a.rule == "according" else _addressee(tree, a, around)
    return Circumstances(to, _venue(tree, a, around), around)


def _addressee(tree: Tree, a: Attribution, around: tuple[int, ...]) -> int | None:
    """Told X, said to X, speaking to X, in a letter to X, called on X; X were told."""
    for at in around:
        for k in (*_objects(tree, at, a.speaker), *_after_preposition(tree, at), *_of_document(tree, at)):
            if k != a.speaker and outside(tree, a, k) and tree.low[k] not in THINGS:
                return k
    return None


def _objects(tree: Tree, at: int, speaker: int | None) -> list[int]:
    if not tree.low[at].startswith(TELLING) or tree.pos[at] not in ("VERB", "AUX"):
        return []
    if is_passive(tree, at):
        heard = subject(tree, at, passive=True)
        return [heard] if heard is not None and heard != speaker and tree.low[at].startswith(("tell", "told")) else []
    found = [k for k in tree.having(at, "iobj", "obj") if k > at and tree.pos[k] in NAMES]
    if not found and tree.low[at].startswith(("tell", "told")) and at + 1 < tree.n and tree.pos[at + 1] in PIECES:
        return [_end_of_name(tree, at + 1)]
    return sorted(found, key=lambda k: tree.dep[k] != "iobj")


def _after_preposition(tree: Tree, at: int) -> list[int]:
    out = []
    for k in tree.having(at, "obl", "nmod"):
        mark = tree.introducer(k)
        word = tree.low[mark] if mark is not None else ""
        stems = TO_WHOM.get(word)
        if stems is not None and tree.pos[k] in NAMES and tree.low[at].startswith(stems):
            out.append(k)
    return out


def _of_document(tree: Tree, at: int) -> list[int]:
    """The hearer of the document or talk that a verb names: "in an interview with X", "at a meeting with X"."""
    documents = [k for k in tree.having(at, "obl", "obj", "nmod") if tree.low[k] in placed()]
    out = []
    for k in documents:
        for j in tree.having(k, "nmod", "obl"):
            mark = tree.introducer(j)
            if mark is not None and tree.low[mark] in ADDRESSING and j > k:
                out.append(j)
        if k + 2 < tree.n and tree.low[k + 1] in ADDRESSING:
            out.append(_end_of_name(tree, k + 2))
    return out


def _end_of_name(tree: Tree, first: int) -> int:
    """The head of the phrase that begins at `first`, whatever the parser hung it on."""
    last = first
    while last + 1 < tree.n and last - first < LONG and (tree.pos[last + 1] in PIECES or tree.low[last + 1] == "-"):
        last += 1
    inside = range(first, last + 1)
    tops = [j for j in inside if tree.head[j] not in inside and tree.pos[j] in NAMES and tree.pos[j] != "DET"]
    return tops[0] if tops else last


def _venue(tree: Tree, a: Attribution, around: tuple[int, ...]) -> Range | None:
    nouns, prepositions = placed(), frozenset().union(*placed().values())
    for at in around:
        mark = tree.introducer(at) if tree.pos[at] == "NOUN" else None
        if mark is not None and tree.low[mark] in nouns.get(tree.low[at], ()):
            return _cut(tree, a, mark + 1, at)  # the cue is the noun: "said in a statement that"
        best = None
        for k in tree.having(at, "obl", "obj", "iobj", "nmod"):
            mark = tree.introducer(k)
            low = tree.low[k]
            if not outside(tree, a, k) or low not in nouns:
                continue
            if mark is not None and mark < k and tree.low[mark] in nouns[low]:
                return _cut(tree, a, mark + 1, k)
            if mark is None and low in told() and tree.low[at].startswith(TELLING):
                best = best or _cut(tree, a, tree.first[k], k)
        if best is not None:
            return best
    return _by_place(tree, a, around[0], nouns, prepositions)


def _by_place(
    tree: Tree, a: Attribution, verb: int, nouns: dict[str, frozenset[str]], prepositions: frozenset[str]
) -> Range | None:
    """The venue right after the cue, or at the front of its sentence, whatever the parser hung it on."""
    begin, end = tree.sentence(verb)
    front = next((j for j in range(begin, verb) if tree.pos[j] not in ("PUNCT", "SPACE")), verb)
    for start, stop in ((verb + 1, min(end, verb + LONG)), (front, min(front + 1, verb))):
        for j in range(start, stop):
            if not outside(tree, a, j) or tree.low[j] in STOPS or tree.tag[j] in ("VBD", "VBZ", "VBP", "MD"):
                break
            if tree.low[j] not in prepositions:
                continue
            k = j + 1
            while k < end and _in_phrase(tree, k) and k - j < LONG:
                k += 1
            k -= 1
            while k > j and tree.low[k] not in nouns:
                k -= 1
            if k > j and tree.low[j] in nouns[tree.low[k]] and outside(tree, a, k):
                return _cut(tree, a, j + 1, k)
    return None


def _cut(tree: Tree, a: Attribution, first: int, k: int) -> Range:
    """The phrase of the venue noun `k` from `first` on, up to a comma, a relative clause, the cue or the content."""
    last = k
    limit = min(max(tree.last[k], k), k + LONG)
    barred = {t for t in (a.verb, a.speaker) if t is not None and t != k}
    while last < limit:
        j = last + 1
        if j in barred or _stops(tree, j) or not outside(tree, a, j) or tree.tag[j] in ("``", "''"):
            break
        last = j
    return min(first, k), last


def _in_phrase(tree: Tree, k: int) -> bool:
    """Whether token `k` may stand in a plain noun phrase: "a televised speech"."""
    participle = tree.tag[k] in ("VBN", "VBG") and tree.dep[k] in ("amod", "compound")
    return (tree.pos[k] in PIECES or participle) and not _stops(tree, k)


def _stops(tree: Tree, j: int) -> bool:
    """Whether a phrase ends before token `j`; a hyphen inside a name ("al-Manar") does not end it."""
    inner = tree.low[j] == "-" and 0 < j < tree.n - 1 and tree.end[j - 1] == tree.start[j]
    return tree.low[j] in STOPS and not inner


def words(tree: Tree, venue: Range, timed: Callable[[int], bool]) -> str:
    """The words of a venue without its time: of "a statement issued late on Tuesday", "a statement"."""
    a, b = venue
    cut = next((j for j in range(a + 1, b + 1) if timed(j) and tree.pos[j - 1] in ("ADP", "VERB", "ADV", "NOUN")), None)
    noun = next((j for j in range(a, b + 1) if tree.low[j] in placed()), a)
    if cut is not None and cut > noun:
        b = cut - 1
        while b > noun and tree.pos[b] in LOOSE:
            b -= 1
    start, end = tree.span(a, b)
    return " ".join(tree.text[start:end].split()).strip(' ,;"“”')


def speaks(tree: Tree, i: int) -> bool:
    """Whether token `i` is a verb of SPEAKING, which has a time of its own."""
    return tree.low[i] in SPEAKING
