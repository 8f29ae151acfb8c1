"""Gold and predicted attributions -> how well contents, sources and cues of quotations were found.

An attribution is {source, cue, content}, each a list of [start, end]; a source may be empty (nobody is named). All is
counted on words, so quotation marks, commas and white space at the edges never matter.

- content.exact: a predicted content has exactly the gold's words;
- content.soft: one to one (greedy, best Dice first); precision is the mean share of a predicted content that is right,
  recall the mean share of a gold content that is found (proportional overlap, as in the PARC and PolNeAR papers);
- content@0.3, content@0.8: a gold content is found when more than that share is covered (the GenderGapTracker's);
- pair.exact, pair.soft: likewise with the source's share multiplied in; both empty agree;
- source.any, source.exact: of the contents aligned above 0.3, how often the sources share a word, or all;
- by kind: direct (nine tenths of the words inside quotation marks), indirect (at most one tenth), mixed; recall goes by
  the gold's kind, precision by the prediction's own.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from dragoman.evaluate.measures import Counts, intervals, shares
from dragoman.evaluate.quotemarks import quoted, touched, words
from dragoman.evaluate.rows import Row, Scores

KINDS: Final = ("all", "direct", "mixed", "indirect")
MEASURES: Final = (
    ("content.exact", "exact"),
    ("content.soft", "soft"),
    ("content@0.3", "m03"),
    ("content@0.8", "m08"),
    ("pair.exact", "pexact"),
    ("pair.soft", "psoft"),
)
WITH_INTERVAL: Final = ("content.exact", "content.soft", "pair.exact", "pair.soft")
Words: TypeAlias = frozenset[int]


class Item(NamedTuple):
    """An attribution as the words that its parts touch."""

    source: Words
    cue: Words
    content: Words
    kind: str


def score(gold: Sequence[Row], predicted: Sequence[Row], *, samples: int = 0) -> Scores:
    """The measures as shares; `samples` bootstrap samples over documents add 95% intervals."""
    by_id = {row["id"]: row for row in predicted}
    each = [count(row, by_id.get(row["id"])) for row in gold]
    total: Counts = Counter()
    for counts in each:
        total.update(counts)
    out = summarise(total)
    out["documents"] = len(gold)
    out["unknown_ids"] = len(set(by_id) - {row["id"] for row in gold})
    if samples:
        out["ci95"] = intervals(each, lambda counts: _all(summarise(counts)), WITH_INTERVAL, samples)
    return out


def _all(scores: Scores) -> Scores:
    every: Scores = scores["all"]
    return every


def count(gold_row: Row, predicted_row: Row | None) -> Counts:
    """The counts of one document."""
    text = gold_row["text"]
    found = words(text)
    inside = quoted(text, found)
    gold = _items(gold_row.get("attributions"), found, inside)
    predicted = _items((predicted_row or {}).get("attributions"), found, inside)
    counts: Counts = Counter()
    for side, items in (("g", gold), ("p", predicted)):
        for item in items:
            for kind in ("all", item.kind):
                counts[kind, "n" + side] += 1
    for i, j, n in _aligned([g.content for g in gold], [p.content for p in predicted]):
        _count_pair(counts, gold[i], predicted[j], n)
    _count_cues(counts, [g.cue for g in gold if g.cue], [p.cue for p in predicted if p.cue])
    return counts


def _items(attributions: Sequence[Row] | None, found: Sequence[tuple[int, int]], inside: Words) -> list[Item]:
    """The attributions that have words, each once."""
    out: dict[tuple[Words, Words, Words], Item] = {}
    for row in attributions or ():
        source, cue, content = (touched(row.get(part), found) for part in ("source", "cue", "content"))
        if content and (source, cue, content) not in out:
            out[source, cue, content] = Item(source, cue, content, _kind(content, inside))
    return list(out.values())


def _kind(content: Words, inside: Words) -> str:
    share = len(content & inside) / len(content)
    return "direct" if share >= 0.9 else "indirect" if share <= 0.1 else "mixed"


def _aligned(gold: Sequence[Words], predicted: Sequence[Words]) -> list[tuple[int, int, int]]:
    """One-to-one pairs (gold, predicted, words shared), greedy by Dice, then by position."""
    where: defaultdict[int, list[int]] = defaultdict(list)
    for j, some in enumerate(predicted):
        for word in some:
            where[word].append(j)
    pairs = []
    for i, some in enumerate(gold):
        hits = Counter(j for word in some for j in where.get(word, ()))
        pairs += [(-2.0 * n / (len(some) + len(predicted[j])), i, j, n) for j, n in hits.items()]
    used_gold, used_predicted, out = set(), set(), []
    for _, i, j, n in sorted(pairs):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            out.append((i, j, n))
    return out


def _share(some: Words, other: Words) -> float:
    """The part of `some` that is also in `other`; two empty sets agree."""
    if not some:
        return 0.0 if other else 1.0
    return len(some & other) / len(some)


def _count_pair(counts: Counts, gold: Item, predicted: Item, shared: int) -> None:
    recall, precision = shared / len(gold.content), shared / len(predicted.content)
    same, same_source = gold.content == predicted.content, gold.source == predicted.source
    for kind, sides in (("all", "gp"), (gold.kind, "g"), (predicted.kind, "p")):
        for side in sides:
            soft = recall if side == "g" else precision
            one, other = (gold, predicted) if side == "g" else (predicted, gold)
            counts[kind, "exact" + side] += same
            counts[kind, "soft" + side] += soft  # type: ignore[assignment]
            counts[kind, "m03" + side] += recall > 0.3
            counts[kind, "m08" + side] += recall > 0.8
            counts[kind, "pexact" + side] += same and same_source
            counts[kind, "psoft" + side] += soft * _share(one.source, other.source)  # type: ignore[assignment]
    if recall > 0.3:
        met = bool(gold.source & predicted.source) or (not gold.source and not predicted.source)
        for kind in ("all", gold.kind):
            counts[kind, "matched"] += 1
            counts[kind, "src_any"] += met
            counts[kind, "src_exact"] += same_source


def _count_cues(counts: Counts, gold: Sequence[Words], predicted: Sequence[Words]) -> None:
    counts["all", "cue_ng"] += len(gold)
    counts["all", "cue_np"] += len(predicted)
    for i, j, n in _aligned(gold, predicted):
        counts["all", "cue_exact"] += gold[i] == predicted[j]
        counts["all", "cue_softg"] += n / len(gold[i])  # type: ignore[assignment]
        counts["all", "cue_softp"] += n / len(predicted[j])  # type: ignore[assignment]


def summarise(counts: Counts) -> Scores:
    """Counts as scores."""
    out: Scores = {}
    for kind in KINDS:
        n_gold, n_predicted = counts[kind, "ng"], counts[kind, "np"]
        part: Scores = {"gold": n_gold, "predicted": n_predicted}
        for name, key in MEASURES:
            part[name] = shares(counts[kind, key + "p"], n_predicted, n_gold, counts[kind, key + "g"])
        aligned = counts[kind, "matched"]
        part["matched"] = aligned
        part["source.any"] = counts[kind, "src_any"] / aligned if aligned else 0.0
        part["source.exact"] = counts[kind, "src_exact"] / aligned if aligned else 0.0
        out[kind] = part
    n_gold, n_predicted = counts["all", "cue_ng"], counts["all", "cue_np"]
    out["all"]["cue.exact"] = shares(counts["all", "cue_exact"], n_predicted, n_gold)
    out["all"]["cue.soft"] = shares(counts["all", "cue_softp"], n_predicted, n_gold, counts["all", "cue_softg"])
    return out


def lines(scores: Scores) -> list[str]:
    """The scores as the lines that are printed."""
    out = [f"documents {scores['documents']}, ids not in gold {scores['unknown_ids']}"]
    for kind in KINDS:
        part = scores[kind]
        out.append(f"{kind}: gold {part['gold']}, predicted {part['predicted']}")
        for name, v in part.items():
            if isinstance(v, dict):
                out.append(f"  {name:<14} P {v['p']:.3f}  R {v['r']:.3f}  F1 {v['f1']:.3f}")
        sources = f"source.any {part['source.any']:.3f}  source.exact {part['source.exact']:.3f}"
        out.append(f"  {sources}  (of {part['matched']} aligned)")
    for name, (low, high) in scores.get("ci95", {}).items():
        out.append(f"95% interval {name:<14} F1 {low:.3f} to {high:.3f}")
    return out
