"""Takes an attribution in its tree, gives the words that its circumstances hang on: the cue, "speaking to"."""

from typing import Final

from dragoman.speech.attribution import Attribution
from dragoman.speech.sources import QUOTING, said_before, set_off
from dragoman.speech.tree import Tree

# Verbs of an act of speech that says nothing of the words: "speaking to reporters", "in remarks", "as he addressed".
SPEAKING: Final = frozenset(
    (
        "speaking spoke speak addressing addressed talking talked writing wrote testifying testified appearing "
        "appeared briefing briefed lecturing tweeting tweeted posting posted chatting"
    ).split()
)
BESIDE: Final = frozenset({"advcl", "acl", "acl:relcl", "parataxis", "dep", "xcomp", "conj"})
NEAR: Final = 14  # words between a cue and a participle that the parser hung elsewhere


def anchors(tree: Tree, a: Attribution) -> tuple[int, ...]:
    """The cue first, then what says the same act of speech again; never a word of the content.

    "said in a statement that A" has the verb above its noun, "quoted as saying" its "quoted", "adding" the "said"
    before it, and each of them its "speaking in Lagos", "addressing parliament".
    """
    if a.verb is None or not a.cue:
        return ()
    found = [a.verb, *_above(tree, a.verb)]
    before = said_before(tree, a.verb) if set_off(tree, a.verb) else None
    if before is not None:
        found.append(before)
    for at in (*found, *((a.speaker,) if a.speaker is not None else ())):
        found += [k for k in tree.kids[at] if tree.low[k] in SPEAKING and tree.dep[k] in BESIDE]
    found += _stray(tree, a.verb)
    return tuple(dict.fromkeys(k for k in found if outside(tree, a, k)))


def outside(tree: Tree, a: Attribution, i: int) -> bool:
    """Whether token `i` is no word of the content."""
    at = tree.start[i]
    return not any(start <= at < end for start, end in a.content)


def _above(tree: Tree, verb: int) -> list[int]:
    """The verb that a cue noun hangs on, the "quoted" above "saying", the "spoke" of "spoke in Lima and said"."""
    up = tree.head[verb]
    if up == verb:
        return []
    if tree.pos[verb] == "NOUN":
        return [up] if tree.pos[up] == "VERB" and tree.dep[verb] in ("obl", "obj") else []
    if tree.low[up] in QUOTING and tree.tag[verb] == "VBG":
        return [up]
    return [up] if tree.dep[verb] == "conj" and tree.low[up] in SPEAKING else []


def _stray(tree: Tree, verb: int) -> list[int]:
    """The participle that opens the cue's sentence or follows a comma near the cue, wherever the parser hung it."""
    begin, end = tree.sentence(verb)
    out = []
    first = next((j for j in range(begin, min(begin + 3, verb)) if tree.pos[j] not in ("PUNCT", "SPACE")), verb)
    if tree.tag[first] == "VBG" and tree.low[first] in SPEAKING:
        out.append(first)
    for j in range(max(begin + 1, verb - NEAR), min(end, verb + NEAR)):
        if tree.tag[j] == "VBG" and tree.low[j] in SPEAKING and tree.low[j - 1] in (",", "while", "when"):
            out.append(j)
    return out
