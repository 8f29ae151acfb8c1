"""A Doc laid out as lists by token index: what the rules on place names read, and the page of the actors builds on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

LONGEST_LIST: Final = 60  # steps up a chain of conjuncts


@dataclass(slots=True)
class Layout:
    """Parallel lists over the tokens of a Doc: words, lemmas in lower case, universal tags and relations, tree.

    `kids` are in the order of the text; a root is its own head.
    """

    text: list[str]
    low: list[str]
    lemma: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    kids: list[list[int]]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of the relations."""
        return next((k for k in self.kids[i] if self.dep[k] in deps), None)

    def case(self, i: int) -> str:
        """The preposition of the noun phrase headed by `i`, "" if it has none; that of the first conjunct counts."""
        for _ in range(LONGEST_LIST):
            for k in self.kids[i]:
                if self.dep[k] == "case" and self.low[k] not in ("'s", "’s", "'", "’"):
                    return " ".join([self.low[k], *(self.low[f] for f in self.kids[k] if self.dep[f] == "fixed")])
            if self.dep[i] not in ("conj", "flat", "appos") or self.head[i] == i:
                break
            i = self.head[i]
        return ""

    def top(self, start: int, end: int) -> int:
        """The token of `start:end` whose head lies outside, the first such."""
        return next((k for k in range(start, end) if not start <= self.head[k] < end or self.head[k] == k), start)


def lay_out(doc: Doc) -> Layout:
    """The layout of a parsed Doc."""
    text, low, lemma, pos, dep, head = [], [], [], [], [], []
    for token in doc:
        text.append(token.text)
        low.append(token.lower_)
        lemma.append(token.lemma_.lower() or token.lower_)
        pos.append(token.pos_)
        dep.append(token.dep_)
        head.append(token.head.i)
    return Layout(text, low, lemma, pos, dep, head, children(head))


def children(heads: Sequence[int]) -> list[list[int]]:
    """The children of each token in the order of the text; a root is its own head and nobody's child."""
    kids: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return kids
