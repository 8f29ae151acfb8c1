"""Takes a cue word in its tree, gives the word that names who speaks: its subject, agent, possessor, the noun above."""

from typing import Final

from dragoman.speech.cues import forms
from dragoman.speech.tree import Tree

RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose"})
SUBJECTS: Final = ("nsubj", "nsubj:outer")
QUOTING: Final = frozenset({"quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing", "reported"})
# Nouns that stand for what is said when a preposition ties the speaker to them: "a claim by Luanda".
BY: Final = frozenset({"by", "from", "of"})
ASKED: Final = frozenset({"asked", "questioned", "pressed", "told", "quizzed", "quoted"})
BESIDE: Final = 20  # words between "X said" and ", adding"
DEPTH: Final = 40  # levels of a tree between a name and a cue inside its phrase
CLIMB: Final = 6  # steps up a chain of complements ("went on, adding that, saying that") before it is given up


def subject(tree: Tree, verb: int, *, passive: bool = False) -> int | None:
    """The subject of `verb` itself, the nearest if the parser found two; with `passive` that of a passive too."""
    relations = (*SUBJECTS, "nsubj:pass") if passive else SUBJECTS
    found = tree.having(verb, *relations)
    return min(found, key=lambda k: abs(k - verb)) if found else None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb has a passive subject or auxiliary of its own."""
    if tree.having(verb, "nsubj:pass", "aux:pass", "csubj:pass"):
        return True
    if tree.low[verb] in ASKED and tree.dep[verb] == "advcl" and tree.introducer(verb) is None:
        return subject(tree, verb) is None  # "Asked whether he knew, he said": the tagger took it for a past tense
    return (
        tree.tag[verb] == "VBN" and tree.dep[verb] in ("advcl", "acl", "amod") and not tree.having(verb, "aux", "nsubj")
    )


def of_verb(tree: Tree, verb: int) -> int | None:
    """Who speaks when `verb` is the cue, None where nobody is named. Examples: the rows of SOURCES in the tests."""
    agent = next((k for k in tree.kids[verb] if tree.dep[k] == "obl:agent"), None)
    if is_passive(tree, verb):
        return agent if agent is not None else _by(tree, verb)
    if tree.low[verb].startswith("quot") and (whom := quoted(tree, verb)) is not None:
        return whom
    if (
        set_off(tree, verb)
        and (said := said_before(tree, verb)) is not None
        and (beside := of_verb(tree, said)) is not None
    ):
        return beside
    at = verb
    for _ in range(CLIMB):
        found = subject(tree, at, passive=at != verb)
        if found is not None:
            return found if tree.dep[found] != "expl" and tree.low[found] != "there" else None
        stray = _hung_on_adjective(tree, at) if at == verb else None
        if stray is not None:
            return stray
        up, relation = tree.head[at], tree.dep[at]
        if up == at:
            return None
        if relation == "acl" and at == verb and (set_off(tree, verb) or _of_thing(tree, verb)):
            at = _verb_above(tree, up)  # "is defending its envoys, saying": not the envoys
            if at == up:
                return up
            continue
        if relation in ("acl", "acl:relcl"):
            issued = of_noun(tree, up) if relation == "acl" and (tree.low[up], "N") in forms() else None
            return up if issued is None else issued
        if tree.low[up] in QUOTING and relation in ("advcl", "xcomp", "ccomp", "obl", "acl"):
            return quoted(tree, up)
        if relation in ("appos", "nsubj", "obj", "obl", "root", "ROOT", "dep", "parataxis", "ccomp", "csubj", "list"):
            return agent
        at = up
    return None


def set_off(tree: Tree, verb: int) -> bool:
    """Whether a verb is a participle behind a comma: ", saying", ", also adding", '," adding'."""
    j = verb - 1
    while j > 0 and (tree.pos[j] == "ADV" or tree.low[j] in ('"', "”", "''", "’")):
        j -= 1
    return tree.tag[verb] == "VBG" and j > 0 and tree.low[j] == ","


def _of_thing(tree: Tree, verb: int) -> bool:
    """As in "took the step (on Monday) of warning A": the noun above is no speaker."""
    mark = tree.introducer(verb)
    return tree.tag[verb] == "VBG" and mark is not None and tree.low[mark] in ("of", "in", "by", "for")


def _hung_on_adjective(tree: Tree, verb: int) -> int | None:
    """The subject of "Sources close to the rebels said", "Aides told of it said", which the parser gave to "close"."""
    for k in tree.kids[verb]:
        loose = tree.pos[k] in ("ADJ", "ADV") or (tree.tag[k] in ("VBN", "VBD") and tree.dep[k] != "csubj")
        if k < verb and loose and tree.dep[k] in ("advmod", "advcl", "amod", "dep", "ccomp", "csubj"):
            found = subject(tree, k)
            near = tree.pos[k] in ("ADJ", "ADV") or found == k - 1
            if found is not None and found < k and near and not tree.having(k, "cop", "aux", "obj", "ccomp", "iobj"):
                return found
    return None


def said_before(tree: Tree, verb: int) -> int | None:
    """The "said" of "X said," right before ", adding that": whatever the parser hung the participle on."""
    for j in range(verb - 2, max(verb - BESIDE, 0), -1):
        if tree.low[j] in (".", "!", "?", ";"):
            return None
        if tree.tag[j] in ("VBD", "VBZ", "VBP") and any(cue.clausal for cue in forms().get((tree.low[j], "V"), ())):
            return j
    return None


def _verb_above(tree: Tree, noun: int) -> int:
    """The verb whose clause a noun stands in, or the noun itself if there is none."""
    at = noun
    for _ in range(CLIMB):
        if tree.head[at] == at:
            break
        at = tree.head[at]
        if tree.pos[at] == "VERB":
            return at
    return noun


def quoted(tree: Tree, verb: int) -> int | None:
    """Whom "quote" or "cite" quotes: its object, or its subject in the passive ("was quoted as saying")."""
    if is_passive(tree, verb):
        return subject(tree, verb, passive=True)
    objects = tree.having(verb, "obj", "iobj")
    if objects:
        return objects[0]
    after = [k for k in tree.having(verb, "nsubj", "nsubj:outer", "appos") if k > verb]
    return after[0] if after and subject(tree, verb) != after[0] else _before_as(tree, verb)


def _before_as(tree: Tree, verb: int) -> int | None:
    """The name between "quoted" and "as saying" where the parser took it for something else."""
    for j in range(verb + 1, min(verb + BESIDE, tree.n - 1)):
        if tree.low[j] == "as" and tree.tag[j + 1] == "VBG":
            named = [k for k in range(verb + 1, j) if tree.pos[k] in ("PROPN", "NOUN", "PRON")]
            tops = [k for k in named if not verb < tree.head[k] < j]
            return tops[0] if tops else None
        if tree.tag[j] in ("VBD", "VBZ", "VBP", "MD") or tree.low[j] in (".", ";"):
            return None
    return None


def of_noun(tree: Tree, noun: int, about: frozenset[str] = frozenset()) -> int | None:
    """Who speaks when `noun` is the cue: its possessor, "by X", else the subject of the verb whose object it is.

    `about` are prepositions that lead to what is said: in "criticism of X" nobody named X criticises.
    """
    for k in tree.kids[noun]:
        if tree.dep[k] == "nmod:poss":
            return k
    for k in tree.kids[noun]:
        mark = tree.introducer(k) if tree.dep[k] in ("nmod", "nmod:agent", "obl") else None
        if mark is not None and tree.low[mark] in BY - about:
            return k
    up = tree.head[noun]
    if tree.dep[noun] not in ("obj", "iobj", "obl") or tree.pos[up] != "VERB" or is_passive(tree, up):
        return None
    if any(cue.kind == "deny" for cue in forms().get((tree.low[up], "V"), ())):
        return None  # "dismissed reports that A": who dismisses them has not made them
    return of_verb(tree, up)


def nearby(tree: Tree, verb: int) -> int | None:
    """The name beside a cue whose subject the parser missed: "..., said Smith" or "Smith said"."""
    for j in (verb - 1, verb + 1, verb - 2, verb + 2, verb + 3, verb + 4):
        if not 0 <= j < tree.n or tree.pos[j] not in ("PROPN", "PRON", "NOUN") or tree.dep[j] in ("iobj", "obl"):
            continue
        if tree.dep[j] == "obj" and (j < verb or not _stands_first(tree, verb)):
            continue
        head = j
        for _ in range(CLIMB):
            if tree.dep[head] in ("flat", "compound", "nmod:desc"):
                head = tree.head[head]
        return head
    return None


def _stands_first(tree: Tree, verb: int) -> bool:
    """Whether a verb opens its clause at the marks: '"Go!" shouted a man', whom the parser took for its object."""
    return verb > 0 and tree.low[verb - 1] in ('"', "”", "''", "’", ",") and not tree.low[verb].startswith("t")


def _by(tree: Tree, verb: int) -> int | None:
    for k in tree.having(verb, "obl"):
        mark = tree.introducer(k)
        if mark is not None and tree.low[mark] == "by" and tree.pos[k] in ("PROPN", "NOUN", "PRON"):
            return k
    return None


def antecedent(tree: Tree, word: int) -> int:
    """The noun that a relative pronoun stands for ("an official, who said"), else `word` itself."""
    if tree.low[word] not in RELATIVES:
        return word
    at = word
    for _ in range(CLIMB):
        if tree.dep[at] == "acl:relcl":
            return tree.head[at]
        if tree.head[at] == at:
            break
        at = tree.head[at]
    return word


def phrase(tree: Tree, head: int, without: int) -> tuple[int, int]:
    """The first and last token of the phrase that names the speaker, cut where the cue `without` has its clause."""
    first, last = tree.near_first(head), tree.last[head]
    if first <= without <= last:
        at = without
        for _ in range(DEPTH):
            if tree.head[at] in (at, head):
                break
            at = tree.head[at]
        if tree.first[at] > head:
            last = tree.first[at] - 1
        else:
            first = last = head
    while last > head and tree.pos[last] == "PUNCT":
        last -= 1
    while first < head and (
        tree.pos[first] == "PUNCT" or (tree.dep[first] in ("case", "mark") and tree.head[first] == head)
    ):
        first += 1
    return first, last
