"""Demands made to what became of them: met, refused or withdrawn, in the same sentence or in a later one."""

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.asks import NOUNS, VERBS, addressee, noun_holder
from dragoman.standings.drafts import Draft
from dragoman.standings.fates import Fate, fate, no_longer
from dragoman.standings.light import light
from dragoman.standings.replies import Reply, replies
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power

NAMED: Final = 0.6
GUESSED: Final = 0.5
REPLIED: Final = 0.55
_POINTING: Final = frozenset({"the", "that", "this", "those", "these", "both", "its", "their", "such"})
_BACK: Final = 4  # sentences between a demand and the reply to it
_SAID: Final = ("plain", "promised", "conditional", "threatened", "weighed")


def settled(tree: Tree, sides: Sides, drafts: Iterable[Draft], skip: frozenset[int]) -> list[Draft]:
    """The drafts with those of demands that nouns make, each demand with the value of its fate, and replies to them."""
    every = list(drafts)
    others = [d for d in every if d.topic != "demand"]
    made = [d for d in every if d.topic == "demand" and d.value == "made"]
    ended = [d for d in every if d.topic == "demand" and d.value != "made"]
    made = [d for d in made if _readdressed(tree, sides, d)]
    nouns = _of_nouns(tree, sides, skip)
    told_by = {d.i for d in nouns}
    made = [d for d in made if d.i not in told_by] + nouns + _given_up(tree, sides, skip)
    fates = {i: found for i in sorted({d.i for d in made}) if (found := fate(tree, i)) is not None}
    over = {found.i: i for i, found in fates.items()}
    kept = [_fated(sides, d, fates[d.i]) if d.i in fates else d for d in made]
    told = {d.i for d in kept if d.value != "made"}
    ended = [d for d in ended if d.i not in told and d.i not in over and not (set(d.used) & set(fates))]
    kept += _replied(tree, sides, kept, skip)
    answered = {d.i for d in kept if d.rule == "reply"}
    return [*others, *kept, *(d for d in ended if d.i not in answered)]


def _readdressed(tree: Tree, sides: Sides, draft: Draft) -> bool:
    """Puts who is spoken to in the place of whom the event coder took; False where that is the asker's own side."""
    if draft.event is None or not tree.verbal(draft.i):
        return True
    asked = addressee(tree, sides, draft.i, draft.holder)
    if asked is None:
        return False
    if asked.actors:
        draft.subject, draft.guessed = asked, False
    return True


def _of_nouns(tree: Tree, sides: Sides, skip: frozenset[int]) -> list[Draft]:
    """Drafts of "Lithuania's demand that Moscow pay"."""
    found = []
    for i, lemma in enumerate(tree.lemmas):
        if lemma not in NOUNS or tree.tokens[i].pos_ != "NOUN" or i in skip:
            continue
        done = fate(tree, i)
        if tree.deps[i] in ("compound", "nmod:desc") or (done is None and light(tree, i) not in _SAID):
            continue
        if lemma == "pressure" and not (tree.slot(i, "xcomp") or tree.slot(i, "for")):
            continue
        holder = noun_holder(tree, sides, i)
        if not holder.actors:
            continue
        subject = addressee(tree, sides, i, holder)
        if subject is None:
            continue
        guessed = False
        if not subject.actors:
            subject = _powers(sides, _who(sides, done), holder) if done is not None else NOBODY
        if not subject.actors:
            subject, guessed = sides.side(i, ("deepcomp", "deep", "there", "?"), holder), True
        if not subject.actors:
            continue
        confidence = GUESSED if guessed else NAMED
        for actor in holder.actors[:3]:
            one = Side((actor,), holder.tokens)
            found.append(Draft(i, "demand", "made", "plain", one, subject, "demand-noun", confidence, guessed=guessed))
    return found


def _given_up(tree: Tree, sides: Sides, skip: frozenset[int]) -> list[Draft]:
    """Drafts of "no longer insists that Israel freeze", "has stopped asking Chad to": their fate is known."""
    found = []
    for i, lemma in enumerate(tree.lemmas):
        if lemma not in VERBS or not tree.verbal(i) or i in skip or not no_longer(tree, i):
            continue
        holder = sides.side(i, ("subj",))
        if not holder.actors or not (
            tree.slot(i, "comp") or tree.slot(i, "for") or tree.slot(i, "obj") or tree.slot(i, "on")
        ):
            continue
        subject = addressee(tree, sides, i, holder)
        if subject is None:
            continue
        guessed = not subject.actors
        subject = subject if subject.actors else sides.side(i, ("deep", "deepcomp", "there", "?"), holder)
        found.append(Draft(i, "demand", "made", "plain", holder, subject, "given-up", NAMED, guessed=guessed))
    return found


