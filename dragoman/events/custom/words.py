"""The words of a user's rules to a table that is looked up by part of speech and lemma, in every inflected form."""

from dataclasses import dataclass
from typing import Final

from dragoman.events.custom.schema import OwnCodebook, OwnRule
from dragoman.events.forms import forms, noun_forms, verb_forms
from dragoman.events.tree import Tree

# What a noun is when the noun behind it says more: "boarding party".
INSIDE: Final = frozenset({"compound", "amod"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule under one of its words; `others` are the words that must stand with it, `breadth` sorts entries."""

    rule: OwnRule
    pos: str
    lemma: str
    others: tuple[str, ...]
    breadth: int


class Words:
    """Looks up which rules a token may trigger."""

    def __init__(self, book: OwnCodebook) -> None:
        found: dict[tuple[str, str], list[Entry]] = {}
        for rule in book.rules:
            breadth = -sum(2 if w.words else 1 for w in rule.wanted if not w.negated)
            for pos, lemma, others in rule.words:
                found.setdefault((pos, lemma), []).append(Entry(rule, pos, lemma, others, breadth - 2 * len(others)))
        self.entries = {key: tuple(sorted(rows, key=lambda e: e.breadth)) for key, rows in found.items()}
        self.verbs = forms(sorted(w for pos, w in found if pos == "V"), verb_forms)
        wanted = {word.split()[-1] for rule in book.rules for w in rule.wanted for word in w.words}
        self.alike = _alike(book)
        self.nouns = forms(sorted({w for pos, w in found if pos == "N"} | wanted), noun_forms)

    def at(self, tree: Tree, i: int) -> tuple[str, tuple[Entry, ...]]:
        """How token `i` stands in its sentence (V, N or A), and the rules that it may trigger."""
        token, low = tree.tokens[i], tree.lower[i]
        if token.is_space or token.is_punct:
            return "", ()
        if tree.verbal(i):
            entries = self.entries.get(("V", self.verbs.get(low, tree.lemmas[i])), ())
            return "V", entries or self.entries.get(("A", low), ())
        if token.pos_ in ("ADJ", "ADV"):
            return "A", self.entries.get(("A", low), ()) or self.entries.get(("A", tree.lemmas[i]), ())
        if token.pos_ not in ("NOUN", "VERB", "PROPN") or (token.pos_ == "PROPN" and low != token.text):
            return "", ()
        if tree.deps[i] in INSIDE and tree.tokens[tree.heads[i]].pos_ in ("NOUN", "PROPN"):
            return "", ()
        entries = self.entries.get(("N", self.nouns.get(low, tree.lemmas[i])), ())
        if not entries and low.endswith("ing"):  # "the boarding of the tanker" is told by the rule for "board"
            entries = self.entries.get(("V", self.verbs.get(low, "")), ())
        return "N", entries

    def is_word(self, tree: Tree, k: int, words: tuple[str, ...]) -> bool:
        """Whether the noun at token `k` is one of `words`; of "water cannon" the first word stands before it."""
        forms_of = (tree.lower[k], tree.lemmas[k], self.nouns.get(tree.lower[k], ""))
        for word in words:
            *before, head = word.split()
            if head in forms_of and all(self._stands_before(tree, k, part) for part in before):
                return True
        return False

    def _stands_before(self, tree: Tree, k: int, word: str) -> bool:
        near = range(max(0, k - 3), k)
        return any(word in (tree.lower[j], tree.lemmas[j]) for j in (*near, *tree.kids_by(k, *INSIDE)))


def _alike(book: OwnCodebook) -> dict[str, frozenset[str]]:
    """The words of one list, under each of them: they may name the same thing."""
    found: dict[str, frozenset[str]] = {}
    for words in book.lists.values():
        heads = frozenset(word.split()[-1] for word in words)
        for head in heads:
            found[head] = found.get(head, frozenset()) | heads
    return found
