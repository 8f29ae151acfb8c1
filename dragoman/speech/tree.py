"""Takes a parsed Doc, gives its tree as plain lists: heads, relations, children, edges of subtrees, sentences.

Rules ask these questions of every word; lists answer them without a Token view made for each.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from dragoman.records import Span
from dragoman.speech.mending import cue_heads
from dragoman.speech.quotations import paragraphs

OPENING: Final = frozenset(('"', "“", "``", "''", "‘", "'"))
CLOSING: Final = frozenset(('"', "”", "''", "’", "'"))
STEPS: Final = 12  # how far down a phrase a word may hang
LONGEST: Final = 250  # no sentence or phrase is read further, so that a text without full stops costs no more


class Tree:
    """The tree of `doc`. Token numbers index every list; `first[i]` and `last[i]` end the subtree of i, inclusive.

    White-space tokens hang on the word before and belong to no subtree's edges. Never raises on a Doc without a parse:
    every word is then its own root, and sentences are paragraphs.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        rows = doc.to_array([HEAD, DEP, POS, TAG, IDX, LENGTH, IS_SPACE, SENT_START]).astype("int64")
        strings = doc.vocab.strings
        names = {int(key): strings[int(key) % 2**64] for column in (1, 2, 3) for key in set(rows[:, column].tolist())}
        self.n: int = len(doc)
        self.head: list[int] = [i + h for i, h in enumerate(rows[:, 0].tolist())]
        self.dep = [names[k] for k in rows[:, 1].tolist()]
        self.pos = [names[k] for k in rows[:, 2].tolist()]
        self.tag = [names[k] for k in rows[:, 3].tolist()]
        self.start: list[int] = rows[:, 4].tolist()
        self.end = [a + b for a, b in zip(self.start, rows[:, 5].tolist(), strict=True)]
        self.space = [bool(v) for v in rows[:, 6].tolist()]
        self.low = [self.text[a:b].lower() for a, b in zip(self.start, self.end, strict=True)]
        self.sentences = self._sentences(rows[:, 7].tolist())
        self._cut_at_sentences()
        for i, above in cue_heads(self.head, self.dep, self.tag, self.low).items():
            self.head[i] = above
        self.kids: list[list[int]] = [[] for _ in range(self.n)]
        for i, h in enumerate(self.head):
            if h != i and not self.space[i]:
                self.kids[h].append(i)
        self.first, self.last = self._edges()

    def _edges(self) -> tuple[list[int], list[int]]:
        first, last = list(range(self.n)), list(range(self.n))
        order = [i for i, h in enumerate(self.head) if h == i]
        for i in order:  # grows while it is walked: roots, then their children, and so on down
            order.extend(self.kids[i])
        for i in reversed(order):
            h = self.head[i]
            first[h], last[h] = min(first[h], first[i]), max(last[h], last[i])
        nearest = [max(a, i - LONGEST) for i, a in enumerate(first)]
        return nearest, [min(b, i + LONGEST) for i, b in enumerate(last)]

    def _sentences(self, marks: list[int]) -> list[int]:
        """The first tokens of the sentences, in order."""
        if any(mark == 1 for mark in marks[1:]):
            return sorted({0, *(i for i, mark in enumerate(marks) if mark == 1), *self._after_quotations()})
        return sorted({0, *(self.token_at(a) for a, _ in paragraphs(self.text))})

    def _cut_at_sentences(self) -> None:
        """No word hangs on a word of another sentence: where one did, the parser ran two sentences together."""
        number = [0] * self.n
        for k in self.sentences[1:]:
            if k < self.n:
                number[k] = 1
        number = list(accumulate(number))
        for i, h in enumerate(self.head):
            if number[i] != number[h]:
                self.head[i], self.dep[i] = i, "ROOT"

    def _after_quotations(self) -> Iterator[int]:
        """Where a sentence starts because a quotation ends one or opens after one: '... left." The', 'left. "The'."""
        for i in range(1, self.n - 1):
            if self.low[i] == "." and self.low[i + 1] in OPENING and self.end[i] < self.start[i + 1]:
                if self.text[self.end[i + 1] : self.end[i + 1] + 1].isupper():
                    yield i + 1
            elif self.low[i] in CLOSING and self.low[i - 1] in (".", "!", "?") and self.end[i] < self.start[i + 1]:
                after = self.text[self.start[i + 1]]
                if self.low[i - 1] == "." and (after.isupper() or after in "“‘"):
                    yield i + 1

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after `offset`; `n` if none does."""
        return bisect_left(self.start, offset)

    def covering(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that begin inside `span`."""
        return bisect_left(self.start, span[0]), bisect_left(self.start, span[1])

    def sentence(self, i: int) -> tuple[int, int]:
        """The half-open token range of the sentence that holds token `i`, at most LONGEST words to either side."""
        k = bisect_right(self.sentences, i)
        end = self.sentences[k] if k < len(self.sentences) else self.n
        return max(self.sentences[k - 1], i - LONGEST), min(end, i + LONGEST)

    def span(self, a: int, b: int) -> Span:
        """The characters of tokens `a` to `b`, both included."""
        return self.start[a], self.end[b]

    def below(self, i: int, top: int) -> bool:
        """Whether `i` is `top` or in its subtree, within STEPS of it."""
        for _ in range(STEPS):
            if i == top or self.head[i] == i:
                break
            i = self.head[i]
        return i == top

    def near_first(self, i: int) -> int:
        """The first token of the unbroken run of i's subtree that ends at `i`: its phrase, without stray modifiers."""
        a = i
        while a > self.first[i] and i - a < LONGEST and self.below(a - 1, i):
            a -= 1
        return a

    def having(self, i: int, *relations: str) -> list[int]:
        """The children of `i` with one of the relations, subtypes told apart."""
        return [k for k in self.kids[i] if self.dep[k] in relations]

    def follows(self, i: int, word: str) -> int | None:
        """The token within three words after `i` that is `word`: the particle of "pointed it out"."""
        return next((j for j in range(i + 1, min(i + 4, self.n)) if self.low[j] == word), None)

    def introducer(self, i: int) -> int | None:
        """The preposition or conjunction that marks the phrase `i` heads (its first `case` or `mark`)."""
        return next((k for k in self.kids[i] if self.dep[k] in ("case", "mark")), None)

    def negated(self, i: int) -> bool:
        """Whether the word itself is negated: "did not say", "never said"."""
        return any(self.low[k] in ("not", "n't", "n’t", "never", "no", "neither", "nor") for k in self.kids[i])

    def finite(self, i: int) -> bool:
        """Whether a verb is finite, by its own tag or an auxiliary's."""
        if self.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(
            self.dep[k] in ("aux", "aux:pass", "cop") and self.tag[k] in ("VBD", "VBZ", "VBP", "MD")
            for k in self.kids[i]
        )
