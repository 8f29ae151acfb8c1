"""The words that open a condition, found at a token: "if", "as long as", "on condition that", "depends on"."""

from dataclasses import dataclass
from typing import Final

from dragoman.events.tree import Tree


@dataclass(frozen=True, slots=True)
class Opener:
    """Tokens `first` to `after` (without) open a condition; `mark` is the one that the parser hangs on its verb.

    Kinds: clause (words that say what happens follow), later (a time clause, a condition of what is to come alone),
    noun (a noun phrase or clause follows), verb (what depends is the subject), lacking ("without"). `sure`: a clause
    follows, whatever the parser makes of it.
    """

    first: int
    after: int
    mark: int
    kind: str
    sure: bool = False


# One word with what happens behind it.
_PLAIN: Final = frozenset("if unless once until till lest provided providing assuming supposing".split())
# Words that open a condition of what is still to come, with "only" or "not" before them or in the future.
LATER: Final = frozenset({"when", "after", "as", "before"})
# "as long as", "for so long as", "as soon as", "to the extent that".
_AS: Final = frozenset({"long", "soon"})
# Nouns whose clause is a condition: "on condition that the map goes", "on the understanding that".
_TERMS: Final = frozenset({"condition", "proviso", "understanding", "provision", "stipulation"})
_BEHIND: Final = frozenset({"that", "of", "it", "they", "he", "she", "their", "its", "his", "her", "the"})
_EVENTS: Final = frozenset({"case", "event"})
_MOMENTS: Final = frozenset({"moment", "minute", "instant", "day", "hour"})
# Words that name what a decision hangs on, with their preposition: "depends on its conduct", "contingent on a vote".
_VERBS: Final = frozenset("depend depends depended hinge hinges hinged hang hangs hung".split())
_ADJECTIVES: Final = frozenset({"contingent", "conditional", "dependent", "conditioned", "depending", "predicated"})
# What follows "if" or "once" and says nothing: "if necessary", "if not".
SHORT: Final = frozenset("necessary possible needed any not so ever required appropriate anything need".split())
_INVERTED: Final = frozenset({"should", "had", "were"})


def opener(tree: Tree, m: int, end: int) -> Opener | None:
    """What opens a condition at token `m` of a sentence that ends before token `end`; None if nothing does."""
    word = tree.lower[m]
    after = tree.lower[m + 1] if m + 1 < end else ""
    third = tree.lower[m + 2] if m + 2 < end else ""
    if word in _PLAIN:
        return _plain(tree, m, word, after)
    if word in ("as", "so") and after in _AS and third == "as":
        if tree.lower[m + 3 : m + 4] == ["it"] and tree.lower[m + 4 : m + 5] in (["takes"], ["took"], ["lasts"]):
            return None
        if tree.lower[m + 3 : m + 4] and tree.lower[m + 3] in SHORT:
            return None
        return Opener(m - (m > 0 and tree.lower[m - 1] == "for"), m + 3, m + 2, "clause", sure=True)
    if word in LATER:
        return _later(tree, m, word)
    if word in ("on", "under", "with", "in"):
        return _term(tree, m, end)
    if word == "the" and after in _MOMENTS and tree.deps[m + 1] != "obj" and m > 0:
        return _moment(tree, m, end)
    if word == "subject" and after == "to" and tree.tokens[m].pos_ in ("ADJ", "ADP", "NOUN", "ADV"):
        return Opener(m, m + 2, m, "verb" if tree.deps[m] in ("xcomp", "ROOT") and _said_of(tree, m) else "noun")
    if word in _ADJECTIVES and after in ("on", "upon"):
        verb = tree.tokens[m].pos_ in ("ADJ", "VERB") and _said_of(tree, m)
        return Opener(m, m + 2, m, "verb" if verb else "noun")
    if word in _VERBS and after in ("on", "upon"):
        return Opener(m, m + 2, m, "verb")
    if word == "based" and after == "on" and tree.deps[m] in ("case", "advcl", "obl"):
        return Opener(m, m + 2, m, "later")
    if word in ("pending", "failing") and tree.deps[m] in ("case", "advcl", "mark", "obl"):
        return Opener(m, m + 1, m, "noun")
    if word == "without" and tree.deps[m] in ("case", "mark"):
        return Opener(m, m + 1, m, "lacking")
    if word in _INVERTED and tree.deps[m] in ("aux", "cop", "aux:pass", "mark"):
        return _inverted(tree, m)
    return None


