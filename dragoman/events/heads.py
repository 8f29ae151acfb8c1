"""A Doc's event heads to triggers that no rule knows, and to judgements of what triggers and parties say.

Rules and heads err differently: a rule knows what its words mean and who stands where, the heads know what the
sentence is about. `Heads.judge` weighs both: the log-probability of the heads, and a bonus for the rule's own type
(BONUS, from the sentences of training/data that were held back). A Doc without vectors (not from `language.parse(...,
acting=True)`) is read by the rules alone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log
from typing import TYPE_CHECKING, Final

from dragoman import language
from dragoman.events.lexicon import Rule, table
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.language import Act, Hint, Judgement
from dragoman.records import Actor, Span, Status

if TYPE_CHECKING:
    from dragoman.language import Acting

NONE: Final = "NONE"
BONUS: Final = 3.0  # for the type of the rule
DOUBT: Final = 3.0  # against NONE where a rule has fired
# A rule alone in a text without politics is worth less: its word is no faint hint to the heads (FAINT), and fewer words
# than CROWD of the whole text are clear ones (CLEAR). It then has LONE for its type, and nothing against NONE.
FAINT, CLEAR, CROWD, LONE = 0.3, 0.7, 2, 1.0
# A text with so many clear words is one of politics: the words of other fields in it (sport, trade) silence nothing.
PLAIN: Final = 8
TOLD: Final = 2.0  # for the status of the rules
HINTED: Final = 0.6  # a word that no rule knows must be as likely as this to name an event
SIDED: Final = 0.5  # and a word as likely to be a party


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rule and heads together make of an act: `type` with its probability `chance` (NONE: no event).

    `judgement` is the heads' own; `rivals` are the other types, likeliest first, each with its probability. `bonus` was
    added for the rule's own type, `doubt` taken from NONE (log-probabilities).
    """

    type: str
    chance: float
    judgement: Judgement
    rivals: tuple[tuple[str, float], ...]
    bonus: float = 0.0
    doubt: float = 0.0

    def mode(self, type_: str) -> str | None:
        """The likeliest mode of `type_`, None where that is none."""
        modes = {name: chance for name, chance in self.judgement.modes.items() if name.startswith(type_ + " ")}
        best = max(modes, key=lambda name: modes[name], default="-").rpartition(" ")[2]
        return None if best == "-" else best

    def retyped(self, trigger: Trigger) -> Trigger:
        """The trigger with the verdict's type; a rule of another type loses its mode and code with it."""
        rule = trigger.rule
        if rule.type == self.type:
            return trigger
        return replace(trigger, rule=replace(rule, type=self.type, mode=None, cameo=None))

    def settled(self, status: Status) -> Status:
        """The status by the rules weighed with that of the heads."""
        scores = {name: log(max(c, 1e-9)) + TOLD * (name == status) for name, c in self.judgement.statuses.items()}
        return Status(max(scores, key=lambda name: scores[name]))


class Heads:
    """The event heads of one Doc."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._acting: Acting | None = language.acting(tree.doc)
        self.hints: dict[int, Hint] = {h.i: h for h in self._acting.hints} if self._acting else {}
        self._clear = sum(h.likely >= CLEAR for h in self.hints.values())
        self._known: dict[Act, Judgement] = {}

    def __bool__(self) -> bool:
        return self._acting is not None

    def widened(self, triggers: Sequence[Trigger], skip: Callable[[int], bool]) -> list[Trigger]:
        """The triggers of the rules, and those words that only the heads take for one, in the order of the text."""
        taken = {i for t in triggers for i in (t.i, *t.used)}
        rules = hinted()
        found = list(triggers)
        for hint in self.hints.values():
            if hint.i in taken or hint.likely < HINTED or skip(hint.i):
                continue
            pos = "V" if self.tree.verbal(hint.i) else "N"
            found.append(Trigger(hint.i, rules[hint.type, pos], ()))
        return sorted(found, key=lambda t: t.i)

    def judge(self, trigger: Trigger, actors: Iterable[Actor], recipients: Iterable[Actor]) -> Verdict | None:
        """What the heads, with the rule, make of a trigger whose parties are known; None without heads."""
        sides = [
            tuple(self._tokens(trigger.i, [a.mention for a in side if a.mention])) for side in (actors, recipients)
        ]
        found = self.of(Act((trigger.i,), *sides))
        return None if found is None else weighed(found, trigger.rule, lone=self.lone(trigger.i))

    @property
    def plain(self) -> bool:
        """Whether the text is plainly one of politics."""
        return self._clear >= PLAIN

    def lone(self, i: int) -> bool:
        """Whether nothing but a rule speaks for politics at token `i`: neither its word nor the rest of the text."""
        own = self.hints.get(i)
        return self._clear < CROWD and (own is None or own.likely < FAINT)

    def of(self, act: Act) -> Judgement | None:
        """The heads' judgement of an act; None without heads, or where it names no token."""
        if self._acting is None or not any(act):
            return None
        start, end = self.tree.sentence(next(i for part in act for i in part))
        found = self._known.get(act)
        if found is None:
            (found,) = self._acting.judge(start, end, [act])
            self._known[act] = found
        return found

    def sides(self, i: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The tokens of the sentence that the heads take for actors and for recipients of the act at token `i`."""
        found = self.of(Act((i,)))
        if found is None:
            return (), ()
        likely = [(found.sides[:, k] > SIDED).nonzero()[0] + found.first for k in (1, 2)]
        return tuple(likely[0].tolist()), tuple(likely[1].tolist())

    def _tokens(self, i: int, spans: Sequence[Span]) -> Iterable[int]:
        start, end = self.tree.sentence(i)
        for k in range(start, end):
            token = self.tree.tokens[k]
            if k != i and any(token.idx < b and a < token.idx + len(token) for a, b in spans):
                yield k


def weighed(found: Judgement, rule: Rule, *, lone: bool = False) -> Verdict:
    """The heads' types with the rule's own one raised, as probabilities; less so where the rule is `lone`."""
    known = not rule.id.startswith("heads-")
    bonus, doubt = (0.0, 0.0) if not known else (LONE, 0.0) if lone else (BONUS, DOUBT)
    scores = {
        type_: log(max(chance, 1e-9)) + bonus * (type_ == rule.type) - doubt * (type_ == NONE)
        for type_, chance in found.types.items()
    }
    top = max(scores.values())
    sizes = {type_: exp(score - top) for type_, score in scores.items()}
    total = sum(sizes.values())
    ranked = sorted(((type_, size / total) for type_, size in sizes.items()), key=lambda p: (-p[1], p[0]))
    return Verdict(*ranked[0], found, tuple(ranked[1:4]), bonus, doubt)


@cache
def hinted() -> dict[tuple[str, str], Rule]:
    """For each type and part of speech, the rule by which the parties of a trigger are sought that no rule knows."""
    found = {}
    for row in table("hinted.tsv"):
        found[row["type"], row["pos"]] = Rule(
            id=f"heads-{row['type'].lower()}-{row['pos'].lower()}",
            lemmas=(),
            pos=row["pos"],
            conditions=(),
            type=row["type"],
            mode=None,
            cameo=None,
            actor=tuple(row["actor"].split(",")),
            recipient=tuple(row["recipient"].split(",")),
            flags=frozenset(filter(None, row["flags"].split(","))),
            yes="",
            no="",
        )
    return found
