"""A word and its tag to its lemma: irregular forms, endings checked against a vocabulary, else the lemma head's rule.

The head gives a rule (letters to cut off the end, letters to add); it knows common words, but the encoder sees no
letters, so a rare "recalled" may come out as "recalle". An ending whose result is a word of the vocabulary is surer.
"""

from collections.abc import Container, Iterator
from typing import Final

from dragoman.language.irregular import NOUNS, VERBS

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


# word, tag, lemma: the words that `lemma` must get right whatever the head proposes
ENDINGS: Final = (
    ("recalled", "VBD", "recall"),
    ("hoped", "VBD", "hope"),
    ("postponed", "VBN", "postpone"),
    ("offered", "VBD", "offer"),
    ("denied", "VBN", "deny"),
    ("banned", "VBN", "ban"),
    ("agreeing", "VBG", "agree"),
    ("leaving", "VBG", "leave"),
    ("sought", "VBD", "seek"),
    ("urges", "VBZ", "urge"),
    ("embassies", "NNS", "embassy"),
    ("gunmen", "NNS", "gunman"),
    ("allies", "NNS", "ally"),
    ("viruses", "NNS", "virus"),
    ("wharves", "NNS", "wharf"),
    ("causes", "NNS", "cause"),
)
_DOUBLES: Final = frozenset("bdgklmnprtvz")
_VOWELS: Final = frozenset("aeiouy")
# ends of a stem that seldom lost an e: offer-ed, visit-ed, develop-ed
_BARE: Final = frozenset("er el en it op et ow ew aw ay ey oy al an ar om or ip il".split())


def lemma(word: str, tag: str, proposed: str, known: Container[str]) -> str:
    """The lemma of `word` under Penn tag `tag`; `proposed` is the head's, `known` the vocabulary in small letters."""
    low = word.lower()
    if tag[:2] == "VB" or tag == "MD":
        irregular = VERBS.get(low)
        if irregular is not None and (tag not in ("VB", "VBP") or irregular != low):
            return irregular if tag not in ("VB", "VBP") or low not in _SAME else low
        endings = _verb(low, tag)
    elif tag == "NNS":
        irregular = NOUNS.get(low)
        if irregular is not None:
            return irregular
        endings = _plural(low)
    else:
        return proposed
    candidates = list(endings)
    if proposed.endswith("ie") and proposed[:-2] + "y" in candidates and proposed[:-2] + "y" in known:
        return proposed[:-2] + "y"  # the vocabulary holds names, too: Allie
    if proposed in known and proposed != low:
        return proposed
    return next((c for c in candidates if c in known), candidates[0] if candidates else proposed)


# present forms that are spelled like another verb's past
_SAME: Final = frozenset(["found", "ground", "wound", "bound", "left", "felt", "saw", "lay", "bore", "fell", "read"])


def _verb(low: str, tag: str) -> Iterator[str]:
    if tag in ("VBD", "VBN") and low.endswith("ed"):
        if low.endswith("ied"):
            yield low[:-3] + "y"
        yield from _stems(low[:-2])
    elif tag == "VBG" and low.endswith("ing"):
        yield from _stems(low[:-3])
    elif tag == "VBZ" and low.endswith("s"):
        yield from _plural(low)


def _stems(stem: str) -> Iterator[str]:
    """Base forms of a stem before -ed and -ing: doubled consonant, lost e, or as it is."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLES and stem[-1] != "l":
        yield stem[:-1]
    # "hop" would have doubled its p: after one vowel and one consonant the e was lost
    one = stem[-1:] not in _VOWELS and stem[-2:-1] in _VOWELS and stem[-3:-2] not in _VOWELS
    short = one and (stem[-2:] not in _BARE or not set(stem[:-2]) & _VOWELS)
    first, second = (stem + "e", stem) if short or stem[-1:] in "cuvz" else (stem, stem + "e")
    yield first
    yield second
    if stem[-2:] == "ll":
        yield stem[:-1]


def _plural(low: str) -> Iterator[str]:
    if low.endswith("ies") and len(low) > 4:
        yield low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        yield low[:-2]
    if low.endswith("s") and not low.endswith("ss"):
        yield low[:-1]
    if low.endswith("ses"):
        yield low[:-2]  # "viruses", where "viruse" is no word
