"""A standing to where it comes from: the event or wording that says it, its parties, its day, how sure it is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dragoman.events.explained import Detail
from dragoman.events.explaining_rules import condition_told, listed
from dragoman.explaining_said import day_detail, named, offsets, one_line, read_at
from dragoman.records import Entry, Report, Standing, words_of
from dragoman.standings import Licence
from dragoman.standings.lexicon import Wording, all_wordings

DATA: Final = "dragoman/standings/data"
RULES: Final = {
    "must": "a clause that says what a power must or should do",
    "must-advice": "a clause that says what the people of a state must or should do",
    "condition": "a condition on another standing, which the other side is to meet",
    "attacks": "several attacks told between the same two",
    "unless": "a threat or refusal that stands unless or until the other side does something",
    "has-to": "a clause that says what a power has to do",
    "has-until": "a time that somebody is given to do something",
    "time-for": "a clause that says that it is time for a power to do something",
    "bargain": "a deed that waits for the other side's, which makes it a conditional promise",
    "exchange": "what is given for a promise told beside it",
    "fate": "words that tell what came of a promise (or demand)",
    "demand-noun": "a demand, call or request told as a noun; what stands behind a + came of it",
    "given-up": "a demand that is no longer made",
    "reply": "an answer to a demand told before it",
    "concern-word": "a word of fear, worry or objection with who has it and about whom",
    "heads": "a word that no rule knows: the standing heads read topic, value and parties there",
}
# What words of the evidence do for a standing: Licence.how of a party, else Licence.what.
LICENSED: Final = {
    "anchor": "says it",
    "value": "throws the light that it is read in",
    "name": "names the {what}",
    "words": "names the {what}",
    "demonym": "names the {what}",
    "agent": "acts for the {what}",
    "title": "is a title of the {what}",
    "metonym": "stands for the {what}",
    "description": "describes the {what}",
    "pronoun": "stands for the {what}",
    "country": "belongs to the {what}",
    "place": "is a place of the {what}",
}


def standing_details(
    report: Report, standing: Standing, entries: Mapping[str, Entry], licences: Iterable[Licence] = ()
) -> Iterator[Detail]:
    """What was read of a standing and from which words; `entries` are those of the reading by label.

    `licences` are the words that support it, as `standings.find` gives them.
    """
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
    for key, value in standing.attributes.items():
        if key != "inferred_party":
            told = ", ".join(value) if isinstance(value, tuple) else str(value)
            yield Detail(key.replace("_", " "), told, "an attribute, from the words around")
    by = "by the standing heads" if standing.made_by.startswith("heads:") else "by the light in which the words stand"
    yield Detail("status", str(standing.status), by + ": said, weighed, promised ...")
    yield day_detail(report, standing.when)
    if standing.according_to is not None:
        yield Detail("according to", standing.according_to.name, "the words stand in a statement of this speaker")
    yield Detail("evidence", offsets(standing.evidence), one_line(words_of(report.text, standing.evidence)))
    yield from (supported_by(report, licence) for licence in licences)
    yield Detail("confidence", f"{standing.confidence:.2f}", "how often such standings are right" + _lowered(standing))


def supported_by(report: Report, licence: Licence) -> Detail:
    """As in "supported by 120:122 | “it” stands for the holder"."""
    words = f"“{one_line(report.text[slice(*licence.span)])}” {LICENSED.get(licence.how or licence.what, '')}"
    words = words.format(what=licence.what) + (", outside the words that say it" if licence.apart else "")
    return Detail("supported by", offsets((licence.span,)), words)


def _lowered(standing: Standing) -> str:
    return ", lowered since a party is inferred" if standing.attributes.get("inferred_party") else ""


def _found_by(standing: Standing, entries: Mapping[str, Entry]) -> Iterator[Detail]:
    kind, _, rule = standing.made_by.partition(":")
    row = next((row for row in all_wordings() if kind == "wording" and row.rule.id == rule), None)
    if kind == "event":
        yield Detail("found by", standing.made_by, f"row {rule} of {DATA}/{standing.topic}/events.tsv")
    elif row is None:
        yield Detail("found by", standing.made_by, RULES.get(kind.partition("+")[0], "a rule of the standings room"))
    else:
        yield Detail("found by", standing.made_by, f"row {rule} of {DATA}/{standing.topic}/wordings.tsv")
        yield from _wording(row)
    keys = [key for key, entry in entries.items() if entry.id in standing.sources]
    if keys or kind == "event":
        why = f"`dragoman explain {keys[0]}` tells why that event is there" if keys else "an event that is told once"
        yield Detail("event", ", ".join(keys) or "joined with another", why)


def _wording(row: Wording) -> Iterator[Detail]:
    conditions = [condition_told(condition) for condition in (*row.rule.conditions, *row.near)]
    asks = "; ".join(conditions) if conditions else "nothing of the words around"
    yield Detail("words", listed(list(row.rule.lemmas), "or"), f"asks: {asks}")
    yield Detail("example", row.rule.yes, f"but not: {row.rule.no}" if row.rule.no else "")
