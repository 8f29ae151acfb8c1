"""A tree to its triggers: the tokens that a rule of the lexicon fires on, with the words that the rule used up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dragoman.events.lexicon import Alternative, Condition, Rule, lexicon
from dragoman.events.tree import Tree
from dragoman.events.words import NEGATIONS, NO

MODALS: Final = frozenset("will would shall can could may might must should 'll ’ll wo ca".split())

# "called on Monday" is no call on somebody.
TIMES: Final = frozenset({"DATE", "TIME"})

IsActor = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Token `i` that names an act by `rule`; `used` are the other tokens that the rule's conditions took.

    `others` are rules that fit too, for the case that the parties do not fit the first one.
    """

    i: int
    rule: Rule
    used: tuple[int, ...]
    others: tuple[Rule, ...] = ()


def find(tree: Tree, is_actor: IsActor, skip: Callable[[int], bool] | None = None) -> list[Trigger]:
    """All triggers in the order of the text; a noun that a verb's rule has used up is none.

    `is_actor` says whether a token's phrase names a political actor (the class @ACTOR of the lexicon).
    """
    found: list[Trigger] = []
    for i, pos, lemma in _candidates(tree):
        if skip is not None and skip(i):
            continue
        trigger = _first(tree, i, lexicon().index[pos, lemma], is_actor)
        if trigger is not None:
            found.append(trigger)
    used = {k for t in found for k in t.used}
    return [t for t in found if t.i not in used]


def _candidates(tree: Tree) -> Iterable[tuple[int, str, str]]:
    index = lexicon().index
    for i, word in enumerate(tree.lemmas):
        lemma = word
        token = tree.tokens[i]
        if token.is_space or token.is_punct or token.text == "March":
            continue
        pos = token.pos_
        if tree.verbal(i):
            key = "V"
        elif pos in ("NOUN", "VERB") or (pos == "PROPN" and tree.lower[i] != token.text):
            key = "N"
            lemma = lexicon().nouns.get(tree.lower[i], lemma)
        elif pos == "ADJ":
            key = "A"
        else:
            continue
        if key == "N" and tree.deps[i] in ("compound", "amod") and tree.tokens[tree.heads[i]].pos_ in ("NOUN", "PROPN"):
            continue  # "peace talks venue", "attack helicopter": the head noun says what it is
        if (key, lemma) in index:
            yield i, key, lemma
        elif key != "N" and ("A", tree.lower[i]) in index:
            yield i, "A", tree.lower[i]


def _first(tree: Tree, i: int, rules: tuple[Rule, ...], is_actor: IsActor) -> Trigger | None:
    fitting = [(rule, used) for rule in rules if (used := match(tree, i, rule, is_actor)) is not None]
    if not fitting:
        return None
    rule, used = fitting[0]
    return Trigger(i, rule, used, tuple(other for other, _ in fitting[1:]))


def match(tree: Tree, i: int, rule: Rule, is_actor: IsActor) -> tuple[int, ...] | None:
    """The tokens that the conditions of `rule` take around token `i`, or None if one of them does not hold."""
    used: list[int] = []
    for condition in rule.conditions:
        taken = _holds(tree, i, condition, is_actor)
        if taken is None:
            return None
        used += taken
    return tuple(used)


def _holds(tree: Tree, i: int, condition: Condition, is_actor: IsActor) -> list[int] | None:
    for alternative in condition.alternatives:
        taken = _taken(tree, i, alternative, is_actor)
        if taken is not None:
            return None if condition.negated else taken
    return [] if condition.negated else None


def _taken(tree: Tree, i: int, a: Alternative, is_actor: IsActor) -> list[int] | None:
    match a.slot:
        case "neg":
            return [] if negated(tree, i) else None
        case "passive":
            return [] if tree.passive(i) else None
        case "modal":
            return [] if any(tree.lower[k] in MODALS for k in tree.kids_by(i, "aux")) else None
        case "peace":
            start, end = tree.sentence(i)
            return [] if any(tree.lower[k].startswith("peacekeep") for k in range(start, end)) else None
        case "must":
            return [] if any(_must(tree, k) for k in tree.slot(i, "ccomp")) else None
        case "directive":
            return [] if any(_directive(tree, k) for k in tree.slot(i, "ccomp")) else None
        case "plural":
            return [] if tree.tokens[i].tag_ == "NNS" else None
    tokens = tree.slot(i, a.slot)
    if not a.lemmas and not a.classes:
        return [] if any(a.slot == "until" or tree.tokens[k].ent_type_ not in TIMES for k in tokens) else None
    taken = []
    for k in tokens:
        noun = tree.through(k)
        if tree.lemmas[noun] in a.lemmas or tree.lemmas[k] in a.lemmas:
            taken.append(noun)
        elif "ACTOR" in a.classes and is_actor(k):
            return []
        elif "NUMBER" in a.classes and tree.tokens[k].pos_ == "NUM":
            taken.append(k)
        elif tree.tokens[noun].pos_ in ("NOUN", "PROPN"):
            joined = [c for c in tree.kids_by(noun, "conj") if tree.lemmas[c] in a.lemmas]
            taken += joined
    return taken or None


def _must(tree: Tree, k: int) -> bool:
    """Whether a clause has "must", "should", "has to", "needs to"."""
    if any(tree.lower[a] in ("must", "should") for a in tree.kids_by(k, "aux")):
        return True
    return tree.lemmas[k] in ("have", "need", "ought") and bool(tree.kids_by(k, "xcomp"))


def _directive(tree: Tree, k: int) -> bool:
    """Whether a clause says what ought to be done: "that Chad withdraw", "that they must go", "that he be freed"."""
    auxiliaries = [tree.lower[a] for a in tree.kids_by(k, "aux", "aux:pass", "cop")]
    if any(a in ("should", "must", "be") for a in auxiliaries):
        return True
    subjects = [tree.tokens[s].tag_ for s in tree.kids_by(k, "nsubj", "nsubj:pass")]
    plain = tree.tokens[k].tag_
    return not auxiliaries and (plain == "VB" or (plain == "VBP" and subjects in (["NN"], ["NNP"])))


def negated(tree: Tree, i: int) -> bool:
    """Whether the verb or noun has a negation of its own, or a subject or object like "nobody", "no order"."""
    for k in tree.kids(i):
        dep = tree.deps[k]
        if dep == "advmod" and (tree.lower[k] in NEGATIONS or any(tree.lower[d] == "never" for d in tree.kids(k))):
            return True
        if dep in ("det", "cc:preconj") and tree.lower[k] in NO:
            return True
        filled = dep in ("nsubj", "nsubj:pass", "obj")
        if filled and (tree.lower[k] in NO or any(tree.lower[d] in NO for d in tree.kids_by(k, "det"))):
            return True
        if dep == "advmod" and tree.lower[k] == "longer" and any(tree.lower[d] == "no" for d in tree.kids(k)):
            return True
    return False
