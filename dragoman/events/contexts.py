"""A trigger to PLOVER contexts: what the event is about, by words near it (data/contexts.tsv).

A strong word alone speaks for its context in the clause of the trigger, a weak one only beside another; both count less
in other clauses of the sentence. What the report's title and first sentence are about, and what CAMEO's code of the
rule is about, only lift contexts that have a word of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dragoman.codebook import codebook
from dragoman.events.lexicon import DATA, table
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger

MOST: Final = 3
STRONG: Final = 1.0
WEAK: Final = 0.4
OUTSIDE: Final = 0.4  # share of a word that does not hang on the trigger's clause
ENOUGH: Final = 2.0  # more words than these do not make a context surer
LEAD: Final = 0.2  # what a strong word of title or first sentence adds
CODE: Final = 0.25  # what the rule's CAMEO code adds
LEAST: Final = 0.6  # what a context needs
SHARE: Final = 0.4  # of the score of the best context

NONE: Final = "-"  # of phrases that take their words away from the contexts of single words (contexts_apart.txt)
KINDS: Final = {"N": ("NOUN", "PROPN"), "V": ("VERB",), "A": ("ADJ",)}
# Clauses with a subject of their own, and how much of their words counts for the clause that they hang on.
APART: Final = {"ccomp": 0.9, "csubj": 0.9, "acl:relcl": 0.65, "advcl": 0.65, "parataxis": 0.35, "conj": 0.35}
STEPS: Final = 12


@dataclass(frozen=True, slots=True)
class Keyword:
    """Words that speak for a context, with the part of speech that a single one must have."""

    words: tuple[str, ...]
    context: str
    weight: float
    pos: tuple[str, ...] = ()


@cache
def keywords() -> dict[str, tuple[Keyword, ...]]:
    """First word (a lemma or form, lower case) to the key words that begin with it, the longest first."""
    found: dict[str, list[Keyword]] = {}
    for row in table("contexts.tsv"):
        for column, weight in (("strong", STRONG), ("weak", WEAK)):
            for text in filter(None, row[column].split(", ")):
                plain, _, kind = text.partition("/")
                words = tuple(plain.replace("-", " - ").split())
                found.setdefault(words[0], []).append(Keyword(words, row["context"], weight, KINDS.get(kind, ())))
    for phrase in (DATA / "contexts_apart.txt").read_text(encoding="utf-8").splitlines():
        words = tuple(phrase.replace("-", " - ").split())
        found.setdefault(words[0], []).append(Keyword(words, NONE, STRONG))
    return {word: tuple(sorted(rows, key=lambda k: -len(k.words))) for word, rows in found.items()}


def contexts(tree: Tree, trigger: Trigger, title: str | None = None) -> tuple[str, ...]:
    """At most three contexts, the best first; `title` is the report's."""
    start, end = tree.sentence(trigger.i)
    votes: dict[str, float] = {}
    home = _clause_of(tree, trigger.i)
    for i, keyword in _hits(tree, start, end):
        vote = keyword.weight * _share(tree, i, home)
        votes[keyword.context] = min(ENOUGH, votes.get(keyword.context, 0.0) + vote)
    if not votes:
        return ()
    for name, more in _lifts(tree, trigger, title).items():
        if name in votes:
            votes[name] += more
    best = max(votes.values())
    kept = [name for name, score in votes.items() if score >= max(LEAST, SHARE * best)]
    return tuple(sorted(kept, key=lambda name: -votes[name])[:MOST])


def _hits(tree: Tree, start: int, end: int) -> Iterator[tuple[int, Keyword]]:
    """The key words of `start:end`, each with its first token; a longer one takes its words from shorter ones."""
    table = keywords()
    taken = start
    for i in range(start, end):
        fitting = [
            k for word in {tree.lower[i]: 0, tree.lemmas[i]: 0} for k in table.get(word, ()) if _fits(tree, i, k, end)
        ]
        if not fitting or i < taken:
            continue
        longest = max(len(k.words) for k in fitting)
        seen: set[str] = set()
        for k in fitting:
            if len(k.words) == longest and k.context not in seen and k.context != NONE:
                seen.add(k.context)
                yield i, k
        if longest > 1:
            taken = i + longest


def _fits(tree: Tree, i: int, keyword: Keyword, end: int) -> bool:
    words = keyword.words
    if i + len(words) > end or (keyword.pos and tree.tokens[i].pos_ not in keyword.pos):
        return False
    return all(word in (tree.lower[i + n], tree.lemmas[i + n]) for n, word in enumerate(words) if n)


def _clause_of(tree: Tree, i: int) -> int:
    """The head of the clause of token `i`; a clause without a subject of its own belongs to the one above."""
    for _ in range(STEPS):
        if tree.heads[i] == i or _begins(tree, i):
            return i
        i = tree.heads[i]
    return i


def _begins(tree: Tree, i: int) -> bool:
    """Whether a clause with a subject of its own begins at `i`."""
    dep = tree.deps[i]
    if dep not in APART or not tree.verbal(i):
        return False
    return dep == "acl:relcl" or bool(tree.kids_by(i, "nsubj", "nsubj:pass", "expl"))


def _share(tree: Tree, i: int, home: int) -> float:
    """How much a word at `i` counts for the act whose clause `home` heads."""
    share = 1.0
    noun = tree.heads[home] if tree.deps[home] == "acl:relcl" else None
    for _ in range(STEPS):
        if i == home:
            return share
        if i == noun:  # "the car bomb that killed nine"
            return share * APART["acl:relcl"]
        if _begins(tree, i):
            share *= APART[tree.deps[i]]
        if tree.heads[i] == i:
            break
        i = tree.heads[i]
    return min(share, OUTSIDE)


def _lifts(tree: Tree, trigger: Trigger, title: str | None) -> dict[str, float]:
    """What title, first sentence and code of the rule add to a context."""
    found: dict[str, float] = {}
    code = trigger.rule.cameo or codebook().cameo_of(trigger.rule.type, trigger.rule.mode)
    entry = codebook().cameo.get(code or "")
    for name in entry.contexts if entry else ():
        found[name] = CODE
    start, end = tree.sentence(0) if tree.tokens else (0, 0)
    lead = {k.context for _, k in _hits(tree, start, end) if k.weight == STRONG}
    lead |= _of_title(title or "")
    for name in lead:
        found[name] = found.get(name, 0.0) + LEAD
    return found


@lru_cache(maxsize=64)
def _of_title(title: str) -> frozenset[str]:
    words = title.lower().replace("-", " - ").split()
    found = set()
    for i, word in enumerate(words):
        for k in keywords().get(word, ()):
            if k.weight == STRONG and tuple(words[i : i + len(k.words)]) == k.words and k.context != NONE:
                found.add(k.context)
    return frozenset(found)
