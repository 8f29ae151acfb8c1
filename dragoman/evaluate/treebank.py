"""CoNLL-U lines -> documents with their text as it stood, for a parser that reads texts.

Paragraphs are separated by a blank line, sentences of a paragraph by what `SpaceAfter` says; `# text` is taken where it
has the same characters as the forms. Nothing but forms, `# text`, `# newdoc`, `# newpar` and spacing is looked at.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.errors import GoldError
from dragoman.evaluate.conllu import Columns


@dataclass(slots=True)
class Sentence:
    """One sentence: its comment lines, its rows as they stand, whether it opens a document or a paragraph."""

    comments: list[str] = field(default_factory=list)
    rows: list[Columns] = field(default_factory=list)

    @property
    def opens_document(self) -> bool:
        """Whether a document begins here."""
        return any(comment.startswith("# newdoc") for comment in self.comments)

    @property
    def opens_paragraph(self) -> bool:
        """Whether a paragraph begins here."""
        return any(comment.startswith(("# newpar", "# newdoc")) for comment in self.comments)

    @property
    def words(self) -> list[str]:
        """The forms of the words; those of multiword tokens, not the tokens."""
        return [row[1] for row in self.rows if row[0].isdigit()]

    @property
    def text(self) -> str:
        """The sentence as it stood, without what follows it."""
        spelt = "".join(form + (" " if spaced else "") for form, spaced in self._tokens()).strip()
        given = next((c.partition("=")[2].strip() for c in self.comments if c.startswith("# text =")), spelt)
        return given if given.split() and "".join(given.split()) == "".join(spelt.split()) else spelt

    @property
    def spaced(self) -> bool:
        """Whether a blank follows the sentence."""
        return all(spaced for _, spaced in self._tokens()[-1:])

    def _tokens(self) -> list[tuple[str, bool]]:
        """Surface tokens, each with whether a blank follows."""
        tokens, until = [], 0
        for row in self.rows:
            if "." in row[0] or (row[0].isdigit() and int(row[0]) <= until):
                continue
            if "-" in row[0]:
                until = int(row[0].split("-")[1])
            tokens.append((row[1], "SpaceAfter=No" not in (row[9] if len(row) > 9 else "")))
        return tokens


@dataclass(slots=True)
class Document:
    """The sentences of one document."""

    sentences: list[Sentence] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The document's text: paragraphs separated by a blank line."""
        pieces: list[str] = []
        for number, sentence in enumerate(self.sentences):
            if number:
                spaced = " " if self.sentences[number - 1].spaced else ""
                pieces.append("\n\n" if sentence.opens_paragraph else spaced)
            pieces.append(sentence.text)
        return "".join(pieces)


def documents(lines: Iterable[str]) -> Iterator[Document]:
    """The documents of CoNLL-U lines; a file without `# newdoc` is one. Raises GoldError where rows are malformed."""
    document = Document()
    for sentence in _sentences(lines):
        if sentence.opens_document and document.sentences:
            yield document
            document = Document()
        document.sentences.append(sentence)
    if document.sentences:
        yield document


def _sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    sentence = Sentence()
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if not line.strip():
            if sentence.rows:
                yield sentence
                sentence = Sentence()
        elif line.startswith("#"):
            sentence.comments.append(line)
        else:
            sentence.rows.append(_columns(line, number))
    if sentence.rows:
        yield sentence


def _columns(line: str, number: int) -> Columns:
    columns = line.split("\t")
    if len(columns) < 8 or not columns[0].replace("-", "").replace(".", "").isdigit():
        advice = "Each word needs ten columns separated by tabs."
        raise GoldError("this is no CoNLL-U row", f"line {number}", advice)
    return columns


def answered(document: Document) -> bool:
    """Whether the document carries answers: a head that is not `_`."""
    return any(row[6] not in ("_", "") for sentence in document.sentences for row in sentence.rows if row[0].isdigit())
