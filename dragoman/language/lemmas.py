"""Lemma rules: a word to its base form by cutting letters off its end and adding others."""

from typing import Final

KEEP: Final = "k"
LOWER: Final = "l"

# form, lemma, rule. `k` keeps the capitals, `l` works on the word in small letters.
EXAMPLES: Final = (
    ("Kabul", "Kabul", "k|0|"),
    ("Talks", "talk", "l|1|"),
    ("said", "say", "l|2|y"),
    ("went", "go", "l|4|go"),
)


def rule(form: str, lemma: str) -> str:
    """The rule that turns `form` into `lemma`: case, letters to cut, letters to add."""
    if form == lemma and form != form.lower():
        return f"{KEEP}|0|"
    low = form.lower()
    case, base = (LOWER, low) if lemma[:1] == low[:1] or lemma == lemma.lower() else (KEEP, form)
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{case}|{len(base) - same}|{lemma[same:]}"


def apply(rule: str, form: str) -> str:
    """The lemma of `form` under `rule`; a rule that would cut more than the word keeps the word."""
    case, cut, add = rule.split("|", 2)
    base = form.lower() if case == LOWER else form
    keep = len(base) - int(cut)
    if keep < 0 or not (base[:keep] + add):
        return base
    return base[:keep] + add
