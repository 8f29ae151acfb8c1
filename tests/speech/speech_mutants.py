"""Texts and trees with broken quotation marks, made from the reports in examples/ and the trees of trees.tsv.

Marks are dropped, doubled, swapped, moved and put where none belongs, paragraphs joined and parted, words of other
scripts, controls and entities thrown in. The same seed gives the same mutants.
"""

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.tokens import Doc
from speech_stand_ins import trees

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
MARKS = ('"', "“", "”", "„", "«", "»", "‘", "’", "'", "`", "``", "''", "「", "」", "‹", "&quot;", "＂")
NOISE = (
    "\n",
    "\n\n",
    "\x00",
    "\u200b",
    "\u202e",
    "é",
    "Ж",
    "中",
    "🙂",
    "\ufeff",
    "\xa0",
    "%s",
    "Q:",
    "A. ",
    "LIMA: ",
    "—",
    "…",
)
TURNS = (
    'MAYA LOPEZ, HOST: Will the army go?\n\nJOAO LIMA: Not before May. "Never," as they say.\n\nLOPEZ: Why?\n\n',
    "Q. Will you go?\n\nA. No. We told them 'no' twice.\n\nThey heard it.\n\nQ. And now?\n\nA. We wait.\n\n",
)


@cache
def seeds() -> tuple[str, ...]:
    """Runs of two or three paragraphs of every example report in plain text, and two interviews."""
    texts = [path.read_text("utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    for path in sorted(REPORTS.glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    runs = []
    for text in texts:
        parts = [part for part in text.split("\n\n") if part.strip()]
        runs += ["\n\n".join(parts[n : n + 3]) for n in range(0, len(parts), 2)]
    return (*runs, *TURNS)


def texts(count: int, seed: int = 3) -> Iterator[str]:
    """`count` broken texts of a few paragraphs each."""
    rng = random.Random(seed)
    for n in range(count):
        yield _broken(seeds()[n % len(seeds())], rng)


def _broken(text: str, rng: random.Random) -> str:
    rate, out = rng.choice((0.1, 0.4, 0.9)), []
    for char in text.replace("\n\n", rng.choice(("\n\n", "\n\n", "\n", " ", "")) if rng.random() < 0.5 else "\n\n"):
        roll = rng.random()
        if char in "\"“”‘’'" and roll < rate:
            out.append(rng.choice(("", char * 2, rng.choice(MARKS), " " + char + " ", rng.choice(MARKS) + char)))
        elif char == " " and roll > 0.985:
            out.append(rng.choice((rng.choice(MARKS) + " ", " " + rng.choice(MARKS), " " + rng.choice(NOISE), "")))
        else:
            out.append(char)
    made = "".join(out)
    return made[: rng.randrange(len(made))] if made and rng.random() < 0.15 else made


def docs(count: int, seed: int = 5) -> Iterator[Doc]:
    """`count` parsed Docs whose marks are broken; the trees around the marks stay as they were checked."""
    rng = random.Random(seed)
    whole = list(trees().values())
    for n in range(count):
        yield _broken_tree(whole[n % len(whole)], rng)


def _broken_tree(doc: Doc, rng: random.Random) -> Doc:
    """The Doc with marks swapped, dropped, doubled or put in; a dropped word's children hang on its head."""
    kept: list[tuple[int, str]] = []  # token of the old Doc, word of the new one
    for token in doc:
        roll = rng.random()
        if token.text in MARKS and roll < 0.6:
            kept += [(token.i, rng.choice(MARKS))] * rng.choice((0, 1, 1, 2))
        elif roll > 0.97:
            kept += [(token.i, token.text), (token.i, rng.choice((*MARKS, *NOISE, ",", ".")))]
        else:
            kept.append((token.i, token.text))
    kept = [(i, word) for i, word in kept if word.strip() or doc[i].is_space] or [(0, "x")]
    first = {}
    for new, (old, _) in enumerate(kept):
        first.setdefault(old, new)
    spaces = [bool(doc[i].whitespace_) if rng.random() > 0.05 else rng.random() > 0.5 for i, _ in kept]
    return Doc(
        doc.vocab,
        words=[word for _, word in kept],
        spaces=spaces,
        pos=[doc[i].pos_ if word == doc[i].text else "PUNCT" for i, word in kept],
        tags=[doc[i].tag_ if word == doc[i].text else "``" for i, word in kept],
        heads=[first.get(doc[i].head.i, new) for new, (i, _) in enumerate(kept)],
        deps=[doc[i].dep_ for i, _ in kept],
        sent_starts=[bool(doc[i].is_sent_start) and first[i] == new for new, (i, _) in enumerate(kept)],
    )
