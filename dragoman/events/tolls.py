"""A trigger to the words that tell its numbers: itself, participles and clauses of the same act, the sentence after."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.events.lexicon import table
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger

# Quantities that any clause of the same act may tell; the others only the word that names the act, or a participle.
TOLLS: Final = frozenset({"killed", "injured", "missing", "displaced"})
# Types of acts that have a toll.
VIOLENT: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
# What the next sentence calls the act again: "The attack killed 12."
AGAIN: Final = frozenset(
    """attack assault violence incident blast explosion clash fighting raid strike shelling bombing ambush massacre
    airstrike bombardment battle shooting killing offensive operation protest riot unrest""".split()
)
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
# Relations that go down from an act to more about it, and prepositions that tie an act to its toll.
DOWN: Final = frozenset(
    {"advcl", "acl:relcl", "acl", "xcomp", "parataxis", "obl", "obj", "nmod", "appos", "conj", "dep"}
)
UP: Final = frozenset({"in", "by", "during", "after", "from", "of", "following", "when", "as", "with", "into"})
STEPS: Final = 4
NEAR: Final = 5  # how many steps of the tree an act's toll may be away


@dataclass(frozen=True, slots=True)
class Counting:
    """A rule of data/counted.tsv: which words tell which quantity, and where the number stands.

    One of the lemmas `wanted` must stand below the word, none of `unwanted` may.
    """

    id: str
    quantity: str
    pos: str
    wanted: frozenset[str]
    unwanted: frozenset[str]
    slots: tuple[str, ...]
    what: str


@cache
def counting() -> dict[tuple[str, str], tuple[Counting, ...]]:
    """Part of speech and lemma to the rules of data/counted.tsv, in the order of the file."""
    found: dict[tuple[str, str], list[Counting]] = {}
    for row in table("counted.tsv"):
        words = frozenset(row["with"].removeprefix("!").split())
        none: frozenset[str] = frozenset()
        wanted, unwanted = (none, words) if row["with"].startswith("!") else (words, none)
        slots = tuple(row["slot"].split("|"))
        rule = Counting(row["id"], row["quantity"], row["pos"], wanted, unwanted, slots, row["what"])
        for lemma in row["lemmas"].split():
            found.setdefault((row["pos"], lemma), []).append(rule)
    return {key: tuple(rules) for key, rules in found.items()}


def rules_at(tree: Tree, i: int) -> list[Counting]:
    """The rules that fit the word at `i`."""
    keys = [("V" if tree.verbal(i) else "N", tree.lemmas[i]), ("A", tree.lower[i])]
    rules = [rule for key in keys for rule in counting().get(key, ())]
    return [rule for rule in rules if not (rule.wanted or rule.unwanted) or _fits(tree, i, rule)]


def _fits(tree: Tree, i: int, rule: Counting) -> bool:
    below = tree.kids(i) + [c for k in tree.kids(i) for c in tree.kids(k)]
    words = {tree.lemmas[k] for k in below} | {tree.lower[k] for k in below}
    return bool(words & rule.wanted) if rule.wanted else not words & rule.unwanted


def telling(tree: Tree, trigger: Trigger) -> Iterator[tuple[int, bool]]:
    """The tokens that may tell a number of the act, nearest first; whether all quantities count, or only tolls."""
    i = trigger.i
    seen = {i}
    yield i, True
    if trigger.rule.type not in VIOLENT:
        return
    bases = [i, *_above(tree, i)]
    for base in bases[1:]:
        if base not in seen:
            seen.add(base)
            yield base, False
    for base in bases:
        for k, own in _below(tree, base):
            if k not in seen:
                seen.add(k)
                yield k, own and base == i


def _above(tree: Tree, i: int) -> list[int]:
    """Words above the act that tell its toll: "12 were killed when gunmen attacked", "killed in an attack"."""
    found: list[int] = []
    at = i
    for _ in range(STEPS):
        head = tree.heads[at]
        if head == at or not _goes_up(tree, at, head, tree.deps[at]):
            break
        found.append(head)
        at = head
    return found


def _goes_up(tree: Tree, at: int, head: int, dep: str) -> bool:
    """Whether the word above tells of the same act."""
    suffered = any(rule.slots == ("subj",) and rule.quantity in TOLLS for rule in rules_at(tree, head))
    if tree.verbal(at):
        if dep in ("conj", "advcl", "acl") and not tree.kids_by(at, "nsubj", "nsubj:pass"):
            return True
        if dep == "advcl":
            return tree.lower_mark(at) != "to" and _is_toll(tree, head)
        return (dep == "xcomp" and suffered) or (dep == "conj" and _is_toll(tree, at) and _is_toll(tree, head))
    match dep:
        case "nsubj":
            return True
        case "obl" | "nmod" | "obl:agent":
            return tree.case(at) in UP
        case "obj" | "nsubj:pass":  # some parsers take "wounded in an air strike" for an object
            return tree.light(at) == head or suffered or (tree.case(at) in UP and _is_toll(tree, head))
        case "acl" | "amod":
            return _is_toll(tree, at)
        case "conj":  # "40 killed and scores wounded"
            return tree.verbal(head) and _is_toll(tree, head)
    return False


def _is_toll(tree: Tree, i: int) -> bool:
    return any(rule.quantity in TOLLS for rule in rules_at(tree, i))


def _below(tree: Tree, base: int) -> Iterator[tuple[int, bool]]:
    """What hangs on an act and has no doer of its own; whether it is a participle of the act itself."""
    queue = [(base, 0)]
    for at, depth in queue:
        for k in tree.kids(at):
            dep = tree.deps[k]
            if dep in ("acl", "acl:relcl") and at != base and tree.lemmas[at] not in AGAIN and not _scene(tree, k):
                continue  # tells of somebody, not of the act
            if (dep not in DOWN and not _state(tree, k, dep)) or depth >= NEAR or not _same_act(tree, k, dep):
                continue
            yield k, depth == 0 and dep == "advcl" and tree.tokens[k].tag_ == "VBG"
            queue.append((k, depth + 1))


def _scene(tree: Tree, k: int) -> bool:
    """Whether a clause tells what happened at a place: "a market where 17 lost their lives"."""
    return any(tree.lower[d] == "where" for d in tree.kids_by(k, "advmod"))


def _state(tree: Tree, k: int, dep: str) -> bool:
    """As "people dead" after "left", which some parsers take for an adjective of its noun."""
    return dep in ("amod", "nsubj", "ccomp") and bool(counting().get(("A", tree.lower[k])))


def _same_act(tree: Tree, k: int, dep: str) -> bool:
    """Whether a clause below tells of the same act: without a doer of its own, or a toll that others suffered."""
    if not tree.verbal(k):
        return True
    subjects = [s for s in tree.kids_by(k, "nsubj", "nsubj:pass") if tree.antecedent(s, k) == s]
    if not subjects or (tree.passive(k) and _is_toll(tree, k)):
        return True
    return any(rule.slots == ("subj",) or tree.lower[subjects[0]] in ("it", "this") for rule in rules_at(tree, k))


def after(tree: Tree, trigger: Trigger) -> list[int]:
    """The words of the next sentence that tell the toll of an assault: "The attack killed 12", "the toll rose to"."""
    if trigger.rule.type not in ("ASSAULT", "PROTEST"):
        return []
    start = tree.sentence(trigger.i)[1]
    while start < len(tree.tokens) and tree.tokens[start].is_space:
        start += 1
    if start >= len(tree.tokens):
        return []
    first, end = tree.sentence(start)
    again = [i for i in range(first, end) if _again(tree, i, tree.lemmas[trigger.i])]
    told = [k for i in again[:1] for k in _above(tree, i)]
    told += [k for base in told[:2] for k, _ in _below(tree, base)]
    return [i for i in dict.fromkeys(told) if first <= i < end]


def _again(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a noun takes the act up again: "the attack", "this bombing"."""
    if tree.tokens[i].pos_ != "NOUN" or not (tree.lemmas[i] in AGAIN or tree.lemmas[i] == lemma):
        return False
    return any(tree.lower[d] in DEFINITE for d in tree.kids_by(i, "det"))
