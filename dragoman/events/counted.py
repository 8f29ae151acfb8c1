"""A noun phrase to how many it names: its number, a sum over what is joined to it, and the groups of people in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.events.amounts import Amount
from dragoman.events.counted_nouns import ONE, PERSONAL, UNITS, WHOLES, groups, is_of_kind, person
from dragoman.events.tree import Tree

REACH: Final = 12  # tokens from a noun to the figures that are part of its number
# What may stand between a figure and its noun.
BETWEEN: Final = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "NUM", "VERB", "SYM"})


@dataclass(frozen=True, slots=True)
class Count:
    """How many a phrase names, and how many of each group of people, where it says so."""

    amount: Amount
    groups: tuple[tuple[str, Amount], ...] = ()


def counted(tree: Tree, k: int, what: str, found: Sequence[Amount]) -> Count | None:
    """How many of the kind `what` the phrase headed by token `k` names, "two soldiers and a boy" being three.

    `what` is people, life, troops, crowd, vessel or aircraft; None when no number is given.
    """
    parts: list[Amount] = []
    named: list[tuple[str, Amount]] = []
    open_end = False
    for n in [k, *_joined(tree, k)]:
        noun = _noun(tree, n, found)
        bare = noun == n and what in PERSONAL and any(a.start <= n < a.end and not _unit(tree, a) for a in found)
        if not bare and not is_of_kind(tree, noun, what):
            continue
        amount = amount_at(tree, n, found) or amount_at(tree, noun, found) or _single(tree, n, noun, what)
        if amount is None:
            open_end = open_end or not (parts and n == k + 2)  # "293 women and girls" is one number
            continue
        parts.append(amount)
        group = groups().get(tree.lower[noun]) if what in ("people", "troops", "crowd") else None
        if group:
            named.append((group, amount))
    if not parts:
        return None
    named += _included(tree, k, found) if what == "people" else []
    return Count(_sum(parts, open_end), tuple(_by_group(named)))


def _joined(tree: Tree, k: int) -> list[int]:
    """What is joined to phrase `k`: "three civilians" in "two soldiers and three civilians"."""
    first = tree.kids_by(k, "conj")
    deeper = [c for j in first for c in tree.kids_by(j, "conj")]
    return [c for c in first + deeper if not tree.verbal(c)]


def _noun(tree: Tree, k: int, found: Sequence[Amount]) -> int:
    """What is counted: "people" behind "hundreds of thousands of" or "a crowd of"."""
    for _ in range(3):
        measure = any(a.start <= k < a.end for a in found) or tree.lemmas[k] in WHOLES
        inner = [j for j in tree.kids_by(k, "nmod") if j > k and tree.case(j) == "of"] if measure else []
        if not inner:
            break
        k = inner[0]
    return k


def amount_at(tree: Tree, k: int, found: Sequence[Amount]) -> Amount | None:
    """The number of the noun at `k`: the noun itself, a dependent of it, or the last figure before it in its phrase."""
    own = [a for a in found if a.start <= k < a.end]
    if own:
        return own[0] if own[0].currency is None else None
    low = min(tree.tokens[k].left_edge.i, *[j for j in tree.kids(k) if j < k], k)
    near = [a for a in found if a.end <= k and a.end > low and a.currency is None]
    if not near:
        return None
    amount = near[-1]
    between = range(amount.end, k)
    if any(
        tree.tokens[j].pos_ not in BETWEEN or tree.lemmas[j] in UNITS or tree.lower[j] in (",", ";")
        for j in between
        if not _listed(tree, j, k)
    ):
        return None
    return amount if not between or _hangs(tree, amount, k) else None


def _listed(tree: Tree, j: int, k: int) -> bool:
    """A comma between two adjectives: "12 armed, masked men"."""
    return tree.lower[j] == "," and j + 1 < k and tree.tokens[j + 1].pos_ in ("ADJ", "VERB")


def _hangs(tree: Tree, amount: Amount, k: int) -> bool:
    """Whether a token of the amount hangs on noun `k`, through "-strong" and the like."""
    for j in range(amount.start, amount.end):
        up = j
        for _ in range(5):
            if up == k:
                return True
            up = tree.heads[up]
    return False


def _single(tree: Tree, k: int, noun: int, what: str) -> Amount | None:
    """One, for a singular with an article or a person's name: "a boy", "his wife"."""
    token = tree.tokens[k]
    if token.pos_ == "PROPN" and token.ent_type_ == "PERSON" and what == "people":
        return Amount(k, k + 1, 1, 1)
    if token.tag_ != "NN" or what == "life" or (what in PERSONAL and not person(tree, k)) or k != noun:
        return None
    words = {tree.lower[d] for d in tree.kids_by(k, "det", "nmod:poss", "nummod")}
    some = bool(words & ONE) or bool(tree.kids_by(k, "nmod:poss"))
    if any(tree.lower[d] == "no" for d in tree.kids_by(k, "det")):
        return Amount(k, k + 1, 0, 0)
    return Amount(k, k + 1, 1, 1) if some else None


