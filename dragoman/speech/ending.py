"""Takes a reported clause as the parser bounds it, gives where it ends: before the next cue with its own speaker."""

from typing import Final

from dragoman.speech.asides import opening
from dragoman.speech.cues import forms
from dragoman.speech.sources import subject
from dragoman.speech.tree import Tree

SAYING: Final = frozenset({"say", "warn", "accuse", "promise", "deny"})
ADDING: Final = frozenset("saying adding claiming arguing insisting noting stressing warning".split())
PARTING: Final = frozenset({"and", "but", "while", "whereas", "although", "though", "as"})

MARKS: Final = frozenset(('"', "“", "”", "``", "''"))
THEN: Final = frozenset("before while after as until when because since although though amid during despite".split())
QUOTED: Final = 4  # tokens of a quotation that is more than a term
REACH: Final = 8  # words from the end that the parser gives to the verb of an aside


def ending(tree: Tree, a: int, b: int, cue: int) -> int:
    """The last token of the content `a` to `b`: before ", adding that B", "; Rome said B", ", but Rome said B".

    Parsers take such clauses for a part of the one before. A clause that "that" introduces stays in.
    """
    for j in range(max(a, cue) + 2, b):
        if tree.low[j - 1] == "," and _participle(tree, j):
            return j - 2
        if tree.low[j - 1] == "," and tree.low[j] == "according" and tree.low[j + 1] == "to":
            return j - 2
        parted = tree.low[j - 1] == ";" or (tree.low[j - 1] == "," and tree.low[j] in PARTING)
        if parted and _other_speaks(tree, j, b):
            return j - 2
    return _after_quotation(tree, a, _before_aside(tree, a, b, cue))


def _after_quotation(tree: Tree, a: int, b: int) -> int:
    """The closing mark of the words quoted where a clause of time follows: 'to "go to the end" before he left'."""
    begun = None
    for j in range(a, b):
        if tree.low[j] not in MARKS:
            continue
        if begun is None:
            begun = j
        elif j - begun > QUOTED and tree.low[j + 1] in THEN:
            return j
        else:
            begun = None
    return b


def _before_aside(tree: Tree, a: int, b: int, cue: int) -> int:
    """The end before the speaker of an aside that follows: "fears that A, its envoy, X, said"."""
    _, end = tree.sentence(b)
    verb = next((j for j in range(b + 1, min(end, b + REACH)) if tree.tag[j] in ("VBD", "VBZ", "VBP")), None)
    if verb is None or verb == cue or not any(c.clausal for c in forms().get((tree.low[verb], "V"), ())):
        return b
    start = opening(tree, verb, a)
    return start - 2 if start is not None and a < start - 2 < b else b


def _participle(tree: Tree, j: int) -> bool:
    if tree.tag[j] != "VBG":
        return False
    return tree.low[j] in ADDING or (
        bool(tree.having(j, "ccomp"))
        and any("that" in c.frames and c.kind in SAYING for c in forms().get((tree.low[j], "V"), ()))
    )


def _other_speaks(tree: Tree, j: int, b: int) -> bool:
    """Whether the clause that begins at `j` is "X said B", its verb the first finite one and its speaker in between."""
    for i in range(j, b):
        if tree.low[i] == "that":
            return False
        if tree.dep[i] == "acl:relcl" or tree.dep[tree.head[i]] == "acl:relcl":
            continue  # "and Oslo, which has left, says B"
        if tree.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
            speaker = subject(tree, i)
            cues = forms().get((tree.low[i], "V"), ())
            said = any(cue.clausal and cue.kind in SAYING for cue in cues) and tree.having(i, "ccomp")
            return bool(said) and speaker is not None and j <= speaker < i
    return False
