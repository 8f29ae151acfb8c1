"""Takes a Doc and its statements, gives for each token the statement that it is part of: whose voice speaks there."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.records import Actor, Precision, Statement, When


class Voices:
    """Whose words a token is among. Building it costs one pass over the contents, each question a dict access."""

    def __init__(self, doc: Doc, statements: Iterable[Statement]) -> None:
        starts = [token.idx for token in doc]
        self.statements = tuple(statements)
        self._at: dict[int, Statement] = {}
        self._around: dict[str, Statement] = {}  # id of a statement -> the one whose content holds it
        longest = sorted(self.statements, key=lambda s: s.content[0][0] - s.content[-1][1] if s.content else 0)
        for statement in longest:  # outer ones first, so that inner ones stay
            for span in statement.content:
                self._fill(statement, span, starts)
        self._cues: dict[int, Statement] = {}
        for statement in self.statements:
            if statement.cue is not None:
                for i in range(bisect_left(starts, statement.cue[0]), bisect_left(starts, statement.cue[1])):
                    self._cues.setdefault(i, statement)

    def _fill(self, statement: Statement, span: tuple[int, int], starts: list[int]) -> None:
        for i in range(bisect_left(starts, span[0]), bisect_left(starts, span[1])):
            held = self._at.get(i)
            if held is None or held.content != statement.content:  # of two who say the same, the first
                self._at[i] = statement
                if held is not None and held.id != statement.id:
                    self._around.setdefault(statement.id, held)

    def at(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds `token`, None for the report's own words."""
        return self._at.get(token.i)

    def speaker(self, token: Token) -> Actor | None:
        """Who says the words at `token`: the nearest link of the chain that is known; None for the report itself."""
        statement = self.at(token)
        while statement is not None:
            if (who := statement.speaker or statement.according_to) is not None:
                return who
            statement = self._around.get(statement.id)
        return None

    def said(self, token: Token) -> When | None:
        """When the statement was made whose cue `token` is: the day of the denial at "denied", None at other words."""
        statement = self._cues.get(token.i)
        return statement.date if statement is not None else None

    def spoken(self, token: Token) -> date | None:
        """The day on which the words at `token` were said, if the report settles it: the anchor of "tomorrow" there.

        Of speech in speech without a day of its own it is the day of the words around it.
        """
        statement = self.at(token)
        while statement is not None and statement.date is None:
            statement = self._around.get(statement.id)
        return spoken(statement)


def spoken(statement: Statement | None) -> date | None:
    """The day of a statement, None where its date is no single day."""
    when = statement.date if statement is not None else None
    return when.start if when is not None and when.precision is Precision.DAY else None
