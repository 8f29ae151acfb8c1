"""What a ledger is given -> drafts of it, made in any process: reports are read, readings are taken as they are."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from dragoman.cli.add_rows import Given, Kept, reading
from dragoman.cli.pool import entries_of, read_one, told, words_in, worked
from dragoman.ledger import schema
from dragoman.ledger.drafting import Draft, draft, version_row
from dragoman.records import Finding, Reading, Report, Retraction

if TYPE_CHECKING:
    from dragoman.ledger.store import Store


@dataclass(frozen=True, slots=True)
class Handed:
    """What is drafted, with its stamp of adding; `known` says that the ledger has it, so that it is left alone.

    Stamps are given in the order of the input, so that of two versions added at once the later one is the later.
    """

    given: Given
    stamp: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of it: rows to store, a report to take back, or neither and why not.

    `read` says that the report was read for it; `words` and `entries` count those of the reading.
    """

    draft: Draft | None = None
    retraction: Retraction | None = None
    known: bool = False
    read: bool = False
    findings: tuple[Finding, ...] = ()
    words: int = 0
    entries: int = 0


def handed(found: Iterable[Given], store: "Store", *, mark: str, again: bool) -> Iterator[Handed]:
    """Each of `found` stamped; with `again` a report is read although the ledger has a reading of it by this coder.

    `mark` is that of the user's own codebook, "" for none.
    """
    met: set[str] = set()
    for given in found:
        stamp = store.stamp()
        known = False
        if isinstance(given, Report) and not again:
            version = version_row(given, stamp)["version"]
            known = version in met or _known(store, version, mark)
            met.add(version)
        yield Handed(given, stamp, known)


_CODED = (
    select(schema.codings.c.row)
    .join(schema.versions, schema.versions.c.row == schema.codings.c.version)
    .where(schema.versions.c.version == bindparam("version"), schema.codings.c.coder == bindparam("coder"))
    .limit(1)
)


def _known(store: "Store", version: str, mark: str) -> bool:
    """Whether the ledger has a reading of that version by this coder."""
    from dragoman.reading import coder

    with store.reading() as connection:
        return connection.execute(_CODED, {"version": version, "coder": coder(mark)}).first() is not None


def drafted(
    items: Iterable[Handed], *, workers: int, codebook: str | None, min_confidence: float | None
) -> Iterator[Drafted]:
    """The drafts of `items` in their order, made in so many processes. Raises WorkerError when one dies."""
    task = partial(_chunk, codebook, min_confidence)
    return worked(items, workers=workers, task=task, length=_length)


def _length(item: Handed) -> int:
    if item.known:
        return 0
    return len(item.given.text) if isinstance(item.given, Report) else 0


def _chunk(codebook: str | None, min_confidence: float | None, items: list[Handed]) -> list[Drafted]:
    return [_drafted(item, codebook, min_confidence) for item in items]


def _drafted(item: Handed, codebook: str | None, min_confidence: float | None) -> Drafted:
    if item.known:
        return Drafted(known=True)
    given = reading(item.given) if isinstance(item.given, Kept) else item.given
    if isinstance(given, Finding):
        return Drafted(findings=(given,))
    if isinstance(given, Retraction):
        return Drafted(retraction=given)
    making = partial(draft, added=item.stamp)
    if isinstance(given, Reading):
        return _stored(given, making)
    found = read_one(given, making, codebook, min_confidence)
    return Drafted(findings=(found,)) if isinstance(found, Finding) else _whole(*found, read=True)


def _stored(reading: Reading, making: Callable[[Reading], Draft]) -> Drafted:
    try:
        return _whole(reading, making(reading))
    except Exception as error:  # one row must not end the adding of a million others; it is told and counted
        message = f"the reading cannot be added, with {type(error).__name__}: {error}; write it anew with --whole"
        return Drafted(findings=(Finding("failed", message, reading.report.origin or reading.report.id),))


def _whole(reading: Reading, rows: Draft, *, read: bool = False) -> Drafted:
    findings = told(reading) if read else ()
    return Drafted(rows, read=read, findings=findings, words=words_in(reading.report), entries=entries_of(reading))
