"""A standing and its draft to the standing with evidence for all that it says, or to a finding that it has none.

Supported is what a reader can check in the evidence: the words that say it, the words that throw the light it is read
in ("not", "yet", "refused", "will", "if"), and for each party words that name it, be it by a pronoun that the cast
resolves. Evidence is widened where such words stand just outside of it, and gets a further span for a party that is
inferred or named elsewhere. What is still not supported is not written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dragoman.events.tree import Tree
from dragoman.records import Actor, Finding, Report, Span, Spans, Standing, within
from dragoman.standings.drafts import Draft
from dragoman.standings.light import light
from dragoman.standings.naming import Named, Naming
from dragoman.standings.shades import light_words
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side

UNSUPPORTED: Final = "unsupported-standing"
_OUTSIDE: Final = 12  # tokens that evidence is widened over; what stands farther off is a further span
_PLAIN: Final = "plain"  # the light that needs no words of its own

# Drafts whose light the heads have weighed from the whole sentence: their words are those of the light in the tree.
_WEIGHED: Final = "heads:"


@dataclass(frozen=True, slots=True)
class Licence:
    """Words of the evidence at `span` that license `what`: "anchor", "value", "holder" or "subject".

    For a party `how` says how they name it (naming.HOWS); `apart` that they stand outside the words that say it.
    """

    what: str
    span: Span
    how: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Stood:
    """The standings of a report, what was found and is not supported, and for each standing's id what licenses it."""

    standings: tuple[Standing, ...]
    findings: tuple[Finding, ...]
    licences: Mapping[str, tuple[Licence, ...]]


class Support:
    """Checks the standings of one report."""

    def __init__(self, report: Report, tree: Tree, sides: Sides) -> None:
        self.report = report
        self.tree = tree
        self.sides = sides
        self.naming = Naming(tree, sides, report.boiler)

    def check(self, standing: Standing, draft: Draft) -> tuple[Standing, tuple[Licence, ...]] | Finding:
        """The standing with its evidence widened to hold all that it says and what licenses it, or what is missing."""
        anchor = self._spans((draft.i, *draft.used))
        if draft.event and not _holds(anchor, draft.event.trigger):
            anchor += (draft.event.trigger,)
        shade = light(self.tree, draft.i) if draft.rule.startswith(_WEIGHED) else draft.light
        lit = self._spans(light_words(self.tree, draft.i, shade))
        terms = standing.conditions if draft.light == "conditional" else ()
        if shade != _PLAIN and not lit and not terms:
            return self._finding(standing, draft, f"no words say that it is {shade}")
        evidence: Spans | None = standing.evidence
        for span in (*anchor, *lit, *terms):
            evidence = self._held(evidence, span) if evidence else None
        if not evidence:
            return self._finding(standing, draft, "its words lie outside its evidence")
        licences = [Licence("anchor", span) for span in anchor] + [Licence("value", span) for span in (*lit, *terms)]
        attributes = standing.attributes
        for what, party, side in _parties(standing, draft):
            named = self.naming.inside(party, standing.evidence)
            apart = named is None
            named = named or self._elsewhere(party, draft)
            if named is None:
                return self._finding(standing, draft, f"no words of the report name its {what}, {party.name}")
            if apart and not self._told(party, side, draft):
                attributes = {**attributes, "inferred_party": True}
            held = None if apart else self._held(evidence, named.span)
            evidence = held or (*evidence, *(() if _holds(evidence, named.span) else (named.span,)))
            licences.append(Licence(what, named.span, named.how, apart))
        return replace(standing, evidence=_distinct(evidence), attributes=attributes), tuple(licences)

    def _told(self, party: Actor, side: Side, draft: Draft) -> bool:
        """Whether a party that the clause does not name is still told, not inferred: its speaker, "it", "the town"."""
        speaker = self.sides.voices.speaker(self.tree.tokens[draft.i])
        if speaker is not None and self.sides.principal(speaker).id == party.id:
            return True
        first, end = self.tree.sentence(draft.i)
        return any(first <= k < end and k != draft.i for k in side.tokens) and not draft.guessed

    def _elsewhere(self, party: Actor, draft: Draft) -> Named | None:
        """The words outside the clause that name a party: the source of the words if it is named, else the nearest."""
        source = self.naming.source(party, draft.i)
        if source is not None and source.how != "pronoun":
            return source
        return self.naming.nearest(party, draft.i) or source

    def _spans(self, tokens: tuple[int, ...]) -> Spans:
        at = [self.tree.tokens[k] for k in tokens]
        return tuple(dict.fromkeys((t.idx, t.idx + len(t)) for t in at))

    def _held(self, evidence: Spans, span: Span) -> Spans | None:
        """The evidence with `span` of the same sentence in it; None where no part of it is of that sentence."""
        if _holds(evidence, span):
            return evidence
        first, end = self.tree.sentence(self.naming.token(span[0]))
        near: list[tuple[int, int]] = []
        for n, (a, b) in enumerate(evidence):
            start, last = self.naming.token(a), self.naming.token(b)
            if start < end and last > first:
                gap = max(self.naming.token(span[0]) - last, start - self.naming.token(span[1]), 0)
                near.append((gap, n))
        if not near:
            return None
        gap, n = min(near)
        if gap > _OUTSIDE:
            return (*evidence, span)
        a, b = evidence[n]
        wide = (min(a, span[0]), max(b, span[1]))
        return tuple(wide if k == n else own for k, own in enumerate(evidence) if k == n or not within(own, wide))

    def _finding(self, standing: Standing, draft: Draft, why: str) -> Finding:
        whom = f" -> {standing.subject.name}" if standing.subject else ""
        words = " ".join(self.sides.text[slice(*self._spans((draft.i,))[0])].split())
        message = f"{standing.topic} {standing.value} at “{words}”, {standing.holder.name}{whom}, is left out: {why}"
        return Finding(UNSUPPORTED, message, f"{self.report.id}:{self.tree.tokens[draft.i].idx}")


def _holds(evidence: Spans, span: Span) -> bool:
    return any(within(span, own) for own in evidence)


def _distinct(evidence: Spans) -> Spans:
    """The spans without those that say what another says; the first stays the first."""
    kept = [evidence[0]]
    for n, span in enumerate(evidence[1:], 1):
        if not _holds((*kept, *(own for own in evidence[n + 1 :] if own != span)), span):
            kept.append(span)
    return tuple(kept)


def _parties(standing: Standing, draft: Draft) -> list[tuple[str, Actor, Side]]:
    found = [("holder", standing.holder, draft.holder)]
    return found if standing.subject is None else [*found, ("subject", standing.subject, draft.subject)]


def supported(support: Support, standings: list[Standing], drafts: list[Draft], returns: Mapping[int, int]) -> Stood:
    """What of `standings` is supported; `returns` gives for the number of one that of the one it is given for."""
    kept: dict[int, Standing] = {}
    findings: list[Finding] = []
    licences: dict[str, tuple[Licence, ...]] = {}
    for n, (standing, draft) in enumerate(zip(standings, drafts, strict=True)):
        checked = support.check(standing, draft)
        if isinstance(checked, Finding):
            findings.append(checked)
        else:
            kept[n], licences[standing.id] = checked
    linked = {n: kept[m].id for n, m in returns.items() if m in kept}
    told = tuple(replace(s, in_return_for=linked[n]) if n in linked else s for n, s in kept.items())
    return Stood(told, tuple(findings), licences)
