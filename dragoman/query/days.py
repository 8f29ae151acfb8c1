"""Days as people give them to ISO text, and the last day that a view knows of."""

from datetime import date
from typing import Final, TypeAlias

from sqlalchemy import bindparam, func, select

from dragoman.errors import AskError
from dragoman.ledger import schema
from dragoman.query.asked import ALWAYS, View
from dragoman.query.rows import rows

Day: TypeAlias = date | str
"""A day, or its ISO text ("2021-08-17")."""


def iso(day: Day | None) -> str | None:
    """The day as ISO text; None stays None. Raises AskError for text that is no day."""
    if day is None:
        return None
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).isoformat()[:10]
    except ValueError as error:
        raise AskError(f"{day!r} is no day", "", "Write it as 2021-08-17.") from error


def last_day(view: View) -> str:
    """The last day by which the view knows a report. Raises AskError where it knows none."""
    ((found,),) = rows(view.connection, _LAST, {"known_by": view.known_by or ALWAYS})
    if found is None:
        raise AskError("the ledger holds no report", "", "Add some first: dragoman add FILE... --ledger PATH.")
    return str(found)


_LAST: Final = select(func.max(schema.versions.c.known)).where(schema.versions.c.known <= bindparam("known_by"))
