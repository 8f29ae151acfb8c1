"""A word of a tree and the light it stands in to the words that throw that light: "not", "yet", "refused", "will".

light.py says which light it is; this file says by which words, so that the evidence of a standing can hold them.
"""

from collections.abc import Iterator
from typing import Final

from dragoman.events.tree import Tree
from dragoman.events.words import NEGATIONS, NO
from dragoman.standings.light import ABLE, APART, AWAY, FUTURE, MAYBE, OVER, SUBJECTS, SUPPOSING, THOUGHTS

_HIGHEST: Final = 5  # words over a word that are looked at
_THROWN: Final = {lemma: shade for shade, lemmas in OVER.items() for lemma in lemmas.split()}
# Particles and adverbs that make a light of a verb: "stopped short", "ruled out", "held off".
_PARTICLES: Final = frozenset({"short", "off", "away", "back", "out"})
_BEING: Final = frozenset({"is", "are", "was", "were", "be"})
_SUPPOSED: Final = SUPPOSING | {"when", "provided", "providing"}
_WHETHER: Final = frozenset({"whether"})
_NOBODY: Final = frozenset({"neither", "none"})
# Lights that a negation turns into a plain one: "did not refuse to".
_TURNED: Final = frozenset({"refused", "negated", "denied", "ceased"})
# Lights that several words may make together.
_MIXED: Final = frozenset({"negated", "refused", "weighed"})
_UP: Final = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "obl", "obj", "nmod", "csubj", "nsubj:pass", "csubj:pass", "conj"}
)


def light_words(tree: Tree, i: int, shade: str) -> tuple[int, ...]:
    """The tokens that put word `i` in the light `shade`, in the order of the text; empty where nothing throws a light.

    They are the nearest that throw this very light; of a light that several words make together ("has no plans to") all
    that throw any. For a plain light they are what turns another round ("did not refuse to"), mostly nothing.
    """
    levels = list(_levels(tree, i))
    for k in levels:
        found = _words(tree, k, shade, over=k != i)
        if found:
            return tuple(sorted(set(found)))
    if shade in ("plain", "conditional"):  # what hangs on a condition has its words in the clause that says it
        return ()
    return tuple(sorted({word for k in levels for word in _any(tree, k, over=k != i)}))


def _levels(tree: Tree, i: int) -> Iterator[int]:
    """The word itself and the words that it is the complement of, as light.py climbs, and what is said of it."""
    yield i
    low = i
    for _ in range(_HIGHEST):
        up = tree.heads[low]
        if up == low:
            return
        if tree.deps[low] == "nsubj":
            yield up
            return
        if tree.deps[low] not in _UP or (tree.deps[low] == "advcl" and tree.lower_mark(low) in APART):
            return
        yield up
        low = up


def _words(tree: Tree, k: int, shade: str, *, over: bool) -> list[int]:
    """The words at `k`, or `k` itself where it stands over the word asked for, that throw this light."""
    thrown = _THROWN.get(tree.lemmas[k]) if over else None
    denied = _negations(tree, k)
    if shade == "plain":
        return [k, *_particles(tree, k), *denied] if thrown in _TURNED and denied else []
    if thrown == shade and not denied:
        return [k, *_particles(tree, k)]
    match shade:
        case "negated" | "ceased":
            return denied or _yet(tree, k) or _had(tree, k)
        case "refused":
            helpers = _helpers(tree, k, FUTURE | ABLE)
            return [*helpers, *denied] if helpers and denied else []
        case "supposed":
            return _marks(tree, k, _SUPPOSED)
        case "weighed":
            return _marks(tree, k, _WHETHER) or _helpers(tree, k, MAYBE)
        case "promised":
            return _helpers(tree, k, FUTURE) or _is_to(tree, k)
    return []


def _any(tree: Tree, k: int, *, over: bool) -> list[int]:
    """The words at `k`, or `k` itself where it stands over the word asked for, that throw any light."""
    found = [*_negations(tree, k), *_yet(tree, k), *_had(tree, k), *_is_to(tree, k)]
    found += _helpers(tree, k, FUTURE | MAYBE | ABLE)
    found += _marks(tree, k, _SUPPOSED | _WHETHER | AWAY)
    if over and (tree.lemmas[k] in _THROWN or tree.lemmas[k] in THOUGHTS or tree.lemmas[k] == "make"):
        found += [k, *_particles(tree, k), *tree.kids_by(k, "case")]
        found += [c for c in tree.kids_by(k, "obj") if tree.lemmas[c] == "mind"]
    return found


def _helpers(tree: Tree, k: int, words: frozenset[str]) -> list[int]:
    return [a for a in tree.kids_by(k, "aux", "aux:pass", "cop") if tree.lower[a] in words]


def _marks(tree: Tree, k: int, words: frozenset[str]) -> list[int]:
    return [m for m in tree.kids_by(k, "mark", "advmod", "case") if tree.lower[m] in words]


def _negations(tree: Tree, k: int) -> list[int]:
    """As in "did not", "never", "no longer", "no envoy", "nobody"."""
    found = []
    for c in tree.kids(k):
        dep, inner = tree.deps[c], tree.kids(c)
        if (dep == "advmod" and tree.lower[c] in NEGATIONS) or (dep in ("det", "cc:preconj") and tree.lower[c] in NO):
            found.append(c)
        elif dep == "advmod":
            turned = [
                d for d in inner if tree.lower[d] == "never" or (tree.lower[c], tree.lower[d]) == ("longer", "no")
            ]
            found += [c, *turned] if turned else []
        elif dep in ("nsubj", "nsubj:pass", "obj"):
            found += [c] if tree.lower[c] in NO else [d for d in inner if tree.lower[d] in NO | _NOBODY]
        elif tree.lower[c] == "longer":
            found += [c, *(d for d in inner if tree.lower[d] == "no")]
    return found


def _yet(tree: Tree, k: int) -> list[int]:
    """As in "has yet to recognise"."""
    near = [*tree.kids(k), *(tree.kids(tree.heads[k]) if tree.deps[k] == "xcomp" else ())]
    return [c for c in near if tree.lower[c] == "yet" and c < k]


def _had(tree: Tree, k: int) -> list[int]:
    """As in "Had Rome kept its word, ..."."""
    aux = tree.kids_by(k, "aux")[:1]
    if not aux or tree.tokens[aux[0]].text != "Had":
        return []
    return aux if aux[0] < min(tree.kids_by(k, *SUBJECTS), default=0) else []


def _is_to(tree: Tree, k: int) -> list[int]:
    """As in "is to free nine", "troops to be withdrawn"."""
    marks = [c for c in tree.kids_by(k, "mark") if tree.lower[c] == "to"]
    being = [c for c in tree.kids_by(k, "aux", "cop") if tree.lower[c] in _BEING]
    if marks and tree.deps[k] == "xcomp" and tree.lemmas[tree.heads[k]] == "be":
        being.append(tree.heads[k])
    return [*being, *marks] if marks else []


def _particles(tree: Tree, k: int) -> list[int]:
    return [c for c in tree.kids(k) if tree.lower[c] in _PARTICLES]
