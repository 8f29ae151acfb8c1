"""Answers that are lists (timeline, quotes, pledges, missions, recognition) -> pages."""

from collections.abc import Iterable
from typing import Final

from dragoman.query.matters import Matter
from dragoman.query.missions import Missions
from dragoman.query.pledges import Pledges, Promise
from dragoman.query.quotes import Quotes
from dragoman.query.recognition import Recognition
from dragoman.query.timeline import Moment, Timeline
from dragoman.query.who import Meant
from dragoman.views.ledger_brief import shorter, shown, taken
from dragoman.views.ledger_claims import claim
from dragoman.views.ledger_info import heading
from dragoman.views.ledger_page import Item, Note, Page, Section
from dragoman.views.ledger_words import matter, note
from dragoman.views.words import shortened

MORE: Final = "... and more: --limit N shows as many, --until DATE older ones."


def timeline(found: Timeline) -> Page:
    """The facts, a line each."""
    title = f"{_names(found.asked)}: what happened{_days(found.since, found.until)}"
    section = Section(
        heading(len(found.moments), "fact"),
        tuple(map(_moment, shorter(found.moments, found.asked))),
        "No report tells of anything.",
        MORE if found.more else "",
    )
    return Page(title, tuple(map(taken, found.asked)), (section,))


def _moment(one: Moment) -> Item:
    return claim(one.claim, standings=one.standings)


def quotes(found: Quotes) -> Page:
    """The sayings, a line each."""
    who = f"said by {shown(found.speaker)}" if found.speaker else "said"
    about = f" to or about {shown(found.about)}" if found.about else ""
    asked = tuple(meant for meant in (found.speaker, found.about) if meant)
    section = Section(
        heading(len(found.sayings), "saying"),
        tuple(map(claim, shorter(found.sayings, asked))),
        "No report has any.",
        MORE if found.more else "",
    )
    return Page(f"What was {who}{about}{_days(found.since, found.until)}", tuple(map(taken, asked)), (section,))


def pledges(found: Pledges) -> Page:
    """The pledges or demands as they stand, each with its history."""
    noun = "Promises" if found.topic == "pledge" else "Demands"
    which = "" if found.which == "all" else f", {found.which}"
    between = f" of {_names(found.asked)}" if found.asked else ""
    section = Section(
        heading(len(found.promises), found.topic),
        tuple(map(_promise, shorter(found.promises, found.asked))),
        "The ledger knows of none.",
    )
    return Page(f"{noun}{between}{which} on {found.on}", tuple(map(taken, found.asked)), (section,))


def _promise(one: Promise) -> Item:
    item = matter(one.matter)
    terms = [Note(f"on condition: “{shortened(words)}”") for words in one.conditions]
    terms += [Note(f"in return for: {r.holder}, “{shortened(r.words)}”") for r in one.in_return_for]
    return note(item, *terms)


def missions(found: Missions) -> Page:
    """The missions as they stand."""
    asked = tuple(meant for meant in (found.sender, found.host) if meant)
    of = f" of {shown(found.sender)}" if found.sender else ""
    host = f" in {shown(found.host)}" if found.host else ""
    section = Section(
        heading(len(found.missions), "mission"),
        tuple(map(matter, shorter(found.missions, asked))),
        "The ledger knows of none.",
    )
    return Page(f"Embassies, consulates and envoys{of}{host} on {found.on}", tuple(map(taken, asked)), (section,))


STANCES: Final = (
    ("recognises", "Who recognises it"),
    ("withholds", "Who does not"),
    ("undecided", "Who is undecided, or sets a condition"),
)


def recognition(found: Recognition) -> Page:
    """Who recognises, who does not, who is undecided."""
    sections = (_stance(title, shorter(getattr(found, stance), (found.of,))) for stance, title in STANCES)
    return Page(f"Recognition of {shown(found.of)} on {found.on}", (taken(found.of),), tuple(sections))


def _stance(title: str, found: Iterable[Matter]) -> Section:
    return Section(title, tuple(map(matter, found)), "Nobody that the ledger knows of.")


def _names(asked: tuple[Meant, ...]) -> str:
    return " and ".join(map(shown, asked))


def _days(since: str | None, until: str | None) -> str:
    """As in " from 2012-02-01 until 2012-03-31"."""
    return (f" from {since}" if since else "") + (f" until {until}" if until else "")
