"""A word of a tree to the light it stands in: plainly said, negated, refused, weighed, promised, asked for ..."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.events.triggers import negated

# Words over a word, and the light they throw on it.
# light: lemmas, a clause where they throw it, one where they do not. tests/standings/test_standings_light.py reads it.
OVER: Final = {
    "refused": "refuse decline reject rule oppose exclude resist refusal unwilling reluctant opposed",
    "negated": """stop hesitate delay avoid refrain fail hold abstain postpone withhold short failure away end cessation
    careful wary""",
    "ceased": "cease quit",
    "weighed": """consider study decide discuss mull weigh review examine debate ponder contemplate think assess explore
    undecided""",
    "promised": """plan intend prepare ready expect agree promise vow pledge offer willing prepared set due undertake
    commit readiness willingness promise hope seek plan aim determined intention intent swear""",
    "asked": """urge call demand ask want press exhort implore order tell appeal request insist need require pressure
    advise ultimatum""",
    "threatened": "threaten warn threat warning",
    "denied": "deny denial withdraw retract rescind revoke drop abandon cancel reverse suspend freeze",
    "conditional": "depend hinge conditional contingent dependent",
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
    "ceased",
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
ABLE: Final = frozenset({"can", "could", "ca"})
SWEARING: Final = frozenset({"vow", "promise", "pledge", "swear", "agree"})  # "vowed never to"
STATING: Final = frozenset({"does", "do", "did", "has", "have", "had", "is", "are", "was", "were"}) | FUTURE
AWAY: Final = frozenset({"without"})  # "without recognising it"
# Nouns for a thought given to a matter, and for the matter: "under review", "the question of recognising it".
THOUGHTS: Final = frozenset(
    "review consideration study discussion examination debate scrutiny assessment agenda table".split()
)
MATTERS: Final = frozenset("question possibility option idea issue matter prospect proposal move step merit".split())
# What a party has not in mind it will not do: "has no plans to", "does not intend to", "is not prepared to".
MINDED: Final = frozenset(
    "plan intend intention intent aim ready willing prepared prepare consider contemplate think seek want".split()
)
_COMPLEMENTS: Final = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "obl", "obj", "nmod", "csubj", "nsubj:pass", "csubj:pass"}
)


def light(tree: Tree, i: int) -> str:
    """The light on token `i`, one of STRENGTH; a condition beside it is found by `conditions.py` alone."""
    found = _lights(tree, i)
    if "negated" in found[:1] and "promised" in found[1:]:
        found.append("refused")  # "vowed never to recognise"
    return max(found, key=STRENGTH.index)


def _lights(tree: Tree, i: int) -> list[str]:
    """The light of the word itself, then those that the words over it throw, the nearest first."""
    found = [_own(tree, i)]
    if _asks(tree, i):
        return [*found, "weighed"] if not _demanded(tree, i) else ["asked"]
    up, low = tree.heads[i], i
    for _ in range(4):
        if up != low and tree.deps[low] == "nsubj" and (said := _said_of(tree, up)):
            found.append(said)
            break
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
    if _unfulfilled(tree, i) or mark in AWAY:
        return "negated"
    when = mark == "when" or any(tree.lower[k] == "when" and k < i for k in tree.kids_by(i, "advmod"))
    if when and tree.deps[i] == "advcl" and is_coming(tree, tree.heads[i]):
        return "supposed"
    helpers = {tree.lower[k] for k in tree.kids_by(i, "aux", "aux:pass", "cop")}
    if mark in SUPPOSING:
        return "supposed"
    if helpers & ABLE and (negated(tree, i) or _no_way(tree, i)):
        return "refused"  # "cannot recognise"
    if mark == "whether" or helpers & MAYBE:
        return "weighed"
    if _longer(tree, i):
        return "ceased"
    if negated(tree, i) or _neither(tree, i) or _no_way(tree, i):
        never = any(tree.lower[k] == "never" for k in tree.kids(i))
        return "refused" if helpers & FUTURE and (never or _present_will(helpers)) else "negated"
    if _yet(tree, i):
        return "negated"
    return "promised" if helpers & FUTURE or _is_to(tree, i) else "plain"


def _asks(tree: Tree, i: int) -> bool:
    """Whether the word, or what it hangs on, opens with "whether": a question, whatever stands over it."""
    if tree.lower_mark(i) == "whether":
        return True
    head = tree.heads[i]
    return tree.deps[i] in ("xcomp", "ccomp", "obj") and head != i and tree.lower_mark(head) == "whether"


def _demanded(tree: Tree, i: int) -> bool:
    """As in "asked whether Rome recognised it": a question by somebody else."""
    return tree.lemmas[tree.heads[i]] == "ask"


def _said_of(tree: Tree, up: int) -> str:
    """What the word `up` says of its subject: "recognition hinges on ...", "is under review"."""
    own = _LIGHT.get(tree.lemmas[up])
    if own == "conditional":
        return "conditional"
    if tree.case(up) in ("under", "on") and tree.lemmas[up] in THOUGHTS:
        return "weighed"
    return "negated" if tree.case(up) == "off" and tree.lemmas[up] in ("table", "agenda") else ""


def _no_way(tree: Tree, i: int) -> bool:
    """As in "under no circumstances", "on no account", "in no way"."""
    return any(
        tree.lemmas[k] in ("circumstance", "account", "way", "condition", "sense")
        and any(tree.lower[c] == "no" for c in tree.kids_by(k, "det"))
        for k in tree.kids_by(i, "obl")
    )


def _neither(tree: Tree, i: int) -> bool:
    """As in "neither Cairo nor Abu Dhabi has recognised it", "none of the states recognised it"."""
    return any(
        tree.lower[c] in ("neither", "none") and tree.deps[c] in ("cc:preconj", "cc", "det", "advmod")
        for k in tree.kids_by(i, *SUBJECTS)
        for c in tree.kids(k)
    )


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
    if any(tree.lower[k] == "yet" and k < i and tree.deps[k] != "cc" for k in tree.kids(i)):
        return True  # not "..., yet insists"
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
    clause = tree.deps[low] not in ("obj", "nsubj:pass", "obl", "nmod") or tree.lemmas[low] in MATTERS
    if thrown == "promised" and not clause:
        thrown = None
    if thrown == "weighed" and not clause and tree.lemmas[up] in ("decide", "think"):
        thrown = None
    if tree.lemmas[up] == "decide":
        thrown = _decided(tree, up, low)
    if tree.lemmas[up] == "make" and any(tree.lemmas[k] == "mind" for k in tree.kids_by(up, "obj")):
        return ["weighed"]
    if thrown == "negated" and tree.lemmas[up] in ("hold", "stop", "away") and not _short(tree, up, low):
        gerund = tree.lemmas[up] == "stop" and tree.deps[low] in ("xcomp", "ccomp") and tree.verbal(low)
        thrown = "ceased" if gerund and not tree.lower_mark(low) else None
    if thrown == "refused" and tree.lemmas[up] == "rule" and not any(tree.lower[k] == "out" for k in tree.kids(up)):
        thrown = None
    if thrown == "asked" and tree.lemmas[up] in TELLING and tree.deps[low] not in ("xcomp", "acl"):
        thrown = None
    if thrown == "asked" and tree.lemmas[up] == "insist" and tree.deps[low] == "ccomp" and _states(tree, low):
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
        return [_undone(tree, up, thrown)]
    return [thrown, own] if own == "supposed" else [thrown]


def _decided(tree: Tree, up: int, low: int) -> str | None:
    """The light of "decide": weighed while it is still to be done, "decided to" is as good as done."""
    if tree.deps[low] != "xcomp" or tree.lower_mark(low) == "whether":
        return "weighed" if tree.deps[low] in ("xcomp", "ccomp", "obl", "advcl") else None
    return "weighed" if negated(tree, up) or _yet(tree, up) else "promised"


def _undone(tree: Tree, up: int, thrown: str) -> str:
    """The light that `thrown` becomes under a negation of the word `up` that throws it."""
    if thrown == "asked":
        return "asked"
    if thrown in ("refused", "negated", "denied", "ceased"):
        return "plain"
    if tree.lemmas[up] == "decide":
        return "weighed"
    sworn = tree.lemmas[up] in SWEARING and any(tree.lower[k] == "never" for k in tree.kids(up))
    return "refused" if sworn or tree.lemmas[up] in MINDED else "negated"


def _states(tree: Tree, i: int) -> bool:
    """Whether a clause says what is, not what shall be: "insists that it does not", against "insists that it go"."""
    helpers = {tree.lower[k] for k in tree.kids_by(i, "aux", "aux:pass", "cop")}
    return tree.tokens[i].tag_ in ("VBZ", "VBD") or bool(helpers & STATING)


def _short(tree: Tree, up: int, low: int) -> bool:
    """Whether "stop" is "stop short of", "hold" is "hold off", and not "stop doing" or "hold a meeting"."""
    words = {tree.lower[k] for k in tree.kids(up)} | {tree.lower[k] for k in tree.kids(low)}
    return bool(words & {"short", "off", "away", "back"})


def _says(tree: Tree, up: int) -> bool:
    return tree.lemmas[up] in ("say", "tell", "add", "know", "believe", "think", "ask", "announce", "report", "state")
