"""The cast of a report: every mention of an actor, and who stands at a token; built by `dragoman.actors.resolve`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records import Actor, ActorKind, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. `start:end` is its token range, `head` the token that governs it, `span` its characters.

    `how` is one of name, title, metonym, demonym, pronoun, description, place. A place has one actor of kind PLACE
    with sector None; "both sides" has two actors.
    """

    span: Span
    start: int
    end: int
    head: int
    actors: tuple[Actor, ...]
    how: str

    @property
    def is_place(self) -> bool:
        """Whether the words are a literal place here, no actor."""
        return self.how == "place"


class Cast:
    """Who is mentioned where. All look-ups are by token index and cost one or two dict accesses."""

    def __init__(
        self,
        mentions: Iterable[Mention],
        groups: dict[int, tuple[Actor, ...]],
        countries: dict[int, str],
        state: Callable[[str], Actor | None],
        roles: tuple[Role, ...] = (),
    ) -> None:
        """`groups` and `countries` give for a token what `of` and `country_of` answer; `state` reads the registry.

        `roles` are what the report says that its people are, in the order of the text, one a person and office.
        """
        self.roles = roles
        self.mentions: tuple[Mention, ...] = tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.head)))
        self._groups = groups
        self._countries = countries
        self._state = state
        self._at: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (m.start - m.end, m.start)):
            for i in range(mention.start, mention.end):
                self._at[i] = mention  # longer ones first, so that the innermost stays

    def at(self, i: int) -> Mention | None:
        """The innermost mention whose tokens include token `i`."""
        return self._at.get(i)

    def of(self, token: "Token") -> tuple[Actor, ...]:
        """The political actors that the noun phrase headed by `token` stands for, coordination included."""
        return self._groups.get(token.i, ())

    def place_of(self, token: "Token") -> Actor | None:
        """The place (kind PLACE) that the noun phrase headed by `token` names, whether it acts here or not."""
        mention = self._at.get(token.i)
        if mention is None or not mention.actors or mention.actors[0].kind is not ActorKind.PLACE:
            return None
        return mention.actors[0]

    def country_of(self, token: "Token") -> str | None:
        """The country (ISO alpha-3) a phrase belongs to, by demonym, possessive, compound or place; None if unsaid."""
        return self._countries.get(token.i)

    def state(self, code: str) -> Actor | None:
        """The government of the country `code` as named at the report's date, with no mention."""
        return self._state(code)
