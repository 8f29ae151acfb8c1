"""CoNLL-U lines -> words with their character spans, for comparing two files whose words may differ."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from dragoman.errors import GoldError
from dragoman.records import Span

Columns: TypeAlias = list[str]
ROOT = -1


@dataclass(slots=True)
class Word:
    """A word; `span` is in the text without white space, `head` an index into the words, -1 for root, None for `_`.

    The words of a multiword token that they do not spell ("gonna" as "going" + "to") share its span.
    """

    span: Span
    form: str
    upos: str
    deprel: str
    genre: str | None
    head: int | None = None


@dataclass(slots=True)
class File:
    """A CoNLL-U file: its characters without white space, its words, the spans of its sentences."""

    characters: list[str] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """All forms joined, white space removed."""
        return "".join(self.characters)


def read_conllu(lines: Iterable[str]) -> File:
    """The words of a CoNLL-U file; comments but `# genre =` and empty nodes are passed over. Raises GoldError."""
    file, genre, rows = File(), None, list[Columns]()
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if not line.strip():
            _closed(file, rows, genre, number)
            rows = []
        elif line.startswith("#"):
            if line.startswith("# genre ="):
                genre = line.split("=", 1)[1].strip()
        else:
            columns = line.split("\t")
            if len(columns) >= 8 and "." not in columns[0]:
                rows.append(columns)
    _closed(file, rows, genre, -1)
    return file


def _closed(file: File, rows: list[Columns], genre: str | None, number: int) -> None:
    try:
        _close(file, rows, genre)
    except (ValueError, KeyError) as error:
        where = f"the sentence before line {number}" if number > 0 else "the last sentence"
        raise GoldError(f"no CoNLL-U: {error!r} as a number", where, "Check its ID and HEAD columns.") from error


def _close(file: File, rows: list[Columns], genre: str | None) -> None:
    """Adds a sentence."""
    if not rows:
        return
    base, start = len(file.words), file.length
    index: dict[int, int] = {}
    heads: list[str] = []
    until, shared = 0, (0, 0)
    for columns in rows:
        if "-" in columns[0]:
            last = _multiword(columns, rows)
            if last:
                until, shared = last, _take(file, columns[1])
            continue
        number = int(columns[0])
        span = shared if number <= until else _take(file, columns[1])
        index[number] = len(file.words)
        file.words.append(Word(span, columns[1].lower(), columns[3], columns[7], genre))
        heads.append(columns[6])
    # a number that is none, or a head that is not in the sentence, ends in read_conllu's GoldError
    for word, head in zip(file.words[base:], heads, strict=True):
        if head not in ("_", ""):
            word.head = ROOT if int(head) == 0 else index[int(head)]
    file.sentences.append((start, file.length))


def _multiword(columns: Columns, rows: list[Columns]) -> int:
    """The number of the last word of a multiword token, or 0 where its words spell it and keep their own characters."""
    first, last = map(int, columns[0].split("-"))
    inner = ["".join(c[1].split()) for c in rows if c[0].isdigit() and first <= int(c[0]) <= last]
    return 0 if "".join(inner) == "".join(columns[1].split()) else last


def _take(file: File, words: str) -> Span:
    """Adds the characters of a form and gives their span."""
    form = "".join(words.split())
    start = file.length
    file.characters.append(form)
    file.length += len(form)
    return start, file.length


def matched(gold: list[Word], system: list[Word]) -> list[tuple[int, int]]:
    """Pairs (gold, system) of indices of words on the same characters; those that share a span match by form."""
    by_span: dict[Span, tuple[list[int], list[int]]] = {}
    for side, words in enumerate((gold, system)):
        for i, word in enumerate(words):
            by_span.setdefault(word.span, ([], []))[side].append(i)
    pairs = []
    for ours, theirs in by_span.values():
        if len(ours) == 1 and len(theirs) == 1:
            pairs.append((ours[0], theirs[0]))
            continue
        at = 0
        for i in ours:
            j = next((j for j in range(at, len(theirs)) if gold[i].form == system[theirs[j]].form), None)
            if j is not None:
                pairs.append((i, theirs[j]))
                at = j + 1
    return pairs
