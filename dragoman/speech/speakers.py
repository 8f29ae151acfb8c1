"""Takes the word that names a speaker, gives the actor: the cast's, else a description of the unnamed source."""

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from dragoman.records import Actor, ActorKind
from dragoman.speech import chain, documents, sources, venues
from dragoman.speech.attribution import Attribution
from dragoman.speech.circumstances import Circumstances
from dragoman.speech.tree import Tree

if TYPE_CHECKING:
    from dragoman.actors import Cast

MOST: Final = 2  # statements made of one content when several actors say it together ("Benin and Nigeria said")
ARTICLE: Final = re.compile(
    r"^(?:the|a|an|one|some|several|another|two|three|other|his|her|its|their|our)\s+", re.IGNORECASE
)
# Nouns for people who tell the press what they know; others ("citing costs") are no sources.
TELLERS: Final = frozenset(
    (
        "official source witness diplomat minister spokesman spokeswoman spokesperson officer doctor resident aide "
        "analyst expert lawyer relative person people negotiator mediator lawmaker leader editor report document "
        "statement newspaper agency radio television media witnesse survivor adviser"
    ).split()
)
PRESS: Final = frozenset("reporters journalists newsmen reporter journalist correspondents press media".split())
LISTENERS: Final = frozenset(
    (
        "crowd crowds supporters audience lawmakers legislators deputies mps senators ministers students soldiers "
        "troops congregation delegates viewers listeners followers jury judge judges investors residents villagers "
        "mourners guests worshippers pilgrims parishioners diplomats ambassadors envoys generals commanders officers "
        "cadets recruits faithful parliamentarians activists workers miners farmers protesters demonstrators "
        "relatives citizens nationals visitors tourists travellers people fans members colleagues aides advisers "
        "observers monitors inspectors investigators detectives prosecutors voters rebels fighters editors "
        "businessmen executives shareholders customers doctors survivors refugees hostages prisoners"
    ).split()
)
GIVEN: Final = 14  # words between a source and the name that it gave
SELF: Final = frozenset({"itself", "himself", "herself", "themselves"})
NAMING: Final = frozenset({"name", "identified", "himself", "herself", "known"})
ASKER: Final = Actor(id="interviewer", name="Interviewer", sector="MED")


