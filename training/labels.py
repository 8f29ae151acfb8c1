"""The label sets of the heads, counted from the corpora, and which tags a partial annotation leaves open."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dragoman.language import lemmas
from training.corpora import Piece

ENTITIES: Final = ("PERSON", "ORG", "LOC", "NORP", "FAC", "EVENT", "DATE", "MISC")
TAGS: Final = ("O", *(f"{place}-{label}" for label in ENTITIES for place in "BIES"))
RARE: Final = {"feats": 5, "deprel": 5, "lemma": 3, "xpos": 3, "upos": 1}


def count(pieces: Iterable[Piece]) -> dict[str, list[str]]:
    """The labels of each head, most frequent first; rarer ones than `RARE` are left out."""
    seen: dict[str, Counter[str]] = {head: Counter() for head in RARE}
    for piece in pieces:
        if "upos" not in piece.gold:
            continue
        for head in ("upos", "xpos", "feats", "deprel"):
            seen[head].update(str(v) for v in piece.gold[head])
        seen["lemma"].update(
            lemmas.rule(word, str(lemma)) for word, lemma in zip(piece.words, piece.gold["lemma"], strict=True)
        )
    found = {
        head: [label for label, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= RARE[head]]
        for head, counts in seen.items()
    }
    return found | {"ner": list(TAGS)}


def allowed(schema: Path) -> dict[str, dict[str, list[bool]]]:
    """For each corpus and gold tag, the tags of ours that it may stand for (a tag the corpus never marks looks like O).

    From the `annotated` and `collapse` tables of ner_schema.json: a corpus that calls a facility LOC leaves LOC and
    FAC open under its LOC, one that marks no dates leaves DATE open under its O.
    """
    table: dict[str, dict[str, list[bool]]] = {}
    for corpus, info in json.loads(schema.read_text())["datasets"].items():
        marked, collapse = set(info["annotated"]), info["collapse"]
        stands: dict[str, list[bool]] = {}
        for gold in TAGS:
            place, _, label = gold.partition("-")
            if gold == "O":
                stands[gold] = [t == "O" or collapse.get(t[2:], t[2:]) not in marked for t in TAGS]
            else:
                stands[gold] = [
                    t == gold or (t[:1] == place and t != "O" and collapse.get(t[2:]) == label and t[2:] != label)
                    for t in TAGS
                ]
        table["ner-" + corpus] = stands
    return table
