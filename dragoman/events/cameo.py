"""A coded event's CAMEO code and the words around its trigger to the exact code of 3 or 4 digits.

Two tables say how. `data/cameo_inner.tsv`: what is promised, asked, demanded, refused or threatened has the code of the
act inside (an appeal to free prisoners is 0253, since freeing them is 0841). `data/cameo_depth.tsv`: words of the
clause. A code is never left for one of another PLOVER type, nor an exact one for another exact one.
Source: CAMEO codebook 1.1b3 (Schrodt 2012), whose families 02, 03, 10 and 12 have the same last digits.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from dragoman.codebook import codebook
from dragoman.events.lexicon import classes, table

if TYPE_CHECKING:
    from dragoman.events.tree import Tree
    from dragoman.events.triggers import Trigger

# What stands outside the clause of a trigger, though it hangs on it.
OUTSIDE: Final = frozenset({"nsubj", "csubj", "conj", "parataxis", "acl:relcl", "discourse", "vocative", "punct", "cc"})
DEEP: Final = 6  # steps from the trigger
WIDE: Final = 60  # tokens

# Roots whose codes of the second level stand beside each other: an appeal for aid may turn out one for cooperation.
WISHING: Final = frozenset({"02", "03", "10", "12"})

# Roots whose code in "13" asks for cooperation of courts.
JUDICIAL: Final = frozenset({"02", "10", "12"})

# What THREATEN's modes stand for when the words say nothing more exact.
LOOSE: Final = frozenset({"1312", "1313", "1322"})
# Acts whose words say better what kind they are of than the noun that names them: "economic aid".
BY_WORDS: Final = frozenset({"05", "06", "07"})
# Stepping down is change to CAMEO, yielding to PLOVER.
YIELDING: Final = frozenset({"yield", "change"})
# What somebody fights with, or moves, is told by the words, not by the verb: troops shell, and jets too.
NEAR: Final = tuple(
    frozenset(codes.split())
    for codes in (
        "193 194 195",
        "151 152 153 154",
        "111 112 114 115",
        "081 0832 0833 0834",
        "0811 0812 0813 0814",
        "1723 1724",
        "161 166",
        "162 163",
        "183 194",
        "175 190 193",
        "055 080",
    )
)
ASSAULTS: Final = frozenset({"18", "19", "20"})
# Verbs whose object is what somebody fights with; that of others is whom or what they hit.
WIELDING: Final = frozenset(
    """fire launch lob use throw explode plant exchange trade open carry mount stage set detonate drop rain conduct
    perpetrate unleash hurl pour shower commit pump employ wage begin go""".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """One condition: a word of the clause (or of the subject, `subject`) is one of `words`; `negated`, none is."""

    words: frozenset[str]
    subject: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Depth:
    """A row of data/cameo_depth.tsv: where all `groups` hold, the code of `to` with the event's own root."""

    id: str
    groups: tuple[Group, ...]
    to: tuple[str, ...]
    yes: str
    no: str


@cache
def depths() -> tuple[Depth, ...]:
    """The rows of data/cameo_depth.tsv in their order; the first that fits wins."""
    return tuple(
        Depth(
            row["id"], tuple(map(_group, row["words"].split())), tuple(row["to"].split()), row["yes"], row["no"] or ""
        )
        for row in table("cameo_depth.tsv")
    )


@cache
def inners() -> tuple[tuple[str, dict[str, str]], ...]:
    """Code of an act -> by root, the code of a wish, request, refusal or threat of it; the longest codes first."""
    rows = [(row["act"], {code[:2]: code for code in row["wished"].split()}) for row in table("cameo_inner.tsv")]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def exact(tree: "Tree", i: int, base: str, type: str, inner: str | None = None) -> str:
    """The code that the words around trigger `i` give, at least `base`; `inner` is that of the act it speaks of."""
    if base not in codebook().cameo:
        return base
    found = _wished(inner, base[:2]) if inner else None
    if found is not None and codebook().cameo[found].type != type:
        found = None
    if found is not None and inner is not None and inner[:2] not in BY_WORDS:
        base = found
    if base in LOOSE and found is None:
        told = _told(tree, i, base[:2] + "0", type)
        return base if told.endswith("0") else told
    told = _told(tree, i, base, type) if len(base) < 4 or any(base in near for near in NEAR) else base
    return found if told == base and found is not None and _better(found, base, type) else told


def _told(tree: "Tree", i: int, base: str, type: str) -> str:
    """The code that the words of the clause give, else `base`."""
    ways = _ways(base, type)
    if not ways:
        return base
    words, subject = _clause(tree, i, type), _subject(tree, i)
    return next((code for groups, code in ways if _fits(groups, words, subject)), base)


