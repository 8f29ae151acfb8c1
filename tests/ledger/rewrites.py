"""A seed to pairs of texts that are copies of one wire text (rewritten as papers do) and to pairs that are not.

Base texts are our own: the examples, the gold reports of tests/gold and gold_speech, and rewrites_accounts.jsonl.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from rewrites_bulletins import BULLETINS
from rewrites_style import BYLINES, CITIES, CREDITS, DATELINE, HEADLINES, LOCAL, edited, styled

ROOT = Path(__file__).parent.parent.parent
ACCOUNTS = Path(__file__).with_name("rewrites_accounts.jsonl")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, what was done to them, and whether they are copies."""

    one: str
    other: str
    kind: str
    copies: bool


@dataclass(frozen=True, slots=True)
class Severity:
    """How far papers go: least share kept, chance of a sentence dropped, of a word edited, of own matter."""

    name: str
    keeps: float
    drops: float
    edits: float
    local: float


SEVERITIES = (
    Severity("light", 0.75, 0.0, 0.01, 0.2),
    Severity("cut", 0.2, 0.05, 0.02, 0.3),
    Severity("edited", 0.6, 0.05, 0.07, 0.4),
    Severity("heavy", 0.25, 0.1, 0.05, 0.6),
)
LEAST = 45  # words that a paper keeps
OWN = 0.4  # at most this share of a paper's text is its own matter


def bases() -> list[str]:
    """Wire texts to rewrite, in a fixed order."""
    files = sorted([*(ROOT / "tests/gold").glob("*.json"), *(ROOT / "tests/gold_speech").glob("*.json")])
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in files]
    texts += [p.read_text(encoding="utf-8") for p in sorted((ROOT / "examples/reports").glob("*.txt"))]
    return texts + [group[0] for kind, group in accounts() if kind == "event"]


def crises() -> list[str]:
    """The reports of the three example crises, in which there are copies of one another."""
    rows: list[str] = []
    for path in sorted((ROOT / "examples/crises").glob("*.jsonl")):
        found = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        rows += [row["text"] for row in found if "text" in row]
    return rows


def accounts() -> list[tuple[str, list[str]]]:
    """Kind ("event": independent accounts of one event, "serial": one agency's reports of one story) and texts."""
    rows = (json.loads(line) for line in ACCOUNTS.read_text(encoding="utf-8").splitlines())
    return [(row["kind"], row["texts"]) for row in rows]


def rewrite(text: str, severity: Severity, rng: Random) -> str:
    """The text as one paper prints it."""
    body = DATELINE.sub("", text.strip()) if rng.random() < 0.7 else text.strip()
    paragraphs = [p for p in re.split(r"\n\s*\n", body) if p.strip()]
    paragraphs = _dropped(_cut(paragraphs, severity, rng), severity.drops, rng)
    if len(paragraphs) > 2 and rng.random() < severity.local:
        at = rng.randrange(1, len(paragraphs) - 1)
        paragraphs[at], paragraphs[at + 1] = paragraphs[at + 1], paragraphs[at]
    body = edited(styled("\n\n".join(paragraphs), 0.5, rng), severity.edits, rng)
    return _framed(body, severity, rng)


def copies(seed: int, count: int, texts: list[str]) -> Iterator[Pair]:
    """That many pairs of copies: a wire text and a paper's, or two papers' of one wire text, severities in turn."""
    rng = Random(seed)
    for turn in range(count):
        text = rng.choice(texts)
        severity = SEVERITIES[turn % len(SEVERITIES)]
        one = text if turn % 3 else rewrite(text, rng.choice(SEVERITIES), rng)
        yield Pair(one, rewrite(text, severity, rng), severity.name + ("" if turn % 3 else ", both"), True)


def others(seed: int, count: int) -> Iterator[Pair]:
    """That many pairs that are no copies but look like it, kinds in turn; each text is restyled as a paper would."""
    rng = Random(seed)
    kinds = (_same_event, _brief, _serial, _quote, _background, _bulletin)
    for turn in range(count):
        one, other, kind = kinds[turn % len(kinds)](rng)
        yield Pair(*(styled(t, 0.3 * rng.random(), rng) for t in (one, other)), kind, False)


def _cut(paragraphs: list[str], severity: Severity, rng: Random) -> list[str]:
    """The first paragraphs, cut from the end to a share between the least and all."""
    total = sum(len(p.split()) for p in paragraphs)
    wanted = max(LEAST, rng.uniform(severity.keeps, min(1.0, severity.keeps + 0.4)) * total)
    kept: list[str] = []
    while len(kept) < len(paragraphs) and sum(len(p.split()) for p in kept) < wanted:
        kept.append(paragraphs[len(kept)])
    return kept


