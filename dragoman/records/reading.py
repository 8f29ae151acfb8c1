"""A reading: a report with all entries read from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.records.entries import Event, Standing, Statement
from dragoman.records.report import Finding, Report
from dragoman.records.role import Role


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says. Entries stand in the order of the text; `coder` names the version that read it.

    Sentences are kept as spans so that a view can show each entry in its place. `roles` are what the report says that
    its people are; they hold in this report and never change how another one is read. `meanings` gives for entries'
    ids a small vector of what they mean (`dragoman.meaning`), by which the ledger knows other tellings of the same.
    """

    report: Report
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    standings: tuple[Standing, ...]
    findings: tuple[Finding, ...]
    coder: str
    sentences: tuple[tuple[int, int], ...] = ()
    roles: tuple[Role, ...] = ()
    meanings: Mapping[str, bytes] = field(default_factory=dict)

    def to_json(self, *, whole: bool = False) -> bytes:
        """One line of JSON in the form of schema 1 (docs/json.md), without a line end.

        `whole` adds the report's text and the meanings: all that a ledger takes.
        """
        from dragoman.records.wire import encode

        return encode(self, whole=whole)

    def _repr_html_(self) -> str:
        """The view of a notebook: the report's sentences with marks, then its entries in tables."""
        from dragoman.views.html import fragment  # the view lives with the other views, and only notebooks need it

        return fragment(self)
