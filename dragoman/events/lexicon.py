"""The event lexicon: data/lexicon.tsv and data/classes.toml to rules that are looked up by part of speech and lemma."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.events.forms import forms, noun_forms, verb_forms

DATA: Final = files("dragoman.events") / "data"

# Types whose complements only name what was asked, promised, threatened or refused: no event of their own.
OPAQUE: Final = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to meet a condition: a `slot` of the frame that is filled, by one of `lemmas` if any are given.

    `classes` are the special ones that need more than a lemma: ACTOR, NUMBER.
    """

    slot: str
    lemmas: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold (or, `negated`, must not hold) of the words around a trigger: any of the alternatives."""

    alternatives: tuple[Alternative, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the lexicon. `actor` and `recipient` are slots in the order in which they are tried.

    The columns are explained in data/README.md; `yes` is a sentence that the rule must fire on, `no` one it must not.
    """

    id: str
    lemmas: tuple[str, ...]
    pos: str
    conditions: tuple[Condition, ...]
    type: str
    mode: str | None
    cameo: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    flags: frozenset[str]
    yes: str
    no: str

    @property
    def opaque(self) -> bool:
        """Whether events inside its complements are only asked for, promised or refused."""
        return self.type in OPAQUE or "opaque" in self.flags


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rules, the index of them by part of speech and lemma, and the lemma of each form of their verbs and nouns."""

    rules: tuple[Rule, ...]
    index: dict[tuple[str, str], tuple[Rule, ...]]
    verbs: dict[str, str]
    nouns: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once. Rules of one word stand with the most particular first, then in the order of the file."""
    rules = tuple(_rule(row) for row in table("lexicon.tsv"))
    index: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            index.setdefault((rule.pos, lemma), []).append(rule)
    ordered = {key: tuple(sorted(found, key=_breadth)) for key, found in index.items()}
    verbs = sorted({lemma for pos, lemma in ordered if pos == "V"})
    nouns = sorted({lemma for pos, lemma in ordered if pos == "N"} | _class_words())
    return Lexicon(rules, ordered, forms(verbs, verb_forms), forms(nouns, noun_forms))


@cache
def classes() -> dict[str, frozenset[str]]:
    """The word classes of data/classes.toml by name."""
    table = tomllib.loads((DATA / "classes.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


def _class_words() -> set[str]:
    return set().union(*classes().values())


def table(name: str) -> list[dict[str, str]]:
    """The rows of a TSV file of this room, by its header."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _breadth(rule: Rule) -> int:
    """Small for a rule with many conditions on words; a mere slot counts half."""
    return -sum(
        0
        if c.negated
        else 2
        if any(a.lemmas or a.classes or a.slot in ("neg", "must", "peace") for a in c.alternatives)
        else 1
        for c in rule.conditions
    )


def _rule(row: dict[str, str]) -> Rule:
    return Rule(
        id=row["id"],
        lemmas=tuple(row["lemmas"].split("|")),
        pos=row["pos"],
        conditions=tuple(_condition(text) for text in row["with"].split()),
        type=row["type"],
        mode=row["mode"] or None,
        cameo=row["cameo"] or None,
        actor=tuple(filter(None, row["actor"].split(","))),
        recipient=tuple(filter(None, row["recipient"].split(","))),
        flags=frozenset(filter(None, row["flags"].split(","))),
        yes=row["yes"],
        no=row["no"],
    )


def _condition(text: str) -> Condition:
    """The condition of "obj:@ENVOY|spy", "to|for" (either slot) or "at:prison|prt:up" ("!" before it negates)."""
    slots: list[tuple[str, list[str]]] = []
    for part in text.removeprefix("!").split("|"):
        slot, colon, word = part.partition(":")
        if colon:
            slots.append((slot, [word]))
        elif slots and slots[-1][1]:
            slots[-1][1].append(part)
        else:
            slots.append((part, []))
    return Condition(tuple(_alternative(slot, words) for slot, words in slots), text.startswith("!"))


def _alternative(slot: str, words: list[str]) -> Alternative:
    lemmas: set[str] = set()
    special: set[str] = set()
    for word in words:
        if not word.startswith("@"):
            lemmas.add(word)
        elif word[1:] in ("ACTOR", "NUMBER"):
            special.add(word[1:])
        else:
            lemmas |= classes()[word[1:]]
    return Alternative(slot, frozenset(lemmas), frozenset(special))
