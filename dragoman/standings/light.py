"""A word of a tree to the light it stands in: plainly said, negated, refused, weighed, promised, asked for ..."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.events.triggers import negated

# Words over a word, and the light they throw on it.
# light: lemmas, a clause where they throw it, one where they do not. tests/standings/test_standings_light.py reads it.
OVER: Final = {
    "refused": "refuse decline reject rule oppose exclude resist refusal unwilling reluctant",
    "negated": "stop hesitate delay avoid refrain fail hold abstain postpone withhold short failure away end cessation",
    "weighed": "consider study decide discuss mull weigh review examine debate ponder contemplate think assess explore",
    "promised": """plan intend prepare ready expect agree promise vow pledge offer willing prepared set due undertake
    commit     readiness willingness promise hope seek plan aim determined""",
    "asked": """urge call demand ask want press exhort implore order tell appeal request insist need require pressure
    advise ultimatum""",
    "threatened": "threaten warn threat warning",
    "denied": "deny denial withdraw retract rescind revoke drop abandon",
}
_LIGHT: Final = {lemma: light for light, lemmas in OVER.items() for lemma in lemmas.split()}
# The stronger light, further to the right, wins when several words stand over one.
STRENGTH: Final = (
    "plain",
    "promised",
    "conditional",
    "threatened",
    "weighed",
    "negated",
    "refused",
    "denied",
    "asked",
    "supposed",
)
FUTURE: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d", "sha"})
SUPPOSING: Final = frozenset({"if", "unless", "once", "provided", "providing", "lest", "until", "till"})
SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
APART: Final = frozenset("because after before while as since although though when if unless so until than".split())
# Verbs that ask with an infinitive ("told them to go") and report with a clause ("told them that it went").
TELLING: Final = frozenset({"tell", "advise", "warn", "ask"})
MAYBE: Final = frozenset({"may", "might", "could"})
_COMPLEMENTS: Final = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "obl", "obj", "nmod", "csubj", "nsubj:pass", "csubj:pass"}
)


def light(tree: Tree, i: int) -> str:
    """The light on token `i`, one of STRENGTH but "conditional", which depends on what `conditions.py` finds."""
    return max(_lights(tree, i), key=STRENGTH.index)


def _lights(tree: Tree, i: int) -> list[str]:
    found = [_own(tree, i)]
    up, low = tree.heads[i], i
    for _ in range(4):
        if up == low or tree.deps[low] not in _COMPLEMENTS:
            if tree.deps[low] == "conj" and up != low and tree.deps[up] in _COMPLEMENTS:
                low, up = up, tree.heads[up]
                continue
            break
        if tree.deps[low] == "advcl" and tree.lower_mark(low) in APART:
            break
        found += _over(tree, up, low)
        low, up = up, tree.heads[up]
    return found


def _own(tree: Tree, i: int) -> str:
    """The light of the word's own auxiliaries, mark and negation."""
    mark = tree.lower_mark(i)
    if _unfulfilled(tree, i):
        return "negated"
    when = mark == "when" or any(tree.lower[k] == "when" and k < i for k in tree.kids_by(i, "advmod"))
    if when and tree.deps[i] == "advcl" and is_coming(tree, tree.heads[i]):
        return "supposed"
    helpers = {tree.lower[k] for k in tree.kids_by(i, "aux", "aux:pass", "cop")}
    if mark in SUPPOSING:
        return "supposed"
    if mark == "whether" or helpers & MAYBE:
        return "weighed"
    if _longer(tree, i):
        return "negated"
    if negated(tree, i):
        never = any(tree.lower[k] == "never" for k in tree.kids(i))
        return "refused" if helpers & FUTURE and (never or _present_will(helpers)) else "negated"
    if _yet(tree, i):
        return "negated"
    return "promised" if helpers & FUTURE or _is_to(tree, i) else "plain"


