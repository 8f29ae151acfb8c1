"""A document of a treebank -> CoNLL-U lines from the language layer, over its own words or over the gold's."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.evaluate.conllu import Columns
from dragoman.evaluate.treebank import Document, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def predict(document: Document, *, gold_tokens: bool) -> list[str]:
    """The lines of a document, with line ends; their characters are those of the document's text."""
    from dragoman import language

    if gold_tokens:
        parsed = language.parse_words([sentence.words for sentence in document.sentences])
        pairs = zip(document.sentences, parsed, strict=True)
        return [line for sentence, doc in pairs for line in _filled(sentence, doc)]
    doc = language.parse(document.text)
    lines: list[str] = []
    for number, span in enumerate(doc.sents):
        lines += _written(span, first=number == 0)
    return lines


def _written(span: "Span", *, first: bool) -> Iterator[str]:
    """A sentence of a Doc; tokens of white space are left out."""
    words = [token for token in span if not token.is_space]
    if not words:
        return
    if first:
        yield "# newdoc\n"
    yield f"# text = {' '.join(span.text.split())}\n"
    place = {token.i: n for n, token in enumerate(words, 1)}
    for token in words:
        spaced = token.whitespace_ or (token.i + 1 < len(token.doc) and token.nbor().is_space)
        misc = "_" if spaced else "SpaceAfter=No"
        yield _line([str(place[token.i]), token.text, *_analysis(token, place), "_", misc])
    yield "\n"


def _filled(sentence: Sentence, doc: "Doc") -> Iterator[str]:
    """The gold's rows with the analysis of `doc`, which has a token for each word."""
    for comment in sentence.comments:
        yield comment + "\n"
    place = {token.i: n for n, token in enumerate(doc, 1)}
    tokens = iter(doc)
    for row in sentence.rows:
        if row[0].isdigit():
            yield _line([*row[:2], *_analysis(next(tokens), place), "_", row[9] if len(row) > 9 else "_"])
        elif "-" in row[0]:
            yield _line([*row[:2], *["_"] * 7, row[9] if len(row) > 9 else "_"])
    yield "\n"


def _analysis(token: "Token", place: dict[int, int]) -> Columns:
    """LEMMA to DEPREL of a token; a head outside the sentence makes it a root."""
    head = 0 if token.head.i == token.i else place.get(token.head.i, 0)
    relation = "root" if head == 0 else token.dep_ or "dep"
    return [token.lemma_ or "_", token.pos_ or "X", token.tag_ or "_", str(token.morph) or "_", str(head), relation]


def _line(columns: Columns) -> str:
    return "\t".join(columns) + "\n"
