"""A standing to where it comes from: the event or wording that says it, its parties, its day, how sure it is."""

from collections.abc import Iterator, Mapping
from typing import Final

from dragoman.events.explained import Detail
from dragoman.events.explaining_rules import condition_told, listed
from dragoman.explaining_said import day_detail, named, offsets, one_line, read_at
from dragoman.records import Entry, Report, Standing, words_of
from dragoman.standings.lexicon import Wording, all_wordings

RULES: Final = {
    "must": "a clause that says what a power must or should do",
    "must-advice": "a clause that says what the people of a state must or should do",
    "condition": "a condition on another standing, which the other side is to meet",
    "attacks": "several attacks told between the same two",
}


def standing_details(report: Report, standing: Standing, entries: Mapping[str, Entry]) -> Iterator[Detail]:
    """What was read of a standing and from which words; `entries` are those of the reading by label."""
    yield from _found_by(standing, entries)
    yield Detail("holder", named(standing.holder), read_at(report, standing.holder))
    if standing.subject is not None:
        inferred = "; a party of it is inferred from the text around"
        why = read_at(report, standing.subject) + (inferred if standing.attributes.get("inferred_party") else "")
        yield Detail("subject", named(standing.subject), why)
    if standing.content:
        yield Detail("content", offsets(standing.content), one_line(words_of(report.text, standing.content)))
    if standing.conditions:
        yield Detail("on condition", offsets(standing.conditions), one_line(words_of(report.text, standing.conditions)))
    if standing.in_return_for:
        other = next((key for key, e in entries.items() if e.id == standing.in_return_for), standing.in_return_for)
        yield Detail("in return for", other, "the text gives one for the other")
    yield Detail("status", str(standing.status), "by the light in which the words stand: said, weighed, promised ...")
    yield day_detail(report, standing.when)
    if standing.according_to is not None:
        yield Detail("according to", standing.according_to.name, "the words stand in a statement of this speaker")
    yield Detail("evidence", offsets(standing.evidence), one_line(words_of(report.text, standing.evidence)))
    yield Detail("confidence", f"{standing.confidence:.2f}", "that of the row or event" + _lowered(standing))


def _lowered(standing: Standing) -> str:
    return ", lowered since a party is inferred" if standing.attributes.get("inferred_party") else ""


def _found_by(standing: Standing, entries: Mapping[str, Entry]) -> Iterator[Detail]:
    kind, _, rule = standing.made_by.partition(":")
    keys = [key for key, entry in entries.items() if entry.id in standing.sources]
    if kind == "event":
        yield Detail("found by", standing.made_by, f"row {rule} of dragoman/standings/data/{standing.topic}/events.tsv")
        why = f"`dragoman explain {keys[0]}` tells why that event is there" if keys else "an event that is told once"
        yield Detail("event", ", ".join(keys) or "joined with another", why)
        return
    row = next((row for row in all_wordings() if kind == "wording" and row.rule.id == rule), None)
    if row is None:
        yield Detail("found by", standing.made_by, RULES.get(kind, "a rule of the standings room"))
        return
    yield Detail("found by", standing.made_by, f"row {rule} of dragoman/standings/data/{standing.topic}/wordings.tsv")
    yield from _wording(row)


def _wording(row: Wording) -> Iterator[Detail]:
    conditions = [condition_told(condition) for condition in (*row.rule.conditions, *row.near)]
    asks = "; ".join(conditions) if conditions else "nothing of the words around"
    yield Detail("words", listed(list(row.rule.lemmas), "or"), f"asks: {asks}")
    yield Detail("example", row.rule.yes, f"but not: {row.rule.no}" if row.rule.no else "")
