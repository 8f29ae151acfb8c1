"""Where a matter stands (a Matter of the ledger) -> an item of a page, in plain words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.query.asked import Named
from dragoman.query.citing import Citation
from dragoman.query.matters import Matter, Told, Voice
from dragoman.views.ledger_info import some
from dragoman.views.ledger_page import Item, Note
from dragoman.views.words import one_line, shortened

CONTENT: Final = 160  # characters of a promise's words
FEW: Final = 4  # words; fewer are no content that can be understood alone
# topic and value -> the state in words, where the value alone would not say it
STATES: Final = {
    "recognition conditional": "only on a condition",
    "mission opened": "open",
    "pledge made": "promised",
    "pledge conditional": "promised on a condition",
    "pledge withdrawn": "taken back",
    "demand made": "asked",
    "demand withdrawn": "no longer asked",
    "advisory issued": "in force",
    "advisory ongoing": "under way",
}
# the same for what happened on a day of its history
CAME: Final = {"pledge made": "promised", "pledge conditional": "promised on a condition", "demand made": "asked"}
GOOD: Final = frozenset(
    "granted established maintained improving upgraded restored opened operating kept met agreed signed ratified"
    " eased lifted ceasefire ended completed".split()
) | {"in force"}
BAD: Final = frozenset(
    "refused withdrawn downgraded strained suspended severed reduced evacuated closed attacked recalled expelled broken"
    " breached terminated imposed extended seized lost declared ongoing escalating".split()
)
WAITING: Final = frozenset("withheld offered made conditional proposed threatened contested issued stated".split()) | {
    "under review",
    "under negotiation",
}
BEGUN: Final = frozenset(("promised", "asked", "offered", "made", "signed", "agreed", "kept", "broken", "met"))
"""States that came about on a day, and are told with "on" rather than "since"."""
SOURCES: Final = 2  # people who say so that are named on a line


def matter(one: Matter, *, topic: bool = False) -> Item:
    """An item for where a matter stands; `topic` puts the topic's name before it, where no heading says it."""
    words = subject_of(one)
    if topic:
        words = f"{one.topic}: {words}"
    if one.disputed:
        notes = tuple(Note(f"- {_voice(one, voice)}", voice.citations) for voice in one.voices)
        return Item(words, state="disputed", counts=_counts_of(one.voices), notes=notes, tone="disputed")
    state = " ".join(part for part in (_state(one), _when(one), _says(one.citations)) if part)
    notes = tuple(_notes(one))
    return Item(words, one.citations, state=state, counts=counts(one), notes=notes, tone=_tone(one.value))


def note(item: Item, *notes: Note) -> Item:
    """The item with more notes below it."""
    return replace(item, notes=(*item.notes, *notes))


def subject_of(one: Matter) -> str:
    """What the matter is, without its state: "embassy of China in Kabul", "Mali to Mauritania, “pay ...”"."""
    words = told(one.words, one.citations, one.id) if one.topic in CONTENTS else ""
    return named(one.topic, _name(one.holder), _name(one.subject), words=words, kind=one.kind, place=one.place)


def told(words: str, cited: Sequence[Citation], id: str) -> str:
    """The words of a content; where they say too little ("its promise"), those that the entry was read from."""
    if len(words.split()) >= FEW:
        return words
    return next((c.quote for c in cited if c.entry == id), cited[0].quote if cited else words)


CONTENTS: Final = frozenset(("pledge", "demand", "agreement", "sanction", "advisory", "concern"))


def named(topic: str, holder: str, subject: str, *, words: str = "", kind: str = "", place: str = "") -> str:
    """A standing in words, without its value; holder and subject are names, "" for nobody."""
    content = f"“{shortened(words, CONTENT)}”" if words else ""
    kind, place = one_line(kind), one_line(place)
    if topic == "mission":
        where = ", ".join(part for part in (place, subject) if part)
        return " ".join(filter(None, (kind or "mission", holder and f"of {holder}", where and f"in {where}")))
    if topic == "recognition":
        return f"recognition of {subject or 'others'} by {holder}"
    if topic == "control":
        return subject or place
    if topic == "advisory":
        return _joined(f"{holder} to its citizens" + (f" in {subject}" if subject else ""), content)
    if topic in MUTUAL:
        return _joined(" and ".join(filter(None, (holder, subject))), kind or content)
    return _joined(f"{holder} {BETWEEN.get(topic, 'and')} {subject}" if subject else holder, content)


