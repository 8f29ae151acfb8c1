"""A trigger to its numbers: how many were killed, arrested ..., how large a crowd or sum, how long a prison term.

The keys are those of docs/events.md: NAME for one figure, NAME_about for a rounded one, NAME_low and NAME_high for the
ends of a range, an open end left out; NAME_GROUP and so on for a part of the people counted.
"""

from collections.abc import Sequence
from typing import Final

from dragoman.events.amounts import Amount, amounts
from dragoman.events.counted import Count, before_word, behind_word, counted, part
from dragoman.events.number_words import number
from dragoman.events.sums import money, term
from dragoman.events.tolls import TOLLS, Counting, after, rules_at, telling
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger, negated
from dragoman.records import Attribute

__all__ = ["number", "numbers"]

PROTEST: Final = "PROTEST"
CROWD: Final = "crowd"
RALLYING: Final = frozenset("demonstrate protest march rally picket".split())
NOBODY: Final = frozenset({"nobody", "none", "one"})
TOLL: Final = "toll"
DIED: Final = frozenset({"death", "casualty", "fatality"})


def numbers(tree: Tree, trigger: Trigger) -> dict[str, Attribute]:
    """The attributes that the text gives the act of the trigger; empty when it gives no number."""
    start, end = tree.sentence(trigger.i)
    found = amounts(tree.lower, start, end)
    told: dict[str, Count] = {}
    for i, own in telling(tree, trigger):
        if i != trigger.i and tree.verbal(i) and negated(tree, i) and not _nobody(tree, i):
            continue
        _tell(tree, i, found, told, only_tolls=not own, type=trigger.rule.type)
    if trigger.rule.type == PROTEST and CROWD not in told:
        _crowd(tree, trigger.i, found, told)
    if trigger.rule.type == "ASSAULT":
        _toll(tree, range(start, end), found, told, trigger.i)
    for i in after(tree, trigger):
        _tell(tree, i, amounts(tree.lower, *tree.sentence(i)), told, only_tolls=True, type=trigger.rule.type)
    attributes: dict[str, Attribute] = {}
    for name, count in told.items():
        attributes |= count.amount.written(name)
        for group, amount in count.groups:
            attributes |= amount.written(f"{name}_{group}")
    if found:
        attributes |= money(tree, trigger, found)
    return attributes | term(tree, trigger, found)


def _nobody(tree: Tree, i: int) -> bool:
    """Whether it is the one who suffers that is negated: "nobody was hurt" is a number, none."""
    return any(tree.lower[k] in NOBODY for k in tree.slot(i, "obj") + tree.slot(i, "subj"))


def _tell(tree: Tree, i: int, found: Sequence[Amount], told: dict[str, Count], *, only_tolls: bool, type: str) -> None:
    for rule in rules_at(tree, i):
        if rule.quantity in told or (only_tolls and rule.quantity not in TOLLS):
            continue
        if rule.quantity == CROWD and type != PROTEST and tree.lemmas[i] not in RALLYING:
            continue
        count = _count(tree, i, rule, found)
        if count is not None:
            told[rule.quantity] = count


def _count(tree: Tree, i: int, rule: Counting, found: Sequence[Amount]) -> Count | None:
    for slot in rule.slots:
        for k in _counted_at(tree, i, rule, slot, found):
            count = counted(tree, k, rule.what, found)
            if count is None and rule.what == "life":  # "cost the lives of 40 miners"
                count = next((c for n in tree.slot(k, "of") if (c := counted(tree, n, "people", found))), None)
            if count is not None:
                return count
    return None


def _counted_at(tree: Tree, i: int, rule: Counting, slot: str, found: Sequence[Amount]) -> list[int]:
    """The tokens whose number a rule asks for."""
    if slot == "obj" and rule.what != "life":
        return _objects(tree, i, rule, found)
    if slot != "own":
        return list(tree.slot(i, slot))
    if rule.pos == "N":
        return [i]
    carrier = before_word(tree, i, found)
    return [] if carrier is None else [carrier]


def _objects(tree: Tree, i: int, rule: Counting, found: Sequence[Amount]) -> list[int]:
    """The logical object; else the number behind the verb, or the subject of headlines: "12 killed in blast"."""
    objects = [k for k in tree.slot(i, "obj") if not part(tree, tree.tokens[k].left_edge.i)]
    objects = objects or tree.kids_by(i, "obj")[:1]
    carrier = behind_word(tree, i, found)
    if objects or carrier is not None:
        return objects + ([] if carrier is None else [carrier])
    return tree.kids_by(i, "nsubj") if rule.quantity in TOLLS and tree.tokens[i].tag_ in ("VBN", "VBD", "JJ") else []


def _crowd(tree: Tree, i: int, found: Sequence[Amount], told: dict[str, Count]) -> None:
    """The size of a crowd by who does it, whatever the verb: "40,000 workers went on strike"."""
    for k in tree.slot(i, "subj"):
        count = counted(tree, k, CROWD, found)
        if count is not None and count.amount.low != 1:
            told[CROWD] = count
            return


def _toll(tree: Tree, where: range, found: Sequence[Amount], told: dict[str, Count], trigger: int) -> None:
    """As "the death toll from the bombing rose to 14": when the act stands under the toll."""
    for i in where:
        if tree.lemmas[i] != TOLL or "killed" in told or trigger not in tree.slot(i, "from") + tree.slot(i, "in"):
            continue
        after_toll = [a for a in found if a.start > i and a.currency is None]
        if after_toll and any(tree.lemmas[k] in DIED for k in tree.kids(i)):
            told["killed"] = Count(after_toll[0])
