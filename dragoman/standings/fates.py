"""A word that asks to what the same sentence says came of it: met, refused or withdrawn, and by whom.

The verbs and phrases over a demand stand in data/demand/fates.tsv.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.events.tree import Tree
from dragoman.standings.lexicon import DATA
from dragoman.standings.light import light

# What the light on the verb over a demand makes of its fate; "" leaves it merely made.
LIT: Final = {
    "met": {"plain": "met", "promised": "met", "conditional": "met", "negated": "refused", "refused": "refused"},
    "refused": {"plain": "refused", "promised": "refused"},
    "withdrawn": {"plain": "withdrawn", "promised": "withdrawn"},
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of fates.tsv: `lemmas` over a demand that stands in one of `slots` (obj, subj or a preposition).

    One of `words` must stand near the verb, none of those with "!"; GERUND asks for its form.
    """

    id: str
    lemmas: frozenset[str]
    slots: frozenset[str]
    words: frozenset[str]
    fate: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What came of a demand: the value, the token that says it, and the tokens that name who met or refused it."""

    value: str
    i: int
    by: tuple[int, ...]


@cache
def rows() -> tuple[Row, ...]:
    """The rows of fates.tsv in their order."""
    lines = (DATA / "demand" / "fates.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(
        Row(
            row["id"],
            frozenset(row["lemmas"].split("|")),
            frozenset(row["slot"].split("|")),
            frozenset(filter(None, (row["words"] or "").split("|"))),
            row["fate"],
            row["yes"],
            row["no"] or "",
        )
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    )


@cache
def _by_lemma() -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in rows():
        for lemma in sorted(row.lemmas):
            found.setdefault(lemma, []).append(row)
    return {lemma: tuple(held) for lemma, held in found.items()}


def fate(tree: Tree, i: int) -> Fate | None:
    """What the sentence says of the demand that token `i` makes, None where it leaves it at that."""
    if tree.verbal(i):
        return _of_verb(tree, i)
    return _of_noun(tree, i)


def _of_noun(tree: Tree, i: int) -> Fate | None:
    up = tree.heads[i]
    for verb, slot in _over(tree, i):
        for row in _by_lemma().get(tree.lemmas[verb], ()):
            if slot in row.slots and _worded(tree, verb, row.words):
                value = LIT[row.fate].get(light(tree, verb) if tree.verbal(verb) else "plain", "")
                if value:
                    return Fate(value, verb, _by(tree, verb, slot))
                return None
    return _phrase(tree, i) if up != i else None


def _over(tree: Tree, i: int) -> Iterator[tuple[int, str]]:
    """The words that a demand hangs on, and how: the verb, and the verb above "none of", "one of", "a number of"."""
    outer = tree.measure(i)
    for k in dict.fromkeys((i, outer)):
        head, dep = tree.heads[k], tree.deps[k]
        if head == k:
            continue
        if dep in ("obj", "nsubj:pass"):
            yield head, "obj"
        elif dep == "nsubj":
            yield head, "subj"
        elif dep in ("obl", "nmod", "advcl", "xcomp") and tree.case(k):
            yield head, tree.case(k)
        elif dep == "acl:relcl":
            yield head, "relative"
    for k in tree.kids_by(i, "acl:relcl", "acl"):  # "a demand that it rejected", "a request refused by"
        objects = tree.slot(k, "obj")
        if i in objects or (tree.tokens[k].tag_ == "VBN" and tree.deps[k] == "acl"):
            yield k, "obj"
        elif i in tree.slot(k, "subj"):
            yield k, "subj"


def _worded(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    if not words:
        return True
    if "GERUND" in words:
        return tree.tokens[verb].tag_ == "VBG"
    near = set()
    for k in tree.kids(verb):
        near.add(tree.lower[k])
        near.add(tree.lemmas[k])
        near |= {tree.lower[c] for c in tree.kids(k)}
    barred = {word[1:] for word in words if word.startswith("!")}
    return not barred & near and (bool(words & near) or len(barred) == len(words))


def _by(tree: Tree, verb: int, slot: str) -> tuple[int, ...]:
    if slot == "subj":
        return tree.slot(verb, "by") or tree.slot(verb, "in")
    return tree.slot(verb, "subj") if tree.verbal(verb) else ()


# Phrases with a demand that say what the main clause did about it: "at its request", "despite calls".
_DOING: Final = frozenset({("at", ""), ("in", "response"), ("in", "answer"), ("in", "compliance"), ("in", "line")})
_DOING_NOUNS: Final = frozenset({"response", "answer", "compliance", "line", "accordance", "deference", "reply"})
_AGAINST: Final = frozenset({"despite", "notwithstanding", "against", "over"})
_AGAINST_NOUNS: Final = frozenset({"spite", "defiance", "disregard"})


def _phrase(tree: Tree, i: int) -> Fate | None:
    k, case = i, tree.case(i)
    noun = tree.heads[i]
    if tree.deps[i] == "nmod" and case in ("to", "with", "of") and tree.case(noun) in ("in", "into"):
        k = noun
        if tree.lemmas[noun] in _DOING_NOUNS:
            case = "at"
        elif tree.lemmas[noun] in _AGAINST_NOUNS:
            case = "despite"
        else:
            return None
    verb = tree.heads[k]
    if tree.deps[k] not in ("obl", "advcl", "nmod") or not tree.verbal(verb):
        return None
    shade = light(tree, verb)
    by = tree.slot(verb, "subj")
    if not by and tree.verbal(tree.heads[verb]):
        by = tree.slot(tree.heads[verb], "subj")
    if case == "at" and shade == "plain":
        return Fate("met", verb, by)
    if case in _AGAINST - {"against", "over"} and by:
        return Fate("refused", verb, by)
    return None


def _of_verb(tree: Tree, i: int) -> Fate | None:
    if no_longer(tree, i):
        return Fate("withdrawn", i, ())
    if _vainly(tree, i):
        return Fate("refused", i, ())
    if tree.deps[i] == "acl:relcl" and not _as(tree, i):
        return _of_relative(tree, i)
    if tree.deps[i] in ("advcl", "acl", "acl:relcl", "ccomp") and _as(tree, i):
        verb = tree.heads[i]
        if not tree.verbal(verb) and tree.heads[verb] != verb:
            verb = tree.heads[verb]
        if not tree.verbal(verb):
            return None
        shade = _unwilling(tree, verb) or light(tree, verb)
        if shade == "promised" and tree.lemmas[verb] != "agree" and "agree" not in _above(tree, verb):
            return None
        value = {"plain": "met", "promised": "met", "negated": "refused", "refused": "refused"}.get(shade, "")
        return Fate(value, verb, tree.slot(verb, "subj")) if value else None
    return None


# Verbs that hand over what was asked: "paid the ransom that they had demanded".
_GIVING: Final = frozenset("pay give hand issue offer deliver provide grant release make sign supply surrender".split())


def _above(tree: Tree, i: int) -> set[str]:
    """The lemmas of the two words over `i`."""
    return {tree.lemmas[tree.heads[i]], tree.lemmas[tree.heads[tree.heads[i]]]}


# Who does not promise it has not refused it.
_PROMISING: Final = frozenset("promise pledge vow agree commit offer say".split())


def _of_relative(tree: Tree, i: int) -> Fate | None:
    """As in "is unwilling to make the apology that Seoul demands", "paid the ransom they had asked for"."""
    noun = tree.heads[i]
    verb = tree.heads[noun]
    stopped = "stop" in _above(tree, noun) and light(tree, noun) == "negated"
    if tree.deps[noun] in ("obl", "nmod") and stopped:
        return Fate("refused", i, ())  # "stopped short of the apology that Seoul demands"
    if tree.deps[noun] not in ("obj", "nsubj:pass") or not tree.verbal(verb):
        return None
    shade = light(tree, verb)
    if shade in ("refused", "negated") and not _above(tree, verb) & _PROMISING:
        return Fate("refused", verb, tree.slot(verb, "subj"))
    if tree.lemmas[verb] in ("refuse", "reject", "decline") and shade == "plain":
        return Fate("refused", verb, tree.slot(verb, "subj"))
    if shade == "plain" and tree.lemmas[verb] in _GIVING:
        return Fate("met", verb, tree.slot(verb, "subj"))
    return None


def _as(tree: Tree, i: int) -> bool:
    """As in "as Ethiopia had demanded", "as demanded by the Union"."""
    if tree.lower_mark(i) == "as":
        return True
    return any(tree.lower[k] == "as" and k < i for k in tree.kids(i))


def _unwilling(tree: Tree, verb: int) -> str:
    """As in "refuses to leave the town, as Ethiopia has demanded": the clause hangs on either verb."""
    if tree.lemmas[verb] in ("refuse", "decline") and tree.kids_by(verb, "xcomp"):
        return "refused"
    if tree.lemmas[verb] == "fail" and tree.kids_by(verb, "xcomp"):
        return "negated"
    return ""


def no_longer(tree: Tree, i: int) -> bool:
    """As in "no longer insists", "has stopped demanding"."""
    if any(tree.lower[k] == "longer" and any(tree.lower[c] == "no" for c in tree.kids(k)) for k in tree.kids(i)):
        return True
    if any(tree.lower[k - 1 : k + 1] == ["no", "longer"] for k in tree.kids(i) if 0 < k < i):
        return True
    head = tree.heads[i]
    return tree.deps[i] == "xcomp" and tree.lemmas[head] in ("stop", "cease", "quit") and light(tree, head) == "plain"


def _vainly(tree: Tree, i: int) -> bool:
    """As in "has asked in vain", "so far without success", "to no avail"."""
    start, end = tree.sentence(i)
    for k in range(max(start, i - 8), end):
        if tree.lower[k] in ("vain", "vainly", "avail", "unsuccessfully", "fruitlessly") and _within(tree, k, i):
            return True
        if tree.lower[k] in ("success", "result") and tree.case(k) == "without" and _within(tree, k, i):
            return True
    return False


def _within(tree: Tree, k: int, i: int) -> bool:
    """Whether `k` hangs on verb `i` or on what it asks, with no other finite verb between."""
    for _ in range(5):
        if k == i:
            return True
        up = tree.heads[k]
        if up == k:
            return False
        if tree.verbal(k) and tree.deps[k] in ("conj", "parataxis", "ccomp", "acl:relcl", "advcl") and k != i:
            return False
        k = up
    return False
