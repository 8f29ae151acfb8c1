"""`dragoman quotes --ledger`: the sayings of a speaker, or about an actor, that a ledger holds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from dragoman.cli.ask import IDS, How, asked, day_option
from dragoman.cli.ledger_at import VARIABLE, WrongUse

if TYPE_CHECKING:
    from dragoman.query.quotes import Quotes

LIMIT: Final = 50
OPTIONS: Final = (
    click.option(
        "--ledger", "where", metavar="PATH|URL", envvar=VARIABLE, help="Ask this ledger, where no FILE is given."
    ),
    day_option("--known-by", "Of a ledger: only what was published by DATE."),
    click.option("--as-coded", is_flag=True, help="Of a ledger: without what people corrected."),
    click.option(
        "--limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="Of a ledger: at most so many."
    ),
    IDS,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The ledger that is asked, None for none, and how."""

    where: str | None
    known_by: date | None
    as_coded: bool
    limit: int
    ids: bool

    def wanted(self, ctx: click.Context, files: tuple[str, ...]) -> bool:
        """Whether the ledger is asked: where no file is given. Raises UsageError where both are, or neither is."""
        if files and ctx.get_parameter_source("where") is ParameterSource.COMMANDLINE:
            raise click.UsageError("Give FILE... or --ledger, not both.", ctx)
        if not files and self.where is None:
            raise click.UsageError(f"Missing argument 'FILE...', or --ledger (env var: '{VARIABLE}').", ctx)
        return not files


def of_ledger(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives `command` the options of a ledger that is asked, all in its argument `asked`."""

    @wraps(command)
    def given(
        *args: Any, where: str | None, known_by: date | None, as_coded: bool, limit: int, ids: bool, **rest: Any
    ) -> Any:
        return command(*args, asked=Asked(where, known_by, as_coded, limit, ids), **rest)

    for option in reversed(OPTIONS):
        given = option(given)
    return given


def answer(
    question: Asked, filters: tuple[tuple[str, ...], ...], days: tuple[date | None, date | None], how: How
) -> None:
    """Asks the ledger and shows what it says; `filters` are speakers, whom it is about, and forms."""
    speakers, about, forms = filters
    if len(speakers) > 1 or len(about) > 1:
        raise WrongUse("a ledger takes one --speaker and one --about; ask twice.")
    if not speakers and not about:
        raise WrongUse("a ledger holds more than can be shown; name a --speaker, or whom the words are --about.")
    named = (next(iter(speakers), None), next(iter(about), None))

    def ask(limit: int) -> "Quotes":
        found: Quotes = ledger.quotes(
            *named,
            since=days[0],
            until=days[1],
            limit=limit,
            known_by=question.known_by,
            as_coded=question.as_coded,
        )
        return found

    with asked(question.where or "") as ledger:
        found = _in_form(ask, forms, question.limit)
    from dragoman.views.ledger_lists import quotes as page

    how.show(found, page, found.table)


def _in_form(ask: "Callable[[int], Quotes]", forms: tuple[str, ...], limit: int) -> "Quotes":
    """At most `limit` sayings in one of the forms; the ledger is asked for more until there are so many."""
    most = limit
    while True:
        found = ask(most)
        kept = tuple(one for one in found.sayings if not forms or one.value in forms)
        if len(kept) >= limit or not found.more:
            return replace(found, sayings=kept[:limit], more=found.more or len(kept) > limit)
        most *= 4
