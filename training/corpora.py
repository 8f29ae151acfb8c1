"""The corpora of `shared/data/language` to sentences and records that the windows are packed from."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import spacy

# Corpora by licence: the switch `--open-only` trains on the first group alone (README.md).
OPEN: Final = ("ewt-train", "gum-train", "ner-wikigold-train", "ner-gmb-train")
ALL: Final = (*OPEN, "ner-wwn-train")
NEVER: Final = ("gum-train-nc", "ner-re3d-train")

# Titles that gmb puts inside its names of persons; the other corpora leave them out.
TITLES: Final = frozenset(
    """
    president prime minister mr. mrs. ms. dr. mr mrs ms dr general gen. secretary senator sen. former king queen
    pope prince princess foreign interior defense defence vice chancellor colonel col. judge justice sheik sheikh
    ayatollah cardinal ambassador minister premier governor gov. representative rep. spokesman spokeswoman captain
    admiral lieutenant major sergeant archbishop bishop chairman director secretary-general u.s. state
    """.split()
)


@dataclass(slots=True)
class Piece:
    """One run of words with gold: a treebank sentence or a record of an entity corpus."""

    words: list[str]
    doc: str
    corpus: str
    gold: dict[str, list[object]] = field(default_factory=dict)


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def treebank(path: Path) -> Iterator[Piece]:
    """The sentences of a CoNLL-U file with upos, xpos, feats, lemma, head (1-based, 0 root) and deprel."""
    corpus, doc, rows, paragraph = path.name.split(".")[0], "", [], 0
    for line in _lines(path):
        if line.startswith("# newdoc"):
            doc = line.split("=", 1)[-1].strip()
        elif line.startswith("# newpar"):
            paragraph += 1
        elif line.strip() and not line.startswith("#"):
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line.strip() and rows:
            yield Piece(
                [c[1] for c in rows],
                doc,
                corpus,
                {
                    "upos": [c[3] for c in rows],
                    "xpos": [c[4] for c in rows],
                    "feats": [c[5] for c in rows],
                    "lemma": [c[2] for c in rows],
                    "head": [int(c[6]) for c in rows],
                    "deprel": [c[7] for c in rows],
                },
            )
            rows = []


def entities(path: Path) -> Iterator[Piece]:
    """The records of an entity corpus, in words of spaCy's tokenizer, with BIOES tags; unaligned spans are left out."""
    tokenizer = spacy.blank("en").tokenizer
    for line in _lines(path):
        row = json.loads(line)
        doc = tokenizer(row["text"])
        keep = [t for t in doc if not t.is_space]
        place = {t.i: n for n, t in enumerate(keep)}
        tags: list[object] = ["O"] * len(keep)
        for entity in row["entities"]:
            span = doc.char_span(entity["start"], entity["end"], alignment_mode="expand")
            inside = [place[t.i] for t in span if t.i in place] if span is not None else []
            if row["dataset"] == "gmb" and entity["label"] == "PERSON":
                while len(inside) > 1 and keep[inside[0]].text.lower() in TITLES:
                    inside = inside[1:]
            for n, index in enumerate(inside):
                first, last = n == 0, n == len(inside) - 1
                tags[index] = (
                    ("S" if first and last else "B" if first else "E" if last else "I") + "-" + entity["label"]
                )
        if keep:
            yield Piece([t.text for t in keep], row["doc"] or row["id"], "ner-" + row["dataset"], {"ner": tags})
