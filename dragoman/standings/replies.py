"""Words that answer a demand without naming it ("Skopje refused", "Angola complied") to who answers, and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.events.tree import Tree
from dragoman.standings.light import light
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side, is_power

# Verbs that refuse or meet what was asked, said without an object or with a mere word for it.
REFUSING: Final = frozenset("refuse decline balk baulk demur reject dismiss spurn resist object rebuff".split())
MEETING: Final = frozenset("comply oblige obey acquiesce relent accede consent acquiesce agree accept".split())
# Verbs that refuse when they are what one will not do: "would not budge", "will not be dictated to".
YIELDING: Final = frozenset(
    """budge comply obey bow yield dictate blackmail submit intimidate accept bend cave retreat heed surrender
    capitulate pressure bully give kneel move leave go withdraw back apologise apologize agree relent do allow let
    abide bargain negotiate""".split()
)
# Of these, those that refuse even as what one has not done: "has not budged".
BENDING: Final = frozenset("budge comply obey bow yield heed bend cave relent submit capitulate".split())
# Words for what was asked.
_IT: Final = frozenset("it that this them both either so such".split())
_ASKED: Final = frozenset(
    """demand request call appeal plea ultimatum idea suggestion proposal move step notion condition order term petition
    deadline wish one""".split()
)
_UNTRUE: Final = frozenset("baseless unfounded false untrue lie groundless fabrication nonsense wrong".split())


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer at token `i`: "met" or "refused", and who gives it."""

    i: int
    value: str
    by: Side


def replies(tree: Tree, sides: Sides) -> Iterator[Reply]:
    """The answers in the order of the text, by powers alone."""
    for i, lemma in enumerate(tree.lemmas):
        if not tree.verbal(i):
            continue
        value = _value(tree, i, lemma)
        if not value:
            continue
        by = sides.named(tuple(tree.kids_by(i, "nsubj:pass")) if tree.passive(i) else tree.slot(i, "subj"))
        kept = tuple(a for a in by.actors if is_power(a))
        if kept:
            yield Reply(i, value, Side(kept, by.tokens))


def _value(tree: Tree, i: int, lemma: str) -> str:
    shade = light(tree, i)
    words = {tree.lower[k] for k in tree.kids(i)}
    if lemma in REFUSING and shade in ("plain", "promised"):
        return "refused" if _bare(tree, i) else ""
    if lemma == "rule" and "out" in words and shade in ("plain", "promised"):
        return "refused" if _bare(tree, i) else ""
    if lemma in ("turn", "brush", "wave", "shrug", "laugh") and words & {"down", "aside", "off", "away"}:
        return "refused" if shade == "plain" and _bare(tree, i) and tree.slot(i, "obj") else ""
    if lemma in ("say", "answer", "reply") and any(tree.lower[k] == "no" for k in tree.slot(i, "discourse")):
        return "refused" if shade == "plain" else ""
    if lemma in MEETING and _bare(tree, i):
        if shade == "plain":
            return "met" if lemma not in ("agree", "accept") or tree.slot(i, "obj") else ""
        return "refused" if shade in ("negated", "refused") else ""
    if lemma in YIELDING and not tree.kids_by(i, "obj", "ccomp"):
        sworn = shade == "negated" and tree.lemmas[tree.heads[i]] in ("vow", "swear", "promise", "pledge")
        if shade == "refused" or sworn or (shade == "negated" and lemma in BENDING):
            return "refused"
    return ""


def _bare(tree: Tree, i: int) -> bool:
    """Whether the verb has no object but a word for what was asked, and no complement but "to do so"."""
    if any(tree.lemmas[k] != "do" for k in tree.kids_by(i, "xcomp", "ccomp")):
        return False
    if any(tree.lemmas[k] in _UNTRUE for k in tree.slot(i, "as")):
        return False  # a charge, not a demand
    if tree.deps[i] == "acl:relcl" and any(tree.lower[k] == "which" for k in tree.kids(i)):
        return True  # "must stay out of the alliance, which Bonn refuses"
    for k in (*tree.slot(i, "obj"), *tree.slot(i, "to"), *tree.slot(i, "with")):
        noun = tree.through(k)
        pointed = {tree.lower[c] for c in tree.kids_by(noun, "det", "amod", "nmod:poss")}
        if tree.lower[k] in _IT or (
            tree.lemmas[noun] in _ASKED and pointed & {"the", "that", "this", "any", "both", "such", "all"}
        ):
            continue
        return False
    return not tree.passive(i)
