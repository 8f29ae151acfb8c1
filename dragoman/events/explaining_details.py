"""An event to where its mode, CAMEO code, contexts, day, place, source and confidence come from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dragoman.codebook import codebook
from dragoman.events import calibrated
from dragoman.events.contexts import _hits
from dragoman.events.explained import Detail
from dragoman.events.modes import refinings
from dragoman.records import Anchor, Event, Span, When

if TYPE_CHECKING:
    from dragoman.events.code import _Coder
    from dragoman.events.thoughts import Thought
    from dragoman.events.triggers import Trigger

ANCHORS: Final = {
    Anchor.PUBLISHED: "counted from the day of publication",
    Anchor.SPOKEN: "counted from the day on which the words were said",
    Anchor.NARRATIVE: "counted from the day last named in the story",
    Anchor.STATED: "stated in full",
}

# The signs of a confidence (data/calibration.tsv) in words.
SIGNS: Final = {
    "chance": "rule and head together give the type {chance:.2f}",
    "sides": "the event head sees the parties on their sides {value:.2f}",
    "fact": "the event head takes it for a fact {value:+.2f}",
    "head-alone": "no rule knows the word",
    "one-sided": "one side alone is named",
    "not-happened": "it is not told as something that happened",
    "soft": "the rule is less sure than others",
    "quoted": "somebody is said to say it",
}


def details(coder: "_Coder", thought: "Thought", trigger: "Trigger", event: Event) -> Iterator[Detail]:
    """What was read of an event besides type, parties and status; `trigger` has the rule by which it was coded."""
    yield Detail("mode", event.mode or "none", _mode(coder, thought, trigger, event))
    if event.cameo:
        entry = codebook().cameo[event.cameo]
        yield Detail("CAMEO", f"{event.cameo} {entry.name} (Goldstein {entry.goldstein:+.1f})", _cameo(trigger, event))
    for name in event.contexts:
        yield Detail("context", name, _context(coder, trigger.i, name))
    yield _when(coder, trigger.i, event.when)
    if event.where is not None:
        place = f"{event.where.name} ({event.where.country})" if event.where.country else event.where.name
        yield Detail("place", place, _at(coder, event.where.mention))
    if event.according_to is not None:
        said = coder.voices.speaker(coder.tree.tokens[trigger.i]) is not None
        why = "the words stand in a statement of this speaker" if said else "who alleges it in the verb above"
        yield Detail("according to", event.according_to.name, why)
    for key, value in sorted(event.attributes.items()):
        if key != "inferred_party":
            yield Detail("number", f"{key} {value}", "counted in the words of the act")
    yield Detail("confidence", f"{event.confidence:.2f}", "; ".join(_sureness(coder, thought, event)))


def _mode(coder: "_Coder", thought: "Thought", trigger: "Trigger", event: Event) -> str:
    rule = trigger.rule
    if not codebook().types[event.type].modes:
        return f"{event.type} has no modes"
    if event.mode is None:
        return "neither the rule nor the words around tell"
    if event.mode == rule.mode:
        return f"the rule's own (rule {rule.id})"
    if thought.parties is not None and coder.modes.of(trigger, thought.parties) == event.mode:
        for row in refinings().get(rule.type, ()):
            if row.mode == event.mode and coder.modes._says(trigger.i, row):
                return f"by the words around (data/modes.tsv, row {row.id})"
        return "by what is asked, promised, threatened or given, or where they met"
    if thought.verdict is not None and thought.verdict.mode(event.type) == event.mode:
        return "by the event head, since the rules tell none"
    return "by another telling of the same act"


def _cameo(trigger: "Trigger", event: Event) -> str:
    if event.cameo == trigger.rule.cameo:
        return f"the rule's own (rule {trigger.rule.id})"
    for mode in (event.mode, None):
        if event.cameo == codebook().cameo_of(event.type, mode):
            return f"the code of {event.type} {mode or ''}".rstrip() + " in the codebook"
    return "the code of rule or type, made exact by the words around or the act inside"


def _context(coder: "_Coder", i: int, name: str) -> str:
    """The key words of the sentence that speak for a context, strong ones first."""
    tree, found = coder.tree, dict[str, float]()
    for k, word in _hits(tree, *tree.sentence(i)):
        if word.context == name:
            found[" ".join(tree.tokens[p].text for p in range(k, k + len(word.words)))] = word.weight
    if not found:
        return "by the words around"
    return "key words of the sentence: " + ", ".join(sorted(found, key=lambda text: (-found[text], text)))


def _when(coder: "_Coder", i: int, when: When | None) -> Detail:
    if when is None:
        return Detail("day", "none", "the text does not say when")
    days = str(when.start or "…") if when.start == when.end else f"{when.start or '…'} to {when.end or '…'}"
    if when.text is None:
        return Detail("day", days, f"no phrase of its own; {ANCHORS[when.anchor]}")
    start, end = coder.tree.sentence(i)
    tokens = coder.tree.tokens
    near = tokens[start].idx <= when.text[0] < tokens[end - 1].idx + len(tokens[end - 1])
    words = " ".join(coder.report.text[slice(*when.text)].split())
    where = "in the same sentence" if near else "in another sentence, which this one goes on from"
    return Detail("day", days, f"“{words}” {where}, {ANCHORS[when.anchor]}")


def _at(coder: "_Coder", mention: Span | None) -> str:
    return "implied" if mention is None else f"“{coder.report.text[slice(*mention)]}”"


def _sureness(coder: "_Coder", thought: "Thought", event: Event) -> Iterator[str]:
    """The signs that the confidence was made from, with what each adds to its log-odds."""
    judged = thought.verdict is not None
    kind = calibrated.EVENT if judged else calibrated.EVENT_BY_RULES
    if not judged:
        yield "by the rules alone, since the event head did not run"
    for sign, value in coder.signs(thought, event).items():
        added = value * calibrated.weights()[kind].get(sign, 0.0)
        if sign in SIGNS and abs(added) >= 0.05:
            chance = thought.verdict.chance if thought.verdict is not None else 0.0
            yield f"{SIGNS[sign].format(value=value, chance=chance)} {added:+.1f}"
