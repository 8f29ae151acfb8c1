"""Takes what the rules and what the encoder found, gives one list: of two readings of one cue, the surer parts of each.

Which is surer depends on the question. For attributions in PolNeAR's wide sense it is the encoder, which learned from
it, but for the ends of quotations; for the statements of a ledger it is the rule. Both were counted: encoder first and
rules first have pair soft F1 0.717 and 0.709 on PolNeAR's development split, statements F1 0.919 and 0.945 on the
development reports.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dragoman.speech.attribution import Attribution
from dragoman.speech.tree import Tree

# Rules whose content stands where the encoder heard the same cue otherwise: the print ends a quotation.
SURE: Final = frozenset({"quote"})
# Families of rules that are mostly wrong, as PolNeAR counts, where the encoder heard no such cue.
UNSURE: Final = frozenset(
    {"ask", "say.to", "say.that", "say.beside", "say.fronted", "noun.to", "noun.phrase", "phrase"}
)


def reconcile(
    tree: Tree, ruled: Iterable[Attribution], heard: Iterable[Attribution], *, encoder_first: bool
) -> Iterator[Attribution]:
    """Every attribution of both, those with the same cue made one.

    What rules alone found is marked `unheard`, but not in a Doc where the encoder heard nothing at all.
    """
    held = list(heard)
    by_word = {i: n for n, h in enumerate(held) for i in range(*tree.covering(h.cue[0]))}
    used: set[int] = set()
    for draft in ruled:
        n = by_word.get(draft.verb) if draft.verb is not None else None
        if n is None:
            yield replace(draft, unheard=bool(held))
        elif n not in used:
            used.add(n)
            yield merged(draft, held[n]) if encoder_first else named(draft, held[n])
    yield from (h for n, h in enumerate(held) if n not in used)


def merged(rule: Attribution, head: Attribution) -> Attribution:
    """The encoder's attribution under the rule's name; a quotation ends where the print ends it."""
    out = rule
    if rule.rule not in SURE:
        out = replace(out, content=head.content, lead=head.lead, form=head.form)
    if head.source:
        out = replace(out, source=head.source, speaker=head.speaker)
    return out


def named(rule: Attribution, head: Attribution) -> Attribution:
    """The rule's attribution, with the source that the encoder heard where the rule found nobody."""
    return rule if rule.source or not head.source else replace(rule, source=head.source, speaker=head.speaker)


def family(one: Attribution) -> str:
    """The rule of an attribution; of "ask.to" and "phrase.for" the part before the point."""
    name = one.rule.partition(".")[0]
    return name if name in ("ask", "phrase") else one.rule


def doubtful(one: Attribution) -> bool:
    """Whether a rule found alone what it mostly is wrong about."""
    return one.unheard and (one.wide or family(one) in UNSURE)
