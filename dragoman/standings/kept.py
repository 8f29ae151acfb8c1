"""What became of promises, told beside the deed or later: "as it had promised", "despite its pledge", "it did so"."""

from collections.abc import Iterator
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.standings.drafts import Draft
from dragoman.standings.lexicon import classes
from dragoman.standings.light import is_coming, light
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, is_power, may_hold

CONFIDENCE: Final = 0.6
_FIRST: Final = frozenset({"made", "offered", "conditional"})  # the values of a promise that has no fate yet
_BACK: Final = 3  # sentences back to the promise that "it did so" is about
# Verbs of promising as they stand in "as it had promised" and "the aid that Japan had promised".
_PROMISING: Final = frozenset("promise pledge vow undertake guarantee commit".split())
_AGREED: Final = _PROMISING | {"agree"}
# What stands before a promise and tells its fate: "despite its pledge", "in line with a promise", "true to its word".
_BEFORE: Final = {
    "kept": (
        *("in line with", "in keeping with", "in accordance with", "in fulfilment of", "in fulfillment of"),
        *("true to", "faithful to", "consistent with", "as part of", "as good as"),
    ),
    "broken": (
        *("despite", "in spite of", "contrary to", "in breach of", "in violation of", "in defiance of", "ignoring"),
        *("notwithstanding", "in contravention of", "for all"),
    ),
}
# What a promise is said to be or do.
_UNKEPT: Final = frozenset("unfulfilled unkept unmet unhonoured unhonored hollow empty undelivered unpaid".split())
_DOING: Final = {
    "broken": frozenset("evaporate vanish fade".split()),
    "withdrawn": frozenset("lapse expire".split()),
}
_STAYING: Final = frozenset("remain stay go prove be lie sit stand".split())
_PASSIVE: Final = {
    "kept": frozenset("keep honour honor fulfil fulfill meet respect redeem observe".split()),
    "broken": frozenset("break betray violate breach ignore forget disregard".split()),
    "withdrawn": frozenset("withdraw retract rescind revoke cancel scrap drop abandon".split()),
}
# Verbs by which a promised thing comes, or somebody gives it.
_GIVING: Final = frozenset("deliver send pay give provide supply hand ship transfer disburse release return".split())
_COMING: Final = frozenset("arrive come materialise materialize appear reach follow".split())
_READY: Final = frozenset({"ready", "willing", "prepared"})
_FLIPPED: Final = {"kept": "broken", "broken": "kept"}
_NEGATIVE: Final = frozenset({"negated", "refused", "denied"})


