"""A Doc to its arcs: the children of every token, its lemma, voice and preposition, slips of parsers mended."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, HEAD, LOWER

from dragoman.events.verbs import is_passive, lemma_of
from dragoman.events.words import MEASURES, PRONOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Arcs:
    """The dependency tree of a Doc with the children of every token and its lemma, each looked up once."""

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self.tokens: list[Token] = list(doc)
        strings = doc.vocab.strings
        columns = doc.to_array([DEP, HEAD, LOWER])  # three times as fast as asking each token
        known = {code: strings[code] for code in {*columns[:, 0].tolist(), *columns[:, 2].tolist()}}
        self.deps: list[str] = [known[code] for code in columns[:, 0].tolist()]
        offsets = columns[:, 1].astype(np.int64)  # of heads, from each token
        self.heads: list[int] = (np.arange(len(self.tokens)) + offsets).tolist()
        self.lower: list[str] = [known[code] for code in columns[:, 2].tolist()]
        self.lemmas: list[str] = [lemma_of(token, low) for low, token in zip(self.lower, self.tokens, strict=True)]
        self._kids: list[list[int]] = [[] for _ in self.tokens]
        for i, head in enumerate(self.heads):
            if head != i:
                self._kids[head].append(i)
        self._sentences: list[tuple[int, int]] = []
        for sentence in doc.sents:
            self._sentences += [(sentence.start, sentence.end)] * (sentence.end - sentence.start)
        self._passive: dict[int, bool] = {}

    @cached_property
    def text(self) -> str:
        """The text of the Doc; spaCy joins it from the tokens each time it is asked."""
        return self.doc.text

    def kids(self, i: int) -> list[int]:
        """The children of token `i` in the order of the text."""
        return self._kids[i]

    def sentence(self, i: int) -> tuple[int, int]:
        """First token of the sentence of token `i`, and the one after its last."""
        return self._sentences[i] if i < len(self._sentences) else (0, len(self.tokens))

    def kids_by(self, i: int, *deps: str) -> list[int]:
        """The children of token `i` that hang on it by one of `deps`."""
        found = self.deps
        return [k for k in self._kids[i] if found[k] in deps]

    def case(self, i: int) -> str:
        """The preposition of a phrase, "out of" and "because of" joined; empty when it has none."""
        cases = [k for k in self._kids[i] if self.deps[k] in ("case", "mark") and k < i]
        return self.lower[cases[-1]] if cases else ""

    def passive(self, i: int) -> bool:
        """Whether the verb `i` is passive, also without auxiliary ("troops killed by rebels")."""
        if i not in self._passive:
            self._passive[i] = is_passive(self, i)
        return self._passive[i]

    def verbal(self, i: int) -> bool:
        """Whether token `i` stands as a verb: "free" in "is to free nine" too, which taggers take for an adjective.

        Not a gerund that stands as a noun does: "Fighting between the two resumed".
        """
        token = self.tokens[i]
        if self.due(i):
            return True
        if token.pos_ in ("VERB", "AUX"):
            return not (token.tag_ == "VBG" and self._nominal(i))
        return token.pos_ == "ADJ" and any(self.deps[k] == "obj" or self.lower[k] == "to" for k in self._kids[i])

    def due(self, i: int) -> bool:
        """Whether token `i` is the verb of "is due to travel", which parsers take for a noun behind "due to"."""
        if i < 3 or self.lower[i - 1] != "to" or self.lower[i - 2] != "due" or self.deps[i - 1] != "fixed":
            return False
        return self.tokens[i].pos_ == "NOUN" and bool(self.kids_by(i, "cop", "aux"))

    def _nominal(self, i: int) -> bool:
        kids = [self.deps[k] for k in self._kids[i]]
        if "obj" in kids or "aux" in kids or "nsubj" in kids or "aux:pass" in kids:
            return False
        if self.deps[i] in ("nsubj", "nsubj:pass", "obj", "obl", "nmod") or "det" in kids or "amod" in kids:
            return True
        first = self.tokens[i].is_sent_start and any(
            self.lower[c] in ("between", "of") for c in range(i + 1, min(i + 2, len(self.lower)))
        )
        return bool(first)

    def through(self, i: int) -> int:
        """The noun that a measure stands for: "talks" for "rounds" in "two rounds of talks", else `i` itself."""
        if self.lemmas[i] in MEASURES or self.tokens[i].pos_ == "NUM":
            for k in self._kids[i]:
                if self.deps[k] == "nmod" and self.case(k) == "of":
                    return k
        return i

    def measure(self, i: int) -> int:
        """The measure that noun `i` stands behind ("rounds" for "talks"), else `i`."""
        head = self.heads[i]
        if self.deps[i] == "nmod" and head != i and self.lemmas[head] in MEASURES and self.case(i) == "of":
            return head
        return i

    def lower_mark(self, i: int) -> str:
        """The word that opens a clause ("to", "if", "of"); empty without."""
        marks = self.kids_by(i, "mark", "case")
        return self.lower[marks[0]] if marks else ""

    def antecedent(self, k: int, verb: int) -> int:
        """The noun that a relative pronoun stands for, else `k`."""
        if self.lower[k] in PRONOUNS and self.tokens[k].pos_ in ("PRON", "DET", "SCONJ"):
            up = verb
            while self.deps[up] == "conj" and self.heads[up] != up:
                up = self.heads[up]
            if self.deps[up] in ("acl:relcl", "acl") and self.heads[up] != up:
                return self.heads[up]
            if self.lower[k] in ("which", "who"):
                return self._before(k)
        return k

    def _before(self, k: int) -> int:
        """The noun before a relative pronoun that the parser has not tied to one, else `k`."""
        j = k - 1
        while j >= 0 and self.tokens[j].is_punct:
            j -= 1
        return j if j >= 0 and self.tokens[j].pos_ in ("NOUN", "PROPN") else k

    def _cased(self, k: int, prep: str) -> bool:
        return any(self.deps[c] in ("case", "mark") and self.lower[c] == prep for c in self._kids[k] if c < k)
