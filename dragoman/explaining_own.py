"""An event of a user's own codebook to where it comes from: its rule or nearest example, trigger, parties, day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.events.explained import Detail
from dragoman.explaining_said import day_detail, named, offsets, one_line, read_at
from dragoman.records import Event, Report, words_of

if TYPE_CHECKING:
    from dragoman.events.custom import OwnCodebook


def own_details(report: Report, event: Event, book: "OwnCodebook") -> Iterator[Detail]:
    """What was read of an event of `book` and from which words."""
    yield Detail("type", event.type, one_line(book.types[event.type].definition))
    yield _found_by(event, book)
    yield Detail("trigger", f"“{report.text[slice(*event.trigger)]}”", f"characters {event.trigger[0]} on")
    for side, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for actor in actors:
            yield Detail(side, named(actor), read_at(report, actor))
    yield Detail("status", str(event.status), "by the words that the trigger hangs on, and its own")
    if event.cameo:
        yield Detail("CAMEO", event.cameo, "the codebook's")
    yield day_detail(report, event.when)
    yield Detail("evidence", offsets(event.evidence), one_line(words_of(report.text, event.evidence)))
    yield Detail("confidence", f"{event.confidence:.2f}", "that of rules, or how often nearest examples are right")


def _found_by(event: Event, book: "OwnCodebook") -> Detail:
    """The rule with its line in the codebook, or the example sentence that is nearest in meaning."""
    rule = event.made_by.partition("/rule:")[2]
    found = next((one for one in book.types[event.type].rules if one.id == rule), None)
    if found is not None:
        words = ", ".join(" ".join((lemma, *others)) for _, lemma, others in found.words)
        return Detail("found by", event.made_by, f"the rule of {book.file}, line {found.line}, on the words {words}")
    example, near = event.attributes.get("example"), event.attributes.get("similarity")
    return Detail("found by", event.made_by, f"no rule; nearest in meaning to “{example}” (similarity {near})")
