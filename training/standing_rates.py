"""The reading of texts that nobody looked at -> the tables "Measured" of docs/standings/TOPIC.md: `python -m
training.standing_rates`.

Two sets: the fifth of our own sentences that is kept back from the heads' training and from eyes, and the reports of
tests/gold_blind and tests/gold_world. Right is topic with both parties; of those, how many have the right value.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Final

from dragoman.codebook import codebook
from dragoman.evaluate.predict import rows as predicted
from dragoman.evaluate.reading.gold import Gold
from dragoman.evaluate.reading.matching import assign
from dragoman.evaluate.reading.standings import Compared, same_value
from training.event_calibration import MEASURED, ROOT
from training.standing_scores import DAY, UNORDERED, days, score
from training.standing_sentences import sentences

PAGES: Final = ROOT / "docs" / "standings"
HEAD: Final = "| texts | standings | precision | recall | value right |\n| --- | --- | --- | --- | --- |"


def in_reports() -> Counter[str]:
    """Counts over the reports by "TOPIC right" (of those "read"), "hit" (of the "core" to be found), "value"."""
    count: Counter[str] = Counter()
    for folder in MEASURED:
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            made = predicted.reading({key: gold.get(key) for key in ("id", "text", "published")})["standings"]
            pairs = assign(gold["standings"], made, Compared(Gold(gold)).by_key)
            for row in made:
                count[f"{row['topic']} read"] += 1
            for n, row in enumerate(gold["standings"]):
                core = row.get("core", True)
                count[f"{row['topic']} core"] += core
                count[f"{row['topic']} hit"] += core and n in pairs
                count[f"{row['topic']} right"] += n in pairs
                count[f"{row['topic']} value"] += n in pairs and same_value(row, made[pairs[n]])
    return count


def in_sentences() -> Counter[str]:
    """The same over our own sentences kept back; a standing of which nobody is named need not be found."""
    count: Counter[str] = Counter()
    dates = days()
    for one in (s for s in sentences() if s.held):
        found = score(one, dates.get(one.text, DAY))
        for gold, made in found.pairs:
            for name in ("right", "read", "hit", "core"):
                count[f"{gold.topic} {name}"] += 1
            count[f"{gold.topic} value"] += gold.value == made.value
        for gold in found.missed:
            count[f"{gold.topic} core"] += bool(gold.holder) and (gold.topic not in UNORDERED or bool(gold.subject))
        for wrong in found.wrong:
            count[f"{wrong.topic} read"] += 1
    return count


def line(name: str, count: Counter[str], topic: str) -> str:
    """A row of the table."""
    right, read, hit, core, value = (count[f"{topic} {n}"] for n in ("right", "read", "hit", "core", "value"))
    share = lambda a, b: f"{a / b:.2f}" if b else "-"
    return f"| {name} | {core} | {share(right, read)} | {share(hit, core)} | {share(value, right)} |"


def written(page: Path, table: str) -> None:
    """Puts the table under the heading "Measured" of a page, in the place of what stood there."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"(## Measured\n).*?(?=\n## |\Z)", lambda m: f"{m[1]}\n{table}\n", text, flags=re.S)
    page.write_text(text, encoding="utf-8")


def main() -> None:
    reports, own = in_reports(), in_sentences()
    for topic in codebook().topics:
        rows = [line("our own sentences, kept back", own, topic), line("20 reports never looked at", reports, topic)]
        written(PAGES / f"{topic}.md", "\n".join((HEAD, *rows)))
        print(topic, *rows, sep="\n")


if __name__ == "__main__":
    main()