def _unfulfilled(tree: Tree, i: int) -> bool:
    """As in "Had Rome kept its word, ...": it did not."""
    aux = tree.kids_by(i, "aux")
    return bool(aux) and tree.tokens[aux[0]].text == "Had" and aux[0] < min(tree.kids_by(i, *SUBJECTS), default=0)


def _present_will(helpers: set[str]) -> bool:
    return bool(helpers & {"will", "wo", "shall", "'ll", "’ll", "would", "'d", "’d"})


def _longer(tree: Tree, i: int) -> bool:
    return any(tree.lower[k] == "longer" and any(tree.lower[c] == "no" for c in tree.kids(k)) for k in tree.kids(i))


def is_coming(tree: Tree, i: int) -> bool:
    """Whether the verb itself is said of the future: "will lend", "is to free", "will lend and send"."""
    up = i
    while tree.deps[up] == "conj" and tree.heads[up] != up and not tree.kids_by(up, "aux", "aux:pass", "nsubj"):
        up = tree.heads[up]
    return _own(tree, up) == "promised"


def _yet(tree: Tree, i: int) -> bool:
    """As in "has yet to recognise"."""
    if any(tree.lower[k] == "yet" and k < i for k in tree.kids(i)):
        return True
    head = tree.heads[i]
    return tree.deps[i] == "xcomp" and any(tree.lower[k] == "yet" and k < i for k in tree.kids(head))


def _is_to(tree: Tree, i: int) -> bool:
    return tree.lower_mark(i) == "to" and (
        any(tree.lower[k] in ("is", "are", "was", "were") for k in tree.kids_by(i, "aux", "cop"))
        or (tree.deps[i] == "xcomp" and tree.lemmas[tree.heads[i]] == "be")
        or (tree.deps[i] == "acl" and tree.passive(i))
    )


def _over(tree: Tree, up: int, low: int) -> list[str]:
    """The light that word `up` throws on its complement `low`."""
    thrown = _LIGHT.get(tree.lemmas[up])
    clause = tree.deps[low] not in ("obj", "nsubj:pass", "obl", "nmod")
    if (
        thrown in ("weighed", "promised")
        and not clause
        and tree.lemmas[up] not in ("consider", "review", "study", "discuss")
    ):
        thrown = None
    if thrown == "negated" and tree.lemmas[up] in ("hold", "stop", "away") and not _short(tree, up, low):
        thrown = None
    if thrown == "refused" and tree.lemmas[up] == "rule" and not any(tree.lower[k] == "out" for k in tree.kids(up)):
        thrown = None
    if thrown == "asked" and tree.lemmas[up] in TELLING and tree.deps[low] not in ("xcomp", "acl"):
        thrown = None
    if tree.lemmas[up] in ("end", "cessation") and tree.deps[low] not in ("obj", "nmod", "nsubj:pass"):
        thrown = None  # "ended without agreement"
    own = _own(tree, up) if tree.verbal(up) else "negated" if negated(tree, up) else "plain"
    if thrown is None:
        return (
            [own]
            if own in ("negated", "refused", "promised", "supposed", "weighed") and clause and not _says(tree, up)
            else []
        )
    if own in ("negated", "refused"):
        return (
            ["plain"] if thrown in ("refused", "negated", "denied") else ["negated"] if thrown != "asked" else ["asked"]
        )
    return [thrown, own] if own == "supposed" else [thrown]


def _short(tree: Tree, up: int, low: int) -> bool:
    """Whether "stop" is "stop short of", "hold" is "hold off", and not "stop doing" or "hold a meeting"."""
    words = {tree.lower[k] for k in tree.kids(up)} | {tree.lower[k] for k in tree.kids(low)}
    return bool(words & {"short", "off", "away", "back"})


def _says(tree: Tree, up: int) -> bool:
    return tree.lemmas[up] in ("say", "tell", "add", "know", "believe", "think", "ask", "announce", "report", "state")
