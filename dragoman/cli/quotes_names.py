"""A name that a user gives ("RUS", "Russia", "Hua Chunying") -> the actors that it means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.cli.quotes_words import Words, cased, folded, holds, holds_any, plain
from dragoman.records import Actor

if TYPE_CHECKING:
    from dragoman.actors.registry import Entry

# PLOVER sectors of those who belong to the state: who asks for a country's words wants theirs.
OF_STATE: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"))
OWN: Final = ("name", "alias", "acronym")  # kinds of names that mean their record and nothing else
SEATS: Final = ("capital", "metonym")  # Moscow, the Kremlin: a government where somebody speaks
SURNAME: Final = "surname"
CODE: Final = 3  # letters of an ISO 3166 alpha-3 code
ENGLISH: Final = frozenset("all am are as at can in is it on or so us who".split())  # acronyms in capitals only


@dataclass(frozen=True, slots=True)
class Named:
    """The actors that a name means: those `fits` accepts.

    `words` are the name's, folded; `ids` the registry's records of that name; `states` the countries that it names;
    `country` the country of which it is the code.
    """

    words: Words
    ids: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    country: str | None = None

    def fits(self, actor: Actor) -> bool:
        """Whether the name means `actor`.

        A code means every actor of the country; a country's name its state and those who belong to it; any other
        name the actor that it is known to name, those who act for it, and whoever's name has its words.
        """
        if self.country and actor.country == self.country:
            return True
        if actor.id in self.ids or actor.acts_for in self.ids:
            return True
        if self.states and actor.country is not None:
            if actor.country not in self.states:
                return False  # South Sudan has the word Sudan in its name and is another country
            if actor.sector in OF_STATE:
                return True
        return holds(folded(actor.name), self.words)


@dataclass(frozen=True, slots=True)
class Printed:
    """How newspapers print the names of the actors that a name means.

    `names` hold in any report, `surnames` only in one that has one of the `full` names somewhere. `others` are names of
    other states that have one of the names in them, folded: South Sudan is not Sudan.
    """

    names: frozenset[Words] = frozenset()
    surnames: frozenset[Words] = frozenset()
    full: frozenset[Words] = frozenset()
    others: frozenset[Words] = frozenset()

    def without_others(self, words: Words) -> Words:
        """`words` with those of other states' names blank; from the left, the longest name that begins there."""
        if not self.others:
            return words
        own = {tuple(word.casefold() for word in name) for name in self.names}
        longest = max(map(len, own | self.others))
        low, found, at = tuple(word.casefold() for word in words), list(words), 0
        while at < len(words):
            ends = range(min(len(words), at + longest), at, -1)
            end = next((end for end in ends if low[at:end] in self.others or low[at:end] in own), at + 1)
            if low[at:end] in self.others:
                found[at:end] = [""] * (end - at)
            at = end
        return tuple(found)


def speaker(name: str) -> Named:
    """Whom `name` means as one who speaks: a capital or a house of government is the government there."""
    return _named(name, (*OWN, *SEATS), _code(name, small=True))


def mentioned(name: str) -> Named:
    """Whom `name` means in somebody's words: a capital is a place there, and "who" no organisation."""
    kinds = tuple(kind for kind in OWN if kind != "acronym" or name.strip() not in ENGLISH)
    return _named(name, kinds, _code(name, small=False))


def as_printed(named: Named) -> Printed:
    """The printed names of the records that `named` means; none where the registry knows none."""
    own = [(entry.kind, cased(entry.text)) for entry in _all() if _id(entry) in named.ids]
    names = {words for kind, words in own if kind != SURNAME}
    capitals = {tuple(map(str.upper, words)) for words in names if sum(map(len, words)) > CODE}  # as in headlines
    return Printed(
        names=frozenset(names | capitals),
        surnames=frozenset(words for kind, words in own if kind == SURNAME),
        full=frozenset(words for kind, words in own if kind in OWN and len(words) > 1),
        others=frozenset(_longer(named.ids, names)) if named.states or named.country else frozenset(),
    )


def _longer(ids: frozenset[str], names: set[Words]) -> Iterator[Words]:
    """Names of other states, folded, that have one of `names` in them."""
    from dragoman.actors.registry import State

    for entry in _all():
        if isinstance(entry.record, State) and entry.record.code not in ids and entry.kind in OWN:
            words = cased(entry.text)
            if words not in names and holds_any(words, names):
                yield folded(entry.text)


def is_acronym(name: str) -> bool:
    """Whether `name`, in just these letters, is an acronym or a country's code: "US" and "WHO" are, "us" is not."""
    from dragoman.actors.registry import registry

    entries = registry().lookup(name.strip())
    return any(entry.kind == "acronym" for entry in entries) or bool(_code(name, small=False))


def _named(name: str, kinds: Iterable[str], code: str | None) -> Named:
    from dragoman.actors.registry import State, registry

    entries = [entry for entry in _entries(name) if entry.kind in kinds]
    states = [entry.record for entry in entries if isinstance(entry.record, State)]
    ids = {*map(_id, entries), *([code] if code else [])}
    of_code = registry().states[code].iso if code else None
    return Named(
        folded(name),
        frozenset(ids),
        frozenset(state.code for state in states if state.code == state.iso),
        code if code == of_code else None,
    )


def _entries(name: str) -> "tuple[Entry, ...]":
    """The registry's entries of `name` in any case, with its accents and without, after "the" or not."""
    from dragoman.actors.registry import registry

    text = " ".join(name.split())
    tried = dict.fromkeys((text, plain(text), text.removeprefix("the ").removeprefix("The ")))
    found = [entry for one in tried for entry in registry().lookup_folded(one)]
    return tuple(dict.fromkeys(found))


def _code(name: str, *, small: bool) -> str | None:
    """The state's code that `name` is, written in capitals or, if `small`, in small letters: Ben is no Benin."""
    from dragoman.actors.registry import registry

    word = name.strip()
    written = word.isupper() or (small and word.islower())
    return word.upper() if written and len(word) == CODE and word.upper() in registry().states else None


def _all() -> "Iterator[Entry]":
    from dragoman.actors.registry import registry

    return (entry for entries in registry().names.values() for entry in entries)


def _id(entry: "Entry") -> str:
    """The id of the actor that an entry names: a state's is its code."""
    from dragoman.actors.registry import State

    return entry.record.code if isinstance(entry.record, State) else entry.record.id
