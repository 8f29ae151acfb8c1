"""A parsed report laid out as lists by token index: words, tags, tree, sentences, paragraphs; what all finders read."""

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from dragoman.places import recognise_tree
from dragoman.places.recognise_tree import Layout
from dragoman.records import Span, Spans

# Relations that continue the word before them as one name ("Godfrey <-flat- Mulenga").
FLAT = frozenset(("flat", "flat:name", "flat:foreign", "goeswith"))


@dataclass(slots=True)
class Page(Layout):
    """Parallel lists over the tokens of a Doc; `sent` and `para` number sentences and paragraphs; `label`: doc.ents.

    `asked` and `answered` are the first question of a transcript and the end of its last answer.
    """

    doc: Doc
    sent: list[int]
    para: list[int]
    skip: list[bool]
    quoted: list[bool]
    label: list[str]
    asked: int | None = None
    answer: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    answered: int = 0

    def __len__(self) -> int:
        return len(self.text)

    def has(self, i: int, dep: str, words: frozenset[str]) -> bool:
        """Whether `i` has a child of relation `dep` whose lower-case form is one of `words`."""
        return any(self.dep[k] == dep and self.low[k] in words for k in self.kids[i])

    def span(self, start: int, end: int) -> Span:
        """Characters of the tokens `start:end`."""
        last = self.doc[end - 1]
        return (self.doc[start].idx, last.idx + len(last))

    def words(self, start: int, end: int) -> str:
        """The words of the tokens `start:end` as printed, white space made single."""
        return " ".join(self.doc[start:end].text.split())


def lay_out(doc: Doc, boiler: Spans = ()) -> Page:
    """The page of `doc`; tokens inside `boiler` get `skip`, tokens inside quotation marks `quoted`."""
    tree = recognise_tree.lay_out(doc)
    text, low, lemma, pos, dep, head, kids = tree.text, tree.low, tree.lemma, tree.pos, tree.dep, tree.head, tree.kids
    skip = _skipped(doc, boiler)
    if any(skip):
        _lift(dep, head, skip)
        kids = recognise_tree.children(head)
    starts, ends = _sentences(doc)
    sent = [0] * len(text)
    for n, (s, e) in enumerate(zip(starts, ends, strict=True)):
        sent[s:e] = [n] * (e - s)
    quoted, para = _quoted(text, [t.tag_ == "POS" for t in doc]), _paragraphs(doc)
    asked, answer = _answers(text, para)
    if asked is not None:
        quoted = [q or a for q, a in zip(quoted, answer, strict=True)]
    answered = len(answer) - answer[::-1].index(True) if asked is not None else 0
    label = [t.ent_type_ for t in doc]
    return Page(
        text,
        low,
        lemma,
        pos,
        dep,
        head,
        kids,
        doc,
        sent,
        para,
        skip,
        quoted,
        label,
        asked,
        answer,
        starts,
        ends,
        answered,
    )


def _answers(text: list[str], para: list[int]) -> tuple[int | None, list[bool]]:
    """The first question of a transcript ("Q: ..."), and which tokens are in answers ("A: ..."): each up to the next.

    The last answer ends with its paragraph.
    """
    marks: list[tuple[int, bool]] = []
    for i in range(len(text) - 1):
        begins = i == 0 or "\n" in text[i - 1] or para[i - 1] != para[i]
        if begins and text[i + 1] in (":", ".") and text[i] in ("Q", "A", "QUESTION", "ANSWER", "Question", "Answer"):
            marks.append((i, text[i][0] == "A"))
    inside = [False] * len(text)
    if not any(answer for _, answer in marks) or all(answer for _, answer in marks):
        return None, inside
    for n, (start, answer) in enumerate(marks):
        end = (
            marks[n + 1][0]
            if n + 1 < len(marks)
            else next((k for k in range(start, len(text)) if para[k] != para[start]), len(text))
        )
        if answer:
            inside[start + 2 : end] = [True] * len(inside[start + 2 : end])
    return next(i for i, answer in marks if not answer), inside


def _lift(dep: list[str], head: list[int], skip: list[bool]) -> None:
    """Words that hang on the dateline take its place in the tree ("LUSAKA, Nov 24 - Zambia said": Zambia)."""
    for i in range(len(head)):
        steps, above = 0, head[i]
        while not skip[i] and skip[above] and steps < 8:
            if dep[i] not in ("punct", "case", "det", "obl", "advmod"):
                dep[i] = dep[above]
            head[i] = head[above] if head[above] != above else i
            above = head[i]
            steps += 1


def _sentences(doc: Doc) -> tuple[list[int], list[int]]:
    if not len(doc):
        return [], []
    if not doc.has_annotation("SENT_START"):
        return [0], [len(doc)]
    starts = [s.start for s in doc.sents]
    return starts, [*starts[1:], len(doc)]


def _paragraphs(doc: Doc) -> list[int]:
    """A blank line ends a paragraph; in a text without blank lines every line end does."""
    need = 2 if "\n\n" in doc.text or "\r\n\r\n" in doc.text else 1
    out, now = [], 0
    for t in doc:
        out.append(now)
        if t.is_space and t.text.count("\n") >= need:
            now += 1
    return out


def _skipped(doc: Doc, boiler: Spans) -> list[bool]:
    spans = sorted(boiler)
    if not spans:
        return [False] * len(doc)
    begins = [s for s, _ in spans]
    out = []
    for t in doc:
        n = bisect_right(begins, t.idx) - 1
        out.append(n >= 0 and t.idx < spans[n][1])
    return out


def _quoted(text: list[str], possessive: list[bool]) -> list[bool]:
    """Tokens between quotation marks. A mark left open ends with its paragraph (a quotation that goes on reopens).

    Single marks count where no double one stands in the text: they may be apostrophes.
    """
    out, inside = [], False
    single = "‘" in text and "“" not in text and '"' not in text
    for n, word in enumerate(text):
        if single and word == "‘":
            inside = True
        elif single and word == "’" and not possessive[n]:
            inside = False
        elif word in ("“", "``", "«"):
            inside = True
        elif word in ("”", "''", "»"):
            inside = False
        elif word == '"':
            inside = not inside
        elif "\n\n" in word:
            inside = False
        out.append(inside)
    return out


__all__ = ["FLAT", "Page", "lay_out"]
