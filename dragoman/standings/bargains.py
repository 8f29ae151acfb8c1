"""What one side will do if the other does something, to a conditional promise, whatever the deed."""

from collections.abc import Iterator
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.asked import doers
from dragoman.standings.conditions import conditions
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import classes
from dragoman.standings.light import is_coming, light
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side, is_power, may_hold

CONFIDENCE: Final = 0.5
RULE: Final = "bargain"
# Openers of what is wished for. "Unless" and a bare "if" before a blow are threats.
_WISHED: Final = frozenset("if once provided providing as so for only when on the should were assuming".split())
# Deeds that nobody is glad of, or that are no deeds.
_UNWELCOME: Final = frozenset(
    """attack invade strike retaliate respond react expel sever cut break impose sanction suspend freeze
    fight bomb shell fire shoot kill destroy boycott block blockade seize arrest execute hang punish oppose
    veto reject refuse leave quit lose fail face have be become need want suffer fall collapse win risk
    regret defend resist abandon close shut stop recall resume restart turn take go act escalate intervene
    sue pay collapse declare consider continue do begin start remain stay""".split()
)
_WELCOME: Final = frozenset({"resume", "stop", "pay", "take", "close", "shut", "continue", "begin", "start", "leave"})
# With these objects they are welcome: "resume aid", "stop its attacks", "pay the debt".
_GOOD: Final = frozenset(
    """aid shipment delivery talk negotiation supply flight payment support cooperation export loan
    disbursement shelling attack raid bombing strike operation offensive campaign fire test launch war
    fighting embargo blockade debt bill fee salary camp base part arm refugee prisoner detainee fighter""".split()
)


def bargains(tree: Tree, sides: Sides, drafts: list[Draft]) -> Iterator[Draft]:
    """A conditional promise for each deed to come that waits for one of another side, where nothing else reads it."""
    told = {d.i for d in drafts}
    for i in range(len(tree.tokens)):
        if not tree.verbal(i) or i in told or not is_coming(tree, i) or not _welcome(tree, i):
            continue
        if light(tree, i) != "promised":
            continue
        terms = conditions(tree, i, coming=True)
        if not terms or sides.text[slice(*terms[0])].lower().split()[0] not in _WISHED:
            continue
        holder = sides.side(i, ("subj",))
        holder = Side(tuple(a for a in holder.actors if is_power(a) and may_hold(a, "pledge"))[:1], holder.tokens)
        if not holder.actors or not _own_words(sides, i, holder):
            continue
        draft = Draft(*(i, "pledge", "conditional", "conditional", holder, Side(), RULE, CONFIDENCE), conditions=terms)
        _, others, strange = doers(tree, sides, draft)
        if others.actors and not strange:
            draft.subject = others
            yield draft


def _welcome(tree: Tree, i: int) -> bool:
    lemma = tree.lemmas[i]
    if lemma in classes()["VIOLENT"] or lemma in classes()["PENALTY"] or lemma in ("recognise", "recognize"):
        return False
    if lemma in _WELCOME and any(tree.lemmas[tree.through(k)] in _GOOD for k in tree.slot(i, "obj")):
        return True
    return lemma not in _UNWELCOME


def _own_words(sides: Sides, i: int, holder: Side) -> bool:
    """Whether the report says so, or the side that will do it."""
    speaker = sides.voices.speaker(sides.tree.tokens[i])
    own = {side_of(sides.principal(a)) for a in holder.actors}
    return speaker is None or side_of(sides.principal(speaker)) in own
