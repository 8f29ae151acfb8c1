"""Corpora and our own sentences to training rows for the event heads: `python -m training.event_rows --out
WORK/rows.pkl`.

PLV and AW give a type between two marked actors, cameo_class a class of the whole sentence, the factuality corpora
how sure an act is; our own sentences give every event with trigger, parties, type, mode and status. What the rules of
`dragoman.events` take for a trigger there, and is none, is a row of type NONE.
"""

import argparse
import gzip
import json
import pickle
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias
from zlib import crc32

from dragoman.codebook import codebook
from training.event_sentences import Sentence, Span, sentences

DATA: Final = Path("../shared/data")
NONE: Final = "NONE"
FOLDS: Final = 5
FACTS: Final = {"uw": 9999, "rp": 500, "meantime": 999, "cb": 250, "megaveridicality": 500, "uds": 2500}
QUIET: Final = frozenset({"reviews", "answers", "email"})
# our types in the terms of PLV's annotators, who went by CAMEO: sanctions imposed are COERCE, verdicts ACCUSE there
SILENT: Final = frozenset({"SANCTION"})
Words: TypeAlias = list[int]


@dataclass(slots=True)
class Act:
    """One event, or what might be taken for one, over the words of a row; labels that are not known are None."""

    trigger: Words
    source: Words
    target: Words
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    plv: str | None = None
    penta: int | None = None
    broad: int | None = None  # penta class of a whole sentence, as cameo_class draws the lines
    binary: str | None = None
    fact: float | None = None


@dataclass(slots=True)
class Row:
    """A text as words; `tags` says of each word whether an event's trigger begins there, None where nobody looked."""

    id: str
    corpus: str
    words: list[str]
    acts: list[Act]
    tags: list[str] | None = None
    held: bool = False
    fold: int = 0
    spans: list[Span] = field(default_factory=list)


def norm(text: str) -> str:
    """Letters and digits alone: rows of one text go to one fold whatever file they stand in."""
    return "".join(c for c in text.lower() if c.isalnum())


def row(id_: str, corpus: str, text: str) -> Row:
    """The text as the tokenizer of `dragoman.language` cuts it."""
    from dragoman.language.parse import tokenizer

    kept = [t for t in tokenizer().tokenizer(text) if not t.is_space]
    spans = [(t.idx, t.idx + len(t)) for t in kept]
    return Row(id_, corpus, [t.text for t in kept], [], None, False, crc32(norm(text).encode()) % FOLDS, spans)


