"""A trigger to PLOVER contexts: what the event is about, by key words of its sentence (data/contexts.tsv)."""

from functools import cache
from typing import Final

from dragoman.events.lexicon import table
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger

MOST: Final = 3


@cache
def keywords() -> dict[str, tuple[str, ...]]:
    """Key word (a lemma or form, lower case) to the contexts it speaks for."""
    found: dict[str, list[str]] = {}
    for row in table("contexts.tsv"):
        for word in row["words"].split():
            found.setdefault(word, []).append(row["context"])
    return {word: tuple(names) for word, names in found.items()}


def contexts(tree: Tree, trigger: Trigger) -> tuple[str, ...]:
    """At most three contexts, those with most key words in the sentence first, then in the order of the text."""
    start, end = tree.sentence(trigger.i)
    table = keywords()
    votes: dict[str, int] = {}
    for i in range(start, end):
        for name in table.get(tree.lower[i]) or table.get(tree.lemmas[i], ()):
            votes[name] = votes.get(name, 0) + 1
    return tuple(sorted(votes, key=lambda name: -votes[name])[:MOST])
