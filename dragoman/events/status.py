"""A trigger to its status: happened, ongoing, planned, conditional, hypothetical, denied, or no event at all."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.events.lexicon import Rule, table
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger, negated
from dragoman.events.words import JOURNEYS, MEASURES
from dragoman.records import Status

# Types that are done by saying so: "accuses", "insists" in the present are done, not going on.
SPOKEN: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})

# Of them, those that are no event when only a condition names them.
UNSPOKEN: Final = SPOKEN - {"SUPPORT", "CONCEDE"}

# Verbs whose past looks like their present; a report tells what was done, and taggers often miss it.
SAME_IN_PAST: Final = frozenset("set put hit cut shut let beat quit".split())

IF: Final = frozenset({"if", "unless", "once", "provided", "providing", "lest", "until", "till"})
MEANWHILE_MARKS: Final = frozenset("after before during following since despite amid over at".split())
DONE_BEFORE: Final = frozenset({"after", "following", "since", "despite"})
WHETHER: Final = frozenset({"whether"})
FUTURE: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
MAY: Final = frozenset({"may", "might", "could", "can", "ca", "should", "must", "ought"})
COMING: Final = frozenset(
    "planned upcoming future next forthcoming scheduled proposed coming imminent intended".split()
)
UNREAL: Final = frozenset("possible potential alleged eventual likely hypothetical feared would-be".split())

# When two things bear on one act, the stronger one, further to the right, decides.
STRENGTH: Final = ("happened", "ongoing", "planned", "hypothetical", "conditional", "denied", "suppress")


@dataclass(frozen=True, slots=True)
class Operator:
    """A word whose complement it makes planned, denied ...; `marker` is the word between them, where one is needed."""

    id: str
    lemmas: frozenset[str]
    marker: str
    effect: str


@cache
def operators() -> dict[tuple[str, str], tuple[Operator, ...]]:
    """The operators of data/operators.tsv by part of speech (V, A, N) and lemma."""
    found: dict[tuple[str, str], list[Operator]] = {}
    for row in table("operators.tsv"):
        lemmas = frozenset(row["lemmas"].split("|"))
        operator = Operator(row["id"], lemmas, row["marker"] or "", row["effect"])
        for lemma in sorted(lemmas):
            found.setdefault((row["pos"], lemma), []).append(operator)
    return {key: tuple(value) for key, value in found.items()}


@cache
def lights() -> dict[str, str]:
    """Light verbs and what they make of the noun they carry (data/lights.tsv)."""
    return {row["lemma"]: row["effect"] for row in table("lights.tsv")}


class Statuses:
    """The status of every trigger of a Doc; `triggers` tells which words are opaque to what hangs on them."""

    def __init__(self, tree: Tree, triggers: list[Trigger]) -> None:
        self.tree = tree
        self.opaque: dict[int, Rule] = {t.i: t.rule for t in triggers if t.rule.opaque}

    def of(self, trigger: Trigger) -> Status | None:
        """The status of a trigger, or None when the act is only asked for, promised, refused or given up."""
        i, rule = trigger.i, trigger.rule
        effects = [self._own(i, rule), *self._above(i, 0)]
        if self._short_of(i):
            effects.append("denied")
        if "now" in rule.flags:  # the words of the threat are in the future, the threat is made now
            effects = [effect for effect in effects if effect == "suppress"] or ["happened"]
        if "planned" in rule.flags:
            effects.append("planned")
        strongest = max(effects, key=STRENGTH.index)
        if strongest == "conditional" and rule.type in UNSPOKEN and self._in_condition(i):
            return None
        if strongest == "ongoing" and rule.type in SPOKEN:
            strongest = "happened"
        return None if strongest == "suppress" else Status(strongest)

    def _in_condition(self, i: int) -> bool:
        """Whether the act is the condition itself: "if both sides agree" tells of no agreement."""
        head = self.tree.heads[i] if self.tree.deps[i] == "conj" else i
        return any(self.tree.verbal(k) and self.tree.lower_mark(k) in IF for k in (i, head))

    def _short_of(self, i: int) -> bool:
        """Whether "short of" stands before the verb, however the parser hangs it: "stopped short of even naming"."""
        before = self.tree.lower[max(0, i - 4) : i]
        return "of" in before and "short" in before[: before.index("of")] and self.tree.tokens[i].tag_ == "VBG"

    def _own(self, i: int, rule: Rule) -> str:
        if self.tree.verbal(i):
            return self._verb(i, "ownneg" in rule.flags or rule.type in SPOKEN, "ownneg" in rule.flags)
        if self.tree.tokens[i].pos_ == "ADJ":
            return "denied" if negated(self.tree, i) else "happened"
        return self._noun(i)

    def _verb(self, i: int, spoken: bool, own_negation: bool = False) -> str:
        """The status that a verb's auxiliaries, negation and tense give it."""
        tree = self.tree
        auxiliaries = [tree.lower[k] for k in tree.kids_by(i, "aux", "aux:pass", "cop")]
        no = negated(tree, i) and not own_negation
        mark = tree.lower_mark(i)
        if tree.due(i):
            return "planned"
        if mark in IF or self._inverted(i):
            return "conditional"
        if any(tree.lower[k] in WHETHER for k in tree.kids_by(i, "mark")):
            return "hypothetical"
        if any(a in MAY for a in auxiliaries):
            return "hypothetical" if not no or "may" in auxiliaries or "might" in auxiliaries else "denied"
        if no:
            return "denied"
        if own_negation:
            return "happened"
        if any(a in FUTURE for a in auxiliaries):
            return "conditional" if self._has_if(i) else "planned"
        if any(a in ("would", "'d", "’d") for a in auxiliaries):
            return "conditional" if self._has_if(i) else "planned" if self._reported(i) else "hypothetical"
        if mark == "without":
            return "denied"
        return self._tense(i, auxiliaries, spoken)

    def _tense(self, i: int, auxiliaries: list[str], spoken: bool) -> str:
        tree, tag = self.tree, self.tree.tokens[i].tag_
        if "to" in [tree.lower[k] for k in tree.kids_by(i, "mark", "aux")]:
            return self._infinitive(i, auxiliaries, spoken)
        if tag == "VBG" and any(
            a in ("is", "are", "am", "'s", "'re", "’re", "’s", "been", "'m", "’m") for a in auxiliaries
        ):
            return "ongoing"
        past = tag == "VBP" and (tree.lower[i] != tree.lemmas[i] or tree.lower[i] in SAME_IN_PAST)
        if tag in ("VBZ", "VBP") and not spoken and not auxiliaries and not past:
            return "ongoing"
        if tag == "VBN" and any(a in ("being", "is", "are") for a in auxiliaries) and not spoken:
            return "ongoing"
        return "happened"

    def _infinitive(self, i: int, auxiliaries: list[str], spoken: bool) -> str:
        """As in "to free nine": planned after "is"; else what the word above says, or a purpose."""
        tree = self.tree
        if any(a in ("is", "are", "was", "were", "'s") for a in auxiliaries) and not tree.passive(i):
            return "planned"
        dep = tree.deps[i]
        if dep in ("xcomp", "acl"):
            return "happened"
        if dep == "advcl":
            return "happened" if spoken else "suppress"
        return "planned" if dep == "ROOT" else "happened"

    def _inverted(self, i: int) -> bool:
        """As in "Should the shelling resume": an auxiliary that opens the clause before its subject."""
        tree = self.tree
        aux = tree.kids_by(i, "aux")
        return (
            bool(aux)
            and tree.tokens[aux[0]].text in ("Should", "Had", "Were")
            and tree.lower[tree.sentence(i)[1] - 1] != "?"
        )

    def _has_if(self, i: int) -> bool:
        tree = self.tree
        return any(tree.lower_mark(k) in IF or self._inverted(k) for k in tree.kids_by(i, "advcl"))

    def _reported(self, i: int) -> bool:
        """Whether "would" only moves "will" into the past: inside what somebody said, promised or told."""
        tree = self.tree
        up = i
        for _ in range(6):
            if tree.deps[up] in ("ccomp", "parataxis", "acl:relcl") or any(
                tree.lemmas[k] in ("say", "add", "tell", "announce") for k in tree.kids_by(up, "parataxis", "ccomp")
            ):
                return True
            if tree.deps[up] != "conj" or tree.heads[up] == up:
                return False
            up = tree.heads[up]
        return False

    def _noun(self, i: int) -> str:
        tree = self.tree
        outer = tree.measure(i)
        for k in (i, outer):
            if any(tree.lower[d] == "no" for d in tree.kids_by(k, "det")) or tree.case(k) == "without":
                return "denied"
            adjectives = [tree.lower[a] for a in tree.kids_by(k, "amod")]
            if any(a in COMING for a in adjectives):
                return "planned"
            if any(a in UNREAL for a in adjectives):
                return "hypothetical"
        head = tree.heads[outer]
        if head == outer or not tree.verbal(head) or tree.case(outer) in DONE_BEFORE:
            return "happened"
        if tree.light(i) == head or tree.deps[outer] in ("nsubj", "nsubj:pass"):
            carried = lights().get(tree.lemmas[head], "pass")
            own = self._verb(head, True)
            return own if carried == "pass" else max(own, carried, key=STRENGTH.index)
        return "happened"

    def _above(self, i: int, depth: int) -> list[str]:
        """What the words above in the tree make of what hangs on them."""
        tree = self.tree
        dep, head = tree.deps[i], tree.heads[i]
        if head == i or depth > 8 or dep in ("acl:relcl", "parataxis"):
            return []
        if dep == "acl" and not self._complement_mark(i):
            return []  # "an agreement signed in May": a participle only describes its noun
        if dep == "ccomp" and tree.lower[head] in ("provided", "providing", "assuming"):
            return ["conditional"]
        if dep == "conj":
            return self._shared(i, head) + self._above(head, depth + 1)
        if dep in ("nmod", "compound", "nmod:poss", "appos"):
            return self._through_noun(i, head, depth)
        if dep == "obl" and tree.case(i) == "on" and tree.lemmas[i] in JOURNEYS:
            return []  # "promised tents on a visit to Chisinau"
        if dep == "obl" and tree.case(i) in MEANWHILE_MARKS and not tree.verbal(i):
            return []  # "agreed to pay after a visit by the minister"
        aside = dep == "nsubj" or (dep == "obl" and tree.verbal(i)) or (dep == "advcl" and not self._complement_mark(i))
        if head in self.opaque and not aside:
            return ["denied"] if "deny" in self.opaque[head].flags else ["suppress"]
        if dep == "advcl" and not self._complement_mark(i):
            above = [] if tree.lower_mark(i) else self._above(head, depth + 1)
            return [effect for effect in above if effect in ("planned", "conditional")]
        return self._operator(i, head, dep) + (self._above(head, depth + 1) if dep not in ("obl",) else [])

    def _complement_mark(self, i: int) -> bool:
        return self.tree.lower_mark(i) in ("of", "from", "to", "for", "on", "against", "about", "in", "that")

    def _shared(self, i: int, head: int) -> list[str]:
        """An auxiliary or "if" before the first of two verbs serves both: "will visit Oslo and sign"."""
        tree = self.tree
        if tree.verbal(i) and tree.verbal(head) and tree.lower_mark(head) in IF and not tree.lower_mark(i):
            return ["conditional"]
        if not (tree.verbal(i) and tree.verbal(head)) or tree.kids_by(i, "aux", "nsubj", "nsubj:pass", "aux:pass"):
            return []
        modal = [tree.lower[k] for k in tree.kids_by(head, "aux") if k < head]
        bare = tree.tokens[i].tag_ in ("VB", "VBP")
        if bare and any(m in FUTURE or m in MAY or m == "would" for m in modal):
            return [self._verb(head, False)]
        return []

    def _through_noun(self, i: int, head: int, depth: int) -> list[str]:
        """As in "plans for a visit", "the threat of sanctions": an operator noun, or an opaque one, over a noun."""
        tree = self.tree
        if head in self.opaque:
            return ["suppress"]
        if tree.lemmas[head] in MEASURES or depth > 4:
            return self._above(head, depth + 1)
        for operator in operators().get(("N", tree.lemmas[head]), ()):
            if operator.effect != "pass" and tree.case(i) in ("of", "for", "on", "to"):
                return [operator.effect]
        return []

    def _operator(self, i: int, head: int, dep: str) -> list[str]:
        tree = self.tree
        clause = dep in ("xcomp", "ccomp", "acl", "csubj", "csubj:pass", "advcl")
        if not clause:
            return []
        pos = "V" if tree.verbal(head) else "A" if tree.tokens[head].pos_ in ("ADJ", "ADV") else "N"
        mark = tree.lower_mark(i)
        effects = []
        for operator in operators().get((pos, tree.lemmas[head]), ()) or operators().get(("V", tree.lemmas[head]), ()):
            if operator.marker and operator.marker != mark:
                continue
            if tree.lemmas[head] == "stop" and not operator.marker and mark == "of":
                continue
            effects.append(operator.effect)
            break
        if tree.lemmas[head] == "be" and mark == "to":
            effects.append("planned")
        if tree.lemmas[head] == "have" and mark == "to":
            effects.append("hypothetical")
        effect = effects[0] if effects else "pass"
        return self._with_own(head, effect, pos)

    def _with_own(self, head: int, effect: str, pos: str) -> list[str]:
        """The operator's effect together with its own negation and tense ("has no plans to", "will try to")."""
        tree = self.tree
        if pos != "V":
            no = negated(tree, head)
            return ["denied"] if no else [] if effect == "pass" else [effect]
        own = self._verb(head, True)
        if effect == "pass":
            return (
                [own] if own in ("denied", "conditional", "planned", "hypothetical") and not _says(tree, head) else []
            )
        if own == "denied":
            return ["suppress"] if effect in ("denied", "suppress") else ["denied"]
        return [effect]


def _says(tree: Tree, i: int) -> bool:
    found = operators().get(("V", tree.lemmas[i]), ())
    return any(operator.id == "report" for operator in found)