def _included(tree: Tree, k: int, found: Sequence[Amount]) -> list[tuple[str, Amount]]:
    """Groups that are part of the number: "12 people, including three children"."""
    named = []
    for a in found:
        if not k < a.start < k + REACH or not part(tree, a.start):
            continue
        nouns = [j for j in range(a.end, min(a.end + 4, len(tree.tokens))) if tree.lower[j] in groups()]
        group = groups()[tree.lower[nouns[0]]] if nouns else ""
        if group:
            named.append((group, a))
    return named


def part(tree: Tree, i: int) -> bool:
    """Whether "including" or "among them" stands right before."""
    return i > 1 and (tree.lower[i - 1] == "including" or tree.lower[i - 2 : i] == ["among", "them"])


def _sum(parts: list[Amount], open_end: bool) -> Amount:
    low = [a.low for a in parts]
    high = [a.high for a in parts]
    return replace(
        parts[0],
        low=None if None in low else sum(x for x in low if x is not None),
        high=None if open_end or None in high else sum(x for x in high if x is not None),
        about=any(a.about for a in parts) and not open_end,
    )


def _by_group(named: list[tuple[str, Amount]]) -> list[tuple[str, Amount]]:
    found: dict[str, list[Amount]] = {}
    for group, amount in named:
        found.setdefault(group, []).append(amount)
    return [(group, _sum(parts, False)) for group, parts in found.items()]


def before_word(tree: Tree, i: int, found: Sequence[Amount]) -> int | None:
    """The token that carries the number of a state at `i`: "12" or "people" before "dead"; None without."""
    for a in found:
        if a.end == i or (
            a.end <= i <= a.end + 3
            and all(tree.tokens[j].pos_ in ("ADJ", "NOUN", "PROPN", "PRON", "AUX") for j in range(a.end, i))
        ):
            nouns = [
                j
                for j in range(a.end, i)
                if tree.tokens[j].pos_ in ("NOUN", "PROPN", "PRON") or tree.lemmas[j] == "other"
            ]
            return nouns[-1] if nouns else a.end - 1
    return None


def _unit(tree: Tree, amount: Amount) -> bool:
    """Whether the number is one of years, miles and the like: "40-year-old", "12 days"."""
    i = amount.end
    return i < len(tree.tokens) and (tree.lower[i] == "-" or tree.lemmas[i] in UNITS)


def behind_word(tree: Tree, i: int, found: Sequence[Amount]) -> int | None:
    """The token that carries a number right behind verb `i`, for parsers that lose it: "killed between 40 and 60"."""
    for a in found:
        if _unit(tree, a):
            continue
        if i < a.start <= i + 2 and all(tree.tokens[j].pos_ in ("ADP", "ADV", "PART") for j in range(i + 1, a.start)):
            nouns = [j for j in range(a.end, min(a.end + 4, len(tree.tokens))) if tree.tokens[j].pos_ == "NOUN"]
            near = nouns[:1] and all(tree.tokens[j].pos_ == "ADJ" for j in range(a.end, nouns[0]))
            return nouns[0] if near else a.end - 1
    return None
