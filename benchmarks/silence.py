"""Texts without political events, of our own and out of EWT and GUM, to the share in which anything is read.

Ours are tests/gold_silence; the others are passages of up to PASSAGE sentences of documents in ../shared, where that
folder is. Genres and documents in which politics is at home are left out, with the reason below.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
OWN: Final = ROOT / "tests" / "gold_silence" / "texts.jsonl"
TREEBANKS: Final = ROOT.parent / "shared" / "data" / "language"
FILES: Final = ("ewt-dev", "ewt-train", "gum-dev", "gum-train", "gum-train-nc")

PASSAGE: Final = 10  # sentences; more would make one slip in a chapter count as much as one in a note
MOST: Final = 4  # passages of one document, that no long one weighs more than ten reviews

# Genres that are read, and of them the documents that tell of wars, offices or campaigns (by their titles alone).
GENRES: Final = {
    "reviews": (),
    "answers": (),
    "email": (),
    "academic": ("census",),
    "bio": ("byron", "emperor", "galois", "gordon", "goode", "theodorus", "enfant"),
    "conversation": (),
    "essay": (),
    "fiction": (),
    "interview": ("brotherhood", "chomsky", "daly", "herrick", "mckenzie", "peres", "shalev", "licen", "messina"),
    "letter": ("gorbachev", "conference"),
    "podcast": ("bangladesh",),
    "textbook": ("alamo", "governments", "history", "labor"),
    "vlog": (),
    "voyage": (),
    "whow": (),
}
# Left out as a whole: news, newsgroup and weblog (politics is their matter), speech (of presidents and in parliaments),
# court (arguments before the Supreme Court, in which states, police and agencies act).

Text = tuple[str, str]  # kind, text


def main() -> None:
    """Prints, for our texts and for each genre, in how many any event, standing, statement or entry was read."""
    sets = {"own": list(own())}
    if TREEBANKS.is_dir():
        sets["treebanks"] = list(passages())
    else:
        print(f"{TREEBANKS} is not here: only the texts of our own are read")
    for name, texts in sets.items():
        report(name, [(kind, counts(text)) for kind, text in texts])


def own() -> Iterator[Text]:
    """Our texts; the kind of the blind half ends in "(blind)"."""
    for line in OWN.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield ("blind" if row["half"] == "blind" else "open"), row["text"]


def passages() -> Iterator[Text]:
    """Genre and words of the passages of the treebanks."""
    for file in FILES:
        with gzip.open(TREEBANKS / f"{file}.conllu.gz", "rt", encoding="utf-8") as lines:
            for id, genre, paragraphs in documents(lines):
                if genre in GENRES and id.rsplit("_", 1)[-1] not in GENRES[genre]:
                    yield from ((genre, text) for text in parts(paragraphs)[:MOST])


def documents(lines: Iterator[str]) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Id, genre and the sentences of each paragraph of the documents of a CoNLL-U file."""
    id = genre = ""
    found: list[list[str]] = []
    for line in lines:
        mark, _, value = line.rstrip("\n").partition(" = ")
        if mark == "# newdoc id":
            if found:
                yield id, genre, found
            id, found = value, []
        elif mark == "# genre":
            genre = value
        elif line.startswith("# newpar"):
            found.append([])
        elif mark == "# text":
            found = found or [[]]
            found[-1].append(value)
    if found:
        yield id, genre, found


def parts(paragraphs: list[list[str]]) -> list[str]:
    """Texts of up to PASSAGE sentences, blank lines between paragraphs."""
    out: list[list[str]] = [[]]
    size = 0
    for paragraph in paragraphs:
        for at in range(0, len(paragraph), PASSAGE):
            piece = paragraph[at : at + PASSAGE]
            if size + len(piece) > PASSAGE:
                out.append([])
                size = 0
            out[-1].append(" ".join(piece))
            size += len(piece)
    return ["\n\n".join(part) for part in out if part]


def counts(text: str) -> tuple[int, int, int]:
    """How many events, standings and statements a text gives."""
    from dragoman import read

    reading = read(text, published="2014-05-06")
    return len(reading.events), len(reading.standings), len(reading.statements)


def report(name: str, rows: list[tuple[str, tuple[int, int, int]]]) -> None:
    """One line for each kind, one for all: shares of texts."""
    print(f"{name:14} {'texts':>6} {'event':>7} {'standing':>9} {'either':>7} {'statement':>10} {'any entry':>10}")
    for kind in (*sorted({kind for kind, _ in rows}), "all"):
        found = [n for k, n in rows if kind in (k, "all")]
        shares = [
            sum(1 for n in found if any(n[k] for k in wanted)) / len(found)
            for wanted in ((0,), (1,), (0, 1), (2,), (0, 1, 2))
        ]
        event, standing, either, statement, entry = (f"{share:.1%}" for share in shares)
        print(f"  {kind:12} {len(found):6} {event:>7} {standing:>9} {either:>7} {statement:>10} {entry:>10}")
