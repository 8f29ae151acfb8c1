"""Gold and predicted entities -> precision, recall and F1 by label, micro, untyped and macro.

A predicted entity is right if start, end and label agree. The gold corpus decides which labels count: labels go through
the `collapse` table of its schema (GPE to LOC, say), then those that the corpus does not annotate are left out.
"""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from dragoman.evaluate.measures import percent
from dragoman.evaluate.parse import line
from dragoman.evaluate.rows import Row, Scores, read_lines

Labelled: TypeAlias = set[tuple[int, int, str]]


def schema_beside(gold: Path) -> Row:
    """The `ner_schema.json` in the folder of `gold`, or an empty one."""
    path = gold.parent / "ner_schema.json"
    if not path.exists():
        return {"datasets": {}}
    schema: Row = json.loads("".join(read_lines(path)))
    return schema


def score(gold: Sequence[Row], predicted: Sequence[Row], schema: Row) -> Scores:
    """Scores in per cent; a gold row without a prediction counts as predicted empty."""
    datasets = schema.get("datasets", {})
    by_id = {row["id"]: row for row in predicted}
    right, in_gold, in_system, untyped = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for row in gold:
        info = datasets.get(row.get("dataset"), {})
        ours = _spans(row["entities"], info)
        theirs = _spans(by_id.get(row["id"], {"entities": []})["entities"], info)
        in_gold.update(label for *_, label in ours)
        in_system.update(label for *_, label in theirs)
        right.update(label for *_, label in ours & theirs)
        bare, guessed = {e[:2] for e in ours}, {e[:2] for e in theirs}
        untyped.update(right=len(bare & guessed), gold=len(bare), system=len(guessed))
    labels = sorted(set(in_gold) | set(in_system))
    out: Scores = {
        "micro": percent(sum(right.values()), sum(in_gold.values()), sum(in_system.values())),
        "untyped": percent(untyped["right"], untyped["gold"], untyped["system"]),
        "labels": {label: percent(right[label], in_gold[label], in_system[label]) for label in labels},
    }
    each = [out["labels"][label]["f1"] for label in labels if in_gold[label]]
    out["macro_f1"] = round(sum(each) / len(each), 2) if each else 0.0
    out["records"] = len(gold)
    out["records_missing"] = sum(row["id"] not in by_id for row in gold)
    return out


def lines(scores: Scores) -> list[str]:
    """The scores as the lines that are printed."""
    out = [line(label, s) for label, s in scores["labels"].items()]
    out += [line("micro", scores["micro"]), line("untyped", scores["untyped"])]
    totals = (scores["macro_f1"], scores["records"], scores["records_missing"])
    return [*out, "macro F1 {:.2f} over {} records, {} missing".format(*totals)]


def _spans(entities: Sequence[Row], info: Row) -> Labelled:
    """The entities that count in a corpus of this schema."""
    collapse, known = info.get("collapse", {}), info.get("annotated")
    found = {(e["start"], e["end"], collapse.get(e["label"], e["label"])) for e in entities}
    return {entity for entity in found if known is None or entity[2] in known}
