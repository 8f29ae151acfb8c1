"""A tree to the fields of life that its sentences are about, by their words: politics, sport, trade, crime, home."""

import csv
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from dragoman.events.lexicon import DATA
from dragoman.events.tree import Tree

NAMING: Final = frozenset({"NOUN", "PROPN", "ADJ"})
NOUNS_ONLY: Final = frozenset({"general", "border"})  # "in general terms"
DEEDS: Final = frozenset("annex deport expel extradite exile sanction".split())

# Who writes of himself and to a reader; agencies do so in quotations only.
PERSONAL: Final = frozenset("i me my myself we us our you your yours u im i'm ya".split())
OPENING: Final = frozenset({"“", "``", "«"})
CLOSING: Final = frozenset({"”", "''", "»"})

# Works that tell a story, and how they are said to.
WORKS: Final = frozenset(
    "film movie novel opera play book series thriller story drama musical comedy ballet poem".split()
)
TELLING: Final = frozenset("tell follow depict portray feature star send show recount end open move begin".split())
TOLD: Final = 2

SCORED: Final = 2  # what the score of a match counts: "2-1"

# Sentences before and after that a scope takes in.
SCOPES: Final[Mapping[str, int]] = {"sentence": 0, "near": 1, "wide": 2, "text": 1_000_000}


class Fields:
    """Counts, sentence by sentence, the words of each field; a telling word counts two, one that has other uses one."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._number: dict[int, int] = {}
        self._counts: list[Counter[str]] = []
        quoted = False
        for n, sentence in enumerate(tree.doc.sents):
            self._number[sentence.start] = n
            count: Counter[str] = Counter()
            for i in range(sentence.start, sentence.end):
                quoted = self._quoted(i, quoted)
                if not quoted and tree.lower[i] in PERSONAL and tree.tokens[i].text != "US":
                    count["personal"] += 1
                if is_score(tree, i):
                    count["sport"] += SCORED
                if tree.lemmas[i] in WORKS and self._tells(i):
                    count["plot"] += TOLD
                for field, weight in self._fields(i).items():
                    count[field] += weight
            self._counts.append(count)

    def count(self, i: int, fields: tuple[str, ...], scope: str) -> int:
        """How much the sentence of token `i`, and those within `scope` of it, have of `fields`."""
        here, reach = self._number.get(self._tree.sentence(i)[0], 0), SCOPES[scope]
        around = self._counts[max(0, here - reach) : here + reach + 1]
        return sum(count[field] for count in around for field in fields)

    def share(self, field: str) -> float:
        """In what share of the sentences there is a word of `field`."""
        return sum(bool(count[field]) for count in self._counts) / max(1, len(self._counts))

    def total(self, field: str) -> int:
        """How much the whole text has of a field."""
        return sum(count[field] for count in self._counts)

    def _tells(self, i: int) -> bool:
        """Whether a work is said to tell something: "the novel follows a spy", "in the film"."""
        tree = self._tree
        if tree.deps[i] == "nsubj" and tree.lemmas[tree.heads[i]] in TELLING:
            return True
        if tree.deps[i] != "obl" or tree.kids_by(i, "nmod", "acl", "acl:relcl"):
            return False  # "in a series of raids"
        return any(tree.lower[k] == "in" for k in tree.kids_by(i, "case"))

    def _quoted(self, i: int, quoted: bool) -> bool:
        """Whether what follows token `i` stands in quotation marks; a paragraph without a closing one ends them."""
        word = self._tree.lower[i]
        if word in OPENING:
            return True
        if word in CLOSING:
            return False
        if word == '"':
            return not quoted
        return quoted and "\n\n" not in word

    def _fields(self, i: int) -> Mapping[str, int]:
        words, low, lemma = field_words(), self._tree.lower[i], self._tree.lemmas[i]
        found = words.get(low) or words.get(lemma) or {}
        if i and low in _last_parts():
            found = words.get(f"{low_before(self._tree, i)}-{low}", found)
        if "politics" in found and not self._names(i, low, lemma):
            return {field: weight for field, weight in found.items() if field != "politics"}
        return found

    def _names(self, i: int, low: str, lemma: str) -> bool:
        pos = self._tree.tokens[i].pos_
        return (pos in NAMING and not (pos == "ADJ" and low in NOUNS_ONLY)) or lemma in DEEDS


def low_before(tree: Tree, i: int) -> str:
    """The word before token `i`, over a hyphen."""
    return tree.lower[i - 2] if i > 1 and tree.lower[i - 1] in ("-", "–") else tree.lower[i - 1]


def is_score(tree: Tree, i: int) -> bool:
    """Whether a score of a match ends at token `i`: "2-1", "31 - 12"."""
    word = tree.lower[i].replace("–", "-")
    if not word[-1:].isdigit():
        return False
    if i > 1 and tree.lower[i - 1] in ("-", "–") and tree.tokens[i - 1].idx == tree.tokens[i].idx - 1:
        word = f"{tree.lower[i - 2]}-{word}"
    left, dash, right = word.partition("-")
    return bool(dash) and left.isdecimal() and right.isdecimal() and len(left) < 4 and len(right) < 4


@cache
def field_words() -> Mapping[str, Mapping[str, int]]:
    """What each word of data/fields.tsv counts for which fields."""
    found: dict[str, dict[str, int]] = {}
    lines = (DATA / "fields.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        for word in row["words"].split():
            weights = found.setdefault(word, {})
            weights[row["field"]] = max(int(row["weight"]), weights.get(row["field"], 0))
    return found


@cache
def _last_parts() -> frozenset[str]:
    return frozenset(word.rpartition("-")[2] for word in field_words() if "-" in word)