def kept(tree: Tree, sides: Sides, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of the fates of promises, and without the bare promises whose fate the same words tell."""
    found: list[Draft] = []
    spent: set[int] = set()
    for draft, token in _Teller(tree, sides, drafts).told():
        if all(not _alike(sides, draft, other) for other in found):
            found.append(draft)
        spent.add(token)
    spent |= {k for d in drafts if _settles(d) for k in _promises_under(tree, d.i)}
    left = [d for d in drafts if not (d.topic == "pledge" and d.value in _FIRST and d.i in spent)]
    settled = {(d.i, d.value) for d in left if d.topic == "pledge"}
    return left + [d for d in found if (d.i, d.value) not in settled]


def _settles(draft: Draft) -> bool:
    """Whether a draft tells more of a promise than the noun itself: "broke its promise", "won a promise from"."""
    return draft.topic == "pledge" and (draft.value not in _FIRST or draft.rule == "wording:got-promise")


def _promises_under(tree: Tree, i: int) -> Iterator[int]:
    """The promises and offers that are what verb `i` is about."""
    for k in tree.kids_by(i, "obj", "obl", "nsubj:pass", "nmod", "xcomp"):
        if tree.lemmas[k] in classes()["PROMISE"] or tree.lemmas[k] == "offer":
            yield k


def _alike(sides: Sides, one: Draft, other: Draft) -> bool:
    near = sides.play.sentence_of.get(one.i) == sides.play.sentence_of.get(other.i)
    return near and one.value == other.value and _side(sides, one.holder) == _side(sides, other.holder)


def _side(sides: Sides, side: Side) -> str:
    return side_of(sides.principal(side.actors[0])) if side.actors else ""


class _Teller:
    """Finds the fates of promises in one Doc."""

    def __init__(self, tree: Tree, sides: Sides, drafts: list[Draft]) -> None:
        self.tree = tree
        self.sides = sides
        self.pledges = sorted(
            (d for d in drafts if d.topic == "pledge" and d.value in _FIRST and d.holder.actors), key=lambda d: d.i
        )
        self.settled = {d.i for d in drafts if d.topic == "pledge" and d.value not in _FIRST}

    def told(self) -> Iterator[tuple[Draft, int]]:
        """Each fate with the token of the promise that it is the fate of (or -1)."""
        tree = self.tree
        promises = classes()["PROMISE"] - {"obligation", "oath"} | {"offer"}
        for i, lemma in enumerate(tree.lemmas):
            if lemma in _AGREED and tree.tokens[i].pos_ == "VERB":
                yield from self._as_promised(i)
                if lemma in _PROMISING:
                    yield from self._thing(i)
                    yield from self._although(i)
            elif lemma in promises and self._is_noun(i):
                yield from self._beside(i)
                yield from self._said_of(i)
            elif lemma in _READY and tree.tokens[i].pos_ == "ADJ":
                yield from self._no_longer(i)
            elif lemma == "do" and tree.lower[i + 1 : i + 2] == ["so"]:
                yield from self._did_so(i)

    def _is_noun(self, i: int) -> bool:
        """Whether a word is a noun, also where the tagger takes it for a verb: "the offer to Zimbabwe stands"."""
        tree = self.tree
        own = any(tree.deps[k] in ("det", "nmod:poss", "amod") for k in tree.kids(i))
        return tree.tokens[i].pos_ == "NOUN" or (own and tree.deps[i] in ("nsubj", "nsubj:pass"))

    def _as_promised(self, i: int) -> Iterator[tuple[Draft, int]]:
        """As in "freed the men, as it had promised Chad"."""
        tree = self.tree
        start = next((k for k in range(tree.tokens[i].left_edge.i, i) if not tree.tokens[k].is_punct), i)
        if tree.lower[start] != "as" or i - start > 5 or tree.deps[i] not in ("advcl", "acl", "obl", "advmod"):
            return
        if tree.lower[start + 1] in ("long", "soon", "well", "part"):
            return
        verb = self._verb(tree.heads[i])
        if verb is None or verb == i:
            return
        value = self._outcome(verb, "kept")
        if not value:
            return
        holder = self._power(tree.slot(i, "by" if tree.passive(i) else "subj"))
        holder = holder if holder.actors else self._doer(verb)
        yield from self._draft(i, value, holder, self._promisee(i, verb, holder), "as-promised", i)

    def _although(self, i: int) -> Iterator[tuple[Draft, int]]:
        """As in "troops remain in Poti, although Moscow promised to withdraw them"; "despite promising to leave"."""
        tree = self.tree
        mark = tree.lower_mark(i)
        if tree.deps[i] != "advcl" or mark not in ("although", "though", "despite", "after"):
            return
        verb = self._verb(tree.heads[i])
        if verb is None:
            return
        undone = light(tree, verb) in _NEGATIVE
        if not (undone or (mark != "after" and (mark == "despite" or tree.lemmas[verb] in ("remain", "continue")))):
            return
        holder = self._power(tree.slot(i, "subj"))
        holder = holder if holder.actors else self._doer(verb)
        yield from self._draft(i, "broken", holder, self._promisee(i, verb, holder), "although-promised", i)

    def _thing(self, i: int) -> Iterator[tuple[Draft, int]]:
        """As in "has yet to deliver the maize that it promised", "the promised aid never arrived"."""
        tree = self.tree
        noun = self._promised_noun(i)
        if noun is None:
            return
        verb = tree.heads[noun]
        if not tree.verbal(verb) or verb == noun:
            return
        dep = tree.deps[noun]
        given = tree.lemmas[verb] in _GIVING and dep in ("obj", "nsubj:pass")
        if not given and not (tree.lemmas[verb] in _COMING and dep == "nsubj"):
            return
        value = self._outcome(verb, "kept")
        if not value:
            return
        passive = tree.passive(i) or tree.deps[i] in ("amod", "advcl")
        holder = self._power(tree.slot(i, "by" if passive else "subj"))
        if not holder.actors and given and dep == "obj":
            holder = self._doer(verb)
        if not holder.actors:
            holder = self.sides.owner((noun,))
        yield from self._draft(verb, value, holder, self._promisee(i, verb, holder, noun), "promised-thing", i)

    def _promised_noun(self, i: int) -> int | None:
        """The thing that the verb of promising `i` hangs on."""
        tree = self.tree
        noun = tree.heads[i]
        if tree.deps[i] == "advcl" and i and tree.heads[i - 1] == noun and not tree.slot(i, "obj"):
            noun = i - 1  # "aid promised to Jordan never arrived", with the participle hung on the verb
        elif tree.deps[i] not in ("acl", "acl:relcl", "amod"):
            return None
        return tree.measure(noun) if tree.tokens[noun].pos_ in ("NOUN", "PROPN", "SYM") else None

    def _beside(self, i: int) -> Iterator[tuple[Draft, int]]:
        """As in "despite its pledge", "in line with a promise to Chad", "true to its word"."""
        tree = self.tree
        head = next((k for k in range(i - 1, max(-1, i - 6), -1) if tree.deps[k] in ("case", "mark", "fixed")), None)
        if head is None or tree.lower[i - 1] == "of" or "no" in tree.lower[head + 1 : i]:
            return
        before = " ".join(tree.lower[max(0, head - 2) : head + 1])
        value = next((v for v, words in _BEFORE.items() if any(_ends(before, w) for w in words)), None)
        verb = self._verb(tree.heads[i])
        if value is None or verb is None or is_coming(tree, verb):
            return
        if value == "kept" and self._outcome(verb, "kept") != "kept":
            return
        named = self._power(tuple(k for k in tree.kids_by(i, "nmod:poss") if tree.tokens[k].pos_ != "PRON"))
        named = named if named.actors else self._power(tree.slot(i, "by"))
        holder = named if named.actors else self._doer(verb)
        yield from self._draft(i, value, holder, self._promisee(i, verb, holder), "beside-promise", i)

    def _no_longer(self, i: int) -> Iterator[tuple[Draft, int]]:
        """As in "China is no longer willing to lend Ukraine the money"."""
        tree = self.tree
        if not any(tree.lower[k] == "longer" and "no" in tree.lower[max(0, k - 1) : k] for k in tree.kids(i)):
            return
        holder = self._power(tree.slot(i, "subj") or tuple(tree.kids_by(i, "nsubj")))
        act = next(iter(tree.kids_by(i, "xcomp")), i)
        yield from self._draft(i, "withdrawn", holder, self._promisee(act, act, holder), "no-longer", i)

    def _said_of(self, i: int) -> Iterator[tuple[Draft, int]]:
        """As in "its promise remains unfulfilled", "the offer is off the table", "the pledge was never kept"."""
        value, verb = self._predicate(i)
        if not value or i in self.settled or verb in self.settled:
            return
        owner = self.sides.owner((i,))
        holder = owner if owner.actors else self._power(self.tree.slot(i, "by"))
        for k in () if holder.actors else self.tree.kids_by(i, "acl", "ccomp", "acl:relcl"):
            holder = self._power(self.tree.slot(k, "subj"))  # "the pledge that Uruguay would take six men"
        yield from self._draft(i, value, holder, self._promisee(i, verb, holder), "promise-fate", i)

    def _predicate(self, i: int) -> tuple[str, int]:
        """The fate that is said of the promise `i`, and the word that says it."""
        tree = self.tree
        unkept = next((k for k in tree.kids_by(i, "amod") if tree.lower[k] in _UNKEPT), None)
        if unkept is not None:
            return "broken", unkept
        if tree.deps[i] not in ("nsubj", "nsubj:pass"):
            return "", i
        verb = tree.heads[i]
        if tree.deps[i] == "nsubj:pass":
            return self._passive(verb), verb
        for value, lemmas in _DOING.items():
            if tree.lemmas[verb] in lemmas:
                return value, verb
        said = [verb, *(k for k in tree.kids_by(verb, "xcomp") if tree.lemmas[verb] in _STAYING)]
        if any(tree.lower[k] in _UNKEPT for k in said):
            return "broken", verb
        words = " ".join(tree.lower[max(i, verb - 2) : min(verb + 7, tree.sentence(verb)[1])])
        standing = "on the table" in words or tree.lemmas[verb] in ("stand", "hold")
        if "off the table" in words or (standing and _no_more(tree, verb)):
            return "withdrawn", verb
        return ("broken", verb) if "to nothing" in words or "to naught" in words else ("", i)

    def _passive(self, verb: int) -> str:
        shade = light(self.tree, verb)
        for value, lemmas in _PASSIVE.items():
            if self.tree.lemmas[verb] in lemmas:
                if shade in _NEGATIVE:
                    return _FLIPPED.get(value, "")
                return value if shade == "plain" else ""
        return ""

    def _did_so(self, i: int) -> Iterator[tuple[Draft, int]]:
        """As in "Chad promised to leave. It did so in May": the promise of a sentence before."""
        tree = self.tree
        here = self.sides.play.sentence_of.get(i, 0)
        before = self._earlier(i, self._doer(i))
        if before is None and all(tree.tokens[k].pos_ == "PRON" for k in tree.slot(i, "subj")):
            before = self._earlier(i, NOBODY)
        if before is None or not 0 <= here - self.sides.play.sentence_of.get(before.i, 0) <= _BACK:
            return
        value = self._outcome(i, "kept")
        later = tree.sentence(i) != tree.sentence(before.i) or tree.heads[i] == before.i
        if value and later and tree.lower_mark(i) not in ("to", "if", "when", "until"):
            yield from self._draft(i, value, before.holder, before.subject, "did-so", -1)

    def _outcome(self, verb: int, value: str) -> str:
        """`value` where the verb tells what has happened, its contrary where it has not; "" where it is to come."""
        shade = light(self.tree, verb)
        if shade in _NEGATIVE:
            return _FLIPPED[value]
        return value if shade == "plain" else ""

    def _verb(self, i: int) -> int | None:
        """The verb that the phrase at `i` belongs to."""
        tree = self.tree
        for _ in range(4):
            if tree.verbal(i) or tree.kids_by(i, "cop"):
                return i
            if tree.heads[i] == i:  # "True to its word, Greece lifted ..."
                return next((k for k in tree.kids_by(i, "parataxis", "ccomp") if tree.verbal(k)), None)
            i = tree.heads[i]
        return None

    def _doer(self, verb: int) -> Side:
        """The power that does what the verb says, or the state whose people or things are its subject."""
        found = self._power(self.tree.slot(verb, "subj"))
        return found if found.actors else self.sides.owner(self.tree.slot(verb, "subj"))

    def _power(self, tokens: tuple[int, ...]) -> Side:
        found = self.sides.named(tokens)
        return Side(tuple(a for a in found.actors if is_power(a)), found.tokens)

    def _promisee(self, i: int, verb: int, holder: Side, noun: int = -1) -> Side:
        """To whom it was promised: said at the promise, known from an earlier one, or who the deed is done to."""
        for slot in ("to", "iobj", "obj"):
            tokens = tuple(k for k in self.tree.slot(i, slot) if k != noun)
            found = self.sides.side(i, (slot,), holder) if tokens else NOBODY
            if any(map(is_power, found.actors)):
                return found
        before = self._earlier(i, holder)
        if before is not None and before.subject.actors and not before.guessed:
            return before.subject
        for slot in ("to", "iobj", "obj", "from", "obj.owner", "toward"):
            found = self.sides.side(verb, (slot,), holder)
            if any(map(is_power, found.actors)):
                return found
        return NOBODY

    def _earlier(self, i: int, holder: Side) -> Draft | None:
        """The last promise before token `i`, of `holder` where one is known."""
        own = _side(self.sides, holder)
        near = [d for d in self.pledges if d.i < i and (not own or _side(self.sides, d.holder) == own)]
        said = [d for d in near if "deed" not in d.rule and "will-give" not in d.rule]  # in words of promising
        return (said or near)[-1] if near else None

    def _draft(  # noqa: PLR0917 - what a fate is made of
        self, i: int, value: str, holder: Side, subject: Side, rule: str, token: int
    ) -> Iterator[tuple[Draft, int]]:
        before = self._earlier(i, holder)
        if not holder.actors and before is not None:
            holder, subject = before.holder, subject if subject.actors else before.subject
        own = Side(tuple(a for a in holder.actors if may_hold(a, "pledge"))[:1], holder.tokens)
        if not own.actors:
            return
        guessed = not subject.actors
        subject = self.sides.side(i, ("?",), own) if guessed else subject
        if subject.actors and _side(self.sides, subject) == _side(self.sides, own):
            return
        sure = CONFIDENCE * (0.8 if guessed else 1.0)
        made = Draft(i, "pledge", value, "plain", own, subject, f"fate:{rule}", sure, guessed=guessed)
        yield made, token


def _no_more(tree: Tree, verb: int) -> bool:
    """As in "no longer stands", "is not on the table any more"."""
    return light(tree, verb) == "negated" or any(tree.lower[k] == "longer" for k in tree.kids(verb))


def _ends(before: str, words: str) -> bool:
    return before == words or before.endswith(" " + words)
