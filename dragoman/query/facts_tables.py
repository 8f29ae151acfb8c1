"""Claims -> tables: one row a fact, or one row for each citation of each fact."""

from collections.abc import Iterable, Sequence
from typing import Final

from dragoman.query.asked import Named
from dragoman.query.citing import Citation
from dragoman.query.claims import Claim
from dragoman.query.tables import Column, Kind, Schema, Table, Value

CITED: Final = (
    Column("report", Kind.TEXT, "id of the report that the row quotes"),
    Column("published", Kind.DAY, "day of its publication; null where it has none"),
    Column("publisher", Kind.TEXT, "who published it"),
    Column("agency", Kind.TEXT, "the wire it came from"),
    Column("according_to", Kind.TEXT, "whom the report has it from; null for the report itself"),
    Column("quote", Kind.TEXT, "the words of the report that say it"),
    Column("url", Kind.TEXT, "its address"),
)
COUNTED: Final = (
    Column("reports", Kind.COUNT, "how many reports tell it"),
    Column("origins", Kind.COUNT, "how many independent origins those have"),
)
PARTIES: Final = (
    Column("actors", Kind.TEXT, "names of actors, holder or speaker, with ; between them"),
    Column("actors_ids", Kind.TEXT, "their ids"),
    Column("recipients", Kind.TEXT, "names of recipients, subject or addressee"),
    Column("recipients_ids", Kind.TEXT, "their ids"),
)

FACTS: Final = Schema(
    "facts",
    (
        Column("id", Kind.TEXT, "id of the entry that stands for all tellings"),
        Column("day", Kind.DAY, "the day it is sorted by: its first, else its last, else that of publication"),
        Column("start", Kind.DAY, "first day of the time that is told; null where open or unsaid"),
        Column("end", Kind.DAY, "last day of that time"),
        Column("precise", Kind.TRUTH, "whether a day was named"),
        Column("family", Kind.TEXT, "event, standing or statement"),
        Column("label", Kind.TEXT, "type of an event, topic of a standing, class of a statement"),
        Column("value", Kind.TEXT, "mode, value or form"),
        Column("status", Kind.TEXT, "happened, ongoing, planned, conditional, hypothetical or denied"),
        *PARTIES,
        Column("words", Kind.TEXT, "words of its trigger or content"),
        Column("place", Kind.TEXT, "where"),
        Column("quad", Kind.TEXT, "quad class of an event"),
        Column("goldstein", Kind.NUMBER, "Goldstein score of an event, -10 to 10"),
        Column("confidence", Kind.NUMBER, "how sure the coder is, 0 to 1"),
        Column("judged", Kind.TEXT, "confirmed or edited, where a person said so"),
        Column("entries", Kind.COUNT, "how many entries tell it"),
        *COUNTED,
        *CITED,
    ),
)

CITATIONS: Final = Schema(
    "citations",
    (
        Column("fact", Kind.TEXT, "id of the fact's row"),
        Column("entry", Kind.TEXT, "id of the entry that says it"),
        *CITED,
        Column("title", Kind.TEXT, "title of the report"),
        Column("carrier", Kind.TEXT, "the site that carries it"),
        Column("known", Kind.DAY, "day of publication, else of adding"),
        Column("value", Kind.TEXT, "the entry's own mode, value or form"),
        Column("status", Kind.TEXT, "the entry's own status"),
        Column("confidence", Kind.NUMBER, "how sure the coder is of this entry"),
    ),
)


def facts(claims: Iterable[Claim]) -> Table:
    """One row a fact, quoting the entry that stands for it; `citations` has all that are cited."""
    return FACTS.table(_fact(claim) for claim in claims)


def citations(claims: Iterable[Claim]) -> Table:
    """One row for each citation that the claims hold."""
    return CITATIONS.table(
        (claim.id, c.entry, *cited(c), c.title, c.carrier, c.known, c.value, c.status, c.confidence)
        for claim in claims
        for c in claim.citations
    )


def parties(actors: Sequence[Named], recipients: Sequence[Named]) -> tuple[Value, ...]:
    """The cells of PARTIES."""
    return (*_named(actors), *_named(recipients))


def cited(citation: Citation | None) -> tuple[Value, ...]:
    """The cells of CITED."""
    if citation is None:
        return (None,) * len(CITED)
    c = citation
    return (c.report, c.published, c.publisher, c.agency, c.according_to, c.quote, c.url)


def own(claim: Claim) -> Citation | None:
    """The citation of the entry that stands for the claim, else the first."""
    return next((c for c in claim.citations if c.entry == claim.id), next(iter(claim.citations), None))


def _named(actors: Sequence[Named]) -> tuple[str, str]:
    return "; ".join(actor.name for actor in actors), "; ".join(actor.id for actor in actors)


def _fact(c: Claim) -> tuple[Value, ...]:
    return (
        *(c.id, c.day, c.start, c.end, c.precise, c.family, c.label, c.value, c.status),
        *parties(c.actors, c.recipients),
        *(c.words, c.place, c.quad, c.goldstein, c.confidence, c.judged, c.entries, c.reports, c.origins),
        *cited(own(c)),
    )