def _dropped(paragraphs: list[str], chance: float, rng: Random) -> list[str]:
    """Without some of the sentences after the first paragraph."""
    out = paragraphs[:1]
    for paragraph in paragraphs[1:]:
        sentences = re.split(r"(?<=[.?!]) (?=[A-Z])", paragraph)
        out.append(" ".join(s for s in sentences if '"' in s or rng.random() >= chance))
    return [p for p in out if p]


def _framed(body: str, severity: Severity, rng: Random) -> str:
    """The body under a paper's own headline, byline, dateline; own paragraph before or behind; credit moved."""
    own = rng.choice(LOCAL) if rng.random() < severity.local else ""
    if len(own.split()) > OWN / (1 - OWN) * len(body.split()):
        own = ""
    first = rng.random() < 0.3
    city = rng.choice(CITIES)
    body = "\n\n".join(p for p in ((own, body) if first else (body, own)) if p)
    if rng.random() < 0.3:
        body = re.sub(r'"([^"\n]*)"', r"“\1”" if rng.random() < 0.5 else r"‘\1’", body)
    lines = [rng.choice(HEADLINES).format(city.title()), "", rng.choice(["", rng.choice(BYLINES).format(city.title())])]
    start = rng.choice(["", f"{city}: ", f"{city}, {rng.randint(1, 28)} May - "])
    end = rng.choice(["", "", "\n\n" + rng.choice(CREDITS)])
    return "\n".join(line for line in lines if line) + "\n\n" + start + body + end


def _same_event(rng: Random) -> tuple[str, str, str]:
    one, other = rng.choice([texts for kind, texts in accounts() if kind == "event"])
    return one, other, "same event, shared quote"


def _brief(rng: Random) -> tuple[str, str, str]:
    """Two accounts cut to the first paragraph and the one with the words that both quote."""
    one, other, kind = _same_event(rng)
    cut = []
    for text in (one, other):
        paragraphs = text.split("\n\n")
        quoting = max(paragraphs[1:], key=lambda p: max((len(q) for q in re.findall(r'"([^"]*)"', p)), default=0))
        cut.append(f"{paragraphs[0]}\n\n{quoting}")
    return cut[0], cut[1], kind + ", two paragraphs"


def _serial(rng: Random) -> tuple[str, str, str]:
    texts = rng.choice([texts for kind, texts in accounts() if kind == "serial"])
    one, other = rng.choice(list(combinations(texts, 2)))
    return one, other, "serial, shared background"


def _quote(rng: Random) -> tuple[str, str, str]:
    """Two reports of other matters with one sentence or two of 20 to 45 words of a third between them."""
    one, other, third = rng.sample(bases(), 3)
    quotes = [q for q in re.findall(r'"[^"\n]{90,280}"', third) if 20 <= len(q.split()) <= 45]
    said = f"{rng.choice(quotes)} she said." if quotes else ""
    return _with(one, said, rng), _with(other, said, rng), "quote put in"


def _background(rng: Random) -> tuple[str, str, str]:
    """Two reports of other matters that end with the same paragraphs of a third, up to 0.42 of the shorter."""
    one, other, third = rng.sample(bases(), 3)
    news = [_cut(re.split(r"\n\s*\n", t), Severity("", 0.4, 0, 0, 0), rng) for t in (one, other)]
    room = 0.42 / 0.58 * min(len(" ".join(n).split()) for n in news)
    back: list[str] = []
    for paragraph in reversed(re.split(r"\n\s*\n", third.strip())):
        if len(" ".join([*back, paragraph]).split()) <= room:
            back.insert(0, paragraph)
    first, second = ("\n\n".join([*n, *back]) for n in news)
    return first, second, "background put in"


def _bulletin(rng: Random) -> tuple[str, str, str]:
    """Two days' bulletins; half of them name the same towns, firms or people, so that only days and figures differ."""
    kind, make = rng.choice(BULLETINS)
    seed = rng.randrange(10**6)
    series = kind != "visit" and rng.random() < 0.5  # a second farewell of the same people would be a copy
    one, other = make(rng, Random(seed)), make(rng, Random(seed if series else seed + 1))
    return one, other, f"bulletin, {kind}" + (", same names" if series else "")


def _with(text: str, said: str, rng: Random) -> str:
    """The text with a paragraph put in somewhere."""
    paragraphs = _cut(re.split(r"\n\s*\n", text), Severity("", 0.5, 0, 0, 0), rng)
    paragraphs.insert(rng.randint(1, len(paragraphs)), said)
    return "\n\n".join(p for p in paragraphs if p)
