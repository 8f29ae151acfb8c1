"""A scene to the tokens on which a user's rules fire, and why one does not."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.events.custom.scene import Scene, Sides
from dragoman.events.custom.schema import OwnRule, Wanted
from dragoman.events.custom.words import Entry, Words
from dragoman.events.tree import Tree


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule on token `i`, which stands as `pos`; `used` are the tokens that its conditions took."""

    i: int
    pos: str
    rule: OwnRule
    lemma: str
    sides: Sides
    used: tuple[int, ...]


class Rules:
    """Fires the rules of a codebook in one scene."""

    def __init__(self, words: Words, scene: Scene) -> None:
        self.words, self.scene, self.tree = words, scene, scene.tree

    def fired(self) -> list[Fired]:
        """One rule a token, that with the most conditions first; a noun that a verb's rule took is no trigger."""
        found = []
        for i in range(len(self.tree.tokens)):
            if self.scene.boiler(i):
                continue
            pos, entries = self.words.at(self.tree, i)
            one = next((f for f in (self._one(i, pos, entry) for entry in entries) if isinstance(f, Fired)), None)
            if one is not None:
                found.append(one)
        used = {k for fired in found for k in fired.used}
        return [fired for fired in found if fired.i not in used]

    def tried(self, rule: OwnRule) -> Iterator[Fired | str]:
        """What comes of `rule` on each token that has one of its words: that it fires, or why it does not."""
        for i in range(len(self.tree.tokens)):
            pos, entries = self.words.at(self.tree, i)
            yield from (self._one(i, pos, entry) for entry in entries if entry.rule is rule)

    def _one(self, i: int, pos: str, entry: Entry) -> Fired | str:
        rule = entry.rule
        for word in entry.others:
            if not self._beside(i, pos, word):
                return f"{word!r} does not stand with {self.tree.lower[i]!r}"
        used: list[int] = []
        for wanted in rule.wanted:
            taken = self._taken(i, pos, wanted)
            if (taken is None) != wanted.negated:
                return self._why(i, pos, wanted)
            used += taken or ()
        sides = self.scene.sides(i, pos, rule.actor, rule.recipient)
        missing = lacking(rule.need, sides)
        if missing:
            named = (
                rule.actor if missing == "actor" else rule.recipient if missing == "recipient" else ("the sentence",)
            )
            return f"no {missing} is found: {' or '.join(named)} names nobody"
        return Fired(i, pos, rule, entry.lemma, sides, tuple(used))

    def _beside(self, i: int, pos: str, word: str) -> bool:
        """Whether `word` belongs to the trigger: "fire" to "opened fire", "off" to "cut off", "water" to "cannon"."""
        tree = self.tree
        if pos != "V":
            return any(word in (tree.lower[j], tree.lemmas[j]) for j in (*range(max(0, i - 3), i), *tree.kids(i)))
        near = (*tree.slot(i, "prt"), *tree.slot(i, "obj"), *range(i + 1, min(i + 3, len(tree.lower))))
        return any(word in (tree.lower[k], tree.lemmas[k]) for k in near) or bool(tree.slot(i, word))

    def _taken(self, i: int, pos: str, wanted: Wanted) -> list[int] | None:
        """The tokens that meet a condition (an empty list where it asks for no word), None where none does."""
        fillers = self.scene.fillers(i, pos, wanted.slot)
        there = [noun for k in fillers for noun in nouns(self.tree, k)]
        taken = [noun for noun in there if self._is(self.scene.meant(noun, lambda j: self._is(j, wanted)), wanted)]
        if taken:
            return taken
        if "ANY" in wanted.kinds and fillers:
            return []
        if "ACTOR" in wanted.kinds and any(self.scene.cast.of(self.tree.tokens[k]) for k in fillers):
            return []
        if "NUMBER" in wanted.kinds and any(self._counted(k) for k in fillers):
            return []
        return None

    def _is(self, k: int, wanted: Wanted) -> bool:
        return self.words.is_word(self.tree, k, wanted.words)

    def _counted(self, k: int) -> bool:
        return self.tree.tokens[k].pos_ == "NUM" or bool(self.tree.kids_by(k, "nummod"))

    def _why(self, i: int, pos: str, wanted: Wanted) -> str:
        there = " ".join(self.tree.tokens[k].text for k in self.scene.fillers(i, pos, wanted.slot))
        if wanted.negated:
            return f"`unless` holds: {wanted.slot} is {there!r}"
        return f"{wanted.slot} is {there!r}, none of the words asked for" if there else f"no {wanted.slot} is found"


def nouns(tree: Tree, k: int) -> list[int]:
    """The nouns of the phrase at token `k`: its own, those joined to it, and "tanker" before the tanker's name."""
    found = []
    for j in (k, *tree.kids_by(k, "conj", "appos")):
        noun = tree.through(j)
        found.append(noun)
        if tree.tokens[noun].pos_ == "PROPN":
            found += tree.kids_by(noun, "compound", "amod", "appos", "flat")
    return found


def lacking(need: str, sides: Sides) -> str:
    """Which party is missing, "" where those found are enough."""
    if need in ("actor", "both") and not sides.actors:
        return "actor"
    if need in ("recipient", "both") and not sides.recipients:
        return "recipient"
    return "party" if need == "any" and not sides.actors and not sides.recipients else ""
