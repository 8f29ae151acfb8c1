"""A wording or event of an agreement or penalty in its tree to its two sides, by its noun and the words around."""

from typing import Final

from dragoman.events.lexicon import Rule
from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import Event
from dragoman.standings import accords, measures
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power

Pair = tuple[Side, Side, bool]

FLAGS: Final = frozenset({"accord", "measure"})
_LAPSING: Final = frozenset({"lapse", "expire"})
_AHEAD: Final = 14  # tokens behind "let" where "lapse" may stand
# Events whose unnamed side is mostly the one that the report is about: "the aid would be withheld".
_GUESSING: Final = frozenset({"lexicon:suspend-aid", "lexicon:aid-suspension", "lexicon:withhold"})
_MAY: Final = frozenset({"may", "must", "can", "shall", "will", "cannot"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})


def fitting(tree: Tree, i: int, rule: Rule) -> bool:
    """Whether the form is the one that the row's flags ask for.

    `present`: said of the present; `lapsing`: followed by "lapse" or "expire"; `hung`: on an agreement.
    """
    flags = rule.flags
    if "present" in flags and not present(tree, i):
        return False
    if "lapsing" in flags and not _lapsing(tree, i):
        return False
    if "clause" in flags and (tree.deps[i] != "obl" or not _holding(tree, tree.heads[i])):
        return False
    return "hung" not in flags or _paper(tree, i, rule, ()) is not None


def value(tree: Tree, i: int, rule: Rule, told: str) -> str:
    """The value, where the tense decides: "expires in July" is still in force, "expired in July" is not."""
    if "term" in rule.flags and told == "terminated" and present(tree, i):
        return "in force"
    if told == "imposed" and measures.drafted(tree, i):
        return "threatened"
    return told


def present(tree: Tree, i: int) -> bool:
    """Whether the verb, or the form of "be" over the word, stands in the present."""
    tags = {tree.tokens[k].tag_ for k in (i, *tree.kids_by(i, "aux", "cop", "aux:pass"))}
    return bool(tags & _PRESENT) and "VBD" not in tags


def _holding(tree: Tree, verb: int) -> bool:
    """Whether the verb says what is so, may be or must be, not what was done: "under the deal they share the river"."""
    helpers = {tree.lower[k] for k in tree.kids_by(verb, "aux")}
    return present(tree, verb) or bool(helpers & _MAY)


def dealt(tree: Tree, sides: Sides, i: int, rule: Rule, used: tuple[int, ...]) -> Pair | None:
    """Both sides of what a row with the flag `accord` or `measure` found at word `i`, and whether one is guessed."""
    if "accord" in rule.flags:
        return _agreed(tree, sides, i, rule, used)
    return _penalised(tree, sides, i, rule, used)


def told(tree: Tree, sides: Sides, i: int, event: Event, topic: str) -> Pair | None:
    """Both sides of an event of an agreement or penalty, where the words name them all; None leaves the event's own."""
    if topic == "agreement":
        noun = accords.accord(tree, i)
        found = accords.parties(tree, sides, i, noun) if noun is not None else []
        return (found[0], found[1], False) if len(found) > 1 else None
    noun = measures.measure(tree, i)
    if noun is None:
        return None
    holder, target = measures.parties(tree, sides, i, noun)
    doer = sides.side(i, ("subj",), target) if i != noun else NOBODY
    holder = doer if doer.actors else holder
    return (holder, target, False) if holder.actors and target.actors else None


def fair(  # noqa: PLR0917 - what the event coder knows
    tree: Tree, sides: Sides, i: int, event: Event, topic: str, pair: Pair
) -> tuple[Side, Side] | None:
    """The sides of an event that its words do not name both of; None where they are not to be trusted.

    Goods and firms stand for their state when it is another than the one that imposes the penalty.
    """
    holder, subject, inferred = pair
    if topic == "agreement":
        return None if accords.accord(tree, i) is not None or inferred else (holder, subject)
    if not subject.actors or not holder.actors or (inferred and event.made_by not in _GUESSING):
        return None
    if is_power(sides.principal(subject.actors[0])):
        return holder, subject
    country = subject.actors[0].country
    if country is None or country == sides.principal(holder.actors[0]).country:
        return None
    state = sides.state(country, subject.tokens[0] if subject.tokens else i)
    return (holder, Side(state.actors, subject.tokens)) if state.actors else None


def _paper(tree: Tree, i: int, rule: Rule, used: tuple[int, ...]) -> int | None:
    noun = accords.accord(tree, i, used)
    if noun is None and "hung" in rule.flags:
        noun = next((k for k in (tree.heads[i], *tree.slot(i, "subj")) if accords.accord(tree, k) == k), None)
    if noun is None and ("plan" in rule.flags or "any" in rule.flags):
        noun = next((k for k in used), i)
    return noun


def _agreed(tree: Tree, sides: Sides, i: int, rule: Rule, used: tuple[int, ...]) -> Pair | None:
    noun = _paper(tree, i, rule, used)
    if noun is None and "lapsing" in rule.flags:
        return None
    noun = used[0] if noun is None and used else i if noun is None else noun
    found = accords.parties(tree, sides, i, noun)
    if "clause" in rule.flags and len(found) < 2:
        found = accords.around(tree, sides, noun, found)
    if len(found) > 1:
        return found[0], found[1], False
    if not found:
        pair = sides.pair(hostile=False) if "pair" in rule.flags else None
        return (*pair, True) if pair is not None else None
    slots = tuple(slot for slot in rule.recipient if slot != "?")
    other = sides.side(i, slots, found[0])
    if other.actors:
        return found[0], other, False
    if "?" in rule.recipient:
        other = sides.side(i, ("?",), found[0])
    return (found[0], other, True) if other.actors else None


def _penalised(tree: Tree, sides: Sides, i: int, rule: Rule, used: tuple[int, ...]) -> Pair | None:
    noun = measures.measure(tree, i, used)
    holder, target = measures.parties(tree, sides, i, noun) if noun is not None else (NOBODY, NOBODY)
    if "doer" in rule.flags:  # who does it goes before whose the penalty is
        doer = sides.side(i, tuple(s for s in rule.actor if s != "?"), target)
        holder = doer if doer.actors else holder
    if not target.actors or "hit" in rule.flags:
        slots = tuple(slot for slot in rule.recipient if slot != "?")
        hit = measures.deprived(tree, sides, slots, i, holder)
        target = hit if hit.actors else target
    if not holder.actors:
        holder = sides.side(i, tuple(s for s in rule.actor if s != "?"), target)
    if not holder.actors:
        holder = measures.writer(tree, sides, i, target)
    if not target.actors:
        target = measures.over(tree, sides, i, holder)
    guessed = False
    sanctions = noun is None or tree.lemmas[noun] in ("sanction", "embargo")
    if holder.actors and not target.actors and "?" in rule.recipient and sanctions:
        target, guessed = sides.side(i, ("country", "?"), holder), True
    if target.actors and not holder.actors and "?" in rule.actor:
        holder, guessed = sides.side(i, ("?",), target), True
    if not holder.actors or not target.actors or _alike(sides, holder, target):
        return None
    return holder, target, guessed


def _alike(sides: Sides, one: Side, other: Side) -> bool:
    return side_of(sides.principal(one.actors[0])) == side_of(sides.principal(other.actors[0]))


def _lapsing(tree: Tree, i: int) -> bool:
    _, end = tree.sentence(i)
    return any(tree.lower[k] in _LAPSING for k in range(i + 1, min(end, i + _AHEAD)))
