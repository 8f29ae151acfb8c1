"""One fact of the ledger (a Claim) -> an item of a page: who did or said what, on which day, who tells it."""

from typing import Final

from dragoman.query.asked import Named
from dragoman.query.claims import Claim
from dragoman.views.ledger_info import some
from dragoman.views.ledger_page import Item, Note
from dragoman.views.ledger_verbs import did
from dragoman.views.ledger_words import CONTENTS, STATES, named, told
from dragoman.views.words import one_line, shortened

QUOTE: Final = 110  # characters of a quotation below its event
WORDS: Final = 300  # of what somebody said
# class of a statement -> the verb of its line, and the word before the addressee
SAID: Final = {
    "say": ("said", "to"),
    "accuse": ("accused", ""),
    "ask": ("asked", ""),
    "demand": ("demanded", "of"),
    "deny": ("denied", "to"),
    "fear": ("feared", "to"),
    "hope": ("hoped", "to"),
    "promise": ("promised", ""),
    "regret": ("regretted", "to"),
    "threaten": ("threatened", ""),
    "want": ("wanted", "of"),
}
CLOSING: Final = " ,;:"  # printed before a closing mark that is left out


def claim(one: Claim, *, standings: tuple[Claim, ...] = (), why: bool = False) -> Item:
    """The item of a fact; `standings` were read from the same words, `why` adds why its tellings are one."""
    notes = [Note(reason) for reason in _reasons(one)] if why else []
    so = [Note(f"so: {standing(s)}") for s in standings]
    quote = [] if one.family == "statement" or not one.citations else [Note(f"“{shortened(_quote(one), QUOTE)}”")]
    return Item(
        fact(one),
        one.citations,
        mark=day(one),
        counts=f"{some(one.reports, 'report')}, {some(one.origins, 'origin')}" if one.reports > 1 else "",
        notes=(*quote, *so, *notes),
    )


def fact(one: Claim) -> str:
    """The fact in words, without its day."""
    words = said(one) if one.family == "statement" else event(one) if one.family == "event" else standing(one)
    return words + _extra(one)


def day(one: Claim) -> str:
    """The day, with ~ before one that was not named."""
    return one.day if one.precise else f"~{one.day}"


def event(one: Claim) -> str:
    """As in "Mali met MNLA"."""
    verb, before = did(one.label, one.value, one.status)
    whom = " ".join(part for part in (before, names(one.recipients)) if part) if one.recipients else ""
    words = " ".join(part for part in (names(one.actors) or "somebody", verb, whom) if part)
    return (
        words + (" (goes on)" if one.status == "ongoing" else "") + (f", in {one_line(one.place)}" if one.place else "")
    )


def standing(one: Claim) -> str:
    """As in "mission of Mauritania in Bamako, Mali: closed"."""
    state = STATES.get(f"{one.label} {one.value}", one.value or "")
    status = "" if one.status in (None, "happened", "ongoing") else f" ({one.status})"
    place = "" if one.place is None or one.place.startswith("place:") else one.place
    words = told(one.words, one.citations, one.id) if one.label in CONTENTS else ""
    what = named(one.label, names(one.actors), names(one.recipients), words=words, place=place)
    topic = "" if one.label in what else f"{one.label}, "
    return f"{topic}{what}: {state}{status}"


def said(one: Claim) -> str:
    """As in "Hua Chunying said: “...”"; words that a report tells in its own way stand without marks."""
    verb, before = SAID.get(one.label, (one.label, "to"))
    to = " ".join(part for part in (before, names(one.recipients)) if part) if one.recipients else ""
    words = shortened(one.words, WORDS).rstrip(CLOSING)
    head = " ".join(part for part in (names(one.actors) or "somebody", verb, to) if part)
    return f"{head}: “{words}”" if one.value == "direct" else f"{head}: {words}"


def names(actors: tuple[Named, ...]) -> str:
    """As in "Mali, Mauritania and Algeria"; who acts for another one of them stands before it: "Keita (Mali)"."""
    sides = {actor.id: one_line(actor.name) for actor in actors}
    acted_for = {actor.side for actor in actors if actor.side != actor.id}
    found = []
    for actor in actors:
        side = sides.get(actor.side) if actor.side != actor.id else None
        if actor.id not in acted_for:
            found.append(one_line(actor.name) + (f" ({side})" if side else ""))
    return " and ".join(filter(None, (", ".join(found[:-1]), found[-1]))) if found else ""


def _extra(one: Claim) -> str:
    """Whom the reports have it from, where none tells it in its own words; what a person said of it."""
    people = list(dict.fromkeys(c.according_to for c in one.citations))
    source = f" (says {one_line(people[0])})" if one.family != "statement" and len(people) == 1 and people[0] else ""
    return source + (f" [{one.judged}]" if one.judged else "")


def _quote(one: Claim) -> str:
    return next((c.quote for c in one.citations if c.entry == one.id), one.citations[0].quote)


def _reasons(one: Claim) -> list[str]:
    return [f"one fact: {r.one} and {r.other}, {one_line(r.reason)} ({r.score:.2f})" for r in one.reasons]