class Speakers:
    """Who the sources of a report are."""

    def __init__(self, tree: Tree, cast: "Cast", interviewed: Actor | None = None) -> None:
        self.tree, self.cast, self.interviewed = tree, cast, interviewed
        self.last: Actor | None = None
        self.before: tuple[Actor, int] | None = None  # who spoke last, and where the text says so
        self.issued: dict[str, Actor] = {}  # noun of a document -> whose words were last said to stand in one

    def of(self, a: Attribution) -> tuple[Actor, ...]:
        """The actors who say `a`, at most MOST; empty where nobody is named or a pronoun stands for nobody known."""
        if a.speaker is None:
            return ()
        word = sources.antecedent(self.tree, a.speaker)
        actors = self._issuer(word) or self._of_document_before(word) or self._cast(word)
        if self._vague(word) and (name := self._name_beside(word, a)) is not None:
            actors = self._cast(name) or actors
        if not actors and self.tree.pos[word] in ("NOUN", "PROPN", "ADJ", "NUM"):
            actors = self._described(a, word)
        if len(actors) == 1 and self._close(word, a):
            actors = (self._whole(actors[0], self._described(a, word)),)
        return actors[:MOST]

    def _close(self, word: int, a: Attribution) -> bool:
        """Whether "close to X" or "familiar with X" tells more of a source."""
        return word + 1 < self.tree.n and self.tree.low[word + 1] in ("close", "familiar") and (a.verb or 0) > word + 1

    def _whole(self, known: Actor, described: tuple[Actor, ...]) -> Actor:
        """The actor under the words of the text, whose country they may say too."""
        if not described or known.id.startswith("person:") or known.name.split()[-1] not in described[0].name:
            return known
        country = known.country or described[0].country
        return replace(known, id=described[0].id, name=described[0].name, country=country)

    def chain(self, a: Attribution, around: Circumstances) -> tuple[tuple[Actor, ...], Actor | None]:
        """Who says `a` and who passes it on: a medium that cites somebody for it passes that one's words on."""
        carried = chain.carrier(self.tree, a, around)
        actors = self.of(a)
        if carried is None and len(actors) == 1 and actors[0].sector == "MED":
            named = chain.cited(self.tree, a)
            source = self._source(a, named) if named is not None else ()
            if source:
                return source[:MOST], actors[0]
        passing = self._source(a, carried) if carried is not None else ()
        return actors, passing[0] if passing else None

    def _source(self, a: Attribution, word: int) -> tuple[Actor, ...]:
        """The actors of another link of the chain; an unnamed one must be a noun for people who tell."""
        found = self._cast(sources.antecedent(self.tree, word))
        if found or self.tree.low[word].rstrip("s") not in TELLERS:
            return found
        return self._described(a, word)

    def hearer(self, word: int) -> Actor | None:
        """The actor spoken to; the press and other listeners without a name are described, things are nobody."""
        low, tree = self.tree.low[word], self.tree
        if low in PRESS and not any(tree.dep[k] not in ("det", "case", "punct") for k in tree.kids[word] if k < word):
            return Actor("said:" + low, low.capitalize(), sector="MED", mention=tree.span(word, word))
        if known := self._cast(word):
            return known[0]
        medium = low in venues.told()
        named = any(tree.pos[k] == "PROPN" for k in (word, *tree.having(word, "compound", "flat", "appos")))
        if low not in LISTENERS and not named and not (tree.dep[word] == "iobj" and tree.pos[word] == "NOUN"):
            return None
        if low in venues.placed() and not medium:
            return None  # "told a briefing"
        first = tree.near_first(word)
        while first < word and tree.dep[first] in ("case", "det", "mark", "nmod:poss", "punct"):
            first += 1
        found = self._actor(first, max(word, *tree.having(word, "flat"), word), word)
        return replace(found, sector="MED") if found is not None and medium else found

    def _vague(self, word: int) -> bool:
        """Whether the cast knows a word only as a description, or not at all."""
        mention = self.cast.at(word)
        if mention is None or mention.how in ("description", "pronoun") or not self.cast.of(self.tree.doc[word]):
            return True
        return self._person(mention.actors) and not mention.actors[0].id.startswith("person:")

    def _issuer(self, word: int) -> tuple[Actor, ...]:
        """Who speaks in a document: "a statement from the ministry", "the ministry statement", "a UN report"."""
        if self.tree.low[word] not in documents.ISSUED:
            return ()
        for k in documents.issuers(self.tree, word):
            if found := self._cast(k):
                return found
        found = self._cast(word)
        actor = found[0] if len(found) == 1 else None
        if self.tree.low[word] in documents.WORKS:
            return ()
        if actor is None or actor.name.lower() in documents.ISSUED:
            return self._issuer_before(word)
        name = documents.without_document(actor.name)
        if name == actor.name or not name:
            return ()
        state = self.cast.state(actor.country) if actor.country and " " not in name else None
        return (state or replace(actor, id="said:" + name.casefold().replace(" ", "-"), name=name),)

    def _of_document_before(self, word: int) -> tuple[Actor, ...]:
        """As in 'The letter was long. "Go," it said': whose document the sentence before is about."""
        begin, _ = self.tree.sentence(word)
        if self.tree.low[word] != "it" or begin == 0:
            return ()
        begin, end = self.tree.sentence(begin - 1)
        main = next((j for j in range(begin, end) if self.tree.head[j] == j and not self.tree.space[j]), None)
        about = sources.subject(self.tree, main, passive=True) if main is not None else None
        if about is None or self.tree.low[about] not in documents.ISSUED:
            return ()
        return self._issuer(about)

    def _issuer_before(self, word: int) -> tuple[Actor, ...]:
        """Whose document it is by the words before: "The army spoke ... A statement said", "the letter said"."""
        tree = self.tree
        plain = not any(tree.dep[k] in ("compound", "nmod:desc", "nmod:poss", "amod") for k in tree.kids[word])
        if not plain:
            return ()
        definite = any(tree.low[k] in ("the", "this", "that", "its") for k in tree.kids[word])
        if definite and tree.low[word] in self.issued:
            return (self.issued[tree.low[word]],)
        if self.before is None or "\n\n" in tree.text[self.before[1] : tree.start[word]]:
            return ()
        return (self.before[0],)

    def _name_beside(self, word: int, a: Attribution) -> int | None:
        """The name in apposition to a description: "one of them, Private Juma,"; "the rights group Article 19"."""
        tree = self.tree
        if tree.pos[word] == "PRON" and tree.low[word] not in ("one", "another", "some"):
            return None
        _, last = sources.phrase(tree, word, a.verb if a.verb is not None else word)
        other = False  # "a spokesman for the president, NAME": the name may be the president's
        for j in range(word + 1, last + 1):
            mention = self.cast.at(j)
            if mention is None or mention.head != j:
                continue
            if mention.how in ("name", "title"):
                comma = mention.start > word + 1 and tree.low[mention.start - 1] == ","
                if tree.head[j] == word and tree.dep[j] in ("appos", "flat", "nmod:desc"):
                    return j
                verbs = any(tree.pos[k] == "VERB" for k in range(word + 1, j))  # "quoted by the agency NAME"
                if (
                    not other
                    and not verbs
                    and (tree.dep[j] in ("appos", "flat") or (comma and self._closed(mention.end, last, a)))
                ):
                    return j
            other = other or (mention.how != "name" and self._person(mention.actors))
        return self._name_given(word)

    def _name_given(self, word: int) -> int | None:
        """As in "an officer who gave his name only as NAME", "a man identified as NAME": the name."""
        tree = self.tree
        _, end = tree.sentence(word)
        for j in range(word + 2, min(word + GIVEN, end - 1)):
            named = tree.low[j] == "as" and not NAMING.isdisjoint(tree.low[max(word, j - 3) : j])
            if not named and not (tree.low[j] in SELF and tree.low[j - 1].startswith("call")):
                continue
            mention = self.cast.at(j + 1 + (tree.low[j + 1] == "the"))
            good = mention is not None and mention.how == "name" and mention.actors[0].kind is not ActorKind.PLACE
            return mention.head if mention is not None and good else None
        return None

    def _closed(self, end: int, last: int, a: Attribution) -> bool:
        """Whether a name ends at a comma or at the end of the phrase, as an apposition does."""
        return end > last or end == a.verb or self.tree.low[end] == ","

    def _person(self, actors: tuple[Actor, ...]) -> bool:
        return len(actors) == 1 and actors[0].kind is ActorKind.PERSON

    def heard(self, actor: Actor, a: Attribution, around: Circumstances) -> None:
        """Notes who spoke last, for the answers of an interview, and in which document."""
        self.before = actor, (a.cue or a.content)[0][0]
        documented = range(around.venue[0], around.venue[1] + 1) if around.venue is not None else ()
        for i in (*documented, *([a.speaker] if a.speaker is not None else ())):
            if self.tree.low[i] in documents.ISSUED:
                self.issued[self.tree.low[i]] = actor
        if actor.id != ASKER.id and (actor.kind is ActorKind.PERSON or self.last is None):
            self.last = actor

    def labelled(self, label: str, at: int) -> Actor | None:
        """Whose turn `label` marks: the name's actor or somebody new; for "A." the person interviewed or heard last."""
        if label.lower() in ("a", "answer"):
            return self.interviewed or self.last
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
        if self._close(word, a):
            last = (a.verb if a.verb is not None and a.verb > word else word + 1) - 1  # "sources close to the rebels"
        comma = next(
            (j for j in range(word, last + 1) if self.tree.low[j] in (",", "who", "which", "that", "(")), last + 1
        )
        actor = self._actor(first, max(word, comma - 1), word)
        return (actor,) if actor is not None else ()

    def _inside(self, word: int, last: int) -> str | None:
        """The country of whom a source is close to: "sources close to the rebels"."""
        mentions = (self.cast.at(j) for j in range(word + 1, last + 1))
        return next((m.actors[0].country for m in mentions if m is not None and m.actors[0].country), None)

    def _actor(self, first: int, last: int, word: int) -> Actor | None:
        """An actor under the words of the text."""
        start, end = self.tree.span(first, last)
        name = ARTICLE.sub("", " ".join(self.tree.text[start:end].split())).strip("\"'“”‘’ ")
        if not name:
            return None
        country = self.cast.country_of(self.tree.doc[word]) or self._inside(word, last)
        name = name[:1].upper() + name[1:]
        return Actor("said:" + name.casefold().replace(" ", "-"), name, country, mention=(start, end))
