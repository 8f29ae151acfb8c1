"""Inflected forms of English verbs and nouns to their lemmas: lemmas in, a table of forms out."""

from collections.abc import Callable, Iterable
from typing import Final

# Past and participle of verbs that are not regular; forms that are also common words of another kind are left out.
IRREGULAR: Final = {
    "beat": "beaten",
    "beseech": "besought",
    "bid": "bade bidden",
    "blow": "blew blown",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "burn": "burnt",
    "buy": "bought",
    "cleave": "cleft",
    "come": "came",
    "drive": "drove driven",
    "fall": "fell fallen",
    "fight": "fought",
    "find": "found",
    "flee": "fled",
    "fly": "flew flown",
    "forbid": "forbade forbidden",
    "forgive": "forgave forgiven",
    "freeze": "froze frozen",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone",
    "hang": "hung",
    "hold": "held",
    "keep": "kept",
    "lay": "laid",
    "lead": "led",
    "leave": "left",
    "lend": "lent",
    "make": "made",
    "meet": "met",
    "overfly": "overflew overflown",
    "override": "overrode overridden",
    "overrun": "overran",
    "overthrow": "overthrew overthrown",
    "pay": "paid",
    "retake": "retook retaken",
    "rise": "rose risen",
    "say": "said",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "shake": "shook shaken",
    "shoot": "shot",
    "shut": "shut",
    "sink": "sank sunk",
    "sit": "sat",
    "slay": "slew slain",
    "speak": "spoke spoken",
    "stand": "stood",
    "steal": "stole stolen",
    "strike": "struck stricken",
    "swear": "swore sworn",
    "sweep": "swept",
    "take": "took taken",
    "tell": "told",
    "throw": "threw thrown",
    "undertake": "undertook undertaken",
    "uphold": "upheld",
    "wage": "waged",
    "win": "won",
    "unfreeze": "unfroze unfrozen",
    "withdraw": "withdrew withdrawn",
    "withhold": "withheld",
    "wrest": "wrested",
    "write": "wrote written",
}

# Verbs of more than one syllable that double their last letter because the stress is on it.
DOUBLED: Final = frozenset("admit expel permit transfer rebel compel repel commit dispel overrun rebut".split())
VOWELS: Final = "aeiou"


def forms(words: Iterable[str], inflect: Callable[[str], tuple[str, ...]]) -> dict[str, str]:
    """The lemma of every form that `inflect` gives of `words`; where two words share a form the first one stays."""
    found: dict[str, str] = {}
    for word in words:
        for form in inflect(word):
            found.setdefault(form, word)
    return found


def verb_forms(verb: str) -> tuple[str, ...]:
    """All forms of `verb`, the lemma first.

    >>> verb_forms("expel")
    ('expel', 'expels', 'expelled', 'expelling')
    """
    past = IRREGULAR[verb].split() if verb in IRREGULAR else [_stem(verb) + ("d" if verb.endswith("e") else "ed")]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS and verb not in IRREGULAR:
        past = [verb[:-1] + "ied"]
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye")) else _stem(verb)
    british = (verb + "led", verb + "ling") if verb.endswith("l") and verb[-2:-1] in VOWELS else ()
    return (verb, _plural(verb), *past, stem + "ing", *british)


def noun_forms(noun: str) -> tuple[str, ...]:
    """Singular and plural of `noun`."""
    if noun.endswith("man"):
        return (noun, noun[:-3] + "men")
    return (noun, _plural(noun))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _stem(verb: str) -> str:
    """`verb` with its last letter doubled where -ed and -ing want that."""
    if len(verb) < 3 or verb[-1] in VOWELS + "wxy" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return verb
    vowels = sum(letter in VOWELS for letter in verb)
    return verb + verb[-1] if vowels == 1 or verb in DOUBLED else verb
