"""All that the ledger holds of one entry -> a page: the fact it tells, its codings, what people said of it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dragoman.query.entry import Coded, Entry, Judged
from dragoman.views.ledger_claims import claim
from dragoman.views.ledger_info import some
from dragoman.views.ledger_page import Item, Note, Page, Section
from dragoman.views.words import one_line, shortened

# keys of schema 1 that are told of a coding, in this order
TOLD: Final = (
    "type", "mode", "cameo", "topic", "value", "form", "status", "actors", "recipients", "holder", "subject", "speaker",
    "addressee", "according_to", "when", "until", "date", "where", "made_by",
)  # fmt: skip


def page(found: Entry) -> Page:
    """The page of an entry."""
    return Page(f"{found.family.capitalize()} {found.id}", (f"“{shortened(found.text)}”",), tuple(_sections(found)))


def _sections(found: Entry) -> Iterator[Section]:
    if found.claim is not None:
        title = f"The fact that it tells, with {some(found.claim.entries, 'entry')}"
        yield Section(title, (claim(found.claim, why=True),))
    else:
        gone = "It is in no answer: it was rejected, its report was taken back or changed, or not known yet."
        yield Section("The fact that it tells", (), gone)
    yield Section("How it was read", tuple(map(_coded, found.codings)))
    related = [Item(f"read from {id}") for id in found.read_from]
    related += [Item(f"in return for {found.in_return_for}")] if found.in_return_for else []
    if related:
        yield Section("Entries that belong to it", tuple(related))
    yield Section("What people said of it", tuple(map(_judged, found.judgements)), "Nothing yet: dragoman judge.")


def _coded(one: Coded) -> Item:
    """A coding: by which coder, what it holds, whether it counts now."""
    state = "in force" if one.live else "rejected" if one.refused else "no longer in force"
    by = "as a person edited it" if one.layer == "judged" else one.coder
    told = [f"{key}: {words}" for key in TOLD if (words := _words(one.body.get(key)))]
    told.append(f"confidence: {one.confidence:.2f}")
    counts = f" until {one.ends}" if one.ends else ""
    notes = (Note(one_line("; ".join(told))), Note(f"known {one.known}{counts}, version {one.version}"))
    return Item(one_line(by), state=state, notes=notes, tone="good" if one.live else "")


def _words(value: Any) -> str:
    """A value of a coding in words: an actor by its name and id, a time by its days."""
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if not isinstance(value, Mapping):
        return "" if value is None else str(value)
    if "start" in value:
        start, end = value["start"] or "", value["end"] or ""
        return start if start == end else f"{start}..{end}"
    return f"{value['name']} ({value['id']})" if "id" in value else str(value.get("name", ""))


def _judged(one: Judged) -> Item:
    """A judgement: what was said, by whom and when, whether it was undone."""
    change = " ".join(f"{field}={_words(value) or 'none'}" for field, value in one.change.items())
    note = f"“{one.note}”" if one.note else ""
    words = one_line(" ".join(part for part in (one.verb, change, f"by {one.author}", note) if part))
    return Item(words, mark=one.made[:10], state="" if one.in_force else "undone", notes=(Note(f"judgement {one.id}"),))
