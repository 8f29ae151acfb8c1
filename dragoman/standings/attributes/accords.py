"""A draft in its tree to what is said of the agreement or penalty itself: its kind, its name, the measure.

Words and structure alone: "the 1994 Lusaka peace protocol" is of the kind "treaty" by its last noun, its name the words
with a capital; "an arms embargo" is the measure "arms embargo", "froze the assets" an "asset freeze".
"""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Attribute
from dragoman.standings import accords, measures
from dragoman.standings.drafts import Draft

# The kind of agreement by words beside the noun (first) and by the noun itself; the first that fits counts.
BESIDE: Final = {
    "ceasefire": "ceasefire cease-fire truce armistice disengagement",
    "peace deal": "peace",
    "trade deal": "trade tariff customs commerce commercial investment partnership economic",
    "border treaty": "border boundary maritime frontier demarcation",
    "defence pact": "defence defense military security alliance basing forces mutual",
    "extradition treaty": "extradition readmission repatriation return",
    "fishing deal": "fishing fishery fisheries fish tuna",
    "energy deal": "gas oil pipeline power electricity energy",
    "water treaty": "water waters river",
    "arms treaty": "nuclear arms missile disarmament start inf weapons",
    "prisoner swap": "prisoner hostage exchange swap",
    "transit deal": "transit visa border-traffic",
    "non-aggression pact": "non-aggression nonaggression",
    "lease": "lease",
}
BY_NOUN: Final = {
    "ceasefire": "ceasefire cease-fire truce armistice",
    "treaty": "treaty convention concordat compact covenant",
    "memorandum": "memorandum mou understanding",
    "protocol": "protocol",
    "contract": "contract",
    "lease": "lease",
    "alliance": "alliance",
    "declaration": "declaration communique communiqué",
    "accord": "agreement accord pact deal settlement arrangement roadmap",
}
# The measure by the noun's own companion ("arms embargo"), by the noun, and by verb and object.
COMPANIONS: Final = {
    "arms": "arms embargo",
    "weapon": "arms embargo",
    "arm": "arms embargo",
    "trade": "trade embargo",
    "economic": "trade embargo",
    "oil": "oil embargo",
    "gas": "gas embargo",
    "travel": "travel ban",
    "visa": "travel ban",
    "flight": "flight ban",
    "air": "flight ban",
    "import": "import ban",
    "export": "export ban",
    "asset": "asset freeze",
    "grain": "import ban",
    "wine": "import ban",
    "fruit": "import ban",
}
BY_MEASURE: Final = {
    "tariff": "tariff duty levy quota",
    "embargo": "embargo",
    "blockade": "blockade",
    "boycott": "boycott",
    "ban": "ban prohibition moratorium",
    "blacklist": "blacklist",
    "restriction": "restriction curb restraint curtailment",
    "sanctions": "sanction measure penalty",
}
BY_OBJECT: Final = {
    "asset freeze": "asset account fund reserve property",
    "aid cut": "aid assistance loan grant cooperation programme program credit lending support money tranche",
    "suspension of membership": "membership participation seat",
    "border closure": "border frontier crossing gate",
    "airspace closure": "airspace",
    "import ban": "import wine fruit meat good product purchase",
    "export ban": "export sale delivery supply shipment",
    "travel ban": "entry visa travel",
    "flight ban": "flight airline airliner plane",
    "blacklist": "list blacklist",
}
_CUTTING: Final = frozenset(
    "suspend cut freeze halt withhold stop hold cancel slash end resume restore restart unblock release".split()
)
_LISTING: Final = frozenset("blacklist sanction list".split())


def attributes(tree: Tree, draft: Draft) -> dict[str, Attribute]:
    """`kind` and `name` of an agreement, `measure` of a penalty, as far as the words say; empty for other topics."""
    if draft.topic == "agreement":
        noun = accords.accord(tree, draft.i, draft.used)
        return _agreement(tree, noun) if noun is not None else {}
    if draft.topic == "sanction":
        kind = _measure(tree, draft)
        return {"measure": kind} if kind else {}
    return {}


def _agreement(tree: Tree, noun: int) -> dict[str, Attribute]:
    beside = {tree.lemmas[k] for k in tree.kids_by(noun, "compound", "amod", "nmod", "acl")}
    beside |= {tree.lower[k] for k in tree.kids_by(noun, "compound", "amod")}
    beside |= {
        tree.lemmas[c] for k in tree.kids_by(noun, "amod", "compound") for c in tree.kids_by(k, "compound", "conj")
    }
    found: dict[str, Attribute] = {}
    kind = _first(BESIDE, beside) or _first(BY_NOUN, {tree.lemmas[noun]})
    if kind:
        found["kind"] = kind
    name = _name(tree, noun)
    if name:
        found["name"] = name
    return found


def _name(tree: Tree, noun: int) -> str:
    """The proper name that the noun ends or begins: "Algiers accord", "New START treaty", "Treaty on Open Skies"."""
    first = noun
    while first and tree.heads[first - 1] in range(first - 1, noun + 1) and _named(tree, first - 1):
        first -= 1
    last = noun
    if tree.tokens[noun].text[0].isupper() and last + 2 < len(tree.tokens) and tree.lower[last + 1] in ("on", "of"):
        last += 1
        while last + 1 < len(tree.tokens) and tree.tokens[last + 1].text[:1].isupper():
            last += 1
        last = noun if last == noun + 1 else last
    if first == noun == last:
        return ""
    start, end = tree.tokens[first], tree.tokens[last]
    return tree.text[start.idx : end.idx + len(end)]


def _named(tree: Tree, k: int) -> bool:
    """Whether a word before the noun belongs to its name: capitalised, and no demonym, owner or abbreviated power."""
    token = tree.tokens[k]
    if not token.text[:1].isupper() or token.is_sent_start or tree.deps[k] in ("nmod:poss", "det"):
        return False
    return tree.lower[k] not in accords.NOTED and token.ent_type_ != "NORP"


def _measure(tree: Tree, draft: Draft) -> str:
    noun = measures.measure(tree, draft.i, draft.used)
    if noun is not None:
        if measures.arms(tree, noun) and tree.lemmas[noun] != "sanction":
            return "arms embargo"
        for k in tree.kids_by(noun, "compound", "amod", "nmod"):
            if k < noun and tree.lemmas[k] in COMPANIONS:
                found = COMPANIONS[tree.lemmas[k]]
                return "sanctions" if tree.lemmas[noun] == "sanction" and "embargo" in found else found
        if tree.lemmas[noun] == "freeze":
            return "asset freeze"
        if tree.lemmas[noun] == "suspension":
            return "suspension of membership"
        return _first(BY_MEASURE, {tree.lemmas[noun]})
    words = {tree.lemmas[tree.through(k)] for slot in ("obj", "to", "from", "of") for k in tree.slot(draft.i, slot)}
    words |= {
        tree.lemmas[c] for k in tree.slot(draft.i, "obj") for c in tree.kids_by(tree.through(k), "compound", "nmod")
    }
    found = _first(BY_OBJECT, words)
    if found:
        return found
    if tree.lemmas[draft.i] in _LISTING:
        return "blacklist"
    return "suspension of membership" if tree.lemmas[draft.i] in ("suspend", "exclude", "readmit", "reinstate") else ""


def _first(table: dict[str, str], words: set[str]) -> str:
    return next((kind for kind, listed in table.items() if words & set(listed.split())), "")
