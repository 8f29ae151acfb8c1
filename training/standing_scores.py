"""Our own sentences with standings to the scores of the whole reading on them: `python -m training.standing_scores`.

A standing read is right when topic and both parties are (KEY), fully so when its value is too. Parties are compared as
actors: what the annotated words stand for in this very text, or the words themselves. `--held` scores the fifth that is
kept back, without showing its errors.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from dragoman import events, reports, standings
from dragoman.actors import Cast
from dragoman.codebook import codebook
from dragoman.events.surroundings import side_of
from dragoman.reading import rooms
from dragoman.records import Actor, Span, Standing
from training.standing_sentences import FOLDER, Sentence, Stands, sentences

UNORDERED = frozenset(t.name for t in codebook().topics.values() if t.symmetric)
DAY = date(2015, 6, 16)


@dataclass(frozen=True, slots=True)
class Score:
    """A text with the pairs of annotated and read standings, and what is left on either side."""

    text: str
    pairs: tuple[tuple[Stands, Standing], ...]
    missed: tuple[Stands, ...]
    wrong: tuple[Standing, ...]


class Compared:
    """One text's annotated standings against those that are read in it."""

    def __init__(self, one: Sentence, cast: Cast, doc: Doc) -> None:
        self.text, self.cast = one.text, cast
        self.starts = {t.idx: t for t in doc}

    def key(self, gold: Stands, made: Standing) -> bool:
        """Whether topic and both parties agree; a side that is annotated without a name asks for none."""
        if gold.topic != made.topic:
            return False
        if self._is(gold.holder, made.holder) and self._is(gold.subject, made.subject):
            return True
        turned = gold.topic in UNORDERED
        return turned and self._is(gold.holder, made.subject) and self._is(gold.subject, made.holder)

    def _is(self, spans: tuple[Span, ...], actor: Actor | None) -> bool:
        if not spans or actor is None:
            return not spans
        if actor.mention and any(actor.mention[0] < b and a < actor.mention[1] for a, b in spans):
            return True
        sides, words = self._named(spans)
        return side_of(actor) in sides or any(w in actor.name.lower() or actor.name.lower() in w for w in words)

    def _named(self, spans: tuple[Span, ...]) -> tuple[set[str], set[str]]:
        sides, words = set(), set()
        for a, b in spans:
            words.add(self.text[a:b].lower())
            for token in (self.starts[i] for i in range(a, b) if i in self.starts):
                sides |= {side_of(_principal(actor, self.cast)) for actor in self.cast.of(token)}
                state = self.cast.state(self.cast.country_of(token) or "")  # "its embassy in Minsk"
                sides |= {side_of(state)} if state is not None else set()
        return sides, words


def score(one: Sentence, day: date | None) -> Score:
    """How `one` is read on `day`."""
    report = reports.from_text(one.text, published=day)
    seen = rooms(report)
    doc, cast, calendar, voices = seen.doc, seen.cast, seen.calendar, seen.voices
    coded = events.given(events.code(report, doc, cast, calendar, voices, atlas=seen.atlas), None)
    left = list(standings.find(report, doc, cast, calendar, voices, coded).standings)
    key = Compared(one, cast, doc).key
    pairs, missed = [], []
    for gold in sorted(one.standings, key=lambda g: -sum(key(g, m) and g.value == m.value for m in left)):
        fits = [m for m in left if key(gold, m)]
        fits.sort(key=lambda m: (m.value != gold.value, abs(m.evidence[0][0] - gold.anchor[0])))
        if fits:
            left.remove(fits[0])
            pairs.append((gold, fits[0]))
        else:
            missed.append(gold)
    extra = [m for m in left if not any(key(g, m) and g.value == m.value for g in one.standings)]
    return Score(one.text, tuple(pairs), tuple(missed), tuple(extra))


def _principal(actor: Actor, cast: Cast) -> Actor:
    state = cast.state(actor.country) if actor.country else None
    return state if state is not None and actor.sector in ("GOV", "MIL", "LEG", "JUD", "SPY", "COP") else actor


def days() -> dict[str, date]:
    """The dates of publication that rows give, by text."""
    found = {}
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("published"):
                found[row["text"]] = date.fromisoformat(row["published"])
    return found


