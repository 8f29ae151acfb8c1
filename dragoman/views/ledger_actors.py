"""Actors of a ledger -> a page: names, kind, whom each acts for, how often it is told of, its roles and who says so."""

from collections.abc import Iterator
from typing import Final

from dragoman.query.actors import Actors, Known
from dragoman.query.actors_roles import REGISTRY, Role
from dragoman.views.ledger_info import heading, some
from dragoman.views.ledger_page import Item, Note, Page, Section
from dragoman.views.words import one_line, shortened

NAMES: Final = 6  # other names that are shown
ROLES: Final = 8  # roles that are shown


def page(found: Actors) -> Page:
    """The actors, those that are told of most first."""
    title = f"Actors of the ledger: {one_line(found.asked)}" if found.asked else "Actors of the ledger"
    section = Section(
        heading(len(found.found), "actor"),
        tuple(map(_item, found.found)),
        "The ledger knows none.",
        "... and more: --limit N shows as many." if found.more else "",
    )
    return Page(title, (), (section,))


def _item(one: Known) -> Item:
    facts = ", ".join(filter(None, (one.kind, one.country, "/".join(one.sectors), f"id {one.id}")))
    days = f", {one.first} to {one.last}" if one.first else ""
    return Item(
        one_line(f"{one.name} ({facts})"), state=f"{some(one.entries, 'entry')}{days}", notes=tuple(_notes(one))
    )


def _notes(one: Known) -> Iterator[Note]:
    sides = [side for side in one.sides if side != one.id]
    if sides:
        yield Note(one_line(f"acts for {', '.join(sides)}"))
    if one.names:
        more = " ..." if len(one.names) > NAMES else ""
        yield Note(one_line(f"also {', '.join(one.names[:NAMES])}{more}"))
    for role in one.roles[:ROLES]:
        yield Note(_role(role))
    if len(one.roles) > ROLES:
        yield Note(f"... and {some(len(one.roles) - ROLES, 'role')} more")


def _role(role: Role) -> str:
    """As in "foreign minister of Mali, told 2012-02-13 to 2012-04-03 (4 reports, first sahel-06: “...”)"."""
    title = " of ".join(filter(None, (role.title or role.sector, role.of or role.country)))
    title = f"former {title}" if role.former else title
    if role.source == REGISTRY:
        return one_line(", ".join(filter(None, (title, _held(role)))) + " (registry)")
    days = str(role.start) if role.start == role.end else f"{role.start} to {role.end}"
    quote = f": “{shortened(role.quote, 80)}”" if role.quote else ""
    first = "in" if role.reports == 1 else f"{some(role.reports, 'report')}, first"
    return one_line(f"{title}, told {days} ({first} {role.source}{quote})")


def _held(role: Role) -> str:
    if role.start and role.end:
        return f"{role.start} to {role.end}"
    return f"since {role.start}" if role.start else f"until {role.end}" if role.end else ""
