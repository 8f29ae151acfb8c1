"""A brief of two actors on a day -> a page: where things stand, what is open and due, what was done and said."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from dragoman.query.brief import Brief, Standing
from dragoman.query.planned import Planned
from dragoman.query.who import Meant
from dragoman.views.ledger_claims import claim, fact
from dragoman.views.ledger_info import some
from dragoman.views.ledger_page import Item, Page, Section
from dragoman.views.ledger_short import with_names
from dragoman.views.ledger_words import matter
from dragoman.views.words import one_line

Answer = TypeVar("Answer")

# topic -> its heading
TOPICS: Final = {
    "recognition": "Recognition",
    "relations": "Relations",
    "mission": "Embassies and envoys",
    "agreement": "Agreements",
    "sanction": "Sanctions",
    "control": "Who holds what",
    "hostilities": "Fighting",
    "advisory": "Advice to citizens",
    "concern": "Concerns",
}
LONG: Final = 24  # characters of a name that would fill half of a narrow line, each time
OTHERS: Final = 3  # other meanings of a name that are told


def page(found: Brief) -> Page:
    """The page of a brief."""
    known = f", as known on {found.known_by}" if found.known_by else ""
    coded = ", as coded" if found.as_coded else ""
    return Page(
        f"{shown(found.one)} and {shown(found.other)} on {found.on}{known}{coded}",
        (taken(found.one), taken(found.other)),
        tuple(_sections(shorter(found, (found.one, found.other)))),
    )


def shown(meant: Meant) -> str:
    """The name under which an actor is shown who was asked for: a long one as the asker wrote it ("MNLA")."""
    return one_line(meant.asked if len(meant.asked) < len(meant.name) > LONG else meant.name)


def shorter(found: Answer, asked: Iterable[Meant | None]) -> Answer:
    """The answer with the actors that were asked for under the names that `shown` gives them."""
    return with_names(found, {meant.id: shown(meant) for meant in asked if meant})


def taken(meant: Meant) -> str:
    """Whom a name was taken for, as in: “Beijing” is China (CHN): ... It may also mean ..."""
    others = ", ".join(f"{one_line(other.name)} ({one_line(other.id)})" for other in meant.others[:OTHERS])
    also = f". It may also mean {others}: ask for one by its id" if others else ""
    named = f"{meant.name} ({meant.id})"
    why = meant.why if meant.name in meant.why else f"{named}: {meant.why}"
    return one_line(f"“{meant.asked}” is taken for {why}{also}.")


def _sections(found: Brief) -> Iterator[Section]:
    for standing in found.standing:
        yield _standing(standing)
    if not found.standing:
        yield Section("Where things stand", (), "Nothing is known of how the two stand.")
    if found.pledges:
        older = _more(found.pledges, found.open_pledges)
        more = ". ".join(part for part in (older, "Kept and broken ones: dragoman pledges.") if part)
        yield Section("Open promises", tuple(map(matter, found.pledges)), more=more)
    if found.demands:
        yield Section("Open demands", tuple(map(matter, found.demands)), more=_more(found.demands, found.open_demands))
    if found.planned:
        yield Section("What is due", tuple(map(_planned, found.planned)))
    older = "Older ones: dragoman timeline." if found.more_events else ""
    nothing = "No report tells of anything between the two."
    yield Section("What happened last", tuple(map(claim, found.events)), nothing, older)
    older = "Older ones: dragoman quotes." if found.more_statements else ""
    if found.statements:
        yield Section("Who said what", tuple(map(claim, found.statements)), more=older)


def _standing(found: Standing) -> Section:
    title = TOPICS.get(found.topic, found.topic.capitalize())
    return Section(title, tuple(map(matter, found.matters)), more=_more(found.matters, found.count))


def _more(shown: tuple[object, ...], count: int) -> str:
    left = count - len(shown)
    return f"... and {some(left, 'older one')}" if left > 0 else ""


def _planned(found: Planned) -> Item:
    """As in "2005-12-12  Uzbekistan and Tajikistan planned to meet: no report since"."""
    item = claim(found.claim)
    late = "no report since" if found.outcome != "due" else ""
    return Item(
        fact(found.claim),
        item.cited,
        mark=found.due or "no day",
        state=late,
        counts=item.counts,
        notes=item.notes,
        tone="open",
    )
