"""A trigger to the sum of money and the prison term that its clause names."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.events.amounts import Amount
from dragoman.events.number_words import DASHES
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.records import Attribute

# Types of acts that may move, ask for or cost money.
PAYING: Final = frozenset(
    """AID AGREE SUPPORT COOPERATE REQUEST REJECT SANCTION CONCEDE THREATEN COERCE RETREAT ACCUSE""".split()
)
# Relations that lead from a sum up to the act without leaving its clause.
INSIDE: Final = frozenset(
    """obj iobj obl nmod nummod compound appos amod conj xcomp acl nsubj nsubj:pass obl:unmarked nmod:unmarked obl:npmod
    flat nmod:desc dep obl:agent ccomp advmod""".split()
)
RATED: Final = frozenset(
    """share barrel tonne ton ounce litre liter gallon kilo kilogram kilogramme person head day hour week month year
    bushel megawatt unit""".split()
)
STEPS: Final = 7

JAILING: Final = frozenset("sentence jail imprison condemn".split())
JUDGING: Final = frozenset("convict find give receive get order impose hand serve commute reduce".split())
PRISON: Final = frozenset("prison jail imprisonment bars labour labor custody detention sentence term".split())
MONTHS: Final = {"year": 12.0, "month": 1.0}
PAST: Final = frozenset("ago earlier later old after before".split())
FACING: Final = frozenset({"to", "for", "at", "of"})


def money(tree: Tree, trigger: Trigger, found: Sequence[Amount]) -> dict[str, Attribute]:
    """The first sum in the clause of the act: {"money": 5000000, "currency": "USD"}, or with _about, _low, _high."""
    if trigger.rule.type not in PAYING:
        return {}
    for amount in found:
        if amount.currency is not None and not _rate(tree, amount.end) and _inside(tree, amount, trigger.i):
            told: dict[str, Attribute] = amount.written("money")
            return told | ({"currency": amount.currency} if amount.currency else {})
    return {}


def _rate(tree: Tree, i: int) -> bool:
    """Whether a sum is a price for one: "$7 a share", "a $15-a-share offer", "60 dollars per barrel"."""
    words = [word for word in tree.lower[i : i + 4] if word not in DASHES]
    return len(words) > 1 and words[0] in ("a", "an", "per", "each") and words[1] in RATED


def _inside(tree: Tree, amount: Amount, i: int) -> bool:
    """Whether the sum stands in the clause of the act at `i`, or of the verb that carries it."""
    goals = {i}
    if not tree.verbal(i):
        light = tree.light(i)
        goals |= {light} if light is not None else set()
        if tree.deps[i] in ("obj", "nmod", "obl", "conj", "nsubj"):
            goals.add(tree.heads[i])
    for j in range(amount.start, amount.end):
        up = j
        for _ in range(STEPS):
            if up in goals:
                return True
            if tree.deps[up] not in INSIDE or (tree.deps[up] in ("conj", "ccomp") and tree.verbal(up)):
                break
            up = tree.heads[up]
    return False


def term(tree: Tree, trigger: Trigger, found: Sequence[Amount]) -> dict[str, Attribute]:
    """The punishment: {"prison_months": 120}, {"sentence": "life"}, {"sentence": "death"}."""
    lemma = tree.lemmas[trigger.i]
    if lemma not in JAILING and lemma not in JUDGING:
        return {}
    if lemma in JUDGING and trigger.rule.mode not in ("convict", "arrest"):
        return {}
    end = tree.sentence(trigger.i)[1]
    for amount in found:
        months = _months(tree, amount, end, sure=lemma in JAILING)
        if months and amount.end <= end:
            months_in_all = _with_months(tree, _times(amount, months), amount.end, found)
            return months_in_all.written("prison_months")
    window = tree.lower[trigger.i : min(end, trigger.i + 8)]
    for a, b in pairwise(window):
        if a == "to" and b in ("life", "death"):
            return {"sentence": b}
        if a == "life" and b in ("imprisonment", "sentence", "term", "in"):
            return {"sentence": "life"}
    return {"sentence": "life"} if lemma in JAILING and "for life" in " ".join(window) else {}


def _with_months(tree: Tree, amount: Amount, i: int, found: Sequence[Amount]) -> Amount:
    """As "five years and ten months"."""
    more = [a for a in found if a.start == i + 2 and tree.lower[i + 1] == "and" and a.low is not None]
    if not more or tree.lemmas[min(more[0].end, len(tree.tokens) - 1)] != "month" or amount.low is None:
        return amount
    months = more[0].low or 0
    return replace(amount, low=amount.low + months, high=None if amount.high is None else amount.high + months)


def _months(tree: Tree, amount: Amount, end: int, *, sure: bool) -> float | None:
    """How many months one of the amount's units has, when a prison term is meant; None when it is something else."""
    i = amount.end
    if i < end and tree.lower[i] in DASHES:
        i += 1
    unit = MONTHS.get(tree.lemmas[i]) if i < end else None
    if unit is None or (i + 1 < end and tree.lower[i + 1] in PAST) or tree.lower[i + 1 : i + 3] == ["-", "old"]:
        return None
    if any(tree.lower[j] in PRISON for j in range(i + 1, min(i + 6, end))):
        return unit
    low = amount.start - 1
    return unit if sure and low >= 0 and tree.lower[low] in FACING else None


def _times(amount: Amount, months: float) -> Amount:
    low = None if amount.low is None else amount.low * months
    high = None if amount.high is None else amount.high * months
    return Amount(amount.start, amount.end, low, high, amount.about)