def _fated(sides: Sides, draft: Draft, found: Fate) -> Draft:
    """The demand with what came of it; who met or refused it is who was asked."""
    draft.value = found.value
    draft.rule = f"{draft.rule}+{found.value}"
    if found.value != "withdrawn":
        by = _powers(sides, _who(sides, found), draft.holder)
        if by.actors:
            draft.subject, draft.guessed = by, False
    draft.used = (*draft.used, found.i)
    return draft


def _who(sides: Sides, found: Fate) -> Side:
    """Who met or refused it; a capital that the tree names stands for its state."""
    named = sides.named(found.by)
    return named if named.actors or not found.by else sides.place(found.by[0])


def _powers(sides: Sides, found: Side, holder: Side) -> Side:
    own = {side_of(sides.principal(a)) for a in holder.actors}
    if not found.actors:
        return NOBODY
    kept = tuple(a for a in found.actors if is_power(a) and side_of(sides.principal(a)) not in own)
    return Side(kept, found.tokens) if kept else NOBODY


def _taken_up(tree: Tree, sides: Sides, demands: list[Draft], skip: frozenset[int]) -> Iterator[Reply]:
    """Answers to "the request", "those demands": the words name what was asked before, and not who asked it."""
    known = {d.i for d in demands}
    for i, lemma in enumerate(tree.lemmas):
        if lemma not in NOUNS or i in known or i in skip or tree.tokens[i].pos_ != "NOUN":
            continue
        if not any(tree.lower[k] in _POINTING for k in tree.kids_by(i, "det", "nmod:poss")):
            continue
        done = fate(tree, i)
        if done is not None and done.value != "withdrawn":
            yield Reply(done.i, done.value, _powers(sides, _who(sides, done), NOBODY))


def _replied(tree: Tree, sides: Sides, demands: list[Draft], skip: frozenset[int]) -> list[Draft]:
    """A draft for each reply whose side has been asked something shortly before."""
    found = []
    known = {(d.i, d.value) for d in demands}
    both = [*replies(tree, sides), *_taken_up(tree, sides, demands, skip)]
    told: set[int] = set()
    for reply in sorted(both, key=lambda r: r.i):
        if reply.i in told or (reply.i, reply.value) in known:
            continue
        told.add(reply.i)
        asked = _asked(sides, demands, reply)
        if asked is not None and sides.play.sentence_of.get(asked.i) == sides.play.sentence_of.get(reply.i):
            asked.value, asked.used = reply.value, (*asked.used, reply.i)  # one entry with the last value
        elif asked is not None:
            found.append(
                Draft(
                    reply.i,
                    "demand",
                    reply.value,
                    "plain",
                    Side(asked.holder.actors),
                    Side(asked.subject.actors, reply.by.tokens),
                    "reply",
                    REPLIED,
                )
            )
    return found


def _asked(sides: Sides, demands: list[Draft], reply: Reply) -> Draft | None:
    """The last demand before the reply on the side that replies, or by it where it lets its own demand fall."""
    own = {side_of(sides.principal(a)) for a in reply.by.actors}
    here = sides.play.sentence_of.get(reply.i, 0)
    near = []
    for draft in sorted(demands, key=lambda d: -d.i):
        back = here - sides.play.sentence_of.get(draft.i, 0)
        if draft.i >= reply.i or draft.value != "made" or back > _BACK:
            continue
        if not own or any(side_of(sides.principal(a)) in own for a in draft.subject.actors):
            return draft if draft.subject.actors else None
        if back <= 1 and (draft.guessed or not draft.subject.actors) and not own & _sides_of(sides, draft.holder):
            near.append(draft)
    if near:  # whom it was asked of was not said, or guessed: it is who answers
        near[0].subject, near[0].guessed = reply.by, False
        return near[0]
    return None


def _sides_of(sides: Sides, side: Side) -> set[str]:
    return {side_of(sides.principal(a)) for a in side.actors}