def told(found: Score) -> Iterator[str]:
    """Lines that show what went wrong."""
    off = [(g, m) for g, m in found.pairs if g.value != m.value]
    if not (off or found.missed or found.wrong):
        return
    yield found.text
    words = lambda spans: "+".join(found.text[a:b] for a, b in spans) or "-"
    for g, m in off:
        yield f"    VALUE  {g.topic} {g.value!r} read as {m.value!r} ({m.made_by})"
    for g in found.missed:
        if not g.holder or (g.topic in UNORDERED and not g.subject):
            continue
        anchor = found.text[slice(*g.anchor)]
        yield f"    MISSED {g.topic} {g.value!r} [{anchor}] {words(g.holder)} -> {words(g.subject)}"
    for m in found.wrong:
        subject = m.subject.name if m.subject else "-"
        yield f"    WRONG  {m.topic} {m.value!r} {m.holder.name} -> {subject} ({m.made_by}, {m.confidence:.2f})"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--file", nargs="*", default=[], help="files of training/data/standings, without .jsonl")
    ask.add_argument("--topic", nargs="*", default=[], help="count and show these topics alone")
    ask.add_argument("--value", nargs="*", default=[], help="show texts with a standing of these values alone")
    ask.add_argument("--held", action="store_true")
    ask.add_argument("--errors", type=int, default=0, help="show so many texts that are not read as annotated")
    ask.add_argument("--skip", type=int, default=0, help="after so many others")
    ask.add_argument("--part", default="0/1", help="I/N: each Nth text from the Ith on")
    ask.add_argument("--json", type=Path)
    given = ask.parse_args()
    nth, of = map(int, given.part.split("/"))
    kept = [s for s in sentences() if s.held == given.held and (not given.file or s.id.partition(":")[0] in given.file)]
    if given.topic:
        kept = [s for s in kept if not s.standings or any(g.topic in given.topic for g in s.standings)]
    dates = days()
    count: Counter[str] = Counter()
    shown = 0
    for one in kept[nth::of]:
        found = score(one, dates.get(one.text, DAY))
        for g, m in found.pairs:
            count[f"{g.topic} key"] += 1
            count[f"{g.topic} full"] += g.value == m.value
            count[f"{g.topic} terms"] += bool(g.conditions)
            count[f"{g.topic} terms read"] += bool(g.conditions) and _overlap(g.conditions, m.conditions)
            count[f"{g.topic} returns"] += g.returns is not None
            count[f"{g.topic} returns read"] += g.returns is not None and m.in_return_for is not None
            count[f"value {g.topic} {g.value} found"] += g.value == m.value
            count[f"value {g.topic} {g.value}"] += 1
        for g in found.missed:
            if not g.holder or (g.topic in UNORDERED and not g.subject):
                continue  # nobody is named: it may be found, it need not be
            count[f"{g.topic} missed"] += 1
            count[f"value {g.topic} {g.value}"] += 1
        for m in found.wrong:
            count[f"{m.topic} wrong"] += 1
        if given.errors and not given.held and shown < given.errors + given.skip:
            kinds = {g.topic for g in found.missed} | {m.topic for m in found.wrong}
            kinds |= {g.topic for g, m in found.pairs if g.value != m.value}
            if given.topic and not kinds & set(given.topic):
                continue
            if given.value and not {g.value for g in one.standings} & set(given.value):
                continue
            lines = list(told(found))
            shown += bool(lines)
            if lines and shown > given.skip:
                print("\n".join(lines))
    table(count, given.topic or list(codebook().topics))
    if given.json:
        given.json.write_text(json.dumps(dict(sorted(count.items())), indent=1))


def _overlap(ones: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(a < d and c < b for a, b in ones for c, d in others)


def table(count: Counter[str], topics: list[str]) -> None:
    """Prints precision, recall and F1 of keys, and the share of right values, for each topic and together."""
    for topic in topics:
        for name in ("key", "full", "missed", "wrong", "terms", "terms read", "returns", "returns read"):
            count[f"all {name}"] += count[f"{topic} {name}"]
    for topic in [*topics, "all"]:
        key, full, missed, wrong = (count[f"{topic} {n}"] for n in ("key", "full", "missed", "wrong"))
        p, r = key / max(1, key + wrong), key / max(1, key + missed)
        f = 2 * p * r / max(1e-9, p + r)
        full_f = 2 * full / max(1, 2 * key + wrong + missed)
        terms = f"{count[f'{topic} terms read']}/{count[f'{topic} terms']}"
        returns = f"{count[f'{topic} returns read']}/{count[f'{topic} returns']}"
        told = f"key P {p:.2f} R {r:.2f} F1 {f:.3f}  full F1 {full_f:.3f}  value {full / max(1, key):.2f}"
        print(f"{topic:12} {told}  conditions {terms} returns {returns}  n={key + missed}")


if __name__ == "__main__":
    main()
