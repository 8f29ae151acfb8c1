"""A trigger with its rule and parties to the mode of the act: by what is asked or threatened, and data/modes.tsv."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from dragoman.codebook import codebook
from dragoman.events.lexicon import classes, table
from dragoman.events.parties import Parties
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger

if TYPE_CHECKING:
    from dragoman.actors import Cast

# What is asked for, refused or threatened -> mode of the request, refusal or threat (PLOVER codebook 2021, modes).
YIELDING: Final = {"RETREAT": "yield", "CONCEDE": "yield"}
HELPING: Final = {"AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "CONSULT": "meet"}
MODES: Final = {
    "REQUEST": YIELDING | HELPING,
    "REJECT": YIELDING | HELPING,
    "THREATEN": {
        "SANCTION expel": "expel",
        "SANCTION withdraw": "relations",
        "SANCTION discontinue": "relations",
        "SANCTION": "restrict",
        "COERCE arrest": "arrest",
        "COERCE ban": "ban",
        "COERCE seize": "territory",
        "COERCE": "restrict",
        "ASSAULT": "violence",
        "MOBILIZE": "violence",
    },
}
KNOWN: Final = frozenset(key for kinds in MODES.values() for key in kinds)

# Classes of what is given -> mode of AID; the first that fits. PLOVER's manual, draft modes.
AIDS: Final = {"ARMSAID": "military", "RELIEF": "humanitarian", "MONEY": "economic"}

# Parts of a clause that say something else than how its act was done.
APART: Final = frozenset({"parataxis", "acl:relcl", "ccomp", "conj"})
FAR: Final = 20  # tokens on either side of a trigger that may say how the act was done


@dataclass(frozen=True, slots=True)
class Refining:
    """A row of data/modes.tsv: `words` in one of `slots` turn the mode `before` ("" none) of a type into `mode`.

    Beside the slots of the lexicon there are "near" (the clause), "things" (what the act is done to or with) and
    "itself" (the trigger). No words at all mean that the slot is filled.
    """

    id: str
    before: frozenset[str]
    slots: tuple[str, ...]
    words: frozenset[str]
    mode: str


@cache
def refinings() -> dict[str, tuple[Refining, ...]]:
    """The rows of data/modes.tsv by type, in the order in which they are tried."""
    found: dict[str, list[Refining]] = {}
    for row in table("modes.tsv"):
        before = frozenset("" if mode == "-" else mode for mode in row["from"].split("|"))
        refining = Refining(row["id"], before, tuple(row["slots"].split("|")), _words(row["words"]), row["mode"])
        found.setdefault(row["type"], []).append(refining)
    return {type: tuple(rows) for type, rows in found.items()}


def _words(column: str) -> frozenset[str]:
    words = frozenset() if column == "*" else frozenset(column.split("|"))
    named = [classes()[w[1:]] for w in sorted(words) if w.startswith("@")]
    return frozenset(w for w in words if not w.startswith("@")).union(*named)


class Modes:
    """Gives the modes of the triggers of one Doc."""

    def __init__(self, tree: Tree, cast: "Cast", triggers: list[Trigger]) -> None:
        self.tree = tree
        self.cast = cast
        self.triggers = triggers

    def of(self, trigger: Trigger, parties: Parties) -> str | None:
        """The rule's mode made more exact by the words, None where the type has none or nothing tells."""
        rule, i = trigger.rule, trigger.i
        modes = codebook().types[rule.type].modes
        mode = self._by_rule(trigger, parties)
        for row in refinings().get(rule.type, ()):
            if (mode or "") in row.before and row.mode in modes and self._says(i, row):
                mode = row.mode
                break
        return mode if mode in modes else None

    def _by_rule(self, trigger: Trigger, parties: Parties) -> str | None:
        """The rule's mode, else what the words asked for or threatened with say, or where they met."""
        rule, i = trigger.rule, trigger.i
        if rule.type == "CONSULT" and rule.mode is None and self._abroad(i, parties):
            return "visit"
        inner = self._asked(i) if rule.opaque else None
        mode = (inner and MODES.get(rule.type, {}).get(inner)) or rule.mode
        if mode is None and rule.type == "REQUEST" and self._for_help(i):
            mode = "assist"
        if mode is None and rule.type == "AID":
            mode = self._help(i)
        return mode

    def _says(self, i: int, row: Refining) -> bool:
        """Whether one of the row's slots holds one of its words."""
        for slot in row.slots:
            tokens = list(self._tokens(i, slot))
            if tokens and (not row.words or any(self.tree.lemmas[k] in row.words for k in tokens)):
                return True
        return False

    def _tokens(self, i: int, slot: str) -> Iterable[int]:
        tree = self.tree
        if slot == "itself":
            return (i,)
        if slot == "near":
            return self._near(i)
        if slot == "things":
            things = [tree.through(k) for s in ("obj", "of", "iobj") for k in tree.slot(i, s)]
            return [j for k in things for j in (k, *tree.kids_by(k, "compound", "conj"))]
        return [j for k in tree.slot(i, slot) for j in self._phrase(k)]

    def _phrase(self, k: int) -> Iterable[int]:
        """The words of a complement: its head, its objects and what they are called."""
        tree = self.tree
        heads = [k, *tree.kids_by(k, "obj", "xcomp", "obl", "nmod", "nsubj:pass", "conj", "acl")]
        inner = [c for h in heads[1:] for c in tree.kids_by(h, "obj", "nmod", "compound", "amod")]
        return [*heads, *tree.kids_by(k, "compound", "amod"), *inner]

    def _near(self, i: int) -> Iterable[int]:
        """The tokens of the trigger's clause, or of the noun's phrase and its verb's."""
        tree = self.tree
        verb = None if tree.verbal(i) else tree.light(i)
        found: list[int] = []
        todo = [i] if verb is None else [i, verb]
        while todo and len(found) < 2 * FAR:
            k = todo.pop()
            found.append(k)
            todo += [c for c in tree.kids(k) if tree.deps[c] not in APART and abs(c - i) <= FAR and c not in found]
        return found

    def _for_help(self, i: int) -> bool:
        """Whether aid is what is asked for: "begged Kenya for ammunition"."""
        wanted = self.tree.slot(i, "for")
        return any(self.tree.lemmas[self.tree.through(k)] in classes()["AIDGOOD"] | {"help"} for k in wanted)

    def _help(self, i: int) -> str | None:
        """What kind of aid is given: by the words that verb or noun `i` takes."""
        tree = self.tree
        given = [tree.through(k) for slot in ("obj", "of", "with", "compound", "subj") for k in tree.slot(i, slot)]
        words = {tree.lemmas[j] for k in given for j in (k, *tree.kids_by(k, "compound", "amod", "conj"))}
        for name, mode in AIDS.items():
            if words & classes()[name]:
                return mode
        return None

    def _asked(self, i: int) -> str | None:
        """What is asked, refused or threatened at verb `i`: the type of the first act inside, and its mode."""
        inside = [k for slot in ("comp", "obj", "for", "to") for k in self.tree.slot(i, slot)]
        for k in inside:
            low, high = self.tree.tokens[k].left_edge.i, self.tree.tokens[k].right_edge.i
            for t in self.triggers:
                if low <= t.i <= high and t.i != i:
                    full = f"{t.rule.type} {t.rule.mode}"
                    return full if full in KNOWN else t.rule.type
        return None

    def _abroad(self, i: int, parties: Parties) -> bool:
        """Whether they met at a place of the recipients': then the actors are visitors there."""
        own = {a.country for a in parties.actors}
        hosts = {a.country for a in parties.recipients} - {None}
        codes = {self.cast.country_of(self.tree.tokens[k]) for k in self.tree.slot(i, "in")}
        return bool(codes & hosts) and not codes & own