def _plain(tree: Tree, m: int, word: str, after: str) -> Opener | None:
    if after in SHORT or (word == "if" and m and tree.lower[m - 1] in ("even", "as")):
        return None
    if word in ("provided", "providing", "assuming", "supposing"):
        opens = tree.deps[m] in ("mark", "advcl", "acl", "case") and tree.deps[m + 1 : m + 2] != ["case"]
        if not opens or after in ("by", "to", "with"):
            return None
        return Opener(m, m + 1 + (after == "that"), m, "clause", sure=True)
    if word == "once" and tree.deps[m] not in ("mark", "advmod"):
        return None
    if word == "if" and tree.deps[m] == "mark" and tree.deps[tree.heads[m]] == "ccomp":
        return None  # "asked if", "see if"
    then = m + 1 + (word == "if" and after == "and")
    return Opener(m, then, m, "clause", sure=word in ("if", "unless", "lest"))


def _later(tree: Tree, m: int, word: str) -> Opener | None:
    """A time clause: "when" in the future; "after", "as" and "before" where "only" or "not" stands before it."""
    verb = tree.heads[m]
    if tree.deps[m] not in ("mark", "advmod") or tree.deps[verb] != "advcl" or m > verb:
        return None
    before = tree.lower[max(0, m - 2) : m]
    if word == "when" or "only" in before or "not" in before:
        return Opener(m, m + 1, m, "later")
    if word == "before" and any(tree.lower[k] in ("not", "n't", "n’t", "never") for k in tree.kids(tree.heads[verb])):
        return Opener(m, m + 1, m, "later")
    return None


def _term(tree: Tree, m: int, end: int) -> Opener | None:
    """As in "on the strict condition that", "in the event of an attack", "with the proviso that"."""
    for n in range(m + 1, min(m + 4, end)):
        if tree.lemmas[n] in _TERMS and tree.lower[n + 1 : n + 2] and tree.lower[n + 1] in _BEHIND:
            if tree.lower[n + 2 : n + 3] in (["anonymity"], ["not"]):
                return None
            return Opener(m, n + 1, m, "noun")
        if tree.lemmas[n] in _EVENTS and tree.lower[m] == "in" and tree.lower[n + 1 : n + 2] in (["of"], ["that"]):
            return Opener(m, n + 2, m, "noun")
        if tree.lower[n] in (",", "and"):
            break
    return None


def _moment(tree: Tree, m: int, end: int) -> Opener | None:
    """As in "the moment the North lets the reunions resume": a noun with a clause that has its own subject."""
    behind = tree.tokens[m + 2] if m + 2 < end else None
    if behind is None or behind.pos_ not in ("DET", "PROPN", "PRON", "NOUN"):
        return None
    if tree.lower[m - 1] not in (",", "only") and tree.tokens[m - 1].pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return None
    return Opener(m, m + 2, m, "clause")


def _said_of(tree: Tree, m: int) -> bool:
    """Whether the word is said of a subject: "the loan remains subject to", "is dependent on"."""
    if any(tree.deps[k] in ("nsubj", "nsubj:pass", "cop") for k in tree.kids(m)):
        return True
    return tree.deps[m] == "xcomp" and tree.lemmas[tree.heads[m]] in ("be", "remain", "become", "make", "stay")


def _inverted(tree: Tree, m: int) -> Opener | None:
    """As in "Should the shelling resume": an auxiliary before the subject opens the clause."""
    verb = tree.heads[m]
    if tree.deps[m] == "mark":
        return Opener(m, m + 1, m, "clause", sure=True)
    if tree.deps[verb] != "advcl" or m != tree.tokens[verb].left_edge.i or m + 1 >= len(tree.tokens):
        return None
    if tree.tokens[m + 1].tag_ in ("VBN", "VB", "RB"):
        return None
    return Opener(m, m + 1, m, "inverted")
