"""Takes a cue verb in its tree, gives the clause that it says is said: after it, before it, around it."""

from typing import Final

from dragoman.speech.content import Content, Range, whole
from dragoman.speech.cues import forms
from dragoman.speech.sources import of_verb, subject
from dragoman.speech.tree import Tree

STARTERS: Final = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ", "PUNCT"})
HALVES: Final = 4  # clauses with "that" coordinated under one cue
FAR: Final = 24  # words of "in a statement carried by the agency" between a cue and "that"
DOCUMENTED: Final = frozenset("read carried broadcast published dated issued posted released held printed".split())
ENDS: Final = frozenset((".", ";", ":", '"', "“", "”", "as"))
LEADING: Final = 8  # words that the parser may put before "that" into the clause


def around(tree: Tree, verb: int) -> Content | None:
    """The clause that a cue without a complement after it stands behind or beside, by the tree."""
    return _fronted(tree, verb) or _beside(tree, verb)


def complement(tree: Tree, verb: int) -> Content | None:
    """The clause in "said (that) A", with "and that B" after it and without "on Sunday", "in a statement" before it."""
    after = [k for k in tree.having(verb, "ccomp") if k > verb]
    if not after or _of_circumstance(tree, verb, after[0]):
        after = _behind_circumstance(tree, verb) or after
    if not after:
        return None
    clause = after[0]
    (a, b), lead = _complementiser(tree, clause)
    if tree.tag[clause] == "VBG" and lead is None and subject(tree, clause, passive=True) is None:
        return None  # "denied having lost": a gerund, the frame `ing`
    if tree.low[verb + 1] == "," and lead is None and subject(tree, clause, passive=True) is None:
        return None  # "Rome, officials said, has agreed": the clause began before the aside
    for other in after[1:]:  # "said the strike, carried out by night, had hit": the parser saw two clauses
        if tree.first[other] <= b + 2 and subject(tree, other, passive=True) is None:
            b = max(b, tree.last[other])
    if a <= verb:
        a = verb + 1  # "rebels who, it says, train there": the clause began before the cue
    if lead is None and a == verb + 1:
        a = _past_circumstance(tree, clause, a)
        a = _past_hearer(tree, verb, clause, a)
    return Content(((a, _and_that(tree, verb, b)),), "say.that", lead)


def _of_circumstance(tree: Tree, verb: int, clause: int) -> bool:
    """As in "said in a letter read out on Sunday that A": the parser took "read" for what is said."""
    first = tree.first[clause]
    if subject(tree, clause, passive=True) is not None:
        return False
    return (first == verb + 1 and tree.pos[first] == "ADP") or (tree.low[clause] in DOCUMENTED and first > verb + 1)


