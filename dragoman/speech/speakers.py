"""Takes the word that names a speaker, gives the actor: the cast's, else a description of the unnamed source."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dragoman.records import Actor, ActorKind
from dragoman.speech import sources
from dragoman.speech.attribution import Attribution
from dragoman.speech.tree import Tree

if TYPE_CHECKING:
    from dragoman.actors import Cast

MOST: Final = 2  # statements made of one content when several actors say it together ("Benin and Nigeria said")
ARTICLE: Final = re.compile(
    r"^(?:the|a|an|one|some|several|another|two|three|other|his|her|its|their|our)\s+", re.IGNORECASE
)
ASKER: Final = Actor(id="interviewer", name="Interviewer", sector="MED")


class Speakers:
    """Who the sources of a report are."""

    def __init__(self, tree: Tree, cast: "Cast") -> None:
        self.tree, self.cast = tree, cast
        self.last: Actor | None = None

    def of(self, a: Attribution) -> tuple[Actor, ...]:
        """The actors who say `a`, at most MOST; empty where nobody is named or a pronoun stands for nobody known."""
        if a.speaker is None:
            return ()
        word = sources.antecedent(self.tree, a.speaker)
        actors = self._cast(word)
        if self._vague(word) and (name := self._name_beside(word, a)) is not None:
            actors = self._cast(name) or actors
        if not actors and self.tree.pos[word] in ("NOUN", "PROPN", "ADJ", "NUM"):
            actors = self._described(a, word)
        return actors[:MOST]

    def _vague(self, word: int) -> bool:
        """Whether the cast knows a word only as a description, or not at all."""
        mention = self.cast.at(word)
        return mention is None or mention.how in ("description", "pronoun") or not self.cast.of(self.tree.doc[word])

    def _name_beside(self, word: int, a: Attribution) -> int | None:
        """The name in apposition to a description: "one of them, Private Juma,"; "the rights group Article 19"."""
        if self.tree.pos[word] == "PRON" and self.tree.low[word] not in ("one", "another", "some"):
            return None
        _, last = sources.phrase(self.tree, word, a.verb if a.verb is not None else word)
        for j in range(word + 1, last + 1):
            mention = self.cast.at(j)
            if mention is None or mention.how not in ("name", "title") or mention.head != j:
                continue
            if self.tree.dep[j] in ("appos", "flat") or (self.tree.head[j] == word and self.tree.dep[j] == "nmod:desc"):
                return j
        return None

    def heard(self, actor: Actor) -> None:
        """Notes who spoke last, for the answers of an interview."""
        if actor.id != ASKER.id and (actor.kind is ActorKind.PERSON or self.last is None):
            self.last = actor

    def labelled(self, label: str, at: int) -> Actor | None:
        """Whose turn `label` marks: the name's actor, for "A." the person heard last, else somebody new."""
        if label.lower() in ("a", "answer"):
            return self.last
        named = self._cast(at)
        if named:
            return named[0]
        name = label.title() if label.isupper() else label
        unknown = Actor(id="said:" + name.casefold().replace(" ", "-"), name=name)
        return self._by_surname.get(label.rsplit(maxsplit=1)[-1].casefold(), unknown)

    @cached_property
    def _by_surname(self) -> dict[str, Actor]:
        """The last word of each actor's name -> the first actor mentioned under it."""
        found: dict[str, Actor] = {}
        for mention in self.cast.mentions:
            for actor in mention.actors:
                if actor.name.split():
                    found.setdefault(actor.name.rsplit(maxsplit=1)[-1].casefold(), actor)
        return found

    def _cast(self, word: int) -> tuple[Actor, ...]:
        found = self.cast.of(self.tree.doc[word])
        if found:
            return tuple(dict.fromkeys(found))
        mention = self.cast.at(word)
        return tuple(mention.actors) if mention is not None and mention.how != "place" and mention.head == word else ()

    def _described(self, a: Attribution, word: int) -> tuple[Actor, ...]:
        """An unnamed source under the words of the text: "Senior officials", "Witnesses"."""
        if not a.source:
            return ()
        first, last = sources.phrase(self.tree, word, a.verb if a.verb is not None else word)
        comma = next(
            (j for j in range(word, last + 1) if self.tree.low[j] in (",", "who", "which", "that", "(")), last + 1
        )
        start, end = self.tree.span(first, max(word, comma - 1))
        name = ARTICLE.sub("", " ".join(self.tree.text[start:end].split())).strip("\"'“”‘’ ")
        if not name:
            return ()
        country = self.cast.country_of(self.tree.doc[word])
        return (
            Actor(
                "said:" + name.casefold().replace(" ", "-"), name[:1].upper() + name[1:], country, mention=(start, end)
            ),
        )
