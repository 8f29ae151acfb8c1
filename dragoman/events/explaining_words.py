"""A word that no event begins with to why not: no rule has it, its conditions do not hold, another word took it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.events.explained import Account, HeadTold, Outcome, RuleTold
from dragoman.events.explaining_rules import PARTS, rule_told, unmet
from dragoman.events.heads import HINTED
from dragoman.events.lexicon import Rule, lexicon
from dragoman.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.actors import Cast
    from dragoman.events.code import _Coder

ACTING: Final = frozenset({"VERB", "NOUN", "ADJ", "PROPN", "ADV"})  # parts of speech that may name an act


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one report that no event begins with."""

    coder: "_Coder"
    cast: "Cast"

    def may_act(self, i: int) -> bool:
        """Whether token `i` is a word of the kind that may name an act, and names nobody."""
        return self.is_full(i) and self.cast.at(i) is None

    def is_full(self, i: int) -> bool:
        """Whether token `i` is a word of the kind that may name an act."""
        return self.coder.tree.tokens[i].pos_ in ACTING

    def sentence(self, i: int) -> Span:
        """The characters of the sentence of token `i`, without white space at its ends."""
        tree = self.coder.tree
        start, end = tree.sentence(i)
        real = [k for k in range(start, end) if not tree.tokens[k].is_space] or [i]
        return tree.tokens[real[0]].idx, tree.tokens[real[-1]].idx + len(tree.tokens[real[-1]])

    def phrases(self, tokens: "Iterable[int]") -> tuple[str, ...]:
        """The words at `tokens`, neighbours joined."""
        runs: list[list[int]] = []
        for k in sorted(tokens):
            if runs and k == runs[-1][-1] + 1:
                runs[-1].append(k)
            else:
                runs.append([k])
        return tuple(self.coder.tree.doc[run[0] : run[-1] + 1].text for run in runs)

    def account(self, i: int) -> Account:
        """Why token `i` is no trigger."""
        token = self.coder.tree.tokens[i]
        why, rules = self._why(i)
        return Account(
            words=token.text,
            span=(token.idx, token.idx + len(token)),
            sentence=self.sentence(i),
            outcome=Outcome.NO_TRIGGER,
            why=f"{why}; {self._unseen(i)}",
            others=rules,
            head=self._head(i),
        )

    def _why(self, i: int) -> tuple[str, tuple[RuleTold, ...]]:
        tree, token = self.coder.tree, self.coder.tree.tokens[i]
        if self.coder.silence.boiler(i):
            return "it is no part of the news (dateline, byline or the like)", ()
        for other in self.coder.triggers:
            if i in other.used:
                return f"it is part of another trigger, “{tree.tokens[other.i].text}” (rule {other.rule.id})", ()
        part, rules = self._rules(i)
        if not rules:
            return f"no rule of the lexicon has {self._named(i)} as {_article(part)}", ()
        missing = [(rule, unmet(tree, i, rule, self._is_actor)) for rule in rules]
        told = tuple(rule_told(rule, unmet=condition) for rule, condition in missing)
        if any(not condition for _, condition in missing):
            over = tree.tokens[tree.heads[i]].text
            return f"as a word before “{over}” it only says what kind that is ({token.dep_})", told
        return f"the rules of the word ask for other words around it ({len(rules)} below)", told

    def _rules(self, i: int) -> tuple[str, tuple[Rule, ...]]:
        """The part of speech that token `i` stands as, and the rules of its lemma."""
        tree, index = self.coder.tree, lexicon().index
        part = "V" if tree.verbal(i) else "A" if tree.tokens[i].pos_ == "ADJ" else "N"
        lemma = lexicon().nouns.get(tree.lower[i], tree.lemmas[i]) if part == "N" else tree.lemmas[i]
        rules = index.get((part, lemma), ())
        return part, rules or (index.get(("A", tree.lower[i]), ()) if part != "N" else ())

    def _is_actor(self, k: int) -> bool:
        return bool(self.cast.of(self.coder.tree.tokens[k]))

    def _named(self, i: int) -> str:
        return f"“{self.coder.tree.lemmas[i]}”"

    def _unseen(self, i: int) -> str:
        """What the event head thinks of the word."""
        if not self.coder.heads:
            return "the event head did not run"
        hint = self.coder.heads.hints.get(i)
        if hint is None:
            return "the event head takes it for no act"
        return f"the event head takes it for an act with {hint.likely:.2f} ({hint.type}), and {HINTED:.2f} is needed"

    def _head(self, i: int) -> HeadTold | None:
        hint = self.coder.heads.hints.get(i)
        return None if hint is None else HeadTold(hint.likely, ((hint.type, hint.chance),), (), (), 0.0, (), ())


def _article(part: str) -> str:
    return f"{'an' if part == 'A' else 'a'} {PARTS[part]}"
