"""The events told so far to who acted with whom: for acts and words whose other side the clause does not name."""

from dataclasses import dataclass
from typing import Final

from dragoman.events.same import families
from dragoman.events.surroundings import side_of
from dragoman.records import Actor

# How much an event of so many sentences ago ties its two sides together; beyond, not at all.
TIES: Final = (1.0, 1.0, 0.6, 0.4, 0.2)

# Nouns that take up what was said before, by the type of what was said: "the charge" was made by who accused.
TAKEN_UP: Final = {
    "ACCUSE": "charge allegation accusation claim criticism complaint report remark protest",
    "REQUEST": "demand request appeal call ultimatum proposal plea condition suggestion deadline order plan idea draft"
    " formula scheme",
    "AGREE": "offer invitation pledge promise proposal overture assurance plan gesture",
    "THREATEN": "threat warning ultimatum",
}
SAID: Final = {
    noun: frozenset(t for t, nouns in TAKEN_UP.items() if noun in nouns.split())
    for words in TAKEN_UP.values()
    for noun in words.split()
}
# What others judge without naming it again; and types that are words about acts, seldom themselves "the move".
ACTS: Final = frozenset(
    """decision move step measure action announcement act policy course incident gesture vote ruling resolution
    verdict""".split()
)
WORDS_ONLY: Final = frozenset({"ACCUSE", "REJECT", "REQUEST"})
ANSWERS: Final = frozenset({"REQUEST", "AGREE", "THREATEN"})  # what "accepted", "said no" answers
LONG_AGO: Final = 8  # sentences after which "the offer" is hardly that one any more
JUST_NOW: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An event by its sentence, type and sides."""

    sentence: int
    type: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]


class History:
    """The events of one report in the order in which they are read."""

    def __init__(self) -> None:
        self._told: list[Told] = []

    def add(self, sentence: int, type: str, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> None:
        """One event more."""
        self._told.append(Told(sentence, type, actors, recipients))

    def ties(self, sentence: int, own: set[str]) -> dict[str, float]:
        """How closely the sides of late have been tied to those of `own` by an event with both."""
        found: dict[str, float] = {}
        for told in reversed(self._told):
            away = sentence - told.sentence
            if away >= len(TIES):
                break
            if away < 0:
                continue
            one, other = ({side_of(a) for a in side} for side in (told.actors, told.recipients))
            for near, far in ((one, other), (other, one)):
                if near & own:
                    for side in far - own:
                        found[side] = max(found.get(side, 0.0), TIES[away])
        return found

    def who_said(self, noun: str, sentence: int, own: set[str]) -> tuple[Actor, ...]:
        """Who made "the charge", "the offer": the actors of the last such event that were not of the sides `own`."""
        return self._last(SAID.get(noun, frozenset()), sentence, own, LONG_AGO)

    def who_did(self, noun: str, sentence: int, own: set[str]) -> tuple[Actor, ...]:
        """Who did what others now judge: "welcomed the decision", "called the expulsions groundless"."""
        kinds = {type for (type, lemma) in families() if lemma == noun}
        for told in reversed(self._told):
            if sentence - told.sentence > LONG_AGO or not (kinds or noun in ACTS):
                break
            fits = told.type in kinds if kinds else told.type not in WORDS_ONLY
            if fits and told.actors and not {side_of(a) for a in told.actors} & own:
                return told.actors
        return self._lead(own) if noun in ACTS else ()

    def _lead(self, own: set[str]) -> tuple[Actor, ...]:
        """Who acts in the first sentences, which tell what the report is about."""
        for told in self._told:
            if told.sentence > 1:
                break
            if told.actors and not {side_of(a) for a in told.actors} & own:
                return told.actors
        return ()

    def who_asked(self, sentence: int, own: set[str]) -> tuple[Actor, ...]:
        """Who has just offered, asked or threatened what `own` now accept or refuse without a word for it."""
        return self._last(ANSWERS, sentence, own, JUST_NOW)

    def _last(self, types: frozenset[str], sentence: int, own: set[str], far: int) -> tuple[Actor, ...]:
        for told in reversed(self._told):
            if not types or sentence - told.sentence > far:
                break
            if told.type in types and told.actors and not {side_of(a) for a in told.actors} & own:
                return told.actors
        return ()
