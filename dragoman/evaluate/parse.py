"""Two CoNLL-U files -> scores of words, sentences, parts of speech and trees.

Words are matched by their characters, as in the CoNLL 2018 shared task (Zeman et al. 2018), so one measure serves gold
and predicted words. LAS cuts the subtype of a relation, as UD does, LAS-full keeps it, las_nopunct skips punctuation.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from dragoman.errors import TextsDiffer
from dragoman.evaluate.conllu import ROOT, File, Word, matched, read_conllu
from dragoman.evaluate.measures import percent
from dragoman.evaluate.rows import Scores

NAMES: Final = ("words", "sentences", "upos", "uas", "las", "las_full", "las_nopunct")


def score(gold_lines: Iterable[str], system_lines: Iterable[str], *, by_genre: bool = False) -> Scores:
    """Scores in per cent. Raises TextsDiffer when the two files do not hold the same characters, white space aside."""
    gold, system = read_conllu(gold_lines), read_conllu(system_lines)
    _same_text(gold.text, system.text)
    pairs = matched(gold.words, system.words)
    total = _count(gold, system, pairs, lambda word: True)
    n_gold, n_system = len(gold.words), len(system.words)
    both = len(set(gold.sentences) & set(system.sentences))
    out: Scores = {
        "words": percent(total["words"], n_gold, n_system),
        "sentences": percent(both, len(gold.sentences), len(system.sentences)),
    }
    for name in ("upos", "uas", "las", "las_full"):
        out[name] = percent(total[name], n_gold, n_system)
    out["las_nopunct"] = percent(total["las_nopunct"], _unpunctuated(gold), _unpunctuated(system))
    if by_genre:
        out["by_genre"] = {g: _genre(g, gold, system, pairs) for g in sorted({w.genre or "-" for w in gold.words})}
    return out


def lines(scores: Scores) -> list[str]:
    """The scores as the lines that are printed."""
    out = [line(name, scores[name]) for name in NAMES]
    for genre, s in scores.get("by_genre", {}).items():
        out.append(f"  {genre:<12} {s['words']:6d} words  UPOS {s['upos']:.2f}  UAS {s['uas']:.2f}  LAS {s['las']:.2f}")
    return out


def line(name: str, s: Scores) -> str:
    """One measure as a line."""
    return f"{name:<14} P {s['p']:6.2f}  R {s['r']:6.2f}  F1 {s['f1']:6.2f}   gold {s['gold']} system {s['system']}"


def _same_text(gold: str, system: str) -> None:
    if gold == system:
        return
    pairs = zip(gold, system, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(gold), len(system)))
    around = slice(max(0, at - 20), at + 20)
    seen = f"the texts differ at character {at}: gold {gold[around]!r}, system {system[around]!r}"
    raise TextsDiffer(seen, advice="Predictions must hold the gold's characters; words and sentences may differ.")


def _cut(relation: str) -> str:
    return relation.partition(":")[0]


def _unpunctuated(file: File) -> int:
    return sum(_cut(word.deprel) != "punct" for word in file.words)


def _count(file: File, other: File, pairs: list[tuple[int, int]], keep: Callable[[Word], bool]) -> Counter[str]:
    """How many gold words that `keep` takes are right in each measure."""
    to_gold = {j: i for i, j in pairs}
    tally: Counter[str] = Counter()
    for i, j in pairs:
        gold, system = file.words[i], other.words[j]
        if not keep(gold):
            continue
        # the system's head as a gold index; None where that word has no match
        head = system.head if system.head in (ROOT, None) else to_gold.get(system.head)
        attached = head is not None and head == gold.head
        labelled = attached and _cut(gold.deprel) == _cut(system.deprel)
        tally["words"] += 1
        tally["upos"] += gold.upos == system.upos
        tally["uas"] += attached
        tally["las"] += labelled
        tally["las_full"] += attached and gold.deprel == system.deprel
        tally["las_nopunct"] += labelled and _cut(gold.deprel) != "punct"
    return tally


def _genre(genre: str, gold: File, system: File, pairs: list[tuple[int, int]]) -> Scores:
    words = sum((word.genre or "-") == genre for word in gold.words)
    tally = _count(gold, system, pairs, lambda word: (word.genre or "-") == genre)
    return {"words": words, **{name: round(100 * tally[name] / words, 2) for name in ("upos", "uas", "las")}}
