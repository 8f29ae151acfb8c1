"""The tables of this room: wordings that say where something stands, and what events of the lexicon make of it."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.events.forms import noun_forms, verb_forms
from dragoman.events.lexicon import Alternative, Condition, Rule
from dragoman.events.lexicon import classes as event_classes
from dragoman.events.tree import Tree

DATA: Final = files("dragoman.standings") / "data"
# The folders of data/ in the order in which they are asked: what is a demand is no pledge.
TOPICS: Final = (
    *("recognition", "mission", "demand", "pledge", "agreement", "sanction", "control"),
    *("hostilities", "relations", "advisory", "concern"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A topic and the value for each light in which its words may stand; "" where such words say nothing.

    The lights are those of `light.py`: plain, negated, refused, weighed, promised, conditional, threatened, denied.
    """

    topic: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of wordings.tsv: `rule` finds the words and the parties, `outcome` says what they amount to.

    `near` are its conditions on words that hang on the trigger by their relation: case, det, cop.
    """

    rule: Rule
    near: tuple[Condition, ...]
    outcome: Outcome
    confidence: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """A row of events.tsv: what an event of the lexicon amounts to; holder and subject are places of the event."""

    id: str
    outcome: Outcome
    holder: str
    subject: str
    conditions: tuple[Condition, ...]
    confidence: float


NEAR: Final = frozenset(
    {"case", "det", "acl", "obl", "next", "later", "tie"}
)  # slots of `Wording.near`: relations of the words that hang on the trigger
LIGHTS: Final = ("plain", "negated", "refused", "weighed", "promised", "conditional", "threatened", "denied", "ceased")
# The light whose value holds where a table has no column for another: "no longer does" is "does not".
FAINTER: Final = {"ceased": "negated"}


@cache
def outcomes() -> dict[str, Outcome]:
    """The rows of the topics' outcomes.tsv by name."""
    return {
        row["name"]: Outcome(row["topic"], {at: row.get(at) or row.get(FAINTER.get(at, ""), "") for at in LIGHTS})
        for row in _rows("outcomes.tsv")
    }


@cache
def wordings() -> dict[tuple[str, str], tuple[Wording, ...]]:
    """The rows of the topics' wordings.tsv by part of speech (V, N, A) and lemma, in the order of the files."""
    found: dict[tuple[str, str], list[Wording]] = {}
    for wording in all_wordings():
        for lemma in dict.fromkeys(wording.rule.lemmas):
            found.setdefault((wording.rule.pos, lemma), []).append(wording)
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def all_wordings() -> tuple[Wording, ...]:
    """The rows of the topics' wordings.tsv in their order."""
    return tuple(_wording(row) for row in _rows("wordings.tsv"))


# Forms that the rules of inflection miss: comparatives that wordings ask for.
_COMPARED: Final = {
    **{"heavier": "heavy", "heaviest": "heavy", "fiercest": "fierce", "fiercer": "fierce", "worse": "bad"},
    **{word: word for word in ("closer", "better", "warmer", "stronger", "deeper", "friendlier")},
}


@cache
def lemmas() -> dict[str, dict[str, str]]:
    """For VERB, NOUN, ADJ and PRON the lemma of every inflected form of the words of wordings.tsv."""
    found: dict[str, dict[str, str]] = {"VERB": {}, "NOUN": {}, "ADJ": _COMPARED, "PRON": {"ours": "ours"}}
    for pos, name, inflect in (("V", "VERB", verb_forms), ("N", "NOUN", noun_forms)):
        for word in sorted({lemma for kind, lemma in wordings() if kind == pos}):
            for form in inflect(word):
                found[name].setdefault(form, word)
    return found


def relemmatise(tree: Tree) -> None:
    """Puts the lemmas of this room's words into `tree`: the event lexicon's table knows only its own."""
    table = lemmas()
    for i, token in enumerate(tree.tokens):
        known = table.get(token.pos_)
        if known is not None:
            tree.lemmas[i] = known.get(tree.lower[i], tree.lemmas[i])
        if i > 1 and tree.lower[i - 1] == "-" and tree.lower[i - 2] in ("re", "de") and token.pos_ == "VERB":
            tree.lemmas[i] = f"{tree.lower[i - 2]}-{tree.lemmas[i]}"  # "re-established" is three tokens


@cache
def derivations() -> dict[str, tuple[Derivation, ...]]:
    """The rows of the topics' events.tsv by the id of the event lexicon's rule."""
    found: dict[str, list[Derivation]] = {}
    for row in _rows("events.tsv"):
        for id in row["events"].split("|"):
            made = Derivation(
                row["id"],
                outcomes()[row["outcome"]],
                row["holder"],
                row["subject"],
                tuple(_conditions(row["with"])),
                float(row["confidence"]),
            )
            found.setdefault(id, []).append(made)
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def classes() -> dict[str, frozenset[str]]:
    """Word classes for "@NAME": those of classes.toml here, then those of the event lexicon."""
    own = tomllib.loads((DATA / "classes.toml").read_text(encoding="utf-8"))
    return {**event_classes(), **{name: frozenset(words.split()) for name, words in own.items()}}


def _wording(row: dict[str, str]) -> Wording:
    conditions = tuple(_conditions(row["with"]))
    near = tuple(c for c in conditions if all(a.slot in NEAR for a in c.alternatives))
    rule = Rule(
        id=row["id"],
        lemmas=tuple(_lemmas(row["lemmas"].split("|"))),
        pos=row["pos"],
        conditions=tuple(c for c in conditions if c not in near),
        type=outcomes()[row["outcome"]].topic,
        mode=None,
        cameo=None,
        actor=tuple(filter(None, row["holder"].split(","))),
        recipient=tuple(filter(None, row["subject"].split(","))),
        flags=frozenset(filter(None, row["flags"].split(","))),
        yes=row["yes"],
        no=row["no"],
    )
    return Wording(rule, near, outcomes()[row["outcome"]], float(row["confidence"]))


def _lemmas(words: list[str]) -> Iterator[str]:
    for word in words:
        yield from sorted(classes()[word[1:]]) if word.startswith("@") else (word,)


def _rows(name: str) -> list[dict[str, str]]:
    """The rows of the table `name` of every topic that has one."""
    found = []
    for topic in TOPICS:
        if (DATA / topic / name).is_file():
            lines = (DATA / topic / name).read_text(encoding="utf-8").splitlines()
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [{key: value or "" for key, value in row.items()} for row in rows]
    return found


def _conditions(text: str) -> Iterator[Condition]:
    """The conditions of "obj:@MISSION|office !with": the form of the event lexicon (events/data/README.md)."""
    for part in text.split():
        alternatives: list[tuple[str, list[str]]] = []
        for piece in part.removeprefix("!").split("|"):
            slot, colon, word = piece.partition(":")
            if not colon and alternatives and alternatives[-1][1]:
                alternatives[-1][1].append(piece)
            else:
                alternatives.append((slot, [word] if colon else []))
        yield Condition(tuple(_alternative(slot, words) for slot, words in alternatives), part.startswith("!"))


def _alternative(slot: str, words: list[str]) -> Alternative:
    special = frozenset(word[1:] for word in words if word in ("@ACTOR", "@NUMBER"))
    lemmas = [classes()[word[1:]] if word.startswith("@") else {word} for word in words if word[1:] not in special]
    return Alternative(slot, frozenset().union(*lemmas), special)
