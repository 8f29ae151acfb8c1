"""Gives the table of cue words (data/cues.tsv): what each can govern and what kind of statement it makes.

A form ("said") is looked up, not a lemma: the table's own inflections survive a wrong lemma of the parser.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

# Frames, the third column of data/cues.tsv. `that` a clause or a quotation, `to` an infinitive, `ing` a gerund, `quote`
# a quotation only, `np` a noun phrase (a wide attribution: no statement of its own), `np.as` and `np.pred` a judgement
# ("described it as", "called it"), `np.to` a comparison, `raise` "seems to"; any other word is a preposition or a
# particle.
CLAUSAL: Final = frozenset({"that", "quote"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table. `particle` is the second word of a two-word cue ("point out"), else empty."""

    lemma: str
    pos: str
    frames: frozenset[str]
    kind: str
    particle: str = ""

    @property
    def clausal(self) -> bool:
        """Whether it can govern a quotation."""
        return not CLAUSAL.isdisjoint(self.frames)


@cache
def table() -> tuple[Cue, ...]:
    """All rows of data/cues.tsv. Raises TypeError on a row without its four columns."""
    return tuple(_cue(*line.split("\t")) for line in _lines("cues.tsv"))


def _cue(lemma: str, pos: str, frames: str, kind: str) -> Cue:
    word, _, particle = lemma.partition(" ")
    return Cue(word, pos, frozenset(frames.split()), kind, particle)


@cache
def forms() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """(form in small letters, "V" | "N" | "A") -> its cues, those with a particle first."""
    found: dict[tuple[str, str], list[Cue]] = {}
    for cue in table():
        for form in _verb_forms(cue.lemma) if cue.pos == "V" else _noun_forms(cue.lemma, cue.pos):
            found.setdefault((form, cue.pos), []).append(cue)
    return {key: tuple(sorted(cues, key=lambda c: not c.particle)) for key, cues in found.items()}


@cache
def _irregular() -> dict[str, list[str]]:
    """Lemma -> the forms that spelling rules do not give, from data/irregular.tsv."""
    rows = (line.split("\t") for line in _lines("irregular.tsv"))
    return {lemma: shapes.split() for lemma, shapes in rows}


def _lines(name: str) -> list[str]:
    lines = (files("dragoman.speech") / "data" / name).read_text("utf-8").splitlines()[1:]
    return [line for line in lines if line and not line.startswith("#")]


def _verb_forms(lemma: str) -> set[str]:
    """Every inflected form of a verb, regular ones by spelling rules, the others from data/irregular.tsv."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else lemma + "s"
    past, ing = stem + "ed", (lemma if lemma.endswith("ee") else stem) + "ing"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    return {lemma, third, past, ing, *_irregular().get(lemma, [])}


def _noun_forms(lemma: str, pos: str) -> set[str]:
    if pos == "A":
        return {lemma}
    return {lemma, lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"}
