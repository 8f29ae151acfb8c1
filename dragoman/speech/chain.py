"""Takes an attribution in its tree, gives the links of its chain: who carries the words, whom the carrier cites."""

from dataclasses import dataclass
from typing import Final

from dragoman.speech.attribution import Attribution
from dragoman.speech.circumstances import Circumstances
from dragoman.speech.sources import QUOTING, is_passive, of_verb, quoted, subject
from dragoman.speech.tree import Tree

CITING: Final = frozenset({"citing", "quoting"})
CITED: Final = frozenset({"cited", "cites", "quoted", "quotes", "quoting", "citing"})
CARRIED: Final = frozenset(
    "carried broadcast aired quoted cited reported relayed published monitored distributed run released".split()
)
NEAR: Final = 16  # words between a cue and ", citing X"
REST: Final = frozenset({".", ";", "!", "?"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way to name a link: an id, an example that has one and one that has none."""

    id: str
    fires: str
    silent: str


PATTERNS: Final = (
    Pattern("quoted as saying", "Interfax quoted him as saying that A.", "Interfax had him saying that A."),
    Pattern("quoted by", "He was quoted by Xinhua as saying that A.", "He was heard by us saying that A."),
    Pattern("citing", "Xinhua said, citing an official, that A.", "Lima said, citing high costs, that A."),
    Pattern("carried by", "In remarks carried by Xinhua, he said that A.", "In remarks made by night, he said that A."),
)


def carrier(tree: Tree, a: Attribution, around: Circumstances) -> int | None:
    """The word that names who passes the words of `a` on: "Interfax" of "Interfax quoted him as saying"."""
    for at in around.anchors:
        if tree.low[at] not in QUOTING:
            continue
        found = _agent(tree, at, a.verb) if is_passive(tree, at) else _quoter(tree, at)
        if found is not None and found != a.speaker:
            return found
    for at in tree.kids[a.speaker] if a.speaker is not None else ():
        if tree.low[at] in CITED and tree.dep[at] in ("acl", "acl:relcl") and is_passive(tree, at):
            return _agent(tree, at, None)  # "an official, quoted by the agency, said"
    return _carried(tree, around)


def _quoter(tree: Tree, at: int) -> int | None:
    """Who quotes: the subject of "quoted", or of the "reported" before ", quoting him as saying"."""
    if tree.tag[at] != "VBG":
        return subject(tree, at)
    up = tree.head[at]
    return of_verb(tree, up) if up != at and tree.pos[up] in ("VERB", "AUX") else None


def _agent(tree: Tree, at: int, cue: int | None) -> int | None:
    """By whom somebody "was quoted (by X) as saying (by X)"."""
    saying = [k for k in tree.kids[at] if tree.tag[k] == "VBG" and k > at]
    for verb in dict.fromkeys((at, *([cue] if cue is not None else ()), *saying)):
        for k in tree.having(verb, "obl:agent", "obl", "nmod", "iobj", "obj"):
            mark = tree.introducer(k)
            word = tree.low[mark] if mark is not None else ""
            if word == "by" or (word in ("in", "on") and verb == at and tree.pos[k] in ("PROPN", "NOUN")):
                return k
    return None


def _carried(tree: Tree, around: Circumstances) -> int | None:
    """By whom the remarks or the interview were carried in which it was said."""
    if around.venue is None:
        return None
    a, b = around.venue
    for at in range(a + 1, b + 1):
        if tree.low[at] not in CARRIED or tree.tag[at] not in ("VBN", "VBD", "VB"):
            continue
        for k in tree.having(at, "obl:agent", "obl"):
            mark = tree.introducer(k)
            if mark is not None and tree.low[mark] == "by":
                return k
    return None


def cited(tree: Tree, a: Attribution) -> int | None:
    """Whom the speaker of `a` cites for it: "official" of "Xinhua said, citing an official, that"."""
    if a.speaker is None or a.verb is None or tree.low[a.verb] in CITED:
        return None
    for at in (*tree.kids[a.verb], *tree.kids[a.speaker], *_beside(tree, a.verb)):
        if at != a.verb and tree.low[at] in CITED and _by_speaker(tree, at):
            found = quoted(tree, at)
            if found is not None and found > at and not _holds(a, tree, found):
                return found
    return None


def _by_speaker(tree: Tree, at: int) -> bool:
    """Whether a "citing" is a participle ("said, citing X") or a relative clause ("which cited X") beside the cue."""
    if tree.low[at] in CITING:
        return tree.tag[at] == "VBG"
    return tree.dep[at] == "acl:relcl" and not is_passive(tree, at)


def _beside(tree: Tree, verb: int) -> list[int]:
    """The ", citing" within reach of the cue, whatever the parser hung it on."""
    begin, end = tree.sentence(verb)
    return [
        j
        for j in range(max(begin + 1, verb - NEAR), min(end, verb + NEAR))
        if tree.low[j] in CITING and tree.low[j - 1] == ","
    ]


def _holds(a: Attribution, tree: Tree, i: int) -> bool:
    return any(start <= tree.start[i] < end for start, end in a.content)