BETWEEN: Final = {"pledge": "to", "demand": "of", "sanction": "against", "concern": "about"}
MUTUAL: Final = frozenset(("agreement", "hostilities", "relations"))


def _joined(parties: str, words: str) -> str:
    return f"{parties}, {words}" if parties and words else parties or words


def _name(actor: Named | None) -> str:
    return one_line(actor.name) if actor else ""


def _state(one: Matter) -> str:
    """The state in words: "closed", "held by the MNLA"."""
    if one.value is None:
        return "not known"
    words = STATES.get(f"{one.topic} {one.value}", one.value)
    by = " and ".join(map(_name, one.holders))
    return f"{words} by {by}" if one.topic == "control" and by else words


def _when(one: Matter) -> str:
    """As in "since 2012-02-17", "as of 2012-02-17" (it held by then), "until 2012-04-01"."""
    parts = []
    if one.since:
        came = (_state(one) if one.value else "") in BEGUN
        parts.append(f"{('on' if came else 'since') if one.certain else 'as of'} {one.since}")
    if one.until:
        parts.append(f"until {one.until}")
    if one.no_report_since:
        parts.append(f"due {one.no_report_since}, no report since")
    return ", ".join(parts)


def _says(cited: Sequence[Citation]) -> str:
    """As in "(says Hua Chunying)", where no report says it in its own words."""
    names = list(dict.fromkeys(c.according_to for c in cited))
    if not names or None in names:
        return ""
    return f"(says {_people(name for name in names if name)})"


def _people(names: Iterable[str]) -> str:
    found = [one_line(name) for name in names]
    return " and ".join(found) if len(found) <= SOURCES else f"{', '.join(found[:SOURCES])} and others"


def _voice(one: Matter, voice: Voice) -> str:
    """One side of a dispute: "closed, says Mauritania"."""
    words = STATES.get(f"{one.topic} {voice.value}", voice.value)
    if voice.holder:
        words = f"{words} by {_name(voice.holder)}"
    names = [actor.name for actor in voice.according if actor]
    said = _people(names) if names else "a report" if voice.reports == 1 else "reports"
    also = ", and reports of their own" if names and None in voice.according else ""
    verb = "say" if len(names) > 1 or (not names and voice.reports != 1) else "says"
    return f"{'not ' if voice.denied else ''}{words}, {verb} {said}{also} ({_number(voice)})"


def _notes(one: Matter) -> Iterator[Note]:
    """Its history and what is beside it; a history of one line says what the state says."""
    for told in one.history if len(one.history) > 1 else ():
        yield Note(f"{told.day} {_past(one, told)}", told.citations)
    for told in one.beside:
        yield Note(beside(one, told), told.citations)


def _past(one: Matter, told: Told) -> str:
    words = CAME.get(f"{one.topic} {told.value}", told.value)
    by = f" by {_name(told.holder)}" if told.holder else ""
    return f"{words}{by}" + _said_by(told)


def beside(one: Matter, told: Told) -> str:
    """What does not change the state: "planned for 2012-04-02: opened", "denied: closed, says Mali"."""
    words = CAME.get(f"{one.topic} {told.value}", told.value)
    time = f" for {told.day}" if told.status == "planned" else f" {told.day}"
    late = f"; due {told.no_report_since}, no report since" if told.no_report_since else ""
    return f"{told.status}{time}: {words}{_said_by(told)}{late}"


def _said_by(told: Told) -> str:
    said = _says(told.citations)
    return f" {said}" if said else ""


def counts(one: Matter | Told | Voice) -> str:
    """As in "3 reports, 2 origins"; "" for a single report, which its citation shows."""
    return _number(one) if one.reports > 1 else ""


def _number(one: Matter | Told | Voice) -> str:
    if one.reports < 2:
        return some(one.reports, "report")
    return f"{some(one.reports, 'report')}, {some(one.origins, 'origin')}"


def _counts_of(voices: Sequence[Voice]) -> str:
    return f"{len(voices)} sides"


def _tone(value: str | None) -> str:
    if value in GOOD:
        return "good"
    return "bad" if value in BAD else "open" if value in WAITING else ""
