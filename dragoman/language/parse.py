"""A text, or words, to a spaCy Doc with tags, morphology, lemmas, trees, sentences and entities."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE, LEMMA, MORPH, ORTH, POS, TAG
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc

from dragoman.language import lemmas
from dragoman.language.acting import MOST, Acting
from dragoman.language.hearing import Heard, packed, renumbered, unpacked
from dragoman.language.holding import Holding
from dragoman.language.model import Analysis, Model, model
from dragoman.language.paragraphs import paragraphs
from dragoman.language.tokens import english

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

ATTRIBUTES = (TAG, POS, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE)


HEARD: Final = "dragoman.heard"
VECTORS: Final = "dragoman.vectors"
BEGUN: Final = "dragoman.begun"
TAGS: Final = "dragoman.tags"
STOOD: Final = "dragoman.stood"
TOPICS: Final = "dragoman.topics"


@cache
def tokenizer() -> "Language":
    """The English tokenizer and its vocabulary, made once a process."""
    return english()


def parse(text: str, *, breaks: Sequence[int] = (), acting: bool = False) -> Doc:
    """The Doc of a whole report: `doc.text == text`, sentences never cross a paragraph's end.

    `breaks` are further offsets at which a sentence surely starts, such as the end of a dateline. With `acting` the
    event tower runs too, for `language.acting(doc)`; it costs about a third more.
    """
    return annotate(tokenizer().tokenizer(text), breaks=breaks, acting=acting)


def sketch(text: str) -> Doc:
    """A Doc of tokens with the event tower's vectors and hints, without tags and trees: half the cost of `parse`.

    `annotate` makes it whole, and does not begin anew.
    """
    doc = tokenizer().tokenizer(text)
    real, words, opens = _words(doc, ())
    if 0 < len(real) <= MOST:
        found, begun = model().sketch(words, opens)
        _keep(doc, real, found)
        doc.user_data[BEGUN] = begun
    return doc


def annotate(doc: Doc, *, breaks: Sequence[int] = (), acting: bool = False) -> Doc:
    """Fills a tokenized `doc` in place and returns it; its white-space tokens hang on the word before them."""
    real, words, opens = _words(doc, breaks)
    if not real:
        return doc
    begun = () if breaks else doc.user_data.pop(BEGUN, ())
    found = model()(words, opens, acting=acting and len(words) <= MOST, begun=begun)
    _filler(doc.vocab).fill(doc, real, words, found)
    if found.vectors:
        _keep(doc, real, found)
    return doc


def _words(doc: Doc, breaks: Sequence[int]) -> tuple[list[int], list[str], list[bool]]:
    """The tokens that are no white space: their places, their words, and whether a sentence surely starts there."""
    columns = doc.to_array([IS_SPACE, ORTH, IDX])
    real = [i for i, space in enumerate(columns[:, 0].tolist()) if not space]
    strings = doc.vocab.strings
    words = [strings[orth] for orth in columns[real, 1].tolist()]
    begins = sorted({start for start, _ in paragraphs(doc.text)} | set(breaks))
    return real, words, _marked(columns[real, 2].tolist(), begins)


def _keep(doc: Doc, real: list[int], found: Analysis) -> None:
    """Puts the vectors and tags of the tower and the standings where `acting` and `holding` find them."""
    for name, values in ((VECTORS, found.vectors), (TAGS, found.tags), (STOOD, found.stood), (TOPICS, found.topics)):
        if values:
            kept: NDArray[Any] = np.zeros((len(doc), values[0].shape[1]), dtype=values[0].dtype)
            kept[real] = np.concatenate(values)
            doc.user_data[name] = kept


def parse_words(sentences: Sequence[Sequence[str]]) -> list[Doc]:
    """One Doc for each of `sentences`, given as words; they are read as one text, in windows of neighbours."""
    words = [w for s in sentences for w in s]
    opens = [n == 0 for s in sentences for n in range(len(s))]
    if not words:
        return [Doc(tokenizer().vocab, words=[]) for _ in sentences]
    vocab = tokenizer().vocab
    analysis = model()(words, opens, closed=True)
    found, at = [], 0
    for sentence in sentences:
        doc = Doc(vocab, words=list(sentence))
        if sentence:
            part = analysis.part(at, at + len(sentence))
            _filler(vocab).fill(doc, list(range(len(sentence))), list(sentence), part)
        found.append(doc)
        at += len(sentence)
    return found


def heard(doc: Doc) -> tuple[Heard, ...]:
    """Who said what in `doc` as the speech heads read it, ranges in tokens; none for a Doc that `parse` did not make.

    PolNeAR's notion of attribution: speech, belief, intention and support; contents do not nest.
    """
    return tuple(unpacked(row) for row in doc.user_data.get(HEARD, ()))


def acting(doc: Doc) -> Acting | None:
    """The event heads' side of `doc`; None for a Doc that `parse` did not make with `acting`, or a very long one."""
    vectors = doc.user_data.get(VECTORS)
    if vectors is None:
        return None
    found = model()
    return Acting(vectors, doc.user_data[TAGS], found.judge, found.labels)


