"""An explanation -> what a view shows of it: heading, marked sentence, facts in plain English."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dragoman.records import Event, Span, Standing, Statement
from dragoman.views.explained import Fact, Marked, Shown
from dragoman.views.words import head_words, name, names, shortened

if TYPE_CHECKING:
    from dragoman.events.explained import Account, HeadTold, RuleTold
    from dragoman.explaining import Explanation

MANY: Final = 8  # words of a rule, or rules, that are shown


def shown(explanation: "Explanation") -> tuple[Shown, ...]:
    """One for each place that tells of an event; one for a statement or standing."""
    about = " | ".join(head_words(explanation.report))
    if explanation.accounts:
        return tuple(_account(explanation, account, about) for account in explanation.accounts)
    entry = explanation.entry
    facts = tuple(Fact(d.what, tuple(filter(None, (d.value, d.why)))) for d in explanation.details)
    assert entry is not None
    return (Shown(_heading(explanation), about, (), (Fact("id", (entry.id,)), *facts)),)


def _heading(explanation: "Explanation") -> str:
    parts: tuple[str, ...]
    match explanation.entry:
        case Event() as event:
            parties = names(event.actors) + (f" -> {names(event.recipients)}" if event.recipients else "")
            label = f"{event.type} {event.mode or ''}".strip()
            parts = (f"{explanation.key} {label}", str(event.status), parties)
        case Statement() as said:
            words = shortened(explanation.report.text[slice(*said.content[0])], 60) if said.content else ""
            parts = (f"{explanation.key} statement", name(said.speaker, "(nobody named)"), words)
        case Standing() as standing:
            parties = name(standing.holder) + (f" -> {name(standing.subject)}" if standing.subject else "")
            parts = (f"{explanation.key} {standing.topic}: {standing.value}", str(standing.status), parties)
        case None:
            parts = ("no event",)
    return " | ".join(part for part in parts if part)


def _account(explanation: "Explanation", account: "Account", about: str) -> Shown:
    heading = _heading(explanation)
    if explanation.entry is None:
        heading = f"no event at “{account.words}” | {account.outcome}"
    elif account.joined:
        heading += " | told again"
    facts = tuple(Fact(label, tuple(lines)) for label, lines in _facts(account) if lines)
    return Shown(heading, about, _sentence(explanation.report.text, account), facts)


def _sentence(text: str, account: "Account") -> tuple[Marked, ...]:
    """The sentence of the trigger; where marks overlap, the trigger counts, then actors, then recipients."""
    start, end = account.sentence
    marks: list[tuple[Span, str]] = [(account.span, "trigger" if account.rule or account.entry else "word")]
    marks += [(party.span, party.side) for party in account.parties if party.span is not None]
    kept: list[tuple[Span, str]] = []
    for (a, b), mark in marks:
        if start <= a and b <= end and all(b <= c or d <= a for (c, d), _ in kept):
            kept.append(((a, b), mark))
    edges = [(start, start), *sorted(span for span, _ in kept), (end, end)]
    of = dict(kept)
    pieces = []
    for (_, before), (a, b) in pairwise(edges):
        pieces += [Marked(text[before:a]), Marked(text[a:b], of.get((a, b), ""))]
    return tuple(piece for piece in pieces if piece.text)


def _facts(account: "Account") -> Iterator[tuple[str, list[str]]]:
    if account.entry:
        yield "id", [account.entry]
    yield "trigger", [f"“{account.words}”, characters {account.span[0]} to {account.span[1]}"]
    yield "outcome", [f"{account.outcome}: {account.why}"]
    if account.rule is not None:
        yield "rule", list(_rule(account.rule))
    elif account.outcome != "no trigger":
        yield "rule", ["none: no rule of the lexicon fires on these words, the event head found them"]
    if account.outcome == "no trigger":
        rules = account.others
        yield "rules", [f"{rule.id} ({rule.type}) asks: {rule.unmet or 'nothing more'}" for rule in rules[:MANY]]
    if account.head is not None:
        yield "event head", list(_head(account.head))
    elif account.outcome != "no trigger":
        yield "event head", ["did not run on this report: the rules decide alone"]
    yield "weighed", list(_weighed(account))
    yield "parties", [_party_line(account, n) for n in range(len(account.parties))]
    yield "status", list(_status(account))
    for detail in account.details:
        yield detail.what, [f"{detail.value}: {detail.why}"]
    yield "or else", list(_rivals(account))


def _rule(rule: "RuleTold") -> Iterator[str]:
    kind = f"{rule.type} {rule.mode}" if rule.mode else rule.type
    yield f"{rule.id}: {kind}" + (f", CAMEO {rule.cameo}" if rule.cameo else "")
    yield f"{rule.part}s: {', '.join(rule.words[:MANY])}" + (" ..." if len(rule.words) > MANY else "")
    for condition in rule.conditions:
        yield f"asks: {condition}"
    if rule.met:
        yield f"met by: {', '.join(f'“{word}”' for word in rule.met)}"
    yield f"actor: {', else '.join(rule.actor) or 'nobody'}"
    yield f"recipient: {', else '.join(rule.recipient) or 'nobody'}"
    if rule.flags:
        yield f"also: {'; '.join(rule.flags)}"
    yield f"as in: {rule.yes}"
    if rule.no:
        yield f"not in: {rule.no}"


def _head(head: "HeadTold") -> Iterator[str]:
    if head.likely is not None:
        yield f"names an act: {head.likely:.2f}"
    for what, chances in (("type", head.types), ("mode of it", head.modes), ("status", head.statuses)):
        if chances:
            yield f"{what}: " + ", ".join(f"{_last(label)} {chance:.2f}" for label, chance in chances)
    if head.statuses:
        yield f"fact: {head.fact:+.2f} (-1 did not happen, +1 did)"
    for what, words in (("actors", head.actors), ("recipients", head.recipients)):
        if words:
            yield f"{what}: {', '.join(f'“{word}”' for word in words)}"


def _last(label: str) -> str:
    """As in "arrest" for "COERCE arrest", "no mode" for "COERCE -"."""
    last = label.rpartition(" ")[2]
    return "no mode" if last == "-" else last


def _weighed(account: "Account") -> Iterator[str]:
    for weight in account.weights:
        bonus = f", rule {weight.bonus:+.1f} in its logarithm" if weight.bonus else ""
        yield f"{weight.type} {weight.chance:.2f} (head {weight.heads:.2f}{bonus})"


def _party_line(account: "Account", n: int) -> str:
    party = account.parties[n]
    code = " ".join(part for part in (party.country, party.sector) if part)
    words = f" “{party.words}”" if party.words else ""
    return f"{party.side}: {party.name}" + (f" ({code})" if code else "") + f"{words}: {party.how}"


def _status(account: "Account") -> Iterator[str]:
    told = account.status
    if told is None:
        return
    heads = f", by the event head {told.head} (the rules add {told.bonus:+.1f} to theirs)" if told.head else ""
    final = f"{told.status}: " if told.status else ""
    yield f"{final}by the rules {told.rules or 'no event of its own'}{heads}"
    for step in told.steps:
        effect = "no event of its own" if step.effect == "suppress" else step.effect
        words = f"“{step.words}” " if step.words else ""
        yield f"{words}-> {effect}: {step.why}"


def _rivals(account: "Account") -> Iterator[str]:
    for rival in account.rivals:
        chance = f" {rival.chance:.2f}" if rival.chance is not None else ""
        rule = f" (rule {rival.rule})" if rival.rule else ""
        yield f"{rival.type}{chance}{rule}: {rival.why}"
