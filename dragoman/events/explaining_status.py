"""A trigger to the words that give it its status: its own auxiliaries and negation, and the words that it hangs on."""

from typing import TYPE_CHECKING, Final

from dragoman.events.explained import Step
from dragoman.events.status import COMING, UNREAL, Statuses, lights, operators
from dragoman.events.words import NEGATIONS, NO

if TYPE_CHECKING:
    from dragoman.events.tree import Tree
    from dragoman.events.triggers import Trigger
    from dragoman.records import Status

KINDS: Final = {"V": "verb", "A": "adjective", "N": "noun"}
FORM: Final = ("aux", "aux:pass", "cop", "mark")


class WatchedStatuses(Statuses):
    """Statuses that write down each word above the trigger that has a say."""

    def __init__(self, tree: "Tree", triggers: "list[Trigger]") -> None:
        super().__init__(tree, triggers)
        self._said: list[tuple[int, list[str]]] = []

    def told(self, trigger: "Trigger") -> tuple["Status | None", tuple[Step, ...]]:
        """The status that the rules give, and the steps to it, from the trigger up."""
        self._said = []
        status = self.of(trigger)
        own = self._own(trigger.i, trigger.rule)
        steps = [Step(self._own_words(trigger.i), own, self._own_why(trigger.i))]
        # what was written down last is nearest to the trigger: a word asks the one above before it answers
        for i, effects in reversed(self._said):
            steps += [Step(self.tree.tokens[self.tree.heads[i]].text, effect, self._why(i)) for effect in effects]
        if self._short_of(trigger.i):
            steps.append(Step("short of", "denied", "“short of” stands before it"))
        steps += [Step("", "happened", "said is done: the rule's act is made by its words")] * (
            "now" in trigger.rule.flags
        )
        steps += [Step("", "planned", "the rule's act is always still to come")] * ("planned" in trigger.rule.flags)
        return status, tuple(steps)

    def _above(self, i: int, depth: int) -> list[str]:
        before = len(self._said)
        effects = super()._above(i, depth)
        deeper = self._said[before:]  # the words farther up have answered, the farthest first
        later = [effect for _, found in reversed(deeper) for effect in found]
        if effects[len(effects) - len(later) :] == later:
            own = effects[: len(effects) - len(later)]
        else:  # a clause beside the verb lets through only some of what is said above
            own = []
            self._said[before:] = [(k, found) for k, found in deeper if set(found) <= set(effects)]
        if own:
            self._said.append((i, own))
        return effects

    def _own_words(self, i: int) -> str:
        """The trigger with the small words that carry its tense and negation, in the order of the text."""
        tree = self.tree
        kids = tree.kids_by(i, *FORM)
        kids += [k for k in tree.kids(i) if tree.lower[k] in NEGATIONS | NO]
        if not tree.verbal(i):
            kids += [k for k in tree.kids_by(i, "amod") if tree.lower[k] in COMING | UNREAL]
            verb = tree.light(i)
            kids += [] if verb is None else [verb, *tree.kids_by(verb, *FORM)]
            kids += [] if verb is None else [k for k in tree.kids(verb) if tree.lower[k] in NEGATIONS | NO]
        return " … ".join(tree.tokens[k].text for k in sorted({*kids, i}))

    def _own_why(self, i: int) -> str:
        tree = self.tree
        if tree.verbal(i):
            return "by its own tense, auxiliaries and negation"
        verb = tree.light(i)
        if verb is None:
            return "by its own determiner and adjectives"
        effect = lights().get(tree.lemmas[verb], "pass")
        carried = "" if effect == "pass" else f", which makes what it carries {_made(effect)}"
        return f"by the verb that carries it, “{tree.tokens[verb].text}”{carried}"

    def _why(self, i: int) -> str:
        """What the word that token `i` hangs on is: opaque, an operator, or a verb whose tense is shared."""
        tree, head = self.tree, self.tree.heads[i]
        if head in self.opaque:
            return f"what it asks, promises, threatens or refuses is no event of its own (rule {self.opaque[head].id})"
        if tree.deps[i] == "conj":
            return "its auxiliary or condition serves both verbs"
        word = tree.lemmas[head]
        first = "V" if tree.verbal(head) else "A" if tree.tokens[head].pos_ in ("ADJ", "ADV") else "N"
        for pos in dict.fromkeys((first, "V")):
            for one in operators().get((pos, word), ()):
                if not one.marker or one.marker == tree.lower_mark(i):
                    return f"{KINDS[pos]} of data/operators.tsv (row {one.id}): what hangs on it is {_made(one.effect)}"
        return "by its own tense, auxiliaries and negation, or a condition"


def _made(effect: str) -> str:
    return "no event" if effect == "suppress" else "as it stands" if effect == "pass" else effect
