"""Takes heads and relations as parsed, gives heads mended where the parser often errs about cues."""

from collections.abc import Sequence
from typing import Final

from dragoman.speech.cues import forms

SENT: Final = frozenset("statement letter interview communique communiqué message note speech address report".split())


def cue_heads(head: Sequence[int], dep: Sequence[str], tag: Sequence[str], low: Sequence[str]) -> dict[int, int]:
    """Cue -> the cue it is coordinated with, for "Bonn said A and accused Rome of B" where "accused" hangs on A.

    Only a finite cue of the same tense without a subject of its own moves, from the clause said to the verb above.
    """
    table = forms()
    owned = {head[i] for i, relation in enumerate(dep) if relation in ("nsubj", "nsubj:pass", "csubj")}
    found: dict[int, int] = {}
    for i, relation in enumerate(dep):
        if relation != "conj" or i in owned or tag[i] not in ("VBD", "VBZ", "VBP") or (low[i], "V") not in table:
            continue
        said = head[i]
        above = head[said]
        alike = tag[above] == tag[i] and tag[said] != tag[i]
        cues = table.get((low[above], "V"), ())
        if alike and dep[said] == "ccomp" and above < said < i and any(cue.clausal for cue in cues):
            found[i] = above
    found.update(_past_participle(head, dep, low))
    return found


def _past_participle(head: Sequence[int], dep: Sequence[str], low: Sequence[str]) -> dict[int, int]:
    """Clause -> cue, for "said in a statement issued on Monday that A" where A hangs on "issued"."""
    table, found = forms(), {}
    for i, word in enumerate(low):
        if word != "that" or dep[i] != "mark" or dep[head[i]] != "ccomp":
            continue
        issued = head[head[i]]
        statement = head[issued]
        cue = head[statement]
        if dep[issued] != "acl" or dep[statement] != "obl" or not cue < statement < issued < i:
            continue
        if low[statement] in SENT and any("that" in c.frames for c in table.get((low[cue], "V"), ())):
            found[head[i]] = cue
    return found
