"""Rules of the lexicon to plain English: conditions, slots and flags, and which condition a word does not meet."""

from typing import TYPE_CHECKING, Final

from dragoman.events.explained import RuleTold
from dragoman.events.lexicon import Alternative, Condition, Rule
from dragoman.events.triggers import IsActor, match

if TYPE_CHECKING:
    from dragoman.events.tree import Tree

PARTS: Final = {"V": "verb", "N": "noun", "A": "adjective"}
SHOWN: Final = 6  # words of a list; the others are counted

# What a slot of the lexicon is; a name that is not here is a preposition.
SLOTS: Final = {
    "subj": "its subject",
    "obj": "its object",
    "iobj": "whom it is given to",
    "poss": "whose it is (“Iran's”, “Iranian”)",
    "csubj": "the subject of the clause that it takes",
    "upsubj": "the subject of the verb above",
    "comp": "the clause or infinitive that it takes",
    "xcomp": "the infinitive that it takes",
    "ccomp": "the clause that it takes",
    "prt": "its particle",
    "verb": "the verb whose subject it is",
    "acl": "a participle or relative clause on it",
    "cop": "a form of “be”",
    "advcl": "a clause beside it",
    "advmod": "its adverb",
    "amod": "its adjective",
    "compound": "a noun or adjective before it",
    "title": "a title before the name",
    "discourse": "the answer given",
    "deep": "somebody inside its object or clause",
    "deepcomp": "somebody inside the clause that it takes",
    "homestate": "the actors' own government or people",
    "host": "the host of the mission, envoy or meeting",
    "anyplace": "the state of a place in the clause",
    "said": "who says the words",
    "passin": "the state of the place where it is done, in a passive",
    "passfrom": "the state of the place from which it is done, in a passive",
    "placeobj": "the state of the place that is its object",
    "placeobl": "the state of a place beside it",
    "?": "the other side in the text around (inferred)",
    "-": "nobody",
}
NESTED: Final = {
    "owner": "the owner of {}",
    "acl": "a participle or relative clause on {}",
    "title": "the title of {}",
}
# Conditions on the form of the word or its clause.
FORMS: Final = {
    "neg": "negated",
    "passive": "in the passive",
    "modal": "with a word like “will” or “may”",
    "peace": "in a sentence about peacekeeping",
    "must": "with a clause that says what somebody must do",
    "directive": "with a clause that says what ought to be done",
    "plural": "in the plural",
}
FLAGS: Final = {
    "sym": "both sides do it",
    "need2": "both sides must be named",
    "light": "needs a verb that carries it, or an owner",
    "soft": "less sure",
    "opaque": "what hangs on it is no event of its own",
    "deny": "what hangs on it is denied",
    "noinner": "no event where another hangs on it",
    "ownneg": "its negation belongs to the act",
    "official": "only by those in office or power",
    "military": "only by armed forces or states",
    "people": "only by people, not by officials",
    "armed": "not by a government",
    "persons": "only done to people, never to a state",
    "infersubj": "the actor may come from the text around",
    "agentless": "an event though nobody is said to have done it",
    "noneed": "an event though it is done to nobody",
    "planned": "always still to come",
    "now": "made by saying so, whatever the tense",
    "cancels": "the meeting in its object did not take place",
}
CLASSES: Final = {"ACTOR": "a political actor", "NUMBER": "a number"}


def rule_told(rule: Rule, *, met: tuple[str, ...] = (), unmet: str = "") -> RuleTold:
    """A rule in words; one that only lends its slots to a trigger of the head has no words and no sentences."""
    return RuleTold(
        rule.id,
        rule.type,
        rule.mode,
        rule.cameo,
        PARTS[rule.pos],
        rule.lemmas,
        tuple(map(condition_told, rule.conditions)),
        tuple(map(slot_told, rule.actor)),
        tuple(map(slot_told, rule.recipient)),
        tuple(FLAGS.get(flag, flag) for flag in sorted(rule.flags)),
        rule.yes,
        rule.no,
        met,
        unmet,
    )


def condition_told(condition: Condition) -> str:
    """As in "its object is demand, offer, plan or 4 more", "not: in the passive"."""
    slots: dict[str, list[str]] = {}  # what fills them -> the slots; several often take the same words
    forms = [FORMS[a.slot] for a in condition.alternatives if a.slot in FORMS]
    for a in condition.alternatives:
        if a.slot not in FORMS:
            slots.setdefault(_wanted(a), []).append(slot_told(a.slot))
    told = ", or ".join([*forms, *(f"{' or '.join(names)} is {wanted}" for wanted, names in slots.items())])
    return f"not: {told}" if condition.negated else told


def _wanted(a: Alternative) -> str:
    wanted = [CLASSES[name] for name in sorted(a.classes)] + sorted(a.lemmas)
    return listed(wanted, "or") if wanted else "filled"


def listed(words: list[str], last: str = "and") -> str:
    """As in "a, b and c"; beyond SHOWN only counted."""
    if len(words) > SHOWN + 1:
        words = [*words[:SHOWN], f"{len(words) - SHOWN} more"]
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def slot_told(slot: str) -> str:
    """As in "its object", "behind “with” of its object"."""
    if slot in SLOTS:
        return SLOTS[slot]
    head, dot, last = slot.rpartition(".")
    if dot:
        return NESTED[last].format(slot_told(head)) if last in NESTED else f"{_the(last)} of {slot_told(head)}"
    if slot.startswith("place"):
        return f"the state of the place behind “{slot.removeprefix('place')}”"
    return f"the phrase behind “{slot}”"


def _the(slot: str) -> str:
    told = slot_told(slot)
    return f"the {told.removeprefix('its ')}" if told.startswith("its ") else told


def unmet(tree: "Tree", i: int, rule: Rule, is_actor: IsActor) -> str:
    """The first condition of `rule` that does not hold at token `i`, in words; "" where all hold."""
    for condition in rule.conditions:
        alone = Rule(
            rule.id, (), rule.pos, (condition,), rule.type, None, None, (), (), frozenset(), "", ""
        )  # a rule of this condition only
        if match(tree, i, alone, is_actor) is None:
            return condition_told(condition)
    return ""
