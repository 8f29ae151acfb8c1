"""A report with what the rooms before have read of it, to what rules and examples ask of a sentence: the scene."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dragoman.events.custom.slots import slots
from dragoman.events.dating import Dating
from dragoman.events.slots import NOBODY, Side, Slots
from dragoman.events.tree import Tree
from dragoman.records import Actor, Span, overlap

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.actors import Cast
    from dragoman.records import Report
    from dragoman.speech import Voices
    from dragoman.times import Calendar

# Words of time fill no slot: "boarded on Monday".
TIMES: Final = frozenset({"DATE", "TIME"})

# "the boat", "it": what was named before, and where a thing stands that "it" may mean.
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both"})
PRONOUNS: Final = frozenset({"it", "them", "they", "one", "ones", "both"})
THINGS: Final = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "ROOT"})

LOOK_BACK: Final = 1500  # tokens: a page or two; farther back "the boat" is hardly the same

# "a Syria-bound tanker": where it goes, not whose it is.
BOUND: Final = frozenset({"bound", "destined", "built", "made"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Who did it to whom, and the tokens that name them."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    tokens: tuple[int, ...]


class Scene:
    """One report: its tree, cast, calendar and voices."""

    def __init__(
        self,
        report: "Report",
        doc: "Doc",
        cast: "Cast",
        calendar: "Calendar",
        voices: "Voices",
        *,
        alike: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        """`alike` are for a word those that may name the same thing again: "the ship" for a tanker."""
        self.alike = alike
        self.report, self.doc, self.cast, self.voices = report, doc, cast, voices
        self.tree = Tree(doc)
        self.slots = Slots(self.tree, cast)
        self._hows = {mention.span: mention.how for mention in reversed(cast.mentions)}
        self.dating = Dating(self.tree, calendar, voices, self._numbered())

    def _numbered(self) -> dict[int, int]:
        sentences = enumerate(self.doc.sents)
        return {i: n for n, sentence in sentences for i in range(sentence.start, sentence.end)}

    def boiler(self, i: int) -> bool:
        """Whether token `i` lies in the report's boilerplate."""
        return any(overlap(self.span(i), part) for part in self.report.boiler)

    def span(self, i: int) -> Span:
        """The characters of token `i`."""
        token = self.tree.tokens[i]
        return (token.idx, token.idx + len(token))

    def meant(self, k: int, is_word: Callable[[int], bool]) -> int:
        """The nearest earlier noun that a pronoun at token `k` may stand for and that `is_word` accepts, else `k`."""
        return next((j for j in self.before(k) if is_word(j)), k) if self.tree.lower[k] in PRONOUNS else k

    def fillers(self, i: int, pos: str, name: str) -> tuple[int, ...]:
        """The tokens, times left out, that stand where the user's `name` of a slot says, the very words only."""
        found = (k for slot in slots(name, pos, owners=False) for k in self.tree.slot(i, slot))
        return tuple(k for k in dict.fromkeys(found) if self.tree.tokens[k].ent_type_ not in TIMES)

    def sides(self, i: int, pos: str, actor: Iterable[str], recipient: Iterable[str]) -> Sides:
        """Who stands in the first of the named slots that holds anybody; nobody is on both sides."""
        acting = self._first(i, pos, actor, NOBODY)
        ids = {a.id for a in acting.actors}
        suffering = self._first(i, pos, recipient, acting)
        kept = tuple(a for a in suffering.actors if a.id not in ids)
        return Sides(acting.actors, kept, acting.tokens + suffering.tokens)

    def _first(self, i: int, pos: str, names: Iterable[str], against: Side) -> Side:
        own = {a.id for a in against.actors}
        for name in names:
            if name == "speaker":
                said = self.voices.speaker(self.tree.tokens[i])
                if said is not None:
                    return Side((said,))
                continue
            for slot in slots(name, pos):
                found = self._filled(i, slot, against)
                if any(a.id not in own for a in found.actors):
                    return found
        return NOBODY

    def _filled(self, i: int, slot: str, against: Side) -> Side:
        """Who fills a slot of the tree; of things, whose they are, and of people "of" a ship, whose the ship is."""
        head, dot, last = slot.rpartition(".")
        if dot and last == "owner":
            found = self._owner(i, head)
            own = against.actors and self._its(i, head) and _same_country(found, against)
            return (self._other_than(i, against) if own else None) or found
        found = self.slots.fill(i, slot, against)
        if slot.startswith("place"):
            return found
        if not found.actors:
            return self._again(i, slot, against)
        if self._its(i, slot) and against.actors and _same_country(found, against):
            return self._other_than(i, against) or found
        if any(a.mention and self._described(a.mention) for a in found.actors):
            before = self._again(i, slot, against) if _same_country(found, against) else NOBODY
            if before.actors and self._flag(self.tree.slot(i, slot)) is None:
                return before
            owner = self._flag(tuple(j for k in self.tree.slot(i, slot) for j in self.tree.slot(k, "of")))
            codes = {a.country for a in found.actors}
            if owner is not None and owner.country not in codes:
                return Side((owner,), found.tokens)
        return found

    def _again(self, i: int, slot: str, against: Side) -> Side:
        """Whose "the boat" or "it" is, by the words that named it before, of another side than `against`."""
        own = {a.country or a.id for a in against.actors}
        for k in map(self.tree.through, self.tree.slot(i, slot)):
            for j in self.before(k):
                kept = tuple(a for a in self._whose(j) if (a.country or a.id) not in own)
                if kept:
                    return Side(kept, (k,))
        return NOBODY

    def _whose(self, j: int, depth: int = 0) -> tuple[Actor, ...]:
        """Whom the noun at token `j` names, else whose it is, or was where it was named before."""
        found = self.cast.of(self.tree.tokens[j]) or tuple(filter(None, (self._flag((j,)),)))
        if found or depth > 2 or self.tree.lower[j] in PRONOUNS:
            return found
        earlier = (self._whose(k, depth + 1) for k in self.before(j))
        return next((owners for owners in earlier if owners), ())

    def _its(self, i: int, slot: str) -> bool:
        """Whether what stands in a slot has "its" or "their" before it."""
        phrases = map(self.tree.through, self.tree.slot(i, slot))
        return any(self.tree.lower[d] in ("its", "their") for k in phrases for d in self.tree.kids_by(k, "nmod:poss"))

    def _other_than(self, i: int, against: Side) -> Side | None:
        """Whose "its" is where it is hardly the actor's own: the speaker's, else that of a thing named just before."""
        own = {a.country for a in against.actors}
        said = self.voices.speaker(self.tree.tokens[i])
        if said is not None and said.country not in own:
            return Side((said,))
        for j in range(i - 1, self.tree.sentence(i)[0] - 1, -1):
            if self.tree.tokens[j].pos_ == "NOUN" and self.tree.deps[j] in THINGS:
                kept = tuple(a for a in self._whose(j) if a.country and a.country not in own)
                if kept:
                    return Side(kept, (j,))
        return None

    def before(self, k: int) -> Iterator[int]:
        """The nouns before token `k` that it may stand for, the nearest first: the same noun after "the", any for "it".

        A pronoun looks back over its own sentence and the one before, and passes over people and times.
        """
        tree, token = self.tree, self.tree.tokens[k]
        if tree.lower[k] in PRONOUNS:
            start = tree.sentence(max(0, tree.sentence(k)[0] - 1))[0]
            tag = "NN" if tree.lower[k] in ("it", "one") else "NNS"
            for j in range(k - 1, start - 1, -1):
                if tree.tokens[j].tag_ == tag and tree.deps[j] in THINGS:
                    yield j
        elif token.pos_ == "NOUN" and any(tree.lower[d] in DEFINITE for d in tree.kids_by(k, "det")):
            first = max(0, k - LOOK_BACK)
            again = [j for j in range(k - 1, first - 1, -1) if tree.lemmas[j] == tree.lemmas[k]]
            others = self.alike.get(tree.lemmas[k], frozenset())
            start = tree.sentence(k)[0]  # "the boat" and "the cutter" of one sentence are two
            named = (j for j in range(start - 1, first - 1, -1) if tree.lemmas[j] in others)
            yield from again or (j for j in named if tree.tokens[j].tag_ == token.tag_)

    def _described(self, span: Span) -> bool:
        """Whether the words of `span` only describe somebody ("the crew"), whose country is then guessed."""
        return self._hows.get(span) == "description"

    def _owner(self, i: int, slot: str) -> Side:
        """Whose the things in a slot are: "Iran's tanker", "a Maltese-flagged ferry", "the mate of a Danish boat"."""
        tokens = tuple(self.tree.through(k) for k in self.tree.slot(i, slot))
        flag = self._flag((*tokens, *(j for k in tokens for j in self.tree.slot(k, "of"))))
        if flag is not None:
            return Side((flag,), tokens)
        bound = any(self.tree.lower[j] in BOUND for k in tokens for j in range(self.tree.tokens[k].left_edge.i, k))
        return NOBODY if bound else self.slots.fill(i, f"{slot}.owner", NOBODY)

    def _flag(self, tokens: tuple[int, ...]) -> Actor | None:
        """The state that a word before the noun names: "Honduran tanker", "Honduran-flagged"; not "Honduras-bound"."""
        for k in tokens:
            for j in range(self.tree.tokens[k].left_edge.i, k):
                code = self.cast.country_of(self.tree.tokens[j])
                after = self.tree.lower[j + 1 : j + 3]
                if code and not any(word in BOUND for word in after):
                    state = self.cast.state(code)
                    if state is not None:
                        return state
        return None

    def head_of(self, span: Span) -> int | None:
        """The token that governs the words of `span`; None where it holds none."""
        inside = [t.i for t in self.tree.tokens if span[0] <= t.idx < span[1] and not t.is_space and not t.is_punct]
        for i in inside:
            if self.tree.heads[i] not in inside or self.tree.heads[i] == i:
                return i
        return inside[0] if inside else None


def _same_country(side: Side, other: Side) -> bool:
    return {a.country for a in side.actors} <= {a.country for a in other.actors}