def words(found: Row, spans: Iterable[Span | list[int] | None]) -> Words:
    """The words that the character spans touch."""
    return [n for n, (a, b) in enumerate(found.spans) if any(s and a < s[1] and s[0] < b for s in spans)]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    open_ = gzip.open if path.suffix == ".gz" else open
    with open_(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def relations(data: Path) -> Iterator[Row]:
    """PLV, AW and cameo_class."""
    for name in ("plv_train", "aw_train_wiki", "cameo_class_train"):
        for one in lines(data / "events" / f"{name}.jsonl"):
            found = row(one["id"], name.split("_")[0], one["text"])
            sides = []
            for side in ("source", "target"):
                party = one.get(side) or {}
                sides.append(
                    words(
                        found,
                        party.get("spans") or [[party["start"], party["end"]]]
                        if party.get("start") is not None
                        else [],
                    )
                )
            act = Act([], *sides)
            if found.corpus == "plv":
                act.plv, act.penta = one["plover"], one["penta"]
                act.binary = "conflict" if one["penta"] > 2 else "cooperation" if one["penta"] else None
            elif found.corpus == "aw":
                act.binary = one["binary"]
            else:
                act.broad = one["penta"]
            found.acts.append(act)
            yield found


def facts(data: Path) -> Iterator[Row]:
    """The factuality corpora, the first so many sentences of each (`FACTS`)."""
    for name, most in FACTS.items():
        path = next((data / "speech_time_place").glob(f"factuality_{name}_train.jsonl*"))
        for number, one in enumerate(lines(path)):
            if number == most:
                break
            found = row(one["id"], "fact", one["text"])
            if len(found.words) <= 80:
                found.acts = [
                    Act(words(found, [(t["start"], t["end"])]), [], [], fact=t["value"]) for t in one["targets"]
                ]
                yield found


def quiet(data: Path) -> Iterator[Row]:
    """Sentences of reviews, answers and mail in EWT, where no political event is told."""
    with gzip.open(data / "language" / "ewt-train.conllu.gz", "rt", encoding="utf-8") as file:
        genre = ""
        for line in file:
            if line.startswith("# newdoc"):
                genre = line.rpartition("= ")[2].partition("-")[0]
            elif line.startswith("# text = ") and genre in QUIET:
                found = row(f"quiet-{len(line)}", "quiet", line.removeprefix("# text = ").strip())
                if 4 <= len(found.words) <= 60:
                    found.tags = ["O"] * len(found.words)
                    yield found


def own(found: list[Sentence]) -> Iterator[Row]:
    """Our own sentences, with what the rules wrongly take for a trigger, and other verbs, as acts of type NONE."""
    for one in found:
        out = row(one.id, "own", one.text)
        out.held = one.held
        out.tags = ["O"] * len(out.words)
        for told in one.events:
            trigger = words(out, [told.trigger])
            out.tags[trigger[0]] = told.type
            act = Act(trigger, words(out, told.actors), words(out, told.recipients), told.type, told.mode, told.status)
            act.plv = to_plv(act)
            act.penta = codebook().quads[codebook().types[told.type].quad].penta if act.plv == told.type else None
            out.acts.append(act)
        out.acts += others(one, out)
        yield out


def to_plv(act: Act) -> str | None:
    """What PLV's annotators would call the event, where that is plain and both parties are named."""
    if act.type is None or act.type in SILENT or not act.source or not act.target:
        return None
    coop = act.type in ("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
    if act.status in ("happened", "ongoing"):
        return "YIELD" if act.type in ("CONCEDE", "RETREAT") else act.type
    if act.status == "planned":
        return "AGREE" if coop else None
    return None


def others(one: Sentence, out: Row) -> Iterator[Act]:
    """Triggers of the rules and other verbs and nouns of the sentence that name no event."""
    from dragoman import actors, language, reports, speech, times
    from dragoman.events.code import _Coder

    report = reports.from_text(one.text, published=date(2015, 6, 16))
    doc = language.parse(one.text)
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    coder = _Coder(
        report, doc, cast, calendar, speech.Voices(doc, speech.find(report, doc, cast, calendar)), atlas=None
    )
    taken = {n for act in out.acts for n in act.trigger}
    seen = set()
    span = lambda token: (token.idx, token.idx + len(token))
    for trigger in coder.triggers:
        at = words(out, [span(doc[trigger.i])])
        if not at or set(at) & taken:
            continue
        seen.add(trigger.i)
        found = coder._cast_in(trigger)
        sides = [[a.mention for a in side] for side in (found[1].actors, found[1].recipients)] if found else [[], []]
        yield Act(at, words(out, sides[0]), words(out, sides[1]), NONE)
    rng = random.Random(one.id)
    rest = [t for t in doc if t.pos_ in ("VERB", "NOUN") and t.i not in seen]
    rng.shuffle(rest)
    for token in rest[:3]:
        at = words(out, [span(token)])
        if at and not set(at) & taken and (token.pos_ == "VERB" or rng.random() < 0.4):
            subjects = [span(k) for k in token.children if k.dep_.startswith("nsubj") or k.dep_ == "nmod:poss"]
            objects = [span(k) for k in token.children if k.dep_ in ("obj", "obl", "nmod")]
            yield Act(at, words(out, subjects), words(out, objects), NONE)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=DATA)
    ask.add_argument("--out", type=Path, required=True)
    given = ask.parse_args()
    found = [*relations(given.data), *facts(given.data), *quiet(given.data), *own(sentences())]
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_bytes(pickle.dumps(found))
    counts: dict[str, int] = {}
    for one in found:
        counts[one.corpus] = counts.get(one.corpus, 0) + 1
    print(counts)


if __name__ == "__main__":
    main()
