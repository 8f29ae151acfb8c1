"""Gold and predicted events of texts -> precision, recall and F1, one to one in each text, micro over texts.

Levels: type (PLOVER root), type+text (and both actors share words), type+code, type+country, cameo, cameo_root,
cameo+code, actors+code (any type), penta. A level is reported when the gold carries what it needs; on each level only
events that have the needed label count, on both sides, and a text whose gold events all lack it is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.evaluate.labels import penta, root
from dragoman.evaluate.parties import agree, text_and_code
from dragoman.evaluate.rows import Row, Scores


@dataclass(frozen=True, slots=True)
class Level:
    """What must agree: `type` plover, penta, cameo, cameo_root or None; `actors` text, code, country or None."""

    type: str | None
    actors: str | None
    needs: tuple[str, ...]  # of the gold as a whole: plover, cameo, text, code


LEVELS: Final[Mapping[str, Level]] = {
    "type": Level("plover", None, ("plover",)),
    "penta": Level("penta", None, ("plover",)),
    "type+text": Level("plover", "text", ("plover", "text")),
    "type+code": Level("plover", "code", ("plover", "code")),
    "type+country": Level("plover", "country", ("plover", "code")),
    "cameo": Level("cameo", None, ("cameo",)),
    "cameo_root": Level("cameo_root", None, ("cameo",)),
    "cameo+code": Level("cameo", "code", ("cameo", "code")),
    "actors+code": Level(None, "code", ("code",)),
}


def score(gold: Sequence[Row], predicted: Sequence[Row]) -> Scores:
    """The scores of each level that the gold carries, and `empty_texts`: event-free texts that stayed so."""
    by_id = {row["id"]: row.get("events") or [] for row in predicted}
    events = [event for row in gold for event in row["events"]]
    merged = any(root(event.get("plover")) == "YIELD" for event in events)
    there = _there(events)
    out: Scores = {}
    for name, level in LEVELS.items():
        if set(level.needs) <= there:
            out[name] = _level(level, gold, by_id, merged)
    empty = [row for row in gold if not row["events"]]
    if empty:
        kept = sum(not by_id.get(row["id"]) for row in empty)
        out["empty_texts"] = {"n": len(empty), "kept_empty": kept / len(empty)}
    return out


def _there(events: Sequence[Row]) -> set[str]:
    """What at least one gold event carries."""
    parties = [text_and_code(event.get(side)) for event in events for side in ("source", "target")]
    found = {key for key in ("plover", "cameo") if any(event.get(key) for event in events)}
    found |= {"text"} if any(text for text, _ in parties) else set()
    return found | ({"code"} if any(code for _, code in parties) else set())


def _level(level: Level, gold: Sequence[Row], by_id: Mapping[str, list[Row]], merged: bool) -> Scores:
    right = n_gold = n_predicted = 0
    for row in gold:
        ours = [event for event in row["events"] if _labelled(event, level)]
        if row["events"] and not ours:
            continue
        theirs = [event for event in by_id.get(row["id"], []) if _labelled(event, level)]
        edges = [[j for j, p in enumerate(theirs) if _same(g, p, level, merged)] for g in ours]
        right += _matching(edges)
        n_gold += len(ours)
        n_predicted += len(theirs)
    return _measures(right, n_gold, n_predicted)


def _labelled(event: Row, level: Level) -> bool:
    if level.type == "penta":
        return penta(event) is not None
    return level.type is None or bool(event.get("plover" if level.type == "plover" else "cameo"))


def _same(gold: Row, predicted: Row, level: Level, merged: bool) -> bool:
    if level.type is not None and not _same_type(gold, predicted, level.type, merged):
        return False
    by = level.actors
    return by is None or all(agree(gold.get(side), predicted.get(side), by) for side in ("source", "target"))


def _same_type(gold: Row, predicted: Row, kind: str, merged: bool) -> bool:
    if kind in ("cameo", "cameo_root"):
        ours, theirs = gold.get("cameo"), predicted.get("cameo")
        length = 2 if kind == "cameo_root" else None
        return bool(ours and theirs) and str(ours)[:length] == str(theirs)[:length]
    if kind == "penta":
        return penta(gold) is not None and penta(gold) == penta(predicted)
    ours = root(gold.get("plover"), merged=merged)
    return ours is not None and ours == root(predicted.get("plover"), merged=merged)


def _matching(edges: Sequence[Sequence[int]]) -> int:
    """The size of a maximum bipartite matching; edges[i] lists the right nodes of left node i."""
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(edges)))


def _measures(right: int, gold: int, predicted: int) -> Scores:
    """Shares; where one side is empty the other's measure is 1 if it is empty too."""
    p = right / predicted if predicted else (0.0 if gold else 1.0)
    r = right / gold if gold else (0.0 if predicted else 1.0)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": p, "r": r, "f1": f1, "tp": right, "gold": gold, "pred": predicted}
