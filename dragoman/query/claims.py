"""Lines to Claims: one fact with its parties, the reports that tell it, and from how many independent origins."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.ledger.lines import Line
from dragoman.query.asked import Named, View
from dragoman.query.citing import Citation, T, chosen, cite, representative
from dragoman.query.clusters import Clusters
from dragoman.query.lines import among, by_row
from dragoman.query.members import Member
from dragoman.query.origins import Origins
from dragoman.query.reasons import Reason, reasons

__all__ = ["FIRST", "Citation", "Claim", "Reason", "claims", "newest"]

CITED: Final = 5  # citations of one line where many stand on a page; the counts are of all
FIRST: Final = frozenset(("actor", "holder", "speaker"))
SECOND: Final = frozenset(("recipient", "subject", "addressee"))


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact, as the entry that stands for all its tellings has it (`representative`); `id` is that entry's.

    `label` is an event's type, a standing's topic, a statement's class; `value` its mode, value or form; `words` are
    those of its content or trigger. `actors` are actors, holder or speaker, `recipients` recipients, subject or
    addressee, `about` others of whom a statement tells. `day` is the one it is sorted by, `start` and `end` bound its
    time, `precise` says that the day was named. `entries`, `reports` and `origins` count all tellings and
    `citations` has some or all of them, by publication. `reasons` say why they are one, where that is asked for.
    """

    id: str
    family: str
    label: str
    value: str | None
    status: str | None
    day: str
    start: str | None
    end: str | None
    precise: bool
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...]
    about: tuple[Named, ...]
    words: str
    place: str | None
    quad: str | None
    goldstein: float | None
    confidence: float
    judged: str | None
    entries: int
    reports: int
    origins: int
    citations: tuple[Citation, ...]
    reasons: tuple[Reason, ...] = ()


def claims(view: View, groups: Sequence[Sequence[T]], *, most: int | None = None, why: bool = False) -> list[Claim]:
    """A Claim for each group of lines that tell one fact, in their order.

    `most` bounds the citations of each, `why` asks for the reasons.
    """
    shown: list[list[T]] = [chosen(group, most) for group in groups]
    standing: list[int] = [representative(group).row for group in groups]
    lines = {line.row: line for line in by_row(view, (*standing, *(one.row for some in shown for one in some)))}
    heads = [lines[row] for row in standing]
    cited = cite(view, lines.values())
    origins = Origins(view, ([line.report for line in group] for group in groups))
    parties = _parties(view, [line.row for line in heads])
    return [
        _claim(head, group, parties[head.row], origins)(
            tuple(cited[line.row] for line in some), reasons(view, group) if why else ()
        )
        for head, group, some in zip(heads, groups, shown, strict=True)
    ]


def newest(
    view: View, found: Callable[[int], Sequence[Line]], count: int, *, most: int | None = CITED
) -> tuple[list[Claim], bool]:
    """The `count` facts that are told by the newest lines, and whether there are more.

    `found` gives so many lines, newest first; it is asked for more until they tell enough facts.
    """
    asked = count * 4
    told = Clusters(view)
    while True:
        lines = found(asked)
        groups = told.of(lines)
        if len(groups) > count or len(lines) < asked:
            shown = sorted(groups[:count], key=_newest, reverse=True)
            return claims(view, shown, most=most), len(groups) > count
        asked *= 4


def _newest(group: Sequence[Member]) -> tuple[str, str, str]:
    head = representative(group)
    return head.day, head.known, head.id


def _claim(
    head: Line, group: Sequence[Line | Member], parties: dict[str, tuple[Named, ...]], origins: Origins
) -> Callable[[tuple[Citation, ...], tuple[Reason, ...]], Claim]:
    versions = [line.report for line in group]

    def made(citations: tuple[Citation, ...], why: tuple[Reason, ...]) -> Claim:
        return Claim(
            id=head.id,
            family=head.family,
            label=head.label,
            value=head.value,
            status=head.status,
            day=head.day,
            start=head.start,
            end=head.end,
            precise=head.precise,
            actors=parties["actors"],
            recipients=parties["recipients"],
            about=parties["about"],
            words=head.words,
            place=head.place,
            quad=head.quad,
            goldstein=head.goldstein,
            confidence=head.confidence,
            judged=head.judged,
            entries=len(group),
            reports=origins.reports(versions),
            origins=origins.independent(versions),
            citations=citations,
            reasons=why,
        )

    return made


def _parties(view: View, rows: Iterable[int]) -> dict[int, dict[str, tuple[Named, ...]]]:
    """The parties of entries as they are shown, by entry and by their place in it."""
    stored = list(among(view, _PARTIES, sorted(set(rows))))
    names = view.names(p.actor for p in stored)
    found: defaultdict[int, dict[str, tuple[Named, ...]]] = defaultdict(
        lambda: {"actors": (), "recipients": (), "about": ()}
    )
    for p in stored:
        where = "actors" if p.role in FIRST else "recipients" if p.role in SECOND else "about"
        named = Named(view.one(p.actor), names[p.actor], view.one(p.side))
        if named not in found[p.entry][where]:
            found[p.entry][where] += (named,)
    return found


_p = schema.parties.c
_PARTIES: Final = (
    select(_p.entry, _p.role, _p.actor, _p.side)
    .where(_p.entry.in_(bindparam("among", expanding=True)), _p.role != "according")
    .order_by(_p.entry, _p.place)
)