def holding(doc: Doc) -> Holding | None:
    """The standing heads' side of `doc`; None for a Doc that `parse` did not make with `acting`, or a very long one."""
    stood = doc.user_data.get(STOOD)
    if stood is None:
        return None
    found = model()
    return Holding(stood, doc.user_data[TOPICS], found.hold, found.labels)


def _in_tokens(one: Heard, real: list[int]) -> Heard:
    """The same with the words of a run, its tokens that are no white space, as tokens of the Doc."""
    return renumbered(one, lambda a, b: (real[a], real[b - 1] + 1))


def _marked(places: list[int], begins: list[int]) -> list[bool]:
    """For each word's place, whether a paragraph begins there or between it and the word before."""
    marks, at = [], 0
    for place in places:
        opened = False
        while at < len(begins) and begins[at] <= place:
            opened, at = True, at + 1
        marks.append(opened)
    return marks


class _Filler:
    """Writes an analysis into Docs of one vocabulary, with the hashes of all labels looked up once."""

    def __init__(self, vocab: "Vocab", model: Model) -> None:
        add = vocab.strings.add
        labels = model.labels
        self.vocab, self.rules = vocab, labels["lemma"]
        self.tags = _hashes([add(tag) for tag in labels["xpos"]])
        self.pos = _hashes([IDS[name] for name in labels["upos"]])
        self.morphs = _hashes([vocab.morphology.add("" if f == "_" else f) for f in labels["feats"]])
        self.deps = _hashes([add("ROOT" if d == "root" else d) for d in labels["deprel"]])
        self.xpos, self.known = labels["xpos"], model.pieces.vocabulary
        self.lemmas: dict[tuple[int, int, str], int] = {}
        self.space = (add("_SP"), IDS["SPACE"], vocab.morphology.add(""), add("dep"))

    def fill(self, doc: Doc, real: list[int], words: list[str], found: Analysis) -> None:
        rows: NDArray[np.uint64] = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
        at = np.array(real)
        rows[at, 0] = self.tags[found.xpos]
        rows[at, 1] = self.pos[found.upos]
        rows[at, 2] = self.morphs[found.feats]
        rows[at, 3] = [self._lemma(*key) for key in zip(found.lemma, found.xpos, words, strict=True)]
        offsets = at[np.array(found.heads)] - at
        rows[at, 4] = offsets.astype(np.int64).view(np.uint64)
        rows[at, 5] = self.deps[found.deprels]
        rows[:, 6] = 2
        for start, end, label in found.entities:
            first, last = real[start], real[end - 1]
            rows[first, 6] = 3
            rows[first + 1 : last + 1, 6] = 1
            rows[first : last + 1, 7] = self.vocab.strings.add(label)
        doc.user_data[HEARD] = [packed(_in_tokens(h, real)) for h in found.heard]
        self._spaces(doc, real, rows)
        doc.from_array(list(ATTRIBUTES), rows)  # type: ignore[arg-type]  # spaCy takes uint64, its stub says ints

    def _lemma(self, rule: int, tag: int, word: str) -> int:
        key = (rule, tag, word)
        known = self.lemmas.get(key)
        if known is None:
            if len(self.lemmas) > 200_000:
                self.lemmas.clear()
            proposed = lemmas.apply(self.rules[rule], word)
            found = lemmas.lemma(word, self.xpos[tag], proposed, self.known)
            known = self.lemmas[key] = self.vocab.strings.add(found)
        return known

    def _spaces(self, doc: Doc, real: list[int], rows: NDArray[np.uint64]) -> None:
        if len(real) == len(doc):
            return
        before = -1
        known = set(real)
        for i in range(len(doc)):
            if i in known:
                before = i
                continue
            head = before if before >= 0 else real[0]
            rows[i, 0], rows[i, 1], rows[i, 2], rows[i, 5] = self.space
            rows[i, 3] = doc[i].orth
            rows[i, 4] = np.array(head - i, dtype=np.int64).view(np.uint64)


def _hashes(values: list[Any]) -> NDArray[np.uint64]:
    return np.array(values, dtype=np.uint64)


@cache
def _filler(vocab: "Vocab") -> _Filler:
    return _Filler(vocab, model())