def _behind_circumstance(tree: Tree, verb: int) -> list[int]:
    """The clause with "that" of "said after the meeting that A" where the parser hung it on the meeting."""
    _, end = tree.sentence(verb)
    for j in range(verb + 2, min(verb + FAR, end)):
        clause = tree.head[j]
        if tree.low[j] == "that" and tree.dep[j] == "mark" and clause > j:
            noun = (tree.low[tree.head[clause]], "N") in forms() and tree.dep[clause] == "acl"
            own = tree.having(clause, "nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
            return [clause] if own and not noun else []
        if (tree.pos[j] in ("VERB", "AUX", "SCONJ", "CCONJ") and tree.low[j] not in DOCUMENTED) or tree.low[j] in ENDS:
            return []
    return []


def _past_hearer(tree: Tree, verb: int, clause: int, a: int) -> int:
    """Where the clause of "told Polish radio he had gone" begins if the parser put the hearer at its front."""
    own = max((k for k in tree.having(clause, "expl", "nsubj", "nsubj:pass") if k < clause), default=None)
    if own is None or not tree.low[verb].startswith(("tell", "told")) or not a < tree.first[own]:
        return a
    before = range(a, tree.first[own])
    heard = any(tree.pos[j] in ("NOUN", "PROPN", "PRON") for j in before)
    return tree.first[own] if heard and not any(tree.low[j] == "," for j in before) else a


def _past_circumstance(tree: Tree, clause: int, a: int) -> int:
    """Where the clause begins when the parser put the cue's "in a statement" or "late on Sunday" at its front."""
    own = subject(tree, clause, passive=True)
    for k in tree.having(clause, "obl", "obl:unmarked", "advmod"):
        ends = tree.last[k] + 1
        if own is not None and tree.first[k] == a and tree.low[ends] != "," and ends <= tree.first[own]:
            return ends
    return a


def _and_that(tree: Tree, verb: int, b: int) -> int:
    """The end of a content with its second half: "said A but that B", wherever the parser hung B."""
    begin, end = tree.sentence(verb)
    for _ in range(HALVES):
        j = b + 1
        while j < end and tree.low[j] in (",", "and", "but", "or"):
            j += 1
        if not b + 1 < j < end or tree.low[j] != "that":
            break
        half = next(
            (k for k in tree.having(verb, "conj") if b < tree.first[k] <= j),
            tree.head[j] if tree.dep[j] == "mark" else -1,
        )
        if half < 0:
            break
        b = max(b, min(tree.last[half], end - 1))
        while b > begin and tree.pos[b] == "PUNCT":
            b -= 1
    return b


def _complementiser(tree: Tree, clause: int) -> tuple[Range, Range | None]:
    """The clause without its leading "that", and "that"; whether, if and question words belong to the content."""
    a, b = whole(tree, clause)
    for j in range(a, min(a + LEADING, clause)):
        if tree.low[j] == "that" and tree.dep[j] == "mark":
            return (j + 1, b), (a, j)  # "said on Tuesday that A": the day may hang on the clause
        if tree.pos[j] in ("VERB", "AUX"):
            break
    return (a, b), None


def _fronted(tree: Tree, verb: int) -> Content | None:
    """A, X said: the clause is a complement before the verb; a coordinated rest after the cue clause is content too."""
    before = [k for k in tree.having(verb, "ccomp", "parataxis", "csubj") if k < verb]
    if not before or subject(tree, verb) is None:
        return None
    a, b = whole(tree, before[0])
    own = subject(tree, verb)
    cut = min(verb, tree.first[own] if own is not None else verb)
    pieces = [(a, min(b, cut - 1) if cut > a else b)]
    pieces += _rest(tree, verb)
    return Content(tuple(pieces), "say.fronted")


def _rest(tree: Tree, verb: int) -> list[Range]:
    """A, X said, and B: the ranges B that the parser hung on the cue although they are part of what is said."""
    found = []
    for k in tree.having(verb, "conj"):
        a = tree.first[k]
        own = subject(tree, k, passive=True)
        comma = a > 0 and (tree.low[a] == "," or tree.low[a - 1] == ",")
        if k > verb and comma and own is not None and not tree.having(k, "ccomp"):
            found.append(
                (next(j for j in range(a, k + 1) if tree.pos[j] not in ("PUNCT", "CCONJ") or j == k), tree.last[k])
            )
    return found


def _beside(tree: Tree, verb: int) -> Content | None:
    """A, X said, B: the cue is a parataxis (or "as X said", an adverbial clause) of the clause that is said."""
    host, relation = tree.head[verb], tree.dep[verb]
    mark = tree.introducer(verb)
    aside = relation == "parataxis" or (relation == "advcl" and mark is not None and tree.low[mark] == "as")
    if (
        not aside
        or of_verb(tree, verb) is None
        or (subject(tree, verb) is None and not tree.having(verb, "obl:agent", "nsubj:pass"))
    ):
        return None
    if relation == "parataxis" and tree.having(verb, "obj"):
        return None
    hosted, (a, b) = whole(tree, host), whole(tree, verb)
    rest = _rest(tree, verb)
    if rest:
        b = rest[0][0] - 1
    pieces = [piece for piece in ((hosted[0], a - 1), (b + 1, hosted[1])) if piece[0] <= piece[1]]
    return Content(tuple(pieces), "say.beside") if pieces and a > host else None


def after(tree: Tree, verb: int) -> Content | None:
    """The clause after "said" where the parser saw none: what follows up to the sentence's end, if it has a verb."""
    _, end = tree.sentence(verb)
    b = end - 1
    while b > verb and (tree.pos[b] in ("PUNCT", "SPACE")):
        b -= 1
    a = verb + 1
    for k in tree.having(verb, "iobj", "obj", "obl", "obl:unmarked", "advmod"):
        if tree.first[k] == a and tree.last[k] < b and tree.low[verb] not in ("said", "says", "say"):
            a = tree.last[k] + 1
    if a > b:
        return None
    lead = (a, a) if tree.low[a] == "that" and a < b else None
    a += lead is not None
    verbs = [j for j in range(a, b + 1) if tree.tag[j] in ("VBD", "VBZ", "VBP", "MD")]
    starts = tree.pos[a] in STARTERS and tree.low[a] not in ("of", "in", "about", "to")
    if not starts or not verbs or verbs[0] == a or any(tree.low[j] in (",", ";") for j in range(a, verbs[0])):
        return None
    return Content(((a, b),), "say.after", lead)