@cache
def _ways(base: str, type: str) -> tuple[tuple[tuple[Group, ...], str], ...]:
    """The conditions under which `base` becomes a more exact code, in the order of the table, with that code."""
    found = []
    for depth in depths():
        codes = [code for code in depth.to if _akin(code, base) and (code == base or _better(code, base, type))]
        if codes:
            found.append((depth.groups, codes[0]))
    return tuple(found)


def _akin(code: str, base: str) -> bool:
    """Whether both are of one root, or both of the roots of assault, or told apart by words (`NEAR`)."""
    return code[:2] == base[:2] or {code[:2], base[:2]} <= ASSAULTS or any({code, base} <= near for near in NEAR)


def intent(act: str) -> str | None:
    """The code of the intent to do an act of cooperation ("will visit" is 036); None for others."""
    return _wished(act, "03")


def inside(tree: "Tree", i: int, triggers: Iterable["Trigger"]) -> "Trigger | None":
    """The first trigger in what the verb or noun `i` promises, asks, refuses or threatens."""
    for k in (k for slot in ("comp", "obj", "for", "to", "with") for k in tree.slot(i, slot)):
        low, high = tree.tokens[k].left_edge.i, tree.tokens[k].right_edge.i
        for t in triggers:
            if low <= t.i <= high and t.i != i:
                return t
    return None


def _wished(act: str, root: str) -> str | None:
    for prefix, codes in inners():
        if act.startswith(prefix):
            return codes.get(root)
    return None


def _better(code: str, base: str, type: str) -> bool:
    """Whether `code` says more than `base` and nothing else: of its type, and of its kind where that is known."""
    book = codebook().cameo
    if code == base or book[code].type != type:
        return False
    if code.startswith(base) or base.endswith("0") or len(base) == 2 or any({code, base} <= near for near in NEAR):
        return True
    kinds = {book[base].mode, book[code].mode}
    if base[:2] not in WISHING or len(code) < len(base):
        return False
    if base[:2] in JUDICIAL and code.endswith("13") and book[base].mode == "yield":
        return True  # "asked Chile to hand over a fugitive": cooperation of courts, no surrender
    meeting = (book[base].mode, book[code].mode) == ("yield", "meet")  # a demand for talks
    return len(kinds) == 1 or kinds <= YIELDING or meeting or book[base].mode == "assist"


def _fits(groups: tuple[Group, ...], words: frozenset[str], subject: frozenset[str]) -> bool:
    return all(bool(group.words & (subject if group.subject else words)) != group.negated for group in groups)


def _clause(tree: "Tree", i: int, type: str) -> frozenset[str]:
    """The words of what hangs on trigger `i` and on the verb that carries it, without subject and other clauses."""
    verb = None if tree.verbal(i) else tree.light(i)
    found: set[int] = {i} if verb is None else {i, verb}
    front = [k for top in sorted(found) for k in tree.kids(top) if tree.deps[k] not in OUTSIDE or _done_to(tree, k)]
    if type == "ASSAULT" and tree.verbal(i) and tree.lemmas[i] not in WIELDING:
        hit = {*tree.slot(i, "obj")}
        front = [k for k in front if k not in hit]
    for _ in range(DEEP):
        found.update(front)
        front = [k for j in front for k in tree.kids(j) if k not in found and tree.deps[k] != "acl:relcl"]
        if not front or len(found) > WIDE:
            break
    found.update(front)
    return frozenset(word for k in found for word in (tree.lemmas[k], tree.lower[k]))


def _done_to(tree: "Tree", k: int) -> bool:
    """Whether subject `k` is what the act is done to: the subject of a passive, or of what a noun's verb does."""
    return tree.deps[k] == "nsubj:pass" or (tree.deps[k] == "nsubj" and tree.passive(tree.heads[k]))


def _subject(tree: "Tree", i: int) -> frozenset[str]:
    """The words of who or what acts: subject, or owner of a noun."""
    tokens = {tree.through(k) for slot in ("subj", "by", "poss") for k in tree.slot(i, slot)}
    tokens |= {c for k in sorted(tokens) for c in tree.kids_by(k, "compound", "amod")}
    return frozenset(tree.lemmas[k] for k in tokens)


def _group(text: str) -> Group:
    negated = text.startswith("!")
    rest = text.removeprefix("!")
    subject = rest.startswith("subj:")
    words: set[str] = set()
    for word in rest.removeprefix("subj:").split("|"):
        words |= classes()[word[1:]] if word.startswith("@") else {word}
    return Group(frozenset(words), subject, negated)
